"""Everything the machine writes into an archive; each function runs inside a transaction of its caller.

Ids are hashes of content, so a row that is there already is left alone, and writing the same thing
twice changes nothing. What an article yields is deleted and inserted together with the note in `work`
that it is done: a build killed at any moment has whole articles only, and goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.sql.compiler import IdentifierPreparer

from detente.records import Article, Extraction, Link
from detente.store import kept, tables
from detente.store.cataloguing import catalogue, entered, uncatalogue
from detente.store.correcting import apply_corrections
from detente.store.fields import WHEN_PARTS, when_values
from detente.store.rows import Batch, Values, codec_of, columns_of, encode_article, encode_extraction

EXTRACT = "extract"
"""The stage of `work` that yields an article's rows."""
LINK = "link"
"""The stage that compares them with those of other articles; it follows every EXTRACT."""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Built:
    """What one article yielded, encoded: what a worker hands to the writer."""

    article: str
    """`Article.id`."""
    published: Values
    """The five parts of its date, as far as the pipeline could narrow it."""
    sentences: tuple[tuple[int, int], ...]
    """The ranges of its sentences."""
    batch: Batch
    """Its rows."""


def encode(extraction: Extraction) -> Built:
    """Return an extraction as it is written. Raises EvidenceError when a row's words are not there."""
    return Built(
        extraction.article.id,
        when_values(extraction.article.published),
        extraction.sentences,
        encode_extraction(extraction),
    )


def add_articles(conn: Connection, articles: Iterable[Article]) -> list[str]:
    """Write articles as they were read and return the ids of those that were not there before."""
    by_id = {article.id: article for article in articles}
    known = known_articles(conn, list(by_id))
    new = [article for article in by_id.values() if article.id not in known]
    for table in ("article", "evidence"):
        _insert(conn, table, [row for one in new for row in encode_article(one)[table]])
    catalogue(conn, [article.id for article in new])
    return [article.id for article in new]


def known_articles(conn: Connection, ids: Sequence[str]) -> set[str]:
    """Return which of these articles the archive has."""
    column = tables.article.c.id
    found: set[str] = set()
    for chunk in _chunks(ids):
        found.update(conn.scalars(sa.select(column).where(column.in_(chunk))).all())
    return found


def put(conn: Connection, built: Sequence[Built], version: str) -> None:
    """Replace the rows of articles by these, and note that they are done at this version."""
    ids = [one.article for one in built]
    if not ids:
        return
    before = entered(conn, ids)
    _clear(conn, ids)
    for name in tables.OF_ARTICLE:
        _insert(conn, name, [row for one in built for row in one.batch.get(name, ())])
    columns = [f"published_{part}" for part in WHEN_PARTS]
    conn.execute(
        sa.update(tables.article)
        .where(tables.article.c.id == sa.bindparam("b_id"))
        .values({"sentences": sa.bindparam("b_sentences", type_=sa.JSON)})
        .values({column: sa.bindparam(f"b_{column}") for column in columns}),
        [
            {"b_id": one.article, "b_sentences": one.sentences}
            | {f"b_{column}": value for column, value in zip(columns, one.published, strict=True)}
            for one in built
        ],
    )
    work = tables.work
    for chunk in _chunks(ids):
        conn.execute(sa.delete(work).where(work.c.stage == LINK, work.c.article.in_(chunk)))
    note(conn, [(article, None) for article in ids], version)
    apply_corrections(conn, ids)
    catalogue(conn, ids, before)


def note(
    conn: Connection,
    outcomes: Sequence[tuple[str, str | None]],
    version: str,
    stage: str = EXTRACT,
) -> None:
    """Note for each article that a stage is done at a version, or the error with which it failed."""
    work = tables.work
    ids = [article for article, _ in outcomes]
    before: dict[str, tuple[str, int]] = {}
    for chunk in _chunks(ids):
        query = sa.select(work.c.article, work.c.version, work.c.attempts).where(
            work.c.stage == stage, work.c.article.in_(chunk)
        )
        before |= {article: (seen, attempts) for article, seen, attempts in conn.execute(query).all()}
        conn.execute(sa.delete(work).where(work.c.stage == stage, work.c.article.in_(chunk)))
    rows = []
    for article, error in outcomes:
        seen, attempts = before.get(article, (version, 0))
        rows.append(
            {
                "article": article,
                "stage": stage,
                "version": version,
                "state": "failed" if error else "done",
                "attempts": attempts + 1 if seen == version else 1,
                "error": error,
            }
        )
    if rows:
        conn.execute(sa.insert(work), rows)


def drop_rows(conn: Connection, articles: Sequence[str]) -> None:
    """Delete what articles yielded; the articles stay. For those that fail at a new version."""
    before = entered(conn, articles)
    _clear(conn, articles)
    catalogue(conn, articles, before)


def put_links(conn: Connection, links: Iterable[Link], stale: Iterable[str] = ()) -> None:
    """Write the machine's links and delete stale ones; a link that a reader decided is left alone, and
    one that a reader said no to is not written again."""
    table = tables.link
    machine = table.c.decided_by == "machine"
    for chunk in _chunks(list(stale)):
        conn.execute(sa.delete(table).where(machine, table.c.id.in_(chunk)))
    rows = [codec_of(Link).encode(link) for link in links]
    refused: set[str] = set()
    for chunk in _chunks([row[0] for row in rows]):
        conn.execute(sa.delete(table).where(machine, table.c.id.in_(chunk)))
        no = sa.select(kept.reviewed.c.item).where(kept.reviewed.c.verdict == "no")
        refused.update(conn.scalars(no.where(kept.reviewed.c.item.in_(chunk))).all())
    _insert(conn, "link", [row for row in rows if row[0] not in refused])


def _clear(conn: Connection, articles: Sequence[str]) -> None:
    """Delete the rows of articles; the evidence of the article itself (its cut-off) stays."""
    uncatalogue(conn, articles)
    for chunk in _chunks(articles):
        _unlink(conn, chunk)
        for name in tables.OF_ARTICLE:
            table = tables.metadata.tables[name]
            stale = sa.delete(table).where(table.c.article.in_(chunk))
            if name == "evidence":
                stale = stale.where(table.c.kind != "article")
            conn.execute(stale)


def _unlink(conn: Connection, articles: Sequence[str]) -> None:
    """Delete the machine's links of rows that are about to go; links of articles themselves stay."""
    link = tables.link
    for kind in ("meeting", "actor"):
        table = tables.metadata.tables[kind]
        ids = sa.select(table.c.id).where(table.c.article.in_(articles))
        either = sa.or_(link.c.left.in_(ids), link.c.right.in_(ids))
        conn.execute(sa.delete(link).where(link.c.decided_by == "machine", either))


def _insert(conn: Connection, table: str, rows: list[Values]) -> None:
    """Insert rows that are not there yet, straight through the driver: SQLAlchemy's own handling of
    parameters would cost more than SQLite does."""
    if rows:
        conn.exec_driver_sql(
            _statement(table, conn.dialect.identifier_preparer, conn.dialect.paramstyle), rows
        )


@cache
def _statement(table: str, preparer: IdentifierPreparer, paramstyle: str) -> str:
    """Return an INSERT that both databases understand, with one mark a value."""
    columns = columns_of(table)
    names = ", ".join(preparer.quote(column) for column in columns)
    marks = ", ".join(["?" if paramstyle == "qmark" else "%s"] * len(columns))
    return f"INSERT INTO {preparer.quote(table)} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"


def _chunks(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
