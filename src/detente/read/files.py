"""Paths and bytes become articles: formats told apart, folders opened, failures yielded as rows.

Nothing here raises for a bad input: what cannot be read is yielded as an `InputError`, and the inputs
after it are read.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.errors import EmptyInput, InputError, UnreadableInput
from detente.read.articles import article_of
from detente.read.formats import NO_ARTICLE, Kind, addresses_of, raws_of
from detente.read.inputs import Address, Raw
from detente.read.limits import MAX_BYTES
from detente.read.names import shown
from detente.records import Article

_STDIN = MAX_BYTES * 20


def find_inputs(paths: Iterable[str | Path]) -> list[str]:
    """Return the files that paths stand for: folders opened, sorted, each once; `-` kept.

    Hidden files and what is never an article (pictures, styles, scripts, archives of ours) are left
    out of folders; a path that is not there, and a folder that may not be opened, stays in the list,
    so that reading it yields the error.
    """
    found: dict[str, None] = {}
    for path in paths:
        text = str(path)
        if text != "-" and Path(text).is_dir():
            found.update(dict.fromkeys(_files_under(text)))
        else:
            found[text] = None
    return list(found)


def _files_under(folder: str) -> Iterator[str]:
    """Yield the files of a folder and its folders; a folder that cannot be opened is itself yielded."""
    try:
        with os.scandir(folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for child in children:
        if child.name.startswith("."):
            continue
        if child.is_dir(follow_symlinks=False):
            yield from _files_under(child.path)
        elif Path(child.name).suffix.lower() not in NO_ARTICLE and not child.is_dir():
            yield child.path


def read_path(path: str | Path) -> Iterator[Article | InputError]:
    """Yield an article, or what is wrong, for everything that a path holds.

    A text or HTML file gives one, a table, feed, mailbox or archive one an entry, a folder those of its
    files, `-` is standard input. Never raises `InputError`.
    """
    for raw in open_path(path):
        yield article_of(raw) if isinstance(raw, Raw) else raw


def open_path(path: str | Path) -> Iterator[Raw | InputError]:
    """Yield the raw pages that a path holds, and what is wrong with it; nothing is read of them yet.

    Files are told apart by how they begin, else by their suffix. Never raises `InputError`.
    """
    name = str(path)
    label = shown(name)
    if name == "-":
        yield from raws_of(io.BytesIO(sys.stdin.buffer.read(_STDIN + 1)), "-", "-")
        return
    problem = _not_a_file(name, label)
    if problem == "folder":
        yield from _open_folder(name, label)
    elif isinstance(problem, InputError):
        yield problem
    else:
        try:
            with Path(name).open("rb") as stream:
                yield from raws_of(stream, label, name)
        except OSError as error:
            yield UnreadableInput(f"{label}: {_why(error)}", "check the path and its permissions")


def read_addresses(path: str | Path) -> Iterator[Address | InputError]:
    """Yield the addresses that a file names: an OPML file, feed, sitemap, table or plain list.

    Never raises `InputError`.
    """
    name = str(path)
    label = shown(name)
    problem = _not_a_file(name, label)
    if problem:
        yield (
            problem
            if isinstance(problem, InputError)
            else UnreadableInput(f"{label}: a folder", "give a file")
        )
        return
    try:
        with Path(name).open("rb") as stream:
            yield from addresses_of(stream, label, name)
    except OSError as error:
        yield UnreadableInput(f"{label}: {_why(error)}", "check the path and its permissions")


def _not_a_file(name: str, label: str) -> InputError | str | None:
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError) as error:
        return UnreadableInput(f"{label}: {_why(error)}", "check the path and its permissions")
    if stat.S_ISDIR(mode):
        return "folder"
    if not stat.S_ISREG(mode):
        return UnreadableInput(
            f"{label}: not a regular file", "give a file, a folder or - for standard input"
        )
    return None


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to open it"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return str(getattr(error, "strerror", None) or error).splitlines()[0].lower()


def _open_folder(name: str, label: str) -> Iterator[Raw | InputError]:
    try:
        with os.scandir(name) as entries:
            next(entries, None)
    except OSError as error:
        yield UnreadableInput(f"{label}: {_why(error)}", "check the folder's permissions")
        return
    files = [file for file in _files_under(name) if file != name]
    if not files:
        yield EmptyInput(
            f"{label}: no file to read in this folder", "give a folder that holds articles"
        )
    for file in files:
        yield from open_path(file)


def read_bytes(
    data: bytes, path: str = "-", format: Kind | None = None
) -> Iterator[Article | InputError]:
    """Yield the articles of a file, out of its bytes.

    Without a format the bytes are looked at (`formats.kind_of`). Never raises `InputError`.

    >>> [article.title for article in read_bytes(b"# Talks\\n\\nMinisters met in Oslo on Monday.")]
    ['Talks']
    """
    for raw in open_bytes(data, path, format):
        yield article_of(raw) if isinstance(raw, Raw) else raw


def open_bytes(data: bytes, path: str = "-", format: Kind | None = None) -> Iterator[Raw | InputError]:
    """Yield the raw pages of a file, out of its bytes. Never raises `InputError`."""
    yield from raws_of(io.BytesIO(data), shown(path), "-", format)
