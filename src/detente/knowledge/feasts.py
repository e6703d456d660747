"""A feast and a year become the days on which it is kept, where they move from year to year.

Easter follows the anonymous Gregorian and the Julian computus (Meeus, Astronomical Algorithms, 1991,
ch. 8). The months of the Islamic calendar begin with the sight of the moon, a day apart from one
country to the next: their ranges are a day wider on each side. Feasts of a fixed day are landmarks.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

_RAMADAN = (
    "1995-02-01 1996-01-22 1997-01-10 1997-12-31 1998-12-20 1999-12-09 2000-11-27 2001-11-17 "
    "2002-11-06 2003-10-27 2004-10-15 2005-10-04 2006-09-24 2007-09-13 2008-09-01 2009-08-22 "
    "2010-08-11 2011-08-01 2012-07-20 2013-07-10 2014-06-28 2015-06-18 2016-06-06 2017-05-27 "
    "2018-05-17 2019-05-06 2020-04-24 2021-04-13 2022-04-02 2023-03-23 2024-03-11"
)
_SPRING_FESTIVAL = (
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 "
    "2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 "
    "2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 "
    "2024-02-10"
)
Days = tuple[date, date]


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches.

    >>> easter(2013), easter(2024)
    (datetime.date(2013, 3, 31), datetime.date(2024, 3, 31))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Eastern churches, as a Gregorian date of 1900 to 2099.

    >>> orthodox_easter(2013)
    datetime.date(2013, 5, 5)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _weekday_of(year: int, month: int, weekday: int, number: int) -> date:
    """Return the nth weekday of a month; the last where the number is 0."""
    if number:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=(after.weekday() - weekday - 1) % 7 + 1)


def _around(start: date, before: int, after: int) -> Days:
    return start + timedelta(days=before), start + timedelta(days=after)


def _listed(days: str, before: int, after: int) -> Callable[[int], Days | None]:
    """Return a lookup of the first feast of a list that begins in a year."""
    table: dict[int, date] = {}
    for word in days.split():
        day = date.fromisoformat(word)
        table.setdefault(day.year, day)

    def of(year: int) -> Days | None:
        return _around(table[year], before, after) if year in table else None

    return of


FEASTS: dict[str, Callable[[int], Days | None]] = {
    "easter": lambda year: _around(easter(year), -2, 1),
    "easter sunday": lambda year: _around(easter(year), 0, 0),
    "easter monday": lambda year: _around(easter(year), 1, 1),
    "easter weekend": lambda year: _around(easter(year), -2, 1),
    "good friday": lambda year: _around(easter(year), -2, -2),
    "palm sunday": lambda year: _around(easter(year), -7, -7),
    "pentecost": lambda year: _around(easter(year), 49, 50),
    "orthodox easter": lambda year: _around(orthodox_easter(year), 0, 0),
    "thanksgiving": lambda year: _around(_weekday_of(year, 11, 3, 4), 0, 0),
    "thanksgiving day": lambda year: _around(_weekday_of(year, 11, 3, 4), 0, 0),
    "labor day": lambda year: _around(_weekday_of(year, 9, 0, 1), 0, 0),
    "memorial day": lambda year: _around(_weekday_of(year, 5, 0, 0), 0, 0),
    "ramadan": _listed(_RAMADAN, -1, 30),
    "eid al-fitr": _listed(_RAMADAN, 28, 33),
    "eid al-adha": _listed(_RAMADAN, 96, 102),
    "chinese new year": _listed(_SPRING_FESTIVAL, 0, 0),
    "lunar new year": _listed(_SPRING_FESTIVAL, 0, 0),
    "spring festival": _listed(_SPRING_FESTIVAL, 0, 6),
}
"""A feast by its name in lower case, as a function of the year; None where the table ends."""


def feast_days(name: str, year: int) -> Days | None:
    """Return the days of a feast in a year; None for a name or a year that is not known.

    >>> feast_days("Good Friday", 2013)
    (datetime.date(2013, 3, 29), datetime.date(2013, 3, 29))
    """
    make = FEASTS.get(" ".join(name.lower().replace("’", "'").split()))
    return make(year) if make else None
