"""Diaries of journeys: rows of a clerk's English become visits and meetings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.diaries import Assertion, people_in, read_diary


def trip(remarks: str, **more: str) -> dict[str, str]:
    row = {
        "name": "Hillary Clinton", "start": "2010-03-18", "end": "2010-03-19", "country": "Russia",
        "country_id": "russia", "locale": "Moscow", "remarks": remarks,
    }  # fmt: skip
    return row | more


def guest(description: str, **more: str) -> dict[str, str]:
    row = {
        "visitor": "President Tamsin Arroyo", "from": "Peru", "start": "1999-12-29",
        "end": "2000-01-02", "description": description,
    }  # fmt: skip
    return row | more


def read(row: dict[str, str], form: str = "travels") -> list[Assertion]:
    return list(read_diary([row], form, "diary.csv"))  # type: ignore[arg-type]


REMARKS = [
    ("Met with President Arroyo.", ["Arroyo"]),
    ("Met with President Arroyo and Foreign Minister de la Vega.", ["Arroyo", "de la Vega"]),
    ("Met privately with King Olaf V, and Chancellor Rau.", ["Olaf V", "Rau"]),
    ("Met with Presidents Arroyo and Lindqvist.", ["Arroyo", "Lindqvist"]),
    ("Met with Prime Ministers Osk, Rau, and Varga in Vienna.", ["Osk", "Rau", "Varga"]),
    ("Discussed arms control with Foreign Minister Varga.", ["Varga"]),
    ("Audience with Pope Paul VI.", ["Paul VI"]),
    ("Summit meeting with General Secretary Varga. Signed a treaty.", ["Varga"]),
    ("Met with former Prime Minister Osk.", ["Osk"]),
    ("Met with Sultan al-Haddad and Emir bin Sahl.", ["al-Haddad", "bin Sahl"]),
    ("Met with Secretary-General Lund; attended a dinner for King Olaf.", ["Lund"]),
    ("Met with President Arroyo and attended the funeral of Chancellor Rau.", ["Arroyo"]),
    ("Met with President Arroyo while attending the funeral of King Olaf.", ["Arroyo"]),
    ("Met with President Arroyo. Also met with Prime Minister Osk.", ["Arroyo", "Osk"]),
    ("Briefed Prime Minister Osk on the talks.", ["Osk"]),
    ("Met with Dr. Lund and Mr. Osk.", ["Lund", "Osk"]),
    ("Met with senior officials and leaders of the opposition.", []),
    ("Official visit.", []),
    ("Fishing trip.", []),
    ("Attended the inauguration of President Arroyo.", []),
    ("Accompanied President Lindqvist.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), REMARKS, ids=[case[0][:50] for case in REMARKS])
def test_who_a_remark_says_was_met(words: str, names: list[str]) -> None:
    assert [name for _, name in people_in(words)] == names


def test_a_trip_is_a_visit_and_its_meetings() -> None:
    visit, meeting = read(trip("Met with President Medvedev and Foreign Minister Lavrov."))
    assert (visit.form, visit.line, visit.file) == ("visit", 1, "diary.csv")
    assert visit.place is not None
    assert (visit.place.name, visit.place.state) == ("Moscow", "RUS")
    assert visit.date.label() == "2010-03-18..2010-03-19"
    assert [p.actor_id for p in visit.participants] == ["person:hillary-clinton", "state:RUS"]
    assert meeting.form == "meeting"
    assert [p.text for p in meeting.participants[1:]] == [
        "President Medvedev",
        "Foreign Minister Lavrov",
    ]
    assert meeting.participants[2].actor_id == "person:sergei-lavrov"


def test_a_guest_comes_to_the_state_that_keeps_the_diary() -> None:
    visit, meeting = read(guest("State visit. Met with President Clinton December 30."), "visits")
    assert [p.state for p in visit.participants] == ["PER", "USA"]
    assert visit.participants[0].name == "Tamsin Arroyo"
    assert meeting.date.label() == "1999-12-30"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Met with President Clinton January 1.", "2000-01-01"),
        ("Met with President Clinton December 30–31.", "1999-12-30..1999-12-31"),
        ("Met with President Clinton March 4.", "1999-12-29..2000-01-02"),
        ("Met with President Clinton.", "1999-12-29..2000-01-02"),
        ("Met with President Clinton February 31.", "1999-12-29..2000-01-02"),
    ],
)
def test_the_day_of_a_meeting_lies_within_the_visit(words: str, label: str) -> None:
    assert read(guest(words), "visits")[1].date.label() == label


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"country_id": "korea-south", "country": "Korea, Republic of"}, "KOR"),
        ({"country_id": "", "country": "Upper Volta (Burkina Faso)"}, "BFA"),
        ({"country_id": "holy-see", "country": "Vatican City"}, "VAT"),
        ({"country_id": "", "country": "China, People’s Republic of"}, "CHN"),
        ({"country_id": "", "country": "Ruritania"}, None),
    ],
)
def test_states_by_the_names_of_their_time(more: dict[str, str], state: str | None) -> None:
    place = read(trip("Official visit.", **more))[0].place
    assert place is not None
    assert place.state == state


@pytest.mark.parametrize(
    ("row", "form"),
    [
        (trip("x", start="soon"), "travels"),
        (trip("x", start="2010-03-19", end="2010-03-18"), "travels"),
        (trip("x", name=" "), "travels"),
        (guest("x", start=""), "visits"),
        ({}, "travels"),
    ],
)
def test_a_row_without_days_or_name_asserts_nothing(row: dict[str, str], form: str) -> None:
    assert read(row, form) == []


def test_several_towns_keep_the_first_and_a_missing_one_the_state() -> None:
    assert read(trip("", locale="Jerusalem, Tel Aviv"))[0].place.name == "Jerusalem"  # type: ignore[union-attr]
    assert read(trip("", locale=""))[0].place.name == "Russia"  # type: ignore[union-attr]


def test_ids_are_of_file_and_line() -> None:
    rows = [trip("Met with President Medvedev."), trip("Met with President Medvedev.")]
    ids = [item.id for item in read_diary(rows, "travels", "a.csv")]
    again = [item.id for item in read_diary(rows, "travels", "a.csv")]
    assert ids == again
    assert len(set(ids)) == 4


@given(st.text(max_size=200))
def test_any_remark_is_read(words: str) -> None:
    for item in read(trip(words)):
        assert item.date.start is not None
        assert item.participants
