"""Reading passages in which every person is marked: "{He=Ana Ruiz} met {Bo Lund}" by day.

`{words=Name}` are words that mean a person, `{words=One + Two}` several, `{words=-}` nobody, `{Name}` a
name as it stands. A pronoun before a role has a mark of its own: "{his=A} minister".
Words without a mark are not asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from detente.extract.cast import Named
from detente.extract.mentions import find_mentions
from detente.knowledge.names import fold
from detente.knowledge.registry import registry
from tests.factories import parse_of

_MARK = re.compile(r"\{([^{}=]+)(?:=([^{}]*))?\}")
_PRONOUNS = frozenset((
    "he", "she", "him", "her", "his", "himself", "herself", "they", "them", "their",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words of a passage and whom they mean."""

    start: int
    """First character in the plain text."""
    end: int
    """One past the last."""
    words: str
    """The words."""
    who: str
    """Name of the person, names joined by plus, or `-` for nobody."""


def read(line: str) -> tuple[date, str, list[Mark]]:
    """Return the day, the plain text and the marks of a line."""
    day, marked = line.split(" | ", 1)
    text, marks, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        marks.append(Mark(len(text), len(text) + len(found[1]), found[1], found[2] or found[1]))
        text += found[1]
        at = found.end()
    return date.fromisoformat(day), (text + marked[at:]).strip(), marks


def wrong(line: str) -> list[str]:
    """Return a sentence for each mark of a passage that the cast reads otherwise."""
    day, text, marks = read(line)
    cast = find_mentions(parse_of(text, published=day), registry())
    shift = cast.parse.article.text.find(text)
    rows = [
        (n.mention.evidence[0].start - shift, n.mention.evidence[0].end - shift, n) for n in cast.named
    ]
    found = []
    for mark in marks:
        got = _at(mark, rows)
        if not _means(mark.who, got):
            said = _names(got) if got is not None else "nobody"
            found.append(f"{mark.words!r} at {mark.start} is {said}, not {mark.who}")
    return found


def _at(mark: Mark, rows: list[tuple[int, int, Named]]) -> Named | None:
    """The mention of marked words; of a phrase only one that begins where it does."""
    pronoun = mark.words.lower() in _PRONOUNS
    near = [
        (start, named)
        for start, end, named in rows
        if start < mark.end and mark.start < end and (named.mention.form == "pronoun") == pronoun
    ]
    exact = next((named for start, named in near if start == mark.start), None)
    phrase = mark.words[0].islower() or mark.words.split()[0] in (
        "The",
        "His",
        "Her",
        "Both",
        "Neither",
    )
    if exact is not None or pronoun or phrase or not near:
        return exact
    return near[-1][1]


def _means(who: str, named: Named | None) -> bool:
    if who == "-":
        return named is None or (named.actor is None and not named.members) or not _is_person(named)
    if named is None:
        return False
    wanted = who.split(" + ")
    if named.members:
        return sorted(map(_key, wanted)) == sorted(_key(one.name) for one in named.members)
    known = {actor.id for actor in registry().find(who)}
    return (
        len(wanted) == 1
        and _is_person(named)
        and (fold(named.mention.name) == fold(who) or named.mention.actor_id in known)
    )


def _key(name: str) -> str:
    """The id of the one person of a name, else the folded name."""
    found = registry().find(name)
    return found[0].id if len(found) == 1 else fold(name)


def _is_person(named: Named) -> bool:
    return named.mention.kind in ("person", "group")


def _names(named: Named) -> str:
    return " + ".join(one.name for one in named.members) or named.mention.name
