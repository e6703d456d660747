"""The sagas of an archive: chains of happenings over months, each with its stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.link.sagas import Happening, Saga, sagas
from detente.query.desk import Reference
from detente.store import tables

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
) -> list[SagaView]:
    """Return the sagas of at least so many happenings, in order of their first day.

    `states` keeps those in which all of them take part. Works on counts that the database makes: no row
    is loaded.
    """
    told = _articles(conn, as_of)
    found = sagas(_happenings(conn, told))
    lines = _lines(conn, told)
    wanted = {f"state:{state}" for state in states}
    return [
        _view(saga, lines, reference)
        for saga in found
        if len(saga.stories) >= at_least and wanted <= set(saga.parties)
    ]


def _articles(conn: Connection, as_of: date | None) -> dict[str, str]:
    """Return the story of each article that surely tells it, of those printed by the day."""
    link, article = tables.link, tables.article
    query = sa.select(link.c.left, link.c.right).where(link.c.relation == "tells")
    if as_of is not None:
        printed = sa.select(article.c.id).where(article.c.published_end <= as_of.isoformat())
        query = query.where(link.c.left.in_(printed))
    return {str(left): str(right) for left, right in conn.execute(query)}


def _happenings(conn: Connection, told: dict[str, str]) -> list[Happening]:
    issues: dict[str, Counter[str]] = defaultdict(Counter)
    row_issue, participant, article = tables.row_issue, tables.participant, tables.article
    counted = sa.select(row_issue.c.article, row_issue.c.issue, sa.func.count()).group_by(
        row_issue.c.article, row_issue.c.issue
    )
    for key, issue, number in conn.execute(counted):
        if key in told:
            issues[told[key]][issue] += number
    states: dict[str, Counter[str]] = defaultdict(Counter)
    named = sa.select(participant.c.article, participant.c.state, sa.func.count()).group_by(
        participant.c.article, participant.c.state
    )
    for key, state, number in conn.execute(named.where(participant.c.state.is_not(None))):
        if key in told:
            states[told[key]][f"state:{state}"] += number
    days: dict[str, list[date]] = defaultdict(list)
    dated = sa.select(article.c.id, article.c.published_start, article.c.published_end)
    for key, start, end in conn.execute(dated):
        if key in told:
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
    for table in (tables.meeting, tables.statement):
        left, right = table.alias(), table.alias()
        joined = link.join(left, left.c.id == link.c.left).join(right, right.c.id == link.c.right)
        query = sa.select(left.c.article, right.c.article).select_from(joined)
        for one, other in conn.execute(query.where(link.c.relation.in_(_BACK))):
            a, b = told.get(one), told.get(other)
            if a and b and a != b:
                found[a].add(b)
                found[b].add(a)
    return found


def _lines(conn: Connection, told: dict[str, str]) -> dict[str, StoryLine]:
    article = tables.article
    of_story: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    query = sa.select(article.c.id, article.c.published_start, article.c.title)
    for key, start, title in conn.execute(query):
        if key in told:
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


def _view(saga: Saga, lines: dict[str, StoryLine], reference: Reference) -> SagaView:
    return SagaView(
        id=saga.id,
        issues=tuple(reference.issue_name(issue) for issue in saga.issues),
        parties=tuple(party.removeprefix("state:") for party in saga.parties),
        first=saga.first,
        last=saga.last,
        stories=tuple(lines[story] for story in saga.stories),
    )
