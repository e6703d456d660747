"""A story that fell apart says so wherever it is shown: in the query, at the prompt, on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection
from starlette.testclient import TestClient
from typer.testing import CliRunner

from detente.interfaces.cli.app import app
from detente.query.stories import StoryPart, StoryView, stories, story
from detente.records import StoryChange
from detente.store import open_database, put_stories, split_from, split_off
from tests.unit.interfaces.server.serving import served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

REFERENCE = made.reference()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose first story is said to have lost the second."""
    path = archive_at(tmp_path_factory.mktemp("parts") / "a.db")
    database = open_database(path)
    with database.write() as conn:
        whole, off, *_ = [view.id for view in stories(conn, REFERENCE)]
        put_stories(conn, [], [StoryChange("split", whole, off)])
    database.close()
    return path


@pytest.fixture
def conn(path: Path) -> Iterator[Connection]:
    database = open_database(path, create=False)
    with database.read() as conn:
        yield conn
    database.close()


@pytest.fixture
def views(conn: Connection) -> list[StoryView]:
    return stories(conn, REFERENCE)


class TestQuery:
    def test_what_was_split_off_is_named(self, views: list[StoryView]) -> None:
        whole, off, *_ = views
        assert whole.parts == (StoryPart(off.id, off.title, off=True),)

    def test_what_it_was_split_off_is_named(self, views: list[StoryView]) -> None:
        whole, off, *_ = views
        assert off.parts == (StoryPart(whole.id, whole.title, off=False),)

    def test_others_name_none(self, views: list[StoryView]) -> None:
        assert len(views) > 2
        assert not any(view.parts for view in views[2:])

    def test_one_opened_alone_is_as_in_the_list(self, conn: Connection, views: list[StoryView]) -> None:
        for view in views[:3]:
            assert story(conn, REFERENCE, view.id).parts == view.parts

    def test_a_part_nobody_had_printed_yet_is_not_named(
        self, conn: Connection, views: list[StoryView]
    ) -> None:
        for view in views[:3]:
            for day in (one.first for one in views[:3] if one.first and view.first):
                if view.first and day >= view.first:
                    named = {one.id for one in story(conn, REFERENCE, view.id, as_of=day).parts}
                    out = {one.id for one in views if one.first is None or one.first <= day}
                    assert named == {one.id for one in view.parts} & out


LOGS = [
    ([("split", "a", "b")], {"a": "b"}, {"b": "a"}),
    ([("split", "a", "b"), ("split", "a", "c")], {"a": "bc"}, {"b": "a", "c": "a"}),
    ([("merged", "b", "a")], {}, {}),
    ([("opened", "a", "b")], {}, {}),
    ([("split", "a", "b"), ("merged", "b", "d")], {"a": "d"}, {"b": "a"}),
    ([("split", "a", "b"), ("merged", "a", "d")], {"a": "b"}, {"b": "d"}),
    ([("split", "a", "b"), ("merged", "b", "a")], {}, {"b": "a"}),
    ([("split", "a", "b"), ("merged", "a", "b")], {"a": "b"}, {}),
]
NAMES = [
    "once",
    "twice",
    "merged",
    "opened",
    "part merged away",
    "rest merged away",
    "back",
    "swallowed",
]


@pytest.mark.parametrize(("log", "off", "whole"), LOGS, ids=NAMES)
def test_the_log_read_both_ways(
    tmp_path: Path, log: list[tuple[str, str, str]], off: dict[str, str], whole: dict[str, str]
) -> None:
    """What is told of an id is never that id itself, which two merges could make it."""
    database = open_database(tmp_path / "log.db")
    with database.write() as conn:
        put_stories(conn, [], [StoryChange(what, left, right) for what, left, right in log])  # type: ignore[arg-type]
        asked = ["a", "b", "c"]
        assert split_off(conn, asked) == {key: set(ids) for key, ids in off.items()}
        assert split_from(conn, asked) == {key: set(ids) for key, ids in whole.items()}
        assert split_from(conn, []) == {}
    database.close()


@pytest.fixture(scope="module")
def desk(path: Path) -> Iterator[TestClient]:
    with served(path) as client:
        yield client


class TestShown:
    @pytest.mark.parametrize(
        ("asked", "one", "other"),
        [
            ("", "A part of this is now", "Was a part of"),
            ("?lang=de", "Ein Teil davon ist jetzt", "War ein Teil von"),
        ],
        ids=["English", "German"],
    )
    def test_the_page_leads_to_the_other_part(
        self, desk: TestClient, views: list[StoryView], asked: str, one: str, other: str
    ) -> None:
        whole, off, plain = [view.id.removeprefix("story:") for view in views[:3]]
        pages = {key: desk.get(f"/s/{key}{asked}").text for key in (whole, off, plain)}
        desk.cookies.delete("detente_language")
        said = {key: (one in text, other in text) for key, text in pages.items()}
        assert said == {whole: (True, False), off: (False, True), plain: (False, False)}
        assert f"/s/{off}" in pages[whole]
        assert f"/s/{whole}" in pages[off]

    def test_json_of_page_and_api_has_it(self, desk: TestClient, views: list[StoryView]) -> None:
        whole, off = views[:2]
        wanted = [{"id": off.id, "title": off.title, "off": True}]
        assert desk.get(f"/s/{whole.id.removeprefix('story:')}.json").json()["parts"] == wanted
        assert desk.get(f"/api/v1/stories/{whole.id}").json()["parts"] == wanted

    def test_at_the_prompt(self, path: Path, views: list[StoryView]) -> None:
        told = CliRunner().invoke(app, ["stories", "--db", str(path)], env={"COLUMNS": "200"}).stdout
        lines = [line.strip() for line in told.splitlines() if line.strip().startswith("split")]
        whole, off = (view.id.removeprefix("story:")[:8] for view in views[:2])
        ends = [(line.split()[1], line[-9:-1]) for line in lines]
        assert sorted(ends) == [("a", off), ("was", whole)]
