"""What waits for a reader's verdict: links that the machine is not sure of, the least sure first."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference, sentences_of
from detente.query.ends import of_relation
from detente.query.opened import sentence_texts
from detente.query.refs import Ref
from detente.query.views import ArticleView
from detente.records import Actor, Link, Row
from detente.store import kept, load, load_ids, tables

ASKED: dict[str, float] = {
    "unclear": 1.01,
    "may-tell": 1.01,
    "same-actor": 0.95,
    "same-meeting": 0.9,
    "came-true": 0.95,
    "did-not": 0.95,
    "partly": 0.95,
    "becomes": 0.9,
    "cancelled-by": 0.9,
    "same-statement": 0.9,
    "same-text": 0.8,
}
"""Relations that are asked about, in that order, and the score from which on nobody is asked."""
_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class End:
    """One end of a proposal."""

    id: str
    """Id of the article, row, story or actor."""
    name: str
    """Who or what it is, in words; empty where the sentence says it."""
    words: str
    """Its sentence; of an article its headline."""
    ref: Ref | None
    """Where the sentence is; None for a story."""
    article: ArticleView | None
    """The article it is of; None for a story."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link that the machine proposes, with both its ends."""

    link: Link
    """The link."""
    left: End
    """What stands at its left."""
    right: End
    """What stands at its right."""


def next_proposal(
    conn: Connection, reference: Reference, *, relation: str | None = None
) -> Proposal | None:
    """Return the proposal to ask about next; None when nothing waits.

    The least sure of the first relation of `ASKED` that has any without a verdict.
    """
    for one, below in ASKED.items():
        if relation and one != relation:
            continue
        column = tables.link.c
        found = load(
            conn,
            Link,
            *_waiting(one, below),
            order_by=(column.score, column.id),
            limit=1,
        )
        if found:
            return proposal_of(conn, reference, found[0])
    return None


def waiting(conn: Connection) -> dict[str, int]:
    """Return how many proposals wait, by relation, each counted to a thousand; none that have none."""
    found = {}
    for one, below in ASKED.items():
        some = sa.select(sa.literal(1)).where(*_waiting(one, below)).limit(_COUNTED).subquery()
        if count := conn.scalar(sa.select(sa.func.count()).select_from(some)):
            found[one] = count
    return found


def reviewed(conn: Connection) -> dict[str, int]:
    """Return how many verdicts a reader gave, by verdict."""
    table = kept.reviewed.c
    query = sa.select(table.verdict, sa.func.count().label("n")).group_by(table.verdict)
    return {row.verdict: row.n for row in conn.execute(query)}


def proposal_of(conn: Connection, reference: Reference, link: Link) -> Proposal:
    """Return a link with what stands at its ends."""
    return Proposal(link, end_of(conn, reference, link.left), end_of(conn, reference, link.right))


def _waiting(relation: str, below: float) -> list[sa.ColumnElement[bool]]:
    link, said = tables.link.c, kept.reviewed.c
    answered = sa.select(said.item).where(said.item == link.id).exists()
    return [link.relation == relation, link.decided_by == "machine", link.score < below, ~answered]


def end_of(conn: Connection, reference: Reference, id: str) -> End:
    """Return what an id names, with its sentence; one that the archive has not (any more) is its id."""
    kind = id.partition(":")[0]
    if kind == "article":
        desk = desk_for(conn, [id], reference)
        view = desk.view(id) if id in desk.articles else None
        return End(id, "", (view.title or "") if view else "", desk.ref(id, 1) if view else None, view)
    if kind in tables.ROW_KINDS:
        rows: list[Row] = load_ids(conn, tables.ROW_KINDS[kind], [id])
        return _of_row(conn, reference, rows[0]) if rows else End(id, id, "", None, None)
    actors = load_ids(conn, Actor, [id])
    if actors and actors[0].article:
        return _of_actor(conn, reference, actors[0])
    if kind == "story":
        return End(id, _story_title(conn, id), "", None, None)
    return End(id, reference.actor_names.get(id, id), "", None, None)


def _of_row(conn: Connection, reference: Reference, row: Row) -> End:
    desk = desk_for(conn, [row.article], reference)
    number = sentences_of(row)[0]
    words = next((one.quote for one in row.evidence if one.role == "row"), row.evidence[0].quote)
    words = sentence_texts(conn, [(row.article, number)]).get((row.article, number), words)
    return End(
        row.id, "", " ".join(words.split()), desk.ref(row.article, number), desk.view(row.article)
    )


def _of_actor(conn: Connection, reference: Reference, actor: Actor) -> End:
    """Return an actor with the first sentence of its article that names it."""
    article = actor.article or ""
    mention = tables.mention.c
    number = conn.scalar(
        sa.select(sa.func.min(mention.sentence)).where(
            mention.article == article, mention.actor_id == actor.id, mention.sentence > 0
        )
    )
    desk = desk_for(conn, [article], reference)
    at = (article, number or 1)
    words = sentence_texts(conn, [at]).get(at, "")
    name = actor.name + (f", {actor.affiliation}" if actor.affiliation else "")
    return End(
        actor.id, name, " ".join(words.split()), desk.ref(article, number or 1), desk.view(article)
    )


def _story_title(conn: Connection, story: str) -> str:
    link = tables.link.c
    first = sa.select(tables.article.c.title).where(
        tables.article.c.id
        == sa.select(link.left)
        .where(link.right == story, of_relation("tells"))
        .order_by(link.score.desc(), link.left)
        .limit(1)
        .scalar_subquery()
    )
    return conn.scalar(first) or story


def articles_of(conn: Connection, link: Link) -> list[str]:
    """Return the articles that the ends of a link are of, each once."""
    found: dict[str, None] = {}
    for id in (link.left, link.right):
        kind = id.partition(":")[0]
        if kind == "article":
            found[id] = None
        elif kind in tables.ROW_KINDS:
            table = tables.metadata.tables[kind]
            found |= dict.fromkeys(conn.scalars(sa.select(table.c.article).where(table.c.id == id)))
        else:
            actor = tables.actor.c
            found |= dict.fromkeys(conn.scalars(sa.select(actor.article).where(actor.id == id)))
    return [one for one in found if one]
