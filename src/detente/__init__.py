"""The sourced record of a relationship between states, read out of news coverage.

    import detente

    detente.read("Ms Example met Mr Sample in Geneva on Monday.")   # what one article holds
    with detente.open("archive.db") as archive:                     # many, in one file
        archive.add(["articles/"])
        archive.build()
        archive.relationship("USA", "RUS")

The records are here by name; errors are in `detente.errors`. Heavy parts are loaded on first use.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from detente.records import (
    UNKNOWN_DATE,
    Actor,
    Article,
    Caption,
    Channel,
    Event,
    Evidence,
    Extraction,
    Forecast,
    Issue,
    Line,
    Link,
    Meeting,
    Mention,
    Participant,
    Place,
    Position,
    Statement,
    Tenure,
    When,
    to_dict,
)

if TYPE_CHECKING:
    from detente.archive import Archive
    from detente.archive import open_archive as open
    from detente.archive import read as read

__all__ = [
    "UNKNOWN_DATE",
    "Actor",
    "Archive",
    "Article",
    "Caption",
    "Channel",
    "Event",
    "Evidence",
    "Extraction",
    "Forecast",
    "Issue",
    "Line",
    "Link",
    "Meeting",
    "Mention",
    "Participant",
    "Place",
    "Position",
    "Statement",
    "Tenure",
    "When",
    "__version__",
    "open",
    "read",
    "to_dict",
]
_OF_ARCHIVE = {"Archive": "Archive", "open": "open_archive"}


def __getattr__(name: str) -> Any:
    """Load what is heavy on first use (PEP 562)."""
    if name in _OF_ARCHIVE:
        value = getattr(importlib.import_module("detente.archive"), _OF_ARCHIVE[name])
        globals()[name] = value
        return value
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("detente")
    raise AttributeError(f"module 'detente' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, the lazy ones among them."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package, in which `read` is the function although a room has that name.

    Importing `detente.read` would put the room in the function's place; `from detente.read import ...`
    does not look here.
    """

    @property
    def read(self) -> Any:
        """Return the function that reads one article."""
        return importlib.import_module("detente.archive").read

    @read.setter
    def read(self, _: ModuleType) -> None:
        """Leave the function where it is when the import system brings the room."""


sys.modules[__name__].__class__ = _Package
