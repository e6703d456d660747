"""Events and attitudes of two states become acts and words, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from detente.link.outcomes import stems
from detente.query.course_bench import Bench, Dated, Told, named, people
from detente.query.desk import Desk
from detente.query.views import Side
from detente.records import Attitude, Event

LOOKS_BACK = 14
"""Days back to which an act without a day of its own may be one that was told before."""
_SLACK = timedelta(days=1)
_REAL = ("happened", "ongoing")
_PROMISES = ("AGREE", "CONCEDE", "THREATEN")
"""Types that PLOVER gives what is only promised."""
_HOSTILE = ("ACCUSE", "REJECT", "THREATEN", "SANCTION", "PROTEST", "COERCE")
_FRIENDLY = ("SUPPORT", "AGREE", "CONCEDE", "AID", "COOPERATE")


@dataclass(slots=True)
class Group:
    """Rows that tell one act, or one kind of words, that first set it."""

    kind: Literal["act", "words"]
    """An act or words."""
    type: str
    """PLOVER type; of words ACCUSE or SUPPORT."""
    sides: frozenset[Side]
    """Whose it is."""
    day: date
    """When."""
    dated: Dated
    """Whose day that is."""
    people: frozenset[str]
    """The persons who did it; empty where only a state is named."""
    issues: set[str]
    """`Issue.id`s."""
    stem: frozenset[str]
    """Stems of the word that tells it."""
    meet: bool
    """Whether it is a refusal to meet, or calls a meeting off."""
    rows: list[Told]
    """Rows of its kind."""
    extra: list[Told] = field(default_factory=list)
    """Attitudes that tell an act too."""


@dataclass(frozen=True, slots=True)
class _Placed:
    row: Told
    type: str
    day: date
    dated: Dated
    sides: frozenset[Side]
    people: frozenset[str]
    issues: frozenset[str]
    stem: frozenset[str]
    meet: bool = False


def acts_of(bench: Bench, events: Sequence[Event]) -> list[Group]:
    """Return acts: those with a day of their own first, so that what looks back on them finds them."""
    placed = []
    for row in bench.first(events, _event_key):
        sides = _sides(bench, row)
        if not sides or not _counts(row, mutual=len(sides) > 1):
            continue
        if (at := bench.placed(row)) is None:
            bench.unplaced += 1
            continue
        placed.append(
            _Placed(
                row,
                row.type,
                *at,
                sides,
                people(row.actors),
                frozenset(row.issues),
                stems(row.trigger),
                row.mode == "meet",
            )
        )
    groups: list[Group] = []
    for one in sorted(placed, key=_order):
        _put(groups, "act", one)
    return groups


def words_of(bench: Bench, attitudes: Sequence[Attitude], acts: Sequence[Group]) -> list[Group]:
    """Return words toward the other that no act tells; those that one does join it."""
    told = {(row.article, row.sentence, side) for act in acts for row in act.rows for side in act.sides}
    placed = []
    for row in bench.first(attitudes, _attitude_key):
        by, to = bench.sides((row.actor,), bench.when(row)), bench.pair.sides((row.toward,))
        if (
            not by
            or not to
            or by == to
            or any((row.article, row.sentence, side) in told for side in by)
        ):
            continue
        if (at := bench.placed(row)) is None:
            bench.unplaced += 1
            continue
        type_ = "SUPPORT" if row.polarity == "for" else "ACCUSE"
        sides = frozenset(by)
        placed.append(
            _Placed(row, type_, *at, sides, people((row.actor,)), frozenset(row.issues), frozenset())
        )
    groups: list[Group] = []
    for one in sorted(placed, key=_order):
        if act := _act_of(acts, one):
            act.extra.append(one.row)
        else:
            _put(groups, "words", one)
    return groups


def surest(rows: Sequence[Told], desk: Desk) -> Told:
    """Return the row whose score most origins give; of equals the one nearest to nothing."""
    origins: dict[float, set[str]] = defaultdict(set)
    for row in rows:
        origins[_value(row)].add(desk.origins[row.article])

    def rank(row: Told) -> tuple[int, float, float, tuple[str, str], str]:
        return -len(origins[_value(row)]), abs(_value(row)), -row.score, desk.order(row.article), row.id

    return min(rows, key=rank)


def _value(row: Told) -> float:
    return row.value if isinstance(row, Event) else 0.0


def _counts(row: Event, *, mutual: bool) -> bool:
    """Talks are contacts; help or praise that does not name the other is of what was talked about."""
    if row.type == "CONSULT":
        return False
    if row.type in _FRIENDLY and not mutual and not any(p.start >= 0 for p in row.recipients):
        return False
    if row.factuality == "promised":
        return row.type in _PROMISES
    return row.factuality in _REAL


def _sides(bench: Bench, row: Event) -> frozenset[Side]:
    by, to = bench.sides(row.actors, bench.when(row)), bench.pair.sides(row.recipients)
    if len(by) > 1:
        return frozenset(by)
    return frozenset(by) if by and to - by else frozenset()


def _order(one: _Placed) -> tuple[bool, date, bool, str]:
    return one.dated == "report", one.day, len(one.sides) < 2, one.row.id


def _put(groups: list[Group], kind: Literal["act", "words"], one: _Placed) -> None:
    for group in groups:
        if _same(group, one):
            group.rows.append(one.row)
            group.issues |= one.issues
            return
    groups.append(
        Group(kind, one.type, one.sides, one.day, one.dated, one.people, set(one.issues), one.stem,
              one.meet, [one.row])
    )  # fmt: skip


def _same(group: Group, one: _Placed) -> bool:
    """Say whether a row tells the act of a group."""
    if (group.type, group.meet) != (one.type, one.meet) or not one.sides <= group.sides:
        return False
    if one.people and group.people and not one.people & group.people:
        return False
    if abs(one.day - group.day) <= _SLACK:
        return True
    back = timedelta(0) <= one.day - group.day <= timedelta(days=LOOKS_BACK)
    if one.dated != "report" or not back:
        return False
    if one.issues or group.issues:
        return bool(one.issues & group.issues and one.stem & group.stem)
    return bool(one.stem & group.stem)


def _act_of(acts: Sequence[Group], one: _Placed) -> Group | None:
    """Return the act that words are part of: of the same people, on the same side, that day."""
    types = _FRIENDLY if one.type == "SUPPORT" else _HOSTILE
    for act in acts:
        same = one.people & act.people or not (one.people or act.people)
        if act.type in types and act.sides == one.sides and same and abs(one.day - act.day) <= _SLACK:
            return act
    return None


def _event_key(row: Event) -> object:
    return row.type, row.mode, row.trigger, named(row.actors), named(row.recipients)


def _attitude_key(row: Attitude) -> object:
    return row.polarity, named((row.actor,)), named((row.toward,))
