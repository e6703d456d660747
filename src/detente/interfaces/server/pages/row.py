"""One row alone: a statement, position, forecast or act with its sentences."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.rows import row_of
from detente.interfaces.server.showing import Content
from detente.query.opened import opened

router = APIRouter()


@page(router, "/row/{id}")
def row(id: str, at: Reading = Depends(reading)) -> Content:
    """Show what a row's id names, with all its reports."""
    found = opened(at.conn, at.reference, id, as_of=at.as_of)
    shown = {"drawer": found, "pair": None, "title": id, "all_tellings": True}
    return Content("row.html", found, [row_of(found.item)], shown)
