"""The drawing of a course: what lies where, what is left out, and how uncertainty is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from detente.interfaces.server import chart as chart_module
from detente.interfaces.server.chart import (
    COURSE_HEIGHT,
    COURSE_TOP,
    LEFT,
    RIGHT,
    WIDTH,
    Chart,
    chart_of,
)
from detente.query.relation import relationship_of
from detente.query.series import Course, Point, Series
from detente.query.views import Relationship
from detente.records import When
from tests.unit.query import factories as made

FOUND = made.extractions()


def record(**asked: date) -> Relationship:
    return relationship_of(FOUND, made.links(FOUND), made.desk(FOUND), "USA", "RUS", **asked)


def point(start: str, score: float | None, origins: int = 1) -> Point:
    day = date.fromisoformat(start)
    low, high = (None, None) if score is None else (score - 1, score + 1)
    return Point(day, day + timedelta(days=6), score, low, high, origins, ())


def course(*points: Point) -> Series:
    mine = Course("USA", "RUS", points)
    theirs = Course("RUS", "USA", tuple(point(one.start.isoformat(), None) for one in points))
    first = points[0].start if points else None
    last = points[-1].end if points else None
    return Series("USA", "RUS", None, None, None, first, last, (mine, theirs), (), 0)


def drawn(open_day: date | None = None, series: Series | None = None, **asked: date) -> Chart:
    chart = chart_of(record(**asked), series, open_day)
    assert chart is not None
    return chart


def lane(chart: Chart, kind: str):  # type: ignore[no-untyped-def]
    return next(one for one in chart.lanes if one.kind == kind)


def test_everything_lies_within_the_drawing() -> None:
    chart = drawn(series=course(point("2013-02-25", 9.9), point("2013-03-04", -9.9)))
    for one in chart.lanes:
        assert 0 < one.y < chart.height
        for mark in one.marks:
            assert LEFT - 5 <= mark.start <= mark.x <= WIDTH
            assert mark.start <= mark.end <= WIDTH - RIGHT + 5
            assert len(mark.label) * 5.9 + mark.end < WIDTH
    for dot in chart.courses[0].dots:
        assert COURSE_TOP <= dot.y <= COURSE_TOP + COURSE_HEIGHT
        assert dot.high <= dot.y <= dot.low


def test_time_goes_to_the_right() -> None:
    chart = drawn()
    days = [chart.first + timedelta(days=at) for at in range((chart.last - chart.first).days + 1)]
    places = [chart.x(day) for day in days]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (LEFT, WIDTH - RIGHT)


def test_lanes_stand_below_each_other() -> None:
    chart = drawn()
    heights = [one.y for one in chart.lanes]
    assert heights == sorted(heights)
    assert len(set(heights)) == len(heights)


SHAPES = [
    ("held", "held"),
    ("planned", "open"),
    ("sought", "open"),
    ("cancelled", "off"),
    ("declined", "off"),
    ("postponed", "off"),
]


@pytest.mark.parametrize(("status", "shape"), SHAPES)
def test_what_became_of_a_meeting_is_its_shape(status: str, shape: str) -> None:
    found = record()
    changed = tuple(replace(one, status=status) for one in found.meetings)  # type: ignore[arg-type]
    chart = chart_of(replace(found, meetings=changed), None)
    assert chart is not None
    assert {mark.shape for mark in lane(chart, "meetings").marks} == {shape}


def test_a_range_of_days_keeps_its_width() -> None:
    visit = lane(drawn(), "visits").marks[0]
    chart = drawn()
    assert visit.start == chart.x(date(2013, 5, 1))
    assert visit.end == chart.x(date(2013, 5, 31)) or visit.end == chart.x(chart.last)
    assert visit.start < visit.x < visit.end


VAGUE = [When(), When(date(2012, 1, 1), date(2013, 12, 31)), When.day(date(1999, 1, 1))]


@pytest.mark.parametrize("when", VAGUE, ids=["unknown", "years", "long ago"])
def test_what_has_no_day_on_the_axis_is_counted(when: When) -> None:
    found = record()
    first = replace(found.meetings[0], date=when)
    chart = chart_of(replace(found, meetings=(first, *found.meetings[1:])), None)
    assert chart is not None
    meetings = lane(chart, "meetings")
    assert first.id not in [mark.id for mark in meetings.marks]
    assert meetings.outside == 1


def test_a_week_without_a_deed_is_a_gap() -> None:
    weeks = [
        point("2013-02-25", 1.0), point("2013-03-04", 2.0), point("2013-03-11", None),
        point("2013-03-18", 3.0),
    ]  # fmt: skip
    runs = drawn(series=course(*weeks)).courses[0].runs
    assert [[dot.score for dot in run] for run in runs] == [[1.0, 2.0], [3.0]]


def test_the_other_side_may_have_no_point() -> None:
    chart = drawn(series=course(point("2013-02-25", 1.0)))
    assert [len(one.dots) for one in chart.courses] == [1, 0]


@pytest.mark.parametrize(("score", "above"), [(10.0, True), (0.1, True), (-0.1, False), (-10.0, False)])
def test_warmer_is_above(score: float, above: bool) -> None:
    chart = drawn(series=course(point("2013-02-25", score)))
    assert (chart.courses[0].dots[0].y < chart.zero) is above


def test_no_course_no_axis_of_scores() -> None:
    with_course, without = drawn(series=course(point("2013-02-25", 1.0))), drawn()
    assert without.courses == ()
    assert without.height < with_course.height


CURSORS = [
    (None, False),
    (date(2013, 2, 26), True),
    (date(2013, 5, 7), True),
    (date(1999, 1, 1), False),
    (date(2099, 1, 1), False),
]


@pytest.mark.parametrize(("day", "there"), CURSORS)
def test_the_cursor_stands_at_what_is_open(day: date | None, there: bool) -> None:
    chart = drawn(day)
    assert (chart.cursor is not None) is there
    if there and day:
        assert chart.cursor == chart.x(day)


PERIODS = [
    ({}, "Mar"),
    ({"since": date(2013, 3, 1)}, "Mar"),
    ({"until": date(2013, 3, 31)}, "Mar"),
    ({"since": date(2013, 2, 1), "until": date(2013, 2, 28)}, ""),
    ({"since": date(2013, 4, 1), "until": date(2013, 5, 31)}, "May"),
]


@pytest.mark.parametrize(("asked", "month"), PERIODS)
def test_ticks_are_the_first_days_of_months(asked: dict[str, date], month: str) -> None:
    chart = drawn(**asked)
    assert all(day.day == 1 and chart.first <= day <= chart.last for _, day in chart.ticks)
    assert not month or month in [f"{day:%b}" for _, day in chart.ticks]
    if "until" in asked:
        assert chart.last <= asked["until"] + timedelta(days=7)


def test_many_years_have_ticks_of_years() -> None:
    found = replace(record(), period=When(date(1990, 1, 1), date(2013, 12, 31), "range"))
    chart = chart_of(found, None)
    assert chart is not None
    assert len(chart.ticks) < 30
    assert all(day.month == 1 for _, day in chart.ticks)


def test_statements_are_counted_by_week_and_side() -> None:
    marks = lane(drawn(), "statements").marks
    assert sum(mark.count for mark in marks) == sum(
        one.side is not None for group in record().statements for one in group.sayings
    )
    assert {mark.side for mark in marks} <= {"left", "right"}
    assert all(date.fromisoformat(mark.id).weekday() == 0 for mark in marks)


def test_a_measure_is_its_states() -> None:
    marks = lane(drawn(), "measures").marks
    assert [(mark.side, mark.label) for mark in marks] == [("right", "banned adoptions")]


def test_nothing_dated_draws_nothing() -> None:
    empty = relationship_of([], [], made.desk([]), "USA", "RUS")
    assert chart_of(empty, None) is None


def test_labels_do_not_run_into_marks() -> None:
    for one in drawn().lanes:
        marks = [mark for mark in one.marks if mark.shape in ("held", "open", "off", "measure")]
        for left, right in pairwise(marks):
            if left.label:
                assert right.y > left.y or left.end + len(left.label) * 5.9 < right.x


def mark(x: float, label: str = "") -> chart_module.Mark:
    return chart_module.Mark("meeting:1", x, 0, x, x, "held", None, None, label=label)


HEAPS = [
    ([100.0, 130.0], [0, 0]),
    ([100.0, 103.0], [0, 10]),
    ([100.0, 103.0, 106.0], [0, 10, -10]),
    ([100.0, 103.0, 106.0, 109.0], [0, 10, -10, 0]),
    ([100.0, 109.0, 118.0], [0, 10, 0]),
    ([], []),
]


@pytest.mark.parametrize(("places", "moved"), HEAPS, ids=str)
def test_marks_of_near_days_do_not_cover_each_other(places: list[float], moved: list[float]) -> None:
    found = chart_module._apart([mark(x) for x in places])
    assert [one.y for one in found] == moved
    assert [one.x for one in found] == places


LABELS = [
    ([(100, "Washington"), (103, "Moscow"), (400, "Geneva")], ["Washington", "", "Geneva"]),
    ([(100, "Washington"), (160, "Moscow")], ["", "Moscow"]),
    ([(160, "Moscow"), (100, "Washington")], ["Moscow", ""]),
    ([(100, "Washington"), (190, "Moscow")], ["Washington", "Moscow"]),
    ([(860, "Washington")], [""]),
]


@pytest.mark.parametrize(("places", "labels"), LABELS)
def test_a_label_is_left_out_where_it_has_no_room(
    places: list[tuple[float, str]], labels: list[str]
) -> None:
    marks = chart_module._apart([mark(x, label) for x, label in places])
    assert [one.label for one in chart_module._labelled(marks)] == labels
