"""The rows of articles are entered into the tables that lists are read from (`entries`).

`catalogue` makes the entries of some articles afresh, each an item of its own; `set_items` says which
of them are one item. Both leave the rows themselves as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from detente.knowledge.registry import Registry
from detente.store import own, tables
from detente.store.calling import call, called_in, uncall
from detente.store.entering import DAYS, SEARCHED, WHOLE, Entry, anchored, apart, entries_of
from detente.store.entries import entry, heading
from detente.store.numbers import next_numbers
from detente.store.search import day_marks, index, unindex
from detente.store.tables import gone

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Item:
    """Rows that are shown as one."""

    rows: tuple[str, ...]
    """Their ids; the first is the one whose place they stand at."""
    day: int
    """The day that puts them in order."""
    reported: int
    """The day on which the first of them was printed."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the item is as a whole, by field: the form and status of a meeting."""


def catalogue(
    conn: Connection, articles: Sequence[str], before: Mapping[str, Any] | None = None
) -> None:
    """Make the entries of articles and of their rows afresh, each an item of its own.

    `before` are the entries that the articles had (`entered`) where they are out of the lists already.
    A row that says what it said keeps its number; every other gets a new one, and what is no more is
    noted as gone.
    """
    if before is None:
        before = entered(conn, articles)
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        uncatalogue(conn, chunk)
        _enter(conn, entries_of(conn, chunk), before)
        call(conn, called_in(conn, chunk))
    _note_gone(conn, articles, before)


def entered(conn: Connection, articles: Sequence[str]) -> dict[str, Any]:
    """Return the entries of articles and of their rows, by the id of the row."""
    found: dict[str, Any] = {}
    for first in range(0, len(articles), _CHUNK):
        lines = _lines(conn, entry.c.article.in_(articles[first : first + _CHUNK]))
        found |= {line.row_id: line for line in lines}
    return found


def _note_gone(conn: Connection, articles: Sequence[str], before: Mapping[str, Any]) -> None:
    """Note which rows were in the lists and are no more; those that came back are no longer gone."""
    now: set[str] = set()
    for first in range(0, len(articles), _CHUNK):
        ours = articles[first : first + _CHUNK]
        there = sa.select(entry.c.row_id).where(entry.c.article.in_(ours))
        conn.execute(sa.delete(gone).where(gone.c.article.in_(ours), gone.c.row_id.in_(there)))
        if before:
            now.update(conn.scalars(there).all())
    lost = [before[key] for key in sorted(before.keys() - now)]
    if lost:
        rows = [
            {"n": n, "row_id": line.row_id, "kind": line.kind, "article": line.article}
            for n, line in zip(next_numbers(conn, len(lost)), lost, strict=True)
        ]
        conn.execute(sa.insert(gone), rows)


def uncatalogue(conn: Connection, articles: Sequence[str]) -> None:
    """Take articles and their rows out of the lists; what was shown with them stands alone again."""
    for first in range(0, len(articles), _CHUNK):
        uncall(conn, called_in(conn, articles[first : first + _CHUNK]))
        ours = entry.c.article.in_(articles[first : first + _CHUNK])
        gone = _lines(conn, ours)
        heads = sorted({line.head for line in gone})
        _unlist(conn, gone)
        unindex(conn, [line.n for line in gone if line.kind in SEARCHED])
        conn.execute(sa.delete(entry).where(ours))
        left: list[Any] = []
        for at in range(0, len(heads), _CHUNK):
            left += _lines(conn, entry.c.head.in_(heads[at : at + _CHUNK]))
        _alone(conn, left)


def reenter(conn: Connection, row_id: str) -> None:
    """Make the entry of one row afresh under its number, an item of its own.

    What it was shown with stands alone again; its article's other rows stay as they are.
    """
    found = _lines(conn, entry.c.row_id == row_id)
    if not found:
        return
    line = found[0]
    fresh = next(one for one in entries_of(conn, [line.article]) if one.row_id == row_id)
    known = _Headings(conn)
    known.open(sorted({(fresh.kind, *pair) for pair in fresh.headings}))
    _unlist(conn, found)
    first, last, out_first, out_last = fresh.span
    conn.execute(
        sa.update(entry).where(entry.c.n == line.n),
        {
            "own_day": fresh.day, "first": first, "last": last, "out_first": out_first,
            "out_last": out_last, "who": fresh.who, "words": fresh.words,
        },
    )  # fmt: skip
    numbers = sorted({known.number(fresh.kind, *pair) for pair in fresh.headings})
    where = {"day": fresh.day, "at": line.own_at, "reported": fresh.reported}
    _move(conn, [{"n": line.n, "head": line.n, **where, "headings": numbers}])
    unindex(conn, [line.n])
    if fresh.text is not None:
        index(conn, [(line.n, fresh.text, known.marks(fresh))])
    _alone(conn, _lines(conn, sa.and_(entry.c.head == line.head, entry.c.n != line.n)))


def set_items(conn: Connection, items: Sequence[Item]) -> None:
    """Show rows as these items; a row that is in no item of its own is left as it is.

    A row without an entry is left out, an item of one row is that row alone.
    """
    found: dict[str, Any] = {}
    ids = [row for item in items for row in item.rows]
    for first in range(0, len(ids), _CHUNK):
        for line in _lines(conn, entry.c.row_id.in_(ids[first : first + _CHUNK])):
            found[line.row_id] = line
    known = _Headings(conn)
    placed = [(item, [found[row] for row in item.rows if row in found]) for item in items]
    known.open(
        sorted(
            {
                (line.kind, *pair)
                for item, lines in placed
                for line in lines
                for pair in _told_as(line, item)
            }
        )
    )
    stale: list[Any] = []
    fresh: list[dict[str, Any]] = []
    for item, lines in placed:
        for line in lines:
            wanted = _placed(line, lines[0], item, known)
            if any(wanted[name] != getattr(line, name) for name in wanted):
                stale.append(line)
                fresh.append(wanted)
    _unlist(conn, stale)
    _move(conn, fresh)


def _placed(line: Any, first: Any, item: Item, known: _Headings) -> dict[str, Any]:
    """Return what an entry becomes as part of an item."""
    taken = known.fields(line.kind)
    kept = [one for one in line.headings if taken.get(one) not in (*item.values, *DAYS)]
    fresh = [known.number(line.kind, *pair) for pair in _told_as(line, item)]
    return {
        "n": line.n,
        "head": first.n,
        "day": item.day,
        "at": first.own_at,
        "reported": item.reported,
        "headings": sorted(dict.fromkeys([*kept, *fresh])),
    }


def _told_as(line: Any, item: Item) -> list[tuple[str, str]]:
    """Return the headings that an entry has by its item: (field, value)."""
    span = (line.first, line.last, line.out_first, line.out_last)
    return [*sorted(item.values.items()), *apart(item.day, item.reported, *span)]


def _alone(conn: Connection, lines: Sequence[Any]) -> None:
    """Make each entry an item of its own again."""
    met = tables.meeting.c
    ids = [line.row_id for line in lines if line.kind == "meeting"]
    values: dict[str, dict[str, str]] = {}
    for first in range(0, len(ids), _CHUNK):
        query = sa.select(met.id, met.form, met.status).where(met.id.in_(ids[first : first + _CHUNK]))
        values |= {
            key: {"kind": form, "status": status} for key, form, status in conn.execute(query).all()
        }
    set_items(
        conn,
        [
            Item(
                rows=(line.row_id,),
                day=line.own_day,
                reported=anchored(line.out_first, line.out_last),
                values=values.get(line.row_id, {}),
            )
            for line in lines
        ],
    )


def _lines(conn: Connection, where: sa.ColumnElement[bool]) -> list[Row[Any]]:
    return list(conn.execute(sa.select(entry).where(where)).all())


def _unlist(conn: Connection, lines: Sequence[Any]) -> None:
    """Delete the lines of entries under all their headings."""
    keys = [
        (number, line.day, line.at, line.head, line.n) for line in lines for number in line.headings
    ]
    if keys:
        mark = _mark(conn)
        parts = " AND ".join(f"{name} = {mark}" for name in ("heading", "day", '"at"', "head", "n"))
        conn.exec_driver_sql(f"DELETE FROM listed WHERE {parts}", keys)


def _move(conn: Connection, fresh: Sequence[Mapping[str, Any]]) -> None:
    """Write what became of entries, and list them where they stand now."""
    if not fresh:
        return
    names = ("head", "day", "at", "reported", "headings")
    columns = {name: sa.bindparam(f"b_{name}", type_=entry.c[name].type) for name in names}
    conn.execute(
        sa.update(entry).where(entry.c.n == sa.bindparam("b_n")).values(columns),
        [{f"b_{name}": value for name, value in one.items()} for one in fresh],
    )
    _list(
        conn,
        [
            (number, one["day"], one["at"], one["head"], one["n"], one["reported"])
            for one in fresh
            for number in one["headings"]
        ],
    )


def _enter(conn: Connection, found: Sequence[Entry], before: Mapping[str, Any]) -> None:
    if not found:
        return
    known = _Headings(conn)
    known.open(sorted({(one.kind, *pair) for one in found for pair in one.headings}))
    under = [sorted({known.number(one.kind, *pair) for pair in one.headings}) for one in found]
    kept = [
        _kept_number(one, at, before.get(one.row_id), known)
        for one, at in zip(found, under, strict=True)
    ]
    new = iter(next_numbers(conn, kept.count(None)))
    rows: list[dict[str, Any]] = []
    lines: list[tuple[int, ...]] = []
    texts: list[tuple[int, str, str]] = []
    for one, numbers, number in zip(found, under, kept, strict=True):
        n = next(new) if number is None else number
        if one.text is not None:
            texts.append((n, one.text, known.marks(one)))
        first, until, out_first, out_last = one.span
        rows.append(
            {
                "n": n, "kind": one.kind, "row_id": one.row_id, "article": one.article,
                "head": n, "day": one.day, "at": one.at, "reported": one.reported,
                "own_day": one.day, "own_at": one.at, "first": first, "last": until,
                "out_first": out_first, "out_last": out_last, "who": one.who, "words": one.words,
                "headings": numbers,
            }
        )  # fmt: skip
        lines += [(number, one.day, one.at, n, n, one.reported) for number in numbers]
    conn.execute(sa.insert(entry), rows)
    _list(conn, lines)
    index(conn, texts)


def _kept_number(one: Entry, numbers: Sequence[int], old: Any, known: _Headings) -> int | None:
    """Return the number of an entry that says what it said before; None for one that is new."""
    if old is None or (old.own_day, old.who, old.words) != (one.day, one.who, one.words):
        return None
    if (old.first, old.last, old.out_first, old.out_last) != one.span:
        return None
    whole = known.fields(one.kind)
    same = {key for key in old.headings if key not in whole} == {
        key for key in numbers if key not in whole
    }
    return int(old.n) if same else None


def _list(conn: Connection, lines: Sequence[tuple[int, ...]]) -> None:
    """Insert lines through the driver: there are several for each entry."""
    if lines:
        marks = ", ".join([_mark(conn)] * 6)
        conn.exec_driver_sql(
            f'INSERT INTO listed (heading, day, "at", head, n, reported) VALUES ({marks}) '
            "ON CONFLICT DO NOTHING",
            list(lines),
        )


def _mark(conn: Connection) -> str:
    return "?" if conn.dialect.paramstyle == "qmark" else "%s"


class _Headings:
    """The numbers of headings, those asked for and those made."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._fields: dict[str, dict[int, str]] = {}

    def open(self, wanted: Sequence[tuple[str, str, str]]) -> None:
        """Look up headings, and make those that there are not."""
        asked = [key for key in wanted if key not in self._numbers]
        for first in range(0, len(asked), _CHUNK):
            chunk = asked[first : first + _CHUNK]
            # One join that follows the index; of pairs IN a list SQLite scans the whole table.
            mark = _mark(self._conn)
            places = ", ".join([f"({mark}, {mark}, {mark})"] * len(chunk))
            query = (
                f"WITH asked (kind, field, value) AS (VALUES {places}) "
                "SELECT h.kind, h.field, h.value, h.id FROM asked JOIN heading h "
                "ON h.kind = asked.kind AND h.field = asked.field AND h.value = asked.value"
            )
            found = self._conn.exec_driver_sql(query, tuple(part for key in chunk for part in key))
            for kind, name, value, number in found.all():
                self._numbers[kind, name, value] = number
        missing = [key for key in wanted if key not in self._numbers]
        if missing:
            self._fields.clear()
            last = self._conn.execute(sa.select(sa.func.max(heading.c.id))).scalar() or 0
            rows = []
            for number, key in enumerate(missing, last + 1):
                self._numbers[key] = number
                rows.append(dict(zip(("id", "kind", "field", "value"), (number, *key), strict=True)))
            self._conn.execute(sa.insert(heading), rows)

    def number(self, kind: str, name: str, value: str) -> int:
        """Return the number of a heading, made when there is none."""
        if (kind, name, value) not in self._numbers:
            self.open([(kind, name, value)])
        return self._numbers[kind, name, value]

    def marks(self, one: Entry) -> str:
        """Return the marks that search finds an entry by; see `entries.searched`."""
        asked = [f"h{self.number(one.kind, *pair)}" for pair in one.headings if pair[0] not in WHOLE]
        return " ".join([*asked, *day_marks("h", one.day), *day_marks("r", one.span[3])])

    def fields(self, kind: str) -> Mapping[int, str]:
        """Return the fields of a kind's headings that speak of whole items, by their numbers."""
        if kind not in self._fields:
            query = sa.select(heading.c.id, heading.c.field).where(
                heading.c.kind == kind, heading.c.field.in_(WHOLE)
            )
            self._fields[kind] = {row.id: row.field for row in self._conn.execute(query).all()}
        return self._fields[kind]


def refresh_identities(conn: Connection, known: Registry) -> int:
    """Make identities afresh (`own.make_identities`), and list what they change as it is shown now.

    Return how many actors they speak of.
    """
    before = own.identities(conn)
    made = own.make_identities(conn, known)
    after = own.identities(conn)
    changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    if changed:
        relist(conn, _naming(conn, changed))
        call(conn, sorted(changed))
    return made


def _naming(conn: Connection, actors: Iterable[str]) -> list[str]:
    """Return the articles that name one of some actors."""
    wanted = sorted(set(actors))
    found: set[str] = set()
    for table in (tables.participant, tables.mention):
        for first in range(0, len(wanted), _CHUNK):
            query = sa.select(table.c.article).where(
                table.c.actor_id.in_(wanted[first : first + _CHUNK])
            )
            found.update(conn.scalars(query.distinct()).all())
    return sorted(found)


def relist(conn: Connection, articles: Sequence[str]) -> None:
    """Write afresh under which headings entries stand; which of them are one item stays as it is."""
    known = _Headings(conn)
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        old = {line.row_id: line for line in _lines(conn, entry.c.article.in_(chunk))}
        stale, fresh = [], []
        ours = [one for one in entries_of(conn, chunk) if one.row_id in old]
        known.open(
            sorted({(one.kind, *pair) for one in ours for pair in one.headings if pair[0] not in WHOLE})
        )
        for one in ours:
            line = old[one.row_id]
            whole = known.fields(line.kind)
            kept = [number for number in line.headings if number in whole]
            numbers = [known.number(one.kind, *pair) for pair in one.headings if pair[0] not in WHOLE]
            wanted = sorted({*kept, *numbers})
            if wanted != line.headings or (one.who, one.words) != (line.who, line.words):
                stale.append(line)
                fresh.append((line, wanted, one))
        _unlist(conn, stale)
        _move(
            conn,
            [
                {
                    "n": line.n, "head": line.head, "day": line.day, "at": line.at,
                    "reported": line.reported, "headings": wanted,
                }
                for line, wanted, _ in fresh
            ],
        )  # fmt: skip
        texts = [(line.n, one.text, known.marks(one)) for line, _, one in fresh if one.text is not None]
        unindex(conn, [n for n, _, _ in texts])
        index(conn, texts)
        if fresh:
            conn.execute(
                sa.update(entry)
                .where(entry.c.n == sa.bindparam("b_n"))
                .values(who=sa.bindparam("b_who"), words=sa.bindparam("b_words")),
                [{"b_n": line.n, "b_who": one.who, "b_words": one.words} for line, _, one in fresh],
            )
