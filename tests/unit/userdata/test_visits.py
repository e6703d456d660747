"""Visits: where the last one ended, when a look begins a new one, and when a look is worth a note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import open_database
from detente.store.numbers import last_number, next_numbers
from detente.store.tables import gone
from detente.userdata.visits import APART, Visit, is_stale, visit, visited

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    database = open_database(tmp_path / "a.db")
    with database.write() as found:
        yield found
    database.close()


def happen(conn: Connection, many: int = 1) -> None:
    next_numbers(conn, many)


def after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_the_first_visit_has_none_before(conn: Connection) -> None:
    assert visited(conn, "", NOON) is None
    visit(conn, "", NOON)
    assert visited(conn, "", after(1)) is None


def test_a_later_visit_begins_where_the_last_look_was(conn: Connection) -> None:
    happen(conn, 5)
    visit(conn, "", NOON)
    happen(conn, 3)
    assert visited(conn, "", after(90)) == Visit(5, "2026-03-01T12:00:00+00:00")


def test_looks_of_one_visit_keep_its_beginning(conn: Connection) -> None:
    happen(conn, 5)
    visit(conn, "", NOON)
    happen(conn, 3)
    for minutes in (120, 130, 175):
        visit(conn, "", after(minutes))
        assert visited(conn, "", after(minutes + 1)) == Visit(5, "2026-03-01T12:00:00+00:00")
    happen(conn, 2)
    found = visited(conn, "", after(175 + 61))
    assert found == Visit(8, after(175).isoformat(timespec="seconds"))


@pytest.mark.parametrize(
    ("minutes", "new"),
    [(0, False), (59, False), (60, False), (61, True), (60 * 24 * 30, True)],
)
def test_when_a_look_begins_a_visit(conn: Connection, minutes: int, new: bool) -> None:
    assert timedelta(hours=1) == APART
    visit(conn, "", NOON)
    assert (visited(conn, "", after(minutes)) is not None) is new


def test_readers_have_visits_of_their_own(conn: Connection) -> None:
    happen(conn, 4)
    visit(conn, "ada", NOON)
    happen(conn, 4)
    visit(conn, "ben", NOON)
    ada, ben = (visited(conn, name, after(120)) for name in ("ada", "ben"))
    assert (ada, ben) == (Visit(4, ada.at), Visit(8, ben.at)) if ada and ben else False
    assert visited(conn, "eve", after(120)) is None


@pytest.mark.parametrize(
    ("minutes", "changes", "stale"),
    [
        pytest.param(1, 0, False, id="just seen"),
        pytest.param(9, 0, False, id="seen a while ago"),
        pytest.param(11, 0, True, id="seen longer ago"),
        pytest.param(1, 1, True, id="something came in"),
    ],
)
def test_what_is_worth_a_note(conn: Connection, minutes: int, changes: int, stale: bool) -> None:
    assert is_stale(conn, "", NOON)
    visit(conn, "", NOON)
    happen(conn, changes)
    assert is_stale(conn, "", after(minutes)) is stale


class TestNumbers:
    def test_they_only_grow(self, conn: Connection) -> None:
        assert last_number(conn) == 0
        assert list(next_numbers(conn, 3)) == [1, 2, 3]
        assert list(next_numbers(conn, 0)) == []
        assert list(next_numbers(conn, 1)) == [4]
        assert last_number(conn) == 4

    def test_a_number_that_is_there_is_never_given_again(self, conn: Connection) -> None:
        values = {"n": 9, "row_id": "a:1", "kind": "a", "article": "article:1"}
        conn.execute(sa.insert(gone), [values])
        assert list(next_numbers(conn, 1)) == [10]
        conn.execute(sa.delete(gone))
        assert list(next_numbers(conn, 1)) == [11]
