"""The statements that may report the same remarks as some articles do, read out of an archive."""

from __future__ import annotations

from collections.abc import Sequence
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


def statements_beside(conn: Connection, articles: Sequence[str], days: int) -> list[Statement]:
    """Return the statements of some articles, and those of their speakers printed near them in time.

    A speaker is the registry's actor; of one whom only articles know, those under the same name; of
    nobody in particular, those with the very same words. "Near" is within so many days of any of the
    articles; an article without a date is near to all.
    """
    ours = load_ids(conn, Statement, statements_of(conn, articles))
    statement, actor = tables.statement.c, tables.actor.c
    speakers = {row.speaker.actor_id for row in ours if row.speaker.actor_id}
    names = {row.speaker.name for row in ours if (row.speaker.actor_id or "").startswith("local:")}
    near = _near(conn, articles, days)
    found = {row.id: row for row in ours}
    others: set[str] = set()
    for column, values in (
        (statement.speaker_actor_id, sorted(speakers)),
        (statement.content, sorted({row.content for row in ours if row.speaker.actor_id is None})),
    ):
        for first in range(0, len(values), _CHUNK):
            chosen = column.in_(values[first : first + _CHUNK])
            others.update(conn.scalars(sa.select(statement.id).where(chosen, near)))
    for first in range(0, len(names), _CHUNK):
        local = sa.select(actor.id).where(actor.name.in_(sorted(names)[first : first + _CHUNK]))
        chosen = statement.speaker_actor_id.in_(local)
        others.update(conn.scalars(sa.select(statement.id).where(chosen, near)))
    found |= {row.id: row for row in load_ids(conn, Statement, sorted(others - set(found)))}
    return [found[key] for key in sorted(found)]


def _near(conn: Connection, articles: Sequence[str], days: int) -> sa.ColumnElement[bool]:
    """Return the condition that a statement's article was printed near any of these."""
    article, statement = tables.article.c, tables.statement.c
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
        return sa.true()
    begin = (date.fromisoformat(min(firsts)) - timedelta(days=days)).isoformat()
    stop = (date.fromisoformat(max(lasts)) + timedelta(days=days)).isoformat()
    near = sa.select(article.id).where(
        sa.or_(
            sa.and_(article.published_end >= begin, article.published_start <= stop),
            article.published_start.is_(None),
            article.published_end.is_(None),
        )
    )
    return statement.article.in_(near)
