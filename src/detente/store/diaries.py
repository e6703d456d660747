"""What official diaries assert, beside the rows of articles: written by `userdata`, read by queries.

It is no row of an article and no rebuild touches it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON, Column, Index, Integer, Table, Text
from sqlalchemy.engine import Connection

from detente.knowledge.diaries import Assertion
from detente.records import Participant, Place, When
from detente.store.tables import metadata

own_assertion = Table(
    "own_assertion",
    metadata,
    Column("id", Text, primary_key=True),
    Column("file", Text, nullable=False),
    Column("line", Integer, nullable=False),
    Column("form", Text, nullable=False),
    Column("participants", JSON, nullable=False),
    Column("place", Text),
    Column("place_state", Text),
    Column("start", Text, nullable=False),
    Column("end", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_own_assertion_start", "start"),
    Index("ix_own_assertion_file", "file"),
    sqlite_with_rowid=False,
)
"""Visits and meetings as diaries have them; days are ISO text."""


def assertion_values(item: Assertion) -> dict[str, Any]:
    """Return an assertion as the columns of its table."""
    return {
        "id": item.id,
        "file": item.file,
        "line": item.line,
        "form": item.form,
        "participants": [
            {"name": p.name, "text": p.text, "actor_id": p.actor_id, "kind": p.kind, "state": p.state}
            for p in item.participants
        ],
        "place": item.place.name if item.place else None,
        "place_state": item.place.state if item.place else None,
        "start": item.date.start.isoformat() if item.date.start else "",
        "end": item.date.end.isoformat() if item.date.end else "",
        "words": item.words,
    }


def assertions_between(conn: Connection, first: date, last: date) -> list[Assertion]:
    """Return what diaries assert of days that touch a range, in order of file and line."""
    table = own_assertion.c
    query = (
        sa.select(own_assertion)
        .where(table.start <= last.isoformat(), table.end >= first.isoformat())
        .order_by(table.file, table.line, table.id)
    )
    return [_assertion(row) for row in conn.execute(query).all()]


def _assertion(row: Any) -> Assertion:
    first, last = date.fromisoformat(row.start), date.fromisoformat(row.end)
    people: Sequence[dict[str, Any]] = row.participants
    return Assertion(
        id=row.id,
        file=row.file,
        line=row.line,
        form=row.form,
        participants=tuple(Participant(**one) for one in people),
        place=Place(row.place, row.place_state) if row.place else None,
        date=When(first, last, "day" if first == last else "range", "stated"),
        words=row.words,
    )
