"""How far each reader has seen the record, so that the desk can say what is new since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import kept
from detente.store.numbers import last_number

APART = timedelta(hours=1)
"""After so long without a look at the desk a look begins a new visit."""
_OFTEN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Visit:
    """Where a reader's last visit ended."""

    number: int
    """The number of the last change they saw (`store.numbers`)."""
    at: str
    """When, UTC, as ISO text."""


def visited(conn: Connection, reader: str, now: datetime | None = None) -> Visit | None:
    """Return where the last visit of a reader ended; None on the first one."""
    table = kept.visit
    row = conn.execute(sa.select(table).where(table.c.reader == reader)).first()
    if row is None:
        return None
    if _over(row.seen_at, now):
        return Visit(row.seen, row.seen_at)
    return Visit(row.before, row.before_at) if row.before_at else None


def is_stale(conn: Connection, reader: str, now: datetime | None = None) -> bool:
    """Say whether a look of a reader is worth a note: a new visit, a change, or some time later."""
    table = kept.visit
    row = conn.execute(sa.select(table).where(table.c.reader == reader)).first()
    if row is None or row.seen != last_number(conn):
        return True
    return (now or datetime.now(UTC)) - datetime.fromisoformat(row.seen_at) > _OFTEN


def visit(conn: Connection, reader: str, now: datetime | None = None) -> None:
    """Note that a reader looks at the record; after a while without a look, that a visit begins."""
    table, number = kept.visit, last_number(conn)
    at = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    row = conn.execute(sa.select(table).where(table.c.reader == reader)).first()
    if row is None:
        before, before_at = 0, ""
    elif _over(row.seen_at, now):
        before, before_at = row.seen, row.seen_at
    else:
        before, before_at = row.before, row.before_at
    conn.execute(sa.delete(table).where(table.c.reader == reader))
    values = {"reader": reader, "seen": number, "seen_at": at, "before": before, "before_at": before_at}
    conn.execute(sa.insert(table), [values])


def _over(seen_at: str, now: datetime | None) -> bool:
    return (now or datetime.now(UTC)) - datetime.fromisoformat(seen_at) > APART
