"""The small archive of `archives`, written once for each module that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from detente.store import open_database
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("archive") / "small.db")


@pytest.fixture
def conn(path: Path) -> Iterator[Connection]:
    database = open_database(path, create=False)
    with database.read() as conn:
        yield conn
    database.close()
