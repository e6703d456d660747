"""Which day puts a row in order, and days as whole numbers, which is how lists keep them."""

from __future__ import annotations

from datetime import date

from detente.records import When

VAGUE = 62
"""Days from which on a range says too little to stand beside a row."""
NEVER, EVER = 0, 99991231
"""What an open first and last day are kept as."""


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


def number_of(day: date | None, unknown: int = EVER) -> int:
    """Return a day as a whole number that sorts by time.

    >>> number_of(date(2013, 5, 7)), number_of(None)
    (20130507, 99991231)
    """
    return unknown if day is None else day.year * 10_000 + day.month * 100 + day.day
