"""Correct a slot: the form, what it writes, who did it and when, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.userdata import make_token
from tests.unit.interfaces.server.serving import Markup, csrf, post, served, stranger
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

FOUND = made.extractions()
MEETING = FOUND[0].meetings[0].id
STATEMENT = FOUND[0].statements[0].id
POSITION = FOUND[0].positions[0].id


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    with served(archive_at(tmp_path / "a.db")) as client:
        yield client


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(archive_at(tmp_path_factory.mktemp("correct") / "a.db")) as client:
        yield client


def slots(client: TestClient, row: str) -> dict[str, Any]:
    body = client.get(f"/correct/{row}.json").json()
    return {one["name"]: one for one in body["slots"]}


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (MEETING, ["date", "place", "participants", "form", "status"]),
        (STATEMENT, ["speaker", "addressee", "date"]),
        (POSITION, ["actor", "date"]),
    ],
)
def test_the_form_has_every_slot(read_only: TestClient, row: str, names: list[str]) -> None:
    page = Markup(read_only.get(f"/correct/{row}").text)
    asked = [one["value"] for one in page.all("input") if one.get("name") == "slot"]
    assert asked == names
    assert [one["id"] for one in page.all("li") if one.get("id") in names] == names
    assert list(slots(read_only, row)) == names
    rows = read_only.get(f"/correct/{row}.csv").text.splitlines()
    assert rows[0] == "row,slot,value,read,by,made"
    assert len(rows) == len(names) + 1


@pytest.mark.parametrize("row", ["meeting:none", "mention:1", "story:1", "x"])
def test_a_row_that_has_no_slots(read_only: TestClient, row: str) -> None:
    assert read_only.get(f"/correct/{row}").status_code == 404


def test_fields_have_names_for_those_who_do_not_see(read_only: TestClient) -> None:
    page = Markup(read_only.get(f"/correct/{MEETING}").text)
    ids = {attrs.get("id") for _, attrs in page.tags}
    fields = [*page.all("select"), *(one for one in page.all("input") if one.get("name") == "value")]
    assert len(fields) == 5
    for one in fields:
        assert one["aria-labelledby"] in ids
        assert one.get("aria-describedby", one["aria-labelledby"]) in ids


@pytest.mark.parametrize(
    ("row", "slot", "value", "shown"),
    [
        (MEETING, "date", "2013-02-25", "25 Feb 2013"),
        (MEETING, "place", "Bergen", "Bergen"),
        (MEETING, "form", "call", "call"),
        (MEETING, "participants", "John Kerry; Norway", "John Kerry and Norway"),
        (STATEMENT, "speaker", "John Kerry", "John Kerry"),
        (POSITION, "date", "2013-02", "Feb 2013"),
    ],
)
def test_a_correction_and_its_undoing(
    desk: TestClient, row: str, slot: str, value: str, shown: str
) -> None:
    before = slots(desk, row)[slot]
    answer = post(desk, f"/correct/{row}", slot=slot, value=value, back="/meetings")
    assert (answer.status_code, answer.headers["location"]) == (
        303, f"/correct/{row}?back=/meetings#{slot}",
    )  # fmt: skip
    now = slots(desk, row)[slot]
    assert now["corrected"]["was"] == before["value"]
    page = Markup(desk.get(f"/correct/{row}").text)
    assert shown in page.text
    assert "read from the article" in page.text
    answer = post(desk, f"/correct/{row}/undo", slot=slot)
    assert answer.status_code == 303
    assert slots(desk, row)[slot] == before
    assert "read from the article" not in desk.get(f"/correct/{row}").text


def test_what_is_corrected_shows_where_the_row_is(desk: TestClient) -> None:
    post(desk, f"/correct/{MEETING}", slot="place", value="Bergen")
    for path in (f"/m/{MEETING.partition(':')[2]}", f"/row/{MEETING}"):
        text = Markup(desk.get(path).text).text
        assert "Bergen" in text
        assert "corrected" in text


def test_a_row_leads_to_its_form(read_only: TestClient) -> None:
    page = Markup(read_only.get(f"/row/{STATEMENT}").text)
    (link,) = (one for one in page.all("a") if one.get("data-verb") == "x")
    assert link["href"] == f"/correct/{STATEMENT}"


@pytest.mark.parametrize(
    ("slot", "value"), [("date", "soon"), ("weather", "fair"), ("form", "party"), ("date", "x" * 600)]
)
def test_what_says_nothing_is_refused(desk: TestClient, slot: str, value: str) -> None:
    answer = post(desk, f"/correct/{MEETING}", slot=slot, value=value)
    assert answer.status_code in (404, 422)
    assert all(one["corrected"] is None for one in slots(desk, MEETING).values())


def test_nobody_writes_without_the_token_of_the_session(desk: TestClient) -> None:
    data = {"slot": "place", "value": "Bergen"}
    assert desk.post(f"/correct/{MEETING}", data=data).status_code == 403
    assert stranger(desk).post(f"/correct/{MEETING}", data=data).status_code == 401
    other = {**data, "csrf": "0" * 64}
    assert desk.post(f"/correct/{MEETING}", data=other).status_code == 403
    assert csrf(desk)
    assert slots(desk, MEETING)["place"]["corrected"] is None


def test_a_key_that_may_only_read_corrects_nothing(desk: TestClient) -> None:
    with desk.app.state.database.write() as conn:  # type: ignore[attr-defined]
        _, key = make_token(conn, "a script", "read")
    headers = {"Authorization": f"Bearer {key}"}
    data = {"slot": "place", "value": "Bergen"}
    answer = stranger(desk).post(f"/correct/{MEETING}", data=data, headers=headers)
    assert answer.status_code == 403


def test_nobody_is_led_elsewhere(desk: TestClient) -> None:
    back = "https://elsewhere.example/"
    answer = post(desk, f"/correct/{MEETING}", slot="place", value="Bergen", back=back)
    assert answer.headers["location"] == f"/correct/{MEETING}?back=/#place"
    page = Markup(desk.get(f"/correct/{MEETING}", params={"back": back}).text)
    assert not any(link.startswith(("http", "//")) for link in page.links)


@pytest.mark.parametrize("text", ["<b>x</b>", "=1+1", '"><script>alert(1)</script>', "\u202efdp.exe"])
def test_what_is_written_is_shown_as_text(desk: TestClient, text: str) -> None:
    post(desk, f"/correct/{MEETING}", slot="place", value=text)
    raw = desk.get(f"/correct/{MEETING}").text
    assert "<b>x</b>" not in raw
    assert "<script>alert" not in raw
    assert "\u202e" not in raw
    table = desk.get(f"/correct/{MEETING}.csv").text
    assert ",=1+1" not in table


def test_in_german(read_only: TestClient) -> None:
    text = Markup(read_only.get(f"/correct/{MEETING}?lang=de").text).text
    read_only.cookies.delete("detente_language")
    for words in ("Eine Angabe berichtigen", "Tag", "Ort", "Teilnehmer", "Berichtigen"):
        assert words in text
