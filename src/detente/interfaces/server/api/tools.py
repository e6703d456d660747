"""Search, what is new, what a text yields, whether the words are there, whether all is well."""

from __future__ import annotations

from importlib.metadata import version
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from detente.errors import InputError
from detente.interfaces.days import first_day
from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.asking import Include, Limit, Next, filters, known_only, sound
from detente.interfaces.server.api.describing import EXAMPLES, described
from detente.interfaces.server.api.plain import plain
from detente.interfaces.server.reading import Reading, reading
from detente.pipeline import PIPELINE_VERSION, Failure, extract_each
from detente.query.changes import changes
from detente.query.filters import Filters
from detente.query.hits import SearchKind
from detente.query.names import article_id
from detente.query.paging import USUAL
from detente.query.searching import KINDS, SearchSort
from detente.query.searching import search as find
from detente.read import read_text
from detente.store import Database, counts, verify

router = APIRouter()
_LONGEST = 100_000
_MANY = 2_000
"""Articles up to which an archive is verified as a whole in one answer."""
_ONE_AT_A_TIME = Lock()
"""A text keeps a core busy for a while, and the parser is one."""


@router.get("/search", tags=["search"], responses=described("Results"), summary="Search.")
def search(
    request: Request,
    q: Annotated[
        str,
        Query(
            max_length=1000,
            description="Words and fields: `missile by:Lavrov`. Empty: all that the filters leave.",
            examples=["missile defence"],
        ),
    ],
    at: Reading = Depends(reading),
    filters: Filters = Depends(filters),
    kind: Annotated[list[SearchKind] | None, Query(description="Only these kinds; repeated.")] = None,
    sort: Annotated[SearchSort, Query(description="Best first, or by day.")] = "best",
    limit: Limit = USUAL,
    next: Next = None,
    include: Annotated[list[Include] | None, Query(description="`evidence`: ranges of text.")] = None,
) -> Response:
    """Articles and rows by their words, with what the hits are about (`facets`, on the first page)."""
    with sound():
        found = find(
            at.conn,
            at.reference,
            at.registry,
            q,
            filters,
            kinds=kind or KINDS,
            sort=sort,
            limit=limit,
            after=next,
        )
    return answer(request, plain(found, evidence=bool(include)), next=found.next)


@router.get(
    "/changes", tags=["search"], responses=described("Changes"), summary="What is new since last time."
)
def new(
    request: Request,
    at: Reading = Depends(reading),
    since: Annotated[
        str | None, Query(max_length=2000, description="`next` of the answer before.")
    ] = None,
    limit: Limit = USUAL,
) -> Response:
    """Rows, stories and judgements in the order in which they came; ask again with `next`."""
    with sound():
        return answer(request, plain(changes(at.conn, since=since, limit=limit)))


class Text(BaseModel):
    """A text, and what is known of it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLES["annotate"]]})
    text: str = Field(min_length=1, max_length=_LONGEST, description="The article, as plain text.")
    published: str | None = Field(
        None, max_length=10, description="The day it was printed: 2013-02-26.", examples=["2013-02-27"]
    )
    outlet: str | None = Field(None, max_length=300, description="Who printed it.")
    url: str | None = Field(None, max_length=2000, description="Its address.")


@router.post(
    "/annotate",
    tags=["annotate"],
    responses=described("Extraction", wrong=(400, 401, 413, 422, 429, 503)),
    summary="What one text yields; nothing is stored.",
)
def annotate(request: Request, body: Text, at: Reading = Depends(reading)) -> Response:
    """The rows that the pipeline reads from a text, each with its range in it."""
    try:
        day = first_day(body.published) if body.published else None
        article = read_text(body.text, outlet=body.outlet or None, url=body.url or None, published=day)
    except (ValueError, InputError) as error:
        raise HTTPException(422, str(error)) from error
    with _ONE_AT_A_TIME:
        found = next(extract_each([article]))
    if isinstance(found, Failure):
        raise HTTPException(422, f"a step breaks on this text: {found.error}")
    return answer(request, plain(found, evidence=True))


_VERIFIED = {
    "type": "object",
    "properties": {
        "ok": {"type": "boolean"},
        "articles": {"type": "integer", "description": "Articles that were looked at."},
        "problems": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/Problem_of_a_row"},
        },
    },
    "required": ["ok", "articles", "problems"],
    "additionalProperties": False,
}


@router.get(
    "/verify",
    tags=["verify"],
    responses=described(_VERIFIED),
    summary="Re-read the words behind every row.",
)
def verified(
    request: Request,
    at: Reading = Depends(reading),
    article: Annotated[
        str | None, Query(description="An article; a large archive is only verified one by one.")
    ] = None,
) -> Response:
    """What is not where its row says it is; nothing where all is sound."""
    with sound():
        only = [article_id(at.conn, article)] if article else None
    number = len(only) if only else counts(at.conn)["article"]
    if only is None and number > _MANY:
        raise HTTPException(422, f"{number} articles are too many; name one, or run `detente verify`")
    problems = plain(tuple(verify(at.conn, only)))
    return answer(request, {"ok": not problems, "articles": number, "problems": problems})


HEALTH = {
    "type": "object",
    "properties": {
        "status": {"type": "string", "enum": ["ok"]},
        "version": {"type": "string"},
        "pipeline": {"type": "string", "description": "Version of what makes rows."},
    },
    "required": ["status", "version", "pipeline"],
    "additionalProperties": False,
}
health = APIRouter()


@health.get(
    "/healthz",
    tags=["verify"],
    dependencies=[Depends(known_only)],
    responses=described(HEALTH, EXAMPLES["health"], wrong=(422, 429, 503)),
    summary="Whether the server and its archive answer.",
)
def healthz(request: Request) -> Response:
    """Open to everybody: nothing of the archive is told."""
    database: Database = request.app.state.database
    with database.read() as conn:
        conn.exec_driver_sql("SELECT 1")
    body = {"status": "ok", "version": version("detente"), "pipeline": PIPELINE_VERSION}
    return answer(request, body)
