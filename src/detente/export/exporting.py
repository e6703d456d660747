"""One kind of an archive becomes a file, or the lines of one, in any format that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.archive import Archive
from detente.errors import UnknownName
from detente.export.calendar import calendar_lines
from detente.export.cameo import cameo_lines
from detente.export.cells import withheld
from detente.export.citations import bibtex_entries, csl_lines, ris_entries
from detente.export.dna import write_dna
from detente.export.files import write_pieces
from detente.export.kinds import BINARY, Format, Kind, checked_format, kind_named
from detente.export.plover import plover_lines
from detente.export.tables import Told, csv_lines, json_lines, write_parquet
from detente.query import whole
from detente.query.asked import filters_of
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.known import registry_of
from detente.query.meetings import meetings
from detente.query.reference import reference
from detente.records import Article, Event, Position, Statement
from detente.store import judgements, load, tables

_ENDS = {"csv": "\r\n", "ris": "", "ics": "\r\n"}
"""Ends of lines where they are not a line feed; a RIS entry brings its own."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported."""

    kind: Kind
    """The kind."""
    format: Format
    """A format of that kind; see `kinds.checked_format`."""
    asked: Filters
    """What the rows must fulfil; of what is of no one article only `limit` is looked at."""
    type: str | None = None
    """Of events only those of this PLOVER type."""


def export(
    archive: Archive, kind: str, format: str | None = None, out: str | Path | None = None, **asked: Any
) -> str | int:
    """Write a kind of an archive as a file and return how many records it has; without `out`, its text.

    `asked` are the filters that all lists of the archive take (`states`, `actor`, `issue`, `article`,
    `since`, `until`, `as_of`, `limit`). The file is whole or not written. Raises UnknownName for a kind
    or format that there is not, and for a binary format without `out`.

        export(archive, "statements", "csv", "statements.csv", states=["USA", "RUS"])
    """
    chosen = kind_named(kind)
    form = checked_format(chosen, format)
    with archive.reading() as conn:
        known = reference(registry_of(conn))
        order = Order(chosen, form, filters_of(conn, asked))
        if out is not None:
            return write(conn, known, order, Path(out))
        if form in BINARY:
            raise UnknownName(f"{form} is no text", "name a file with `out`")
        return "".join(pieces(conn, known, order))


def write(conn: Connection, known: Reference, order: Order, out: Path) -> int:
    """Write an order as a file and return how many records it has; the file is whole or not written."""
    if order.format == "parquet":
        told = records(conn, known, order)
        return write_parquet(out, order.kind.record, told, with_article=order.kind.table is not None)
    if order.format == "dna":
        return _write_dna(conn, known, order, out)
    counted = _Counted()
    write_pieces(out, pieces(conn, known, order, counted))
    return counted.count


class _Counted:
    """How many records passed."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, rows: Iterable[Any]) -> Iterator[Any]:
        """Yield what comes, and count it."""
        for row in rows:
            self.count += 1
            yield row


def pieces(
    conn: Connection, known: Reference, order: Order, counted: _Counted | None = None
) -> Iterator[str]:
    """Yield what an order in a format of text becomes, piece by piece, lines with their ends.

    Rows are read as pieces are taken, so that the connection must stay open.
    """
    end = _ENDS.get(order.format, "\n")
    for line in _lines(conn, known, order, (counted or _Counted()).of):
        yield line + end


def _lines(
    conn: Connection,
    known: Reference,
    order: Order,
    count: Callable[[Iterable[Any]], Iterator[Any]],
) -> Iterator[str]:
    if order.format == "ics":
        yield from calendar_lines(count(meetings(conn, known, order.asked)))
    elif order.format == "csv":
        rows = count(records(conn, known, order))
        yield from csv_lines(order.kind.record, rows, with_article=order.kind.table is not None)
    elif order.format == "jsonl":
        yield from json_lines(count(records(conn, known, order)))
    elif order.format in ("plover", "cameo"):
        yield from _event_lines(order.format, count(records(conn, known, order)))
    else:
        make = {"bibtex": bibtex_entries, "ris": ris_entries, "csl-json": csl_lines}[order.format]
        yield from make(count(whole.articles_in_order(conn, order.asked)))


def records(conn: Connection, known: Reference, order: Order) -> Iterator[Told]:
    """Yield the records of an order, with the article that each was read from where it is from one."""
    kind, asked = order.kind, order.asked
    if kind.table is not None:
        more: list[sa.ColumnElement[bool]] = []
        if order.type:
            more.append(tables.event.c.type == order.type)
        yield from whole.rows_of(conn, kind.table, asked, *more)
        return
    if kind.name == "articles":
        found: Iterable[Any] = whole.articles_in_order(conn, asked)
    elif kind.name == "actors":
        found = islice(whole.actors(conn, known), asked.limit)
    elif kind.name == "stories":
        found = islice(whole.stories(conn), asked.limit)
    elif kind.name == "links":
        found = islice(whole.links(conn), asked.limit)
    else:
        found = islice(judgements(conn), asked.limit)
    for record in found:
        yield record, None


def _event_lines(format: Format, rows: Iterator[Any]) -> Iterator[str]:
    """Yield events as PLOVER or CAMEO lines, some at a time; a table has one header."""
    if format == "cameo":
        yield from cameo_lines((), {})
    while part := list(islice(rows, _AT_ONCE)):
        events: list[Event] = [event for event, _ in part]
        articles: dict[str, Article] = {article.id: article for _, article in part}
        if format == "plover":
            yield from map(withheld, plover_lines(events, articles))
        else:
            yield from map(withheld, islice(cameo_lines(events, articles), 1, None))


def _write_dna(conn: Connection, known: Reference, order: Order, out: Path) -> int:
    """Write statements with the positions that were read from them; count statements, not codings."""
    counted = _Counted()
    told: Iterator[tuple[Statement, Article]] = counted.of(
        whole.rows_of(conn, "statement", order.asked)
    )
    coded = (
        (part, load(conn, Position, tables.position.c.article.in_({of.id for _, of in part})))
        for part in iter(lambda: list(islice(told, _AT_ONCE)), [])
    )
    write_dna(out, coded, known.states, known.issues)
    return counted.count
