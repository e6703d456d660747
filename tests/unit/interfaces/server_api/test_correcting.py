"""Corrections by the API: what is written and answered is as described, and is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.interfaces.server_api.serving import Served, described, errors, is_problem, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

V1 = "/api/v1"
MEETING = made.extractions()[0].meetings[0].id
STATEMENT = made.extractions()[0].statements[0].id
OF_MEETING = f"{V1}/rows/{MEETING}/corrections"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with served(archive_at(tmp_path / "made.db")) as found:
        yield found


def test_a_correction_is_as_described(site: Served) -> None:
    document = described(site.nobody)
    answer = site.writer.post(OF_MEETING, json={"slot": "date", "value": "2013-02-25"})
    assert answer.status_code == 201
    body = answer.json()
    assert errors(document, "/api/v1/rows/{id}/corrections", body, method="post", status=201) == []
    assert (body["row"], body["slot"], body["by"]) == (MEETING, "date", body["by"])
    assert body["value"] == {
        "start": "2013-02-25", "end": "2013-02-25", "precision": "day", "basis": "judged", "text": None,
    }  # fmt: skip
    page = site.reader.get(f"{V1}/corrections").json()
    assert errors(document, "/api/v1/corrections", page) == []
    assert page["items"] == [body]
    row = site.reader.get(f"{V1}/meetings/{MEETING}").json()
    assert row["item"]["date"]["start"] == "2013-02-25"
    undone = site.writer.delete(f"{OF_MEETING}/date")
    assert undone.status_code == 200
    assert undone.json() == body
    assert site.reader.get(f"{V1}/corrections").json()["items"] == []


def test_the_key_says_who_did_it(site: Served) -> None:
    body = site.writer.post(OF_MEETING, json={"slot": "place", "value": "Bergen"}).json()
    assert body["by"]
    assert body["value"] == {"name": "Bergen", "state": "NOR"}


def test_corrections_of_some_rows(site: Served) -> None:
    site.writer.post(OF_MEETING, json={"slot": "place", "value": "Bergen"})
    site.writer.post(f"{V1}/rows/{STATEMENT}/corrections", json={"slot": "date", "value": "2013-02"})
    rows = [one["row"] for one in site.reader.get(f"{V1}/corrections").json()["items"]]
    assert rows == [MEETING, STATEMENT]
    for row in rows:
        found = site.reader.get(f"{V1}/corrections", params={"row": row}).json()["items"]
        assert [one["row"] for one in found] == [row]
    none = site.reader.get(f"{V1}/corrections", params={"row": "meeting:none"}).json()
    assert (none["items"], none["total"]) == ([], 0)


@pytest.mark.parametrize(
    ("row", "body", "status"),
    [
        pytest.param(MEETING, {"slot": "date", "value": "soon"}, 422, id="no day"),
        pytest.param(MEETING, {"slot": "weather", "value": "fair"}, 422, id="no slot"),
        pytest.param(MEETING, {"slot": "form", "value": "party"}, 422, id="no form"),
        pytest.param(MEETING, {"slot": "participants", "value": "Nobody Atall"}, 422, id="nobody"),
        pytest.param(MEETING, {"slot": "date"}, 422, id="no value"),
        pytest.param(MEETING, {"slot": "", "value": "x"}, 422, id="empty slot"),
        pytest.param(MEETING, {"slot": "date", "value": "2013", "x": 1}, 422, id="more than asked"),
        pytest.param(MEETING, {"slot": "date", "value": "9" * 501}, 422, id="too long"),
        pytest.param("meeting:none", {"slot": "date", "value": "2013"}, 404, id="no row"),
        pytest.param("mention:none", {"slot": "date", "value": "2013"}, 404, id="no slots"),
    ],
)
def test_what_is_refused(site: Served, row: str, body: dict[str, Any], status: int) -> None:
    is_problem(site.writer.post(f"{V1}/rows/{row}/corrections", json=body), status)
    assert site.reader.get(f"{V1}/corrections").json()["items"] == []


def test_what_nobody_corrected_is_not_taken_back(site: Served) -> None:
    is_problem(site.writer.delete(f"{OF_MEETING}/date"), 404)


def test_changes_tell_it(site: Served) -> None:
    place = None
    while True:
        found = site.reader.get(f"{V1}/changes", params={"since": place} if place else {}).json()
        place = found["next"]
        if not found["more"]:
            break
    made_one = site.writer.post(OF_MEETING, json={"slot": "place", "value": "Bergen"}).json()
    (change,) = site.reader.get(f"{V1}/changes", params={"since": place}).json()["items"]
    assert (change["what"], change["kind"], change["id"]) == ("judgement", "correct", made_one["id"])
    assert change["into"] == MEETING
