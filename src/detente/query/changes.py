"""What is new in an archive since somebody last asked: rows that came or went, stories, judgements.

Rows are those of lists (`store.entries`), articles among them. A row that is read again counts as new
where it says something else than before; one that a rebuild no longer yields is told as gone, once and
under its old id. Whoever takes in what comes and drops what is gone, in the order in which they are
told, has what the archive has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.paging import USUAL, Cursor, read_cursor, write_cursor
from detente.store import kept, own, tables
from detente.store.entries import entry

_ORDER = "changes"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new."""

    id: str
    """Id of the row, article, story, judgement or correction."""
    what: Literal["row", "gone", "story", "judgement"]
    """Whether it was read from an article, is read from it no more, is a story, or a reader said so."""
    kind: str
    """Of a row its table; of a story opened, merged or split; of a judgement its verdict, `correct`
    for a corrected slot."""
    article: str | None
    """The article that it was read from, or that opened the story; None for no article."""
    into: str | None
    """The story that it was merged into, or that was split off it; of a correction the row; None for
    none."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, as much as was asked for."""

    items: tuple[Change, ...]
    """Rows first, those that came and those that went in the order in which they did."""
    next: str
    """What to give as `since` the next time; also where nothing is new."""
    more: bool
    """Whether there is more already."""


def changes(conn: Connection, *, since: str | None = None, limit: int = USUAL) -> Changes:
    """Return what is new since a place that an earlier answer gave, from the beginning without one.

    Raises UnknownName for a text that is no such place.
    """
    row, story, made = _place(since)
    found = [*_rows(conn, row, limit + 1)]
    numbers = [number for number, _ in found[:limit]]
    items = [change for _, change in found[:limit]]
    moved = [*_stories(conn, story, limit + 1 - len(found))] if len(found) <= limit else []
    said = []
    if len(found) + len(moved) <= limit:
        said = [*_judgements(conn, made, limit + 1 - len(found) - len(moved))]
    more = len(found) + len(moved) + len(said) > limit
    moved = moved[: limit - len(items)]
    said = said[: limit - len(items) - len(moved)]
    place = (
        numbers[-1] if numbers else row,
        moved[-1][0] if moved else story,
        said[-1][0] if said else made,
    )
    items += [change for _, change in moved] + [change for _, change in said]
    return Changes(tuple(items), write_cursor(Cursor(_ORDER, place, None)), more)


def _place(since: str | None) -> tuple[int, int, str]:
    if not since:
        return (0, 0, "")
    match read_cursor(since, _ORDER).key:
        case (int(row), int(story), str(made)):
            return (row, story, made)
        case _:
            read_cursor("", _ORDER)
            raise AssertionError


def _rows(conn: Connection, after: int, limit: int) -> list[tuple[int, Change]]:
    found: list[tuple[int, Change]] = []
    for table, what in ((entry, "row"), (tables.gone, "gone")):
        columns = (table.c.n, table.c.kind, table.c.row_id, table.c.article)
        query = sa.select(*columns).where(table.c.n > after).order_by(table.c.n).limit(limit)
        found += [
            (n, Change(row_id, what, kind, article, None))  # type: ignore[arg-type]
            for n, kind, row_id, article in conn.execute(query)
        ]
    return sorted(found, key=lambda one: one[0])[:limit]


def _stories(conn: Connection, after: int, limit: int) -> list[tuple[int, Change]]:
    change = tables.story_change.c
    query = sa.select(change.n, change.what, change.story, change.into).where(change.n > after)
    return [
        (n, Change(story, "story", what, *((into, None) if what == "opened" else (None, into))))
        for n, what, story, into in conn.execute(query.order_by(change.n).limit(limit))
    ]


def _judgements(conn: Connection, after: str, limit: int) -> list[tuple[str, Change]]:
    judged, corrected = own.judgement.c, kept.correction.c
    query = sa.select(judged.made, judged.id, judged.verdict).where(judged.made > after)
    found = [
        (made, Change(key, "judgement", verdict, None, None))
        for made, key, verdict in conn.execute(query.order_by(judged.made).limit(limit))
    ]
    said = sa.select(corrected.made, corrected.id, corrected.article, corrected.row_id)
    said = said.where(corrected.made > after).order_by(corrected.made).limit(limit)
    found += [
        (made, Change(key, "judgement", "correct", article, row_id))
        for made, key, article, row_id in conn.execute(said)
    ]
    return sorted(found, key=lambda one: (one[0], one[1].id))[:limit]
