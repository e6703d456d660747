"""Every page in every form: HTML, JSON, CSV, German, as of a day, with and without articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from tests.unit.interfaces.server.serving import Markup, empty_archive, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

FOUND = made.extractions()
ARTICLE = FOUND[0].article.id.partition(":")[2]
MEETING = FOUND[0].meetings[0].id.partition(":")[2]
ROWS = {
    "statement": FOUND[0].statements[0].id,
    "position": FOUND[0].positions[0].id,
    "forecast": FOUND[0].forecasts[0].id,
    "event": FOUND[3].events[0].id,
    "meeting": FOUND[0].meetings[0].id,
}
ALWAYS = [
    "/",
    "/relationships",
    "/r/USA-RUS",
    "/r/USA-RUS/issues",
    "/r/USA-RUS/i/syria",
    "/meetings",
    "/meetings?form=visit&status=planned",
    "/meetings?states=USA&states=RUS&sort=day",
    "/statements",
    "/statements?kind=direct",
    "/statements?states=RUS&from=2013-02-25&days=7",
    "/forecasts",
    "/forecasts?due=past",
    "/forecasts?due=soon",
    "/stories",
    "/stories?origins=1",
    "/actors",
    "/actors?q=ker",
    "/actor/state:RUS",
    "/actor/person:sergei-lavrov",
    "/forecaster/person:sergei-lavrov",
    "/library",
    "/library?q=Syria",
    "/library?q=Syria&kind=statement&sort=latest",
    "/library?q=nothingofthekind",
    "/library?outlet=The+Daily+Example",
    "/review",
    "/review?relation=same-meeting",
    "/collections",
    "/sources",
    "/about",
    "/keys",
]
"""Pages that there are without any article."""
FULL = [
    f"/a/{ARTICLE}",
    f"/a/{ARTICLE[:6]}",
    f"/a/{ARTICLE}/raw",
    f"/m/{MEETING}",
    *(f"/row/{id}" for id in ROWS.values()),
    f"/r/USA-RUS?open=meeting:{MEETING}",
    f"/r/RUS-USA?from=2013-02&to=2013-03&open={ROWS['statement']}",
    f"/r/USA-RUS?open={ROWS['position']}",
    f"/r/USA-RUS?open={ROWS['forecast']}",
    f"/r/USA-RUS?open={ROWS['event']}",
    "/r/USA-RUS?open=week:2013-02-25",
    "/statements?by=Lavrov",
    "/statements?outlet=the+globe+sample&issue=syria",
    "/meetings?who=Kerry",
    "/forecasts?by=Ada+Sample",
    "/forecaster/local:ada",
    "/actor/local:ada",
    f"/save?item={ROWS['statement']}",
    f"/save?item=article:{ARTICLE}&back=/statements",
]
"""Pages on something in the archive."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("small") / "a.db")) as client:
        yield client


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(empty_archive(tmp_path_factory.mktemp("empty") / "a.db")) as client:
        yield client


def form(path: str, end: str) -> str:
    """Return the path of another form of a page."""
    bare, mark, query = path.partition("?")
    return ("/desk" if bare == "/" else bare) + end + mark + query


def is_sound(client: TestClient, path: str) -> Markup:
    """Assert what holds for the HTML of every page, and return it."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text[:400]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Markup(answer.text)
    names = [name for name, _ in page.tags]
    assert names.count("h1") == 1, path
    assert names.index("title") < names.index("body")
    assert names.count("main") == 1
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids)), [id for id in ids if ids.count(id) > 1]
    for tag, attrs in page.tags:
        assert "style" not in attrs, (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        if tag == "script":
            assert (attrs.get("src") or "").startswith("/static/")
    labelled = {attrs.get("for") for attrs in page.all("label")}
    for attrs in page.all("input"):
        if attrs.get("type") not in ("hidden", "checkbox") and attrs.get("id"):
            assert attrs["id"] in labelled or attrs.get("aria-label"), attrs
    for link in page.links:
        assert link.startswith(("/", "#")), link
    return page


@pytest.mark.parametrize("path", ALWAYS + FULL)
class TestFull:
    def test_html(self, desk: TestClient, path: str) -> None:
        page = is_sound(desk, path)
        assert "None" not in page.text.replace("None.", "").replace("None yet", "")

    def test_json(self, desk: TestClient, path: str) -> None:
        answer = desk.get(form(path, ".json"))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        json.loads(answer.text)

    def test_csv(self, desk: TestClient, path: str) -> None:
        answer = desk.get(form(path, ".csv"))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        lines = list(csv.reader(io.StringIO(answer.text)))
        assert len({len(line) for line in lines}) <= 1

    def test_german(self, desk: TestClient, path: str) -> None:
        page = is_sound(desk, f"{path}{'&' if '?' in path else '?'}lang=de")
        desk.cookies.delete("detente_language")
        assert page.all("html")[0]["lang"] == "de"
        assert "Schreibtisch" in page.text

    def test_it_is_the_same_when_asked_again(self, desk: TestClient, path: str) -> None:
        first = desk.get(path)
        again = desk.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")

    def test_other_forms_are_linked(self, desk: TestClient, path: str) -> None:
        if path == "/keys":
            return
        page = Markup(desk.get(path).text)
        ends = [link for link in page.links if ".json" in link or ".csv" in link]
        assert len(ends) >= 2
        for link in ends[:2]:
            assert desk.get(link).status_code == 200


@pytest.mark.parametrize("path", ALWAYS)
class TestEmpty:
    def test_html(self, empty: TestClient, path: str) -> None:
        is_sound(empty, path)

    def test_json(self, empty: TestClient, path: str) -> None:
        json.loads(empty.get(form(path, ".json")).text)

    def test_csv(self, empty: TestClient, path: str) -> None:
        assert empty.get(form(path, ".csv")).status_code == 200

    def test_as_of_a_day_before_everything(self, desk: TestClient, path: str) -> None:
        page = is_sound(desk, f"{path}{'&' if '?' in path else '?'}as_of=1999")
        assert "31 Dec 1999" in page.text


@pytest.mark.parametrize("path", ALWAYS + FULL)
def test_as_of_goes_along_on_every_link(desk: TestClient, path: str) -> None:
    page = is_sound(desk, f"{path}{'&' if '?' in path else '?'}as_of=2013-06")
    inner = [unquote(link) for link in page.links if link.startswith("/") and "lang=" not in link]
    without = {link for link in inner if "as_of" not in link}
    back = "/statements" if "back=" in path else "/"
    # "all there is" takes the day away; the way back from saving is as it was given.
    assert without - {path, path.partition("?")[0], back if "/save" in path else path} == set()


HELD = [
    ("/", ["Kerry talks to Putin in Moscow", "proposal"]),
    ("/r/USA-RUS", ["United States and Russia", "John Kerry", "Where each side stands", "Syria"]),
    ("/r/USA-RUS", ["talks on Syria without preconditions", "Assad to go", "The reports differ"]),
    ("/r/USA-RUS?from=2013-05", ["Kerry talks to Putin in Moscow"]),
    (f"/m/{MEETING}", ["Reported by 3 outlets, 2 origins", "The Globe Sample", "27 Feb 2013"]),
    (f"/a/{ARTICLE}", ["Kerry and Lavrov meet in Berlin", "The Daily Example", "statements 3"]),
    (f"/a/{FOUND[1].article.id[8:]}", ["cut off", "Subscribe to read the rest."]),
    (f"/a/{FOUND[2].article.id[8:]}", ["not an origin of its own", "outlet unknown"]),
    (f"/a/{ARTICLE}/raw", ["Line Role Words", "title", "The mood is better"]),
    ("/actor/person:sergei-lavrov", ["Foreign Minister", "Met most", "John Kerry"]),
    ("/actor/local:ada", ["Ada Sample", "known from articles only", "no breakthrough on Syria"]),
    ("/forecaster/local:ada", ["Ada Sample", "no breakthrough on Syria was near", "Mar 2013"]),
    ("/r/USA-RUS/i/syria", ["Syria", "talks on Syria without preconditions", "against, strong"]),
    ("/sources", ["The Daily Example", "The Globe Sample", "outlet unknown"]),
    ("/library?q=breakthrough", ["breakthrough", "The Daily Example", "Kind"]),
    ("/meetings?form=visit", ["Visit to Moscow", "planned", "May 2013"]),
    ("/statements?by=Lavrov", ["that the Syrian crisis was acute", "to John Kerry", "tweet"]),
]


@pytest.mark.parametrize(("path", "words"), HELD)
def test_a_page_holds(desk: TestClient, path: str, words: list[str]) -> None:
    text = Markup(desk.get(path).text).text
    for one in words:
        assert one in text, f"{one!r} is not in {text[:1500]}"


GERMAN = [
    ("/r/USA-RUS", ["Vereinigte Staaten", "Russland", "Wo jede Seite steht", "Syrien"]),
    (f"/m/{MEETING}", ["Gemeldet von 3 Medien, 2 Quellen", "26. Feb. 2013", "fand statt"]),
    ("/review", ["Erzählt der Artikel diese Geschichte?", "Ja", "Nein"]),
    ("/nowhere", ["Nicht gefunden"]),
]


@pytest.mark.parametrize(("path", "words"), GERMAN)
def test_a_page_holds_in_german(desk: TestClient, path: str, words: list[str]) -> None:
    text = Markup(desk.get(path, headers={"Accept-Language": "de-AT,de;q=0.9"}).text).text
    for one in words:
        assert one in text, f"{one!r} is not in {text[:1500]}"


MISSING = [
    ("/nowhere", 404, "Not Found"),
    ("/a/ffff", 404, "no article"),
    ("/m/0000000000000000", 404, "no row"),
    ("/row/statement:0000000000000000", 404, "no row"),
    ("/row/nonsense", 404, "no row that can be opened"),
    ("/r/USA", 404, "names no two states"),
    ("/r/USA-USA", 404, "with itself"),
    ("/r/USA-Atlantis", 404, "Atlantis"),
    ("/r/USA-RUS?open=week:soon", 404, "is no week"),
    ("/r/USA-RUS?open=link:1", 404, "can be opened"),
    ("/r/USA-RUS/i/nonsense", 404, "no issue"),
    ("/actor/person:nobody", 404, "nobody called"),
    ("/s/0000", 404, "no story"),
    ("/c/none", 404, "no collection"),
    ("/shared/none", 404, "opens no collection"),
    ("/save?item=nonsense", 404, "names nothing"),
    ("/save", 422, "item"),
    ("/statements?by=Nobodyatall", 404, "nobody called"),
    ("/statements?sort=sideways", 422, "sort"),
    ("/statements?limit=0", 422, "limit"),
    ("/statements?limit=99999", 422, "limit"),
    ("/statements?after=nonsense", 404, "is no place in a list"),
    ("/statements?from=soon", 422, "is no date"),
    ("/meetings?as_of=2013-13", 422, "is no date"),
    ("/meetings?status=imagined", 422, "status"),
    ('/library?q="open', 422, ""),
    (f"/a/{ARTICLE}?as_of=2012", 404, "not surely out"),
    (f"/m/{MEETING}?as_of=2012", 404, "nothing of"),
]


@pytest.mark.parametrize(("path", "status", "words"), MISSING)
def test_what_is_not_there(desk: TestClient, path: str, status: int, words: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert words in Markup(answer.text).text


@pytest.mark.parametrize(("path", "status", "words"), MISSING)
def test_what_is_not_there_as_json(desk: TestClient, path: str, status: int, words: str) -> None:
    answer = desk.get(form(path, ".json"))
    assert answer.status_code in (status, 404, 422)
    body = answer.json()
    assert body.get("status", status) in (status, 404, 422)


def test_the_drawer_comes_alone(desk: TestClient) -> None:
    answer = desk.get(f"/r/USA-RUS/drawer?open=meeting:{MEETING}")
    page = Markup(answer.text)
    assert "html" not in [name for name, _ in page.tags]
    assert "Meeting in Berlin" in page.text
    whole = Markup(desk.get(f"/r/USA-RUS?open=meeting:{MEETING}").text).text
    assert page.text.replace("close ", "")[:120] in whole


def test_two_states_are_led_to_from_a_form(desk: TestClient) -> None:
    answer = desk.get("/r?left=america&right=russia", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/r/USA-RUS")


def test_a_language_is_kept(desk: TestClient) -> None:
    desk.get("/?lang=de")
    assert 'lang="de"' in desk.get("/meetings").text
    desk.get("/?lang=en")
    assert 'lang="en"' in desk.get("/meetings").text
    desk.get("/?lang=xx")
    assert 'lang="en"' in desk.get("/meetings").text
    desk.cookies.delete("detente_language")


def test_pages_of_a_list_follow_each_other(desk: TestClient) -> None:
    seen: list[str] = []
    path: str | None = "/statements?limit=2&sort=day"
    while path:
        body = desk.get(form(path, ".json")).json()
        seen += [one["row"]["id"] for one in body["items"]]
        page = Markup(desk.get(path).text)
        path = next((a["href"] for a in page.all("a") if a.get("rel") == "next"), None)
    assert len(seen) == len(set(seen)) == body["total"]


def test_every_link_of_the_main_pages_leads_somewhere(desk: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/", "/r/USA-RUS", f"/m/{MEETING}", f"/a/{ARTICLE}", "/stories?origins=1"]
    for path in waiting:
        for link in Markup(desk.get(path).text).links:
            bare = link.partition("#")[0]
            if bare and bare not in seen and not bare.endswith(("/network", "/brief")):
                seen.add(bare)
                assert desk.get(bare).status_code == 200, f"{path} leads to {bare}"
    assert len(seen) > 60


def test_sentences_that_references_name_are_there(desk: TestClient) -> None:
    for link in Markup(desk.get("/r/USA-RUS").text).links:
        path, _, fragment = link.partition("#")
        if path.startswith("/a/") and fragment:
            assert f'id="{fragment}"' in desk.get(path).text, link


def test_a_page_changes_when_the_archive_does(tmp_path: Path) -> None:
    with served(archive_at(tmp_path / "a.db")) as client:
        before = client.get("/r/USA-RUS").text
        archive = client.app.state.archive  # type: ignore[attr-defined]
        archive.own.rename("person:sergei-lavrov", "Sergey Renamed")
        after = client.get("/r/USA-RUS").text
    assert "Sergey Renamed" not in before
    assert "Sergey Renamed" in after
