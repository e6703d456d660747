"""An HTTP response as it came over the wire becomes a raw page: head, chunks, coding, type, status."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.errors import InputError, UnreadableInput
from detente.read.inputs import Raw
from detente.read.limits import MAX_BYTES, MAX_PDF
from detente.read.text import Given
from detente.read.unpacked import inflated

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MAX_HEAD = 256_000
REFUSED = {401: "log in", 402: "pay", 403: "forbidden", 451: "legal reasons"}
"""Statuses under which an outlet may show the beginning of an article to those it keeps out."""
_REASONS = {
    "1": "answers without a page",
    "3": "redirects",
    "4": "pages not found or refused",
    "5": "errors of the server",
}
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP response."""

    status: int
    """Status code."""
    headers: tuple[tuple[str, str], ...]
    """Names in small letters, and values, as often as they came."""
    body: bytes
    """As received: still coded, still in chunks."""

    def header(self, name: str) -> str:
        """Return the last value of a header, "" where there is none."""
        return next((value for key, value in reversed(self.headers) if key == name), "")


def response_of(block: bytes, path: str) -> Response:
    """Return the response that the block of a WARC record holds.

    Raises `UnreadableInput` where it does not begin with a status line.
    """
    found = _STATUS.match(block)
    if not found:
        raise UnreadableInput(f"{path}: no HTTP response", "leave it out")
    end = _HEAD_END.search(block, 0, _MAX_HEAD)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:_MAX_HEAD], b"")
    headers = []
    for line in re.split(rb"\r?\n", head)[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            headers.append((name.decode("latin-1").strip().lower(), value.decode("latin-1").strip()))
    return Response(int(found[1]), tuple(headers), body)


def raw_of_response(response: Response, path: str, url: str | None) -> Raw | str:
    """Return the page in a response, or in a plural noun what it is instead.

    Raises `InputError` where the page cannot be unpacked.
    """
    status = response.status
    if status not in REFUSED and not 200 <= status < 300:
        return f"{_REASONS.get(str(status)[0], 'odd answers')} ({status})"
    kind = response.header("content-type").split(";")[0].strip().lower()
    limit = MAX_PDF if kind == "application/pdf" else MAX_BYTES
    body = unpacked_body(response, path, limit)
    if not body.strip():
        return "empty answers"
    form = _form(kind, body)
    if form is None:
        return f"files of type {kind[:40] or 'unknown'}"
    cut_off, note = status in REFUSED or status == 206, None
    if status in REFUSED:
        if len(re.sub(rb"<[^>]{0,2000}>", b" ", body).split()) < 150:
            return f"{_REASONS['4']} ({status})"
        note = f"the outlet answered {status} ({REFUSED[status]}): this copy may stop early"
    return Raw(
        body,
        path,
        "html" if form == "html" else "pdf" if form == "pdf" else "text",
        "html" if form == "html" else "pdf" if form == "pdf" else "text",
        Given(url=url, access="paywalled" if status == 402 else "unknown"),
        charset=charset_of(response.header("content-type")),
        cut_off=cut_off,
        note=note,
    )


def _form(kind: str, body: bytes) -> str | None:
    if body.startswith(b"%PDF-"):
        return "pdf"
    if kind in ("text/html", "application/xhtml+xml"):
        return "html"
    if kind in ("text/plain", "text/markdown"):
        return "html" if _MARKUP.match(body.lstrip()[:100]) else "text"
    if kind in ("", "application/octet-stream", "unknown/unknown") and _MARKUP.search(body[:2000]):
        return "html"
    return None


def charset_of(content_type: str) -> str | None:
    """Return the encoding that a Content-Type names.

    >>> charset_of('text/html; charset="windows-1251"')
    'windows-1251'
    """
    found = _CHARSET.search(content_type)
    return found[1].lower() if found else None


def unpacked_body(response: Response, path: str, limit: int) -> bytes:
    """Return the body without chunks and content coding, at most `limit` bytes.

    Crawlers often store bodies unpacked with the headers unchanged, so a body that is not packed as its
    headers say is taken as it is. Raises `TooLarge` at a bomb and beyond the limit.
    """
    body = response.body
    if "chunked" in response.header("transfer-encoding").lower():
        body = dechunked(body)
    for coding in reversed(response.header("content-encoding").split(",")):
        try:
            body = inflated(body, coding, path, limit)
        except UnreadableInput:
            if body[:2] == b"\x1f\x8b":
                raise
    if len(body) > limit:
        inflated(body, "identity", path, limit)
        return body[:limit]
    return body


def dechunked(body: bytes) -> bytes:
    """Return a body without its chunk sizes; as it is where it is not in chunks.

    >>> dechunked(b"4\\r\\nWiki\\r\\n0\\r\\n\\r\\n"), dechunked(b"<html>")
    (b'Wiki', b'<html>')
    """
    parts: list[bytes] = []
    at = 0
    while True:
        found = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n").match(body, at)
        if not found:
            return b"".join(parts) if parts else body
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size
        if at >= len(body):
            return b"".join(parts)
        at += len(re.compile(rb"\r?\n?").match(body, at)[0])  # type: ignore[index]


__all__ = ["REFUSED", "InputError", "Response", "charset_of", "raw_of_response", "response_of"]
