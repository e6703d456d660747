"""Rules for dates that count from another day: yesterday, last week, two years ago, six days later."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from detente.extract.dates.absolute import PART_WORDS, PARTS, Match, Rule, partial, rule
from detente.extract.dates.spans import (
    Reading,
    Span,
    Unit,
    day_span,
    shift,
    unit_of,
    week_of,
    weekday_near,
    year_of,
)
from detente.extract.dates.words import (
    ABOUT,
    EXACT,
    SOME,
    UNIT,
    WEEKDAY,
    number,
    unit,
    vague,
    weekday_number,
)
from detente.extract.tense import Tense

AHEAD: dict[Unit, int] = {"day": 14, "week": 8, "month": 12, "year": 10, "decade": 3, "century": 2}
"""How far "in the coming weeks" may reach, in its own unit: a wide range, as nobody says."""


_NEARLY_OVER = 10
"""The month from which on "the coming year" is the next one."""


def _at(days: int) -> Callable[[Match, Tense | None], Reading]:
    return lambda _match, _tense: Reading(on_day=lambda day: day_span(day + timedelta(days=days)))


def _ago(match: Match, _tense: Tense | None) -> Reading:
    """A count of days back is a day; of longer units the unit it falls in (as TIMEX3 has it)."""
    kind, about = unit(match["u"]), (match["about"] or "").lower()
    groups = match.groupdict()
    if groups.get("half"):
        count = number(match["n"])
        if kind == "year":  # half a year is as near as anybody means it
            return between(-12 * count - 9, -12 * count - 3, "month")
        return between(-count - 1, -count, kind)
    if groups.get("some") is not None or not groups.get("n"):
        low, high = vague(groups.get("some"))
        return between(-high, -low, kind)
    count = number(match["n"])
    if about.startswith(("more than", "just more", "over", "just over", "above", "at least")):
        return between(-count - max(1, count // 2), -count, kind)
    if about.startswith(("less than", "under", "fewer than", "just under", "just less", "up to")):
        return between(-count, 0, kind)
    if about in ("nearly", "almost", "about", "around", "roughly", "some", "approximately", "barely"):
        slack = max(1, count // 5)
        if kind == "day":
            return between(-count - slack, -count + slack, kind)
    return counted(kind, -count)


def counted(kind: Unit, count: int) -> Reading:
    """Return the unit some units on, or back: "three years ago" is that year."""
    return Reading(on_day=lambda day: unit_of(shift(day, kind, count), kind))


def between(low: int, high: int, kind: Unit) -> Reading:
    """Return all days from some units on to others."""

    def on_day(day: date) -> Span:
        first, last = shift(day, kind, low), shift(day, kind, high)
        return Span(first, last, "range")

    return Reading(on_day=on_day)


def _within(match: Match, _tense: Tense | None) -> Reading | None:
    """In two weeks, within three months, in just over a month's time; not "in over three decades"."""
    reading = _after(match)
    said = match["time"] or match["pre"].lower() == "within"
    if not said and re.search(r"\b(?:over|more|least)\b", match["about"] or "", re.IGNORECASE):
        return None
    return reading if said else replace(reading, ahead=True)


def _after(match: Match) -> Reading:
    kind, about = unit(match["u"]), (match["about"] or "").lower()
    if match["n"] is None:
        return between(*vague(match["some"]), kind)
    count = number(match["n"])
    if match["pre"].lower() == "within" or about.startswith(("less", "under", "up to", "just under")):
        return between(0, count, kind)
    if "over" in about or "more than" in about:
        # Just over a month is not two; the half of a unit more is room enough.
        if kind == "month":
            return Reading(
                on_day=lambda day: Span(
                    shift(day, "month", count), shift(day, "month", count) + timedelta(days=20), "range"
                )
            )
        return between(count, count + max(1, count // 2), kind)
    if kind == "day":
        return counted(kind, count)
    return Reading(on_day=lambda day: _around(shift(day, kind, count), kind))


def _around(day: date, kind: Unit) -> Span:
    slack = timedelta(days={"week": 3, "month": 15, "year": 183}.get(kind, 1800))
    return Span(day - slack, day + slack, "range")


def _which_unit(match: Match, tense: Tense | None) -> Reading:
    """Last week, this month, next year, with "early" and the like in front.

    What is still to come "this week" on a Sunday comes in the week that follows.
    """
    kind, which = unit(match["u"]), match["which"].lower().split()[-1]
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0}.get(which, 1)
    part = match["part"]

    def on_day(day: date) -> Span:
        ahead = kind == "week" and which == "this" and tense == "future" and day.weekday() == 6
        return partial(unit_of(shift(day, kind, 1 if ahead else step), kind), part)

    return Reading(on_day=on_day)


def _the_unit(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    return Reading(on_day=lambda day: partial(unit_of(day, kind), match["part"]))


def _side_of_unit(match: Match, _tense: Tense | None) -> Reading:
    """Earlier this year: from its start to the day; later this year: from the day to its end."""
    kind, earlier = unit(match["u"]), match["side"].lower() == "earlier"

    def on_day(day: date) -> Span:
        whole = unit_of(day, kind)
        return Span(whole.start, day, "range") if earlier else Span(day, whole.end, "range")

    return Reading(on_day=on_day)


def _recent(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    return between(-AHEAD[kind], 0, kind)


def _coming(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    return between(0, AHEAD[kind], kind)


def _past_n(match: Match, _tense: Tense | None) -> Reading:
    """Over the past two years: from then to the day."""
    kind, ahead = unit(match["u"]), match["way"].lower() in ("next", "coming")
    groups = match.groupdict()
    if groups.get("n"):
        count = number(match["n"])
    elif groups.get("some") or match["u"].lower().endswith("s"):
        count = vague(groups.get("some") or "a few")[1]
    else:
        count = 1
    if kind == "year" and count == 1 and match.group().lower() == "in the coming year":
        return Reading(on_day=_coming_year)
    return between(0, count, kind) if ahead else between(-count, 0, kind)


def _coming_year(day: date) -> Span:
    """In the coming year: the next calendar year when this one is nearly over, else twelve months."""
    if day.month >= _NEARLY_OVER:
        return year_of(date(day.year + 1, 1, 1))
    return Span(day, shift(day, "year", 1), "range")


def _soon(match: Match, _tense: Tense | None) -> Reading:
    """Within days, in a matter of weeks: from the day to as far as the word may honestly reach."""
    kind = match["u"].lower()
    if kind == "hours":
        return between(0, 1, "day")
    return between(0, {"days": 7, "weeks": 8, "months": 12, "years": 10}[kind], unit(kind))


def _times_in(match: Match, _tense: Tense | None) -> Reading:
    """For the third time in a month: what has happened since a month before the day."""
    kind = unit(match["u"])
    if match["n"]:
        return between(-number(match["n"]), 0, kind)
    _, high = vague(match["some"])
    return between(-high, 0, kind)


def _hours_ago(_match: Match, _tense: Tense | None) -> Reading:
    return between(-1, 0, "day")


def _half_ago(match: Match, _tense: Tense | None) -> Reading:
    months = {"year": 6, "decade": 60, "century": 600}[unit(match["u"])]
    return between(-months - months // 6, -months + months // 6, "month")


def _before_last(match: Match, _tense: Tense | None) -> Reading:
    return counted(unit(match["u"]), -2 if match["way"].lower().endswith("last") else 2)


def _so_far(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    return Reading(on_day=lambda day: Span(unit_of(day, kind).start, day, "range"))


def _rest_of(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    return Reading(on_day=lambda day: Span(day, unit_of(day, kind).end, "range"))


def _week_on(match: Match, _tense: Tense | None) -> Reading:
    """A week on Tuesday, Monday week: the day of the week after the next one."""
    number_of = weekday_number(match["w"] or match["w2"])
    return Reading(
        on_day=lambda day: day_span(weekday_near(day, number_of, "future") + timedelta(days=7))
    )


def _ago_exactly(match: Match, _tense: Tense | None) -> Reading:
    """A year ago this week: the week of the day a year before."""
    kind, count = unit(match["u"]), number(match["n"])
    small = {"today": "day", "week": "week", "month": "month"}[match["v"].lower().split()[-1]]
    return Reading(on_day=lambda day: unit_of(shift(day, kind, -count), small))  # type: ignore[arg-type]


def _midweek(match: Match, tense: Tense | None) -> Reading:
    step = {"last": -7, "next": 7}.get((match["which"] or "").lower(), 0)

    def on_day(day: date) -> Span:
        tuesday = day - timedelta(days=day.weekday() - 1) + timedelta(days=step)
        if not match["which"] and tense == "future" and day.weekday() > 3:
            tuesday += timedelta(days=7)
        return Span(tuesday, tuesday + timedelta(days=2), "range")

    return Reading(on_day=on_day)


def _weekend(match: Match, tense: Tense | None) -> Reading:
    words = (match["which"] or "").lower()
    which = words.split()[-1] if words.split()[-1] != "the" else ""

    def on_day(day: date) -> Span:
        saturday = day - timedelta(days=day.weekday() - 5)
        if (day.weekday() < 5 and (which in ("last", "past") or (not which and tense != "future"))) or (
            day.weekday() >= 5 and which in ("last", "past")
        ):
            saturday -= timedelta(days=7)
        elif which in ("next", "coming") and day.weekday() >= 5:
            saturday += timedelta(days=7)
        return Span(saturday, saturday + timedelta(days=1), "range")

    return Reading(on_day=on_day)


def _end_of_year(_match: Match, _tense: Tense | None) -> Reading:
    return Reading(on_day=lambda day: partial(year_of(day), "late"))


def _fortnight(match: Match, _tense: Tense | None) -> Reading:
    """A fortnight ago, in a fortnight, a fortnight later."""
    word = " ".join(match.group(0).lower().split())
    step = timedelta(days=-14 if word.endswith(("ago", "earlier", "before")) else 14)
    return Reading(
        on_day=lambda day: week_of(day + step), anchored=word.endswith(("later", "earlier", "before"))
    )


_PART = rf"(?:(?:the\ )?(?:very\ )?(?P<part>{PARTS})[\s-]+(?:of\ |in\ )?)"
_N = rf"(?:(?P<about>{ABOUT})\ )?(?:(?P<some>{SOME})|(?P<n>{EXACT}))"
_PLURAL = r"(?P<u>days|weeks|months|years|decades|centuries)"
_WHOLE = r"(?P<u>week|month|year|decade|century)\b"
_WHICH = (
    r"(?P<which>last|next|this\ past|this\ coming|this|the\ coming|the\ past|the\ previous|"
    r"the\ current|the\ next|the\ last)"
)
_WHICH_END = r"(?P<which>last|this|next|this\ past|this\ coming|over\ the|at\ the|on\ the|during\ the)"

HINTS: dict[str, re.Pattern[str]] = {
    "day": re.compile(
        r"yesterday|today|tonight|tomorrow|morning|afternoon|evening|night", re.IGNORECASE
    ),
    "unit": re.compile(r"day|week|month|year|decade|centur|fortnight", re.IGNORECASE),
    "hour": re.compile(r"hour|minute", re.IGNORECASE),
}
"""What a sentence must hold for the rules of a kind to be tried at all."""
RULES: tuple[Rule, ...] = (
    rule("day", r"\bthe\ day\ before\ yesterday\b", _at(-2)),
    rule("day", r"\bthe\ day\ after\ tomorrow\b", _at(2)),
    rule("day", r"\byesterday(?!['’]s\ (?:men|man|news|world))\b", _at(-1)),
    rule("day", r"\b(?:earlier\ |later\ )?(?:today|tonight)\b", _at(0)),
    rule("day", r"\b(?:earlier\ |later\ )?this\ (?:morning|afternoon|evening)\b", _at(0)),
    rule("day", r"\btomorrow\b", _at(1)),
    rule("day", r"\blast\ night\b", _at(-1)),
    rule(
        "unit",
        r"\b(?:a|one)\ fortnight\ (?:ago|later|earlier|before)\b"
        r"|\bin\ (?:a|one)\ fortnight(?:['’]s\ time)?\b",
        _fortnight,
        "fortnight",
    ),
    rule("unit", r"\bwithin\ the\ (?P<u>week|month|year)\b", _rest_of, "within"),
    rule(
        "unit",
        r"\b(?:within|in\ a\ matter\ of)\ (?P<u>days|weeks|months|years)\b",
        _soon,
        "within matter",
    ),
    rule("hour", r"\bin\ a\ matter\ of\ (?P<u>hours)\b", _soon, "matter"),
    rule("hour", r"\b(?:an\ |several\ |a\ few\ |\w+\ )?(?:hours?|minutes)\ ago\b", _hours_ago, "ago"),
    rule(
        "unit",
        rf"(?<!first[ ])\btimes?\ in\ (?:(?P<some>{SOME})\ |(?P<n>{EXACT})\ )?(?P<u>{UNIT})\b",
        _times_in,
        "time times",
    ),
    rule("unit", r"\bhalf\ an?\ (?P<u>year|decade|century)\ ago\b", _half_ago, "ago"),
    rule(
        "unit",
        r"\bthe\ (?P<u>week|month|year|decade)\ (?P<way>before\ last|after\ next)\b",
        _before_last,
        "last next",
    ),
    rule("unit", r"\b(?:so\ far\ )?this\ (?P<u>week|month|year|decade)\ so\ far\b", _so_far, "far"),
    rule("unit", r"\bso\ far\ this\ (?P<u>week|month|year|decade)\b", _so_far, "far"),
    rule(
        "unit",
        r"\bthe\ (?:rest|remainder)\ of\ (?:the|this)\ (?P<u>week|month|year|decade|century)\b",
        _rest_of,
        "rest remainder",
    ),
    rule(
        "unit",
        rf"\ba\ week\ (?:on|from)\ (?P<w>{WEEKDAY})|\b(?P<w2>{WEEKDAY})\ week\b",
        _week_on,
        "week",
    ),
    rule(
        "unit",
        rf"\b(?P<n>{EXACT})\ (?P<u>{UNIT})\ ago\ (?P<v>today|this\ (?:week|month))\b",
        _ago_exactly,
        "ago",
    ),
    rule("unit", r"\b(?:(?P<which>last|next|this)\ )?mid-?week\b", _midweek, "midweek week"),
    rule("unit", rf"\b{_N}\ (?P<half>and\ a\ half\ )?(?P<u>{UNIT})\ (?:ago|back)\b", _ago, "ago back"),
    rule(
        "unit",
        r"\b(?:(?P<about>)(?P<some>))(?P<n>an?|one)\ (?P<u>year|month|week)\ "
        r"(?P<half>and\ a\ half)\ ago\b",
        _ago,
        "ago back",
    ),
    rule(
        "unit",
        r"\b(?P<about>)(?P<u>days|weeks|months|years|decades|centuries)\ ago\b",
        _ago,
        "ago back",
    ),
    rule(
        "unit",
        rf"\b(?P<pre>in|within)\ {_N}\ (?P<u>{UNIT})(?P<time>['’]?s?['’]?\ time)?(?!\w|-)",
        _within,
        "in within from",
    ),
    rule(
        "unit",
        rf"\b(?:(?P<about>{ABOUT})\ )?(?P<n>{EXACT})\ (?P<u>{UNIT})\ (?P<pre>from)\ "
        r"(?P<time>(?P<some>)now|today)\b",
        _within,
        "now today",
    ),
    rule(
        "unit",
        rf"\b(?:{_PART})?{_WHICH}\ {_WHOLE}(?!-)",
        _which_unit,
        "last next this coming past previous current",
    ),
    rule("unit", rf"\b{_PART}the\ {_WHOLE}", _the_unit, PART_WORDS),
    rule("unit", r"\b(?:the\ )?year(?:['’]s|-)\s?end\b", _end_of_year, "end"),
    rule(
        "unit",
        r"\b(?P<part>)(?P<pre>through|throughout|survives?|survived|outlasts?|outlives?)\ "
        r"the\ (?P<u>year|month|week)\b(?!\ (?:of|that|in|to|when|before|after|\d))",
        _the_unit,
        "through throughout survive survives survived outlast outlasts outlive outlives",
    ),
    rule(
        "unit",
        rf"\b(?P<side>earlier|later)(?:\ on)?\ (?:this|in\ the)\ {_WHOLE}",
        _side_of_unit,
        "earlier later",
    ),
    rule(
        "unit",
        rf"\b(?:in\ |over\ |during\ )?(?:the\ )?(?:most\ )?recent\ {_PLURAL}\b",
        _recent,
        "recent",
    ),
    rule(
        "unit",
        rf"\b(?:in\ |over\ |during\ |within\ )?(?:the\ )?"
        rf"(?:coming|next\ few|next\ several|upcoming)\ {_PLURAL}\b",
        _coming,
        "coming next upcoming come ahead",
    ),
    rule(
        "unit",
        rf"\bin\ (?:the\ )?{_PLURAL}\ (?:to\ come|ahead)\b",
        _coming,
        "coming next upcoming come ahead",
    ),
    rule(
        "unit",
        r"\b(?:over|during|in|within|for|throughout)\ the\ (?P<way>past|last|next|coming)\ "
        rf"(?:(?P<some>{SOME}|few)\ |(?P<n>{EXACT})\ )?(?P<u>{UNIT})\b",
        _past_n,
        "past last next coming",
    ),
    rule(
        "unit",
        rf"\b(?:the|these)\ (?P<way>past|last)\ "
        rf"(?:(?P<some>{SOME}|few)|(?P<n>{EXACT}))\ (?P<u>{UNIT})\b",
        _past_n,
        "past last next coming",
    ),
    rule("unit", rf"\b{_WHICH_END}\ weekend\b", _weekend, "weekend"),
)
"""The rules, in no order: the longest match that starts first wins."""
