"""The articles of an archive."""

from __future__ import annotations

from datetime import date

from sqlalchemy.engine import Connection

from detente.query.archived import bare_desk_for
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.query.paging import USUAL, Page, Sort, every
from detente.query.views import ArticleView


def articles(
    conn: Connection,
    reference: Reference,
    *,
    outlet: str | None = None,
    as_of: date | None = None,
    limit: int | None = None,
) -> list[ArticleView]:
    """Return articles in order of publication; those without a date come last."""
    asked = Filters(outlet=outlet, as_of=as_of)

    def read(most: int, after: str | None) -> Page[ArticleView]:
        return page_of_articles(conn, reference, asked, limit=most, after=after)

    return every(read, limit)


def page_of_articles(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    sort: Sort = "day",
    limit: int = USUAL,
    after: str | None = None,
    counted: bool = True,
) -> Page[ArticleView]:
    """Return a page of articles in order of publication; see `query.paging`.

    An article has the actors and states that it names, and the issues that its rows are about. `day`
    and `reported` are one order. `counted` is as in `query.listing.find_page`.
    """
    found = find_page(
        conn, "article", asked or Filters(), sort=sort, limit=limit, after=after, counted=counted
    )
    desk = bare_desk_for(conn, (key for item in found.items for key in item), reference)
    return Page(tuple(desk.view(item[0]) for item in found.items), found.next, found.total)
