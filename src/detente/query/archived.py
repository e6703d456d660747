"""The desk and the rows of an archive: what the queries on each kind begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.desk import Desk, Reference, desk_of
from detente.query.refs import shorten
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
from detente.store import load, load_ids, sentences_of, tables

_CHUNK = 200
R = TypeVar("R", Actor, Mention, Statement, Meeting, Event, Position, Forecast, Attitude)


def desk_for(conn: Connection, articles: Iterable[str], reference: Reference) -> Desk:
    """Return the desk for some articles of an archive; short ids are unique in all of it."""
    wanted = sorted(set(articles))
    copies = load(conn, Link, tables.link.c.relation == "same-text")
    desk = desk_of(load_ids(conn, Article, wanted), copies, reference)
    return replace(desk, short=short_ids(conn))


def short_ids(conn: Connection) -> dict[str, str]:
    """Return the short id of every article of an archive."""
    return shorten(conn.scalars(sa.select(tables.article.c.id)))


def same_meeting(conn: Connection) -> list[Link]:
    """Return the links between reports of one meeting."""
    return load(conn, Link, tables.link.c.relation == "same-meeting")


def same_statement(conn: Connection) -> list[Link]:
    """Return the links between reports of one remark."""
    return load(conn, Link, tables.link.c.relation == "same-statement")


def extractions(conn: Connection, articles: Sequence[str]) -> list[Extraction]:
    """Return articles of an archive with everything they yield, in the order of the ids."""
    found: list[Extraction] = []
    for first in range(0, len(articles), _CHUNK):
        ids = articles[first : first + _CHUNK]
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
                sentences=sentences_of(conn, article.id),
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
