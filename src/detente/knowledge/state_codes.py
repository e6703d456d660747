"""A state by any of its codes or names: USA, us, "United States", "Soviet Union"."""

from __future__ import annotations

from functools import lru_cache

from detente.knowledge.states import states
from detente.knowledge.tables import rows, several


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, state in states().items():
        found[code.lower()] = code
        for name in (state.name, *state.forms):
            found.setdefault(_plain(name), code)
    for row in rows("state_codes.tsv"):
        for code in several(row["codes"]):
            found.setdefault(code, row["state"])
    return found


def code_of(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of a state by code or name; None when nobody knows it.

    >>> code_of("ru"), code_of("Russia"), code_of("suhh"), code_of("united-kingdom"), code_of("Mars")
    ('RUS', 'RUS', 'SUN', 'GBR', None)
    """
    return _codes().get(_plain(text)) if text else None


def two_letters(code: str) -> str | None:
    """Return the two-letter code of a state in lower case; None for one that never had one.

    >>> two_letters("RUS"), two_letters("PRU")
    ('ru', None)
    """
    return _short().get(code)


@lru_cache(maxsize=1)
def _short() -> dict[str, str]:
    return {row["state"]: several(row["codes"])[-1] for row in rows("state_codes.tsv")}


def _plain(text: str) -> str:
    words = text.replace(".", "").replace("-", " ").casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
