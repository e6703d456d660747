"""Judgements and verdicts: read by whoever may read, written by whoever may write.

A write needs a key with the scope `write`, or the cookie of a session with its CSRF token in
`X-CSRF-Token`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from detente.archive import Archive
from detente.errors import UnknownName
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import Limit, Next, sound
from detente.interfaces.server.api.describing import EXAMPLES, WRITE, described
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.reading import Reading, reading, writing
from detente.query.directory import page_of_judgements
from detente.query.paging import USUAL
from detente.records import Judgement
from detente.store import Database
from detente.userdata import decide, take_back

router = APIRouter()
Name = Field(min_length=1, max_length=300, description="An id, a full name or a surname.")
Key = Annotated[str, Path(max_length=100, description="Its id.")]
Said = Literal["yes", "no", "unsure"]


class Merge(BaseModel):
    """Two names are of one actor."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLES["merge"]]})
    kept: str = Name
    other: str = Name


class Split(BaseModel):
    """Two actors are not one."""

    model_config = ConfigDict(extra="forbid")
    left: str = Name
    right: str = Name


class Rename(BaseModel):
    """An actor is shown under another name."""

    model_config = ConfigDict(extra="forbid")
    actor: str = Name
    name: str = Field(max_length=300, description="The new name; empty: the one it had.")


class Verdict(BaseModel):
    """What a reader says of a link."""

    model_config = ConfigDict(extra="forbid")
    answer: Said = Field(description="`yes`: it holds for ever; `no`: it is never made again.")


@router.get(
    "/judgements",
    tags=["judgements"],
    responses=described("JudgementPage"),
    summary="List judgements.",
)
def judgements(
    request: Request, at: Reading = Depends(reading), limit: Limit = USUAL, next: Next = None
) -> Response:
    """Merges, splits and names that a reader gave, in the order in which they were made."""
    with sound():
        page = page_of_judgements(at.conn, limit=limit, after=next)
    body = {"items": plain(page.items), "next": page.next, "total": page.total}
    return answer(request, body, next=page.next)


_MADE = described("JudgementPage", what="What was written.", status=201, wrong=WRITE)


def _made(request: Request, found: Sequence[Judgement]) -> Response:
    body = {"items": plain(tuple(found)), "next": None, "total": len(found)}
    return answer(request, body, status=201)


@router.post(
    "/judgements/merge",
    tags=["judgements"],
    status_code=201,
    responses=_MADE,
    summary="Judge that two names are of one actor.",
)
def merge(
    request: Request, body: Merge, archive: Archive = Depends(writing), who: Who = Depends(writer)
) -> Response:
    """The first is shown from now on. A name that nobody or several have is 422."""
    with sound():
        return _made(request, archive.own.merge(body.kept, body.other))


@router.post(
    "/judgements/split",
    tags=["judgements"],
    status_code=201,
    responses=_MADE,
    summary="Judge that two are not one.",
)
def split(
    request: Request, body: Split, archive: Archive = Depends(writing), who: Who = Depends(writer)
) -> Response:
    """A merge of them, by a reader or the machine, is undone, and they are never linked again."""
    with sound():
        return _made(request, archive.own.split(body.left, body.right))


@router.post(
    "/judgements/rename",
    tags=["judgements"],
    status_code=201,
    responses=_MADE,
    summary="Judge under which name an actor is shown.",
)
def rename(
    request: Request, body: Rename, archive: Archive = Depends(writing), who: Who = Depends(writer)
) -> Response:
    """The former name still finds them."""
    with sound():
        return _made(request, archive.own.rename(body.actor, body.name))


@router.delete(
    "/judgements/{id}",
    tags=["judgements"],
    responses=described("Judgement", what="What it was.", wrong=WRITE),
    summary="Take a judgement back.",
)
def undo(
    request: Request, id: Key, archive: Archive = Depends(writing), who: Who = Depends(writer)
) -> Response:
    """What it was about is the machine's again."""
    return answer(request, plain(archive.own.undo(id)))


@router.put(
    "/links/{id}/verdict",
    tags=["links"],
    responses=described("Link", what="The link as it was before.", wrong=WRITE),
    summary="Say whether a link holds.",
)
def accept(request: Request, id: Key, body: Verdict, who: Who = Depends(writer)) -> Response:
    """A yes makes it the reader's; a no deletes it, and no build writes it again."""
    database: Database = request.app.state.database
    with database.write() as conn:
        return answer(request, plain(decide(conn, id, body.answer)))


@router.delete(
    "/links/{id}/verdict",
    tags=["links"],
    responses=described("Link", what="The link as it is again.", wrong=WRITE),
    summary="Take a verdict on a link back.",
)
def withdraw(request: Request, id: Key, who: Who = Depends(writer)) -> Response:
    """It is the machine's again."""
    database: Database = request.app.state.database
    with database.write() as conn:
        found = take_back(conn, id)
    if found is None:
        raise UnknownName(f"no verdict on {id!r}", "PUT one first")
    return answer(request, plain(found))
