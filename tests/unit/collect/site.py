"""A scripted site on loopback, a clock that is set by hand, and a log of what was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from detente.collect import Collector, Guard, Settings
from detente.errors import InputError
from detente.read import read_bytes
from detente.read.inputs import Address
from detente.records import Article

START = 1_361_872_800.0
"""26 February 2013, 10:00 UTC."""


class Clock:
    """A clock that only moves when it is told to, or somebody sleeps by it."""

    def __init__(self) -> None:
        self.now = START
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Answer:
    """What a path answers; `parts` are sent as chunks, and `before` is called before each."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    parts: Iterable[bytes] | None = None
    before: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    at: float
    host: str
    path: str
    headers: Mapping[str, str]


Script = Callable[[Asked], Answer] | Sequence[Answer] | Answer


class Site:
    """Hosts by name, all on this machine; each path has an answer, or one for each time it is asked."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.log: list[Asked] = []
        self.scripts: dict[tuple[str, str], Script] = {}
        self.times: dict[tuple[str, str], int] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with suppress(BrokenPipeError, ConnectionResetError):
                    site.answer(self)

            def log_message(self, *_: Any) -> None:
                """Keep quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def url(self, path: str, host: str = "post.example") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def on(self, path: str, script: Script, host: str = "post.example") -> str:
        """Set what a path answers and return its address."""
        self.scripts[host, path] = script
        return self.url(path, host)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        host = (handler.headers.get("Host") or "").split(":")[0]
        asked = Asked(self.clock(), host, handler.path, dict(handler.headers))
        self.log.append(asked)
        key = (host, handler.path)
        script = self.scripts.get(key, Answer(404, body=b"no such page"))
        time = self.times.get(key, 0)
        self.times[key] = time + 1
        if callable(script):
            answer = script(asked)
        elif isinstance(script, Answer):
            answer = script
        else:
            answer = script[min(time, len(script) - 1)]
        handler.send_response(answer.status)
        headers = {"Content-Type": "text/html; charset=utf-8", **answer.headers}
        if answer.parts is None and answer.status != 304:
            headers["Content-Length"] = str(len(answer.body))
        elif answer.parts is not None:
            headers["Transfer-Encoding"] = "chunked"
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if answer.parts is None:
            if answer.status != 304:
                handler.wfile.write(answer.body)
            return
        for part in answer.parts:
            answer.before()
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            handler.wfile.flush()
        handler.wfile.write(b"0\r\n\r\n")

    def paths(self, *, robots: bool = False) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [one.path for one in self.log if robots or one.path != "/robots.txt"]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def resolver(host: str) -> list[str]:
    """Return this machine for every host of the tests."""
    if not host.endswith(".example"):
        raise OSError("no such name")
    return ["127.0.0.1"]


@dataclass
class Kept:
    """What a collector handed on."""

    articles: list[Article] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)

    def __call__(self, name: str, items: Sequence[Article | InputError]) -> int:
        seen = {(one.url, one.text) for one in self.articles}
        fresh = [one for one in items if isinstance(one, Article) and (one.url, one.text) not in seen]
        self.articles += fresh
        self.errors += [one for one in items if isinstance(one, InputError)]
        return len(fresh)


def collector(site: Site, folder: Path, kept: Kept, **more: Any) -> Collector:
    """Return a collector of a site, with its clock and no chance."""
    settings = Settings(
        folder=folder,
        agent="detente-test/1 (+mailto:desk@example.org)",
        guard=Guard(resolver=resolver, loopback=True),
        clock=site.clock,
        sleep=site.clock.sleep,
        chance=lambda: 0.5,
        **more,
    )
    return Collector(settings, lambda data, name: list(read_bytes(data, name)), kept)


def page(url: str) -> Address:
    """Return an address as the command line would make it."""
    return Address(url, url, "unknown")
