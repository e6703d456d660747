"""Rows of several articles that tell one thing become one item of a list, and are kept as one.

What belongs together is decided by links (`same-meeting`, `same-statement`), and by the words where one
actor is given the same ones in print of the same weeks. It is worked out for the articles that are new
or changed, and for what their rows were and are now shown with; nothing else is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import bare_desk_for
from detente.query.desk import Desk, Reference
from detente.query.encounters import encounter_of, together
from detente.query.folding import WORD, act_of, outlook_of, same_words, saying_of, stand_of
from detente.query.groups import grouped
from detente.query.times import anchor, told_on
from detente.records import Link, When
from detente.store import Item, load, set_items, tables
from detente.store.days import EVER, NEVER, number_of
from detente.store.entering import SAID, anchored
from detente.store.entries import entry
from detente.store.shelf import Shelf

WINDOW = 200
"""Difference of two days as whole numbers (20130507) up to which the same words are one saying: two
months, as far as links go; across a turn of the year it is less than two months."""
_CHUNK = 400
_LINKS = {"meeting": "same-meeting", "statement": "same-statement"}
_KINDS = ("meeting", "statement", "position", "forecast", "event")


def regroup(
    conn: Connection, articles: Sequence[str], reference: Reference, shelf: Shelf | None = None
) -> int:
    """Work out afresh which rows of some articles are shown as one; return how many items have several.

    Follows the links, so it comes after them; `shelf` has rows that were opened to make them.
    """
    shelf = shelf or Shelf(conn)
    of_kind: dict[str, dict[str, Any]] = {kind: {} for kind in _KINDS}
    for chunk in _chunks(articles):
        for key, line in _lines(conn, entry.c.article.in_(chunk)).items():
            if line.kind in of_kind:
                of_kind[line.kind][key] = line
    joined = {kind: _joined(conn, kind, lines) for kind, lines in of_kind.items()}
    rows = {
        kind: {row.id: row for row in shelf.take(tables.ROW_KINDS[kind], ids)}
        for kind, (ids, _) in joined.items()
    }
    if not any(rows.values()):
        return 0
    desk = bare_desk_for(
        conn, (row.article for some in rows.values() for row in some.values()), reference
    )
    items: list[Item] = []
    for kind, (ids, pairs) in joined.items():
        if kind == "meeting":
            groups = _meetings(conn, list(rows[kind].values()), desk)
        else:
            found = grouped(ids, pairs)
            groups = [[rows[kind][key] for key in one if key in rows[kind]] for one in found]
        items += [_item(kind, group, desk) for group in groups if group]
    set_items(conn, items)
    return sum(len(item.rows) > 1 for item in items)


def _joined(
    conn: Connection, kind: str, lines: dict[str, Any]
) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the rows of a kind that are or were shown with others, some of them in `lines`, and the
    pairs of them that are one."""
    pairs = _grown(conn, kind, lines)
    pairs += _within_articles(conn, kind, lines.values())
    before: defaultdict[int, list[str]] = defaultdict(list)
    for key, line in lines.items():
        before[line.head].append(key)
    joined = {key for pair in pairs for key in pair}
    joined |= {key for group in before.values() if len(group) > 1 for key in group}
    return sorted(joined), pairs


def _item(kind: str, rows: Sequence[Any], desk: Desk) -> Item:
    """Return rows as the item that lists show, put where its view says it was."""
    seen: Any
    if kind == "meeting":
        met = encounter_of(rows, desk)
        ids = tuple(row.id for row in met.rows)
        published = desk.articles[met.rows[0].article].published
        values = {"kind": met.form, "status": met.status}
        return Item(ids, number_of(anchor(met.date)), number_of(anchor(published)), values)
    if kind == "forecast":
        told = outlook_of(rows, desk, When())
        day = number_of(anchor(told.made))
        return Item(told.same, day, day)
    if kind == "statement":
        seen = saying_of(rows, desk, lambda _: None)
    else:
        seen = stand_of(rows, desk) if kind == "position" else act_of(rows, desk)
    day = number_of(told_on(seen.row.date, seen.reported))
    return Item(seen.same, day, number_of(anchor(seen.reported)))


def _meetings(conn: Connection, rows: Sequence[Any], desk: Desk) -> list[list[Any]]:
    link = tables.link.c
    links: list[Link] = []
    for chunk in _chunks([row.id for row in rows]):
        links += load(conn, Link, link.left.in_(chunk), _is(link.relation, "same-meeting"))
    return together(rows, links, desk)


def _grown(conn: Connection, kind: str, lines: dict[str, Any]) -> list[tuple[str, str]]:
    """Add to some entries all that may be one item with any of them; return the pairs that are."""
    pairs: dict[tuple[str, str], None] = {}
    fresh = list(lines)
    while fresh:
        found: dict[str, Any] = {}
        for chunk in _chunks(sorted({lines[key].head for key in fresh})):
            found |= _lines(conn, entry.c.head.in_(chunk))
        if relation := _LINKS.get(kind):
            ends = _linked(conn, relation, fresh)
            pairs |= dict.fromkeys(ends)
            beyond = {key for pair in ends for key in pair} - lines.keys() - found.keys()
            for chunk in _chunks(sorted(beyond)):
                found |= _lines(conn, entry.c.row_id.in_(chunk))
        same = {lines[key].words for key in fresh if lines[key].words is not None}
        for chunk in _chunks(sorted(same)):
            found |= _lines(conn, entry.c.words.in_(chunk), sa.func.trim(entry.c.kind) == kind)
        fresh = [key for key in found if key not in lines]
        lines |= found
    return [*pairs, *_alike(lines.values())]


def _alike(lines: Iterable[Any]) -> list[tuple[str, str]]:
    """Return the pairs of entries that say the same of the same actor and were printed near each other.

    Of the entries with the same words each is compared with the one before it in time.
    """
    by_words: defaultdict[int, list[Any]] = defaultdict(list)
    for line in lines:
        if line.words is not None:
            by_words[line.words].append(line)
    pairs = []
    for same in by_words.values():
        same.sort(key=lambda line: (anchored(line.out_first, line.out_last), line.row_id))
        pairs += [(one.row_id, other.row_id) for one, other in pairwise(same) if _near(one, other)]
    return pairs


def _near(one: Any, other: Any) -> bool:
    if NEVER in (one.out_first, other.out_first) or EVER in (one.out_last, other.out_last):
        return True
    return bool(other.out_first - one.out_last <= WINDOW)


def _within_articles(conn: Connection, kind: str, lines: Iterable[Any]) -> list[tuple[str, str]]:
    """Return the pairs of rows of one article that give one actor words of which one text holds the
    other: what is said above the text is said again in it."""
    if kind not in SAID:
        return []
    by_who: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for line in lines:
        if line.who is not None:
            by_who[line.article, line.who].append(line.row_id)
    several = [sorted(keys) for keys in by_who.values() if len(keys) > 1]
    table = tables.metadata.tables[kind].c
    said: dict[str, list[str]] = {}
    for chunk in _chunks([key for keys in several for key in keys]):
        for key, text in conn.execute(
            sa.select(table.id, table[SAID[kind]]).where(table.id.in_(chunk))
        ).all():
            said[key] = WORD.findall(text.casefold())
    return [
        (one, other)
        for keys in several
        for at, one in enumerate(keys)
        for other in keys[at + 1 :]
        if same_words(said[one], said[other])
    ]


def _linked(conn: Connection, relation: str, ids: Sequence[str]) -> list[tuple[str, str]]:
    link = tables.link.c
    found: dict[tuple[str, str], None] = {}
    for chunk in _chunks(ids):
        for end in (link.left, link.right):
            query = sa.select(link.left, link.right).where(end.in_(chunk), _is(link.relation, relation))
            found |= dict.fromkeys((left, right) for left, right in conn.execute(query).all())
    return list(found)


def _is(column: sa.ColumnElement[str], value: str) -> sa.ColumnElement[bool]:
    return sa.func.coalesce(column, "") == value


def _lines(conn: Connection, *where: sa.ColumnElement[bool]) -> dict[str, Any]:
    columns = ("row_id", "kind", "article", "head", "who", "words", "out_first", "out_last")
    query = sa.select(*(entry.c[name] for name in columns)).where(*where)
    return {line.row_id: line for line in conn.execute(query).all()}


def _chunks(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
