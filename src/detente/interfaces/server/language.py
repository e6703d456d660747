"""The language of the interface: which one a request wants, and the words in it.

Catalogues are `.po` files under `locales/`, read once; nothing is compiled. English is what the
templates say. The language of articles is another matter, and is never translated.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fastapi import Request

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""Code of each language of the interface, and its name in itself."""
COOKIE = "detente_language"


def language_of(request: Request) -> str:
    """Return the language for a request: of the address (`?lang=de`), else kept, else the browser's."""
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return asked
    return accepted(request.headers.get("accept-language", ""))


def accepted(header: str) -> str:
    """Return the language that a browser likes best, English where we have none of its own.

    >>> accepted("fr, de-AT;q=0.8, en;q=0.5"), accepted("*"), accepted("de;q=x")
    ('de', 'en', 'en')
    """
    liked: list[tuple[float, int, str]] = []
    for at, part in enumerate(header.split(",")):
        name, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            continue
        liked.append((-weight, at, name.partition("-")[0].casefold()))
    return next((name for _, _, name in sorted(liked) if name in LANGUAGES), "en")


@lru_cache(maxsize=len(LANGUAGES))
def translations(language: str) -> gettext.NullTranslations:
    """Return the words of a language; the catalogue of English has only words that data need."""
    text = files(__package__).joinpath("locales", f"{language}.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(text), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
