"""The archive as one object; its parts are `building` and `asking`."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from detente.archive.asking import Asking
from detente.archive.building import Building


class Archive(Building, Asking):
    """An open archive. Use it in a `with`, or call `close`.

    Wherever a state is asked for, its ISO code or name will do; an actor is an id, a full name or a
    surname; an issue an id or a name; a day a `date` or its ISO text. Names that nobody knows raise
    UnknownName with those that are near. Every list is a `Rows`.

    Lists of rows take these by name: `states` (each must take part), `actor`, `issue`, `article`,
    `since` and `until` (when it happened), `as_of` (what was printed by then), `limit`.
    """

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Archive:
        """Return the archive at a path or `postgresql://` address, made when it is not there.

        Raises ArchiveError for a file that is damaged, of another program or of a newer detente, and
        without `create` for one that is not there.
        """
        return cls(path, create=create)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_archive(path: str | Path, *, create: bool = True) -> Archive:
    """Return the archive at a path or `postgresql://` address, made when it is not there.

    The same as `Archive.open`; it is `detente.open`.
    """
    return Archive(path, create=create)
