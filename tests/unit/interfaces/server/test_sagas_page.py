"""Sagas as a page: chains of stories, each of which opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.unit.interfaces.server.serving import empty_archive, served
from tests.unit.interfaces.server.test_pages import is_sound
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("sagas") / "a.db")) as client:
        yield client


ASKED = [
    "",
    "?at_least=1",
    "?states=USA&states=",
    "?at_least=1&as_of=2013-03",
    "?as_of=1999",
    "?lang=de",
]


@pytest.mark.parametrize("asked", ASKED)
def test_the_page_is_sound(desk: TestClient, asked: str) -> None:
    is_sound(desk, f"/sagas{asked}")
    desk.cookies.delete("detente_language")


def test_every_story_of_a_saga_is_a_line_that_opens(desk: TestClient) -> None:
    sagas = desk.get("/sagas.json?at_least=1").json()
    stories = [line["id"] for saga in sagas for line in saga["stories"]]
    assert stories
    page = is_sound(desk, "/sagas?at_least=1")
    links = [link for link in page.links if link.startswith("/s/")]
    assert [f"story:{link.removeprefix('/s/')}" for link in links] == stories
    for link in links:
        assert desk.get(link).status_code == 200
    assert len(desk.get("/sagas.csv?at_least=1").text.splitlines()) == len(stories) + 1


def test_states_keep_what_all_of_them_take_part_in(desk: TestClient) -> None:
    for saga in desk.get("/sagas.json?at_least=1&states=USA&states=russia").json():
        assert {"USA", "RUS"} <= set(saga["parties"])
    assert desk.get("/sagas.json?at_least=1&states=MLT").json() == []


WRONG = [("/sagas?states=Atlantis", 404), ("/sagas?at_least=0", 422), ("/sagas?as_of=soon", 422)]


@pytest.mark.parametrize(("path", "status"), WRONG)
def test_what_is_asked_wrongly(desk: TestClient, path: str, status: int) -> None:
    assert desk.get(path).status_code == status


def test_an_empty_archive_has_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    with served(empty_archive(tmp_path_factory.mktemp("none") / "a.db")) as client:
        assert "No stories of this archive" in is_sound(client, "/sagas").text
