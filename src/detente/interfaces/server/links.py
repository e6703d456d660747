"""Where things are: the path of all that has an id, and addresses that keep the state of a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import Request

from detente.errors import UnknownName

_ROWS = ("statement", "position", "forecast", "event", "mention", "attitude")
_ACTORS = ("person", "state", "organisation", "body", "local", "group", "place")
KEPT = ("as_of",)
"""What of the state of a page goes along to the next one."""


def path_of(id: str) -> str:
    """Return the path of the page of an article, row, story or actor.

    >>> path_of("meeting:0f3a"), path_of("person:sergei-lavrov"), path_of("forecast:11")
    ('/m/0f3a', '/actor/person:sergei-lavrov', '/row/forecast:11')

    Raises UnknownName for an id of another kind.
    """
    kind, _, key = id.partition(":")
    if kind == "article":
        return f"/a/{key}"
    if kind == "meeting":
        return f"/m/{key}"
    if kind == "story":
        return f"/s/{key}"
    if kind in _ROWS:
        return f"/row/{id}"
    if kind in _ACTORS:
        return f"/actor/{id}"
    raise UnknownName(f"{id!r} names nothing that has a page", "give the id of an article or a row")


def url(request: Request, path: str, **params: Any) -> str:
    """Return an address of this server that keeps the as-of day; empty parameters are left out."""
    kept = {name: value for name in KEPT if (value := request.query_params.get(name))}
    return _written(path, {**kept, **params})


def same(request: Request, **changes: Any) -> str:
    """Return the address of this page with some parameters changed; None takes one away.

    A change of anything but the place in a list begins the list anew.
    """
    now: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        now.setdefault(name, []).append(value)
    if "after" not in changes and changes:
        now.pop("after", None)
    return _written(request.url.path, {**now, **changes})


def other_form(request: Request, end: str) -> str:
    """Return the address of this page in another form: `.json` or `.csv`."""
    now: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        now.setdefault(name, []).append(value)
    path = request.url.path.rstrip("/") or "/desk"
    return _written(path + end, now)


def _written(path: str, params: dict[str, Any]) -> str:
    bare, mark, fragment = path.partition("#")
    query = urlencode(
        [
            (name, str(value))
            for name, values in params.items()
            for value in (values if isinstance(values, (list, tuple)) else [values])
            if value not in (None, "")
        ]
    )
    return f"{bare}{'?' if query else ''}{query}{mark}{fragment}"


def inside(path: str) -> str:
    """Return a path of this server, whatever was asked for: nobody is sent elsewhere from here.

    >>> inside("/r/USA-RUS?as_of=2013"), inside("//elsewhere.example/"), inside("https:x")
    ('/r/USA-RUS?as_of=2013', '/', '/')
    """
    plain = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if plain and path.isprintable() and "\\" not in path else "/"
