"""Terms as a file gives them become a layer: persons told apart, offices given their keys.

A person is one of the base registry when the full name is the same in any spelling, no state
contradicts it, and it held office within a life of that time; where two of the base fit, neither is
taken and a new person is made. Rows of a file that share an id are of one person, rows without ids
those of one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.errors import RegistryError
from detente.knowledge.names import fold, fold_word, gender_of, same_name
from detente.knowledge.registry import Registry, surname_key
from detente.knowledge.registry_import.terms import MAX_TERMS, Fault, Item, RawActor, RawTerm, iso
from detente.knowledge.registry_layer import Layer
from detente.knowledge.registry_load import Form, when_of
from detente.knowledge.roles import office_suffixes
from detente.knowledge.state_codes import code_of
from detente.records import Actor, ActorKind, Tenure

_LIFE = 50
"""Years between two offices of one person at most."""
_TOLD = 10
"""Faults that an error names."""
_KEPT = 1000
"""Faults that are kept when an import goes on."""
_AMBASSADOR = re.compile(r"^(?:the )?ambassador to (?:the )?(.+)$", re.IGNORECASE)
_OF_STATE = re.compile(r"^(.+) of (?:the )?([A-Z][\w.' -]+)$")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    layer: Layer
    """What it adds."""
    persons: int
    """Persons that the base did not have."""
    known: int
    """Persons that the base had."""
    undated: int
    """Terms without a beginning: the person is taken over, the term is not, since nobody could ever
    be said to be in office."""
    faults: tuple[Fault, ...]
    """What was left out, in order; none unless the import was told to keep going."""


def assemble(
    items: Iterable[Item],
    base: Registry,
    name: str,
    *,
    state: str = "",
    keep_going: bool = False,
    repeats: bool = False,
) -> Imported:
    """Return the layer that a file's terms make over a registry.

    `state` is that of rows which name none; `repeats` says that the format tells one term twice as a
    matter of course. Raises RegistryError with place and reason of what is
    wrong, unless told to keep going; then what is wrong is left out and told. Nothing but wrong rows
    is an error either way.
    """
    work = _Assembly(base, name, state, repeats)
    faults: list[Fault] = []
    wrong = 0
    for item in items:
        if isinstance(item, Fault):
            fault: Fault | None = item
        else:
            fault = work.take(item) if isinstance(item, RawTerm) else work.name_actor(item)
        if fault is None:
            continue
        wrong += 1
        if len(faults) < _KEPT:
            faults.append(fault)
        if not keep_going and wrong >= _TOLD:
            break
    if faults and (not keep_going or not work.found()):
        told = "; ".join(map(str, faults[:_TOLD]))
        remedy = "put it right" if not keep_going else "see the format in `detente registry import -h`"
        more = ", or import the rest with --keep-going" if not keep_going else ""
        raise RegistryError(f"{name}: {told}", f"nothing was imported; {remedy}{more}")
    if not work.found():
        raise RegistryError(f"{name}: no person and no term in it", "is it the format you named?")
    return work.result(tuple(faults))


class _Assembly:
    """The layer under way."""

    def __init__(self, base: Registry, name: str, state: str, repeats: bool) -> None:
        self.base, self.name, self.state, self.repeats = base, name, state, repeats
        self.people: dict[str, str] = {}
        self.actors: dict[str, Actor] = {}
        self.forms: dict[Form, None] = {}
        self.tenures: dict[tuple[str, str, str, str], Tenure] = {}
        self.places: dict[tuple[str, str, str, str], str] = {}
        self.names: dict[str, str] = {}
        self.adopted: set[str] = set()
        self.undated = 0
        self.keys: dict[tuple[str, str], tuple[str, str]] = {}

    def found(self) -> bool:
        """Say whether anything was taken over."""
        return bool(self.people or self.actors or self.forms)

    def name_actor(self, raw: RawActor) -> Fault | None:
        """Take over a body or organisation; return why not, where it is wrong."""
        if not fold(raw.name):
            return Fault(raw.where, f"{raw.name!r} is no name")
        state = code_of(raw.state or self.state)
        if raw.state and state is None:
            return Fault(raw.where, f"no state {raw.state!r}")
        kind: ActorKind = "body" if raw.kind == "body" and state else "organisation"
        known = [
            one
            for one in self.base.named(fold(raw.name))
            if self.base.actors[one].kind == kind and self.base.actors[one].state == state
        ]
        if known:
            found = known[0]
        else:
            found = f"{kind}:{state.lower()}-{slug(raw.name)}" if state else f"{kind}:{slug(raw.name)}"
            self.actors[found] = Actor(found, kind, raw.name, state)
        self._name(found, (raw.name, *raw.forms))
        return None

    def take(self, term: RawTerm) -> Fault | None:
        """Take one term over; return why not, where it is wrong."""
        if not term.person:
            return Fault(term.where, "no name of a person")
        if not fold(term.person):
            return Fault(term.where, f"{term.person!r} is no name")
        state = ""
        if named := term.state or self.state or term.office.partition(":")[0] * (":" in term.office):
            found = code_of(named)
            if found is None and f"organisation:{named.lower()}" not in self.base.actors:
                return Fault(term.where, f"no state or organisation {named!r}")
            state = found or named.upper()
        try:
            start, end = when_of(iso(term.start)), when_of(iso(term.end))
        except RegistryError as error:
            return Fault(term.where, error.what.partition(": ")[2])
        if start.start and end.end and end.end < start.start:
            return Fault(term.where, f"ends {end.label()}, before it begins {start.label()}")
        if term.title or term.office:
            named, office = self._office(term, state)
            state = state or named
            if not state:
                return Fault(term.where, f"no state for {term.title or term.office!r}")
            if office.partition(":")[0] != state:
                return Fault(term.where, f"office {office!r} is none of {state}")
        else:
            office = ""
        key = term.key or fold(term.person)
        if (known := self.names.get(key)) and not _alike(known, term.person):
            return Fault(term.where, f"id {term.key!r} is {known!r} and {term.person!r}")
        home = code_of(term.home) or (state if len(state) == 3 and code_of(state) else None)
        person = self._person(key, term, home, start.start)
        if not office:
            return None
        if start.start is None:
            self.undated += 1
            return None
        return self._hold(term, Tenure(
            person, office, term.title or _titled(office), state, start, end,
            term.note or f"imported from {self.name}",
        ))  # fmt: skip

    def _hold(self, term: RawTerm, tenure: Tenure) -> Fault | None:
        start = tenure.start.label()
        place = (tenure.person, tenure.office, tenure.title, start)
        before = self.tenures.get(place)
        if before is None:
            if len(self.tenures) >= MAX_TERMS:
                raise RegistryError(
                    f"{self.name} {term.where}: more than {MAX_TERMS} terms",
                    "nothing was imported; import the part that your articles are about",
                )
            self.tenures[place], self.places[place] = tenure, term.where
        elif not before.end.known and tenure.end.known:
            # The same term is often told twice, once by a list that was made while it ran.
            self.tenures[place] = tenure
        elif tenure.end.known and before.end != tenure.end:
            other = f"{before.end.label()} at {self.places[place]}"
            return Fault(term.where, f"a term from {start} ends {tenure.end.label()}, and {other}")
        elif before.end == tenure.end and not self.repeats:
            return Fault(term.where, f"the same term as at {self.places[place]}")
        return None

    def _office(self, term: RawTerm, state: str) -> tuple[str, str]:
        """Return state and key of an office; no state where none is named."""
        if ":" in term.office:
            return term.office.partition(":")[0], term.office
        if not state and (match := _OF_STATE.match(term.title)) and (found := code_of(match[2])):
            state = found
        if not state:
            return "", ""
        if term.office:
            return state, f"{state}:{term.office}"
        at = (state, term.title.lower())
        if at not in self.keys:
            self.keys[at] = (state, f"{state}:{self._suffix(term.title, state)}")
        return self.keys[at]

    def _suffix(self, title: str, state: str) -> str:
        bare = title
        if (match := _OF_STATE.match(title)) and code_of(match[2]) == state:
            bare = match[1]
        if match := _AMBASSADOR.match(bare):
            if bare.lower().endswith(("united nations", "the un", "u.n.")):
                return "un-ambassador"
            if host := code_of(match[1]):
                return f"ambassador-to-{host}"
        for words in (title, bare):
            suffixes = office_suffixes(words, state)
            if len(suffixes) == 1:
                return suffixes[0]
            keys = [key for key in self.base.offices(words, state) if key.startswith(f"{state}:")]
            if len(keys) == 1:
                return keys[0].partition(":")[2]
        return slug(bare)

    def _person(self, key: str, term: RawTerm, state: str | None, day: date | None) -> str:
        if key in self.people:
            person = self.people[key]
        else:
            person = self._known(term.person, state, day) or self._new(term, key, state)
            self.people[key], self.names[key] = person, term.person
        self._name(person, (term.person, *term.forms))
        return person

    def _name(self, actor: str, names: Iterable[str]) -> None:
        known = {form.text for form in self.base.forms_of(actor)}
        for text in names:
            if text and text not in known:
                self.forms[Form(text, actor, "name")] = None

    def _known(self, name: str, state: str | None, day: date | None) -> str | None:
        found = [
            one
            for one in self.base.surnamed(surname_key(name))
            if one not in self.adopted
            and any(same_name(form.text, name) for form in self.base.forms_of(one))
            and self._fits(one, state, day)
        ]
        exact = [one for one in found if fold(self.base.actors[one].name) == fold(name)]
        found = exact if len(found) > 1 else found
        if len(found) != 1:
            return None
        self.adopted.add(found[0])
        return found[0]

    def _fits(self, person: str, state: str | None, day: date | None) -> bool:
        actor, held = self.base.actors[person], self.base.tenures_of(person)
        states = {actor.state, *(tenure.state for tenure in held)} - {None}
        if state and states and state not in states:
            return False
        starts = [tenure.start.start for tenure in held if tenure.start.start]
        return not (day and starts) or min(abs(day.year - one.year) for one in starts) <= _LIFE

    def _new(self, term: RawTerm, key: str, state: str | None) -> str:
        plain = f"person:{slug(term.person)}"
        found, n = plain, 1
        while found in self.base.actors or found in self.actors:
            n += 1
            found = f"{plain}-{n}"
        gender = term.gender or gender_of(term.person)
        sex: Literal["f", "m"] | None = "f" if gender == "f" else "m" if gender == "m" else None
        self.actors[found] = Actor(found, "person", term.person, state, gender=sex)
        return found

    def result(self, faults: tuple[Fault, ...]) -> Imported:
        """Return what was made."""
        layer = Layer(
            tuple(self.actors.values()),
            tuple(self.forms),
            tuple(self.tenures.values()),
            frozenset(_crowded(self.tenures.values()) - set(self.base.held())),
        )
        return Imported(layer, len(self.actors), len(self.adopted), self.undated, faults)


def _alike(left: str, right: str) -> bool:
    return (
        fold(left) == fold(right) or same_name(left, right) or surname_key(left) == surname_key(right)
    )


def _titled(office: str) -> str:
    words = office.partition(":")[2].replace("-", " ")
    return words[:1].upper() + words[1:]


def _crowded(tenures: Iterable[Tenure]) -> set[str]:
    """Return the offices that three people held on one day: they have more than one seat."""
    offices: dict[str, list[tuple[date, date, str]]] = {}
    for tenure in tenures:
        if tenure.start.start:
            last = tenure.end.end or date.max
            offices.setdefault(tenure.office, []).append((tenure.start.start, last, tenure.person))
    found: set[str] = set()
    for office, held in offices.items():
        held.sort()
        open_now: list[tuple[date, str]] = []
        for start, last, person in held:
            open_now = [one for one in open_now if one[0] > start and one[1] != person]
            open_now.append((last, person))
            if len(open_now) > _SEATS:
                found.add(office)
                break
    return found


_SEATS = 2


def slug(text: str) -> str:
    """Return words as they stand in an id.

    >>> slug("Jean-Yves Le Drian"), slug("Сергей Лавров")
    ('jean-yves-le-drian', 'sergei-lavrov')
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    if not plain.isascii():
        plain = " ".join(fold_word(word) for word in text.split())
    found = _NO_LETTER.sub("-", plain.replace("'", "").replace(".", "").replace("’", "")).strip("-")
    return found or "unnamed"
