"""Who held an office, and which offices somebody held, on a day or ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from detente.errors import UnknownName
from detente.knowledge.registry import Registry
from detente.records import Tenure

_NEAR = 4
_MANY = 12


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody, and an office held."""

    person: str
    """`Actor.id`."""
    name: str
    """The name."""
    tenure: Tenure | None
    """The office with its days; None when the registry knows of none (on that day)."""


def who(registry: Registry, words: str, state: str | None = None, on: date | None = None) -> list[Held]:
    """Return who held an office, or which offices somebody held, on a day or ever, in order of time.

    The words are the key of an office (`foreign-minister`), one of its titles ("Secretary of State"),
    or a name. On the day of a hand-over both holders are returned; an office that was vacant gives
    nobody. Raises UnknownName, with what is near, when the words are neither.

    >>> from detente.knowledge.registry import registry
    >>> [held.name for held in who(registry(), "foreign minister", "RUS", date(2013, 2, 26))]
    ['Sergei Lavrov']
    """
    keys = registry.offices(words, state)
    if keys:
        terms = [term for key in keys for term in registry.terms(key) if _runs(term, on)]
        return [Held(term.person, registry.actor(term.person).name, term) for term in _ordered(terms)]
    people = [
        actor
        for actor in registry.find(words)
        if actor.kind == "person" and state in (None, actor.state)
    ]
    if not people:
        raise _unknown(registry, words, state)
    found: list[Held] = []
    for actor in people:
        terms = _ordered([term for term in registry.tenures_of(actor.id) if _runs(term, on)])
        found += [Held(actor.id, actor.name, term) for term in terms]
        if not terms:
            found.append(Held(actor.id, actor.name, None))
    return found


def _runs(term: Tenure, on: date | None) -> bool:
    """Say whether a tenure runs on a day; one whose beginning is not known runs on none."""
    if on is None:
        return True
    start, end = term.start.start, term.end.end
    return start is not None and start <= on and (end is None or on <= end)


def _ordered(terms: list[Tenure]) -> list[Tenure]:
    return sorted(terms, key=lambda term: (term.start.start or date.min, term.office, term.person))


def _unknown(registry: Registry, words: str, state: str | None) -> UnknownName:
    titles = {
        term.title.casefold(): term.title for term in registry.tenures if state in (None, term.state)
    }
    names = {
        actor.name.casefold(): actor.name
        for actor in registry.actors.values()
        if actor.kind == "person" and state in (None, actor.state)
    }
    near = get_close_matches(words.casefold(), [*titles, *names], _NEAR, 0.6)
    shown = [titles.get(key) or names[key] for key in near]
    if not shown and state:
        shown = sorted(set(titles.values()))[:_MANY]
    of = f" of {state}" if state else ""
    return UnknownName(
        f"no office and no person called {words!r}{of}",
        f"known are: {', '.join(shown)}" if shown else "write an office and a state, or a name",
    )
