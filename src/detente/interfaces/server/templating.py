"""Templates: one environment a language, everything escaped, no name that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.interfaces.server.language import LANGUAGES, language_of, translations


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """Return the environment of a language; made once."""
    made = Environment(
        loader=PackageLoader("detente.interfaces.server", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals["language"] = language
    made.globals["languages"] = LANGUAGES
    return made


def rendered(request: Request, template: str, shown: Mapping[str, Any]) -> str:
    """Return a template filled in for a request."""
    return environment(language_of(request)).get_template(template).render(request=request, **shown)
