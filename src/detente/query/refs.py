"""Articles and sentences under short names: `1f3a` and `1f3a:12`, as every printed line ends in one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST = 4
"""Fewest hex digits of a short id."""
_REF = re.compile(r"\[?(?:article:)?([0-9a-f]{2,16})(?::(\d{1,6}|page))?\]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ref:
    """A sentence of an article, under the name that `show` opens."""

    label: str
    """Short id and number: `1f3a:12`; `1f3a:page` for words outside the sentences."""
    article: str
    """`Article.id`."""
    sentence: int
    """Number of the sentence, from 1; -1 outside the sentences."""


def shorten(ids: Iterable[str]) -> dict[str, str]:
    """Return the shortest prefix of each id's hash that no other id has, four digits at least.

    The prefix of one id may be longer than that of another. Ids without a kind are taken whole.

    >>> shorten(["article:1f3a55", "article:1f3b00", "article:1f3b07"])
    {'article:1f3a55': '1f3a', 'article:1f3b00': '1f3b00', 'article:1f3b07': '1f3b07'}
    """
    hashes = {key: key.rpartition(":")[2] for key in ids}
    ordered = sorted(set(hashes.values()))
    needed: dict[str, int] = {}
    for at, digits in enumerate(ordered):
        beside = ordered[max(0, at - 1) : at] + ordered[at + 1 : at + 2]
        shared = max((_shared(digits, other) for other in beside), default=0)
        needed[digits] = max(SHORTEST, shared + 1)
    return {key: digits[: needed[digits]] for key, digits in hashes.items()}


def shortest(key: str, neighbours: Iterable[str | None]) -> str:
    """Return the same of one id, out of those that stand next to it in order.

    >>> shortest("article:1f3b00", ["article:1f3a55", "article:1f3b07"])
    '1f3b00'
    """
    digits = key.rpartition(":")[2]
    beside = [other.rpartition(":")[2] for other in neighbours if other]
    shared = max((_shared(digits, other) for other in beside), default=0)
    return digits[: max(SHORTEST, shared + 1)]


def _shared(left: str, right: str) -> int:
    for at, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return at
    return min(len(left), len(right))


def label(short: str, sentence: int) -> str:
    """Return the name of a sentence of the article with this short id.

    >>> label("1f3a", 12), label("1f3a", -1)
    ('1f3a:12', '1f3a:page')
    """
    return f"{short}:{sentence}" if sentence > 0 else f"{short}:page"


def parse_ref(text: str) -> tuple[str, int | None] | None:
    """Return the hex prefix and the sentence that a reference names; None when it is no reference.

    Brackets and `article:` may be there or not. The sentence is None when only an article is named,
    and -1 for `page`.

    >>> parse_ref("[1f3a:12]"), parse_ref("article:1f3a"), parse_ref("statement:1f3a")
    (('1f3a', 12), ('1f3a', None), None)
    """
    match = _REF.fullmatch(text.strip())
    if match is None:
        return None
    number = match[2]
    if number is None:
        return match[1].lower(), None
    return match[1].lower(), -1 if number.lower() == "page" else int(number)
