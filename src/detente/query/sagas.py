"""The sagas of an archive: chains of happenings over months, each with its stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.link.sagas import Happening, Saga, sagas
from detente.query.desk import Reference
from detente.query.ends import of_relation
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.query.paging import MOST
from detente.store import tables

_CHUNK = 400
_BACK = ("same-meeting", "becomes", "cancelled-by", "same-statement")
"""Relations between rows by which a report points back to an earlier happening."""


@dataclass(frozen=True, slots=True)
class SagaView:
    """A saga, and the happenings in it."""

    id: str
    """`saga:` and a hash of its first story."""
    issues: tuple[str, ...]
    """Names of what it is about, the heaviest first."""
    parties: tuple[str, ...]
    """States (ISO 3166-1 alpha-3) that take part in at least half of it."""
    first: date | None
    """Day of the first report."""
    last: date | None
    """Day of the last."""
    stories: tuple[StoryLine, ...]
    """Its happenings in order of time."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A happening in one line."""

    id: str
    """`Story.id`."""
    title: str | None
    """The headline of its first article that has one."""
    first: date | None
    """Day of its first report."""
    articles: int
    """How many articles tell it."""


def sagas_of(
    conn: Connection,
    reference: Reference,
    *,
    states: Sequence[str] = (),
    at_least: int = 2,
    as_of: date | None = None,
    most: int | None = None,
) -> list[SagaView]:
    """Return the sagas of at least so many happenings, in order of their first day.

    `states` keeps those in which all of them take part. With `most`, of the stories that so many
    articles tell, of those on these states (or on anything) that were printed last; else of all.
    Works on counts that the database makes: no row is loaded.
    """
    told = _articles(conn, as_of) if most is None else _latest(conn, states, as_of, most)
    found = sagas(_happenings(conn, told))
    wanted = {f"state:{state}" for state in states}
    chosen = [saga for saga in found if len(saga.stories) >= at_least and wanted <= set(saga.parties)]
    shown = {story for saga in chosen for story in saga.stories}
    lines = _lines(conn, {key: of for key, of in told.items() if of in shown})
    return [_view(saga, lines, reference) for saga in chosen]


def _articles(conn: Connection, as_of: date | None) -> dict[str, str]:
    """Return the story of each article that surely tells it, of those printed by the day."""
    link, article = tables.link, tables.article
    query = sa.select(link.c.left, link.c.right).where(link.c.relation == "tells")
    if as_of is not None:
        printed = sa.select(article.c.id).where(article.c.published_end <= as_of.isoformat())
        query = query.where(link.c.left.in_(printed))
    return {str(left): str(right) for left, right in conn.execute(query)}


def _latest(conn: Connection, states: Sequence[str], as_of: date | None, most: int) -> dict[str, str]:
    """Return the same of the stories that the articles printed last tell; their others included."""
    asked = Filters(states=tuple(states), as_of=as_of)
    found = find_page(conn, "article", asked, sort="-reported", limit=min(most, MOST), counted=False)
    ids = [key for item in found.items for key in item]
    while found.next and len(ids) < most:
        found = find_page(
            conn,
            "article",
            asked,
            sort="-reported",
            limit=min(most - len(ids), MOST),
            after=found.next,
            counted=False,
        )
        ids += [key for item in found.items for key in item]
    link, article = tables.link.c, tables.article.c
    tells = of_relation("tells")
    stories: set[str] = set()
    for chunk in _chunks(ids):
        stories.update(conn.scalars(sa.select(link.right).where(link.left.in_(chunk), tells)))
    query = sa.select(link.left, link.right).where(tells)
    if as_of is not None:
        out = article.published_end <= as_of.isoformat()
        query = query.where(sa.exists().where(article.id == link.left, out))
    return {
        left: right
        for chunk in _chunks(sorted(stories))
        for left, right in conn.execute(query.where(link.right.in_(chunk)))
    }


def _happenings(conn: Connection, told: dict[str, str]) -> list[Happening]:
    issues: dict[str, Counter[str]] = defaultdict(Counter)
    row_issue, participant, article = tables.row_issue.c, tables.participant.c, tables.article.c
    states: dict[str, Counter[str]] = defaultdict(Counter)
    days: dict[str, list[date]] = defaultdict(list)
    number = sa.func.count()
    for chunk in _chunks(sorted(told)):
        counted = sa.select(row_issue.article, row_issue.issue, number)
        counted = counted.where(row_issue.article.in_(chunk))
        for key, issue, times in conn.execute(counted.group_by(row_issue.article, row_issue.issue)):
            issues[told[key]][issue] += times
        named = sa.select(participant.article, participant.state, number)
        named = named.where(participant.article.in_(chunk), participant.state.is_not(None))
        for key, state, times in conn.execute(named.group_by(participant.article, participant.state)):
            states[told[key]][f"state:{state}"] += times
        dated = sa.select(article.id, article.published_start, article.published_end)
        for key, start, end in conn.execute(dated.where(article.id.in_(chunk))):
            days[told[key]] += [date.fromisoformat(day) for day in (start, end) if day]
    back = _back(conn, told)
    return [
        Happening(
            story=story,
            first=min(days[story], default=None),
            last=max(days[story], default=None),
            issues=_shares(issues[story]),
            parties=_main(states[story]),
            back=frozenset(back[story]),
        )
        for story in sorted(set(told.values()))
    ]


def _shares(counted: Counter[str]) -> dict[str, float]:
    total = counted.total()
    return {key: number / total for key, number in counted.items()} if total else {}


def _main(counted: Counter[str]) -> frozenset[str]:
    """Return the states that a happening is between: those with a tenth of its rows at least."""
    least = counted.total() / 10
    return frozenset(key for key, number in counted.items() if number >= least)


def _back(conn: Connection, told: dict[str, str]) -> dict[str, set[str]]:
    """Return for each story those that a row of its articles is linked with."""
    link = tables.link
    found: dict[str, set[str]] = defaultdict(set)
    points_back = of_relation(*_BACK)
    for table in (tables.meeting, tables.statement):
        left, right = table.alias(), table.alias()
        joined = left.join(link, left.c.id == link.c.left).join(right, right.c.id == link.c.right)
        query = sa.select(left.c.article, right.c.article).select_from(joined).where(points_back)
        for chunk in _chunks(sorted(told)):
            for one, other in conn.execute(query.where(left.c.article.in_(chunk))):
                a, b = told.get(one), told.get(other)
                if a and b and a != b:
                    found[a].add(b)
                    found[b].add(a)
    return found


def _lines(conn: Connection, told: dict[str, str]) -> dict[str, StoryLine]:
    article = tables.article.c
    of_story: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    query = sa.select(article.id, article.published_start, article.title)
    for chunk in _chunks(sorted(told)):
        for key, start, title in conn.execute(query.where(article.id.in_(chunk))):
            of_story[told[key]].append((start or "9999", title))
    return {
        story: StoryLine(
            id=story,
            title=next((title for _, title in sorted(found, key=str) if title), None),
            first=min((date.fromisoformat(day) for day, _ in found if day != "9999"), default=None),
            articles=len(found),
        )
        for story, found in of_story.items()
    }


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]


def _view(saga: Saga, lines: dict[str, StoryLine], reference: Reference) -> SagaView:
    return SagaView(
        id=saga.id,
        issues=tuple(reference.issue_name(issue) for issue in saga.issues),
        parties=tuple(party.removeprefix("state:") for party in saga.parties),
        first=saga.first,
        last=saga.last,
        stories=tuple(lines[story] for story in saga.stories),
    )
