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

from detente.query.archived import bare_desk_for, copies_of
from detente.query.desk import Desk, Reference
from detente.records import Attitude, Event, Link, Meeting
from detente.store import own, tables
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
    """`same-meeting` links between these meetings, `same-text` links of their articles."""
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
    used = {row.article for rows in (events, meetings, attitudes) for row in rows}
    links = [*_reports_of(conn, {row.id for row in meetings}), *copies_of(conn, sorted(used))]
    return CourseRows(
        tuple(events),
        tuple(meetings),
        tuple(attitudes),
        tuple(links),
        bare_desk_for(conn, used, reference),
    )


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
        named = sa.cast(table.c.place, sa.Text).contains(f'"{host}"')  # few others need be decoded
        there = table.c.id.in_(_taking("meeting", guest))
        rows = _bare(conn, Meeting, as_of, table.c.form == "visit", named, there)
        found += [row for row in rows if row.place and row.place.state == host]
    return found


def _taking(kind: str, state: str) -> sa.CompoundSelect[Any]:
    """Return the rows in which a state takes part: by what articles say, else by the actor shown.

    Two walks along two indexes, the first of them covering; as one condition (`filters.of_state`) every
    participant of the state would be looked up, of whatever kind of row.
    """
    part, identity = tables.participant.c, own.identity.c
    of = sa.select(part.row_id).where(part.kind == kind)
    shown = sa.select(identity.actor).where(identity.state == state)
    unsaid = sa.func.coalesce(part.state, "") == ""
    return of.where(part.state == state).union_all(of.where(part.actor_id.in_(shown), unsaid))


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


def _reports_of(conn: Connection, meetings: set[str]) -> Iterable[Link]:
    """Yield the links between reports of one meeting with both ends among some rows."""
    link = tables.link.c
    columns = (link.id, link.left, link.right, link.score)
    for chunk in _chunks(sorted(meetings)):
        # Written so that no index serves the relation: links are looked up by their ends.
        relation = sa.func.coalesce(link.relation, "") == "same-meeting"
        query = sa.select(*columns).where(link.left.in_(chunk), relation).order_by(link.id)
        for key, left, right, score in conn.execute(query):
            if right in meetings:
                yield Link(key, left, right, "same-meeting", score, "", "machine")


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
