"""Rows of many articles become deeds: what one state did, said or sought toward the other, each once.

A deed is an act (an event), a contact (a meeting held or called off) or words (an attitude). However
many outlets tell it, and however often one looks back on it, it is one deed:

- of copies of one text only the first printed counts, but for what a later one adds;
- reports of one contact are those that `same-meeting` links join (`query.encounters`); a visit in the
  course of which people met is part of that meeting, and a refusal to meet part of the contact it
  called off;
- acts are one when they have one type and one direction, at most a day lies between them, and no two
  of their people are different; one that has no day but that of its report is also one with an act up
  to `course_acts.LOOKS_BACK` days before that shares issue and verb;
- words against (or for) somebody are part of an act of that day by the same people.

Somebody must act for the state whose deed it is: the state, its bodies, who is in office on that day,
its officials. No deed are: talks told as events (they are contacts); what is planned, hypothetical,
denied, negated or history; what cannot be put in a week (it is counted in `unplaced`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.query.concern import Pair
from detente.query.course_acts import Group, acts_of, surest, words_of
from detente.query.course_bench import Bench, Dated, Told, day_of
from detente.query.course_contacts import Contact, contacts_of
from detente.query.course_rows import CourseRows
from detente.query.refs import Ref
from detente.query.views import Reports, Side
from detente.records import Event, When

Kind = Literal["act", "contact", "words"]
WORDS = 2.0
"""Score of words for (+) or against (-) the other: PLOVER's least for blame, and its mirror."""


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
    when: When
    """The same as the texts give it: a range of a few days; unknown where only the report is dated."""
    dated: Dated
    """`own`: the texts say the day; `report`: it is that of the first report."""
    sides: tuple[Side, ...]
    """Whose it is: one of the two toward the other, or both toward each other."""
    actors: tuple[str, ...]
    """Names of who did it or took part."""
    toward: tuple[str, ...]
    """Names of whom it was done to; empty where all took part."""
    trigger: str
    """The word that tells it; of a contact what became of it, of words `for` or `against`."""
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


@dataclass(frozen=True, slots=True)
class Deeds:
    """What was counted, and how much could not be."""

    deeds: tuple[Deed, ...]
    """In order of days."""
    unplaced: int
    """Rows that would count but have no day, or one too vague for a week."""


def deeds_of(rows: CourseRows, left: str, right: str) -> Deeds:
    """Return the deeds of two states toward each other, in order of days."""
    bench = Bench(rows, Pair(left, right, rows.desk.reference))
    acts = acts_of(bench, rows.events)
    contacts = contacts_of(bench, rows.meetings, acts)
    words = words_of(bench, rows.attitudes, acts)
    found = [_of_contact(bench, one) for one in contacts]
    found += [_of_group(bench, one) for one in (*acts, *words)]
    ordered = sorted(found, key=lambda deed: (deed.day, deed.kind, deed.type, deed.id))
    return Deeds(tuple(ordered), bench.unplaced)


def _of_contact(bench: Bench, one: Contact) -> Deed:
    issues = {matter for row in one.rows for matter in row.agenda if matter.startswith("issue:")}
    issues |= {matter for row in one.extra for matter in row.issues}
    every = bench.with_copies([*one.rows, *one.extra])
    item = one.item
    return Deed(
        id=item.id,
        kind="contact",
        type=one.type,
        mode=item.form,
        value=one.value,
        day=one.day,
        when=item.date if one.type == "CONSULT" else _told_when(one.extra),
        dated=one.dated,
        sides=one.sides,
        actors=tuple(dict.fromkeys(who.name for who in item.participants)),
        toward=(),
        trigger=item.status,
        place=item.place.name if item.place else None,
        issues=tuple(sorted(issues)),
        rows=tuple(row.id for row in every),
        reports=bench.desk.reports(row.article for row in every),
        refs=bench.desk.refs(every),
    )


def _of_group(bench: Bench, one: Group) -> Deed:
    every = bench.with_copies([*one.rows, *one.extra])
    row = surest(one.rows, bench.desk)
    if isinstance(row, Event):
        parties = (row.actors, row.recipients)
        mode, value, trigger, place = row.mode, row.value, row.trigger, row.place
    else:
        parties = ((row.actor,), (row.toward,))
        value = WORDS if row.polarity == "for" else -WORDS
        mode, trigger, place = None, row.polarity, None
    return Deed(
        id=row.id,
        kind=one.kind,
        type=one.type,
        mode=mode,
        value=value,
        day=one.day,
        when=_told_when(one.rows),
        dated=one.dated,
        sides=tuple(sorted(one.sides)),
        actors=tuple(dict.fromkeys(who.name for who in parties[0])),
        toward=tuple(dict.fromkeys(who.name for who in parties[1])),
        trigger=trigger,
        place=place.name if place else None,
        issues=tuple(sorted(one.issues)),
        rows=tuple(told.id for told in every),
        reports=bench.desk.reports(told.article for told in every),
        refs=bench.desk.refs(every),
    )


def _told_when(rows: Sequence[Told]) -> When:
    """Return the most exact day that a row gives of itself; unknown where none does."""
    own = [row.date for row in rows if row.date.basis != "published" and day_of(row.date)]
    return min(own, key=lambda when: (_width(when), when.label()), default=When())


def _width(when: When) -> int:
    """Return how many days a date reaches over."""
    assert when.start is not None
    assert when.end is not None
    return (when.end - when.start).days
