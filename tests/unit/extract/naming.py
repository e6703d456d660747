"""Reading tables of names: one line is one case, "sentence | words = who | words = who".

`who` is an actor's id, `~` for a place, `person: Name` and
`organisation: Name` for what only the article knows (`person!` where the words are the name), `-` where
the words name nobody. A slash parts paragraphs.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from detente.extract.cast import Cast, Named
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from tests.factories import parse_of

SPRING = date(2013, 2, 26)


@lru_cache(maxsize=64)
def cast_of(text: str, published: date | None = SPRING) -> Cast:
    """Return the cast of a text whose paragraphs a slash parts."""
    return find_mentions(parse_of(*text.split(" / "), published=published), registry())


def who_is(cast: Cast, words: str) -> str:
    """Return what the first mention of these very words names, as a table writes it."""
    for named in cast.named:
        if named.mention.text == words and named.mention.form != "pronoun":
            return written(named)
    return "-"


def written(named: Named) -> str:
    """Return what a mention names, as a table writes it."""
    if named.members:
        return " + ".join(member.name for member in named.members)
    if named.mention.kind == "place":
        return "~"
    if named.actor is None:
        return named.mention.kind
    if named.actor.id.startswith("local:"):
        return f"{named.mention.kind}: {named.actor.name}"
    return named.actor.id


def cases(table: str) -> list[object]:
    """Return the parameters (text, words, who) of a table; each is named by its line."""
    found: list[object] = []
    for line in table.strip().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, *pairs = (part.strip() for part in line.split(" | "))
        halves = [[side.strip() for side in pair.split(" = ", 1)] for pair in pairs]
        wanted = tuple((words, who.replace("!", f": {words}")) for words, who in halves)
        found.append(pytest.param(text, wanted, id=line.strip().replace(" ", "_")[:90]))
    return found


def check(text: str, wanted: tuple[tuple[str, str], ...], published: date | None = SPRING) -> None:
    """Assert that every pair of a case is so."""
    cast = cast_of(text, published)
    assert {words: who_is(cast, words) for words, _ in wanted} == dict(wanted)
