"""Which dates fall into a period, which come first, and what was reported by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from detente.records import When
from detente.store.days import anchor, told_on, vague

__all__ = ["anchor", "reported_by", "span", "told_on", "vague", "within"]


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
