"""Comparing rows slot by slot, and the demo task's rules for dates and meetings."""

from __future__ import annotations

from datetime import date

import pytest
from evals.metrics.slots import Counts, letters, locate, overlap, pair, same_name
from evals.tasks.demo import date_fits, span_of

from detente.records import Participant, When


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Mahmoud al-Hamza", "Mahmoud Al-Hamza", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("John Kerry", "Secretary of State John Kerry", True),
        ("officials", "officials on both sides", True),
        ("Russia", "Putin", False),
        ("", "Putin", False),
        ("the Secretary", "Minister", False),
    ],
)
def test_same_name(wanted: str, found: str, same: bool) -> None:
    assert same_name(wanted, found) is same


def test_words_are_found_across_line_breaks_and_nearest() -> None:
    text = "no deal. They said no\ndeal today."
    assert locate(text, "no deal", 20) == (19, 26)
    assert locate(text, "no deal", 0) == (0, 7)
    assert locate(text, "no peace") is None


def test_overlap_counts_letters_only() -> None:
    text = '"Ab, cd."'
    assert overlap(letters(text, [(0, 9)]), letters(text, [(1, 3), (5, 7)])) == 1.0
    assert overlap(frozenset(), frozenset()) == 0.0


def test_pairs_are_one_to_one_and_best_first() -> None:
    scores = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.95}
    pairs = pair(["a", "b"], ["x", "y"], lambda w, f: scores.get((w, f), 0.0))
    assert sorted(pairs) == [(0, 1), (1, 0)]


def test_counts() -> None:
    counts = Counts()
    counts.add(1, 2, 4)
    counts.add(1, 2, 0)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2013-12", (date(2013, 12, 1), date(2013, 12, 31))),
        ("2012", (date(2012, 1, 1), date(2012, 12, 31))),
        ("2013-05-01..2013-05-15", (date(2013, 5, 1), date(2013, 5, 15))),
        ("..2013-09-22", (date(2013, 9, 22), date(2013, 9, 22))),
        (None, None),
    ],
)
def test_span_of_a_gold_date(text: str | None, days: tuple[date, date] | None) -> None:
    assert span_of(text) == days


@pytest.mark.parametrize(
    ("wanted", "found", "fits"),
    [
        ("2013-05-07", When.day(date(2013, 5, 7)), True),
        ("2013-05-07", When.day(date(2013, 5, 8)), False),
        ("2013-05", When.day(date(2013, 5, 8)), True),
        ("2013-05-07", When(date(2013, 5, 1), date(2013, 5, 31), "month", "relative"), False),
        (None, When(), True),
        (None, When.day(date(2013, 5, 7)), False),
        ("2013-05-07", When(), False),
    ],
)
def test_a_found_date_lies_inside_the_gold(wanted: str | None, found: When, fits: bool) -> None:
    assert date_fits(wanted, found) is fits


def test_participants_are_compared_by_name() -> None:
    who = Participant("Sergei Lavrov", "he", "person:sergei-lavrov", "person", "RUS")
    assert same_name("Sergey Lavrov", who.name)
