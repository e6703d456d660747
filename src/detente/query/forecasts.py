"""The forecasts of an archive."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions
from detente.query.folding import outlooks
from detente.query.views import Outlook
from detente.records import Forecast, When
from detente.store import load, tables


def forecasts(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    due_by: date | None = None,
) -> list[Outlook]:
    """Return forecasts in the order in which they were made, the same claim of one person together.

    `due_by` keeps those whose horizon has surely passed by that day, and marks them due; without it
    due is what had passed when the latest article of the archive was published.
    """
    asked = asked or Filters()
    rows = load(conn, Forecast, *conditions("forecast", asked))
    if due_by:
        rows = [row for row in rows if row.horizon.end and row.horizon.end < due_by]
    desk = desk_for(conn, (row.article for row in rows), reference)
    known = When(None, due_by or _latest(conn))
    return outlooks(rows, desk, known)[: asked.limit]


def _latest(conn: Connection) -> date | None:
    """Return the last day on which an article of the archive was surely published."""
    day = conn.execute(sa.select(sa.func.max(tables.article.c.published_start))).scalar()
    return date.fromisoformat(day) if day else None
