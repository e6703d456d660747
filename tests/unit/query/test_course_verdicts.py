"""Verdicts on a relationship out of an archive: whose they are, on whose relationship, printed when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from detente.archive import Archive
from detente.query.course_verdicts import Assessment, assessments
from detente.query.reference import reference
from detente.records import Article
from detente.store import open_database
from tests.factories import article_of

BODY = (
    "Moscow and Washington talked again on Monday, diplomats of Russia and the United States said.",
    "A thaw between Russia and the United States has begun.",
    "“Relations between Russia and the United States are at a new low,” said Sergei Lavrov, the "
    "Russian foreign minister.",
    "Relations between Russia and Georgia have soured.",
    "The two sides will meet in May, and their relations stay tense.",
)


def _articles() -> list[Article]:
    one = article_of(
        ("title", "Russia and the United States talk"), *BODY, published=date(2013, 3, 1),
        outlet="The Daily Example",
    )  # fmt: skip
    copy = article_of(
        ("title", "Russia and America talk"), *BODY, "All rights reserved.", published=date(2013, 3, 2),
        outlet="The Globe Sample",
    )  # fmt: skip
    other = article_of(
        "Relations between Germany and France are warming, an aide in Berlin said.",
        published=date(2013, 3, 3), outlet="The Evening Sample",
    )  # fmt: skip
    return [one, replace(copy, origin="The Daily Example"), other]


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("verdicts") / "a.db"
    with Archive.open(path) as archive:
        archive.add_read("examples", _articles())
        archive.build()
    database = open_database(path, create=False)
    with database.read() as found:
        yield found
    database.close()


def found(conn: Connection, left: str = "USA", right: str = "RUS", **asked: date) -> list[Assessment]:
    return assessments(conn, reference(), left, right, **asked)


def test_verdicts_with_their_words_and_direction(conn: Connection) -> None:
    assert [(one.direction, one.words) for one in found(conn)] == [
        ("better", ("thaw",)),
        ("worse", ("new low",)),
        ("worse", ("tense",)),
    ]


def test_a_speaker_where_there_is_one_else_the_outlet(conn: Connection) -> None:
    speakers = [one.speaker for one in found(conn)]
    assert speakers == [None, "Sergei Lavrov", None]
    assert [one.statement is not None for one in found(conn)] == [False, True, False]


def test_a_reprint_adds_no_verdict(conn: Connection) -> None:
    for one in found(conn):
        assert (one.reports.outlet_count, one.reports.origins) == (2, 1)
        assert one.article.outlet == "The Daily Example"
        assert len(one.refs) == 2


def test_the_sentence_is_the_articles(conn: Connection) -> None:
    assert found(conn)[0].sentence == BODY[1]


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [("DEU", "FRA", 1), ("RUS", "GEO", 1), ("USA", "GEO", 0), ("USA", "FRA", 0)],
)
def test_on_whose_relationship(conn: Connection, left: str, right: str, count: int) -> None:
    assert len(found(conn, left, right)) == count


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"since": date(2013, 3, 2)}, 3),
        ({"since": date(2013, 3, 5)}, 0),
        ({"until": date(2013, 2, 28)}, 0),
        ({"as_of": date(2013, 3, 1)}, 3),
        ({"as_of": date(2013, 2, 1)}, 0),
    ],
)
def test_bounds_are_days_of_publication(conn: Connection, asked: dict[str, date], count: int) -> None:
    assert len(found(conn, **asked)) == count


def test_as_of_the_first_day_one_outlet_had_printed_it(conn: Connection) -> None:
    assert {one.reports.outlet_count for one in found(conn, as_of=date(2013, 3, 1))} == {1}
