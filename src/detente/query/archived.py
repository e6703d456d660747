"""The desk and the rows of an archive: what the queries on each kind begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.bare import bare_articles
from detente.query.desk import Desk, Reference, desk_of
from detente.query.ends import of_relation
from detente.query.refs import shorten, shortest
from detente.records import (
    Actor,
    Article,
    Attitude,
    Event,
    Extraction,
    Forecast,
    Link,
    Meeting,
    Mention,
    Position,
    Statement,
)
from detente.store import all_sentences, load, load_ids, tables

_CHUNK = 400
R = TypeVar("R", Actor, Mention, Statement, Meeting, Event, Position, Forecast, Attitude)


def desk_for(conn: Connection, articles: Iterable[str], reference: Reference) -> Desk:
    """Return the desk for some articles of an archive; short ids are unique in all of it."""
    wanted, copies = _with_copies(conn, articles)
    desk = desk_of(load_ids(conn, Article, wanted), copies, reference)
    return replace(desk, short=short_ids(conn, wanted))


def bare_desk_for(
    conn: Connection,
    articles: Iterable[str],
    reference: Reference,
    copies: Sequence[Link] | None = None,
) -> Desk:
    """Return the same with articles that have no text, lines, authors or captions (`query.bare`).

    `copies` are the links between their copies, where these have been read already.
    """
    wanted, copies = _with_copies(conn, articles, copies)
    by_id = {one.id: one for one in bare_articles(conn, wanted)}
    desk = desk_of([by_id[key] for key in wanted if key in by_id], copies, reference)
    return replace(desk, short=short_ids(conn, wanted))


def _with_copies(
    conn: Connection, articles: Iterable[str], copies: Sequence[Link] | None = None
) -> tuple[list[str], list[Link]]:
    """Return the ids of articles and then of their copies, and the links between them."""
    wanted = sorted(set(articles))
    copies = copies_of(conn, wanted) if copies is None else list(copies)
    beside = {end for link in copies for end in (link.left, link.right)}.difference(wanted)
    return [*wanted, *sorted(beside)], copies


def copies_of(conn: Connection, articles: Sequence[str]) -> list[Link]:
    """Return the links between copies of one text that lead to any of these articles, or on from there.

    So the origin of an article is the same whichever others are asked for.
    """
    link = tables.link.c
    columns = (link.id, link.left, link.right, link.score, link.reason, link.decided_by)
    found: dict[str, Link] = {}
    seen, fresh = set(articles), list(articles)
    while fresh:
        ends: set[str] = set()
        for first in range(0, len(fresh), _CHUNK):
            for end in (link.left, link.right):
                query = sa.select(*columns).where(
                    end.in_(fresh[first : first + _CHUNK]), of_relation("same-text")
                )
                near = [
                    Link(key, left, right, "same-text", *rest)
                    for key, left, right, *rest in conn.execute(query)
                ]
                found |= {one.id: one for one in near}
                ends |= {key for one in near for key in (one.left, one.right)}
        fresh = sorted(ends - seen)
        seen |= ends
    return [found[key] for key in sorted(found)]


def short_ids(conn: Connection, articles: Sequence[str] | None = None) -> dict[str, str]:
    """Return the shortest beginnings of articles' ids that no other article of the archive has.

    Of all articles where none are given.
    """
    article = tables.article
    if articles is None:
        return shorten(conn.scalars(sa.select(article.c.id)))
    beside = article.alias()
    before = sa.select(sa.func.max(beside.c.id)).where(beside.c.id < article.c.id).scalar_subquery()
    after = sa.select(sa.func.min(beside.c.id)).where(beside.c.id > article.c.id).scalar_subquery()
    found: dict[str, str] = {}
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        query = sa.select(article.c.id, before, after).where(article.c.id.in_(chunk))
        found |= {key: shortest(key, neighbours) for key, *neighbours in conn.execute(query)}
    return found


def opened(
    conn: Connection, record: type[R], items: Sequence[Sequence[str]], reference: Reference
) -> tuple[list[list[R]], Desk]:
    """Return the rows of some items, given as ids, and the desk for their articles, without texts."""
    rows = {row.id: row for row in load_ids(conn, record, (one for item in items for one in item))}
    desk = bare_desk_for(conn, (row.article or "" for row in rows.values()), reference)
    return [[rows[one] for one in item if one in rows] for item in items], desk


def same_meeting(conn: Connection) -> list[Link]:
    """Return the links between reports of one meeting."""
    return load(conn, Link, tables.link.c.relation == "same-meeting")


def same_statement(conn: Connection) -> list[Link]:
    """Return the links between reports of one remark."""
    return load(conn, Link, tables.link.c.relation == "same-statement")


def links_at(conn: Connection, ends: Iterable[str], *relations: str) -> list[Link]:
    """Return the links of some relations that have one of these rows at an end, in order of their ids.

    Looked up by their ends: the cost is that of the rows, however many links there are.
    """
    link, wanted = tables.link.c, sorted(set(ends))
    found: dict[str, Link] = {}
    for first in range(0, len(wanted), _CHUNK):
        for end in (link.left, link.right):
            near = load(conn, Link, of_relation(*relations), end.in_(wanted[first : first + _CHUNK]))
            found |= {one.id: one for one in near}
    return [found[key] for key in sorted(found)]


def linked_rows(found: Iterable[Extraction]) -> set[str]:
    """Return the ids of the meetings and statements of articles: the rows that reports share."""
    found = list(found)
    met = {row.id for one in found for row in one.meetings}
    return met | {row.id for one in found for row in one.statements}


def extractions(conn: Connection, articles: Sequence[str]) -> list[Extraction]:
    """Return articles of an archive with everything they yield, in the order of the ids."""
    found: list[Extraction] = []
    for first in range(0, len(articles), _CHUNK):
        ids = articles[first : first + _CHUNK]
        ranges = all_sentences(conn, ids)
        actors = _by_article(conn, Actor, ids)
        mentions = _by_article(conn, Mention, ids)
        statements = _by_article(conn, Statement, ids)
        meetings = _by_article(conn, Meeting, ids)
        events = _by_article(conn, Event, ids)
        positions = _by_article(conn, Position, ids)
        forecasts = _by_article(conn, Forecast, ids)
        attitudes = _by_article(conn, Attitude, ids)
        found += [
            Extraction(
                article=article,
                sentences=ranges[article.id],
                actors=actors.get(article.id, ()),
                mentions=mentions.get(article.id, ()),
                statements=statements.get(article.id, ()),
                meetings=meetings.get(article.id, ()),
                events=events.get(article.id, ()),
                positions=positions.get(article.id, ()),
                forecasts=forecasts.get(article.id, ()),
                attitudes=attitudes.get(article.id, ()),
            )
            for article in load_ids(conn, Article, ids)
        ]
    return found


def _by_article(conn: Connection, record: type[R], ids: Sequence[str]) -> dict[str, tuple[R, ...]]:
    """Return the records of one class that articles yield, by article."""
    found: dict[str, list[R]] = {}
    for row in load(conn, record, tables.table_of(record).c.article.in_(ids)):
        found.setdefault(row.article or "", []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}
