"""A PostgreSQL server for the tests: a fresh cluster on a socket, run by a user that may run one."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql")


def binaries() -> Path | None:
    """Return the folder with `initdb` and `pg_ctl`; None where PostgreSQL is not installed."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    for place in _PLACES:
        for one in sorted(Path(place).glob("**/bin/initdb"), reverse=True):
            return one.parent
    return None


def _user() -> str | None:
    """Return the user that runs the server where this one is root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    return None


@contextmanager
def running() -> Iterator[str]:
    """Give the address of a fresh server, which is ended afterwards."""
    folder = binaries()
    assert folder is not None
    user = _user()
    home = Path(tempfile.mkdtemp(prefix="pg-"))  # a socket's path may have a hundred characters
    try:
        if user:
            shutil.chown(home, user)
        data = home / "data"
        _run(user, folder / "initdb", "-D", data, "-U", "detente", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        settings = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
        _run(user, folder / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", settings, "start")
        try:
            yield f"postgresql+psycopg://detente@/postgres?host={home}"
        finally:
            _run(user, folder / "pg_ctl", "-D", data, "-m", "fast", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(user: str | None, *command: object) -> None:
    done = subprocess.run(
        [*map(str, command)],
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 0, done.stderr
