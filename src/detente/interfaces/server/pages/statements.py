"""Statements: who said what, to whom, through what, on which issue."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from detente.interfaces.server.lists import Listing, listing
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.rows import statement_row
from detente.interfaces.server.showing import Content
from detente.query.statements import page_of_statements

router = APIRouter()
Kind = Literal["direct", "indirect", "mixed", "no_comment", ""]


@page(router, "/statements")
def statements(
    by: str = "",
    kind: Annotated[Kind, Query()] = "",
    outlet: str = "",
    asked: Listing = Depends(listing),
    at: Reading = Depends(reading),
) -> Content:
    """List statements, the latest first."""
    filters = at.filters(
        states=asked.states,
        any_state=True if asked.states else None,
        by=by,
        issue=asked.issue,
        since=asked.since,
        until=asked.until,
        kind=kind,
        outlet=outlet,
    )
    found = page_of_statements(
        at.conn, at.reference, filters, sort=asked.sort, limit=asked.limit, after=asked.after
    )
    shown = {"page": found, "asked": asked, "by": by, "kind": kind, "outlet": outlet}
    return Content("statements.html", found, [statement_row(one) for one in found.items], shown)
