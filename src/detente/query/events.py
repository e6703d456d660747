"""The events of an archive."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import acts
from detente.query.views import Act
from detente.records import Article, Event
from detente.store import load, load_ids, tables


def events(
    conn: Connection, reference: Reference, asked: Filters | None = None, *, type: str | None = None
) -> list[Act]:
    """Return events in order of time, those of one type, parties and trigger together."""
    asked = asked or Filters()
    rows = event_rows(conn, asked, type=type)
    desk = desk_for(conn, (row.article for row in rows), reference)
    return acts(rows, desk)[: asked.limit]


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
