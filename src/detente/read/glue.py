# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Words that lost the space between them when a link was dropped, and where the space belongs.

Three safe cases only: a function word run into a capital ("theUnited"), a number word run into a
capital ("twoUN"), and a known word run into a preposition where the whole is no known word
("agreeson"). Everything else is left as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

_BEFORE_CAPITAL = [
    "the",
    "of",
    "in",
    "to",
    "and",
    "for",
    "with",
    "by",
    "at",
    "on",
    "from",
    "that",
    "as",
    "its",
    "his",
    "her",
    "their",
    "our",
    "this",
    "these",
    "those",
    "between",
    "against",
    "after",
    "before",
    "during",
    "into",
    "over",
    "under",
    "about",
    "which",
    "who",
    "whom",
    "when",
    "while",
    "where",
    "because",
    "but",
    "or",
    "nor",
    "than",
    "via",
    "near",
    "inside",
    "outside",
    "within",
    "without",
    "toward",
    "towards",
    "through",
    "across",
    "among",
    "around",
    "behind",
    "beyond",
    "since",
    "until",
    "upon",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "dozen",
    "several",
    "many",
    "most",
    "some",
    "all",
    "both",
    "each",
    "every",
    "other",
    "said",
    "says",
    "told",
    "was",
    "were",
    "is",
    "are",
    "has",
    "had",
    "have",
    "been",
    "will",
    "would",
    "could",
    "should",
    "may",
    "might",
    "must",
    "did",
    "does",
    "former",
    "late",
    "chief",
    "senior",
    "top",
    "deputy",
    "then",
    "also",
    "not",
    "only",
    "meanwhile",
    "former",
    "ex",
    "pro",
    "anti",
]
_CASED = re.compile(
    r"(?<![\w@#/.-])(?P<left>" + "|".join(sorted(set(_BEFORE_CAPITAL) - {"ex", "pro", "anti"}, key=len, reverse=True))
    + r")(?P<right>[A-Z](?:[a-zà-þ]{2,}|[A-Z]+(?=\W|$|s\b)))(?![\w.]*@)"
)  # fmt: skip
_SMALL = ("in", "on", "of", "to", "the", "and", "for", "with", "by", "at", "from", "that")
_RUN = re.compile(
    rf"(?<![\w@#/.'’-])(?P<left>[A-Za-z][a-z]{{2,15}})(?P<right>{'|'.join(_SMALL)})(?=\s+(?P<next>\w))"
)
_MIXED = re.compile(r"[a-z][A-Z]")
_BRANDS = frozenset({"theGuardian", "asOne", "isUp"})


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """English words in lower case, as many as news uses; data, not law."""
    data = files("detente.read").joinpath("data", "words.txt").read_text(encoding="utf-8")
    return frozenset(data.split())


def lost_spaces(text: str) -> Iterator[int]:
    """Yield the offsets at which a space was lost, in order.

    >>> list(lost_spaces("Everyone agreeson the need, says theUnited Nations."))
    [15, 36]
    """
    found_at: set[int] = set()
    if _MIXED.search(text):
        found_at.update(found.end("left") for found in _CASED.finditer(text) if found[0] not in _BRANDS)
    for found in _RUN.finditer(text):
        if _runs_together(found):
            found_at.add(found.end("left"))
    yield from sorted(found_at)


def _runs_together(found: re.Match[str]) -> bool:
    left, right, following = found["left"], found["right"], found["next"]
    known = _known()
    whole = (left + right).lower()
    if whole in known or (whole.endswith("s") and whole[:-1] in known) or left.lower() not in known:
        return False
    if left[:1].isupper():
        # a name may end in -in or -on (Houston, Berlin): ask for a long plural before, a name after
        return len(left) >= 7 and left.endswith("s") and following[:1].isupper()
    return len(left) >= 4
