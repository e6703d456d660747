"""What relates rows of several articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.records.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Link:
    """A scored, reasoned relation between two rows; the rows themselves are never merged."""

    id: str
    """`link:` and a hash of both ends and the relation."""
    left: str
    """Id of a row."""
    right: str
    """Id of the other row."""
    relation: Literal[
        "same-meeting", "becomes", "cancelled-by", "same-statement", "same-actor", "same-text", "tells",
        "may-tell", "came-true", "did-not", "partly", "unclear",
    ]  # fmt: skip
    """What holds between them; an article (left) `tells` a story (right), a planned meeting (left)
    `becomes` the one held or is `cancelled-by` the one called off; of a forecast (left) a later row
    (right) shows that it `came-true`, `did-not`, came `partly` true, or is near it and `unclear`."""
    score: float
    """How sure, 0 to 1."""
    reason: str
    """Why, in a few words that a reader can check."""
    decided_by: Literal["machine", "reader"]
    """A reader's judgement wins over the machine's for ever."""
    rivals: tuple[str, ...] = ()
    """Ids of the other rows that could have stood at the end of this link; none when nothing else
    fitted."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reader's verdict on two rows, or on the name of one."""

    id: str
    """`judgement:` and a hash of what it is about; a later verdict on the same has the same id."""
    verdict: Literal["same", "different", "name"]
    """Whether the two are one, or under which name the one is shown."""
    left: str
    """Id of a row or actor; of two that are one, the one that is kept."""
    right: str | None
    """Id of the other; None for a name."""
    name: str | None
    """The name it is shown under; None for a verdict on two, and for a name that was taken back."""
    made: str
    """When it was made, UTC, as ISO text."""


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A line of the log of stories, which is only ever added to: an id once given can be followed."""

    what: Literal["opened", "merged", "split"]
    """`opened` by an article, `merged` into another story, or one was `split` off it."""
    story: str
    """The story that is changed."""
    into: str
    """The article that opened it; the story it is merged into, or that is split off."""
