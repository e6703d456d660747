"""Days as people write them: a day, a month or a year in ISO form, as its first or last day."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def first_day(text: str) -> date:
    """Return the first day of a day, month or year in ISO form; raises ValueError for anything else.

    >>> first_day("2013-02-26"), first_day("2013-02"), first_day("2013")
    (datetime.date(2013, 2, 26), datetime.date(2013, 2, 1), datetime.date(2013, 1, 1))
    """
    return _days(text)[0]


def last_day(text: str) -> date:
    """Return the last day of a day, month or year in ISO form; raises ValueError for anything else.

    >>> last_day("2013-02"), last_day("2013")
    (datetime.date(2013, 2, 28), datetime.date(2013, 12, 31))
    """
    return _days(text)[1]


def _days(text: str) -> tuple[date, date]:
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is not None and month is not None and day is not None:
            return date(year, month, day), date(year, month, day)
        if year is not None and month is not None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year or 0, 1, 1), date(year or 0, 12, 31)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"{text!r} is no date; write 2013-02-26, 2013-02 or 2013") from error
