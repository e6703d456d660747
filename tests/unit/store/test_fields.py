"""Columns follow from the fields and hints of records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pytest

from detente.records import Evidence, Participant, Place, When
from detente.store.fields import fields_of, when_of, when_values
from detente.store.rows import codec_of
from detente.store.tables import RECORDS


@dataclass(frozen=True, slots=True)
class Sample:
    """One field of every shape."""

    id: str
    colour: Literal["red", "blue"] | None
    weight: float
    count: int
    true: bool
    day: When
    place: Place | None
    people: tuple[Participant, ...]
    words: tuple[str, ...]
    evidence: tuple[Evidence, ...]


FIELDS = {field.name: field for field in fields_of(Sample)}


@pytest.mark.parametrize(
    ("name", "types", "nullable"),
    [
        ("id", ["text"], [False]),
        ("colour", ["text"], [True]),
        ("weight", ["float"], [False]),
        ("count", ["integer"], [False]),
        ("true", ["boolean"], [False]),
        ("day", ["text"] * 5, [True, True, False, False, True]),
        ("place", ["json"], [True]),
        ("people", ["json"], [False]),
        ("words", ["json"], [False]),
        ("evidence", [], []),
    ],
)
def test_columns_of_a_field(name: str, types: list[str], nullable: list[bool]) -> None:
    columns = FIELDS[name].columns
    assert [column.type for column in columns] == types
    assert [column.nullable for column in columns] == nullable


def test_names_of_the_columns_of_a_date() -> None:
    names = [column.name for column in FIELDS["day"].columns]
    assert names == ["day_start", "day_end", "day_precision", "day_basis", "day_text"]


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("place", None, (None,)),
        ("place", Place("Bern", "CHE"), ('{"name":"Bern","state":"CHE"}',)),
        ("words", (), ("[]",)),
        ("words", ("é", "b"), ('["é","b"]',)),
        ("people", (), ("[]",)),
    ],
)
def test_what_is_stored(name: str, value: object, stored: tuple[object, ...]) -> None:
    assert FIELDS[name].encode(value) == stored


def test_participants_are_marked() -> None:
    assert {name for name, field in FIELDS.items() if field.participants} == {"people"}


@pytest.mark.parametrize(
    "hint", [dict[str, int], tuple[int, ...], "When | None", list[str], object, tuple[When, ...]]
)
def test_a_type_without_a_rule_is_an_error(hint: object) -> None:
    @dataclass
    class Odd:
        odd: hint  # type: ignore[valid-type]

    Odd.__annotations__["odd"] = hint
    Odd.__module__ = __name__
    with pytest.raises(TypeError, match=r"Odd\.odd: no rule says"):
        fields_of(Odd)


@pytest.mark.parametrize(
    "when",
    [
        When(),
        When.day(date(2013, 2, 26)),
        When(date(2013, 2, 11), None, "range", "inferred"),
        When(None, date(999, 1, 2), "range", "stated", "long ago"),
    ],
    ids=["unknown", "day", "open", "early"],
)
def test_a_date_comes_back(when: When) -> None:
    assert when_of(when_values(when)) == when


def test_days_sort_as_text() -> None:
    early, late = when_values(When.day(date(999, 12, 31))), when_values(When.day(date(2013, 1, 1)))
    assert early[0] < late[0]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_has_a_codec(record: type) -> None:
    codec = codec_of(record)
    assert len(set(codec.columns)) == len(codec.columns)
    assert "id" in codec.columns
