"""The page on the API names every path and every filter, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from detente.interfaces.server.api import router
from detente.interfaces.server.api.openapi import description
from detente.interfaces.server.feeds import MEDIA
from detente.query.paging import MOST, SORTS, USUAL

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "reference" / "api.md").read_text("utf-8")
DOCUMENT = description(router.routes)
PATHS = [
    (method.upper(), path.removeprefix("/api/v1"))
    for path, item in DOCUMENT["paths"].items()
    for method in item
]
WRITTEN = {
    (method, path.split("?")[0])
    for method, path in re.findall(r"`(GET|POST|PUT|DELETE) ([^`]+)`", PAGE)
}


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_every_path_is_on_the_page(method: str, path: str) -> None:
    assert (method, path) in WRITTEN


@pytest.mark.parametrize(("method", "path"), sorted(WRITTEN))
def test_every_path_on_the_page_is_there(method: str, path: str) -> None:
    assert (method, path) in PATHS


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            one["name"]
            for item in DOCUMENT["paths"].values()
            for operation in item.values()
            for one in operation.get("parameters", ())
            if one["in"] == "query"
        }
    ),
)
def test_every_parameter_is_on_the_page(name: str) -> None:
    assert re.search(rf"`[^`]*\b{name}\b", PAGE)


def test_limits_and_orders_are_those_of_the_code() -> None:
    assert f"`limit` is {USUAL} unless you say, {MOST} at most" in PAGE
    for sort in SORTS:
        assert f"`{sort}`" in PAGE
    for form in MEDIA:
        assert f"`.{form}`" in PAGE


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422, 429, 503])
def test_every_error_is_on_the_page(status: int) -> None:
    assert f" {status} " in PAGE
    responses = [
        operation["responses"] for item in DOCUMENT["paths"].values() for operation in item.values()
    ]
    assert any(str(status) in one for one in responses)


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_every_operation_is_explained(method: str, path: str) -> None:
    full = path if path == "/healthz" else f"/api/v1{path}"
    operation = DOCUMENT["paths"][full][method.lower()]
    assert operation["summary"].endswith(".")
    assert operation["tags"]
    assert all(one.get("description") for one in operation.get("parameters", ())), path


def test_names_of_operations_are_their_own() -> None:
    ids = [
        operation["operationId"] for item in DOCUMENT["paths"].values() for operation in item.values()
    ]
    assert len(ids) == len(set(ids))
