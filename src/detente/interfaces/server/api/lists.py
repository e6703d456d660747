"""Lists: articles and what is read from them, a page at a time, and one of each opened.

Rows that say the same are one item: a meeting told by four outlets is one, with the ids of its reports
under `same`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import AfterValidator
from starlette.responses import Response

from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import Asked, Fields, asked, period, sound, split
from detente.interfaces.server.api.describing import EXAMPLES, described
from detente.interfaces.server.api.plain import only, plain
from detente.interfaces.server.api.schemas import fields_of
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.knowledge.plover import EVENT_TYPES
from detente.query.archived import extractions
from detente.query.articles import page_of_articles
from detente.query.events import page_of_events
from detente.query.forecasts import page_of_forecasts
from detente.query.meetings import page_of_meetings
from detente.query.names import article_id
from detente.query.opened import Opened, opened
from detente.query.paging import Page
from detente.query.positions import page_of_positions
from detente.query.statements import page_of_statements
from detente.query.times import reported_by
from detente.query.views import Act, ArticleView, Encounter, Form, Outlook, Saying, Stand, Status
from detente.records import Article, Extraction

router = APIRouter()
Id = Annotated[str, Path(max_length=200, description="Its id.")]


def _event_type(text: str | None) -> str | None:
    if text is not None and text not in EVENT_TYPES:
        raise ValueError(f"no event type {text!r}; types are {', '.join(EVENT_TYPES)}")
    return text


EventType = Annotated[
    str | None,
    AfterValidator(_event_type),
    Query(description="PLOVER type of the event.", json_schema_extra={"enum": list(EVENT_TYPES)}),
]
Polarity = Literal["for", "against", "mixed", "unclear"]
Spoken = Literal["direct", "indirect", "mixed", "no_comment"]


def page_answer(request: Request, page: Page[Any], ask: Asked, view: type) -> Response:
    """Return a page of a list with the fields that were asked for."""
    items = [plain(item, evidence=ask.evidence) for item in page.items]
    fields = (*ask.fields, "evidence") if ask.fields and ask.evidence else ask.fields
    with sound():
        shown = only(items, fields, fields_of(view))
    body = {"items": shown, "next": page.next, "total": page.total}
    return answer(request, body, next=page.next)


@router.get(
    "/articles", tags=["articles"], responses=described("ArticleViewPage"), summary="List articles."
)
def articles(request: Request, ask: Asked = Depends(asked)) -> Response:
    """Articles in order of publication; `state`, `actor` and `issue` are those that they name."""
    with sound():
        found = page_of_articles(
            ask.at.conn, ask.at.reference, ask.filters, sort=ask.sort, limit=ask.limit, after=ask.next
        )
    return page_answer(request, found, ask, ArticleView)


@router.get(
    "/statements",
    tags=["statements"],
    responses=described("SayingPage", EXAMPLES["statements"]),
    summary="List statements.",
)
def statements(
    request: Request,
    ask: Asked = Depends(asked),
    kind: Annotated[Spoken | None, Query(description="How it is given.")] = None,
) -> Response:
    """Who said what; the reports of one remark together. `by` is the speaker."""
    with sound():
        found = page_of_statements(
            ask.at.conn,
            ask.at.reference,
            ask.also(kind=kind).filters,
            sort=ask.sort,
            limit=ask.limit,
            after=ask.next,
        )
    return page_answer(request, found, ask, Saying)


@router.get(
    "/meetings",
    tags=["meetings"],
    responses=described("EncounterPage", EXAMPLES["meetings"]),
    summary="List meetings, calls and visits.",
)
def meetings(
    request: Request,
    ask: Asked = Depends(asked),
    form: Annotated[Form | None, Query(description="The form of the contact.")] = None,
    status: Annotated[Status | None, Query(description="What came of it.")] = None,
) -> Response:
    """Meetings, the reports of each together, with what they differ on."""
    with sound():
        found = page_of_meetings(
            ask.at.conn,
            ask.at.reference,
            ask.also(kind=form, status=status).filters,
            sort=ask.sort,
            limit=ask.limit,
            after=ask.next,
        )
    return page_answer(request, found, ask, Encounter)


@router.get("/events", tags=["events"], responses=described("ActPage"), summary="List events.")
def events(request: Request, ask: Asked = Depends(asked), type: EventType = None) -> Response:
    """Who did what to whom; events of one type, parties and trigger together."""
    with sound():
        found = page_of_events(
            ask.at.conn,
            ask.at.reference,
            ask.also(kind=type).filters,
            sort=ask.sort,
            limit=ask.limit,
            after=ask.next,
        )
    return page_answer(request, found, ask, Act)


@router.get(
    "/positions", tags=["positions"], responses=described("StandPage"), summary="List positions."
)
def positions(
    request: Request,
    ask: Asked = Depends(asked),
    polarity: Annotated[
        Polarity | None, Query(description="Toward what the claim names, not toward the issue.")
    ] = None,
) -> Response:
    """Where each stands on an issue; the same claim of one actor together."""
    with sound():
        found = page_of_positions(
            ask.at.conn,
            ask.at.reference,
            ask.also(kind=polarity).filters,
            sort=ask.sort,
            limit=ask.limit,
            after=ask.next,
        )
    return page_answer(request, found, ask, Stand)


@router.get(
    "/forecasts", tags=["forecasts"], responses=described("OutlookPage"), summary="List forecasts."
)
def forecasts(
    request: Request,
    ask: Asked = Depends(asked),
    due_from: Annotated[FirstDay, Query(description="First day on which it may fall due.")] = None,
    due_to: Annotated[LastDay, Query(description="Last day on which it may.")] = None,
) -> Response:
    """What is said to come, with its outcome where a later report shows one."""
    period(due_from, due_to)
    with sound():
        found = page_of_forecasts(
            ask.at.conn,
            ask.at.reference,
            ask.also(due_since=due_from, due_until=due_to).filters,
            sort=ask.sort,
            limit=ask.limit,
            after=ask.next,
        )
    return page_answer(request, found, ask, Outlook)


def _article(at: Reading, id: str) -> Extraction:
    """Return an article with all it yields; raises UnknownName for one that was not out by the day."""
    key = article_id(at.conn, id)
    found = extractions(at.conn, [key])[0]
    if not reported_by(found.article.published, at.as_of):
        article_id(at.conn, f"{id} as of {at.as_of}")
    return found


@router.get(
    "/articles/{id}", tags=["articles"], responses=described("Article"), summary="Open an article."
)
def article(
    request: Request, id: Id, at: Reading = Depends(reading), fields: Fields = None
) -> Response:
    """One article whole: its text as printed, its lines with their roles, its captions."""
    found = plain(_article(at, id).article)
    with sound():
        return answer(request, only([found], split(fields), fields_of(Article))[0])


@router.get(
    "/articles/{id}/rows",
    tags=["articles"],
    responses=described("Extraction"),
    summary="Open an article with all that was read from it.",
)
def rows(request: Request, id: Id, at: Reading = Depends(reading)) -> Response:
    """One article and every row that it yields, each with its evidence; ranges are of its text."""
    return answer(request, plain(_article(at, id), evidence=True))


_KINDS = ("statement", "meeting", "event", "position", "forecast")


def _opened(request: Request, kind: str, id: str, at: Reading) -> Response:
    key = id if id.startswith(f"{kind}:") else f"{kind}:{id}"
    return answer(request, plain(opened(at.conn, at.reference, key, as_of=at.as_of), evidence=True))


def _one(kind: str) -> None:
    @router.get(
        f"/{kind}s/{{id}}",
        tags=[f"{kind}s"],
        responses=described(Opened.__name__),
        summary=f"Open a {kind}." if kind != "event" else "Open an event.",
        name=f"open {kind}",
        operation_id=f"open_{kind}",
    )
    def one(request: Request, id: Id, at: Reading = Depends(reading)) -> Response:
        """One thing with all its reports, each with its sentence and its article."""
        return _opened(request, kind, id, at)


for _kind in _KINDS:
    _one(_kind)
