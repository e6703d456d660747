"""A path or address becomes a database that is open, migrated, and speaks in our errors.

SQLite in WAL mode with synchronous NORMAL: readers never wait, one writer at a time, a process killed
at any moment leaves whole transactions (https://www.sqlite.org/wal.html). A transaction that writes
takes the lock at its start, so two writers wait for each other instead of failing half-way. PostgreSQL
would let both go on; an advisory lock gives them turns there too, because entries are numbered.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from detente.errors import ArchiveError
from detente.store.migrations import migrations, newest
from detente.store.tables import meta

APPLICATION_ID = 0x64746E74
"""SQLite's `application_id` of our files ("dtnt"), so that a foreign file is told from an old one."""
WAIT_SECONDS = 30
"""How long a writer waits for another."""
_ADDRESS = re.compile(r"^(postgresql(?:\+\w+)?):/(?!/)")
"""An address that went through a `Path`, which makes one slash of two."""
_WRITES = "writes"
_HEADER = b"SQLite format 3\x00"


class Database:
    """An open archive database. `read()` and `write()` give a connection inside a transaction."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name

    @property
    def dialect(self) -> str:
        """Return "sqlite" or "postgresql"."""
        return self.engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the archive; database errors become ours."""
        with translated(self.name), self.engine.connect() as conn:
            yield conn

    @contextmanager
    def write(self, *, beside: bool = False) -> Iterator[Connection]:
        """Give a connection whose changes are kept together at the end, or not at all.

        `beside` is for what changes nothing that is read out of the archive, such as that a reader was
        here: the archive's `state` stays the same.
        """
        with translated(self.name), self.engine.connect() as conn:
            conn = conn.execution_options(detente_write=True)
            with conn.begin():
                if self.dialect == "postgresql":
                    conn.execute(sa.select(sa.func.pg_advisory_xact_lock(APPLICATION_ID)))
                yield conn
                if not beside:
                    _count_write(conn)

    def state(self) -> str:
        """Return what is another after every write to the archive, whoever made it."""
        with self.read() as conn:
            return conn.scalar(sa.select(meta.c.value).where(meta.c.key == _WRITES)) or "0"

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file by the last one."""
        self.engine.dispose()


def _count_write(conn: Connection) -> None:
    counted = sa.cast(sa.cast(meta.c.value, sa.Integer) + 1, sa.Text)
    mine = meta.c.key == _WRITES
    if not conn.execute(sa.update(meta).where(mine).values(value=counted)).rowcount:
        conn.execute(sa.insert(meta).values(key=_WRITES, value="1"))


def open_database(path: str | Path, *, create: bool = True) -> Database:
    """Return the database at a path or `postgresql://` address, made and migrated as needed.

    Raises ArchiveError for a folder, a file that is no archive, a damaged one, one written by a newer
    detente, one that may not be written, and, without `create`, one that is not there.
    """
    name = _ADDRESS.sub(r"\1://", str(path))
    if name.startswith(("postgresql://", "postgresql+")):
        database = Database(_server(name), sa.make_url(name).render_as_string(hide_password=True))
    else:
        _check_file(Path(name), create)
        database = Database(_file(name), name)
    try:
        _migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def _file(path: str) -> Engine:
    url = sa.URL.create("sqlite", database=path)
    engine = sa.create_engine(url, connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        # The driver's own transactions start at the first write, too late to wait for the lock.
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "cache_size=-65536",
            "temp_store=MEMORY",
            "wal_autocheckpoint=8000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(conn: Connection) -> None:
        writing = conn.get_execution_options().get("detente_write", False)
        conn.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _server(url: str) -> Engine:
    try:
        return sa.create_engine(url, paramstyle="format")
    except ImportError as error:
        raise ArchiveError(
            f"archive {url.split('@')[-1]!r}: no driver for PostgreSQL", "install `psycopg`"
        ) from error


def _check_file(path: Path, create: bool) -> None:
    """Refuse what SQLite would only refuse later, or with words that help nobody."""
    if path.is_dir():
        raise ArchiveError(f"archive {str(path)!r}: it is a folder", "name a file inside it")
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except FileNotFoundError as error:
        if not create:
            raise ArchiveError(
                f"archive {str(path)!r}: no such file", f"make one with `detente init {path}`"
            ) from error
        if not path.parent.is_dir():
            raise ArchiveError(
                f"archive {str(path)!r}: there is no folder {str(path.parent)!r}", "make it first"
            ) from error
        return
    except OSError as error:
        raise ArchiveError(
            f"archive {str(path)!r}: it cannot be opened ({error.strerror})", "check its permissions"
        ) from error
    if head and head != _HEADER:
        raise ArchiveError(
            f"archive {str(path)!r}: it is not an archive, and was left as it is",
            "name another file, or restore this one from a copy",
        )


def _migrate(database: Database) -> None:
    """Bring the schema up to the newest migration; nothing is written when it is there already."""
    with database.read() as conn:
        found = _schema(conn, database)
    if found > newest():
        raise ArchiveError(
            f"archive {database.name!r}: it has schema {found}, this detente knows {newest()}",
            "open it with the newer detente that wrote it",
        )
    if found == newest():
        return
    with database.write() as conn:
        found = _schema(conn, database)  # another process may have been faster
        for migration in migrations()[found:]:
            for statement in migration.statements(database.dialect):
                conn.exec_driver_sql(statement)
        if found == 0 and database.dialect == "sqlite":
            conn.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute(sa.delete(meta).where(meta.c.key == "schema"))
        conn.execute(sa.insert(meta).values(key="schema", value=str(newest())))


def _schema(conn: Connection, database: Database) -> int:
    """Return the number of the migration a database is at; 0 for an empty one."""
    tables = sa.inspect(conn).get_table_names()
    if not tables:
        return 0
    owner = APPLICATION_ID
    if database.dialect == "sqlite":
        owner = conn.exec_driver_sql("PRAGMA application_id").scalar_one()
    if owner != APPLICATION_ID or "meta" not in tables:
        raise ArchiveError(
            f"archive {database.name!r}: it is a database of another program, and was left as it is",
            "name another file",
        )
    value = conn.execute(sa.select(meta.c.value).where(meta.c.key == "schema")).scalar()
    if value is None or not value.isdecimal():
        raise ArchiveError(
            f"archive {database.name!r}: it does not say which schema it has", "restore it from a copy"
        )
    return int(value)


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn an error of the database into an ArchiveError that says what to do; others pass."""
    try:
        yield
    except DBAPIError as error:
        raise _archive_error(name, str(error.orig)) from error
    except sqlite3.DatabaseError as error:
        raise _archive_error(name, str(error)) from error


_REMEDIES = (
    (("malformed", "not a database", "corrupt"), "the file is damaged", "restore it from a copy"),
    (("full", "disk i/o"), "the disk is full or broken", "free some space and run the same command"),
    (("readonly", "read-only"), "it may not be written", "copy it to a folder you may write to"),
    (("unable to open",), "it cannot be opened", "check the permissions of the file and its folder"),
    (("locked", "busy"), "another program is writing to it", "wait for it to end and try again"),
)


def _archive_error(name: str, message: str) -> ArchiveError:
    message = " ".join(message.split())
    lower = message.lower()
    for signs, what, remedy in _REMEDIES:
        if any(sign in lower for sign in signs):
            return ArchiveError(f"archive {name!r}: {what} ({message})", remedy)
    return ArchiveError(f"archive {name!r}: the database failed: {message}")
