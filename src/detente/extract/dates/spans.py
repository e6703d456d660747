"""Ranges of days on the calendar: weeks, months, seasons, decades, and what lies around a day.

Everything here takes a day and gives a `Span`; no text is read.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from detente.extract.tense import Tense
from detente.records import Basis, Precision, When
from detente.records.swift import swift

Unit = Literal["day", "week", "month", "year", "decade", "century"]
SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 22), "fall": (9, 22), "winter": (12, 21)}
"""Month and day on which a season begins, by the sun."""
_NEXT = {
    "spring": SEASONS["summer"], "summer": SEASONS["autumn"], "autumn": SEASONS["winter"],
    "fall": SEASONS["winter"], "winter": SEASONS["spring"],
}  # fmt: skip
_PRECISION: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "year": "year"}


@swift
@dataclass(frozen=True, slots=True)
class Span:
    """A closed range of days and how exact it is."""

    start: date | None
    """First day; None where open."""
    end: date | None
    """Last day; None where open."""
    precision: Precision
    """How exact it is."""


OnDay = Callable[[date], Span]


@swift
@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: the same days whatever the reference, or a function of it."""

    fixed: Span | None = None
    """The days, where the words state them in full."""
    on_day: OnDay | None = None
    """The days seen from one day of reference; it never goes back when the day goes on."""
    anchored: bool = False
    """Whether the reference is the last date told ("six days later") and not the day of publication."""
    basis: Basis = "relative"
    """Basis of the result."""
    ahead: bool = False
    """Whether it is a date only in a clause that looks ahead: "will end in two years"."""
    of: str | None = None
    """The happening whose day is the reference, as `told.happening` files it; None where any day is."""


def day_span(day: date) -> Span:
    """Return the span of one day."""
    return Span(day, day, "day")


def week_of(day: date) -> Span:
    """Return the week of a day, Monday to Sunday (ISO 8601).

    >>> week_of(date(2013, 5, 8)).start
    datetime.date(2013, 5, 6)
    """
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6), "week")


def month_of(day: date) -> Span:
    """Return the month of a day."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month")


def year_of(day: date) -> Span:
    """Return the calendar year of a day."""
    return year_span(day.year)


def year_span(year: int) -> Span:
    """Return a calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def years_span(first: int, last: int) -> Span:
    """Return the years from one to another, both included."""
    return Span(date(min(first, last), 1, 1), date(max(first, last), 12, 31), "range")


def month_span(year: int, month: int) -> Span:
    """Return one month of a year."""
    return month_of(date(year, month, 1))


def season_span(year: int, season: str) -> Span:
    """Return a season that begins in a year, to the day before the next begins.

    >>> season_span(2011, "winter").end
    datetime.date(2012, 3, 19)
    """
    start = date(year, *SEASONS[season])
    month, day = _NEXT[season]
    return Span(start, date(year + (month < start.month), month, day) - timedelta(days=1), "range")


def add_months(day: date, months: int) -> date:
    """Return a day some months on (or back), the last of the month where it is shorter.

    >>> add_months(date(2013, 1, 31), 1)
    datetime.date(2013, 2, 28)
    """
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: Unit, count: int) -> date:
    """Return a day some units on, or back where `count` is negative."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(days=7 * count)
    return add_months(day, count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])


def unit_of(day: date, unit: Unit) -> Span:
    """Return the day, week, month, year, decade or century that a day lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day)
    if unit == "year":
        return year_of(day)
    if unit == "decade":
        return years_span(day.year // 10 * 10, day.year // 10 * 10 + 9)
    if unit == "century":
        first = (day.year - 1) // 100 * 100 + 1
        return years_span(first, first + 99)
    return day_span(day)


_YEAR_PARTS = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12),
}  # fmt: skip
_MONTH_PARTS = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "first half": (1, 15), "second half": (16, 31),
    "first week": (1, 7), "second week": (8, 14), "third week": (15, 21), "fourth week": (22, 28),
    "last week": (-7, 31), "final week": (-7, 31),
}  # fmt: skip


def part_of(span: Span, part: str) -> Span:
    """Return the early, middle or late part of a span, its first or second half, a week of a month.

    Reporters' "early", "mid" and "late" have no agreed bounds. This project reads days 1 to 10, 11 to
    20 and from 21 of a month, four months of a year, thirds of anything else.
    """
    if span.start is None or span.end is None:
        return span
    if span.precision == "year":
        low, high = _YEAR_PARTS.get(part, (1, 12))
        return Span(date(span.start.year, low, 1), month_span(span.start.year, high).end, "range")
    if span.precision == "month":
        last = span.end.day
        low, high = _MONTH_PARTS.get(part, (1, 31))
        low = last + 1 + low if low < 0 else low
        return Span(span.start.replace(day=low), span.start.replace(day=min(high, last)), "range")
    days = (span.end - span.start).days + 1
    start, end = span.start, span.end
    if part == "early":
        end = start + timedelta(days=days // 3)
    elif part == "mid":
        start, end = start + timedelta(days=days // 3), end - timedelta(days=days // 3)
    elif part == "late":
        start = end - timedelta(days=days // 3)
    elif part == "first half":
        end = start + timedelta(days=(days - 1) // 2)
    elif part == "second half":
        start = start + timedelta(days=(days + 1) // 2)
    return Span(start, end, "range")


def weekday_near(day: date, weekday: int, tense: Tense | None) -> date:
    """Return the day of the week that a bare "on Tuesday" means: today, else the last or the next.

    The past when the tense is not known, as news tells what has been.
    """
    if tense in ("future", "present"):
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def yearly_near(day: date, make: Callable[[int], Span | None], tense: Tense | None) -> Span | None:
    """Return the one of a yearly range (a month, a day of a month, a season) that a day's words mean.

    Past: the last that has begun; future: the next that is not over; else the nearest.
    """
    found = [span for year in range(day.year - 5, day.year + 6) if (span := make(year))]
    if tense == "past":
        begun = [span for span in found if span.start and span.start <= day]
        return begun[-1] if begun else None
    if tense == "future":
        coming = [span for span in found if span.end and span.end >= day]
        return coming[0] if coming else None
    return min(found, key=lambda span: _distance(span, day)) if found else None


def _distance(span: Span, day: date) -> int:
    assert span.start is not None
    assert span.end is not None
    if span.start > day:
        return (span.start - day).days
    return max(0, (day - span.end).days)


def when_of(reading: Reading, reference: When, text: str) -> When:
    """Return the days a reading stands for, seen from a reference that may itself be a range.

    An open or unknown reference gives an open or unknown result: a bound where one is honestly
    known. Never reversed.
    """
    if reading.fixed is not None:
        fixed = reading.fixed
        return When(fixed.start, fixed.end, fixed.precision, reading.basis, text)
    if reading.on_day is None or not reference.known:
        return When(text=text)
    try:
        first = reading.on_day(reference.start) if reference.start else None
        last = reading.on_day(reference.end) if reference.end else None
    except (OverflowError, ValueError):
        return When(text=text)
    if first is not None and first == last:
        return When(first.start, first.end, first.precision, reading.basis, text)
    start = first.start if first else None
    end = last.end if last else None
    if start is None and end is None:
        return When(text=text)
    if start and end and start > end:
        start, end = end, start
    basis: Basis = reading.basis
    return When(start, end, "range", basis, text)
