"""Bytes become a file that is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.errors import UnreadableInput


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside the wanted one to write to; it takes its place when the block ends well.

    When the block raises, what was there stays as it was and nothing is left over. Raises
    UnreadableInput where the folder is not there or may not be written to.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise UnreadableInput(
            f"{path}: it cannot be written ({error.strerror})", "name a file in a folder of yours"
        ) from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(_mode())
        part.replace(path)
    except IsADirectoryError as error:
        raise UnreadableInput(f"{path}: it is a folder", "name a file inside it") from error
    finally:
        part.unlink(missing_ok=True)


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write texts one after another as UTF-8. The file is whole or not there.

    What UTF-8 cannot hold (half of a surrogate pair) becomes a question mark.
    """
    with (
        whole_file(path) as part,
        part.open("w", encoding="utf-8", errors="replace", newline="") as file,
    ):
        file.writelines(pieces)


def bytes_of(write: Callable[[Path], object]) -> bytes:
    """Return what a writer that needs a file writes, for standard output or an answer over HTTP."""
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        path = Path(folder) / "export"
        write(path)
        return path.read_bytes()


def _mode() -> int:
    """Return the mode that a new file has here: `mkstemp` makes them for their owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
