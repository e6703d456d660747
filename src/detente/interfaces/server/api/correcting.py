"""Corrections: one slot of a row as a reader judged it, with what was read from the article."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from detente.archive import Archive
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import sound
from detente.interfaces.server.api.describing import EXAMPLES, WRITE, described
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.reading import Reading, reading, writing
from detente.query.corrections import row_of
from detente.store.correcting import corrections

router = APIRouter()
Row = Annotated[str, Path(max_length=100, description="Id of a row.")]


class Correction(BaseModel):
    """What one slot of a row is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLES["correct"]]})
    slot: str = Field(min_length=1, max_length=40, description="date, place, speaker, actors ...")
    value: str = Field(
        max_length=500, description="A day or range, a place, names parted by semicolons, or a word."
    )


@router.get(
    "/corrections",
    tags=["judgements"],
    responses=described("CorrectedPage"),
    summary="List corrections.",
)
def listed(
    request: Request,
    at: Reading = Depends(reading),
    row: Annotated[
        list[str] | None, Query(max_length=500, description="Only of these rows; repeated.")
    ] = None,
) -> Response:
    """Slots that a reader corrected, in the order in which they did, with what was read."""
    found = tuple(corrections(at.conn, row))
    return answer(request, {"items": plain(found), "next": None, "total": len(found)})


@router.post(
    "/rows/{id}/corrections",
    tags=["judgements"],
    status_code=201,
    responses=described("Corrected", what="What was written.", status=201, wrong=WRITE),
    summary="Correct one slot of a row.",
)
def correct(
    request: Request,
    id: Row,
    body: Correction,
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """The row says so from now on and after every rebuild; an earlier correction of it is replaced."""
    with archive.reading() as conn:
        row_of(conn, id)
    with sound():
        made = archive.own.correct(id, body.slot, body.value, who.name)
    return answer(request, plain(made), status=201)


@router.delete(
    "/rows/{id}/corrections/{slot}",
    tags=["judgements"],
    responses=described("Corrected", what="What it was.", wrong=WRITE),
    summary="Take a correction back.",
)
def undo(
    request: Request,
    id: Row,
    slot: Annotated[str, Path(max_length=40, description="Name of the slot.")],
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """The row says again what was read from the article."""
    return answer(request, plain(archive.own.uncorrect(id, slot)))
