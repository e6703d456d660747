"""Feasts that move: their days in known years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.feasts import FEASTS, easter, feast_days, orthodox_easter


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [
        (1996, "1996-04-07", "1996-04-14"),
        (2001, "2001-04-15", "2001-04-15"),
        (2008, "2008-03-23", "2008-04-27"),
        (2010, "2010-04-04", "2010-04-04"),
        (2013, "2013-03-31", "2013-05-05"),
        (2016, "2016-03-27", "2016-05-01"),
        (2019, "2019-04-21", "2019-04-28"),
        (2022, "2022-04-17", "2022-04-24"),
        (2024, "2024-03-31", "2024-05-05"),
    ],
)
def test_easter(year: int, west: str, east: str) -> None:
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (west, east)


@pytest.mark.parametrize(
    ("name", "year", "start", "end"),
    [
        ("Good Friday", 1998, "1998-04-10", "1998-04-10"),
        ("thanksgiving", 2001, "2001-11-22", "2001-11-22"),
        ("Labor Day", 2015, "2015-09-07", "2015-09-07"),
        ("Memorial Day", 2011, "2011-05-30", "2011-05-30"),
        ("Ramadan", 2013, "2013-07-09", "2013-08-09"),
        ("Lunar New Year", 2017, "2017-01-28", "2017-01-28"),
        ("Pentecost", 2014, "2014-06-08", "2014-06-09"),
    ],
)
def test_other_feasts(name: str, year: int, start: str, end: str) -> None:
    found = feast_days(name, year)
    assert found is not None
    assert (found[0].isoformat(), found[1].isoformat()) == (start, end)


def test_what_is_not_known_gives_nothing() -> None:
    assert feast_days("Feast of Fools", 2013) is None
    assert feast_days("Ramadan", 1950) is None


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert timedelta(0) <= orthodox_easter(year) - easter(year) <= timedelta(days=35)


@given(st.sampled_from(sorted(FEASTS)), st.integers(1995, 2024))
def test_a_feast_never_ends_before_it_begins(name: str, year: int) -> None:
    days = feast_days(name, year)
    assert days is None or days[0] <= days[1]
