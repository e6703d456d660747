"""What came into the record since a reader saw it last: counted, for each relationship, and listed.

"Since" is the number of a change (`store.numbers`), not a day: what a build made yesterday out of an
article of 2013 is new today. A row that was read again and says the same is not new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import bare_desk_for
from detente.query.desk import Reference, sentences_of
from detente.query.opened import sentence_texts
from detente.query.refs import Ref
from detente.query.views import ArticleView
from detente.records import Row
from detente.store import load_ids, tables
from detente.store.entering import LISTED_KINDS
from detente.store.entries import entry, heading
from detente.store.numbers import last_number

MOST = 20_000
"""New rows that are looked at; where there are more, the first of them are counted."""
SHOWN = 60
KINDS = ("article", "meeting", "statement", "position", "forecast", "event")
"""Kinds that are told of, in the order in which they are counted."""


@dataclass(frozen=True, slots=True)
class Count:
    """What is new of one relationship, or of all."""

    states: tuple[str, ...]
    """ISO 3166-1 alpha-3 of the two; none for all."""
    kinds: tuple[tuple[str, int], ...]
    """Kinds of which there is any, in the order of `KINDS`, and how many."""
    total: int
    """How many rows and articles."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What is new since a number, counted."""

    since: int
    """The number asked for."""
    now: int
    """The number of the last change there is."""
    whole: Count
    """All of it."""
    pairs: tuple[Count, ...]
    """Of each relationship asked for, in that order."""
    more: bool
    """Whether there is more than was counted."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something new."""

    n: int
    """The number of its change."""
    id: str
    """Id of the row or article."""
    kind: str
    """Its kind."""
    words: str
    """Its sentence; of an article its headline, empty where it has none."""
    ref: Ref | None
    """Where the sentence stands; None for an article."""
    article: ArticleView
    """The article it is or comes from."""


@dataclass(frozen=True, slots=True)
class ArrivalPage:
    """A part of what is new, article by article."""

    items: tuple[Arrival, ...]
    """In the order in which they came."""
    next: int | None
    """The number to go on after; None at the end."""


def arrivals(
    conn: Connection,
    since: int,
    pairs: Sequence[tuple[str, str]] = (),
    *,
    as_of: date | None = None,
    most: int = MOST,
) -> Arrivals:
    """Return how much is new since a number, in all and of some relationships.

    A row is of a relationship when both its states take part in it, an article when it tells of both.
    """
    numbers = _state_headings(conn, {state for pair in pairs for state in pair})
    whole: Counter[str] = Counter()
    of_pair: list[Counter[str]] = [Counter() for _ in pairs]
    more = False
    for at, line in enumerate(_lines(conn, since, as_of, most + 1)):
        if more := at == most:
            break
        whole[line.kind] += 1
        for counted, (left, right) in zip(of_pair, pairs, strict=True):
            if _concerns(line, numbers, (left, right)):
                counted[line.kind] += 1
    told = tuple(_count(*one) for one in zip(pairs, of_pair, strict=True))
    return Arrivals(since, last_number(conn), _count((), whole), told, more)


def arrived(
    conn: Connection,
    reference: Reference,
    since: int,
    *,
    states: tuple[str, ...] = (),
    kind: str | None = None,
    as_of: date | None = None,
    after: int = 0,
    limit: int = SHOWN,
) -> ArrivalPage:
    """Return what is new since a number, in the order in which it came: the rows that were counted.

    With states, each takes part; `kind` is one of `KINDS`; `after` is where an earlier page ended.
    """
    numbers = _state_headings(conn, set(states))
    kinds = (kind,) if kind else KINDS
    found: list[Any] = []
    for line in _lines(conn, max(since, after), as_of, None):
        if line.kind in kinds and _concerns(line, numbers, states):
            found.append(line)
            if len(found) > limit:
                break
    more = found[limit - 1].n if len(found) > limit else None
    return ArrivalPage(tuple(_told(conn, reference, found[:limit])), more)


def _lines(conn: Connection, since: int, as_of: date | None, most: int | None) -> Iterable[Any]:
    columns = ("n", "kind", "row_id", "article", "headings")
    query = sa.select(*(entry.c[name] for name in columns)).where(
        entry.c.n > since, entry.c.kind.in_(KINDS)
    )
    if as_of:
        query = query.where(entry.c.out_last <= int(as_of.strftime("%Y%m%d")))
    return conn.execute(query.order_by(entry.c.n).limit(most))


def _state_headings(conn: Connection, states: set[str]) -> dict[tuple[str, str], int]:
    """Return the numbers of the headings of states, by kind and state."""
    if not states:
        return {}
    query = sa.select(heading.c.kind, heading.c.value, heading.c.id).where(
        heading.c.kind.in_((*LISTED_KINDS, "article")),
        heading.c.field == "state",
        heading.c.value.in_(states),
    )
    return {(kind, value): number for kind, value, number in conn.execute(query)}


def _concerns(line: Any, numbers: dict[tuple[str, str], int], states: Sequence[str]) -> bool:
    return all(numbers.get((line.kind, state)) in line.headings for state in states)


def _count(states: tuple[str, ...], counted: Counter[str]) -> Count:
    kinds = tuple((kind, counted[kind]) for kind in KINDS if counted[kind])
    return Count(states, kinds, sum(counted.values()))


def _told(conn: Connection, reference: Reference, lines: Sequence[Any]) -> list[Arrival]:
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.kind != "article":
            by_kind[line.kind].append(line.row_id)
    rows: dict[str, Row] = {}
    for kind, ids in by_kind.items():
        rows |= {row.id: row for row in load_ids(conn, tables.ROW_KINDS[kind], ids)}
    desk = bare_desk_for(conn, (line.article for line in lines), reference)
    places = {id: (row.article, sentences_of(row)[0]) for id, row in rows.items()}
    words = sentence_texts(conn, [at for at in places.values() if at[1] > 0])
    found = []
    for line in lines:
        view = desk.view(line.article)
        row = rows.get(line.row_id)
        if row is None:
            found.append(Arrival(line.n, line.row_id, line.kind, view.title or "", None, view))
            continue
        at = places[row.id]
        quote = next((one.quote for one in row.evidence if one.role == "row"), row.evidence[0].quote)
        text = " ".join(words.get(at, quote).split())
        found.append(Arrival(line.n, row.id, line.kind, text, desk.ref(*at), view))
    return found
