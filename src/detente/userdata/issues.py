"""A reader's own issues are written, and the articles that they touch noted to be built again."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.issues import spellings
from detente.store import own
from detente.userdata.judging import holding, reopen


def put_issue(conn: Connection, issue: OwnIssue) -> int:
    """Write an own issue in place of the one with its id; return how many articles it touches.

    Touched are those that hold a term it has or had: the next build makes them anew, and no others.
    """
    before = own_issues(conn, issue.id)
    conn.execute(sa.delete(own.own_issue).where(own.own_issue.c.id == issue.id))
    values = {"id": issue.id, "name": issue.name, "family": issue.family, "terms": list(issue.terms)}
    conn.execute(sa.insert(own.own_issue), [values])
    return _reopened(conn, [term for one in (*before, issue) for term in one.terms])


def drop_issue(conn: Connection, key: str) -> int:
    """Delete an own issue by its id; return how many articles it touched. Raises UnknownName."""
    before = own_issues(conn, key)
    if not before:
        mine = ", ".join(one.id for one in own_issues(conn)) or "none"
        raise UnknownName(f"no issue {key!r} of your own", f"there are: {mine}")
    conn.execute(sa.delete(own.own_issue).where(own.own_issue.c.id == key))
    return _reopened(conn, [term for one in before for term in one.terms])


def own_issues(conn: Connection, key: str | None = None) -> list[OwnIssue]:
    """Return the reader's issues in order of their ids; the one with an id where one is given."""
    query = sa.select(own.own_issue).order_by(own.own_issue.c.id)
    if key is not None:
        query = query.where(own.own_issue.c.id == key)
    return [
        OwnIssue(row.id, row.name, row.family, tuple(row.terms)) for row in conn.execute(query).all()
    ]


def _reopened(conn: Connection, terms: Iterable[str]) -> int:
    words = sorted({word for term in terms for word in spellings(term)})
    stale = sorted(set(holding(conn, words)))
    reopen(conn, stale)
    return len(stale)
