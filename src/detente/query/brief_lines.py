"""The lines of a briefing. A line cannot be made without the sentences that it rests on.

`Evidenced` is a tuple of one at least: a line without evidence is an error of the type checker where it
is written by hand, and an EvidenceError where it comes out of data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.errors import EvidenceError
from detente.query.refs import Ref
from detente.query.views import Reports, StateView
from detente.records import When

BlockKind = Literal[
    "brief",
    "changed",
    "meetings",
    "positions",
    "shifts",
    "forecasts",
    "disagreements",
    "called",
    "ahead",
]


@dataclass(frozen=True, slots=True)
class Footing:
    """A sentence that a line rests on, and where it was printed."""

    ref: Ref
    """The reference under which it is opened."""
    sentence: str
    """The sentence, verbatim on one line."""
    outlet: str | None
    """Who printed it; None where the page does not say."""
    published: When
    """When."""
    title: str | None
    """The headline; None where there is none."""
    origin: str
    """What the copies of one origin share."""
    url: str | None = None
    """The address that the page gives for itself."""

    def __post_init__(self) -> None:
        if not self.sentence.strip():
            raise EvidenceError(f"{self.ref.label}: no words there to rest a line on")


Evidenced = tuple[Footing, *tuple[Footing, ...]]
"""The footings of a line: never none."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a briefing."""

    text: str
    """What it says."""
    evidence: Evidenced
    """What it rests on: sentences of different origins before a second one of any."""
    lead: str = ""
    """What stands before it, set apart: a day, a state."""
    told: str = ""
    """Who tells it, counted: "4 outlets, 2 origins"; empty where one does."""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(
                f"a line without evidence: {self.text!r}", "give the sentences behind it"
            )
        if not self.text.strip():
            raise EvidenceError("an empty line", "say something or leave it out")


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading of their own, within a block."""

    heading: str
    """An issue, a matter; empty for none."""
    lines: tuple[Line, ...]
    """In the order of the block."""


@dataclass(frozen=True, slots=True)
class Block:
    """A section of a briefing."""

    kind: BlockKind
    """What it is about."""
    heading: str
    """Its heading."""
    parts: tuple[Part, ...]
    """What stands in it; never none, an empty section is left out."""
    note: str = ""
    """A line on how to read it, about no event, and so without evidence; empty for none."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing on two states, in one language, ready to be set."""

    language: str
    """`en` or `de`."""
    left: StateView
    """The first state."""
    right: StateView
    """The second."""
    period: When
    """The days it is about."""
    as_of: When
    """What was printed by this day is used."""
    reports: Reports
    """What it rests on."""
    cut_off: int
    """How many of the articles stop early."""
    title: str
    """Its title."""
    subtitle: str
    """The line under it: period, sources counted."""
    blocks: tuple[Block, ...]
    """Its sections."""

    def lines(self) -> list[Line]:
        """Return every line in order."""
        return [line for block in self.blocks for part in block.parts for line in part.lines]

    def notes(self) -> list[Footing]:
        """Return every footing once, in order of first use: note n is `notes()[n - 1]`."""
        return list(dict.fromkeys(one for line in self.lines() for one in line.evidence))
