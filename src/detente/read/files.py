"""Paths and bytes become articles: formats told apart, folders opened, failures yielded as rows.

Nothing here raises for a bad input: what cannot be read is yielded as an `InputError`, and the inputs
after it are read.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from detente.errors import EmptyInput, InputError, TooLarge, UnreadableInput
from detente.read.decode import decode
from detente.read.html import article_of_html
from detente.read.limits import MAX_BYTES
from detente.read.names import shown
from detente.read.tables import articles_of_csv, articles_of_json, articles_of_jsonl, csv_header
from detente.read.text import Format, Given, article_of_text
from detente.records import Article

_SUFFIXES: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
_NO_ARTICLE = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".svg",
        ".webp",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".avif",
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp3",
        ".mp4",
        ".webm",
        ".ogg",
        ".wav",
        ".m4a",
        ".avi",
        ".mov",
        ".db",
        ".sqlite",
        ".db-wal",
        ".db-shm",
        ".pyc",
        ".lock",
    ]
)
_MARKUP = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|meta|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHUNK = 1 << 20


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
        elif Path(child.name).suffix.lower() not in _NO_ARTICLE and not child.is_dir():
            yield child.path


def read_path(path: str | Path) -> Iterator[Article | InputError]:
    """Yield an article, or what is wrong, for everything that a path holds.

    A text or HTML file gives one, a table one a row, a folder those of its files, `-` is standard
    input. Files are told apart by their suffix, else by how they begin. Never raises `InputError`.
    """
    name = str(path)
    if name == "-":
        yield from read_bytes(sys.stdin.buffer.read(MAX_BYTES * 20 + 1), "-")
        return
    label = shown(name)
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError) as error:
        yield UnreadableInput(f"{label}: {_why(error)}", "check the path and its permissions")
        return
    if stat.S_ISDIR(mode):
        yield from _read_folder(name, label)
        return
    if not stat.S_ISREG(mode):
        yield UnreadableInput(
            f"{label}: not a regular file", "give a file, a folder or - for standard input"
        )
        return
    try:
        with Path(name).open("rb") as stream:
            yield from _read_stream(stream, name, label)
    except OSError as error:
        yield UnreadableInput(f"{label}: {_why(error)}", "check the path and its permissions")


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to open it"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return str(getattr(error, "strerror", None) or error).splitlines()[0].lower()


def _read_folder(name: str, label: str) -> Iterator[Article | InputError]:
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
        yield from read_path(file)


def _read_stream(stream: BinaryIO, name: str, label: str) -> Iterator[Article | InputError]:
    suffix = Path(name).suffix.lower()
    form = _SUFFIXES.get(suffix)
    if form == "csv":
        yield from articles_of_csv(stream, label)
        return
    if form == "jsonl" and suffix != ".json":
        yield from articles_of_jsonl(stream, label)
        return
    data = stream.read(MAX_BYTES + 1)
    if form is None and _looks_jsonl(data[:_CHUNK]):
        stream.seek(0)
        yield from articles_of_jsonl(stream, label)
        return
    yield from read_bytes(data, label, form)


def read_bytes(
    data: bytes, path: str = "-", format: Format | None = None
) -> Iterator[Article | InputError]:
    """Yield the article of a text or HTML page, or those of a table, out of its bytes.

    Without a format the bytes are looked at: HTML by its first tag, JSON by its first brace, CSV by
    a header that names our fields; everything else is text. Never raises `InputError`.

    >>> [article.title for article in read_bytes(b"# Talks\\n\\nMinisters met in Oslo on Monday.")]
    ['Talks']
    """
    path = shown(path)
    try:
        form = format or _format_of(data)
        if form == "jsonl":
            yield from articles_of_json(data, path)
        elif form == "csv":
            yield from articles_of_csv(data, path)
        else:
            yield _one(data, path, form)
    except InputError as error:
        yield error


def _one(data: bytes, path: str, form: Format) -> Article:
    if not data.strip():
        raise EmptyInput(f"{path}: the input is empty", "leave it out, or check how it was saved")
    if len(data) > MAX_BYTES:
        what = f"{path}: more than {MAX_BYTES // 1_000_000} MB, the limit for one article"
        raise TooLarge(what, "split it, or give a table (.jsonl, .csv) with one article a row")
    digest = sha256(data).hexdigest()
    decoded = decode(data, path, html=form == "html")
    given = Given(warnings=decoded.warnings)
    if form == "html":
        return article_of_html(decoded.text, path, digest, "html", decoded.encoding, given)
    return article_of_text(decoded.text, path, digest, "text", decoded.encoding, given)


def _format_of(data: bytes) -> Format:
    head = data[:_CHUNK]
    text = head[:4000].decode("utf-8", "replace").lstrip("\ufeff")
    if _MARKUP.match(text):
        return "html"
    if _looks_jsonl(head) or re.match(rb"\s*\[\s*\{\s*\"", head):
        return "jsonl"
    return "csv" if csv_header(text) else "text"


def _looks_jsonl(head: bytes) -> bool:
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", head))
