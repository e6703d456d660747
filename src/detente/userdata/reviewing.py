"""A reader's verdicts on what the machine proposes: links between rows, one at a time, each taken back
as easily as given.

A yes makes a link the reader's, which no build touches; a no deletes it, and no build writes it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.link.scored import Relation, scored_link
from detente.records import Link
from detente.store import kept, load, load_ids, tables
from detente.store.rows import codec_of

Answer = Literal["yes", "no", "unsure"]
"""What a reader can say of a proposal."""


def decide(conn: Connection, link: str, answer: Answer) -> Link:
    """Write a verdict on a link and return it as it was; an earlier verdict on it is replaced.

    Raises UnknownName for a link that is not there.
    """
    before = _was(conn, link) or next(iter(load_ids(conn, Link, [link])), None)
    if before is None:
        raise UnknownName(f"no link {link!r} in the archive", "it may have gone with a build")
    _answer(conn, before, answer, _now(conn))
    return before


def tell_apart(conn: Connection, row: str, others: Iterable[str], relation: Relation) -> list[Link]:
    """Say no to a relation of a row with others, whether or not there is such a link; return the links.

    They are one verdict, which is taken back as one.
    """
    made = _now(conn)
    told: list[Link] = []
    for other in others:
        proposed = scored_link(row, other, relation, 0.0, "told apart by a reader")
        ends = tables.link.c
        either = sa.or_(
            sa.and_(ends.left == row, ends.right == other),
            sa.and_(ends.left == other, ends.right == row),
        )
        found = load(conn, Link, ends.relation == relation, either)
        for before in found:
            _answer(conn, before, "no", made)
        if proposed.id not in {one.id for one in found}:
            values = {"item": proposed.id, "verdict": "no", "was": _plain(proposed), "made": made}
            conn.execute(sa.delete(kept.reviewed).where(kept.reviewed.c.item == proposed.id))
            conn.execute(sa.insert(kept.reviewed), [values])
        told += found or [proposed]
    return told


def take_back(conn: Connection, link: str) -> Link | None:
    """Take back the verdict on a link; return the link as it is again, None where there was none."""
    before = _was(conn, link)
    if before is not None:
        _restore(conn, before)
    return before


def take_back_last(conn: Connection) -> list[Link]:
    """Take back the last verdict, all of it; return its links, none when there was no verdict."""
    table = kept.reviewed.c
    last = sa.select(sa.func.max(table.made)).scalar_subquery()
    items = list(conn.scalars(sa.select(table.item).where(table.made == last)).all())
    return [before for item in items if (before := take_back(conn, item))]


def _answer(conn: Connection, before: Link, answer: Answer, made: str) -> None:
    _restore(conn, before)
    table = tables.link
    here = table.c.id == before.id
    if answer == "yes":
        conn.execute(sa.update(table).where(here).values(decided_by="reader", score=1.0))
    elif answer == "no":
        conn.execute(sa.delete(table).where(here))
    values = {"item": before.id, "verdict": answer, "was": _plain(before), "made": made}
    conn.execute(sa.insert(kept.reviewed), [values])


def _was(conn: Connection, link: str) -> Link | None:
    was = conn.scalar(sa.select(kept.reviewed.c.was).where(kept.reviewed.c.item == link))
    return Link(**{**was, "rivals": tuple(was["rivals"])}) if was else None


def _restore(conn: Connection, before: Link) -> None:
    """Make a link as it was before any verdict; one that was only foreseen (score 0) is not made."""
    table, codec = tables.link, codec_of(Link)
    conn.execute(sa.delete(table).where(table.c.id == before.id))
    conn.execute(sa.delete(kept.reviewed).where(kept.reviewed.c.item == before.id))
    if not before.score:
        return
    values = dict(zip(codec.columns, codec.encode(before), strict=True))
    rivals = values["rivals"]
    values["rivals"] = json.loads(rivals) if isinstance(rivals, str) else rivals
    conn.execute(sa.insert(table), [values])


def _plain(link: Link) -> dict[str, Any]:
    return {name: getattr(link, name) for name in Link.__slots__} | {"rivals": list(link.rivals)}


def _now(conn: Connection) -> str:
    """Return the time, later than that of every verdict, so that the last one is known."""
    now = datetime.now(UTC)
    if last := conn.scalar(sa.select(sa.func.max(kept.reviewed.c.made))):
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")
