"""What a page found becomes an answer: HTML, JSON or CSV of the same content."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from http import HTTPStatus
from typing import Any, Literal

from fastapi import Request
from starlette.responses import Response

from detente.export.cells import csv_line, withheld
from detente.export.columns import file_name
from detente.interfaces.server.access import LASTS
from detente.interfaces.server.language import COOKIE, LANGUAGES, language_of
from detente.interfaces.server.templating import rendered
from detente.records import to_dict

Form = Literal["html", "json", "csv"]


@dataclass(frozen=True, slots=True)
class Content:
    """What one page shows, in its three forms."""

    template: str
    """The template under `templates/`."""
    data: Any
    """Records for JSON, as `records.to_dict` writes them."""
    rows: Sequence[Mapping[str, Any]]
    """Flat rows for CSV: the same columns in each."""
    shown: Mapping[str, Any] = field(default_factory=dict)
    """What the template is given besides what every page has."""
    status: int = 200
    """The HTTP status."""


def answer(request: Request, content: Content, form: Form) -> Response:
    """Return a page in one of its forms, with a tag of its body."""
    if form == "json":
        body = json.dumps(_handed_on(to_dict(content.data)), ensure_ascii=False, indent=1)
        return _tagged(request, body, "application/json", content.status)
    if form == "csv":
        return _tagged(request, csv_of(content.rows), "text/csv; charset=utf-8", content.status)
    body = rendered(request, content.template, content.shown)
    made = _tagged(request, body, "text/html; charset=utf-8", content.status)
    if (asked := request.query_params.get("lang")) in LANGUAGES:
        made.set_cookie(COOKIE, asked, max_age=LASTS, httponly=True, samesite="lax")
    return made


def _handed_on(value: Any, name: str = "") -> Any:
    """Return data as it leaves the server: of paths the name of the file, no e-mail address.

    >>> _handed_on({"path": "/home/ann/articles/one.txt", "authors": ["ann@example.org"]})
    {'path': 'one.txt', 'authors': ['***************']}
    """
    if isinstance(value, dict):
        return {key: _handed_on(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_handed_on(item) for item in value]
    if isinstance(value, str):
        return file_name(value) if name == "path" else withheld(value)
    return value


def csv_of(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as CSV (RFC 4180) whose cells no spreadsheet runs; see `export.cells`.

    >>> csv_of([{"title": "=1+1", "n": -2}])
    "title,n\\r\\n'=1+1,-2\\r\\n"
    """
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if not columns:
        return ""
    lines = [csv_line(columns), *(csv_line(row.get(name) for name in columns) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines)


def error_page(request: Request, status: int, what: str, remedy: str) -> Response:
    """Return the page that says what went wrong and what to do."""
    shown = {"status": status, "title": HTTPStatus(status).phrase, "what": what, "remedy": remedy}
    return Response(
        rendered(request, "error.html", shown), status, media_type="text/html; charset=utf-8"
    )


def file_answer(request: Request, raw: bytes, kind: str, name: str) -> Response:
    """Return bytes as a file that is saved under a name (plain ASCII), with a tag of them."""
    return _of_bytes(request, raw, kind, 200, {"Content-Disposition": f'attachment; filename="{name}"'})


def _tagged(request: Request, body: str, kind: str, status: int) -> Response:
    raw = body.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()
    return _of_bytes(request, raw, kind, status, {})


def _of_bytes(
    request: Request, raw: bytes, kind: str, status: int, more: Mapping[str, str]
) -> Response:
    tag = f'"{blake2b(raw, digest_size=12).hexdigest()}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Language, Cookie",
        "Content-Language": language_of(request),
        **more,
    }
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return Response(raw, status, headers, kind)
