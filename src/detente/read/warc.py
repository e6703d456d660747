"""WARC files become raw pages, one a response, read as a stream.

WARC 1.0 and 1.1 (ISO 28500, https://iipc.github.io/warc-specifications/), plain or gzipped record by
record as crawlers and Common Crawl's news sets write them, and WET files of extracted text. Images,
redirects and errors are counted; requests and notes of the crawler are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from detente.errors import EmptyInput, InputError, UnreadableInput
from detente.read.inputs import Passed, Raw
from detente.read.limits import MAX_PDF
from detente.read.responses import raw_of_response, response_of
from detente.read.text import Given

_VERSION = re.compile(rb"\s*WARC/[01]\.\d")
_MAX_HEADERS = 200
_MAX_LINE = 65_536
_MAX_BLOCK = MAX_PDF + 300_000
_CHUNK = 1 << 20
_QUIET = frozenset({"warcinfo", "request", "metadata", "continuation"})


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a WARC file."""

    number: int
    """From 1, in the order of the file."""
    headers: dict[str, str]
    """By name in small letters."""
    block: bytes
    """Its content; at most as much as the largest page that is read."""
    whole: bool
    """Whether the block is all of the content."""

    @property
    def kind(self) -> str:
        """Return `WARC-Type`."""
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str | None:
        """Return `WARC-Target-URI`, without the angle brackets that old writers put around it."""
        url = self.headers.get("warc-target-uri", "").strip("<> ")
        return url if re.match(r"https?://\S+$", url) else None


def records_of(stream: BinaryIO, path: str) -> Iterator[Record | InputError]:
    """Yield the records of an unpacked WARC stream; at corrupt ones an error, then those after it."""
    number = 0
    lost = False
    while True:
        try:
            line = stream.readline(_MAX_LINE)
        except InputError as error:
            yield error
            return
        if not line:
            return
        if not _VERSION.match(line):
            if line.strip() and not lost:
                lost = True
                what = f"{path}: no WARC record after record {number}: the file is damaged there"
                yield UnreadableInput(what, "get a whole copy of it")
            continue
        lost = False
        number += 1
        try:
            record = _record(stream, number, f"{path}#{number}")
        except InputError as error:
            yield error
            if not isinstance(error, _Damaged):
                return
            continue
        yield record


class _Damaged(UnreadableInput):
    """A record that is damaged; the next may be whole."""


def _record(stream: BinaryIO, number: int, where: str) -> Record:
    headers: dict[str, str] = {}
    for _ in range(_MAX_HEADERS):
        line = stream.readline(_MAX_LINE)
        if not line.strip():
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers[name.strip().lower()] = value.strip()
    length = headers.get("content-length", "")
    if not re.fullmatch(r"\d{1,15}", length):
        raise _Damaged(f"{where}: a record without its length", "get a whole copy of it")
    wanted = min(int(length), _MAX_BLOCK)
    if headers.get("warc-type", "").lower() in _QUIET:
        wanted = 0
    block = _taken(stream, wanted)
    left = int(length) - len(block)
    short = len(block) < wanted
    while left > 0 and not short:
        part = stream.read(min(left, _CHUNK))
        short = not part
        left -= len(part)
    return Record(number, headers, block, not short and len(block) == int(length))


def _taken(stream: BinaryIO, size: int) -> bytes:
    """Read so many bytes, piece by piece: a length that lies must not cost memory."""
    parts: list[bytes] = []
    while size > 0:
        part = stream.read(min(size, _CHUNK))
        if not part:
            break
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def raws_of_warc(stream: BinaryIO, path: str) -> Iterator[Raw | InputError]:
    """Yield the page of each response, error or not, and one message on what holds none."""
    passed = Passed(path)
    seen = False
    for record in records_of(stream, path):
        if isinstance(record, InputError):
            seen = True
            yield record
            continue
        if record.kind in _QUIET:
            continue
        seen = True
        where = f"{path}#{record.number}"
        try:
            page = page_of(record, where)
        except InputError as error:
            yield error
            continue
        if isinstance(page, str):
            passed.add(page)
        else:
            yield page
    if not seen:
        yield EmptyInput(f"{path}: no page in it", "leave it out, or check how it was saved")
    yield from passed.told()


def page_of(record: Record, path: str) -> Raw | str:
    """Return the page in a record, or in a plural noun what it holds instead. Raises `InputError`."""
    kind = record.headers.get("content-type", "").lower()
    if record.kind == "response" and "http" in kind.split(";")[0]:
        page = raw_of_response(response_of(record.block, path), path, record.url)
    elif record.kind in ("resource", "response") and kind.startswith(("text/html", "text/plain")):
        form = "html" if "html" in kind else "text"
        given = Given(url=record.url)
        page = (
            Raw(record.block, path, "html", "html", given)
            if form == "html"
            else Raw(record.block, path, "text", "text", given)
        )
    elif record.kind == "conversion" and kind.startswith("text/plain"):
        page = Raw(record.block, path, "text", "text", Given(url=record.url))
    elif record.kind == "revisit":
        return "pages that had not changed"
    elif record.kind == "response":
        return f"responses of a type that is no page ({kind[:40] or 'none is said'})"
    else:
        return f"records of type {record.kind[:20] or 'unknown'}"
    if isinstance(page, Raw) and (not record.whole or "warc-truncated" in record.headers):
        return replace(page, cut_off=True, note="the crawler stored only the beginning of the page")
    return page
