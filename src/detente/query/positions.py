"""The positions of an archive."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import stands
from detente.query.views import Stand
from detente.records import Position
from detente.store import load


def positions(conn: Connection, reference: Reference, asked: Filters | None = None) -> list[Stand]:
    """Return positions in order of when they were held, the same claim of one actor together."""
    asked = asked or Filters()
    rows = load(conn, Position, *conditions("position", asked))
    desk = desk_for(conn, (row.article for row in rows), reference)
    return stands(rows, desk)[: asked.limit]
