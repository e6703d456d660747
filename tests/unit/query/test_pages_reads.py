"""The small reads that pages begin with: one thing opened, pairs, actors, outlets, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query import kept
from detente.query.actor_page import known_of
from detente.query.opened import Opened, opened, sentence_texts, told_with
from detente.query.pairs import pairs
from detente.query.proposals import ASKED, articles_of, end_of, next_proposal, reviewed, waiting
from detente.query.views import Act, Encounter, Outlook, Saying, Stand
from detente.records import Link
from detente.store import load, open_database
from detente.userdata import decide
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

FOUND = made.extractions()
POST, GLOBE, REPRINT, LATER, OTHER = FOUND
KNOWN = made.reference()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("a") / "a.db")


@pytest.fixture
def conn(path: Path) -> Iterator[Connection]:
    database = open_database(path)
    with database.read() as connection:
        yield connection
    database.close()


KINDS = [
    (POST.meetings[0].id, Encounter),
    (POST.statements[2].id, Saying),
    (POST.positions[0].id, Stand),
    (POST.forecasts[0].id, Outlook),
    (LATER.events[0].id, Act),
]


@pytest.mark.parametrize(("id", "kind"), KINDS, ids=[id.partition(":")[0] for id, _ in KINDS])
class TestOpened:
    def test_the_kind_of_thing(self, conn: Connection, id: str, kind: type) -> None:
        assert isinstance(opened(conn, KNOWN, id).item, kind)

    def test_its_sentences_are_those_of_the_page(self, conn: Connection, id: str, kind: type) -> None:
        found = opened(conn, KNOWN, id)
        assert found.tellings
        texts = {of.article.id: of for of in FOUND}
        for one in found.tellings:
            of = texts[one.ref.article]
            start, end = of.sentences[one.ref.sentence - 1]
            assert one.words == " ".join(of.article.text[start:end].split())
            assert one.article.id == one.ref.article

    def test_nothing_was_printed_before(self, conn: Connection, id: str, kind: type) -> None:
        with pytest.raises(UnknownName, match="nothing of"):
            opened(conn, KNOWN, id, as_of=date(2012, 1, 1))


def test_a_meeting_has_all_its_reports(conn: Connection) -> None:
    for of in (POST, GLOBE, REPRINT):
        found = opened(conn, KNOWN, of.meetings[0].id)
        assert isinstance(found.item, Encounter)
        assert {row.article for row in found.item.rows} == {
            one.article.id for one in (POST, GLOBE, REPRINT)
        }
        assert len(found.tellings) == 3


def test_as_of_leaves_out_later_reports(conn: Connection) -> None:
    found = opened(conn, KNOWN, POST.meetings[0].id, as_of=date(2013, 2, 26))
    assert [one.article.outlet for one in found.tellings] == ["The Daily Example"]


def test_a_report_that_was_not_out_opens_the_meeting_as_it_was(conn: Connection) -> None:
    found: Opened = opened(conn, KNOWN, GLOBE.meetings[0].id, as_of=date(2013, 2, 26))
    assert [one.article.outlet for one in found.tellings] == ["The Daily Example"]


@pytest.mark.parametrize("id", ["", "nonsense", "meeting:", "article:1", "statement:ffff", "link:1"])
def test_what_cannot_be_opened(conn: Connection, id: str) -> None:
    with pytest.raises(UnknownName):
        opened(conn, KNOWN, id)


def test_what_is_told_with_what(conn: Connection) -> None:
    found = told_with(conn, POST.meetings[0].id)
    assert sorted(found) == sorted([GLOBE.meetings[0].id, REPRINT.meetings[0].id])
    assert told_with(conn, LATER.meetings[0].id) == []
    assert told_with(conn, POST.positions[0].id) == []


SENTENCES = [(1, True), (2, True), (0, False), (-1, False), (999, False)]


@pytest.mark.parametrize(("number", "there"), SENTENCES)
def test_sentences_by_number(conn: Connection, number: int, there: bool) -> None:
    found = sentence_texts(conn, [(POST.article.id, number), ("article:none", 1)])
    assert list(found) == ([(POST.article.id, number)] if there else [])


class TestPairs:
    def test_states_that_meet_or_act_on_each_other(self, conn: Connection) -> None:
        found = pairs(conn, KNOWN)
        assert [(one.left, one.right) for one in found] in ([("USA", "RUS")], [("RUS", "USA")])
        assert (found[0].articles, found[0].last) == (4, date(2013, 5, 9))

    def test_as_of(self, conn: Connection) -> None:
        assert pairs(conn, KNOWN, as_of=date(2012, 1, 1)) == []
        early = pairs(conn, KNOWN, as_of=date(2013, 2, 26))
        assert [one.articles for one in early] == [1]

    def test_most_of_them(self, conn: Connection) -> None:
        assert pairs(conn, KNOWN, limit=0) == []


class TestActor:
    def test_names_and_counterparts(self, conn: Connection) -> None:
        found = known_of(conn, ["person:john-kerry"])
        assert found.names == (("Kerry", 4),)
        assert found.articles == 4
        assert [(one.name, one.meetings) for one in found.counterparts] == [
            ("Sergei Lavrov", 1),
            ("Vladimir Putin", 1),
        ]

    def test_one_whom_articles_know(self, conn: Connection) -> None:
        found = known_of(conn, ["local:ada"])
        assert (found.name, found.kind) == ("Ada Sample", "person")
        assert found.counterparts == ()

    def test_as_of(self, conn: Connection) -> None:
        assert known_of(conn, ["person:john-kerry"], as_of=date(2013, 2, 26)).articles == 1
        assert known_of(conn, ["person:john-kerry"], as_of=date(2012, 1, 1)).names == ()

    def test_nobody(self, conn: Connection) -> None:
        found = known_of(conn, ["person:nobody"])
        assert (found.name, found.articles, found.names) == (None, 0, ())


BEGINS = [("", {"John Kerry", "Sergei Lavrov"}), ("ker", {"John Kerry"}), ("zz", set()), ("%", set())]


@pytest.mark.parametrize(("begins", "names"), BEGINS)
def test_who_is_named(conn: Connection, begins: str, names: set[str]) -> None:
    found = {one.name for one in kept.named_most(conn, KNOWN, begins=begins)}
    assert found >= names
    assert bool(found) is bool(names)


def test_outlets(conn: Connection) -> None:
    found = {one.name: one for one in kept.outlets(conn)}
    assert set(found) == {"The Daily Example", "The Globe Sample", "The Evening Sample", None}
    globe = found["The Globe Sample"]
    assert (globe.articles, globe.first, globe.last, globe.cut_off) == (
        2,
        "2013-02-27",
        "2013-03-10",
        1,
    )
    assert (found[None].undated, found[None].first) == (1, None)
    assert [one.name for one in kept.outlets(conn, "2013-02-26")] == ["The Daily Example"]


def test_stories_titles_and_days(conn: Connection) -> None:
    assert (kept.story_of(conn, POST.article.id) or "").startswith("story:")
    assert kept.story_of(conn, "article:none") is None
    assert kept.titled(conn, "Kerry and Lavrov meet in Berlin") == POST.article.id
    assert kept.titled(conn, "kerry and lavrov meet in berlin") is None
    assert kept.last_printed(conn) == date(2013, 5, 9)


def test_an_empty_archive_has_no_last_day(tmp_path: Path) -> None:
    database = open_database(tmp_path / "b.db")
    with database.read() as conn:
        assert kept.last_printed(conn) is None
        assert next_proposal(conn, KNOWN) is None
        assert waiting(conn) == {}
        assert pairs(conn, KNOWN) == []
    database.close()


class TestProposals:
    def test_the_least_sure_of_the_first_relation_comes_first(self, conn: Connection) -> None:
        found = next_proposal(conn, KNOWN)
        assert found is not None
        order = list(ASKED)
        first = min(order.index(kind) for kind in waiting(conn))
        assert found.link.relation == order[first]
        rest = [one for one in load(conn, Link) if one.relation == found.link.relation]
        assert found.link.score == min(one.score for one in rest)

    def test_both_ends_have_their_words(self, conn: Connection) -> None:
        found = next_proposal(conn, KNOWN, relation="may-tell")
        assert found is not None
        assert (found.left.words, found.left.name) == ("Ministers meet in Berlin", "")
        assert found.left.article is not None
        assert found.right.article is None
        assert "Berlin" in found.right.name or "Moscow" in found.right.name

    @pytest.mark.parametrize("relation", ["tells", "nonsense", ""])
    def test_what_nobody_is_asked(self, conn: Connection, relation: str) -> None:
        found = next_proposal(conn, KNOWN, relation=relation or None)
        assert (found is None) is bool(relation)

    def test_what_was_answered_does_not_wait(self, tmp_path: Path) -> None:
        database = open_database(archive_at(tmp_path / "a.db"))
        with database.write() as conn:
            before = waiting(conn)
            found = next_proposal(conn, KNOWN)
            assert found is not None
            decide(conn, found.link.id, "unsure")
            assert sum(waiting(conn).values()) == sum(before.values()) - 1
            assert reviewed(conn) == {"unsure": 1}
        database.close()


ENDS = [
    (POST.article.id, "", "Kerry and Lavrov meet in Berlin"),
    (POST.meetings[0].id, "", "Kerry and Lavrov held their first meeting in Berlin on Tuesday."),
    ("local:ada", "Ada Sample", ""),
    ("person:john-kerry", "John Kerry", ""),
    ("meeting:none", "meeting:none", ""),
    ("article:none", "", ""),
    ("story:none", "story:none", ""),
]


@pytest.mark.parametrize(("id", "name", "words"), ENDS)
def test_an_end_says_what_it_is(conn: Connection, id: str, name: str, words: str) -> None:
    found = end_of(conn, KNOWN, id)
    assert found.name.startswith(name)
    assert not words or found.words == words


def test_the_articles_of_a_link(conn: Connection) -> None:
    left, right = POST.meetings[0], GLOBE.meetings[0]
    link = made.link(left.id, right.id)
    assert sorted(articles_of(conn, link)) == sorted([left.article, right.article])
    assert articles_of(conn, made.link("local:ada", "story:1")) == [POST.article.id]
