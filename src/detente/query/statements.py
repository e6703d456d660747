"""The statements of an archive."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.engine import Connection

from detente.query.archived import opened
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.folding import saying_of
from detente.query.listing import find_page
from detente.query.paging import USUAL, Page, Sort, every
from detente.query.views import Saying
from detente.records import Participant, Statement


def statements(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    by: tuple[str, ...] = (),
    speaker_state: str | None = None,
) -> list[Saying]:
    """Return statements in order of when they were said, the reports of one remark together.

    `by` are `Actor.id`s of which one must speak, `speaker_state` the state that the speaker is of;
    `asked.actors` and `asked.states` are also fulfilled by an addressee.
    """
    asked = asked or Filters()
    asked = replace(asked, by=by or asked.by, by_state=speaker_state or asked.by_state)

    def read(limit: int, after: str | None) -> Page[Saying]:
        return page_of_statements(conn, reference, asked, limit=limit, after=after)

    return every(read, asked.limit)


def page_of_statements(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    sort: Sort = "day",
    limit: int = USUAL,
    after: str | None = None,
) -> Page[Saying]:
    """Return a page of statements, the reports of one remark together; see `query.paging`.

    A report that does not fit the filters is not among the rows of its remark. `asked.kind` is one of
    direct, indirect and the others of `Statement.kind`.
    """
    found = find_page(conn, "statement", asked or Filters(), sort=sort, limit=limit, after=after)
    groups, desk = opened(conn, Statement, found.items, reference)
    items = tuple(saying_of(group, desk, _no_side) for group in groups if group)
    return Page(items, found.next, found.total)


def _no_side(_: Participant) -> None:
    return None
