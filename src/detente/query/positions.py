"""The positions of an archive."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import stands
from detente.query.views import Stand
from detente.records import Position
from detente.store import load


def positions(
    conn: Connection, reference: Reference, asked: Filters | None = None, *, each: bool = False
) -> list[Stand]:
    """Return positions in order of when they were held, the same claim of one actor together.

    With `each` the positions of any one of the states that the filter names, not of all at once.
    """
    asked = asked or Filters()
    if each and asked.states:
        apart = [replace(asked, states=(state,), limit=None) for state in asked.states]
        found = {item.row.id: item for one in apart for item in positions(conn, reference, one)}
        return list(found.values())[: asked.limit]
    rows = load(conn, Position, *conditions("position", asked))
    desk = desk_for(conn, (row.article for row in rows), reference)
    return stands(rows, desk)[: asked.limit]
