"""Who is for or against whom: the stance between two given actors of a sentence, five classes.

Gold rows hold `text` (both actors in brackets), `p`, `q` and `label`. On the file that the shipped
model was learned from the figures are five-fold: learned anew by the same recipe, each row by a model
that has not seen it. On any other file the shipped model is scored, without the rules that
`find_stances` adds for articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tools.learn_stance import crossed, traits_of

from detente.knowledge.stance import learned_from, stance_of
from evals import gold

NAMES = ("neutral", "first_for", "second_for", "first_against", "second_against")


def run(paths: list[Path]) -> dict[str, object]:
    """Return accuracy, macro-F1 and the F1 of each class."""
    rows = list(gold.rows(paths))
    labels = [int(row["label"]) for row in rows]
    found = traits_of(rows)
    own = gold.sha256(paths) == learned_from()
    given = crossed(found, labels) if own else [stance_of(one)[0] for one in found]
    scores = f1s(labels, given)
    right = sum(a == b for a, b in zip(labels, given, strict=True))
    return {
        "n": len(rows),
        "accuracy": round(right / max(len(rows), 1), 4),
        "macro_f1": round(sum(scores) / len(scores), 4),
        **{f"f1_{name}": round(score, 4) for name, score in zip(NAMES, scores, strict=True)},
        "crossed": own,
    }


def f1s(wanted: Sequence[int], given: Sequence[int]) -> list[float]:
    """Return the F1 of each of the five classes; 0 for one that neither side holds.

    >>> f1s([0, 3], [0, 0])[0]
    0.6666666666666666
    """
    pairs = list(zip(wanted, given, strict=True))
    scores = []
    for kind in range(len(NAMES)):
        right = sum(a == b == kind for a, b in pairs)
        scores.append(
            2 * right / max(sum(a == kind for a, _ in pairs) + sum(b == kind for _, b in pairs), 1)
        )
    return scores
