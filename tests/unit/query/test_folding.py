"""Rows that give the same words become one item."""

from __future__ import annotations

from datetime import date

import pytest

from detente.query.desk import Desk, desk_of
from detente.query.folding import outlooks, sayings, stands
from detente.records import Extraction, Participant, Statement, When
from tests.factories import article_of
from tests.unit.query import factories as made


def _said(*words: str, speaker: Participant = made.SAMPLE) -> tuple[list[Statement], Desk]:
    """Return one statement an article, a day apart."""
    articles: list[Extraction] = []
    rows: list[Statement] = []
    for n, text in enumerate(words):
        of = made.extraction(
            article_of(f"{text} Report {n}.", published=date(2013, 3, n + 1), outlet=f"Outlet {n}")
        )
        articles.append(of)
        rows.append(made.statement(of, text, speaker))
    return rows, desk_of([of.article for of in articles], (), made.reference())


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("The talks will fail.", "the talks will fail", True, id="case and marks"),
        pytest.param(
            "talks will surely fail", "He said talks will surely fail soon", True, id="within"
        ),
        pytest.param("will fail", "The talks will fail", False, id="too few words to be within"),
        pytest.param(
            "one two three four five six seven eight nine",
            "one two three four five six seven eight ten",
            True,
            id="four in five words common",
        ),
        pytest.param("The talks will fail today", "The talks will help nobody", False, id="others"),
        pytest.param("fail talks will surely", "talks will surely fail", True, id="another order"),
    ],
)
def test_same_words(left: str, right: str, same: bool) -> None:
    rows, desk = _said(left, right)
    assert len(sayings(rows, desk, lambda _: None)) == (1 if same else 2)


def test_two_speakers_of_the_same_words_stay_two() -> None:
    rows, desk = _said("The talks will fail.", "The talks will fail.")
    other = Participant("Bo Example", "Bo Example", "local:bo", "person")
    rows = [
        rows[0],
        made.statement(made.extraction(desk.articles[rows[1].article]), rows[1].content, other),
    ]
    assert len(sayings(rows, desk, lambda _: None)) == 2


def test_the_fullest_is_shown_and_the_first_report_dates_it() -> None:
    rows, desk = _said("the talks will fail", "that the talks will fail in the end")
    (found,) = sayings(rows[::-1], desk, lambda _: "left")
    assert found.row.content == "that the talks will fail in the end"
    assert found.same == (rows[0].id, rows[1].id)
    assert found.reported == made.day("2013-03-01")
    assert (found.side, found.reports.outlet_count, len(found.refs)) == ("left", 2, 2)


def test_nothing_folds_to_nothing() -> None:
    _, desk = _said()
    assert sayings([], desk, lambda _: None) == []


def test_positions_on_two_issues_stay_two() -> None:
    of = made.post()
    rows = [
        made.position(of, "talks on Syria without preconditions", made.RUSSIA, issue)
        for issue in ("issue:syria", "issue:missile-defence")
    ]
    desk = desk_of([of.article], (), made.reference())
    assert len(stands(rows, desk)) == 2
    assert len(stands([rows[0], rows[0]], desk)) == 1


@pytest.mark.parametrize(
    ("horizon", "until", "due"),
    [
        pytest.param(made.day("2013-03-31"), made.day("2013-04-01"), True, id="passed"),
        pytest.param(made.day("2013-04-01"), made.day("2013-04-01"), False, id="on its last day"),
        pytest.param(When(), made.day("2013-04-01"), False, id="no horizon"),
        pytest.param(When(date(2013, 1, 1), None), made.day("2013-04-01"), False, id="open end"),
        pytest.param(made.day("2013-03-31"), When(), False, id="nobody knows what day it is"),
    ],
)
def test_due(horizon: When, until: When, due: bool) -> None:
    of = made.post()
    row = made.forecast(of, "no breakthrough on Syria was near", made.SAMPLE, horizon=horizon)
    desk = desk_of([of.article], (), made.reference())
    assert outlooks([row], desk, until)[0].due is due
