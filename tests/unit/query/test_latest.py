"""The record of two states out of their latest articles: all of it where it is small, else bounded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.latest import latest
from detente.query.relationship import relationship
from detente.store import open_database
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

KNOWN = made.reference()


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = archive_at(tmp_path_factory.mktemp("a") / "a.db")
    database = open_database(path)
    with database.read() as connection:
        yield connection
    database.close()


ASKED: list[dict[str, Any]] = [
    {},
    {"since": date(2013, 3, 1)},
    {"until": date(2013, 3, 1)},
    {"since": date(2013, 2, 27), "until": date(2013, 2, 27)},
    {"as_of": date(2013, 2, 26)},
    {"as_of": date(1999, 1, 1)},
]


@pytest.mark.parametrize("asked", ASKED, ids=[", ".join(one) or "all" for one in ASKED])
@pytest.mark.parametrize(("left", "right"), [("USA", "RUS"), ("RUS", "USA"), ("FRA", "DEU")])
def test_a_small_archive_gives_the_whole_record(
    conn: Connection, left: str, right: str, asked: dict[str, Any]
) -> None:
    found = latest(conn, KNOWN, left, right, **asked)
    whole = relationship(conn, KNOWN, left, right, **asked)
    assert not found.more
    assert found.record.meetings == whole.meetings
    assert found.record.contacts == whole.contacts
    assert found.record.statements == whole.statements
    assert found.record.positions == whole.positions
    assert found.record.period == whole.period
    assert found.record.articles == whole.articles


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_bound_keeps_what_was_printed_last(conn: Connection, most: int) -> None:
    found = latest(conn, KNOWN, "USA", "RUS", most=most)
    assert found.more
    assert len(found.record.articles) <= most


def test_links_to_articles_beyond_the_bound_do_no_harm(conn: Connection) -> None:
    found = latest(conn, KNOWN, "USA", "RUS", until=date(2013, 2, 28), most=2)
    for item in (*found.record.meetings, *found.record.contacts):
        assert {row.article for row in item.rows} <= {one.id for one in found.record.articles}


def test_a_period_begins_before_it_ends(conn: Connection) -> None:
    with pytest.raises(UnknownName, match="no days from"):
        latest(conn, KNOWN, "USA", "RUS", since=date(2013, 3, 1), until=date(2013, 2, 1))
