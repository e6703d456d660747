"""People whom only single articles know become links where they are one person.

Two local actors are linked when their full names are the same after the ways of writing one name in
Latin letters are folded (Sergey, Sergei), and nothing the articles say of them disagrees. Nobody is
linked to the registry here, and a surname alone links nobody.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from detente.knowledge.states import states
from detente.link.scored import scored_link
from detente.records import Actor, Link

_FOLDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"\byo|(?<=[^\Waeiou])yo", "e"),
        (r"(?<=[aeiou])y(?=[aeiou])", "i"),
        (r"\b[jy]e", "e"),
        (r"[jy](?=[auo])", "i"),
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"kh", "h"),
        (r"ks", "x"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"(?:iy|yi|ij|yj|ii|yy|ey|ei|y|j)\b", "i"),
        (r"iy|yi|ij|y|j", "i"),
        (r"(.)\1", r"\1"),
    )
)
"""Romanisations of one Cyrillic name that newspapers use side by side (BGN/PCGN, ISO 9, French,
German), folded to one; what is folded is never shown."""
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN_WORDS = frozenset(
    (
        *("a", "an", "the", "of", "at", "in", "for", "on", "and", "to", "with", "from", "by"),
        *("its", "his", "her", "former", "senior", "chief", "head", "director", "deputy", "president"),
        *("chairman", "chairwoman", "chair", "member", "fellow", "professor", "expert", "analyst"),
        *("spokesman", "spokeswoman", "editor", "reporter", "correspondent", "researcher"),
        *("scholar", "political", "foreign", "international", "affairs"),
    )
)
"""Words of an affiliation that do not say where somebody is."""


def folded_name(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, without initials in the middle.

    >>> folded_name("Sergey Yuryev") == folded_name("Sergei Juriev")
    True
    >>> folded_name("Anna B. Example") == folded_name("Anna Example")
    True
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _LETTERS.findall(plain.replace("'", "").replace("’", "").replace("-", " "))
    kept = [word for i, word in enumerate(words) if len(word) > 1 or i in (0, len(words) - 1)]
    return tuple(_fold(word) for word in kept)


def _fold(word: str) -> str:
    for pattern, into in _FOLDS:
        word = pattern.sub(into, word)
    return word


def link_actors(actors: Iterable[Actor]) -> list[Link]:
    """Return `same-actor` links that join the local persons of different articles who are one.

    Each is linked to the one of them of whom most is said, not to every other: a person of a thousand
    articles has a thousand links. One of whom nothing is said agrees with anybody of that name, at a
    lower score, and where two of that name are told apart, with neither.
    """
    named: dict[tuple[str, ...], list[Actor]] = defaultdict(list)
    for actor in actors:
        key = folded_name(actor.name)
        if actor.kind == "person" and actor.article is not None and len(key) > 1 and len(key[0]) > 1:
            named[key].append(actor)
    return [link for group in named.values() for link in _joined(group)]


def _joined(group: list[Actor]) -> Iterator[Link]:
    """Yield links from each of one name to the one that agrees with it best, the best described first.

    The others it could have been are the link's rivals.
    """
    described = sorted(group, key=lambda actor: (-len(actor.affiliation or ""), actor.id))
    first: list[Actor] = []
    for actor in described:
        agreeing = [(one, reason) for one in first if (reason := _agreement(one, actor))]
        if not agreeing:
            first.append(actor)
        elif len(agreeing) == 1 or actor.affiliation:
            (one, reason), *others = sorted(agreeing, key=lambda found: -found[1][0])
            if one.article != actor.article:
                link = scored_link(one.id, actor.id, "same-actor", *reason)
                rivals = tuple(rival.id for rival, _ in others)
                yield dataclasses.replace(link, rivals=rivals) if rivals else link


def _agreement(left: Actor, right: Actor) -> tuple[float, str] | None:
    for own, its in ((left.state, right.state), (left.gender, right.gender)):
        if own and its and own != its:
            return None
    same = "the same name" if left.name == right.name else "the same name, written otherwise"
    if not left.affiliation or not right.affiliation:
        return 0.8, f"{same}; nothing is said of one of them"
    one, other = _telling(left.affiliation), _telling(right.affiliation)
    if common := one & other:
        return 0.95, f"{same}; in what is said of both: {', '.join(sorted(common))}"
    known = _of_states()
    ours, theirs = ({known[word] for word in words if word in known} for words in (one, other))
    if ours and theirs and not ours & theirs:
        return None
    if any(words and words <= known.keys() for words in (one, other)):
        return 0.8, f"{same}; of one of them no more is said than a country"
    return None


def _telling(affiliation: str) -> set[str]:
    return set(_LETTERS.findall(affiliation.casefold())) - _PLAIN_WORDS


@cache
def _of_states() -> dict[str, str]:
    """Return the states (ISO 3166-1 alpha-3) of words: norway, norwegian."""
    return {
        word.casefold(): state.code
        for state in states().values()
        for word in (state.name, *state.adjectives, *state.people)
        if " " not in word
    }
