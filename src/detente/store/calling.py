"""Under which words the people are found whom only articles know: full names, surnames, given names.

A registry answers for its own; these may be hundreds of thousands, so their names lie in an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import own, tables
from detente.store.entries import called

_CHUNK = 400
_NEAR = 300
"""Names with the same beginning that are looked at for one that nobody has."""


def plain_name(text: str) -> str:
    """Return a name as it is compared: without points and hyphens, in lower case.

    >>> plain_name("J.-P. Example")
    'j p example'
    """
    return " ".join(text.replace(".", "").replace("-", " ").casefold().split())


def surname(text: str) -> str:
    """Return the last word of a name as it is compared; empty for none.

    >>> surname("Ada Sample")
    'sample'
    """
    return "".join(plain_name(text).split()[-1:])


def call(conn: Connection, actors: Sequence[str]) -> None:
    """Write afresh under which words actors are found that articles know: by their names, and by those
    they are shown under. Of an actor that is gone nothing stays."""
    actor, shown = tables.actor.c, own.identity.c
    for chunk in _chunks(actors):
        conn.execute(sa.delete(called).where(called.c.actor.in_(chunk)))
        there = sa.select(actor.id, actor.name).where(actor.id.in_(chunk))
        as_shown = (
            sa.select(actor.id, shown.name)
            .join_from(tables.actor, own.identity, shown.actor == actor.id)
            .where(actor.id.in_(chunk))
        )
        pairs = {
            (word, key)
            for query in (there, as_shown)
            for key, name in conn.execute(query).all()
            for word in (plain_name(name), surname(name))
            if word
        }
        if pairs:
            rows = [{"word": word, "actor": key} for word, key in sorted(pairs)]
            conn.execute(sa.insert(called), rows)


def called_so(conn: Connection, name: str) -> list[str]:
    """Return the actors, known from articles alone, whose name or surname this is, in order."""
    query = sa.select(called.c.actor).where(called.c.word == plain_name(name))
    return list(conn.scalars(query.order_by(called.c.actor)).all())


def called_nearly(conn: Connection, name: str) -> list[str]:
    """Return words that actors are called by and that begin as a name does, for a reader to choose."""
    begin = plain_name(name)[:2]
    if not begin:
        return []
    query = sa.select(called.c.word).distinct().where(called.c.word >= begin)
    query = query.where(called.c.word < begin + "\U0010ffff").order_by(called.c.word)
    return list(conn.scalars(query.limit(_NEAR)).all())


def called_in(conn: Connection, articles: Sequence[str]) -> list[str]:
    """Return the actors that only these articles know."""
    actor = tables.actor.c
    return [
        key
        for chunk in _chunks(articles)
        for key in conn.scalars(sa.select(actor.id).where(actor.article.in_(chunk))).all()
    ]


def uncall(conn: Connection, actors: Iterable[str]) -> None:
    """Forget the names of actors."""
    for chunk in _chunks(list(actors)):
        conn.execute(sa.delete(called).where(called.c.actor.in_(chunk)))


def _chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
