"""Who met whom, and who acted or spoke for or against whom: the ties of a relationship.

Made of the course's deeds and of the meetings, calls and visits that were held, so that every tie has
its rows and sentences. Names that nobody resolved are told apart by their letters alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from detente.query.course_deeds import Deed
from detente.query.refs import Ref
from detente.query.series import Series
from detente.query.telling import unresolved
from detente.query.views import Encounter, Relationship
from detente.records import Participant

TieKind = Literal["met", "for", "against"]


@dataclass(frozen=True, slots=True)
class Node:
    """One who has ties."""

    name: str
    """The name."""
    id: str | None
    """`Actor.id`; None when nobody in particular is known."""
    state: str | None
    """The state it acts for, ISO 3166-1 alpha-3; None when for none that is known."""
    ties: int
    """How many times it stands in a tie."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What happened between two, of one kind."""

    left: str
    """Name of who acted; of meetings the first by name."""
    right: str
    """Name of whom it was done to; of meetings the second."""
    kind: TieKind
    """`met` has no direction; `for` and `against` go by the sign of the deed's score."""
    count: int
    """How many distinct meetings or deeds."""
    first: date | None
    """Day of the first; None when no day is known: a meeting "in February" has none."""
    last: date | None
    """Day of the last."""
    rows: tuple[str, ...]
    """A row for each, in order of days."""
    refs: tuple[Ref, ...]
    """Where they are told, without repeats."""


@dataclass(frozen=True, slots=True)
class Network:
    """The ties of two states, and who has them."""

    nodes: tuple[Node, ...]
    """Who has most ties first."""
    ties: tuple[Tie, ...]
    """The most frequent first."""


@dataclass(frozen=True, slots=True)
class _Once:
    left: str
    right: str
    kind: TieKind
    day: date | None
    row: str
    refs: tuple[Ref, ...]


def network_of(record: Relationship, course: Series) -> Network:
    """Return the ties of a record and its course.

    A meeting of many is a tie between each two of them who are not of one state.
    Deeds of score 0 are left out, and so is what is only planned.
    """
    people: dict[str, Participant] = {}
    once: list[_Once] = []
    for met in (*record.meetings, *record.contacts):
        if met.status == "held":
            once += _met(met, people)
    for act in record.acts:
        for one in (*act.row.actors, *act.row.recipients):
            people.setdefault(one.name, one)
    states = {view.name: view.iso for view in (record.left, record.right)}
    sides = {"left": record.left.iso, "right": record.right.iso}
    spoke: dict[str, str] = {}
    for deed in _deeds(course):
        once += _done(deed)
        if len(deed.sides) == 1:
            spoke |= dict.fromkeys(deed.actors, sides[deed.sides[0]])
            other = sides["right" if deed.sides[0] == "left" else "left"]
            for name in deed.toward:
                spoke.setdefault(name, other)
    ties = tuple(sorted(_joined(once), key=lambda tie: (-tie.count, tie.kind, tie.left, tie.right)))
    counted: dict[str, int] = {}
    for tie in ties:
        for name in (tie.left, tie.right):
            counted[name] = counted.get(name, 0) + tie.count
    nodes = [
        Node(name, _id(name, people, states), _state(name, people, states, spoke), count)
        for name, count in counted.items()
    ]
    return Network(tuple(sorted(nodes, key=lambda node: (-node.ties, node.name))), ties)


def _met(met: Encounter, people: dict[str, Participant]) -> Iterator[_Once]:
    day = met.date.start if met.date.start == met.date.end else None
    there = {one.name: one for one in met.participants if one.kind != "group"}
    for name, one in there.items():
        people.setdefault(name, one)
    for left, right in combinations(sorted(there), 2):
        if there[left].state is None or there[left].state != there[right].state:
            yield _Once(left, right, "met", day, met.id, met.refs)


def _deeds(course: Series) -> Iterable[Deed]:
    """Return the deeds that are no contact, each once, in order of days."""
    found = {deed.id: deed for way in course.courses for point in way.points for deed in point.deeds}
    done = (deed for deed in found.values() if deed.kind != "contact" and deed.value)
    return sorted(done, key=lambda deed: (deed.day, deed.id))


def _done(deed: Deed) -> Iterator[_Once]:
    kind: TieKind = "for" if deed.value > 0 else "against"
    pairs = [(one, other) for one in deed.actors for other in deed.toward if one != other]
    if not deed.toward:
        # Done together: each of them for, or against, each other, told once.
        pairs = list(combinations(sorted(set(deed.actors)), 2))
    for left, right in pairs:
        yield _Once(left, right, kind, deed.day, deed.id, deed.refs)


def _joined(once: Iterable[_Once]) -> Iterator[Tie]:
    groups: dict[tuple[str, str, TieKind], list[_Once]] = {}
    for one in once:
        groups.setdefault((one.left, one.right, one.kind), []).append(one)
    for (left, right, kind), found in groups.items():
        found.sort(key=lambda one: (one.day or date.max, one.row))
        days = [one.day for one in found if one.day]
        yield Tie(
            left=left,
            right=right,
            kind=kind,
            count=len({one.row for one in found}),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            rows=tuple(dict.fromkeys(one.row for one in found)),
            refs=tuple(dict.fromkeys(ref for one in found for ref in one.refs)),
        )


def _id(name: str, people: dict[str, Participant], states: dict[str, str]) -> str | None:
    one = people.get(name)
    if one and one.actor_id and not unresolved(one):
        return one.actor_id
    return f"state:{states[name]}" if name in states else None


def _state(
    name: str, people: dict[str, Participant], states: dict[str, str], spoke: dict[str, str]
) -> str | None:
    one = people.get(name)
    return (one.state if one else None) or states.get(name) or spoke.get(name)
