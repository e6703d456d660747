"""The description of the API: OpenAPI 3.1, with shapes out of the record classes themselves."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response
from starlette.routing import BaseRoute

from detente.interfaces.server.api.answering import answer
from detente.interfaces.server.api.schemas import REF, Schema, Schemas
from detente.query.changes import Changes
from detente.query.directory import ActorLine, ActorView, IssueLine, OutletLine
from detente.query.disagreements import Disagreement
from detente.query.opened import Opened
from detente.query.outcomes import Record
from detente.query.searching import Results
from detente.query.series import Series
from detente.query.stories import Comparison, StoryView
from detente.query.timeline import Day
from detente.query.views import (
    Act,
    ArticleView,
    Encounter,
    OfficeView,
    Outlook,
    Relationship,
    Saying,
    Stand,
)
from detente.query.who import Held
from detente.query.whole import StoryLine
from detente.records import Article, Extraction, Judgement, Link
from detente.store import Problem
from detente.store.correcting import Corrected
from detente.userdata import Collection

PAGED: tuple[type, ...] = (
    Act, ActorLine, ArticleView, Collection, Corrected, Day, Disagreement, Encounter, Held, IssueLine,
    Judgement, Link, OfficeView, OutletLine, Outlook, Saying, Stand, StoryLine,
)  # fmt: skip
"""What there are pages of."""
WHOLE: tuple[type, ...] = (
    ActorView, Article, Changes, Comparison, Extraction, Opened, Record, Relationship, Results,
    Series, StoryView,
)  # fmt: skip
"""What is answered alone."""
_WORDS = """The record of relationships between states, each line with its sentence.

Lists take the same filters and give pages: `items`, `next` (also as a `Link` header) and `total`, null
where nobody counted. Names of states, people and issues are as good as ids. `as_of` asks for what was
printed by a day. Answers have an `ETag`. What goes wrong is `application/problem+json` (RFC 9457).
"""
_OPEN = frozenset(("/healthz", "/api/v1/openapi.json"))
router = APIRouter(include_in_schema=False)


@router.get("/api/v1/openapi.json")
@router.get("/openapi.json")
def openapi(request: Request) -> Response:
    """The description itself; open to everybody."""
    state = request.app.state
    if not hasattr(state, "description"):
        state.description = description(request.app.routes)
    return answer(request, state.description)


def description(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """Return the OpenAPI document of some routes."""
    found = get_openapi(
        title="detente",
        version=version("detente"),
        summary="The record of a relationship between states.",
        description=_WORDS,
        routes=routes,
    )
    components = found.setdefault("components", {})
    components.setdefault("schemas", {}).update(schemas())
    components["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "A key of `detente token`."},
    }
    found["security"] = [{"key": []}]
    for path in _OPEN & set(found["paths"]):
        for operation in found["paths"][path].values():
            operation["security"] = []
    return found


def schemas() -> dict[str, Schema]:
    """Return every shape that answers have, by name."""
    made = Schemas()
    for record in (*PAGED, *WHOLE):
        made.ref(record)
    made.made["Problem_of_a_row"] = made.of(Problem)
    pages = {f"{record.__name__}Page": _page(record.__name__) for record in PAGED}
    return {**made.made, **pages}


def _page(name: str) -> Schema:
    return {
        "type": "object",
        "properties": {
            "items": {"type": "array", "items": {"$ref": REF + name}},
            "next": {
                "type": ["string", "null"],
                "description": "Begins the next page; null: the last.",
            },
            "total": {"type": ["integer", "null"], "description": "How many in all, where counted."},
        },
        "required": ["items", "next", "total"],
        "additionalProperties": False,
    }
