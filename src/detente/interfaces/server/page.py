"""How a page is made: one function that reads, and routes for its three forms.

    router = APIRouter()

    @page(router, "/statements")
    def statements(at: Reading = Depends(reading), by: str = "") -> Content: ...

answers `/statements`, `/statements.json` and `/statements.csv`, to those who may read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from detente.interfaces.server.showing import Content, Form, answer

Read = TypeVar("Read", bound=Callable[..., Content])


def page(router: APIRouter, path: str) -> Callable[[Read], Read]:
    """Return a decorator that routes a path in three forms to a function that reads the content."""

    def add(read: Read) -> Read:
        forms: tuple[tuple[str, Form], ...] = ((".json", "json"), (".csv", "csv"), ("", "html"))
        for end, form in forms:
            whole = (path.rstrip("/") or "/desk") + end if end else path
            router.add_api_route(whole, _route(read, form), methods=["GET"])
        return read

    return add


def _route(read: Callable[..., Content], form: Form) -> Callable[..., Response]:
    def route(request: Request, content: Content = Depends(read)) -> Response:
        return answer(request, content, form)

    return route
