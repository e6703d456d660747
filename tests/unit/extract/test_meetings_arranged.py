"""Contacts that were planned, weighed or left: none of them was held."""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract
from tests.factories import parse_of


def statuses(text: str) -> list[str]:
    parse = parse_of(text, published=date(2013, 8, 10))
    return [row.status for row in extract(parse).meetings]


CASES = """
On August 7 Barack Obama had withdrawn from the bilateral summit with Putin in Moscow. | cancelled
Obama withdrew from a meeting with Putin. | cancelled
The summit between Obama and Putin, planned for September, was in doubt. | planned
The meeting of Kerry and Lavrov, scheduled for Friday, was in doubt. | planned
Obama and Putin held a summit planned for months. | held
The meeting of Kerry and Lavrov, planned for Tuesday, took place in Berlin. | held
The meeting of Kerry and Lavrov, planned for months, lasted two hours. | held
Kerry and Lavrov met in Berlin. | held
"""
NOTHING = """
The United States was evaluating the utility of a summit between Obama and Putin.
Washington doubted the value of a meeting between Kerry and Lavrov.
He doubted the wisdom of a summit between Obama and Putin.
The minister liked the idea of a meeting between Kerry and Lavrov.
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_what_became_of_a_contact(line: str) -> None:
    text, _, wanted = line.partition(" | ")
    assert statuses(text) == [wanted]


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_a_contact_that_is_only_weighed_is_none(text: str) -> None:
    assert statuses(text) == []
