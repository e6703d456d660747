"""How likely two mentions of events are of one event: a small forest of decision trees.

Learned by `tools/learn_event_pairs.py`; data, licence and figures are on the card beside it
(`data/event_pairs.md`). The features are those of `link.event_mentions`, in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.tables import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]


def chances(features: Table) -> Table:
    """Return the chance of each row of features, 0 to 1."""
    return walked(_forest(), features)


def walked(forest: Mapping[str, Table], features: Table) -> Table:
    """Return the chance that a forest gives each row of features, 0 to 1.

    A tree is walked for all rows at once; a row goes left where its feature is at most the limit.
    """
    import numpy as np

    total = np.full(len(features), float(forest["base"]))
    rows = np.arange(len(features))
    feature, limit, left, right = (forest[name] for name in ("feature", "limit", "left", "right"))
    for root in forest["roots"]:
        at = np.full(len(features), root)
        while (inner := feature[at] >= 0).any():
            less = features[rows, np.maximum(feature[at], 0)] <= limit[at]
            at = np.where(inner, np.where(less, left[at], right[at]), at)
        total += forest["value"][at]
    return np.asarray(1 / (1 + np.exp(-total)))


@cache
def _forest() -> dict[str, Table]:
    return weights("event_pairs.npz")
