"""Forecasts with what came of them, and the record of one forecaster."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from detente.interfaces.server.lists import Listing, listing
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.rows import forecast_row
from detente.interfaces.server.showing import Content
from detente.interfaces.words import known_as
from detente.query.forecasts import expert, page_of_forecasts
from detente.query.kept import last_printed

router = APIRouter()
OF_EXPERT = 80
"""Forecasts that the record of somebody rests on, those printed last; `detente expert` reads all."""
_SOON = timedelta(days=90)


@page(router, "/forecasts")
def forecasts(
    by: str = "",
    due: Annotated[Literal["", "past", "soon"], Query()] = "",
    asked: Listing = Depends(listing),
    at: Reading = Depends(reading),
) -> Content:
    """List forecasts, the latest first; `due` keeps those whose day has come or comes soon."""
    today = at.as_of or last_printed(at.conn)
    bounds: dict[str, Any] = {}
    if today and due == "past":
        bounds = {"due_until": today}
    elif today and due == "soon":
        bounds = {"due_since": today, "due_until": today + _SOON}
    filters = at.filters(
        states=asked.states,
        by=by,
        issue=asked.issue,
        since=asked.since,
        until=asked.until,
        any_state=True if asked.states else None,
        **bounds,
    )
    found = page_of_forecasts(
        at.conn, at.reference, filters, sort=asked.sort, limit=asked.limit, after=asked.after
    )
    shown = {"page": found, "asked": asked, "by": by, "due": due, "today": today}
    return Content("forecasts.html", found, [forecast_row(one) for one in found.items], shown)


@page(router, "/forecaster/{id}")
def forecaster(id: str, at: Reading = Depends(reading)) -> Content:
    """Show what somebody has foretold, and what came of it."""
    found = expert(at.conn, at.reference, at.filters(by=id), most=OF_EXPERT)
    name = found.forecasts[0].row.forecaster.name if found.forecasts else id
    rows = [forecast_row(one) for one in found.forecasts]
    known = dict.fromkeys(known_as(one.row.forecaster) for one in found.forecasts)
    shown = {"record": found, "id": id, "name": name, "known_as": [one for one in known if one][:3]}
    return Content("forecaster.html", found, rows, shown)
