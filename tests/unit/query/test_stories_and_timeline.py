"""Stories, their comparison and timelines, out of the small archive and out of records made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import desk_for, extractions
from detente.query.relationship import articles_on
from detente.query.stories import Comparison, compare, stories, story, story_id
from detente.query.timeline import Day, timeline_of
from detente.query.views import Encounter
from detente.records import StoryChange
from detente.store import open_database, put_stories, redirect
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

REFERENCE = made.reference()


def days_of(conn: Connection, **asked: object) -> list[Day]:
    ids = articles_on(conn, REFERENCE, "USA", "RUS")
    return timeline_of(extractions(conn, ids), desk_for(conn, ids, REFERENCE), **asked)  # type: ignore[arg-type]


class TestStories:
    def test_every_article_tells_one(self, conn: Connection) -> None:
        told = [article.id for view in stories(conn, REFERENCE) for article in view.articles]
        assert sorted(told) == sorted(of.article.id for of in made.extractions())

    def test_they_stand_in_order_of_time_and_those_without_a_day_last(self, conn: Connection) -> None:
        days = [view.first or date.max for view in stories(conn, REFERENCE)]
        assert days == sorted(days)

    def test_a_story_counts_origins(self, conn: Connection) -> None:
        for view in stories(conn, REFERENCE):
            assert 1 <= view.reports.origins <= view.reports.articles == len(view.articles)

    def test_at_least_so_many_origins(self, conn: Connection) -> None:
        every = stories(conn, REFERENCE)
        for least in (1, 2, 3, 99):
            found = stories(conn, REFERENCE, at_least=least)
            assert found == [view for view in every if view.reports.origins >= least]

    @pytest.mark.parametrize("limit", [1, 2])
    def test_a_limit(self, conn: Connection, limit: int) -> None:
        assert stories(conn, REFERENCE, limit=limit) == stories(conn, REFERENCE)[:limit]

    def test_what_was_not_out_yet_is_left_out(self, conn: Connection) -> None:
        day = min(view.first for view in stories(conn, REFERENCE) if view.first)
        for view in stories(conn, REFERENCE, as_of=day):
            assert all(one.published.end and one.published.end <= day for one in view.articles)
        assert stories(conn, REFERENCE, as_of=date(1990, 1, 1)) == []

    def test_a_period(self, conn: Connection) -> None:
        late = date(2200, 1, 1)
        assert all(view.last is None for view in stories(conn, REFERENCE, since=late))
        assert all(view.first is None for view in stories(conn, REFERENCE, until=date(1900, 1, 1)))

    def test_one_is_found_by_the_beginning_of_its_id(self, conn: Connection) -> None:
        view = stories(conn, REFERENCE)[0]
        digits = view.id.removeprefix("story:")
        for name in (view.id, digits, digits[:10]):
            assert story(conn, REFERENCE, name) == view

    @pytest.mark.parametrize("name", ["story:ffffffffffffffff", "zzz", "nothing"])
    def test_an_unknown_one_says_where_to_look(self, conn: Connection, name: str) -> None:
        with pytest.raises(UnknownName, match="detente stories"):
            story_id(conn, name)

    def test_one_that_was_not_printed_yet_says_so(self, conn: Connection) -> None:
        dated = next(view for view in stories(conn, REFERENCE) if view.first)
        with pytest.raises(UnknownName, match="1990-01-01"):
            story(conn, REFERENCE, dated.id, as_of=date(1990, 1, 1))


class TestMerging:
    def test_an_id_that_was_merged_away_opens_what_it_became(self, tmp_path: Path) -> None:
        database = open_database(archive_at(tmp_path / "merged.db"))
        with database.write() as conn:
            keep, gone = [view.id for view in stories(conn, REFERENCE)][:2]
            before = {view.id: view.articles for view in stories(conn, REFERENCE)}
            put_stories(conn, [], [StoryChange("merged", gone, keep)])
            view = story(conn, REFERENCE, gone)
            assert view.id == keep == redirect(conn, gone)
            assert set(view.articles) == {*before[keep], *before[gone]}
            assert gone not in {one.id for one in stories(conn, REFERENCE)}
        database.close()

    def test_an_id_nobody_merged_is_itself(self, conn: Connection) -> None:
        assert redirect(conn, "story:1") == "story:1"

    def test_a_circle_of_merges_ends(self, tmp_path: Path) -> None:
        database = open_database(archive_at(tmp_path / "circle.db"))
        with database.write() as conn:
            log = [
                StoryChange("merged", "story:1", "story:2"),
                StoryChange("merged", "story:2", "story:1"),
            ]
            put_stories(conn, [], log)
            assert redirect(conn, "story:1") in {"story:1", "story:2"}
        database.close()


class TestComparing:
    @pytest.fixture
    def largest(self, conn: Connection) -> Comparison:
        views = stories(conn, REFERENCE)
        return compare(conn, REFERENCE, max(views, key=lambda view: len(view.articles)).id)

    def test_every_claim_parts_the_articles_into_those_that_tell_it_and_the_silent(
        self, largest: Comparison
    ) -> None:
        ids = [article.id for article in largest.story.articles]
        assert largest.claims
        for claim in largest.claims:
            assert claim.told_by
            assert sorted((*claim.told_by, *claim.silent)) == sorted(ids)

    def test_what_most_origins_tell_comes_first(self, largest: Comparison) -> None:
        told = [len(claim.told_by) for claim in largest.claims]
        assert told[0] == max(told)

    def test_it_has_meetings_and_remarks(self, largest: Comparison) -> None:
        kinds = {isinstance(claim.item, Encounter) for claim in largest.claims}
        assert kinds == {True, False}

    def test_claims_rest_on_sentences_of_their_articles(self, largest: Comparison) -> None:
        for claim in largest.claims:
            assert {ref.article for ref in claim.item.refs} == set(claim.told_by)


class TestTimeline:
    def test_days_are_in_order_and_sentences_verbatim(self, conn: Connection) -> None:
        found = days_of(conn)
        texts = {of.article.id: " ".join(of.article.text.split()) for of in made.extractions()}
        assert found
        assert [day.day for day in found] == sorted(day.day for day in found)
        for day in found:
            assert day.origins >= 1
            for line in (*day.lines, *day.support):
                assert line.text in texts[line.ref.article]

    @pytest.mark.parametrize("most", [0, 1, 2])
    def test_no_more_days_than_asked_for(self, conn: Connection, most: int) -> None:
        assert len(days_of(conn, days=most)) == min(most, len(days_of(conn)))

    def test_bounds(self, conn: Connection) -> None:
        first = days_of(conn)[0].day
        assert all(
            day.day > first for day in days_of(conn, since=date.fromordinal(first.toordinal() + 1))
        )
        assert days_of(conn, until=date(1900, 1, 1)) == []

    def test_as_of_a_day_before_anything_was_printed(self, conn: Connection) -> None:
        assert days_of(conn, as_of=date(1990, 1, 1)) == []

    def test_an_issue_nobody_speaks_of_has_none(self, conn: Connection) -> None:
        assert days_of(conn, issue="issue:whaling") == []

    def test_an_actor_who_takes_part_in_nothing_has_none(self, conn: Connection) -> None:
        assert days_of(conn, actors=frozenset({"actor:nobody"})) == []

    def test_of_an_actor_only_what_names_it(self, conn: Connection) -> None:
        every, theirs = days_of(conn), days_of(conn, actors=frozenset({"RUS"}))
        assert {day.day for day in theirs} <= {day.day for day in every}

    def test_support_is_of_other_articles(self, conn: Connection) -> None:
        for day in days_of(conn):
            told = {line.ref.article for line in day.lines}
            assert not told & {line.ref.article for line in day.support}
