"""A ZIP archive becomes the streams of its members, under caps; nothing is ever written to a disk.

Members' names are labels in messages and never paths: `../../etc/passwd` is a name like any other.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from detente.errors import EmptyInput, InputError, NotText, TooLarge
from detente.read.inputs import Passed
from detente.read.limits import MAX_MEMBERS
from detente.read.names import shown
from detente.read.unpacked import too_packed

_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/manifest.xml")
_REMEDY = "unpack it and give the files"


class Member(io.RawIOBase):
    """The stream of one member; reading raises `TooLarge` at a bomb and `NotText` at corrupt data."""

    def __init__(self, stream: BinaryIO, path: str, packed: int) -> None:
        super().__init__()
        self._stream = stream
        self._path = path
        self._packed = packed
        self._plain = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer and return how many bytes it got; 0 at the end."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._stream.read(len(view))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            reason = " ".join(str(error).split())[:100]
            raise NotText(f"{self._path}: a damaged member ({reason})", "get a whole copy") from error
        self._plain += len(data)
        if problem := too_packed(self._path, self._packed, self._plain):
            raise problem
        view[: len(data)] = data
        return len(data)


def members_of(
    stream: BinaryIO, path: str, passed: Passed
) -> Iterator[tuple[str, str, BinaryIO] | InputError]:
    """Yield (name, label, stream) of each member that is a file, in the order of the archive.

    A stream is good until the next is asked for. Folders and hidden files are passed over, links and
    locked members are counted. Raises `NotText` for a damaged archive, `TooLarge` for too many members.
    """
    try:
        archive = zipfile.ZipFile(stream)
        infos = archive.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
        OverflowError,
    ) as error:
        reason = " ".join(str(error).split())[:100]
        raise NotText(f"{path}: a damaged ZIP archive ({reason})", "get a whole copy") from error
    with archive:
        if len(infos) > MAX_MEMBERS:
            raise TooLarge(f"{path}: more than {MAX_MEMBERS:,} members", _REMEDY)
        if any(info.filename in _OFFICE for info in infos[:50]):
            raise NotText(f"{path}: an office document or e-book", "save it as PDF, HTML or text")
        names = [info for info in infos if not info.is_dir()]
        if not names:
            raise EmptyInput(f"{path}: the archive is empty", "leave it out")
        for info in names:
            parts = info.filename.replace("\\", "/").split("/")
            if any(part.startswith(".") and part.strip(".") for part in parts) or "__MACOSX" in parts:
                continue
            if stat.S_ISLNK(info.external_attr >> 16):
                passed.add("links")
                continue
            if info.flag_bits & 0x1:
                passed.add("locked members")
                continue
            label = f"{path}#{shown(info.filename)[:200]}"
            try:
                opened = archive.open(info)
            except (
                zipfile.BadZipFile,
                NotImplementedError,
                OSError,
                RuntimeError,
                ValueError,
            ) as error:
                reason = " ".join(str(error).split())[:100]
                yield NotText(f"{label}: a damaged member ({reason})", "get a whole copy")
                continue
            with opened:
                member = Member(cast(BinaryIO, opened), label, info.compress_size)
                yield parts[-1], label, io.BufferedReader(member)
