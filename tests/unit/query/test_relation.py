"""The record of two states as a pure function."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.errors import UnknownName
from detente.query.offices import holders, offices
from detente.query.relation import NO_ISSUE, relationship_of
from detente.query.views import Relationship
from detente.records import When, to_dict
from tests.unit.query import factories as made

FOUND = made.extractions()
SHORT = made.desk().short


def _record(**asked: Any) -> Relationship:
    return relationship_of(FOUND, made.links(FOUND), made.desk(FOUND), "USA", "RUS", **asked)


RECORD = _record()


def test_the_header_counts_articles_outlets_and_origins() -> None:
    assert [item.path for item in RECORD.articles] == [
        "daily.txt",
        "globe.txt",
        "evening.txt",
        "reprint.txt",
    ]
    assert RECORD.reports.outlets == ("The Daily Example", "The Globe Sample", "The Evening Sample")
    assert (RECORD.reports.unnamed, RECORD.reports.origins, RECORD.cut_off) == (1, 3, 1)
    assert RECORD.period == When(date(2013, 2, 26), date(2013, 5, 9), "range", "inferred")
    assert (RECORD.left.name, RECORD.right.name) == ("United States", "Russia")


def test_meetings_and_visits_are_apart_and_in_order() -> None:
    assert [item.date.label() for item in RECORD.meetings] == ["2013-02-26", "2013-05-07"]
    assert [item.form for item in RECORD.contacts] == ["visit"]
    berlin = RECORD.meetings[0]
    assert [difference.slot for difference in berlin.differences] == ["date"]
    assert (berlin.reports.outlet_count, berlin.reports.origins) == (3, 2)


def test_statements_stand_under_their_issue_and_those_on_none_come_last() -> None:
    assert [(group.name, len(group.sayings)) for group in RECORD.statements] == [
        ("Syria", 3),
        (NO_ISSUE, 2),
    ]
    sides = {item.row.speaker.name: item.side for item in RECORD.statements[0].sayings}
    assert sides == {"Ada Sample": None, "Sergei Lavrov": "right", "John Kerry": "left"}


def test_positions_stand_on_their_side() -> None:
    (issue,) = RECORD.positions
    assert [item.row.claim for item in issue.left] == ["Assad to go"]
    assert [item.row.claim for item in issue.right] == ["talks on Syria without preconditions"]


def test_turning_the_states_round_turns_the_sides() -> None:
    turned = relationship_of(FOUND, made.links(FOUND), made.desk(FOUND), "RUS", "USA")
    assert turned.positions[0].left == RECORD.positions[0].right
    assert turned.meetings == RECORD.meetings
    assert turned.reports == RECORD.reports


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        pytest.param("differ", 1, id="two days for Berlin"),
        pytest.param("cut-off", 1, id="the Globe"),
        pytest.param("undated-article", 1, id="the reprint"),
        pytest.param("no-outlet", 1, id="the reprint's outlet"),
        pytest.param("due", 1, id="March has passed"),
        pytest.param("speaker", 1, id="an official"),
        pytest.param("past-plan", 0, id="May has not passed"),
        pytest.param("undated-meeting", 0, id="all linked meetings have a day"),
        pytest.param("left-out", 0, id="nothing is left out"),
    ],
)
def test_open_questions(kind: str, count: int) -> None:
    found = [question for question in RECORD.questions if question.kind == kind]
    assert len(found) == count
    assert all(question.refs for question in found)


def test_a_plan_whose_time_has_passed_is_an_open_question() -> None:
    late = replace(made.later(), meetings=())
    late = replace(late, article=replace(late.article, published=made.day("2013-06-20")))
    found = [made.globe(), late]
    record = relationship_of(found, (), made.desk(found), "USA", "RUS")
    assert [question.kind for question in record.questions].count("past-plan") == 1


@pytest.mark.parametrize(
    ("asked", "paths", "meetings"),
    [
        pytest.param(
            {"since": date(2013, 3, 1)}, ["evening.txt", "globe.txt", "reprint.txt"],
            ["2013-05-07", "unknown"], id="since",
        ),
        pytest.param(
            {"until": date(2013, 2, 26)}, ["daily.txt", "reprint.txt"], ["2013-02-26"], id="until"
        ),
        pytest.param({"as_of": date(2013, 2, 26)}, ["daily.txt"], ["2013-02-26"], id="as of"),
        pytest.param(
            {"as_of": date(2013, 2, 27)}, ["daily.txt", "globe.txt"], ["2013-02-26"], id="as of later"
        ),
        pytest.param({"as_of": date(2012, 1, 1)}, [], [], id="before everything"),
    ],
)  # fmt: skip
def test_days(asked: dict[str, date], paths: list[str], meetings: list[str]) -> None:
    record = _record(**asked)
    assert sorted(item.path for item in record.articles) == sorted(paths)
    assert [item.date.label() for item in record.meetings] == meetings


def test_as_of_says_which_articles_may_be_later_and_closes_the_period() -> None:
    record = _record(as_of=date(2013, 5, 1))
    (question,) = [item for item in record.questions if item.kind == "left-out"]
    reprint = made.reprint().article.id
    assert (question.count, [ref.article for ref in question.refs]) == (1, [reprint])
    assert record.period.end == date(2013, 2, 27)


def test_what_was_asked_bounds_the_period() -> None:
    record = _record(since=date(2013, 1, 1), until=date(2013, 12, 31))
    assert (record.period.start, record.period.end) == (date(2013, 1, 1), date(2013, 12, 31))


def test_a_state_has_no_relationship_with_itself() -> None:
    with pytest.raises(UnknownName, match="with itself"):
        relationship_of(FOUND, (), made.desk(FOUND), "USA", "USA")


def test_the_order_of_the_articles_changes_nothing() -> None:
    turned = relationship_of(FOUND[::-1], made.links(FOUND), made.desk(FOUND), "USA", "RUS")
    assert turned == RECORD


def test_every_item_has_references_into_the_articles_of_the_record() -> None:
    ids = {item.id for item in RECORD.articles}
    items = [
        *RECORD.meetings,
        *RECORD.contacts,
        *RECORD.acts,
        *RECORD.forecasts,
        *(item for group in RECORD.statements for item in group.sayings),
        *(item for issue in RECORD.positions for item in (*issue.left, *issue.right)),
    ]
    assert len(items) == 12
    for item in items:
        assert item.refs
        assert {ref.article for ref in item.refs} <= ids
        assert all(ref.label.startswith(SHORT[ref.article]) for ref in item.refs)


def test_the_record_is_plain_data() -> None:
    assert json.loads(json.dumps(to_dict(RECORD)))["meetings"][0]["place"]["name"] == "Berlin"


PERIOD = When(date(2013, 1, 15), date(2013, 5, 9), "range")


def test_a_hand_over_within_the_period_shows_both_holders() -> None:
    clinton, kerry = holders(made.reference(), "USA", "foreign-minister", PERIOD)
    assert (clinton.name, clinton.began_within, clinton.ended_within) == (
        "Hillary Clinton",
        False,
        True,
    )
    assert (kerry.name, kerry.began_within, kerry.ended_within) == ("John Kerry", True, False)


def test_an_office_held_by_the_same_person_is_shown_once() -> None:
    titles = [item.office for item in offices(made.reference(), ("USA", "RUS"), PERIOD)]
    assert titles == ["USA:head-of-state", "USA:foreign-minister", "RUS:foreign-minister"]


@pytest.mark.parametrize(
    ("state", "role", "period", "names"),
    [
        pytest.param("RUS", "foreign-minister", PERIOD, ["Sergei Lavrov"], id="goes on"),
        pytest.param("RUS", "head-of-state", PERIOD, [], id="nobody known"),
        pytest.param("USA", "foreign-minister", made.day("2008-01-01"), [], id="before all tenures"),
        pytest.param(
            "USA", "foreign-minister", made.day("2013-02-01"), ["Hillary Clinton", "John Kerry"],
            id="the day of the hand-over",
        ),
    ],
)  # fmt: skip
def test_holders(state: str, role: str, period: When, names: list[str]) -> None:
    assert [item.name for item in holders(made.reference(), state, role, period)] == names
