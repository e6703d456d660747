"""What is made ready when a server starts, and what the memory keeps for how long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from detente.interfaces.server.preparing import Preparing
from detente.interfaces.server.remembered import Memory
from detente.store import Database, add_articles, open_database
from detente.userdata import follow, visit
from tests.factories import article_of
from tests.unit.interfaces.server.serving import empty_archive, served
from tests.unit.query.archives import archive_at


@pytest.fixture
def ready(tmp_path: Path) -> Iterator[TestClient]:
    with served(archive_at(tmp_path / "a.db"), prepare=True) as client:
        assert client.app.state.preparing.ready.wait(60)  # type: ignore[attr-defined]
        yield client


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/r/USA-RUS", "FROM statement"),
        ("/r/USA-RUS", "FROM event"),
        ("/", "FROM listed"),
        ("/", "FROM forecast"),
        ("/sagas", "FROM row_issue"),
        ("/about", "FROM statement"),
        ("/sources", "GROUP BY article.outlet"),
    ],
)
def test_the_first_to_ask_does_not_wait(ready: TestClient, path: str, words: str) -> None:
    assert not asked_again(ready, path, words)


def asked_again(client: TestClient, path: str, words: str) -> bool:
    """Say whether a page asks the database something."""
    sent: list[str] = []
    engine = client.app.state.database.engine  # type: ignore[attr-defined]

    def note(conn: object, cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert client.get(path).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return any(words in one for one in sent)


def until(true: Callable[[], bool]) -> None:
    """Wait until something is true; fail when it takes a minute."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_after_a_write_all_is_made_ready_again(tmp_path: Path) -> None:
    with served(archive_at(tmp_path / "a.db")) as client:
        state = client.app.state  # type: ignore[attr-defined]
        preparing = Preparing(client.app, pause=0.02)  # type: ignore[arg-type]
        preparing.start()
        try:
            assert preparing.ready.wait(60)
            first = preparing.made_for
            assert first == state.database.state()
            with state.database.write() as conn:
                follow(conn, "USA-FRA")
            until(lambda: preparing.made_for == state.database.state())
            assert preparing.made_for != first
            assert not asked_again(client, "/r/USA-FRA", "FROM statement")
            assert asked_again(client, "/r/USA-RUS", "FROM statement")
        finally:
            preparing.stop()


@pytest.mark.parametrize("prepare", [True, False])
def test_an_empty_archive_is_served(tmp_path: Path, prepare: bool) -> None:
    with served(empty_archive(tmp_path / "a.db"), prepare=prepare) as client:
        assert client.get("/").status_code == 200


def test_a_server_that_ends_at_once_ends_in_time(tmp_path: Path) -> None:
    began = time.monotonic()
    with served(archive_at(tmp_path / "a.db"), prepare=True) as client:
        preparing = client.app.state.preparing  # type: ignore[attr-defined]
    assert preparing.ready.is_set()
    assert time.monotonic() - began < 60


class TestMemory:
    def test_it_makes_a_value_once_for_each_state(self) -> None:
        state, made = ["1"], [0]

        def make() -> int:
            made[0] += 1
            return made[0]

        memory = Memory(lambda: state[0])
        assert [memory.get("a", make), memory.get("a", make), memory.get("b", make)] == [1, 1, 2]
        state[0] = "2"
        assert [memory.get("a", make), memory.get("a", make)] == [3, 3]
        memory.forget()
        assert memory.get("a", make) == 4

    @pytest.mark.parametrize("most", [1, 2, 3])
    def test_the_longest_unused_are_forgotten(self, most: int) -> None:
        memory = Memory(lambda: "", most)
        for key in range(5):
            memory.get(key, lambda key=key: key)  # type: ignore[misc]
        asked: list[int] = []
        for key in range(4, -1, -1):
            memory.get(key, lambda key=key: asked.append(key))  # type: ignore[misc]
        assert asked == [key for key in range(4, -1, -1) if key < 5 - most]


def follow_and_fail(database: Database) -> None:
    with database.write() as conn:
        follow(conn, "USA-RUS")
        raise ZeroDivisionError


class TestState:
    def test_it_changes_with_every_write(self, tmp_path: Path) -> None:
        database = open_database(tmp_path / "a.db")
        seen = [database.state()]
        for number in range(3):
            with database.write() as conn:
                add_articles(conn, [article_of(f"Nothing happened on day {number}.")])
            seen.append(database.state())
        with database.write() as conn:
            follow(conn, "USA-RUS")
        seen.append(database.state())
        assert len(set(seen)) == len(seen)
        database.close()

    def test_another_process_sees_it(self, tmp_path: Path) -> None:
        one, two = open_database(tmp_path / "a.db"), open_database(tmp_path / "a.db")
        before = two.state()
        with one.write() as conn:
            follow(conn, "USA-RUS")
        assert two.state() != before
        assert one.state() == two.state()
        one.close()
        two.close()

    def test_who_was_here_changes_nothing_that_is_read(self, tmp_path: Path) -> None:
        database = open_database(tmp_path / "a.db")
        before = database.state()
        with database.write(beside=True) as conn:
            visit(conn, "")
        assert database.state() == before
        database.close()

    def test_what_was_undone_did_not_happen(self, tmp_path: Path) -> None:
        database = open_database(tmp_path / "a.db")
        before = database.state()
        with pytest.raises(ZeroDivisionError):
            follow_and_fail(database)
        assert database.state() == before
        database.close()
