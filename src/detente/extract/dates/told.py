"""Rules for dates that count from what was told last: six days later, that morning, the day before."""

from __future__ import annotations

import re
from datetime import timedelta

from detente.extract.dates.absolute import Match, Rule, rule
from detente.extract.dates.relative import between, counted
from detente.extract.dates.spans import Reading, day_span, unit_of
from detente.extract.dates.words import EXACT, ORDINALS, SOME, UNIT, number, unit, vague
from detente.extract.tense import Tense

_BACK = ("earlier", "before", "previously", "prior", "previous", "preceding")


def _hours_later(match: Match, _tense: Tense | None) -> Reading:
    """Hours later is the same day or the next."""
    low, high = (-1, 0) if match["way"].lower() in _BACK else (0, 1)
    return Reading(on_day=between(low, high, "day").on_day, anchored=True)


def _later(match: Match, _tense: Tense | None) -> Reading | None:
    """Six days later, two weeks before: counted from the last date told, not from today."""
    kind = unit(match["u"])
    sign = -1 if match["way"].lower() in _BACK else 1
    if not match["n"] and not match["some"] and not match["u"].lower().endswith("s"):
        return None  # the year before, the week later
    if not match["n"]:
        low, high = vague(match["some"])
        low, high = (low, high) if sign > 0 else (-high, -low)
        reading = between(low, high, kind)
    else:
        count = sign * number(match["n"])
        # From a day that is told, "three weeks later" is a day too; "a month later" is not.
        reading = counted("day", 7 * count) if kind == "week" else counted(kind, count)
    return Reading(on_day=reading.on_day, anchored=True)


def _following(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    step = -1 if match["way"].lower() in _BACK else 1
    return Reading(on_day=counted(kind, step).on_day, anchored=True)


def _that(match: Match, _tense: Tense | None) -> Reading:
    kind = unit(match["u"])
    return Reading(on_day=lambda day: unit_of(day, kind), anchored=True)


def _part_of_day(_match: Match, _tense: Tense | None) -> Reading:
    """That morning is the day itself."""
    return Reading(on_day=day_span, anchored=True)


def _next_part_of_day(_match: Match, _tense: Tense | None) -> Reading:
    """The next morning is the day after."""
    return Reading(on_day=lambda day: day_span(day + timedelta(days=1)), anchored=True)


def _nth_day(match: Match, _tense: Tense | None) -> Reading:
    """On the second day: of what began on the last day told."""
    count = ORDINALS[match["n"].lower()] - 1
    return Reading(on_day=lambda day: day_span(day + timedelta(days=count)), anchored=True)


def _night_before(_match: Match, _tense: Tense | None) -> Reading:
    """The night before is the day before."""
    return Reading(on_day=lambda day: day_span(day - timedelta(days=1)), anchored=True)


def _beside(match: Match, _tense: Tense | None) -> Reading:
    """The day before the call: counted from the day that was told for the call."""
    kind = unit(match["u"])
    step = -1 if match["way"].lower() in _BACK else 1
    return Reading(on_day=counted(kind, step).on_day, anchored=True, of=happening(match["what"]))


def happening(word: str) -> str:
    """Return what a noun of happenings is filed under: its singular, in lower case.

    >>> happening("Talks"), happening("crash")
    ('talk', 'crash')
    """
    return word.lower().removesuffix("s")


HAPPENINGS = (
    r"calls?|meetings?|talks|summits?|visits?|votes?|elections?|referendum|attacks?|raids?|signing|"
    r"ceremony|announcement|strikes?|explosions?|ceasefire|cease-fire|truce|expulsions?|arrests?|"
    r"conference|session|dinner|handshake|speech|trip|parade|funeral|inauguration|collision|crash"
)
"""What a day can be told for and be counted from."""
HINTS: dict[str, re.Pattern[str]] = {
    "day": re.compile(r"morning|afternoon|evening|night", re.IGNORECASE),
    "unit": re.compile(r"day|week|month|year|decade|centur", re.IGNORECASE),
    "hour": re.compile(r"hour|minute", re.IGNORECASE),
}
"""What a sentence must hold for the rules of a kind to be tried at all."""
_LATER = "later earlier before previously afterwards afterward"
RULES: tuple[Rule, ...] = (
    rule(
        "day",
        r"\b(?:(?:(?:early|late|later)\ )?(?:in|during)\ the|that|that\ same|the\ same)\ "
        r"(?:morning|afternoon|evening)\b"
        r"|\b(?:that|that\ same|the\ same)\ night\b|\bby\ (?:evening|nightfall)\b"
        r"|\b(?:shortly\ )?(?:before|after|at|until)\ midnight\b(?!\ (?:on\ )?(?-i:[MTWFS][a-z]+day))",
        _part_of_day,
    ),
    rule(
        "day",
        r"\b(?:the\ )?(?:next|following)\ (?:morning|afternoon|evening|night)\b",
        _next_part_of_day,
        "next following",
    ),
    rule(
        "day",
        r"\bthe\ (?:night|evening|previous\ evening|previous\ night)\ before\b(?!\ \w)",
        _night_before,
        "before",
    ),
    rule(
        "unit",
        r"\bon\ the\ (?P<n>second|third)\ day\b(?!\ (?:of|in|since))",
        _nth_day,
        "second third",
    ),
    rule(
        "unit",
        rf"\bthe\ (?P<u>day|week)\ (?P<way>before|after)\ the\ (?:\w+\ )?(?P<what>{HAPPENINGS})\b",
        _beside,
        "before after",
    ),
    rule(
        "hour",
        rf"\b(?:{SOME}|{EXACT}|few)\ (?:hours?|minutes?)\ (?:"
        r"(?P<way>later|earlier|before|previously|afterwards?)\b"
        r"(?!(?<=before)\ (?:the|a|an|he|she|they|his|her|it|U\.S|(?-i:[A-Z]))))",
        _hours_later,
        _LATER,
    ),
    rule(
        "unit",
        rf"\b(?:(?:(?P<some>{SOME})|(?P<n>{EXACT}))\ )?(?P<u>{UNIT})\ (?:"
        r"(?P<way>later|earlier|before|previously|afterwards?)(?=\W|$)"
        r"(?!\ (?:(?:this|than)\b|\d))(?!(?<=before)\ (?:(?:the|that)\b|(?-i:[A-Z]))))",
        _later,
        _LATER,
    ),
    rule(
        "unit",
        r"\bthe\ (?P<way>next|following|previous|preceding)\ (?P<u>day)\b",
        _following,
        "next following previous preceding",
    ),
    rule(
        "unit",
        r"\bthe\ (?P<way>following|preceding)\ (?P<u>week|month|year|decade)\b",
        _following,
        "next following previous preceding",
    ),
    rule(
        "unit",
        r"\b(?:that|the\ same|that\ same|that\ very)\ (?P<u>day|week|month|year)\b(?!\ (?:old|-))",
        _that,
        "that same",
    ),
)
"""The rules, in no order: the longest match that starts first wins."""
