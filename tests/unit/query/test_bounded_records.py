"""A record out of the latest articles is the record of the archive, as far as these reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.archive.regrouping import regroup
from detente.linking import StoryDesk
from detente.pipeline import encoded
from detente.query.archived import linked_rows, links_at
from detente.query.articles import page_of_articles
from detente.query.brief import material
from detente.query.course_rows import BEFORE, course_rows, first_of_latest
from detente.query.disagreements import disagreements
from detente.query.filters import Filters
from detente.query.latest import latest, latest_articles
from detente.query.listing import find_page
from detente.query.relationship import relationship
from detente.query.sagas import sagas_of
from detente.query.series import series
from detente.query.stories import stories, stories_of
from detente.records import Extraction
from detente.store import Database, add_articles, open_database, put, put_links, untold
from detente.store.remarks import statements_of
from tests.factories import article_of
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

MONTHS = 24
FIRST = date(2011, 1, 10)


def printed(number: int) -> Extraction:
    """Return an article of a month: a measure one way, a meeting every second month, a third state's
    measure every third; one of them without a day."""
    when = FIRST + timedelta(days=30 * number)
    article = article_of(
        ("title", f"Notes of month {number}"),
        f"Washington barred timber of mill {number} from its ports.",
        f"Kerry and Lavrov met for the talk numbered {number}.",
        f"Berlin barred cheese of dairy {number} from its shops.",
        published=None if number == 7 else when, outlet=f"The Paper {number % 5}",
        path=f"month-{number}.txt",
    )  # fmt: skip
    of = made.extraction(article)
    done = [made.event(of, f"barred timber of mill {number}", made.USA, made.RUSSIA)]
    if number % 3 == 0:
        germany = replace(made.USA, name="Germany", text="Berlin", actor_id="state:DEU", state="DEU")
        done.append(made.event(of, f"barred cheese of dairy {number}", germany, made.RUSSIA))
    met = []
    if number % 2 == 0:
        on = made.day(when.isoformat())
        met = [made.meeting(of, f"the talk numbered {number}", made.KERRY, made.LAVROV, date=on)]
    named = (made.mention(of, "Washington", "state:USA", "state"),
             made.mention(of, "Lavrov", "person:sergei-lavrov"))  # fmt: skip
    return replace(of, events=tuple(done), meetings=tuple(met), mentions=named)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Two years of articles on two states, one a month."""
    database = open_database(tmp_path_factory.mktemp("years") / "a.db")
    found = [printed(number) for number in range(MONTHS)]
    with database.write() as conn:
        add_articles(conn, [of.article for of in found])
        put(conn, [encoded(of) for of in found], "test")
        regroup(conn, [of.article.id for of in found], made.reference())
        StoryDesk().place(conn, untold(conn))
    yield database
    database.close()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(archive_at(tmp_path_factory.mktemp("told") / "a.db"), create=False)
    yield database
    database.close()


def points(conn: Connection, **asked: Any) -> dict[tuple[str, date], Any]:
    """Return the weeks of a course that have a score."""
    found = series(conn, made.reference(), "USA", "RUS", **asked)
    return {
        (course.by, point.start): point
        for course in found.courses
        for point in course.points
        if point.score is not None
    }


AS_OF = [None, date(2011, 9, 1), date(2012, 6, 1), date(2010, 1, 1)]


class TestCourses:
    @pytest.mark.parametrize("as_of", AS_OF, ids=str)
    @pytest.mark.parametrize("month", range(0, MONTHS, 4))
    def test_from_a_day_on_it_is_the_end_of_the_whole(
        self, years: Database, month: int, as_of: date | None
    ) -> None:
        since = FIRST + timedelta(days=30 * month - 3)
        with years.read() as conn:
            whole, part = points(conn, as_of=as_of), points(conn, since=since, as_of=as_of)
        cut = since - timedelta(days=since.weekday())
        assert part == {key: one for key, one in whole.items() if key[1] >= cut}

    def test_the_whole_has_something_every_month(self, years: Database) -> None:
        """Without this the test above could not fail."""
        with years.read() as conn:
            whole = points(conn)
        assert len({start for _, start in whole}) >= MONTHS - 1
        assert {by for by, _ in whole} == {"USA", "RUS"}

    @pytest.mark.parametrize("month", range(6, MONTHS, 5))
    def test_what_is_read_is_of_the_period(self, years: Database, month: int) -> None:
        since = FIRST + timedelta(days=30 * month)
        with years.read() as conn:
            rows = course_rows(conn, made.reference(), "USA", "RUS", since=since)
        days = [rows.desk.articles[row.article].published.start for row in rows.events]
        assert all(day is None or day >= since - BEFORE for day in days)
        assert len(days) == len({row.id for row in rows.events})
        assert len(days) == MONTHS - month + BEFORE.days // 30 + (month > 11)

    @pytest.mark.parametrize("since", [date.min, date.min + BEFORE, date(2030, 1, 1)])
    def test_a_day_at_the_end_of_time_is_no_error(self, years: Database, since: date) -> None:
        with years.read() as conn:
            found = course_rows(conn, made.reference(), "USA", "RUS", since=since)
        assert len(found.events) == (1 if since.year > 2013 else MONTHS)

    @pytest.mark.parametrize(
        ("most", "as_of", "month"),
        [
            (1, None, MONTHS - 1),
            (3, None, MONTHS - 3),
            (10, None, MONTHS - 10),
            (3, FIRST + timedelta(days=30 * 15), 13),
            (MONTHS, None, None),
            (499, None, None),
            (3, date(2000, 1, 1), None),
        ],
        ids=str,
    )
    def test_the_day_from_which_the_latest_are(
        self, years: Database, most: int, as_of: date | None, month: int | None
    ) -> None:
        """One month has no day of its own and comes before the latest."""
        with years.read() as conn:
            found = first_of_latest(conn, "USA", "RUS", most=most + (as_of is None), as_of=as_of)
        assert found == (None if month is None else FIRST + timedelta(days=30 * month))

    def test_of_two_who_have_nothing_there_is_no_day(self, years: Database) -> None:
        with years.read() as conn:
            assert first_of_latest(conn, "USA", "FRA", most=1) is None
            assert first_of_latest(conn, "DEU", "RUS", most=100) is None


class TestRecords:
    def test_of_few_articles_it_is_the_whole_record(self, told: Database) -> None:
        with told.read() as conn:
            found = latest(conn, made.reference(), "USA", "RUS")
            whole = relationship(conn, made.reference(), "USA", "RUS")
        assert (found.record, found.more) == (whole, False)

    @pytest.mark.parametrize("most", [1, 2, 5, 12])
    def test_it_rests_on_the_articles_printed_last(self, years: Database, most: int) -> None:
        with years.read() as conn:
            ids, more = latest_articles(conn, made.reference(), "USA", "RUS", most=most)
            days = [one.published.start for one in page_of_articles(
                conn, made.reference(), Filters(states=("USA", "RUS")), sort="-reported", limit=most
            ).items]  # fmt: skip
            record = latest(conn, made.reference(), "USA", "RUS", most=most).record
        assert (len(ids), more) == (most, True)
        assert [day for day in days if day] == sorted((d for d in days if d), reverse=True)
        assert {one.id for one in record.articles} <= set(ids)

    @pytest.mark.parametrize("kind", ["article", "event", "meeting"])
    def test_a_page_that_is_not_counted_is_the_same_page(self, years: Database, kind: str) -> None:
        asked = Filters(states=("USA", "RUS"))
        with years.read() as conn:
            counted = find_page(conn, kind, asked, sort="day", limit=5)
            bare = find_page(conn, kind, asked, sort="day", limit=5, counted=False)
        assert counted.items == bare.items
        assert counted.total in (MONTHS, MONTHS // 2)
        assert bare.total is None

    def test_a_briefing_on_enough_articles_is_the_briefing(self, told: Database) -> None:
        with told.read() as conn:
            whole = material(conn, made.reference(), "USA", "RUS")
            bounded = material(conn, made.reference(), "USA", "RUS", most=50)
        assert bounded.record == whole.record
        assert bounded.books == whole.books
        assert bounded.disagreements == whole.disagreements
        assert bounded.assessments == whole.assessments
        assert bounded.deeds == whole.deeds

    @pytest.mark.parametrize("most", [1, 3])
    def test_a_briefing_on_few_rests_on_these(self, years: Database, most: int) -> None:
        with years.read() as conn:
            found = material(conn, made.reference(), "USA", "RUS", most=most)
        assert found.record.reports.articles <= most
        assert all(one.day >= FIRST + timedelta(days=600) for one in found.deeds)


class TestStories:
    def test_of_all_articles_they_are_all_stories(self, told: Database) -> None:
        ids = [of.article.id for of in made.extractions()]
        with told.read() as conn:
            assert stories_of(conn, made.reference(), ids) == stories(conn, made.reference())

    @pytest.mark.parametrize("n", range(5))
    def test_of_one_article_it_is_its_story_with_the_others_of_it(self, told: Database, n: int) -> None:
        key = made.extractions()[n].article.id
        with told.read() as conn:
            every = stories(conn, made.reference())
            found = stories_of(conn, made.reference(), [key])
        assert found == [one for one in every if key in {of.id for of in one.articles}]

    def test_of_no_article_there_is_none(self, told: Database) -> None:
        with told.read() as conn:
            assert stories_of(conn, made.reference(), []) == []
            assert stories_of(conn, made.reference(), ["article:none"]) == []

    def test_those_of_one_origin_can_be_left_out(self, told: Database) -> None:
        ids = [of.article.id for of in made.extractions()]
        with told.read() as conn:
            found = stories_of(conn, made.reference(), ids, at_least=2)
            assert found == stories(conn, made.reference(), at_least=2)

    def test_what_reports_differ_on_among_all_articles_is_all(self, told: Database) -> None:
        ids = [of.article.id for of in made.extractions()]
        with told.read() as conn:
            every = disagreements(conn, made.reference(), states=("USA", "RUS"))
            among = disagreements(conn, made.reference(), states=("USA", "RUS"), among=ids)
        assert {one.id for one in among} == {one.id for one in every}

    def test_among_no_articles_nothing_differs(self, told: Database) -> None:
        with told.read() as conn:
            assert disagreements(conn, made.reference(), states=("USA", "RUS"), among=[]) == []

    @pytest.mark.parametrize("states", [(), ("USA", "RUS")])
    def test_sagas_of_enough_articles_are_all_sagas(
        self, years: Database, states: tuple[str, ...]
    ) -> None:
        with years.read() as conn:
            every = sagas_of(conn, made.reference(), states=states, at_least=1)
            some = sagas_of(conn, made.reference(), states=states, at_least=1, most=500)
        assert some == every
        assert every

    @pytest.mark.parametrize("most", [1, 4])
    def test_sagas_of_few_articles_are_of_their_stories(self, years: Database, most: int) -> None:
        with years.read() as conn:
            found = sagas_of(conn, made.reference(), at_least=1, most=most)
        assert sum(len(saga.stories) for saga in found) <= most
        assert found


class TestLinks:
    @pytest.mark.parametrize("relations", [("same-meeting",), ("same-meeting", "same-text"), ()])
    def test_they_are_found_by_either_end(self, told: Database, relations: tuple[str, ...]) -> None:
        given = [one for one in made.links(made.extractions()) if one.relation in relations]
        with told.read() as conn:
            for one in given:
                for end in (one.left, one.right):
                    assert one.id in {found.id for found in links_at(conn, [end], *relations)}
            ends = [end for one in given for end in (one.left, one.right)]
            found = links_at(conn, ends, *relations)
        assert [one.id for one in found] == sorted({one.id for one in given})

    def test_rows_that_reports_share_are_meetings_and_statements(self, told: Database) -> None:
        found = made.extractions()
        rows = linked_rows(iter(found))
        assert {key.partition(":")[0] for key in rows} == {"meeting", "statement"}
        with told.read() as conn:
            said = statements_of(conn, [of.article.id for of in found])
        assert set(said) <= rows


def test_links_between_articles_are_put_once(tmp_path: Path) -> None:
    database = open_database(archive_at(tmp_path / "a.db"), create=False)
    links = made.links(made.extractions())
    with database.write() as conn:
        put_links(conn, links)
        ends = [one.left for one in links]
        assert len(links_at(conn, ends, *{one.relation for one in links})) == len(links)
    database.close()
