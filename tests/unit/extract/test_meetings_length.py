"""How long a contact lasted, and how it met the press."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.meetings.length import minutes_in, press_in
from detente.pipeline import extract_all
from tests.factories import article_of

LASTED = [
    ("They talked for nearly two hours in Oslo.", 120),
    ("The talks lasted 45 minutes.", 45),
    ("The conversation lasted three-quarters of an hour.", 45),
    ("Modi sat across from Sharif for fifty minutes.", 50),
    ("Biden and Putin spent three and a half hours in a villa.", 210),
    ("Twelve hours of talks ended without a text.", 720),
    ("It was a 90-minute call.", 90),
    ("He spent an hour and a half with Putin.", 90),
    ("They talked for an hour and 20 minutes.", 80),
    ("A two-hour dinner followed.", 120),
    ("Hatoyama got ten minutes with Obama.", 10),
    ("They parted after more than 16 hours of talks.", 960),
    ("He talked with him for almost an hour.", 60),
    ("The two spoke for half an hour without aides.", 30),
    ("They spoke for a quarter of an hour.", 15),
    ("The call took about 20 minutes.", 20),
    ("The session ran over four hours.", 240),
]
NO_LENGTH = [
    "Putin kept him waiting for three hours.",
    "He came half an hour late.",
    "They met three hours later.",
    "Two hours after the talks he left.",
    "He slept for two hours.",
    "They will meet within 48 hours.",
    "They met after three days of talks.",
    "After a three-hour wait he was received.",
    "After a four-hour flight he was received.",
    "The two met in Oslo.",
    "",
]
PRESS = [
    ("The two gave a joint news conference.", "joint"),
    ("They held a joint press briefing.", "joint"),
    ("They took questions together.", "joint"),
    ("At their press conference both smiled.", "joint"),
    ("Both gave separate news conferences.", "separate"),
    ("They spoke to reporters separately.", "separate"),
    ("There was no joint press conference.", "none"),
    ("They cancelled their news conference.", "none"),
    ("The two left without answering questions.", "none"),
    ("The ministers took no questions.", "none"),
    ("Kerry told a news conference that it had gone well.", "one"),
    ("The press was kept out.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "minutes"), LASTED, ids=[text[:40] for text, _ in LASTED])
def test_a_length_in_words_is_minutes(text: str, minutes: int) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize("text", NO_LENGTH, ids=[text[:40] for text in NO_LENGTH])
def test_waits_and_delays_are_no_length(text: str) -> None:
    assert minutes_in(text) is None


def test_of_two_lengths_the_nearest_counts() -> None:
    text = "He talked for an hour with Putin and for two hours with Lavrov."
    assert minutes_in(text, text.index("an hour")) == 60
    assert minutes_in(text, text.index("two hours")) == 120


@pytest.mark.parametrize(("text", "press"), PRESS, ids=[text[:40] for text, _ in PRESS])
def test_how_the_press_was_met(text: str, press: str | None) -> None:
    assert press_in(text) == press


ROWS = [
    ("Emmanuel Macron and Angela Merkel talked for two hours in Berlin on Tuesday.", 120, None),
    ("Emmanuel Macron and Angela Merkel held talks in Berlin on Tuesday.", None, None),
    ("Emmanuel Macron will talk with Angela Merkel for two hours in Berlin on Friday.", None, None),
    ("Emmanuel Macron met Angela Merkel in Bonn on Tuesday; they took no questions.", None, "none"),
    ("Angela Merkel had been kept waiting for an hour when Emmanuel Macron met her.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "minutes", "press"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_a_row_has_its_length_and_its_press(text: str, minutes: int | None, press: str | None) -> None:
    (found,) = extract_all([article_of(text, published=date(2018, 6, 20))])
    assert {row.duration for row in found.meetings} <= {minutes}
    assert {row.press for row in found.meetings} <= {press}
    assert found.meetings


OF_EACH = [
    (
        "John Kerry spent two hours with Vladimir Putin and then some hours more with Sergei Lavrov "
        "in Moscow on Tuesday.",
        {"Vladimir Putin": 120, "Sergei Lavrov": None},
    ),
    (
        "John Kerry spent an hour with Vladimir Putin and then two hours with Sergei Lavrov in Moscow "
        "on Tuesday.",
        {"Vladimir Putin": 60, "Sergei Lavrov": 120},
    ),
]


@pytest.mark.parametrize(("text", "lengths"), OF_EACH, ids=["one told", "both told"])
def test_a_length_is_that_of_the_contact_beside_it(text: str, lengths: dict[str, int | None]) -> None:
    (found,) = extract_all([article_of(text, published=date(2013, 5, 9))])
    assert {
        p.name: row.duration for row in found.meetings for p in row.participants if p.name in lengths
    } == lengths


OUTCOMES = [
    (
        "Sergei Lavrov met John Kerry in Berlin on Tuesday.",
        "The two ministers agreed on a list of prisoners.",
        ["The two ministers agreed on a list of prisoners."],
    ),
    (
        "Sergei Lavrov and Frans Timmermans held talks in Moscow on Tuesday.",
        "Lavrov said the talks of both had been constructive and that Obama meant well.",
        [],
    ),
    (
        "Sergei Lavrov will meet John Kerry in Berlin on Friday.",
        "The two ministers agreed on it by telephone.",
        [],
    ),
]


@pytest.mark.parametrize(
    ("first", "then", "outcome"), OUTCOMES, ids=["its own", "of others", "planned"]
)
def test_an_outcome_is_that_of_its_contact(first: str, then: str, outcome: list[str]) -> None:
    (found,) = extract_all([article_of(f"{first} {then}", published=date(2013, 2, 27))])
    told = [row for row in found.meetings if row.form == "meeting"]
    assert told
    assert [line for row in told for line in row.outcome] == outcome


def test_what_is_planned_has_met_no_press() -> None:
    text = "Sergei Lavrov will meet John Kerry in Berlin on Friday and give a joint press conference."
    (found,) = extract_all([article_of(text, published=date(2013, 2, 27))])
    assert [(row.status, row.press) for row in found.meetings] == [("planned", None)]
