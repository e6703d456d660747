"""One link out of two ids, whichever way round they come."""

from __future__ import annotations

from typing import Literal

from detente.records import Link, make_id

Relation = Literal["same-meeting", "same-statement", "same-actor", "same-text", "tells", "may-tell"]


def scored_link(left: str, right: str, relation: Relation, score: float, reason: str) -> Link:
    """Return the machine's link between two rows, the smaller id on the left.

    >>> scored_link("meeting:2", "meeting:1", "same-meeting", 0.87654, "same day").left
    'meeting:1'
    """
    left, right = sorted((left, right))
    key = make_id("link", left, right, relation)
    return Link(key, left, right, relation, round(min(score, 1.0), 3), reason, "machine")
