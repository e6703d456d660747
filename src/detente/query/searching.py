"""A query becomes articles, statements, meetings, positions and forecasts, best or latest first.

    found = search(conn, reference, registry, 'missile by:Lavrov', limit=20)
    found.items, found.next, found.total, found.facets

The language is that of `query.language`. Everything that is asked for, filters too, is one expression
of the full-text index. Of very many hits only the `POOL` latest are ranked, paged and counted by
facets: `Results.ranked` says how many those are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import QueryError, UnknownName
from detente.knowledge.registry import Registry
from detente.query.archived import bare_desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.hits import Facet, Found, SearchKind, facets_of, passages_of
from detente.query.language import Either, Field, Not, Text, Tree, parse, positive
from detente.query.names import actor_ids, issue_id, outlets_called, state_code
from detente.query.paging import COUNTED, MOST, USUAL, Cursor, read_cursor, write_cursor
from detente.query.periods import first_day, last_day
from detente.query.ranking import Sought, score, score_row, sought
from detente.query.spelled import either_spelling
from detente.store import tables
from detente.store.days import EVER, NEVER
from detente.store.entering import ALL
from detente.store.entries import entry, heading, listed, searched
from detente.store.search import (
    Every,
    Marked,
    Node,
    Phrase,
    Some,
    Without,
    matching,
    period_marks,
)

Key = tuple[int, int, int]
SearchSort = Literal["best", "latest", "earliest"]
"""Best first, or by the day it happened."""
KINDS: tuple[SearchKind, ...] = get_args(SearchKind)
POOL = 600
"""Hits that are ranked and counted."""
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 30)


@dataclass(frozen=True, slots=True)
class Results:
    """A page of what a search found."""

    items: tuple[Found, ...]
    """What was found, in order."""
    next: str | None
    """What to give as `after` for the next page; None on the last."""
    total: int | None
    """How many rows and articles fit, the reports of one item each; None for more than are counted."""
    facets: tuple[Facet, ...]
    """Whom and what the hits are about, most first within each field; on the first page only."""
    ranked: int
    """How many hits were ranked and counted by facets: the latest, where there are more."""


@dataclass(frozen=True, slots=True)
class _Hit:
    n: int
    head: int
    kind: SearchKind
    row: str
    article: str
    day: int
    at: int
    headings: tuple[int, ...]


def search(
    conn: Connection,
    reference: Reference,
    registry: Registry,
    words: str,
    asked: Filters | None = None,
    *,
    kinds: Sequence[SearchKind] = KINDS,
    sort: SearchSort = "best",
    limit: int = USUAL,
    after: str | None = None,
) -> Results:
    """Return a page of what fulfils a query and filters.

    An article is found for itself where its words are; asked for along with other kinds, only where
    none of its rows answers. A query without words finds everything that its fields and filters leave.
    Of the filters all but `kind`, `status`, `any_state` and the due days are looked at. Raises
    QueryError, with the character, for a query that cannot be understood, and UnknownName for what
    nobody knows.
    """
    asked = asked or Filters()
    _check(sort, limit, kinds)
    cursor = read_cursor(after, sort) if after else None
    tree = either_spelling(parse(words))
    asking = _Asking(conn, reference, registry, tuple(dict.fromkeys(kinds)), words)
    node = Every((asking.node(tree), *asking.filters(asked)))
    total = cursor.total if cursor else _count(conn, node, asked)
    pool = _pool(conn, asking, node, asked, sort, total)
    wanted = sought(positive(tree))
    mixed = len(asking.kinds) > 1
    ordered = _once(_ordered(conn, _apart(conn, pool) if mixed else pool, wanted, sort))
    begin = 0
    if cursor:
        last = tuple(int(part) for part in cursor.key)
        begin = sum((*key, hit.n) <= last for key, hit in ordered)
    shown = ordered[begin : begin + limit]
    more = None
    if begin + limit < len(ordered) and shown:
        more = write_cursor(Cursor(sort, (*shown[-1][0], shown[-1][1].n), total))
    desk = bare_desk_for(conn, (hit.article for _, hit in shown), reference)
    items = passages_of(conn, [(hit.kind, hit.row, hit.article) for _, hit in shown], desk, wanted)
    facets: tuple[Facet, ...] = ()
    if cursor is None:
        headed, samples = _headed(conn, pool)
        facets = facets_of(conn, reference, headed, pool_kinds(pool), samples)
    return Results(tuple(items), more, total, facets, len(pool))


def find(
    conn: Connection,
    reference: Reference,
    registry: Registry,
    words: str,
    asked: Filters | None = None,
    *,
    kinds: Sequence[SearchKind] = KINDS,
    sort: SearchSort = "best",
) -> list[Found]:
    """Return what fulfils a query, up to `asked.limit` items; see `search`."""
    most = 20 if asked is None or asked.limit is None else asked.limit
    found: list[Found] = []
    after: str | None = None
    while len(found) < most:
        page = search(
            conn, reference, registry, words, asked, kinds=kinds, sort=sort,
            limit=max(1, min(MOST, most - len(found))), after=after,
        )  # fmt: skip
        found += page.items
        after = page.next
        if after is None:
            break
    return found[:most]


def pool_kinds(pool: Iterable[_Hit]) -> Counter[str]:
    """Return how many hits there are of each kind."""
    return Counter(hit.kind for hit in pool)


def _check(sort: str, limit: int, kinds: Sequence[str]) -> None:
    if sort not in get_args(SearchSort):
        raise UnknownName(f"no order {sort!r}", f"there are {', '.join(get_args(SearchSort))}")
    if not 1 <= limit <= MOST:
        raise UnknownName(f"a page of {limit} items", f"ask for 1 to {MOST}")
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise UnknownName(f"search finds no {unknown[0]!r}", f"it finds {', '.join(KINDS)}")


class _Asking:
    """Fields and filters become marks of the index."""

    def __init__(
        self,
        conn: Connection,
        reference: Reference,
        registry: Registry,
        kinds: tuple[SearchKind, ...],
        query: str,
    ) -> None:
        self._conn = conn
        self._reference = reference
        self._registry = registry
        self._query = query
        self.kinds = kinds
        self._bounds: dict[str, tuple[int, int]] = {}

    def node(self, tree: Tree) -> Node:
        """Return a query as the index is asked."""
        if isinstance(tree, Text):
            return Phrase(tree.words, tree.begins)
        if isinstance(tree, Field):
            try:
                return self._field(tree.name, tree.value)
            except UnknownName as error:
                raise QueryError(
                    f"search {self._query!r}: at character {tree.at} {error.what}", error.remedy
                ) from error
        if isinstance(tree, Not):
            return Without(self.node(tree.part))
        parts = tuple(self.node(part) for part in tree.parts)
        return Some(parts) if isinstance(tree, Either) else Every(parts)

    def _field(self, name: str, value: str) -> Node:
        if name in ("actor", "by"):
            return self.headed(name, actor_ids(value, self._registry, self._conn))
        if name == "state":
            return self.headed("state", [state_code(value)])
        if name == "issue":
            return self.headed("issue", [issue_id(value, self._reference)])
        if name == "outlet":
            return self.headed("outlet", outlets_called(self._conn, value, self.kinds))
        if name == "kind":
            kind = value.casefold().removesuffix("s")
            if kind not in KINDS:
                raise UnknownName(f"there is no kind {value!r}", f"there are {', '.join(KINDS)}")
            return self.headed(ALL, [""], [kind])
        if name == "date":
            return self.between("h", first_day(value), last_day(value))
        axis = "r" if name.startswith("printed") else "h"
        if name.endswith("from"):
            return self.between(axis, first_day(value), None)
        return self.between(axis, None, last_day(value))

    def headed(self, field: str, values: Iterable[str], kinds: Sequence[str] | None = None) -> Marked:
        """Return the condition to stand under a heading with one of some values."""
        query = sa.select(heading.c.id).where(
            heading.c.kind.in_(kinds or self.kinds),
            heading.c.field == field,
            heading.c.value.in_(sorted(set(values))),
        )
        return Marked(tuple(f"h{number}" for number in sorted(self._conn.scalars(query))))

    def between(self, axis: str, first: date | None, last: date | None) -> Node:
        """Return the condition that a day lies in a period; open sides end where the archive does."""
        low, high = self.bounds(axis)
        begin = max(first or _FIRST, _day(low))
        end = min(last or _LAST, _day(high))
        return Marked(period_marks(axis, begin, end) if begin <= end else ())

    def bounds(self, axis: str) -> tuple[int, int]:
        """Return the first and last day of anything that is searched."""
        if axis not in self._bounds:
            column = listed.c.day if axis == "h" else listed.c.reported
            found: list[int] = []
            for number in self._every():
                known = sa.select(column).where(
                    listed.c.heading == number, column > NEVER, column < EVER
                )
                found += self._conn.scalars(known.order_by(column).limit(1))
                found += self._conn.scalars(known.order_by(column.desc()).limit(1))
            self._bounds[axis] = (min(found), max(found)) if found else (10101, 10101)
        return self._bounds[axis]

    def _every(self) -> list[int]:
        query = sa.select(heading.c.id).where(heading.c.kind.in_(self.kinds), heading.c.field == ALL)
        return list(self._conn.scalars(query))

    def filters(self, asked: Filters) -> list[Node]:
        """Return the conditions of filters, and the kinds."""
        found: list[Node] = [self.headed(ALL, [""])] if len(self.kinds) < len(KINDS) else []
        found += [self.headed("state", [state]) for state in asked.states]
        found += [self.headed("actor", asked.actors)] if asked.actors else []
        found += [self.headed("by", asked.by)] if asked.by else []
        found += [self.headed("by_state", [asked.by_state])] if asked.by_state else []
        found += [self.headed("issue", [asked.issue])] if asked.issue else []
        found += [self._field("outlet", asked.outlet)] if asked.outlet else []
        if asked.since or asked.until:
            found.append(self.between("h", asked.since, asked.until))
        if asked.reported_since or asked.reported_until:
            found.append(self.between("r", asked.reported_since, asked.reported_until))
        return [*found, self.between("r", None, asked.as_of)] if asked.as_of else found


def _day(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)


def _count(conn: Connection, node: Node, asked: Filters) -> int | None:
    found = matching(conn, node)
    if asked.article:
        found = sa.select(entry.c.n).where(entry.c.article == asked.article, entry.c.n.in_(found))
    some = found.limit(COUNTED + 1).subquery()
    count = int(conn.execute(sa.select(sa.func.count()).select_from(some)).scalar_one())
    return count if count <= COUNTED else None


def _pool(
    conn: Connection,
    asking: _Asking,
    node: Node,
    asked: Filters,
    sort: SearchSort,
    total: int | None,
) -> list[_Hit]:
    """Return the hits that are looked at: all, or the latest of very many, a year at a time."""
    if asked.article:
        within = sa.select(entry.c.n).where(
            entry.c.article == asked.article, entry.c.n.in_(matching(conn, node))
        )
        return _hits(conn, conn.scalars(within.limit(POOL)).all())
    if total is not None and total <= POOL:
        return _hits(conn, conn.scalars(matching(conn, node)).all())
    low, high = asking.bounds("h")
    years: list[Marked] = [
        Marked((f"hy{year}",)) for year in range(high // 10_000, low // 10_000 - 1, -1)
    ]
    if sort == "earliest":
        years.reverse()
    found: list[int] = []
    for year in [*years, Marked(("hnone",))]:
        found += _of_year(conn, Every((node, year)), sort)
        if len(found) >= POOL:
            break
    return _hits(conn, found[: 2 * POOL])


def _of_year(conn: Connection, node: Every, sort: SearchSort) -> list[int]:
    """Return the hits of a year: all, or those of its last months where they are very many."""
    found = list(conn.scalars(matching(conn, node).limit(POOL + 1)).all())
    mark = node.parts[-1]
    if len(found) <= POOL or not isinstance(mark, Marked) or mark.marks == ("hnone",):
        return found[:POOL]
    year = mark.marks[0].removeprefix("hy")
    months = [Marked((f"hm{year}{month:02}",)) for month in range(12, 0, -1)]
    if sort == "earliest":
        months.reverse()
    found = []
    for month in months:
        found += conn.scalars(matching(conn, Every((node, month))).limit(POOL)).all()
        if len(found) >= POOL:
            break
    return found


def _hits(conn: Connection, numbers: Sequence[int]) -> list[_Hit]:
    found: list[_Hit] = []
    columns = ("n", "head", "kind", "row_id", "article", "day", "at", "headings")
    for first in range(0, len(numbers), 500):
        query = sa.select(*(entry.c[name] for name in columns))
        query = query.where(entry.c.n.in_(numbers[first : first + 500]))
        for n, head, kind, row, article, day, at, headings in conn.execute(query).all():
            found.append(_Hit(n, head, kind, row, article, day, at, tuple(headings)))
    return found


def _apart(conn: Connection, pool: Sequence[_Hit]) -> list[_Hit]:
    """Leave out the articles whose rows are there, and the positions and forecasts whose statements
    are: they are found by those."""
    told = {hit.article for hit in pool if hit.kind != "article"}
    said = {hit.row for hit in pool if hit.kind == "statement"}
    repeated: set[str] = set()
    for table in (tables.position, tables.forecast):
        ids = [hit.row for hit in pool if hit.kind == table.name]
        for first in range(0, len(ids), 500):
            query = sa.select(table.c.id, table.c.statement)
            chosen = conn.execute(query.where(table.c.id.in_(ids[first : first + 500])))
            repeated |= {key for key, statement in chosen if statement in said}
    return [
        hit
        for hit in pool
        if hit.row not in repeated and (hit.kind != "article" or hit.article not in told)
    ]


def _once(ordered: Iterable[tuple[Key, _Hit]]) -> list[tuple[Key, _Hit]]:
    """Return the first of the reports of each item."""
    found: dict[int, tuple[Key, _Hit]] = {}
    for key, hit in ordered:
        found.setdefault(hit.head, (key, hit))
    return list(found.values())


def _ordered(
    conn: Connection, pool: Sequence[_Hit], wanted: Sequence[Sought], sort: SearchSort
) -> list[tuple[Key, _Hit]]:
    """Return hits with their keys, in order."""
    keyed: list[tuple[Key, _Hit]]
    if sort != "best" or not wanted:
        sign = 1 if sort == "earliest" else -1
        keyed = [((0, sign * hit.day, hit.at), hit) for hit in pool]
    else:
        scores = _scores(conn, pool, wanted)
        keyed = [((-scores.get(hit.n, 0), -hit.day, hit.at), hit) for hit in pool]
    return sorted(keyed, key=lambda one: (one[0], one[1].n))


def _scores(conn: Connection, pool: Sequence[_Hit], wanted: Sequence[Sought]) -> dict[int, int]:
    found: dict[int, int] = {}
    numbers = [hit.n for hit in pool]
    whole = {hit.n for hit in pool if hit.kind == "article"}
    for first in range(0, len(numbers), 500):
        chosen = searched.c.n.in_(numbers[first : first + 500])
        query = sa.select(searched.c.n, searched.c.words).where(chosen)
        for n, words in conn.execute(query).all():
            rated = score if n in whole else score_row
            found[n] = round(1000 * rated(words, wanted))
    return found


def _headed(
    conn: Connection, pool: Iterable[_Hit]
) -> tuple[Mapping[tuple[str, str], int], Mapping[str, str]]:
    """Return how many hits stand under each heading (field, value), and an article of each outlet."""
    counts: Counter[int] = Counter()
    sample: dict[int, str] = {}
    for hit in pool:
        counts.update(hit.headings)
        sample.update(dict.fromkeys(hit.headings, hit.article))
    found: Counter[tuple[str, str]] = Counter()
    outlets: dict[str, str] = {}
    numbers = sorted(counts)
    for first in range(0, len(numbers), 500):
        query = sa.select(heading.c.id, heading.c.field, heading.c.value)
        for number, field, value in conn.execute(
            query.where(heading.c.id.in_(numbers[first : first + 500]))
        ).all():
            found[field, value] += counts[number]
            if field == "outlet":
                outlets[value] = sample[number]
    return found, outlets
