"""A text without a date of its own becomes bounds on the day it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.document import Dated, Parse
from detente.extract.dates.finding import resolve
from detente.extract.dates.spans import month_of, shift, week_of, year_of
from detente.extract.dates.words import FLAT
from detente.extract.tense import tense_at
from detente.knowledge.landmarks import find_landmarks
from detente.records import UNKNOWN_DATE, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_LAST = re.compile(
    r"\b(?P<which>last|this)\s+(?P<unit>week|month|year)['’]s\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\bin\s+(?P<about>(?:just\s+)?(?:over|under|more than|less than|about)\s+)?"
    r"(?P<n>a|one|two|three|four|five|six)\s+"
    r"(?P<unit>day|week|month)(?:s|['’]s|s['’])?\s+time\b",
    re.IGNORECASE,
)  # fmt: skip
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_ABOVE = frozenset(("title", "dek", "subhead", "caption", "related", "ad"))
_DEADLINES = frozenset({"by", "until", "till", "before", "through", "to"})
_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def infer_published(parse: Parse, dated: Sequence[Dated]) -> When:
    """Return bounds on the day of publication, with the basis `inferred`; unknown where none hold.

    A past day that is stated in full gives a lower bound, a future one an upper bound; "last
    month's" before a happening of known date gives its month; "the G-8 summit in just over a month's
    time" counts back from the summit. A line above the text that states one full date ("Sunday,
    10 September 2017 | Muscat 34") is a day by itself. Used where the page states no date.
    """
    if (above := _above_text(parse)) is not None:
        return above
    start, end = date.min, date.max
    words: list[str] = []
    for low, high, text in (*_from_stated(parse, dated), *_from_landmarks(parse)):
        if max(start, low) > min(end, high):
            continue
        if low > start or high < end:
            words.append(text)
        start, end = max(start, low), min(end, high)
    if start == date.min and end == date.max:
        return UNKNOWN_DATE
    return When(
        None if start == date.min else start,
        None if end == date.max else end,
        "month" if start != date.min and end != date.max and month_of(start).start == start
        and month_of(start).end == end else "range",
        "inferred",
        "; ".join(dict.fromkeys(words)) or None,
    )  # fmt: skip


def _above_text(parse: Parse) -> When | None:
    """Return the one day that the lines above the body state, None where they state none or several.

    A title is left out: the days in it are those of the news.
    """
    text = parse.article.text
    days: list[When] = []
    for line in parse.article.lines:
        if line.role == "body" or len(days) > 1:
            break
        if line.role in _NOT_ABOVE or line.end - line.start > 120:
            continue
        words = text[line.start : line.end]
        if len(_A_YEAR.findall(words)) == 1:
            days += [day for day in (resolve(words, UNKNOWN_DATE),) if day.precision == "day"]
    if len({when.start for when in days}) != 1:
        return None
    return When(days[0].start, days[0].end, "day", "inferred", days[0].text)


def _from_stated(parse: Parse, dated: Sequence[Dated]) -> list[tuple[date, date, str]]:
    """Past days that the text states are behind it; what it says will be lies ahead.

    Only days and months count: that something lasts "since 1992" is true and tells nothing. A date in
    a noun's name ("the communique of June 2012") says nothing of when the text stands, whatever the
    tense around it, and a deadline ("by mid-2014") is never behind it.
    """
    bounds = []
    for item in dated:
        when = item.when
        if not when.start or not when.end or when.basis not in ("stated", "inferred"):
            continue
        if when.precision not in ("day", "month"):
            continue
        if parse.doc[max(0, item.first - 1)].lower_ in _DEADLINES:
            continue
        root = parse.doc[item.first : item.last].root
        tense = tense_at(root, parse.sent_of(item.first).role)
        text = when.text or ""
        if tense == "past":
            bounds.append((when.start, date.max, text))
        elif tense == "future" and when.precision == "day" and _beside_a_verb(root):
            bounds.append((date.min, when.end, text))
    # What the text tells of the past is surer than what it expects: take it first.
    return sorted(bounds, key=lambda bound: (bound[0] == date.min, -bound[0].toordinal()))


def _beside_a_verb(root: Token) -> bool:
    """Say whether a date hangs on a verb, by itself or through one preposition."""
    head = root.head
    if head.dep_ == "prep":
        head = head.head
    return head.pos_ in ("VERB", "AUX")


def _from_landmarks(parse: Parse) -> list[tuple[date, date, str]]:
    bounds = []
    for sent in parse.sents:
        text = parse.view.text[sent.start : sent.end].translate(FLAT)
        if not ("month" in text or "week" in text or "year" in text):
            continue
        for found in find_landmarks(text):
            if not found.certain:
                continue
            mark = found.landmarks[0]
            before = _LAST.search(text[: found.start])
            if before:
                unit, step = before["unit"].lower(), 1 if before["which"].lower() == "last" else 0
                whole = {"week": week_of, "month": month_of, "year": year_of}[unit]
                span = whole(shift(mark.start, unit, step))  # type: ignore[arg-type]
                if span.start and span.end:
                    bounds.append((span.start, span.end, text[before.start() : found.end]))
            ahead = _AHEAD.search(text)
            if ahead:
                bounds.append((*_counted_back(mark.start, ahead), ahead.group(0)))
    return bounds


def _counted_back(day: date, ahead: re.Match[str]) -> tuple[date, date]:
    unit, count = ahead["unit"].lower(), _COUNT[ahead["n"].lower()]
    about = (ahead["about"] or "").lower()
    far = shift(day, unit, -count)  # type: ignore[arg-type]
    slack = {"day": 1, "week": 4, "month": 20}[unit]
    if "over" in about or "more" in about:
        return far - timedelta(days=slack), far
    if "under" in about or "less" in about:
        return far, far + timedelta(days=slack)
    return far - timedelta(days=slack), far + timedelta(days=slack)
