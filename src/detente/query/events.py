"""The events of an archive."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import acts
from detente.query.views import Act
from detente.records import Event
from detente.store import load, tables


def events(
    conn: Connection, reference: Reference, asked: Filters | None = None, *, type: str | None = None
) -> list[Act]:
    """Return events in order of time, those of one type, parties and trigger together."""
    asked = asked or Filters()
    where = conditions("event", asked)
    if type:
        where.append(tables.event.c.type == type)
    rows = load(conn, Event, *where)
    desk = desk_for(conn, (row.article for row in rows), reference)
    return acts(rows, desk)[: asked.limit]
