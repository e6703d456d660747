"""Meetings of two states become contacts, held or called off, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.knowledge.plover import EVENT_TYPES
from detente.query.course_acts import Group
from detente.query.course_bench import Bench, Dated, Told, day_of, named, people
from detente.query.encounters import encounters
from detente.query.views import Encounter, Side
from detente.records import Meeting

RETOLD = 60
"""Days within which a contact called off by the same people is the same one told again, where no report
dates it anew."""
_BEFORE, _AFTER = timedelta(days=7), timedelta(days=3)
"""How far a refusal to meet may lie from the first report that the contact is off."""
_OFF = ("cancelled", "postponed", "declined")
_TOP = ("head-of-state", "head-of-government")
_CONSULT, _REJECT = EVENT_TYPES["CONSULT"], EVENT_TYPES["REJECT"]


@dataclass(slots=True)
class Contact:
    """One contact of the two, and what became of it."""

    item: Encounter
    """The report that says most of it, with the others of it."""
    type: str
    """CONSULT, or REJECT when it was called off."""
    value: float
    """Its score."""
    day: date
    """When it was held, or called off."""
    dated: Dated
    """Whose day that is."""
    sides: tuple[Side, ...]
    """Both, or the one that called it off."""
    rows: list[Meeting]
    """Every report of it."""
    extra: list[Told]
    """The refusals to meet that tell it."""


def contacts_of(bench: Bench, meetings: Sequence[Meeting], acts: list[Group]) -> list[Contact]:
    """Return the contacts of a pair, and take out of `acts` the refusals to meet that tell them.

    Both sides must be there for their states. What is planned or sought is no contact yet.
    """
    rows = [row for row in bench.first(meetings, _meeting_key) if _both(bench, row)]
    told = encounters(rows, bench.links, bench.desk)
    return [*_held(bench, told), *_called_off(bench, told, acts)]


def _both(bench: Bench, row: Meeting) -> bool:
    sides = bench.sides(row.participants, bench.when(row))
    return len(sides) > 1 or (row.form == "visit" and bool(sides))


def _held(bench: Bench, told: Sequence[Encounter]) -> list[Contact]:
    found: list[Contact] = []
    # The longest first, so that what is part of another finds it.
    for item in sorted((one for one in told if one.status == "held"), key=_fullest):
        day = day_of(item.date)
        if day is None:
            bench.unplaced += len(item.rows)
            continue
        whole = next((one for one in found if _part_of(item, one.item)), None)
        value = held_value(bench, item)
        if whole:
            whole.rows += item.rows
            whole.value = max(whole.value, value)
        else:
            found.append(
                Contact(item, "CONSULT", value, day, "own", ("left", "right"), list(item.rows), [])
            )
    return found


def _fullest(item: Encounter) -> tuple[bool, int, int, str]:
    return item.form == "visit", -len(people(item.participants)), -item.reports.origins, item.id


def _part_of(item: Encounter, whole: Encounter) -> bool:
    """Say whether a contact is told within another: that visit, or fewer of its people that day."""
    if (item.form == "call") != (whole.form == "call"):
        return False
    if item.place and whole.place and item.place.state != whole.place.state:
        return False
    if item.form == "visit":
        near = item.date.overlaps(whole.date, slack=1)
        return near and bool(named(item.participants) & named(whole.participants))
    return item.date.overlaps(whole.date) and people(item.participants) <= people(whole.participants)


def held_value(bench: Bench, item: Encounter) -> float:
    """Return what a contact scores held: a call, a meeting, or a visit or talks of those at the top."""
    if item.form == "call":
        return _CONSULT.modes["phone"]
    top = {
        bench.pair.side(one)
        for one in item.participants
        if any(office.partition(":")[2] in _TOP for office in bench.offices(one, item.date))
    }
    if item.form in ("visit", "summit") or len(top - {None}) > 1:
        return _CONSULT.modes["visit"]
    return _CONSULT.value


def _called_off(bench: Bench, told: Sequence[Encounter], acts: list[Group]) -> list[Contact]:
    found: list[Contact] = []
    for item in told:
        if item.status not in _OFF:
            continue
        off = [row for row in item.rows if row.status in _OFF]
        first = min((day for row in off if (day := bench.printed(row.article))), default=None)
        refusals = _refusals(item, first, acts)
        for act in refusals:
            acts.remove(act)
        day = refusals[0].day if refusals else first
        if day is None:
            bench.unplaced += len(off)
            continue
        least = -_REJECT.modes["meet"]
        value = max(least, held_value(bench, item)) if item.status == "cancelled" else least
        sides: tuple[Side, ...] = tuple(sorted(refusals[0].sides)) if refusals else ("left", "right")
        dated: Dated = refusals[0].dated if refusals else "report"
        extra = [row for act in refusals for row in act.rows]
        found.append(Contact(item, "REJECT", -value, day, dated, sides, off, extra))
    return _once(found)


def _refusals(item: Encounter, first: date | None, acts: Sequence[Group]) -> list[Group]:
    """Return the refusals to meet that tell a contact off: of one side, near its first report."""
    there = people(item.participants)
    fits = [
        act
        for act in acts
        if act.meet
        and act.type == "REJECT"
        and len(act.sides) == 1
        and (first is None or first - _BEFORE <= act.day <= first + _AFTER)
        and (not there or not act.people or there & act.people)
    ]
    ordered = sorted(fits, key=lambda act: (act.dated, act.day, act.rows[0].id))
    return [act for act in ordered if act.sides == ordered[0].sides]


def _once(contacts: Sequence[Contact]) -> list[Contact]:
    """Fold contacts called off by the same people within days: the second only tells the first."""
    found: list[Contact] = []
    for one in sorted(contacts, key=lambda one: (one.dated, one.day, len(one.sides), one.item.id)):
        there = people(one.item.participants)
        for other in found:
            far = abs(one.day - other.day) > timedelta(days=RETOLD if one.dated == "report" else 1)
            if not far and there & people(other.item.participants):
                other.rows += one.rows
                other.extra += one.extra
                other.value = min(other.value, one.value)
                break
        else:
            found.append(one)
    return found


def _meeting_key(row: Meeting) -> object:
    return row.form, row.status, row.place, named(row.participants)
