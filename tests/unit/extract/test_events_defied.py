"""Acts over somebody's objections, agreements on nothing, and what had been done before."""

from __future__ import annotations

from datetime import date

import pytest

from detente.pipeline import extract
from detente.records import Event
from tests.factories import parse_of

PUBLISHED = date(2013, 8, 10)


def events(text: str) -> list[Event]:
    return list(extract(parse_of(text, published=PUBLISHED)).events)


def told(text: str) -> set[tuple[str, str, str]]:
    return {
        (row.type, row.actors[0].state or "", to.state or "")
        for row in events(text)
        for to in row.recipients
    }


DEFIED = """
Russia granted Snowden asylum over American objections. | REJECT RUS USA
Russia granted the fugitive asylum over objections from Washington. | REJECT RUS USA
Germany sent aid to Syria despite warnings from Moscow. | REJECT DEU RUS | AID DEU SYR
Iran helped Syria over protests by the United States. | REJECT IRN USA
China supported Pakistan despite Indian protests. | REJECT CHN IND
"""


@pytest.mark.parametrize("line", DEFIED.strip().splitlines())
def test_what_is_done_over_objections_refuses_them(line: str) -> None:
    text, *wanted = line.split(" | ")
    assert {tuple(one.split()) for one in wanted} <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia granted Snowden asylum over American objections.",
        "Germany sent aid to Syria despite warnings from Moscow.",
    ],
)
def test_it_helps_nobody_who_objects(text: str) -> None:
    against = {(by, to) for type_, by, to in told(text) if type_ == "REJECT"}
    assert against
    assert not [one for one in told(text) if one[0] == "AID" and one[1:] in against]


@pytest.mark.parametrize(
    "text",
    [
        "Russia sent aid to Syria over the mountains.",
        "Russia sent aid to Syria despite its own objections.",
        "Russia imposed sanctions on Georgia over American objections.",
    ],
)
def test_no_refusal_without_anybodys_objections_to_help(text: str) -> None:
    assert not [one for one in told(text) if one[0] == "REJECT" and one[2] == "USA"]


@pytest.mark.parametrize(
    "text",
    [
        "Kerry and Lavrov agreed on nothing.",
        "Kerry and Lavrov have agreed on nothing that has held.",
        "The ministers of France and Germany agreed to nothing.",
    ],
)
def test_to_agree_on_nothing_is_no_agreement(text: str) -> None:
    assert not [row for row in events(text) if row.type == "AGREE" and row.factuality == "happened"]


def test_to_agree_on_something_is_one() -> None:
    assert [row.type for row in events("Kerry and Lavrov agreed on a date.")] == ["AGREE"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Lavrov had accused Washington of blackmail.", "inferred"),
        ("Lavrov accused Washington of blackmail.", "published"),
        ("Lavrov has accused Washington of blackmail.", "published"),
        ("On Tuesday Lavrov had accused Washington of blackmail.", "relative"),
    ],
)
def test_what_had_been_done_is_of_no_day_of_the_report(text: str, basis: str) -> None:
    (row,) = [row for row in events(text) if row.type == "ACCUSE"]
    assert row.date.basis == basis
    assert row.date.end is not None
    assert row.date.end <= PUBLISHED
