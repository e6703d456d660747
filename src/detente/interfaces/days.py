"""Days as people write them (`query.periods`), with mistakes as frameworks want them: a ValueError."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from detente.errors import UnknownName
from detente.query import periods


def first_day(text: str) -> date:
    """Return the first day of a day, month or year in ISO form; raises ValueError for anything else.

    >>> first_day("2013-02-26"), first_day("2013-02"), first_day("2013")
    (datetime.date(2013, 2, 26), datetime.date(2013, 2, 1), datetime.date(2013, 1, 1))
    """
    return _read(periods.first_day, text)


def last_day(text: str) -> date:
    """Return the last day of a day, month or year in ISO form; raises ValueError for anything else.

    >>> last_day("2013-02"), last_day("2013")
    (datetime.date(2013, 2, 28), datetime.date(2013, 12, 31))
    """
    return _read(periods.last_day, text)


def _read(read: Callable[[str], date], text: str) -> date:
    try:
        return read(text)
    except UnknownName as error:
        raise ValueError(str(error)) from error
