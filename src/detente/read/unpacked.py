"""Compressed bytes become plain ones as a stream, under caps on size and ratio.

A gzip of one repeated byte packs a thousand to one, so a file of a few megabytes can fill a disk. What
unpacks to more than `MAX_RATIO` times its packed size, beyond the first `MAX_BYTES`, is refused at
that byte; nothing is ever unpacked ahead of what is asked for.
"""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO, Protocol

from detente.errors import InputError, TooLarge, UnreadableInput
from detente.read.limits import MAX_BYTES, MAX_RATIO, MAX_UNPACKED

_CHUNK = 1 << 16
GZIP = b"\x1f\x8b"
_ANY_HEADER = 32 + zlib.MAX_WBITS


class _Inflater(Protocol):
    """What `zlib.decompressobj` returns."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


def too_packed(path: str, packed: int, plain: int) -> TooLarge | None:
    """Return why so few bytes may not become so many; None when they may."""
    if plain > MAX_UNPACKED or plain > MAX_BYTES + MAX_RATIO * packed:
        what = f"{path}: {packed:,} packed bytes become more than {plain:,}: a decompression bomb"
        return TooLarge(what, "leave it out")
    return None


class Gunzip(io.RawIOBase):
    """A stream of what a gzip stream holds, all its members one after the other.

    Reading raises `TooLarge` at a bomb and `UnreadableInput` where the data are corrupt or stop early.
    What was unpacked before is returned first.
    """

    def __init__(self, stream: BinaryIO, path: str) -> None:
        super().__init__()
        self._stream = stream
        self._path = path
        self._inflater: _Inflater = zlib.decompressobj(_ANY_HEADER)
        self._rest = b""
        self._packed = 0
        self._plain = 0
        self._begun = False
        self._problem: InputError | None = None

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer and return how many bytes it got; 0 at the end."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._next(len(view))
        view[: len(data)] = data
        return len(data)

    def _next(self, wanted: int) -> bytes:
        while True:
            if self._problem:
                raise self._problem
            if self._inflater.eof:
                self._rest = self._inflater.unused_data
                self._inflater = zlib.decompressobj(_ANY_HEADER)
                self._begun = False
            if not self._rest:
                self._rest = self._stream.read(_CHUNK)
                self._packed += len(self._rest)
                if not self._rest:
                    if self._begun:
                        self._fail("it stops in the middle of its compressed data")
                        continue
                    return b""
            if not self._begun and not self._rest.strip(b"\x00"):
                self._rest = b""  # padding after the last member, which gzip allows
                continue
            self._begun = True
            try:
                data = self._inflater.decompress(self._rest, max(1, wanted))
            except zlib.error as error:
                self._fail(f"its compressed data are corrupt ({error})")
                continue
            self._rest = self._inflater.unconsumed_tail
            self._plain += len(data)
            self._problem = too_packed(self._path, self._packed, self._plain)
            if data:
                return data

    def _fail(self, why: str) -> None:
        self._problem = UnreadableInput(f"{self._path}: {why}", "get a whole copy of it")


def gunzipped(stream: BinaryIO, path: str) -> BinaryIO:
    """Return a buffered stream of what a gzip stream holds; see `Gunzip` for its errors."""
    return io.BufferedReader(Gunzip(stream, path), _CHUNK)


def inflated(data: bytes, coding: str, path: str, limit: int) -> bytes:
    """Return the bytes of an HTTP body or attachment behind a content coding, at most `limit`.

    Codings: gzip, x-gzip, deflate (with and without its header), br where `brotli` is installed,
    identity. Raises `TooLarge` at a bomb or beyond the limit, `UnreadableInput` for corrupt data and
    unknown codings. Data that stop early give what there is.
    """
    name = coding.strip().lower()
    if name in ("", "identity", "none", "utf-8"):
        return data
    if name not in ("gzip", "x-gzip", "deflate", "br"):
        raise UnreadableInput(f"{path}: unknown content coding {name[:40]!r}", "save it without coding")
    if name == "br":
        return _unbrotlied(data, path, limit)
    widths = (_ANY_HEADER, -zlib.MAX_WBITS) if name == "deflate" else (_ANY_HEADER,)
    problem: zlib.error | None = None
    for width in widths:
        inflater = zlib.decompressobj(width)
        try:
            plain = inflater.decompress(data, limit + 1)
        except zlib.error as error:
            problem = error
            continue
        return _within(plain, data, path, limit)
    raise UnreadableInput(f"{path}: its {name} data are corrupt ({problem})", "get a whole copy of it")


def _unbrotlied(data: bytes, path: str, limit: int) -> bytes:
    try:
        import brotli  # type: ignore[import-untyped]
    except ImportError as error:
        raise UnreadableInput(
            f"{path}: content coding br, and no `brotli` to read it", "`pip install brotli`"
        ) from error
    inflater = brotli.Decompressor()
    try:
        plain = inflater.process(data, output_buffer_limit=limit + 1)
        while len(plain) <= limit and not inflater.can_accept_more_data():
            more = inflater.process(b"", output_buffer_limit=limit + 1 - len(plain))
            if not more:
                break
            plain += more
    except brotli.error as error:
        raise UnreadableInput(f"{path}: its br data are corrupt", "get a whole copy of it") from error
    return _within(plain, data, path, limit)


def _within(plain: bytes, data: bytes, path: str, limit: int) -> bytes:
    if problem := too_packed(path, len(data), len(plain)):
        raise problem
    if len(plain) > limit:
        raise TooLarge(f"{path}: it unpacks to more than {limit // 1_000_000} MB", "leave it out")
    return plain
