"""What a file says of one term in office, before it is known whom and which office it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

from detente.errors import RegistryError

MAX_LINE = 4 * 1024 * 1024
"""Bytes of a line; an entity of Wikidata with all its labels has less."""
MAX_WHOLE = 64 * 1024 * 1024
"""Bytes of a file whose format can only be read as a whole."""
MAX_TERMS = 200_000
"""Terms of one import; a registry is kept in memory."""


@dataclass(frozen=True, slots=True)
class RawTerm:
    """One term as a file gives it; every text stripped, empty for what it does not say."""

    where: str
    """The place in the file: "line 12", "chief sy-2010-ford"."""
    person: str
    """Name of the holder."""
    title: str = ""
    """The office as it is written."""
    state: str = ""
    """Its state or organisation, as code or name."""
    start: str = ""
    """First day, as ISO text of any precision."""
    end: str = ""
    """Last day."""
    key: str = ""
    """What tells the person from namesakes in this file."""
    office: str = ""
    """Key of the office, whole (`USA:foreign-minister`) or without its state."""
    gender: Literal["f", "m"] | None = None
    """As the file says."""
    forms: tuple[str, ...] = ()
    """Other names of the person."""
    note: str = ""
    """What kind of record it rests on."""
    home: str = ""
    """The person's own state, where it is another than the office's."""


@dataclass(frozen=True, slots=True)
class RawActor:
    """A body or organisation as a file gives it."""

    where: str
    """The place in the file."""
    kind: Literal["body", "organisation"]
    """What it is; a body without a state becomes an organisation."""
    name: str
    """Its name."""
    state: str = ""
    """The state it belongs to, as code or name."""
    forms: tuple[str, ...] = ()
    """Other names."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a place of a file was not taken over."""

    where: str
    """The place in the file."""
    reason: str
    """What is wrong with it."""

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


Item = RawTerm | RawActor | Fault
"""What a reader of a format yields."""


def lines_of(file: BinaryIO, name: str) -> Iterator[tuple[int, str]]:
    """Yield (number, text) of the lines of a file, one at a time in memory.

    Raises RegistryError for a line that is too long and for one that is not UTF-8, with its number.
    """
    number = 0
    while raw := file.readline(MAX_LINE + 1):
        number += 1
        if len(raw) > MAX_LINE:
            raise RegistryError(
                f"{name} line {number}: longer than {MAX_LINE} bytes", "give one record a line"
            )
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise RegistryError(
                f"{name} line {number}: byte {error.start + 1} is not UTF-8", "save the file as UTF-8"
            ) from error
        yield number, text.rstrip("\r\n")


def whole(file: BinaryIO, name: str) -> bytes:
    """Return all of a file; raises RegistryError for one too large to be read as a whole."""
    content = file.read(MAX_WHOLE + 1)
    if len(content) > MAX_WHOLE:
        raise RegistryError(
            f"{name}: larger than {MAX_WHOLE // 1024 // 1024} MB, and this format is read as a whole",
            "cut it into parts, or turn it into csv",
        )
    return content


def iso(text: str) -> str:
    """Return ISO text out of the ways files write dates; what is none is returned as it is.

    >>> iso("+2004-03-09T00:00:00Z"), iso("2004-03-00"), iso("2004-00-00"), iso("1999-1-5"), iso("soon")
    ('2004-03-09', '2004-03', '2004', '1999-01-05', 'soon')
    """
    text = text.strip().lstrip("+").partition("T")[0]
    parts = text.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return text
    kept = [parts[0].zfill(4), *(part.zfill(2) for part in parts[1:])]
    while len(kept) > 1 and kept[-1] == "00":
        kept.pop()
    return "-".join(kept)
