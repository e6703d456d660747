"""Traits of a sentence become the type of what one party does to the other, with how sure that is.

A linear model over hashed traits (`extract.events.traits`), one against the rest; its card is
data/event_types.md. CONCEDE and RETREAT are one type, YIELD, as in the data it was learned from.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from detente.knowledge.tables import weights

if TYPE_CHECKING:
    import numpy as np

TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""The types it tells apart."""
SLOTS = 1 << 15
"""Columns that traits are hashed into."""


def slot(name: str) -> tuple[int, int]:
    """Return the column of a trait and its sign, the same on every machine.

    >>> slot("sv=accuse")
    (11245, 1)
    """
    value = crc32(name.encode("utf-8", "surrogatepass"))
    return value % SLOTS, 1 if value >> 31 else -1


def type_of(traits: Mapping[str, float]) -> tuple[str, float]:
    """Return the most likely type, and by how much it leads the next (0 is a draw)."""
    import numpy as np

    table, scale, offsets = _model()
    columns, values = [], []
    for name, strength in traits.items():
        column, sign = slot(name)
        columns.append(column)
        values.append(sign * strength)
    score = (table[:, columns].astype(np.float32) @ np.array(values, np.float32)) * scale + offsets
    order = score.argsort()
    return TYPES[int(order[-1])], float(score[order[-1]] - score[order[-2]])


def learned_from() -> str:
    """Return the sha256 of the file that the model was learned from."""
    return str(weights("event_types.npz")["learned_from"])


@lru_cache(maxsize=1)
def _model() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    packed = weights("event_types.npz")
    return packed["weights"], packed["scale"], packed["offsets"]
