"""The weekly series: what a point is, where there is none, its band, its issues."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from detente.errors import UnknownName
from detente.knowledge.plover import EVENT_TYPES
from detente.query.reference import reference
from detente.query.series import FORMULA, WIDTH, Series, band, monday, series, series_of
from detente.store import open_database
from tests.unit.query.archives import archive_at
from tests.unit.query.course import (
    KERRY,
    LAVROV,
    RUSSIA,
    USA,
    act,
    article,
    felt,
    link,
    met,
    told,
)

POST, GLOBE = article("Post", "2013-05-09"), article("Globe", "2013-05-10")
LATE = article("Late", "2013-05-30")
ARTICLES = [POST, GLOBE, LATE]


def course(*rows: Any, links: Any = (), **asked: Any) -> Series:
    return series_of(told(*rows, of=ARTICLES, links=links).course(), "USA", "RUS", **asked)


def scores(found: Series, way: int = 0) -> list[float | None]:
    return [point.score for point in found.courses[way].points]


def test_a_point_is_the_mean_of_its_weeks_deeds() -> None:
    found = course(
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"), met(POST, KERRY, LAVROV, on="2013-05-09")
    )
    assert scores(found) == [-1.75]
    assert scores(found, 1) == [2.5]
    (point,) = found.courses[0].points
    assert [deed.value for deed in point.deeds] == [-6.0, 2.5]


def test_the_two_ways_are_apart() -> None:
    found = course(act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"))
    assert [(way.by, way.to) for way in found.courses] == [("USA", "RUS"), ("RUS", "USA")]
    assert (scores(found), scores(found, 1)) == ([-6.0], [None])


def test_a_week_without_a_deed_is_a_gap_and_no_zero() -> None:
    found = course(
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"), act(LATE, "AID", USA, RUSSIA, "2013-05-28")
    )
    assert scores(found) == [-6.0, None, None, 10.0]
    gap = found.courses[0].points[1]
    assert (gap.low, gap.high, gap.origins, gap.deeds) == (None, None, 0, ())


def test_a_request_scores_zero_and_is_no_gap() -> None:
    assert scores(course(act(POST, "REQUEST", USA, RUSSIA, "2013-05-07"))) == [0.0]


def test_every_point_opens_its_rows() -> None:
    found = course(act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"), felt(POST, LAVROV, USA))
    points = [point for way in found.courses for point in way.points if point.score is not None]
    assert points
    assert all(deed.rows and deed.refs for point in points for deed in point.deeds)


def test_weeks_reach_from_monday_to_sunday() -> None:
    found = course(act(POST, "SANCTION", USA, RUSSIA, "2013-05-05"))
    (point,) = found.courses[0].points
    assert (point.start, point.end) == (date(2013, 4, 29), date(2013, 5, 5))
    assert (found.first, found.last) == (point.start, point.end)


PERIODS: list[Any] = [
    pytest.param({}, 3, 2, id="as far as deeds reach"),
    pytest.param({"since": date(2013, 5, 8)}, 3, 1, id="from a day on"),
    pytest.param({"until": date(2013, 5, 12)}, 1, 1, id="to a day"),
    pytest.param({"since": date(2013, 4, 1), "until": date(2013, 4, 14)}, 2, 0, id="weeks without any"),
    pytest.param({"since": date(2013, 5, 7), "until": date(2013, 5, 7)}, 1, 1, id="one day"),
]


@pytest.mark.parametrize(("asked", "weeks", "filled"), PERIODS)
def test_the_period(asked: dict[str, date], weeks: int, filled: int) -> None:
    found = course(
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"), act(LATE, "AID", USA, RUSSIA, "2013-05-21"),
        **asked,
    )  # fmt: skip
    assert len(found.courses[0].points) == len(found.courses[1].points) == weeks
    assert sum(score is not None for score in scores(found)) == filled


def test_nothing_at_all() -> None:
    found = course()
    assert (found.first, found.last, found.courses[0].points, found.issues) == (None, None, (), ())


BANDS: list[Any] = [
    (2.5, 1, (-0.5, 5.5)),
    (2.5, 4, (1.0, 4.0)),
    (2.5, 9, (1.5, 3.5)),
    (-9.5, 1, (-10.0, -6.5)),
    (10.0, 1, (7.0, 10.0)),
    (0.0, 0, (-3.0, 3.0)),
]


@pytest.mark.parametrize(("score", "origins", "wanted"), BANDS)
def test_the_band_narrows_with_origins(score: float, origins: int, wanted: Any) -> None:
    assert band(score, origins) == wanted


def test_the_width_is_the_mean_size_of_verbal_scores() -> None:
    sizes = [abs(kind.value) for kind in EVENT_TYPES.values() if kind.quad in (1, 3)]
    assert pytest.approx(sum(sizes) / len(sizes), abs=0.15) == WIDTH


def test_origins_are_counted_over_all_deeds_of_the_week() -> None:
    rows = (
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07"),
        act(GLOBE, "ACCUSE", USA, RUSSIA, "2013-05-08"),
    )
    apart, copied = course(*rows), course(*rows, links=[link(POST, GLOBE, "same-text")])
    assert apart.courses[0].points[0].origins == 2
    assert copied.courses[0].points[0].origins == 1
    assert scores(apart) == scores(copied)


def test_issues_have_their_own_series() -> None:
    found = course(
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07", issues=("issue:syria", "issue:adoption")),
        met(POST, KERRY, LAVROV, on="2013-05-09", agenda=("issue:syria", "hockey")),
    )
    assert [(one.issue, one.deeds) for one in found.issues] == [
        ("issue:syria", 2),
        ("issue:adoption", 1),
    ]
    syria, adoption = found.issues
    assert [point.score for point in syria.courses[0].points] == [-1.75]
    assert [point.score for point in adoption.courses[0].points] == [-6.0]
    assert syria.name == "Syria"


def test_one_issue_alone() -> None:
    found = course(
        act(POST, "SANCTION", USA, RUSSIA, "2013-05-07", issues=("issue:adoption",)),
        met(POST, KERRY, LAVROV, on="2013-05-09", agenda=("issue:syria",)),
        issue="issue:syria",
    )
    assert scores(found) == [2.5]
    assert [one.issue for one in found.issues] == ["issue:syria"]


def test_the_formula_names_its_numbers() -> None:
    for number in ("1.5", "2.5", "4", "2 and -2", "3/√n"):
        assert number in FORMULA
    assert course().formula == FORMULA


@pytest.mark.parametrize("day", [date(2013, 5, 6) + timedelta(days=n) for n in range(7)])
def test_monday(day: date) -> None:
    assert monday(day) == date(2013, 5, 6)


def test_out_of_an_archive(tmp_path: Path) -> None:
    database = open_database(archive_at(tmp_path / "a.db"), create=False)
    with database.read() as conn:
        found = series(conn, reference(), "USA", "RUS")
        before = series(conn, reference(), "USA", "RUS", as_of=date(2013, 3, 31))
        with pytest.raises(UnknownName, match="toward itself"):
            series(conn, reference(), "USA", "USA")
    database.close()
    assert [deed.kind for point in found.courses[0].points for deed in point.deeds] == [
        "contact",
        "contact",
    ]
    assert scores(found, 1)[-1] == pytest.approx((2.5 - 6.0) / 2)
    assert before.last is not None
    assert before.last < date(2013, 3, 31)
    assert all(ref.label for point in found.courses[0].points for d in point.deeds for ref in d.refs)


def test_only_articles_out_by_the_day_are_used(tmp_path: Path) -> None:
    database = open_database(archive_at(tmp_path / "a.db"), create=False)
    with database.read() as conn:
        found = series(conn, reference(), "USA", "RUS", as_of=date(2013, 2, 26))
    database.close()
    (point,) = found.courses[0].points
    assert [deed.reports.outlets for deed in point.deeds] == [("The Daily Example",)]
