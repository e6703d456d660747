"""The links of the rows of some articles, made afresh: each kind out of what may touch them only."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from detente.link import (
    folded_name,
    is_vague,
    link_actors,
    link_copies,
    link_fates,
    link_meetings,
    link_statements,
)
from detente.link.copies import SHARED_HASHES
from detente.link.statements import WINDOW as REMARKS
from detente.linking.forecasts import link_forecasts
from detente.records import Actor, Article, Meeting, Statement
from detente.store import (
    alike,
    load_ids,
    meetings_beside,
    meetings_of,
    namesakes,
    published_of,
    replace_links,
)
from detente.store.remarks import statements_beside, statements_of
from detente.store.shelf import Shelf


def relink(conn: Connection, articles: Sequence[str], shelf: Shelf | None = None) -> int:
    """Make the links of some articles' rows, and of the vague rows beside them, afresh.

    Rows that it opens stay open on the shelf.
    """
    shelf = shelf or Shelf(conn)
    pairs = alike(conn, articles, SHARED_HASHES)
    texts = {one.id: one for one in load_ids(conn, Article, {key for pair in pairs for key in pair})}
    copies = link_copies((texts[left], texts[right]) for left, right in pairs)
    made = replace_links(conn, "same-text", copies, articles)

    named = load_ids(conn, Actor, namesakes(conn, articles, folded_name))
    made += replace_links(conn, "same-actor", link_actors(named), {actor.id for actor in named})

    fresh = set(meetings_of(conn, articles))
    beside = shelf.take(Meeting, meetings_beside(conn, fresh))
    vague = {row.id for row in beside if is_vague(row)}
    rows = shelf.take(Meeting, meetings_beside(conn, vague | fresh)) if vague - fresh else beside
    published = published_of(conn, {row.article for row in rows})
    met = link_meetings(rows, published)
    made += replace_links(conn, "same-meeting", met, fresh | vague)
    for relation in ("becomes", "cancelled-by"):
        fates = [link for link in link_fates(rows, met, published) if link.relation == relation]
        made += replace_links(conn, relation, fates, fresh | vague)

    said = shelf.take(Statement, statements_beside(conn, articles, REMARKS, folded_name))
    published = published_of(conn, {row.article for row in said})
    remarks = link_statements(said, published)
    made += replace_links(conn, "same-statement", remarks, statements_of(conn, articles))
    return made + link_forecasts(conn, articles, shelf)
