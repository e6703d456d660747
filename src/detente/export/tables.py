"""Records become tables: CSV, JSON lines and Parquet, all with the columns of `columns`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from detente.errors import MissingExtra
from detente.export.cells import csv_line, withheld_in
from detente.export.columns import CellType, Column, cells_of, columns_of, file_name
from detente.export.files import whole_file
from detente.records import Article, to_dict

Told = tuple[Any, Article | None]
"""A record, and the article that it was read from; None for what is of no one article."""
_GROUP = 20_000
"""Rows of a row group of Parquet: what is in memory at once."""


def csv_lines(record: type, rows: Iterable[Told], *, with_article: bool) -> Iterator[str]:
    """Yield the header and a line for each record; see `cells` for what is done to texts.

    The text of an article is not among its cells: spreadsheets cut a cell off at 32,767 characters.
    Lines come without their ends, and a cell with a line break in it is one line here.
    """
    yield csv_line(column.name for column in columns_of(record, with_article=with_article))
    for one, article in rows:
        yield csv_line(cells_of(one, article if with_article else None))


def json_lines(rows: Iterable[Told]) -> Iterator[str]:
    """Yield each record as one JSON object, nothing left out, with what its line says of its article.

    Of an article that is its text, its lines and captions too; e-mail addresses are withheld, and of
    the path only the name of the file is given.
    """
    for one, article in rows:
        yield json.dumps(object_of(one, article), ensure_ascii=False)


def object_of(record: Any, article: Article | None) -> dict[str, Any]:
    """Return the JSON object of a record."""
    found: dict[str, Any] = to_dict(record)
    if isinstance(record, Article):
        found["path"] = file_name(record.path)
    if article is not None:
        found |= {
            "article_title": article.title,
            "article_outlet": article.outlet,
            "article_published": to_dict(article.published),
            "article_url": article.url,
        }
    plain = withheld_in(found)
    assert isinstance(plain, dict)
    return plain


def write_parquet(path: Path, record: type, rows: Iterable[Told], *, with_article: bool) -> int:
    """Write records as a Parquet file with typed columns and return how many; needs `pyarrow`.

    Days are `date32`, texts `string`; an article has its `text`. Raises MissingExtra without pyarrow.
    """
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtra(
            f"{path}: Parquet needs pyarrow", "install `detente[exports]`, or choose csv or jsonl"
        ) from error
    with_text = record is Article
    columns = columns_of(record, with_article=with_article, with_text=with_text)
    schema = pa.schema([(column.name, _arrow(pa, column.type)) for column in columns])
    count = 0
    lines = (
        cells_of(one, article if with_article else None, with_text=with_text) for one, article in rows
    )
    with whole_file(path) as part, pq.ParquetWriter(part, schema, compression="zstd") as writer:
        while chunk := list(islice(lines, _GROUP)):
            writer.write_table(_table(pa, schema, columns, chunk))
            count += len(chunk)
    return count


def _table(pa: Any, schema: Any, columns: tuple[Column, ...], lines: list[tuple[Any, ...]]) -> Any:
    """Return lines as a table of Arrow; a text that UTF-8 cannot hold gets question marks for it."""
    arrays = []
    for at, column in enumerate(columns):
        cells = [line[at] for line in lines]
        if column.type == "text":
            cells = [None if cell is None else _encodable(cell) for cell in cells]
        arrays.append(pa.array(cells, _arrow(pa, column.type)))
    return pa.Table.from_arrays(arrays, schema=schema)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _arrow(pa: Any, kind: CellType) -> Any:
    types: dict[CellType, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "float": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    return types[kind]
