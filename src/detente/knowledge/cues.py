"""Which words report what somebody said, and how sure each frame is.

Two tables. `data/cues.tsv` lists cue lemmas by frame with how often each was seen and how often it
held; its first lines say where the counts come from. `data/cue_model.npz` holds the weights of the
linear model that decides between readings; `data/cue_model.md` is its card.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from detente.errors import RegistryError

_GROUPS = 100_000
"""Sums of features remembered before all are forgotten."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A lemma in a frame."""

    lemma: str
    """The verb, noun or adjective, with its particle ("point out")."""
    frame: str
    """How its content hangs on it: that, inv, inf, obj, prep:for, noun:that ..."""
    seen: int
    """How often the lemma stood in this frame."""
    held: int
    """How often that reported words or a stand."""

    @property
    def precision(self) -> float:
        """The share that held, drawn to the mean of all cues by two made-up sightings."""
        return (self.held + 0.4) / (self.seen + 2)


@dataclass(frozen=True, slots=True)
class CueModel:
    """A logistic model over named features."""

    weights: dict[str, float]
    """Weight of each feature that has one."""
    threshold: float
    """The probability from which a candidate is taken."""
    _sums: dict[tuple[str, ...], float] = field(default_factory=dict, repr=False, compare=False)

    def probability(self, groups: Iterable[tuple[str, ...]]) -> float:
        """Return how likely a candidate with these groups of features reports somebody's words.

        A name without a weight counts nothing. The sum of a group is remembered: most come again.

        >>> CueModel({"bias": 0.0}, 0.5).probability([("bias",), ("never seen",)])
        0.5
        """
        sums, total = self._sums, 0.0
        if len(sums) > _GROUPS:
            sums.clear()
        for names in groups:
            known = sums.get(names)
            if known is None:
                known = sums[names] = sum(self.weights.get(name, 0.0) for name in names)
            total += known
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def cues() -> dict[tuple[str, str], Cue]:
    """Return every cue by lemma and frame. A pair that is not there was never seen to report."""
    path = resources.files("detente.knowledge") / "data" / "cues.tsv"
    found: dict[tuple[str, str], Cue] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 4 or not (parts[2].isdigit() and parts[3].isdigit()):
            raise RegistryError(
                f"cues.tsv, line {number}: expected lemma, frame, seen, held; got {line!r}"
            )
        cue = Cue(parts[0], parts[1], int(parts[2]), int(parts[3]))
        found[cue.lemma, cue.frame] = cue
    return found


@lru_cache(maxsize=1)
def cue_words() -> dict[str, frozenset[str]]:
    """Return the reviewed words of speech by class; the head of `data/cue_words.tsv` names them."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines("cue_words.tsv")[1:]:
        name, _, words = line.partition("\t")
        found[name] = frozenset(word.replace("_", " ") for word in words.split())
    return found


@lru_cache(maxsize=64)
def cues_in(*classes: str) -> frozenset[str]:
    """Return the reviewed words of several classes together.

    >>> "blame" in cues_in("blame", "praise"), "say" in cues_in("blame", "praise")
    (True, False)
    """
    return frozenset().union(*(cue_words()[name] for name in classes))


_REPORTING = ("say", "blame", "praise", "demand", "promise", "refuse", "think", "name", "as", "felt")


@lru_cache(maxsize=1)
def reporting_words() -> frozenset[str]:
    """Return the first words of all cues: of those in the table, and of the reviewed verbs.

    A verb that is not among them was never seen to report.

    >>> "say" in reporting_words(), "walk" in reporting_words()
    (True, False)
    """
    seen = (lemma for lemma, _ in cues())
    return frozenset(word.split(" ")[0] for word in (*cues_in(*_REPORTING), *seen))


@lru_cache(maxsize=1)
def speaking_nouns() -> dict[str, float]:
    """Return how often each common noun, as a subject, is one who speaks; a noun not there never is.

    >>> speaking_nouns()["spokesman"] > 0.5, speaking_nouns().get("breakthrough", 0.0)
    (True, 0.0)
    """
    found: dict[str, float] = {}
    for line in _lines("cue_speakers.tsv"):
        noun, seen, held = line.split("\t")
        found[noun] = (int(held) + 0.2) / (int(seen) + 1)
    return found


@lru_cache(maxsize=1)
def media() -> dict[str, dict[str, str]]:
    """Return the medium of each noun (`noun`) and of each outlet's name in lower case (`name`).

    >>> media()["noun"]["tweet"], media()["name"]["interfax"]
    ('tweet', 'agency')
    """
    found: dict[str, dict[str, str]] = {"noun": {}, "name": {}}
    for line in _lines("cue_media.tsv")[1:]:
        medium, kind, words = line.split("\t")
        found[kind].update(dict.fromkeys(words.split(";"), medium))
    return found


def _lines(name: str) -> list[str]:
    path = resources.files("detente.knowledge") / "data" / name
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def cue_model() -> CueModel:
    """Return the model that is shipped with this version."""
    import numpy as np

    path = resources.files("detente.knowledge") / "data" / "cue_model.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        names = bytes(data["names"]).decode("utf-8").split("\n")
        weights = dict(zip(names, data["weights"].astype(float).tolist(), strict=True))
        return CueModel(weights, float(data["threshold"]))
