"""Names of one person are told from names of two; speed is measured in benchmarks/names.py."""

from __future__ import annotations

import pytest

from detente.knowledge.names import same_name
from tests.unit.knowledge.name_pairs import OTHER, SAME

BEYOND = {
    ("Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya"),
    ("Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev"),
    ("Serzh Sargsyan", "Serge Sarkisian"),
}
"""Spellings that no rule brings together yet."""


def _ids(pairs: list[tuple[str, str, str]]) -> list[str]:
    return [f"{kind}: {left} = {right}" for kind, left, right in pairs]


@pytest.mark.parametrize(("kind", "left", "right"), SAME, ids=_ids(SAME))
def test_one_person(kind: str, left: str, right: str) -> None:
    assert same_name(left, right) == ((left, right) not in BEYOND)
    assert same_name(right, left) == same_name(left, right)


@pytest.mark.parametrize(("kind", "left", "right"), OTHER, ids=_ids(OTHER))
def test_two_persons(kind: str, left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


def test_there_are_enough_pairs_of_each_sort() -> None:
    assert len(SAME) >= 200
    assert len(OTHER) >= 150
    assert len({kind for kind, *_ in SAME + OTHER}) >= 15
    assert 1 - len(BEYOND) / len(SAME + OTHER) >= 0.98


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("", "", False),
        ("  ", "Sergei Lavrov", False),
        ("Mr", "Mr", False),
        ("Lavrov", "lavrov", True),
        ("Lavrov,", "Lavrov", True),
        ("Warren Christopher", "Christopher Warren", False),
        ("Ban Ki-moon", "Ki-moon Ban", True),
        ("Anna Primer", "Ann Primer", False),
        ("de Villepin", "Dominique de Villepin", False),
        ("Van Rompuy", "Herman Van Rompuy", False),
        ("Lavrov, Sergei Viktorovich", "Сергей Викторович Лавров", True),
    ],
)
def test_edges(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) == same
    assert same_name(right, left) == same
