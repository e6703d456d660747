"""Time stamps as machines write them become days: ISO, e-mail, GDELT's digits; else printed dates."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from detente.read.printed import dates_in
from detente.records import UNKNOWN_DATE, When

_DIGITS = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?(?!\d)")
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)(?:-(\d\d))?")


def stamped(value: object) -> When:
    """Return the day of a time stamp, in the zone that it is written in; unknown where it is none.

    A year or month alone is kept as exact as it is. Nothing before 1900 is taken for a stamp.

    >>> stamped("Tue, 26 Feb 2013 10:15:00 GMT").label(), stamped("20130226T101500Z").label()
    ('2013-02-26', '2013-02-26')
    >>> stamped("2013-02").label(), stamped("soon").known
    ('2013-02', False)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip() or len(value) > 200:
        return UNKNOWN_DATE
    text = " ".join(value.split())
    day = _iso(text) or _digits(text) or _mail(text)
    if day is not None:
        return When.day(day, "stated", text) if day.year >= 1900 else UNKNOWN_DATE
    if found := _ISO_MONTH.fullmatch(text):
        return _month(int(found[1]), int(found[2] or 0), text)
    for _, when in dates_in(text):
        return when
    return UNKNOWN_DATE


def _month(year: int, month: int, text: str) -> When:
    """Return a month or a whole year as a range of days; unknown where there is no such month."""
    try:
        first = date(year, month or 1, 1)
    except ValueError:
        return UNKNOWN_DATE
    if month == 0:
        return When(first, date(year, 12, 31), "year", "stated", text)
    following = date(year + month // 12, month % 12 + 1, 1)
    last = date.fromordinal(following.toordinal() - 1)
    return When(first, last, "month", "stated", text)


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(re.sub(r"Z$", "+00:00", text)).date()
    except ValueError:
        found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?=[T ]|$)", text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _digits(text: str) -> date | None:
    found = _DIGITS.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _mail(text: str) -> date | None:
    """RFC 5322: "Tue, 26 Feb 2013 10:15:00 +0100"; its parser takes less than that for a date, too."""
    if not re.search(r"\d{1,2}\s+[A-Za-z]{3,9}\.?,?\s+\d{2,4}\s+\d{1,2}:\d\d", text):
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
