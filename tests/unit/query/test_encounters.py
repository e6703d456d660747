"""Reports of one meeting laid side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.query.desk import Desk, desk_of
from detente.query.encounters import encounters
from detente.query.views import Encounter
from detente.records import Extraction, Meeting, Participant, Place, When
from tests.factories import article_of
from tests.unit.query import factories as made

HELD = made.day("2013-02-26")
WEEK = When(date(2013, 2, 25), date(2013, 3, 3), "week")


def _told(*reports: dict[str, Any]) -> tuple[list[Meeting], Desk]:
    """Return one meeting told by as many outlets as there are reports, a day apart."""
    rows: list[Meeting] = []
    articles: list[Extraction] = []
    for n, fields in enumerate(reports):
        outlet = fields.pop("outlet", f"Outlet {n}")
        article = article_of(f"They met, report {n}.", published=date(2013, 3, n + 1), outlet=outlet)
        of = made.extraction(article)
        people = fields.pop("people", (made.KERRY, made.LAVROV))
        rows.append(made.meeting(of, "They met", *people, **fields))
        articles.append(of)
    return rows, desk_of([of.article for of in articles], (), made.reference())


def _one(*reports: dict[str, Any]) -> Encounter:
    rows, desk = _told(*reports)
    links = [made.link(rows[0].id, row.id) for row in rows[1:]]
    (found,) = encounters(rows, links, desk)
    return found


def test_rows_without_a_link_stay_apart() -> None:
    rows, desk = _told({"date": HELD}, {"date": HELD})
    assert len(encounters(rows, (), desk)) == 2


THREE_DAYS = When(
    date(2013, 9, 12), date(2013, 9, 14), "range", "relative", "from Thursday to Saturday"
)
FRIDAY, SATURDAY = made.day("2013-09-13"), made.day("2013-09-14")
MONDAY = made.day("2013-09-16")


@pytest.mark.parametrize(
    ("reports", "expected", "conflicts"),
    [
        pytest.param(
            [{"date": FRIDAY}, {"date": SATURDAY}, {"date": THREE_DAYS}], THREE_DAYS, False,
            id="two days of talks of three",
        ),
        pytest.param(
            [{"date": FRIDAY}, {"date": SATURDAY}], FRIDAY, True, id="nobody tells of several days"
        ),
        pytest.param(
            [{"date": FRIDAY}, {"date": MONDAY}, {"date": THREE_DAYS}], FRIDAY, True,
            id="a day outside of them",
        ),
        pytest.param(
            [
                {"date": FRIDAY},
                {"date": SATURDAY},
                {"date": When(date(2013, 9, 11), date(2013, 9, 20), "range", "relative", "mid-month")},
            ],
            FRIDAY, True, id="a vague stretch of ten days",
        ),
        pytest.param(
            [
                {"date": FRIDAY},
                {"date": SATURDAY},
                {"date": When(date(2013, 9, 13), date(2013, 9, 14), "range", "relative",
                              "at the weekend")},
            ],
            FRIDAY, True, id="a weekend is either day",
        ),
        pytest.param(
            [{"date": FRIDAY}, {"date": SATURDAY}, {"date": replace(THREE_DAYS, precision="week")}],
            FRIDAY, True, id="a week is any of its days",
        ),
        pytest.param(
            [{"date": FRIDAY}, {"date": SATURDAY}, {"date": THREE_DAYS, "status": "planned"}],
            FRIDAY, True, id="days that were only planned",
        ),
        pytest.param(
            [{"date": FRIDAY, "form": "visit"}, {"date": SATURDAY, "form": "visit"}],
            When(date(2013, 9, 13), date(2013, 9, 14), "range", "stated"), False,
            id="neighbouring days of a visit",
        ),
        pytest.param(
            [{"date": FRIDAY, "form": "visit"}, {"date": MONDAY, "form": "visit"}], FRIDAY, True,
            id="days of a visit that are not",
        ),
        pytest.param(
            [{"date": FRIDAY, "form": "visit"}, {"date": SATURDAY, "form": "meeting"}], FRIDAY, True,
            id="a visit and a meeting",
        ),
        pytest.param(
            [{"date": FRIDAY, "form": "call"}, {"date": SATURDAY, "form": "call"}], FRIDAY, True,
            id="calls",
        ),
    ],
)  # fmt: skip
def test_days_of_one_round_are_no_difference(
    reports: list[dict[str, Any]], expected: When, conflicts: bool
) -> None:
    found = _one(*reports)
    assert any(item.slot == "date" for item in found.differences) is conflicts
    assert (found.date.start, found.date.end) == (expected.start, expected.end)


@pytest.mark.parametrize(
    ("dates", "expected", "readings"),
    [
        pytest.param([HELD, HELD], HELD, [], id="all agree"),
        pytest.param([WEEK, HELD], HELD, [], id="the more exact, when they agree"),
        pytest.param([When(), HELD], HELD, [], id="unknown agrees with all"),
        pytest.param([When(), When()], When(), [], id="nobody knows"),
        pytest.param(
            [made.day("2013-02-27"), HELD, HELD],
            HELD,
            ["2013-02-26", "2013-02-27"],
            id="the one of most origins first",
        ),
        pytest.param(
            [HELD, made.day("2013-02-27"), WEEK],
            HELD,
            ["2013-02-26", "2013-02-27"],
            id="a vague one makes no third camp",
        ),
        pytest.param(
            [made.day("2013-02-27"), HELD, HELD, WEEK, WEEK],
            HELD,
            ["2013-02-26", "2013-02-27"],
            id="vague ones do not outvote",
        ),
    ],
)
def test_date(dates: list[When], expected: When, readings: list[str]) -> None:
    found = _one(*({"date": when} for when in dates))
    assert found.date == expected
    differences = [d for d in found.differences if d.slot == "date"]
    assert [reading.value for d in differences for reading in d.readings] == readings


def test_two_copies_of_one_origin_do_not_outvote_two_origins() -> None:
    wrong = {"date": made.day("2013-02-27"), "outlet": "The Post"}
    found = _one(dict(wrong), dict(wrong), {"date": HELD}, {"date": HELD})
    assert found.date == HELD
    assert (found.reports.articles, found.reports.origins) == (4, 3)


@pytest.mark.parametrize(
    ("places", "expected", "differ"),
    [
        pytest.param([made.BERLIN, made.BERLIN], "Berlin", False, id="same"),
        pytest.param([None, made.BERLIN], "Berlin", False, id="one does not say"),
        pytest.param(
            [Place("the Kremlin", "RUS"), made.MOSCOW, made.MOSCOW], "Moscow", False, id="in one state"
        ),
        pytest.param([made.BERLIN, made.MOSCOW, made.BERLIN], "Berlin", True, id="two states"),
    ],
)
def test_place(places: list[Place | None], expected: str, differ: bool) -> None:
    found = _one(*({"place": place} for place in places))
    assert found.place is not None
    assert found.place.name == expected
    assert [d.slot for d in found.differences] == (["place"] if differ else [])


@pytest.mark.parametrize(
    ("statuses", "expected", "differ"),
    [
        pytest.param(["planned", "held"], "held", False, id="it was held in the end"),
        pytest.param(["held", "planned"], "held", False, id="a late report of the plan"),
        pytest.param(["planned", "cancelled"], "cancelled", False, id="the last word"),
        pytest.param(["held", "cancelled"], "held", True, id="held and called off"),
    ],
)
def test_status(statuses: list[str], expected: str, differ: bool) -> None:
    found = _one(*({"status": status} for status in statuses))
    assert found.status == expected
    assert ("status" in [d.slot for d in found.differences]) is differ


@pytest.mark.parametrize(
    ("occasions", "differ"),
    [
        pytest.param(
            ["the G-20 summit", "sidelines of the G20 summit"], False, id="same in other words"
        ),
        pytest.param(["the G-20 summit", None], False, id="one does not say"),
        pytest.param(["the G-20 summit", "a gathering"], False, id="mere words for a meeting"),
        pytest.param(["the G-20 summit", "a security conference"], True, id="two occasions"),
    ],
)
def test_occasion(occasions: list[str | None], differ: bool) -> None:
    found = _one(*({"occasion": occasion} for occasion in occasions))
    assert found.occasion == "the G-20 summit"
    assert [d.slot for d in found.differences] == (["occasion"] if differ else [])


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param(
            [(made.KERRY, made.LAVROV), (made.LAVROV, made.KERRY)],
            {"John Kerry", "Sergei Lavrov"},
            id="each once",
        ),
        pytest.param(
            [(made.KERRY, made.LAVROV), (made.USA, made.RUSSIA)],
            {"John Kerry", "Sergei Lavrov"},
            id="a state whose people are there is left out",
        ),
        pytest.param([(made.USA, made.RUSSIA)], {"United States", "Russia"}, id="states alone stay"),
        pytest.param(
            [
                (made.KERRY, Participant("his counterpart", "his counterpart")),
                (made.KERRY, made.LAVROV),
            ],
            {"John Kerry", "Sergei Lavrov"},
            id="mere words go once both sides are named",
        ),
        pytest.param(
            [(made.KERRY, Participant("an envoy", "an envoy"))],
            {"John Kerry", "an envoy"},
            id="mere words stay when nobody else is named",
        ),
    ],
)
def test_participants(people: list[tuple[Participant, ...]], expected: set[str]) -> None:
    found = _one(*({"people": group} for group in people))
    assert {person.name for person in found.participants} == expected
    assert len(found.participants) == len(expected)


def test_agenda_has_names_of_issues_and_words_the_most_told_first() -> None:
    found = _one(
        {"agenda": ("trade in wheat",)},
        {"agenda": ("issue:syria",)},
        {"agenda": ("issue:syria", "issue:unheard-of")},
    )
    assert found.agenda == ("Syria", "trade in wheat", "unheard-of")


def test_signals_and_outcomes_are_kept_once() -> None:
    found = _one({"signals": ("shook hands",), "outcome": ("a date",)}, {"signals": ("shook hands",)})
    assert (found.signals, found.outcome) == (("shook hands",), ("a date",))


def test_the_row_that_says_most_gives_its_id_and_all_rows_are_there() -> None:
    rows, desk = _told({}, {"date": HELD, "place": made.BERLIN})
    (found,) = encounters(rows, [made.link(rows[0].id, rows[1].id)], desk)
    assert found.id == rows[1].id
    assert found.rows == tuple(rows)
    assert len(found.refs) == 2


def test_encounters_come_in_order_of_time_and_undated_ones_last() -> None:
    rows, desk = _told({}, {"date": made.day("2013-05-07")}, {"date": HELD})
    assert [item.date.label() for item in encounters(rows, (), desk)] == [
        "2013-02-26",
        "2013-05-07",
        "unknown",
    ]


def test_the_order_of_rows_and_links_changes_nothing() -> None:
    rows, desk = _told({"date": HELD}, {"place": made.MOSCOW}, {"place": made.BERLIN})
    links = [made.link(rows[0].id, row.id) for row in rows[1:]]
    backwards = [replace(link, left=link.right, right=link.left) for link in reversed(links)]
    assert encounters(rows, links, desk) == encounters(rows[::-1], backwards, desk)


@pytest.mark.parametrize(
    ("second", "readings"),
    [
        pytest.param(
            (made.KERRY, made.PUTIN),
            ["John Kerry, Sergei Lavrov", "John Kerry, Vladimir Putin"],
            id="each names somebody whom the other does not",
        ),
        pytest.param((made.KERRY,), [], id="the second is only shorter"),
        pytest.param((made.KERRY, made.LAVROV, made.PUTIN), [], id="the first is only shorter"),
        pytest.param((made.USA, made.RUSSIA), [], id="states are not compared with people"),
    ],
)
def test_who_was_there_may_differ(second: tuple[Participant, ...], readings: list[str]) -> None:
    found = [made.post(), made.globe()]
    rows = [
        made.meeting(found[0], "first meeting in Berlin", made.KERRY, made.LAVROV),
        made.meeting(found[1], "met on Wednesday", *second),
    ]
    links = [made.link(rows[0].id, rows[1].id)]
    (met,) = encounters(rows, links, made.desk(found))
    told = [item for item in met.differences if item.slot == "participants"]
    assert [reading.value for item in told for reading in item.readings] == readings


def test_a_report_that_fits_both_dates_is_named_for_neither() -> None:
    found = _one({"date": HELD}, {"date": made.day("2013-02-27")}, {"date": WEEK})
    (difference,) = [d for d in found.differences if d.slot == "date"]
    assert sum(len(reading.refs) for reading in difference.readings) == 2


def test_a_vague_report_does_not_join_two_meetings_of_one_article() -> None:
    (vague, exact), desk = _told({"date": WEEK}, {"date": HELD})
    other = replace(exact, id="meeting:other", date=made.day("2013-02-27"))
    links = [made.link(exact.id, vague.id), made.link(vague.id, other.id)]
    found = encounters([vague, exact, other], links, desk)
    assert sorted(len(item.rows) for item in found) == [1, 2]
    assert not any(item.differences for item in found)
