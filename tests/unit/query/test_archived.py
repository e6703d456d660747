"""The queries on an archive file."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import extractions, short_ids
from detente.query.articles import articles
from detente.query.events import events
from detente.query.filters import Filters
from detente.query.forecasts import forecasts
from detente.query.meetings import meetings
from detente.query.positions import positions
from detente.query.relation import relationship_of
from detente.query.relationship import relationship
from detente.query.showing import show
from detente.query.statements import statements
from tests.unit.query import factories as made

REFERENCE = made.reference()


def test_extractions_come_back_as_they_were_written(conn: Connection) -> None:
    for of in made.extractions():
        (back,) = extractions(conn, [of.article.id])
        assert back.article == of.article
        assert back.sentences == of.sentences
        assert set(back.rows()) == set(of.rows())


def test_the_relationship_out_of_the_archive_is_that_of_the_records(conn: Connection) -> None:
    found = made.extractions()
    expected = relationship_of(found, made.links(found), made.desk(found), "USA", "RUS")
    assert relationship(conn, REFERENCE, "USA", "RUS") == expected


def test_a_pair_of_which_nothing_is_known_has_an_empty_record(conn: Connection) -> None:
    found = relationship(conn, REFERENCE, "DEU", "FRA")
    assert (found.articles, found.meetings, found.statements, found.questions) == ((), (), (), ())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(Filters(), ["2013-02-26", "2013-05", "2013-05-07"], id="all, linked as one"),
        pytest.param(Filters(states=("USA", "RUS")), ["2013-02-26", "2013-05-07"], id="both states"),
        pytest.param(Filters(states=("DEU",)), [], id="a place is no participant"),
        pytest.param(Filters(actors=("person:vladimir-putin",)), ["2013-05-07"], id="somebody"),
        pytest.param(Filters(issue="issue:syria"), ["2013-02-26"], id="an issue on the agenda"),
        pytest.param(Filters(since=date(2013, 5, 8)), ["unknown", "2013-05"], id="from a day on"),
        pytest.param(Filters(until=date(2013, 2, 26)), ["2013-02-26"], id="to a day"),
        pytest.param(Filters(as_of=date(2013, 2, 26)), ["2013-02-26"], id="as of a day"),
        pytest.param(Filters(limit=1), ["2013-02-26"], id="one"),
    ],
)
def test_meetings(conn: Connection, asked: Filters, expected: list[str]) -> None:
    found = meetings(conn, REFERENCE, asked)
    assert [item.date.label() for item in found] == expected


def test_meetings_by_form_and_status(conn: Connection) -> None:
    assert [item.form for item in meetings(conn, REFERENCE, form="visit")] == ["visit"]
    assert [item.form for item in meetings(conn, REFERENCE, status="planned")] == ["visit"]
    assert meetings(conn, REFERENCE, form="meeting", status="planned") == []


def test_statements_by_speaker(conn: Connection) -> None:
    of_lavrov = statements(conn, REFERENCE, by=("person:sergei-lavrov",))
    assert [item.row.content for item in of_lavrov] == ["that the Syrian crisis was acute"]
    assert [item.row.speaker.name for item in statements(conn, REFERENCE, speaker_state="USA")] == [
        "John Kerry"
    ]
    addressed = statements(conn, REFERENCE, Filters(actors=("person:john-kerry",)))
    assert len(addressed) == 2


def test_the_same_words_of_one_speaker_are_one_statement(conn: Connection) -> None:
    found = statements(conn, REFERENCE, by=("local:ada", "local:ada-2"))
    folded = [item for item in found if "breakthrough" in item.row.content.casefold()]
    assert len(folded) == 1
    assert len(folded[0].same) == 2
    assert folded[0].reports.outlets == ("The Daily Example", "The Globe Sample")


def test_positions_forecasts_and_events(conn: Connection) -> None:
    assert [item.row.claim for item in positions(conn, REFERENCE, Filters(states=("RUS",)))] == [
        "talks on Syria without preconditions"
    ]
    (expected,) = forecasts(conn, REFERENCE)
    assert expected.due
    (act,) = events(conn, REFERENCE)
    assert act.row.trigger == "banned adoptions"
    assert events(conn, REFERENCE, type="AID") == []


@pytest.mark.parametrize(
    ("due_by", "count"),
    [
        pytest.param(date(2013, 4, 1), 1, id="the month is over"),
        pytest.param(date(2013, 3, 31), 0, id="its last day is not over"),
    ],
)
def test_forecasts_due_by(conn: Connection, due_by: date, count: int) -> None:
    assert len(forecasts(conn, REFERENCE, due_by=due_by)) == count


def test_articles_in_order_of_publication(conn: Connection) -> None:
    assert [item.path for item in articles(conn, REFERENCE)] == [
        "daily.txt",
        "globe.txt",
        "budget.txt",
        "evening.txt",
        "reprint.txt",
    ]
    assert len(articles(conn, REFERENCE, outlet="the globe sample")) == 2
    assert len(articles(conn, REFERENCE, as_of=date(2013, 3, 10))) == 3
    assert len(articles(conn, REFERENCE, limit=2)) == 2


def test_show_a_sentence_with_its_rows_and_neighbours(conn: Connection) -> None:
    of = made.post()
    short = short_ids(conn)[of.article.id]
    shown = show(conn, REFERENCE, f"[{short}:3]")
    assert [passage.ref.sentence for passage in shown.passages] == [2, 3, 4]
    told = shown.passages[1]
    assert told.told
    assert {told.text[mark.start : mark.end] for mark in told.marks} == {
        "no breakthrough on Syria was near"
    }
    assert {row.id.partition(":")[0] for row in shown.rows} == {"statement", "forecast"}


def test_show_an_article_has_all_sentences_and_no_mentions(conn: Connection) -> None:
    of = made.globe()
    shown = show(conn, REFERENCE, short_ids(conn)[of.article.id])
    assert len(shown.passages) == len(of.sentences)
    assert not any(row.id.startswith("mention:") for row in shown.rows)
    assert len(shown.rows) == 4


def test_show_a_row_by_id_and_by_its_beginning(conn: Connection) -> None:
    row = made.later().statements[0]
    for name in (row.id, row.id[:18], row.id.partition(":")[2]):
        shown = show(conn, REFERENCE, name)
        assert shown.row == row
        assert [passage.told for passage in shown.passages] == [False, True]
        assert any(row.content in passage.text for passage in shown.passages)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("ffff0000ffff", id="no article"),
        pytest.param("statement:ffff0000ffff", id="no row"),
        pytest.param("story:1234", id="no kind"),
        pytest.param("lavrov", id="a name"),
        pytest.param("%", id="a wildcard"),
        pytest.param("", id="nothing"),
    ],
)
def test_show_what_is_not_there(conn: Connection, name: str) -> None:
    with pytest.raises(UnknownName):
        show(conn, REFERENCE, name)


def test_show_a_sentence_beyond_the_last(conn: Connection) -> None:
    short = short_ids(conn)[made.post().article.id]
    with pytest.raises(UnknownName, match="its sentences are 1 to 6"):
        show(conn, REFERENCE, f"{short}:7")
    with pytest.raises(UnknownName):
        show(conn, REFERENCE, f"{short}:0")
