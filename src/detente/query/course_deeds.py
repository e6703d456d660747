"""Rows of many articles become deeds: what one state did, said or sought toward the other, each once.

A deed is an act (an event), a contact (a meeting held or called off) or words (an attitude). However
many outlets tell it, and however often one looks back on it, it is one deed:

- of copies of one text only the first printed counts, but for what a later one adds;
- reports of one contact are those that `same-meeting` links join (`query.encounters`); a visit in the
  course of which people met is part of that meeting, and a refusal to meet part of the contact it
  called off;
- acts are one when they have one type and one direction, at most a day lies between them, and no two
  of their people are different; one that has no day but that of its report is also one with an act up
  to `LOOKS_BACK` days before that shares an issue or the verb;
- words against (or for) somebody are part of an act of that day by the same people.

Which rows are no deed: talks told as events (they are contacts), what is planned, hypothetical, denied,
negated or history, and what cannot be put in a week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, TypeVar

from detente.knowledge.plover import EVENT_TYPES
from detente.link.outcomes import stems
from detente.query.concern import Pair
from detente.query.course_rows import CourseRows
from detente.query.desk import Desk
from detente.query.encounters import encounters
from detente.query.folding import who
from detente.query.groups import grouped
from detente.query.refs import Ref
from detente.query.views import Encounter, Reports, Side
from detente.records import Attitude, Event, Meeting, Participant, When

Kind = Literal["act", "contact", "words"]
LOOKS_BACK = 30
"""Days back to which an act without a day of its own may be one that was told before."""
WORDS = 2.0
"""Score of words for (+) or against (-) the other: PLOVER's least for blame, and its mirror."""
_DAYS = 6
"""A range longer than this is in no week."""
_SLACK = timedelta(days=1)
_SECRET = timedelta(days=3)
"""Days between a refusal to meet and the first report that the contact is off."""
_REAL = ("happened", "ongoing", "promised")
_OFF = ("cancelled", "postponed", "declined")
_HOSTILE = ("ACCUSE", "REJECT", "THREATEN", "SANCTION", "PROTEST", "COERCE")
_FRIENDLY = ("SUPPORT", "AGREE", "CONCEDE", "AID", "COOPERATE")
_TOP = ("head-of-state", "head-of-government")
R = TypeVar("R", Event, Meeting, Attitude)
Told = Event | Attitude
Dated = Literal["own", "report"]
_CONSULT = EVENT_TYPES["CONSULT"]
_REJECT = EVENT_TYPES["REJECT"]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that counts, with every row that tells it."""

    id: str
    """Id of the row that stands for it."""
    kind: Kind
    """An act, a contact or words."""
    type: str
    """PLOVER type; of contacts CONSULT, or REJECT when called off; of words ACCUSE or SUPPORT."""
    mode: str | None
    """PLOVER mode, or the form of a contact; None when there is none."""
    value: float
    """Its score, -10 to 10."""
    day: date
    """The day it is counted on; of a range the last."""
    dated: Dated
    """Whether the texts say the day, or it is that of the first report."""
    sides: tuple[Side, ...]
    """Whose it is: one of the two toward the other, or both toward each other."""
    actors: tuple[str, ...]
    """Names of who did it or took part."""
    toward: tuple[str, ...]
    """Names of whom it was done to; empty where all took part."""
    trigger: str
    """The word that tells it; of a contact its form."""
    place: str | None
    """Where; None when nobody says."""
    issues: tuple[str, ...]
    """`Issue.id`s that its reports name, in order."""
    rows: tuple[str, ...]
    """Ids of all rows that tell it."""
    reports: Reports
    """Who tells it."""
    refs: tuple[Ref, ...]
    """Where."""


@dataclass(slots=True)
class _Group:
    """Rows that tell one deed, the one that set it first."""

    kind: Kind
    type: str
    sides: frozenset[Side]
    day: date
    dated: Dated
    people: frozenset[str]
    issues: set[str]
    stem: frozenset[str]
    rows: list[Told]
    extra: list[Told] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deeds:
    """What was counted, and how much could not be."""

    deeds: tuple[Deed, ...]
    """In order of days."""
    unplaced: int
    """Rows that would count but have no day, or one too vague for a week."""


def deeds_of(rows: CourseRows, left: str, right: str) -> Deeds:
    """Return the deeds of two states toward each other, in order of days."""
    work = _Work(rows, Pair(left, right, rows.desk.reference))
    found = work.all()
    ordered = sorted(found, key=lambda deed: (deed.day, deed.kind, deed.type, deed.id))
    return Deeds(tuple(ordered), work.unplaced)


class _Work:
    """The rows of a pair while they are folded."""

    def __init__(self, rows: CourseRows, pair: Pair) -> None:
        self.pair, self.desk, self.rows = pair, rows.desk, rows
        self.copies = _copies(rows)
        self.twins: dict[str, list[Event | Meeting | Attitude]] = defaultdict(list)
        self.unplaced = 0

    def all(self) -> list[Deed]:
        """Return every deed, in no order."""
        acts = self._grouped_acts()
        met = encounters(self._first(self.rows.meetings, _meeting_key), self.rows.links, self.desk)
        contacts = self._contacts(met, acts)
        words = self._words(acts)
        return [*contacts, *(self._deed(group) for group in [*acts, *words])]

    # Acts

    def _grouped_acts(self) -> list[_Group]:
        placed: list[tuple[date, bool, bool, str, Event, frozenset[Side], Dated]] = []
        for row in self._first(self.rows.events, _event_key):
            sides = self._sides(row)
            if row.type == "CONSULT" or row.factuality not in _REAL or not sides:
                continue
            if (at := self._placed(row)) is None:
                self.unplaced += 1
                continue
            day, dated = at
            placed.append((day, dated == "report", len(sides) < 2, row.id, row, sides, dated))
        groups: list[_Group] = []
        # Those with a day of their own first, so that what only looks back finds them.
        for day, _, _, _, row, sides, dated in sorted(placed, key=lambda one: (one[1], *one[:4])):
            people = _people(row.actors)
            issues, stem = set(row.issues), stems(row.trigger)
            for group in groups:
                if _one_act(group, row.type, sides, day, dated, people, issues, stem):
                    group.rows.append(row)
                    group.issues |= issues
                    break
            else:
                groups.append(_Group("act", row.type, sides, day, dated, people, issues, stem, [row]))
        return groups

    def _sides(self, row: Event) -> frozenset[Side]:
        by, to = self.pair.sides(row.actors), self.pair.sides(row.recipients)
        if len(by) > 1:
            return frozenset(by)
        return frozenset(by) if by and to - by else frozenset()

    def _placed(self, row: Told) -> tuple[date, Dated] | None:
        """Return the day a row counts on, and whose it is; None when it is in no week."""
        published = _day(self.desk.articles[row.article].published)
        own = _day(row.date) if row.date.basis != "published" else None
        if own is not None:
            # What is agreed for a day to come was agreed by the day it was printed.
            return (min(own, published) if published else own), "own"
        if published is None or (row.date.known and row.date.basis != "published"):
            return None
        return published, "report"

    # Contacts

    def _contacts(self, met: Sequence[Encounter], acts: list[_Group]) -> list[Deed]:
        held = [item for item in met if item.status == "held" and self._dated(item)]
        visits, hosted = self._within_visits(held)
        found = []
        for item in held:
            if item.id not in hosted:
                parts = [item, *visits.get(item.id, ())]
                value = max(self._held_value(part) for part in parts)
                rows = [row for part in parts for row in part.rows]
                day = _day(item.date)
                assert day is not None
                found.append(
                    self._contact(item, "CONSULT", value, day, "own", rows, [], ("left", "right"))
                )
        for item in met:
            if item.status in _OFF:
                found.append(self._called_off(item, acts))
        return found

    def _dated(self, item: Encounter) -> bool:
        if _day(item.date) is None:
            self.unplaced += len(item.rows)
            return False
        return True

    def _within_visits(self, held: Sequence[Encounter]) -> tuple[dict[str, list[Encounter]], set[str]]:
        """Return the visits that are part of a meeting, by its id, and the ids of those visits."""
        parts: dict[str, list[Encounter]] = {}
        hosted: set[str] = set()
        for visit in held:
            if visit.form != "visit":
                continue
            guests = {who(one) for one in visit.participants}
            for item in held:
                there = {who(one) for one in item.participants}
                near = item.date.overlaps(visit.date, slack=1)
                same = not item.place or not visit.place or item.place.state == visit.place.state
                if item.form in ("meeting", "summit") and near and same and guests & there:
                    parts.setdefault(item.id, []).append(visit)
                    hosted.add(visit.id)
                    break
        return parts, hosted

    def _held_value(self, item: Encounter) -> float:
        if item.form == "call":
            return _CONSULT.modes["phone"]
        top = {self.pair.side(one) for one in item.participants if self._at_the_top(one, item.date)}
        if item.form in ("visit", "summit") or len(top - {None}) > 1:
            return _CONSULT.modes["visit"]
        return _CONSULT.value

    def _at_the_top(self, one: Participant, when: When) -> bool:
        return any(
            tenure.person == one.actor_id
            and tenure.office.partition(":")[2] in _TOP
            and When(tenure.start.start, tenure.end.end).overlaps(when)
            for tenure in self.desk.reference.tenures
        )

    def _called_off(self, item: Encounter, acts: list[_Group]) -> Deed:
        """A contact called off scores what it would have scored held, below zero, and at least a
        refusal to meet; it is the deed of the side that a report says called it off, else of both."""
        off = [row for row in item.rows if row.status in _OFF]
        told = [day for row in off if (day := _day(self.desk.articles[row.article].published))]
        first = min(told, default=None)
        people = {who(one) for one in item.participants if one.kind == "person"}
        refusals = [
            group
            for group in acts
            if group.type == "REJECT"
            and len(group.sides) == 1
            and (first is None or first - _SECRET - timedelta(days=4) <= group.day <= first + _SECRET)
            and (not people or not group.people or people & group.people)
        ]
        value = -max(-_REJECT.modes["meet"], self._held_value(item))
        sides: tuple[Side, ...] = ("left", "right")
        extra: list[Told] = []
        day = first
        dated: Dated = "report"
        if refusals:
            refusal = min(refusals, key=lambda group: (group.dated, group.day, group.rows[0].id))
            acts.remove(refusal)
            sides, extra = tuple(sorted(refusal.sides)), refusal.rows
            day, dated = refusal.day, refusal.dated
        return self._contact(
            item,
            "REJECT",
            value,
            day or date.max,
            dated,
            off,
            extra,
            sides,
        )

    def _contact(
        self,
        item: Encounter,
        type_: str,
        value: float,
        day: date,
        dated: Dated,
        rows: Sequence[Meeting],
        extra: Sequence[Told],
        sides: tuple[Side, ...],
    ) -> Deed:
        issues = dict.fromkeys(one for row in rows for one in row.agenda if one.startswith("issue:"))
        issues |= dict.fromkeys(one for row in extra for one in row.issues)
        every = self._with_twins([*rows, *extra])
        return Deed(
            id=item.id,
            kind="contact",
            type=type_,
            mode=item.form,
            value=value,
            day=day,
            dated=dated,
            sides=sides,
            actors=tuple(one.name for one in item.participants),
            toward=(),
            trigger=item.form,
            place=item.place.name if item.place else None,
            issues=tuple(sorted(issues)),
            rows=tuple(dict.fromkeys(row.id for row in every)),
            reports=self.desk.reports(row.article for row in every),
            refs=self.desk.refs(every),
        )

    # Words

    def _words(self, acts: Sequence[_Group]) -> list[_Group]:
        """Return words toward the other that no act tells; the others join the act."""
        told = {(row.article, row.sentence, side) for group in acts for row in group.rows
                for side in group.sides}  # fmt: skip
        groups: list[_Group] = []
        placed = []
        for row in self._first(self.rows.attitudes, _attitude_key):
            by, to = self.pair.side(row.actor), self.pair.side(row.toward)
            if by is None or to is None or by == to or (row.article, row.sentence, by) in told:
                continue
            if (at := self._placed(row)) is None:
                self.unplaced += 1
                continue
            placed.append((*at, row.id, row, frozenset((by,))))
        for day, dated, _, row, sides in sorted(placed, key=lambda one: (one[0], one[2])):
            type_ = "SUPPORT" if row.polarity == "for" else "ACCUSE"
            people = _people((row.actor,))
            if act := _act_of_words(acts, row, sides, day, people):
                act.extra.append(row)
                continue
            for group in groups:
                if _one_act(group, type_, sides, day, "own", people, set(), frozenset()):
                    group.rows.append(row)
                    group.issues |= set(row.issues)
                    break
            else:
                issues = set(row.issues)
                groups.append(
                    _Group("words", type_, sides, day, dated, people, issues, frozenset(), [row])
                )
        return groups

    def _deed(self, group: _Group) -> Deed:
        rows = self._with_twins([*group.rows, *group.extra])
        row = _surest(group.rows, self.desk)
        event = row if isinstance(row, Event) else None
        parties = (
            (row.actors, row.recipients) if isinstance(row, Event) else ((row.actor,), (row.toward,))
        )
        sign = 1 if group.type == "SUPPORT" else -1
        return Deed(
            id=row.id,
            kind=group.kind,
            type=group.type,
            mode=event.mode if event else None,
            value=event.value if event else sign * WORDS,
            day=group.day,
            dated=group.dated,
            sides=tuple(sorted(group.sides)),
            actors=tuple(dict.fromkeys(one.name for one in parties[0])),
            toward=tuple(dict.fromkeys(one.name for one in parties[1])),
            trigger=event.trigger if event else ("for" if sign > 0 else "against"),
            place=event.place.name if event and event.place else None,
            issues=tuple(sorted(group.issues)),
            rows=tuple(dict.fromkeys(one.id for one in rows)),
            reports=self.desk.reports(one.article for one in rows),
            refs=self.desk.refs(rows),
        )

    # Copies

    def _first(self, rows: Sequence[R], key: Callable[[R], object]) -> list[R]:
        """Return rows without those that an earlier printed copy of their text has too."""
        kept: dict[object, R] = {}
        found = []
        for row in sorted(rows, key=lambda row: (*self.desk.order(row.article), row.id)):
            first = kept.setdefault((self.copies[row.article], key(row)), row)
            if first.article == row.article:
                found.append(row)
            else:
                self.twins[first.id].append(row)
        return found

    def _with_twins(
        self, rows: Iterable[Event | Meeting | Attitude]
    ) -> list[Event | Meeting | Attitude]:
        """Return rows, each once, with what copies of their texts say in the same words."""
        found = {one.id: one for row in rows for one in (row, *self.twins[row.id])}
        return list(found.values())


def _copies(rows: CourseRows) -> dict[str, str]:
    """Return the article that stands for all copies of its text, by article."""
    pairs = [(link.left, link.right) for link in rows.links if link.relation == "same-text"]
    groups = grouped(sorted(rows.desk.articles), pairs)
    return {one: group[0] for group in groups for one in group}


def _event_key(row: Event) -> object:
    return (row.type, row.mode, row.trigger, _named(row.actors), _named(row.recipients))


def _meeting_key(row: Meeting) -> object:
    return (row.form, row.status, row.place, _named(row.participants))


def _attitude_key(row: Attitude) -> object:
    return (row.polarity, _named((row.actor,)), _named((row.toward,)))


def _named(participants: Iterable[Participant]) -> frozenset[str]:
    return frozenset(who(one) for one in participants)


def _people(participants: Iterable[Participant]) -> frozenset[str]:
    """Return the persons among participants; two acts of different persons are two."""
    return frozenset(who(one) for one in participants if one.kind == "person" and one.actor_id)


def _day(when: When) -> date | None:
    """Return the last day of a date that is exact to a week; None of any other."""
    if when.start is None or when.end is None or (when.end - when.start).days > _DAYS:
        return None
    return when.end


def _one_act(
    group: _Group,
    type_: str,
    sides: frozenset[Side],
    day: date,
    dated: Dated,
    people: frozenset[str],
    issues: set[str],
    stem: frozenset[str],
) -> bool:
    """Say whether a row tells the act of a group."""
    if group.type != type_ or not sides <= group.sides:
        return False
    if people and group.people and not people & group.people:
        return False
    if abs(day - group.day) <= _SLACK:
        return True
    back = timedelta(0) <= day - group.day <= timedelta(days=LOOKS_BACK)
    return dated == "report" and back and bool(issues & group.issues or stem & group.stem)


def _act_of_words(
    acts: Sequence[_Group],
    row: Attitude,
    sides: frozenset[Side],
    day: date,
    people: frozenset[str],
) -> _Group | None:
    """Return the act that words are part of: of the same people, on the same side, that day."""
    types = _FRIENDLY if row.polarity == "for" else _HOSTILE
    for group in acts:
        same = people & group.people or not (people or group.people)
        if group.type in types and group.sides == sides and same and abs(day - group.day) <= _SLACK:
            return group
    return None


def _surest(rows: Sequence[Told], desk: Desk) -> Told:
    """Return the row whose score most origins give; of equals the one nearest to nothing."""
    origins: dict[float, set[str]] = defaultdict(set)
    for row in rows:
        value = row.value if isinstance(row, Event) else 0.0
        origins[value].add(desk.origins[row.article])

    def rank(row: Told) -> tuple[int, float, float, tuple[str, str], str]:
        value = row.value if isinstance(row, Event) else 0.0
        return -len(origins[value]), abs(value), -row.score, desk.order(row.article), row.id

    return min(rows, key=rank)
