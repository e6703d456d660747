"""How the API describes its answers: which shape each has, what goes wrong, and examples.

Shapes are named here and made when the description is asked for (`openapi`).
"""

from __future__ import annotations

from typing import Any

from detente.interfaces.server.api.schemas import REF

_WRONG = {
    400: "The body cannot be read.",
    401: "Nobody is logged in, and no valid key was sent.",
    403: "The key or account may only read, or the request is of another site's page.",
    404: "There is no such thing in the archive.",
    413: "The body is too large.",
    422: "A parameter is wrong: a name that nobody knows, a day that is none, too large a page.",
    429: "Too many requests in a minute.",
    503: "The archive cannot be read at the moment.",
}
_PROBLEM = {"application/problem+json": {"schema": {"$ref": f"{REF}Problem"}}}
_HEADERS = {
    "ETag": {"description": "Tag of the body, for If-None-Match.", "schema": {"type": "string"}},
}
_LINK = {"description": "Address of the next page.", "schema": {"type": "string"}}
Described = dict[int | str, dict[str, Any]]


def described(
    shape: str | dict[str, Any],
    example: Any = None,
    *,
    what: str = "What was asked for.",
    status: int = 200,
    media: str = "application/json",
    wrong: tuple[int, ...] = (401, 404, 422, 429, 503),
) -> Described:
    """Return what FastAPI says of a path's answers: one shape when all is well, problems else.

    `shape` is the name of a schema, or a schema.
    """
    schema = {"$ref": REF + shape} if isinstance(shape, str) else shape
    content: dict[str, Any] = {"schema": schema}
    if example is not None:
        content["example"] = example
    page = isinstance(shape, str) and shape.endswith("Page")
    headers = {**_HEADERS, "Link": _LINK} if page else _HEADERS
    good: dict[str, Any] = {"description": what, "content": {media: content}}
    found: Described = {status: good}
    if status == 200:
        good["headers"] = headers
        found[304] = {"description": "The asker has it already."}
    for number in wrong:
        found[number] = {"description": _WRONG[number], "content": _PROBLEM}
    return found


WRITE = (400, 401, 403, 404, 413, 422, 429, 503)
"""What can go wrong with a write."""
EXAMPLES: dict[str, Any] = {
    "statements": {
        "items": [
            {
                "id": "statement:302ea69fb7bf974e",
                "speaker": {
                    "name": "Sergei Lavrov", "text": "Lavrov", "actor_id": "person:sergei-lavrov",
                    "kind": "person", "state": "RUS", "office": "Foreign Minister of Russia",
                    "start": 1195, "end": 1201,
                },
                "content": "the talks had been constructive",
            }
        ],
        "next": "WyJkYXkiLFsyMDEzMDIyNiwwLDRdLDFd",
        "total": 541,
    },
    "meetings": {
        "items": [
            {
                "id": "meeting:0081fd8dfa24f7bf",
                "form": "meeting",
                "date": {
                    "start": "2013-02-26", "end": "2013-02-26", "precision": "day",
                    "basis": "relative", "text": "Tuesday",
                },
                "place": {"name": "Berlin", "state": "DEU"},
            }
        ],
        "next": None,
        "total": 1,
    },
    "issues": {
        "items": [{"id": "issue:syria", "name": "Syria", "family": "conflict"}],
        "next": None,
        "total": 1,
    },
    "health": {"status": "ok", "version": "0.1.0"},
    "annotate": {"text": "Ms Example met Mr Sample in Geneva on Monday.", "published": "2013-02-27"},
    "correct": {"slot": "date", "value": "2013-02-26"},
    "merge": {"kept": "Sergei Primerov", "other": "Sergey Primerov"},
}  # fmt: skip
"""Examples of what is asked and answered, by what they are of."""
