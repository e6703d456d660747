"""What came of forecasts, made afresh for those that some articles make or may settle.

A forecast has at most one outcome of the machine's: the surest of all rows that match it. So a new
article asks for two things only: its own forecasts are held against every later row, and every earlier
forecast against its rows, of which the surest takes the place of a less sure link that is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.engine import Connection

from detente.link.outcomes import (
    OUTCOMES,
    REACH,
    Later,
    Named,
    settle,
    surest,
    targets_of,
)
from detente.records import Event, Forecast, Link, Meeting, Statement
from detente.store import published_of, replace_links
from detente.store.foretold import (
    Claim,
    claims_between,
    claims_of,
    named_in,
    outcomes_of,
    said_again,
    told_between,
    told_in,
)
from detente.store.shelf import Shelf

Told = tuple[Sequence[Meeting], Sequence[Event], Sequence[Statement]]


def link_forecasts(conn: Connection, articles: Sequence[str], shelf: Shelf) -> int:
    """Make the outcomes afresh of forecasts that these articles make, or that they may settle.

    Returns how many links of the forecasts of these articles there are, and of others were made.
    """
    made, again = _of_others(conn, articles, shelf)
    for claims in (claims_of(conn, articles), again):
        links = _settled(conn, claims, _after(conn, claims, shelf), shelf)
        made += _write(conn, links, [claim.id for claim in claims])
    return made


def _of_others(conn: Connection, articles: Sequence[str], shelf: Shelf) -> tuple[int, list[Claim]]:
    """Hold the rows of articles against the forecasts of others.

    Returns how many links that made, and the forecasts whose outcome rested on a row that no longer
    says the same, or is a reader's: only a look at everything says what their outcome is now.
    """
    told: Told = (
        shelf.take(Meeting, told_in(conn, Meeting, articles)),
        shelf.take(Event, told_in(conn, Event, articles)),
        shelf.take(Statement, told_in(conn, Statement, articles)),
    )
    days = published_of(conn, articles).values()
    starts = [day.start for day in days if day.start]
    if not starts or not any(told):
        return 0, []
    first = min([*starts, *(row.date.start for rows in told for row in rows if row.date.start)])
    ours = set(articles)
    claims = [one for one in claims_between(conn, max(starts), first, REACH) if one.article not in ours]
    there: dict[str, list[Link]] = {}
    for link in outcomes_of(conn, [claim.id for claim in claims], OUTCOMES):
        there.setdefault(link.left, []).append(link)
    rows = {row.id for part in told for row in part}
    best = {link.left: link for link in _settled(conn, claims, told, shelf)}
    links: list[Link] = []
    again: list[Claim] = []
    for claim in claims:
        old, new = there.get(claim.id, []), best.get(claim.id)
        shaken = any(link.right in rows and link != new for link in old)
        if shaken or any(link.decided_by != "machine" for link in old):
            again.append(claim)
        elif new and new not in old and surest([*old, new]) == new:
            links.append(new)
    return _write(conn, links, [link.left for link in links]), again


def _after(conn: Connection, claims: Sequence[Claim], shelf: Shelf) -> Told:
    """Return the rows told after the first of some forecasts was made, as long as any is open."""
    made = [claim.made for claim in claims if claim.made]
    if not made:
        return (), (), ()
    last = max([*made, *(claim.due for claim in claims if claim.due)])
    until = min(last, date.max - timedelta(days=REACH)) + timedelta(days=REACH)
    first = min(made)
    return (
        shelf.take(Meeting, told_between(conn, Meeting, first, until)),
        shelf.take(Event, told_between(conn, Event, first, until)),
        shelf.take(Statement, said_again(conn, [claim.id for claim in claims], first, until)),
    )


def _settled(conn: Connection, claims: Sequence[Claim], told: Told, shelf: Shelf) -> list[Link]:
    """Return the outcomes of forecasts among some rows."""
    if not claims or not any(told):
        return []
    days = published_of(conn, {row.article for row in told[2]})
    later = Later(*told, days)
    near = [claim for claim in claims if claim.made and later.may_settle(claim.claim)]
    if not near:
        return []
    forecasts = shelf.take(Forecast, [claim.id for claim in near])
    of = {row.article for row in forecasts}
    published = published_of(conn, of | {row.article for rows in told for row in rows})
    named = [Named(*one) for one in named_in(conn, of)]
    return settle(targets_of(forecasts, named, published), later, published)


def _write(conn: Connection, links: Sequence[Link], forecasts: Sequence[str]) -> int:
    ends = set(forecasts)
    return sum(
        replace_links(conn, verdict, [link for link in links if link.relation == verdict], ends)
        for verdict in OUTCOMES
    )
