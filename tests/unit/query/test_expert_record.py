"""The record of a forecaster: of all they foretold, or of what was printed last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.engine import Connection
from starlette.testclient import TestClient

from detente.interfaces.server.pages import forecasts as page
from detente.query.filters import Filters
from detente.query.forecasts import expert
from detente.records import Actor, Extraction
from detente.store import open_database
from tests.factories import article_of
from tests.unit.interfaces.server.serving import Markup, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

FIRST = date(2013, 1, 1)
MANY = 7
OF_ADA = Filters(by=("local:ada",))
KNOWN = made.reference()


def foretold(number: int) -> Extraction:
    day = FIRST + timedelta(days=10 * number)
    claim = f"talk number {number} will bring {'nothing' if number % 2 else 'a paper'}"
    article = article_of(
        ("title", f"What {number} brings"), f"Ada Sample says {claim}.", published=day,
        outlet="The Daily Example", path=f"{number}.txt",
    )  # fmt: skip
    of = made.extraction(article)
    row = made.forecast(of, claim, made.SAMPLE)
    row = replace(row, forecaster=replace(made.SAMPLE, affiliation="a scholar at Bergen"))
    actor = Actor("local:ada", "person", "Ada Sample")
    named = made.mention(of, "Ada Sample", "local:ada")
    return replace(of, actors=(actor,), mentions=(named,), forecasts=(row,))


ALL = [foretold(number) for number in range(MANY)]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("ada") / "a.db", ALL, [])) as client:
        yield client


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_database(archive_at(tmp_path_factory.mktemp("all") / "a.db", ALL, []))
    with database.read() as conn:
        yield conn
    database.close()


@pytest.mark.parametrize(
    ("most", "shown", "left_out"),
    [
        pytest.param(None, range(MANY), 0, id="all"),
        pytest.param(1, range(MANY - 1, MANY), MANY - 1, id="the last"),
        pytest.param(3, range(MANY - 3, MANY), MANY - 3, id="the last three"),
        pytest.param(MANY, range(MANY), 0, id="as many as there are"),
        pytest.param(500, range(MANY), 0, id="more than there are"),
    ],
)
def test_what_a_record_rests_on(
    conn: Connection, most: int | None, shown: range, left_out: int
) -> None:
    found = expert(conn, KNOWN, OF_ADA, most=most)
    assert [one.row.id for one in found.forecasts] == [ALL[at].forecasts[0].id for at in shown]
    assert found.left_out == left_out
    assert (found.settled, found.hit_rate, found.brier) == (0, None, None)


@pytest.mark.parametrize("most", [None, 5])
def test_somebody_who_foretold_nothing(conn: Connection, most: int | None) -> None:
    found = expert(conn, KNOWN, Filters(by=("person:john-kerry",)), most=most)
    assert (found.forecasts, found.left_out) == ((), 0)


class TestPage:
    def test_all_of_it(self, client: TestClient) -> None:
        text = Markup(client.get("/forecaster/local:ada").text).text
        assert f"{MANY} forecasts" in text
        assert "left out" not in text
        assert text.count("a scholar at Bergen") <= 1

    @pytest.mark.parametrize(
        ("most", "words"), [(6, "1 earlier forecast is"), (2, "5 earlier forecasts are")]
    )
    def test_the_last_of_many(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch, most: int, words: str
    ) -> None:
        monkeypatch.setattr(page, "OF_EXPERT", most)
        found = Markup(client.get("/forecaster/local:ada").text)
        assert f"{words} left out here" in found.text
        assert "/forecasts?by=local%3Aada&sort=reported" in found.links

    def test_the_api_says_how_many_are_left_out(self, client: TestClient) -> None:
        body = client.get("/api/v1/experts/local:ada").json()
        assert (len(body["forecasts"]), body["left_out"]) == (MANY, 0)
