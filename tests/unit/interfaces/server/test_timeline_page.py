"""The timeline of two states: days in order, each with its sentences, as page, JSON and table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from starlette.testclient import TestClient

from detente.interfaces.server.pages.timeline import DAYS, LEFT, RIGHT, _ticks, axis_of
from detente.query.timeline import Day
from tests.unit.interfaces.server.serving import Markup, served
from tests.unit.query.archives import archive_at

PATH = "/r/USA-RUS/timeline"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("timeline") / "a.db")) as client:
        yield client


def days(client: TestClient, **params: str) -> list[str]:
    body = client.get(f"{PATH}.json", params=params).json()
    return [one["day"] for one in body["days"]]


def test_days_stand_in_order(desk: TestClient) -> None:
    found = days(desk)
    assert len(found) > 1
    assert found == sorted(set(found))
    page = Markup(desk.get(PATH).text)
    assert [one["id"] for one in page.all("li") if str(one.get("id", "")).startswith("d2")] == [
        f"d{day}" for day in found
    ]


def test_every_day_has_its_sentence(desk: TestClient) -> None:
    page = Markup(desk.get(PATH).text)
    evidence = [one for one in page.all("a") if one.get("class") == "evidence"]
    body = desk.get(f"{PATH}.json").json()["days"]
    assert len(evidence) == sum(len(one["lines"]) + len(one["support"]) for one in body)
    for day in body:
        for line in day["lines"]:
            assert line["text"] in page.text


def test_the_axis_leads_to_the_days(desk: TestClient) -> None:
    page = Markup(desk.get(PATH).text)
    marks = [link for link in page.links if link.startswith("#d2")]
    assert marks == [f"#d{day}" for day in days(desk)]


def test_the_table_has_a_line_for_each_sentence(desk: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(desk.get(f"{PATH}.csv").text)))
    assert list(rows[0]) == [
        "day", "weight", "origins", "told", "article", "outlet", "sentence", "words",
    ]  # fmt: skip
    assert {row["told"] for row in rows} <= {"main", "support"}
    assert list(dict.fromkeys(row["day"] for row in rows)) == days(desk)


@pytest.mark.parametrize("density", sorted(DAYS))
def test_a_density_has_so_many_days_at_most(desk: TestClient, density: str) -> None:
    found = days(desk, density=density)
    assert 0 < len(found) <= DAYS[density][0]  # type: ignore[index]
    page = Markup(desk.get(PATH, params={"density": density}).text)
    chosen = [one for one in page.all("a") if one.get("aria-current") == "true"]
    assert any(f"density={density}" in str(one.get("href")) for one in chosen)


def test_fewer_days_are_some_of_more(desk: TestClient) -> None:
    assert set(days(desk, density="few")) <= set(days(desk, density="usual"))
    assert set(days(desk, density="usual")) <= set(days(desk, density="all"))


def test_a_period_bounds_the_days(desk: TestClient) -> None:
    whole = days(desk, density="all")
    middle = whole[len(whole) // 2]
    assert days(desk, density="all", **{"from": middle}) == [day for day in whole if day >= middle]
    assert days(desk, density="all", to=middle) == [day for day in whole if day <= middle]
    assert days(desk, **{"from": "1999", "to": "1999"}) == []
    assert "No day of these two states" in desk.get(PATH, params={"to": "1999"}).text


def test_as_of_takes_only_what_was_out(desk: TestClient) -> None:
    early = days(desk, density="all", as_of="2013-03")
    assert set(early) < set(days(desk, density="all"))
    assert "as reported by" in desk.get(PATH, params={"as_of": "2013-03"}).text


def test_an_issue_alone(desk: TestClient) -> None:
    found = days(desk, density="all", issue="syria")
    assert set(found) <= set(days(desk, density="all"))
    assert found == days(desk, density="all", issue="issue:syria")


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"density": "dense"}, 422), ({"from": "soon"}, 422), ({"issue": "no such issue"}, 404),
        ({"from": "2014", "to": "2013"}, 404),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(desk: TestClient, params: dict[str, str], status: int) -> None:
    assert desk.get(PATH, params=params).status_code == status


@pytest.mark.parametrize("pair", ["USA-USA", "USA", "USA-XYZ"])
def test_what_are_no_two_states(desk: TestClient, pair: str) -> None:
    assert desk.get(f"/r/{pair}/timeline").status_code == 404


def test_the_relationship_leads_here_with_its_period(desk: TestClient) -> None:
    page = Markup(desk.get("/r/USA-RUS?from=2013-02&to=2013-05").text)
    assert "/r/USA-RUS/timeline?from=2013-02-01&to=2013-05-31" in page.links


def test_the_api_tells_the_same_days(desk: TestClient) -> None:
    found = desk.get("/api/v1/relationships/USA/RUS/timeline", params={"days": 20}).json()["items"]
    assert [one["day"] for one in found] == days(desk)


def test_in_german(desk: TestClient) -> None:
    text = Markup(desk.get(f"{PATH}?lang=de").text).text
    desk.cookies.delete("detente_language")
    for words in ("Vereinigte Staaten", "Russland", "Zeitleiste", "jeder Tag"):
        assert words in text


def day_of(day: date, weight: float = 1.0) -> Day:
    return Day(day, weight, (), (), 1)


class TestAxis:
    def test_one_day_has_no_axis(self) -> None:
        assert axis_of([]) is None
        assert axis_of([day_of(date(2013, 5, 7))]) is None

    def test_the_ends_stand_at_the_ends(self) -> None:
        axis = axis_of([day_of(date(2013, 1, 1)), day_of(date(2013, 1, 11), 0.5)])
        assert axis is not None
        assert [one.x for one in axis.marks] == [LEFT, RIGHT]
        assert axis.marks[0].height > axis.marks[1].height > 0

    @pytest.mark.parametrize(
        ("first", "last", "ticks"),
        [
            pytest.param(date(2013, 1, 5), date(2013, 1, 20), [], id="within a month"),
            pytest.param(
                date(2013, 1, 5), date(2013, 3, 20), [date(2013, 2, 1), date(2013, 3, 1)], id="months"
            ),
            pytest.param(
                date(2012, 11, 5), date(2013, 11, 2),
                [date(2013, 1, 1), date(2013, 4, 1), date(2013, 7, 1), date(2013, 10, 1)],
                id="quarters",
            ),
            pytest.param(
                date(2009, 6, 1), date(2013, 6, 1),
                [date(2010, 1, 1), date(2011, 1, 1), date(2012, 1, 1), date(2013, 1, 1)],
                id="years",
            ),
        ],
    )  # fmt: skip
    def test_ticks(self, first: date, last: date, ticks: list[date]) -> None:
        assert _ticks(first, last) == ticks

    def test_a_century_has_few_ticks(self) -> None:
        assert len(_ticks(date(1900, 1, 1), date(2013, 1, 1))) <= 14
