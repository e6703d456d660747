"""Comparing rows slot by slot: names of people, ranges of text found by their words, dates, counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "professor", "president", "minister", "secretary", "the", "a", "an", "of"]
)


@dataclass(slots=True)
class Counts:
    """Right, found and wanted rows of a kind, summed over articles."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Add the counts of one article."""
        self.right += right
        self.found += found
        self.wanted += wanted

    def plus(self, other: Counts) -> None:
        """Add other counts."""
        self.add(other.right, other.found, other.wanted)

    @property
    def precision(self) -> float:
        """Right rows out of those found; 0 when nothing was found."""
        return round(self.right / self.found, 4) if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right rows out of those wanted; 0 when nothing was wanted."""
        return round(self.right / self.wanted, 4) if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both.

        >>> Counts(1, 2, 2).f1
        0.5
        """
        return round(2 * self.right / max(self.found + self.wanted, 1), 4)


def fold(text: str) -> str:
    """Return words without case, accents and marks, parted by single spaces.

    >>> fold("al-Assad’s  Élan")
    'al assad s elan'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.lower()))


def same_name(wanted: str, found: str) -> bool:
    """Say whether two names can be one actor: the last words are equal, or one holds the other.

    >>> same_name("Sergei Lavrov", "Sergey Lavrov"), same_name("Bill Clinton", "Hillary Clinton")
    (True, False)
    >>> same_name("officials", "US officials")
    True
    """
    left = [word for word in fold(wanted).split() if word not in _TITLES]
    right = [word for word in fold(found).split() if word not in _TITLES]
    if not left or not right:
        return False
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return left[-1] == right[-1] and left[0][:2] == right[0][:2]


def locate(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """Return the range of some words in a text whatever the white space between them; None if absent.

    Of several places the one nearest to `near` is taken.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    places = [match.span() for match in re.finditer(pattern, text)]
    return min(places, key=lambda span: abs(span[0] - near), default=None)


def letters(text: str, ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the offsets of all letters and digits in the ranges."""
    return frozenset(i for start, end in ranges for i in range(start, end) if text[i].isalnum())


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Return intersection over union; 0 when both are empty."""
    union = left | right
    return len(left & right) / len(union) if union else 0.0


def pair(
    wanted: Sequence[Any], found: Sequence[Any], fits: Callable[[Any, Any], float]
) -> list[tuple[int, int]]:
    """Pair rows one to one, greedily by falling score; pairs that score 0 are not made."""
    scored = sorted(
        ((fits(w, f), -i, -j) for i, w in enumerate(wanted) for j, f in enumerate(found)), reverse=True
    )
    taken_wanted: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score > 0 and -i not in taken_wanted and -j not in taken_found:
            taken_wanted.add(-i)
            taken_found.add(-j)
            pairs.append((-i, -j))
    return pairs
