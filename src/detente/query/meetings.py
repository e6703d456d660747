"""The meetings, calls and visits of an archive."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.engine import Connection

from detente.query.archived import opened
from detente.query.beside import with_what_is_beside
from detente.query.desk import Reference
from detente.query.encounters import encounter_of
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.query.paging import USUAL, Page, Sort, every
from detente.query.views import Encounter, Form, Status
from detente.records import Meeting


def meetings(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    form: Form | None = None,
    status: Status | None = None,
) -> list[Encounter]:
    """Return encounters in order of time: linked reports together, out of the rows that fit.

    `form` and `status` are those of the encounter as a whole. Several states must all take part.
    """
    asked = asked or Filters()
    asked = replace(asked, kind=form or asked.kind, status=status or asked.status)

    def read(limit: int, after: str | None) -> Page[Encounter]:
        return page_of_meetings(conn, reference, asked, limit=limit, after=after)

    return every(read, asked.limit)


def page_of_meetings(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    sort: Sort = "day",
    limit: int = USUAL,
    after: str | None = None,
) -> Page[Encounter]:
    """Return a page of encounters, the reports of one meeting together; see `query.paging`.

    A report that does not fit the filters is not among the rows of its encounter. `asked.kind` (a
    form) and `asked.status` are those of the encounter as all its reports tell it.
    """
    found = find_page(conn, "meeting", asked or Filters(), sort=sort, limit=limit, after=after)
    groups, desk = opened(conn, Meeting, found.items, reference)
    items = [encounter_of(group, desk) for group in groups if group]
    return Page(tuple(with_what_is_beside(conn, items, reference)), found.next, found.total)
