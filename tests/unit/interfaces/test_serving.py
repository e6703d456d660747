"""`serve`, `token` and `account` on the command line; and days as people write them."""

from __future__ import annotations

import builtins
import json
import socket
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from detente.errors import DetenteError
from detente.interfaces import days
from detente.interfaces.cli import serve
from detente.store import open_database
from detente.userdata import check_account, put_account, token_of, tokens
from tests.unit.interfaces.factories import run

PASSWORD = "correct horse battery"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    open_database(path).close()
    return path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return what was started and opened, in place of a server that runs until it is interrupted."""
    import uvicorn

    found: list[Any] = []

    def start(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        found.append((self.config.app, sockets[0].getsockname()))
        sockets[0].close()

    monkeypatch.setattr(uvicorn.Server, "run", start)
    monkeypatch.setattr(serve.webbrowser, "open", lambda link: found.append(link))
    return found


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


class TestServe:
    def test_it_listens_on_this_machine_and_prints_a_link(self, db: Path, started: list[Any]) -> None:
        port = free_port()
        result = run("serve", "--db", db, "--port", str(port))
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith(f"Open http://127.0.0.1:{port}/enter?key=")
        (app, address) = started[0]
        assert address == ("127.0.0.1", port)
        assert app.state.settings.single

    def test_open_opens_the_link_that_is_printed(self, db: Path, started: list[Any]) -> None:
        result = run("serve", "--open", "--db", db, "--port", str(free_port()))
        assert started[0] == result.stdout.strip().removeprefix("Open ")

    def test_the_demo_is_shown(self, tmp_path: Path, started: list[Any], monkeypatch: Any) -> None:
        monkeypatch.setattr("detente.interfaces.cli.demo.demo_files", list)
        result = run("demo", "--open", "--db", tmp_path / "demo.db", "--port", str(free_port()))
        assert result.exit_code == 0, result.output
        assert len(started) == 2

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["--host", "0.0.0.0"], "can be reached from other machines"),
            (["--host", "192.168.0.1"], "--allow-remote"),
            (["--host", "nonsense"], "is no address"),
            (["--host", "0.0.0.0", "--allow-remote"], "nobody has an account"),
        ],
    )
    def test_what_is_not_started(
        self, db: Path, started: list[Any], args: list[str], words: str
    ) -> None:
        result = run("serve", "--db", db, *args)
        assert (result.exit_code, started) == (1, [])
        assert words in result.stderr

    def test_others_are_let_in_by_their_accounts(self, db: Path, started: list[Any]) -> None:
        database = open_database(db)
        with database.write() as conn:
            put_account(conn, "ada", PASSWORD)
        database.close()
        args = ("--host", "0.0.0.0", "--allow-remote", "--name", "desk.example", "--open")
        result = run("serve", "--db", db, "--port", str(free_port()), *args)
        assert result.exit_code == 0, result.output
        assert "key=" not in result.stdout
        assert "HTTPS" in result.stderr
        assert started[1][0].state.settings.hosts == {"desk.example"}

    def test_without_an_archive(self, tmp_path: Path, started: list[Any]) -> None:
        result = run("serve", "--db", tmp_path / "none.db")
        assert (result.exit_code, started) == (1, [])
        assert "no such file" in result.stderr

    def test_a_port_that_is_taken(self, db: Path, started: list[Any]) -> None:
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            sock.listen()
            result = run("serve", "--db", db, "--port", str(sock.getsockname()[1]))
        assert (result.exit_code, started) == (1, [])
        assert "name another with --port" in result.stderr

    def test_a_secret_out_of_the_environment(
        self, db: Path, started: list[Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DETENTE_SECRET", "hush")
        run("serve", "--db", db, "--port", str(free_port()))
        assert started[0][0].state.settings.secret == "hush"

    def test_packages_that_are_missing_are_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(name: str) -> Any:
            raise ModuleNotFoundError("no", name="fastapi")

        monkeypatch.setattr(serve, "import_module", missing)
        with pytest.raises(DetenteError, match=r'fastapi.*"detente\[server\]"'):
            serve.part("app")

    def test_a_module_of_ours_that_is_missing_is_no_package(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def missing(name: str) -> Any:
            raise ModuleNotFoundError("no", name="detente.nothing")

        monkeypatch.setattr(serve, "import_module", missing)
        with pytest.raises(ModuleNotFoundError):
            serve.part("app")

    def test_help_needs_no_server(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = builtins.__import__

        def guarded(name: str, *args: Any, **more: Any) -> Any:
            assert not name.startswith(("fastapi", "uvicorn", "starlette", "jinja2")), name
            return real(name, *args, **more)

        monkeypatch.setattr(builtins, "__import__", guarded)
        assert "--allow-remote" in run("serve", "--help").output


class TestTokens:
    def add(self, db: Path, *args: str) -> str:
        result = run("token", "add", "a script", *args, "--db", db)
        assert result.exit_code == 0, result.output
        return result.stdout.strip()

    @pytest.mark.parametrize(("args", "scope"), [((), "read"), (("--scope", "write"), "write")])
    def test_a_key_is_made(self, db: Path, args: tuple[str, ...], scope: str) -> None:
        key = self.add(db, *args)
        database = open_database(db)
        with database.read() as conn:
            found = token_of(conn, key)
        database.close()
        assert found is not None
        assert (found.label, found.scope) == ("a script", scope)

    def test_keys_are_listed_and_revoked(self, db: Path) -> None:
        key = self.add(db)
        listed = run("token", "list", "--db", db)
        assert key not in listed.stdout
        id = listed.stdout.split()[0]
        assert run("token", "revoke", id, "--db", db).exit_code == 0
        assert run("token", "list", "--db", db).stdout == ""
        again = run("token", "revoke", id, "--db", db)
        assert (again.exit_code, "no key" in again.stderr) == (1, True)

    def test_as_json(self, db: Path) -> None:
        made = json.loads(run("token", "add", "x", "--json", "--db", db).stdout)
        listed = json.loads(run("token", "list", "--json", "--db", db).stdout)
        assert made["key"].startswith("dtnt_")
        assert [one["id"] for one in listed] == [made["id"]]
        assert "key" not in listed[0]

    def test_an_unknown_scope(self, db: Path) -> None:
        assert run("token", "add", "x", "--scope", "all", "--db", db).exit_code == 2
        database = open_database(db)
        with database.read() as conn:
            assert tokens(conn) == []
        database.close()


class TestAccounts:
    def test_a_password_comes_through_a_pipe(self, db: Path) -> None:
        result = run("account", "add", "ada", "--db", db, input=f"{PASSWORD}\n")
        assert result.exit_code == 0, result.output
        assert PASSWORD not in result.output
        database = open_database(db)
        with database.read() as conn:
            assert check_account(conn, "ada", PASSWORD) is not None
        database.close()

    @pytest.mark.parametrize("password", ["", "short"])
    def test_a_short_password(self, db: Path, password: str) -> None:
        result = run("account", "add", "ada", "--db", db, input=f"{password}\n")
        assert (result.exit_code, "too short" in result.stderr) == (1, True)

    def test_accounts_are_listed_and_removed(self, db: Path) -> None:
        run("account", "add", "ben", "--scope", "read", "--db", db, input=f"{PASSWORD}\n")
        assert run("account", "list", "--db", db).stdout.split() == [
            "read",
            f"{json.loads(run('account', 'list', '--json', '--db', db).stdout)[0]['made'][:10]}",
            "ben",
        ]
        assert run("account", "remove", "ben", "--db", db).exit_code == 0
        gone = run("account", "remove", "ben", "--db", db)
        assert (gone.exit_code, "no account" in gone.stderr) == (1, True)


DAYS = [
    ("2013-02-26", date(2013, 2, 26), date(2013, 2, 26)),
    (" 2013-02-26 ", date(2013, 2, 26), date(2013, 2, 26)),
    ("2013-2-6", date(2013, 2, 6), date(2013, 2, 6)),
    ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
    ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
    ("2013-12", date(2013, 12, 1), date(2013, 12, 31)),
    ("2013", date(2013, 1, 1), date(2013, 12, 31)),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_day(text: str, first: date, last: date) -> None:
    assert (days.first_day(text), days.last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2013-13", "2013-02-30", "2013-00", "0000", "13-02-26", "2013/02/26", "2013-02-26x"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    for read in (days.first_day, days.last_day):
        with pytest.raises(ValueError, match="is no date"):
            read(text)
