"""A build that is killed at any moment, or runs twice at once, ends with the rows of one left alone."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from detente.store import open_database, tables, verify
from tests.unit.store.records import FIRST, SECOND

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 96
KILLS = 10


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    for number in range(ARTICLES):
        (made / f"{number:03}.txt").write_text(f"Talks number {number}\n\n{FIRST} {SECOND}\n")
    return made


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    path = tmp_path_factory.mktemp("undisturbed") / "a.db"
    assert start(path, folder).communicate()[0] == "ready\ndone\n"
    found = contents(path)
    assert len(found["article"]) == ARTICLES
    assert len(found["meeting"]) == ARTICLES
    return found


def start(path: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.unit.archive_child", str(path), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def contents(path: Path) -> dict[str, list[str]]:
    """Every row of every table, without what may differ: running numbers and counts of attempts."""
    free = {("searched", "id"), ("work", "attempts")}
    database = open_database(path, create=False)
    found: dict[str, list[str]] = {}
    with database.read() as conn:
        assert list(verify(conn)) == []
        for name, table in tables.metadata.tables.items():
            if name in ("entry", "heading", "listed", "meta", "searched"):
                continue  # derived, under running numbers that depend on who wrote first
            columns = [column for column in table.c if (name, column.name) not in free]
            found[name] = sorted(repr(tuple(row)) for row in conn.execute(sa.select(*columns)))
        conn.exec_driver_sql("INSERT INTO searched_text(searched_text) VALUES('integrity-check')")
    database.close()
    return found


def test_killed_at_random_moments(
    folder: Path, undisturbed: dict[str, list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "a.db"
    moments = random.Random(13)
    killed = 0
    for _ in range(KILLS):
        child = start(path, folder)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(moments.random() * 0.4)
        killed += child.poll() is None
        child.kill()
        child.communicate()
        if path.exists():
            open_database(path).close()
    assert killed > KILLS // 2
    assert start(path, folder).communicate()[0] == "ready\ndone\n"
    assert contents(path) == undisturbed


def test_two_builds_at_once(folder: Path, undisturbed: dict[str, list[str]], tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    children = [start(path, folder) for _ in range(2)]
    assert [child.communicate()[0] for child in children] == ["ready\ndone\n"] * 2
    assert contents(path) == undisturbed
