"""What a collection remembers between runs: a journal of JSON lines beside its WARC files.

It is not in the archive: an archive is made of articles, and may be made again out of the WARC files;
when a feed was last asked belongs to the files. The last line on an address wins, a line that a
killed run left half written is passed over, and opening the journal writes it anew without what is
old: nothing more is needed to go on where a run stopped.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

from detente.errors import FetchError

_NAME = "collection.jsonl"
Kind = Literal["page", "feed", "sitemap", "unknown"]


@dataclass(frozen=True, slots=True)
class Place:
    """An address and what is known of it. Times are seconds since 1970, 0 for never."""

    url: str
    """The address as it was given or listed."""
    kind: Kind = "unknown"
    """What is there; lists (feeds and sitemaps) are asked again, pages are not."""
    watched: bool = False
    """Whether it was given to be asked again and again."""
    etag: str = ""
    """`ETag` of the last answer, as sent."""
    modified: str = ""
    """`Last-Modified` of the last answer, as sent."""
    digest: str = ""
    """Hash of the last body: many servers ignore conditions."""
    listed: str = ""
    """What the list said of the page's last change when it was fetched."""
    asked: float = 0.0
    """When it was last asked."""
    due: float = 0.0
    """When it is to be asked next."""
    interval: float = 0.0
    """Seconds between two requests, as the list's pace has set it."""
    status: int = 0
    """The last status; 0 where there was no answer."""
    failures: int = 0
    """Failures in a row."""
    gone: bool = False
    """Whether it answered 410 and is not asked again."""
    moved_to: str = ""
    """Where 301 or 308 last sent; asked instead of `url` from the second time on."""
    moved: int = 0
    """How often in a row it was sent there."""
    error: str = ""
    """What was wrong the last time."""

    @property
    def current(self) -> str:
        """Return the address to ask."""
        return self.moved_to if self.moved >= 2 and self.moved_to else self.url


_DEFAULTS: dict[str, object] = {
    field.name: "" if field.name == "url" else field.default for field in dataclasses.fields(Place)
}


class State:
    """The places of a collection, by address. `close` it."""

    def __init__(self, folder: Path) -> None:
        self._places: dict[str, Place] = {}
        path = folder / _NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if path.exists():
                self._places = {place.url: place for place in _read(path)}
            self._file = _rewritten(path, self._places)
        except OSError as error:
            raise FetchError(
                f"{path}: it cannot be written ({error.strerror})", "name another folder with --folder"
            ) from error

    def get(self, url: str) -> Place | None:
        """Return what is known of an address."""
        return self._places.get(url)

    def put(self, place: Place) -> None:
        """Remember a place; it is on the disk when this returns."""
        self._places[place.url] = place
        self._file.write(_line(place))
        self._file.flush()

    def watched(self) -> list[Place]:
        """Return the places that are asked again and again, in order of their due times."""
        found = [place for place in self._places.values() if place.watched and not place.gone]
        return sorted(found, key=lambda place: (place.due, place.url))

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        """Close the journal."""
        self._file.close()


def _read(path: Path) -> Iterator[Place]:
    with path.open("rb") as file:
        for line in file:
            try:
                row: Any = json.loads(line)
                yield Place(**{name: value for name, value in row.items() if _fits(name, value)})
            except (ValueError, TypeError, AttributeError):
                continue  # half of a line, where a run was killed


def _fits(name: str, value: object) -> bool:
    """Say whether a value is one that a field may have; fields of another version are left out."""
    default = _DEFAULTS.get(name)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return default is not None and isinstance(value, type(default))


def _rewritten(path: Path, places: dict[str, Place]) -> BinaryIO:
    """Write the journal anew, one line a place, and return it open at its end."""
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.writelines(_line(place) for place in places.values())
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return path.open("ab")


def _line(place: Place) -> bytes:
    default = Place(place.url)
    row = {
        field.name: value
        for field in dataclasses.fields(Place)
        if (value := getattr(place, field.name)) != getattr(default, field.name) or field.name == "url"
    }
    return (json.dumps(row, ensure_ascii=True) + "\n").encode()
