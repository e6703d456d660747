"""An open archive: a connection inside a transaction, to read or to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import Connection

from detente.errors import ArchiveError
from detente.store import open_database


class Session:
    """A database that is open until it is closed; what an archive does is built on it."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._database = open_database(path, create=create)
        self._closed = False

    @property
    def path(self) -> str:
        """Return the path or address it was opened with."""
        return self._database.name

    def close(self) -> None:
        """Close it; closing twice does nothing."""
        if not self._closed:
            self._closed = True
            self._database.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give one state of the archive to read queries of `detente.query` from."""
        self._check_open()
        with self._database.read() as conn:
            yield conn

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_open()
        with self._database.write() as conn:
            yield conn

    def _check_open(self) -> None:
        if self._closed:
            raise ArchiveError(f"archive {self.path!r}: it is closed", "open it again")
