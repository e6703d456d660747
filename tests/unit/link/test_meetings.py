"""Which reports are of one meeting; the people and places are invented."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from detente.link import is_vague, link_fates, link_meetings
from detente.records import Evidence, Meeting, Participant, Place, When

GENEVA, ZURICH, OSLO = Place("Geneva", "CHE"), Place("Zurich", "CHE"), Place("Oslo", "NOR")
SWISS = Place("Switzerland", "CHE")


def person(name: str, state: str | None, *, local: bool = False) -> Participant:
    key = f"local:{name}" if local else f"person:{name.lower()}"
    return Participant(name, name, key, "person", state)


def state(code: str) -> Participant:
    return Participant(code, code, f"state:{code}", "state", code)


ADA, BORIS, CLARA, DAN = (
    person("Ada", "USA"),
    person("Boris", "RUS"),
    person("Clara", "RUS"),
    person("Dan", "USA"),
)
USA, RUS = state("USA"), state("RUS")


def day(number: int, month: int = 5) -> When:
    return When.day(date(2013, month, number))


def may(first: int, last: int, precision: Any = "range") -> When:
    return When(date(2013, 5, first), date(2013, 5, last), precision, "stated")


def report(
    article: str,
    *who: Participant,
    when: When | None = None,
    place: Place | None = None,
    form: Any = "meeting",
    occasion: str | None = None,
    number: int = 1,
) -> Meeting:
    return Meeting(
        id=f"meeting:{article}{number}",
        article=article,
        sentence=1,
        participants=who,
        form=form,
        place=place,
        date=when or When(),
        agenda=(),
        outcome=(),
        status="held",
        occasion=occasion,
        signals=(),
        score=1.0,
        rule="made for a test",
        evidence=(Evidence(0, 1, "x"),),
    )


@pytest.mark.parametrize(
    ("left", "right", "linked"),
    [
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=GENEVA),
            report("b", BORIS, ADA, when=day(7), place=GENEVA),
            True,
            id="everything agrees",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", ADA, BORIS, when=day(7)),
            True,
            id="same people, same day",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", ADA, BORIS, when=may(6, 12, "week")),
            True,
            id="a day in the week",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", ADA, BORIS, when=day(20)),
            False,
            id="another day",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=GENEVA),
            report("b", ADA, BORIS, when=day(7), place=OSLO),
            False,
            id="another country",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=GENEVA),
            report("b", ADA, BORIS, when=day(7), place=SWISS),
            True,
            id="the town and its country",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=may(1, 31, "month"), place=GENEVA),
            report("b", ADA, BORIS, when=may(1, 31, "month"), place=ZURICH),
            False,
            id="two towns of one country in one month",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", ADA, CLARA, when=day(7)),
            False,
            id="another counterpart on the same day",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", ADA, RUS, when=day(7)),
            True,
            id="the state for its minister",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=GENEVA),
            report("b", USA, RUS, when=day(7), place=GENEVA),
            True,
            id="both states on the day at the place",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", USA, RUS, when=may(1, 31, "month")),
            False,
            id="both states some time in the month",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", DAN, CLARA, when=day(7)),
            False,
            id="other people of the same states",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), form="call"),
            report("b", ADA, BORIS, when=day(7)),
            False,
            id="a call and a meeting",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), form="call"),
            report("b", ADA, BORIS, when=day(7), form="call"),
            True,
            id="two reports of a call",
        ),
        pytest.param(
            report("a", ADA, RUS, when=day(7), form="visit"),
            report("b", ADA, BORIS, when=day(7)),
            False,
            id="a visit holds more than one meeting",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), form="summit"),
            report("b", ADA, BORIS, when=day(7)),
            True,
            id="a summit of the very same people",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=GENEVA),
            report("b", ADA, BORIS, when=day(8), place=GENEVA),
            True,
            id="one day off, all else the same",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("b", ADA, BORIS, when=day(8)),
            False,
            id="one day off and no place",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=GENEVA),
            report("b", ADA, BORIS, when=day(10), place=GENEVA),
            False,
            id="three days off",
        ),
        pytest.param(
            report("a", ADA, BORIS, place=GENEVA),
            report("b", ADA, BORIS, when=day(7), place=GENEVA),
            True,
            id="no date, the same place",
        ),
        pytest.param(
            report("a", ADA, BORIS), report("b", ADA, BORIS, when=day(7)), False, id="no date, no place"
        ),
        pytest.param(
            report("a", person("Ann Example", "USA", local=True), BORIS, when=day(7)),
            report("b", person("Ann Example", "USA", local=True), BORIS, when=day(7)),
            True,
            id="a person whom only the articles know",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7)),
            report("a", ADA, BORIS, when=day(7), number=2),
            False,
            id="two rows of one article",
        ),
        pytest.param(
            report("a", ADA, RUS, when=day(7), place=OSLO, form="visit"),
            report(
                "b",
                ADA,
                RUS,
                when=When(None, day(17).end, "range", "inferred"),
                place=OSLO,
                form="visit",
            ),
            True,
            id="a visit and one dated by its article",
        ),
        pytest.param(
            report("a", ADA, BORIS, when=day(7), place=Place("Moscow", "RUS")),
            report("b", ADA, BORIS, when=may(1, 14), place=Place("the Kremlin", "RUS")),
            True,
            id="a hall and its town",
        ),
        pytest.param(
            report("a", ADA, when=day(7)), report("b", BORIS, when=day(7)), False, id="nobody in common"
        ),
        pytest.param(
            report("a", ADA, BORIS, CLARA, when=day(7)),
            report("b", ADA, BORIS, DAN, when=day(7)),
            True,
            id="two delegations, named in part",
        ),
    ],
)
def test_two_reports(left: Meeting, right: Meeting, linked: bool) -> None:
    assert bool(link_meetings([left, right])) is linked
    assert bool(link_meetings([right, left])) is linked


def test_a_link_says_why() -> None:
    pair = [report(key, ADA, BORIS, when=day(7), place=GENEVA) for key in "ab"]
    link = link_meetings(pair)[0]
    assert (link.left, link.right) == ("meeting:a1", "meeting:b1")
    assert link.reason == "Ada, Boris in both; both on 2013-05-07; both in Geneva"
    assert link.score == 1.0
    assert (link.relation, link.decided_by) == ("same-meeting", "machine")


def test_a_slip_is_told_in_the_reason_and_scores_less() -> None:
    rows = [
        report("a", ADA, BORIS, when=day(7), place=GENEVA),
        report("b", ADA, BORIS, when=day(8), place=GENEVA),
    ]
    link = link_meetings(rows)[0]
    assert "2013-05-07 against 2013-05-08" in link.reason
    assert link.score < 0.9


def test_two_days_of_talks_are_two_meetings_where_an_article_tells_both() -> None:
    rows = [
        report("a", ADA, BORIS, when=day(7), place=GENEVA),
        report("b", ADA, BORIS, when=day(7), place=GENEVA, number=1),
        report("b", ADA, BORIS, when=day(8), place=GENEVA, number=2),
    ]
    assert [(link.left, link.right) for link in link_meetings(rows)] == [("meeting:a1", "meeting:b1")]


def test_a_vague_report_that_fits_two_meetings_is_linked_to_neither() -> None:
    first = report("a", ADA, BORIS, when=day(7), place=GENEVA)
    second = report("b", ADA, BORIS, when=day(24), place=GENEVA)
    vague = report("c", ADA, BORIS, place=GENEVA)
    assert link_meetings([first, vague])
    assert link_meetings([second, vague])
    assert link_meetings([first, second, vague]) == []


@pytest.mark.parametrize(
    ("status", "linked"),
    [("cancelled", False), ("declined", False), ("postponed", True), ("held", True)],
)
def test_a_plan_is_no_bridge_between_what_was_held_and_what_was_called_off(
    status: Any, linked: bool
) -> None:
    held = report("a", ADA, BORIS, when=day(17))
    other = replace(report("b", ADA, BORIS, when=may(10, 20)), status=status)
    plan = replace(report("c", ADA, BORIS, when=may(1, 31, "month")), status="planned")
    assert link_meetings([held, plan])
    ends = {end for link in link_meetings([held, other, plan]) for end in (link.left, link.right)}
    assert (plan.id in ends) is linked


def test_a_vague_report_is_linked_to_every_report_of_the_one_it_fits() -> None:
    rows = [report(key, ADA, BORIS, when=day(7), place=GENEVA) for key in "ab"]
    vague = report("c", ADA, BORIS, place=GENEVA)
    assert len(link_meetings([*rows, vague])) == 3


def test_states_alone_make_no_bridge_between_two_meetings() -> None:
    rows = [
        report("a", ADA, BORIS, when=day(7), place=GENEVA),
        report("b", DAN, CLARA, when=day(7), place=GENEVA),
        report("c", USA, RUS, when=day(7), place=GENEVA),
    ]
    assert link_meetings(rows) == []


def test_an_undated_report_is_bounded_by_its_article() -> None:
    dated = report("a", ADA, BORIS, when=day(7), place=GENEVA)
    undated = report("b", ADA, BORIS, place=GENEVA)
    assert link_meetings([dated, undated], {"b": day(8)})
    assert link_meetings([dated, undated], {"b": When.day(date(2013, 9, 1))}) == []


def test_no_order_of_reading_matters() -> None:
    rows = [
        report("a", ADA, BORIS, when=day(7), place=GENEVA),
        report("b", ADA, BORIS, when=day(8), place=GENEVA),
        report("c", ADA, RUS, when=day(7)),
        report("d", ADA, BORIS, place=GENEVA),
        report("e", ADA, CLARA, when=day(7), place=GENEVA),
    ]
    expected = link_meetings(rows)
    assert expected
    for order in itertools.islice(itertools.permutations(rows), 0, None, 7):
        assert link_meetings(order) == expected


def test_many_meetings_of_the_same_two() -> None:
    rows = [
        report(f"{key}{n}", ADA, BORIS, when=When.day(date(2000, 1, 1) + timedelta(days=10 * n)))
        for n in range(300)
        for key in "ab"
    ]
    links = link_meetings(rows)
    assert len(links) == 300
    assert all(link.left[9:] == link.right[9:] for link in links)


@pytest.mark.parametrize(
    ("row", "vague"),
    [
        (report("a", ADA, BORIS, when=day(7)), False),
        (report("a", ADA, BORIS, when=may(1, 31, "month")), True),
        (report("a", ADA, BORIS, when=may(1, 15)), False),
        (report("a", ADA, BORIS), True),
        (report("a", ADA, RUS, when=day(7)), True),
        (report("a", ADA, BORIS, when=When(date(2013, 2, 11), None, "range", "stated")), True),
        (report("a", ADA, BORIS, when=When(date(2013, 1, 1), date(2013, 12, 31), "year")), True),
    ],
    ids=["day", "month", "half a month", "undated", "one person", "open", "year"],
)
def test_what_is_vague(row: Meeting, vague: bool) -> None:
    assert is_vague(row) is vague


PRINTED = {"a": day(1, 4), "b": day(8), "c": day(1, 6)}


def fates(*rows: Meeting, published: dict[str, When] | None = None) -> list[tuple[str, str, str]]:
    days = published or PRINTED
    found = link_fates(rows, link_meetings(rows, days), days)
    return [(link.left, link.right, link.relation) for link in found]


def told(row: Meeting, status: Any) -> Meeting:
    return replace(row, status=status)


PLAN = told(report("a", ADA, BORIS, when=may(6, 12), place=GENEVA), "planned")
VISIT = told(
    report("a", ADA, RUS, when=may(6, 12), place=Place("Kazan", "RUS"), form="visit"), "planned"
)
SUMMIT = report("b", ADA, BORIS, when=day(7), place=Place("Kazan", "RUS"), form="summit")


@pytest.mark.parametrize(
    ("plan", "later", "relation"),
    [
        (PLAN, report("b", ADA, BORIS, when=day(7), place=GENEVA), "becomes"),
        (told(PLAN, "sought"), report("b", ADA, BORIS, when=day(7), place=GENEVA), "becomes"),
        (PLAN, told(report("b", ADA, BORIS, when=day(8), place=GENEVA), "cancelled"), "cancelled-by"),
        (PLAN, told(report("b", ADA, BORIS, when=day(7), place=GENEVA), "postponed"), "cancelled-by"),
        (PLAN, told(report("b", ADA, BORIS, when=day(7), place=GENEVA), "declined"), "cancelled-by"),
        (VISIT, told(replace(SUMMIT, date=may(6, 12)), "cancelled"), "cancelled-by"),
        (PLAN, told(report("b", ADA, BORIS, when=day(7), place=GENEVA), "planned"), None),
        (PLAN, report("b", ADA, BORIS, when=day(20), place=GENEVA), None),
        (PLAN, report("b", ADA, BORIS, when=day(7), place=OSLO), None),
        (VISIT, SUMMIT, None),
    ],
    ids=[
        "held", "sought and held", "called off", "put off", "declined", "the visit is the summit",
        "planned twice", "another day", "another place", "a visit and a meeting held on it",
    ],
)  # fmt: skip
def test_what_becomes_of_a_plan(plan: Meeting, later: Meeting, relation: str | None) -> None:
    expected = [("meeting:a1", "meeting:b1", relation)] if relation else []
    assert fates(plan, later) == expected
    assert fates(later, plan) == expected


def test_what_was_printed_before_the_plan_says_nothing_of_it() -> None:
    later = report("b", ADA, BORIS, when=day(7), place=GENEVA)
    assert fates(PLAN, later, published={"a": day(20), "b": day(8)}) == []


def test_a_plan_for_a_month_takes_no_side_where_one_was_held_and_one_called_off() -> None:
    plan = told(report("a", ADA, BORIS, when=may(1, 31, "month")), "planned")
    held = report("b", ADA, BORIS, when=day(7), place=GENEVA)
    off = told(report("c", ADA, BORIS, when=day(21), place=OSLO), "cancelled")
    assert fates(plan, held, off) == []
    assert fates(plan, held) == [("meeting:a1", "meeting:b1", "becomes")]


def test_the_reason_says_what_became_of_it() -> None:
    later = told(report("b", ADA, BORIS, when=may(6, 12), place=GENEVA), "cancelled")
    (link,) = link_fates([PLAN, later], link_meetings([PLAN, later], PRINTED), PRINTED)
    assert "planned, then cancelled" in link.reason
    assert link.decided_by == "machine"
