"""Correct a slot: what a row says, what was read, who corrected it, and a form for each slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from detente.archive import Archive
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.links import inside, path_of
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading, writing
from detente.interfaces.server.showing import Content
from detente.query.corrections import row_of, slot_names, written
from detente.query.proposals import end_of
from detente.store.correcting import SLOTS, Corrected, choices, corrections

router = APIRouter()
Text = Annotated[str, Form(max_length=500)]


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a row, with what a reader said of it."""

    name: str
    """Name of the field."""
    value: Any
    """What the row says."""
    text: str
    """The same as a reader would write it."""
    shape: str
    """What it holds; see `store.correcting.Shape`."""
    choices: tuple[str, ...]
    """The words it may hold; none where it holds something else."""
    corrected: Corrected | None
    """What a reader said; None where it is as it was read."""


@page(router, "/correct/{row}")
def form(row: str, back: str = "", at: Reading = Depends(reading)) -> Content:
    """Show the slots of a row with what each says and was read as."""
    found = row_of(at.conn, row)
    said = {one.slot: one for one in corrections(at.conn, [row])}
    kind = row.partition(":")[0]
    slots = [
        Slot(
            name=name,
            value=getattr(found, name),
            text=written(getattr(found, name)),
            shape=SLOTS[kind][name],
            choices=choices(kind, name) if SLOTS[kind][name] == "choice" else (),
            corrected=said.get(name),
        )
        for name in slot_names(row)
    ]
    shown = {
        "row": found,
        "end": end_of(at.conn, at.reference, row),
        "slots": slots,
        "back": inside(back) if back else path_of(row),
    }
    rows = [
        {
            "row": row,
            "slot": one.name,
            "value": one.text,
            "read": written(one.corrected.was) if one.corrected else one.text,
            "by": one.corrected.by if one.corrected else "",
            "made": one.corrected.made if one.corrected else "",
        }
        for one in slots
    ]
    return Content("correct.html", {"row": row, "slots": slots}, rows, shown)


@router.post("/correct/{row}")
def correct(
    request: Request,
    row: str,
    slot: Text,
    value: Text = "",
    back: Text = "",
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Write what one slot is; the form is shown again with it."""
    archive.own.correct(row, slot, value, who.name)
    return _form(row, back, slot)


@router.post("/correct/{row}/undo")
def undo(
    row: str,
    slot: Text,
    back: Text = "",
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Take back what a slot was corrected to."""
    archive.own.uncorrect(row, slot)
    return _form(row, back, slot)


def _form(row: str, back: str, slot: str) -> Response:
    from_page = f"?back={inside(back)}" if back else ""
    return RedirectResponse(inside(f"/correct/{row}{from_page}#{slot}"), 303)
