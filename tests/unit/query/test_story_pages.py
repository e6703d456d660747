"""Pages of stories together are the list of stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.stories import page_of_stories, stories
from detente.store import open_database, tables
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = archive_at(tmp_path_factory.mktemp("stories") / "a.db")
    database = open_database(path)
    with database.write() as writing:
        # One story loses its day, so that there is one of each kind.
        last = writing.scalar(sa.select(sa.func.max(tables.story.c.id)))
        writing.execute(sa.update(tables.story).where(tables.story.c.id == last).values(first=None))
    with database.read() as reading:
        yield reading
    database.close()


def paged(conn: Connection, limit: int, **asked: Any) -> list[str]:
    found: list[str] = []
    after = None
    while True:
        page = page_of_stories(conn, made.reference(), limit=limit, after=after, **asked)
        assert len(page.items) <= limit
        found += [item.id for item in page.items]
        after = page.next
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 3, 50])
@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({}, id="all"),
        pytest.param({"at_least": 2}, id="of several origins"),
        pytest.param({"since": date(2013, 3, 1)}, id="from"),
        pytest.param({"until": date(2013, 3, 1)}, id="to"),
        pytest.param({"as_of": date(2013, 2, 28)}, id="as of"),
    ],
)
def test_pages_together_are_the_list(conn: Connection, limit: int, asked: dict[str, Any]) -> None:
    whole = [item.id for item in stories(conn, made.reference(), **asked)]
    assert paged(conn, limit, **asked) == whole
    assert paged(conn, limit, sort="-day", **asked) == whole[::-1]


def test_there_are_stories_of_each_kind(conn: Connection) -> None:
    every_one = stories(conn, made.reference())
    assert len(every_one) >= 3
    assert len(stories(conn, made.reference(), at_least=2)) < len(every_one)
    days = [item.first for item in every_one if item.first]
    assert max(days) - min(days) > timedelta(days=1)


@pytest.mark.parametrize("asked", [{"sort": "size"}, {"limit": 0}, {"after": "x"}])
def test_what_cannot_be_asked(conn: Connection, asked: dict[str, Any]) -> None:
    with pytest.raises(UnknownName):
        page_of_stories(conn, made.reference(), **asked)
