"""How well a timeline agrees with one that an editor wrote.

Alignment-based ROUGE of Martschat and Markert, "Improving ROUGE for timeline summarization" (EACL
2017), the variant in which several days may be aligned to one, with unigrams and bigrams of Porter
stems; and F1 of the days. Their evaluator calls a Perl script for the counts; these are counted here,
with the stop words of scikit-learn, so figures are close to and not equal to published ones. Compare
figures of one run.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from nltk.stem import PorterStemmer
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

Timeline = Mapping[date, Sequence[str]]
"""Days and the sentences told for each, as words parted by blanks."""
_IGNORED = {*ENGLISH_STOP_WORDS, *string.punctuation, "``", "''", "--"}
_STEMMER = PorterStemmer()


@dataclass(frozen=True, slots=True)
class Agreement:
    """F1 of aligned unigrams, of aligned bigrams, and of days; 0 to 1."""

    ar1: float
    ar2: float
    dates: float


def agreement(found: Timeline, wanted: Timeline) -> Agreement:
    """Return how well a timeline agrees with the wanted one; all 0 when one has no days."""
    if not found or not wanted:
        return Agreement(0.0, 0.0, 0.0)
    both = len(found.keys() & wanted.keys())
    return Agreement(
        _aligned(found, wanted, 1),
        _aligned(found, wanted, 2),
        _f1(both / len(found), both / len(wanted)),
    )


def _aligned(found: Timeline, wanted: Timeline, run: int) -> float:
    hits = total = 0.0
    for day in sorted(found):
        near = min(sorted(wanted), key=lambda other: _cost(day, found[day], other, wanted[other]))
        hits += _weight(day, near) * _overlap(found[day], wanted[near], run)
        total += _grams(tuple(found[day]), run).total()
    precision = hits / total if total else 0.0
    hits = total = 0.0
    for day in sorted(wanted):
        near = min(sorted(found), key=lambda other: _cost(other, found[other], day, wanted[day]))
        hits += _weight(day, near) * _overlap(found[near], wanted[day], run)
        total += _grams(tuple(wanted[day]), run).total()
    return _f1(precision, hits / total if total else 0.0)


def _cost(day: date, ours: Sequence[str], other: date, theirs: Sequence[str]) -> float:
    """Return what it costs to align two days: far apart and of other words is dear."""
    one, two = _words(tuple(ours)), _words(tuple(theirs))
    both = (one & two).total()
    likeness = _f1(both / (one.total() or 1), both / (two.total() or 1))
    return (1 - _weight(day, other)) * (1 - likeness)


def _weight(day: date, other: date) -> float:
    return 1 / (abs((day - other).days) + 1)


def _overlap(ours: Sequence[str], theirs: Sequence[str], run: int) -> int:
    return (_grams(tuple(ours), run) & _grams(tuple(theirs), run)).total()


@cache
def _words(sentences: tuple[str, ...]) -> Counter[str]:
    return Counter(
        word for text in sentences for word in text.split() if word not in string.punctuation
    )


@cache
def _grams(sentences: tuple[str, ...], run: int) -> Counter[tuple[str, ...]]:
    stems = [
        _STEMMER.stem(word)
        for text in sentences
        for word in text.lower().split()
        if word not in _IGNORED
    ]
    return Counter(zip(*(stems[first:] for first in range(run)), strict=False))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
