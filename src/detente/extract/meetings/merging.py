"""Tellings of the same contact become one; what points back finds what it points to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from detente.extract.clauses import key_of, unique
from detente.extract.meetings.telling import Telling
from detente.extract.meetings.words import Status
from detente.knowledge.places import same_city
from detente.records import UNKNOWN_DATE, Participant, When

_ORDER: dict[Status, int] = {
    "cancelled": 0, "postponed": 1, "declined": 2, "held": 3, "planned": 4, "sought": 5,
}  # fmt: skip
_FACE = frozenset(("meeting", "summit"))
_NEAR = 3
_OFFICE = re.compile(
    r"\b(?:minister|president|secretary|premier|chancellor|counterpart|colleague|diplomat)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Contact:
    """A contact in the making: the tellings that are taken for one."""

    tellings: list[Telling]
    """In order of the text."""
    extra: list[int] = field(default_factory=list)
    """Numbers of further sentences that tell of it (a gesture, the agenda, a caption)."""

    @property
    def participants(self) -> list[Participant]:
        """Everybody named, the fullest naming first."""
        return unique(p for t in self.tellings for p in t.participants)

    @property
    def keys(self) -> frozenset[str]:
        """Who takes part, as keys."""
        return frozenset(key_of(p) for p in self.participants)


def merge(tellings: Sequence[Telling]) -> list[Contact]:
    """Return the contacts that tellings tell of, in order of their first telling."""
    contacts: list[Contact] = []
    for telling in tellings:
        if telling.anaphoric:
            _attach(contacts, telling)
            continue
        for contact in contacts:
            if _same(contact, telling):
                contact.tellings.append(telling)
                break
        else:
            contacts.append(Contact([telling]))
    contacts = _settle(contacts)
    contacts = _named_elsewhere(contacts)
    contacts = _of_states(contacts)
    contacts = _over_days(contacts)
    return [
        contact
        for contact in contacts
        if (len(contact.participants) >= 2 or any(t.body for t in contact.tellings))
        and any(p.actor_id for p in contact.participants)
        and not all(t.weak for t in contact.tellings)
        and not _at_home(contact)
    ]


def _at_home(contact: Contact) -> bool:
    """Say whether all who meet hold office in one state: no contact between states."""
    people = contact.participants
    states = {p.state for p in people}
    return (
        len(people) > 1
        and len(states) == 1
        and None not in states
        and all(p.kind == "person" and p.office for p in people)
    )


def _of_states(contacts: list[Contact]) -> list[Contact]:
    """Join what a lead tells of states or of unnamed ministers to the people whom the next one names.

    "A and B agreed on Saturday after talks. X and Y announced it" is one meeting, of X and Y.
    """
    kept: list[Contact] = []
    for contact in contacts:
        people = contact.participants
        whole = None
        summoned = any(t.rule == "verb summon" for t in contact.tellings)
        if len(people) >= 2 and all(p.kind == "state" for p in people) and not summoned:
            whole = next((o for o in contacts if o is not contact and _stands_for(o, contact)), None)
        if whole is None:
            kept.append(contact)
        else:
            whole.tellings += [replace(t, participants=()) for t in contact.tellings]
            whole.extra += contact.extra
    return kept


def _over_days(contacts: list[Contact]) -> list[Contact]:
    """Join what the same people did in one place on days that follow each other: talks of several days.

    Calls and visits stay apart, and so do meetings of which one is told as a meeting by itself.
    """
    kept: list[Contact] = []
    for contact in contacts:
        whole = next((o for o in kept if _goes_on(o, contact)), None)
        if whole is None:
            kept.append(contact)
            continue
        one, other = date_of_contact(whole), date_of_contact(contact)
        starts = [d for d in (one.start, other.start) if d]
        ends = [d for d in (one.end, other.end) if d]
        both = When(min(starts), max(ends), "range", one.basis, one.text)
        whole.tellings = [replace(t, date=both) for t in (*whole.tellings, *contact.tellings)]
        whole.extra += contact.extra
    return kept


def _goes_on(whole: Contact, contact: Contact) -> bool:
    """Say whether a contact is the next day, or the day before, of another of the same people."""
    tellings = (*whole.tellings, *contact.tellings)
    if whole.keys != contact.keys or not {t.form for t in tellings} <= _FACE:
        return False
    if status_of(whole) != "held" or status_of(contact) != "held":
        return False
    if any(t.apart or t.weak or t.body for t in tellings) or not any(t.place for t in tellings):
        return False
    if not all(same_city(a.place, b.place) for a in whole.tellings for b in contact.tellings):
        return False
    one, other = date_of_contact(whole), date_of_contact(contact)
    if not (one.start and one.end and other.start and other.end):
        return False
    if other.precision != "day" or "published" in (one.basis, other.basis):
        return False
    return timedelta(days=1) in (other.start - one.end, one.start - other.end)


def _stands_for(people: Contact, states: Contact) -> bool:
    named = people.participants
    near = abs(people.tellings[0].sent.number - states.tellings[0].sent.number) <= 3
    same = {t.form for t in people.tellings} | {t.form for t in states.tellings} <= _FACE
    return (
        near
        and same
        and len(named) >= 2
        and all(p.kind == "person" for p in named)
        and {p.state for p in named} == {p.state for p in states.participants}
        and status_of(people) == status_of(states)
        and all(_fits(people, telling) for telling in states.tellings)
    )


def _named_elsewhere(contacts: list[Contact]) -> list[Contact]:
    """Join a contact with an office phrase nobody resolved to the one of that day that has a name."""
    kept: list[Contact] = []
    for contact in contacts:
        nameless = {
            key_of(p)
            for p in contact.participants
            if p.actor_id is None
            and _OFFICE.search(p.name)
            and {t.form for t in contact.tellings} <= _FACE
        }
        known = contact.keys - nameless
        day = date_of_contact(contact)
        exact = day.precision == "day" and day.known
        whole = None
        if (exact or not day.known) and known and len(nameless) == 1:
            whole = next((o for o in contacts if o is not contact and _holds(o, contact, known)), None)
        if whole is None:
            kept.append(contact)
        else:
            whole.tellings += [replace(t, participants=()) for t in contact.tellings]
            whole.extra += contact.extra
    return kept


def _attach(contacts: list[Contact], telling: Telling) -> None:
    """Their meeting, the two met: the last contact told, if it is near and nothing speaks against.

    "They will meet again" is one more contact of the same people.
    """
    for contact in reversed(contacts):
        last = contact.tellings[-1]
        if telling.sent.number - last.sent.number > 4 or any(t.body for t in contact.tellings):
            continue
        keys = {key_of(p) for p in telling.participants}
        if keys and not keys <= contact.keys:
            continue
        if last.form == "visit" or (telling.form == "call") != (last.form == "call"):
            continue
        if telling.again and telling.status == "planned" and last.status == "held":
            contacts.append(Contact([replace(telling, participants=tuple(contact.participants))]))
            return
        if _fits(contact, telling):
            contact.tellings.append(replace(telling, participants=()))
            return


def _same(contact: Contact, telling: Telling) -> bool:
    mine, other = contact.keys, frozenset(key_of(p) for p in telling.participants)
    forms = {t.form for t in contact.tellings}
    if telling.form not in forms and not (telling.form in _FACE and forms <= _FACE):
        return False
    shared = mine & other
    if (telling.apart or contact.tellings[0].apart) and mine != other:
        return False
    if (telling.weak or all(t.weak for t in contact.tellings)) and mine != other:
        return False  # what is only seen from what two did is no meeting with a third
    if not (mine <= other or other <= mine) or len(shared) < min(2, len(other)):
        return False
    if telling.again and telling.status == "planned" and status_of(contact) == "held":
        return False
    return _fits(contact, telling)


def _fits(contact: Contact, telling: Telling) -> bool:
    """Say whether place, date and status let a telling be of this contact."""
    for known in contact.tellings:
        if not same_city(known.place, telling.place):
            return False
        if known.date.known and telling.date.known and not known.date.overlaps(telling.date):
            return False
        if not _status_fits(known, telling):
            return False
    return True


def _status_fits(left: Telling, right: Telling) -> bool:
    states = {left.status, right.status}
    if len(states) == 1:
        return True
    if "held" in states:
        other = left if left.status != "held" else right
        return other.expected
    return True


def _settle(contacts: list[Contact]) -> list[Contact]:
    """Drop the plural ("upcoming meetings") where each is told by itself, which keeps its words."""
    kept = []
    for contact in contacts:
        if all(t.plural and t.place is None and not t.occasion for t in contact.tellings):
            special = [
                other
                for other in contacts
                if other is not contact and contact.keys <= other.keys and _status_like(contact, other)
                and not all(t.plural and t.place is None and not t.occasion for t in other.tellings)
            ]  # fmt: skip
            if special:
                for other in special:
                    other.extra += [t.sent.number for t in contact.tellings]
                continue
        kept.append(contact)
    return kept


def _status_like(left: Contact, right: Contact) -> bool:
    return status_of(left) == status_of(right)


def status_of(contact: Contact) -> Status:
    """Return what became of a contact: the surest of what its tellings say."""
    return min((t.status for t in contact.tellings), key=_ORDER.__getitem__)


def date_of_contact(contact: Contact) -> When:
    """Return the narrowest date that a telling gives, one read from the words before one inferred."""
    known = [t.date for t in contact.tellings if t.date.known]
    if not known:
        return UNKNOWN_DATE

    def width(when: When) -> tuple[bool, int]:
        if when.start is None or when.end is None:
            return True, 10**6
        days = (when.end - when.start).days
        # "Later this year" says less than the known day of the summit.
        return days > 31 or when.basis == "inferred", days

    chosen = min(known, key=width)
    # "Agreed on Saturday after three days of talks": the talks lasted three days.
    whole = [w for w in known if w.text == chosen.text and w.precision == "range" != chosen.precision]
    return whole[0] if whole and chosen.precision == "day" else chosen


def _one_day(other: Contact, contact: Contact) -> bool:
    """Say whether two contacts are told of one day, or side by side and of no day."""
    one, two = date_of_contact(other), date_of_contact(contact)
    if one.known and two.known:
        return one.overlaps(two)
    near = abs(other.tellings[0].sent.number - contact.tellings[0].sent.number)
    return near <= _NEAR and not two.known and status_of(other) == status_of(contact)


def _holds(other: Contact, contact: Contact, known: frozenset[str]) -> bool:
    """Say whether another contact of that day has the known people and a name for the one without."""
    return (
        {t.form for t in other.tellings} <= _FACE
        and known < other.keys
        and len(other.keys) == len(contact.keys)
        and all(p.actor_id for p in other.participants)
        and _one_day(other, contact)
        and all(same_city(a.place, b.place) for a in contact.tellings for b in other.tellings)
    )
