"""What outcomes of forecasts are made of, read out of an archive: no more of it than may matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Event, Link, Meeting, Statement
from detente.store import tables
from detente.store.loading import load
from detente.store.own import shown_ids

R = TypeVar("R", Meeting, Event, Statement)
_CHUNK = 300
_MADE = sa.func.coalesce(tables.article.c.published_end, tables.article.c.published_start)


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """A forecast, as far as it takes to say which rows may settle it."""

    id: str
    """`Forecast.id`."""
    article: str
    """`Article.id`."""
    claim: str
    """Its words."""
    made: date | None
    """The last day on which its article can have been published."""
    due: date | None
    """The end of its horizon."""


def claims_of(conn: Connection, articles: Sequence[str]) -> list[Claim]:
    """Return the forecasts that articles make, in order of ids."""
    return sorted(
        claim
        for chunk in _chunks(articles)
        for claim in _claims(conn, tables.forecast.c.article.in_(chunk))
    )


def claims_between(conn: Connection, until: date, since: date, reach: int) -> list[Claim]:
    """Return the forecasts printed before a day that a row of another day may still settle.

    `reach` is how many days past its horizon, or past the day it was made, a forecast is open.
    """
    left = (since - timedelta(days=reach)).isoformat()
    last = sa.func.coalesce(tables.forecast.c.horizon_end, _MADE)
    return sorted(_claims(conn, until.isoformat() > _MADE, last >= left))


def _claims(conn: Connection, *where: sa.ColumnElement[bool]) -> list[Claim]:
    forecast, article = tables.forecast.c, tables.article.c
    columns = (forecast.id, forecast.article, forecast.claim, _MADE, forecast.horizon_end)
    query = sa.select(*columns).join(tables.article, forecast.article == article.id).where(*where)
    return [
        Claim(key, of, claim, _day(made), _day(end))
        for key, of, claim, made, end in conn.execute(query).all()
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def told_between(conn: Connection, record: type[R], after: date, until: date) -> list[str]:
    """Return the ids of the meetings or events told after a day, of days (their own, else of print) up
    to another."""
    table, article = tables.table_of(record), tables.article
    day = sa.func.coalesce(table.c.date_start, article.c.published_start)
    query = (
        sa.select(table.c.id)
        .join(article, table.c.article == article.c.id)
        .where(article.c.published_start > after.isoformat())
        .where(day > after.isoformat(), day <= until.isoformat())
    )
    return list(conn.scalars(query.order_by(table.c.id)).all())


def told_in(conn: Connection, record: type[R], articles: Sequence[str]) -> list[str]:
    """Return the ids of the meetings, events or statements of some articles."""
    column = tables.table_of(record).c
    return [
        key
        for chunk in _chunks(articles)
        for key in conn.scalars(sa.select(column.id).where(column.article.in_(chunk))).all()
    ]


def said_again(conn: Connection, forecasts: Sequence[str], after: date, until: date) -> list[str]:
    """Return the ids of what those who made forecasts said in articles printed after a day, up to
    another.

    Somebody is the registry's actor; of one whom only articles know, those under the same name.
    """
    forecast, actor, statement = tables.forecast.c, tables.actor.c, tables.statement.c
    article = tables.article.c
    speakers: set[str] = set()
    for chunk in _chunks(forecasts):
        made = sa.select(forecast.forecaster_actor_id).where(forecast.id.in_(chunk)).distinct()
        names = sa.select(actor.name).where(actor.id.in_(made), actor.id.like("local:%"))
        speakers.update(key for key in conn.scalars(made).all() if key)
        speakers.update(conn.scalars(sa.select(actor.id).where(actor.name.in_(names))).all())
    printed = sa.select(article.id).where(
        article.published_start > after.isoformat(), article.published_start <= until.isoformat()
    )
    query = sa.select(statement.id).where(statement.article.in_(printed))
    return [
        key
        for chunk in _chunks(sorted(speakers))
        for key in conn.scalars(query.where(statement.speaker_actor_id.in_(chunk))).all()
    ]


def named_in(
    conn: Connection, articles: Iterable[str]
) -> list[tuple[str, str, str | None, tuple[tuple[int, int], ...]]]:
    """Return (article, words, actor, ranges) of every mention in articles; actors as they are shown."""
    mention, evidence = tables.mention.c, tables.evidence.c
    shown = shown_ids(conn)
    columns = (mention.article, mention.id, mention.text, mention.actor_id)
    found = []
    for chunk in _chunks(sorted(set(articles))):
        places: dict[str, list[tuple[int, int]]] = {}
        ranges = sa.select(evidence.row_id, evidence.start, evidence.end)
        for key, start, end in conn.execute(
            ranges.where(evidence.article.in_(chunk), evidence.kind == "mention")
        ).all():
            places.setdefault(key, []).append((start, end))
        for article, key, text, actor in conn.execute(
            sa.select(*columns).where(mention.article.in_(chunk))
        ).all():
            found.append((article, text, shown.get(actor, actor), tuple(places.get(key, ()))))
    return found


def outcomes_of(conn: Connection, forecasts: Sequence[str], relations: Sequence[str]) -> list[Link]:
    """Return the links of these relations that begin at forecasts, in order of ids."""
    link = tables.link.c
    found = [
        one
        for chunk in _chunks(forecasts)
        for one in load(conn, Link, link.relation.in_(relations), link.left.in_(chunk))
    ]
    return sorted(found, key=lambda one: one.id)


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
