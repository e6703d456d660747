"""The positions of an archive."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.engine import Connection

from detente.query.archived import opened
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.folding import stand_of
from detente.query.listing import find_page
from detente.query.paging import USUAL, Page, Sort, every
from detente.query.views import Stand
from detente.records import Position


def positions(
    conn: Connection, reference: Reference, asked: Filters | None = None, *, each: bool = False
) -> list[Stand]:
    """Return positions in order of when they were held, the same claim of one actor together.

    With `each` the positions of any one of the states that the filter names, not of all at once.
    """
    asked = asked or Filters()
    asked = replace(asked, any_state=each or asked.any_state)

    def read(limit: int, after: str | None) -> Page[Stand]:
        return page_of_positions(conn, reference, asked, limit=limit, after=after)

    return every(read, asked.limit)


def page_of_positions(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    sort: Sort = "day",
    limit: int = USUAL,
    after: str | None = None,
) -> Page[Stand]:
    """Return a page of positions, the same claim of one actor together; see `query.paging`.

    `asked.kind` is a polarity: for, against, mixed, unclear.
    """
    found = find_page(conn, "position", asked or Filters(), sort=sort, limit=limit, after=after)
    groups, desk = opened(conn, Position, found.items, reference)
    items = tuple(stand_of(group, desk) for group in groups if group)
    return Page(items, found.next, found.total)
