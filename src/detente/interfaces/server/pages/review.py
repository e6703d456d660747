"""Review: one proposal and its sentences, a verdict by one key, and the way back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from detente.archive import Archive
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading, writing
from detente.interfaces.server.showing import Content
from detente.query.proposals import ASKED, next_proposal, reviewed, waiting
from detente.userdata import Answer

router = APIRouter()


@page(router, "/review")
def review(relation: str = "", at: Reading = Depends(reading)) -> Content:
    """Show the proposal to decide next."""
    asked = relation if relation in ASKED else None
    found = next_proposal(at.conn, at.reference, relation=asked)
    left, done = waiting(at.conn), reviewed(at.conn)
    shown = {
        "proposal": found,
        "waiting": left,
        "done": sum(done.values()),
        "relation": asked,
        "total": sum(left.values()),
    }
    rows = [{"relation": name, "waiting": count} for name, count in left.items()]
    return Content("review.html", {"next": found, "waiting": left, "reviewed": done}, rows, shown)


@router.post("/review")
def decide(
    request: Request,
    link: Annotated[str, Form()],
    answer: Annotated[Answer, Form()],
    relation: Annotated[str, Form()] = "",
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Write a verdict and go on to the next proposal."""
    archive.own.decide(link, answer)
    return _next(relation)


@router.post("/review/undo")
def undo(
    relation: Annotated[str, Form()] = "",
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Take back the last verdict; its proposal is asked again."""
    archive.own.take_back()
    return _next(relation)


def _next(relation: str) -> Response:
    end = f"?relation={relation}" if relation in ASKED else ""
    return RedirectResponse(f"/review{end}", 303)
