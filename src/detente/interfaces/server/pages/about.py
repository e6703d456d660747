"""About this record: what it rests on, how it is made, what it cannot say; outlets; keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the articles of an archive cover, and what is thin about it."""

    outlets: int
    """Outlets that say their name."""
    first: str | None
    """Day of the first article, ISO text; None when no day is known."""
    last: str | None
    """Day of the last."""
    articles: int
    """How many articles."""
    unnamed: int
    """How many of them do not say their outlet."""
    undated: int
    """How many have no day."""
    cut_off: int
    """How many stop early."""
    paywalled: int
    """How many their outlet lets not everybody read."""


def counts_of(request: Request, at: Reading) -> dict[str, int]:
    """Return how many rows of each kind there are, kept until the archive changes."""
    return memory_of(request).get("counts", lambda: counts(at.conn))


def outlets_of(request: Request, at: Reading) -> list[OutletLine]:
    """Return the outlets with what the archive has of each, kept until the archive changes."""
    return memory_of(request).get(
        ("outlets", at.as_of),
        lambda: outlets(at.conn, at.as_of.isoformat() if at.as_of else None),
    )


def coverage_of(found: Sequence[OutletLine]) -> Coverage:
    """Return what the articles of some outlets cover together."""
    return Coverage(
        outlets=sum(one.name is not None for one in found),
        first=min((one.first for one in found if one.first), default=None),
        last=max((one.last for one in found if one.last), default=None),
        articles=sum(one.articles for one in found),
        unnamed=sum(one.articles for one in found if one.name is None),
        undated=sum(one.undated for one in found),
        cut_off=sum(one.cut_off for one in found),
        paywalled=sum(one.paywalled for one in found),
    )


@page(router, "/about")
def about(request: Request, at: Reading = Depends(reading)) -> Content:
    """Show what the record rests on; counted once for each state of the archive."""
    found = counts_of(request, at)
    shown = {
        "counts": found,
        "coverage": coverage_of(outlets_of(request, at)),
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
