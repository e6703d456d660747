"""The diaries that a reader lays beside an archive are written, and taken away again."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.knowledge.diaries import Assertion
from detente.store.diaries import assertion_values, own_assertion

_CHUNK = 500


def put_diary(conn: Connection, file: str, assertions: Iterable[Assertion]) -> int:
    """Write what a diary asserts in place of what it asserted before; return how much that is."""
    conn.execute(sa.delete(own_assertion).where(own_assertion.c.file == file))
    values = [assertion_values(item) for item in assertions]
    for first in range(0, len(values), _CHUNK):
        conn.execute(sa.insert(own_assertion), values[first : first + _CHUNK])
    return len(values)


def drop_diary(conn: Connection, file: str) -> int:
    """Delete what a diary asserts; return how much that was. Raises UnknownName for no such file."""
    gone = conn.execute(sa.delete(own_assertion).where(own_assertion.c.file == file)).rowcount
    if not gone:
        there = ", ".join(conn.scalars(sa.select(own_assertion.c.file).distinct())) or "none"
        raise UnknownName(f"no diary {file!r}", f"there are: {there}")
    return gone
