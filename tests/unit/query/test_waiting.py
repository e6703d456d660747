"""Why a forecast is open: how far the archive knows, and what was looked for in vain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.engine import Connection

from detente.query.forecasts import forecasts
from detente.query.views import Outcome, Outlook, Waiting
from detente.query.waiting import with_reasons
from detente.records import When
from tests.unit.query import factories as made

REFERENCE = made.reference()


@pytest.fixture
def item(conn: Connection) -> Outlook:
    (found,) = forecasts(conn, REFERENCE, open_only=True)
    return found


def reason(conn: Connection, item: Outlook, latest: date | None) -> Waiting:
    (found,) = with_reasons(conn, [item], latest)
    assert found.waiting is not None
    return found.waiting


def due(item: Outlook, day: date | None) -> Outlook:
    return replace(item, row=replace(item.row, horizon=When.day(day) if day else When()))


def test_an_open_forecast_says_how_far_the_archive_knows(item: Outlook) -> None:
    assert item.waiting is not None
    assert item.waiting.known_until is not None
    assert item.made.start is not None
    assert item.waiting.known_until > item.made.start
    assert item.waiting.due == item.row.horizon.end
    assert item.waiting.issue == item.row.issue
    assert "a statement in which Ada Sample looks back on it" in item.waiting.sought


DAYS = [
    ("passed", date(2013, 5, 1), date(2013, 6, 1), "its horizon has passed, and no later row matches"),
    ("its last day", date(2013, 5, 1), date(2013, 5, 1),
     "no later row matches, and its horizon has not passed in the archive"),
    ("ahead", date(2013, 5, 1), date(2013, 4, 30),
     "no later row matches, and its horizon has not passed in the archive"),
    ("none", None, date(2013, 6, 1),
     "no later row matches, and the claim names no day by which it would be settled"),
    ("nothing later", date(2013, 5, 1), date(2013, 2, 26), "the archive holds nothing printed later"),
    ("nothing dated", date(2013, 5, 1), None, "the archive holds nothing printed later"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("horizon", "latest", "why"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS]
)
def test_why(
    conn: Connection, item: Outlook, horizon: date | None, latest: date | None, why: str
) -> None:
    asked = replace(due(item, horizon), made=When.day(date(2013, 2, 26)))
    assert reason(conn, asked, latest).why == why


def test_a_forecast_without_a_day_waits_for_nothing(conn: Connection, item: Outlook) -> None:
    found = reason(conn, replace(item, made=When()), date(2014, 1, 1))
    assert found.why == "its article has no date, so no report can be told to be later"
    assert found.sought == ()


def test_those_whom_the_claim_names_are_looked_for(conn: Connection, item: Outlook) -> None:
    of = made.post()
    words = "Kerry and Lavrov meet in Berlin"
    row = made.forecast(of, words, made.SAMPLE)
    row = replace(row, evidence=(*row.evidence, made.evidence(of, words, "content")))
    asked = replace(item, row=row, made=of.article.published)
    assert reason(conn, asked, date(2014, 1, 1)).sought[0] == "a meeting of Kerry and Lavrov"


def test_what_has_an_outcome_waits_for_nothing(conn: Connection, item: Outlook) -> None:
    came = Outcome("unclear", "event:1", "It rained.", "shares rain", 0.5, "machine", ())
    bare = replace(item, outcome=came, waiting=None)
    assert with_reasons(conn, [bare], date(2014, 1, 1)) == [bare]


def test_nothing_is_asked_of_nothing(conn: Connection) -> None:
    assert with_reasons(conn, [], date(2014, 1, 1)) == []
