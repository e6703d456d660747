"""The timeline of two states: the days that matter most, each in the sentences that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request

from detente.interfaces.server.page import page
from detente.interfaces.server.pages.relationship import two_states
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.showing import Content
from detente.query.archived import desk_for, extractions
from detente.query.latest import latest_articles
from detente.query.names import issue_id
from detente.query.timeline import Day, timeline_of

router = APIRouter()
Density = Literal["few", "usual", "many", "all"]
DAYS: dict[Density, tuple[int, int]] = {
    "few": (8, 1), "usual": (20, 1), "many": (60, 2), "all": (1000, 3),
}  # fmt: skip
"""How many days a density shows at most, and how many sentences of each."""
LEFT, RIGHT, BASE, TALL = 8, 892, 62, 48


@dataclass(frozen=True, slots=True)
class Told:
    """A timeline and what it rests on."""

    days: tuple[Day, ...]
    """In order of time."""
    articles: int
    """How many articles it was read from."""
    more: bool
    """Whether there are earlier ones on the two states in the period."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the axis."""

    day: Day
    """The day."""
    x: float
    """Where it stands."""
    height: float
    """How tall it is: by its weight."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days of a timeline drawn on one axis."""

    marks: tuple[Mark, ...]
    """In order of time."""
    ticks: tuple[tuple[float, date], ...]
    """Where months or years begin, and the day."""


def timeline_for(
    request: Request,
    at: Reading,
    pair: tuple[str, str],
    since: date | None,
    until: date | None,
    *,
    issue: str | None = None,
    days: int,
    each: int = 1,
) -> Told:
    """Return the timeline of two states out of the latest articles, kept until the archive changes."""

    def made() -> Told:
        ids, more = latest_articles(at.conn, at.reference, *pair, since, until, at.as_of)
        found = timeline_of(
            extractions(at.conn, ids),
            desk_for(at.conn, ids, at.reference),
            days=days,
            each=each,
            issue=issue,
            since=since,
            until=until,
            as_of=at.as_of,
        )
        return Told(tuple(found), len(ids), more)

    key = ("timeline", *pair, since, until, at.as_of, issue, days, each)
    return memory_of(request).get(key, made)


@page(router, "/r/{pair}/timeline")
def timeline(
    request: Request,
    pair: str,
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    density: Annotated[Density, Query()] = "usual",
    issue: str = "",
    at: Reading = Depends(reading),
) -> Content:
    """Show the days of two states that matter most; `density` says how many."""
    states = two_states(pair)
    about = issue_id(issue, at.reference) if issue.strip() else None
    days, each = DAYS[density]
    found = timeline_for(request, at, states, since, until, issue=about, days=days, each=each)
    rows = [
        {
            "day": one.day,
            "weight": round(one.weight, 3),
            "origins": one.origins,
            "told": "main" if line in one.lines else "support",
            "article": line.article.id,
            "outlet": line.article.outlet or "",
            "sentence": line.ref.sentence,
            "words": line.text,
        }
        for one in found.days
        for line in (*one.lines, *one.support)
    ]
    names = tuple(at.reference.states.get(state, state) for state in states)
    shown = {
        "told": found,
        "axis": axis_of(found.days),
        "pair": states,
        "names": names,
        "since": since,
        "until": until,
        "density": density,
        "densities": tuple(DAYS),
        "issue": issue,
        "years": len({one.day.year for one in found.days}),
    }
    return Content("timeline.html", found, rows, shown)


def axis_of(days: Sequence[Day]) -> Axis | None:
    """Return days on an axis of 900 units; None for fewer than two."""
    if len(days) < 2:
        return None
    first, last = days[0].day, days[-1].day
    span = max((last - first).days, 1)

    def x(day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - first).days / span, 1)

    marks = tuple(Mark(one, x(one.day), round(8 + (TALL - 8) * one.weight, 1)) for one in days)
    return Axis(marks, tuple((x(day), day) for day in _ticks(first, last)))


def _ticks(first: date, last: date) -> list[date]:
    """Return the first days of months, of quarters or of years between two days: at most about ten."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= 9 else 3 if months <= 27 else 12 * max(1, months // 108)
    found = []
    for at in range(first.year * 12, last.year * 12 + 12):
        day = date(at // 12, at % 12 + 1, 1)
        if at % step == 0 and first < day < last:
            found.append(day)
    return found
