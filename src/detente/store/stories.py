"""What stories are made of, kept between runs: tellings, stories, and the log of what became of them.

Which article tells which story is a link (`tells`, and `may-tell` where it is not sure), so that a
reader's judgement on it wins like any other. A story that was merged keeps its row in the log only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import Link, StoryChange, make_id
from detente.store import tables
from detente.store.writing import put_links

_CHUNK = 500


def untold(conn: Connection) -> list[str]:
    """Return the articles that tell no story yet, in order of days and ids, those without one last."""
    told, link = tables.telling.c, tables.link.c
    has = sa.select(link.left).where(link.relation == "tells", link.left == told.article).exists()
    order = (told.day.is_(None), told.day, told.article)
    return list(conn.scalars(sa.select(told.article).where(~has).order_by(*order)).all())


def tellings(conn: Connection, articles: Sequence[str]) -> list[tuple[str, str | None, dict[str, Any]]]:
    """Return article, day and terms of what articles tell, in the order given."""
    table = tables.telling
    found: dict[str, tuple[str, str | None, dict[str, Any]]] = {}
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        for article, day, terms in conn.execute(
            sa.select(table).where(table.c.article.in_(chunk))
        ).all():
            found[article] = (article, day, terms)
    return [found[article] for article in articles if article in found]


def stories_between(conn: Connection, first: date | None, last: date | None) -> dict[str, list[str]]:
    """Return the articles of each story that was told within some days; without days those of all."""
    story, link = tables.story.c, tables.link.c
    query = sa.select(link.right, link.left).where(link.relation == "tells", link.right == story.id)
    if first and last:
        within = sa.and_(story.last >= first.isoformat(), story.first <= last.isoformat())
        query = query.where(sa.or_(within, story.first.is_(None)))
    found: dict[str, list[str]] = {}
    for key, article in conn.execute(query.order_by(link.right, link.left)).all():
        found.setdefault(key, []).append(article)
    return found


def put_stories(conn: Connection, links: Sequence[Link], changes: Sequence[StoryChange] = ()) -> None:
    """Write which stories articles tell and may tell, then the log; what a reader decided stays.

    Links that a merge moves become those of the story it was merged into; articles given here for what
    is split off a story lose the machine's links to that.
    """
    _leave(conn, changes, links)
    put_links(conn, links)
    _measure(conn, {link.right for link in links if link.relation == "tells"})
    _log(conn, changes)
    for change in changes:
        if change.what == "merged":
            _move(conn, change.story, change.into)


def _leave(conn: Connection, changes: Sequence[StoryChange], links: Sequence[Link]) -> None:
    """Take articles out of the stories that they were split off."""
    link = tables.link.c
    stories = sorted({one.story for one in changes if one.what == "split"})
    articles = sorted({one.left for one in links}) if stories else []
    for first in range(0, len(articles), _CHUNK):
        theirs = link.left.in_(articles[first : first + _CHUNK]), link.right.in_(stories)
        conn.execute(sa.delete(tables.link).where(*theirs, link.decided_by == "machine"))
    _measure(conn, stories)


def left_to_the_machine(conn: Connection, story: str) -> list[str]:
    """Return the articles that tell a story; none where a reader put any of them there."""
    link = tables.link.c
    # Written so that no index serves the relation: links are looked up by their ends.
    tells = sa.func.coalesce(link.relation, "") == "tells"
    query = sa.select(link.left, link.decided_by).where(link.right == story, tells)
    rows = conn.execute(query.order_by(link.left)).all()
    return [article for article, _ in rows] if all(by == "machine" for _, by in rows) else []


def split_off(conn: Connection, stories: Sequence[str]) -> dict[str, set[str]]:
    """Return what was split off some stories, under the ids that it has now."""
    log = tables.story_change.c
    return _splits(conn, stories, log.story, log.into)


def split_from(conn: Connection, stories: Sequence[str]) -> dict[str, set[str]]:
    """Return what some stories were split off, under the ids that it has now."""
    log = tables.story_change.c
    return _splits(conn, stories, log.into, log.story)


def _splits(
    conn: Connection, stories: Sequence[str], here: sa.Column[str], there: sa.Column[str]
) -> dict[str, set[str]]:
    log = tables.story_change.c
    found: dict[str, set[str]] = {}
    for first in range(0, len(stories), _CHUNK):
        some = here.in_(stories[first : first + _CHUNK])
        query = sa.select(here, there).where(log.what == "split", some).order_by(log.n)
        for story, other in conn.execute(query).all():
            if (now := redirect(conn, other)) != story:
                found.setdefault(story, set()).add(now)
    return found


def _log(conn: Connection, changes: Sequence[StoryChange]) -> None:
    log = tables.story_change
    number = conn.scalar(sa.select(sa.func.coalesce(sa.func.max(log.c.n), 0))) or 0
    rows = [
        {"n": number + n, "what": one.what, "story": one.story, "into": one.into}
        for n, one in enumerate(changes, 1)
    ]
    if rows:
        conn.execute(sa.insert(log), rows)


def _move(conn: Connection, gone: str, into: str) -> None:
    """Give a story's articles to another; an article that told both tells the one they became."""
    link, story = tables.link, tables.story
    theirs = sa.select(link.c.left, link.c.relation, link.c.score, link.c.reason)
    order = (link.c.relation, link.c.score)
    rows = list(conn.execute(theirs.where(link.c.right.in_((gone, into))).order_by(*order)).all())
    conn.execute(sa.delete(link).where(link.c.right.in_((gone, into)), link.c.decided_by == "machine"))
    kept: dict[str, Link] = {}
    for left, relation, score, reason in rows:
        key = make_id("link", left, into, relation)
        kept[left] = Link(key, left, into, relation, score, reason, "machine")
    put_links(conn, kept.values())
    conn.execute(sa.delete(story).where(story.c.id == gone))
    _measure(conn, {into})


def redirect(conn: Connection, story: str) -> str:
    """Return the story that an id stands for now, through every merge; an unknown id is itself.

    An id that was merged away and then split off again stands for itself; one that was split stands for
    what stayed (`split_off` tells the rest).
    """
    log, table = tables.story_change.c, tables.story.c
    seen = {story}
    while conn.scalar(sa.select(table.id).where(table.id == story)) is None:
        query = sa.select(log.into).where(log.what == "merged", log.story == story)
        after = conn.scalar(query.order_by(log.n.desc()).limit(1))
        if after is None or after in seen:
            return story
        seen.add(after)
        story = after
    return story


def _measure(conn: Connection, stories: Iterable[str]) -> None:
    """Write how many articles stories have and when they were told, out of their links."""
    link, told, story = tables.link.c, tables.telling.c, tables.story
    keys = sorted(set(stories))
    for first in range(0, len(keys), _CHUNK):
        chunk = keys[first : first + _CHUNK]
        # Written so that no index serves the relation: links are looked up by their ends.
        tells = sa.func.coalesce(link.relation, "") == "tells"
        query = (
            sa.select(link.right, sa.func.min(told.day), sa.func.max(told.day), sa.func.count())
            .where(tells, link.right.in_(chunk), link.left == told.article)
            .group_by(link.right)
            .order_by(link.right)
        )
        rows = [
            {"id": key, "first": since, "last": until, "size": size}
            for key, since, until, size in conn.execute(query).all()
        ]
        conn.execute(sa.delete(story).where(story.c.id.in_(chunk)))
        if rows:
            conn.execute(sa.insert(story), rows)
