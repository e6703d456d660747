"""The record of two states out of the articles on both that were printed last: a bounded read.

Where the archive has no more than `MOST` articles on the two in the period, it is the whole record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import bare_desk_for, extractions
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.query.relation import relationship_of
from detente.query.views import Relationship
from detente.records import Extraction, Link
from detente.store import load, tables

MOST = 80
"""Articles that a page of a relationship rests on at most."""
_CHUNK = 400
_RELATIONS = ("same-meeting", "same-statement")


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
    record = relationship_of(
        found,
        _links(conn, found),
        bare_desk_for(conn, ids, reference),
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
    page = find_page(conn, "article", asked, sort="-reported", limit=most)
    if page.next and (since or until):
        asked = Filters(states=(left, right), as_of=as_of, reported_since=since, reported_until=until)
        page = find_page(conn, "article", asked, sort="-reported", limit=most)
    return sorted(key for item in page.items for key in item), page.next is not None


def _links(conn: Connection, found: Iterable[Extraction]) -> list[Link]:
    """Return the links between the meetings and remarks of some articles."""
    ids = [row.id for one in found for row in one.meetings]
    ids += [row.id for one in found for row in one.statements]
    link = tables.link.c
    links: dict[str, Link] = {}
    # Written so that no index serves the relation: links are looked up by their ends.
    relation = sa.func.coalesce(link.relation, "").in_(_RELATIONS)
    for chunk in _chunks(ids):
        for one in load(conn, Link, relation, link.left.in_(chunk)):
            links[one.id] = one
    here = set(ids)
    return [one for one in links.values() if one.right in here]


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
