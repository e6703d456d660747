"""Errors become answers: a page for people, problem+json (RFC 9457) for programs."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from detente.errors import ArchiveError, DetenteError, UnknownName
from detente.interfaces.server.access import NotLetIn, is_feed
from detente.interfaces.server.showing import error_page

_STATUS: tuple[tuple[type[DetenteError], int], ...] = ((UnknownName, 404), (ArchiveError, 503))
"""Errors of ours that are not the asker's."""


def answer_errors(app: FastAPI) -> None:
    """Make an application answer its errors in the shape that was asked for."""

    @app.exception_handler(DetenteError)
    def ours(request: Request, error: DetenteError) -> Response:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
        return _answer(request, status, error.what, error.remedy)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        said = [
            f"{'.'.join(str(part) for part in item['loc'][1:])}: {item['msg']}"
            for item in error.errors()
        ]
        return _answer(request, 422, "; ".join(said), "")

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        answer = _answer(request, error.status_code, str(error.detail), "")
        for name, value in (error.headers or {}).items():
            answer.headers[name] = value
        return answer

    @app.exception_handler(NotLetIn)
    def stranger(request: Request, error: NotLetIn) -> Response:
        feed = is_feed(request.url.path)
        if error.status == 401 and request.method == "GET" and wants_page(request) and not feed:
            path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/enter?next={quote(path, safe='')}", 303)
        answer = _answer(request, error.status, error.detail, "")
        if error.status == 401:
            basic = 'Basic realm="detente feeds: any name, a key as password", charset="UTF-8"'
            answer.headers["WWW-Authenticate"] = basic if feed else 'Bearer realm="detente"'
        return answer


def wants_page(request: Request) -> bool:
    """Say whether a request is a browser's for a page, not a program's."""
    path = request.url.path
    return not path.startswith("/api/") and not path.endswith((".json", ".csv"))


def problem(status: int, detail: str, remedy: str = "") -> JSONResponse:
    """Return a problem as RFC 9457 has it; `remedy` is ours."""
    title = HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if remedy:
        body["remedy"] = remedy
    return JSONResponse(body, status, media_type="application/problem+json")


def _answer(request: Request, status: int, what: str, remedy: str) -> Response:
    if wants_page(request):
        return error_page(request, status, what, remedy)
    return problem(status, what, remedy)
