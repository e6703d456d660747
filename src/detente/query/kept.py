"""Small questions about an archive that pages ask: which story, which title, which outlets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.desk import Reference
from detente.query.ends import of_relation
from detente.query.pairs import latest_printed
from detente.records import Actor
from detente.store import load_ids, own, tables


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet and what the archive has of it."""

    name: str | None
    """Its name; None for articles that do not say theirs."""
    articles: int
    """How many articles."""
    first: str | None
    """Day of the first, ISO text; None when no day is known."""
    last: str | None
    """Day of the last."""
    cut_off: int
    """How many of them stop early."""
    paywalled: int
    """How many the outlet lets not everybody read."""
    undated: int
    """How many have no day."""


def story_of(conn: Connection, article: str) -> str | None:
    """Return the id of the story that an article tells; None when it tells none yet."""
    link = tables.link.c
    query = sa.select(link.right).where(link.left == article, of_relation("tells"))
    return conn.scalars(query.order_by(link.score.desc(), link.right).limit(1)).first()


def titled(conn: Connection, title: str) -> str | None:
    """Return the id of the article with this headline, letter for letter; None when there is none."""
    article = tables.article.c
    query = sa.select(article.id).where(article.title == title).order_by(article.id).limit(1)
    return conn.scalars(query).first()


def outlets(conn: Connection, as_of: str | None = None) -> list[OutletLine]:
    """Return the outlets of an archive, the one with most articles first."""
    article = tables.article.c
    count = sa.func.count().label("articles")
    query = sa.select(
        article.outlet,
        count,
        sa.func.min(article.published_start).label("first"),
        sa.func.max(article.published_start).label("last"),
        sa.func.sum(sa.case((article.cut_off, 1), else_=0)).label("cut_off"),
        sa.func.sum(sa.case((article.access.in_(("paywalled", "metered")), 1), else_=0)).label("wall"),
        sa.func.sum(sa.case((article.published_start.is_(None), 1), else_=0)).label("undated"),
    ).group_by(article.outlet)
    if as_of:
        query = query.where(article.published_end <= as_of)
    rows = conn.execute(query.order_by(count.desc(), article.outlet))
    return [
        OutletLine(r.outlet, r.articles, r.first, r.last, r.cut_off, r.wall, r.undated) for r in rows
    ]


def last_printed(conn: Connection) -> date | None:
    """Return the last day on which an article of the archive was printed; None where none has a day."""
    day = conn.scalar(sa.select(sa.func.max(tables.article.c.published_start)))
    return date.fromisoformat(day) if day else None


@dataclass(frozen=True, slots=True)
class ActorLine:
    """Somebody named in an archive."""

    id: str
    """`Actor.id`, that of whom they are shown as."""
    name: str
    """The name they are shown under."""
    kind: str
    """person, state, organisation, body, group or place."""
    state: str | None
    """ISO 3166-1 alpha-3; None for none."""
    affiliation: str | None
    """What an article says of somebody the registry does not know."""
    mentions: int
    """How often they are named in the articles looked at."""


def named_most(
    conn: Connection,
    reference: Reference,
    *,
    begins: str = "",
    as_of: date | None = None,
    limit: int = 80,
) -> list[ActorLine]:
    """Return who is named most in the latest articles of an archive, or whose names begin so."""
    mention = tables.mention.c
    ids = list(latest_printed(conn, as_of))
    shown = sa.func.coalesce(own.identity.c.canonical, mention.actor_id).label("shown")
    count = sa.func.count().label("times")
    query = (
        sa.select(
            shown,
            count,
            sa.func.max(mention.name).label("name"),
            sa.func.max(mention.kind).label("kind"),
        )
        .select_from(tables.mention)
        .outerjoin(own.identity, own.identity.c.actor == mention.actor_id)
        .where(mention.article.in_(ids), mention.actor_id.is_not(None))
        .group_by(shown)
        .order_by(sa.desc("times"), shown)
    )
    if begins:
        query = query.where(mention.name.ilike(_pattern(begins), escape="\\"))
    rows = list(conn.execute(query.limit(limit)))
    keys = [row.shown for row in rows]
    known = {one.id: one for one in load_ids(conn, Actor, keys)}
    judged = {
        row.actor: row
        for row in conn.execute(sa.select(own.identity).where(own.identity.c.actor.in_(keys)))
    }
    found = []
    for row in rows:
        local, other = known.get(row.shown), judged.get(row.shown)
        name = other.name if other else reference.actor_names.get(row.shown) or row.name
        state = reference.state_of_actor(row.shown) or (local.state if local else None)
        affiliation = local.affiliation if local else None
        found.append(ActorLine(row.shown, name, row.kind, state, affiliation, row.times))
    return found


def _pattern(begins: str) -> str:
    """Return the LIKE pattern of names that have a word that begins so."""
    plain = "".join(f"\\{char}" if char in "%_\\" else char for char in begins)
    return f"%{plain}%"
