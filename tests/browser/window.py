"""Windows of a browser on a server of the demo, and what they complain of."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from detente.interfaces.server.access import Access
from detente.interfaces.server.app import create_app
from detente.interfaces.server.settings import Settings

WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
AXE = Path(__file__).with_name("axe-4.14.1.min.js")
"""axe-core 4.14.1 as published, MPL-2.0; its licences lie beside it. Only the tests use it."""
_WAIT = 30.0


@dataclass(frozen=True, slots=True)
class Desk:
    """A server, and its door."""

    db: Path
    """The archive."""
    address: str
    """Where it answers."""
    access: Access
    """Gives links that let one in."""


@contextmanager
def serving(db: Path) -> Iterator[Desk]:
    """Serve an archive on loopback from a thread."""
    port = free_port()
    app = create_app(Settings(db=str(db), port=port, most_requests=1_000_000, most_logins=1_000))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + _WAIT
    while not server.started:
        assert time.monotonic() < until, "the server did not start"
        assert thread.is_alive(), "the server ended"
        time.sleep(0.02)
    try:
        yield Desk(db, f"http://127.0.0.1:{port}", app.state.access)
    finally:
        server.should_exit = True
        thread.join(_WAIT)


@dataclass(slots=True)
class Window:
    """One page of a browser whose owner came in by the link."""

    desk: Desk
    page: Page
    complaints: list[str] = field(default_factory=list)
    """Errors of scripts, of the policy and of the console, requests that failed or went elsewhere."""

    def open(self, path: str) -> Page:
        """Open a path of the server; it must be there."""
        answer = self.page.goto(f"{self.desk.address}{path}")
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page

    @property
    def path(self) -> str:
        """Return where the window is, without the server's address."""
        return self.page.url.removeprefix(self.desk.address)

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def copied(self) -> str:
        """Return what was copied last."""
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text

    def faults(self, *rules: str) -> list[str]:
        """Return what axe finds against a page: all its rules, or some."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text("utf-8"))
        only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
        found = self.page.evaluate("only => axe.run({...only, resultTypes: ['violations']})", only)
        return [
            f"{one['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"][:3]
        ]

    def overflow(self) -> int:
        """Return by how many pixels a page is wider than the window."""
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(wide))


class Windows:
    """A browser that opens windows on servers."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    @classmethod
    @contextmanager
    def of(cls, path: str) -> Iterator[Windows]:
        """Start a browser; Chromium's own sandbox is left to the machine it runs on."""
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            try:
                yield cls(browser)
            finally:
                browser.close()

    @contextmanager
    def open(self, desk: Desk, **settings: Any) -> Iterator[Window]:
        """Open a window, come in, and fail at the end for whatever the browser complained of."""
        chosen = {"viewport": WIDE, "locale": "en-GB", **settings}
        context = self._browser.new_context(**chosen)
        context.set_default_timeout(_WAIT * 1000)
        try:
            context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.address)
            window = self._watched(context, desk)
            let_in = context.request.get(desk.access.link(), max_redirects=0)
            assert let_in.status == 303
            yield window
            assert window.complaints == []
        finally:
            context.close()

    @staticmethod
    def _watched(context: BrowserContext, desk: Desk) -> Window:
        window = Window(desk, context.new_page())
        page, told = window.page, window.complaints.append

        def console(message: Any) -> None:
            if message.type in ("error", "warning"):
                told(f"console: {message.text}")

        def request(one: Any) -> None:
            if not one.url.startswith((f"{desk.address}/", "data:")):
                told(f"request to {one.url}")

        def response(one: Any) -> None:
            if one.status >= 400:
                told(f"{one.status}: {one.url}")

        page.on("console", console)
        page.on("pageerror", lambda error: told(f"script: {error}"))
        page.on("request", request)
        page.on("response", response)
        return window


def free_port() -> int:
    """Return a port of loopback that is free now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port
