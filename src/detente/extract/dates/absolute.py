"""Rules for dates that name a day, month, year, season or decade, with or without the year.

Each rule is a pattern and a function that gives the match a `Reading`, or None when it is no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from detente.extract.dates.spans import (
    Reading,
    Span,
    day_span,
    month_span,
    part_of,
    season_span,
    weekday_near,
    year_span,
    yearly_near,
    years_span,
)
from detente.extract.dates.words import (
    DASH,
    DAY,
    FULL_MONTH,
    MONTH,
    NAMED_DECADES,
    ORDINAL_DAY,
    ORDINAL_DAYS,
    ORDINALS,
    SEASON,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from detente.extract.tense import Tense

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means."""

    hint: str
    """Key of the table of hints: what a sentence must hold for the rule to be tried."""
    pattern: re.Pattern[str]
    """The pattern."""
    read: Callable[[Match, Tense | None], Reading | None]
    """What a match means; None when it is no date."""
    needs: frozenset[str] = frozenset()
    """Words one of which must stand in the sentence, in lower case; empty where none is needed.
    `A_FIGURE` and `A_YEAR` are among the words where there are figures."""


PARTS = (
    r"early|mid|late|middle|beginning|start|(?<!week)end|first\ half|second\ half|latter\ half|latter|"
    r"(?:first|opening|last|final|closing|dying)\ (?:few\ )?days|"
    r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\ (?:quarter|week)|close|outset|turn"
)
"""What names a part of a month, a year or another span, as a piece of a pattern."""
PART_WORDS = "early mid late middle beginning start end half latter days quarter week close outset turn"
"""Words one of which is in all that names a part."""
_PART = rf"(?:very\ )?(?P<part>{PARTS})"
_PART_OF = rf"(?:(?:the\ )?{_PART}(?:[\s-]+(?:(?:part\ )?of\ |in\ )?(?:the\ )?)?)"
_PARTS = {
    "middle": "mid", "beginning": "early", "start": "early", "outset": "early", "end": "late",
    "close": "late", "turn": "early", "latter": "late", "latter half": "second half",
}  # fmt: skip
_DAYS_OF = {"first": "early", "opening": "early"}


def partial(span: Span, part: str | None) -> Span:
    """Return the part of a span that "early", "the end of", "the second quarter of" names."""
    if not part:
        return span
    words = part.lower().split()
    if words[0] in ("end", "close") and span.end and span.precision == "year":
        return month_span(span.end.year, 12)
    if len(words) == 2 and words[1] == "quarter" and span.start and span.precision == "year":
        first = 3 * ORDINALS[words[0]] - 2
        return Span(
            date(span.start.year, first, 1), month_span(span.start.year, first + 2).end, "range"
        )
    if words[-1] == "days":
        return part_of(span, _DAYS_OF.get(words[0], "late"))
    return part_of(span, _PARTS.get(" ".join(words), " ".join(words)))


def _stated(span: Span) -> Reading:
    return Reading(fixed=span, basis="stated")


def _a_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(match: Match, _tense: Tense | None) -> Reading | None:
    day = _a_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return _stated(day_span(day)) if day else None


def _figures(match: Match, _tense: Tense | None) -> Reading | None:
    """7/5/2013 is two days, unless one of its figures cannot be a month; 7.5.2013 is the 7th of May."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    day_first, month_first = _a_day(year, second, first), _a_day(year, first, second)
    if match["sep"] == ".":
        month_first = None
    days = sorted({day for day in (day_first, month_first) if day})
    if not days:
        return None
    return _stated(day_span(days[0]) if len(days) == 1 else Span(days[0], days[1], "range"))


def _day_month(match: Match, tense: Tense | None) -> Reading | None:
    """A day, or several days, of a month, with or without weekday and year."""
    groups = match.groupdict()
    month = month_number(match["m"])
    last_month = month_number(groups["m2"]) if groups.get("m2") else month
    first = day_number(match["d"])
    last = day_number(groups["d2"]) if groups.get("d2") else first

    def in_year(year: int) -> Span | None:
        start, end = _a_day(year, month, first), _a_day(year, last_month, last)
        if start is None or end is None:
            return None
        if end < start:
            end = _a_day(year + 1, last_month, last) if last_month < month else start
        return Span(start, end, "day" if start == end else "range")

    if groups.get("y"):
        span = in_year(int(groups["y"]))
        return _stated(span) if span else None
    if in_year(2000) is None:
        return None
    weekday = groups.get("w")

    def on_day(day: date) -> Span:
        if weekday:
            number = weekday_number(weekday)
            years = sorted(range(day.year - 3, day.year + 4), key=lambda y: abs(y - day.year))
            for year in years:
                span = in_year(year)
                if span and span.start and span.start.weekday() == number:
                    return span
        return yearly_near(day, in_year, tense) or Span(None, None, "unknown")

    return Reading(on_day=on_day)


def _month_year(match: Match, _tense: Tense | None) -> Reading:
    span = month_span(int(match["y"]), month_number(match["m"]))
    groups = match.groupdict()
    if groups.get("m2"):
        first = month_number(match["m2"])
        year = int(match["y2"]) if groups.get("y2") else int(match["y"])
        if not groups.get("y2") and first > month_number(match["m"]):
            year -= 1
        start = date(year, first, 1)
        if span.end and start < span.end:
            span = Span(start, span.end, "range")
    return _stated(partial(span, groups.get("part")))


def month_reading(month: int, tense: Tense | None, which: str | None, part: str | None) -> Reading:
    """Return the month of a name seen from a day: "in September", "last May", "next March"."""

    def on_day(day: date) -> Span:
        if which in ("last", "past"):
            year = day.year if month < day.month else day.year - 1
            return partial(month_span(year, month), part)
        if which in ("next", "coming"):
            year = day.year if month > day.month else day.year + 1
            return partial(month_span(year, month), part)
        if which == "this":
            return partial(month_span(day.year, month), part)
        span = yearly_near(day, lambda year: month_span(year, month), tense)
        return partial(span, part) if span else Span(None, None, "unknown")

    return Reading(on_day=on_day)


def _month(match: Match, tense: Tense | None) -> Reading | None:
    which, part = which_of(match["which"]), match["part"]
    bare = match["m"].lower() in ("may", "march") and not (which or part or match["pre"])
    if bare and not _SET_FOR.search(match.string, 0, match.start("m")):
        return None
    return month_reading(month_number(match["m"]), tense, which, part)


_SET_FOR = re.compile(
    r"\b(?:planned|scheduled|set|slated|due|fixed|booked|expected|called|arranged|announced)\s+for\s+$",
    re.IGNORECASE,
)
"""What makes "for May" the month and no prime minister."""


def which_of(words: str | None) -> str | None:
    """Return "last", "past", "next", "coming" or "this" out of the words before a name, else None."""
    if not words:
        return None
    words = words.lower()
    return next((word for word in ("last", "past", "next", "coming", "this") if word in words), None)


def _month_of_relative_year(match: Match, _tense: Tense | None) -> Reading:
    month, shift = month_number(match["m"]), {"last": -1, "next": 1, "this": 0}[match["which"].lower()]
    return Reading(on_day=lambda day: partial(month_span(day.year + shift, month), match["part"]))


def _weekday(match: Match, tense: Tense | None) -> Reading | None:
    if match["w"].lower().endswith("days"):
        return None  # "on Fridays" is a habit
    number, which = weekday_number(match["w"]), which_of(match["which"])

    def on_day(day: date) -> Span:
        if which in ("last", "past"):
            return day_span(day - timedelta(days=(day.weekday() - number - 1) % 7 + 1))
        if which in ("next", "coming"):
            return day_span(day + timedelta(days=(number - day.weekday() - 1) % 7 + 1))
        if which == "this":
            return day_span(day + timedelta(days=number - day.weekday()))
        return day_span(weekday_near(day, number, tense))

    return Reading(on_day=on_day)


_NAME_OF = re.compile(
    r"\b(?:Convention|Cup|Games|Olympics|Act|Charter|Protocol)\s+(?:[a-z]+\s+){0,4}of\s+$"
)
"""What a year belongs to as a part of its name: the World Cup of 2022."""


def _weekday_of_week(match: Match, _tense: Tense | None) -> Reading:
    """Wednesday of last week, Thursday next week."""
    number = weekday_number(match["w"])
    step = {"last": -7, "past": -7, "previous": -7, "next": 7, "coming": 7}.get(
        match["when"].lower(), 0
    )
    return Reading(on_day=lambda day: day_span(day - timedelta(days=day.weekday() - number - step)))


def _year(match: Match, _tense: Tense | None) -> Reading | None:
    if _NAME_OF.search(match.string, max(0, match.start() - 60), match.start()):
        return None
    return _stated(partial(year_span(int(match["y"])), match["part"]))


def _years(match: Match, _tense: Tense | None) -> Reading | None:
    first, last = int(match["y"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100 + (100 if last < first % 100 else 0)
    return _stated(years_span(first, last)) if first <= last < 2100 else None


def _decade(match: Match, _tense: Tense | None) -> Reading:
    groups = match.groupdict()
    if groups.get("name"):
        first = NAMED_DECADES[match["name"].lower()]
    elif groups.get("short"):
        first = (1900 if int(match["short"]) >= 20 else 2000) + int(match["short"])
    else:
        first = int(match["y"])
    return _stated(partial(years_span(first, first + 9), match["part"]))


def _century(match: Match, _tense: Tense | None) -> Reading:
    last = day_number(match["n"]) * 100
    return _stated(partial(years_span(last - 99, last), match["part"]))


def _season_year(match: Match, _tense: Tense | None) -> Reading:
    season, year = match["s"].lower(), int(match["y"])
    if season == "winter":
        if match["y2"]:
            return _stated(season_span(year, season))
        # The winter of a year is its start or its end: both, when the words do not say.
        return _stated(
            Span(season_span(year - 1, season).start, season_span(year, season).end, "range")
        )
    return _stated(partial(season_span(year, season), match["part"]))


def _season(match: Match, tense: Tense | None) -> Reading | None:
    season, which, part = match["s"].lower(), which_of(match["which"]), match["part"]

    def on_day(day: date) -> Span:
        if which in ("last", "past"):
            spans = [season_span(day.year - k, season) for k in range(3)]
            return partial(next(s for s in spans if s.end and s.end < day), part)
        if which in ("next", "coming"):
            spans = [season_span(day.year + k, season) for k in range(3)]
            return partial(next(s for s in spans if s.start and s.start > day), part)
        if which == "this":
            if season == "winter":
                span = yearly_near(day, lambda year: season_span(year, season), None)
                return partial(span or season_span(day.year, season), part)
            return partial(season_span(day.year, season), part)
        span = yearly_near(day, lambda year: season_span(year, season), tense)
        return partial(span, part) if span else Span(None, None, "unknown")

    return Reading(on_day=on_day)


_W = rf"(?:(?P<w>{WEEKDAY}),?\s+(?:the\s+)?)?"
_Y = rf"(?:,?\s+(?:of\s+)?(?P<y>{YEAR}))?"
WHICH = r"(?P<which>last|next|this\ past|this\ coming|this|the\ coming|the\ past)"
_COUNTED = (
    r"people|troops|soldiers|men|women|children|feet|km|miles|meters|metres|dollars|euros|rubles|tons|"
    r"tonnes|missiles|warheads|members|police|officers|prisoners|Russians|Americans|U\.S|tanks|votes|"
    r"seats|others|more|million|billion|percent"
)
_BEFORE_MONTH = r"in|since|until|till|by|of|from|during|before|after|through|and"
_SHORT_MONTH = r"(?-i:Sept|Oct|Nov|Dec|Aug|Feb|Jan)\."


A_FIGURE = "#"
"""What stands among the words of a sentence for figures of any kind, as rules need them."""
A_YEAR = "####"
"""What stands there for the figures of a year."""
_NTH = " ".join(sorted({piece for word in ORDINAL_DAYS for piece in word.split("-")}))


def rule(
    hint: str,
    pattern: str,
    function: Callable[[Match, Tense | None], Reading | None],
    needs: str = "",
) -> Rule:
    """Return a rule; in its pattern an escaped space is any white space, and case is free."""
    compiled = re.compile(pattern.replace(r"\ ", r"\s+"), re.IGNORECASE)
    return Rule(hint, compiled, function, frozenset(needs.split()))


HINTS: dict[str, re.Pattern[str]] = {
    "figures": re.compile(r"\d[-./]\d"),
    "month": re.compile(
        r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
        r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    ),
    "day of month": re.compile(
        r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?"
        r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
        r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
        r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
        r"|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\.?\s+(?:the\s+)?\d",
    ),
    "weekday": re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)"),
    "season": re.compile(r"[Ss]pring|[Ss]ummer|[Aa]utumn|\b[Ff]all\b|[Ww]inter"),
    "year": re.compile(r"(?:1[5-9]|20)\d\d"),
    "era": re.compile(r"\d['’]?s\b|\b\w+ties\b|century"),
}  # fmt: skip
"""What a sentence must hold for the rules of a kind to be tried at all."""
RULES: tuple[Rule, ...] = (
    rule(
        "figures",
        r"(?<![\d-])(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
        _iso,
    ),
    rule(
        "figures",
        r"(?<![\d.,/])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/])",
        _figures,
    ),
    rule(
        "day of month",
        rf"\b{_W}(?P<d>{DAY}){DASH}(?P<d2>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})(?![a-z]){_Y}",
        _day_month,
        A_FIGURE,
    ),
    rule(
        "day of month",
        rf"\b{_W}(?P<d>{DAY})\s+(?P<m>{MONTH}){DASH}(?P<d2>{DAY})\s+(?P<m2>{MONTH})(?![a-z]){_Y}",
        _day_month,
        A_FIGURE,
    ),
    rule(
        "day of month",
        rf"\b{_W}(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})(?![a-z]){_Y}",
        _day_month,
        A_FIGURE,
    ),
    rule(
        "day of month",
        rf"\b{_W}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){DASH}(?P<d2>{DAY})"
        rf"(?!\s+(?:{MONTH}|{_COUNTED})){_Y}",
        _day_month,
        A_FIGURE,
    ),
    rule(
        "day of month",
        rf"\b{_W}(?P<m>{MONTH})\s+(?P<d>{DAY}){DASH}(?P<m2>{MONTH})\s+(?P<d2>{DAY}){_Y}",
        _day_month,
        A_FIGURE,
    ),
    rule("day of month", rf"\b{_W}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){_Y}", _day_month, A_FIGURE),
    rule(
        "month",
        rf"\b(?:{_PART_OF})?(?:(?P<m2>{MONTH})(?:,?\s+(?P<y2>{YEAR}))?{DASH})?(?P<m>{MONTH}),?\s+(?:of\s+)?"
        rf"(?P<y>{YEAR})",
        _month_year,
        A_YEAR,
    ),
    rule(
        "month",
        rf"\b(?:{_PART_OF})?(?P<m>{FULL_MONTH})\ (?:of\ )?(?P<which>last|this|next)\ year\b",
        _month_of_relative_year,
        "year",
    ),
    rule(
        "month",
        rf"\b(?:(?P<pre>{_BEFORE_MONTH})\ )?(?:{WHICH}\ )?(?:{_PART_OF})?(?:of\ )?"
        rf"(?P<m>{FULL_MONTH}|{_SHORT_MONTH})(?!\w|\s+\d)",
        _month,
    ),
    rule(
        "weekday",
        rf"\b(?:{WHICH}\ )?(?:(?:late|early|earlier|later)(?:\ on)?\ )?(?P<w>{WEEKDAY}s?)(?![a-z])",
        _weekday,
    ),
    rule(
        "weekday",
        rf"\b(?P<w>{WEEKDAY})(?:,?\ |\ of\ )(?:the\ )?"
        r"(?P<when>last|past|previous|this|next|coming)\ week\b",
        _weekday_of_week,
        "week",
    ),
    rule(
        "month",
        rf"\b{_W}(?:the\ )?(?P<d>{ORDINAL_DAY})\ of\ (?P<m>{MONTH})(?![a-z]){_Y}",
        _day_month,
        _NTH,
    ),
    rule("month", rf"\b{_W}(?P<m>{FULL_MONTH})\ the\ (?P<d>{ORDINAL_DAY}){_Y}", _day_month, _NTH),
    rule(
        "season",
        rf"\b(?:{_PART_OF})?(?P<s>{SEASON})(?:\ of)?,?\ (?P<y>{YEAR})"
        r"(?:\s*[-–—/]\s*(?P<y2>\d\d(?:\d\d)?))?(?!\w)",
        _season_year,
        A_YEAR,
    ),
    rule(
        "season",
        rf"\b(?:{WHICH}\ |(?:in\ the|in|during\ the|all|throughout\ the)\ |(?=early|mid|late|the\ end)"
        r"|(?P<pre>(?:before|until|till|by|after|since|over|through|for|ahead\ of)\ )(?:the\ )?)"
        rf"(?:{_PART_OF})?(?P<s>{SEASON})(?!\w|\ (?:in|into|out|of|from)\b)",
        _season,
    ),
    rule("season", rf"\b{_PART_OF}{WHICH}\ (?P<s>{SEASON})(?!\w)", _season),
    rule(
        "season",
        r"\b(?P<which>)(?P<part>)the\ (?P<s>summer|autumn|winter)"
        r"(?=[.,;:?!)\"”’]|$|\ (?:and|or|but|that|when|with|would|will|is|was|had|has|to|at)\b)",
        _season,
    ),
    rule("era", rf"\b(?:{_PART_OF})?(?:the\ )?(?P<y>1[5-9]\d0|20\d0)['’]?s\b", _decade),
    rule("era", rf"(?<!\w)(?:{_PART_OF})?(?:the\ )?['’‘](?P<short>[2-9]0)s\b", _decade),
    rule("era", rf"\b(?:{_PART_OF})?(?:the\ )?(?P<name>{'|'.join(NAMED_DECADES)})\b", _decade),
    rule("era", rf"\b(?:{_PART_OF})?(?:the\ )?(?P<n>1\d(?:th)|2[01](?:st|th))[\s-]century\b", _century),
    rule(
        "year",
        rf"(?<![\w$£€.,/-])(?P<y>{YEAR})\s*[-–—/]\s*(?P<y2>(?:1[5-9]|20)\d\d|\d\d)(?![\w-]|,\d)",
        _years,
    ),
    rule(
        "year",
        rf"\b(?:between|from)\s+(?P<y>{YEAR})\s+(?:and|to|until|through)\s+(?P<y2>{YEAR})",
        _years,
        "between from",
    ),
    rule(
        "year",
        rf"(?<![\w$£€.,/#-])(?:{_PART_OF})?(?<!resolution\s)(?<!flight\s)(?<!No\.\s)(?P<y>{YEAR})"
        rf"(?!\w|[,.]\d|[-–]\w|\s+(?:{_COUNTED})\b)",
        _year,
    ),
)  # fmt: skip
"""The rules, in no order: the longest match that starts first wins."""
