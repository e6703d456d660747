"""What links are made of, read out of an archive, and the links that a change makes stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Link, When
from detente.store import tables
from detente.store.fields import WHEN_PARTS, when_of
from detente.store.loading import load
from detente.store.writing import put_links

_CHUNK = 500
_CROWD = 200
"""A run of words that so many articles share is boilerplate and tells no copy."""


def meetings_beside(conn: Connection, meetings: Iterable[str]) -> list[str]:
    """Return the ids, in order, of the meetings that share an actor or a state with any of these,
    themselves among them."""
    part = tables.participant
    keys: dict[str, set[str]] = {"actor_id": set(), "state": set()}
    for chunk in _chunks(list(meetings)):
        # Participants lie under their article.
        of = sa.select(tables.meeting.c.article).where(tables.meeting.c.id.in_(chunk))
        query = sa.select(part.c.actor_id, part.c.state).where(part.c.article.in_(of))
        query = query.where(part.c.row_id.in_(chunk))
        for actor_id, state in conn.execute(query.where(part.c.kind == "meeting").distinct()).all():
            keys["actor_id"].add(actor_id)
            keys["state"].add(state)
    found: set[str] = set()
    for column, values in keys.items():
        for chunk in _chunks(sorted(value for value in values if value)):
            query_ids = sa.select(part.c.row_id).where(
                part.c.kind == "meeting", part.c[column].in_(chunk)
            )
            found.update(conn.scalars(query_ids).all())
    return sorted(found)


def meetings_of(conn: Connection, articles: Sequence[str]) -> list[str]:
    """Return the ids of the meetings that articles tell."""
    column = tables.meeting.c
    return [
        one
        for chunk in _chunks(articles)
        for one in conn.scalars(sa.select(column.id).where(column.article.in_(chunk))).all()
    ]


def namesakes(conn: Connection, articles: Sequence[str], folded: Callable[[str], object]) -> list[str]:
    """Return the actors of some articles, and those of others whose folded name is the same."""
    actor = tables.actor.c
    names: dict[str, object] = {}
    keys: list[tuple[str, object, str | None]] = []
    for key, name, article in conn.execute(sa.select(actor.id, actor.name, actor.article)).all():
        if name not in names:
            names[name] = folded(name)
        keys.append((key, names[name], article))
    ours = set(articles)
    wanted = {name for _, name, article in keys if article in ours}
    return sorted(key for key, name, _ in keys if name in wanted)


def published_of(conn: Connection, articles: Iterable[str]) -> dict[str, When]:
    """Return the day of publication of articles by their ids."""
    table = tables.article
    columns = [table.c[f"published_{part}"] for part in WHEN_PARTS]
    found: dict[str, When] = {}
    for chunk in _chunks(sorted(set(articles))):
        for one, *parts in conn.execute(
            sa.select(table.c.id, *columns).where(table.c.id.in_(chunk))
        ).all():
            found[one] = when_of(parts)
    return found


def alike(conn: Connection, articles: Sequence[str], shared: int) -> list[tuple[str, str]]:
    """Return the pairs of articles, one of them among these, whose sketches share so many hashes."""
    mine, theirs = tables.sketch.alias("mine"), tables.sketch.alias("theirs")
    found: set[tuple[str, str]] = set()
    for chunk in _chunks(articles):
        hashes = sa.select(tables.sketch.c.hash).where(tables.sketch.c.article.in_(chunk))
        crowded = (
            sa.select(tables.sketch.c.hash)
            .where(tables.sketch.c.hash.in_(hashes))
            .group_by(tables.sketch.c.hash)
            .having(sa.func.count() > _CROWD)
        )
        query = (
            sa.select(mine.c.article, theirs.c.article)
            .join(theirs, mine.c.hash == theirs.c.hash)
            .where(mine.c.article.in_(chunk), theirs.c.article != mine.c.article)
            .where(mine.c.hash.not_in(crowded))
            .group_by(mine.c.article, theirs.c.article)
            .having(sa.func.count() >= shared)
        )
        found.update((min(pair), max(pair)) for pair in map(tuple, conn.execute(query)))
    return sorted(found)


def replace_links(conn: Connection, relation: str, links: Iterable[Link], ends: Iterable[str]) -> int:
    """Make the machine's links of a relation that touch some rows be exactly these; return how many.

    Links that touch none of the rows are left alone, and so is every link a reader decided.
    """
    touched = set(ends)
    wanted = [link for link in links if link.left in touched or link.right in touched]
    table = tables.link
    stale: set[str] = set()
    for chunk in _chunks(sorted(touched)):
        either = sa.or_(table.c.left.in_(chunk), table.c.right.in_(chunk))
        stale.update(
            conn.scalars(sa.select(table.c.id).where(table.c.relation == relation, either)).all()
        )
    put_links(conn, wanted, stale - {link.id for link in wanted})
    return len(wanted)


def links_of(conn: Connection, relation: str) -> list[Link]:
    """Return every link of a relation, in order of ids."""
    return load(conn, Link, tables.link.c.relation == relation)


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
