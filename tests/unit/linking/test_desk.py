"""Stories of an archive: placed chunk by chunk, split by later evidence, the same after a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.link.stories import Telling, resolve
from detente.linking import StoryDesk
from detente.records import Link, StoryChange, make_id
from detente.store import (
    add_articles,
    left_to_the_machine,
    load,
    open_database,
    put_links,
    put_stories,
    redirect,
    split_off,
    tables,
    tellings,
    untold,
)
from tests.factories import article_of
from tests.unit.link.happenings import DAY, GDYNIA, VARNA, reports

BOTH = (*reports("g", GDYNIA, 6), *reports("v", VARNA, 6))
ALL = tuple(one.article for one in BOTH)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    with opened(tmp_path / "a.db", BOTH) as conn:
        yield conn


class opened:  # noqa: N801
    """An archive with what some articles tell, and no stories yet."""

    def __init__(self, path: Path, told: Sequence[Telling]) -> None:
        self._database = open_database(path)
        self._told = told

    def __enter__(self) -> Connection:
        self._writing = self._database.write()
        conn = self._writing.__enter__()
        plain = article_of("Nothing that matters here.", published=DAY)
        add_articles(conn, [replace(plain, id=one.article) for one in self._told])
        for one in self._told:
            article, day, terms = one.values()
            row = {"article": article, "day": day, "terms": terms}
            conn.execute(sa.insert(tables.telling).values(row))
        return conn

    def __exit__(self, *error: object) -> None:
        self._writing.__exit__(*error)  # type: ignore[arg-type]
        self._database.close()


def told_in(conn: Connection, relation: str = "tells") -> dict[str, str]:
    return {link.left: link.right for link in load(conn, Link, tables.link.c.relation == relation)}


def log_of(conn: Connection) -> list[StoryChange]:
    log = tables.story_change.c
    rows = conn.execute(sa.select(log.what, log.story, log.into).order_by(log.n))
    return [StoryChange(*row) for row in rows]


def sizes(conn: Connection) -> dict[str, int]:
    return {row.id: row.size for row in conn.execute(sa.select(tables.story))}


def groups(told: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(a for a, s in told.items() if s == story) for story in told.values()}


APART = {frozenset(ALL[:6]), frozenset(ALL[6:])}


class TestSplitting:
    def test_articles_of_two_happenings_end_in_two_stories(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL)
        assert groups(told_in(conn)) == APART
        assert sorted(sizes(conn).values()) == [6, 6]

    def test_they_began_as_one(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL[:2] + ALL[6:8])
        assert len(set(told_in(conn).values())) == 1
        StoryDesk().place(conn, untold(conn))
        assert groups(told_in(conn)) == APART

    def test_the_log_tells_it_and_the_old_id_is_what_stayed(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL)
        split = [one for one in log_of(conn) if one.what == "split"]
        opener = next(one.into for one in log_of(conn) if one.what == "opened")
        (change,) = split
        assert change.story == make_id("story", opener)
        assert told_in(conn)[opener] == change.story == redirect(conn, change.story)
        assert redirect(conn, change.into) == change.into
        assert split_off(conn, [change.story, change.into]) == {change.story: {change.into}}

    def test_every_article_tells_one_story_and_sizes_are_true(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL)
        links = load(conn, Link, tables.link.c.relation == "tells")
        assert sorted(link.left for link in links) == sorted(ALL)
        told = told_in(conn)
        assert sizes(conn) == {s: list(told.values()).count(s) for s in set(told.values())}

    def test_no_article_may_tell_what_it_was_split_off(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL)
        told, may = told_in(conn), told_in(conn, "may-tell")
        assert all(told[article] != story for article, story in may.items())

    def test_a_link_says_why(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL)
        into = next(one.into for one in log_of(conn) if one.what == "split")
        reasons = {link.reason for link in load(conn, Link, tables.link.c.right == into)}
        assert "split off: shares too little" in reasons


class TestOrder:
    @pytest.mark.parametrize("step", [1, 5, 7, 11], ids=lambda step: f"every {step}th")
    def test_the_order_within_a_chunk_does_not_matter(self, tmp_path: Path, step: int) -> None:
        mixed = [ALL[at * step % 12] for at in range(12)]
        assert sorted(mixed) == sorted(ALL)
        ends = []
        for name, order in (("one", ALL), ("other", mixed)):
            with opened(tmp_path / f"{name}.db", BOTH) as conn:
                StoryDesk().place(conn, order)
                ends.append((told_in(conn), log_of(conn)))
        assert ends[0] == ends[1]

    @pytest.mark.parametrize("size", [2, 3, 4, 6])
    def test_chunks_end_in_the_same_groups(self, conn: Connection, size: int) -> None:
        desk, order = StoryDesk(), untold(conn)
        for first in range(0, len(order), size):
            desk.place(conn, order[first : first + size])
        assert groups(told_in(conn)) == APART

    @pytest.mark.parametrize("size", [2, 3, 4, 6])
    def test_a_restart_between_chunks_changes_nothing(self, tmp_path: Path, size: int) -> None:
        ends = []
        for fresh in (False, True):
            with opened(tmp_path / f"{fresh}.db", BOTH) as conn:
                desk, order = StoryDesk(), untold(conn)
                for first in range(0, len(order), size):
                    desk = StoryDesk() if fresh else desk
                    desk.place(conn, order[first : first + size])
                ends.append((told_in(conn), log_of(conn), sizes(conn)))
        assert ends[0] == ends[1]

    def test_the_log_is_only_added_to(self, conn: Connection) -> None:
        desk, order, before = StoryDesk(), untold(conn), list[StoryChange]()
        for first in range(0, len(order), 3):
            desk.place(conn, order[first : first + 3])
            assert log_of(conn)[: len(before)] == before
            before = log_of(conn)

    def test_what_was_split_stays_so_when_more_arrive(self, tmp_path: Path) -> None:
        more = (*reports("g", GDYNIA, 10), *reports("v", VARNA, 10))
        with opened(tmp_path / "more.db", more) as conn:
            StoryDesk().place(conn, ALL)
            ids = set(told_in(conn).values())
            StoryDesk().place(conn, untold(conn))
            assert set(told_in(conn).values()) == ids
            assert [one.what for one in log_of(conn)].count("split") == 1

    def test_every_id_ever_given_can_be_followed(self, conn: Connection) -> None:
        desk, order = StoryDesk(), untold(conn)
        for first in range(0, len(order), 2):
            desk.place(conn, order[first : first + 2])
        log, open_now = log_of(conn), set(sizes(conn))
        for change in log:
            ids = {change.story} | ({change.into} if change.what != "opened" else set())
            for story in ids:
                assert redirect(conn, story) in open_now
                assert resolve(story, log) in open_now


class TestReaders:
    def test_a_story_that_a_reader_put_an_article_into_stays_whole(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL[:2] + ALL[6:8])
        (story,) = set(told_in(conn).values())
        conn.execute(
            sa.update(tables.link).where(tables.link.c.left == ALL[6]).values(decided_by="reader")
        )
        assert left_to_the_machine(conn, story) == []
        StoryDesk().place(conn, untold(conn))
        assert groups(told_in(conn)) == {frozenset(ALL)}
        assert not any(one.what == "split" for one in log_of(conn))

    def test_otherwise_its_articles_are_given(self, conn: Connection) -> None:
        StoryDesk().place(conn, ALL[:3])
        (story,) = set(told_in(conn).values())
        assert left_to_the_machine(conn, story) == sorted(ALL[:3])
        assert left_to_the_machine(conn, "story:unknown") == []

    def test_a_readers_link_to_what_was_split_is_kept(self, conn: Connection) -> None:
        kept = Link("link:1", ALL[6], "story:old", "may-tell", 0.4, "a reader's", "reader")
        moved = Link("link:2", ALL[6], "story:new", "tells", 0.5, "split off", "machine")
        put_links(conn, [kept])
        put_stories(conn, [moved], [StoryChange("split", "story:old", "story:new")])
        assert told_in(conn, "may-tell") == {ALL[6]: "story:old"}
        assert told_in(conn) == {ALL[6]: "story:new"}


class TestRedirect:
    def test_an_id_merged_away_and_split_off_again_is_itself(self, conn: Connection) -> None:
        link = Link("link:1", ALL[0], "story:b", "tells", 1.0, "", "machine")
        put_stories(conn, [link], [StoryChange("merged", "story:b", "story:a")])
        assert redirect(conn, "story:b") == "story:a"
        put_stories(conn, [link], [StoryChange("split", "story:a", "story:b")])
        assert redirect(conn, "story:b") == "story:b"

    def test_what_was_split_off_is_given_under_the_id_it_has_now(self, conn: Connection) -> None:
        log = [
            StoryChange("split", "story:a", "story:b"),
            StoryChange("split", "story:a", "story:c"),
            StoryChange("merged", "story:b", "story:d"),
        ]
        put_stories(conn, [], log)
        assert split_off(conn, ["story:a", "story:x"]) == {"story:a": {"story:c", "story:d"}}
        assert split_off(conn, []) == {}


def test_what_is_kept_of_a_telling_places_it_alike(conn: Connection) -> None:
    for row, told in zip(tellings(conn, ALL), BOTH, strict=True):
        back = Telling.of(*row)
        assert json.dumps(back.values()) == json.dumps(told.values())
