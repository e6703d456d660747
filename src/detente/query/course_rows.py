"""The rows that the course of a relationship is made of, read without their words.

Events, meetings and attitudes of two states come by the index of participants. Neither evidence nor
texts are loaded: a point of the series opens its rows by their references.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import short_ids
from detente.query.desk import Desk, Reference, origins_of
from detente.query.filters import of_state
from detente.records import Article, Attitude, Event, Link, Meeting
from detente.store import tables
from detente.store.fields import WHEN_PARTS, when_of
from detente.store.own import as_shown
from detente.store.rows import codec_of

_CHUNK = 500
R = TypeVar("R", Event, Meeting, Attitude)


@dataclass(frozen=True, slots=True)
class CourseRows:
    """What concerns two states, and the desk of its articles. Rows have no evidence here."""

    events: tuple[Event, ...]
    """Acts with a party of each of the two."""
    meetings: tuple[Meeting, ...]
    """Contacts with somebody of each, and visits of one with the other."""
    attitudes: tuple[Attitude, ...]
    """Who of the one is for or against whom of the other."""
    links: tuple[Link, ...]
    """`same-meeting`, `same-statement` and `same-text` links."""
    desk: Desk
    """The articles, without their texts."""


def course_rows(
    conn: Connection, reference: Reference, left: str, right: str, *, as_of: date | None = None
) -> CourseRows:
    """Return the rows of two states (ISO 3166-1 alpha-3) out of what was surely out by a day."""
    events = _joining(conn, Event, left, right, as_of)
    meetings = _joining(conn, Meeting, left, right, as_of)
    seen = {row.id for row in meetings}
    meetings += [row for row in _visits(conn, left, right, as_of) if row.id not in seen]
    attitudes = _joining(conn, Attitude, left, right, as_of)
    relations = ("same-meeting", "same-statement", "same-text")
    links = [link for relation in relations for link in _links(conn, relation)]
    used = {row.article for rows in (events, meetings, attitudes) for row in rows}
    return CourseRows(
        tuple(events),
        tuple(meetings),
        tuple(attitudes),
        tuple(links),
        narrow_desk(conn, used, links, reference),
    )


def narrow_desk(
    conn: Connection, articles: Iterable[str], links: Sequence[Link], reference: Reference
) -> Desk:
    """Return the desk of some articles and their copies, with neither text nor lines in them."""
    copies: dict[str, set[str]] = {}
    for link in links:
        if link.relation == "same-text":
            copies.setdefault(link.left, set()).add(link.right)
            copies.setdefault(link.right, set()).add(link.left)
    wanted, waiting = set(), list(articles)
    while waiting:
        if (one := waiting.pop()) not in wanted:
            wanted.add(one)
            waiting += copies.get(one, ())
    found = list(_narrow(conn, sorted(wanted)))
    return Desk(
        articles={one.id: one for one in found},
        short=short_ids(conn),
        origins=origins_of(found, links),
        reference=reference,
    )


def _narrow(conn: Connection, ids: Sequence[str]) -> Iterable[Article]:
    table = tables.article
    names = ("id", "path", "title", "outlet", "origin", "access", "cut_off", "language", "url")
    columns = [table.c[name] for name in names]
    when = [table.c[f"published_{part}"] for part in WHEN_PARTS]
    for chunk in _chunks(ids):
        query = sa.select(*columns, *when).where(table.c.id.in_(chunk))
        for row in conn.execute(query):
            values: dict[str, Any] = dict(zip(names, row, strict=False))
            published = when_of(row[len(names) :])
            yield Article(text="", format="text", encoding="", lines=(), published=published, **values)


def _joining(conn: Connection, record: type[R], left: str, right: str, as_of: date | None) -> list[R]:
    """Return rows in which both states take part."""
    table = tables.table_of(record)
    both = [table.c.id.in_(_taking(table.name, state)) for state in (left, right)]
    return _bare(conn, record, as_of, *both)


def _visits(conn: Connection, left: str, right: str, as_of: date | None) -> list[Meeting]:
    """Return the visits of one of the two with the other in which nobody of the host is named."""
    table = tables.meeting
    found = []
    for guest, host in ((left, right), (right, left)):
        rows = _bare(
            conn, Meeting, as_of, table.c.form == "visit", table.c.id.in_(_taking("meeting", guest))
        )
        found += [row for row in rows if row.place and row.place.state == host]
    return found


def _taking(kind: str, state: str) -> sa.Select[Any]:
    part = tables.participant
    return sa.select(part.c.row_id).where(part.c.kind == kind, of_state(part, state))


def _bare(
    conn: Connection, record: type[R], as_of: date | None, *where: sa.ColumnElement[bool]
) -> list[R]:
    """Return records without evidence, in order of their ids."""
    codec, table, article = codec_of(record), tables.table_of(record), tables.article
    query = sa.select(*(table.c[name] for name in codec.columns)).where(*where).order_by(table.c.id)
    if as_of:
        out = sa.select(article.c.id).where(article.c.published_end <= as_of.isoformat())
        query = query.where(table.c.article.in_(out))
    rows = [codec.decode(tuple(row), ()) for row in conn.execute(query)]
    return as_shown(conn, rows, codec.people)


def _links(conn: Connection, relation: Any) -> Iterable[Link]:
    link = tables.link.c
    query = sa.select(link.id, link.left, link.right, link.score).where(link.relation == relation)
    for key, left, right, score in conn.execute(query.order_by(link.id)):
        yield Link(key, left, right, relation, score, "", "machine")


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
