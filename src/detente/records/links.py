"""What relates rows of several articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """A scored, reasoned relation between two rows; the rows themselves are never merged."""

    id: str
    """`link:` and a hash of both ends and the relation."""
    left: str
    """Id of a row."""
    right: str
    """Id of the other row."""
    relation: Literal["same-meeting", "same-actor", "same-text"]
    """What holds between them."""
    score: float
    """How sure, 0 to 1."""
    reason: str
    """Why, in a few words that a reader can check."""
    decided_by: Literal["machine", "reader"]
    """A reader's judgement wins over the machine's for ever."""
