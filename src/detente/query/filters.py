"""What a reader asks rows for becomes conditions on the tables: the same for every kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from detente.store import own, tables
from detente.store.entering import KIND_COLUMNS, MAIN_ROLES


@dataclass(frozen=True, slots=True)
class Filters:
    """What rows must fulfil; everything left out is not asked for."""

    states: tuple[str, ...] = ()
    """ISO 3166-1 alpha-3: each must have a participant in the row."""
    actors: tuple[str, ...] = ()
    """`Actor.id`s: one of them must take part in the row."""
    issue: str | None = None
    """`Issue.id` that the row must be about."""
    since: date | None = None
    """First day, inclusive; a row without a date is taken at the day of its article."""
    until: date | None = None
    """Last day, inclusive."""
    as_of: date | None = None
    """Only rows of articles that were surely out by this day."""
    article: str | None = None
    """`Article.id`."""
    outlet: str | None = None
    """Name of the outlet that the row's article is of, in any case of letters."""
    reported_since: date | None = None
    """First day of publication, inclusive; an article without a day can be of any."""
    reported_until: date | None = None
    """Last day of publication, inclusive."""
    by: tuple[str, ...] = ()
    """`Actor.id`s of which one must be the speaker, holder or forecaster."""
    by_state: str | None = None
    """ISO 3166-1 alpha-3 of the state that the speaker, holder or forecaster is of."""
    any_state: bool = False
    """Whether one of `states` is enough."""
    kind: str | None = None
    """What the row says of its own kind: the form of a meeting, the kind of a statement, the type of an
    event, the polarity of a position."""
    status: str | None = None
    """What came of a meeting: held, planned, sought, postponed, cancelled, declined."""
    due_since: date | None = None
    """First day on which the horizon of a forecast may end; one with an open horizon fits none."""
    due_until: date | None = None
    """Last day on which it may end."""
    limit: int | None = None
    """Most rows; None for all."""


def conditions(kind: str, asked: Filters) -> list[sa.ColumnElement[bool]]:
    """Return the conditions that rows of a kind (the name of its table) must fulfil."""
    row = tables.metadata.tables[kind]
    participant, issue, article = tables.participant, tables.row_issue, tables.article
    found: list[sa.ColumnElement[bool]] = []
    taking_part = [
        row.c.id.in_(sa.select(participant.c.row_id).where(of_state(participant, state)))
        for state in asked.states
    ]
    found += [sa.or_(*taking_part)] if asked.any_state and taking_part else taking_part
    found += _by(row, asked)
    if asked.outlet:
        printed = sa.select(article.c.id).where(sa.func.lower(article.c.outlet) == asked.outlet.lower())
        found.append(row.c.article.in_(printed))
    if asked.reported_since or asked.reported_until:
        bounds = Filters(since=asked.reported_since, until=asked.reported_until)
        when = _within(article.c.published_start, article.c.published_end, bounds)
        found.append(row.c.article.in_(sa.select(article.c.id).where(when)))
    if asked.kind and kind in KIND_COLUMNS:
        found.append(row.c[KIND_COLUMNS[kind]] == asked.kind)
    if asked.status and "status" in row.c:
        found.append(row.c.status == asked.status)
    if asked.due_since and "horizon_end" in row.c:
        found.append(row.c.horizon_end >= asked.due_since.isoformat())
    if asked.due_until and "horizon_end" in row.c:
        found.append(row.c.horizon_end <= asked.due_until.isoformat())
    if asked.actors:
        taking = sa.select(participant.c.row_id).where(participant.c.actor_id.in_(asked.actors))
        found.append(row.c.id.in_(taking))
    if asked.issue:
        found.append(row.c.id.in_(sa.select(issue.c.row_id).where(issue.c.issue == asked.issue)))
    if asked.article:
        found.append(row.c.article == asked.article)
    if asked.as_of:
        out = sa.select(article.c.id).where(article.c.published_end <= asked.as_of.isoformat())
        found.append(row.c.article.in_(out))
    if asked.since or asked.until:
        found.append(_in_time(row, asked))
    return found


def _by(row: sa.Table, asked: Filters) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on who speaks, holds or foretells; of other kinds, on who takes part."""
    if not asked.by and not asked.by_state:
        return []
    main = MAIN_ROLES.get(row.name)
    table = tables.participant if main is None else row
    begin = f"{main}_" if main else ""
    found: list[sa.ColumnElement[bool]] = []
    found += [table.c[f"{begin}actor_id"].in_(asked.by)] if asked.by else []
    found += [of_state(table, asked.by_state, begin)] if asked.by_state else []
    if main is not None:
        return found
    return [row.c.id.in_(sa.select(table.c.row_id).where(one)) for one in found]


def of_state(table: sa.Table, state: str, field: str = "") -> sa.ColumnElement[bool]:
    """Return the condition that a participant is of a state; `field` begins the columns' names.

    One whom an article gives no state has that of the actor they are shown as.
    """
    shown = sa.select(own.identity.c.actor).where(own.identity.c.state == state)
    column = table.c[f"{field}state"]
    by_actor = sa.and_(column.is_(None), table.c[f"{field}actor_id"].in_(shown))
    return sa.or_(column == state, by_actor)


def _in_time(row: sa.Table, asked: Filters) -> sa.ColumnElement[bool]:
    """A date can fall into the period unless a known side of it lies outside (`times.within`)."""
    article = tables.article
    published = _within(article.c.published_start, article.c.published_end, asked)
    by_article = row.c.article.in_(sa.select(article.c.id).where(published))
    if "date_start" not in row.c:
        return by_article
    undated = sa.and_(row.c.date_start.is_(None), row.c.date_end.is_(None))
    dated = sa.and_(sa.not_(undated), _within(row.c.date_start, row.c.date_end, asked))
    return sa.or_(dated, sa.and_(undated, by_article))


def _within(
    start: sa.ColumnElement[str], end: sa.ColumnElement[str], asked: Filters
) -> sa.ColumnElement[bool]:
    parts: list[sa.ColumnElement[bool]] = [sa.true()]
    if asked.since:
        parts.append(sa.or_(end.is_(None), end >= asked.since.isoformat()))
    if asked.until:
        parts.append(sa.or_(start.is_(None), start <= asked.until.isoformat()))
    return sa.and_(*parts)
