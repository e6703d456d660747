"""Who may do what: one-time links, accounts, keys, cookies; and what a server refuses to be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.errors import DetenteError, UnknownName
from detente.interfaces.server.app import create_app
from detente.interfaces.server.settings import Settings, is_loopback
from detente.store import open_database
from detente.userdata import (
    account_of,
    accounts,
    check_account,
    make_token,
    put_account,
    remove_account,
    revoke_token,
    token_of,
    tokens,
)
from tests.unit.interfaces.server.serving import (
    ADDRESS,
    csrf,
    empty_archive,
    enter,
    post,
    served,
    stranger,
)

PASSWORD = "correct horse battery"
CLOSED = [
    "/",
    "/desk.json",
    "/desk.csv",
    "/r/USA-RUS",
    "/r/USA-RUS/drawer?open=week:2013-05-06",
    "/a/1f3a",
    "/statements.csv",
    "/library?q=x",
    "/review",
    "/collections",
    "/c/x",
    "/save?item=statement:1",
    "/sources",
    "/about",
    "/keys",
]
"""Pages that nobody sees who did not come in."""
WRITES = [
    ("/review", {"link": "link:1", "answer": "yes"}),
    ("/review/undo", {}),
    ("/collections", {"title": "x"}),
    ("/save", {"item": "statement:1", "title": "x"}),
    ("/c/x", {"what": "delete"}),
    ("/follow", {"item": "USA-RUS"}),
    ("/actor/person:sergei-lavrov/merge", {"other": "x"}),
    ("/actor/person:sergei-lavrov/split", {"other": "x"}),
    ("/actor/person:sergei-lavrov/rename", {"name": "x"}),
    ("/m/1/split", {"row": "meeting:1"}),
    ("/leave", {}),
]
"""Every form there is."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(empty_archive(tmp_path_factory.mktemp("a") / "a.db"), most_logins=1000) as client:
        yield client


@pytest.fixture
def remote(tmp_path: Path) -> Iterator[TestClient]:
    """A server that other machines reach, with one who may write and one who may read."""
    db = empty_archive(tmp_path / "a.db")
    database = open_database(db)
    with database.write() as conn:
        put_account(conn, "ada", PASSWORD, "write")
        put_account(conn, "ben", PASSWORD, "read")
    database.close()
    app = create_app(
        Settings(
            str(db), host="0.0.0.0", allow_remote=True, names=("desk.example:8613",), most_logins=5
        )
    )
    with TestClient(app, base_url="http://desk.example:8613") as client:
        yield client


@pytest.mark.parametrize("path", CLOSED)
def test_nobody_sees_a_page(desk: TestClient, path: str) -> None:
    answer = stranger(desk).get(path, follow_redirects=False)
    if path.partition("?")[0].endswith((".json", ".csv")):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/enter?next=")


@pytest.mark.parametrize(("path", "fields"), WRITES, ids=[path for path, _ in WRITES])
class TestWrites:
    def test_nobody_writes(self, desk: TestClient, path: str, fields: dict[str, str]) -> None:
        answer = stranger(desk).post(path, data=fields, follow_redirects=False)
        assert answer.status_code == 401

    def test_a_cookie_alone_is_not_enough(
        self, desk: TestClient, path: str, fields: dict[str, str]
    ) -> None:
        assert desk.post(path, data=fields).status_code == 403

    def test_a_token_of_another_session_is_not_enough(
        self, desk: TestClient, path: str, fields: dict[str, str]
    ) -> None:
        other = stranger(desk)
        enter(desk.app, other)  # type: ignore[arg-type]
        data = {**fields, "csrf": csrf(other)}
        assert desk.post(path, data=data).status_code == 403

    def test_a_key_that_may_read_does_not_write(
        self, desk: TestClient, path: str, fields: dict[str, str]
    ) -> None:
        headers = {"Authorization": f"Bearer {_key(desk, 'read')}"}
        answer = stranger(desk).post(path, data=fields, headers=headers)
        assert answer.status_code == 403


def _key(client: TestClient, scope: Any) -> str:
    with client.app.state.database.write() as conn:  # type: ignore[attr-defined]
        return make_token(conn, "a test", scope)[1]


def test_a_link_works_once(desk: TestClient) -> None:
    link = desk.app.state.access.link().removeprefix(ADDRESS)  # type: ignore[attr-defined]
    first, second = stranger(desk), stranger(desk)
    assert first.get(link, follow_redirects=False).status_code == 303
    assert second.get(link, follow_redirects=False).status_code == 403
    assert first.get("/keys").status_code == 200
    assert second.get("/keys", follow_redirects=False).status_code == 303


def test_a_session_is_set_with_care(desk: TestClient) -> None:
    link = desk.app.state.access.link().removeprefix(ADDRESS)  # type: ignore[attr-defined]
    answer = stranger(desk).get(link, follow_redirects=False)
    cookie = answer.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie


NEXT = [
    ("/meetings", "/meetings"),
    ("/r/USA-RUS?as_of=2013", "/r/USA-RUS?as_of=2013"),
    ("//evil.example", "/"),
    ("/\\evil.example", "/"),
    ("https://evil.example", "/"),
    ("javascript:alert(1)", "/"),
    ("/a\nSet-Cookie: x=1", "/"),
    ("", "/"),
]


@pytest.mark.parametrize(("asked", "led"), NEXT)
def test_nobody_is_led_elsewhere(desk: TestClient, asked: str, led: str) -> None:
    link = desk.app.state.access.link().removeprefix(ADDRESS)  # type: ignore[attr-defined]
    answer = stranger(desk).get(f"{link}", params={"next": asked}, follow_redirects=False)
    assert answer.status_code in (303, 401)
    key = link.partition("key=")[2]
    answer = stranger(desk).get("/enter", params={"key": key, "next": asked}, follow_redirects=False)
    if answer.status_code == 303:
        assert answer.headers["location"] == led


@pytest.mark.parametrize("key", ["", "x", "a" * 43, "ä", "../.."])
def test_a_wrong_link_lets_nobody_in(desk: TestClient, key: str) -> None:
    answer = stranger(desk).get("/enter", params={"key": key})
    assert answer.status_code in (401, 403)
    assert "set-cookie" not in answer.headers


COOKIES = ["", "x", "eyJuYW1lIjoiIn0.x.y", "a.b.c.d", "é", "0" * 5000]


@pytest.mark.parametrize("value", COOKIES)
def test_a_made_up_cookie_is_nobody(desk: TestClient, value: str) -> None:
    headers = {"Cookie": b"detente_8613=" + value.encode("utf-8")}
    answer = stranger(desk).get("/desk.json", headers=headers)
    assert answer.status_code == 401


def test_a_cookie_of_another_server_is_nobody(desk: TestClient, tmp_path: Path) -> None:
    with served(empty_archive(tmp_path / "b.db")) as other:
        value = other.cookies["detente_8613"]
    client = stranger(desk)
    client.cookies.set("detente_8613", value)
    assert client.get("/desk.json").status_code == 401


def test_who_leaves_is_gone(desk: TestClient) -> None:
    client = stranger(desk)
    enter(desk.app, client)  # type: ignore[arg-type]
    assert post(client, "/leave").headers["location"] == "/enter"
    assert client.get("/desk.json").status_code == 401


AUTHORIZATIONS = [
    ("Bearer {key}", 200),
    ("bearer {key}", 200),
    ("Bearer  {key} ", 200),
    ("Bearer {key}x", 401),
    ("Bearer ", 401),
    ("Bearer dtnt_", 401),
    ("Basic {key}", 401),
    ("{key}", 401),
]


@pytest.mark.parametrize(("header", "status"), AUTHORIZATIONS)
def test_a_key(desk: TestClient, header: str, status: int) -> None:
    value = header.format(key=_key(desk, "read"))
    assert stranger(desk).get("/desk.json", headers={"Authorization": value}).status_code == status


def test_a_wrong_key_is_not_helped_by_a_cookie(desk: TestClient) -> None:
    assert desk.get("/desk.json", headers={"Authorization": "Bearer no"}).status_code == 401


def test_a_revoked_key_works_no_more(desk: TestClient) -> None:
    with desk.app.state.database.write() as conn:  # type: ignore[attr-defined]
        token, key = make_token(conn, "a test", "read")
    headers = {"Authorization": f"Bearer {key}"}
    assert stranger(desk).get("/desk.json", headers=headers).status_code == 200
    with desk.app.state.database.write() as conn:  # type: ignore[attr-defined]
        assert revoke_token(conn, token.id)
        assert not revoke_token(conn, token.id)
    assert stranger(desk).get("/desk.json", headers=headers).status_code == 401


def test_good_links_do_not_count_as_tries(tmp_path: Path) -> None:
    with served(empty_archive(tmp_path / "a.db"), most_logins=3) as client:
        access = client.app.state.access  # type: ignore[attr-defined]
        statuses = []
        for _ in range(9):
            key = access.link().partition("key=")[2]
            answer = client.get("/enter", params={"key": key}, follow_redirects=False)
            statuses.append(answer.status_code)
        assert statuses == [303] * 9
        wrong = [client.get("/enter", params={"key": "no"}).status_code for _ in range(4)]
        assert wrong == [403, 403, 403, 429]
        good = access.link().partition("key=")[2]
        answer = client.get("/enter", params={"key": good}, follow_redirects=False)
        assert answer.status_code == 429
        assert "Wait" in answer.text


class TestAccounts:
    def test_one_logs_in(self, remote: TestClient) -> None:
        assert "Password" in remote.get("/enter").text
        data = {"name": "ada", "password": PASSWORD, "next": "/meetings"}
        answer = remote.post("/enter", data=data, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/meetings")
        assert "Leave (ada)" in " ".join(remote.get("/keys").text.split())
        assert post(remote, "/collections", title="A list").status_code == 303

    def test_who_may_read_does_not_write(self, remote: TestClient) -> None:
        remote.post("/enter", data={"name": "ben", "password": PASSWORD})
        assert remote.get("/meetings").status_code == 200
        assert post(remote, "/collections", title="A list").status_code == 403
        assert "Make a collection" not in remote.get("/collections").text

    @pytest.mark.parametrize(
        ("name", "password"),
        [
            ("ada", "wrong"), ("ada", ""), ("Ada", PASSWORD), ("nobody", PASSWORD), ("", ""),
            ("ada' --", "x"),
        ],
    )  # fmt: skip
    def test_a_wrong_password(self, remote: TestClient, name: str, password: str) -> None:
        answer = remote.post("/enter", data={"name": name, "password": password})
        assert answer.status_code in (403, 422)
        assert remote.get("/desk.json").status_code == 401

    def test_guessing_is_slowed_down(self, remote: TestClient) -> None:
        wrong = {"name": "ada", "password": "wrong"}
        statuses = [remote.post("/enter", data=wrong).status_code for _ in range(7)]
        assert statuses == [403] * 5 + [429] * 2
        right = {"name": "ada", "password": PASSWORD}
        assert remote.post("/enter", data=right).status_code == 429

    def test_who_knows_the_password_is_never_slowed_down(self, remote: TestClient) -> None:
        right = {"name": "ada", "password": PASSWORD}
        statuses = [
            remote.post("/enter", data=right, follow_redirects=False).status_code for _ in range(12)
        ]
        assert statuses == [303] * 12

    def test_good_tries_do_not_make_up_for_wrong_ones(self, remote: TestClient) -> None:
        wrong, right = ({"name": "ada", "password": one} for one in ("wrong", PASSWORD))
        told = [wrong, right, wrong, right, wrong, wrong, right, wrong, wrong, right]
        statuses = [remote.post("/enter", data=one, follow_redirects=False).status_code for one in told]
        assert statuses == [403, 303, 403, 303, 403, 403, 303, 403, 429, 429]

    def test_a_removed_account_is_nobody_at_once(self, remote: TestClient) -> None:
        remote.post("/enter", data={"name": "ada", "password": PASSWORD})
        assert remote.get("/desk.json").status_code == 200
        with remote.app.state.database.write() as conn:  # type: ignore[attr-defined]
            remove_account(conn, "ada")
        assert remote.get("/desk.json").status_code == 401

    def test_no_link_lets_in_from_elsewhere(self, remote: TestClient) -> None:
        link = remote.app.state.access.link()  # type: ignore[attr-defined]
        assert remote.get("/enter", params={"key": link.partition("key=")[2]}).status_code == 403

    def test_the_address_of_the_machine_is_not_its_name(self, remote: TestClient) -> None:
        assert remote.get("/enter", headers={"Host": "127.0.0.1:8613"}).status_code == 421


class TestKept:
    """What the archive keeps of accounts and keys."""

    def test_no_secret_is_in_the_file(self, tmp_path: Path) -> None:
        db = empty_archive(tmp_path / "a.db")
        database = open_database(db)
        with database.write() as conn:
            put_account(conn, "ada", PASSWORD)
            _, key = make_token(conn, "a script", "read")
        database.close()
        data = b"".join(one.read_bytes() for one in tmp_path.iterdir())
        assert b"a script" in data
        assert PASSWORD.encode() not in data
        assert key.encode() not in data
        assert key.removeprefix("dtnt_").encode() not in data

    def test_accounts_and_keys(self, tmp_path: Path) -> None:
        database = open_database(empty_archive(tmp_path / "a.db"))
        with database.write() as conn:
            put_account(conn, " ada ", PASSWORD, "read")
            put_account(conn, "ada", PASSWORD + "2")
            token, key = make_token(conn, "  a  script ", "write")
            assert [(one.name, one.scope) for one in accounts(conn)] == [("ada", "write")]
            assert account_of(conn, "ada") is not None
            assert account_of(conn, "Ada") is None
            assert check_account(conn, "ada", PASSWORD) is None
            assert check_account(conn, "ada", PASSWORD + "2") is not None
            assert check_account(conn, "eve", PASSWORD) is None
            assert [one.label for one in tokens(conn)] == ["a script"]
            assert token_of(conn, key) == token
            assert token_of(conn, key[:-1]) is None
            assert remove_account(conn, "ada")
            assert not remove_account(conn, "ada")
        database.close()

    def test_two_keys_are_not_alike(self, tmp_path: Path) -> None:
        database = open_database(empty_archive(tmp_path / "a.db"))
        with database.write() as conn:
            keys = {make_token(conn, "x", "read")[1] for _ in range(5)}
        database.close()
        assert len(keys) == 5
        assert {len(key) for key in keys} == {48}

    @pytest.mark.parametrize(
        ("name", "password"),
        [
            ("", PASSWORD), ("  ", PASSWORD), ("a\nb", PASSWORD), ("a" * 81, PASSWORD),
            ("ada", "short"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_an_account(self, tmp_path: Path, name: str, password: str) -> None:
        database = open_database(empty_archive(tmp_path / "a.db"))
        with database.write() as conn, pytest.raises(UnknownName):
            put_account(conn, name, password)
        database.close()


REFUSED: list[dict[str, Any]] = [
    {"host": "0.0.0.0"},
    {"host": "::"},
    {"host": "192.168.1.7"},
    {"host": "10.0.0.1", "names": ("desk.example",)},
    {"host": "desk.example"},
    {"host": ""},
]


@pytest.mark.parametrize("settings", REFUSED, ids=lambda one: one["host"])
def test_other_machines_need_leave(settings: dict[str, Any]) -> None:
    with pytest.raises(DetenteError):
        Settings("a.db", **settings)


NAMES = [
    (Settings("a.db"), {"127.0.0.1:8613", "localhost:8613", "[::1]:8613"}),
    (Settings("a.db", port=99), {"127.0.0.1:99", "localhost:99", "[::1]:99"}),
    (Settings("a.db", host="0.0.0.0", allow_remote=True), set()),
    (Settings("a.db", host="10.0.0.1", allow_remote=True), {"10.0.0.1:8613"}),
    (Settings("a.db", host="fd00::1", allow_remote=True), {"[fd00::1]:8613"}),
    (Settings("a.db", host="0.0.0.0", allow_remote=True, names=("Desk.Example",)), {"desk.example"}),
]


@pytest.mark.parametrize(("settings", "hosts"), NAMES)
def test_the_names_a_server_goes_by(settings: Settings, hosts: set[str]) -> None:
    assert settings.hosts == hosts


def test_secrets_are_not_printed() -> None:
    assert Settings("a.db", secret="hush").secret == "hush"
    assert "hush" not in repr(Settings("a.db", secret="hush"))
    assert Settings("a.db").secret != Settings("a.db").secret


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("0.0.0.0", False),
        ("8.8.8.8", False),
    ],
)  # fmt: skip
def test_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local
