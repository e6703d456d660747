"""The events of an archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.engine import Connection

from detente.query.archived import opened
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import act_of
from detente.query.listing import find_page
from detente.query.paging import USUAL, Page, Sort, every
from detente.query.views import Act
from detente.records import Article, Event
from detente.store import load, load_ids, tables


def events(
    conn: Connection, reference: Reference, asked: Filters | None = None, *, type: str | None = None
) -> list[Act]:
    """Return events in order of time, those of one type, parties and trigger together."""
    asked = asked or Filters()
    asked = replace(asked, kind=type or asked.kind)

    def read(limit: int, after: str | None) -> Page[Act]:
        return page_of_events(conn, reference, asked, limit=limit, after=after)

    return every(read, asked.limit)


def page_of_events(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    sort: Sort = "day",
    limit: int = USUAL,
    after: str | None = None,
) -> Page[Act]:
    """Return a page of events, those of one type, parties and trigger together; see `query.paging`.

    `asked.kind` is a PLOVER event type.
    """
    found = find_page(conn, "event", asked or Filters(), sort=sort, limit=limit, after=after)
    groups, desk = opened(conn, Event, found.items, reference)
    items = tuple(act_of(group, desk) for group in groups if group)
    return Page(items, found.next, found.total)


def event_rows(
    conn: Connection, asked: Filters | None = None, *, type: str | None = None
) -> list[Event]:
    """Return the rows of events as they were read, by article and place in the text; those of one type.

    For exports: nothing is folded, so that an act told by three outlets is three rows. `asked.limit` is
    not looked at.
    """
    where = conditions("event", asked or Filters())
    if type:
        where.append(tables.event.c.type == type)
    return load(conn, Event, *where)


def articles_of(conn: Connection, rows: Iterable[Event]) -> dict[str, Article]:
    """Return the articles of rows by their ids."""
    ids = list(dict.fromkeys(row.article for row in rows))
    return {one.id: one for one in load_ids(conn, Article, ids)}
