"""Search over an archive: what is found, in which order, and what the hits are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.errors import QueryError, UnknownName
from detente.knowledge.registry import registry
from detente.query import searching
from detente.query.filters import Filters
from detente.query.related import related
from detente.query.searching import Results, find, search
from detente.store import open_database
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_database(archive_at(tmp_path_factory.mktemp("search") / "a.db"))
    with database.read() as conn:
        yield conn
    database.close()


def found(conn: Connection, query: str, asked: Filters | None = None, **more: Any) -> Results:
    return search(conn, made.reference(), registry(), query, asked, **more)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        pytest.param("breakthrough kind:statement", 1, id="reports of one remark are one hit"),
        pytest.param("breakthrough kind:forecast", 1, id="a forecast"),
        pytest.param("breakthrough kind:article", 2, id="articles"),
        pytest.param("breakthrough kind:meeting", 0, id="no meeting"),
        pytest.param('kind:statement by:"Sergei Lavrov"', 1, id="who speaks"),
        pytest.param("kind:meeting actor:Putin", 1, id="who takes part"),
        pytest.param("kind:meeting state:USA state:Russia", 2, id="a pair"),
        pytest.param("kind:position issue:syria", 2, id="an issue"),
        pytest.param("kind:position issue:syria -state:USA", 1, id="without a state"),
        pytest.param('kind:article outlet:"The Globe Sample"', 2, id="an outlet"),
        pytest.param('kind:article outlet:"globe sample"', 2, id="an outlet without its article"),
        pytest.param("kind:article outlet:Globe", 2, id="a part of an outlet's name"),
        pytest.param("kind:article outlet:sample", 3, id="a part of several names"),
        pytest.param("kind:articles outlet:Globe", 2, id="a kind in the plural"),
        pytest.param("kind:meeting date:2013-05-07", 1, id="a day"),
        pytest.param("kind:meeting on:2013-05", 2, id="a month"),
        pytest.param("kind:article and breakthrough", 2, id="a small word that says nothing"),
        pytest.param("kind:article (breakthrough or adoptions)", 3, id="a small or"),
        pytest.param("speaker:Lavrov kind:statement", 1, id="another name of a field"),
        pytest.param("kind:meeting from:2013-05", 2, id="from a month on"),
        pytest.param("kind:meeting from:2013-05-06 to:2013-05-08", 1, id="between days"),
        pytest.param("kind:article printed-to:2013-02", 2, id="printed by a month"),
        pytest.param("kind:article printed-from:2014", 0, id="printed later"),
        pytest.param("crisis Lavrov kind:statement", 1, id="the name of who speaks"),
        pytest.param("(breakthrough OR adoptions) kind:article", 3, id="one of two"),
        pytest.param("kind:article NOT breakthrough", 3, id="without a word"),
        pytest.param("nowhere", 0, id="no such word"),
    ],
)
def test_what_is_found(conn: Connection, query: str, count: int) -> None:
    results = found(conn, query)
    assert len(results.items) == count, [item.text for item in results.items]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param(Filters(outlet="The Daily Example"), 1, id="outlet"),
        pytest.param(Filters(by=("person:john-kerry",)), 0, id="another speaker"),
        pytest.param(Filters(since=date(2013, 2, 27)), 1, id="since"),
        pytest.param(Filters(until=date(2013, 2, 26)), 1, id="until"),
        pytest.param(Filters(as_of=date(2013, 2, 26)), 1, id="as of"),
        pytest.param(Filters(article=made.post().article.id), 1, id="article"),
        pytest.param(Filters(article="article:none"), 0, id="no such article"),
        pytest.param(Filters(issue="issue:syria", states=("USA",)), 0, id="a state that has no part"),
    ],
)
def test_filters(conn: Connection, asked: Filters, count: int) -> None:
    assert len(found(conn, "breakthrough", asked, kinds=("statement",)).items) == count


def test_a_hit_has_its_words_and_where_they_are(conn: Connection) -> None:
    (hit,) = found(conn, "crisis kind:statement").items
    assert hit.text == "that the Syrian crisis was acute"
    assert [hit.text[start:end] for start, end in hit.marks] == ["crisis"]
    assert made.post().article.text[hit.start : hit.end] == hit.text
    assert (hit.who and hit.who.name, hit.ref.sentence) == ("Sergei Lavrov", 6)


def test_an_article_shows_the_sentence_that_answers(conn: Connection) -> None:
    (hit,) = found(conn, '"The mood is better" kind:article').items
    assert hit.kind == "article"
    assert [hit.text[start:end] for start, end in hit.marks] == ["The mood is better"]
    assert hit.row is hit.who is None


def test_an_article_whose_rows_answer_is_not_shown_again(conn: Connection) -> None:
    kinds = [item.kind for item in found(conn, "crisis").items]
    assert "statement" in kinds
    assert "article" not in kinds


def test_facets_count_the_hits(conn: Connection) -> None:
    counted = {(one.field, one.value): one.count for one in found(conn, "kind:meeting").facets}
    meetings = counted["kind", "meeting"]
    assert meetings >= counted["state", "USA"] >= 2
    labels = {one.value: one.label for one in found(conn, "kind:position issue:syria").facets}
    assert (labels["issue:syria"], labels["USA"]) == ("Syria", "United States")
    assert labels["the daily example"] == "The Daily Example"


@pytest.mark.parametrize("sort", ["best", "latest", "earliest"])
@pytest.mark.parametrize("pool", [1, 1_000], ids=["very many", "few"])
def test_pages_together_are_all(
    conn: Connection, monkeypatch: pytest.MonkeyPatch, sort: Any, pool: int
) -> None:
    if pool > 1:
        whole = found(conn, "Syria OR Kerry", sort=sort, limit=100)
        after, items = None, []
        while True:
            page = found(conn, "Syria OR Kerry", sort=sort, limit=3, after=after)
            items += page.items
            after = page.next
            if after is None:
                break
        assert [item.id for item in items] == [item.id for item in whole.items]
        assert whole.total is not None
        assert whole.total >= len(items)
    else:
        monkeypatch.setattr(searching, "POOL", 3)
        some = found(conn, "kind:article", sort=sort, limit=100)
        days = [item.article.published.start for item in some.items if item.article.published.start]
        assert 3 <= some.ranked <= 6
        assert days == sorted(days, reverse=sort != "earliest")


def test_find_takes_as_many_as_are_asked_for(conn: Connection) -> None:
    assert len(find(conn, made.reference(), registry(), "Syria OR Kerry", Filters(limit=2))) == 2
    assert find(conn, made.reference(), registry(), "nowhere") == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("x by:Lavrow", "at character 3 nobody called 'Lavrow'"),
        ("state:Rusia", "at character 1 no state 'Rusia'; near it: Russia"),
        ("issue:syra", "at character 1 no issue 'syra'"),
        ("kind:story", "at character 1 there is no kind 'story'"),
        ("from:May", "at character 1 'May' is no date; write 2013-05-07, 2013-05 or 2013"),
        ("to:2013-02-30", "at character 1 '2013-02-30' is no date"),
    ],
)
def test_values_that_nobody_knows(conn: Connection, query: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        found(conn, query)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "more", [{"sort": "loudest"}, {"limit": 0}, {"kinds": ("story",)}, {"after": "x"}]
)
def test_what_cannot_be_asked(conn: Connection, more: dict[str, Any]) -> None:
    with pytest.raises(UnknownName):
        found(conn, "Syria", **more)


class TestRelated:
    def test_of_one_story_comes_first_and_says_why(self, conn: Connection, tmp_path: Path) -> None:
        beside = related(conn, made.reference(), made.post().article.id)
        first = beside.neighbours[0]
        assert first.reasons[0].because == "story"
        assert first.article.outlet == "The Globe Sample"
        assert made.post().article.id not in {one.article.id for one in beside.neighbours}
        scores = [one.score for one in beside.neighbours]
        assert scores == sorted(scores, reverse=True)

    def test_as_of_and_limit(self, conn: Connection) -> None:
        key = made.post().article.id
        everything = related(conn, made.reference(), key).neighbours
        early = related(conn, made.reference(), key, as_of=date(2013, 2, 28)).neighbours
        assert 0 < len(early) <= len(everything)
        assert all((one.article.published.end or date.max) <= date(2013, 2, 28) for one in early)
        assert len(related(conn, made.reference(), key, limit=1).neighbours) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("outlet:Nobody", "at character 1 no outlet 'Nobody'"),
        ("outlet:glob", "no outlet 'glob'"),
        ('outlet:"The Glube Sample"', "near it: the globe sample"),
        ("issue:missile", "near it: missile-defence"),
        ("kind:rumour", "there is no kind 'rumour'"),
    ],
    ids=["an unknown outlet", "a part of a word", "a slip", "the beginning of an issue", "a kind"],
)
def test_what_nobody_knows_is_said_with_what_is_near(conn: Connection, query: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        found(conn, query)
    assert said in str(caught.value)


def test_an_option_takes_what_the_field_takes(conn: Connection) -> None:
    for outlet in ("The Globe Sample", "globe sample", "Globe"):
        assert len(found(conn, "", Filters(outlet=outlet), kinds=("article",)).items) == 2
