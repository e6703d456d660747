"""A relationship: its course, what happened on the way, where each side stands, what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from detente.errors import UnknownName
from detente.interfaces.server.chart import Chart, chart_of
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.rows import row_of
from detente.interfaces.server.showing import Content
from detente.interfaces.server.templating import rendered
from detente.query.course_rows import first_of_latest
from detente.query.latest import Latest, latest
from detente.query.names import state_code
from detente.query.opened import Opened, opened
from detente.query.series import Point, Series, series
from detente.query.telling import (
    best,
    rank_issue,
    told_acts,
    told_meetings,
    told_outlooks,
    told_stands,
)
from detente.query.times import told_on, vague
from detente.query.views import (
    Act,
    Difference,
    Encounter,
    IssueStands,
    Outlook,
    Relationship,
    Saying,
    Stand,
)

router = APIRouter()
Item = Encounter | Saying | Stand | Outlook | Act
_ISSUES, _ARTICLES, _FORECASTS, _DIFFERENCES = 7, 8, 6, 5
_DEEDS = 150
"""Acts, contacts or words that a course reaches back over at least, where no first day is asked for."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the course: what both states did toward each other in it."""

    start: date
    """Its Monday."""
    points: tuple[Point, ...]
    """The point of the first state and of the second."""


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue and the newest position of each side."""

    stands: IssueStands
    """The issue with all positions."""
    newest: tuple[Stand | None, Stand | None]
    """Of the first state and of the second; None where it has none with a day."""


def two_states(pair: str) -> tuple[str, str]:
    """Return the codes of two states written with a hyphen between them.

    >>> two_states("usa-rus"), two_states("Russia-United States")
    (('USA', 'RUS'), ('RUS', 'USA'))

    Raises UnknownName for anything else.
    """
    parts = pair.split("-")
    if len(parts) < 2:
        raise UnknownName(f"{pair!r} names no two states", "write them as USA-RUS")
    for at in range(1, len(parts)):
        try:
            found = state_code("-".join(parts[:at])), state_code("-".join(parts[at:]))
        except UnknownName:
            continue
        if found[0] == found[1]:
            raise UnknownName(f"a relationship of {found[0]} with itself", "name two states")
        return found
    return state_code(parts[0]), state_code("-".join(parts[1:]))


def record_of(
    request: Request, at: Reading, pair: tuple[str, str], since: date | None, until: date | None
) -> Relationship:
    """Return the record of two states out of the latest articles, kept until the archive changes."""
    return latest_of(request, at, pair, since, until).record


def latest_of(
    request: Request, at: Reading, pair: tuple[str, str], since: date | None, until: date | None
) -> Latest:
    """Return the same, with whether there is more than it rests on."""
    left, right = pair
    return memory_of(request).get(
        ("record", left, right, since, until, at.as_of),
        lambda: latest(at.conn, at.reference, left, right, since=since, until=until, as_of=at.as_of),
    )


def course_of(
    request: Request, at: Reading, pair: tuple[str, str], since: date | None, until: date | None
) -> Series:
    """Return the course of two states, kept until the archive changes.

    Where no first day is asked for, it begins where the latest `_DEEDS` rows of a kind do.
    """
    left, right = pair

    def drawn() -> Series:
        first = since or first_of_latest(at.conn, left, right, most=_DEEDS, as_of=at.as_of)
        return series(at.conn, at.reference, left, right, since=first, until=until, as_of=at.as_of)

    return memory_of(request).get(("course", left, right, since, until, at.as_of), drawn)


@page(router, "/r/{pair}")
def show(
    request: Request,
    pair: str,
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    open: str = "",
    at: Reading = Depends(reading),
) -> Content:
    """Show the record of two states."""
    states = two_states(pair)
    found = latest_of(request, at, states, since, until)
    record = found.record
    course = course_of(request, at, states, since, until)
    drawer = _drawer(at, course, open) if open else None
    day = _day_of(drawer)
    chart = chart_of(record, course, day)
    items = _items(record)
    shown = {
        "record": record,
        "more": found.more,
        "since": since,
        "until": until,
        "pair": states,
        "course": course,
        "chart": chart,
        "issues": _issue_lines(record),
        "more_issues": max(0, len(record.positions) - _ISSUES),
        "differences": _differences(record),
        "forecasts": told_outlooks(record.forecasts, _FORECASTS),
        "due": sum(one.due and not one.outcome for one in record.forecasts),
        "articles": tuple(reversed(record.articles))[:_ARTICLES],
        "twin": _twin(record, chart),
        "drawer": drawer,
        "open": open,
    }
    return Content("relationship.html", record, [row_of(one) for one in items], shown)


@router.get("/r/{pair}/drawer")
def drawer(
    request: Request,
    pair: str,
    open: str,
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    at: Reading = Depends(reading),
) -> Response:
    """Show one thing of a relationship alone, to be put beside it."""
    states = two_states(pair)
    course = course_of(request, at, states, since, until)
    shown = {"drawer": _drawer(at, course, open), "pair": states, "open": open}
    return HTMLResponse(rendered(request, "drawer.html", {**shown, "page_path": f"/r/{pair}"}))


def _drawer(at: Reading, course: Series, id: str) -> Opened | Week:
    if not id.startswith("week:"):
        return opened(at.conn, at.reference, id, as_of=at.as_of)
    try:
        monday = date.fromisoformat(id.removeprefix("week:"))
    except ValueError as error:
        raise UnknownName(f"{id!r} is no week", "write its Monday: week:2013-05-06") from error
    monday -= timedelta(days=monday.weekday())
    points = tuple(point for one in course.courses for point in one.points if point.start == monday)
    return Week(monday, points)


def _day_of(drawer: Opened | Week | None) -> date | None:
    """Return the day at which the cursor stands."""
    if drawer is None:
        return None
    if isinstance(drawer, Week):
        return drawer.start + timedelta(days=3)
    item = drawer.item
    if isinstance(item, Encounter):
        return None if vague(item.date) else item.date.start or item.date.end
    if isinstance(item, Outlook):
        return item.made.start
    return told_on(item.row.date, item.reported)


def _items(record: Relationship) -> list[Item]:
    return [
        *record.meetings,
        *record.contacts,
        *record.acts,
        *(one for group in record.positions for one in (*group.left, *group.right)),
        *record.forecasts,
        *(one for group in record.statements for one in group.sayings),
    ]


def _issue_lines(record: Relationship) -> list[IssueLine]:
    lines = []
    for issue in sorted(record.positions, key=rank_issue)[:_ISSUES]:
        newest = tuple(next(iter(told_stands(side)), None) for side in (issue.left, issue.right))
        if any(newest):
            lines.append(IssueLine(issue, (newest[0], newest[1])))
    return lines


def _differences(record: Relationship) -> list[tuple[Encounter | Saying, Difference]]:
    """Return where reports differ, what most origins tell first."""
    met: Iterable[Encounter | Saying] = (*record.meetings, *record.contacts)
    said = (one for group in record.statements for one in group.sayings)
    found = [(item, one) for item in (*met, *said) for one in item.differences if one.slot != "words"]
    return best(found, _DIFFERENCES, lambda pair: -pair[0].reports.origins)


def _twin(record: Relationship, chart: Chart | None) -> list[tuple[date, Encounter | Act]]:
    """Return what the lanes draw as a list in order of days: meetings, calls, visits, measures."""
    met = told_meetings(record.meetings, None) + told_meetings(record.contacts, None)
    found: list[tuple[date, Encounter | Act]] = [
        (one.date.start or one.date.end or date.max, one) for one in met
    ]
    found += [(told_on(one.row.date, one.reported), one) for one in told_acts(record.acts, 50)]
    inside = [one for one in found if chart is None or chart.first <= one[0] <= chart.last]
    return sorted(inside, key=lambda one: one[0])
