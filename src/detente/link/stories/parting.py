"""A story that proves to be two falls apart: its reports share the words of their kind, and no more.

Two bank robberies of one week are told in the same words until names, places and figures are looked at.
What all reports of a story say tells nothing here, so words are weighed by how few of *its* reports use
them; the reports are put into two groups, and the less the groups then have in common, the likelier
they are two happenings (a logistic regression, learned by `tools/learn_stories.py`). Not found are two
happenings of which one has a single report, and those within headlines, which have too few words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.knowledge.word_counts import rarity
from detente.link.stories.scoring import Centroid, meetings_agree
from detente.link.stories.telling import Telling
from detente.link.stories.words import stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Sides = NDArray[np.bool_]
    Table = NDArray[np.float64]

FEWEST, MOST = 5, 60
"""Reports of a story that is looked at; a larger one has been looked at as it grew."""
LEAST = 2
"""Reports of either part."""
LOOSE = 0.5
"""Mean cosine of two of a story's reports from which it is one for certain."""
PARTS = 1.1
"""Sum of the features from which a story is two: a chance of three in four."""
FEATURES = ("cross", "small", "cohesion")
"""Logarithm of the mean cosine across the parts; logarithm of the reports of the smaller; mean cosine
of any two reports by their usual weights."""
WEIGHTS = (-3.98, 0.95, -5.3)
BASE = -9.28
_TURNS = 10
_NOTHING = 0.01
_ADDRESS = frozenset({"www", "http", "https", "com", "html", "htm", "php", "org", "net"})


def may_part(story: Centroid) -> bool:
    """Say whether a story is worth a look: enough reports, most of them whole, no two much alike."""
    if not FEWEST <= story.size <= MOST or 2 * story.brief > story.size:
        return False
    return _mean_cosine(story.squares["words"], story.size) < LOOSE


def parted(told: Sequence[Telling]) -> tuple[list[Telling], list[Telling]] | None:
    """Return the two happenings that the reports of one story tell; None where they tell one.

    The reports of a meeting that is told on both sides are never parted. What comes out does not depend
    on the order of the reports, and each part is in order of days and ids.
    """
    ordered = in_order(told)
    looked = sides(ordered) if len(told) >= FEWEST else None
    if looked is None or looked[1][2] >= LOOSE or _sum(looked[1]) < PARTS:
        return None
    one, other = ([report for report, here in zip(ordered, side, strict=True) if here]
                  for side in (looked[0], ~looked[0]))  # fmt: skip
    if meetings_agree(_meetings(one), Counter(_meetings(other))) > 0:
        return None
    return one, other


def sides(told: Sequence[Telling]) -> tuple[Sides, tuple[float, ...]] | None:
    """Return which reports are on the side of the first, and the features; None without two sides."""
    import numpy as np

    alike = _alike(told)
    side = _cut(alike)
    smaller = int(min(np.count_nonzero(side), np.count_nonzero(~side)))
    if smaller < LEAST:
        return None
    cross = float(alike[np.ix_(side, ~side)].mean())
    sums: Counter[str] = Counter()
    for one in told:
        sums.update(one.words)
    whole = _mean_cosine(math.fsum(weight * weight for weight in sums.values()), len(told))
    return side, (math.log(cross + _NOTHING), math.log(smaller), whole)


def _sum(features: tuple[float, ...]) -> float:
    return BASE + sum(map(float.__mul__, WEIGHTS, features))


def in_order(told: Sequence[Telling]) -> list[Telling]:
    """Return reports in order of days and ids, those without a day last."""
    return sorted(told, key=lambda one: (one.day is None, one.day, one.article))


def _alike(told: Sequence[Telling]) -> Table:
    """Return the cosines of all pairs, each word weighed by its rarity here and elsewhere."""
    import numpy as np

    used = [_terms(one) for one in told]
    counted = Counter(term for terms in used for term in terms)
    column = {term: at for at, term in enumerate(sorted(counted)) if 1 < counted[term] < len(told)}
    table = np.zeros((len(told), len(counted)))
    for row, terms in enumerate(used):
        for term in terms & column.keys():
            table[row, column[term]] = rarity(term) * math.log(len(told) / counted[term])
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths, lengths, 1.0)
    return table @ table.T


def _terms(told: Telling) -> set[str]:
    return {*told.words, *told.lead, *(stem(name[1:]) for name in told.names)} - _ADDRESS


def _cut(alike: Table) -> Sides:
    """Return the side of each report: by the first principal axis, then as two means settle.

    Boley, "Principal direction divisive partitioning" (1998).
    """
    import numpy as np

    centre = np.eye(len(alike)) - 1 / len(alike)
    side = np.linalg.eigh(centre @ alike @ centre)[1][:, -1] > 0
    for _ in range(_TURNS):
        near = []
        for group in (side, ~side):
            rest = np.maximum(np.count_nonzero(group) - group, 1)
            near.append((alike[:, group].sum(axis=1) - group * np.diag(alike)) / rest)
        turned = near[0] > near[1]
        if turned.all() or not turned.any() or (turned == side).all():
            break
        side = turned
    return side if side[0] else ~side


def _mean_cosine(square: float, size: int) -> float:
    """Return the mean cosine of two of `size` unit vectors whose sum has a square."""
    return (square - size) / (size * (size - 1)) if size > 1 else 1.0


def _meetings(told: Sequence[Telling]) -> list[str]:
    return [key for one in told for key in one.meets]
