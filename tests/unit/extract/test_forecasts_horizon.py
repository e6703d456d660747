"""By when a claim falls due: words of time as a reader would count them."""

from __future__ import annotations

from datetime import date

import pytest

from detente.extract.dates import find_dates
from detente.extract.forecasts.horizon import horizon
from detente.records import When
from tests.factories import parse_of

DAY = date(2013, 2, 27)


def due(text: str, published: date | When | None = DAY, condition: str | None = None) -> When:
    parse = parse_of(text, published=published)
    return horizon(parse, [(0, len(parse.doc))], find_dates(parse), condition)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("Neither side will have moved by Easter.", date(2013, 4, 1), id="feast ahead"),
        pytest.param("There will be a case by the end of April.", date(2013, 4, 30), id="end of"),
        pytest.param("The talks will fail before the summer.", date(2013, 6, 21), id="before a season"),
        pytest.param("It will do until the autumn.", date(2013, 9, 22), id="until a season"),
        pytest.param("The embassy will open in the summer.", date(2013, 9, 22), id="in a season"),
        pytest.param(
            "He will be given papers before the summer is out.", date(2013, 9, 22), id="is out"
        ),
        pytest.param("He will leave by winter.", date(2013, 12, 21), id="by winter"),
        pytest.param("She will go next spring.", date(2013, 6, 21), id="next spring"),
        pytest.param("The shield will be built in ten years.", date(2023, 2, 27), id="in years"),
        pytest.param("They will be back in two weeks.", date(2013, 3, 13), id="in weeks"),
        pytest.param("They will win in three or four years.", date(2017, 2, 27), id="in a or b years"),
        pytest.param("It will last for perhaps three months.", date(2013, 5, 27), id="for months"),
        pytest.param("He will be gone by the new year.", date(2014, 1, 1), id="new year"),
        pytest.param("The bridge will open before Christmas.", date(2013, 12, 24), id="before a feast"),
        pytest.param("They will agree before the weekend is over.", date(2013, 3, 3), id="weekend"),
        pytest.param("It will open within a week.", date(2013, 3, 6), id="within a week"),
        pytest.param("The bank will fall by year's end.", date(2013, 12, 31), id="year's end"),
        pytest.param("They will sign it next year.", date(2014, 12, 31), id="next year"),
        pytest.param("The line will be built by 2020.", date(2020, 12, 31), id="by a year"),
        pytest.param(
            "They will meet in May and sign in July.", date(2013, 7, 31), id="the last of two"
        ),
    ],
)
def test_the_last_day_on_which_it_can_come_true(text: str, end: date) -> None:
    assert due(text).end == end


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The talks will fail.", id="no words of time"),
        pytest.param("The quarrel that began last year will go on.", id="what lies behind"),
        pytest.param("The treaty of 2010 will hold.", id="a year behind"),
        pytest.param("He will not come while she is in office.", id="an event without a date"),
    ],
)
def test_no_horizon_is_made_up(text: str) -> None:
    assert not due(text).known


def test_a_date_in_the_condition_is_not_that_of_the_claim() -> None:
    words = "If he loses in November, they will be waiting."
    assert due(words, condition="If he loses in November") == When()
    assert not due(
        "If the city falls, in two years they will be here.", condition="If the city falls"
    ).known


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("It will open by July.", DAY, id="by: from the day of the article"),
        pytest.param("It will open in July.", date(2013, 7, 1), id="in: from its first day"),
        pytest.param("It will open in the autumn.", date(2013, 9, 22), id="season: from its turn"),
    ],
)
def test_where_a_horizon_begins(text: str, start: date) -> None:
    assert due(text).start == start


def test_an_article_of_no_day_gives_months_and_no_weeks() -> None:
    since = When(date(2013, 6, 17), None, "range", "inferred")
    assert not due("He will be out within a week.", since).known
    assert due("He will be given papers before the summer is out.", since).end == date(2013, 9, 22)
    assert not due("He will be out by winter.", None).known


def test_winter_runs_into_the_next_year() -> None:
    assert due("They will freeze in winter.", date(2013, 1, 10)).end == date(2013, 3, 20)
    assert due("They will freeze in winter.", date(2013, 10, 10)).end == date(2014, 3, 20)


@pytest.mark.parametrize(
    "text", ["The summer camp will be closed.", "The summer of 1999 will be told."]
)
def test_a_season_in_a_name_or_a_past_year_is_none(text: str) -> None:
    assert not due(text).known
