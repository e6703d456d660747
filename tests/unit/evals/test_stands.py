"""Positions and issues against gold: who counts as right, what is a second row, what is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from evals.metrics.slots import Counts
from evals.metrics.stands import holds, position_counts

from detente.records import UNKNOWN_DATE, Evidence, Participant, Position


def gold(
    actor: Any, state: str | None, issue: str = "issue:syria", polarity: str = "for"
) -> dict[str, Any]:
    return {"actor": actor, "state": state, "issue": issue, "polarity": polarity}


def row(name: str, state: str | None, issue: str = "issue:syria", polarity: str = "for") -> Position:
    who = Participant(name, name, f"local:{name}", "person", state)
    words = (Evidence(0, 1, "x", "row", 1),)
    return Position("position:x", "article:x", 1, who, issue, "a plan", polarity, "plain", UNKNOWN_DATE,
                    "said", None, 1.0, "position:verb", words)  # type: ignore[arg-type]  # fmt: skip


WHO = [
    ("same state", gold("Sergei Lavrov", "RUS"), row("Russia", "RUS"), True),
    ("same name, state unknown", gold("Joram Wekesa", "KEN"), row("Joram Wekesa", None), True),
    ("another", gold("Joram Wekesa", "KEN"), row("Neema Mushi", "TZA"), False),
    ("no state", gold("National Coalition", None), row("The National Coalition", None), True),
    ("one of two", gold(["Ada Crale", "Ben Orr"], None), row("Ben Orr", None), True),
    ("no state is no match", gold("the rebels", None), row("Russia", None), False),
]


@pytest.mark.parametrize(("wanted", "found", "same"), [r[1:] for r in WHO], ids=[r[0] for r in WHO])
def test_who_holds_it(wanted: dict[str, Any], found: Position, same: bool) -> None:
    assert holds(wanted, found) is same


COUNTS = [
    ("right", [gold("Russia", "RUS")], [row("Russia", "RUS")], (1, 1, 1)),
    ("other side", [gold("Russia", "RUS")], [row("Russia", "RUS", polarity="against")], (0, 1, 1)),
    ("other issue", [gold("Russia", "RUS")], [row("Russia", "RUS", "issue:gas")], (0, 1, 1)),
    ("said twice", [gold("Russia", "RUS")], [row("Russia", "RUS"), row("Russia", "RUS")], (1, 1, 1)),
    ("the official and his state", [gold("Sergei Lavrov", "RUS")],
     [row("Russia", "RUS"), row("Sergei Lavrov", "RUS")], (1, 1, 1)),
    ("two officials", [gold("A Bell", "USA"), gold("C Dorn", "USA")], [row("A Bell", "USA")],
     (1, 1, 2)),
    ("two of one state", [gold("A Bell", "USA"), gold("C Dorn", "USA")],
     [row("A Bell", "USA"), row("C Dorn", "USA")], (2, 2, 2)),
    ("nothing found", [gold("Russia", "RUS")], [], (0, 0, 1)),
    ("nothing wanted", [], [row("Russia", "RUS")], (0, 1, 0)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found", "counts"), [r[1:] for r in COUNTS], ids=[r[0] for r in COUNTS]
)
def test_counts(
    wanted: list[dict[str, Any]], found: list[Position], counts: tuple[int, int, int]
) -> None:
    assert position_counts(wanted, found) == Counts(*counts)


def test_counts_add_up() -> None:
    total = Counts()
    total.plus(Counts(1, 2, 3))
    total.plus(Counts(1, 1, 1))
    assert total == Counts(2, 3, 4)
