"""Meetings as a calendar, read back by a parser of its own."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest

from detente.export.calendar import calendar_lines, days_of, folded
from detente.query.encounters import encounters
from detente.query.views import Encounter
from detente.records import Participant, Place, When
from tests.unit.query import factories as made

FOUND = made.extractions()
MET = encounters((row for of in FOUND for row in of.meetings), made.links(FOUND), made.desk(FOUND))
BERLIN = next(item for item in MET if item.place and item.place.name == "Berlin")


def raw(*items: Encounter, **more: Any) -> str:
    return "".join(line + "\r\n" for line in calendar_lines(items, **more))


def unescaped(text: str) -> str:
    out, at = "", 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
            assert text[at] in "\\;,nN", text
            out += "\n" if text[at] in "nN" else text[at]
        else:
            assert text[at] not in ";,", text
            out += text[at]
        at += 1
    return out


def parsed(text: str) -> list[dict[str, str]]:
    """Return the events of a calendar, by the rules of RFC 5545: unfolding, then `NAME;PARAM:VALUE`."""
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line
        assert "\r" not in line
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line != "END:VEVENT":
            assert name not in events[-1], "a property that may stand once stands twice"
            events[-1][name] = value
    return events


def event(item: Encounter, **more: Any) -> dict[str, str]:
    (found,) = parsed(raw(item, **more))
    return found


def changed(**fields: Any) -> Encounter:
    return dataclasses.replace(BERLIN, **fields)


def test_a_meeting() -> None:
    found = event(BERLIN)
    assert found["DTSTART;VALUE=DATE"] == "20130226"
    assert found["DTEND;VALUE=DATE"] == "20130227"
    assert unescaped(found["SUMMARY"]) == "Meeting: Sergei Lavrov, John Kerry"
    assert found["LOCATION"] == "Berlin"
    assert found["STATUS"] == "CONFIRMED"
    assert found["CATEGORIES"] == "MEETING"


@pytest.mark.parametrize("name", ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "STATUS"])
def test_what_must_be_there_is(name: str) -> None:
    assert all(name in found for found in parsed(raw(*MET)))


def test_the_calendar_says_what_it_is() -> None:
    head = raw(name="Meetings, USA; RUS").split("\r\n")
    assert head[1] == "VERSION:2.0"
    assert head[2].startswith("PRODID:")
    assert "NAME:Meetings\\, USA\\; RUS" in head


def test_the_description_has_sentences_references_and_differences() -> None:
    text = unescaped(event(BERLIN)["DESCRIPTION"])
    assert "Reported by 3 outlets, 2 independent" in text
    assert "“Kerry and Lavrov held their first meeting in Berlin on Tuesday.”" in text
    assert "Reports differ on the date: 2013-02-26 or 2013-02-27." in text
    assert f"[{BERLIN.refs[0].label}]" in text


@pytest.mark.parametrize(
    ("status", "word", "ends"),
    [
        ("held", "CONFIRMED", "John Kerry"),
        ("planned", "TENTATIVE", "(planned)"),
        ("sought", "TENTATIVE", "(sought)"),
        ("postponed", "TENTATIVE", "(postponed)"),
        ("cancelled", "CANCELLED", "(cancelled)"),
        ("declined", "CANCELLED", "(declined)"),
    ],
)
def test_what_became_of_it(status: Any, word: str, ends: str) -> None:
    found = event(changed(status=status))
    assert found["STATUS"] == word
    assert unescaped(found["SUMMARY"]).endswith(ends)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        pytest.param(made.day("2013-12-31"), "20131231", "20140101", id="the last day of a year"),
        pytest.param(
            When(date(2013, 5, 1), date(2013, 5, 31), "month"), "20130501", "20130601", id="a month"
        ),
        pytest.param(
            When(date(2013, 9, 5), date(2013, 9, 6), "range"), "20130905", "20130907", id="two days"
        ),
        pytest.param(
            When(date(2012, 2, 28), date(2012, 2, 29), "range"), "20120228", "20120301", id="leap"
        ),
    ],
)
def test_whole_days(when: When, start: str, end: str) -> None:
    found = event(changed(date=when))
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == (start, end)


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(When(), id="unknown"),
        pytest.param(When(date(2013, 2, 11), None, "range"), id="open"),
        pytest.param(When(None, date(2013, 2, 11), "range"), id="open before"),
        pytest.param(When(date(2013, 1, 1), date(2013, 12, 31), "year"), id="a year"),
        pytest.param(When(date(2013, 1, 1), date(2013, 3, 31), "range"), id="three months"),
        pytest.param(When(date.max, date.max, "day"), id="the last day there is"),
    ],
)
def test_what_is_too_vague_is_in_no_calendar(when: When) -> None:
    assert parsed(raw(changed(date=when))) == []
    assert days_of(when) is None


def test_a_day_that_is_not_told_is_said_to_be_none() -> None:
    when = When(date(2013, 5, 1), date(2013, 5, 31), "month")
    assert "The day is not told; 2013-05." in unescaped(event(changed(date=when))["DESCRIPTION"])


def test_uids_differ_and_stay_when_a_report_joins() -> None:
    uids = [found["UID"] for found in parsed(raw(*MET))]
    assert len(uids) == len(set(uids)) > 1
    alone = changed(rows=BERLIN.rows[:1])
    assert event(alone)["UID"] == event(BERLIN)["UID"]
    assert int(event(alone)["SEQUENCE"]) < int(event(BERLIN)["SEQUENCE"])


def test_the_same_meetings_give_the_same_bytes() -> None:
    assert raw(*MET) == raw(*MET)


def test_an_address_of_a_page() -> None:
    found = event(BERLIN, address="https://desk.example/meetings/{id}")
    assert found["URL"] == f"https://desk.example/meetings/{BERLIN.id}"


HOSTILE = [
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "semi;colon, comma\\ back", "tab\there", "\x00\x07bell",
    "\u202eright to left\u202c", "line\nbreak", "é" * 200, "😀" * 60, "ends with \\", "\r",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_out_of_its_property(words: str) -> None:
    item = changed(
        place=Place(words), occasion=words, participants=(Participant(words, words), made.KERRY)
    )
    found = event(item)
    assert set(found) == set(event(changed(occasion="x")))
    place = unescaped(found["LOCATION"])
    assert "\x00" not in place
    assert "\u202e" not in place
    assert "Kerry" in unescaped(found["SUMMARY"])


def test_an_address_of_a_person_is_withheld() -> None:
    assert "@example" not in raw(changed(place=Place("ann@example.org")))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "x",
        "x" * 75,
        "x" * 76,
        "x" * 500,
        "é" * 100,
        "a" + "é" * 100,
        "😀" * 50,
        "ab😀" * 40,
        " " * 200,
    ],
)
def test_folding(line: str) -> None:
    pieces = list(folded(line))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(len(piece.encode()) > 70 for piece in pieces[:-1])


def test_days_of_a_span_are_inclusive() -> None:
    first, last = date(2013, 5, 6), date(2013, 5, 8)
    assert days_of(When(first, last, "range")) == (first, last)
    assert (last - first) == timedelta(2)
