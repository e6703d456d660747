"""The words of the registry are found in a parse, in one pass of an automaton over its text.

Names of states, peoples, capitals, seats of government, organisations and bodies. Persons are not
among them: their names are spelled too many ways, and `persons` finds them by folded key. The
automaton is Aho and Corasick's (Communications of the ACM 18(6), 1975).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Parse
from detente.extract.spans import Tokens
from detente.knowledge.places import Toponym, gazetteer
from detente.knowledge.registry import Registry
from detente.knowledge.registry_load import GENERIC_BODIES, Form
from detente.records.swift import swift

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_MIN_CAPITALS = 4
_OTHER_PLACES = ("South Georgia", "New Guinea")
"""Names of places that hold the name of a state and are not in the gazetteer."""


@swift
@dataclass(frozen=True, slots=True)
class Found:
    """Tokens that are words of the registry, with all they can stand for."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    forms: tuple[Form, ...]
    """What they can stand for."""
    body: str | None = None
    """For "foreign ministry" and the like the key of a body that every state has."""
    place: Toponym | None = None
    """The place that the words name, where they are no other words of the registry."""


@dataclass(frozen=True, slots=True)
class _Words:
    automaton: AhoCorasick
    forms: tuple[tuple[Form, ...], ...]
    bodies: tuple[str | None, ...]
    places: tuple[Toponym | None, ...]


@lru_cache(maxsize=4)
def _words(registry: Registry) -> _Words:
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    by_text: dict[str, list[Form]] = {}
    for form in registry.forms:
        if registry.actors[form.actor_id].kind == "person":
            continue
        for text in _spellings(form):
            by_text.setdefault(text, []).append(form)
    bodies: dict[str, str] = {}
    for key, _, names in GENERIC_BODIES:
        for name in names:
            for text in (name, name.title().replace(" Of ", " of ").replace(" The ", " the ")):
                bodies[text] = key
    places = {name: Toponym(None, True) for name in _OTHER_PLACES}
    for name, toponym in gazetteer().items():
        places[name] = toponym
        if len(name) >= _MIN_CAPITALS and not name.isupper():
            places.setdefault(name.upper(), toponym)
    places = {name: place for name, place in places.items() if name not in by_text}
    texts = sorted(by_text.keys() | bodies.keys() | places.keys())
    automaton = AhoCorasick(
        texts, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )
    forms = tuple(tuple(by_text.get(text, ())) for text in texts)
    bodies_of = tuple(bodies.get(text) for text in texts)
    return _Words(automaton, forms, bodies_of, tuple(places.get(text) for text in texts))


def _spellings(form: Form) -> Iterator[str]:
    """The form as it is, with a curly apostrophe, and in capitals as datelines print it."""
    yield form.text
    if "'" in form.text:
        yield form.text.replace("'", "’")
    if (
        form.sense in ("name", "capital", "demonym")
        and len(form.text) >= _MIN_CAPITALS
        and not form.text.isupper()
    ):
        yield form.text.upper()


def find_forms(parse: Parse, tokens: Tokens, registry: Registry) -> list[Found]:
    """Return the words of the registry in a parse, the longest at each place, in order.

    A form counts at word boundaries only; a token that holds more than the form ("U.S.-Russia",
    "theUnited") is taken whole.
    """
    words = _words(registry)
    text = parse.view.text
    starts = tokens.starts
    hits: list[tuple[int, int, int]] = []
    for pattern, start, end in words.automaton.find_matches_as_indexes(text, overlapping=True):
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if after.isalnum() or (
            after in "-"
            and text[end + 1 : end + 2].isalnum()
            and text[start:end].isupper()
            and text[end + 1 : end + 2].isdigit()
        ):
            continue
        if before.isalnum() and not (
            before.islower() and text[start].isupper() and _glued(text, start)
        ):
            continue
        hits.append((start, end, pattern))
    hits.sort(key=lambda hit: (hit[0], -hit[1]))
    found: list[Found] = []
    reached = -1
    for start, end, pattern in hits:
        if start < reached:
            continue
        first = bisect_right(starts, start) - 1
        last = bisect_left(starts, end)
        if found and first < found[-1].last:
            continue
        reached = end
        found.append(
            Found(first, last, words.forms[pattern], words.bodies[pattern], words.places[pattern])
        )
    return found


_GLUE = ("the", "two", "of", "in", "and", "to", "with", "from", "by", "a")


def _glued(text: str, start: int) -> bool:
    """Whether the letters before a capital are a small word that lost its space ("theUnited")."""
    at = start
    while at and text[at - 1].isalpha():
        at -= 1
    return text[at:start] in _GLUE
