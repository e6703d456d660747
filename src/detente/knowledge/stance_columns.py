"""Traits of a sentence with two actors become the columns and vectors that the model of stance weighs.

Two linear machines over hashed traits (`extract.stance.traits`) and the vectors of their words, added
up: one knows the five classes, the other asks of each actor in turn whether it is for or against the
other, so that what is rare of the second actor is learned from the first. The machines are learned on
what stands here (`tools/learn_stance.py`) and asked in `detente.knowledge.stance`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from zlib import crc32

from detente.knowledge.word_vectors import vector

if TYPE_CHECKING:
    import numpy as np

SLOTS = 1 << 17
"""Columns that traits are hashed into."""
LENGTH = 8.0
"""What the traits of a pair are brought to, as long as all others."""
GROUPS = ("root=", "p0v=", "q0v=", "pl=", "zm=", "za=", "px=", "qx=", "zb=", "ms=")
"""Traits whose words are looked up as vectors, by how their names begin."""
_TURNED = [0, 2, 1, 3, 4, 5, 7, 6, 8, 9]
DIMENSIONS = 64
_LONG, _SHORT = ("pos", "dep", "tag", "po="), ("n=", "h=", "m=", "k=", "x=")
"""How the names of traits of one actor go on after p or q."""
_OF_NEITHER = ("w=", "va", "vb", "vm", "vx", "plen", "pl=", "pv=", "root=", "len", "gap", "pneg", "ms=")
_CALM = 0.15
"""What is added for the neutral class, set on a part of the training rows."""


def column(trait: str) -> int:
    """Return the column of a trait, counted from 1 and negative where the strength counts against.

    >>> column("root=praise")
    94700
    """
    hashed = crc32(trait.encode("utf-8", "surrogatepass"))
    at = hashed % SLOTS + 1
    return at if hashed >> 31 else -at


def columns(traits: Mapping[str, float]) -> tuple[list[int], list[float]]:
    """Return the columns of traits and their values, the same on every machine, of length 8.

    >>> columns({"root=praise": 2.0})
    ([94699], [8.0])
    """
    size = sum(strength * strength for strength in traits.values()) ** 0.5 or 1.0
    signed = [column(name) for name in traits]
    by = LENGTH / size
    values = [
        by * one if at > 0 else -by * one for at, one in zip(signed, traits.values(), strict=True)
    ]
    return [abs(at) - 1 for at in signed], values


def seen_from(traits: Mapping[str, float], first: bool) -> dict[str, float]:
    """Return the traits as one actor sees them: its own (h), the other's (t), and what is of neither.

    >>> sorted(seen_from({"p0v=praise": 1.0, "w=praise": 1.0}, first=False))
    ['~St0v=praise', '~oS', '~t0v=praise', '~w=praise']
    """
    found = {f"~o{'F' if first else 'S'}": 1.0}
    for name, value in traits.items():
        for other, part in seen(name, first):
            found[other] = value * part
    return found


def seen(name: str, first: bool) -> tuple[tuple[str, float], ...]:
    """Return what one actor sees of a trait, and how much of its strength."""
    side, own = "F" if first else "S", name[:1]
    if own in ("p", "q") and (name[1:2].isdigit() or name[1:4] in _LONG or name[1:3] in _SHORT):
        role = "h" if (own == "p") == first else "t"
        return (f"~{role}{name[1:]}", 1.0), (f"~{side}{role}{name[1:]}", 0.5)
    if name.startswith(_OF_NEITHER):
        return (("~" + name, 1.0),)
    return ((f"~{side}{name}", 1.0),)


def vectors(traits: Mapping[str, float]) -> np.ndarray:
    """Return what the words of ten groups of traits mean, one unit vector a group, laid end to end.

    A group without a known word is all zeros.
    """
    import numpy as np

    found = np.zeros((len(GROUPS), DIMENSIONS), np.float32)
    for name in traits:
        if (word := meant(name)) is not None:
            found[word[0]] += word[1]
    sizes = np.linalg.norm(found, axis=1, keepdims=True)
    sizes[sizes == 0] = 1.0
    flat: np.ndarray = (found / sizes).ravel()
    return flat


def meant(name: str) -> tuple[int, np.ndarray] | None:
    """Return the group of a trait and what its word means; None for one of no group or no such word."""
    if not name.startswith(GROUPS):
        return None
    group = next(at for at, start in enumerate(GROUPS) if name.startswith(start))
    word = name.split("=", 1)[1].rsplit("_", 1)[-1]
    means = vector(word) if word.isalpha() else None
    return None if means is None else (group, means)


def turned(found: np.ndarray) -> np.ndarray:
    """Return vectors with the groups of the two actors changed about."""
    about: np.ndarray = found.reshape(-1, len(GROUPS), DIMENSIONS)[:, _TURNED]
    back: np.ndarray = about.reshape(found.shape)
    return back


def joined(own: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the scores of the five classes, a row a pair, out of those of the two models.

    `first` and `second` are what each actor gives: nothing, for, against.
    """
    import numpy as np

    neither = np.minimum(first[:, 0], second[:, 0]) + _CALM
    asked = np.stack([neither, first[:, 1], second[:, 1], first[:, 2], second[:, 2]], 1)
    both: np.ndarray = own + asked
    return both
