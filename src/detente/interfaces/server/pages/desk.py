"""The desk: what has changed, what is due, what waits for a verdict."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.showing import Content

router = APIRouter()


@page(router, "/")
def desk(at: Reading = Depends(reading)) -> Content:
    """Show the desk."""
    return Content("desk.html", {}, [])
