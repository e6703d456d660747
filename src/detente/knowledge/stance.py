"""Traits of a sentence with two actors become who is for or against whom, with how sure that is.

A linear model over hashed traits (`extract.stance.traits`), one against the rest; its card is
data/stance_model.md.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def columns(traits: Mapping[str, float]) -> tuple[list[int], list[float]]:
    """Return the columns of traits and their values, the same on every machine, of length 8.

    >>> columns({"root=praise": 2.0})
    ([94699], [8.0])
    """
    size = sum(strength * strength for strength in traits.values()) ** 0.5 or 1.0
    found: list[int] = []
    values: list[float] = []
    for name, strength in traits.items():
        hashed = crc32(name.encode("utf-8", "surrogatepass"))
        found.append(hashed % SLOTS)
        values.append((1 if hashed >> 31 else -1) * strength * _LENGTH / size)
    return found, values


def stance_of(traits: Mapping[str, float]) -> tuple[int, float]:
    """Return the most likely class, and by how much it leads the next (0 is a draw)."""
    import numpy as np

    table, scale, offsets = _model()
    found, values = columns(traits)
    score = (table[:, found].astype(np.float32) @ np.array(values, np.float32)) * scale + offsets
    order = score.argsort()
    return int(order[-1]), float(score[order[-1]] - score[order[-2]])


def learned_from() -> str:
    """Return the sha256 of the file that the model was learned from."""
    return str(weights("stance_model.npz")["learned_from"])


@lru_cache(maxsize=1)
def _model() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    packed = weights("stance_model.npz")
    return packed["weights"], packed["scale"], packed["offsets"]
