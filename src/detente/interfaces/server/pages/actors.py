"""People and bodies: who is named, and one of them with names, offices, words and counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from detente.archive import Archive
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.links import inside
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading, writing
from detente.interfaces.server.rows import meeting_row, statement_row
from detente.interfaces.server.showing import Content
from detente.query.actor_page import known_of
from detente.query.forecasts import page_of_forecasts
from detente.query.kept import last_printed, named_most
from detente.query.meetings import page_of_meetings
from detente.query.statements import page_of_statements
from detente.query.telling import latest_first
from detente.records import Tenure

router = APIRouter()
_STATEMENTS, _MEETINGS = 20, 12


@page(router, "/actors")
def actors(
    q: str = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 80,
    at: Reading = Depends(reading),
) -> Content:
    """List who is named in the latest articles, most named first, or whose name begins so."""
    found = named_most(at.conn, at.reference, begins=q.strip(), as_of=at.as_of, limit=limit)
    rows = [
        {"id": one.id, "name": one.name, "kind": one.kind, "state": one.state or "", "n": one.mentions}
        for one in found
    ]
    return Content("actors.html", found, rows, {"actors": found, "q": q})


@page(router, "/actor/{id}")
def actor(id: str, at: Reading = Depends(reading)) -> Content:
    """Show one actor."""
    ids = at.actors(id)
    known = known_of(at.conn, ids, as_of=at.as_of)
    registered = next((one for one in ids if one in at.registry.actors), None)
    entry = at.registry.actors.get(registered or "")
    tenures = at.registry.tenures_of(registered) if registered else ()
    name = known.name or (entry.name if entry else id)
    filters = at.filters(by=id)
    if id.startswith("state:"):
        filters = at.filters(by_state=id.removeprefix("state:"))
    said = page_of_statements(at.conn, at.reference, filters, sort="-reported", limit=_STATEMENTS)
    met = page_of_meetings(
        at.conn, at.reference, at.filters(actor=id), sort="-reported", limit=_MEETINGS
    )
    told = page_of_forecasts(at.conn, at.reference, at.filters(by=id), limit=1)
    shown = {
        "id": id,
        "ids": ids,
        "name": name,
        "entry": entry,
        "known": known,
        "tenures": sorted(tenures, key=lambda one: one.start.start or date.min),
        "bars": _bars(tenures, last_printed(at.conn)),
        "statements": said,
        "meetings": met,
        "met": latest_first(met.items),
        "foretold": told.total or len(told.items),
        "pair": None,
    }
    rows = [statement_row(one) for one in said.items] + [meeting_row(one) for one in met.items]
    data = {"id": id, "ids": ids, "name": name, "known": known, "tenures": tenures}
    return Content("actor.html", {**data, "statements": said, "meetings": met}, rows, shown)


@router.post("/actor/{id}/merge")
def merge(
    request: Request,
    id: str,
    other: Annotated[str, Form()],
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Judge that another name is of this actor."""
    archive.own.merge(id, other)
    return RedirectResponse(inside(f"/actor/{id}"), 303)


@router.post("/actor/{id}/split")
def split(
    request: Request,
    id: str,
    other: Annotated[str, Form()],
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Judge that one of the ids that are shown as this actor is another."""
    archive.own.split(id, other)
    return RedirectResponse(inside(f"/actor/{id}"), 303)


@router.post("/actor/{id}/rename")
def rename(
    id: str,
    name: Annotated[str, Form()] = "",
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Judge under which name this actor is shown."""
    archive.own.rename(id, name)
    return RedirectResponse(inside(f"/actor/{id}"), 303)


def _bars(tenures: Sequence[Tenure], until: date | None) -> list[dict[str, object]]:
    """Return the offices as bars on one axis of years: of 600 units, from the first to the last."""
    dated = [one for one in tenures if one.start.start]
    if not dated:
        return []
    first = min(one.start.start for one in dated if one.start.start).year
    ends = [one.end.end or one.end.start for one in dated if one.end.known]
    years = [day.year for day in (*ends, until) if day]
    last = max([*years, first + 1]) + 1
    open_end = date(last, 1, 1)

    def x(day: date) -> float:
        return round(600 * ((day.year - first) + day.timetuple().tm_yday / 366) / (last - first), 1)

    return [
        {
            "tenure": one,
            "x": x(one.start.start),
            "width": max(3.0, x(one.end.end or one.end.start or open_end) - x(one.start.start)),
            "open": not one.end.known,
        }
        for one in sorted(dated, key=lambda one: one.start.start or date.min)
        if one.start.start
    ]
