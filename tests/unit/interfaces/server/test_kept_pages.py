"""What pages keep until the archive changes: asked once, asked again after a change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from detente.store import add_articles
from tests.factories import article_of
from tests.unit.interfaces.server.serving import served
from tests.unit.query.archives import archive_at


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with served(archive_at(tmp_path / "a.db")) as client:
        yield client


def _asked(client: TestClient, path: str) -> tuple[list[str], Any]:
    """Return what a page asks the database, and the page."""
    engine = client.app.state.database.engine  # type: ignore[attr-defined]
    sent: list[str] = []

    def note(conn: Any, cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        answer = client.get(path)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert answer.status_code == 200
    return sent, answer.json()


def _more(client: TestClient) -> None:
    with client.app.state.database.write() as conn:  # type: ignore[attr-defined]
        add_articles(conn, [article_of("The harbour was quiet on the day.", outlet="The New Paper")])


KEPT = {
    "/about.json": "FROM statement",
    "/sources.json": "GROUP BY article.outlet",
    "/r/USA-RUS/issues.json": "FROM position",
    "/r/USA-RUS/i/syria.json": "FROM position",
    "/r/USA-RUS.json": "FROM event",
}


@pytest.mark.parametrize(("path", "words"), KEPT.items(), ids=KEPT.keys())
def test_it_is_read_once_for_each_state_of_the_archive(
    client: TestClient, path: str, words: str
) -> None:
    first, shown = _asked(client, path)
    assert any(words in one for one in first)
    again, same = _asked(client, path)
    assert not any(words in one for one in again)
    assert same == shown
    _more(client)
    after, _ = _asked(client, path)
    assert any(words in one for one in after)


def test_a_new_article_is_counted(client: TestClient) -> None:
    before = client.get("/about.json").json()["counts"]["article"]
    _more(client)
    assert client.get("/about.json").json()["counts"]["article"] == before + 1


def test_a_new_outlet_is_listed(client: TestClient) -> None:
    assert "The New Paper" not in client.get("/sources").text
    _more(client)
    assert "The New Paper" in client.get("/sources").text


def test_two_days_are_kept_apart(client: TestClient) -> None:
    now = client.get("/r/USA-RUS/issues.json").json()
    assert client.get("/r/USA-RUS/issues.json?as_of=1990-01-01").json() == []
    assert client.get("/r/USA-RUS/issues.json").json() == now
