"""Articles without their texts: what lists and series show of them, read without what they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Article
from detente.store import tables
from detente.store.fields import WHEN_PARTS, when_of

_CHUNK = 500
_NAMES = ("id", "path", "title", "outlet", "origin", "access", "cut_off", "language", "url")


def bare_articles(conn: Connection, ids: Sequence[str]) -> Iterator[Article]:
    """Yield the articles with these ids, with an empty text, no lines, authors or captions.

    In no order; unknown ids are left out. A text is most of what an article costs to read.
    """
    table = tables.article
    columns = [table.c[name] for name in _NAMES]
    when = [table.c[f"published_{part}"] for part in WHEN_PARTS]
    for first in range(0, len(ids), _CHUNK):
        query = sa.select(*columns, *when).where(table.c.id.in_(ids[first : first + _CHUNK]))
        for row in conn.execute(query):
            values: dict[str, Any] = dict(zip(_NAMES, row, strict=False))
            published = when_of(row[len(_NAMES) :])
            yield Article(text="", format="text", encoding="", lines=(), published=published, **values)
