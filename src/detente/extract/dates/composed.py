"""Words before a date change what it stands for: since, by, before, the eve of, two days after."""

from __future__ import annotations

import re
from datetime import date, timedelta

from detente.extract.dates.spans import Span, Unit, add_months, shift, unit_of, week_of
from detente.extract.dates.words import ABOUT, EXACT, number, unit
from detente.extract.tense import Tense
from detente.records import When

_SINCE = re.compile(r"\b(?:ever\s+)?since\s+(?:at\s+least\s+)?(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?P<way>by|no\s+later\s+than|not\s+later\s+than|until|till|up\s+to|before|ahead\s+of)\s+"
    r"(?P<at>(?:(?:the|at\s+the)\s+)?)$",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"\b(?:(?P<eve>on\s+the\s+eve\s+of|the\s+eve\s+of)|(?:(?P<about>{ABOUT})\s+)?(?P<n>the|{EXACT})\s+"
    r"(?P<u>day|week|month|year)s?\s+(?P<way>before|after|following|from|ahead\s+of))\s+(?:the\s+)?$".replace(
        r"\ ", r"\s+"
    ),
    re.IGNORECASE,
)
_WEEK_OF = re.compile(
    r"\b(?:the|that|this)\s+(?P<u>week|weekend)\s+(?:of|beginning|starting)\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"['’]s?\s+\w|-\w|\s+(?:(?:[\w-]+\s+)?(?:summits?|meetings?|talks|sessions?|votes?|visits?|trips?|"
    r"conferences?|elections?|deadlines?|games|parades?|referendum|hearings?|polls?|treaty|war|ballot|"
    r"ceremony|celebrations?|holidays?|rally|reception|dinner|attacks?))\b",
    re.IGNORECASE,
)
"""What follows a date that belongs to a noun: before Thursday's vote, before the May summit."""
_NOT = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno|\bnor|\bnone|\bnobody|\bnothing|\bpostponed?|\bdelayed|\bdeferred"
    r"|\bput\s+off|\bmoved|\badjourned|\brescheduled)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What makes "until June" a matter of June: not until, put off until."""
_LATE = re.compile(r"\b(?:end|close|late|last|out)\b", re.IGNORECASE)
_DAY = timedelta(days=1)


def is_since(before: str) -> bool:
    """Say whether the words before a date are "since": what it names has begun.

    >>> is_since("it has been so since the "), is_since("by ")
    (True, False)
    """
    return _SINCE.search(before) is not None


def composed(
    text: str, start: int, end: int, when: When, reference: When, tense: Tense | None
) -> tuple[int, When]:
    """Return where an expression starts and its days, once the words before it are heeded.

    "Since" runs to the reference and "by" or "until" from it; "before" ends a day earlier than what
    it names begins, but "before the end of" with that end. Where the date belongs to a noun ("before
    Thursday's vote") it stays the noun's.
    """
    if not when.known:
        return start, when
    before = text[:start]
    if (match := _OFFSET.search(before)) and (span := _moved(match, when)) is not None:
        words = text[match.start() : end]
        return match.start(), When(span.start, span.end, span.precision, when.basis, words)
    if (match := _WEEK_OF.search(before)) and when.start and when.precision == "day":
        week = week_of(when.start)
        first = week.start + 5 * _DAY if week.start and match["u"].lower() == "weekend" else week.start
        kind = "range" if match["u"].lower() == "weekend" else "week"
        return match.start(), When(first, week.end, kind, when.basis, text[match.start() : end])  # type: ignore[arg-type]
    if (match := _SINCE.search(before)) and when.start:
        until = reference.end if reference.end and reference.end >= when.start else None
        return match.start(), When(when.start, until, "range", when.basis, text[match.start() : end])
    if (match := _UNTIL.search(before)) and not _OWNED.match(text, end):
        if match["way"].lower() in ("until", "till") and _NOT.search(before):
            return start, when  # not until September: in September
        found = _until(match, text[start:end], when, reference, tense)
        if found is not None:
            return match.start(), When(*found, "range", when.basis, text[match.start() : end])
    return start, when


def _until(
    match: re.Match[str], words: str, when: When, reference: When, tense: Tense | None
) -> tuple[date | None, date | None] | None:
    """Return the days up to a bound that lies ahead; before one that is past, an open range."""
    way = match["way"].lower()
    last = when.end
    if way in ("before", "ahead of") and not _LATE.search(words):
        if when.start is None:
            return None
        last = when.start - _DAY
    ahead = last is not None and reference.start is not None and last > reference.start
    if last is None or (tense == "past" and not (ahead and when.basis == "stated")):
        # What had come about by, or before, a day of the past has no first day.
        past = way in ("before", "by") and when.precision != "day" and when.basis == "stated"
        return (None, last) if past and last is not None else None
    if reference.start is None or reference.start > last:
        return None
    return reference.start, last


def _moved(match: re.Match[str], when: When) -> Span | None:
    """Return a date moved by what counts from it: the day before, two weeks after, on the eve of."""
    if when.start is None or when.end is None:
        return None
    if match["eve"]:
        return Span(when.start - _DAY, when.start - _DAY, "day") if _short(when) else None
    kind: Unit = unit(match["u"])
    count = 1 if match["n"].lower() == "the" else number(match["n"])
    back = match["way"].lower() in ("before", "ahead of")
    from_day = when.start if back else when.end
    moved = shift(from_day, kind, -count if back else count)
    about = (match["about"] or "").lower()
    if about.startswith(("less", "under", "fewer", "just under", "up to", "just less")):
        low, high = (moved, from_day) if back else (from_day, moved)
        return Span(low, high, "range")
    if about or not _short(when):
        slack = (
            when.end - when.start + timedelta(days={"day": 1, "week": 4, "month": 15}.get(kind, 180))
        )
        return Span(moved - slack, moved + slack, "range")
    if kind == "day":
        return Span(moved, moved, "day")
    return unit_of(moved, kind) if kind != "year" else Span(
        add_months(moved, -1).replace(day=1), add_months(moved, 1), "range"
    )  # fmt: skip


def _short(when: When) -> bool:
    return when.start is not None and when.end is not None and (when.end - when.start).days <= 10
