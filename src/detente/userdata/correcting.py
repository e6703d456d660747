"""A reader corrects one slot of a row, and takes it back; it holds through every rebuild."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.records import Row, make_id
from detente.store import kept
from detente.store.cataloguing import reenter
from detente.store.correcting import (
    Corrected,
    corrections,
    own_range,
    plain_of,
    read_slot,
    write_slot,
)


def correct(conn: Connection, row: Row, slot: str, value: Any, by: str = "") -> Corrected:
    """Write what a reader says of a slot of a row; what they said of it before is replaced.

    `row` is there, and `value` fits the slot (`query.corrections`). The row stands in the lists as it
    is now; what it was shown as one with is worked out by the caller.
    """
    table, kind = kept.correction, row.id.partition(":")[0]
    key = make_id("correction", row.id, slot)
    said = conn.execute(sa.select(table.c.was).where(table.c.id == key)).first()
    was = said.was if said else read_slot(conn, row.id, kind, slot)
    plain, words = plain_of(kind, slot, value), own_range(row)
    made = _now(conn)
    conn.execute(sa.delete(table).where(table.c.id == key))
    conn.execute(
        sa.insert(table),
        [
            {
                "id": key, "row_id": row.id, "kind": kind, "slot": slot, "article": row.article,
                "start": words.start, "end": words.end, "value": plain, "was": was, "by": by,
                "made": made,
            }
        ],
    )  # fmt: skip
    write_slot(conn, row.id, kind, slot, row.article, plain)
    reenter(conn, row.id)
    return next(one for one in corrections(conn, [row.id]) if one.id == key)


def uncorrect(conn: Connection, row_id: str, slot: str) -> Corrected:
    """Take back what a reader said of a slot: the row says again what was read from the article.

    Return what it was. Raises UnknownName for a slot that nobody corrected.
    """
    found = [one for one in corrections(conn, [row_id]) if one.slot == slot]
    if not found:
        slots = ", ".join(one.slot for one in corrections(conn, [row_id]))
        raise UnknownName(
            f"nobody corrected {slot!r} of {row_id}",
            f"corrected is {slots}" if slots else "nothing of it is corrected",
        )
    was = found[0]
    conn.execute(sa.delete(kept.correction).where(kept.correction.c.id == was.id))
    if was.there:
        kind = row_id.partition(":")[0]
        write_slot(conn, row_id, kind, slot, was.article, plain_of(kind, slot, was.was))
        reenter(conn, row_id)
    return was


def _now(conn: Connection) -> str:
    """Return the time, later than that of every correction, so that they keep their order."""
    now = datetime.now(UTC)
    if last := conn.scalar(sa.select(sa.func.max(kept.correction.c.made))):
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")
