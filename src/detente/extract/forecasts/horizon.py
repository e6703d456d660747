"""By when a claim is to come true, from the words of time in it.

The dates of the article say what "July" and "next year" are; this module says what they make of a
claim: "by July" is until its end, "before the autumn" until the autumn begins, "in ten years" a year
around that day. Seasons end and begin with the astronomical ones, as diplomats count them, within a
day. A date in the condition ("if he loses in November") is not that of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from detente.document import Dated, Parse
from detente.knowledge.feasts import feast_days
from detente.records import UNKNOWN_DATE, When

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
            "fifty": 50, "a few": 3, "a couple of": 2}  # fmt: skip
_NUMBER = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,2}})"
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_IN = re.compile(
    r"\b(?:in|for|take|takes|last|lasts)"
    r"(?: (?:about|perhaps|another|at least|some|the next|maybe|only))*"
    rf" (?P<n>{_NUMBER})(?: (?:or|to) (?P<m>{_NUMBER}))? (?:more )?(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"^(?:for|last)", re.IGNORECASE)
_NEW_YEAR = re.compile(
    r"\b(?:by|before|until|till) (?:the )?(?:new year|turn of the year)\b", re.IGNORECASE
)
_MIDDLE = re.compile(
    r"\b(?:by|before|until|till) (?:the middle of |mid-?\s?)(?P<year>next year|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
"""Half a year: "by the middle of next year" is until its June ends."""
_MIDSUMMER = re.compile(r"\b(?:by|before|until|till) midsummer\b", re.IGNORECASE)
_VAGUE = re.compile(r"(?:with)?in (?:weeks|months|years|decades)$", re.IGNORECASE)
"""A time without a number has no last day."""
_WEEKEND = re.compile(
    r"\b(?:(?:by|before) the (?:end of the )?weekend(?: (?:is|was) (?:over|out))?|over the weekend)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"(?:\b(?P<prep>by|before|until|till|in|through|this|next|during|over|end of)(?: the end of)? )?"
    r"(?:(?P<the>the|this|next|early|late|coming) )*\b(?P<season>spring|summer|autumn|winter)\b"
    r"(?P<out> (?:is|was|has) (?:out|over|ended|past))?(?! (?:camp|games|olympics|school|palace))",
    re.IGNORECASE,
)
_TURNS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 22), "winter": (12, 21)}
"""First day of each, within a day of every year from 1950 to 2050."""
_NEXT = {"spring": "summer", "summer": "autumn", "autumn": "winter", "winter": "spring"}
_BEFORE = re.compile(r"\b(?:by|before|until|till)\b(?: the end of)?(?: the)?\s*$", re.IGNORECASE)
_OPEN = re.compile(r"^(?:by|before|until|till)\b", re.IGNORECASE)
_BACK = ("since", "from", "last", "until now")
_MONTH = re.compile(
    r"(?:in )?(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)$"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def horizon(
    parse: Parse,
    ranges: Iterable[tuple[int, int]],
    dated: Sequence[Dated],
    condition: str | None,
    *,
    ahead: bool = False,
) -> When:
    """Return by when the claim in some ranges of tokens falls due; unknown where it does not say.

    The last of several, for a claim holds until then. Events without a date ("before the election")
    give none, nor does a date in the condition. `text` keeps the words. Where the words are known to
    lie `ahead`, a month or feast that was read as the last one is the next.
    """
    found: list[When] = []
    for low, high in ranges:
        words = " ".join(parse.doc[low:high].text.split())
        if condition:
            words = words.replace(condition, " ")
        found += _worded(words, parse.article.published, condition is not None)
        seasons = bool(_SEASON.search(words))
        halves = bool(_MIDDLE.search(words) or _MIDSUMMER.search(words))
        for item in dated:
            counted = _IN.search(item.when.text or "") is not None
            if (
                low <= item.first
                and item.last <= high
                and not (seasons and _seasonal(item))
                and not (halves and "mid" in (item.when.text or "").lower())
                and not (counted and parse.article.published.precision == "day")
            ):
                text = parse.doc[item.first : item.last].text
                if not (condition and " ".join(text.split()) in condition):
                    found += _of(item, parse, ahead)
    known = [when for when in found if when.known]
    if known:
        return max(known, key=lambda when: when.end or when.start or date.min)
    return found[-1] if found else UNKNOWN_DATE


def _seasonal(item: Dated) -> bool:
    return not _YEAR.search(item.when.text or "") and bool(_SEASON.search(item.when.text or ""))


def _of(item: Dated, parse: Parse, ahead: bool) -> list[When]:
    """Return the horizon that words with a date make: none for what lies behind the article."""
    when, text = item.when, (item.when.text or "").lower()
    if text.startswith(_BACK) or text.endswith(" ago"):
        return []
    start = max(0, item.first - 5)
    lead = parse.doc[start : item.first].text
    due = bool(_BEFORE.search(lead) or _OPEN.match(text))
    today = _today(parse.article.published)
    if _VAGUE.match(text):
        return [When(text=when.text)]
    if when.end is None and when.start is not None and _MONTH.match(text):
        when = month_of(when.start, text)
    if today is None or when.end is None:
        return [When(text=item.when.text)]
    if when.end <= today:
        if not (due or ahead):
            return []
        when = _next_of(text, when, today)
        if when.end is None or when.end <= today:
            return []
    if text.startswith("before ") and when.basis == "inferred" and when.end is not None:
        first = when.end + timedelta(days=1)  # the morning of the feast itself still counts
        when = When(when.start, first, when.precision, when.basis, when.text)
    if due and (when.start is None or when.start > today):
        when = When(today, when.end, "range", when.basis, when.text)
    return [when]


def month_of(day: date, text: str) -> When:
    """Return the month of a day, for a month whose end the article's unknown date left open."""
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return When(day.replace(day=1), after - timedelta(days=1), "month", "relative", text)


def _next_of(text: str, when: When, today: date) -> When:
    """Return the next of a feast or month that the tense of the sentence put behind: "by Easter"."""
    bare = _OPEN.sub("", text).strip().removeprefix("the ").strip()
    for year in (today.year, today.year + 1):
        days = feast_days(bare, year)
        if days and days[1] > today:
            return When(today, days[1], "range", "relative", when.text)
    if _YEAR.search(text) or when.start is None or when.end is None or when.precision == "week":
        return when
    return When(_year_on(when.start), _year_on(when.end), when.precision, "relative", when.text)


def _year_on(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _worded(words: str, published: When, conditional: bool) -> list[When]:
    """Return the horizons that the words give by themselves, counted from the day of the article.

    Under a condition "in two years" counts from a day that nobody knows, and gives none.
    """
    today = _today(published)
    if today is None:
        return []
    found = []
    for match in _SEASON.finditer(words):
        if words[: match.start()].endswith(" to "):
            continue  # "they will put it off to the summer" comes true when they do
        if not _YEAR.match(words[match.end() :].lstrip(" of,")):
            found.append(_season(match, today))
    if published.precision != "day":
        return found
    for match in () if conditional else _IN.finditer(words):
        days = _DAYS[match["unit"].lower()]
        few, many = _number(match["n"]), _number(match["m"] or match["n"])
        if _LASTING.match(match[0]) or match[0].lower().startswith("take"):
            span = When(today, _later(today, many * days), "range", "relative", match[0])
        else:
            first = _later(today, few * days - (days if few == many else 0))
            span = When(first, _later(today, many * days), "range", "relative", match[0])
        found.append(span)
    if half := _MIDDLE.search(words):
        year = today.year + 1 if half["year"].lower() == "next year" else int(half["year"])
        found.append(When(today, date(year, 6, 30), "range", "relative", half[0]))
    if match_ := _MIDSUMMER.search(words):
        year = today.year + (today >= date(today.year, 6, 24))
        found.append(When(today, date(year, 6, 24), "range", "relative", match_[0]))
    if turn := _NEW_YEAR.search(words):
        found.append(When(today, date(today.year + 1, 1, 1), "range", "relative", turn[0]))
    if weekend := _WEEKEND.search(words):
        sunday = today + timedelta(days=6 - today.weekday())
        found.append(When(today, sunday, "range", "relative", weekend[0]))
    return found


def _later(today: date, days: int) -> date:
    """Return a day some days on; years and months counted as such, so that a year is a year."""
    years, rest = divmod(days, 365)
    if not rest and years:
        return date(today.year + years, today.month, min(today.day, 28 if today.month == 2 else 31))
    if days % 30 == 0 and days:
        at = today.month - 1 + days // 30
        year, month = today.year + at // 12, at % 12 + 1
        return date(year, month, min(today.day, 28 if month == 2 else 30))
    return today + timedelta(days=days)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _season(match: re.Match[str], today: date) -> When:
    name, prep = match["season"].lower(), (match["prep"] or "").lower()
    year = today.year
    first = _turn(year, name)
    last = _turn(year + (name == "winter"), _NEXT[name])
    if name == "winter" and today < _turn(year, "spring") and prep not in ("next", "by", "before"):
        first, last = _turn(year - 1, name), _turn(year, "spring")
    begins = prep in ("by", "before", "until", "till") and not match["out"]
    begins = begins and " end of" not in match[0].lower()
    if last <= today or (begins and first <= today):
        year += 1
        first, last = _turn(year, name), _turn(year + (name == "winter"), _NEXT[name])
    if begins:
        return When(today, first, "range", "relative", match[0])
    if match["out"] or " end of" in f" {match[0].lower()}":
        return When(today, last, "range", "relative", match[0])
    return When(first, last, "range", "relative", match[0])


def _turn(year: int, season: str) -> date:
    return date(year, *_TURNS[season])


def _today(published: When) -> date | None:
    """Return the day from which months and seasons count: of publication, or the first it can be."""
    return published.end if published.precision == "day" else published.start or published.end
