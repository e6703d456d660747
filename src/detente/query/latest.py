"""The record of two states out of the articles on both that were printed last: a bounded read.

Where the archive has no more than `MOST` articles on the two in the period, it is the whole record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import bare_desk_for, extractions, linked_rows, links_at
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.query.relation import relationship_of
from detente.query.views import Relationship
from detente.records import Extraction, Link

MOST = 80
"""Articles that a page of a relationship rests on at most."""


@dataclass(frozen=True, slots=True)
class Latest:
    """A record, and whether it is all there is."""

    record: Relationship
    """The record."""
    more: bool
    """Whether there are earlier articles on the two in the period that it does not rest on."""


def latest(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    most: int = MOST,
) -> Latest:
    """Return the record of two states out of the articles on both that were printed last.

    The days bound what happened, as in `query.relationship`; with `since` or `until`, articles that
    were printed outside of the period are used too as long as there are few enough. Raises UnknownName
    for a period that ends before it begins.
    """
    ids, more = latest_articles(conn, reference, left, right, since, until, as_of, most)
    found = extractions(conn, ids)
    desk = bare_desk_for(conn, ids, reference)
    whole = {one.article.id: one.article for one in found}
    desk = replace(desk, articles={**desk.articles, **whole})
    record = relationship_of(
        found,
        _links(conn, found),
        desk,
        left,
        right,
        since=since,
        until=until,
        as_of=as_of,
    )
    return Latest(record, more)


def latest_articles(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    most: int = MOST,
) -> tuple[list[str], bool]:
    """Return the ids of the articles on two states that were printed last, and whether there are more.

    Days and errors are as in `latest`.
    """
    if since and until and since > until:
        raise UnknownName(f"no days from {since} to {until}", "a period begins before it ends")
    asked = Filters(states=(left, right), as_of=as_of)
    page = find_page(conn, "article", asked, sort="-reported", limit=most, counted=False)
    if page.next and (since or until):
        asked = Filters(states=(left, right), as_of=as_of, reported_since=since, reported_until=until)
        page = find_page(conn, "article", asked, sort="-reported", limit=most, counted=False)
    return sorted(key for item in page.items for key in item), page.next is not None


def _links(conn: Connection, found: Iterable[Extraction]) -> list[Link]:
    """Return the links between the meetings and remarks of some articles."""
    here = linked_rows(found)
    links = links_at(conn, here, "same-meeting", "same-statement")
    return [one for one in links if one.left in here and one.right in here]
