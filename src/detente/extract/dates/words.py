"""The words of dates as pieces of patterns, and what they mean as numbers."""

from __future__ import annotations

import re

from detente.extract.dates.spans import Unit

MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: i
    for i, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
NUMBERS = {word: i for i, word in enumerate(_SMALL)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a hundred": 100,
    "dozen": 12, "a dozen": 12,
}  # fmt: skip
VAGUE = {
    "a few": (2, 5), "few": (2, 5), "several": (3, 8), "a couple of": (2, 3), "a couple": (2, 3),
    "couple of": (2, 3), "some": (2, 8), "many": (4, 20), "": (2, 9), "a number of": (2, 9),
    "recent": (0, 9),
}  # fmt: skip
"""How many "a few" may be: a wide honest range, not a number."""
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_ORDINAL_DAYS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINAL_DAYS = (
    {word: i for i, word in enumerate(_ORDINAL_DAYS, 1)}
    | {
        f"{tens}-{word}": base + i
        for tens, base, words in (("twenty", 20, _ORDINAL_DAYS[:9]), ("thirty", 30, _ORDINAL_DAYS[:1]))
        for i, word in enumerate(words, 1)
    }
    | {"thirtieth": 30}
)
"""Days of a month written out: the twenty-third of June."""
NAMED_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip

FLAT = {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2019: "'", 0x2018: "'", 0x0A: " ", 0x0D: " "}
"""Translation to the plain characters that the patterns are written in; lengths do not change."""

FULL_MONTH = (
    "(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
WEEKDAY = (
    r"(?-i:Mon(?:day|\.)|Tue(?:sday|s?\.)|Wed(?:nesday|\.)|Thu(?:rsday|rs\.|\.)|Fri(?:day|\.)"
    r"|Sat(?:urday|\.)|Sun(?:day|\.)|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
)
YEAR = r"(?:1[5-9]\d\d|20[0-9]\d)(?![\d%])"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d.]*\d|,\d{3}|%)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?:day|week|month|year|decade|centur(?:y|ie))s?"
EXACT = (
    r"(?:\d{1,3}|an?\ dozen|an?\ hundred|an?|"
    + "|".join([*_SMALL[1:], "thirty", "forty", "fifty"])
    + ")"
)
SOME = (
    r"(?:a\ few|a\ couple\ of|a\ couple|several|some|many|a\ number\ of|"
    rf"{EXACT}(?:\ (?:or|to)\ |\s*[-–]\s*){EXACT})"
)
ORDINAL_DAY = "(?:" + "|".join(sorted(ORDINAL_DAYS, key=len, reverse=True)) + ")"
_ALTERNATIVES = re.compile(r"\s+(?:or|to)\s+|\s*[-–]\s*")
DASH = r"(?:\s*[-–—/]\s*|\s+to\s+|\s+through\s+|\s+until\s+|\s+and\s+)"
ABOUT = (
    r"(?:(?:just\ )?(?:more\ than|over|above|under|less\ than|fewer\ than)|about|around|roughly|"
    r"nearly|almost|some|at\ least|approximately|only|just|barely|exactly|up\ to)"
)


def unit(word: str) -> Unit:
    """Return the unit that a word names.

    >>> unit("Months"), unit("centuries")
    ('month', 'century')
    """
    lower = word.lower().rstrip("s")
    return "century" if lower.startswith("centur") else lower  # type: ignore[return-value]


def number(word: str) -> int:
    """Return what a number word or figure is; an article is 1."""
    lower = " ".join(word.lower().split())
    return int(lower) if lower.isdigit() else NUMBERS.get(lower, 1)


def vague(words: str | None) -> tuple[int, int]:
    """Return the least and the most that words of a number mean: a few, three or four, none at all.

    >>> vague("a few"), vague("three or four"), vague(None)
    ((2, 5), (3, 4), (2, 9))
    """
    lower = " ".join((words or "").lower().split())
    if lower in VAGUE:
        return VAGUE[lower]
    low, high = (number(word) for word in _ALTERNATIVES.split(lower))
    return min(low, high), max(low, high)


def month_number(word: str) -> int:
    """Return the number of a month out of its name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return WEEKDAYS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """Return the day of the month out of "7th", "07" or "twenty-third"."""
    if (spelled := ORDINAL_DAYS.get(word.lower())) is not None:
        return spelled
    return int("".join(c for c in word if c.isdigit()))
