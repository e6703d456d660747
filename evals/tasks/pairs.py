"""Two short reports of one matter: do they conflict, judge differently, or tell of two times?

Gold are lines of `left`, `right` (each `outlet`, `published`, `text`), `label` and `slot`. Labels are
`same` and `compatible` (both can hold), `slot` (values of one thing that cannot both hold, a plain
opposite included), `assessment` (people or outlets judge one thing differently) and `changed` (then and
later: a toll that grew, a correction, a view that moved). Each pair is read as two articles and asked
for its disagreements as those of one story are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from detente.link.meetings import link_meetings
from detente.link.statements import link_statements
from detente.pipeline import extract_all
from detente.query.desk import desk_of
from detente.query.disagreements import Disagreement, disagreements_of
from detente.query.reference import reference
from detente.query.stories import StoryView
from detente.query.views import Reports
from detente.read import read_text
from detente.records import Article, Extraction
from evals import gold

CONFLICT = frozenset({"slot", "assessment"})
_KIND = {"slot": "slot", "polarity": "slot", "assessment": "assessment"}


def run(paths: list[Path]) -> dict[str, object]:
    """Return precision and recall of conflicts, the kinds right among them, and what was mistaken."""
    rows = list(gold.rows(gold.files(paths)))
    articles = [article(row[side], f"{row['id']}/{side}") for row in rows for side in ("left", "right")]
    read = {one.article.id: one for one in extract_all(articles)}
    told = [
        (row, verdict(found([read[a.id], read[b.id]])))
        for row, a, b in zip(rows, articles[::2], articles[1::2], strict=True)
    ]
    flagged = [(row, said) for row, said in told if said in CONFLICT]
    wanted = [row for row in rows if row["label"] in CONFLICT]
    hits = [(row, said) for row, said in flagged if row["label"] in CONFLICT]
    later = [said for row, said in told if row["label"] == "changed"]
    return {
        "n": len(rows),
        "precision": round(len(hits) / (len(flagged) or 1), 4),
        "recall": round(len(hits) / (len(wanted) or 1), 4),
        "kind_right": round(sum(row["label"] == said for row, said in hits) / (len(hits) or 1), 4),
        "changed_as_conflict": sum(said in CONFLICT for said in later),
        "changed_recall": round(later.count("changed") / (len(later) or 1), 4),
        "labels": dict(sorted(Counter(row["label"] for row in rows).items())),
        "wrong": [
            f"{row['id']} {row['label']}: {said}" for row, said in told if _wrong(row["label"], said)
        ],
    }


def article(side: dict[str, Any], path: str) -> Article:
    """Return one side of a pair as an article."""
    day = date.fromisoformat(side["published"]) if side.get("published") else None
    return read_text(side["text"], path=path, outlet=side["outlet"], published=day)


def found(read: Sequence[Extraction]) -> list[Disagreement]:
    """Return the disagreements of a few articles that are one story."""
    articles = [one.article for one in read]
    desk = desk_of(articles, (), reference())
    published = {one.id: one.published for one in articles}
    meetings = link_meetings([row for one in read for row in one.meetings], published)
    remarks = link_statements([row for one in read for row in one.statements], published)
    view = StoryView("story:pair", None, None, None, (), Reports(0, (), 0, 0), ())
    return disagreements_of(view, read, desk, meetings, remarks)


def verdict(disagreements: Iterable[Disagreement]) -> str:
    """Return what a pair is taken for: the first open disagreement, else then and later, else none."""
    later = "none"
    for one in disagreements:
        if one.open:
            return _KIND[one.kind]
        later = "changed"
    return later


def _wrong(label: str, said: str) -> bool:
    if label in CONFLICT or label == "changed":
        return said != label
    return said in CONFLICT
