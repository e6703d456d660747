"""The desk: what is new since the last visit, at a stable address, and the rows themselves."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from detente.store import kept
from detente.userdata import make_token
from tests.unit.interfaces.server.serving import Markup, served, stranger
from tests.unit.query.archives import archive_at

HOUR = "2026-01-01T10:00:00+00:00"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    with served(archive_at(tmp_path / "a.db")) as client:
        yield client


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("desk") / "a.db")) as client:
        yield client


def last_looked(client: TestClient, number: int, at: str = HOUR) -> None:
    """Make it so that the person at this machine looked last at a time, and saw that far."""
    with client.app.state.database.write() as conn:  # type: ignore[attr-defined]
        conn.execute(sa.delete(kept.visit))
        values = {"reader": "", "seen": number, "seen_at": at, "before": 0, "before_at": ""}
        conn.execute(sa.insert(kept.visit), [values])


def visits(client: TestClient) -> list[tuple[str, int]]:
    with client.app.state.database.read() as conn:  # type: ignore[attr-defined]
        rows = conn.execute(sa.select(kept.visit.c.reader, kept.visit.c.seen))
        return [tuple(row) for row in rows]


def page(client: TestClient, path: str = "/") -> Markup:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return Markup(answer.text)


class TestVisit:
    def test_the_first_visit_says_nothing_of_the_last(self, desk: TestClient) -> None:
        assert "New since" not in page(desk).text
        assert [reader for reader, _ in visits(desk)] == [""]

    def test_the_next_visit_says_what_is_new(self, desk: TestClient) -> None:
        last_looked(desk, 0)
        found = page(desk)
        assert "New since your last visit" in found.text
        assert "1 Jan 2026, 10:00 UTC" in found.text
        assert any(link.startswith("/new?since=0&states=") for link in found.links)

    def test_it_stays_for_the_visit(self, desk: TestClient) -> None:
        last_looked(desk, 3)
        for _ in range(3):
            assert "1 Jan 2026, 10:00 UTC" in page(desk).text

    def test_where_nothing_came_in_it_says_so(self, desk: TestClient) -> None:
        page(desk)
        ((_, number),) = visits(desk)
        last_looked(desk, number)
        assert "Nothing came in since." in page(desk).text

    def test_a_look_at_a_chosen_state_is_a_look(self, desk: TestClient) -> None:
        last_looked(desk, 2)
        assert "New since change 5" in page(desk, "/?since=5").text
        assert visits(desk)[0][1] > 2

    def test_a_program_makes_no_visit(self, desk: TestClient) -> None:
        with desk.app.state.database.write() as conn:  # type: ignore[attr-defined]
            _, key = make_token(conn, "a script", "read")
        headers = {"Authorization": f"Bearer {key}"}
        body = stranger(desk).get("/desk.json", headers=headers)
        assert body.status_code == 200
        assert body.json()["new"] is None
        assert visits(desk) == []

    def test_the_address_of_the_state_opens_it_again(self, desk: TestClient) -> None:
        last_looked(desk, 4)
        first = page(desk)
        (address,) = {link for link in first.links if link.startswith("/?since=")}
        assert address == "/?since=4"
        again = page(desk, address)
        wanted = [link for link in first.links if link.startswith("/new?")]
        assert [link for link in again.links if link.startswith("/new?")] == wanted


def test_what_the_desk_counts_its_links_list(read_only: TestClient) -> None:
    body = read_only.get("/desk.json?since=0").json()["new"]
    assert body["whole"]["total"] > 0
    for count in (*body["pairs"], body["whole"]):
        if not count["total"]:
            continue
        params = [("since", "0"), *(("states", state) for state in count["states"])]
        listed = 0
        after = 0
        while after is not None:
            found = read_only.get("/new.json", params=[*params, ("after", str(after))]).json()
            listed += len(found["items"])
            after = found["next"]
        assert listed == count["total"]


@pytest.mark.parametrize("since", ["-1", "x", "9" * 30, "1.5", ""])
def test_a_since_that_is_none(read_only: TestClient, since: str) -> None:
    for path in ("/", "/desk.json", "/new", "/new.csv"):
        assert read_only.get(path, params={"since": since}).status_code == 422


def test_a_since_far_ahead_finds_nothing(read_only: TestClient) -> None:
    assert "Nothing came in since." in page(read_only, "/?since=99999999").text
    assert "Nothing came in." in page(read_only, "/new?since=99999999").text


class TestNew:
    def test_rows_stand_under_their_articles(self, read_only: TestClient) -> None:
        found = page(read_only, "/new")
        items = read_only.get("/new.json").json()["items"]
        assert len(found.all("section")) == len({one["article"]["id"] for one in items})
        for one in items:
            if one["kind"] != "article":
                assert any(one["id"].partition(":")[2] in link for link in found.links), one["id"]

    def test_one_sentence_stands_once(self, read_only: TestClient) -> None:
        found = page(read_only, "/new")
        items = [one for one in read_only.get("/new.json").json()["items"] if one["ref"]]
        evidence = [one for one in found.all("a") if one.get("class") == "evidence"]
        assert len(evidence) <= len(items)
        assert len(evidence) >= len({(one["ref"]["article"], one["ref"]["sentence"]) for one in items})

    @pytest.mark.parametrize(
        "kind", ["article", "meeting", "statement", "position", "forecast", "event"]
    )
    def test_one_kind_alone(self, read_only: TestClient, kind: str) -> None:
        items = read_only.get("/new.json", params={"kind": kind}).json()["items"]
        assert {one["kind"] for one in items} <= {kind}
        chosen = page(read_only, f"/new?kind={kind}")
        here = [
            str(one["href"])
            for one in chosen.all("a")
            if one.get("aria-current") == "true" and "lang=" not in str(one.get("href"))
        ]
        assert here == [f"/new?kind={kind}"]

    def test_the_table_has_the_same_rows(self, read_only: TestClient) -> None:
        items = read_only.get("/new.json").json()["items"]
        rows = list(csv.DictReader(StringIO(read_only.get("/new.csv").text)))
        assert [row["id"] for row in rows] == [one["id"] for one in items]
        assert list(rows[0]) == [
            "n", "id", "kind", "article", "outlet", "published", "sentence", "words",
        ]  # fmt: skip

    def test_a_state_by_its_name(self, read_only: TestClient) -> None:
        params = [("states", "Russia"), ("states", "usa")]
        named = read_only.get("/new.json", params=params).json()["items"]
        coded = read_only.get("/new.json", params=[("states", "RUS"), ("states", "USA")]).json()
        assert named == coded["items"]
        assert read_only.get("/new", params={"states": "Ruritania"}).status_code == 404

    def test_numbers_grow(self, read_only: TestClient) -> None:
        numbers = [one["n"] for one in read_only.get("/new.json").json()["items"]]
        assert numbers == sorted(set(numbers))
        later = read_only.get("/new.json", params={"since": numbers[2]}).json()["items"]
        assert [one["n"] for one in later][:3] == numbers[3:6]

    def test_in_german(self, read_only: TestClient) -> None:
        text = page(read_only, "/new?lang=de").text
        read_only.cookies.delete("detente_language")
        assert "Neu im Verzeichnis" in text
        assert re.search(r"\bÄußerung\b", text)
