"""The type of an act between two given parties: fifteen types, and the four quad classes.

Gold rows hold `marked` (the sentence with its parties marked), `label` and `quad`. On the file that
the shipped model was learned from the figures are five-fold: learned anew by the same recipe, each
row by a model that has not seen it. On any other file the shipped model is scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tools.learn_event_types import crossed, traits_of

from detente.knowledge.event_types import TYPES, learned_from, type_of
from detente.knowledge.plover import EVENT_TYPES
from evals import gold


def run(paths: list[Path]) -> dict[str, object]:
    """Return accuracy and macro-F1 of the types and the accuracy of their quads."""
    rows = list(gold.rows(paths))
    labels = [str(row["label"]) for row in rows]
    found = traits_of(rows)
    own = gold.sha256(paths) == learned_from()
    given = crossed(found, labels) if own else [type_of(one)[0] for one in found]
    quads = [int(row["quad"]) for row in rows]
    right = sum(a == b for a, b in zip(labels, given, strict=True))
    same = sum(quad(a) == b for a, b in zip(given, quads, strict=True))
    return {
        "n": len(rows),
        "accuracy": round(right / max(len(rows), 1), 4),
        "macro_f1": round(macro(labels, given), 4),
        "quad_accuracy": round(same / max(len(rows), 1), 4),
        "crossed": own,
    }


def quad(type_: str) -> int:
    """Return the quad class of a type; that of YIELD is RETREAT's.

    >>> quad("YIELD"), quad("ACCUSE")
    (2, 3)
    """
    return EVENT_TYPES["RETREAT" if type_ == "YIELD" else type_].quad


def macro(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the mean F1 over the types that either side holds.

    >>> macro(["AID", "AID", "ACCUSE"], ["AID", "ACCUSE", "ACCUSE"])
    0.6666666666666666
    """
    pairs = list(zip(wanted, given, strict=True))
    kinds = [kind for kind in TYPES if kind in wanted or kind in given]
    scores = []
    for kind in kinds:
        right = sum(a == b == kind for a, b in pairs)
        scores.append(2 * right / (sum(a == kind for a, _ in pairs) + sum(b == kind for _, b in pairs)))
    return sum(scores) / max(len(scores), 1)
