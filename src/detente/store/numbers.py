"""The numbers of changes: each thing that comes into the record or goes from it gets the next one.

They only grow, so that whoever has seen the record up to a number is told of all that came after it,
also when rows that had the highest numbers are made anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store.entries import entry
from detente.store.tables import gone, meta

_KEY = "change"


def last_number(conn: Connection) -> int:
    """Return the number of the last change; 0 for an archive where nothing has happened."""
    kept = conn.scalar(sa.select(meta.c.value).where(meta.c.key == _KEY))
    there = (conn.scalar(sa.select(sa.func.max(table.c.n))) or 0 for table in (entry, gone))
    return max(int(kept or 0), *there)


def next_numbers(conn: Connection, many: int) -> range:
    """Return so many numbers that no change has had, and never has again."""
    last = last_number(conn)
    if not many:
        return range(0)
    conn.execute(sa.delete(meta).where(meta.c.key == _KEY))
    conn.execute(sa.insert(meta).values(key=_KEY, value=str(last + many)))
    return range(last + 1, last + many + 1)
