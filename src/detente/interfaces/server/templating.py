"""Templates: one environment a language, everything escaped, no name that is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.export.columns import file_name
from detente.interfaces import words as english
from detente.interfaces.days import last_day
from detente.interfaces.server import links
from detente.interfaces.server.access import Access, Who
from detente.interfaces.server.language import LANGUAGES, language_of, translations
from detente.interfaces.server.words import Words
from detente.query.reference import reference
from detente.query.telling import unresolved
from detente.query.times import vague

_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that turn the direction of what follows them, and controls: no page prints them."""


def visible(value: Any) -> Any:
    """Return text without what is not seen and changes how the rest is; other values as they are.

    >>> visible("cod\u202egnirts.exe")
    'codgnirts.exe'
    """
    if isinstance(value, str) and _UNSEEN.search(value):
        return type(value)(_UNSEEN.sub("", value))
    return value


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str) -> Environment:
    """Return the environment of a language; made once.

    `_()` is for words that stand in a template: what it returns is taken for markup. Words out of the
    data go through `word()`, which is escaped like all else.
    """
    made = Environment(
        loader=PackageLoader("detente.interfaces.server", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols", "jinja2.ext.do"],
    )
    catalogue = translations(language)
    made.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    words = Words(language, catalogue)
    made.globals |= {
        "issue_name": reference().issue_name,
        "language": language,
        "languages": LANGUAGES,
        "path_of": links.path_of,
        "state_names": reference().states,
        "static": static,
        "unresolved": unresolved,
        "vague": vague,
        "version": version("detente"),
        "word": words.word,
        "words": words,
    }
    made.filters |= {
        "channel": words.channel,
        "day": words.day,
        "file_name": file_name,
        "flat": english.flat,
        "listed": words.listed,
        "outlets": words.outlets,
        "published": words.published,
        "quoted": english.quoted,
        "sentence": english.sentence,
        "shortened": english.shortened,
        "speaker": words.speaker,
        "known_as": english.known_as,
        "state_name": words.state_name,
        "told_by": words.told_by,
        "when": words.when,
    }
    return made


def rendered(request: Request, template: str, shown: Mapping[str, Any]) -> str:
    """Return a template filled in for a request, with what every page needs.

    `who` and `csrf` are those of the session, None and empty where nobody is logged in; `url` and
    `same` make addresses; `as_of` is the day of the switch.
    """
    access: Access = request.app.state.access
    who: Who | None = getattr(request.state, "who", None)
    common = {
        "request": request,
        "who": who,
        "csrf": access.csrf(who) if who and who.by != "token" else "",
        "as_of": _day(request.query_params.get("as_of")),
        "url": partial(links.url, request),
        "same": partial(links.same, request),
        "other_form": partial(links.other_form, request),
        "path": request.url.path,
    }
    return environment(language_of(request)).get_template(template).render({**common, **shown})


def _day(text: str | None) -> date | None:
    try:
        return last_day(text) if text else None
    except ValueError:
        return None


@lru_cache(maxsize=32)
def static(name: str) -> str:
    """Return the address of a static file, which changes whenever the file does."""
    data = files(__package__).joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={blake2b(data, digest_size=6).hexdigest()}"
