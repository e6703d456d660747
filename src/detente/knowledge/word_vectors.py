"""How near two words are in meaning, out of a table of 28,000 words: session and meeting, dam and lake.

The vectors are static: a word has one, whatever sentence it is in, so a word of two senses lies between
them, and opposites (open, closed) lie near each other, as they are used of the same things. Names,
numbers and words that are not in the table have none. What they were made of is on the card beside the
table (`data/word_vectors.md`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.tables import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""),
            ("ing", ""), ("ing", "e"), ("ly", ""), ("ness", ""))  # fmt: skip
_LEAST = 3


def near(left: str, right: str) -> float:
    """Return how near two lower-case words are, -1 to 1; 1 for the same word, 0 where one is unknown.

    >>> near("session", "meeting") > 0.4 > near("session", "trawler")
    True
    """
    if left == right:
        return 1.0
    one, other = vector(left), vector(right)
    return 0.0 if one is None or other is None else float(one @ other)


def vector(word: str) -> Vector | None:
    """Return the vector of a lower-case word, of unit length; None where it and its base are unknown.

    >>> vector("communique").shape, vector("zzyzx")
    ((64,), None)
    """
    places, vectors = _table()
    at = places.get(word, -1)
    if at < 0:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                at = places.get(word[: -len(ending)] + instead, -1)
                if at >= 0:
                    break
    return None if at < 0 else vectors[at]


@cache
def _table() -> tuple[dict[str, int], NDArray[np.float32]]:
    import numpy as np

    kept = weights("word_vectors.npz")
    words = kept["words"].tobytes().decode("ascii").split("\n")
    vectors = kept["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {word: at for at, word in enumerate(words)}, vectors
