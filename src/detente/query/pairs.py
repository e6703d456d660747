"""Which relationships an archive tells of: pairs of states that take part in one meeting or act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.desk import Reference
from detente.store import tables

LATEST = 400
"""Articles, the latest printed, in which pairs are looked for."""


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two states, and what the latest articles have on them."""

    left: str
    """ISO 3166-1 alpha-3 of the one that is named more often."""
    right: str
    """Of the other."""
    names: tuple[str, str]
    """Their names."""
    rows: int
    """Meetings and acts in which both take part."""
    articles: int
    """Articles that tell of them."""
    last: date | None
    """Day on which the last of these was printed; None where it is not known."""


def pairs(
    conn: Connection, reference: Reference, *, as_of: date | None = None, limit: int = 30
) -> list[PairLine]:
    """Return the pairs of states that the latest articles tell most of, at most `LATEST` articles.

    A visit counts for the state of its guests and the state it leads to. Two states that only stand
    beside each other in a text are no pair.
    """
    part = tables.participant.c
    days = latest_printed(conn, as_of)
    taking = sa.select(part.row_id, part.article, part.actor_id, part.state).where(
        part.article.in_(list(days)), part.kind.in_(("meeting", "event"))
    )
    states: dict[tuple[str, str], set[str]] = {}
    for row in conn.execute(taking):
        state = row.state or reference.state_of_actor(row.actor_id)
        if state is not None and state in reference.states:
            states.setdefault((row.row_id, row.article), set()).add(state)
    rows: Counter[tuple[str, str]] = Counter()
    told: dict[tuple[str, str], set[str]] = {}
    named: Counter[str] = Counter()
    for (_, of), found in states.items():
        named.update(found)
        for left, right in combinations(sorted(found), 2):
            rows[left, right] += 1
            told.setdefault((left, right), set()).add(of)
    lines = []
    for pair, count in rows.items():
        left, right = sorted(pair, key=lambda state: (-named[state], state))
        last = max((day for one in told[pair] if (day := days[one])), default=None)
        names = (reference.states[left], reference.states[right])
        when = date.fromisoformat(last) if last else None
        lines.append(PairLine(left, right, names, count, len(told[pair]), when))
    return sorted(lines, key=lambda line: (-line.articles, -line.rows, line.left, line.right))[:limit]


def latest_printed(conn: Connection, as_of: date | None = None, most: int = LATEST) -> dict[str, str]:
    """Return the articles that were printed last with their first days, those without one (empty) last.

    Two walks along the index of days: an order that puts no day last would sort every article.
    """
    article = tables.article.c
    day = article.published_start
    query = sa.select(article.id, day)
    if as_of:
        query = query.where(article.published_end <= as_of.isoformat())
    dated = query.where(day.is_not(None)).order_by(day.desc(), article.id).limit(most)
    found = {key: str(first) for key, first in conn.execute(dated)}
    if len(found) < most:
        rest = query.where(day.is_(None)).order_by(article.id).limit(most - len(found))
        found |= {key: "" for key, _ in conn.execute(rest)}
    return found
