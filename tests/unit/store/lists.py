"""The tables that lists are read from, without the numbers that the order of work gives."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store.entries import entry, heading, listed, searched

NUMBERED = ("entry", "heading", "listed", "searched")


def lists_of(conn: Connection) -> dict[str, list[str]]:
    """Return entries by their rows, and what is listed under which heading, sorted."""
    names = {row.id: f"{row.kind} {row.field} {row.value}" for row in conn.execute(sa.select(heading))}
    rows = {line.n: line.row_id for line in conn.execute(sa.select(entry.c.n, entry.c.row_id))}
    entries = [
        (
            line.row_id, line.kind, line.article, rows[line.head], line.day, line.at, line.reported,
            line.own_day, line.own_at, line.first, line.last, line.out_first, line.out_last,
            line.who, line.words, sorted(names[number] for number in line.headings),
        )
        for line in conn.execute(sa.select(entry))
    ]  # fmt: skip
    lines = [
        (names[one.heading], rows[one.n], rows[one.head], one.day, one.at, one.reported)
        for one in conn.execute(sa.select(listed))
    ]
    words = [
        (rows[one.n], one.words, sorted(names.get(_number(mark), mark) for mark in one.marks.split()))
        for one in conn.execute(sa.select(searched))
    ]
    return {
        "entry": sorted(map(repr, entries)),
        "listed": sorted(map(repr, lines)),
        "searched": sorted(map(repr, words)),
    }


def _number(mark: str) -> int:
    """Return the heading that a mark is of; 0 for a day."""
    return int(mark[1:]) if mark[1:].isdigit() else 0
