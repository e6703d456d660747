"""Whether a word speaks for something or against it: triumph, flop, generous, a trick.

The table (`knowledge/data/valence.tsv`) holds the words by which deeds between states are judged. A
word that is not in it takes the side of a near one in meaning, where the direction that parts both rows
says the same. What is judged, by whom, and whether the sentence denies it, is not looked at.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.tables import rows, several
from detente.knowledge.word_vectors import vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AKIN = 0.8
"""Nearness to a word of the table from which a word may take its side."""
LEANS = 0.4
"""How far its vector must lie on that side."""
_RIDGE = 8.0
"""What keeps the direction that parts both rows from following single words."""


@cache
def valence(word: str) -> int:
    """Return 1 for a lower-case word that speaks for something, -1 against, 0 where it does neither.

    >>> valence("triumph"), valence("disaster"), valence("bridge")
    (1, -1, 0)
    """
    listed = _listed().get(word)
    if listed is not None:
        return listed
    known = vector(word)
    if known is None:
        return 0
    sides, points, direction = _learned()
    tilt, akin = float(known @ direction), points @ known
    at = int(akin.argmax())
    if akin[at] < AKIN or abs(tilt) < LEANS or (tilt > 0) != (sides[at] > 0):
        return 0
    return 1 if tilt > 0 else -1


@cache
def _listed() -> dict[str, int]:
    return {
        word: 1 if row["side"] == "good" else -1
        for row in rows("valence.tsv")
        for word in several(row["words"])
    }


@cache
def _learned() -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return the sides and vectors of the table, and what parts them: ridge regression on the sides."""
    import numpy as np

    known = [(side, vec) for word, side in _listed().items() if (vec := vector(word)) is not None]
    sides = np.array([side for side, _ in known], dtype=np.float32)
    points = np.array([vec for _, vec in known])
    squares = points.T @ points + _RIDGE * np.eye(points.shape[1], dtype=np.float32)
    return sides, points, np.asarray(np.linalg.solve(squares, points.T @ sides), dtype=np.float32)
