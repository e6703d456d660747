"""What a caller asks for by name, in the words of the archive's methods, becomes filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.filters import Filters
from detente.query.known import registry_of
from detente.query.names import actor_ids, article_id, issue_id, state_code
from detente.query.reference import reference


def filters_of(conn: Connection, asked: Mapping[str, Any]) -> Filters:
    """Return what was asked for by name as conditions on rows.

    Raises TypeError for a filter that there is not, UnknownName for a name that nobody has.
    """
    unknown = asked.keys() - {
        *("states", "actor", "by", "by_state", "issue", "article", "outlet", "kind", "status"),
        *("since", "until", "reported_since", "reported_until", "as_of", "limit"),
    }
    if unknown:
        raise TypeError(f"no filter called {', '.join(sorted(unknown))}")
    states = asked.get("states") or ()
    states = (states,) if isinstance(states, str) else states
    actor, issue, article = asked.get("actor"), asked.get("issue"), asked.get("article")
    by, by_state = asked.get("by"), asked.get("by_state")
    known = registry_of(conn)
    return Filters(
        states=tuple(state_code(state) for state in states),
        actors=actor_ids(actor, known, conn) if actor else (),
        issue=issue_id(issue, reference(known)) if issue else None,
        article=article_id(conn, article) if article else None,
        since=day_of(asked.get("since")),
        until=day_of(asked.get("until")),
        as_of=day_of(asked.get("as_of")),
        by=actor_ids(by, known, conn) if by else (),
        by_state=state_code(by_state) if by_state else None,
        outlet=asked.get("outlet"),
        kind=asked.get("kind"),
        status=asked.get("status"),
        reported_since=day_of(asked.get("reported_since")),
        reported_until=day_of(asked.get("reported_until")),
        limit=asked.get("limit"),
    )


def day_of(value: date | str | None) -> date | None:
    """Return a day given as such or as ISO text; raises UnknownName for any other text."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise UnknownName(f"{value!r} is no day", "write it as 2013-02-26") from error
    return value
