"""What a reader says of one slot of a row is written into the row, each time the row is made.

The day, place and parties of a row are asked for in many ways, by lists, links and searches, so a
corrected slot is put where all of them look; what was read from the article is kept beside it
(`kept.correction`), and is what an undo puts back. A row that a new pipeline gives another id is found
again by the range of its own words.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Evidence, Participant, Row
from detente.store import tables
from detente.store.fields import FieldSpec, fields_of
from detente.store.kept import correction

Shape = Literal["when", "place", "person", "people", "choice"]
"""What a slot holds: a date, a place, one participant, several, or one word of a few."""
SLOTS: dict[str, dict[str, Shape]] = {
    "meeting": {
        "date": "when", "place": "place", "participants": "people", "form": "choice",
        "status": "choice",
    },
    "statement": {"speaker": "person", "addressee": "person", "date": "when"},
    "event": {"actors": "people", "recipients": "people", "date": "when", "place": "place"},
    "position": {"actor": "person", "date": "when"},
    "forecast": {"forecaster": "person", "horizon": "when"},
}  # fmt: skip
"""The slots of each kind of row that a reader can correct, and what each holds."""
REQUIRED = frozenset({"speaker", "actor", "forecaster", "participants", "actors"})
"""Slots that are never empty."""
_OWN_WORDS = ("trigger", "content", "row")
"""Roles of the evidence that tells a row from another of its sentence, the most telling first."""
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Corrected:
    """A slot of a row as a reader corrected it."""

    id: str
    """`correction:` and a hash of row and slot; a later one of the same slot has the same id."""
    row: str
    """Id of the row."""
    slot: str
    """Name of the field."""
    value: Any
    """What the reader says: a `When`, a `Place`, participants or a word; None for nothing."""
    was: Any
    """What was read from the article."""
    by: str
    """Name of the account; empty for the person at this machine."""
    made: str
    """When, UTC, as ISO text."""
    article: str
    """`Article.id`."""
    there: bool
    """Whether the archive has the row; else the correction waits for it to come back."""


@lru_cache(maxsize=64)
def field_of(kind: str, slot: str) -> FieldSpec:
    """Return how a slot of a kind of row is kept."""
    record: type = tables.ROW_KINDS[kind]
    return next(one for one in fields_of(record) if one.name == slot)


def choices(kind: str, slot: str) -> tuple[str, ...]:
    """Return the words that a slot may hold.

    >>> choices("meeting", "form")
    ('meeting', 'call', 'visit', 'summit')
    """
    return typing.get_args(typing.get_type_hints(tables.ROW_KINDS[kind])[slot])


def own_range(row: Row) -> Evidence:
    """Return the range of a row's own words, by which it is told from others of its sentence."""
    by_role = {one.role: one for one in reversed(row.evidence)}
    return next((by_role[role] for role in _OWN_WORDS if role in by_role), row.evidence[0])


def plain_of(kind: str, slot: str, value: Any) -> list[Any]:
    """Return a slot's value as the plain values of its columns."""
    field = field_of(kind, slot)
    values = zip(field.columns, field.encode(value), strict=True)
    return [json.loads(one) if column.type == "json" and one else one for column, one in values]


def value_of(kind: str, slot: str, plain: Sequence[Any]) -> Any:
    """Return a slot's value out of the plain values of its columns."""
    return field_of(kind, slot).decode(plain)


def read_slot(conn: Connection, row_id: str, kind: str, slot: str) -> list[Any] | None:
    """Return the plain values of a slot as the archive has them; None where there is no such row."""
    table = tables.metadata.tables[kind].c
    query = sa.select(*(table[column.name] for column in field_of(kind, slot).columns))
    found = conn.execute(query.where(table.id == row_id)).first()
    return None if found is None else list(found)


def write_slot(
    conn: Connection, row_id: str, kind: str, slot: str, article: str, plain: Sequence[Any]
) -> None:
    """Write the plain values of a slot into its row, and who takes part by it."""
    table, field = tables.metadata.tables[kind], field_of(kind, slot)
    columns = (column.name for column in field.columns)
    values: dict[str, Any] = {
        name: sa.null() if one is None else one for name, one in zip(columns, plain, strict=True)
    }
    if field.participants:
        found = field.decode(plain)
        people = found if isinstance(found, tuple) else (found,) if found else ()
        if field.single:
            one = people[0] if people else None
            values[f"{slot}_actor_id"] = one.actor_id if one else None
            values[f"{slot}_state"] = one.state if one else None
        _take_part(conn, row_id, kind, slot, article, people)
    conn.execute(sa.update(table).where(table.c.id == row_id).values(values))


def _take_part(
    conn: Connection, row_id: str, kind: str, slot: str, article: str, people: Sequence[Participant]
) -> None:
    part = tables.participant
    ours = (part.c.article == article, part.c.row_id == row_id, part.c.role == slot)
    conn.execute(sa.delete(part).where(*ours))
    rows = [
        {
            "article": article, "row_id": row_id, "role": slot, "n": n, "kind": kind,
            "actor_id": one.actor_id, "state": one.state, "name": one.name,
        }
        for n, one in enumerate(people)
    ]  # fmt: skip
    if rows:
        conn.execute(sa.insert(part), rows)


def apply_corrections(conn: Connection, articles: Sequence[str]) -> None:
    """Write what a reader corrected into rows of articles that were just made.

    A row that is not there, and whose words no single other row of its kind has, is passed over: its
    correction waits.
    """
    table = correction.c
    for at in range(0, len(articles), _CHUNK):
        chunk = articles[at : at + _CHUNK]
        query = sa.select(correction).where(table.article.in_(chunk)).order_by(table.made, table.id)
        for one in conn.execute(query).all():
            row_id = _found_again(conn, one)
            fresh = read_slot(conn, row_id, one.kind, one.slot) if row_id else None
            if row_id is None or fresh is None:
                continue
            known = {"row_id": row_id, "was": fresh}
            conn.execute(sa.update(correction).where(table.id == one.id).values(known))
            write_slot(conn, row_id, one.kind, one.slot, one.article, one.value)


def _found_again(conn: Connection, one: Any) -> str | None:
    """Return the id of the row that a correction speaks of, by its id or by its own words."""
    table, proof = tables.metadata.tables[one.kind].c, tables.evidence.c
    if conn.scalar(sa.select(table.id).where(table.id == one.row_id)) is not None:
        return str(one.row_id)
    query = sa.select(proof.row_id).where(
        proof.article == one.article,
        proof.kind == one.kind,
        proof.start == one.start,
        proof.end == one.end,
        proof.role.in_(_OWN_WORDS),
    )
    found = list(conn.scalars(query.distinct()).all())
    return found[0] if len(found) == 1 else None


def corrections(conn: Connection, rows: Sequence[str] | None = None) -> list[Corrected]:
    """Return what readers corrected, of some rows or of all, in the order in which they did."""
    table = correction.c
    query = sa.select(correction).order_by(table.made, table.id)
    if rows is None:
        return list(_corrected(conn, conn.execute(query).all()))
    found: list[Any] = []
    for at in range(0, len(rows), _CHUNK):
        found += conn.execute(query.where(table.row_id.in_(rows[at : at + _CHUNK]))).all()
    return list(_corrected(conn, found))


def _corrected(conn: Connection, found: Sequence[Any]) -> Iterator[Corrected]:
    for one in found:
        table = tables.metadata.tables[one.kind].c
        there = conn.scalar(sa.select(table.id).where(table.id == one.row_id)) is not None
        yield Corrected(
            id=one.id,
            row=one.row_id,
            slot=one.slot,
            value=value_of(one.kind, one.slot, one.value),
            was=value_of(one.kind, one.slot, one.was),
            by=one.by,
            made=one.made,
            article=one.article,
            there=there,
        )
