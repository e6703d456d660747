"""How well a clustering agrees with gold: BCubed (Bagga and Baldwin 1998) and pairwise P, R and F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean; 0 when both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def bcubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Return the means over items of the shares of their cluster, and of their gold cluster, shared."""
    both, wanted, got = _tables(gold, found)
    items = len(gold) or 1
    return Score(
        sum(count * count / got[cluster] for (_, cluster), count in both.items()) / items,
        sum(count * count / wanted[true] for (true, _), count in both.items()) / items,
    )


def pairwise(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Return the shares of found pairs that are gold ones, and of gold pairs that are found."""
    both, wanted, got = _tables(gold, found)
    right = _pairs(both)
    return Score(right / max(_pairs(got), 1), right / max(_pairs(wanted), 1))


def _tables(
    gold: Mapping[str, str], found: Mapping[str, str]
) -> tuple[Counter[tuple[str, str]], Counter[str], Counter[str]]:
    both = Counter((gold[item], found[item]) for item in gold)
    return both, Counter(gold.values()), Counter(found[item] for item in gold)


def _pairs(counted: Mapping[object, int] | Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(comb(count, 2) for count in counted.values())
