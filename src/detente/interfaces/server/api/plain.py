"""Views become the plain data that the API answers with.

A view of rows that say the same is laid flat: the fields of its fullest row beside those of the view,
with the ids of all rows under `same`. Ranges of evidence are there when they are asked for. Of the path
of an article only the name of the file is given, and e-mail addresses are withheld.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from detente.errors import UnknownName
from detente.export.cells import withheld
from detente.export.columns import file_name
from detente.query.views import Encounter
from detente.records import Evidence
from detente.store.rows import quote_sha


def plain(value: Any, *, evidence: bool = False) -> Any:
    """Return a view, a record, or several, as dicts, lists and scalars; see `schemas.schema_of`."""
    if isinstance(value, str):
        return withheld(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(item, evidence=evidence) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item, evidence=evidence) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        found = _laid_flat(value, evidence)
        if evidence and (ranges := list(_ranges(value))):
            found["evidence"] = ranges
        return found
    return value


def _laid_flat(value: Any, evidence: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _names(value.__class__):
        item = getattr(value, name)
        if name == "row" and lays_flat(value.__class__):
            found |= _laid_flat(item, evidence)
        elif name == "rows" and isinstance(value, Encounter):
            found["same"] = [row.id for row in value.rows]
        elif name == "path":
            found[name] = file_name(item)
        elif name != "evidence" or not _of_row(item):
            found[name] = plain(item, evidence=evidence)
    return found


@lru_cache(maxsize=128)
def _names(view: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(view))


@lru_cache(maxsize=64)
def lays_flat(view: type) -> bool:
    """Say whether a view is one of rows of one class, whose fields stand beside its own."""
    return dataclasses.is_dataclass(typing.get_type_hints(view).get("row"))


def _of_row(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, Evidence) for item in value)


def _ranges(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the ranges of the rows behind a view, each with its article and the hash of its words."""
    rows: Iterable[Any] = (value,)
    if isinstance(value, Encounter):
        rows = value.rows
    elif lays_flat(value.__class__):
        rows = (value.row,)
    for row in rows:
        ranges = getattr(row, "evidence", None)
        if not _of_row(ranges) or not ranges:
            continue
        for one in ranges:
            yield {
                "article": row.article,
                "sentence": one.sentence,
                "start": one.start,
                "end": one.end,
                "role": one.role,
                "quote": withheld(one.quote),
                "sha": quote_sha(one.quote),
            }


def only(items: Sequence[dict[str, Any]], fields: Sequence[str], known: Iterable[str]) -> list[Any]:
    """Return items with these fields of theirs and their `id`; all of them where no field is named.

    Raises UnknownName for a field that none of them can have.
    """
    if not fields:
        return list(items)
    there = set(known)
    if wrong := [name for name in fields if name not in there]:
        raise UnknownName(f"no field {', '.join(wrong)}", f"fields are {', '.join(sorted(there))}")
    wanted = {"id", *fields}
    return [{name: value for name, value in item.items() if name in wanted} for item in items]
