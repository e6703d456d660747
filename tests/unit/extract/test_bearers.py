"""Whom a surname stands for, of several who bear it."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.mentions.bearers import People, can_be, known_alone, leads
from detente.extract.mentions.runs import Part
from detente.extract.spans import Tokens
from detente.knowledge.registry import registry
from detente.records import Actor, When
from tests.factories import parse_of
from tests.unit.extract.naming import cast_of

ANN = Actor("local:a", "person", "Ann Alpha", gender="f")
BO = Actor("local:b", "person", "Bo Alpha", gender="m")


def people(*named: tuple[int, Actor]) -> People:
    return People(bearers={"alpha": list(named)})


@pytest.mark.parametrize(
    ("named", "token", "who"),
    [
        ([(3, ANN)], 9, ANN),
        ([(3, ANN)], 1, ANN),
        ([(3, ANN), (7, BO)], 9, BO),
        ([(3, ANN), (7, BO)], 5, ANN),
        ([(3, ANN), (7, BO)], 1, ANN),
        ([(3, ANN), (5, ANN), (7, BO)], 9, ANN),
        ([(7, BO), (3, ANN), (9, BO)], 4, BO),
    ],
    ids=["after", "before", "the last", "between", "the first", "the one named more", "more, later"],
)
def test_the_bearer(named: list[tuple[int, Actor]], token: int, who: Actor) -> None:
    assert people(*named).bearer("alpha", token) == who


def test_nobody_bears_another_name() -> None:
    assert people((3, ANN)).bearer("beta", 9) is None


@pytest.mark.parametrize(
    ("person", "day", "is_leader"),
    [
        ("vladimir-putin", date(2013, 2, 26), True),
        ("abiy-ahmed", date(2018, 7, 9), True),
        ("abiy-ahmed", date(2013, 7, 9), False),
        ("hashim-thaci", date(2013, 4, 20), True),
    ],
)
def test_whom_a_headline_names_by_surname(person: str, day: date, is_leader: bool) -> None:
    assert leads(registry(), f"person:{person}", When.day(day)) is is_leader


@pytest.mark.parametrize(
    ("text", "title", "fits"),
    [
        ("Minister Lavrov spoke.", (0, 1), True),
        ("Colonel Lavrov spoke.", (0, 1), False),
        ("Professor Lavrov spoke.", (0, 1), False),
        ("Lavrov spoke.", None, True),
    ],
)
def test_a_rank_tells_namesakes_apart(text: str, title: tuple[int, int] | None, fits: bool) -> None:
    tokens = Tokens.of(parse_of(text))
    at = 1 if title else 0
    held = registry().office_on("person:sergei-lavrov", When.day(date(2013, 2, 26)))
    assert can_be(tokens, Part(at, at + 1, ("Lavrov",), title), held) is fits


def test_who_holds_nothing_is_not_meant() -> None:
    tokens = Tokens.of(parse_of("Lavrov spoke."))
    assert not can_be(tokens, Part(0, 1, ("Lavrov",), None), None)


def test_of_two_in_the_registry_nobody_is_the_one() -> None:
    ids = ("person:bill-clinton", "person:hillary-clinton")
    assert known_alone(registry(), ids, When.day(date(2020, 1, 1)), guessed=True) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raul Castro came. Raul will stay.", "Raul Castro"),
        ("Hashim Thaçi came. Thaçi says the opposite.", "Hashim Thaci"),
        ("Abiy Ahmed came. Abiy will stay.", "Abiy Ahmed"),
    ],
)
def test_a_name_that_opens_a_sentence(text: str, name: str) -> None:
    found = [n.mention.name for n in cast_of(text, date(2015, 1, 25)).named]
    assert found == [name, name]


@pytest.mark.parametrize(
    "text", ["Condoleezza Rice came. Rice prices rose.", "Gordon Brown came. The brown dog barked."]
)
def test_a_word_that_is_no_name_there(text: str) -> None:
    assert len(cast_of(text, date(2008, 1, 25)).named) == 1
