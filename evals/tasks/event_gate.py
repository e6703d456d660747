"""The gate: of sentences that tell no act between political actors, how many are coded as events.

Gold rows hold `text` and `label`, 0 for a sentence without an act (a plain statement or nothing), 1 to
4 for the quad class of its act. `coded_irrelevant` is the share of the former with at least one event,
`coded_relevant` that of the others; `quad_accuracy` counts the surest event of those.
"""

from __future__ import annotations

from pathlib import Path

from detente.annotate import annotate_many
from evals.gold import rows
from evals.tasks.events import code, pair


def run(paths: list[Path]) -> dict[str, object]:
    """Return the shares over the rows of the files."""
    gold = list(rows(paths))
    irrelevant = relevant = wrongly = rightly = same = 0
    for row, parse in zip(gold, annotate_many(pair(row["text"]) for row in gold), strict=True):
        events = [e for e in code(parse) if e.factuality not in ("hypothetical", "denied")]
        if not int(row["label"]):
            irrelevant += 1
            wrongly += bool(events)
            continue
        relevant += 1
        rightly += bool(events)
        if events:
            same += max(events, key=lambda e: e.score).quad == int(row["label"])
    return {
        "n": len(gold),
        "coded_irrelevant": round(wrongly / max(irrelevant, 1), 4),
        "passed_over": round(1 - wrongly / max(irrelevant, 1), 4),
        "coded_relevant": round(rightly / max(relevant, 1), 4),
        "quad_accuracy": round(same / max(rightly, 1), 4),
    }
