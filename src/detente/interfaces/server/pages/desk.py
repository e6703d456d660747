"""The desk: what has changed, lies ahead, is due and waits; and the list of relationships."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from detente.errors import ArchiveError
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.links import inside
from detente.interfaces.server.page import page
from detente.interfaces.server.pages.relationship import two_states
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.rows import article_row, forecast_row, meeting_row
from detente.interfaces.server.showing import Content
from detente.query.arrivals import arrivals
from detente.query.articles import page_of_articles
from detente.query.forecasts import page_of_forecasts
from detente.query.kept import last_printed
from detente.query.meetings import page_of_meetings
from detente.query.pairs import PairLine, pairs
from detente.query.proposals import waiting
from detente.query.times import vague
from detente.query.views import ArticleView, Encounter, Outlook
from detente.records import When
from detente.store import Database
from detente.userdata import follow, followed, is_stale, unfollow, visit, visited

router = APIRouter()
_PAIRS, _AHEAD, _DUE, _NEW = 6, 6, 5, 8
_SOON = timedelta(days=90)
MOST_NUMBER = 2**62
"""The largest number of a change that is looked for."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A relationship on the desk."""

    left: str
    """ISO 3166-1 alpha-3 of the first state."""
    right: str
    """Of the second."""
    names: tuple[str, str]
    """Their names."""
    latest: ArticleView | None
    """The last article on both; None where there is none."""
    kept: bool
    """Whether the reader follows it; else it is one that the archive tells most of."""


@page(router, "/")
def desk(
    request: Request,
    since: Annotated[int | None, Query(ge=0, le=MOST_NUMBER)] = None,
    at: Reading = Depends(reading),
) -> Content:
    """Show the desk, kept until the archive changes; `since` is the number of a change.

    Without one, what is new is what came in since the reader's last visit ended.
    """
    last = visited(at.conn, at.who.name) if since is None and at.who.by != "token" else None
    number = last.number if last else since
    kept = _kept_desk(request, at, number)
    _note_visit(request, at)
    told = {"last_visit": last.at if last else None, "since": number, "asked_since": since is not None}
    return replace(kept, shown={**kept.shown, **told})


def desk_of(request: Request, at: Reading) -> Content:
    """Return the desk as its reader, of no name where they need none, will see it next."""
    last = visited(at.conn, at.who.name)
    return _kept_desk(request, at, last.number if last else None)


def _kept_desk(request: Request, at: Reading, number: int | None) -> Content:
    return memory_of(request).get(("desk", at.as_of, number), lambda: _desk(request, at, number))


def _note_visit(request: Request, at: Reading) -> None:
    """Note that the reader was here, where that is worth a write; a busy archive is left alone."""
    if at.who.by == "token" or not is_stale(at.conn, at.who.name):
        return
    database: Database = request.app.state.database
    with suppress(ArchiveError), database.write(beside=True) as conn:
        visit(conn, at.who.name)


def _desk(request: Request, at: Reading, since: int | None) -> Content:
    today = at.as_of or last_printed(at.conn)
    lines = _followed(request, at)
    printed = page_of_articles(
        at.conn, at.reference, at.filters(), sort="-day", limit=_NEW * 4, counted=False
    )
    new = [one for one in printed.items if not vague(one.published)][:_NEW]
    ahead: list[Encounter] = []
    due: tuple[Outlook, ...] = ()
    soon: tuple[Outlook, ...] = ()
    if today:
        planned = at.filters(since=today, status="planned")
        found = page_of_meetings(at.conn, at.reference, planned, sort="day", limit=_AHEAD * 8)
        ahead = [one for one in found.items if _lies_ahead(one.date, today)][:_AHEAD]
        past = at.filters(due_until=today)
        due = page_of_forecasts(at.conn, at.reference, past, sort="-reported", limit=_DUE).items
        coming = at.filters(due_since=today + timedelta(days=1), due_until=today + _SOON)
        soon = page_of_forecasts(at.conn, at.reference, coming, sort="-reported", limit=_DUE).items
    pairs = [(one.left, one.right) for one in lines]
    news = None if since is None else arrivals(at.conn, since, pairs, as_of=at.as_of)
    data = {
        "lines": lines,
        "new": news,
        "today": today,
        "latest": new,
        "ahead": ahead,
        "due": due,
        "soon": soon,
        "waiting": sum(waiting(at.conn).values()),
    }
    rows = [
        *(article_row(one) for one in new),
        *(meeting_row(one) for one in ahead),
        *(forecast_row(one) for one in (*due, *soon)),
    ]
    shown = {**data, "pair": None, "names": at.reference.states}
    return Content("desk.html", data, rows, shown)


@page(router, "/relationships")
def relationships(
    request: Request, left: str = "", right: str = "", at: Reading = Depends(reading)
) -> Content:
    """List the relationships that the latest articles tell of."""
    found = _pairs(request, at)
    rows = [
        {
            "left": one.left,
            "right": one.right,
            "articles": one.articles,
            "rows": one.rows,
            "last": one.last,
        }
        for one in found
    ]
    kept = [two_states(one) for one in followed(at.conn) if "-" in one and ":" not in one]
    shown = {"pairs": found, "kept": kept, "states": at.reference.states}
    return Content("relationships.html", found, rows, shown)


@router.get("/r")
def chosen(left: str = "", right: str = "") -> Response:
    """Lead from the form with two states to their page."""
    states = two_states(f"{left.strip()}-{right.strip()}")
    return RedirectResponse(f"/r/{states[0]}-{states[1]}", 303)


@router.post("/follow")
def follows(
    request: Request,
    item: Annotated[str, Form()],
    on: Annotated[bool, Form()] = True,
    back: Annotated[str, Form()] = "/",
    who: Who = Depends(writer),
) -> Response:
    """Follow two states, or no more."""
    left, right = two_states(item)
    database: Database = request.app.state.database
    with database.write() as conn:
        (follow if on else unfollow)(conn, f"{left}-{right}")
    return RedirectResponse(inside(back), 303)


def _lies_ahead(when: When, today: date) -> bool:
    return when.end is not None and when.end > today and not vague(when)


def _pairs(request: Request, at: Reading) -> list[PairLine]:
    return memory_of(request).get(
        ("pairs", at.as_of), lambda: pairs(at.conn, at.reference, as_of=at.as_of, limit=60)
    )


def on_the_desk(request: Request, at: Reading) -> list[tuple[str, str]]:
    """Return what the reader follows, else what the archive tells most of."""
    return _kept(at) or [(one.left, one.right) for one in _pairs(request, at)[:_PAIRS]]


def _kept(at: Reading) -> list[tuple[str, str]]:
    return [two_states(one) for one in followed(at.conn) if "-" in one and ":" not in one]


def _followed(request: Request, at: Reading) -> list[Followed]:
    """Return what is on the desk with the last article on each."""
    kept = _kept(at)
    lines = []
    for left, right in on_the_desk(request, at):
        filters = at.filters(states=(left, right))
        found = page_of_articles(at.conn, at.reference, filters, sort="-day", limit=_NEW, counted=False)
        names = (at.reference.states.get(left, left), at.reference.states.get(right, right))
        dated = (one for one in found.items if not vague(one.published))
        latest = next(dated, next(iter(found.items), None))
        lines.append(Followed(left, right, names, latest, bool(kept)))
    return lines
