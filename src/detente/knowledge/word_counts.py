"""How common a word is in news: the share of articles that use it, out of a small table of counts.

A table that never changes is what makes the likeness of two articles the same on any day and in any
order of reading; a table counted on the archive itself would make the first articles of an archive
unlike anything. Words are hashed into buckets, so a rare word may be taken for a more common one, never
the other way round. What it was counted on is on the card beside it (`data/word_counts.md`).
"""

from __future__ import annotations

import math
from functools import cache
from zlib import crc32

from detente.knowledge.tables import weights

STEPS_A_DOUBLING = 8
"""Steps of the table a doubling of the count: counts are kept as logarithms in a byte."""


def rarity(term: str) -> float:
    """Return the weight of a term: the logarithm of how many articles there are for each that uses it.

    >>> rarity("govern") < rarity("lavrov")
    True
    """
    weights_of_steps, steps = _table()
    return weights_of_steps[steps[crc32(term.encode("utf-8", "surrogatepass")) & (len(steps) - 1)]]


def count_of(step: int) -> float:
    """Return the count that a byte of the table stands for.

    >>> count_of(0), count_of(step_of(100)) > 90
    (0.0, True)
    """
    return 0.0 if step == 0 else 2.0 ** ((step - 1) / STEPS_A_DOUBLING)


def step_of(count: int) -> int:
    """Return the byte of the table that stands for a count; counts above 2 ** 31 stand for that.

    >>> step_of(0), step_of(1), step_of(2)
    (0, 1, 9)
    """
    return 0 if count <= 0 else min(255, 1 + round(math.log2(count) * STEPS_A_DOUBLING))


@cache
def _table() -> tuple[tuple[float, ...], bytes]:
    """Return the weight that each step stands for, and the step of each bucket."""
    kept = weights("word_counts.npz")
    articles = int(kept["articles"]) + 1
    return tuple(math.log(articles / (count_of(step) + 0.5)) for step in range(256)), kept[
        "steps"
    ].tobytes()
