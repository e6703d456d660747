"""Articles in order of time become stories, in one pass with a repair after every batch.

Two kinds of gold. Headlines with `TITLE, URL, STORY, TIMESTAMP` (the UCI news aggregator): `bcubed_f1`
is of all rows; `second_half` is of the second half alone, as a stream of its own. Whole documents with
`subtopic, sentences` (ECB+), which carry no time: they are read in an order drawn once.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from detente.link.stories import StoryIndex, Telling, merge_stories, split_stories, telling
from evals import gold
from evals.metrics.clusters import bcubed, pairwise

BATCH = 200
SHUFFLED_BY = 7


def run(paths: list[Path]) -> dict[str, object]:
    """Return BCubed and pairwise figures and articles a second."""
    rows = list(gold.rows(paths))
    if "subtopic" in rows[0]:
        random.Random(SHUFFLED_BY).shuffle(rows)
        return {"n": len(rows), **figures([(document(row), row["subtopic"]) for row in rows])}
    rows.sort(key=lambda row: int(row["TIMESTAMP"]))
    half = rows[len(rows) // 2 :]
    again = figures([(headline(row), row["STORY"]) for row in half])
    whole = figures([(headline(row), row["STORY"]) for row in rows])
    return {"n": len(rows), **whole, "second_half": again["bcubed_f1"]}


def headline(row: dict[str, Any]) -> Telling:
    """Return a row of the aggregator as stories compare it."""
    day = datetime.fromtimestamp(int(row["TIMESTAMP"]) / 1000, UTC).date()
    return telling(str(row["ID"]), row["TITLE"], day=day, url=row["URL"])


def document(row: dict[str, Any]) -> Telling:
    """Return a document without headline and day as stories compare it."""
    first, *rest = [" ".join(sentence) for sentence in row["sentences"]]
    return telling(str(row["id"]), first, rest)


def figures(told: Sequence[tuple[Telling, str]]) -> dict[str, object]:
    """Return the figures of one stream."""
    began = time.perf_counter()
    found = stream([one for one, _ in told])
    seconds = time.perf_counter() - began
    wanted = {one.article: story for one, story in told}
    whole, pairs = bcubed(wanted, found), pairwise(wanted, found)
    return {
        "bcubed_f1": round(whole.f1, 4),
        "bcubed_p": round(whole.precision, 4),
        "bcubed_r": round(whole.recall, 4),
        "pairwise_f1": round(pairs.f1, 4),
        "stories": len(set(found.values())),
        "stories_gold": len(set(wanted.values())),
        "articles_per_s": round(len(told) / seconds, 1),
    }


def stream(told: Sequence[Telling]) -> dict[str, str]:
    """Return the story of each article, read in this order."""
    index, tells = StoryIndex(), dict[str, list[Telling]]()
    touched: set[str] = set()
    for number, one in enumerate(told, 1):
        story = index.place(one)[0].story
        tells.setdefault(story, []).append(one)
        touched.add(story)
        if number % BATCH == 0 or number == len(told):
            repair(index, touched, tells)
            touched.clear()
    return {one.article: story for story, reports in tells.items() for one in reports}


def repair(index: StoryIndex, touched: set[str], tells: dict[str, list[Telling]]) -> None:
    """Merge and split stories that were told since the last repair, and move their articles."""
    for change in merge_stories(index, touched):
        tells[change.into] += tells.pop(change.story)
    changes, fits = split_stories(index, touched, tells.__getitem__)
    goes = {fit.article: fit.story for fit in fits}
    for key in dict.fromkeys(change.story for change in changes):
        reports = tells.pop(key, [])
        for one in reports:
            tells.setdefault(goes.get(one.article, key), []).append(one)
