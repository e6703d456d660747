"""The rows that the course of a relationship is made of, read without their words.

Events, meetings and attitudes of two states come by the index of participants. Neither evidence nor
texts are loaded: a point of the series opens its rows by their references.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import bare_desk_for, copies_of
from detente.query.desk import Desk, Reference
from detente.query.ends import of_relation
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.query.paging import MOST, read_cursor
from detente.records import Attitude, Event, Link, Meeting
from detente.store import own, tables
from detente.store.days import EVER, NEVER
from detente.store.own import as_shown
from detente.store.rows import codec_of

BEFORE = timedelta(days=120)
"""How long before a deed what it rests on can have been printed: an act that is looked back on, a
contact told again (60 days), a text that was copied."""
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
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    since: date | None = None,
    as_of: date | None = None,
) -> CourseRows:
    """Return the rows of two states (ISO 3166-1 alpha-3) out of what was surely out by a day.

    With `since`, those that the deeds of that day and later can rest on and no more: what was printed
    `BEFORE` it or later. So the cost is that of the period, however long the archive.
    """
    first = since - BEFORE if since and since - date.min > BEFORE else None
    events = _joining(conn, Event, left, right, first, as_of)
    meetings = _joining(conn, Meeting, left, right, first, as_of)
    seen = {row.id for row in meetings}
    meetings += [row for row in _visits(conn, left, right, first, as_of) if row.id not in seen]
    attitudes = _joining(conn, Attitude, left, right, first, as_of)
    used = {row.article for rows in (events, meetings, attitudes) for row in rows}
    copies = copies_of(conn, sorted(used))
    return CourseRows(
        tuple(events),
        tuple(meetings),
        tuple(attitudes),
        (*_reports_of(conn, {row.id for row in meetings}), *copies),
        bare_desk_for(conn, used, reference, copies),
    )


def first_of_latest(
    conn: Connection, left: str, right: str, *, most: int, as_of: date | None = None
) -> date | None:
    """Return a day from which on at least so many acts, contacts or words of two states were printed.

    None where no kind of row has as many, or too many of them have no day. Few steps along an index,
    however many there are.
    """
    asked = Filters(states=(left, right), as_of=as_of)
    days: list[int] = []
    for kind in ("event", "meeting", "attitude"):
        found = find_page(conn, kind, asked, sort="-reported", limit=most, counted=False)
        if found.next:
            days.append(int(read_cursor(found.next, "-reported").key[0]))
    last = max((day for day in days if day != EVER), default=NEVER)
    return date(last // 10_000, last // 100 % 100, last % 100) if last != NEVER else None


def _joining(
    conn: Connection,
    record: type[R],
    left: str,
    right: str,
    first: date | None,
    as_of: date | None,
) -> list[R]:
    """Return rows in which both states take part: of some time along the lists, else all of them."""
    table = tables.table_of(record)
    if first is None:
        both = [table.c.id.in_(_taking(table.name, state)) for state in (left, right)]
        return _bare(conn, record, *both, *_out(table.c.article, None, as_of))
    asked = Filters(states=(left, right), reported_since=first, as_of=as_of)
    found = find_page(conn, table.name, asked, sort="reported", limit=MOST, counted=False)
    ids = [key for item in found.items for key in item]
    while found.next:
        found = find_page(
            conn, table.name, asked, sort="reported", limit=MOST, after=found.next, counted=False
        )
        ids += [key for item in found.items for key in item]
    return [row for chunk in _chunks(sorted(ids)) for row in _bare(conn, record, table.c.id.in_(chunk))]


def _visits(
    conn: Connection, left: str, right: str, first: date | None, as_of: date | None
) -> list[Meeting]:
    """Return the visits of one of the two with the other in which nobody of the host is named."""
    table, found = tables.meeting, []
    out = _out(table.c.article, first, as_of)
    for guest, host in ((left, right), (right, left)):
        named = sa.cast(table.c.place, sa.Text).contains(f'"{host}"')  # few others need be decoded
        there = table.c.id.in_(_taking("meeting", guest))
        rows = _bare(conn, Meeting, table.c.form == "visit", named, there, *out)
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


def _out(
    of: sa.ColumnElement[str], first: date | None, as_of: date | None
) -> list[sa.ColumnElement[bool]]:
    """Return the condition that the article of a row was surely out by a day, and can have been from
    another on; none where no day is given. Each article is looked up by its id."""
    article = tables.article.c
    where = [article.published_end <= as_of.isoformat()] if as_of else []
    if first:
        open_ended = article.published_end.is_(None)
        where.append(sa.or_(open_ended, article.published_end >= first.isoformat()))
    return [sa.exists().where(article.id == of, *where)] if where else []


def _bare(conn: Connection, record: type[R], *where: sa.ColumnElement[bool]) -> list[R]:
    """Return records without evidence, in order of their ids."""
    codec, table = codec_of(record), tables.table_of(record)
    query = sa.select(*(table.c[name] for name in codec.columns)).where(*where).order_by(table.c.id)
    rows = [codec.decode(tuple(row), ()) for row in conn.execute(query)]
    return as_shown(conn, rows, codec.people)


def _reports_of(conn: Connection, meetings: set[str]) -> Iterable[Link]:
    """Yield the links between reports of one meeting with both ends among some rows."""
    link = tables.link.c
    columns = (link.id, link.left, link.right, link.score)
    for chunk in _chunks(sorted(meetings)):
        chosen = sa.select(*columns).where(link.left.in_(chunk), of_relation("same-meeting"))
        for key, left, right, score in conn.execute(chosen.order_by(link.id)):
            if right in meetings:
                yield Link(key, left, right, "same-meeting", score, "", "machine")


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
