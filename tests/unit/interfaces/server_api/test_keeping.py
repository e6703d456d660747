"""Collections over the API: made, filled, ordered, emptied, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.interfaces.server_api.serving import Served, described, errors, is_problem, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

V1 = "/api/v1/collections"
POST = made.post()
ITEMS = [POST.article.id, POST.statements[0].id, "person:john-kerry"]
WRITES: list[tuple[str, str, Any]] = [
    ("POST", "", {"title": "x"}),
    ("PUT", "/berlin", {"title": "x"}),
    ("DELETE", "/berlin", None),
    ("PUT", f"/berlin/items/{ITEMS[0]}", {"note": ""}),
    ("DELETE", f"/berlin/items/{ITEMS[0]}", None),
    ("PUT", "/berlin/order", {"items": []}),
]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with served(archive_at(tmp_path / "made.db")) as found:
        found.writer.post(V1, json={"title": "Berlin", "note": "for the desk"})
        for item in ITEMS[:2]:
            found.writer.put(f"{V1}/berlin/items/{item}", json={"note": f"on {item[:7]}"})
        yield found


def items(site: Served, id: str = "berlin") -> list[str]:
    return [one["item"] for one in site.reader.get(f"{V1}/{id}").json()["items"]]


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_who_may_not_write(method: str, path: str, body: Any, site: Served) -> None:
    before = site.reader.get(V1).json()
    is_problem(site.reader.request(method, V1 + path, json=body), 403)
    is_problem(site.nobody.request(method, V1 + path, json=body), 401)
    assert site.reader.get(V1).json() == before


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_answers_are_as_described(method: str, path: str, body: Any, site: Served) -> None:
    answer = site.writer.request(method, V1 + path, json=body)
    shape = V1 + path.replace("/berlin", "/{id}").replace(f"/items/{ITEMS[0]}", "/items/{item}")
    status = 201 if method == "POST" else 200
    assert answer.status_code == status, answer.text
    found = errors(described(site.nobody), shape, answer.json(), status=status, method=method.lower())
    assert found == []


def test_what_was_put_in_is_there_in_order(site: Served) -> None:
    body = site.reader.get(f"{V1}/berlin").json()
    assert (body["title"], body["note"], body["share"]) == ("Berlin", "for the desk", None)
    assert [one["item"] for one in body["items"]] == ITEMS[:2]
    assert body["items"][0]["note"] == "on article"


def test_a_second_of_one_title_has_another_id(site: Served) -> None:
    assert site.writer.post(V1, json={"title": "Berlin"}).json()["id"] == "berlin-2"
    assert [one["id"] for one in site.reader.get(V1).json()["items"]] == ["berlin-2", "berlin"]


def test_a_new_title_keeps_the_id(site: Served) -> None:
    body = site.writer.put(f"{V1}/berlin", json={"title": "Moscow", "note": "x"}).json()
    assert (body["id"], body["title"], body["note"]) == ("berlin", "Moscow", "x")


def test_putting_in_twice_changes_the_note(site: Served) -> None:
    site.writer.put(f"{V1}/berlin/items/{ITEMS[0]}", json={"note": "again"})
    body = site.reader.get(f"{V1}/berlin").json()
    assert [one["note"] for one in body["items"]] == ["again", "on stateme"[:10]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ([1, 0], [1, 0]),
        ([1], [1, 0]),
        ([], [0, 1]),
        ([1, 1, 0], [1, 0]),
    ],
)
def test_order(asked: list[int], found: list[int], site: Served) -> None:
    body = {"items": [*(ITEMS[n] for n in asked), "statement:none"]}
    assert site.writer.put(f"{V1}/berlin/order", json=body).status_code == 200
    assert items(site) == [ITEMS[n] for n in found]


def test_taking_out(site: Served) -> None:
    path = f"{V1}/berlin/items/{ITEMS[0]}"
    site.writer.delete(path)
    assert items(site) == ITEMS[1:2]
    is_problem(site.writer.delete(path), 404)


def test_deleting(site: Served) -> None:
    assert len(site.writer.delete(f"{V1}/berlin").json()["items"]) == 2
    is_problem(site.reader.get(f"{V1}/berlin"), 404)
    assert site.reader.get(f"/api/v1/articles/{ITEMS[0]}").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "", {}, 422),
        ("POST", "", {"title": ""}, 422),
        ("POST", "", {"title": "   "}, 422),
        ("POST", "", {"title": "x" * 201}, 422),
        ("POST", "", {"title": "x", "note": "x" * 4001}, 422),
        ("POST", "", {"title": "x", "colour": "red"}, 422),
        ("PUT", "/none", {"title": "x"}, 404),
        ("PUT", "/berlin/items/nonsense", {"note": ""}, 422),
        ("PUT", f"/none/items/{ITEMS[0]}", {"note": ""}, 404),
        ("PUT", "/berlin/order", {"items": "x"}, 422),
        ("DELETE", "/none", None, 404),
        ("GET", "/none", None, 404),
    ],
)
def test_mistakes(method: str, path: str, body: Any, status: int, site: Served) -> None:
    is_problem(site.writer.request(method, V1 + path, json=body), status)
