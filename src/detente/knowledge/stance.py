"""Traits of a sentence with two actors become who is for or against whom, with how sure that is.

A linear model over hashed traits (`extract.stance.traits`), one against the rest; its card is
data/stance_model.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from detente.knowledge.tables import weights

if TYPE_CHECKING:
    import numpy as np

NEUTRAL, FIRST_FOR, SECOND_FOR, FIRST_AGAINST, SECOND_AGAINST = range(5)
"""What a pair of actors gets, in order of the text: the first is for the second, and so on."""
SLOTS = 1 << 17
"""Columns that traits are hashed into."""
_LENGTH = 8.0
_KEPT = 60_000
"""Traits whose columns are remembered; most come back within an article or two."""


class _Hashed(dict[str, int]):
    """Traits and their columns, counted from 1 and negative where the strength counts against."""

    def __missing__(self, name: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        hashed = crc32(name.encode("utf-8", "surrogatepass"))
        column = hashed % SLOTS + 1
        self[name] = column if hashed >> 31 else -column
        return self[name]


_hashed = _Hashed()


def columns(traits: Mapping[str, float]) -> tuple[list[int], list[float]]:
    """Return the columns of traits and their values, the same on every machine, of length 8.

    >>> columns({"root=praise": 2.0})
    ([94699], [8.0])
    """
    size = sum(strength * strength for strength in traits.values()) ** 0.5 or 1.0
    signed = [_hashed[name] for name in traits]
    by = _LENGTH / size
    values = [
        by * one if at > 0 else -by * one for at, one in zip(signed, traits.values(), strict=True)
    ]
    return [abs(at) - 1 for at in signed], values


def stances_of(pairs: Sequence[Mapping[str, float]]) -> list[tuple[int, float]]:
    """Return the most likely class of each pair's traits, and by how much it leads the next.

    All pairs are weighed in one go; a lead of 0 is a draw.
    """
    import numpy as np

    if not pairs:
        return []
    table, scale, offsets = _model()
    counts = np.array([len(one) for one in pairs])
    ends = counts.cumsum()
    signed = np.array([_hashed[name] for one in pairs for name in one], np.int64)
    strengths = np.array([value for one in pairs for value in one.values()], np.float64)
    sums = np.zeros(len(signed) + 1)
    np.cumsum(strengths * strengths, out=sums[1:])
    sizes = np.sqrt(sums[ends] - sums[ends - counts])
    sizes[sizes == 0] = 1.0
    values = np.sign(signed) * strengths * np.repeat(_LENGTH / sizes, counts)
    weighed = np.zeros((len(table), len(signed) + 1))
    np.cumsum(table[:, np.abs(signed) - 1] * values, axis=1, out=weighed[:, 1:])
    scores = (weighed[:, ends] - weighed[:, ends - counts]).T * scale + offsets
    order = scores.argsort(axis=1)
    rows = np.arange(len(scores))
    leads = scores[rows, order[:, -1]] - scores[rows, order[:, -2]]
    return list(zip(order[:, -1].tolist(), leads.tolist(), strict=True))


def stance_of(traits: Mapping[str, float]) -> tuple[int, float]:
    """Return the most likely class, and by how much it leads the next (0 is a draw)."""
    return stances_of([traits])[0]


def learned_from() -> str:
    """Return the sha256 of the file that the model was learned from."""
    return str(weights("stance_model.npz")["learned_from"])


@lru_cache(maxsize=1)
def _model() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    packed = weights("stance_model.npz")
    return packed["weights"], packed["scale"], packed["offsets"]
