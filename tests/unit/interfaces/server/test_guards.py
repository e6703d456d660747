"""What is refused before any page: strange hosts and origins, too large, too often; what is added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from detente.interfaces.server.guards import CSP, HEADERS, Bounded, Buckets, KnownHost, Paced
from tests.unit.interfaces.server.serving import ADDRESS, empty_archive, post, served


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(empty_archive(tmp_path_factory.mktemp("a") / "a.db"), most_bytes=10_000) as client:
        yield client


HOSTS = [
    ("127.0.0.1:8613", 200),
    ("localhost:8613", 200),
    ("LOCALHOST:8613", 200),
    ("[::1]:8613", 200),
    ("127.0.0.1", 421),
    ("127.0.0.1:80", 421),
    ("localhost", 421),
    ("evil.example", 421),
    ("evil.example:8613", 421),
    ("localhost.evil.example:8613", 421),
    ("localhost:8613.evil.example", 421),
    ("127.0.0.1:8613@evil.example", 421),
    ("", 421),
]


@pytest.mark.parametrize(("host", "status"), HOSTS)
@pytest.mark.parametrize("path", ["/keys", "/keys.json", "/static/detente.css", "/openapi.json"])
def test_only_our_own_names_are_answered(desk: TestClient, host: str, status: int, path: str) -> None:
    assert desk.get(path, headers={"Host": host}).status_code == status


def test_two_hosts_are_none(desk: TestClient) -> None:
    answer = desk.get("/keys", headers=[("Host", "127.0.0.1:8613"), ("Host", "evil.example")])
    assert answer.status_code == 421


ORIGINS: list[tuple[dict[str, str], int]] = [
    ({}, 303),
    ({"Origin": ADDRESS}, 303),
    ({"Origin": "http://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": "http://127.0.0.1:9999"}, 403),
    ({"Origin": "http://127.0.0.1"}, 403),
    ({"Origin": f"{ADDRESS}.evil.example"}, 403),
    ({"Origin": "http://evil.example#127.0.0.1:8613"}, 403),
    ({"Sec-Fetch-Site": "same-origin"}, 303),
    ({"Sec-Fetch-Site": "none"}, 303),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Origin": ADDRESS, "Sec-Fetch-Site": "cross-site"}, 403),
]


@pytest.mark.parametrize(("headers", "status"), ORIGINS)
def test_a_write_comes_from_our_own_pages(
    desk: TestClient, headers: dict[str, str], status: int
) -> None:
    token = {"X-CSRF-Token": _token(desk)}
    data = {"title": "A list"}
    answer = desk.post("/collections", data=data, headers={**token, **headers}, follow_redirects=False)
    assert answer.status_code == status


@pytest.mark.parametrize(("headers", "status"), [(one, code) for one, code in ORIGINS if code == 403])
def test_a_read_may_come_from_anywhere(desk: TestClient, headers: dict[str, str], status: int) -> None:
    assert desk.get("/keys", headers=headers).status_code == 200


def _token(client: TestClient) -> str:
    from tests.unit.interfaces.server.serving import csrf

    return csrf(client)


SIZES: list[tuple[dict[str, str], bytes, int]] = [
    ({}, b"title=x", 403),
    ({}, b"title=" + b"x" * 20_000, 413),
    ({"Content-Length": "99999999999"}, b"title=x", 413),
    ({"Content-Length": "-1"}, b"title=x", 413),
    ({"Content-Length": "many"}, b"title=x", 413),
]


@pytest.mark.parametrize(("headers", "body", "status"), SIZES)
def test_a_body_has_a_largest_size(
    desk: TestClient, headers: dict[str, str], body: bytes, status: int
) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = desk.post("/collections", content=body, headers={**kind, **headers})
    assert answer.status_code == status


def test_a_body_that_does_not_say_its_size_is_counted(desk: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"title="
        for _ in range(20):
            yield b"x" * 1000

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert desk.post("/collections", content=chunks(), headers=kind).status_code == 413


@pytest.mark.parametrize(
    "path", ["/", "/keys.json", "/nowhere", "/static/detente.css", "/static/none", "/openapi.json"]
)
def test_every_answer_has_the_headers(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


@pytest.mark.parametrize("host", ["evil.example"])
def test_a_refusal_has_the_headers(desk: TestClient, host: str) -> None:
    answer = desk.get("/", headers={"Host": host})
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_in_but_our_own_files() -> None:
    rules = dict(rule.split(" ", 1) for rule in CSP.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in CSP
    assert "*" not in CSP
    assert "http" not in CSP


def test_a_refusal_under_api_is_a_problem(desk: TestClient) -> None:
    answer = desk.get("/api/v1/articles", headers={"Host": "evil.example"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Misdirected Request",
        "status": 421,
        "detail": "this server does not go by that name",
    }


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


PACES: list[tuple[int, list[tuple[float, bool]]]] = [
    (2, [(0, True), (0, True), (0, False), (29, False), (31, True), (31, False)]),
    (60, [(0, True)] * 60 + [(0, False), (1, True), (1, False), (3, True), (3, True), (3, False)]),
    (1, [(0, True), (59, False), (61, True), (600, True), (600, False)]),
]


@pytest.mark.parametrize(("most", "asked"), PACES, ids=["two", "sixty", "one"])
def test_a_bucket_fills_again_evenly(most: int, asked: list[tuple[float, bool]]) -> None:
    clock = Clock()
    buckets = Buckets(most, clock)
    got = []
    for at, _ in asked:
        clock.now = 1000.0 + at
        got.append(buckets.take("a") == 0)
    assert got == [allowed for _, allowed in asked]


def test_a_bucket_says_how_long_to_wait() -> None:
    buckets = Buckets(2, Clock())
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 30]


def test_clients_have_buckets_of_their_own() -> None:
    buckets = Buckets(1, Clock())
    assert [buckets.take(one) == 0 for one in ("a", "b", "a", "b")] == [True, True, False, False]


def test_buckets_are_forgotten_before_there_are_too_many() -> None:
    buckets = Buckets(1, Clock())
    for number in range(10_000):
        buckets.take(str(number))
    assert len(buckets._left) <= 4096


def test_too_many_requests_are_told_when_to_come_back(tmp_path: Path) -> None:
    with served(empty_archive(tmp_path / "a.db"), most_requests=5) as client:
        answers = [client.get("/keys") for _ in range(8)]
        assert [one.status_code for one in answers][-1] == 429
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert client.get("/static/detente.css").status_code == 200


def test_a_websocket_of_a_strange_host_is_closed() -> None:
    sent: list[Any] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError("it was let in")

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": "/", "headers": [(b"host", b"evil.example")]}
    coroutine = KnownHost(inner, ["127.0.0.1:8613"])(scope, receive, send)
    with pytest.raises(StopIteration):
        coroutine.send(None)
    assert sent == [{"type": "websocket.close", "code": 1008}]


def _small(guard: Any, *args: Any) -> TestClient:
    async def echo(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    app = Starlette(routes=[Route("/", echo, methods=["GET", "POST"])])
    return TestClient(guard(app, *args))


@pytest.mark.parametrize(("size", "status"), [(0, 200), (99, 200), (100, 200), (101, 413)])
def test_the_limit_is_the_largest_that_may(size: int, status: int) -> None:
    answer = _small(Bounded, 100).post("/", content=b"x" * size)
    assert answer.status_code == status


def test_pace_is_by_address() -> None:
    client = _small(Paced, 3)
    assert [client.get("/").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("steps", "waits"),
    [
        pytest.param("ttt", [0, 0, 30], id="taken up"),
        pytest.param("tgtgtgt", [0, 0, 0, 0], id="all given back"),
        pytest.param("ttgt", [0, 0, 0], id="one given back"),
        pytest.param("ttgtt", [0, 0, 0, 30], id="given back once"),
        pytest.param("gggttt", [0, 0, 30], id="nothing to give back"),
        pytest.param("tgggttt", [0, 0, 0, 30], id="no more than there were"),
        pytest.param("tt.t", [0, 0, 0], id="after half a minute"),
        pytest.param("tt..tttt", [0, 0, 0, 0, 30, 30], id="after a minute it is full"),
    ],
)
def test_a_bucket(steps: str, waits: list[int]) -> None:
    """`t` takes, `g` gives back, `.` lets half a minute pass; two a minute."""
    clock = Clock()
    buckets = Buckets(2, clock)
    found = []
    for step in steps:
        if step == "t":
            found.append(round(buckets.take("a")))
        elif step == "g":
            buckets.give("a")
        else:
            clock.now += 30
    assert found == waits
    assert buckets.take("b") == 0


def test_a_form_without_its_token_changes_nothing(desk: TestClient) -> None:
    before = desk.get("/collections.json").json()
    for data in ({"title": "x"}, {"title": "x", "csrf": ""}, {"title": "x", "csrf": "0" * 64}):
        assert desk.post("/collections", data=data).status_code == 403
    assert desk.get("/collections.json").json() == before
    assert post(desk, "/collections", title="x").status_code == 303
