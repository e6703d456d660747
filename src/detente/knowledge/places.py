"""A name becomes the place where something can happen: a city or building, and its state.

Capitals and major cities, and the seats and halls where states meet: some 700 names, this project's
own list. A place is a venue; that Moscow also stands for its government is the registry's matter. A
name of two cities (Tripoli) has the state of the first in the list, the capital's.

`gazetteer` holds far more, for telling places from people in print: regions and waters, and every city
of some size. Who meets whom where is no matter of that list: Lincoln and Jackson are in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from detente.knowledge.tables import rows
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


def _lines() -> list[str]:
    text = resources.files("detente.knowledge").joinpath("data/places.tsv").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _printed_venues() -> Iterator[tuple[str, str]]:
    """Every name of the list of venues as it is printed, with its state."""
    for line in _lines():
        if line.startswith("= "):
            name, _, state, others = line[2:].split("\t")
            names = (name.removeprefix("the "), *others.split("|"))
        else:
            state, listed = line.split("\t")
            names = tuple(listed.split("|"))
        yield from ((name, state) for name in names if name and name[0].isupper())


@lru_cache(maxsize=1)
def venues() -> dict[str, Venue]:
    """Return every name in lower case with its venue."""
    found: dict[str, Venue] = {}
    capitals = []
    for line in _lines():
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


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of the gazetteer."""

    state: str | None
    """ISO 3166-1 alpha-3; None where it lies in several states or in none."""
    sure: bool
    """Whether the name is hardly ever a person's: a region, a capital, or more than one word."""


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, Toponym]:
    """Return every name of a place as it is printed, the venues' among them.

    >>> gazetteer()["Silesia"].state, gazetteer()["Sheffield"].sure
    ('DEU', False)
    """
    found: dict[str, Toponym] = {}
    for row in rows("regions.tsv"):
        state = None if row["state"] == "-" else row["state"]
        for name in row["names"].split("|"):
            found.setdefault(name, Toponym(state, True))
    for name, state in _printed_venues():
        found.setdefault(name, Toponym(state, True))
    for row in rows("cities.tsv"):
        for name in row["names"].split("|"):
            found.setdefault(name, Toponym(row["state"], " " in name))
    return found


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
