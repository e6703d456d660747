"""Answers become WARC files: a record for the request and one for the response, each packed alone.

WARC 1.1 (ISO 28500:2017). Each run writes a file of its own, so what a killed run leaves half written
is the end of a file and hides nothing behind it.
"""

from __future__ import annotations

import gzip
from base64 import b32encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b, sha1
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit
from uuid import UUID

from detente.collect.fetching import Fetched
from detente.errors import FetchError

MAX_FILE = 1_000_000_000
"""Bytes after which the next record begins a new file."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a response was written."""

    path: Path
    """The WARC file."""
    offset: int
    """First byte of the record."""
    record: bytes
    """The packed record, as it lies in the file."""

    @property
    def label(self) -> str:
        """Return the name under which it is read: file and offset."""
        return f"{self.path}@{self.offset}"


class WarcWriter:
    """Writes the answers of one run into a folder. `close` it."""

    def __init__(
        self, folder: Path, agent: str, now: Callable[[], datetime], max_file: int = MAX_FILE
    ) -> None:
        self._folder = folder
        self._agent = agent
        self._now = now
        self._max_file = max_file
        self._file: BinaryIO | None = None
        self._path = folder
        self._count = 0

    def write(self, fetched: Fetched) -> Written:
        """Write an answer and return where; it is on the disk when this returns."""
        stamp = self._stamp()
        file = self._opened(stamp)
        self._count += 1
        key = f"{stamp} {fetched.url} {self._path.name} {self._count}"
        response_id, request_id = _record_id(key, "response"), _record_id(key, "request")
        more = [("WARC-Truncated", fetched.truncated)] if fetched.truncated else []
        block = _response_block(fetched)
        payload = b32encode(sha1(fetched.body, usedforsecurity=False).digest()).decode()
        response = _packed(
            "response", response_id, stamp, fetched.url, "application/http; msgtype=response", block,
            [*more, ("WARC-Payload-Digest", f"sha1:{payload}")],
        )  # fmt: skip
        request = _packed(
            "request", request_id, stamp, fetched.url, "application/http; msgtype=request",
            _request_block(fetched), [("WARC-Concurrent-To", response_id)],
        )  # fmt: skip
        file.write(request)
        offset = file.tell()
        file.write(response)
        file.flush()
        return Written(self._path, offset, response)

    def _opened(self, stamp: str) -> BinaryIO:
        if self._file and self._file.tell() > self._max_file:
            self.close()
        if self._file is None:
            day = stamp[:10].replace("-", "")
            number = 1
            while True:
                self._path = self._folder / f"detente-{day}-{number:05}.warc.gz"
                try:
                    self._file = self._path.open("xb")
                    break
                except FileExistsError:
                    number += 1
                except OSError as error:
                    raise FetchError(
                        f"{self._path}: it cannot be written ({error.strerror})",
                        "check the folder and the free space",
                    ) from error
            note = f"software: {self._agent}\r\nformat: WARC File Format 1.1\r\n".encode()
            info_id = _record_id(f"{stamp} {self._path.name}", "warcinfo")
            name = [("WARC-Filename", self._path.name)]
            self._file.write(
                _packed("warcinfo", info_id, stamp, None, "application/warc-fields", note, name)
            )
        return self._file

    def _stamp(self) -> str:
        return self._now().strftime("%Y-%m-%dT%H:%M:%SZ")

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        if self._file:
            self._file.close()
            self._file = None


def _record_id(key: str, kind: str) -> str:
    made = UUID(bytes=blake2b(f"{kind} {key}".encode(), digest_size=16).digest(), version=4)
    return f"<urn:uuid:{made}>"


def _packed(
    kind: str,
    record_id: str,
    stamp: str,
    url: str | None,
    content_type: str,
    block: bytes,
    more: list[tuple[str, str]],
) -> bytes:
    digest = b32encode(sha1(block, usedforsecurity=False).digest()).decode()
    headers = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", stamp),
        *([("WARC-Target-URI", url)] if url else []),
        *more,
        ("WARC-Block-Digest", f"sha1:{digest}"),
        ("Content-Type", content_type),
        ("Content-Length", str(len(block))),
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return gzip.compress(b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n", mtime=0)


def _response_block(fetched: Fetched) -> bytes:
    """Write the answer as it came, but for its chunks, which the client has joined already."""
    kept = [(name, value) for name, value in fetched.headers if name.lower() != "transfer-encoding"]
    lines = [
        f"HTTP/1.1 {fetched.status} {fetched.reason}",
        *(f"{name}: {value}" for name, value in kept),
    ]
    head = "\r\n".join(line.replace("\r", " ").replace("\n", " ") for line in lines)
    return head.encode("latin-1", "replace") + b"\r\n\r\n" + fetched.body


def _request_block(fetched: Fetched) -> bytes:
    parts = urlsplit(fetched.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [f"GET {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fetched.request)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
