"""The list of places where states meet."""

from __future__ import annotations

import pytest

from detente.knowledge.places import place, same_city, venue_of, venues
from detente.knowledge.states import states
from detente.records import Place


@pytest.mark.parametrize(
    ("name", "shown", "state"),
    [
        ("Berlin", "Berlin", "DEU"),
        ("St Petersburg", "St. Petersburg", "RUS"),
        ("Kiev", "Kyiv", "UKR"),
        ("the Kremlin", "the Kremlin", "RUS"),
        ("Kremlin", "the Kremlin", "RUS"),
        ("Camp David", "Camp David", "USA"),
        ("White House", "the White House", "USA"),
        ("Tripoli", "Tripoli", "LBY"),
        ("Northern Ireland", "Northern Ireland", "GBR"),
        ("St.\xa0Petersburg", "St. Petersburg", "RUS"),
    ],
)
def test_names(name: str, shown: str, state: str) -> None:
    assert place(name) == Place(shown, state)


@pytest.mark.parametrize("name", ["", "Atlantis", "the", "Germany"])
def test_what_is_not_listed(name: str) -> None:
    assert place(name) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (Place("the Kremlin", "RUS"), Place("Moscow", "RUS"), True),
        (Place("Sochi", "RUS"), Place("Moscow", "RUS"), False),
        (Place("Berlin", "DEU"), Place("Moscow", "RUS"), False),
        (Place("Russia", "RUS"), Place("Moscow", "RUS"), True),
        (None, Place("Moscow", "RUS"), True),
        (Place("Moscow", "RUS"), None, True),
    ],
)
def test_same_city(left: Place | None, right: Place | None, same: bool) -> None:
    assert same_city(left, right) is same


def test_every_state_of_the_list_is_one() -> None:
    unknown = {venue.state for venue in venues().values()} - set(states())
    assert unknown <= {"HKG", "MAC", "XKX", "PSE", "TWN", "VAT"}


def test_there_are_enough() -> None:
    assert len(venues()) > 600


def test_a_hall_lies_in_a_city() -> None:
    hall = venue_of("Hofburg")
    assert hall is not None
    assert hall.building
    assert hall.city == "Vienna"
