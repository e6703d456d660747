"""Addresses of feeds: of a relationship, of a search, of each list; and calendars of meetings.

They take the filters of the API's lists. Like everything here they are for those who may read: a feed
reader sends a key as the password of Basic credentials or as `Authorization: Bearer`, or shares the
browser's cookie. No key is ever part of an address, which logs and histories would keep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from sqlalchemy.engine import Connection
from starlette.responses import Response

from detente.export.calendar import calendar_lines
from detente.interfaces.server.api.answering import tagged
from detente.interfaces.server.api.asking import Asked, asked, filters, known_only, sound
from detente.interfaces.server.feeds import MEDIA, Entry, Feed, Form, Item, entry_of, written
from detente.interfaces.server.pages.relationship import two_states
from detente.interfaces.server.reading import Reading, reading
from detente.query.articles import page_of_articles
from detente.query.desk import Reference
from detente.query.events import page_of_events
from detente.query.filters import Filters
from detente.query.forecasts import page_of_forecasts
from detente.query.hits import Found, SearchKind
from detente.query.meetings import meetings, page_of_meetings
from detente.query.positions import page_of_positions
from detente.query.searching import KINDS, search
from detente.query.statements import page_of_statements
from detente.query.views import ArticleView
from detente.store import published_of

router = APIRouter(dependencies=[Depends(known_only)])
MOST = 50
"""Items of a feed."""
_MEETINGS = 1000
"""Meetings of a calendar."""
_LISTS: dict[str, Callable[..., Any]] = {
    "articles": page_of_articles,
    "statements": page_of_statements,
    "meetings": page_of_meetings,
    "events": page_of_events,
    "positions": page_of_positions,
    "forecasts": page_of_forecasts,
}
_OF_TWO = ("meetings", "statements", "positions", "forecasts")
"""What a feed of a relationship is made of."""
Pair = Annotated[str, Path(max_length=100, description="Two states: USA-RUS.")]


def _relationship(form: Form) -> None:
    @router.get(f"/r/{{pair}}.{form}", name=f"relationship {form}", include_in_schema=False)
    def of_two(request: Request, pair: Pair, at: Reading = Depends(reading)) -> Response:
        """What was printed last on two states: meetings, statements, positions, forecasts."""
        left, right = two_states(pair)
        of_both = at.filters(states=(left, right))
        items = [
            item
            for kind in _OF_TWO
            for item in _LISTS[kind](at.conn, at.reference, of_both, sort="-reported", limit=MOST).items
        ]
        names = [at.reference.states.get(code, code) for code in (left, right)]
        title = f"{names[0]} and {names[1]}"
        return _answer(request, at, title, f"/r/{left}-{right}", items, form)


def _listed(kind: str, form: Form) -> None:
    @router.get(f"/{kind}.{form}", name=f"{kind} {form}", include_in_schema=False)
    def of_list(request: Request, ask: Asked = Depends(asked)) -> Response:
        """What was printed last of a kind, with the filters of its list."""
        most = min(ask.limit, MOST)
        with sound():
            found = _LISTS[kind](
                ask.at.conn, ask.at.reference, ask.filters, sort="-reported", limit=most
            )
        return _answer(request, ask.at, kind.capitalize(), f"/{kind}", found.items, form)


def _searched(form: Form) -> None:
    @router.get(f"/search.{form}", name=f"search {form}", include_in_schema=False)
    def of_search(
        request: Request,
        q: Annotated[str, Query(max_length=1000)],
        at: Reading = Depends(reading),
        filters: Filters = Depends(filters),
        kind: Annotated[list[SearchKind] | None, Query()] = None,
    ) -> Response:
        """What answers a query, what was printed last first."""
        with sound():
            found = search(
                at.conn, at.reference, at.registry, q, filters,
                kinds=kind or KINDS, sort="latest", limit=MOST,
            )  # fmt: skip
        return _answer(request, at, f"Search: {q}", "/search", found.items, form)


for _form in MEDIA:
    _relationship(_form)  # type: ignore[arg-type]
    _searched(_form)  # type: ignore[arg-type]
    for _kind in _LISTS:
        _listed(_kind, _form)  # type: ignore[arg-type]


@router.get("/r/{pair}.ics", include_in_schema=False)
def of_pair(request: Request, pair: Pair, at: Reading = Depends(reading)) -> Response:
    """The meetings of two states as a calendar."""
    left, right = two_states(pair)
    return _calendar(
        request, at.conn, at.reference, at.filters(states=(left, right)), f"Meetings {left}-{right}"
    )


@router.get("/meetings.ics", include_in_schema=False)
def of_all(request: Request, ask: Asked = Depends(asked)) -> Response:
    """Meetings as a calendar, with the filters of their list."""
    return _calendar(request, ask.at.conn, ask.at.reference, ask.filters, "Meetings")


def _calendar(
    request: Request, conn: Connection, known: Reference, asked: Filters, name: str
) -> Response:
    found = meetings(conn, known, replace(asked, limit=_MEETINGS))
    address = f"{str(request.base_url).rstrip('/')}/m/{{key}}"
    text = "".join(f"{line}\r\n" for line in calendar_lines(found, name, address))
    return tagged(request, text.encode("utf-8", "replace"), "text/calendar; charset=utf-8")


def _answer(
    request: Request, at: Reading, title: str, page: str, items: Sequence[Item], form: Form
) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    feed = Feed(
        title=title,
        base=str(request.base_url),
        own=str(request.url),
        page=page + query,
        entries=tuple(_newest(at.conn, items)),
    )
    return tagged(request, written(feed, form), MEDIA[form])


def _newest(conn: Connection, items: Iterable[Item]) -> list[Entry]:
    """Return items as entries, the one printed last first."""
    told = [(item, _articles(item)) for item in items]
    printed = published_of(conn, {key for _, keys in told for key in keys})
    entries = []
    for item, keys in told:
        days = [day for key in keys if (when := printed.get(key)) and (day := when.start or when.end)]
        entries.append(entry_of(item, days))
    entries.sort(key=lambda one: (one.updated or date.min, one.id), reverse=True)
    return entries[:MOST]


def _articles(item: Item) -> set[str]:
    if isinstance(item, ArticleView):
        return {item.id}
    if isinstance(item, Found):
        return {item.article.id}
    return {ref.article for ref in item.refs}
