"""A record class becomes the columns of a table, and a record the cells of a line, by its type hints.

The columns of a kind are always the same, whatever its rows hold, so that files of two runs can be
laid together. Every row of an article begins with what it is and ends with its article and the range
that supports it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePath
from typing import Any, Literal

from detente.export.cells import withheld
from detente.records import Article, Channel, Evidence, Magnitude, Participant, Place, When

CellType = Literal["text", "integer", "float", "boolean", "date"]
_SCALARS: dict[Any, CellType] = {
    str: "text",
    int: "integer",
    float: "float",
    bool: "boolean",
    date: "date",
}
_LEFT_OUT = frozenset(("text", "lines", "captions", "found", "cut_off_evidence", "path"))
"""Fields of an article that are no cell: its text, parts of that, and where it lies on this machine."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """Its name."""
    type: CellType
    """What its cells hold, where they are not null."""


_Cells = Callable[[Any], tuple[Any, ...]]
_Rule = tuple[tuple[tuple[str, CellType], ...], _Cells]


def _joined(texts: Sequence[str | None]) -> str | None:
    return "; ".join(text or "" for text in texts) or None


def _row_range(evidence: Sequence[Evidence]) -> tuple[Any, ...]:
    told = next((one for one in evidence if one.role == "row"), evidence[0] if evidence else None)
    return (told.start, told.end, told.quote) if told else (None, None, None)


def _magnitude(one: Magnitude) -> str:
    bound = "" if one.bound == "exactly" else f"{one.bound} "
    value = int(one.value) if one.value.is_integer() else one.value
    return f"{one.kind}: {bound}{value} {one.unit}"


_ONE: dict[Any, _Rule] = {
    When: (
        (("", "text"), ("_start", "date"), ("_end", "date"), ("_basis", "text")),
        lambda when: (when.label() if when.known else None, when.start, when.end, when.basis),
    ),
    Participant: (
        (("", "text"), ("_actor_id", "text"), ("_state", "text"), ("_office", "text")),
        lambda one: (one.name or None, one.actor_id, one.state, one.office),
    ),
    Place: ((("", "text"), ("_state", "text")), lambda place: (place.name, place.state)),
    Channel: ((("", "text"), ("_via", "text")), lambda channel: (channel.medium, channel.via)),
}  # fmt: skip
"""A record in a field: endings of its columns, and its cells."""
_MANY: dict[Any, _Rule] = {
    str: ((("", "text"),), lambda texts: (_joined(texts),)),
    Participant: (
        (("", "text"), ("_actor_ids", "text"), ("_states", "text")),
        lambda ones: (
            _joined([one.name for one in ones]),
            _joined([one.actor_id for one in ones]),
            _joined([one.state for one in ones]),
        ),
    ),
    Magnitude: ((("", "text"),), lambda ones: (_joined([_magnitude(one) for one in ones]),)),
    Evidence: ((("start", "integer"), ("end", "integer"), ("quote", "text")), _row_range),
}  # fmt: skip
"""Several in a field; of evidence the columns are the range of the row and its words."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    columns: tuple[Column, ...]
    cells: _Cells


OF_ARTICLE = (
    Column("article_title", "text"),
    Column("article_outlet", "text"),
    Column("article_published", "text"),
    Column("article_url", "text"),
)
"""What a line says of the article that its row was read from, after the row's own columns."""


@lru_cache(maxsize=64)
def _fields(record: type) -> tuple[_Field, ...]:
    hints = typing.get_type_hints(record)
    named = [f.name for f in dataclasses.fields(record) if f.name not in _LEFT_OUT]
    named.sort(key=lambda name: name == "evidence")
    return tuple(_field(record, name, hints[name]) for name in named)


def _field(record: type, name: str, hint: Any) -> _Field:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(arg for arg in typing.get_args(hint) if arg is not type(None))
    if typing.get_origin(hint) is Literal:
        hint = str
    if hint in _SCALARS:
        return _Field(name, (Column(name, _SCALARS[hint]),), lambda value: (value,))
    args = typing.get_args(hint)
    many = typing.get_origin(hint) is tuple
    rule = (_MANY if many else _ONE).get(args[0] if many else hint)
    if rule is None:
        raise TypeError(f"{record.__name__}.{name}: no rule says how {hint!r} becomes cells")
    endings, cells = rule
    prefix = "" if many and args[0] is Evidence else name
    columns = tuple(Column(prefix + ending, kind) for ending, kind in endings)
    nothing = (None,) * len(columns)
    return _Field(name, columns, lambda value: nothing if value is None else cells(value))


def columns_of(
    record: type, *, with_article: bool = False, with_text: bool = False
) -> tuple[Column, ...]:
    """Return the columns of a record class.

    `with_article` adds those of the article that a row was read from; `with_text` to an article its
    text. Raises TypeError for a field that no rule covers.

    >>> from detente.records import Link
    >>> [column.name for column in columns_of(Link)][:4]
    ['id', 'left', 'right', 'relation']
    """
    found = [column for field in _fields(record) for column in field.columns]
    if record is Article:
        found.append(Column("file", "text"))
        found += [Column("text", "text")] if with_text else []
    return (*found, *OF_ARTICLE) if with_article else tuple(found)


def cells_of(
    record: Any, article: Article | None = None, *, with_text: bool = False
) -> tuple[Any, ...]:
    """Return the cells of a record in the order of `columns_of`, e-mail addresses withheld."""
    found: list[Any] = []
    for field in _fields(record.__class__):
        found += field.cells(getattr(record, field.name))
    if isinstance(record, Article):
        found.append(file_name(record.path))
        found += [record.text] if with_text else []
    if article is not None:
        when = article.published.label() if article.published.known else None
        found += (article.title, article.outlet, when, article.url)
    return tuple(withheld(cell) if isinstance(cell, str) else cell for cell in found)


def file_name(path: str) -> str:
    """Return the last part of the path of an article: folders are those of the reader's machine.

    >>> file_name("/home/ann/articles/daily.txt"), file_name("list.csv#3"), file_name("-")
    ('daily.txt', 'list.csv#3', '-')
    """
    return PurePath(path.replace("\\", "/")).name or path
