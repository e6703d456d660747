"""Who is who in the world: states, organisations, bodies, persons, and who held which office when.

The tables are facts of the public record in `knowledge/data`; `registry_load` reads them. A tenure is
no more exact than the record: where only a month or a year is certain, every day of it counts as in
office, and a person whose term has no beginning is never in office.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from detente.errors import UnknownName
from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.names import fold, fold_word
from detente.knowledge.registry_check import problems
from detente.knowledge.registry_load import Form, generic_body, load_actors, load_tenures
from detente.knowledge.roles import office_suffixes, states_of_title
from detente.knowledge.states import State, states
from detente.knowledge.tables import rows
from detente.records import Actor, Tenure, When

_EMPTY: tuple[Tenure, ...] = ()
_RANKS = (
    "supreme-leader", "head-of-state", "head-of-government", "crown-prince", "state-counsellor",
    "vice-president", "foreign-minister", "defence-minister",
)  # fmt: skip
"""Offices in the order in which somebody who holds two of them is called."""
_NUMERALS = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xvi"))
_FIRST_NAMED = frozenset(("ETH", "ERI", "ISL", "TLS"))
"""States whose people are called by their first name: "Abiy", "Isaias"."""
_FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG"))
_NO_GIVEN = frozenset((
    "king", "queen", "sultan", "emir", "prince", "princess", "sheikh", "pope", "general", "sir", "lord",
    "baroness", "crown",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """An answer to "who": an actor, and the office held at the time that was asked for."""

    actor: Actor
    """Who."""
    tenure: Tenure | None
    """The office then; None when none was held or none is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """Actors and tenures, and the ways to ask for them.

    `registry()` gives the built-in one. A registry is never changed: a reader's own is another one.
    """

    actors: Mapping[str, Actor]
    """Every actor by id."""
    forms: tuple[Form, ...]
    """The words that name states, organisations and bodies, and the full names of persons."""
    tenures: tuple[Tenure, ...]
    """Every tenure, in the order of the table."""
    many: frozenset[str] = frozenset()
    """Offices that several people hold at a time (deputy ministers)."""
    issues: tuple[OwnIssue, ...] = ()
    """A reader's own issues, which are kept with the registry they lay over the built-in one."""
    _by_name: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _by_surname: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _given: frozenset[str] = field(init=False, repr=False, compare=False)
    _by_person: dict[str, tuple[Tenure, ...]] = field(init=False, repr=False, compare=False)
    _by_office: dict[str, tuple[Tenure, ...]] = field(init=False, repr=False, compare=False)
    _forms_of: dict[str, tuple[Form, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, dict[str, None]] = {}
        by_surname: dict[str, dict[str, None]] = {}
        given: set[str] = set()
        forms_of: dict[str, list[Form]] = {}
        for form in self.forms:
            forms_of.setdefault(form.actor_id, []).append(form)
            if form.sense in ("demonym", "people"):
                continue
            key = fold(form.text)
            by_name.setdefault(key, {})[form.actor_id] = None
            if self.actors[form.actor_id].kind == "person":
                words = key.split()
                by_surname.setdefault(surname_key(form.text), {})[form.actor_id] = None
                if len(words) > 1 and self.actors[form.actor_id].state in _FIRST_NAMED:
                    by_surname.setdefault(words[0], {})[form.actor_id] = None
                if len(words) > 1 and self.actors[form.actor_id].state not in _FAMILY_FIRST:
                    given.add(words[0])
        by_person: dict[str, list[Tenure]] = {}
        by_office: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            by_person.setdefault(tenure.person, []).append(tenure)
            by_office.setdefault(tenure.office, []).append(tenure)
        for name, table in (("_by_name", by_name), ("_by_surname", by_surname)):
            object.__setattr__(self, name, {key: tuple(ids) for key, ids in table.items()})
        object.__setattr__(self, "_given", frozenset(given - _NO_GIVEN))
        for name, grouped in (
            ("_by_person", by_person),
            ("_by_office", by_office),
            ("_forms_of", forms_of),
        ):
            object.__setattr__(self, name, {key: tuple(held) for key, held in grouped.items()})

    def actor(self, actor_id: str) -> Actor:
        """Return the actor of an id.

        A body that every state has (`body:tur-foreign-ministry`) is made on the spot. Raises
        UnknownName for an id that nobody has.
        """
        found = self.actors.get(actor_id) or self._generic(actor_id)
        if found is None:
            raise UnknownName(
                f"no actor {actor_id!r} in the registry",
                "an id looks like state:USA, person:john-kerry, organisation:nato",
            )
        return found

    def find(self, name: str) -> tuple[Actor, ...]:
        """Return the actors of a full name in any spelling, else the persons of that surname.

        >>> [actor.id for actor in registry().find("Sergey Lavrov")]
        ['person:sergei-lavrov']
        >>> [actor.name for actor in registry().find("Foggy Bottom")]
        ['United States']
        """
        ids = self._by_name.get(fold(name)) or ()
        if not ids:
            ids = self._by_surname.get(fold(name)) or ()
        return tuple(self.actors[actor_id] for actor_id in ids)

    def named(self, key: str) -> tuple[str, ...]:
        """Return the ids of the actors whose full name folds to a key; see `names.fold`."""
        return self._by_name.get(key, ())

    def surnamed(self, key: str) -> tuple[str, ...]:
        """Return the ids of the persons whose last name folds to a key."""
        return self._by_surname.get(key, ())

    def has_given(self, key: str) -> bool:
        """Say whether somebody of the registry has a first name that folds to a key."""
        return key in self._given

    def forms_of(self, actor_id: str) -> tuple[Form, ...]:
        """Return the words that name an actor, in any sense; of a person the full names.

        >>> [form.text for form in registry().forms_of("organisation:p5plus1")][:2]
        ['P5+1', 'P5 plus 1']
        """
        return self._forms_of.get(actor_id, ())

    def held(self) -> tuple[str, ...]:
        """Return the keys of the offices somebody is known to have held, in the order of the table."""
        return tuple(self._by_office)

    def tenures_of(self, person_id: str) -> tuple[Tenure, ...]:
        """Return what a person held, in the order of the table."""
        return self._by_person.get(person_id, _EMPTY)

    def office_on(self, person_id: str, when: When) -> Tenure | None:
        """Return the office a person held at a date; of several the one they are called by.

        That is the highest, a prime minister's before that of the ministry he kept for himself, and
        among equals the one begun last. None when the date is unknown.

        >>> registry().office_on("person:john-kerry", When.day(date(2013, 2, 1))).title
        'Secretary of State'
        >>> registry().office_on("person:benjamin-netanyahu", When.day(date(2013, 5, 1))).title
        'Prime Minister'
        """
        return next(iter(self.offices_on(person_id, when)), None)

    def offices_on(self, person_id: str, when: When) -> tuple[Tenure, ...]:
        """Return every office a person held at a date, the one they are called by first.

        A date of several days asks for offices held through all of them; where only one bound is known
        that day is asked for. A term that the record surely had running comes before one that may
        have ended in the month or year of the date. Empty when the date is unknown.
        """
        day = as_days(when)
        if day is None:
            return _EMPTY
        first, last = (day[0], day[0]), (day[1], day[1])
        held = [t for t in self.tenures_of(person_id) if covers(t, first) and covers(t, last)]
        if len(held) > 1:
            held.sort(key=lambda t: t.start.start or date.min, reverse=True)
            held.sort(key=lambda t: (not _surely(t, day), rank_of(t)))
        return tuple(held)

    def holders(self, office: str, state: str | None, when: When) -> tuple[Tenure, ...]:
        """Return who held an office, named by its key or a title, in a state at a date.

        The first and the last day count, so that on the day of a hand-over both are returned.

        >>> on = When.day(date(2013, 2, 26))
        >>> [tenure.person for tenure in registry().holders("foreign minister", "RUS", on)]
        ['person:sergei-lavrov']
        """
        day = as_days(when)
        if day is None:
            return ()
        keys = self.offices(office, state)
        return tuple(t for key in keys for t in self._by_office.get(key, _EMPTY) if covers(t, day))

    def terms(self, office: str) -> tuple[Tenure, ...]:
        """Return every tenure of an office by its key, in the order of the table."""
        return self._by_office.get(office, _EMPTY)

    def offices(self, office: str, state: str | None) -> tuple[str, ...]:
        """Return the keys of the offices that a key, a kind of office or a title stands for."""
        if ":" in office:
            return (office,) if office in self._by_office else ()
        only = states_of_title(office)
        if state is None and len(only) == 1:
            (state,) = only
        if state is None:
            wanted = office.lower()
            suffixes = office_suffixes(wanted) or (wanted.replace(" ", "-"),)
            return tuple(
                key
                for key, held in self._by_office.items()
                if key.partition(":")[2] in suffixes or any(t.title.lower() == wanted for t in held)
            )
        suffixes = office_suffixes(office, state)
        keys = [f"{state}:{suffix}" for suffix in suffixes]
        keys = [key for key in keys if key in self._by_office]
        if not keys:
            wanted = office.lower()
            keys = [
                key
                for key, held in self._by_office.items()
                if held[0].state == state
                and (any(t.title.lower() == wanted for t in held) or key.partition(":")[2] == wanted)
            ]
        return tuple(keys)

    def who(self, query: str, state: str | None = None, on: date | None = None) -> tuple[Held, ...]:
        """Return who a name or title stands for, in a state and on a day if they are given.

        A title gives its holders then, or all that ever held it; a name gives its bearers with the
        office held then.

        >>> [held.actor.name for held in registry().who("foreign minister", "RUS", date(2013, 2, 26))]
        ['Sergei Lavrov']
        >>> [held.tenure.title for held in registry().who("lavrov", on=date(2003, 1, 1))]
        ['Ambassador to the United Nations']
        """
        when = When.day(on) if on else When()
        keys = self.offices(query, state)
        if keys:
            terms = [t for key in keys for t in self._by_office.get(key, _EMPTY)]
            if on is not None:
                terms = [t for t in terms if covers(t, (on, on))]
            return tuple(Held(self.actor(t.person), t) for t in terms)
        found = [actor for actor in self.find(query) if state in (None, actor.state)]
        return tuple(Held(actor, self.office_on(actor.id, when)) for actor in found)

    def body_of(self, state: str, key: str) -> Actor:
        """Return a body that every state has (`foreign-ministry`), of one state."""
        return self.actors.get(f"body:{state.lower()}-{key}") or generic_body(self.state(state), key)

    def state(self, code: str) -> State:
        """Return the state of a code; raises UnknownName when there is none."""
        from_table = states().get(code)
        if from_table is None:
            raise UnknownName(f"no state {code!r}", "states are ISO 3166-1 alpha-3 codes")
        return from_table

    def check(self) -> tuple[str, ...]:
        """Return what contradicts itself in the tables, a sentence each; empty when all is well."""
        return tuple(problems(self.actors, self.tenures, self.many))

    def _generic(self, actor_id: str) -> Actor | None:
        kind, _, rest = actor_id.partition(":")
        code, _, key = rest.partition("-")
        known = states().get(code.upper())
        if kind != "body" or known is None:
            return None
        try:
            return generic_body(known, key)
        except StopIteration:
            return None


def surname_key(name: str) -> str:
    """Return the folded last word of a name; of a Chinese or Korean name the first is tried elsewhere.

    >>> surname_key("Bashar al-Assad") == surname_key("Assad")
    True
    >>> surname_key("King Abdullah II")
    'abdulah'
    """
    words = fold(name).split()
    if len(words) > 1 and words[-1] in _NUMERALS:
        words.pop()
    return words[-1] if words else fold_word(name)


def as_days(when: When) -> tuple[date, date] | None:
    """Return the first and last day of a date, of a half-open one its known bound; None if unknown."""
    start, end = when.start or when.end, when.end or when.start
    return (start, end) if start and end else None


def covers(tenure: Tenure, days: tuple[date, date]) -> bool:
    """Say whether a tenure was running on any of these days, its first and last day included."""
    if tenure.start.start is None or tenure.start.start > days[1]:
        return False
    return tenure.end.end is None or tenure.end.end >= days[0]


def _surely(tenure: Tenure, days: tuple[date, date]) -> bool:
    """Whether a term was running on these days whatever day of its month or year it began and ended."""
    start, end = tenure.start.end, tenure.end.start
    return (start is None or start <= days[0]) and (end is None or end >= days[1])


def rank_of(tenure: Tenure) -> int:
    """Return how high an office stands among those that one person holds, 0 the highest."""
    kind = tenure.office.partition(":")[2]
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)


@lru_cache(maxsize=1)
def registry() -> Registry:
    """Return the built-in registry, loaded once a process on first use."""
    actors: dict[str, Actor] = {}
    forms: list[Form] = []
    for actor, words in load_actors():
        actors[actor.id] = actor
        forms += words
    many = frozenset(row["office"] for row in rows("offices_many.tsv"))
    return Registry(actors, tuple(forms), tuple(load_tenures()), many)
