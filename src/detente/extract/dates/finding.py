"""A parse becomes its dates: patterns find them, tense gives their direction, references their days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from detente.document import Dated, Parse, Sent
from detente.extract.dates.absolute import HINTS as ABSOLUTE_HINTS
from detente.extract.dates.absolute import RULES as ABSOLUTE
from detente.extract.dates.absolute import Rule
from detente.extract.dates.relative import HINTS as RELATIVE_HINTS
from detente.extract.dates.relative import RULES as RELATIVE
from detente.extract.dates.spans import Reading, Span, when_of, yearly_near
from detente.extract.dates.words import FLAT
from detente.extract.tense import Tense, tense_at
from detente.knowledge.landmarks import FoundLandmark, Landmark, find_landmarks
from detente.records import UNKNOWN_DATE, When

_LANDMARK_HINT = re.compile(
    r"summit|G-?\d|APEC|BRICS|SCO\b|Group of|Assembly|Conference|gathering|Day\b|Eve\b|Christmas|"
    r"War\b|war\b|bomb|attack|massacre|crisis|collapse|fall of|genocide|siege|disaster|annex|invasion|"
    r"Revolution|"
    r"revolution|Olympic|Games|9/11|Spring|vote|referendum|crash|breakup|break-up|dissolution|Maidan|"
    r"tragedy|uprising|crackdown|Bay of Pigs|down(?:ing)? of|poisoning|accident|Fourth of July|sinking|"
    r"tsunami|signing|occupation|Pearl"
)
_SINCE = re.compile(r"\bsince\s+(?:at\s+least\s+)?(?:the\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|no\s+later\s+than|not\s+later\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_TODAY = re.compile(r"today$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    reading: Reading
    landmark: FoundLandmark | None = None


def resolve(text: str, reference: When, tense: Tense | None = None) -> When:
    """Return the days that one expression stands for, seen from a reference; unknown if it is no date.

    The reference is the day of publication, or the last date told for "six days later". It may be a
    range or open, and the answer is then as wide. A duration ("for two years") is no date. An
    expression that needs a reference and has none gives an unknown `When` that keeps its words.
    Weeks run from Monday (ISO 8601); "two years ago" is a calendar year, as in TimeML's TIMEX3
    (Pustejovsky et al. 2003).

    >>> from datetime import date
    >>> resolve("late Tuesday", When.day(date(2013, 5, 9)), "past").label()
    '2013-05-07'
    >>> resolve("next year", When.day(date(2013, 5, 9))).label()
    '2014'
    >>> resolve("last week", When()).label()
    'unknown'
    """
    found = list(_scan(text, tense))
    if not found:
        return UNKNOWN_DATE
    best = max(found, key=lambda item: (item.end - item.start, -item.start))
    return _wrap(
        text, best, _when(best, text[best.start : best.end], reference, tense), reference, tense
    )[1]


def find_dates(parse: Parse) -> tuple[Dated, ...]:
    """Return every date of a parse, in order, none overlapping another.

    The reference is `parse.article.published`. The tense of the clause decides between the last
    Tuesday and the next. "Today" in a clause in the present ("Russia today") is no date, nor is a
    duration. Summits and happenings of `knowledge.landmarks` are dates with the basis `inferred`.
    """
    dated: list[Dated] = []
    anchor = UNKNOWN_DATE
    paragraph = -1
    for sent in parse.sents:
        if sent.paragraph != paragraph:
            paragraph, anchor = sent.paragraph, anchor if dated else UNKNOWN_DATE
        for item in _dates_of(parse, sent, anchor):
            dated.append(item)
            if item.when.known and item.when.start and item.when.end:
                anchor = item.when
    return tuple(dated)


def _dates_of(parse: Parse, sent: Sent, anchor: When) -> Iterator[Dated]:
    text = parse.view.text[sent.start : sent.end].translate(FLAT)
    found = list(_scan(text, None))
    if not found:
        return
    reference = parse.article.published
    certain = [f.landmark.landmarks[0] for f in found if f.landmark and f.landmark.certain]
    for item in found:
        span = parse.doc.char_span(
            sent.start + item.start, sent.start + item.end, alignment_mode="expand"
        )
        if span is None or not len(span):
            continue
        tense = tense_at(span.root, sent.role)
        words = text[item.start : item.end]
        if _TODAY.search(words) and tense == "present":
            continue
        if item.landmark is None and item.reading.on_day is not None:
            # The reading was made without a tense; read the words again with it.
            again = [f for f in _scan(words, tense) if f.end - f.start == len(words)]
            item = replace(again[0], start=item.start, end=item.end) if again else item
        local = anchor if item.reading.anchored else reference
        when = _when(item, words, local, tense)
        if item.landmark is None:
            when = _with_landmark(when, certain)
        start, when = _wrap(text, item, when, local, tense)
        first = span.start
        if start < item.start:
            wide = parse.doc.char_span(
                sent.start + start, sent.start + item.end, alignment_mode="expand"
            )
            first = wide.start if wide is not None else first
        if when.known and when.start and when.end and when.precision in ("day", "week"):
            anchor = when
        yield Dated(first, span.end, when)


def _with_landmark(when: When, certain: list[Landmark]) -> When:
    """Let a summit named in the same sentence settle the year of a range it lies in.

    "Not until September, at the St. Petersburg G-20 summit" is September 2013 although the page has
    no date.
    """
    if when.precision != "range" or when.basis != "relative" or when.text is None:
        return when
    for item in certain:
        again = resolve(when.text, When.day(item.start), None)
        if again.precision == "month" and again.start and again.end:
            inside = again.start <= item.start <= again.end
            if inside and again.overlaps(when):
                return When(again.start, again.end, "month", "inferred", when.text)
    return when


def _scan(text: str, tense: Tense | None) -> Iterator[_Found]:
    """Yield the expressions of a text, the longest of those that overlap."""
    text = text.translate(FLAT)
    found = [
        *_matches(ABSOLUTE, ABSOLUTE_HINTS, text, tense),
        *_matches(RELATIVE, RELATIVE_HINTS, text, tense),
    ]
    if _LANDMARK_HINT.search(text):
        for mark in find_landmarks(text):
            found.append(_Found(mark.start, mark.end, Reading(basis="inferred"), mark))
    found.sort(key=lambda item: (item.start - item.end, item.start))
    taken: list[_Found] = []
    for item in found:
        if all(item.end <= other.start or item.start >= other.end for other in taken):
            taken.append(item)
    yield from sorted(taken, key=lambda item: item.start)


def _matches(
    rules: tuple[Rule, ...], hints: dict[str, re.Pattern[str]], text: str, tense: Tense | None
) -> Iterator[_Found]:
    held = {key for key, pattern in hints.items() if pattern.search(text)}
    for rule in rules:
        if rule.hint not in held:
            continue
        for match in rule.pattern.finditer(text):
            reading = rule.read(match, tense)
            if reading is not None and match.end() > match.start():
                start, end = match.span()
                groups = match.groupdict()
                if groups.get("pre") and "time" not in groups:
                    start = match.start() + len(groups["pre"])
                    start += len(text[start:]) - len(text[start:].lstrip())
                yield _Found(start, end, reading)


def _when(item: _Found, words: str, reference: When, tense: Tense | None) -> When:
    if item.landmark is None:
        return when_of(item.reading, reference, words)
    marks = item.landmark.landmarks
    if marks[0].kind == "yearly":
        mark = marks[0]

        def on_day(day: date) -> Span:
            return yearly_near(day, lambda year: _in_year(mark, year), tense) or Span(
                None, None, "unknown"
            )

        return when_of(Reading(on_day=on_day, basis="inferred"), reference, words)
    if item.landmark.certain:
        return _of_landmark(marks[0], words)
    if not reference.known:
        return When(text=words)
    return _nearest(marks, reference, tense, words)


def _nearest(marks: tuple[Landmark, ...], reference: When, tense: Tense | None, words: str) -> When:
    """Of the summits of a series, take the next one, the last one or the nearest."""
    day = reference.end or reference.start
    assert day is not None
    if tense == "future":
        coming = [mark for mark in marks if mark.end >= (reference.start or day)]
        chosen = coming[0] if coming else None
    elif tense == "past":
        gone = [mark for mark in marks if mark.start <= day]
        chosen = gone[-1] if gone else None
    else:
        chosen = min(marks, key=lambda mark: abs((mark.start - day).days))
    far = chosen is not None and chosen.series != "SUMMIT" and abs((chosen.start - day).days) > 430
    if chosen is None or far:
        return When(text=words)
    return _of_landmark(chosen, words)


def _of_landmark(mark: Landmark, words: str) -> When:
    return When(mark.start, mark.end, "day" if mark.start == mark.end else "range", "inferred", words)


def _in_year(mark: Landmark, year: int) -> Span | None:
    try:
        start, end = mark.start.replace(year=year), mark.end.replace(year=year)
    except ValueError:
        return None
    return Span(start, end, "day" if start == end else "range")


def _wrap(
    text: str, item: _Found, when: When, reference: When, tense: Tense | None
) -> tuple[int, When]:
    """Return where the expression starts and its days once "since" and "by" are heeded."""
    if not when.known:
        return item.start, when
    before = text[: item.start]
    since = _SINCE.search(before)
    if since and when.start:
        words = text[since.start() : item.end]
        end = reference.end if reference.end and reference.end >= when.start else None
        return since.start(), When(when.start, end, "range", when.basis, words)
    by = _BY.search(before)
    if by and tense == "future" and when.end and reference.start and reference.start <= when.end:
        words = text[by.start() : item.end]
        return by.start(), When(reference.start, when.end, "range", when.basis, words)
    return item.start, when
