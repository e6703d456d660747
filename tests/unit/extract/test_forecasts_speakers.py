"""Whose forecast it is where no statement says so: columns, interviews, thoughts, names behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from detente.annotate import annotate
from detente.extract.dates import find_dates
from detente.extract.forecasts import find_forecasts
from detente.extract.forecasts.speakers import own_voice, turns
from detente.extract.mentions import find_mentions
from detente.knowledge.registry import registry
from detente.pipeline import extract
from detente.records import Forecast, When
from tests.factories import article_of, parse_of, view_of

DAY = date(2013, 2, 26)


def forecasts(*texts: str) -> tuple[Forecast, ...]:
    article = replace(article_of(*texts), published=When.day(DAY))
    return extract(annotate(article, view_of(article))).forecasts


def alone(text: str) -> tuple[Forecast, ...]:
    """Return the forecasts of a text in which nobody has found a statement."""
    parse = parse_of(text, published=DAY)
    return find_forecasts(parse, find_mentions(parse, registry()), find_dates(parse), ())


SIGNED = [
    ("a column", "A column by Ada Crale", (), "Ada Crale"),
    ("an analysis", "An analysis by Ada van Crale, Moscow", (), "Ada van Crale"),
    ("a book", "A book by Ada Crale is for sale", (), "The Post"),
    ("two authors", "A column by Ada Crale", ("Ben Orr", "Ada Crale"), "The Post"),
    ("one author", "News of the day", ("Ben Orr",), "Ben Orr"),
]


@pytest.mark.parametrize(
    ("line", "authors", "name"), [row[1:] for row in SIGNED], ids=[row[0] for row in SIGNED]
)
def test_who_signs_an_article(line: str, authors: tuple[str, ...], name: str) -> None:
    article = replace(article_of(line, "The talks began."), outlet="The Post", authors=authors)
    assert own_voice(article)[0].name == name


INTERVIEW = (
    "Lakeside Review: Will the bridge open?",
    "Joram Wekesa: The bridge will collapse before July.",
    "LR: And the bank?",
    "JW: The bank will fail. Nobody will mourn it.",
    "LR: Who says that the harvest will fail?",
    "JW: My aunt.",
)


def test_an_interviewee_foretells_and_the_outlet_asks() -> None:
    rows = forecasts(*INTERVIEW)
    assert {row.forecaster.name for row in rows} == {"Joram Wekesa"}
    assert [row.claim for row in rows][:2] == [
        "The bridge will collapse before July",
        "The bank will fail",
    ]


def turned(*texts: str) -> list[str | None]:
    article = article_of(*texts)
    parse = annotate(article, view_of(article))
    found = turns(parse, find_mentions(parse, registry()))
    return [one.name if one else None for one in found.values()]


def test_labels_and_initials_are_one_person() -> None:
    assert turned(*INTERVIEW) == [None, "Joram Wekesa"] * 3


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Ada Crale: The bank will fail.", "The end."), id="one label"),
        pytest.param(("A: It will rain.", "B: No.", "A: It will.", "B: No."), id="nobody asks"),
        pytest.param(
            ("Ada Crale: Who?", "Ben Orr: I.", "Cy Dorn: And?", "Ada Crale: So?"), id="three people"
        ),
    ],
)
def test_what_is_no_interview(texts: tuple[str, ...]) -> None:
    assert turned(*texts) == []


TAGGED = [
    ("believes", "The accession talks could collapse in January, Ada Crale believes.", "Ada Crale"),
    ("said she", "The bank will fail, said Ada Crale, who sells maps.", "Ada Crale"),
    ("bet", "Ada Crale bet that no flag would rise before July.", "Ada Crale"),
]


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in TAGGED], ids=[row[0] for row in TAGGED])
def test_who_is_named_beside_a_claim(text: str, name: str) -> None:
    assert [row.forecaster.name for row in alone(text)] == [name]


def test_a_name_in_another_clause_is_no_forecaster() -> None:
    rows = alone("The bank will collapse because Ada Crale sold it.")
    assert "Ada Crale" not in {row.forecaster.name for row in rows}


def test_claims_of_one_sentence_do_not_hold_each_other() -> None:
    rows = forecasts(
        'Professor Ada Crale spoke. "September will bring rain, the bridge will collapse, and the bank '
        'will fail," she said.'
    )
    assert [row.claim for row in rows] == [
        "September will bring rain",
        "the bridge will collapse",
        "the bank will fail",
    ]


def test_another_deed_is_another_claim() -> None:
    rows = forecasts(
        'Professor Ada Crale spoke. "He will be president by July, and he will lose the war," she said.'
    )
    assert len(rows) == 2


def test_a_circumstance_belongs_to_its_claim() -> None:
    rows = forecasts(
        'Professor Ada Crale spoke. "The conference will collapse, and it will be in Geneva," she said.'
    )
    assert len(rows) == 1


BESIDE = [
    ("a fragment after", '"There will be no vote," Professor Ada Crale said. "Not this year."',
     date(2013, 12, 31)),
    ("a sentence after", '"There will be no vote," Professor Ada Crale said. "He left this year."',
     None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "end"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_the_sentence_beside_says_by_when(text: str, end: date | None) -> None:
    (row,) = forecasts(text)
    assert row.horizon.end == end


PLANS = [
    ("announced", "The planes will fly on Wednesday, that is announced"),
    ("scheduled", "The train will stop at noon, as scheduled"),
]


@pytest.mark.parametrize("words", [row[1] for row in PLANS], ids=[row[0] for row in PLANS])
def test_what_is_announced_is_no_forecast_of_a_watcher(words: str) -> None:
    assert forecasts(f'"{words}," Professor Ada Crale said.') == ()


def test_what_will_do_is_good_enough_and_not_foretold() -> None:
    assert forecasts('"Any excuse will do," Professor Ada Crale said.') == ()
    assert len(forecasts('"The truce will do until the autumn," Professor Ada Crale said.')) == 1


def test_what_is_not_expected_is_foretold_and_what_is_expected_planned() -> None:
    (row,) = alone("The minister is not expected to travel to the region.")
    assert row.confidence == "is not expected" or "expected" in (row.confidence or "")
    assert alone("The minister is expected to travel to the region.") == ()


def test_a_word_of_foretelling_needs_what_is_foretold() -> None:
    assert alone("Ada Crale predicts this.") == ()
