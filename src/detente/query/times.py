"""Which dates fall into a period, which come first, and what was reported by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from detente.records import When


def anchor(*whens: When) -> date:
    """Return the day that puts a row in order: of the first date that is known on a side.

    The last day there is when none of them is known, so that rows without a date come last.

    >>> anchor(When(), When(None, date(2013, 5, 9)))
    datetime.date(2013, 5, 9)
    """
    for when in whens:
        if found := when.start or when.end:
            return found
    return date.max


def within(when: When, since: date | None, until: date | None) -> bool:
    """Say whether a date can fall between two days, both inclusive and either open.

    An unknown date can be any day, so it is never left out for its date.

    >>> within(When.day(date(2013, 5, 7)), date(2013, 5, 1), None)
    True
    """
    return when.overlaps(When(since, until))


def reported_by(published: When, as_of: date | None) -> bool:
    """Say whether an article was surely out by a day; one whose last possible day is open was not."""
    return as_of is None or (published.end is not None and published.end <= as_of)


VAGUE = 62
"""Days from which on a range says too little to stand beside a row."""


def vague(when: When) -> bool:
    """Say whether a date is unknown, or a range of more than two months."""
    if when.start and when.end:
        return (when.end - when.start).days > VAGUE
    return not when.known


def told_on(when: When, reported: When) -> date:
    """Return the day that puts words or acts in order: their own, else that of the report.

    A date too vague to stand beside a row does not put it in order either.

    >>> year = When(date(2013, 1, 1), date(2013, 12, 31), "year")
    >>> told_on(year, When.day(date(2013, 5, 9)))
    datetime.date(2013, 5, 9)
    """
    return anchor(*((reported, when) if vague(when) else (when, reported)))


def span(whens: Iterable[When]) -> When:
    """Return the range from the earliest to the latest of several dates.

    Unknown dates do not count; vague ones, and ranges open on a side, only where there are no others.

    >>> span([When.day(date(2013, 5, 7)), When(), When.day(date(2013, 2, 26))]).label()
    '2013-02-26..2013-05-07'
    """
    known = list(whens)
    known = [when for when in known if when.start and when.end and not vague(when)] or known
    starts = [day for when in known for day in (when.start, when.end) if day]
    if not starts:
        return When()
    first, last = min(starts), max(starts)
    return When(first, last, "day" if first == last else "range", "inferred")
