"""One request and its answer: no redirect followed, nothing unpacked, under caps on bytes and time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from detente.collect.guard import Guard, NoAnswer, transport
from detente.errors import FetchError

if TYPE_CHECKING:
    import httpx

MAX_BODY = 20_000_000
"""Bytes of one body as it comes over the wire."""
MAX_SECONDS = 120.0
"""How long one answer may take from the request to its last byte."""
_WAIT = 30.0
"""How long to wait for a connection, and for the next bytes of an answer."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer as it came."""

    url: str
    """What was asked for."""
    status: int
    """Status code."""
    reason: str
    """The words after it."""
    headers: tuple[tuple[str, str], ...]
    """As sent, in order."""
    body: bytes
    """As sent, unpacked only from chunks."""
    truncated: str | None = None
    """Why the body stops early: "length" or "time"; None when it is whole."""
    request: tuple[tuple[str, str], ...] = ()
    """The headers that were sent."""

    def header(self, name: str) -> str:
        """Return the last value of a header, "" where there is none."""
        wanted = name.lower()
        return next((value for key, value in reversed(self.headers) if key.lower() == wanted), "")


class Fetcher:
    """Asks for addresses, one at a time. `close` it, or use it in a `with`."""

    def __init__(
        self,
        guard: Guard,
        agent: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        max_body: int = MAX_BODY,
        max_seconds: float = MAX_SECONDS,
    ) -> None:
        self._guard = guard
        self._agent = agent
        self._clock = clock
        self._max_body = max_body
        self._max_seconds = max_seconds
        self._client: httpx.Client | None = None

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """Return the answer to a GET.

        A body that is too long or too slow is cut and marked. Raises NoAnswer where there is
        none, and FetchError for addresses that may not be asked.
        """
        import httpx

        url = self._guard.check_url(url)
        sent = {
            "User-Agent": self._agent,
            "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
            "application/feed+json,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            **(headers or {}),
        }
        begun = self._clock()
        try:
            with self._opened().stream("GET", url, headers=sent) as answer:
                body, truncated = self._body(answer, begun)
                return Fetched(
                    url,
                    answer.status_code,
                    answer.reason_phrase,
                    tuple(answer.headers.multi_items()),
                    body,
                    truncated,
                    tuple(answer.request.headers.multi_items()),
                )
        except httpx.HTTPError as error:
            reason = " ".join(str(error).split())[:120] or type(error).__name__
            raise NoAnswer(f"{url}: no answer ({reason})", "it is tried again later") from error
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(f"{url}: not an address", "check it") from error

    def _body(self, answer: httpx.Response, begun: float) -> tuple[bytes, str | None]:
        parts: list[bytes] = []
        size = 0
        for part in answer.iter_raw():  # as they come: a chunk size would wait for it to fill
            parts.append(part)
            size += len(part)
            if size > self._max_body:
                return b"".join(parts)[: self._max_body], "length"
            if self._clock() - begun > self._max_seconds:
                return b"".join(parts), "time"
        return b"".join(parts), None

    def _opened(self) -> httpx.Client:
        if self._client is None:
            made = transport(self._guard)
            import httpx

            self._client = httpx.Client(
                transport=made, timeout=_WAIT, follow_redirects=False, trust_env=False
            )
        # Nothing of one answer goes into the next request: cookies would tie the visits together.
        self._client.cookies.clear()
        return self._client

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
