"""Requests that nobody thought of, made out of the description: every answer is as described.

Schemathesis makes them, valid and invalid; the archive is the small one, and nothing it does to it
matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from detente.interfaces.server.api import router
from detente.interfaces.server.api.openapi import description
from tests.unit.interfaces.server_api.serving import ADDRESS, Served, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

EXAMPLES = 6
DOCUMENT = description(router.routes)
OPERATIONS = [(path, method) for path, item in DOCUMENT["paths"].items() for method in item]
CASES = [
    (mode, path, method)
    for path, method in OPERATIONS
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    if mode is GenerationMode.POSITIVE
    or {"parameters", "requestBody"} & DOCUMENT["paths"][path][method].keys()
]
"""Nothing can be wrong with a request to a path that takes nothing."""
KEYS = ("authorization", "host")
"""Headers that are made up too, and let nobody in."""
POST = made.post()
KNOWN: dict[str, dict[str, str]] = {
    "/articles/{id}": {"id": POST.article.id},
    "/articles/{id}/rows": {"id": POST.article.id},
    "/statements/{id}": {"id": POST.statements[2].id},
    "/meetings/{id}": {"id": POST.meetings[0].id},
    "/positions/{id}": {"id": POST.positions[0].id},
    "/forecasts/{id}": {"id": POST.forecasts[0].id},
    "/relationships/{left}/{right}": {"left": "USA", "right": "RUS"},
    "/relationships/{left}/{right}/series": {"left": "USA", "right": "RUS"},
    "/relationships/{left}/{right}/timeline": {"left": "USA", "right": "RUS"},
    "/relationships/{left}/{right}/disagreements": {"left": "USA", "right": "RUS"},
    "/actors/{name}": {"name": "Lavrov"},
    "/experts/{name}": {"name": "Ada Sample"},
    "/exports/{kind}": {"kind": "meetings"},
}
"""Paths with what is in the archive, where made-up names would find nothing."""
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(archive_at(tmp_path_factory.mktemp("fuzz") / "made.db")) as found:
        yield found


@pytest.mark.parametrize(
    ("mode", "path", "method"), CASES, ids=[f"{mode.value} {m} {p}" for mode, p, m in CASES]
)
def test_answers_are_as_described(mode: GenerationMode, path: str, method: str, site: Served) -> None:
    ask(mode, path, method, site)


@pytest.mark.parametrize(("path", "known"), KNOWN.items(), ids=list(KNOWN))
def test_answers_on_what_is_there_are_as_described(
    path: str, known: dict[str, str], site: Served
) -> None:
    seen = ask(GenerationMode.POSITIVE, f"/api/v1{path}", "get", site, known)
    assert 200 in seen


def ask(
    mode: GenerationMode, path: str, method: str, site: Served, known: dict[str, str] | None = None
) -> list[int]:
    """Ask a path in many ways, check every answer, and return their statuses."""
    operation = schemathesis.openapi.from_dict(DOCUMENT)[path][method]
    seen: list[int] = []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: Any) -> None:
        if known:
            case.path_parameters = known
        # The client that stays open: one of its own would close the archive after each request.
        asked = case.as_transport_kwargs(base_url=ADDRESS)
        headers = {name: value for name, value in asked["headers"].items() if name.lower() not in KEYS}
        asked["headers"] = {**headers, "Authorization": site.writer.headers["authorization"]}
        answer = site.writer.request(**{k: v for k, v in asked.items() if v is not None})
        seen.append(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    answered()
    assert set(seen) - {401}, "nobody was let in"
    return seen


def test_there_are_operations_of_every_kind() -> None:
    assert len(OPERATIONS) > 40
    assert {method for _, method in OPERATIONS} == {"get", "post", "put", "delete"}
