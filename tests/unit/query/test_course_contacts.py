"""Contacts of two states: held or called off, each once, with the score that PLOVER gives them."""

from __future__ import annotations

from typing import Any

import pytest

from detente.query.course_deeds import Deed, deeds_of
from detente.records import Place
from tests.unit.query.course import (
    BERLIN,
    CLINTON,
    GERMANY,
    KERRY,
    LAVROV,
    MOSCOW,
    OBAMA,
    PEOPLE,
    PUTIN,
    RUSSIA,
    USA,
    act,
    article,
    link,
    met,
    told,
)

POST, GLOBE = article("Post", "2013-05-09"), article("Globe", "2013-05-10")
WIRE, LATE = article("Wire", "2013-08-07"), article("Late", "2013-08-13")
ARTICLES = [POST, GLOBE, WIRE, LATE]
STOCKHOLM = Place("Stockholm", "SWE")


def deeds(*rows: Any, links: Any = ()) -> list[Deed]:
    return list(deeds_of(told(*rows, of=ARTICLES, links=links).course(), "USA", "RUS").deeds)


SCORES: list[Any] = [
    pytest.param((KERRY, LAVROV), {}, 2.5, id="ministers meet"),
    pytest.param((KERRY, LAVROV), {"form": "call"}, 1.5, id="a call"),
    pytest.param((OBAMA, PUTIN), {"form": "call"}, 1.5, id="a call of presidents is a call"),
    pytest.param((OBAMA, PUTIN), {}, 4.0, id="both at the top"),
    pytest.param((KERRY, PUTIN), {}, 2.5, id="one at the top"),
    pytest.param((KERRY, LAVROV), {"form": "summit"}, 4.0, id="a summit"),
    pytest.param((KERRY,), {"form": "visit", "place": MOSCOW}, 4.0, id="a visit, the host unnamed"),
    pytest.param((USA, RUSSIA), {}, 2.5, id="only the states are named"),
    pytest.param((KERRY, PEOPLE), {}, None, id="civil society is not the state"),
    pytest.param((CLINTON, LAVROV), {}, None, id="a minister out of office"),
    pytest.param((KERRY, GERMANY), {}, None, id="a third state"),
    pytest.param((KERRY, LAVROV), {"status": "planned"}, None, id="planned"),
    pytest.param((KERRY, LAVROV), {"status": "sought"}, None, id="sought"),
]


@pytest.mark.parametrize(("people", "more", "score"), SCORES)
def test_what_a_contact_scores(people: Any, more: dict[str, Any], score: float | None) -> None:
    found = deeds(met(POST, *people, on="2013-05-07", **more))
    assert [(deed.value, deed.sides) for deed in found] == (
        [] if score is None else [(score, ("left", "right"))]
    )


@pytest.mark.parametrize("on", [None, "2013-05-01..2013-05-31", "2013-04-01..2013-04-30"])
def test_a_contact_without_a_week_is_counted_apart(on: Any) -> None:
    found = deeds_of(told(met(POST, KERRY, LAVROV, on=on), of=ARTICLES).course(), "USA", "RUS")
    assert (found.deeds, found.unplaced) == ((), 1)


def test_linked_reports_are_one_contact() -> None:
    one, other = (met(where, KERRY, LAVROV, on="2013-05-07") for where in (POST, GLOBE))
    (deed,) = deeds(one, other, links=[link(one, other)])
    assert (deed.reports.origins, len(deed.rows)) == (2, 2)


def test_reports_that_no_link_joins_are_two_unless_of_the_same_people_that_day() -> None:
    rows = (
        met(POST, KERRY, LAVROV, on="2013-05-07"),
        met(GLOBE, KERRY, PUTIN, on="2013-05-07"),
    )
    assert len(deeds(*rows)) == 2


PARTS: list[Any] = [
    pytest.param(
        met(POST, KERRY, LAVROV, GERMANY, on="2013-05-07"), met(POST, KERRY, LAVROV, on="2013-05-07"),
        1, 2.5, id="later joined by a third",
    ),
    pytest.param(
        met(POST, KERRY, LAVROV, on="2013-05-07"),
        met(GLOBE, USA, RUSSIA, on="2013-05-06..2013-05-08"), 1, 2.5, id="states for ministers",
    ),
    pytest.param(
        met(POST, KERRY, LAVROV, on="2013-05-07", place=MOSCOW),
        met(GLOBE, KERRY, on="2013-05-07", form="visit", place=MOSCOW), 1, 4.0, id="met on a visit",
    ),
    pytest.param(
        met(POST, KERRY, LAVROV, on="2013-05-07", place=MOSCOW),
        met(GLOBE, OBAMA, on="2013-05-07", form="visit", place=MOSCOW), 2, 4.0, id="another's visit",
    ),
    pytest.param(
        met(POST, KERRY, LAVROV, on="2013-05-07"),
        met(GLOBE, KERRY, LAVROV, on="2013-05-07", form="call"), 2, 2.5, id="a call is no meeting",
    ),
    pytest.param(
        met(POST, KERRY, LAVROV, on="2013-05-07", place=BERLIN),
        met(GLOBE, KERRY, LAVROV, on="2013-05-07", place=STOCKHOLM), 2, 2.5, id="in two states",
    ),
    pytest.param(
        met(POST, KERRY, LAVROV, on="2013-05-06"), met(POST, KERRY, LAVROV, on="2013-05-08"), 2, 2.5,
        id="on two days",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "count", "best"), PARTS)
def test_what_is_part_of_a_contact(one: Any, other: Any, count: int, best: float) -> None:
    found = deeds(one, other)
    assert len(found) == count
    assert max(deed.value for deed in found) == best
    assert {row for deed in found for row in deed.rows} == {one.id, other.id}


OFF: list[Any] = [
    pytest.param((OBAMA, PUTIN), {"form": "summit", "status": "cancelled"}, -4.0, id="a summit"),
    pytest.param((OBAMA, PUTIN), {"status": "cancelled"}, -4.0, id="a meeting of those at the top"),
    pytest.param((KERRY, LAVROV), {"status": "cancelled"}, -2.5, id="a meeting of ministers"),
    pytest.param((KERRY, LAVROV), {"form": "call", "status": "cancelled"}, -2.0, id="a call"),
    pytest.param((OBAMA, PUTIN), {"form": "summit", "status": "postponed"}, -2.0, id="put off"),
    pytest.param((KERRY, LAVROV), {"status": "declined"}, -2.0, id="declined"),
]


@pytest.mark.parametrize(("people", "more", "score"), OFF)
def test_a_contact_called_off_counts_below_zero(people: Any, more: Any, score: float) -> None:
    (deed,) = deeds(met(WIRE, *people, on="2013-09-01..2013-09-10", **more))
    assert (deed.type, deed.value, deed.day.isoformat()) == ("REJECT", score, "2013-08-07")


def test_it_counts_when_it_was_called_off_for_the_side_that_did_it() -> None:
    refusal = act(WIRE, "REJECT", OBAMA, PUTIN, "2013-08-06", mode="meet")
    summit = met(WIRE, OBAMA, PUTIN, on="2013-09-03", form="summit", status="cancelled")
    (deed,) = deeds(refusal, summit)
    assert (deed.sides, deed.value, deed.day.isoformat()) == (("left",), -4.0, "2013-08-06")
    assert set(deed.rows) == {refusal.id, summit.id}


REFUSALS: list[Any] = [
    pytest.param(act(LATE, "REJECT", KERRY, LAVROV, "2013-08-06", mode="meet"), id="of other people"),
    pytest.param(act(WIRE, "REJECT", OBAMA, PUTIN, "2013-06-06", mode="meet"), id="of long before"),
    pytest.param(act(WIRE, "ACCUSE", OBAMA, PUTIN, "2013-08-07"), id="blame is no refusal"),
    pytest.param(act(WIRE, "REJECT", RUSSIA, USA, "2013-08-06"), id="a refusal of something else"),
]


@pytest.mark.parametrize("refusal", REFUSALS)
def test_another_refusal_is_a_deed_of_its_own(refusal: Any) -> None:
    summit = met(WIRE, OBAMA, PUTIN, on="2013-09-03", form="summit", status="cancelled")
    found = deeds(refusal, summit)
    assert len(found) == 2
    assert {deed.sides for deed in found if deed.kind == "contact"} == {("left", "right")}


def test_a_refusal_that_called_off_no_meeting_is_an_act() -> None:
    (deed,) = deeds(act(WIRE, "REJECT", OBAMA, PUTIN, "2013-08-07", mode="meet"))
    assert (deed.kind, deed.value) == ("act", -2.0)


def test_a_cancellation_told_again_is_one() -> None:
    refusal = act(WIRE, "REJECT", OBAMA, RUSSIA, "2013-08-07", mode="meet")
    rows = (
        met(WIRE, OBAMA, PUTIN, on="2013-09-03", form="summit", status="cancelled"),
        met(LATE, OBAMA, RUSSIA, form="visit", status="cancelled", place=MOSCOW),
    )
    (deed,) = deeds(refusal, *rows)
    assert deed.value == -4.0
    assert set(deed.rows) == {refusal.id, *(row.id for row in rows)}


def test_what_was_held_once_is_not_called_off_by_another_report() -> None:
    one = met(POST, KERRY, LAVROV, on="2013-05-07")
    other = met(GLOBE, KERRY, LAVROV, on="2013-05-07", status="cancelled")
    (deed,) = deeds(one, other, links=[link(one, other)])
    assert (deed.type, deed.value) == ("CONSULT", 2.5)


def test_a_copy_of_a_report_changes_no_day() -> None:
    """A reprint a week later resolves "on Tuesday" to its own week."""
    one = met(POST, KERRY, LAVROV, on="2013-05-07")
    copy = met(WIRE, KERRY, LAVROV, on="2013-08-06")
    (deed,) = deeds(one, copy, links=[link(POST, WIRE, "same-text")])
    assert deed.day.isoformat() == "2013-05-07"
    assert (deed.reports.outlet_count, deed.reports.origins) == (2, 1)
