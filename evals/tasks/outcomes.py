"""What came of forecasts: each verdict of the machine's held against what the articles tell.

Gold is `evals/gold/outcomes/*.json`: a folder of articles, and for forecasts in them, known by who made
them, the day and a few words of the claim, the verdict that a later article of the folder supports
(`came-true`, `did-not`, `partly`), or `open` where none does. `precision` counts every definite verdict
of the machine's: one on a forecast that the gold does not list is wrong until somebody has looked.
`unclear` and open forecasts are never wrong, and settle nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from detente.link.outcomes import link_outcomes, targets_of
from detente.pipeline import extract_all
from detente.read import read_path
from detente.records import Article, Extraction, Forecast, When
from evals.metrics.slots import Counts, fold

ROOT = Path(__file__).resolve().parents[2]
_NEAR = 9
"""Days by which the day of an article without a date of its own may miss the gold's."""


def run(paths: list[Path]) -> dict[str, object]:
    """Return how many forecasts the machine settles, and how many of them rightly."""
    right, decided, unclear, found, settled = 0, 0, 0, 0, 0
    missed: list[str] = []
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        rows, published = read_folder(ROOT / gold["articles"])
        forecasts = [row for one in rows for row in one.forecasts]
        verdicts = machine(rows, published)
        settled += sum(wanted["verdict"] != "open" for wanted in gold["outcomes"])
        found += len(forecasts)
        for row in forecasts:
            said = verdicts.get(row.id)
            unclear += said == "unclear"
            wanted = listed(row, published[row.article], gold["outcomes"])
            if said is not None and said != "unclear":
                decided += 1
                right += wanted == said
                if wanted != said:
                    missed.append(
                        f"wrong: {row.forecaster.name}: {row.claim[:80]}: {said}, not {wanted}"
                    )
            elif wanted not in (None, "open"):
                missed.append(f"{said or 'open'}: {row.forecaster.name}: {row.claim[:80]}: {wanted}")
    counts = Counts(right, decided, settled)
    return {
        "n": found,
        "precision": counts.precision if decided else 1.0,
        "recall": counts.recall,
        "decided": decided,
        "right": right,
        "unclear": unclear,
        "missed": missed,
    }


def read_folder(folder: Path) -> tuple[list[Extraction], dict[str, When]]:
    """Return what each article of a folder holds, and the days of publication by article."""
    articles = [
        item
        for path in sorted(folder.iterdir())
        for item in read_path(path)
        if isinstance(item, Article)
    ]
    rows = list(extract_all(articles))
    return rows, {one.article.id: one.article.published for one in rows}


def machine(rows: Sequence[Extraction], published: dict[str, When]) -> dict[str, str]:
    """Return the machine's verdict by forecast."""
    forecasts = [row for one in rows for row in one.forecasts]
    mentions = [row for one in rows for row in one.mentions]
    links = link_outcomes(
        targets_of(forecasts, mentions, published),
        [row for one in rows for row in one.meetings],
        [row for one in rows for row in one.events],
        published,
        [row for one in rows for row in one.statements],
    )
    return {link.left: link.relation for link in links}


def listed(row: Forecast, made: When, gold: list[dict[str, Any]]) -> str | None:
    """Return the gold's verdict on a forecast; None where it does not list it."""
    for wanted in gold:
        same = fold(wanted["forecaster"]) == fold(row.forecaster.name)
        if same and fold(wanted["words"]) in fold(row.claim) and on_the_day(made, wanted["made"]):
            return str(wanted["verdict"])
    return None


def on_the_day(made: When, wanted: str) -> bool:
    """Say whether an article was printed on a day, or may have been where its day is inferred."""
    if made.start is None:
        return False
    if made.precision == "day":
        return made.start.isoformat() == wanted
    return abs((made.start - date.fromisoformat(wanted)).days) <= _NEAR
