"""How well one text covers another: precision, recall and F1 over runs of four words.

The measure of the Article Extraction Benchmark (scrapinghub, 2020): every page weighs the same, a
run counts as often as it occurs, and F1 is that of the mean precision and the mean recall.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_RUN = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text; a shorter text is one run of what it has.

    >>> sorted(shingles("one two three four five"))
    [('one', 'two', 'three', 'four'), ('two', 'three', 'four', 'five')]
    """
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def overlap(gold: str, found: str) -> tuple[float, float]:
    """Return precision and recall of one text against its gold.

    Two empty texts agree in full.

    >>> overlap("a b c d e", "a b c d")
    (1.0, 0.5)
    """
    wanted, got = shingles(gold), shingles(found)
    both = sum((wanted & got).values())
    extra = sum(got.values()) - both
    missing = sum(wanted.values()) - both
    if not extra and not missing:
        return 1.0, 1.0
    return (both / (both + extra) if both else 0.0), (both / (both + missing) if both else 0.0)


def mean_f1(pairs: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """Return F1, precision and recall over pages out of each page's precision and recall."""
    scored = list(pairs)
    if not scored:
        return 0.0, 0.0, 0.0
    precision = sum(p for p, _ in scored) / len(scored)
    recall = sum(r for _, r in scored) / len(scored)
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), precision, recall
