"""Numbers of a sentence as ranges: what counts, what only names, which two can hold of one thing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.link.disagreement.quantities import Quantity, quantities

READ = [
    ("They spoke for two hours.", "two hours", 120, 120, "time"),
    ("The call took 45 minutes.", "45 minutes", 45, 45, "time"),
    (
        "The meeting lasted an hour and 45 minutes, she said.",
        "an hour and 45 minutes",
        105,
        105,
        "time",
    ),
    ("They talked for an hour and a half.", "an hour and a half", 90, 90, "time"),
    ("It lasted an hour and three-quarters.", "an hour and three-quarters", 105, 105, "time"),
    ("After a three-hour wait he was let in.", "three-hour", 180, 180, "time"),
    ("It was a two-and-a-half-hour meeting.", "two-and-a-half-hour", 150, 150, "time"),
    ("A 90-minute call followed.", "90-minute", 90, 90, "time"),
    ("Oslo expelled four diplomats.", "four diplomats", 4, 4, "count"),
    ("Oslo expelled four Serbian diplomats.", "four Serbian diplomats", 4, 4, "count"),
    ("The list had eighteen names.", "eighteen names", 18, 18, "count"),
    ("Twenty-five soldiers crossed the river.", "Twenty-five soldiers", 25, 25, "count"),
    ("Between 20 and 30 soldiers crossed it.", "30 soldiers", 20, 30, "count"),
    ("It gave $1.5 billion in aid.", "$1.5 billion", 1.5e9, 1.5e9, "money:USD"),
    ("It gave 1.5 billion dollars in aid.", "1.5 billion dollars", 1.5e9, 1.5e9, "money:USD"),
    ("Tokyo pledged 500 million yen.", "500 million yen", 5e8, 5e8, "money:JPY"),
    ("Duties of 80 per cent were laid on barley.", "80 per cent", 80, 80, "percent"),
    ("Duties of 212 percent were laid on wine.", "212 percent", 212, 212, "percent"),
    ("It held 1,045 tonnes of agents.", "1,045 tonnes", 1_045_000, 1_045_000, "mass"),
    ("The port is 40 kilometres away.", "40 kilometres", 40, 40, "length"),
    ("A crew of 11 people was rescued.", "11 people", 11, 11, "count"),
    ("The 34 hostages were freed.", "34 hostages", 34, 34, "count"),
    ("They handed over 12 prisoners.", "12 prisoners", 12, 12, "count"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), READ, ids=[row[0] for row in READ])
def test_a_number_is_read_with_what_it_counts(
    text: str, words: str, low: float, high: float, unit: str
) -> None:
    one = next(found for found in quantities(text) if found.text == words)
    assert text[one.start : one.end] == words
    assert one.unit == unit
    assert one.low <= low <= high <= one.high
    assert one.high - one.low <= 0.15 * max(high, 1) + (high - low)


HEDGED = [
    ("about two hours", 90, 150),
    ("around two hours", 90, 150),
    ("some two hours", 90, 150),
    ("nearly two hours", 96, 120),
    ("almost two hours", 96, 120),
    ("close to two hours", 96, 120),
    ("just under two hours", 96, 120),
    ("more than two hours", 120, math.inf),
    ("over two hours", 120, math.inf),
    ("well over two hours", 120, math.inf),
    ("at least two hours", 120, math.inf),
    ("up to two hours", 0, 120),
    ("less than two hours", 0, 120),
    ("no more than two hours", 0, 120),
    ("two hours or so", 90, 150),
]


@pytest.mark.parametrize(("words", "low", "high"), HEDGED, ids=[row[0] for row in HEDGED])
def test_a_hedge_widens_the_range(words: str, low: float, high: float) -> None:
    (one,) = quantities(f"They talked for {words}.")
    assert (one.low, one.high) == (low, high)


NAMES = [
    "Resolution 2118 was passed.",
    "It was passed on 27 September 2013.",
    "It was passed on September 27.",
    "They meet on June 17 and 18.",
    "They met at 10:30 p.m. that night.",
    "They met at 9 p.m. that night.",
    "The S-300 was shipped.",
    "START II was signed.",
    "The G-8 met.",
    "In 2013 ministers met.",
    "The three-year-old boy died.",
    "Two-thirds of the missiles were gone.",
    "The two presidents smiled.",
    "The five permanent members abstained.",
    "Their three children waited.",
    "In the past three years little was done.",
    "One official declined to comment.",
    "Article 5 was invoked.",
    "More than half of the hour went by.",
    "No. 10 was silent.",
    "Flight 655 was shot down.",
]


@pytest.mark.parametrize("text", NAMES, ids=NAMES)
def test_a_number_that_names_counts_nothing(text: str) -> None:
    assert quantities(text) == []


FIT = [
    ("close to three hours", "more than two hours", True),
    ("an hour and 45 minutes", "nearly two hours", True),
    ("about an hour", "an hour and three-quarters", False),
    ("two hours", "three hours", False),
    ("90 minutes", "an hour and a half", True),
    ("120 minutes", "two hours", True),
    ("1,000 tonnes", "about 1,000 tonnes", True),
    ("1,000 tonnes", "1,045 metric tons", True),
    ("12 soldiers", "14 soldiers", False),
    ("at least 12 soldiers", "14 soldiers", True),
    ("up to 12 soldiers", "14 soldiers", False),
    ("200 soldiers", "205 soldiers", True),
    ("$1.5 billion", "1.5 billion dollars", True),
    ("$1.5 billion", "2 billion dollars", False),
]


@pytest.mark.parametrize(("left", "right", "fits"), FIT, ids=[f"{a} / {b}" for a, b, _ in FIT])
def test_two_numbers_fit_or_do_not(left: str, right: str, fits: bool) -> None:
    (a,), (b,) = quantities(f"There were {left}."), quantities(f"There were {right}.")
    assert a.unit == b.unit
    assert a.fits(b) is fits
    assert b.fits(a) is fits


def test_several_numbers_come_in_order() -> None:
    found = quantities("At least 30 people were killed, 15 soldiers wounded and 200 homes burnt.")
    assert [one.text for one in found] == ["At least 30 people", "15 soldiers", "200 homes"]
    assert [one.counted for one in found] == ["peopl", "soldier", "hom"]


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_range_is_in_it(text: str) -> None:
    found = quantities(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text == text[one.start : one.end]
        assert one.low <= one.high
    assert found == sorted(found, key=lambda one: one.start)


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_fitting_is_symmetric_and_a_number_fits_itself(left: int, right: int) -> None:
    a, b = (Quantity("", n, n, "count", "soldier", 0, 1) for n in (left, right))
    assert a.fits(b) == b.fits(a) == (left == right)
