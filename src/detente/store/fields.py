"""A record class becomes columns, and a record the values of them, by its fields and type hints.

One rule a type: text, whole number, number and truth value are a column each; a `When` is five; a
record inside a record, and a tuple of texts or records, is a JSON column; evidence has no column,
because it lies in a table of its own. A field of any other type is an error at import, so a new field
cannot be lost on the way to the archive.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Literal

from detente.records import Evidence, Participant, When

ColumnType = Literal["text", "integer", "float", "boolean", "json"]
_SCALARS: dict[Any, ColumnType] = {str: "text", int: "integer", float: "float", bool: "boolean"}
WHEN_PARTS = ("start", "end", "precision", "basis", "text")
"""Endings of the five columns of a date: `date_start`, `date_end` ..."""

to_json: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON text of plain values, without spaces."""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of a table."""

    name: str
    """Its name."""
    type: ColumnType
    """What it holds."""
    nullable: bool
    """Whether it may be null."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """How one field of a record is kept."""

    name: str
    """The field's name in the record."""
    columns: tuple[ColumnSpec, ...]
    """Its columns; none for evidence."""
    shape: Literal["scalar", "when", "json", "evidence"]
    """Which rule it falls under."""
    participants: bool
    """Whether it holds a participant or several."""
    single: bool
    """For evidence and participants: whether it is one, not a tuple."""
    encode: Callable[[Any], tuple[Any, ...]]
    """The field's value to the values of its columns."""
    decode: Callable[[Sequence[Any]], Any]
    """The values of its columns to the field's value."""


@cache
def fields_of(record: type) -> tuple[FieldSpec, ...]:
    """Return how each field of a record class is kept, in the order of the class.

    Raises TypeError for a field whose type none of the rules covers.

    >>> from detente.records import Link
    >>> [column.name for field in fields_of(Link) for column in field.columns]
    ['id', 'left', 'right', 'relation', 'score', 'reason', 'decided_by', 'rivals']
    """
    hints = typing.get_type_hints(record)
    return tuple(_field(record, f.name, hints[f.name]) for f in dataclasses.fields(record))


def _field(record: type, name: str, hint: Any) -> FieldSpec:
    inner, nullable = _unwrap(hint)
    item = _item_of(inner)
    if Evidence in (inner, item):
        return FieldSpec(name, (), "evidence", False, item is None, _nothing, _none)
    if typing.get_origin(inner) is Literal:
        inner = str
    if inner in _SCALARS:
        column = ColumnSpec(name, _SCALARS[inner], nullable)
        return FieldSpec(name, (column,), "scalar", False, True, _one, _first)
    if inner is When and not nullable:
        return _when_field(name)
    if item is str:
        return _json_field(name, nullable, False, False, list, tuple)
    if item is not None and _is_flat(item):
        to_plain, to_record = _flat(item)
        return _json_field(
            name,
            nullable,
            item is Participant,
            False,
            lambda values: [to_plain(value) for value in values],
            lambda values: tuple(to_record(value) for value in values),
        )
    if _is_flat(inner):
        return _json_field(name, nullable, inner is Participant, True, *_flat(inner))
    raise TypeError(f"{record.__name__}.{name}: no rule says how {hint!r} is kept in a table")


def _unwrap(hint: Any) -> tuple[Any, bool]:
    """Return a hint without `| None`, and whether it had it."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        rest = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        if len(rest) == 1:
            return rest[0], True
    return hint, False


def _item_of(hint: Any) -> Any:
    """Return T of `tuple[T, ...]`; None for anything else."""
    args = typing.get_args(hint)
    return args[0] if typing.get_origin(hint) is tuple and len(args) == 2 and args[1] is ... else None


def _is_flat(kind: Any) -> bool:
    """Say whether a record class holds scalars only, so that JSON keeps it whole."""
    if not dataclasses.is_dataclass(kind) or not isinstance(kind, type):
        return False
    hints = typing.get_type_hints(kind)
    inner = (_unwrap(hints[f.name])[0] for f in dataclasses.fields(kind))
    return all(hint in _SCALARS or typing.get_origin(hint) is Literal for hint in inner)


def _flat(kind: type) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    names = tuple(f.name for f in dataclasses.fields(kind))
    values_of = attrgetter(*names)
    return (lambda value: dict(zip(names, values_of(value), strict=True))), (
        lambda plain: kind(**plain)
    )


def _json_field(
    name: str,
    nullable: bool,
    participants: bool,
    single: bool,
    to_plain: Callable[[Any], Any],
    to_record: Callable[[Any], Any],
) -> FieldSpec:
    def encode(value: Any) -> tuple[Any, ...]:
        return (None if value is None else to_json(to_plain(value)) if value else "[]",)

    def decode(values: Sequence[Any]) -> Any:
        return None if values[0] is None else to_record(values[0])

    columns = (ColumnSpec(name, "json", nullable),)
    return FieldSpec(name, columns, "json", participants, single, encode, decode)


def _when_field(name: str) -> FieldSpec:
    columns = tuple(
        ColumnSpec(f"{name}_{part}", "text", part not in ("precision", "basis")) for part in WHEN_PARTS
    )
    return FieldSpec(name, columns, "when", False, True, when_values, when_of)


def when_values(when: When) -> tuple[Any, ...]:
    """Return the values of a date's five columns; days as ISO text, which sorts by time.

    >>> when_values(When.day(date(2013, 5, 7), text="7 May"))
    ('2013-05-07', '2013-05-07', 'day', 'stated', '7 May')
    """
    start, end = when.start, when.end
    return (
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        when.precision,
        when.basis,
        when.text,
    )


def when_of(values: Sequence[Any]) -> When:
    """Return the date that five columns hold."""
    start, end, precision, basis, text = values
    return When(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
        precision,
        basis,
        text,
    )


def _one(value: Any) -> tuple[Any, ...]:
    return (value,)


def _first(values: Sequence[Any]) -> Any:
    return values[0]


def _nothing(_: Any) -> tuple[Any, ...]:
    return ()


def _none(_: Sequence[Any]) -> None:
    return None
