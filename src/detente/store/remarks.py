"""The statements that may report the same remarks as some articles do, read out of an archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Statement
from detente.store import tables
from detente.store.loading import load_ids

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
) -> list[Statement]:
    """Return the statements of some articles, and those of their speakers printed near them in time.

    A speaker is the registry's actor; of one whom only articles know, and of people without a name
    ("officials"), those whose name is the same when it is folded. "Near" is within so many days of any
    of the articles; an article without a date is near to all.
    """
    ours = load_ids(conn, Statement, statements_of(conn, articles))
    statement, part = tables.statement.c, tables.participant.c
    near = _near(conn, articles, days)
    others: set[str] = set()
    speakers = sorted({row.speaker.actor_id for row in ours if row.speaker.actor_id})
    for first in range(0, len(speakers), _CHUNK):
        chosen = statement.speaker_actor_id.in_(speakers[first : first + _CHUNK])
        others.update(conn.scalars(sa.select(statement.id).where(chosen, near(statement.article))))
    names = {folded(row.speaker.name) for row in ours if not _is_known(row.speaker.actor_id)}
    if names:
        known: dict[str, bool] = {}
        unknown = sa.or_(part.actor_id.is_(None), part.actor_id.startswith("local:"))
        query = sa.select(part.row_id, part.name).where(part.role == "speaker", unknown)
        for key, name in conn.execute(query.where(near(part.article))):
            if name not in known:
                known[name] = folded(name) in names
            if known[name]:
                others.add(key)
    found = {row.id: row for row in ours}
    found |= {row.id: row for row in load_ids(conn, Statement, sorted(others - set(found)))}
    return [found[key] for key in sorted(found)]


def _is_known(actor: str | None) -> bool:
    return actor is not None and not actor.startswith("local:")


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
        for start, end in conn.execute(query.where(article.id.in_(chunk))):
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
