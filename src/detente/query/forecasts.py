"""The forecasts of an archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import opened
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.folding import outlook_of
from detente.query.listing import find_page
from detente.query.outcomes import Record, record_of, with_outcomes
from detente.query.paging import USUAL, Page, Sort, every
from detente.query.views import Outlook
from detente.query.waiting import with_reasons
from detente.records import Forecast, When
from detente.store import tables


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
    latest = _latest(conn)
    if due_by:
        asked = replace(asked, due_until=due_by - timedelta(days=1))
    if due_within is not None and latest:
        asked = replace(asked, due_since=latest, due_until=latest + timedelta(days=due_within))
    ends = When(None, due_by or latest)

    def read(limit: int, after: str | None) -> Page[Outlook]:
        return page_of_forecasts(conn, reference, asked, limit=limit, after=after, known_until=ends)

    if not open_only:
        return every(read, asked.limit)
    found = every(read)
    found = [item for item in found if not item.outcome or item.outcome.verdict == "unclear"]
    return found[: asked.limit]


def page_of_forecasts(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    sort: Sort = "day",
    limit: int = USUAL,
    after: str | None = None,
    known_until: When | None = None,
) -> Page[Outlook]:
    """Return a page of forecasts with what came of them, the same claim of one person together.

    `day` is when they were made; `asked.due_since` and `due_until` bound the end of their horizon. Due
    are those whose horizon ended by `known_until`, the last day of print where it is not given. See
    `query.paging`.
    """
    found = find_page(conn, "forecast", asked or Filters(), sort=sort, limit=limit, after=after)
    groups, desk = opened(conn, Forecast, found.items, reference)
    latest = _latest(conn)
    until = known_until or When(None, latest)
    made = [outlook_of(group, desk, until) for group in groups if group]
    told = with_outcomes(conn, made, reference)
    return Page(tuple(with_reasons(conn, told, latest)), found.next, found.total)


def expert(
    conn: Connection, reference: Reference, asked: Filters, *, most: int | None = None
) -> Record:
    """Return the record of whoever the filter's actors are: each forecast beside what came of it.

    `most` is how many it rests on, those that were printed last; else all.
    """
    if most is None:
        return record_of(forecasts(conn, reference, asked))
    page = page_of_forecasts(conn, reference, asked, sort="-reported", limit=most)
    found = record_of(tuple(reversed(page.items)))
    return replace(found, left_out=max(0, (page.total or 0) - len(page.items)))


def _latest(conn: Connection) -> date | None:
    """Return the last day on which an article of the archive was surely published."""
    day = conn.execute(sa.select(sa.func.max(tables.article.c.published_start))).scalar()
    return date.fromisoformat(day) if day else None
