"""What a reader keeps together: collections of articles, rows, stories and actors; what they follow."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.store import kept

_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_TITLE, _LONGEST_NOTE = 200, 4000


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a collection."""

    item: str
    """Id of an article, row, story or actor."""
    note: str
    """What the reader wrote beside it; empty for nothing."""
    made: str
    """When it was put there, UTC, as ISO text."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A list that a reader made."""

    id: str
    """The end of its address."""
    title: str
    """What it is called."""
    note: str
    """What it is for."""
    share: str | None
    """The end of the link that opens it to others; None while it is private."""
    made: str
    """When it was made, UTC, as ISO text."""
    items: tuple[Item, ...]
    """In the reader's order."""


def collections(conn: Connection) -> list[Collection]:
    """Return all collections, the one made last first."""
    table = kept.collection
    rows = conn.execute(sa.select(table).order_by(table.c.made.desc(), table.c.id))
    return [_of(conn, row) for row in rows]


def collection_of(conn: Connection, id: str) -> Collection:
    """Return a collection by its id; raises UnknownName when there is none."""
    table = kept.collection
    row = conn.execute(sa.select(table).where(table.c.id == id)).one_or_none()
    if row is None:
        raise UnknownName(f"no collection {id!r}", "the page of collections lists them")
    return _of(conn, row)


def shared_collection(conn: Connection, share: str) -> Collection:
    """Return the collection that a shared link opens; raises UnknownName where none is."""
    table = kept.collection
    row = conn.execute(sa.select(table).where(table.c.share == share)).one_or_none()
    if row is None:
        raise UnknownName("this link opens no collection", "ask who sent it for another")
    return _of(conn, row)


def make_collection(conn: Connection, title: str, note: str = "") -> Collection:
    """Make a collection, private; raises UnknownName for one without a title."""
    title = " ".join(title.split())[:_LONGEST_TITLE]
    if not title:
        raise UnknownName("a collection without a title", "write what it is called")
    slug = _SLUG.sub("-", title.casefold()).strip("-")[:40] or "list"
    table = kept.collection.c
    taken = set(conn.scalars(sa.select(table.id).where(table.id.like(f"{slug}%"))).all())
    id = next(one for one in (slug, *(f"{slug}-{n}" for n in range(2, 10_000))) if one not in taken)
    row = {"id": id, "title": title, "note": note[:_LONGEST_NOTE], "share": None, "made": _now()}
    conn.execute(sa.insert(kept.collection), [row])
    return collection_of(conn, id)


def change_collection(conn: Connection, id: str, title: str, note: str) -> None:
    """Give a collection another title and note."""
    collection_of(conn, id)
    values = {"title": " ".join(title.split())[:_LONGEST_TITLE], "note": note[:_LONGEST_NOTE]}
    table = kept.collection
    conn.execute(sa.update(table).where(table.c.id == id).values(values))


def drop_collection(conn: Connection, id: str) -> None:
    """Delete a collection; what was in it stays where it is."""
    collection_of(conn, id)
    conn.execute(sa.delete(kept.collected).where(kept.collected.c.collection == id))
    conn.execute(sa.delete(kept.collection).where(kept.collection.c.id == id))


def share_collection(conn: Connection, id: str, shared: bool) -> str | None:
    """Open a collection to whoever has its link, or close it; return the end of the link."""
    collection_of(conn, id)
    share = secrets.token_urlsafe(18) if shared else None
    table = kept.collection
    conn.execute(sa.update(table).where(table.c.id == id).values(share=share))
    return share


def put_item(conn: Connection, id: str, item: str, note: str = "") -> None:
    """Put something at the end of a collection; what is in it already gets the note."""
    collection_of(conn, id)
    table = kept.collected
    here = sa.and_(table.c.collection == id, table.c.item == item)
    note = note[:_LONGEST_NOTE]
    if conn.scalar(sa.select(table.c.item).where(here)) is not None:
        conn.execute(sa.update(table).where(here).values(note=note))
        return
    last = conn.scalar(sa.select(sa.func.max(table.c.n)).where(table.c.collection == id))
    n = 0 if last is None else last + 1
    row = {"collection": id, "item": item, "n": n, "note": note, "made": _now()}
    conn.execute(sa.insert(table), [row])


def drop_item(conn: Connection, id: str, item: str) -> None:
    """Take something out of a collection."""
    table = kept.collected
    conn.execute(sa.delete(table).where(table.c.collection == id, table.c.item == item))


def order_items(conn: Connection, id: str, items: Sequence[str]) -> None:
    """Put the items of a collection in this order; those not named follow in their own."""
    rest = [one.item for one in collection_of(conn, id).items if one.item not in items]
    table = kept.collected
    for n, item in enumerate((*items, *rest)):
        here = sa.and_(table.c.collection == id, table.c.item == item)
        conn.execute(sa.update(table).where(here).values(n=n))


def follow(conn: Connection, item: str) -> None:
    """Follow two states (`USA-RUS`) or an actor (its id)."""
    unfollow(conn, item)
    conn.execute(sa.insert(kept.follow), [{"item": item, "made": _now()}])


def unfollow(conn: Connection, item: str) -> None:
    """Follow something no more."""
    conn.execute(sa.delete(kept.follow).where(kept.follow.c.item == item))


def followed(conn: Connection) -> list[str]:
    """Return what is followed, in the order in which it was."""
    table = kept.follow.c
    return list(conn.scalars(sa.select(table.item).order_by(table.made, table.item)).all())


def _of(conn: Connection, row: sa.Row[tuple[str, ...]]) -> Collection:
    table = kept.collected
    found = conn.execute(sa.select(table).where(table.c.collection == row.id).order_by(table.c.n))
    items = tuple(Item(one.item, one.note, one.made) for one in found)
    return Collection(row.id, row.title, row.note, row.share, row.made, items)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
