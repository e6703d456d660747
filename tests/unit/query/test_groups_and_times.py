"""Groups of items, and dates in a period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.query.groups import grouped
from detente.query.times import anchor, reported_by, span, vague, within
from detente.records import When

MAY = When(date(2013, 5, 1), date(2013, 5, 31), "month")
SINCE_FEBRUARY = When(date(2013, 2, 11), None)
UNTIL_MAY = When(None, date(2013, 5, 9))
NAMES = st.sampled_from("abcdefgh")


@given(st.lists(NAMES, unique=True), st.lists(st.tuples(NAMES, NAMES)))
def test_groups_part_the_items_and_keep_pairs_together(
    items: list[str], pairs: list[tuple[str, str]]
) -> None:
    groups = grouped(items, pairs)
    assert sorted(item for group in groups for item in group) == sorted(items)
    place = {item: at for at, group in enumerate(groups) for item in group}
    for left, right in pairs:
        if left in place and right in place:
            assert place[left] == place[right]


@given(st.lists(NAMES, unique=True))
def test_without_pairs_every_item_is_alone(items: list[str]) -> None:
    assert grouped(items, []) == [(item,) for item in items]


@pytest.mark.parametrize(
    ("when", "since", "until", "expected"),
    [
        pytest.param(MAY, date(2013, 5, 20), None, True, id="a month that goes on after"),
        pytest.param(MAY, date(2013, 6, 1), None, False, id="a month that is over"),
        pytest.param(MAY, None, date(2013, 4, 30), False, id="a month that is to come"),
        pytest.param(SINCE_FEBRUARY, date(2020, 1, 1), None, True, id="open towards the end"),
        pytest.param(SINCE_FEBRUARY, None, date(2013, 2, 10), False, id="not before its bound"),
        pytest.param(UNTIL_MAY, date(2013, 5, 10), None, False, id="not after its bound"),
        pytest.param(When(), date(2013, 5, 10), date(2013, 5, 11), True, id="unknown can be then"),
    ],
)
def test_within(when: When, since: date | None, until: date | None, expected: bool) -> None:
    assert within(when, since, until) is expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(When.day(date(2013, 5, 8)), True, id="the day before"),
        pytest.param(When.day(date(2013, 5, 9)), True, id="the day itself"),
        pytest.param(MAY, False, id="a month that ends later"),
        pytest.param(SINCE_FEBRUARY, False, id="it may be later"),
        pytest.param(When(), False, id="unknown"),
    ],
)
def test_reported_by(published: When, expected: bool) -> None:
    assert reported_by(published, date(2013, 5, 9)) is expected
    assert reported_by(published, None) is True


def test_anchor_prefers_the_first_date_that_is_known() -> None:
    assert anchor(When(), MAY, When.day(date(2012, 1, 1))) == date(2013, 5, 1)
    assert anchor(UNTIL_MAY) == date(2013, 5, 9)
    assert anchor(When(), When()) == date.max


def test_span_of_nothing_known_is_unknown() -> None:
    assert span([When(), When()]) == When()
    assert span([UNTIL_MAY, SINCE_FEBRUARY]).label() == "2013-02-11..2013-05-09"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(When(), True, id="unknown"),
        pytest.param(When.day(date(2013, 5, 9)), False, id="a day"),
        pytest.param(When(date(2013, 1, 1), date(2013, 3, 4), "range"), False, id="62 days"),
        pytest.param(When(date(2013, 1, 1), date(2013, 3, 5), "range"), True, id="63 days"),
        pytest.param(SINCE_FEBRUARY, False, id="a bound says something"),
    ],
)
def test_vague(when: When, expected: bool) -> None:
    assert vague(when) is expected


def test_a_vague_date_does_not_widen_the_span_unless_it_is_alone() -> None:
    years = When(date(2011, 1, 1), date(2013, 9, 6), "range")
    assert span([years, MAY]).label() == "2013-05-01..2013-05-31"
    assert span([years]).label() == "2011-01-01..2013-09-06"


def test_a_bound_does_not_widen_the_span_unless_it_is_alone() -> None:
    assert span([When(date(1992, 1, 1)), MAY]).label() == "2013-05-01..2013-05-31"
    assert span([When(date(1992, 1, 1))]).label() == "1992-01-01"
