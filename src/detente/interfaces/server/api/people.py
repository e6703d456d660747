"""Who and what the archive names: actors, offices, forecasters, issues, outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import Include, Limit, Next, sound
from detente.interfaces.server.api.describing import EXAMPLES, described
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.pages.forecasts import OF_EXPERT
from detente.interfaces.server.reading import FirstDay, Reading, reading
from detente.query.directory import actor_view, issue_lines, page_of_actors, page_of_outlets
from detente.query.forecasts import expert
from detente.query.names import state_code
from detente.query.offices import LEADING, holders
from detente.query.paging import USUAL, Page
from detente.query.views import OfficeView
from detente.query.who import who
from detente.records import When

router = APIRouter()
Name = Annotated[str, Path(max_length=300, description="An id, a full name or a surname.")]
On = Annotated[FirstDay, Query(description="On this day; else ever.")]


@router.get("/actors", tags=["actors"], responses=described("ActorLinePage"), summary="List actors.")
def actors(
    request: Request, at: Reading = Depends(reading), limit: Limit = USUAL, next: Next = None
) -> Response:
    """Everybody whom articles name, in order of ids; `shown_as` says who is one with whom."""
    with sound():
        return _page(request, page_of_actors(at.conn, at.reference, limit=limit, after=next))


@router.get(
    "/actors/{name}", tags=["actors"], responses=described("ActorView"), summary="Open an actor."
)
def actor(request: Request, name: Name, at: Reading = Depends(reading)) -> Response:
    """One actor: the names seen, all ids that are one with it, the offices held."""
    return answer(request, plain(actor_view(at.conn, at.reference, at.registry, at.actors(name))))


@router.get(
    "/experts/{name}",
    tags=["forecasts"],
    responses=described("Record"),
    summary="The record of a forecaster.",
)
def forecaster(
    request: Request,
    name: Name,
    at: Reading = Depends(reading),
    include: Annotated[list[Include] | None, Query(description="`evidence`: ranges of text.")] = None,
) -> Response:
    """What somebody has foretold, what came of it, and how often it came true.

    It rests on the forecasts that were printed last: `left_out` is how many earlier ones there are.
    """
    found = expert(at.conn, at.reference, at.filters(actor=name), most=OF_EXPERT)
    return answer(request, plain(found, evidence=bool(include)))


@router.get("/who", tags=["actors"], responses=described("HeldPage"), summary="Who held an office.")
def held(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=300, description="An office, or a name.")],
    at: Reading = Depends(reading),
    state: Annotated[str | None, Query(description="The state of the office or person.")] = None,
    on: On = None,
) -> Response:
    """Holders of an office, or the offices of somebody, as the registry knows them."""
    with sound():
        found = who(at.registry, q, state_code(state) if state else None, on)
    return _whole(request, found)


@router.get(
    "/offices", tags=["actors"], responses=described("OfficeViewPage"), summary="List leading offices."
)
def offices(
    request: Request,
    state: Annotated[list[str], Query(min_length=1, max_length=20, description="States, repeated.")],
    at: Reading = Depends(reading),
    on: On = None,
) -> Response:
    """Head of state, head of government and foreign minister of states, with their holders."""
    when = When.day(on) if on else When()
    found = []
    with sound():
        codes = [state_code(one) for one in state]
    for code in dict.fromkeys(codes):
        for role in LEADING:
            if held := holders(at.reference, code, role, when):
                found.append(OfficeView(code, f"{code}:{role}", held[0].title, held))
    return _whole(request, found)


@router.get(
    "/issues",
    tags=["issues"],
    responses=described("IssueLinePage", EXAMPLES["issues"]),
    summary="List issues.",
)
def issues(request: Request, at: Reading = Depends(reading)) -> Response:
    """Every issue that there is, by name, with how many articles have a row on it."""
    return _whole(request, issue_lines(at.conn, at.registry))


@router.get(
    "/outlets", tags=["articles"], responses=described("OutletLinePage"), summary="List outlets."
)
def outlets(
    request: Request, at: Reading = Depends(reading), limit: Limit = USUAL, next: Next = None
) -> Response:
    """The outlets that articles name, in order of their names."""
    with sound():
        return _page(request, page_of_outlets(at.conn, limit=limit, after=next))


def _page(request: Request, page: Page[object]) -> Response:
    body = {"items": plain(page.items), "next": page.next, "total": page.total}
    return answer(request, body, next=page.next)


def _whole(request: Request, items: Sequence[object]) -> Response:
    return answer(request, {"items": plain(tuple(items)), "next": None, "total": len(items)})
