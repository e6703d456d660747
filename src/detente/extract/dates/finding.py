"""A parse becomes its dates: patterns find them, tense gives their direction, references their days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent
from detente.extract.dates.absolute import A_FIGURE, A_YEAR, Rule
from detente.extract.dates.absolute import HINTS as ABSOLUTE_HINTS
from detente.extract.dates.absolute import RULES as ABSOLUTE
from detente.extract.dates.composed import composed, is_since
from detente.extract.dates.direction import direction
from detente.extract.dates.named import HINTS as NAMED_HINTS
from detente.extract.dates.named import RULES as NAMED
from detente.extract.dates.relative import HINTS as RELATIVE_HINTS
from detente.extract.dates.relative import RULES as RELATIVE
from detente.extract.dates.spans import Reading, Span, weekday_near, when_of, yearly_near
from detente.extract.dates.told import HAPPENINGS, happening
from detente.extract.dates.told import HINTS as TOLD_HINTS
from detente.extract.dates.told import RULES as TOLD
from detente.extract.dates.words import FLAT
from detente.extract.tense import Tense
from detente.knowledge.landmarks import FoundLandmark, Landmark, find_landmarks, summits_at
from detente.records import UNKNOWN_DATE, When

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

_LANDMARK_HINT = re.compile(
    r"summit|G-?\d|APEC|BRICS|SCO\b|Group of|Assembly|Conference|gathering|Day\b|Eve\b|Christmas|"
    r"War\b|war\b|bomb|attack|massacre|crisis|collapse|fall of|genocide|siege|disaster|annex|invasion|"
    r"Revolution|"
    r"revolution|Olympic|Games|9/11|Spring|vote|referendum|crash|breakup|break-up|dissolution|Maidan|"
    r"tragedy|uprising|crackdown|Bay of Pigs|down(?:ing)? of|poisoning|accident|Fourth of July|sinking|"
    r"tsunami|signing|occupation|Pearl"
)
_LANDMARK = "landmark"
_TABLES = (
    (ABSOLUTE, ABSOLUTE_HINTS),
    (NAMED, NAMED_HINTS),
    (RELATIVE, RELATIVE_HINTS),
    (TOLD, TOLD_HINTS),
)
_WORTH = re.compile(
    r"\d|day|week|month|year|decade|centur|fortnight|night|morrow|morning|afternoon|evening|hour|minute"
    r"|[A-Z](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)|MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN"
    r"|JUL|AUG|SEP|OCT|NOV|DEC|Mon|Tue|Wed|Thu|Fri|Sat|Sun|pring|ummer|utumn|fall|Fall|inter|ties\b"
    r"|Easter|EASTER|Pentecost|Thanksgiving|Ramadan|Eid|New|Festival",
)
"""What every rule needs something of: most sentences have none."""
_WORD = re.compile(r"[a-z]+")
_FIGURE = re.compile(r"\d")
_CLUES: dict[str, re.Pattern[str]] = {
    "month": re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
    "weekday": re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)"),
    "weekdays": re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)"),
    "season": re.compile(r".*(?:spring|summer|autumn|fall|winter)"),
    "era": re.compile(r".*(?:ties$|century)"),
    "feast": re.compile(
        r".*(?:easter|friday|sunday|pentecost|thanksgiving|labor|memorial|ramadan|eid|chinese|lunar"
        r"|festival)"
    ),
    "new year": re.compile(r"year$"),
    "day": re.compile(r".*(?:yesterday|today|tonight|tomorrow|morning|afternoon|evening|night)"),
    "unit": re.compile(r".*(?:day|week|month|year|decade|centur|fortnight)"),
    "hour": re.compile(r".*(?:hour|minute)"),
    _LANDMARK: re.compile(
        r".*(?:summit|apec|brics|sco$|group|assembly|conference|gathering|day|eve$|christmas|war$|bomb"
        r"|attack|massacre|crisis|collapse|fall$|genocide|siege|disaster|annex|invasion|revolution"
        r"|olympic|games|spring|vote|referendum|crash|breakup|break$|dissolution|maidan|tragedy|uprising"
        r"|crackdown|bay$|down|poisoning|accident|fourth|sinking|tsunami|signing|occupation|pearl)"
    ),
}
"""What a word holds, in lower case and from its beginning, that may make the hint of a kind hold."""
_OF_FIGURES = frozenset(("figures", "day of month", "year", "era", "the day", _LANDMARK))
"""Kinds whose hints may hold where there are figures."""
_NO_ANCHOR = re.compile(
    r"(?:ever\s+)?since\b|by\b|before\b|until\b|till\b|ahead of\b|up to\b|[\w\s]*\b(?:hour|minute)s?\b",
    re.IGNORECASE,
)
"""What nothing is counted from: a bound, and what is itself counted from a day by hours."""
_COUNTED = re.compile(r"\blater$|\bafterwards?$", re.IGNORECASE)
_WITHIN = re.compile(r"within\s", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_ON = re.compile(r",\s*(?:on\s+)?", re.IGNORECASE)
_BARE_WEEKDAY = frozenset(("which", "w"))
_WIDE = re.compile(r"\b(?:months?|years?|decades?|centur\w+)\b|\b(?:that|same)\s+week$", re.IGNORECASE)
"""What may be counted from a month or a year as well as from a day."""
_SAME = re.compile(r"(?:that|the\s+same)\b", re.IGNORECASE)
_SAME_NIGHT = re.compile(r"the\s+same\s+(?:night|evening)", re.IGNORECASE)
_HAPPENING = re.compile(rf"\b(?:{HAPPENINGS})\b", re.IGNORECASE)
_HABIT = re.compile(r"^(?:in|during)\s+the\s+(?:morning|afternoon|evening)$", re.IGNORECASE)
"""What is done every day when it is told in the present."""
_PART_OF_DAY = re.compile(
    r"(?:second|third)\s+day$|morning$|afternoon$|evening$|night$|nightfall$", re.IGNORECASE
)
_TODAY = re.compile(r"today$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    reading: Reading
    landmark: FoundLandmark | None = None
    rule: Rule | None = None
    match: re.Match[str] | None = None


def resolve(text: str, reference: When, tense: Tense | None = None) -> When:
    """Return the days that one expression stands for, seen from a reference; unknown if it is no date.

    The reference is the day of publication, or the last date told for "six days later". It may be a
    range or open, and the answer is then as wide. A duration ("for two years") is no date. An
    expression that needs a reference and has none gives an unknown `When` that keeps its words.
    Weeks run from Monday (ISO 8601); "two years ago" is a calendar year, as in TimeML's TIMEX3
    (Pustejovsky et al. 2003).

    >>> from datetime import date, timedelta
    >>> resolve("late Tuesday", When.day(date(2013, 5, 9)), "past").label()
    '2013-05-07'
    >>> resolve("next year", When.day(date(2013, 5, 9))).label()
    '2014'
    >>> resolve("last week", When()).label()
    'unknown'
    """
    found = [one for one in _scan(text, tense) if tense == "future" or not one.reading.ahead]
    if not found:
        return UNKNOWN_DATE
    best = max(found, key=lambda item: (item.end - item.start, -item.start))
    if is_since(text[: best.start]) and tense != "past":
        return resolve(text, reference, "past")
    when = _when(best, text[best.start : best.end], reference, tense)
    return composed(text, best.start, best.end, when, reference, tense)[1]


def find_dates(parse: Parse) -> tuple[Dated, ...]:
    """Return every date of a parse, in order, none overlapping another.

    The reference is `parse.article.published`. The tense of the clause decides between the last
    Tuesday and the next. "Today" in a clause in the present ("Russia today") is no date, nor is a
    duration. Summits and happenings of `knowledge.landmarks` are dates with the basis `inferred`.
    """
    dated: list[Dated] = []
    told = _Told(parse.article.published)
    for sent in parse.sents:
        told.enter(sent.paragraph)
        dated += _dates_of(parse, sent, told)
    return tuple(dated)


@dataclass(slots=True)
class _Told:
    """The days told so far, for "the same day" and "six days later"."""

    published: When
    last: When = UNKNOWN_DATE
    """The last day or short range told anywhere."""
    here: When = UNKNOWN_DATE
    """The last one told in this paragraph."""
    wide: When = UNKNOWN_DATE
    """The last one told anywhere that is no longer than a year."""
    named: When = UNKNOWN_DATE
    """The last month told with its year in this paragraph."""
    news: When = UNKNOWN_DATE
    """The last one within a week before publication: the day of the news."""
    days: set[date] = field(default_factory=set)
    """All days of the news told so far."""
    happened: dict[str, When] = field(default_factory=dict)
    """The days told for the call, the meeting and the like."""
    paragraph: int = -1

    def enter(self, paragraph: int) -> None:
        """Go on to a paragraph."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.here = self.named = UNKNOWN_DATE

    def add(self, when: When) -> None:
        """Note a date: one that is narrow and no bound can be counted from."""
        if when.start is None or when.end is None or _NO_ANCHOR.match(when.text or ""):
            return
        days = (when.end - when.start).days
        if days <= 365:
            self.wide = when
        if when.precision == "month" and when.basis == "stated":
            self.named = when
        if days > 6:
            return
        self.last = self.here = when
        day = self.published.end
        if day is not None and timedelta(0) <= day - when.end <= timedelta(days=7):
            self.news = when
            self.days.add(when.end)

    def file(self, text: str, when: When) -> None:
        """Note the day of what a sentence tells: "the call lasted a few minutes on Friday night"."""
        if when.start is not None and when.start == when.end:
            for match in _HAPPENING.finditer(text):
                self.happened.setdefault(happening(match.group()), when)

    def anchor(self, words: str, of: str | None) -> When:
        """Return what an expression counts from."""
        if of is not None:
            return self.happened.get(of, UNKNOWN_DATE)
        if _WIDE.search(words) and self.wide.known:
            return self.wide
        if self.here.known:
            return self.here
        if _SAME_NIGHT.match(words) and self.last.known:
            return self.last
        if _PART_OF_DAY.search(words):
            return self.news if len(self.days) == 1 else UNKNOWN_DATE
        if _COUNTED.search(words) and self.last.known:
            return self.last
        return self.news if self.news.known else self.last


def _dates_of(parse: Parse, sent: Sent, told: _Told) -> Iterator[Dated]:
    text = parse.view.text[sent.start : sent.end].translate(FLAT)
    found = list(_scan(text, None))
    if not found:
        return
    dated: list[Dated] = []
    last_end = 0
    reference = parse.article.published
    certain = [f.landmark.landmarks[0] for f in found if f.landmark and f.landmark.certain]
    for item in found:
        span = parse.doc.char_span(
            sent.start + item.start, sent.start + item.end, alignment_mode="expand"
        )
        if span is None or not len(span):
            continue
        words = text[item.start : item.end]
        tense: Tense | None = "past"
        if not is_since(text[: item.start]):
            tense = direction(span, words, sent.role)
        if (_TODAY.search(words) and tense == "present") or (item.reading.ahead and tense != "future"):
            continue
        if _HABIT.search(words) and tense != "past":
            continue
        if item.landmark is None and item.reading.on_day is not None:
            # The reading was made without a tense; read the words again with it.
            again = item.rule.read(item.match, tense) if item.rule and item.match else None
            item = replace(item, reading=again) if again is not None else item
        local = told.anchor(words, item.reading.of) if item.reading.anchored else reference
        if tense == "past" and told.here.known and _WITHIN.match(words):
            local = told.here  # "came within a week": of what was told before
        if not local.known and _PART_OF_DAY.search(words):
            continue
        when = _when(item, words, local, tense)
        if item.landmark is None:
            when = _with_landmark(when, certain)
            if when.end is None and reference.end is None:
                when = _at_summit(text, words, when)
        if item.reading.anchored and _SAME.match(words):
            when = _no_wider(when, local)
        if tense == "past" and told.here.known and _THE.search(text[: item.start]):
            when = _day_after(item, span, when, told.here)
        when = _in_told_year(item, when, told.named)
        start, when = composed(text, item.start, item.end, when, local, tense)
        first = span.start
        if start < item.start:
            wide = parse.doc.char_span(
                sent.start + start, sent.start + item.end, alignment_mode="expand"
            )
            first = wide.start if wide is not None else first
        told.add(when)
        if len(found) == 1:
            told.file(text, when)
        if dated and _COUNTED.search(dated[-1].when.text or "") and when.precision == "day":
            between = text[last_end : item.start]
            if _ON.fullmatch(between):  # a week later, on November 29
                dated[-1] = replace(dated[-1], when=replace(when, text=dated[-1].when.text))
        last_end = item.end
        dated.append(Dated(first, span.end, when))
    yield from dated


def _day_after(item: _Found, words: SpacySpan, when: When, last: When) -> When:
    """Return the first Tuesday after what was told last, for "until the Tuesday"; else the same day."""
    named = item.match.groupdict() if item.match is not None else {}
    alone = item.rule is not None and set(named) == _BARE_WEEKDAY and not named.get("which")
    if not alone or words.root.dep_ == "compound" or last.end is None or when.end is None:
        return when
    day = weekday_near(last.end + timedelta(days=1), when.end.weekday(), "future")
    return replace(when, start=day, end=day) if day <= when.end else when


def _in_told_year(item: _Found, when: When, named: When) -> When:
    """Return a day in the year that the paragraph gave its month: in November 2011, on November 29."""
    groups = item.match.groupdict() if item.match is not None else {}
    if not groups.get("m") or groups.get("y") or when.start is None or named.start is None:
        return when
    other = when.start.month != named.start.month or when.start.year == named.start.year
    if when.precision != "day" or when.basis != "relative" or other or when.end is None:
        return when
    day = when.start.replace(year=named.start.year)
    return replace(when, start=day, end=day)


def _no_wider(when: When, local: When) -> When:
    """Return the days of "that week" after a month, within the month that was told."""
    if not (when.start and when.end and local.start and local.end):
        return when
    if not (when.text or "").lower().endswith("week"):
        return when  # the same year, after a month, is the year
    wider = when.start <= local.start < local.end <= when.end
    return replace(local, basis=when.basis, text=when.text) if wider else when


def _at_summit(text: str, words: str, when: When) -> When:
    """Let a place known for one summit give the year: "at Lough Erne on June 17" on an undated page."""
    days = {
        again
        for mark in summits_at(text)
        for again in (resolve(f"{words}, {mark.start.year}", UNKNOWN_DATE),)
        if again.precision == "day"
        and again.start
        and mark.start - timedelta(days=1) <= again.start <= mark.end + timedelta(days=1)
    }
    if len(days) != 1:
        return when
    return replace(days.pop(), basis="inferred", text=words)


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
    found: list[_Found] = []
    words = set(_WORD.findall(text.lower()))
    kinds = {kind for word in words for kind in _kinds(word)}
    if _FIGURE.search(text):
        kinds |= _OF_FIGURES
        words.add(A_FIGURE)
        if ABSOLUTE_HINTS["year"].search(text):
            words.add(A_YEAR)
    if not kinds:
        return
    if _WORTH.search(text):
        for rules, hints in _TABLES:
            found += _matches(rules, hints, text, tense, words, kinds)
    if _LANDMARK in kinds and _LANDMARK_HINT.search(text):
        for mark in find_landmarks(text):
            found.append(_Found(mark.start, mark.end, Reading(basis="inferred"), mark))
    found.sort(key=lambda item: (item.start - item.end, item.start))
    taken: list[_Found] = []
    for item in found:
        if all(item.end <= other.start or item.start >= other.end for other in taken):
            taken.append(item)
    yield from sorted(taken, key=lambda item: item.start)


@lru_cache(maxsize=20_000)
def _kinds(word: str) -> tuple[str, ...]:
    """Return the kinds whose hints a word, in lower case, may make hold; none for most words."""
    return tuple(kind for kind, pattern in _CLUES.items() if pattern.match(word))


def _matches(
    rules: tuple[Rule, ...],
    hints: dict[str, re.Pattern[str]],
    text: str,
    tense: Tense | None,
    words: Set[str],
    kinds: Set[str],
) -> Iterator[_Found]:
    held = {key for key, pattern in hints.items() if key in kinds and pattern.search(text)}
    if not held:
        return
    for rule in rules:
        if rule.hint not in held or (rule.needs and rule.needs.isdisjoint(words)):
            continue
        for match in rule.pattern.finditer(text):
            reading = rule.read(match, tense)
            if reading is not None and match.end() > match.start():
                start, end = match.span()
                groups = match.groupdict()
                if groups.get("pre") and "time" not in groups:
                    start = match.start() + len(groups["pre"])
                    start += len(text[start:]) - len(text[start:].lstrip())
                yield _Found(start, end, reading, None, rule, match)


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
