"""What holds for every expression, reference and tense."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from detente.extract.dates import resolve
from detente.extract.dates.spans import (
    add_months,
    month_of,
    season_span,
    unit_of,
    week_of,
    weekday_near,
)
from detente.records import When

days = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))
tenses = st.sampled_from(["past", "present", "future", None])
units = st.sampled_from(["day", "week", "month", "year"])
numbers = st.sampled_from(["a", "two", "three", "10", "several", "a few"])
months = st.sampled_from(["January", "February", "May", "June", "September", "December"])
weekdays = st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"])
expressions = st.one_of(
    st.builds("{} {}s ago".format, numbers, units),
    st.builds("last {}".format, units.filter(lambda u: u != "day")),
    st.builds("earlier this {}".format, units.filter(lambda u: u != "day")),
    st.builds("later this {}".format, units.filter(lambda u: u != "day")),
    st.builds("in {}".format, months),
    st.builds("{} {}".format, st.integers(1, 28), months),
    st.builds("on {}".format, weekdays),
    st.builds("last {}".format, weekdays),
    st.builds("next {}".format, weekdays),
    st.sampled_from(
        ["yesterday", "today", "tomorrow", "over the weekend", "last summer", "next winter", "by June",
         "since 1949", "on the sidelines of the G-20", "Victory Day", "in recent years", "that year"]
    ),
)  # fmt: skip


@given(expressions, days, st.integers(0, 400), tenses)
def test_a_range_never_runs_backwards(text: str, day: date, width: int, tense: str | None) -> None:
    found = resolve(text, When(day, day + timedelta(days=width), "range"), tense)  # type: ignore[arg-type]
    assert found.start is None or found.end is None or found.start <= found.end


@given(expressions, days, tenses)
def test_a_wider_reference_never_gives_a_narrower_answer(
    text: str, day: date, tense: str | None
) -> None:
    narrow = resolve(text, When.day(day), tense)  # type: ignore[arg-type]
    wide = resolve(text, When(day - timedelta(days=20), day + timedelta(days=20), "range"), tense)  # type: ignore[arg-type]
    if text.startswith("on the sidelines") or not narrow.known or not wide.known:
        return
    assert wide.start is None or narrow.start is None or wide.start <= narrow.start
    assert wide.end is None or narrow.end is None or wide.end >= narrow.end


@given(days, st.integers(0, 6))
def test_a_past_weekday_is_never_ahead_and_within_a_week(day: date, weekday: int) -> None:
    found = weekday_near(day, weekday, "past")
    assert found.weekday() == weekday
    assert 0 <= (day - found).days <= 6


@given(days, st.integers(0, 6))
def test_a_future_weekday_is_never_behind_and_within_a_week(day: date, weekday: int) -> None:
    found = weekday_near(day, weekday, "future")
    assert found.weekday() == weekday
    assert 0 <= (found - day).days <= 6


@given(days, units)
def test_the_unit_of_a_day_contains_it(day: date, unit: str) -> None:
    span = unit_of(day, unit)  # type: ignore[arg-type]
    assert span.start is not None
    assert span.end is not None
    assert span.start <= day <= span.end


@given(days)
def test_a_week_has_seven_days_and_starts_on_monday(day: date) -> None:
    span = week_of(day)
    assert span.start is not None
    assert span.end is not None
    assert span.start.weekday() == 0
    assert (span.end - span.start).days == 6


@given(days, st.integers(-600, 600))
def test_adding_months_keeps_the_day_or_the_months_last(day: date, count: int) -> None:
    moved = add_months(day, count)
    assert moved.day == day.day or moved == month_of(moved).end
    assert (moved.year - day.year) * 12 + moved.month - day.month == count


@given(st.integers(1950, 2060), st.sampled_from(["spring", "summer", "autumn", "winter"]))
def test_a_season_lasts_three_months(year: int, season: str) -> None:
    span = season_span(year, season)
    assert span.start is not None
    assert span.end is not None
    assert 88 <= (span.end - span.start).days <= 93


@given(expressions, tenses)
def test_no_reference_gives_no_day(text: str, tense: str | None) -> None:
    found = resolve(text, When(), tense)  # type: ignore[arg-type]
    assert not found.known or found.basis in ("stated", "inferred")


@given(days)
def test_iso_dates_read_back(day: date) -> None:
    assert resolve(day.isoformat(), When()) == When.day(day, text=day.isoformat())
