# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Dates as outlets print them above an article, and as they stand in its address."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from detente.records import UNKNOWN_DATE, When

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}[-/.](?P<mm>[01]?\d)[-/.](?P<day>[0-3]?\d)(?=\D|$|T\d)",
        rf"\b{_MONTH}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}\b",
        rf"\b{_DAY}[\s.-]*(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}\b",
        r"\b(?P<one>[0-3]?\d)[./](?P<two>[0-3]?\d)[./](?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH},?\s+{_YEAR}\b",
    )
)
HAS_YEAR = re.compile(r"(?:19|20)\d\d")
"""What every full date has."""
_CLUTTER = re.compile(
    r"""(?:\b(?:published|posted|updated|last|modified|revised|created|issued|filed|first|on|at|date|of
    |publication|time|web|print|edition|as|release[d]?|the|by|from|original(?:ly)?|upd|am|pm|a\.m|p\.m|noon
    |gmt|utc|bst|cet|cest|est|edt|et|ct|pt|pst|pdt|msk|eet|eest|jst|ist|moscow|london|local
    |mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday
    |\d+\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+ago|min(?:ute)?s?\s+read|read|h|hrs|hours)\b|(?:[a-zà-ž][\w'’.-]+\s+){1,3}[-+−–]?\d{1,2}\s?°\s?[cf]?|\d{1,2}[:.]\d\d(?::\d\d)?(?:[ap]m\b)?|\d+|[^\w\s]|[+-]\d\d:?\d\d|t\d\d|z\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_GLUED = re.compile(
    r"(?<=[a-z ][ 12][90]\d\d)(?=\d{1,2}:\d\d)|(?<=[A-Za-z])(?=(?:Updated|Published|Posted|Modified)\b)"
)
"""Where a renderer lost the space: "Feb 28 20246:03 AM ESTUpdated"."""
_SECTION = re.compile(r"^\W*[A-ZÀ-Þ][\w&’' -]{2,24}?\s[/|·•]\s+(?=[A-Z0-9])")
"""The section of the paper before the day: "Politics / February 28, 2024"."""
_PLACE = re.compile(
    r"^\W*(?:(?:The|New|San|Saint|St\.?|Los|Tel|Abu|Addis|Buenos)\s)?(?!\w+tag\b|Mittwoch)[A-ZÀ-Þ][\w’'-]+,\s+(?=\W|$)"
)
"""The place before the day: "Dhaka, 8 June 2015". Two words may as well be the author's name, a
weekday in German is no place."""
_UPDATED = re.compile(r"\b(?:updated|modified|revised|upd)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"^\W*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.)?\s*(?:gmt|utc|bst|cet|cest|est|edt|et|msk|pst|pdt)?\W*$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^\W*(?:(?:published|posted|updated|last\s+updated|filed|added)\W+)?(?:about\s+)?(?:\d+|an?|one|two|three)\s*(?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s+ago\W*$"
    r"|^\W*(?:published|posted|updated|filed)\W+(?:today|yesterday|just\s+now|this\s+morning|last\s+night)\W*$",
    re.IGNORECASE,
)
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-]?([01]\d)[/_.-]?([0-3]\d)(?!\d)")
_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/([0-3]?\d)(?:/|$)", re.IGNORECASE)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)/")
_EARLIEST = 1990
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEARLESS = re.compile(
    rf"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\b{_MONTH}\s*{_DAY}\b|\b{_DAY.replace('day', 'before')}[\s.-]*(?:of\s+)?{_MONTH.replace('month', 'after')})",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[tuple[int, When]]:
    """Yield (start, date) of every full date in a text, and of months with a year, as stated.

    It finds no date without a year. Of `3/4/2013`, which is two days on two sides of the ocean,
    nothing is yielded.

    >>> [(at, when.label()) for at, when in dates_in("Published: 26 Feb. 2013, 10:15 GMT")]
    [(11, '2013-02-26')]
    """
    if not HAS_YEAR.search(text):
        return
    taken: list[tuple[int, int]] = []
    found_dates = []
    for form in _FORMS:
        for found in form.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            when = _when(found)
            if when:
                taken.append(found.span())
                found_dates.append((found.start(), when))
    yield from sorted(found_dates, key=lambda item: item[0])


def _when(found: re.Match[str]) -> When | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if parts.get("one"):
        one, two = int(parts["one"]), int(parts["two"])
        if "." in found[0]:
            day, month = one, two  # dots are European: the day is first
        elif one > 12 or one == two:
            day, month = one, two
        elif two > 12:
            month, day = one, two
        else:
            return None
    else:
        month = _MONTHS[parts["month"].lower()] if parts.get("month") else int(parts["mm"])
        if not parts.get("day"):
            return _month(year, month, found[0])
        day = int(parts["day"])
    try:
        return When.day(date(year, month, day), "stated", found[0])
    except ValueError:
        return None


def _month(year: int, month: int, text: str) -> When:
    last = monthrange(year, month)[1]
    return When(date(year, month, 1), date(year, month, last), "month", "stated", text)


def date_line(text: str) -> tuple[When, bool] | None:
    """Return the date that a line consists of and whether it is that of an update; None for others.

    >>> date_line("Last updated on Tuesday, May 7th, 2013 at 21:04 GMT")[1]
    True
    >>> date_line("Dhaka, 8 June 2015")[0].label()
    '2015-06-08'
    >>> date_line("He resigned on May 7, 2013, after a row.") is None
    True
    """
    if len(text) > 160 or not HAS_YEAR.search(text):
        return None
    text = _SECTION.sub("", _GLUED.sub(" ", text))
    found = list(dates_in(text))
    if not found:
        return None
    rest = text
    for _, when in found:
        rest = rest.replace(when.text or "", " ", 1)
    if found[0][1].precision == "day":
        rest = _PLACE.sub(" ", rest)
    if re.sub(r"\s+", "", _CLUTTER.sub(" ", rest)):
        return None
    first_at, first = found[0]
    is_update = bool(_UPDATED.search(text[:first_at]))
    if is_update:
        for (before, _), (at, when) in pairwise(found):
            if not _UPDATED.search(text[before:at]):
                return when, False
            if re.search(r"\b(?:published|posted|first)\b", text[before:at], re.IGNORECASE):
                return when, False
    return first, is_update


def yearless(text: str, years: Iterable[int], *, whole: bool = False) -> When | None:
    """Return the day of a date without a year ("Tuesday, 7 May"), its year taken from `years`.

    With a weekday only a year in which the day falls on it will do; the latest of them is taken. The
    day is inferred. With `whole` the text has to be nothing but the date. None when there is no such
    date or no year for it.

    >>> yearless("BRUSSELS, April 23 (Example Wire) -", [2013]).label()
    '2013-04-23'
    >>> yearless("Tuesday 7 May", [2012, 2013]).label(), yearless("Tuesday 7 May", [2012])
    ('2013-05-07', None)
    """
    found = _YEARLESS.search(text)
    if not found:
        return None
    if whole and re.sub(r"\s+", "", _CLUTTER.sub(" ", text.replace(found[0], " ", 1))):
        return None
    month = _MONTHS[(found["month"] or found["after"]).lower()]
    day = int(found["day"] or found["before"])
    weekday = found["weekday"]
    for year in sorted(set(years), reverse=True):
        try:
            when = date(year, month, day)
        except ValueError:
            continue
        if not weekday or _WEEKDAYS[when.weekday()] == weekday.lower():
            return When.day(when, "inferred", found[0])
    return None


def yearless_line(text: str) -> bool:
    """Say whether a line is nothing but a date without a year, with its weekday or a time of day.

    >>> yearless_line("Tuesday 7 May, 18.40"), yearless_line("May 7"), yearless_line("In May 7 died")
    (True, True, False)
    """
    if len(text) >= 60 or not any(char.isdigit() for char in text):
        return False
    return yearless(text, (2000, 2012, *range(2001, 2012)), whole=True) is not None


def relative_line(text: str) -> bool:
    """Say whether a line only says how long ago the page was put up.

    >>> relative_line("Posted 2 days ago"), relative_line("Two days ago he left")
    (True, False)
    """
    return len(text) < 60 and bool(_AGO.match(text))


def clock_line(text: str) -> bool:
    """Say whether a line is nothing but a time of day, as the stamps of a live page are.

    >>> clock_line("10:45 GMT")
    True
    """
    return bool(_CLOCK.match(text))


def date_in_url(url: str) -> When:
    """Return the day or month that an address carries, inferred; unknown when it carries none.

    >>> date_in_url("https://example.org/2013/05/07/talks.html").label()
    '2013-05-07'
    """
    for form in (_URL_DAY, _URL_NAMED):
        for found in form.finditer(url):
            month = found[2].lower()
            number = _MONTHS.get(month, 0) if month.isalpha() else int(month)
            year = int(found[1])
            if not number or year < _EARLIEST:
                continue
            try:
                return When.day(date(year, number, int(found[3])), "inferred", found[0])
            except ValueError:
                continue
    found_month = _URL_MONTH.search(url)
    if found_month and 1 <= int(found_month[2]) <= 12 and int(found_month[1]) >= _EARLIEST:
        when = _month(int(found_month[1]), int(found_month[2]), found_month[0])
        return When(when.start, when.end, "month", "inferred", when.text)
    return UNKNOWN_DATE
