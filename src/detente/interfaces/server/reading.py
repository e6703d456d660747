"""What every request begins with: the archive in one state, names and offices, and the as-of day.

A route asks for it with `at: Reading = Depends(reading)`; one that writes, with `writing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator
from sqlalchemy.engine import Connection

from detente.archive import Archive
from detente.interfaces.days import first_day, last_day
from detente.interfaces.server.access import Access, Who, reader
from detente.knowledge.registry import Registry
from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.known import registry_of
from detente.query.names import actor_ids, article_id, issue_id, state_code
from detente.query.reference import reference
from detente.store import Database


def _first(text: object) -> object:
    return (first_day(text) if text.strip() else None) if isinstance(text, str) else text


def _last(text: object) -> object:
    return (last_day(text) if text.strip() else None) if isinstance(text, str) else text


FirstDay = Annotated[date | None, BeforeValidator(_first)]
"""A day, month or year as its first day; nothing where it is empty."""
LastDay = Annotated[date | None, BeforeValidator(_last)]
"""A day, month or year as its last day; nothing where it is empty."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The archive as one request sees it."""

    conn: Connection
    """Sees one state of the archive."""
    reference: Reference
    """Names, states, issues and tenures, the reader's own among them."""
    registry: Registry
    """The same as the resolver of names uses it."""
    as_of: date | None
    """Only what was printed by this day; None for all."""
    who: Who
    """Whom the request comes from."""

    def filters(
        self,
        *,
        states: Sequence[str] = (),
        actor: str | None = None,
        by: str | None = None,
        by_state: str | None = None,
        issue: str | None = None,
        article: str | None = None,
        **more: Any,
    ) -> Filters:
        """Return what was asked for with names made ids, as of the day; empty text asks nothing.

        `more` are the other fields of `Filters`, as they are. Raises UnknownName, with what is near,
        for a name that nobody knows.
        """
        given = {name: value for name, value in more.items() if value not in (None, "")}
        if by:
            given["by"] = self.actors(by)
        if by_state:
            given["by_state"] = state_code(by_state)
        return Filters(
            states=tuple(state_code(state) for state in states if state),
            actors=self.actors(actor),
            issue=issue_id(issue, self.reference) if issue else None,
            article=article_id(self.conn, article) if article else None,
            as_of=self.as_of,
            **given,
        )

    def actors(self, name: str | None) -> tuple[str, ...]:
        """Return the ids that a name stands for; none for no name."""
        return actor_ids(name, self.registry, self.conn) if name else ()


def reading(
    request: Request,
    as_of: Annotated[
        LastDay, Query(description="Only what was printed by this day: 2013-05-09, 2013-05 or 2013.")
    ] = None,
    who: Who = Depends(reader),
) -> Iterator[Reading]:
    """Give the archive for the time of a request."""
    database: Database = request.app.state.database
    with database.read() as conn:
        known = registry_of(conn)
        yield Reading(conn, reference(known), known, as_of, who)


def open_reading(
    request: Request,
    as_of: Annotated[LastDay, Query()] = None,
) -> Iterator[Reading]:
    """Give the archive to a page that whoever has its address may read."""
    database: Database = request.app.state.database
    access: Access = request.app.state.access
    who = access.who(request) or Who("", "read", "link")
    with database.read() as conn:
        known = registry_of(conn)
        yield Reading(conn, reference(known), known, as_of, who)


def writing(request: Request) -> Archive:
    """Give the archive to a route that changes it; who may is asked by `access.writer` beside it."""
    archive: Archive = request.app.state.archive
    return archive
