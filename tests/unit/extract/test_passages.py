"""Short reports of many relationships: every person, office phrase and pronoun reaches who is meant."""

from __future__ import annotations

import pytest

from tests.unit.extract.passages import read, wrong
from tests.unit.extract.passages_asia import ASIA
from tests.unit.extract.passages_europe import EUROPE
from tests.unit.extract.passages_mideast import MIDDLE_EAST
from tests.unit.extract.passages_mixed import MIXED
from tests.unit.extract.passages_south import SOUTH

LINES = [
    line for table in (ASIA, EUROPE, MIDDLE_EAST, MIXED, SOUTH) for line in table.strip().splitlines()
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: read(line)[1][:60].replace(" ", "_"))
def test_whom_a_passage_means(line: str) -> None:
    assert wrong(line) == []


def test_marks_are_read_with_their_place_and_person() -> None:
    day, text, marks = read("2013-02-26 | {Ana Ruiz} met {the envoy=Bo Lund}; {he=-} left.")
    assert (day.isoformat(), text) == ("2013-02-26", "Ana Ruiz met the envoy; he left.")
    assert [(text[m.start : m.end], m.who) for m in marks] == [
        ("Ana Ruiz", "Ana Ruiz"),
        ("the envoy", "Bo Lund"),
        ("he", "-"),
    ]


def test_a_wrong_mark_is_told() -> None:
    line = "2013-02-26 | {John Kerry=Sergei Lavrov} spoke. {She=John Kerry} left."
    assert wrong(line) == [
        "'John Kerry' at 0 is John Kerry, not Sergei Lavrov",
        "'She' at 18 is nobody, not John Kerry",
    ]


def test_the_passages_are_many_and_of_many_years() -> None:
    years = {read(line)[0].year for line in LINES}
    assert len(LINES) >= 170
    assert set(range(1994, 2025)) <= years
