"""The statements that may report the same remarks as some articles do, read out of an archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import tables
from detente.store.own import identity

_CHUNK = 500


def statements_of(conn: Connection, articles: Sequence[str]) -> list[str]:
    """Return the ids of the statements that articles hold."""
    column = tables.statement.c
    found: list[str] = []
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        found += conn.scalars(sa.select(column.id).where(column.article.in_(chunk)))
    return found


def statements_beside(
    conn: Connection, articles: Sequence[str], days: int, folded: Callable[[str], object]
) -> list[str]:
    """Return the ids, in order, of the statements of some articles, and of those of their speakers
    printed near them in time.

    A speaker is the registry's actor; of one whom only articles know, and of people without a name
    ("officials"), those whose name is the same when it is folded. "Near" is within so many days of any
    of the articles; an article without a date is near to all.
    """
    statement, part = tables.statement.c, tables.participant.c
    near = _near(conn, articles, days)
    found = set(statements_of(conn, articles))
    speakers: set[str] = set()
    names: set[object] = set()
    for actor, name in _speakers_of(conn, articles):
        if actor:
            speakers.add(actor)
        if actor is None or actor.startswith("local:"):
            names.add(folded(name))
    known = sorted(speakers)
    for first in range(0, len(known), _CHUNK):
        chosen = statement.speaker_actor_id.in_(known[first : first + _CHUNK])
        found.update(conn.scalars(sa.select(statement.id).where(chosen, near(statement.article))).all())
    if names:
        named: dict[str, bool] = {}
        unknown = sa.or_(part.actor_id.is_(None), part.actor_id.startswith("local:"))
        query = sa.select(part.row_id, part.name).where(part.role == "speaker", unknown)
        for key, name in conn.execute(query.where(near(part.article))).all():
            if name not in named:
                named[name] = folded(name) in names
            if named[name]:
                found.add(key)
    return sorted(found)


def _speakers_of(conn: Connection, articles: Sequence[str]) -> set[tuple[str | None, str]]:
    """Return who speaks in articles, as the archive shows them: actor, or None, and name."""
    part, shown = tables.participant.c, identity.c
    columns = (
        sa.func.coalesce(shown.canonical, part.actor_id),
        sa.func.coalesce(shown.name, part.name),
    )
    seen = tables.participant.outerjoin(identity, shown.actor == part.actor_id)
    found: set[tuple[str | None, str]] = set()
    for first in range(0, len(articles), _CHUNK):
        query = sa.select(*columns).select_from(seen).where(part.role == "speaker")
        query = query.where(part.article.in_(articles[first : first + _CHUNK])).distinct()
        found.update((actor, name) for actor, name in conn.execute(query).all())
    return found


def _near(
    conn: Connection, articles: Sequence[str], days: int
) -> Callable[[sa.ColumnElement[str]], sa.ColumnElement[bool]]:
    """Return the condition, upon a column of articles, that one was printed near any of these."""
    article = tables.article.c
    firsts: list[str] = []
    lasts: list[str] = []
    undated = False
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        query = sa.select(article.published_start, article.published_end)
        for start, end in conn.execute(query.where(article.id.in_(chunk))).all():
            undated = undated or start is None or end is None
            firsts += [start] if start else []
            lasts += [end] if end else []
    if undated or not firsts:
        return lambda _: sa.true()
    begin = (date.fromisoformat(min(firsts)) - timedelta(days=days)).isoformat()
    stop = (date.fromisoformat(max(lasts)) + timedelta(days=days)).isoformat()
    near = sa.select(article.id).where(
        sa.or_(
            sa.and_(article.published_end >= begin, article.published_start <= stop),
            article.published_start.is_(None),
            article.published_end.is_(None),
        )
    )
    return lambda column: column.in_(near)
