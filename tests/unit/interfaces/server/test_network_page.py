"""The network of two states as a page: a picture and a table that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from detente.interfaces.server.pages.network import WIDTH, drawing, place_of
from detente.query.network import Node, Tie, TieKind
from tests.unit.interfaces.server.serving import empty_archive, served
from tests.unit.interfaces.server.test_pages import is_sound
from tests.unit.query.archives import archive_at

PAIR = ("USA", "RUS")


def node(name: str, state: str | None = None, ties: int = 1) -> Node:
    return Node(name, None, state, ties)


def tie(left: str, right: str, kind: TieKind = "met", count: int = 1) -> Tie:
    return Tie(left, right, kind, count, None, None, ("meeting:1",), ())


@pytest.mark.parametrize(
    ("state", "place"), [("USA", "left"), ("RUS", "right"), ("DEU", "middle"), (None, "middle")]
)
def test_a_state_has_its_column(state: str | None, place: str) -> None:
    assert place_of(node("Somebody", state), PAIR) == place


def test_nobody_stands_on_another_and_all_lie_within() -> None:
    nodes = [node(f"{state} {n}", state) for state in ("USA", "RUS", "DEU") for n in range(20)]
    ties = [tie(f"USA {n}", f"RUS {n}") for n in range(20)] + [tie("USA 0", "DEU 0")]
    made = drawing(nodes, ties, PAIR)
    places = [(dot.x, dot.y) for dot in made.dots]
    assert len(set(places)) == len(places)
    assert all(0 < x < WIDTH and 0 < y < made.height for x, y in places)
    assert made.more == 16
    drawn = {dot.node.name for dot in made.dots}
    assert "DEU 1" not in drawn
    assert len(made.edges) == 13


def test_an_edge_leads_from_dot_to_dot_and_to_its_line() -> None:
    nodes = [node("Kerry", "USA"), node("Lavrov", "RUS")]
    made = drawing(nodes, [tie("Kerry", "Lavrov"), tie("Lavrov", "Kerry", "against", 9)], PAIR)
    ends = {dot.node.name: f"{dot.x:g} {dot.y:g}" for dot in made.dots}
    against, met = made.edges
    assert re.fullmatch(rf"M{ends['Kerry']}Q\S+ \S+ {ends['Lavrov']}", met.path)
    assert (met.number, met.side, against.number, against.side) == (1, "left", 2, "right")
    assert met.width < against.width <= 5
    assert met.path != against.path


def test_people_of_one_state_are_tied_by_a_bow() -> None:
    made = drawing([node("A", "USA"), node("B", "USA")], [tie("A", "B", "for")], PAIR)
    (edge,) = made.edges
    across = [float(x) for x in re.findall(r"[MQ ](\d+) [\d.]+", edge.path)]
    assert max(across) > made.dots[0].x


def test_nothing_draws_nothing() -> None:
    made = drawing([], [], PAIR)
    assert (made.dots, made.edges, made.more) == ((), (), 0)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("network") / "a.db")) as client:
        yield client


@pytest.mark.parametrize(
    "asked",
    ["", "?kind=met", "?kind=against", "?as_of=2013-03", "?from=1999&to=1999", "?lang=de"],
)
def test_the_page_is_sound(desk: TestClient, asked: str) -> None:
    is_sound(desk, f"/r/USA-RUS/network{asked}")
    desk.cookies.delete("detente_language")


def test_the_picture_and_the_table_say_the_same(desk: TestClient) -> None:
    page = is_sound(desk, "/r/USA-RUS/network")
    lines = {attrs["id"] for attrs in page.all("tr") if attrs.get("id")}
    drawn = {link.removeprefix("#") for link in page.links if link.startswith("#tie-")}
    assert drawn
    assert drawn <= lines
    ties = desk.get("/r/USA-RUS/network.json").json()["ties"]
    assert len(ties) == len(lines)
    assert len(desk.get("/r/USA-RUS/network.csv").text.splitlines()) == len(ties) + 1
    for one in ties:
        assert one["left"] in page.text
        assert one["right"] in page.text


def test_a_kind_is_chosen(desk: TestClient) -> None:
    kinds = {one["kind"] for one in desk.get("/r/USA-RUS/network.json?kind=met").json()["ties"]}
    assert kinds == {"met"}
    assert desk.get("/r/USA-RUS/network?kind=loved").status_code == 422


def test_in_german(desk: TestClient) -> None:
    page = is_sound(desk, "/r/USA-RUS/network?lang=de")
    desk.cookies.delete("detente_language")
    for words in ("Vereinigte Staaten", "trafen sich", "Belege", "Das Netz"):
        assert words in page.text + str(page.tags)


def test_every_line_leads_to_what_it_rests_on(desk: TestClient) -> None:
    page = is_sound(desk, "/r/USA-RUS/network")
    opened = [attrs["data-open-href"] for attrs in page.all("tr") if attrs.get("data-open-href")]
    assert opened
    for href in opened:
        assert desk.get(str(href)).status_code == 200


@pytest.mark.parametrize(("path", "status"), [("/r/USA/network", 404), ("/r/USA-USA/network", 404)])
def test_what_is_no_network(desk: TestClient, path: str, status: int) -> None:
    assert desk.get(path).status_code == status


def test_without_articles_the_page_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with served(empty_archive(tmp_path_factory.mktemp("none") / "a.db")) as client:
        assert "No tie between people" in is_sound(client, "/r/USA-RUS/network").text
