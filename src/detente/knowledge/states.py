"""The states of the world, with their names, peoples, capitals and seats of government.

About two hundred states of today, dependent territories that act in the news, and states that are no
more (the Soviet Union, Yugoslavia, the GDR). Codes are ISO 3166-1 alpha-3; for a state that is no more
its last code, or one of the same form where it never had one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.errors import UnknownName
from detente.knowledge.tables import rows, several

_NO_PLURAL = ("ese", "ish", "sh", "ch", "ss", "s", "z")


@dataclass(frozen=True, slots=True)
class State:
    """A state: its code, its names, and the words that stand for it."""

    code: str
    """ISO 3166-1 alpha-3."""
    name: str
    """The short English name."""
    forms: tuple[str, ...]
    """Other names (U.S., America, the States)."""
    adjectives: tuple[str, ...]
    """Of the state: Russian, Dutch."""
    people: tuple[str, ...]
    """Nouns for its people: Russians, Danes; an adjective that is also a noun is among them."""
    capitals: tuple[str, ...]
    """Capitals and cities that stand for the government."""
    seats: tuple[str, ...]
    """Buildings and quarters that stand for the government: Kremlin, White House."""
    first_year: int | None = None
    """Year it began to be; None for a state of today."""
    last_year: int | None = None
    """Year it ceased to be; None for a state of today."""


@lru_cache(maxsize=1)
def states() -> dict[str, State]:
    """Return every state by its code.

    >>> states()["NLD"].adjectives, states()["RUS"].people
    (('Dutch',), ('Russians',))
    """
    found: dict[str, State] = {}
    for row in rows("states.tsv"):
        adjectives = several(row["adjectives"])
        people = several(row["people"]) or tuple(_plurals(adjectives))
        found[row["state"]] = State(
            row["state"],
            row["name"],
            several(row["forms"]),
            adjectives,
            people,
            several(row["capitals"]),
            several(row["seats"]),
            int(row["from"]) if row["from"] else None,
            int(row["to"]) if row["to"] else None,
        )
    return found


def state(code: str) -> State:
    """Return the state of a code.

    Raises UnknownName, with what is near, when there is none.
    """
    known = states()
    if code not in known:
        near = sorted(c for c in known if c[:2] == code[:2].upper())
        raise UnknownName(
            f"no state {code!r} among {len(known)}",
            f"near it: {', '.join(near)}" if near else "states are ISO 3166-1 alpha-3 codes",
        )
    return known[code]


def _plurals(adjectives: tuple[str, ...]) -> list[str]:
    """An adjective in -an, -i or the like makes a noun with -s; one in -ese or -ish makes none."""
    return [f"{word}s" for word in adjectives if not word.endswith(_NO_PLURAL)]
