"""How a cue stands to what it reports; to whom, and on which day it was said."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extract.said import statements_of

POLARITY = [
    ("Petra Voss said that the road was shut.", ["affirmed"]),
    ("Petra Voss said that the road was not shut.", ["affirmed"]),
    ("Petra Voss denied that the road was shut.", ["denied"]),
    ("Petra Voss does not believe that the road is shut.", ["denied"]),
    ("Petra Voss rejected the plan.", ["denied"]),
    ("Petra Voss refused to shut the road.", ["denied"]),
    ("Petra Voss opposes the closure of the road.", ["denied"]),
    ("Petra Voss doubts that the road is shut.", ["doubted"]),
    ("Petra Voss questioned whether the road was shut.", ["doubted"]),
    ("Petra Voss did not rule out a closure of the road.", ["doubted"]),
    ("Petra Voss did not deny that the road was shut.", ["doubted"]),
    ("Petra Voss did not hide that the road was shut.", ["affirmed"]),
    ("Nobody doubts that the road is shut, Petra Voss said.", ["affirmed"]),
    ("Petra Voss declined to comment.", ["affirmed"]),
    ("“The road is not shut,” Petra Voss said.", ["affirmed"]),
    ("Petra Voss condemned the closure of the road.", ["affirmed"]),
    ("Petra Voss called for a new road but rejected a toll.", ["affirmed", "denied"]),
]


@pytest.mark.parametrize(("sentence", "expected"), POLARITY, ids=[case[0] for case in POLARITY])
def test_polarity(sentence: str, expected: list[str]) -> None:
    assert [row.polarity for row in statements_of(sentence)] == expected


ADDRESSEE = [
    ("Petra Voss told Tomas Lund that the road was shut.", ["Tomas Lund"]),
    ("Petra Voss urged Norway to open the road.", ["Norway"]),
    ("Petra Voss asked Moscow to open the road.", ["Russia"]),
    ("Petra Voss called on Sweden to open the road.", ["Sweden"]),
    ("Petra Voss told reporters that the road was shut.", ["reporters"]),
    ("Petra Voss told Reuters that the road was shut.", [None]),
    ("Petra Voss said that the road was shut.", [None]),
    ("Petra Voss called for a new road.", [None]),
]


@pytest.mark.parametrize(("sentence", "expected"), ADDRESSEE, ids=[case[0] for case in ADDRESSEE])
def test_addressee(sentence: str, expected: list[str | None]) -> None:
    rows = statements_of(sentence)
    assert [row.addressee.name if row.addressee else None for row in rows] == expected


DAYS = [
    ("Petra Voss said on Tuesday that the road was shut.", ["2013-05-07"]),
    ("Petra Voss said that the road had been shut on Tuesday.", [None]),
    ("Petra Voss noted that Norway had built roads in recent years.", [None]),
    ("She noted that roads had been built in 2011, and Petra Voss urged Norway to go on.", [None] * 2),
    ("In April Petra Voss said that the road was shut.", ["2013-04"]),
    ("“We met on Monday,” Petra Voss said.", [None]),
]


@pytest.mark.parametrize(("sentence", "expected"), DAYS, ids=[case[0] for case in DAYS])
def test_the_day_of_speaking_is_no_day_that_was_spoken_of(
    sentence: str, expected: list[str | None]
) -> None:
    rows = statements_of(sentence, published=date(2013, 5, 8))
    assert [row.date.label() if row.date.known else None for row in rows] == expected


def test_what_two_say_with_one_pronoun_is_two_rows() -> None:
    rows = statements_of("Petra Voss and Tomas Lund said the list was late. They said work must begin.")
    assert len({row.id for row in rows}) == 4
    assert {row.speaker.text for row in rows[2:]} == {"They"}
