"""Opening an archive: what is not one is refused with a remedy and left as it is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from detente.errors import ArchiveError
from detente.store import Database, open_database, tables
from detente.store.database import APPLICATION_ID, translated


def test_a_new_file_is_made_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_database(path).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    raw.close()
    before = path.read_bytes()
    open_database(path, create=False).close()
    assert path.read_bytes() == before


def test_settings_of_a_connection(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.read() as conn:
        values = {
            name: conn.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("foreign_keys", "synchronous", "busy_timeout")
        }
    database.close()
    assert values == {"foreign_keys": 1, "synchronous": 1, "busy_timeout": 30_000}


def test_without_create_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no such file; make one with `detente init"):
        open_database(tmp_path / "a.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"The two ministers met.\n" * 50, "it is not an archive"),
        (b"SQLite format 3\x00" + b"\x07" * 4096, "damaged"),
        (b"PK\x03\x04" + bytes(500), "it is not an archive"),
    ],
    ids=["text", "damaged header", "zip"],
)
def test_what_is_no_archive_is_left_as_it_is(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=message) as caught:
        open_database(path)
    assert str(path) in caught.value.what
    assert caught.value.remedy
    assert path.read_bytes() == content


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    open_database(path).close()
    assert path.stat().st_size > 0


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    raw.commit()
    raw.close()
    with pytest.raises(ArchiveError, match="another program"):
        open_database(path)
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("meta",)]


@pytest.mark.parametrize(("schema", "message"), [("99", "newer detente"), ("x", "which schema")])
def test_a_schema_that_is_not_known(tmp_path: Path, schema: str, message: str) -> None:
    path = tmp_path / "a.db"
    database = open_database(path)
    with database.write() as conn:
        conn.execute(sa.update(tables.meta).values(value=schema))
    database.close()
    with pytest.raises(ArchiveError, match=message):
        open_database(path)


@pytest.mark.parametrize("name", ["", "no/such/folder/a.db", "file.txt/a.db"])
def test_a_place_where_no_file_can_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(ArchiveError) as caught:
        open_database(tmp_path / name)
    assert caught.value.remedy


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ArchiveError, match="permissions"):
        open_database(tmp_path / "a.db")


def read_everything(path: Path) -> None:
    database = open_database(path)
    with database.read() as conn:
        for table in tables.metadata.sorted_tables:
            conn.execute(sa.select(table)).all()


def test_a_damaged_page_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_database(path).close()
    content = bytearray(path.read_bytes())
    content[4096:8192] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(ArchiveError) as caught:
        read_everything(path)
    assert caught.value.remedy == "restore it from a copy"


@pytest.mark.parametrize(
    ("message", "remedy"),
    [
        ("database or disk is full", "free some space"),
        ("disk I/O error", "free some space"),
        ("attempt to write a readonly database", "copy it to a folder"),
        ("unable to open database file", "check the permissions"),
        ("database is locked", "wait for it"),
        ("database disk image is malformed", "restore it"),
        ("no such function: x", ""),
    ],
)
def test_errors_of_the_database_become_ours(message: str, remedy: str) -> None:
    with pytest.raises(ArchiveError, match=r"archive 'a\.db'") as caught, translated("a.db"):
        raise sqlite3.OperationalError(message)
    assert caught.value.remedy.startswith(remedy)
    assert bool(caught.value.remedy) == bool(remedy)


def write_a_note(database: Database, text: str, statement: str, *, first: bool = True) -> None:
    """Write a note and run a statement, before it or after it, in one transaction."""
    with database.write() as conn:
        if first:
            conn.exec_driver_sql(statement)
        conn.execute(sa.insert(tables.meta).values(key="note", value=text))
        if not first:
            conn.exec_driver_sql(statement)


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.read() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
    with pytest.raises(ArchiveError, match="full"):
        write_a_note(database, "x" * 100_000, f"PRAGMA max_page_count={pages}")
    with database.read() as conn:
        assert set(conn.scalars(sa.select(tables.meta.c.key))) == {"schema", "writes"}
    database.close()


def test_an_error_inside_a_transaction_undoes_it(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with pytest.raises(ArchiveError):
        write_a_note(database, "x", "SELECT no_such_column", first=False)
    with database.read() as conn:
        assert set(conn.scalars(sa.select(tables.meta.c.key))) == {"schema", "writes"}
    database.close()


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as writing:
        writing.execute(sa.insert(tables.meta).values(key="note", value="x"))
        with database.read() as reading:
            assert "note" not in set(reading.scalars(sa.select(tables.meta.c.key)))
    database.close()


def test_the_password_of_a_server_is_in_no_message() -> None:
    with pytest.raises(ArchiveError) as caught:
        open_database("postgresql+psycopg://reader:secret@example.org/archive")
    assert "secret" not in str(caught.value)
