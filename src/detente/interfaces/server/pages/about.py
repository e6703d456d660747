"""About this record: what it rests on, how it is made, what it cannot say; outlets; keys."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request

from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.showing import Content
from detente.pipeline import PIPELINE_VERSION
from detente.query.kept import OutletLine, last_printed, outlets
from detente.query.proposals import reviewed
from detente.query.series import FORMULA
from detente.store import counts, unread

router = APIRouter()
_UNREAD = 50


def counts_of(request: Request, at: Reading) -> dict[str, int]:
    """Return how many rows of each kind there are, kept until the archive changes."""
    return memory_of(request).get("counts", lambda: counts(at.conn))


def outlets_of(request: Request, at: Reading) -> list[OutletLine]:
    """Return the outlets with what the archive has of each, kept until the archive changes."""
    return memory_of(request).get(
        ("outlets", at.as_of),
        lambda: outlets(at.conn, at.as_of.isoformat() if at.as_of else None),
    )


@page(router, "/about")
def about(request: Request, at: Reading = Depends(reading)) -> Content:
    """Show what the record rests on; counted once for each state of the archive."""
    found = counts_of(request, at)
    shown = {
        "counts": found,
        "formula": FORMULA,
        "pipeline": PIPELINE_VERSION,
        "last": last_printed(at.conn),
        "reviewed": reviewed(at.conn),
    }
    rows = [{"what": name, "n": count} for name, count in found.items()]
    return Content("about.html", shown, rows, shown)


@page(router, "/sources")
def sources(request: Request, at: Reading = Depends(reading)) -> Content:
    """List the outlets with what the archive has of each, and what could not be read."""
    found = outlets_of(request, at)
    bad = list(unread(at.conn))[:_UNREAD]
    rows = [
        {
            "outlet": one.name or "",
            "articles": one.articles,
            "first": one.first or "",
            "last": one.last or "",
            "cut_off": one.cut_off,
            "paywalled": one.paywalled,
            "undated": one.undated,
        }
        for one in found
    ]
    return Content("sources.html", {"outlets": found}, rows, {"outlets": found, "unread": bad})


@page(router, "/keys")
def keys(at: Reading = Depends(reading)) -> Content:
    """List the keys."""
    return Content("keys.html", {}, [])
