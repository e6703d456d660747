"""A server over a small archive, and somebody who came in by its link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from detente.interfaces.server.app import create_app
from detente.interfaces.server.settings import Settings
from detente.store import open_database

ADDRESS = "http://127.0.0.1:8613"
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@contextmanager
def served(db: Path, **settings: Any) -> Iterator[TestClient]:
    """Serve an archive to somebody who opened the link; it may be asked as often as a test likes."""
    app = create_app(Settings(db=str(db), **{"most_requests": 1_000_000, **settings}))
    with TestClient(app, base_url=ADDRESS) as client:
        enter(app, client)
        yield client


def enter(app: FastAPI, client: TestClient) -> None:
    """Open the link that lets one in."""
    link: str = app.state.access.link()
    answer = client.get(link.removeprefix(ADDRESS), follow_redirects=False)
    assert answer.status_code == 303


def stranger(client: TestClient) -> TestClient:
    """Return a client of the same server who did not come in."""
    return TestClient(client.app, base_url=ADDRESS)


def csrf(client: TestClient, path: str = "/keys") -> str:
    """Return the token that the forms of a page carry."""
    found = re.search(r'name="csrf" (?:content|value)="([0-9a-f]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def post(client: TestClient, path: str, **fields: Any) -> Any:
    """Send a form as a page would, and do not follow where it leads."""
    data = {"csrf": csrf(client), **fields}
    return client.post(path, data=data, follow_redirects=False)


def empty_archive(path: Path) -> Path:
    """Make an archive without articles."""
    open_database(path).close()
    return path


class Markup(HTMLParser):
    """The tags, attributes and words of a page; fails on tags that are not closed in their order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == [], f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open[-1] == tag, f"</{tag}> closes <{self._open[-1]}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """Return the words on one line."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every tag of a name."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def links(self) -> list[str]:
        """Return where the page leads."""
        return [attrs["href"] for attrs in self.all("a") if attrs.get("href")]  # type: ignore[misc]
