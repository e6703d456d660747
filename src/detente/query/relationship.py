"""The relationship of two states, out of an archive."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import desk_for, extractions, same_meeting, same_statement
from detente.query.desk import Reference
from detente.query.relation import relationship_of
from detente.query.views import Relationship
from detente.store import tables


def relationship(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> Relationship:
    """Return the record of two states (ISO 3166-1 alpha-3) out of the articles that name both.

    See `detente.query.relation` for what the days bound, and `detente.query.concern` for which rows
    concern the two. An archive that has nothing on them gives a record without articles. Raises
    UnknownName for a period that ends before it begins.
    """
    if since and until and since > until:
        raise UnknownName(f"no days from {since} to {until}", "a period begins before it ends")
    chosen = articles_on(conn, reference, left, right)
    return relationship_of(
        extractions(conn, chosen),
        [*same_meeting(conn), *same_statement(conn)],
        desk_for(conn, chosen, reference),
        left,
        right,
        since=since,
        until=until,
        as_of=as_of,
    )


def articles_on(conn: Connection, reference: Reference, left: str, right: str) -> list[str]:
    """Return the ids of the articles that name both states, their bodies or their people."""
    return sorted(_naming(conn, reference, left) & _naming(conn, reference, right))


def _naming(conn: Connection, reference: Reference, state: str) -> set[str]:
    """Return the ids of the articles in which a state, its bodies or its people are named."""
    people = [actor for actor, of in reference.actor_states.items() if of == state]
    mention, participant, actor = tables.mention, tables.participant, tables.actor
    local = sa.select(actor.c.id).where(actor.c.state == state)
    queries = (
        sa.select(mention.c.article).where(mention.c.actor_id.in_(people)),
        sa.select(mention.c.article).where(mention.c.actor_id.in_(local)),
        sa.select(participant.c.article).where(participant.c.state == state),
    )
    return {article for query in queries for article in conn.scalars(query.distinct())}
