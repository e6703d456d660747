"""The articles of an archive."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.views import ArticleView
from detente.store import tables


def articles(
    conn: Connection,
    reference: Reference,
    *,
    outlet: str | None = None,
    as_of: date | None = None,
    limit: int | None = None,
) -> list[ArticleView]:
    """Return articles in order of publication; those without a date come last."""
    article = tables.article
    query = sa.select(article.c.id)
    if outlet:
        query = query.where(sa.func.lower(article.c.outlet) == outlet.lower())
    if as_of:
        query = query.where(article.c.published_end <= as_of.isoformat())
    found = list(conn.scalars(query))
    desk = desk_for(conn, found, reference)
    return [desk.view(key) for key in sorted(found, key=desk.order)][:limit]
