"""Filters and an order become the items of a page, by steps along the index that lists are kept in.

What is asked for is a set of headings (`store.entries`) and of bounds on days. The heading with the
fewest entries is walked in the order of the list, and the others are looked up for each step. A period
bounds the walk; entries that may fit it though their item stands outside of it (a meeting "in 2013",
a later report) are few, have headings of their own, and are walked beside it. So no question reads a
whole table, and none counts the items before its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.filters import Filters
from detente.query.paging import COUNTED, Cursor, check_page, read_cursor, write_cursor
from detente.store import tables
from detente.store.days import EVER, NEVER, number_of
from detente.store.entering import ALL, COMING, LATE, SEARCHED, VAGUE, WHOLE
from detente.store.entries import entry, heading, listed
from detente.store.search import Every, Marked, matching

_FEW = 2_000
"""Entries under a heading up to which all of them are looked at, whatever the period."""
_RARE = 2_000
"""Entries with all the headings that are asked for, up to which the index of search finds them."""
_STREAMS = 24
"""Headings that are walked side by side; more are walked as one and sorted."""
_CHUNK = 400
_SAME = {"meeting": "actor", "event": "actor", "article": "actor"}
"""Kinds in which nobody speaks: whoever is asked for by `by` must take part."""
Key = tuple[int, int, int]
Any_ = tuple[int, ...]
"""Headings of which one is enough."""


@dataclass(frozen=True, slots=True)
class Found:
    """The items of a page, as rows."""

    items: tuple[tuple[str, ...], ...]
    """Ids of the rows of each item that fit, in order of their numbers."""
    next: str | None
    """Where the next page begins; None on the last."""
    total: int | None
    """How many items fit in all; None for more than are counted."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The first and last day of a period on one axis."""

    axis: str
    """`day` or `reported`."""
    first: int = NEVER
    last: int = EVER

    @property
    def open(self) -> bool:
        return self.first <= NEVER and self.last >= EVER


@dataclass(frozen=True, slots=True)
class _Walk:
    """Entries to be looked at in order: under one of some headings, between two days of an axis."""

    headings: Any_
    bounds: _Bounds
    beside: tuple[Any_, ...]
    """Headings under which they must stand too."""


_Plan = list[_Walk] | sa.ColumnElement[bool]
"""Walks over headings, or a condition that finds few entries."""


def find_page(
    conn: Connection,
    kind: str,
    asked: Filters,
    *,
    sort: str,
    limit: int,
    after: str | None = None,
    counted: bool = True,
) -> Found:
    """Return the items of a page of a kind (the name of its table, or article).

    `counted` says whether it is worked out how many there are in all, which may cost more than a page.
    Raises UnknownName for an order, a limit or a place to go on that there is not.
    """
    check_page(sort, limit)
    cursor = read_cursor(after, sort) if after else None
    axis, latest = sort.removeprefix("-"), sort.startswith("-")
    question = _question(conn, kind, asked)
    if question is None:
        return Found((), None, 0)
    plan = question.plan(conn, axis)
    last = _key(cursor, sort) if cursor else None
    keys = question.keys(conn, plan, axis, latest, last, limit + 1)
    total = cursor.total if cursor else None
    if cursor is None and counted:
        total = len(keys) if len(keys) <= limit else question.count(conn, plan)
    shown = keys[:limit]
    rows = question.rows(conn, [key[2] for key in shown])
    more = write_cursor(Cursor(sort, shown[-1], total)) if len(keys) > limit else None
    return Found(tuple(rows[key[2]] for key in shown), more, total)


def _key(cursor: Cursor, sort: str) -> Key:
    if len(cursor.key) != 3 or not all(isinstance(part, int) for part in cursor.key):
        read_cursor("", sort)
    day, at, head = cursor.key
    return (int(day), int(at), int(head))


@dataclass(frozen=True, slots=True)
class _Question:
    """What entries of a kind must fulfil."""

    kind: str
    every: tuple[Any_, ...]
    """Of each of these headings' groups one must be the entry's; fewest entries first."""
    fewest: int
    """Entries of the first group, counted up to `_FEW` and one."""
    marked: tuple[Any_, ...]
    """Those of the groups that are marks of the full-text index."""
    days: _Bounds
    printed: _Bounds
    asked: Filters

    # Conditions on one entry

    def fits(self, table: sa.FromClause) -> list[sa.ColumnElement[bool]]:
        """Return the conditions on the days, article and horizon of an entry; none where none is asked.

        Columns are written so that no index is chosen for them: they are looked at, not looked up.
        """
        asked, found = self.asked, []
        out_first, out_last = table.c.out_first + 0, table.c.out_last + 0
        if asked.as_of:
            found.append(out_last <= number_of(asked.as_of))
        if asked.since:
            found.append(table.c.last + 0 >= number_of(asked.since))
        if asked.until:
            found.append(table.c.first + 0 <= number_of(asked.until))
        if asked.reported_since:
            found.append(out_last >= number_of(asked.reported_since))
        if asked.reported_until:
            found.append(out_first <= number_of(asked.reported_until))
        if asked.due_since or asked.due_until:
            row = tables.forecast.c
            due = sa.select(sa.literal(1)).where(row.id == table.c.row_id, *self._due())
            found.append(due.exists())
        return found

    def _due(self) -> list[sa.ColumnElement[bool]]:
        ends = tables.forecast.c.horizon_end
        since, until = self.asked.due_since, self.asked.due_until
        found = [ends >= since.isoformat()] if since else []
        return [*found, ends <= until.isoformat()] if until else found

    def _stands(self, table: sa.FromClause, group: Any_) -> sa.ColumnElement[bool]:
        """Return the condition that an entry also stands under one of some headings."""
        other = listed.alias()
        same = [other.c[name] == table.c[name] for name in ("day", "at", "head", "n")]
        return sa.select(sa.literal(1)).where(other.c.heading.in_(group), *same).exists()

    # Which walks

    def plan(self, conn: Connection, axis: str) -> _Plan:
        """Return the walks that find every entry, or the condition that finds them more directly: on
        their article, their horizon, or where few have all the headings on the index of search."""
        asked = self.asked
        if asked.article:
            return entry.c.article == asked.article
        if (asked.due_since or asked.due_until) and self._count_due(conn) <= _FEW:
            return entry.c.row_id.in_(sa.select(tables.forecast.c.id).where(*self._due()))
        if self.fewest > _FEW and len(self.marked) > 1:
            marks = (Marked(tuple(f"h{number}" for number in group)) for group in self.marked)
            both = matching(conn, Every(tuple(marks)))
            if _counted(conn, both, _RARE) <= _RARE:
                return entry.c.n.in_(both)
        first, rest = self.every[0], self.every[1:]
        free = _Walk(first, _Bounds(axis), rest)
        if self.fewest <= _FEW:
            return [free]
        along, across = (self.days, self.printed) if axis == "day" else (self.printed, self.days)
        if not across.open and self._count(conn, first, across) <= _FEW:
            along = across
        if along.open:
            return [free]
        return [_Walk(first, along, rest), *self._outside(conn, along)]

    def _outside(self, conn: Connection, bounds: _Bounds) -> Iterator[_Walk]:
        """Yield the walks over entries that may fit a period though their items lie outside of it."""
        asked = self.asked
        if bounds.axis == "reported":
            pairs = _years(LATE, bounds)
        elif asked.since or asked.until:
            wide = _Bounds("day", *(number_of(asked.since, NEVER), number_of(asked.until)))
            pairs = [*_years(VAGUE, wide), (COMING, "")]
        else:
            pairs = [(COMING, "")]
        numbers = tuple(number for number, name, _ in _numbers(conn, self.kind, pairs) if name != ALL)
        if numbers:
            below = _Bounds(bounds.axis, NEVER, bounds.first - 1)
            above = _Bounds(bounds.axis, bounds.last + 1, EVER)
            if bounds.first > NEVER:
                yield _Walk(numbers, below, self.every)
            if bounds.last < EVER:
                yield _Walk(numbers, above, self.every)

    def _count(self, conn: Connection, group: Any_, bounds: _Bounds) -> int:
        some = sa.select(sa.literal(1)).where(listed.c.heading.in_(group), *_between(listed, bounds))
        return _counted(conn, some, _FEW)

    def _count_due(self, conn: Connection) -> int:
        return _counted(conn, sa.select(sa.literal(1)).where(*self._due()), _FEW)

    # What the walks find

    def keys(
        self,
        conn: Connection,
        plan: _Plan,
        axis: str,
        latest: bool,
        after: Key | None,
        limit: int,
    ) -> list[Key]:
        """Return the keys of the next items in order, each once."""
        found: set[Key] = set()
        for table, conditions, across in self._selects(plan, axis):
            # A sum is in no index, so that the other axis is walked, and these few are sorted.
            columns = [table.c[axis] + 0 if across else table.c[axis], table.c.at, table.c.head]
            query = sa.select(*columns).distinct().where(*conditions)
            if after is not None:
                mine, theirs = sa.tuple_(*columns), sa.tuple_(*map(sa.literal, after))
                query = query.where(mine < theirs if latest else mine > theirs)
            query = query.order_by(*(one.desc() if latest else one for one in columns)).limit(limit)
            found.update((day, at, head) for day, at, head in conn.execute(query))
        return sorted(found, reverse=latest)[:limit]

    def count(self, conn: Connection, plan: _Plan) -> int | None:
        """Return how many items there are; None for more than are counted."""
        parts = [
            sa.select(table.c.day, table.c.at, table.c.head).distinct().where(*conditions)
            for table, conditions, _ in self._selects(plan, "day")
        ]
        # An item is found by one walk or by several: where there are several it is counted once.
        every = parts[0] if len(parts) == 1 else sa.union(*parts)
        some = sa.select(sa.literal(1)).select_from(every.subquery())
        found = _counted(conn, some, COUNTED)
        return found if found <= COUNTED else None

    def _selects(
        self, plan: _Plan, axis: str
    ) -> Iterator[tuple[sa.FromClause, list[sa.ColumnElement[bool]], bool]]:
        """Yield the table to select from, the conditions, and whether it is sorted across its index."""
        if isinstance(plan, sa.ColumnElement):
            stands = (self._stands(entry, group) for group in self.every)
            yield entry, [plan, *stands, *self.fits(entry)], False
            return
        for walk in plan:
            several = len(walk.headings) > _STREAMS
            for group in [walk.headings] if several else [(one,) for one in walk.headings]:
                table = listed.alias("walked")
                under = table.c.heading.in_(group) if several else table.c.heading == group[0]
                conditions = [under, *_between(table, walk.bounds)]
                conditions += [self._stands(table, beside) for beside in walk.beside]
                if fits := self.fits(entry):
                    of = sa.select(sa.literal(1)).where(entry.c.n == table.c.n, *fits)
                    conditions.append(of.exists())
                across = not walk.bounds.open and walk.bounds.axis != axis
                yield table, conditions, across

    def rows(self, conn: Connection, heads: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the rows that fit of items, by the numbers of these."""
        found: dict[int, list[str]] = {head: [] for head in heads}
        conditions = [self._stands(entry, group) for group in self.every] + self.fits(entry)
        if self.asked.article:
            conditions.append(sa.type_coerce(entry.c.article, sa.Text).concat("") == self.asked.article)
        for first in range(0, len(heads), _CHUNK):
            query = (
                sa.select(entry.c.head, entry.c.row_id)
                .where(entry.c.head.in_(heads[first : first + _CHUNK]), *conditions)
                .order_by(entry.c.n)
            )
            for head, row_id in conn.execute(query):
                found[head].append(row_id)
        return {head: tuple(rows) for head, rows in found.items()}


def _question(conn: Connection, kind: str, asked: Filters) -> _Question | None:
    """Return what is asked of a kind; None where a value is asked for that no entry has."""
    by = _SAME.get(kind, "by")
    groups: list[list[tuple[str, str]]] = [[(ALL, "")]]
    if asked.any_state and asked.states:
        groups.append([("state", state) for state in asked.states])
    else:
        groups += [[("state", state)] for state in asked.states]
    groups += [[("actor", one) for one in asked.actors]] if asked.actors else []
    groups += [[(by, one) for one in asked.by]] if asked.by else []
    groups += [[("state" if by == "actor" else "by_state", asked.by_state)]] if asked.by_state else []
    groups += [[("issue", asked.issue)]] if asked.issue else []
    groups += [[("outlet", asked.outlet.casefold())]] if asked.outlet else []
    groups += [[("kind", asked.kind)]] if asked.kind else []
    groups += [[("status", asked.status)]] if asked.status else []
    numbers = {
        (name, value): number
        for number, name, value in _numbers(conn, kind, {pair for group in groups for pair in group})
    }
    every = [tuple(sorted({numbers[one] for one in group if one in numbers})) for group in groups]
    if not all(every):
        return None
    marked = [
        numbered
        for group, numbered in zip(groups[1:], every[1:], strict=True)
        if kind in SEARCHED and group[0][0] not in WHOLE
    ]
    fewest = _FEW + 1
    if len(every) > 1:
        sized = [(_size(conn, group), at, group) for at, group in enumerate(every[1:])]
        every = [group for _, _, group in sorted(sized)]
        fewest = min(sized)[0]
    until = min(number_of(asked.until), number_of(asked.as_of))
    return _Question(
        kind=kind,
        every=tuple(every),
        fewest=fewest,
        marked=tuple(marked),
        days=_Bounds("day", number_of(asked.since, NEVER), until),
        printed=_Bounds(
            "reported",
            number_of(asked.reported_since, NEVER),
            min(number_of(asked.reported_until), number_of(asked.as_of)),
        ),
        asked=asked,
    )


def _size(conn: Connection, group: Any_) -> int:
    """Return how many entries stand under headings, counted far enough to tell few from many."""
    some = sa.select(sa.literal(1)).where(listed.c.heading.in_(group))
    return _counted(conn, some, 10 * _FEW)


def _counted(conn: Connection, some: sa.Select[Any], most: int) -> int:
    found = conn.execute(sa.select(sa.func.count()).select_from(some.limit(most + 1).subquery()))
    return int(found.scalar_one())


def _between(table: sa.FromClause, bounds: _Bounds) -> list[sa.ColumnElement[bool]]:
    column = table.c[bounds.axis]
    found = [column >= bounds.first] if bounds.first > NEVER else []
    return [*found, column <= bounds.last] if bounds.last < EVER else found


def _years(name: str, bounds: _Bounds) -> list[tuple[str, str]]:
    """Return the headings of the years of a period; of an open or long one those of all years."""
    since, until = bounds.first // 10_000, bounds.last // 10_000
    found = [(name, "*")]
    if bounds.first > NEVER and bounds.last < EVER and until - since <= _STREAMS:
        return [*found, *((name, str(year)) for year in range(since, until + 1))]
    return [*found, (name, "")]


def _numbers(
    conn: Connection, kind: str, pairs: Iterable[tuple[str, str]]
) -> list[tuple[int, str, str]]:
    """Return the headings that there are of a kind, with their numbers; an empty year is any."""
    wanted: dict[str, set[str]] = {}
    for name, value in pairs:
        wanted.setdefault(name, set()).add(value)
    found: list[tuple[int, str, str]] = []
    for name, values in sorted(wanted.items()):
        query = sa.select(heading.c.id, heading.c.field, heading.c.value)
        query = query.where(heading.c.kind == kind, heading.c.field == name)
        if name not in (VAGUE, LATE) or "" not in values:
            ordered = sorted(values)
            for first in range(0, len(ordered), _CHUNK):
                chunk = ordered[first : first + _CHUNK]
                found += map(tuple, conn.execute(query.where(heading.c.value.in_(chunk))))
        else:
            found += map(tuple, conn.execute(query))
    return found
