"""Traits of a sentence with two actors become who is for or against whom, with how sure that is.

The two machines of `detente.knowledge.stance_columns` are linear, so a trait adds the same wherever it
stands: five scores of the first machine, three of the second as the first actor sees it, three as the
second sees it. These eleven are kept as a row a trait, worked out where it is met first, and a pair is
one sum over its rows. The card is data/stance_model.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.knowledge.stance_columns import (
    DIMENSIONS,
    GROUPS,
    LENGTH,
    SLOTS,
    column,
    joined,
    meant,
    seen,
    turned,
)
from detente.knowledge.tables import weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

NEUTRAL, FIRST_FOR, SECOND_FOR, FIRST_AGAINST, SECOND_AGAINST = range(5)
"""What a pair of actors gets, in order of the text: the first is for the second, and so on."""
_OWN, _FIRST, _SECOND = slice(0, 5), slice(5, 8), slice(8, 11)
_PARTS = [0] * 5 + [1] * 3 + [2] * 3
"""Which of the three each of the eleven scores is of."""
_KEPT = 60_000
"""Traits whose rows are remembered; most come back within an article or two."""
_UNKNOWN = len(GROUPS)
"""The group of a trait whose word is not looked up, or has no vector."""


def stances_of(pairs: Sequence[Mapping[str, float]]) -> list[tuple[int, float]]:
    """Return the most likely class of each pair's traits, and by how much it leads the next.

    A lead of 0 is a draw.
    """
    import numpy as np

    if not pairs:
        return []
    rows = _trait_rows()
    given = np.array([rows.scores(one) for one in pairs])
    order = np.argsort(given, axis=1)
    pair = np.arange(len(given))
    leads = given[pair, order[:, -1]] - given[pair, order[:, -2]]
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


class TraitRows:
    """What every trait met so far adds to the eleven scores, at most `_KEPT` of them."""

    def __init__(self, packed: Mapping[str, np.ndarray]) -> None:
        """Start without a trait, from the arrays of `stance_model.npz`."""
        import numpy as np

        own, role = packed["weights"], packed["role_weights"]
        self._machines = own[:, :SLOTS], role[:, :SLOTS]
        of_words = own[:, SLOTS:], role[:, SLOTS:], turned(role[:, SLOTS:])
        self._of_words = np.vstack(of_words).T.astype(np.float32)
        both = packed["role_scale"], packed["role_offsets"]
        self._scale = np.concatenate([packed["scale"], both[0], both[0]])
        self._offsets = np.concatenate([packed["offsets"], both[1], both[1]])
        whole = np.ones((1, 1), np.float32)
        self._ends = [self._held(1, np.array([[column(f"~o{side}")]]), whole)[0] for side in "FS"]
        self._places: dict[str, int] = {}
        self._rows = np.zeros((_KEPT, 11), np.float32)
        self._squares = np.ones((_KEPT, 3), np.float32)
        """What the square of a trait's strength adds to the length of the traits, for each of three."""
        self._groups = np.full(_KEPT, _UNKNOWN, np.int8)
        self._means = np.zeros((_KEPT, DIMENSIONS), np.float32)
        self._one_group = np.eye(len(GROUPS), dtype=np.float32)

    def scores(self, traits: Mapping[str, float]) -> Numbers:
        """Return the scores of the five classes for the traits of a pair, the two machines added up."""
        import numpy as np

        at = self._found(traits)
        given = np.fromiter(traits.values(), np.float32, len(traits))
        total = given @ self._rows[at]
        total[_FIRST] += self._ends[0]
        total[_SECOND] += self._ends[1]
        squares = (given * given) @ self._squares[at] + np.array((0.0, 1.0, 1.0), np.float32)
        squares[0] = squares[0] or 1.0
        total *= (LENGTH / np.sqrt(squares))[_PARTS]
        total += self._vectors(at) @ self._of_words
        total = total * self._scale + self._offsets
        added: Numbers = joined(total[None, _OWN], total[None, _FIRST], total[None, _SECOND])[0]
        return added

    def _found(self, traits: Mapping[str, float]) -> NDArray[np.intp]:
        """Return the rows of traits; those met for the first time are worked out together."""
        import numpy as np

        new = [name for name in traits if name not in self._places]
        if len(self._places) + len(new) > _KEPT:
            self._places.clear()
            new = list(traits)
        if new:
            self._learn(new)
        return np.fromiter(map(self._places.__getitem__, traits), np.intp, len(traits))

    def _learn(self, names: Sequence[str]) -> None:
        import numpy as np

        first = len(self._places)
        to = slice(first, first + len(names))
        self._places.update(zip(names, range(first, first + len(names)), strict=True))
        own = np.array([[column(name)] for name in names])
        self._rows[to, _OWN] = self._held(0, own, np.ones(own.shape, np.float32))
        for number, (is_first, part) in enumerate(((True, _FIRST), (False, _SECOND)), 1):
            parts = [(*seen(name, is_first), (name, 0.0))[:2] for name in names]
            at = np.array([[column(trait) for trait, _ in both] for both in parts])
            shares = np.array([[share for _, share in both] for both in parts], np.float32)
            self._rows[to, part] = self._held(1, at, shares)
            self._squares[to, number] = (shares * shares).sum(1)
        self._groups[to] = _UNKNOWN
        for place, name in enumerate(names, first):
            word = meant(name)
            if word is not None:
                self._groups[place], self._means[place] = word

    def _held(self, machine: int, signed: np.ndarray, shares: Numbers) -> Numbers:
        """Return what a machine's weights hold for traits of one or two columns, a row a trait."""
        import numpy as np

        held = self._machines[machine][:, np.abs(signed) - 1] * (np.sign(signed) * shares)
        rows: Numbers = held.sum(-1).T
        return rows

    def _vectors(self, at: NDArray[np.intp]) -> Numbers:
        """Return what `detente.knowledge.stance_columns.vectors` does, out of the rows."""
        import numpy as np

        groups = self._groups[at]
        known = np.flatnonzero(groups != _UNKNOWN)
        found = self._one_group[:, groups[known]] @ self._means[at[known]]
        sizes = np.sqrt(np.einsum("ij,ij->i", found, found))
        sizes[sizes == 0] = 1.0
        flat: Numbers = (found / sizes[:, None]).ravel()
        return flat


@lru_cache(maxsize=1)
def _trait_rows() -> TraitRows:
    return TraitRows(_model())


@lru_cache(maxsize=1)
def _model() -> dict[str, np.ndarray]:
    return weights("stance_model.npz")


@lru_cache(maxsize=1)
def _gate() -> tuple[dict[str, float], float]:
    """Return how much each word speaks for a stance, and the sum that is enough to look."""
    packed = _model()
    words = packed["gate_words"].tobytes().decode("utf-8").split("\n")
    return dict(zip(words, packed["gate"].tolist(), strict=True)), float(packed["gate_least"])
