"""The articles that belong beside one: of its story, cited by title, on the same people and issue.

Each comes with its reasons, so that a reader can see why. Titles that an article points to and the
archive does not have are named: they are wanted.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.archived import bare_desk_for
from detente.query.desk import Reference
from detente.query.ends import of_relation
from detente.query.hits import labels_of
from detente.query.views import ArticleView
from detente.store import tables
from detente.store.days import EVER, NEVER, number_of
from detente.store.entering import title_key
from detente.store.entries import entry, heading, listed

BESIDE = 60
"""Days before and after within which articles on the same people and issue belong together."""
_AT_MOST = 400
"""Articles that are looked at for each name, the nearest in time first."""
_CROWD = 20_000
"""Articles from which on a name tells nothing."""
_STORY, _CITED = 100.0, 50.0
"""Weights: one story goes before a citation, and that before any number of names."""
_NAMES = 4
Because = Literal["story", "cites", "cited-by", "people"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article belongs beside another."""

    because: Because
    """`story`: both tell it; `cites`: the article points to the other's title; `cited-by`: the reverse;
    `people`: both name these actors on these issues."""
    words: str
    """What it is: the id of the story, the title, the names."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article that belongs beside another."""

    article: ArticleView
    """The article."""
    reasons: tuple[Reason, ...]
    """Why, the strongest first."""
    score: float
    """How much they have in common; comparable for one article only."""


@dataclass(frozen=True, slots=True)
class Related:
    """What belongs beside an article."""

    article: ArticleView
    """The article."""
    neighbours: tuple[Neighbour, ...]
    """Others, what has most in common first."""
    wanted: tuple[str, ...]
    """Titles that it points to and the archive does not have."""


def related(
    conn: Connection,
    reference: Reference,
    article: str,
    *,
    as_of: date | None = None,
    limit: int = 12,
) -> Related:
    """Return what belongs beside an article (`Article.id`).

    Articles on the same people and issue name at least one actor who is no state and one issue that it
    does too, and were printed within `BESIDE` days; the rarer the names, the more they say. `as_of`
    leaves out what was printed later.
    """
    ours = conn.execute(
        sa.select(entry).where(entry.c.row_id == article, entry.c.article == article)
    ).one()
    reasons: defaultdict[str, dict[Reason, float]] = defaultdict(dict)
    for other, story in _of_story(conn, article):
        reasons[other][Reason("story", story)] = _STORY
    cited, wanted = _cited(conn, article)
    for other, title in cited:
        reasons[other][Reason("cites", title)] = _CITED
    for other, title in _citing(conn, article):
        reasons[other][Reason("cited-by", title)] = _CITED
    for other, (weight, names) in _named_alike(conn, reference, ours).items():
        reasons[other][Reason("people", names)] = weight
    reasons.pop(article, None)
    kept = _out_by(conn, reasons, as_of)
    ranked = sorted(kept, key=lambda key: (-sum(reasons[key].values()), key))[:limit]
    desk = bare_desk_for(conn, [article, *ranked], reference)
    found = [
        Neighbour(
            article=desk.view(key),
            reasons=tuple(sorted(reasons[key], key=lambda why: -reasons[key][why])),
            score=round(sum(reasons[key].values()), 3),
        )
        for key in ranked
    ]
    return Related(desk.view(article), tuple(found), tuple(wanted))


def _of_story(conn: Connection, article: str) -> list[tuple[str, str]]:
    """Return the other articles of the stories that one tells, with the story."""
    mine, theirs = tables.link.alias("mine"), tables.link.alias("theirs")
    query = (
        sa.select(theirs.c.left, theirs.c.right)
        .join(mine, mine.c.right == theirs.c.right)
        .where(mine.c.left == article, theirs.c.left != article)
        .where(of_relation("tells", link=mine), of_relation("tells", link=theirs))
        .limit(_AT_MOST)
    )
    return [(other, story) for other, story in conn.execute(query)]


def _cited(conn: Connection, article: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the articles whose titles one points to, and the titles that nothing here has."""
    titles = conn.scalar(sa.select(tables.article.c.related).where(tables.article.c.id == article))
    found: list[tuple[str, str]] = []
    wanted: list[str] = []
    for title in dict.fromkeys(titles or ()):
        holders = [key for key in _under(conn, "title", title_key(title)) if key != article]
        found += [(key, title) for key in holders]
        wanted += [] if holders else [title]
    return found, wanted


def _citing(conn: Connection, article: str) -> list[tuple[str, str]]:
    """Return the articles that point to one by its title."""
    title = conn.scalar(sa.select(tables.article.c.title).where(tables.article.c.id == article))
    key = title_key(title or "")
    return [(other, title or "") for other in _under(conn, "cites", key)] if key else []


def _under(conn: Connection, field: str, value: str) -> list[str]:
    query = (
        sa.select(entry.c.row_id)
        .join(listed, listed.c.n == entry.c.n)
        .join(heading, heading.c.id == listed.c.heading)
        .where(heading.c.kind == "article", heading.c.field == field, heading.c.value == value)
        .limit(_AT_MOST)
    )
    return list(conn.scalars(query))


def _named_alike(conn: Connection, reference: Reference, ours: Any) -> dict[str, tuple[float, str]]:
    """Return the articles that name some of the same actors on a same issue, with a weight."""
    names = _headings(conn, ours.headings)
    actors = {key: value for key, (field, value) in names.items() if _tells(field, value)}
    issues = {key: value for key, (field, value) in names.items() if field == "issue"}
    shared: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for number in [*actors, *issues]:
        size = _size(conn, number)
        weight = math.log(_CROWD / size) if 0 < size < _CROWD else 0.0
        for n in _beside(conn, number, ours.day) if weight else ():
            shared[n][number] = weight
    kept = {
        n: found
        for n, found in shared.items()
        if n != ours.n and found.keys() & actors.keys() and found.keys() & issues.keys()
    }
    told = labels_of(conn, reference, "actor", list(actors.values()))
    told |= labels_of(conn, reference, "issue", list(issues.values()))
    values = actors | issues
    rows = _rows(conn, list(kept))
    return {
        rows[n]: (
            round(sum(found.values()), 3),
            ", ".join(
                told.get(values[number], values[number])
                for number in sorted(found, key=lambda number: (-found[number], number))[:_NAMES]
            ),
        )
        for n, found in kept.items()
        if n in rows
    }


def _tells(field: str, value: str) -> bool:
    return field == "actor" and not value.startswith("state:")


def _headings(conn: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    query = sa.select(heading.c.id, heading.c.field, heading.c.value)
    found = conn.execute(query.where(heading.c.id.in_(list(numbers))))
    return {number: (field, value) for number, field, value in found}


def _size(conn: Connection, number: int) -> int:
    some = sa.select(sa.literal(1)).where(listed.c.heading == number).limit(_CROWD).subquery()
    return int(conn.execute(sa.select(sa.func.count()).select_from(some)).scalar_one())


def _beside(conn: Connection, number: int, day: int) -> list[int]:
    """Return the entries under a heading that stand near a day; near an unknown one stands nothing."""
    if day in (NEVER, EVER):
        return []
    middle = date(day // 10_000, day // 100 % 100, day % 100)
    first, last = (number_of(middle + timedelta(days=days)) for days in (-BESIDE, BESIDE))
    near = sa.select(listed.c.n).where(listed.c.heading == number)
    before = near.where(listed.c.day.between(first, day)).order_by(listed.c.day.desc())
    after = near.where(listed.c.day > day, listed.c.day <= last).order_by(listed.c.day)
    half = _AT_MOST // 2
    return [*conn.scalars(before.limit(half)), *conn.scalars(after.limit(half))]


def _rows(conn: Connection, numbers: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for first in range(0, len(numbers), _AT_MOST):
        query = sa.select(entry.c.n, entry.c.row_id)
        chosen = query.where(entry.c.n.in_(numbers[first : first + _AT_MOST]))
        found |= {row.n: row.row_id for row in conn.execute(chosen)}
    return found


def _out_by(conn: Connection, articles: Mapping[str, Any], as_of: date | None) -> Iterable[str]:
    if as_of is None:
        return articles
    kept: list[str] = []
    keys = sorted(articles)
    for first in range(0, len(keys), _AT_MOST):
        query = sa.select(entry.c.row_id).where(
            entry.c.row_id.in_(keys[first : first + _AT_MOST]), entry.c.out_last <= number_of(as_of)
        )
        kept += conn.scalars(query)
    return kept
