"""The desk and the rows of an archive: what the queries on each kind begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.desk import Desk, Reference, desk_of
from detente.query.refs import shorten
from detente.records import (
    Actor,
    Article,
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


def extractions(conn: Connection, articles: Sequence[str]) -> list[Extraction]:
    """Return articles of an archive with everything they yield, in the order of the ids."""
    found: list[Extraction] = []
    for article in load_ids(conn, Article, articles):
        key = article.id
        found.append(
            Extraction(
                article=article,
                sentences=sentences_of(conn, key),
                actors=tuple(load(conn, Actor, tables.actor.c.article == key)),
                mentions=tuple(load(conn, Mention, tables.mention.c.article == key)),
                statements=tuple(load(conn, Statement, tables.statement.c.article == key)),
                meetings=tuple(load(conn, Meeting, tables.meeting.c.article == key)),
                events=tuple(load(conn, Event, tables.event.c.article == key)),
                positions=tuple(load(conn, Position, tables.position.c.article == key)),
                forecasts=tuple(load(conn, Forecast, tables.forecast.c.article == key)),
            )
        )
    return found
