"""Ledgers of the founding articles: what counts as a position, a forecaster, a plan."""

from __future__ import annotations

from typing import Any

import pytest
from evals.tasks.seeds import ledger_right

from detente.annotate import annotate
from detente.pipeline import extract
from tests.factories import article_of, view_of

TEXT = (
    "Turkey opposes the oil embargo. President Barack Obama will visit Ankara in September 2013.",
    "The embargo will collapse before July, said Ilya Sobol, a professor in Tartu.",
)


@pytest.fixture(scope="module")
def checks() -> Any:
    article = article_of(*TEXT)
    found = extract(annotate(article, view_of(article)))
    return lambda **item: list(ledger_right(found, item).values())


@pytest.mark.parametrize(
    ("position", "right"),
    [
        pytest.param(["TUR", "issue:oil", "against"], True, id="there"),
        pytest.param(["TUR", "issue:oil", "for"], False, id="the other side"),
        pytest.param(["TUR", "issue:gas", "against"], False, id="another issue"),
        pytest.param(["USA", "issue:oil", "against"], False, id="another state"),
    ],
)
def test_positions(checks: Any, position: list[str], right: bool) -> None:
    assert checks(positions=[position]) == [right]


def test_forecasters(checks: Any) -> None:
    assert checks(forecasters=["Sobol", "Teel"]) == [True, False]
    assert checks(reported_by=["Kommersant"]) == [False]


def test_a_visit_to_come_is_a_plan(checks: Any) -> None:
    assert checks(planned_visit=["Obama", "2013-09"]) == [True]
    assert checks(planned_visit=["Obama", "2013-10"]) == [False]


def test_an_article_without_gold_has_no_checks(checks: Any) -> None:
    assert checks() == []
