"""The course of a relationship: a weekly series from each state toward the other, open at any point.

    with open_database("archive.db").read() as conn:
        found = series(conn, reference(), "USA", "RUS", since=date(2013, 2, 1))
        found.courses[0].points[3].deeds[0].refs

How a point comes about is said in `FORMULA`, which is to be printed beside every drawing of it, and at
length in docs/explanation/series.md. What outlets and experts call the state of the relationship is no
part of it: see `detente.query.course_verdicts`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.course_deeds import Deed, deeds_of
from detente.query.course_rows import CourseRows, course_rows
from detente.query.desk import Desk, Reference
from detente.query.views import Side

WIDTH = 3.0
"""Half the width of the band where one origin reports: the mean size of the scores that PLOVER gives
its eight verbal types is 2.9."""
LEAST, MOST = -10.0, 10.0
"""The ends of PLOVER's scale."""
FORMULA = (
    "score = mean of the PLOVER scores (-10 to 10) of the week's distinct acts, contacts and words of "
    "one state toward the other; a contact counts for both (call 1.5, meeting 2.5, visit or summit 4), "
    "one called off below zero for the side that did it; words for or against 2 and -2; "
    "band = score ± 3/√n, n independent origins; no deed, no point"
)
"""The formula, to be printed beside the series."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Point:
    """A week of one state toward the other."""

    start: date
    """Its Monday."""
    end: date
    """Its Sunday."""
    score: float | None
    """Mean score of its deeds, -10 to 10; None in a week without any: a gap, not a zero."""
    low: float | None
    """Lower end of the band; None in a gap."""
    high: float | None
    """Upper end."""
    origins: int
    """How many independent origins report its deeds."""
    deeds: tuple[Deed, ...]
    """What it is made of, in order of days; each has its references."""


@dataclass(frozen=True, slots=True)
class Course:
    """The series of one state toward another, a point for every week of the period."""

    by: str
    """ISO 3166-1 alpha-3 of the state whose deeds these are."""
    to: str
    """Of the state they are toward."""
    points: tuple[Point, ...]
    """A point a week, gaps among them."""


@dataclass(frozen=True, slots=True)
class IssueCourse:
    """The series on one issue alone, both ways."""

    issue: str
    """`Issue.id`."""
    name: str
    """Its name."""
    deeds: int
    """How many distinct deeds it is made of."""
    courses: tuple[Course, Course]
    """From the first state to the second, and back."""


@dataclass(frozen=True, slots=True)
class Series:
    """The course of a relationship in a period."""

    left: str
    """ISO 3166-1 alpha-3 of the first state."""
    right: str
    """Of the second."""
    since: date | None
    """First day asked for; None when open."""
    until: date | None
    """Last day asked for; None when open."""
    as_of: date | None
    """Only what was printed by this day; None for all."""
    first: date | None
    """Monday of the first week; None where there is nothing."""
    last: date | None
    """Sunday of the last week."""
    courses: tuple[Course, Course]
    """All deeds: from the first state to the second, and back."""
    issues: tuple[IssueCourse, ...]
    """By issue, the one with most deeds first; a deed on two issues is in both, one on none in none."""
    unplaced: int
    """Rows that would count but have no day, or one too vague for a week."""
    formula: str = FORMULA
    """How a point comes about."""


def series(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    issue: str | None = None,
) -> Series:
    """Return the weekly series of two states (ISO 3166-1 alpha-3) toward each other.

    `since` and `until` bound the days of deeds, both inclusive; the weeks at the ends hold only what
    lies within. `as_of` leaves out what was not surely printed by that day; `issue` (an `Issue.id`)
    what is not on it. Raises UnknownName when both states are the same. It loads no text: the sentence
    behind a deed is at its references.
    """
    if left == right:
        raise UnknownName(f"a series of {left} toward itself", "name two states")
    rows = course_rows(conn, reference, left, right, since=since, as_of=as_of)
    return series_of(rows, left, right, since=since, until=until, as_of=as_of, issue=issue)


def series_of(
    rows: CourseRows,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    issue: str | None = None,
) -> Series:
    """Return the series out of rows: a pure function, whatever the order they come in."""
    counted = deeds_of(rows, left, right)
    deeds = [
        deed
        for deed in counted.deeds
        if (since is None or deed.day >= since)
        and (until is None or deed.day <= until)
        and (issue is None or issue in deed.issues)
    ]
    weeks = _weeks(deeds, since, until)

    def courses(chosen: Sequence[Deed]) -> tuple[Course, Course]:
        there = Course(left, right, _points(chosen, "left", weeks, rows.desk))
        return there, Course(right, left, _points(chosen, "right", weeks, rows.desk))

    return Series(
        left=left,
        right=right,
        since=since,
        until=until,
        as_of=as_of,
        first=weeks[0] if weeks else None,
        last=weeks[-1] + _WEEK - timedelta(days=1) if weeks else None,
        courses=courses(deeds),
        issues=tuple(
            IssueCourse(one, rows.desk.reference.issue_name(one), len(chosen), courses(chosen))
            for one, chosen in _by_issue(deeds)
            if issue is None or one == issue
        ),
        unplaced=counted.unplaced,
    )


def band(score: float, origins: int) -> tuple[float, float]:
    """Return the ends of the band around a score that so many independent origins report.

    >>> band(2.5, 1), band(2.5, 9)
    ((-0.5, 5.5), (1.5, 3.5))
    """
    half = WIDTH / math.sqrt(max(1, origins))
    return round(max(LEAST, score - half), 2), round(min(MOST, score + half), 2)


def monday(day: date) -> date:
    """Return the first day of the ISO week that a day lies in.

    >>> monday(date(2013, 5, 9))
    datetime.date(2013, 5, 6)
    """
    return day - timedelta(days=day.weekday())


def _points(deeds: Iterable[Deed], side: Side, weeks: Sequence[date], desk: Desk) -> tuple[Point, ...]:
    by_week: dict[date, list[Deed]] = {}
    for deed in deeds:
        if side in deed.sides:
            by_week.setdefault(monday(deed.day), []).append(deed)
    return tuple(_point(week, by_week.get(week, ()), desk) for week in weeks)


def _point(week: date, deeds: Sequence[Deed], desk: Desk) -> Point:
    last = week + _WEEK - timedelta(days=1)
    if not deeds:
        return Point(week, last, None, None, None, 0, ())
    score = round(math.fsum(deed.value for deed in deeds) / len(deeds), 2)
    origins = len({desk.origins[ref.article] for deed in deeds for ref in deed.refs})
    low, high = band(score, origins)
    return Point(week, last, score, low, high, origins, tuple(deeds))


def _weeks(deeds: Sequence[Deed], since: date | None, until: date | None) -> list[date]:
    """Return the Mondays of the period: of what was asked for, where open as far as deeds reach."""
    first = since or min((deed.day for deed in deeds), default=None)
    last = until or max((deed.day for deed in deeds), default=None)
    if first is None or last is None:
        return []
    found = [monday(first)]
    while found[-1] + _WEEK <= last:
        found.append(found[-1] + _WEEK)
    return found


def _by_issue(deeds: Iterable[Deed]) -> list[tuple[str, list[Deed]]]:
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        for issue in deed.issues:
            found.setdefault(issue, []).append(deed)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
