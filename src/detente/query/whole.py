"""The rows of a kind from first to last, a few articles at a time: what exports are made of.

Nothing is folded here: what three outlets tell is three rows. However large the archive, no more than
`AT_ONCE` articles are in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.desk import Reference
from detente.query.ends import of_relation
from detente.query.filters import Filters, conditions, of_state
from detente.records import Actor, Article, Link, Row
from detente.store import load, load_ids, own, tables
from detente.store.tables import ROW_KINDS

AT_ONCE = 100
"""Articles that are read together."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story, as one line of a table."""

    id: str
    """`story:` and a hash."""
    title: str | None
    """The headline of its first article that has one."""
    first: date | None
    """Day of its first article; None when no day is known."""
    last: date | None
    """Day of its last article."""
    articles: tuple[str, ...]
    """`Article.id` of those that tell it, in order of publication."""
    outlets: tuple[str, ...]
    """Names of their outlets, each once."""


@dataclass(frozen=True, slots=True)
class NamedActor:
    """Somebody named in the archive, as one line of a table."""

    id: str
    """`Actor.id`, that of whom they are shown as."""
    name: str
    """The name it is shown under."""
    kind: str
    """person, state, organisation, body, group or place."""
    state: str | None
    """ISO 3166-1 alpha-3; None for none."""
    affiliation: str | None
    """What an article says of somebody the registry does not know."""
    mentions: int
    """How often it is named."""
    articles: int
    """In how many articles."""


def rows_of(
    conn: Connection, kind: str, asked: Filters, *more: sa.ColumnElement[bool]
) -> Iterator[tuple[Any, Article]]:
    """Yield the rows of a kind (the name of its table) with their articles.

    They come in the order in which their articles were published, and in the order of the text.
    `asked.limit` is the most that are yielded; `more` are further conditions on the table.
    """
    table = tables.metadata.tables[kind]
    where = [*conditions(kind, asked), *more]
    holding = sa.select(table.c.article).where(*where)
    left = asked.limit
    for articles in _in_parts(conn, [tables.article.c.id.in_(holding)]):
        of = {article.id: article for article in articles}
        rows: dict[str, list[Row]] = {}
        for row in load(conn, ROW_KINDS[kind], table.c.article.in_(of), *where):
            rows.setdefault(row.article, []).append(row)
        for article in articles:
            for row in rows.get(article.id, ()):
                if left is not None:
                    if left <= 0:
                        return
                    left -= 1
                yield row, article


def articles_in_order(
    conn: Connection, asked: Filters, *, outlet: str | None = None
) -> Iterator[Article]:
    """Yield the articles that fit, in the order of publication, undated ones last."""
    article, participant, issue = tables.article, tables.participant, tables.row_issue
    where: list[sa.ColumnElement[bool]] = []
    if outlet:
        where.append(sa.func.lower(article.c.outlet) == outlet.lower())
    for state in asked.states:
        where.append(
            article.c.id.in_(sa.select(participant.c.article).where(of_state(participant, state)))
        )
    if asked.actors:
        named = sa.select(tables.mention.c.article).where(tables.mention.c.actor_id.in_(asked.actors))
        where.append(article.c.id.in_(named))
    if asked.issue:
        where.append(article.c.id.in_(sa.select(issue.c.article).where(issue.c.issue == asked.issue)))
    if asked.article:
        where.append(article.c.id == asked.article)
    if asked.as_of:
        where.append(article.c.published_end <= asked.as_of.isoformat())
    if asked.since:
        end = article.c.published_end
        where.append(sa.or_(end.is_(None), end >= asked.since.isoformat()))
    if asked.until:
        start = article.c.published_start
        where.append(sa.or_(start.is_(None), start <= asked.until.isoformat()))
    left = asked.limit
    for part in _in_parts(conn, where):
        yield from part[:left]
        if left is not None:
            left -= len(part)
            if left <= 0:
                return


def links(conn: Connection) -> Iterator[Link]:
    """Yield every link, by relation and id."""
    link = tables.link.c
    after = ("", "")
    while True:
        later = sa.tuple_(link.relation, link.id) > sa.tuple_(*after)
        part = load(conn, Link, later, order_by=(link.relation, link.id), limit=AT_ONCE * 10)
        yield from part
        if not part:
            return
        after = (part[-1].relation, part[-1].id)


def stories(conn: Connection) -> Iterator[StoryLine]:
    """Yield every story in the order of its first day, those without one last."""
    story = tables.story.c
    query = sa.select(story.id, story.first, story.last)
    found = list(conn.execute(query.order_by(story.first.is_(None), story.first, story.id)))
    for start in range(0, len(found), AT_ONCE):
        yield from story_lines(conn, found[start : start + AT_ONCE])


def story_lines(
    conn: Connection, rows: Sequence[Any], as_of: date | None = None
) -> Iterator[StoryLine]:
    """Yield the lines on stories, given as rows of `id`, `first` and `last`.

    With a day only their articles of that day or earlier count; a story without any is left out.
    """
    link, article = tables.link.c, tables.article.c
    told: dict[str, list[Any]] = {}
    members = (
        sa.select(link.right, article.id, article.title, article.outlet, article.published_start)
        .join(tables.article, article.id == link.left)
        .where(of_relation("tells"), link.right.in_([row.id for row in rows]))
        .order_by(article.published_start.is_(None), article.published_start, article.id)
    )
    if as_of is not None:
        members = members.where(article.published_end <= as_of.isoformat())
    for member in conn.execute(members):
        told.setdefault(member.right, []).append(member)
    for row in rows:
        ones = told.get(row.id, [])
        if as_of is not None and not ones:
            continue
        last = row.last if as_of is None else max(one.published_start or "" for one in ones)
        yield StoryLine(
            id=row.id,
            title=next((one.title for one in ones if one.title), None),
            first=date.fromisoformat(row.first) if row.first else None,
            last=date.fromisoformat(last) if last else None,
            articles=tuple(one.id for one in ones),
            outlets=tuple(dict.fromkeys(one.outlet for one in ones if one.outlet)),
        )


def actors(conn: Connection, reference: Reference) -> Iterator[NamedActor]:
    """Yield everybody whom a mention names, most named first; merged actors are one line."""
    mention, identity = tables.mention.c, own.identity
    shown = sa.func.coalesce(identity.c.canonical, mention.actor_id).label("shown")
    count = sa.func.count().label("times")
    query = (
        sa.select(shown, count, sa.func.count(mention.article.distinct()).label("articles"))
        .select_from(tables.mention)
        .outerjoin(identity, identity.c.actor == mention.actor_id)
        .where(mention.actor_id.is_not(None))
        .group_by(shown)
        .order_by(sa.desc(count), shown)
    )
    found = list(conn.execute(query))
    for start in range(0, len(found), AT_ONCE):
        part = found[start : start + AT_ONCE]
        ids = [row.shown for row in part]
        local = {one.id: one for one in load_ids(conn, Actor, ids)}
        named = {
            row.actor: row for row in conn.execute(sa.select(identity).where(identity.c.actor.in_(ids)))
        }
        for row in part:
            known, judged_as = local.get(row.shown), named.get(row.shown)
            kind = row.shown.partition(":")[0]
            name = reference.actor_names.get(row.shown) or (known.name if known else row.shown)
            yield NamedActor(
                id=row.shown,
                name=judged_as.name if judged_as else name,
                kind=known.kind if known else kind,
                state=reference.state_of_actor(row.shown) or (known.state if known else None),
                affiliation=known.affiliation if known else None,
                mentions=row.times,
                articles=row.articles,
            )


def _in_parts(conn: Connection, where: Sequence[sa.ColumnElement[bool]]) -> Iterator[list[Article]]:
    """Yield articles in order of publication, `AT_ONCE` at a time; the ids alone are all in memory."""
    article = tables.article.c
    query = sa.select(article.id).where(*where)
    query = query.order_by(article.published_start.is_(None), article.published_start, article.id)
    ids = list(conn.scalars(query))
    for first in range(0, len(ids), AT_ONCE):
        yield load_ids(conn, Article, ids[first : first + AT_ONCE])
