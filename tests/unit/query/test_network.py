"""The ties of a relationship: who met whom, who acted for or against whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.query.network import Network, Tie, network_of
from detente.query.relation import relationship_of
from detente.query.series import series_of
from detente.query.views import Encounter, Relationship
from detente.records import Participant
from tests.unit.query import factories as made
from tests.unit.query.course import (
    GERMANY,
    KERRY,
    LAVROV,
    OBAMA,
    PEOPLE,
    PUTIN,
    RUSSIA,
    RYABKOV,
    USA,
    act,
    article,
    felt,
    told,
    when_of,
)

POST, GLOBE = article("Post", "2013-05-09"), article("Globe", "2013-05-16")
FOUND = made.extractions()
RECORD = relationship_of(FOUND, made.links(FOUND), made.desk(FOUND), "USA", "RUS")
BARE = replace(RECORD, meetings=(), contacts=(), acts=())
MEETING = next(one for one in RECORD.meetings if one.status == "held")


def meeting(*people: Participant, **changes: Any) -> Encounter:
    return replace(MEETING, participants=people, **changes)


def network(*rows: Any, record: Relationship = BARE) -> Network:
    return network_of(record, series_of(told(*rows, of=[POST, GLOBE]).course(), "USA", "RUS"))


def short(ties: tuple[Tie, ...]) -> list[tuple[str, str, str, int]]:
    return [(one.left, one.kind, one.right, one.count) for one in ties]


MEETINGS = [
    ([KERRY, LAVROV], ["John Kerry Sergei Lavrov"]),
    ([LAVROV, KERRY], ["John Kerry Sergei Lavrov"]),
    ([KERRY, LAVROV, PUTIN], ["John Kerry Sergei Lavrov", "John Kerry Vladimir Putin"]),
    ([KERRY, OBAMA], []),
    ([KERRY], []),
    ([], []),
    ([KERRY, PEOPLE], []),
    ([USA, RUSSIA, GERMANY], ["Germany Russia", "Germany United States", "Russia United States"]),
]


@pytest.mark.parametrize(("people", "ties"), MEETINGS, ids=lambda one: str(len(one)))
def test_people_of_different_states_are_tied_by_a_meeting(
    people: list[Participant], ties: list[str]
) -> None:
    found = network(record=replace(BARE, meetings=(meeting(*people),)))
    assert sorted(f"{one.left} {one.right}" for one in found.ties) == ties
    assert {one.kind for one in found.ties} <= {"met"}


@pytest.mark.parametrize("status", ["planned", "sought", "postponed", "cancelled", "declined"])
def test_what_was_not_held_ties_nobody(status: Any) -> None:
    record = replace(BARE, meetings=(meeting(KERRY, LAVROV, status=status),))
    assert network(record=record).ties == ()


def test_meetings_and_calls_of_two_are_one_tie() -> None:
    first = meeting(KERRY, LAVROV, id="meeting:1", date=made.day("2013-02-26"))
    call = meeting(LAVROV, KERRY, id="meeting:2", date=made.day("2013-05-07"), form="call")
    (tie,) = network(record=replace(BARE, meetings=(first,), contacts=(call,))).ties
    assert (tie.count, tie.rows) == (2, ("meeting:1", "meeting:2"))
    assert (tie.first, tie.last) == (date(2013, 2, 26), date(2013, 5, 7))
    assert tie.refs == first.refs


@pytest.mark.parametrize("when", ["2013-02-01..2013-02-28", None], ids=["month", "unknown"])
def test_a_meeting_without_a_day_is_counted_and_last(when: str | None) -> None:
    dated = meeting(KERRY, LAVROV, id="meeting:2", date=made.day("2013-02-26"))
    undated = meeting(KERRY, LAVROV, id="meeting:1", date=when_of(when))
    (tie,) = network(record=replace(BARE, meetings=(undated, dated))).ties
    assert tie.rows == ("meeting:2", "meeting:1")
    assert (tie.first, tie.last) == (date(2013, 2, 26), date(2013, 2, 26))


DEEDS = [
    ("SANCTION", KERRY, RUSSIA, ("John Kerry", "against", "Russia", 1)),
    ("ACCUSE", RYABKOV, USA, ("Sergei Ryabkov", "against", "United States", 1)),
    ("SUPPORT", LAVROV, KERRY, ("Sergei Lavrov", "for", "John Kerry", 1)),
    ("AID", USA, RUSSIA, ("United States", "for", "Russia", 1)),
]


@pytest.mark.parametrize(("type_", "by", "to", "tie"), DEEDS, ids=[one[0] for one in DEEDS])
def test_a_deed_is_a_tie_by_its_sign(
    type_: str, by: Participant, to: Participant, tie: tuple[str, str, str, int]
) -> None:
    found = network(act(POST, type_, by, to, "2013-05-07"))
    assert short(found.ties) == [tie]
    assert found.ties[0].first == date(2013, 5, 7)


def test_a_direction_each() -> None:
    found = network(
        act(POST, "ACCUSE", KERRY, LAVROV, "2013-05-07"),
        act(POST, "ACCUSE", LAVROV, KERRY, "2013-05-07"),
    )
    assert short(found.ties) == [
        ("John Kerry", "against", "Sergei Lavrov", 1),
        ("Sergei Lavrov", "against", "John Kerry", 1),
    ]


def test_two_weeks_are_counted_and_the_most_frequent_is_first() -> None:
    found = network(
        act(POST, "SUPPORT", KERRY, RUSSIA, "2013-05-07"),
        act(POST, "ACCUSE", OBAMA, RUSSIA, "2013-05-07"),
        act(GLOBE, "ACCUSE", OBAMA, RUSSIA, "2013-05-14"),
    )
    assert short(found.ties) == [
        ("Barack Obama", "against", "Russia", 2),
        ("John Kerry", "for", "Russia", 1),
    ]
    assert [(node.name, node.ties) for node in found.nodes] == [
        ("Russia", 3),
        ("Barack Obama", 2),
        ("John Kerry", 1),
    ]


def test_words_of_one_on_another_are_a_tie() -> None:
    found = network(felt(POST, OBAMA, RUSSIA, "against"))
    assert short(found.ties) == [("Barack Obama", "against", "Russia", 1)]


def test_what_both_did_together_is_told_once() -> None:
    found = network(act(POST, "AGREE", [KERRY, LAVROV], (), "2013-05-07"))
    assert short(found.ties) == [("John Kerry", "for", "Sergei Lavrov", 1)]


def test_who_they_are_comes_from_meetings_and_states() -> None:
    record = replace(BARE, meetings=(meeting(KERRY, LAVROV),))
    found = network(act(POST, "ACCUSE", OBAMA, RUSSIA, "2013-05-07"), record=record)
    known = {node.name: (node.id, node.state) for node in found.nodes}
    assert known == {
        "John Kerry": ("person:john-kerry", "USA"),
        "Sergei Lavrov": ("person:sergei-lavrov", "RUS"),
        "Russia": ("state:RUS", "RUS"),
        "Barack Obama": (None, "USA"),
    }


def test_nothing_is_no_network() -> None:
    assert network() == Network((), ())


def test_of_the_record_every_tie_has_rows_and_references() -> None:
    found = network_of(RECORD, series_of(told(of=[POST]).course(), "USA", "RUS"))
    assert found.ties
    for tie in found.ties:
        assert tie.count == len(tie.rows) >= 1
        assert tie.refs
    names = {node.name for node in found.nodes}
    assert {name for tie in found.ties for name in (tie.left, tie.right)} == names
