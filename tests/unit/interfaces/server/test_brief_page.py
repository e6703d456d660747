"""The briefing as a page and as files; feeds in the heads of pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from detente.interfaces.server.pages.brief import FILES
from tests.unit.interfaces.server.serving import Markup, empty_archive, served
from tests.unit.interfaces.server.test_pages import is_sound
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("brief") / "a.db")) as client:
        yield client


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(empty_archive(tmp_path_factory.mktemp("none") / "a.db")) as client:
        yield client


ASKED = ["", "?from=2013-02&to=2013-03", "?as_of=2013-03", "?from=1999&to=1999", "?lang=de"]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_the_page_is_sound(desk: TestClient, asked: str) -> None:
    is_sound(desk, f"/r/USA-RUS/brief{asked}")
    desk.cookies.delete("detente_language")


def test_every_line_has_notes_that_are_there_and_lead_to_a_sentence(desk: TestClient) -> None:
    page = is_sound(desk, "/r/USA-RUS/brief")
    notes = {link for link in page.links if link.startswith("#note-")}
    ids = {attrs["id"] for attrs in page.all("li") if attrs.get("id")}
    assert notes
    assert {note.removeprefix("#") for note in notes} == ids
    lines = [attrs for attrs in page.all("li") if "data-line" in attrs]
    assert len(lines) >= 3
    for link in page.links:
        path, _, sentence = link.partition("#")
        if path.startswith("/a/") and sentence:
            assert f'id="{sentence}"' in desk.get(path).text


def test_the_page_and_the_file_say_the_same(desk: TestClient) -> None:
    said = desk.get("/r/USA-RUS/brief.json").json()
    text = Markup(desk.get("/r/USA-RUS/brief").text).text
    rows = desk.get("/r/USA-RUS/brief.csv").text.splitlines()
    lines = [line for block in said["blocks"] for part in block["parts"] for line in part["lines"]]
    assert len(rows) == len(lines) + 1
    for block in said["blocks"]:
        assert block["heading"] in text
    for line in lines:
        assert " ".join(line["text"].split()) in text


def test_the_language_of_the_page_is_that_of_the_brief(desk: TestClient) -> None:
    english = desk.get("/r/USA-RUS/brief.json", headers={"Accept-Language": "en"}).json()
    german = desk.get("/r/USA-RUS/brief.json", headers={"Accept-Language": "de"}).json()
    assert (english["language"], german["language"]) == ("en", "de")
    assert english["title"] != german["title"]


@pytest.mark.parametrize("end", FILES)
class TestFiles:
    def test_a_file_comes_as_one(self, desk: TestClient, end: str) -> None:
        answer = desk.get(f"/r/USA-RUS/brief.{end}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == FILES[end].media
        name = f'attachment; filename="brief-USA-RUS.{end}"'
        assert answer.headers["content-disposition"] == name

    def test_it_is_what_it_says(self, desk: TestClient, end: str) -> None:
        body = desk.get(f"/r/USA-RUS/brief.{end}").content
        if end == "docx":
            assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(body)).namelist()
        else:
            begins = {"pdf": b"%PDF-", "md": b"# ", "html": b"<!DOCTYPE html>"}
            assert body.startswith(begins[end])

    def test_an_empty_archive_has_one_too(self, empty: TestClient, end: str) -> None:
        assert empty.get(f"/r/USA-RUS/brief.{end}").status_code == 200

    def test_the_page_leads_to_it(self, desk: TestClient, end: str) -> None:
        page = Markup(desk.get("/r/USA-RUS/brief?from=2013-02&as_of=2013-04").text)
        (link,) = [one for one in page.links if f"/brief.{end}?" in one]
        assert "from=2013-02-01" in link
        assert "as_of=2013-04" in link
        assert desk.get(link).status_code == 200

    def test_a_stranger_gets_none(self, desk: TestClient, end: str) -> None:
        stranger = TestClient(desk.app, base_url=str(desk.base_url))
        answer = stranger.get(f"/r/USA-RUS/brief.{end}", follow_redirects=False)
        assert answer.status_code in (303, 401)


WRONG = [("/r/USA/brief", 404), ("/r/USA-USA/brief.pdf", 404), ("/r/USA-RUS/brief?from=soon", 422)]


@pytest.mark.parametrize(("path", "status"), WRONG)
def test_what_is_no_brief(desk: TestClient, path: str, status: int) -> None:
    assert desk.get(path).status_code == status


def test_without_articles_the_page_says_so(empty: TestClient) -> None:
    assert "Nothing in the archive concerns" in is_sound(empty, "/r/USA-RUS/brief").text


HEADS = [
    ("/r/USA-RUS", ["/r/USA-RUS.atom", "/r/USA-RUS.rss", "/r/USA-RUS.ics"]),
    ("/library", ["/articles.atom", "/articles.rss"]),
    ("/library?q=Syria", ["/search.atom?q=Syria", "/search.rss?q=Syria"]),
]


@pytest.mark.parametrize(("path", "feeds"), HEADS)
def test_heads_name_feeds_that_are_there(desk: TestClient, path: str, feeds: list[str]) -> None:
    page = Markup(desk.get(path).text)
    found = [attrs for attrs in page.all("link") if attrs.get("rel") == "alternate"]
    assert [attrs["href"] for attrs in found] == feeds
    for attrs in found:
        answer = desk.get(str(attrs["href"]))
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(str(attrs["type"]))
