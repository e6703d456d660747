"""Writes: who may, what they do, how each is taken back, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.interfaces.server.access import Access
from tests.unit.interfaces.server_api.serving import (
    ADDRESS,
    Served,
    described,
    errors,
    is_problem,
    served,
)
from tests.unit.query.archives import archive_at

V1 = "/api/v1"
MERGE = {"kept": "Ada Sample", "other": "Sergei Lavrov"}
SPLIT = {"left": "local:ada", "right": "local:ada-2"}
RENAME = {"actor": "Lavrov", "name": "S. Lavrov"}
CORRECT = {"slot": "date", "value": "2013-02-25"}
WRITES: list[tuple[str, str, Any]] = [
    ("POST", "/judgements/merge", MERGE),
    ("POST", "/judgements/split", SPLIT),
    ("POST", "/judgements/rename", RENAME),
    ("DELETE", "/judgements/judgement:0000000000000000", None),
    ("POST", "/rows/meeting:0000000000000000/corrections", CORRECT),
    ("DELETE", "/rows/meeting:0000000000000000/corrections/date", None),
    ("PUT", "/links/link:0000000000000000/verdict", {"answer": "no"}),
    ("DELETE", "/links/link:0000000000000000/verdict", None),
]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with served(archive_at(tmp_path / "made.db")) as found:
        yield found


def names(client: TestClient) -> set[str]:
    items = client.get(f"{V1}/statements").json()["items"]
    return {one["speaker"]["name"] for one in items}


def session(site: Served) -> tuple[TestClient, str]:
    """Return a browser that came in by the one-time link, and the CSRF token of its session."""
    access: Access = site.app.state.access
    browser = TestClient(site.app, base_url=ADDRESS, follow_redirects=False)
    browser.get(access.link())
    who = access._of_cookie(browser.cookies[access.cookie])
    assert who is not None
    return browser, access.csrf(who)


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_nobody_writes(method: str, path: str, body: Any, site: Served) -> None:
    is_problem(site.nobody.request(method, V1 + path, json=body), 401)


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_a_key_that_reads_does_not_write(method: str, path: str, body: Any, site: Served) -> None:
    problem = is_problem(site.reader.request(method, V1 + path, json=body), 403)
    assert "may only read" in problem["detail"]
    assert site.reader.get(f"{V1}/judgements").json()["items"] == []


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
@pytest.mark.parametrize("sent", [{}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": ""}])
def test_a_cookie_alone_does_not_write(
    sent: dict[str, str], method: str, path: str, body: Any, site: Served
) -> None:
    browser, _ = session(site)
    assert browser.get(f"{V1}/judgements").status_code == 200
    is_problem(browser.request(method, V1 + path, json=body, headers=sent), 403)


def test_a_cookie_with_its_token_writes(site: Served) -> None:
    browser, token = session(site)
    answer = browser.post(f"{V1}/judgements/rename", json=RENAME, headers={"X-CSRF-Token": token})
    assert answer.status_code == 201


def test_the_token_of_another_session_does_not(site: Served) -> None:
    browser, _ = session(site)
    _, other = session(site)
    answer = browser.post(f"{V1}/judgements/rename", json=RENAME, headers={"X-CSRF-Token": other})
    is_problem(answer, 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_of_another_site_does_not_write(headers: dict[str, str], site: Served) -> None:
    is_problem(site.writer.post(f"{V1}/judgements/rename", json=RENAME, headers=headers), 403)


def test_another_host_is_not_answered(site: Served) -> None:
    is_problem(site.writer.get(f"{V1}/issues", headers={"Host": "evil.example"}), 421)


def test_answers_are_as_described(site: Served) -> None:
    document = described(site.nobody)
    for method, path, body in WRITES[:3]:
        answer = site.writer.request(method, V1 + path, json=body)
        assert answer.status_code == 201, answer.text
        wrong = errors(document, V1 + path, answer.json(), status=201, method="post")
        assert wrong == []


def test_a_new_name_shows_at_once_and_is_taken_back(site: Served) -> None:
    (made,) = site.writer.post(f"{V1}/judgements/rename", json=RENAME).json()["items"]
    assert (made["verdict"], made["name"]) == ("name", "S. Lavrov")
    assert "S. Lavrov" in names(site.reader)
    was = site.writer.delete(f"{V1}/judgements/{made['id']}").json()
    assert was == made
    assert names(site.reader) >= {"Sergei Lavrov"}
    assert site.reader.get(f"{V1}/judgements").json()["items"] == []
    is_problem(site.writer.delete(f"{V1}/judgements/{made['id']}"), 404)


def test_two_are_one_and_are_two_again(site: Served) -> None:
    made = site.writer.post(f"{V1}/judgements/merge", json=MERGE).json()["items"]
    assert {one["verdict"] for one in made} == {"same"}
    assert names(site.reader) == {"Ada Sample"} or "Sergei Lavrov" not in names(site.reader)
    actor = site.reader.get(f"{V1}/actors/Ada Sample").json()
    assert "person:sergei-lavrov" in actor["same"]
    for one in made:
        assert site.writer.delete(f"{V1}/judgements/{one['id']}").status_code == 200
    assert {"Ada Sample", "Sergei Lavrov"} <= names(site.reader)


def test_two_are_told_apart(site: Served) -> None:
    made = site.writer.post(f"{V1}/judgements/split", json=SPLIT).json()["items"]
    assert [one["verdict"] for one in made] == ["different"]
    assert site.reader.get(f"{V1}/judgements").json()["items"] == made


def test_judgements_a_page_at_a_time(site: Served) -> None:
    for actor in ("Lavrov", "Putin", "Kerry"):
        site.writer.post(f"{V1}/judgements/rename", json={"actor": actor, "name": f"X {actor}"})
    whole = site.reader.get(f"{V1}/judgements").json()
    assert [one["name"] for one in whole["items"]] == ["X Lavrov", "X Putin", "X Kerry"]
    found, next = [], ""
    while next is not None:
        more = {"next": next} if next else {}
        body = site.reader.get(f"{V1}/judgements", params={"limit": 2, **more}).json()
        found += body["items"]
        next = body["next"]
    assert found == whole["items"]


def berlin(site: Served) -> dict[str, Any]:
    items = site.reader.get(f"{V1}/links?relation=same-meeting").json()["items"]
    return dict(items[0])


def test_a_link_is_accepted_and_taken_back(site: Served) -> None:
    link = berlin(site)
    path = f"{V1}/links/{link['id']}/verdict"
    assert site.writer.put(path, json={"answer": "yes"}).json() == link
    now = next(
        one
        for one in site.reader.get(f"{V1}/links?relation=same-meeting").json()["items"]
        if one["id"] == link["id"]
    )
    assert (now["decided_by"], now["score"]) == ("reader", 1.0)
    assert site.writer.delete(path).json() == link
    assert berlin(site) == link
    is_problem(site.writer.delete(path), 404)


def test_a_link_is_rejected_and_taken_back(site: Served) -> None:
    link = berlin(site)
    path = f"{V1}/links/{link['id']}/verdict"
    site.writer.put(path, json={"answer": "no"})
    ids = [one["id"] for one in site.reader.get(f"{V1}/links?relation=same-meeting").json()["items"]]
    assert link["id"] not in ids
    site.writer.delete(path)
    assert berlin(site) == link


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("POST", "/judgements/merge", {}, "kept: "),
        ("POST", "/judgements/merge", {"kept": "Lavrov"}, "other: "),
        ("POST", "/judgements/merge", {**MERGE, "extra": 1}, "extra: "),
        ("POST", "/judgements/merge", {"kept": "", "other": "x"}, "kept: "),
        ("POST", "/judgements/merge", {"kept": "x" * 301, "other": "x"}, "kept: "),
        ("POST", "/judgements/merge", {"kept": 1, "other": "x"}, "kept: "),
        ("POST", "/judgements/merge", {"kept": "Nobody Whatever", "other": "Lavrov"}, "nobody called"),
        ("POST", "/judgements/merge", {"kept": "Lavrov", "other": "Lavrov"}, "one with itself"),
        ("POST", "/judgements/split", {"left": "Lavrov", "right": "Lavrov"}, "is among both"),
        ("POST", "/judgements/rename", {"actor": "Nobody Whatever", "name": "x"}, "nobody called"),
        ("POST", "/judgements/rename", [], ""),
        ("PUT", "/links/link:0000000000000000/verdict", {"answer": "perhaps"}, "answer: "),
        ("PUT", "/links/link:0000000000000000/verdict", {}, "answer: "),
    ],
)
def test_mistakes(method: str, path: str, body: Any, words: str, site: Served) -> None:
    problem = is_problem(site.writer.request(method, V1 + path, json=body), 422)
    assert words in problem["detail"]
    assert site.reader.get(f"{V1}/judgements").json()["items"] == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("DELETE", "/judgements/judgement:0000000000000000", None),
        ("POST", "/rows/meeting:0000000000000000/corrections", CORRECT),
        ("DELETE", "/rows/meeting:0000000000000000/corrections/date", None),
        ("PUT", "/links/link:0000000000000000/verdict", {"answer": "yes"}),
        ("DELETE", "/links/link:0000000000000000/verdict", None),
    ],
)
def test_what_is_not_there(method: str, path: str, body: Any, site: Served) -> None:
    is_problem(site.writer.request(method, V1 + path, json=body), 404)


@pytest.mark.parametrize("raw", [b"", b"{", b"null", b"\xff\xfe", b"[1,2", b'"text"'])
def test_a_body_that_is_no_json(raw: bytes, site: Served) -> None:
    headers = {"Content-Type": "application/json"}
    is_problem(site.writer.post(f"{V1}/judgements/merge", content=raw, headers=headers), 422)


class TestAnnotate:
    TEXT = (
        "Talks in Oslo\n\nForeign Minister Sergei Lavrov met John Kerry in Oslo on Monday.\n\n"
        "Lavrov said the talks were useful."
    )

    def test_rows_come_out_and_nothing_is_stored(self, site: Served) -> None:
        before = site.reader.get(f"{V1}/changes?limit=500").json()
        body = {"text": self.TEXT, "published": "2013-02-27", "outlet": "The Example Post"}
        answer = site.reader.post(f"{V1}/annotate", json=body)
        found = answer.json()
        assert answer.status_code == 200
        assert errors(described(site.nobody), f"{V1}/annotate", found, method="post") == []
        text = found["article"]["text"]
        assert found["article"]["outlet"] == "The Example Post"
        assert [one["speaker"]["name"] for one in found["statements"]] == ["Sergei Lavrov"]
        for kind in ("mentions", "statements", "meetings", "events", "positions", "forecasts"):
            for row in found[kind]:
                for one in row["evidence"]:
                    assert text[one["start"] : one["end"]] == one["quote"]
        assert site.reader.get(f"{V1}/changes?limit=500").json() == before

    @pytest.mark.parametrize("published", ["2013", "2013-02", "2013-02-27", None])
    def test_days(self, published: str | None, site: Served) -> None:
        body = {"text": self.TEXT, "published": published}
        assert site.reader.post(f"{V1}/annotate", json=body).status_code == 200

    @pytest.mark.parametrize(
        ("body", "words"),
        [
            ({}, "text: "),
            ({"text": ""}, "text: "),
            ({"text": " \n "}, ""),
            ({"text": "..."}, ""),
            ({"text": "x" * 100_001}, "text: "),
            ({"text": "Ann spoke.", "published": "soon"}, ""),
            ({"text": "Ann spoke.", "published": "2013-02-30"}, ""),
            ({"text": "Ann spoke.", "colour": "red"}, "colour: "),
            ({"text": 5}, "text: "),
        ],
    )
    def test_mistakes(self, body: Any, words: str, site: Served) -> None:
        problem = is_problem(site.reader.post(f"{V1}/annotate", json=body), 422)
        assert words in problem["detail"]

    def test_nobody_annotates(self, site: Served) -> None:
        is_problem(site.nobody.post(f"{V1}/annotate", json={"text": self.TEXT}), 401)

    def test_a_body_that_is_too_large(self, tmp_path: Path) -> None:
        with served(archive_at(tmp_path / "small.db"), most_bytes=1000) as small:
            answer = small.reader.post(f"{V1}/annotate", json={"text": "x" * 2000})
            is_problem(answer, 413)

    @pytest.mark.parametrize(
        "text",
        [
            "\u202eAnn said no.\u202c",
            "<script>alert(1)</script> Ann Alpha said no.",
            "Ann Alpha said \x00 no.",
            "😀 Ann Alpha said no 😀.",
            "=1+1 Ann Alpha said no.",
            "a" * 20_000,
            "Ann said no. " * 500,
            "“" * 2000,
            "\r\n\r\n".join(["Ann Alpha said no."] * 5),
        ],
    )
    def test_hostile_texts_are_answered(self, text: str, site: Served) -> None:
        answer = site.reader.post(f"{V1}/annotate", json={"text": text})
        assert answer.status_code in (200, 422)
        assert answer.headers["content-type"] in ("application/json", "application/problem+json")
