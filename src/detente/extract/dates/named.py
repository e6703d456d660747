"""Rules for feasts that move, for several weekdays at once, and for "on the 12th"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from detente.extract.dates.absolute import WHICH, Match, Rule, rule, which_of
from detente.extract.dates.spans import (
    Reading,
    Span,
    add_months,
    day_span,
    month_of,
    weekday_near,
    year_span,
    yearly_near,
)
from detente.extract.dates.words import DASH, WEEKDAY, YEAR, day_number, weekday_number
from detente.extract.tense import Tense
from detente.knowledge.feasts import FEASTS, feast_days

_FEASTS = "|".join(re.escape(name) for name in sorted(FEASTS, key=len, reverse=True))


def _weekdays(match: Match, tense: Tense | None) -> Reading:
    """From Thursday to Saturday, Monday and Tuesday: the first of them before the last."""
    first, last = weekday_number(match["w"]), weekday_number(match["w2"])
    length = timedelta(days=(last - first) % 7)

    def on_day(day: date) -> Span:
        if tense in ("future", "present"):
            start = weekday_near(day, first, tense)
            return Span(start, start + length, "range")
        end = weekday_near(day, last, tense)
        return Span(end - length, end, "range")

    return Reading(on_day=on_day)


def _feast(match: Match, tense: Tense | None) -> Reading:
    name, which = match["f"], which_of(match["which"])

    def days_in(year: int) -> Span | None:
        days = feast_days(name, year)
        return Span(*days, "day" if days[0] == days[1] else "range") if days else None

    if match["y"]:
        span = days_in(int(match["y"]))
        return Reading(fixed=span or year_span(int(match["y"])), basis="stated")

    def on_day(day: date) -> Span:
        nothing = Span(None, None, "unknown")
        if which == "this":
            return days_in(day.year) or nothing
        seen = {"last": "past", "past": "past", "next": "future", "coming": "future"}.get(which or "")
        return yearly_near(day, days_in, seen or tense) or nothing  # type: ignore[arg-type]

    return Reading(on_day=on_day)


def _day_of_this_month(match: Match, tense: Tense | None) -> Reading:
    """On the 12th: of the month that the tense points to."""
    number = day_number(match["d"])

    def on_day(day: date) -> Span:
        months = [month_of(add_months(day.replace(day=1), shift)) for shift in (-2, -1, 0, 1, 2)]
        days = [
            start.replace(day=number)
            for m in months
            if (start := m.start) and m.end and m.end.day >= number
        ]
        if tense == "future":
            return day_span(next(d for d in days if d >= day))
        if tense == "past":
            return day_span(next(d for d in reversed(days) if d <= day))
        return day_span(min(days, key=lambda d: abs(d - day)))

    return Reading(on_day=on_day)


def _new_year(match: Match, tense: Tense | None) -> Reading:
    """By the new year: its first day; in the new year: its first month."""
    inside = match["pre"].lower() == "in"

    def on_day(day: date) -> Span:
        # What was said of it in the second half of a year is said of the next.
        year = day.year if tense == "past" and day.month <= 6 else day.year + 1
        return (
            Span(date(year, 1, 1), date(year, 1, 31), "month") if inside else day_span(date(year, 1, 1))
        )

    return Reading(on_day=on_day)


HINTS: dict[str, re.Pattern[str]] = {
    "weekday": re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)"),
    "weekdays": re.compile(
        r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z.]*"
        r"(?:\s*[-–—/]\s*|\s+(?:to|through|until|and)\s+)"
        r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)",
        re.IGNORECASE,
    ),
    "feast": re.compile(
        r"Easter|EASTER|Good Friday|Palm Sunday|Pentecost|Thanksgiving|Labor Day|Memorial Day|Ramadan"
        r"|Eid |(?:Chinese|Lunar) [Nn]ew|Spring Festival"
    ),
    "new year": re.compile(r"\b[Nn]ew\s+[Yy]ear\b"),
    "the day": re.compile(r"\bthe\s+\d+(?:st|nd|rd|th)\b"),
}
"""What a sentence must hold for the rules of a kind to be tried at all."""
RULES: tuple[Rule, ...] = (
    rule(
        "weekdays",
        rf"\b(?:(?:from|between)\ )?(?P<w>{WEEKDAY}){DASH}(?P<w2>{WEEKDAY})(?![a-z]|['’]s)",
        _weekdays,
    ),
    rule(
        "the day",
        rf"\bon\ (?:{WEEKDAY}\ )?the\ (?P<d>(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th))"
        r"(?!\s+(?:of|anniversary|floor|day|time|century|birthday|[A-Z]))\b",
        _day_of_this_month,
    ),
    rule(
        "new year",
        r"\b(?P<pre>by|before|until|till|after|since|around|at|over|in)\ (?:the\ )?new\ year\b(?!['’])",
        _new_year,
    ),
    rule(
        "feast",
        rf"\b(?:{WHICH}\ (?:year['’]s\ )?)?(?P<f>{_FEASTS})(?:\ (?:of\ )?(?P<y>{YEAR}))?(?!\w)",
        _feast,
    ),
)
"""The rules, in no order: the longest match that starts first wins."""
