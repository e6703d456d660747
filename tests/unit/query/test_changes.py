"""Changes: what comes and goes is told once, in order, and whoever follows has what the archive has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.pipeline import encoded
from detente.query.arrivals import arrivals, arrived
from detente.query.changes import Change, changes
from detente.records import Extraction
from detente.store import Database, add_articles, drop_rows, open_database, put
from detente.store.entries import entry
from tests.unit.query import factories as made

FOUND = made.extractions()
FIRST = FOUND[0]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [one.article for one in FOUND])
        put(conn, [encoded(one) for one in FOUND], "1")
    yield database
    database.close()


def rebuild(database: Database, rows: Sequence[Extraction]) -> None:
    with database.write() as conn:
        put(conn, [encoded(one) for one in rows], "2")


def told(conn: Connection, since: str | None = None, limit: int = 500) -> tuple[list[Change], str]:
    found = changes(conn, since=since, limit=limit)
    return list(found.items), found.next


def there(conn: Connection) -> set[str]:
    return set(conn.scalars(sa.select(entry.c.row_id)))


class Mirror:
    """A copy of an archive that takes in what it is told, a few lines at a time."""

    def __init__(self, limit: int) -> None:
        self.rows: set[str] = set()
        self.since: str | None = None
        self.limit = limit

    def follow(self, conn: Connection) -> None:
        while True:
            found = changes(conn, since=self.since, limit=self.limit)
            for one in found.items:
                if one.what == "row":
                    self.rows.add(one.id)
                elif one.what == "gone":
                    self.rows.discard(one.id)
            self.since = found.next
            if not found.more:
                return


def without(kind: str) -> list[Extraction]:
    return [replace(FIRST, **{kind: ()})]


def test_building_again_tells_nothing(archive: Database) -> None:
    with archive.read() as conn:
        _, place = told(conn)
    rebuild(archive, FOUND)
    with archive.read() as conn:
        assert told(conn, place)[0] == []


@pytest.mark.parametrize("kind", ["statements", "meetings", "positions", "forecasts"])
def test_rows_that_a_rebuild_does_not_yield_are_told_as_gone(archive: Database, kind: str) -> None:
    lost = {row.id for row in getattr(FIRST, kind)}
    assert lost
    with archive.read() as conn:
        _, place = told(conn)
    rebuild(archive, without(kind))
    with archive.read() as conn:
        items, again = told(conn, place)
        assert {one.id for one in items if one.what == "gone"} == lost
        assert {one.article for one in items if one.what == "gone"} == {FIRST.article.id}
        assert {one.kind for one in items if one.what == "gone"} == {kind.removesuffix("s")}
        assert told(conn, again)[0] == []
        assert not lost & there(conn)


def test_what_comes_back_is_told_as_a_row_and_gone_no_more(archive: Database) -> None:
    with archive.read() as conn:
        _, place = told(conn)
    rebuild(archive, without("statements"))
    with archive.read() as conn:
        _, later = told(conn, place)
    rebuild(archive, [FIRST])
    lost = {row.id for row in FIRST.statements}
    with archive.read() as conn:
        for since in (place, later):
            items, _ = told(conn, since)
            assert {one.id for one in items if one.what == "row"} >= lost
            assert not [one for one in items if one.what == "gone"]


def test_a_row_that_says_something_else_is_new(archive: Database) -> None:
    with archive.read() as conn:
        _, place = told(conn)
    (first, *others) = FIRST.statements
    other = replace(first, speaker=replace(first.speaker, actor_id=None, name="Somebody Else"))
    rebuild(archive, [replace(FIRST, statements=(other, *others))])
    with archive.read() as conn:
        items, _ = told(conn, place)
    assert first.id in {one.id for one in items}
    assert {one.what for one in items} == {"row"}
    assert not {row.id for row in others} & {one.id for one in items}


def test_an_article_that_breaks_loses_its_rows(archive: Database) -> None:
    with archive.read() as conn:
        _, place = told(conn)
    with archive.write() as conn:
        drop_rows(conn, [FIRST.article.id])
    with archive.read() as conn:
        items, _ = told(conn, place)
    gone = {one.id for one in items if one.what == "gone"}
    assert {row.id for row in FIRST.statements} <= gone
    assert FIRST.article.id not in gone


@pytest.mark.parametrize("limit", [1, 2, 7, 500])
def test_whoever_follows_has_what_the_archive_has(archive: Database, limit: int) -> None:
    mirror = Mirror(limit)
    steps: list[Any] = [
        FOUND, without("statements"), without("meetings"), [FIRST], FOUND[1:], without("positions"),
        [replace(FIRST, statements=FIRST.statements[:1], forecasts=())], [FIRST],
    ]  # fmt: skip
    for rows in steps:
        rebuild(archive, rows)
        with archive.read() as conn:
            mirror.follow(conn)
            assert mirror.rows == there(conn)


class TestArrivals:
    """What is new since a number, counted and listed: the same rows."""

    def test_all_is_new_since_the_beginning(self, archive: Database) -> None:
        with archive.read() as conn:
            found = arrivals(conn, 0, [("USA", "RUS")])
            assert found.whole.total == sum(number for _, number in found.whole.kinds)
            assert dict(found.whole.kinds)["article"] == len(FOUND)
            assert 0 < found.pairs[0].total <= found.whole.total
            assert not found.more

    def test_nothing_is_new_since_the_end(self, archive: Database) -> None:
        with archive.read() as conn:
            now = arrivals(conn, 0).now
            found = arrivals(conn, now, [("USA", "RUS")])
            assert (found.whole.total, found.whole.kinds, found.pairs[0].total) == (0, (), 0)
            assert arrived(conn, made.reference(), now).items == ()

    @pytest.mark.parametrize("states", [(), ("USA",), ("USA", "RUS"), ("RUS", "USA"), ("JPN",)])
    def test_what_is_counted_is_listed(self, archive: Database, states: tuple[str, ...]) -> None:
        with archive.read() as conn:
            found = arrived(conn, made.reference(), 0, states=states, limit=500)
            if len(states) == 2:
                (count,) = arrivals(conn, 0, [(states[0], states[1])]).pairs
                assert len(found.items) == count.total
            if not states:
                assert len(found.items) == arrivals(conn, 0).whole.total
            if states == ("JPN",):
                assert found.items == ()

    @pytest.mark.parametrize("limit", [1, 3, 10])
    def test_pages_follow_each_other(self, archive: Database, limit: int) -> None:
        with archive.read() as conn:
            whole = arrived(conn, made.reference(), 0, limit=500).items
            found: list[Any] = []
            after = 0
            while True:
                page = arrived(conn, made.reference(), 0, after=after, limit=limit)
                found += page.items
                if page.next is None:
                    break
                after = page.next
            assert found == list(whole)

    def test_one_kind_alone(self, archive: Database) -> None:
        with archive.read() as conn:
            counts = dict(arrivals(conn, 0).whole.kinds)
            for kind, number in counts.items():
                found = arrived(conn, made.reference(), 0, kind=kind, limit=500)
                assert {one.kind for one in found.items} == {kind}
                assert len(found.items) == number

    def test_each_has_its_sentence(self, archive: Database) -> None:
        with archive.read() as conn:
            for one in arrived(conn, made.reference(), 0, limit=500).items:
                assert one.words
                assert (one.ref is None) == (one.kind == "article")
                assert one.ref is None or one.ref.article == one.article.id

    def test_only_what_was_out(self, archive: Database) -> None:
        day = min(one.article.published.end for one in FOUND if one.article.published.end)
        with archive.read() as conn:
            found = arrived(conn, made.reference(), 0, as_of=day, limit=500).items
            assert found
            assert all(one.article.published.end <= day for one in found if one.article.published.end)
            assert len(found) == arrivals(conn, 0, as_of=day).whole.total

    def test_there_is_more_than_is_counted(self, archive: Database) -> None:
        with archive.read() as conn:
            total = arrivals(conn, 0).whole.total
            few = arrivals(conn, 0, most=total - 1)
            assert (few.whole.total, few.more) == (total - 1, True)
            assert not arrivals(conn, 0, most=total).more
