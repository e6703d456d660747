"""The course of the demo: what an editor who knows 2013 would look for, point by point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.export.brief import brief_of
from detente.query.brief import material
from detente.query.course_deeds import Deed
from detente.query.reference import reference
from detente.query.sentences import sentences_in
from detente.query.series import Series, series
from detente.read import read_path
from detente.records import Article, When, make_id
from detente.store import Database, load, open_database

DEMO = Path(__file__).resolve().parents[2] / "examples" / "demo"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Archive.open(path) as archive:
        articles = [
            one
            for file in sorted(DEMO.iterdir())
            for one in read_path(file)
            if isinstance(one, Article)
        ]
        archive.add_read("demo", articles)
        archive.build()
    found = open_database(path, create=False)
    yield found
    found.close()


@pytest.fixture(scope="module")
def course(database: Database) -> Series:
    return asked(database)


def asked(database: Database) -> Series:
    with database.read() as conn:
        return series(conn, reference(), "USA", "RUS", since=date(2013, 2, 1), until=date(2013, 9, 30))


def mean(course: Series, way: int, month: int) -> float:
    scores = [
        point.score
        for point in course.courses[way].points
        if point.score is not None and point.start.month == month
    ]
    return sum(scores) / len(scores)


def deeds(course: Series, way: int, week: date) -> list[Deed]:
    return next(list(p.deeds) for p in course.courses[way].points if p.start == week)


def test_it_falls_in_august_and_rises_in_september(course: Series) -> None:
    june, august, september = (mean(course, 0, month) for month in (6, 8, 9))
    assert august < june - 1
    assert september > august + 1


def test_the_week_of_the_cancelled_summit_is_the_lowest_of_the_summer(course: Series) -> None:
    points = {p.start: p.score for p in course.courses[0].points if p.score is not None}
    assert points[date(2013, 8, 5)] < points[date(2013, 6, 17)]
    assert points[date(2013, 8, 5)] < points[date(2013, 9, 2)]
    assert points[date(2013, 8, 5)] < points[date(2013, 9, 9)]


def test_the_cancellation_is_one_deed_of_the_united_states(course: Series) -> None:
    off = [deed for deed in deeds(course, 0, date(2013, 8, 5)) if deed.type == "REJECT"]
    (one,) = off
    assert (one.day, one.value, one.sides) == (date(2013, 8, 7), -4.0, ("left",))
    assert one.reports.origins >= 3
    assert not [deed for deed in deeds(course, 1, date(2013, 8, 5)) if deed.type == "REJECT"]


def test_geneva_is_a_contact_and_an_agreement_of_both(course: Series) -> None:
    for way in (0, 1):
        found = deeds(course, way, date(2013, 9, 9))
        assert any(deed.kind == "contact" and deed.place == "Geneva" for deed in found)
        agreed = [deed for deed in found if deed.type == "AGREE"]
        assert agreed
        assert agreed[0].day == date(2013, 9, 14)
        assert "issue:chemical-weapons" in agreed[0].issues


def test_asylum_over_objections_is_no_help(course: Series) -> None:
    every = [deed for way in course.courses for point in way.points for deed in point.deeds]
    assert not [deed for deed in every if deed.type == "AID"]


def test_berlin_is_one_meeting_of_four_outlets_and_three_origins(course: Series) -> None:
    (berlin,) = [deed for deed in deeds(course, 0, date(2013, 2, 25)) if deed.kind == "contact"]
    assert (berlin.place, berlin.day) == ("Berlin", date(2013, 2, 26))
    # Three print one agency's text; one of them tells it again in its own words in September.
    assert (berlin.reports.outlet_count, berlin.reports.origins) == (4, 3)


def test_every_point_opens_sentences(course: Series, database: Database) -> None:
    refs = {ref for way in course.courses for p in way.points for deed in p.deeds for ref in deed.refs}
    with database.read() as conn:
        texts = sentences_in(conn, {ref.article for ref in refs})
    told = [texts.get((ref.article, ref.sentence)) for ref in refs if ref.sentence > 0]
    assert len(told) > 30
    assert all(told)


def test_a_reprint_of_an_article_changes_no_score(database: Database, tmp_path: Path) -> None:
    before = asked(database)
    with database.read() as conn:
        articles = load(conn, Article)
    wire = next(
        one for one in articles if one.outlet == "Northern Wire Agency" and "Geneva" in one.text
    )
    printed = wire.published.end or date(2013, 9, 14)
    again = replace(
        wire,
        id=make_id("article", "reprint", wire.id),
        outlet="The Reprint Sample",
        path="reprint.txt",
        url=None,
        published=When.day(printed.replace(day=min(28, printed.day + 2))),
    )
    with Archive.open(tmp_path / "again.db") as archive:
        archive.add_read("demo", [*articles, again])
        archive.build()
    other = open_database(tmp_path / "again.db", create=False)
    after = asked(other)
    other.close()
    told = [[(p.start, p.score, p.low, p.high) for p in way.points] for way in before.courses]
    assert told == [[(p.start, p.score, p.low, p.high) for p in way.points] for way in after.courses]


def test_a_briefing_on_august_tells_the_cancellation_first_hand(database: Database) -> None:
    with database.read() as conn:
        found = material(
            conn, reference(), "USA", "RUS", since=date(2013, 8, 1), until=date(2013, 9, 1)
        )
    brief = brief_of(found)
    changed = next(block for block in brief.blocks if block.kind == "changed")
    lines = [line for part in changed.parts for line in part.lines]
    (off,) = [line for line in lines if "cancelled" in line.text]
    assert off.lead == "7 Aug"
    assert "by the United States" in off.text
    assert len({one.origin for one in off.evidence}) >= 3
    assert not [one for one in brief.notes() if (one.published.end or date.min) > date(2013, 9, 1)]


@pytest.mark.parametrize("last", [date(2013, 6, 30), date(2013, 9, 15), date(2013, 9, 29)])
def test_a_briefing_knows_of_no_later_article(database: Database, last: date) -> None:
    """Not even of the outcome of a forecast that fell due in its time."""
    with database.read() as conn:
        found = material(conn, reference(), "USA", "RUS", since=date(2013, 2, 1), until=last)
    notes = brief_of(found).notes()
    assert notes
    assert max(one.published.end for one in notes if one.published.end) <= last
