"""The timeline of two states, an issue, an actor or a story: what happened on which day, in sentences.

A day is that of the rows, not of publication: a sentence belongs to the day of a meeting, act or
statement that it tells. What was called off, denied or only imagined makes no day. Every entry is one
verbatim sentence with the sentences of other articles that say the like; nothing is written. The line
under a picture tells a day only where no sentence does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.query.choosing import Entry, Told, choose
from detente.query.desk import Desk, sentences_of
from detente.query.refs import Ref
from detente.query.times import reported_by
from detente.query.views import ArticleView
from detente.records import Event, Extraction, Meeting, Statement

DENSE = 20
"""Days of a timeline where nobody asks for another number."""
LATE = 0.8
"""What a sentence that looks back on a day counts beside one that was printed at the time."""
_OWN_DAY = frozenset({"stated", "relative", "judged"})
_NEVER = frozenset({"cancelled", "declined", "sought", "hypothetical", "negated", "denied"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article, as printed."""

    text: str
    """The sentence."""
    ref: Ref
    """Where it is."""
    article: ArticleView
    """The article."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a timeline."""

    day: date
    """The day."""
    weight: float
    """How much the articles make of it; the largest is 1."""
    lines: tuple[Line, ...]
    """What tells it, best first."""
    support: tuple[Line, ...]
    """Sentences of other articles that say the like."""
    origins: int
    """How many independent origins tell the day: copies count once."""


def timeline_of(
    extractions: Iterable[Extraction],
    desk: Desk,
    *,
    days: int = DENSE,
    each: int = 1,
    issue: str | None = None,
    actors: frozenset[str] = frozenset(),
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> list[Day]:
    """Return the days that matter most in some articles, in order of time; see `choosing.choose`.

    With an issue (`Issue.id`) or actors, only rows that are about it or name one of them make days.
    Articles without a day of publication are taken to be of the day of their latest row.
    """
    told: list[Told] = []
    captions: list[Told] = []
    for one in extractions:
        if not reported_by(one.article.published, as_of):
            continue
        below = _captions(one)
        for said in _told(one, desk.origins[one.article.id], issue, actors):
            (captions if said.number in below else told).append(said)
    known = {one.day for one in told}
    told += [one for one in captions if one.day and one.day not in known]
    entries = choose(told, days=days, each=each, first=since, last=until, late=LATE)
    return [_day(entry, desk, told) for entry in entries]


def _captions(one: Extraction) -> frozenset[int]:
    """Return the numbers of the sentences that stand in captions."""
    lines = [line for line in one.article.lines if line.role == "caption"]
    return frozenset(
        number
        for number, (start, end) in enumerate(one.sentences, 1)
        if any(line.start <= start and end <= line.end for line in lines)
    )


def _told(one: Extraction, origin: str, issue: str | None, actors: frozenset[str]) -> list[Told]:
    days = _days(one, issue, actors)
    narrowed = issue is not None or bool(actors)
    published = one.article.published.start or max(
        (day for found in days.values() for day in found), default=None
    )
    if published is None:
        return []
    told: list[Told] = []
    for number, (start, end) in enumerate(one.sentences, 1):
        text = " ".join(one.article.text[start:end].split())
        if found := days.get(number):
            told += [Told(one.article.id, number, published, day, text, origin) for day in found]
        elif not narrowed:
            told.append(Told(one.article.id, number, published, None, text, origin))
    return told


def _days(one: Extraction, issue: str | None, actors: frozenset[str]) -> dict[int, list[date]]:
    """Return the days that the sentences of an article are about, by their numbers."""
    found: dict[int, list[date]] = {}
    rows: list[Meeting | Event | Statement] = [*one.meetings, *one.events, *one.statements]
    for row in rows:
        if not _happened(row) or not _is_day(row) or row.date.start is None:
            continue
        if issue is not None and issue not in _issues(row):
            continue
        if actors and not actors & _names(row):
            continue
        for number in sentences_of(row):
            days = found.setdefault(number, [])
            if row.date.start not in days:
                days.append(row.date.start)
    return found


def _happened(row: Meeting | Event | Statement) -> bool:
    if isinstance(row, Meeting):
        return row.status not in _NEVER
    return not isinstance(row, Event) or row.factuality not in _NEVER


def _is_day(row: Meeting | Event | Statement) -> bool:
    """Say whether a row is dated to a day by its own words: a statement without a date is as old as its
    article, which says nothing on what it tells."""
    exact = row.date.precision == "day"
    return exact and not (isinstance(row, Statement) and row.date.basis not in _OWN_DAY)


def _issues(row: Meeting | Event | Statement) -> tuple[str, ...]:
    if isinstance(row, Meeting):
        return row.agenda
    return row.issues if isinstance(row, Statement) else ()


def _names(row: Meeting | Event | Statement) -> set[str]:
    if isinstance(row, Meeting):
        parties = row.participants
    elif isinstance(row, Event):
        parties = (*row.actors, *row.recipients)
    else:
        parties = (row.speaker,)
    return {name for one in parties for name in (one.actor_id, one.state) if name}


def _day(entry: Entry, desk: Desk, told: Sequence[Told]) -> Day:
    about = {one.article for one in told if one.day == entry.day}
    return Day(
        day=entry.day,
        weight=entry.weight,
        lines=tuple(_line(one, desk) for one in entry.sentences),
        support=tuple(_line(one, desk) for one in entry.support),
        origins=len({desk.origins[article] for article in about}),
    )


def _line(told: Told, desk: Desk) -> Line:
    return Line(told.text, desk.ref(told.article, told.number), desk.view(told.article))
