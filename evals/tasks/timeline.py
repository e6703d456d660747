"""Articles with dated sentences become timelines as long as those that editors wrote.

Gold is Timeline17: rows of `kind` article (`sents` with resolved days) and timeline (`entries`). As
in its papers, a timeline is made within the span of the wanted one, of as many days, with as many
sentences a day as it has on average. The three figures are means over timelines. Those of the baseline,
DATEWISE (days by mentions, sentences by their centroid, as its paper tells it), are measured on the
same rows. The weights of ours were chosen on five topics; other topics are the test.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.link.stories.telling import weighed
from detente.link.stories.words import terms
from detente.query.choosing import LEADS, LONGEST, REPEATS, SHORTEST, Told, choose
from evals import gold
from evals.metrics.timelines import Timeline, agreement

Maker = Callable[[Sequence[Told], int, int, date, date], Timeline]


def run(paths: list[Path]) -> dict[str, object]:
    """Return ar1, ar2 and date_f1 of ours and of the baseline."""
    ours, theirs = [], []
    for path in paths:
        rows = list(gold.rows([path]))
        told = [one for row in rows if row["kind"] == "article" for one in sentences(row)]
        for row in rows:
            if row["kind"] == "timeline":
                wanted = {
                    date.fromisoformat(day): [" ".join(text.split()) for text in texts]
                    for day, texts in row["entries"]
                }
                ours.append(agreement(made(told, wanted, chosen), wanted))
                theirs.append(agreement(made(told, wanted, datewise), wanted))
    mean = {
        name: [
            round(math.fsum(getattr(one, field) for one in found) / len(found), 4)
            for found in (ours, theirs)
        ]
        for name, field in {"ar1": "ar1", "ar2": "ar2", "date_f1": "dates"}.items()
    }
    figures = {name: both[0] for name, both in mean.items()}
    return {"n": len(ours), **figures, "datewise": {name: both[1] for name, both in mean.items()}}


def sentences(row: dict[str, Any]) -> list[Told]:
    """Return the sentences of an article with the days that the gold gives them."""
    published = date.fromisoformat(row["date"])
    return [
        Told(
            row["id"],
            number,
            published,
            date.fromisoformat(day[:10]) if day and len(day) > 9 else None,
            text,
        )
        for number, (text, day) in enumerate(row["sents"], 1)
    ]


def made(told: Sequence[Told], wanted: Timeline, maker: Maker) -> Timeline:
    """Return a timeline of the span, days and density of the wanted one."""
    each = max(1, round(sum(map(len, wanted.values())) / len(wanted)))
    return maker(told, len(wanted), each, min(wanted), max(wanted))


def chosen(told: Sequence[Told], days: int, each: int, first: date, last: date) -> Timeline:
    """Return ours."""
    entries = choose(told, days=days, each=each, first=first, last=last)
    return {entry.day: [one.text for one in entry.sentences] for entry in entries}


def datewise(told: Sequence[Told], days: int, each: int, first: date, last: date) -> Timeline:
    """Return the baseline: days by mentions; sentences greedily nearest to the centroid of the day."""
    fit = [one for one in told if SHORTEST <= len(one.text.split()) <= LONGEST]
    pools: defaultdict[date, list[Told]] = defaultdict(list)
    mentions: Counter[date] = Counter()
    for one in fit:
        about = {one.day} if one.day else set()
        mentions.update(about)
        if one.number <= LEADS:
            about |= {one.published, one.published - timedelta(1)}
        for day in about:
            pools[day].append(one)
    ranked = sorted(
        (day for day in pools if first <= day <= last), key=lambda day: (-mentions[day], day)
    )
    return {day: _nearest(pools[day], each) for day in ranked[:days]}


def _nearest(pool: Sequence[Told], each: int) -> list[str]:
    vectors = [weighed(Counter(terms(one.text)), 60) for one in pool]
    centre: Counter[str] = Counter()
    for vector in vectors:
        centre.update(vector)
    picked: list[int] = []
    together: Counter[str] = Counter()

    def likeness(number: int) -> float:
        tried = Counter(together)
        tried.update(vectors[number])
        length = math.sqrt(sum(value * value for value in tried.values())) or 1.0
        return sum(value * centre[term] for term, value in tried.items()) / length

    def repeats(number: int) -> bool:
        return any(
            sum(value * vectors[other].get(term, 0.0) for term, value in vectors[number].items())
            > REPEATS
            for other in picked
        )

    while len(picked) < each:
        left = [number for number in range(len(pool)) if number not in picked and not repeats(number)]
        if not left:
            break
        best = max(left, key=likeness)
        picked.append(best)
        together.update(vectors[best])
    return [pool[number].text for number in picked]
