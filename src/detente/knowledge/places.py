"""A name becomes the place where something can happen: a city or building, and its state.

Capitals and major cities, and the seats and halls where states meet: some 700 names, this project's
own list. A place is a venue; that Moscow also stands for its government is the registry's matter. A
name of two cities (Tripoli) has the state of the first in the list, the capital's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from detente.records import Place


@dataclass(frozen=True, slots=True)
class Venue:
    """A place of the list."""

    name: str
    """The name it is shown under."""
    city: str
    """The city it lies in, or itself."""
    state: str
    """ISO 3166-1 alpha-3."""
    building: bool
    """Whether it is a building, hall or estate and not a city."""


@lru_cache(maxsize=1)
def venues() -> dict[str, Venue]:
    """Return every name in lower case with its venue."""
    text = resources.files("detente.knowledge").joinpath("data/places.tsv").read_text("utf-8")
    found: dict[str, Venue] = {}
    capitals = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("= "):
            name, city, state, others = line[2:].split("\t")
            venue = Venue(name, city, state, True)
            for other in (name, *others.split("|")):
                if other:
                    found[other.lower()] = venue
            continue
        state, names = line.split("\t")
        for i, name in enumerate(names.split("|")):
            venue = Venue(_SPELLED.get(name, name), _SPELLED.get(name, name), state, False)
            found.setdefault(name.lower(), venue)
            if i == 0:
                capitals.append((name.lower(), venue))
    return found | dict(capitals)


_SPELLED = {
    "St Petersburg": "St. Petersburg", "Saint Petersburg": "St. Petersburg", "Kiev": "Kyiv",
    "Odesa": "Odessa", "Kharkov": "Kharkiv", "Lvov": "Lviv", "Lugansk": "Luhansk", "Irbil": "Erbil",
    "Washington DC": "Washington", "Washington, D.C.": "Washington", "Sao Paulo": "São Paulo",
    "Brasilia": "Brasília", "Ulan Bator": "Ulaanbaatar", "Jiddah": "Jeddah", "Marrakesh": "Marrakech",
}  # fmt: skip


def place(name: str) -> Place | None:
    """Return the place of a name, with or without "the"; None when the list does not hold it.

    >>> place("St Petersburg")
    Place(name='St. Petersburg', state='RUS')
    >>> place("Kremlin")
    Place(name='the Kremlin', state='RUS')
    >>> place("somewhere else")
    """
    venue = venue_of(name)
    return Place(venue.name, venue.state) if venue else None


def venue_of(name: str) -> Venue | None:
    """Return the venue of a name; None when the list does not hold it."""
    key = " ".join(name.replace("’", "'").replace("\xa0", " ").lower().split())
    table = venues()
    return table.get(key) or table.get(key.removeprefix("the ")) or table.get("the " + key)


def same_city(left: Place | None, right: Place | None) -> bool:
    """Say whether two places can be one: the same, or a hall and its city, or a city and its state.

    An unknown place can be any.

    >>> same_city(Place("the Kremlin", "RUS"), Place("Moscow", "RUS"))
    True
    >>> same_city(Place("Berlin", "DEU"), Place("Moscow", "RUS"))
    False
    """
    if left is None or right is None or left.name == right.name:
        return True
    if left.state and right.state and left.state != right.state:
        return False
    first, second = venue_of(left.name), venue_of(right.name)
    if first is None or second is None:
        # One of them is a state or a place nobody listed: nothing speaks against it.
        return first is not None or second is not None
    return first.city == second.city
