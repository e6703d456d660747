"""The door: a one-time link, or a form for name and password; and the way out.

Only what is wrong counts toward the tries of a minute: whoever opens a good link gives theirs back.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from detente.interfaces.server.access import Access, NotLetIn, Who, writer
from detente.interfaces.server.guards import client_of
from detente.interfaces.server.links import inside
from detente.interfaces.server.templating import rendered

router = APIRouter()


@router.get("/enter")
def enter(request: Request, key: str = "", next: str = "/") -> Response:
    """Let somebody in by a one-time link; without one, show how to come in."""
    access: Access = request.app.state.access
    if not key:
        return _door(request, 401, next)
    answer = RedirectResponse(inside(next), 303)
    client = client_of(request.scope)
    if wait := access.tries.take(client):
        return _door(request, 429, next, wait=int(wait) + 1)
    if access.enter(key, answer):
        access.tries.give(client)
        return answer
    return _door(request, 403, next, link_used=True)


@router.post("/enter")
def log_in(
    request: Request,
    name: Annotated[str, Form()],
    password: Annotated[str, Form()],
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Let somebody in by name and password."""
    access: Access = request.app.state.access
    answer = RedirectResponse(inside(next), 303)
    client = client_of(request.scope)
    if wait := access.tries.take(client):
        return _door(request, 429, next, wait=int(wait) + 1)
    if access.log_in(name, password, answer):
        access.tries.give(client)
        return answer
    return _door(request, 403, next, wrong=True)


@router.post("/leave")
def leave(request: Request, who: Who = Depends(writer)) -> Response:
    """End the session of a browser."""
    if who.by == "token":
        raise NotLetIn(403, "a key has no session; revoke it with `detente token revoke`")
    access: Access = request.app.state.access
    answer = RedirectResponse("/enter", 303)
    access.leave(answer)
    return answer


def _door(request: Request, status: int, next: str, **shown: object) -> Response:
    settings = request.app.state.settings
    told = {"link_used": False, "wrong": False, "wait": 0, **shown}
    body = rendered(request, "enter.html", {"single": settings.single, "next": inside(next), **told})
    return HTMLResponse(body, status, {"Cache-Control": "no-store"})
