"""What an archive knows of one actor besides what they said: names seen, and whom they met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import own, tables
from detente.store.entries import entry
from detente.store.tables import actor as actor_table

_MOST_SEEN = 5_000
"""Mentions that names are counted in."""
_NAMES = ("name", "surname", "acronym")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody who took part in the same meetings."""

    id: str | None
    """`Actor.id`; None for a name without an actor."""
    name: str
    """The name."""
    state: str | None
    """ISO 3166-1 alpha-3; None for none."""
    meetings: int
    """In how many meetings that were held both took part, the reports of one counted once."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive itself says of an actor."""

    name: str | None
    """The name it is shown under; None where only the registry knows one."""
    kind: str | None
    """person, state, organisation, body, group or place."""
    state: str | None
    """ISO 3166-1 alpha-3."""
    affiliations: tuple[str, ...]
    """What articles say of somebody the registry does not know."""
    names: tuple[tuple[str, int], ...]
    """Names as printed with how often, most first."""
    articles: int
    """In how many articles it is named."""
    counterparts: tuple[Counterpart, ...]
    """Whom they met, most first."""


def known_of(conn: Connection, ids: Sequence[str], *, as_of: date | None = None) -> Known:
    """Return what an archive knows of an actor, given by all its ids; no row of theirs is loaded."""
    mention, part = tables.mention.c, tables.participant.c
    out = None
    if as_of:
        article = tables.article.c
        out = sa.select(article.id).where(article.published_end <= as_of.isoformat())
    seen = sa.select(mention.text, mention.article, mention.form).where(mention.actor_id.in_(ids))
    if out is not None:
        seen = seen.where(mention.article.in_(out))
    names: Counter[str] = Counter()
    articles: set[str] = set()
    for row in conn.execute(seen.limit(_MOST_SEEN)):
        articles.add(row.article)
        if row.form in _NAMES:
            names[" ".join(row.text.split())] += 1
    met = sa.select(part.row_id).where(part.actor_id.in_(ids), part.kind == "meeting")
    if out is not None:
        met = met.where(part.article.in_(out))
    rows = list(conn.scalars(met.distinct().limit(_MOST_SEEN)))
    local = list(conn.execute(sa.select(actor_table).where(actor_table.c.id.in_(ids))))
    shown = conn.execute(sa.select(own.identity).where(own.identity.c.actor.in_(ids))).first()
    return Known(
        name=shown.name if shown else local[0].name if local else None,
        kind=shown.kind if shown else local[0].kind if local else None,
        state=shown.state if shown else next((row.state for row in local if row.state), None),
        affiliations=tuple(dict.fromkeys(row.affiliation for row in local if row.affiliation)),
        names=tuple(names.most_common(12)),
        articles=len(articles),
        counterparts=_counterparts(conn, rows, set(ids)),
    )


def _counterparts(
    conn: Connection, rows: Sequence[str], ids: set[str], most: int = 15
) -> tuple[Counterpart, ...]:
    part, meeting = tables.participant.c, tables.meeting.c
    met: dict[str, set[int]] = {}
    seen: dict[str, tuple[str, str | None]] = {}
    for first in range(0, len(rows), 400):
        held = meeting.id.in_(rows[first : first + 400]) & (meeting.status == "held")
        of = sa.select(meeting.id, meeting.article).where(held)
        articles: dict[str, str] = {row.id: row.article for row in conn.execute(of)}
        # Reports of one meeting stand under one head.
        heads = sa.select(entry.c.row_id, entry.c.head).where(entry.c.row_id.in_(articles))
        head_of: dict[str, int] = {row.row_id: row.head for row in conn.execute(heads)}
        # Participants lie under their article.
        query = sa.select(part.actor_id, part.name, part.state, part.row_id).where(
            part.article.in_(sorted(set(articles.values()))),
            part.row_id.in_(articles),
            part.kind == "meeting",
        )
        for row in conn.execute(query):
            if row.actor_id and row.actor_id not in ids and row.row_id in head_of:
                seen.setdefault(row.actor_id, (row.name, row.state))
                met.setdefault(row.actor_id, set()).add(head_of[row.row_id])
    often = sorted(met, key=lambda id: (-len(met[id]), seen[id][0], id))
    return tuple(Counterpart(id, *seen[id], len(met[id])) for id in often[:most])
