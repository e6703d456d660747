"""A reader who mistypes a name is told who was taken for it."""

from __future__ import annotations

import pytest

from detente.knowledge.registry import registry
from detente.query.names import actor_ids, names_taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        pytest.param("Kery", "John Kerry", id="a letter left out"),
        pytest.param("Obamma", "Barack Obama, Michelle Obama", id="a letter too many, two of the name"),
        pytest.param("Kerry", "", id="a surname"),
        pytest.param("John Kerry", "", id="the full name"),
        pytest.param("kerry", "", id="small letters"),
        pytest.param("person:john-kerry", "", id="an id"),
        pytest.param("Moscow", "", id="a capital, which is a name of its state"),
    ],
)
def test_who_is_taken(typed: str, taken: str) -> None:
    known = registry()
    ids = tuple(actor.id for actor in known.find(typed)) or (typed,)
    assert names_taken(typed, ids, known) == taken


def test_an_id_is_what_was_typed() -> None:
    assert actor_ids("person:john-kerry", registry()) == ("person:john-kerry",)
