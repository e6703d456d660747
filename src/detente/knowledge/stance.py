"""Traits of a sentence with two actors become who is for or against whom, with how sure that is.

Two linear models over hashed traits (`extract.stance.traits`) and the vectors of their words, added up:
one knows the five classes, the other asks of each actor in turn whether it is for or against the other,
so that what is rare of the second actor is learned from the first. The card is data/stance_model.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from detente.knowledge.tables import weights
from detente.knowledge.word_vectors import vector

if TYPE_CHECKING:
    import numpy as np

NEUTRAL, FIRST_FOR, SECOND_FOR, FIRST_AGAINST, SECOND_AGAINST = range(5)
"""What a pair of actors gets, in order of the text: the first is for the second, and so on."""
SLOTS = 1 << 17
"""Columns that traits are hashed into."""
_LENGTH = 8.0
_GROUPS = ("root=", "p0v=", "q0v=", "pl=", "zm=", "za=", "px=", "qx=", "zb=", "ms=")
"""Traits whose words are looked up as vectors, by how their names begin."""
_TURNED = [0, 2, 1, 3, 4, 5, 7, 6, 8, 9]
DIMENSIONS = 64
_LONG, _SHORT = ("pos", "dep", "tag", "po="), ("n=", "h=", "m=", "k=", "x=")
"""How the names of traits of one actor go on after p or q."""
_OF_NEITHER = ("w=", "va", "vb", "vm", "vx", "plen", "pl=", "pv=", "root=", "len", "gap", "pneg", "ms=")
_CALM = 0.15
"""What is added for the neutral class, set on a part of the training rows."""
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


def seen_from(traits: Mapping[str, float], first: bool) -> dict[str, float]:
    """Return the traits as one actor sees them: its own (h), the other's (t), and what is of neither.

    >>> sorted(seen_from({"p0v=praise": 1.0, "w=praise": 1.0}, first=False))
    ['~St0v=praise', '~oS', '~t0v=praise', '~w=praise']
    """
    found = {f"~o{'F' if first else 'S'}": 1.0}
    for name, value in traits.items():
        for seen, part in _seen(name, first):
            found[seen] = value * part
    return found


@lru_cache(maxsize=_KEPT)
def _seen(name: str, first: bool) -> tuple[tuple[str, float], ...]:
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

    found = np.zeros((len(_GROUPS), DIMENSIONS), np.float32)
    for name in traits:
        if (meant := _meant(name)) is not None:
            found[meant[0]] += meant[1]
    sizes = np.linalg.norm(found, axis=1, keepdims=True)
    sizes[sizes == 0] = 1.0
    flat: np.ndarray = (found / sizes).ravel()
    return flat


@lru_cache(maxsize=_KEPT)
def _meant(name: str) -> tuple[int, np.ndarray] | None:
    """Return the group of a trait and what its word means; None for one of no group or no such word."""
    group = next((at for at, start in enumerate(_GROUPS) if name.startswith(start)), None)
    if group is None:
        return None
    word = name.split("=", 1)[1].rsplit("_", 1)[-1]
    meant = vector(word) if word.isalpha() else None
    return None if meant is None else (group, meant)


def turned(found: np.ndarray) -> np.ndarray:
    """Return vectors with the groups of the two actors changed about."""
    about: np.ndarray = found.reshape(-1, len(_GROUPS), DIMENSIONS)[:, _TURNED]
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


def stances_of(pairs: Sequence[Mapping[str, float]]) -> list[tuple[int, float]]:
    """Return the most likely class of each pair's traits, and by how much it leads the next.

    A lead of 0 is a draw.
    """
    import numpy as np

    if not pairs:
        return []
    scores = []
    for one in pairs:
        meant = vectors(one)
        own = _weighed("", columns(one), meant)
        first = _weighed("role_", columns(seen_from(one, True)), meant)
        second = _weighed("role_", columns(seen_from(one, False)), turned(meant))
        scores.append(joined(own[None], first[None], second[None])[0])
    order = np.argsort(scores, axis=1)
    rows = np.arange(len(scores))
    given = np.array(scores)
    leads = given[rows, order[:, -1]] - given[rows, order[:, -2]]
    return list(zip(order[:, -1].tolist(), leads.tolist(), strict=True))


def stance_of(traits: Mapping[str, float]) -> tuple[int, float]:
    """Return the most likely class, and by how much it leads the next (0 is a draw)."""
    return stances_of([traits])[0]


def may_tell(words: Iterable[str]) -> bool:
    """Say whether the words of a sentence may tell a stance; few that it refuses do.

    >>> may_tell(["praise", "the", "decision"]), may_tell(["tell", "professor", "die"])
    (True, False)
    """
    table, least = _gate()
    return sum(table.get(word, 0.0) for word in set(words)) > least


def learned_from() -> str:
    """Return the sha256 of the file that the model was learned from."""
    return str(_model()["learned_from"])


def _weighed(model: str, found: tuple[list[int], list[float]], meant: np.ndarray) -> np.ndarray:
    """Return what a model gives a row of hashed traits and vectors, a score a class."""
    import numpy as np

    packed = _model()
    at, values = found
    table = packed[model + "weights"]
    given = table[:, at] @ np.array(values) + table[:, SLOTS:] @ meant
    return np.asarray(given * packed[model + "scale"] + packed[model + "offsets"])


@lru_cache(maxsize=1)
def _model() -> dict[str, np.ndarray]:
    return weights("stance_model.npz")


@lru_cache(maxsize=1)
def _gate() -> tuple[dict[str, float], float]:
    """Return how much each word speaks for a stance, and the sum that is enough to look."""
    packed = _model()
    words = packed["gate_words"].tobytes().decode("utf-8").split("\n")
    return dict(zip(words, packed["gate"].tolist(), strict=True)), float(packed["gate_least"])
