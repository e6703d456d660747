"""Rows of an archive become records again; the words of their evidence are cut from the article."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Article, Evidence
from detente.store import tables
from detente.store.fields import when_of
from detente.store.own import as_shown
from detente.store.rows import Codec, codec_of
from detente.store.writing import EXTRACT, LINK

R = TypeVar("R")
_CHUNK = 500


def load(
    conn: Connection,
    record: type[R],
    *where: sa.ColumnElement[bool],
    order_by: Sequence[Any] = (),
    limit: int | None = None,
) -> list[R]:
    """Return the records of one class that fulfil every condition, evidence and all.

    Participants are shown as the reader judged them and as links between actors say; conditions see
    them as they were read.

    `where` and `order_by` are written with the columns of `tables`; several tables may be named in
    them through `sa.exists` or `in_`. Without an order, rows come by article and place in the text.

        load(conn, Statement, tables.statement.c.speaker_actor_id == "person:sergei-lavrov")
    """
    codec = codec_of(record)
    table = tables.table_of(record)
    query = sa.select(*(table.c[name] for name in codec.columns)).where(*where)
    query = query.order_by(*(order_by or _in_order(table))).limit(limit)
    found = list(_decoded(conn, codec, [tuple(row) for row in conn.execute(query).all()]))
    return as_shown(conn, found, codec.people) if codec.kind in tables.ROW_KINDS else found


def load_ids(conn: Connection, record: type[R], ids: Iterable[str]) -> list[R]:
    """Return the records with these ids, in the order of the ids; unknown ids are left out."""
    wanted = list(dict.fromkeys(ids))
    table = tables.table_of(record)
    found: dict[str, R] = {}
    for chunk in _chunks(wanted):
        found |= {one.id: one for one in load(conn, record, table.c.id.in_(chunk))}  # type: ignore[attr-defined]
    return [found[one] for one in wanted if one in found]


def load_articles_as_read(conn: Connection, ids: Sequence[str]) -> list[Article]:
    """Return articles as they were read, before the pipeline narrowed their dates."""
    table = tables.article
    read: dict[str, Any] = {}
    for chunk in _chunks(ids):
        query = sa.select(table.c.id, table.c.published_read).where(table.c.id.in_(chunk))
        read |= {one: when_of(parts) for one, parts in conn.execute(query).all()}
    return [
        dataclasses.replace(article, published=read[article.id])
        for article in load_ids(conn, Article, ids)
    ]


def sentences_of(conn: Connection, article: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of an article's sentences; empty when it is not built or not there."""
    query = sa.select(tables.article.c.sentences).where(tables.article.c.id == article)
    return tuple((start, end) for start, end in conn.execute(query).scalar() or ())


def all_sentences(conn: Connection, articles: Sequence[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the ranges of the sentences of several articles, by the ids of these that are there."""
    table, found = tables.article.c, {}
    for chunk in _chunks(list(articles)):
        query = sa.select(table.id, table.sentences).where(table.id.in_(chunk))
        for key, ranges in conn.execute(query).all():
            found[key] = tuple((start, end) for start, end in ranges or ())
    return found


def texts_of(conn: Connection, articles: Iterable[str]) -> dict[str, str]:
    """Return the text of articles by their ids."""
    found: dict[str, str] = {}
    for chunk in _chunks(list(dict.fromkeys(articles))):
        query = sa.select(tables.article.c.id, tables.article.c.text).where(
            tables.article.c.id.in_(chunk)
        )
        found.update((one, text) for one, text in conn.execute(query).all())
    return found


def pending(conn: Connection, version: str, attempts: int = 3) -> list[str]:
    """Return the ids of the articles that are not done at a version, in order of their paths.

    One that failed is tried again until it has failed `attempts` times at this version.
    """
    article, work = tables.article, tables.work
    over = sa.and_(
        work.c.version == version, sa.or_(work.c.state == "done", work.c.attempts >= attempts)
    )
    query = (
        sa.select(article.c.id)
        .outerjoin(work, sa.and_(work.c.article == article.c.id, work.c.stage == EXTRACT))
        .where(sa.or_(work.c.article.is_(None), sa.not_(over)))
        .order_by(article.c.path, article.c.id)
    )
    return list(conn.scalars(query).all())


def unlinked(conn: Connection) -> list[str]:
    """Return the ids of the articles that have rows which were not compared with those of others."""
    done, linked = tables.work.alias("done"), tables.work.alias("linked")
    query = (
        sa.select(done.c.article)
        .outerjoin(linked, sa.and_(linked.c.article == done.c.article, linked.c.stage == LINK))
        .where(done.c.stage == EXTRACT, done.c.state == "done", linked.c.article.is_(None))
        .order_by(done.c.article)
    )
    return list(conn.scalars(query).all())


def failures(conn: Connection) -> list[tuple[str, str, str]]:
    """Return (article id, path, error) of every article whose extraction failed."""
    article, work = tables.article, tables.work
    query = (
        sa.select(article.c.id, article.c.path, work.c.error)
        .join(work, work.c.article == article.c.id)
        .where(work.c.state == "failed")
        .order_by(article.c.path, article.c.id)
    )
    return [(one, path, error or "") for one, path, error in conn.execute(query).all()]


def counts(conn: Connection) -> dict[str, int]:
    """Return how many rows each table of records has."""
    return {
        name: conn.execute(sa.select(sa.func.count()).select_from(tables.table_of(record))).scalar_one()
        for record, name in tables.RECORDS.items()
    }


def _in_order(table: sa.Table) -> tuple[Any, ...]:
    names = [name for name in ("article", "sentence", "path", "id") if name in table.c]
    return tuple(table.c[name] for name in names)


def _decoded(conn: Connection, codec: Codec, rows: list[tuple[Any, ...]]) -> Iterator[Any]:
    at_id = codec.columns.index("id")
    if codec.record is Article:
        at_text = codec.columns.index("text")
        ranges = _ranges(conn, codec.kind, [(row[at_id], row[at_id]) for row in rows])
        for row in rows:
            cut = [_cut(row[at_text], *one) for one in ranges.get(row[at_id], ())]
            yield codec.decode(row, cut[0] if cut else None)
    elif codec.kind in tables.ROW_KINDS:
        at_article = codec.columns.index("article")
        ranges = _ranges(conn, codec.kind, [(row[at_article], row[at_id]) for row in rows])
        texts = texts_of(conn, (row[at_article] for row in rows))
        for row in rows:
            text = texts[row[at_article]]
            yield codec.decode(row, tuple(_cut(text, *one) for one in ranges.get(row[at_id], ())))
    else:
        for row in rows:
            yield codec.decode(row, ())


def _ranges(
    conn: Connection, kind: str, rows: Sequence[tuple[str, str]]
) -> dict[str, list[tuple[int, int, Any, int]]]:
    """Return (start, end, role, sentence) of the evidence of (article, row id)s, by row id."""
    table = tables.evidence
    wanted: dict[str, set[str]] = defaultdict(set)
    for article, row_id in rows:
        wanted[article].add(row_id)
    few = len(rows) <= _CHUNK
    found: dict[str, list[tuple[int, int, Any, int]]] = defaultdict(list)
    columns = [table.c[name] for name in ("row_id", "start", "end", "role", "sentence")]
    for chunk in _chunks(list(wanted)):
        query = sa.select(*columns).where(table.c.article.in_(chunk), table.c.kind == kind)
        if few:
            query = query.where(table.c.row_id.in_({one for key in chunk for one in wanted[key]}))
        for row_id, *place in conn.execute(
            query.order_by(table.c.article, table.c.row_id, table.c.n)
        ).all():
            found[row_id].append(tuple(place))
    return found


def _cut(text: str, start: int, end: int, role: Any, sentence: int) -> Evidence:
    return Evidence(start, end, text[start:end], role, sentence)


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
