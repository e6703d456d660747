"""A day, month or year as text becomes its first and its last day."""

from __future__ import annotations

import calendar
import re
from datetime import date

from detente.errors import UnknownName

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def first_day(text: str) -> date:
    """Return the first day of a day, month or year.

    >>> first_day("2013-05")
    datetime.date(2013, 5, 1)

    Raises UnknownName for anything else.
    """
    return _days(text)[0]


def last_day(text: str) -> date:
    """Return the last day of a day, month or year.

    >>> last_day("2012-02")
    datetime.date(2012, 2, 29)
    """
    return _days(text)[1]


def _days(text: str) -> tuple[date, date]:
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise UnknownName(f"{text!r} is no date", "write 2013-05-07, 2013-05 or 2013") from error
