"""What every command that asks the archive begins with: the open archive, and names made ids."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer
from sqlalchemy.engine import Connection

from detente.query.desk import Reference
from detente.query.filters import Filters
from detente.query.known import registry_of
from detente.query.names import actor_ids, article_id, issue_id, names_taken, state_code
from detente.query.reference import reference
from detente.store import open_database


@dataclass(frozen=True, slots=True)
class Asking:
    """An archive open for reading."""

    conn: Connection
    """Sees one state of the archive."""
    reference: Reference
    """The tables of knowledge."""

    def actors(self, name: str | None) -> tuple[str, ...]:
        """Return the ids that a name stands for; none for no name.

        Where they are of somebody who is not written so, standard error says who was taken.
        """
        if not name:
            return ()
        ids = actor_ids(name, registry_of(self.conn), self.conn)
        if other := names_taken(name, ids, registry_of(self.conn)):
            typer.echo(f"nobody is called {name!r}; taken for {other}", err=True)
        return ids

    def filters(
        self,
        *,
        states: list[str] | None = None,
        actor: str | None = None,
        issue: str | None = None,
        article: str | None = None,
        since: date | None = None,
        until: date | None = None,
        as_of: date | None = None,
        limit: int | None = None,
    ) -> Filters:
        """Return what was asked for with names made ids; a name that nobody knows is an error."""
        return Filters(
            states=tuple(state_code(state) for state in states or ()),
            actors=self.actors(actor),
            issue=issue_id(issue, self.reference) if issue else None,
            article=article_id(self.conn, article) if article else None,
            since=since,
            until=until,
            as_of=as_of,
            limit=limit,
        )


@contextmanager
def asking(db: Path) -> Iterator[Asking]:
    """Give an archive open for reading; raises ArchiveError when there is none at the path."""
    database = open_database(db, create=False)
    try:
        with database.read() as conn:
            yield Asking(conn, reference(registry_of(conn)))
    finally:
        database.close()
