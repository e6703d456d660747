"""Plain data becomes an answer: JSON with a tag of its body, and where the next page is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from fastapi import Request
from starlette.responses import Response

_VARY = "Authorization, Cookie"


def answer(
    request: Request,
    body: Any,
    *,
    next: str | None = None,
    status: int = 200,
    kind: str = "application/json",
) -> Response:
    """Return plain data as JSON; 304 without a body where the asker has it already.

    `next` is the word that the next page begins with: it also becomes a Link header (RFC 8288) with the
    whole address.
    """
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    headers = {}
    if next:
        url = request.url.include_query_params(next=next)
        headers["Link"] = f'<{url}>; rel="next"'
    return tagged(request, raw, kind, headers, status)


def tagged(
    request: Request, raw: bytes, kind: str, headers: Mapping[str, str] | None = None, status: int = 200
) -> Response:
    """Return bytes with a tag of them; 304 where `If-None-Match` names it."""
    tag = f'"{blake2b(raw, digest_size=12).hexdigest()}"'
    found = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": _VARY, **(headers or {})}
    if status == 200 and request.method in ("GET", "HEAD") and _matches(request, tag):
        return Response(None, 304, found)
    return Response(raw, status, found, kind)


def _matches(request: Request, tag: str) -> bool:
    """Say whether a tag is among those of If-None-Match, compared weakly (RFC 9110, 13.1.2)."""
    sent = ",".join(request.headers.getlist("if-none-match"))
    tags = {one.strip().removeprefix("W/") for one in sent.split(",")}
    return tag in tags or "*" in tags
