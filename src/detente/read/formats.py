"""Formats told apart, by how a file begins and else by its suffix, and each opened by its reader.

Two questions are asked of every format: which raw pages does it hold (`raws_of`), and which addresses
does it name (`addresses_of`).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import PurePath
from typing import BinaryIO, Literal

from detente.errors import EmptyInput, InputError, Skipped, TooLarge
from detente.read.decode import decode
from detente.read.feeds import addresses_of_feed, feed_of, is_json_feed, raws_of_feed
from detente.read.heads import head_of
from detente.read.inputs import Address, Passed, Raw, listed
from detente.read.limits import MAX_BYTES, MAX_MAIL, MAX_NESTING, MAX_PDF, MAX_XML
from detente.read.listings import (
    addresses_of_lines,
    addresses_of_opml,
    addresses_of_sitemap,
    is_list_of_addresses,
)
from detente.read.mail import is_mail, is_mbox, raws_of_mail, raws_of_mbox
from detente.read.rowed import addresses_of_rows, given_by, raws_of_rows
from detente.read.tables import (
    Row,
    csv_header,
    one_row_a_line,
    rows_of_csv,
    rows_of_json,
    rows_of_jsonl,
)
from detente.read.unpacked import GZIP, gunzipped
from detente.read.warc import raws_of_warc
from detente.read.zips import members_of

Kind = Literal[
    "text", "html", "jsonl", "json", "csv", "feed", "opml", "sitemap", "addresses", "warc", "mail",
    "mbox", "pdf", "zip", "gzip",
]  # fmt: skip
"""A format that is read."""
_SUFFIXES: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv", ".eml": "mail", ".mbox": "mbox",
}  # fmt: skip
NO_ARTICLE = frozenset({
    ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".ico", ".bmp", ".tif", ".tiff", ".avif",
    ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4",
    ".webm", ".ogg", ".wav", ".m4a", ".avi", ".mov", ".db", ".sqlite", ".db-wal", ".db-shm", ".pyc",
    ".lock",
})  # fmt: skip
"""Suffixes of what is never an article and is passed over in folders and archives."""
_MARKUP = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|meta|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(
    r"\A\ufeff?\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,5000}?-->\s*|"
    r"<!DOCTYPE[^>\[]{0,500}(?:\[.{0,5000}?\])?\s*>\s*){0,20}"
    r"<(?:\w+:)?(rss|feed|rdf|opml|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_OF_ROOT: dict[str, Kind] = {
    "rss": "feed", "feed": "feed", "rdf": "feed", "opml": "opml", "urlset": "sitemap",
    "sitemapindex": "sitemap",
}  # fmt: skip
_HEAD = 1 << 20
_HEADS = (b"---", b"Tit")
_CAPS: dict[Kind, int] = {
    "pdf": MAX_PDF, "mail": MAX_MAIL, "feed": MAX_XML, "opml": MAX_XML, "sitemap": MAX_XML,
}  # fmt: skip


def kind_of(head: bytes, name: str) -> Kind:
    """Return the format of a file, given its first megabyte and its name.

    What the bytes say wins over the suffix, but for tables and pages whose suffix says so.

    >>> kind_of(b"<rss version='2.0'>", "news.txt"), kind_of(b"Ministers met", "a.txt")
    ('feed', 'text')
    """
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024].lstrip()[:8]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(GZIP):
        return "gzip"
    if re.match(rb"\s*WARC/[01]\.\d", head):
        return "warc"
    suffix = PurePath(name).suffix.lower()
    text = _start(head)
    if root := _ROOT.match(text):
        return _OF_ROOT[root[1].lower()]
    by_name = _SUFFIXES.get(suffix)
    if by_name == "json" or (by_name is None and re.match(rb"(?:\xef\xbb\xbf)?\s*[\[{]", head)):
        if _json_feed(head):
            return "feed"
        if by_name == "json":
            return "json"
    if by_name:
        return by_name
    if _MARKUP.match(text):
        return "html"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", head):
        return "jsonl" if one_row_a_line(head) else "json"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{\s*\"", head):
        return "json"
    if is_mbox(head):
        return "mbox"
    if is_mail(head):
        return "mail"
    if csv_header(text):
        return "csv"
    return "addresses" if is_list_of_addresses(text[: text.rfind("\n") + 1] or text) else "text"


def _start(head: bytes) -> str:
    """Return the beginning of a file as far as its format shows, in whatever encoding it is."""
    piece = head[:20_000]
    if piece[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return piece[: len(piece) // 2 * 2].decode("utf-16", "replace").lstrip("\ufeff")
    return piece.decode("utf-8", "replace").lstrip("\ufeff")


def _json_feed(head: bytes) -> bool:
    """Say whether JSON begins as a feed; `version` may stand after the entries in a small one."""
    if b"jsonfeed.org/version" not in head[:_HEAD].replace(b"\\/", b"/"):
        return False
    try:
        return is_json_feed(json.loads(head.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return len(head) >= _HEAD and b"jsonfeed.org/version" in head[:2000].replace(b"\\/", b"/")


def raws_of(
    stream: BinaryIO, label: str, name: str, kind: Kind | None = None, depth: int = 0
) -> Iterator[Raw | InputError]:
    """Yield every raw page that a stream holds, and what is wrong with what it should hold.

    `label` names it in messages, `name` is the name of its file. A stream that can be sought is needed
    only for a ZIP archive. Never raises `InputError`.
    """
    told = False
    try:
        for one in _raws_of(stream, label, name, kind, depth):
            told = True
            yield one
    except InputError as error:
        told = True
        yield error
    if not told:
        yield EmptyInput(f"{label}: nothing in it is read", "leave it out, or check how it was saved")


def _raws_of(
    stream: BinaryIO, label: str, name: str, kind: Kind | None, depth: int
) -> Iterator[Raw | InputError]:
    stream, kind = _peeked(stream, name, kind)
    if kind in ("zip", "gzip") and depth >= MAX_NESTING:
        raise TooLarge(f"{label}: archives inside archives", "unpack it and give the files")
    if kind == "gzip":
        yield from raws_of(gunzipped(stream, label), label, _inner(name), None, depth + 1)
    elif kind == "zip":
        yield from _raws_of_zip(stream, label, depth)
    elif kind == "warc":
        yield from raws_of_warc(stream, label)
    elif kind == "mbox":
        yield from raws_of_mbox(stream, label)
    elif kind in ("csv", "jsonl"):
        yield from raws_of_rows(_rows(stream, label, kind), label, kind)
    else:
        yield from _raws_of_whole(_whole(stream, label, kind), label, kind)


def _raws_of_whole(data: bytes, label: str, kind: Kind) -> Iterator[Raw | InputError]:
    """Yield the pages of a format that is read in one piece."""
    if not data.strip():
        raise EmptyInput(f"{label}: the input is empty", "leave it out, or check how it was saved")
    if kind == "json":
        yield from raws_of_rows(rows_of_json(data, label), label, "jsonl")
    elif kind == "feed":
        yield from raws_of_feed(data, label)
    elif kind == "mail":
        yield from raws_of_mail(data, label)
    elif kind == "opml":
        yield _listed(label, len(list(addresses_of_opml(data, label))), "feed")
    elif kind == "sitemap":
        found = list(addresses_of_sitemap(data, label))
        maps = bool(found) and found[0].kind == "sitemap"
        yield _listed(label, len(found), "sitemap" if maps else "page")
    elif kind == "addresses":
        text = decode(data, label).text
        yield _listed(label, len(list(addresses_of_lines(text, label))), "address")
    elif kind == "pdf":
        yield Raw(data, label, "pdf", "pdf")
    elif kind == "html":
        yield Raw(data, label, "html", "html")
    else:
        yield _text(data, label)


def _text(data: bytes, label: str) -> Raw:
    """Return a text with what its head says of it; a head in another encoding is left in the text."""
    found = None
    if data[:6].removeprefix(b"\xef\xbb\xbf")[:3] in _HEADS:
        with suppress(UnicodeDecodeError):
            found = head_of(data.decode("utf-8"))
    if found is None or not found[1].strip():
        return Raw(data, label, "text", "text")
    fields, text = found
    return Raw(text, label, "text", "text", given_by(fields), sha256(data).hexdigest())


def _listed(label: str, number: int, what: str) -> InputError:
    if not number:
        return EmptyInput(f"{label}: a list without an address", "leave it out")
    return listed(label, number, what)


def _raws_of_zip(stream: BinaryIO, label: str, depth: int) -> Iterator[Raw | InputError]:
    passed = Passed(label)
    for member in members_of(stream, label, passed):
        if isinstance(member, InputError):
            yield member
            continue
        name, where, inside = member
        suffix = PurePath(name).suffix.lower()
        if suffix in NO_ARTICLE:
            passed.add(f"{suffix} files")
        else:
            yield from raws_of(inside, where, name, None, depth + 1)
    yield from passed.told()


def addresses_of(stream: BinaryIO, label: str, name: str) -> Iterator[Address | InputError]:
    """Yield the addresses that a list, feed, sitemap or table names; `Skipped` where it names none.

    Never raises `InputError`.
    """
    try:
        found = False
        for one in _addresses_of(stream, label, name, 0):
            found = True
            yield one
        if not found:
            yield Skipped(
                f"{label}: no address in it", "give a feed, sitemap, OPML file, table or list"
            )
    except InputError as error:
        yield error


def _addresses_of(
    stream: BinaryIO, label: str, name: str, depth: int
) -> Iterator[Address | InputError]:
    stream, kind = _peeked(stream, name, None)
    if kind == "gzip" and depth < MAX_NESTING:
        yield from _addresses_of(gunzipped(stream, label), label, _inner(name), depth + 1)
        return
    if kind in ("csv", "jsonl"):
        yield from addresses_of_rows(_rows(stream, label, kind), label)
        return
    if kind in ("zip", "gzip", "warc", "mail", "mbox", "pdf", "html"):
        raise Skipped(f"{label}: no list of addresses", "`detente add` reads what is in it")
    data = _whole(stream, label, kind)
    if kind == "json":
        yield from addresses_of_rows(rows_of_json(data, label), label)
    elif kind == "feed":
        yield from addresses_of_feed(data, label)
    elif kind == "opml":
        yield from addresses_of_opml(data, label)
    elif kind == "sitemap":
        yield from addresses_of_sitemap(data, label)
    else:
        yield from addresses_of_lines(decode(data, label).text, label)


def _peeked(stream: BinaryIO, name: str, kind: Kind | None) -> tuple[BinaryIO, Kind]:
    """Return a stream at its beginning and its format."""
    if kind is not None:
        return stream, kind
    problem: InputError | None = None
    try:
        head = _read_up_to(stream, _HEAD)
    except _Broken as error:  # what came before the damage is still read
        head, problem = error.head, error.problem
    if not head and problem:
        raise problem
    if len(head) < _HEAD and not problem:
        return io.BytesIO(head), kind_of(head, name)
    if stream.seekable():
        stream.seek(0)
        return stream, kind_of(head, name)
    return io.BufferedReader(_Again(head, stream)), kind_of(head, name)


class _Again(io.RawIOBase):
    """A stream whose beginning was read already, from its beginning."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer and return how many bytes it got; 0 at the end."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._head.read(len(view)) or self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)


class _Broken(Exception):
    """A stream that raised after some bytes; it raises the same again when it is read on."""

    def __init__(self, head: bytes, problem: InputError) -> None:
        super().__init__(head, problem)
        self.head = head
        self.problem = problem


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    """Read so many bytes, piece by piece: one long read would lose what came before an error."""
    read = getattr(stream, "read1", stream.read)
    parts: list[bytes] = []
    try:
        while size > 0 and (part := read(size)):
            parts.append(part)
            size -= len(part)
    except InputError as error:
        raise _Broken(b"".join(parts), error) from error
    return b"".join(parts)


def _whole(stream: BinaryIO, label: str, kind: Kind) -> bytes:
    """Return all of a stream. Raises `TooLarge` beyond the cap of its format."""
    limit = _CAPS.get(kind, 2 * MAX_BYTES if kind == "json" else MAX_BYTES)
    try:
        data = _read_up_to(stream, limit + 1)
    except _Broken as error:
        raise error.problem from error
    if len(data) > limit:
        what = f"{label}: more than {limit // 1_000_000} MB, the limit for one article"
        raise TooLarge(what, "split it, or give a table (.jsonl, .csv) with one article a row")
    return data


def _rows(stream: BinaryIO, label: str, kind: Kind) -> Iterator[Row | InputError]:
    return rows_of_csv(stream, label) if kind == "csv" else rows_of_jsonl(stream, label)


def _inner(name: str) -> str:
    """Return the name without the suffix of its compression: `a.html.gz` is `a.html`."""
    return name[: -len(".gz")] if name.lower().endswith(".gz") else name


__all__ = ["NO_ARTICLE", "Kind", "addresses_of", "feed_of", "kind_of", "raws_of"]
