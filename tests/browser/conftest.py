"""A browser, the demo archive behind a server on loopback, and windows that tell what went wrong.

A browser lasts for one module: its event loop would stand in the way of tests of other kinds. The demo
is built once a run, whichever worker of pytest-xdist asks first; a test that writes gets a copy.
"""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tools.install_chromium import chromium

from detente.archive import Archive
from detente.interfaces.cli.corpus import demo_files
from tests.browser.window import Desk, Windows, serving

WHY = "no Chromium: `make chromium` as root installs it; DETENTE_CHROMIUM names another"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo archive, built once for all workers; nobody writes into it."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "popen" in own.name else own
    path = folder / "demo.db"
    with (folder / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            making = folder / "making.db"
            with Archive.open(making) as archive:
                archive.add(demo_files())
                archive.build()
            with closing(sqlite3.connect(making)) as conn:
                conn.execute("pragma wal_checkpoint(truncate)")
            making.rename(path)
    return path


@pytest.fixture(scope="session")
def desk(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Serve the demo to tests that only read."""
    with serving(copied(built, tmp_path_factory.mktemp("desk"))) as found:
        yield found


@pytest.fixture
def own_desk(built: Path, tmp_path: Path) -> Iterator[Desk]:
    """Serve a copy of the demo to one test, which may write."""
    with serving(copied(built, tmp_path)) as found:
        yield found


@pytest.fixture(scope="module")
def windows() -> Iterator[Windows]:
    """Start a browser; skips where there is none."""
    path = chromium()
    if path is None:
        pytest.skip(WHY)
    with Windows.of(path) as found:
        yield found


def copied(db: Path, folder: Path) -> Path:
    """Copy an archive that nobody is writing into."""
    return Path(shutil.copy(db, folder / "archive.db"))
