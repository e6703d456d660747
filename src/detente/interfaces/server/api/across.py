"""Across kinds: a relationship, its course, its days, what reports differ on; stories; links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import Include, Limit, Next, period, sound
from detente.interfaces.server.api.describing import described
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.pages.relationship import course_of, record_of, two_states
from detente.interfaces.server.pages.timeline import timeline_for
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.query.directory import OUTCOME, page_of_links, page_of_stories
from detente.query.disagreements import disagreements
from detente.query.latest import latest_articles
from detente.query.names import issue_id, state_code
from detente.query.paging import USUAL, Page
from detente.query.series import series
from detente.query.stories import compare, story
from detente.query.timeline import DENSE

router = APIRouter()
DIFFERING = 20
"""Articles, with those that tell the same stories, in which differences are looked for."""
Left = Annotated[str, Path(max_length=100, description="A state, by code or name.")]
Right = Annotated[str, Path(max_length=100, description="The other state.")]
StoryId = Annotated[str, Path(max_length=200, description="Id of a story, or the beginning of one.")]
Since = Annotated[FirstDay, Query(alias="from", description="First day: 2013-05-07, 2013-05, 2013.")]
Until = Annotated[LastDay, Query(alias="to", description="Last day, inclusive.")]
Evidence = Annotated[list[Include] | None, Query(description="`evidence`: the ranges of text.")]
Relation = Literal[
    "same-meeting", "becomes", "cancelled-by", "same-statement", "same-actor", "same-text", "tells",
    "may-tell", "came-true", "did-not", "partly", "unclear",
]  # fmt: skip


@router.get(
    "/relationships/{left}/{right}",
    tags=["relationships"],
    responses=described("Relationship"),
    summary="The record of two states.",
)
def record(
    request: Request,
    left: Left,
    right: Right,
    at: Reading = Depends(reading),
    since: Since = None,
    until: Until = None,
    include: Evidence = None,
) -> Response:
    """Offices, meetings, acts, statements and positions by issue, forecasts, and what stays open."""
    period(since, until)
    found = record_of(request, at, _pair(left, right), since, until)
    return answer(request, plain(found, evidence=bool(include)))


@router.get(
    "/relationships/{left}/{right}/series",
    tags=["relationships"],
    responses=described("Series"),
    summary="The weekly course of two states toward each other.",
)
def course(
    request: Request,
    left: Left,
    right: Right,
    at: Reading = Depends(reading),
    since: Since = None,
    until: Until = None,
    issue: Annotated[str | None, Query(description="Only deeds on this issue.")] = None,
) -> Response:
    """A point a week each way, with its deeds; a week without any is a gap. The formula is beside."""
    period(since, until)
    pair = _pair(left, right)
    if not issue:
        return answer(request, plain(course_of(request, at, pair, since, until)))
    with sound():
        about = issue_id(issue, at.reference)
    found = series(at.conn, at.reference, *pair, since=since, until=until, as_of=at.as_of, issue=about)
    return answer(request, plain(found))


@router.get(
    "/relationships/{left}/{right}/timeline",
    tags=["relationships"],
    responses=described("DayPage"),
    summary="What happened between two states, day by day.",
)
def timeline(
    request: Request,
    left: Left,
    right: Right,
    at: Reading = Depends(reading),
    since: Since = None,
    until: Until = None,
    issue: Annotated[str | None, Query(description="Only what is on this issue.")] = None,
    days: Annotated[int, Query(ge=1, le=200, description="Most days.")] = DENSE,
) -> Response:
    """The days that matter most, each in verbatim sentences with those that say the like.

    They are read from the latest articles on the two in the period, as the relationship is.
    """
    period(since, until)
    with sound():
        about = issue_id(issue, at.reference) if issue else None
    found = timeline_for(request, at, _pair(left, right), since, until, issue=about, days=days)
    return _whole(request, found.days)


@router.get(
    "/relationships/{left}/{right}/disagreements",
    tags=["relationships"],
    responses=described("DisagreementPage"),
    summary="What reports on two states differ on.",
)
def differences(
    request: Request,
    left: Left,
    right: Right,
    at: Reading = Depends(reading),
    since: Since = None,
    until: Until = None,
) -> Response:
    """Slots, verdicts and numbers that reports give differently; then and later is a kind apart.

    Out of the stories of the articles on the two that were printed last, in the period where there are
    more: `to` leads to earlier ones.
    """
    period(since, until)
    pair = _pair(left, right)
    ids, _ = latest_articles(at.conn, at.reference, *pair, since, until, at.as_of, DIFFERING)
    found = disagreements(
        at.conn,
        at.reference,
        states=pair,
        among=ids,
        since=since,
        until=until,
        as_of=at.as_of,
    )
    return _whole(request, found)


@router.get("/stories", tags=["stories"], responses=described("StoryLinePage"), summary="List stories.")
def stories(
    request: Request, at: Reading = Depends(reading), limit: Limit = USUAL, next: Next = None
) -> Response:
    """Happenings with the articles that tell them, the one with the latest article first."""
    with sound():
        found = page_of_stories(at.conn, limit=limit, after=next, as_of=at.as_of)
    return _page(request, found)


@router.get(
    "/stories/{id}", tags=["stories"], responses=described("StoryView"), summary="Open a story."
)
def one_story(request: Request, id: StoryId, at: Reading = Depends(reading)) -> Response:
    """One story: its articles, those that may tell it too, and how many origins."""
    return answer(request, plain(story(at.conn, at.reference, id, as_of=at.as_of)))


@router.get(
    "/stories/{id}/compare",
    tags=["stories"],
    responses=described("Comparison"),
    summary="A story claim by claim.",
)
def side_by_side(
    request: Request, id: StoryId, at: Reading = Depends(reading), include: Evidence = None
) -> Response:
    """What each article of a story tells, and which are silent."""
    found = compare(at.conn, at.reference, id, as_of=at.as_of)
    return answer(request, plain(found, evidence=bool(include)))


@router.get(
    "/stories/{id}/disagreements",
    tags=["stories"],
    responses=described("DisagreementPage"),
    summary="What reports of a story differ on.",
)
def of_story(request: Request, id: StoryId, at: Reading = Depends(reading)) -> Response:
    """As for two states, of the articles that tell one story."""
    key = story(at.conn, at.reference, id, as_of=at.as_of).id
    found = disagreements(at.conn, at.reference, story_name=key, as_of=at.as_of)
    return _whole(request, found)


@router.get("/links", tags=["links"], responses=described("LinkPage"), summary="List links.")
def links(
    request: Request,
    at: Reading = Depends(reading),
    relation: Annotated[Relation | None, Query(description="Only this relation.")] = None,
    of: Annotated[str | None, Query(description="One end: the id of a row, article or story.")] = None,
    limit: Limit = USUAL,
    next: Next = None,
) -> Response:
    """What relates rows of several articles, with score and reason, in order of ids."""
    with sound():
        found = page_of_links(at.conn, relation=relation, of=of, limit=limit, after=next)
    return _page(request, found)


@router.get("/outcomes", tags=["forecasts"], responses=described("LinkPage"), summary="List outcomes.")
def outcomes(
    request: Request, at: Reading = Depends(reading), limit: Limit = USUAL, next: Next = None
) -> Response:
    """Links from forecasts (left) to the rows that show what came of them (right)."""
    with sound():
        found = page_of_links(at.conn, relation=OUTCOME, limit=limit, after=next)
    return _page(request, found)


def _pair(left: str, right: str) -> tuple[str, str]:
    """Return the codes of two states; raises UnknownName for one that there is not, or twice."""
    return two_states(f"{state_code(left)}-{state_code(right)}")


def _page(request: Request, page: Page[object]) -> Response:
    body = {"items": plain(page.items), "next": page.next, "total": page.total}
    return answer(request, body, next=page.next)


def _whole(request: Request, items: Sequence[object]) -> Response:
    return answer(request, {"items": plain(tuple(items)), "next": None, "total": len(items)})
