"""Who somebody is whom only the articles of an archive know: what they say, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.actor_page import known_of
from detente.store import same_as, tables
from detente.store.calling import called_so

_ARTICLES = 400
"""Articles whose outlets and days are looked at."""


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom only articles know."""

    person: str
    """`Actor.id`, of the first that are one."""
    name: str
    """The name."""
    state: str | None
    """ISO 3166-1 alpha-3, where an article says it; else None."""
    affiliations: tuple[str, ...]
    """What articles say that they are, each once; empty where none says it."""
    names: tuple[str, ...]
    """How they are named, most used first."""
    articles: int
    """In how many articles."""
    outlets: tuple[str, ...]
    """The outlets of these, in order; those without a name are left out."""
    first: date | None
    """The day of the first of them; None where none has a date."""
    last: date | None
    """The day of the last."""


def people_met(conn: Connection, words: str, state: str | None = None) -> list[Met]:
    """Return the people under a name or surname whom no registry knows, those named most often first.

    Those whom links or a reader's judgements say are one are one. Nobody of another state is found
    where a state (ISO 3166-1 alpha-3) is given, nor somebody without a state. Empty for nobody.
    """
    left = list(dict.fromkeys(called_so(conn, words)))
    found: list[Met] = []
    while left:
        same = same_as(conn, (left[0],))
        left = [one for one in left if one not in same]
        known = known_of(conn, same)
        if known.kind != "person" or state not in (None, known.state):
            continue
        outlets, first, last = _printed(conn, same)
        names = tuple(name for name, _ in known.names)
        shown = known.name or (names or (words,))[0]
        found.append(
            Met(
                same[0],
                shown,
                known.state,
                known.affiliations,
                names,
                known.articles,
                outlets,
                first,
                last,
            )
        )
    return sorted(found, key=lambda one: (-one.articles, one.name, one.person))


def _printed(conn: Connection, ids: Sequence[str]) -> tuple[tuple[str, ...], date | None, date | None]:
    """Return the outlets that name somebody, and the days of the first and the last article."""
    mention, article = tables.mention.c, tables.article.c
    named = sa.select(mention.article).where(mention.actor_id.in_(ids)).distinct().limit(_ARTICLES)
    query = sa.select(article.outlet, article.published_start, article.published_end)
    rows = conn.execute(query.where(article.id.in_(named))).all()
    outlets = tuple(sorted({row.outlet for row in rows if row.outlet}))
    days = sorted(row.published_start for row in rows if row.published_start)
    ends = sorted(row.published_end for row in rows if row.published_end)
    return (
        outlets,
        date.fromisoformat(days[0]) if days else None,
        date.fromisoformat(ends[-1]) if ends else None,
    )
