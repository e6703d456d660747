"""Outcomes against gold: which row of the gold a forecast is, and whose day an inferred one may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from evals.tasks.outcomes import listed, on_the_day

from detente.records import Forecast, Participant, When
from tests.unit.query import factories as made

DAY = When.day(date(2013, 6, 18))
GOLD: list[dict[str, Any]] = [
    {"forecaster": "Ilya Sobol", "made": "2013-06-18", "words": "open in Geneva", "verdict": "did-not"},
    {"forecaster": "Ilya Sobol", "made": "2013-06-18", "words": "be rain", "verdict": "open"},
]


def foretold(claim: str, name: str = "Ilya Sobol") -> Forecast:
    row = made.forecast(made.post(), "no breakthrough on Syria was near", made.SAMPLE)
    return replace(row, claim=claim, forecaster=Participant(name, name, None, "person"))


@pytest.mark.parametrize(
    ("claim", "name", "when", "verdict"),
    [
        pytest.param("It will open in Geneva.", "Ilya Sobol", DAY, "did-not", id="listed"),
        pytest.param("There will be rain", "Ilya Sobol", DAY, "open", id="the second"),
        pytest.param("There will be snow", "Ilya Sobol", DAY, None, id="other words"),
        pytest.param("It will open in Geneva", "Mara Teel", DAY, None, id="somebody else"),
        pytest.param(
            "It will open in Geneva", "Ilya Sobol", When.day(date(2013, 6, 19)), None, id="day"
        ),
        pytest.param("It will open in Geneva", "Ilya Sobol", When(), None, id="no day"),
    ],
)
def test_which_row_of_the_gold_it_is(claim: str, name: str, when: When, verdict: str | None) -> None:
    assert listed(foretold(claim, name), when, GOLD) == verdict


@pytest.mark.parametrize(
    ("when", "same"),
    [
        pytest.param(DAY, True, id="the day"),
        pytest.param(When.day(date(2013, 6, 17)), False, id="another day"),
        pytest.param(When(date(2013, 6, 10), None, "range", "inferred"), True, id="inferred, near"),
        pytest.param(When(date(2013, 5, 10), None, "range", "inferred"), False, id="inferred, far"),
        pytest.param(When(), False, id="unknown"),
    ],
)
def test_the_day_of_an_article(when: When, same: bool) -> None:
    assert on_the_day(when, "2013-06-18") is same
