"""The forecasts of an archive."""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import outlooks
from detente.query.outcomes import Record, record_of, with_outcomes
from detente.query.views import Outlook
from detente.records import Forecast, When
from detente.store import load, tables


def forecasts(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    due_by: date | None = None,
    due_within: int | None = None,
    open_only: bool = False,
) -> list[Outlook]:
    """Return forecasts in the order in which they were made, the same claim of one person together.

    `due_by` keeps those whose horizon has surely passed by that day, and marks them due; without it
    due is what had passed when the latest article of the archive was published. `due_within` keeps
    those whose horizon ends in so many days from there, `open_only` those that no later report settles.
    """
    asked = asked or Filters()
    rows = load(conn, Forecast, *conditions("forecast", asked))
    if due_by:
        rows = [row for row in rows if row.horizon.end and row.horizon.end < due_by]
    desk = desk_for(conn, (row.article for row in rows), reference)
    latest = _latest(conn)
    if due_within is not None and latest:
        until = latest + timedelta(days=due_within)
        rows = [row for row in rows if row.horizon.end and latest <= row.horizon.end <= until]
    found = with_outcomes(conn, outlooks(rows, desk, When(None, due_by or latest)), reference)
    if open_only:
        found = [item for item in found if not item.outcome or item.outcome.verdict == "unclear"]
    return found[: asked.limit]


def expert(conn: Connection, reference: Reference, asked: Filters) -> Record:
    """Return the record of whoever the filter's actors are: each forecast beside what came of it."""
    return record_of(forecasts(conn, reference, asked))


def _latest(conn: Connection) -> date | None:
    """Return the last day on which an article of the archive was surely published."""
    day = conn.execute(sa.select(sa.func.max(tables.article.c.published_start))).scalar()
    return date.fromisoformat(day) if day else None
