"""Meetings, calls and visits in order of time, and one of them with what each outlet tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query
from starlette.responses import RedirectResponse, Response

from detente.archive import Archive
from detente.interfaces.server.access import Who, writer
from detente.interfaces.server.links import inside
from detente.interfaces.server.lists import Listing, listing
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading, writing
from detente.interfaces.server.rows import meeting_row
from detente.interfaces.server.showing import Content
from detente.query.meetings import page_of_meetings
from detente.query.opened import Telling, opened
from detente.query.views import ArticleView, Encounter, Status
from detente.query.views import Form as MeetingForm
from detente.records import Meeting

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of a meeting: its slots and its sentences."""

    row: Meeting
    """The slots as it tells them."""
    article: ArticleView
    """The article."""
    tellings: tuple[Telling, ...]
    """Its sentences."""


@page(router, "/meetings")
def meetings(
    form: Annotated[MeetingForm | Literal[""], Query()] = "",
    status: Annotated[Status | Literal[""], Query()] = "",
    who: str = "",
    asked: Listing = Depends(listing),
    at: Reading = Depends(reading),
) -> Content:
    """List meetings, the latest first."""
    filters = at.filters(
        states=asked.states,
        actor=who,
        issue=asked.issue,
        since=asked.since,
        until=asked.until,
        kind=form,
        status=status,
    )
    found = page_of_meetings(
        at.conn, at.reference, filters, sort=asked.sort, limit=asked.limit, after=asked.after
    )
    shown = {"page": found, "asked": asked, "form": form, "status": status, "with_whom": who}
    return Content("meetings.html", found, [meeting_row(one) for one in found.items], shown)


@page(router, "/m/{key}")
def meeting(key: str, at: Reading = Depends(reading)) -> Content:
    """Show one meeting: its slots, each outlet's sentences side by side, what differs."""
    found = opened(at.conn, at.reference, f"meeting:{key}", as_of=at.as_of)
    item = found.item
    assert isinstance(item, Encounter)
    reports = _reports(item, found.tellings)
    shown = {
        "drawer": found,
        "item": item,
        "reports": reports,
        "differing": {one.slot for one in item.differences},
        "lengths": {one.duration for one in item.rows} - {None},
        "noticed": _noticed(item),
        "pair": None,
    }
    rows = [
        {
            "article": one.article.id,
            "outlet": one.article.outlet or "",
            "published": one.article.published.label(),
            "form": one.row.form,
            "date": one.row.date.label(),
            "place": one.row.place.name if one.row.place else "",
            "status": one.row.status,
            "minutes": one.row.duration,
            "press": one.row.press or "",
            "participants": "; ".join(person.name for person in one.row.participants),
            "agenda": "; ".join(one.row.agenda),
            "occasion": one.row.occasion or "",
            "words": " ".join(telling.words for telling in one.tellings),
        }
        for one in reports
    ]
    return Content("meeting.html", found, rows, shown)


@router.post("/m/{key}/split")
def split(
    key: str,
    row: Annotated[str, Form()],
    archive: Archive = Depends(writing),
    who: Who = Depends(writer),
) -> Response:
    """Judge that one report is of another meeting; it stands alone from then on."""
    archive.own.split_off(row)
    return RedirectResponse(inside(f"/m/{row.partition(':')[2]}"), 303)


def _noticed(item: Encounter) -> list[str]:
    """Return what reporters noticed, without what the slots for length and press say already."""
    told = [*(["last", "hour", "minute"] if item.duration is not None else [])]
    told += ["press conference", "news conference"] if item.press else []
    return [words for words in item.signals if not any(one in words.casefold() for one in told)]


def _reports(item: Encounter, tellings: Sequence[Telling]) -> list[Report]:
    views = {one.article.id: one.article for one in tellings}
    return [
        Report(
            row,
            views[row.article],
            tuple(one for one in tellings if one.article.id == row.article),
        )
        for row in item.rows
        if row.article in views
    ]
