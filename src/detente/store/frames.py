"""Answers as a sequence that also becomes a data frame."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from detente.records import Participant, Place, When, to_dict

if TYPE_CHECKING:
    import pandas
    import polars

T = TypeVar("T", covariant=True)
_PLAIN = (str, int, float, bool, type(None))


class Rows(tuple[T, ...]):
    """Records in order: a tuple, with `to_dicts`, `to_polars` and `to_pandas`.

    >>> rows = Rows([Place("Berlin", "DEU")])
    >>> rows[0].name, rows.to_dicts()
    ('Berlin', [{'name': 'Berlin', 'state': 'DEU'}])
    """

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each record as plain dicts, lists and ISO dates, nothing left out."""
        return [to_dict(record) for record in self]

    def to_polars(self) -> polars.DataFrame:
        """Return a frame with a row a record; see `flat` for its columns. Needs `polars`."""
        import polars as pl

        return pl.DataFrame(self._columns(), infer_schema_length=None)

    def to_pandas(self) -> pandas.DataFrame:
        """Return a frame with a row a record; see `flat` for its columns. Needs `pandas`."""
        import pandas as pd

        return pd.DataFrame(self._columns())

    def _columns(self) -> dict[str, list[Any]]:
        rows = [flat(record) for record in self]
        names = dict.fromkeys(name for row in rows for name in row)
        return {name: [row.get(name) for row in rows] for name in names}


def flat(record: Any) -> dict[str, Any]:
    """Return a record as columns of scalars.

    A date becomes `<field>` (its label), `<field>_start` and `<field>_end`; a participant `<field>`
    (the name), `<field>_actor_id` and `<field>_state`; a place its name; several texts, participants or
    places one text parted by "; "; a record in the field `row` is laid out itself; the rest is JSON.

    >>> flat(Participant("Sergei Lavrov", "Lavrov"))["name"]
    'Sergei Lavrov'
    """
    columns: dict[str, Any] = {}
    for field in dataclasses.fields(record):
        columns |= _flat(field.name, getattr(record, field.name))
    return columns


def _flat(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, _PLAIN):
        return {name: value}
    if isinstance(value, When):
        label = value.label() if value.known else None
        return {name: label, f"{name}_start": value.start, f"{name}_end": value.end}
    if isinstance(value, Participant):
        return {name: value.name, f"{name}_actor_id": value.actor_id, f"{name}_state": value.state}
    if isinstance(value, Place):
        return {name: value.name}
    if name == "row" and dataclasses.is_dataclass(value):
        return flat(value)
    if isinstance(value, Sequence) and all(
        isinstance(item, (str, Participant, Place)) for item in value
    ):
        return {name: "; ".join(_names(value)) or None}
    return {name: json.dumps(to_dict(value), ensure_ascii=False)}


def _names(values: Iterable[Any]) -> Iterable[str]:
    return (value if isinstance(value, str) else value.name for value in values)
