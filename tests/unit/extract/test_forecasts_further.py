"""Forecasts joined, denied, dated by halves of a year, and what only an agreement or a plan says."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.extract.forecasts.horizon import horizon
from detente.pipeline import extract
from detente.records import Forecast, When
from tests.factories import parse_of

DAY = date(2013, 2, 27)


def told(text: str) -> list[Forecast]:
    opened = "Marta Wolny teaches history at the Harbour Institute in Gdynia. "
    return list(extract(parse_of(opened + text, published=DAY)).forecasts)


JOINED = [
    ("and that", "Marta Wolny predicts that the talks will fail and that rivers will not be shared.",
     ["the talks will fail", "rivers will not be shared"]),
    ("two expect", '"I expect a raid before the summer, and I expect that both capitals will deny it," '
     "Marta Wolny said.", ["a raid before the summer", "both capitals will deny it"]),
    ("nothing", '"There will be a paper by Easter, and it will say nothing about the islands," Marta '
     "Wolny said.", ["There will be a paper by Easter", "it will say nothing about the islands"]),
    ("and it won't", '"The council will meet, and it won\'t do anything for it," Marta Wolny said.',
     ["The council will meet", "it won't do anything for it"]),
    ("one predicted", "Marta Wolny predicts that the talks will fail and disappoint everyone.",
     ["the talks will fail and disappoint everyone"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), [r[1:] for r in JOINED], ids=[r[0] for r in JOINED])
def test_a_claim_that_can_come_true_by_itself_is_a_row(text: str, claims: list[str]) -> None:
    rows = told(text)
    assert [row.forecaster.name for row in rows] == ["Marta Wolny"] * len(claims)
    assert [row.claim for row in rows] == claims


DENIED = [
    ("does not expect", "Marta Wolny does not expect a summit in the coming year.",
     "does not expect a summit in the coming year", "does not expect"),
    ("expects", "Marta Wolny expects a summit in the coming year.", "a summit in the coming year",
     "expects"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim", "confidence"), [r[1:] for r in DENIED], ids=[r[0] for r in DENIED]
)
def test_a_forecast_denied_keeps_its_no(text: str, claim: str, confidence: str) -> None:
    (row,) = told(text)
    assert (row.claim, row.forecaster.name) == (claim, "Marta Wolny")
    assert "not" in (row.confidence or "").split() or confidence == "expects"


NONE = [
    ("a second one", '"I do not expect to see a second one," Marta Wolny said.'),
    ("under an agreement", "Under the settlement the border will be marked along the old line."),
    ("under a treaty", "Under the treaty the gas will flow through Latvia."),
    ("set up", "Five commissions will be set up, on trade and on roads."),
    ("run by", "For now the embassy will be run by a consul."),
    ("each other", "They will see each other again in Vilnius on August 20."),
    ("may choose", '"They may choose which passport they keep," Marta Wolny said.'),
    ("may turn out", '"It may turn out to weigh more than the letter," Marta Wolny said.'),
]


@pytest.mark.parametrize("text", [r[1] for r in NONE], ids=[r[0] for r in NONE])
def test_what_is_laid_down_or_cannot_be_checked_is_none(text: str) -> None:
    assert told(text) == []


TWINS = [
    ("under pressure", '"Under pressure from Riga the government will fall," Marta Wolny said.',
     "the government will fall"),
    ("takes months", '"An agreement could take months," Marta Wolny said.',
     "An agreement could take months"),
    ("two places", '"He will go to Riga. He will not go to Vilnius," Marta Wolny said.',
     "He will not go to Vilnius"),
    ("a no elsewhere", '"They will leave by May," said Marta Wolny, who is not a lawyer. "They will '
     'win by June."', "They will win by June"),
    ("asked for", "Diplomats expect him to ask for the base back.", "him to ask for the base back"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), [r[1:] for r in TWINS], ids=[r[0] for r in TWINS])
def test_their_twins_are_forecasts(text: str, claim: str) -> None:
    assert any(claim in row.claim for row in told(text))


def due(text: str) -> When:
    parse = parse_of(text, published=DAY)
    return horizon(parse, [(0, len(parse.doc))], find_dates(parse), None)


ENDS = [
    ("middle of next year", "The markers will stand by the middle of next year.", date(2014, 6, 30)),
    ("mid-year", "The bridge will be open by mid-2015.", date(2015, 6, 30)),
    ("midsummer", "We shall hear of a date before midsummer.", date(2013, 6, 24)),
    ("no number", "The list could be ready within weeks.", None),
    ("put off to", "They will put it off, probably to the summer.", None),
    ("in the summer", "They will meet, probably in the summer.", date(2013, 9, 22)),
]


@pytest.mark.parametrize(("text", "end"), [r[1:] for r in ENDS], ids=[r[0] for r in ENDS])
def test_last_days(text: str, end: date | None) -> None:
    assert due(text).end == end


def test_the_sentence_after_says_when() -> None:
    (row,) = told('Marta Wolny expects Riga to demand an apology. "That comes in October," she said.')
    assert row.horizon.end == date(2013, 10, 31)
