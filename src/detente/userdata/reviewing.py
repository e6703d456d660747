"""A reader's verdicts on what the machine proposes: links between rows, one at a time, each taken back
as easily as given.

A yes makes a link the reader's, which no build touches; a no deletes it, and no build writes it again.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.records import Link
from detente.store import kept, load_ids, tables
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
    _restore(conn, before)
    table = tables.link
    here = table.c.id == link
    if answer == "yes":
        conn.execute(sa.update(table).where(here).values(decided_by="reader", score=1.0))
    elif answer == "no":
        conn.execute(sa.delete(table).where(here))
    values = {"item": link, "verdict": answer, "was": _plain(before), "made": _now(conn)}
    conn.execute(sa.insert(kept.reviewed), [values])
    return before


def take_back(conn: Connection, link: str | None = None) -> Link | None:
    """Take back a verdict, the last where none is named; return the link, None when there is none."""
    if link is None:
        table = kept.reviewed.c
        link = conn.scalar(sa.select(table.item).order_by(table.made.desc()).limit(1))
    before = _was(conn, link) if link else None
    if before is not None:
        _restore(conn, before)
    return before


def _was(conn: Connection, link: str) -> Link | None:
    was = conn.scalar(sa.select(kept.reviewed.c.was).where(kept.reviewed.c.item == link))
    return Link(**{**was, "rivals": tuple(was["rivals"])}) if was else None


def _restore(conn: Connection, before: Link) -> None:
    """Make a link as it was before any verdict."""
    table, codec = tables.link, codec_of(Link)
    conn.execute(sa.delete(table).where(table.c.id == before.id))
    conn.execute(sa.delete(kept.reviewed).where(kept.reviewed.c.item == before.id))
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
