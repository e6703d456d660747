"""The sentences of articles as text, cut from the articles: nothing else of them is read."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import tables

_CHUNK = 300


def sentences_in(conn: Connection, articles: Iterable[str]) -> dict[tuple[str, int], str]:
    """Return the sentences of articles, each on one line, by `Article.id` and number from 1."""
    ids, table = sorted(set(articles)), tables.article.c
    found: dict[tuple[str, int], str] = {}
    for first in range(0, len(ids), _CHUNK):
        query = sa.select(table.id, table.text, table.sentences).where(
            table.id.in_(ids[first : first + _CHUNK])
        )
        for article, text, ranges in conn.execute(query.order_by(table.id)):
            for number, (start, end) in enumerate(ranges, 1):
                found[article, number] = " ".join(text[start:end].split())
    return found
