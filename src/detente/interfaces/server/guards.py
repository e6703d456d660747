"""What is refused before any page is made: a strange host or origin, too large, too often.

Plain ASGI middlewares, in the order in which `app` lays them. Each answers in the shape that was asked
for: problem+json (RFC 9457) under /api, else a line of text. What they let through gets headers that
keep a browser from running or framing anything that is not ours.
"""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
"""No script or style but the files of this server: markup that got into a page does nothing."""
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
_CLIENTS = 4096
_MINUTE = 60.0

Start = Callable[[Message], Awaitable[None]]


class Headed:
    """Adds the headers that every answer has."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add headers to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, headed)


class KnownHost:
    """Answers only requests for one of our names, and writes only from our own pages.

    A page elsewhere can point its own name at this machine, and then its scripts speak to us as if they
    were ours; they still send their name as `Host`. A form elsewhere sends its own `Origin`.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        named = headers.getlist("host")
        host = named[0].casefold() if len(named) == 1 else ""
        if host not in self.hosts:
            await refuse(scope, send, 421, "this server does not go by that name")
        elif scope["type"] == "http" and scope["method"] not in SAFE and _strange(headers, host):
            await refuse(scope, send, 403, "this was sent by a page of another site")
        else:
            await self.app(scope, receive, send)


def _strange(headers: Headers, host: str) -> bool:
    """Say whether a write comes from a page of another origin; programs send no origin at all."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.casefold() != host


class Bounded:
    """Refuses bodies that are too large, also those that do not say how large they are."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or stop it at the byte that is one too many."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said) > self.most:
            await refuse(scope, send, 413, f"the body may have {self.most} bytes at most")
            return
        taken = 0
        started = False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise _TooMuch(413, f"the body may have {self.most} bytes at most")
            return message

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, counted, watched)
        except _TooMuch:
            if not started:
                await refuse(scope, send, 413, f"the body may have {self.most} bytes at most")


class _TooMuch(HTTPException):
    """More came than may; frameworks let this one pass where they would call others a bad request."""


class Paced:
    """Refuses a client that asks too often: a bucket that fills again evenly, one for each address."""

    def __init__(self, app: ASGIApp, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.app = app
        self.buckets = Buckets(most, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say when to come back."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
        elif wait := self.buckets.take(client_of(scope)):
            extra = {"Retry-After": str(int(wait) + 1)}
            await refuse(scope, send, 429, "too many requests in a minute", extra)
        else:
            await self.app(scope, receive, send)


class Buckets:
    """How often each client may still do something this minute; the longest unseen are forgotten."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.most = most
        self.clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> float:
        """Take one; return 0, or the seconds until there is one again."""
        now = self.clock()
        left, since = self._left.pop(client, (float(self.most), now))
        left = min(float(self.most), left + (now - since) * self.most / _MINUTE)
        wait = 0.0 if left >= 1 else (1 - left) * _MINUTE / self.most
        self._left[client] = (left if wait else left - 1, now)
        while len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return wait

    def give(self, client: str) -> None:
        """Give back one that was taken, for what turned out not to count."""
        if client in self._left:
            left, since = self._left[client]
            self._left[client] = (min(float(self.most), left + 1), since)


def client_of(scope: Scope) -> str:
    """Return the address that a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else ""


async def refuse(
    scope: Scope, send: Send, status: int, detail: str, extra: dict[str, str] | None = None
) -> None:
    """Answer with a refusal: problem+json under /api, else a line of text."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    title = HTTPStatus(status).phrase
    if scope["path"].startswith("/api/"):
        problem = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        body, kind = json.dumps(problem).encode(), "application/problem+json"
    else:
        body, kind = f"{title}: {detail}\n".encode(), "text/plain; charset=utf-8"
    headers = {"Content-Type": kind, "Content-Length": str(len(body)), **HEADERS, **(extra or {})}
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
