"""What waits for a verdict: from which score on nobody is asked, in which order, what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.query.proposals import (
    ASKED,
    articles_of,
    end_of,
    next_proposal,
    proposal_of,
    reviewed,
    waiting,
)
from detente.records import Link, make_id
from detente.store import open_database, put_links
from detente.userdata import decide
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

KNOWN = made.reference()
POST, GLOBE, REPRINT, LATER, OTHER = made.extractions()


def proposed(name: str, relation: Any, score: float, **more: Any) -> Link:
    """Return a link of two rows that are not there."""
    left, right = f"meeting:{name}-a", f"meeting:{name}-b"
    found = Link(make_id("link", left, right, relation), left, right, relation, score, "", "machine")
    return replace(found, **more)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    database = open_database(tmp_path / "a.db")
    with database.write() as connection:
        yield connection
    database.close()


CERTAIN = {relation: below for relation, below in ASKED.items() if below <= 1}


@pytest.mark.parametrize("relation", CERTAIN)
@pytest.mark.parametrize(("away", "asked"), [(-0.2, True), (-0.01, True), (0.0, False), (0.04, False)])
def test_nobody_is_asked_from_a_score_on(
    conn: Connection, relation: str, away: float, asked: bool
) -> None:
    score = round(CERTAIN[relation] + away, 3)
    link = proposed("one", relation, score)
    put_links(conn, [link])
    assert waiting(conn) == ({relation: 1} if asked else {})
    found = next_proposal(conn, KNOWN)
    assert (found.link if found else None) == (link if asked else None)


@pytest.mark.parametrize("relation", sorted(ASKED.keys() - CERTAIN.keys()))
@pytest.mark.parametrize("score", [0.0, 0.5, 0.99, 1.0])
def test_what_is_unclear_is_asked_whatever_its_score(
    conn: Connection, relation: str, score: float
) -> None:
    put_links(conn, [proposed("one", relation, score)])
    assert waiting(conn) == {relation: 1}


def test_what_an_article_surely_tells_is_never_asked(conn: Connection) -> None:
    put_links(conn, [proposed("one", "tells", 0.1)])
    assert waiting(conn) == {}
    assert next_proposal(conn, KNOWN) is None
    assert next_proposal(conn, KNOWN, relation="tells") is None


ORDERED = list(ASKED)


@pytest.mark.parametrize(("first", "second"), list(pairwise(ORDERED)))
def test_relations_come_in_their_order_however_unsure_the_later(
    conn: Connection, first: str, second: str
) -> None:
    put_links(conn, [proposed("one", second, 0.1), proposed("two", first, 0.7)])
    found = next_proposal(conn, KNOWN)
    assert found is not None
    assert found.link.relation == first
    chosen = next_proposal(conn, KNOWN, relation=second)
    assert chosen is not None
    assert chosen.link.relation == second
    assert list(waiting(conn)) == [first, second]


def test_the_least_sure_first_and_of_equals_the_first_id(conn: Connection) -> None:
    links = [proposed(str(n), "same-actor", score) for n, score in enumerate([0.6, 0.4, 0.9, 0.4])]
    put_links(conn, links)
    order = []
    while found := next_proposal(conn, KNOWN):
        order.append(found.link)
        decide(conn, found.link.id, "yes")
    assert order == sorted(links, key=lambda one: (one.score, one.id))
    assert waiting(conn) == {}
    assert reviewed(conn) == {"yes": 4}


ANSWERS: list[Any] = [
    pytest.param(["yes"], {"yes": 1}, id="yes"),
    pytest.param(["no"], {"no": 1}, id="no"),
    pytest.param(["unsure"], {"unsure": 1}, id="unsure"),
    pytest.param(["yes", "no"], {"no": 1}, id="a later verdict replaces an earlier"),
    pytest.param(["no", "yes"], {"yes": 1}, id="and a no may be taken back by a yes"),
    pytest.param(["unsure", "unsure"], {"unsure": 1}, id="the same twice is one"),
]


@pytest.mark.parametrize(("answers", "counted"), ANSWERS)
def test_an_answer_is_counted_and_the_link_waits_no_more(
    conn: Connection, answers: list[Any], counted: dict[str, int]
) -> None:
    links = [proposed("one", "same-meeting", 0.5), proposed("two", "same-meeting", 0.6)]
    put_links(conn, links)
    for answer in answers:
        assert decide(conn, links[0].id, answer) == links[0]
    assert reviewed(conn) == counted
    assert waiting(conn) == {"same-meeting": 1}
    put_links(conn, links)
    assert waiting(conn) == {"same-meeting": 1}
    found = next_proposal(conn, KNOWN)
    assert found is not None
    assert found.link == links[1]


def test_a_link_that_a_reader_made_is_not_asked_about(conn: Connection) -> None:
    put_links(conn, [proposed("one", "same-actor", 0.5, decided_by="reader")])
    assert waiting(conn) == {}


@pytest.mark.parametrize(("many", "shown"), [(1, 1), (999, 999), (1000, 1000), (1003, 1000)])
def test_it_is_counted_to_a_thousand(conn: Connection, many: int, shown: int) -> None:
    put_links(conn, [proposed(str(n), "same-text", 0.5) for n in range(many)])
    assert waiting(conn) == {"same-text": shown}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_database(archive_at(tmp_path_factory.mktemp("a") / "a.db"), create=False)
    with database.read() as connection:
        yield connection
    database.close()


ROWS: list[Any] = [
    *((of.meetings[0], of) for of in (POST, GLOBE, REPRINT, LATER)),
    *((row, POST) for row in (*POST.statements, *POST.positions, *POST.forecasts)),
    *((row, GLOBE) for row in GLOBE.statements),
    *((row, LATER) for row in (*LATER.statements, *LATER.events)),
    *((row, OTHER) for row in OTHER.statements),
]


@pytest.mark.parametrize(("row", "of"), ROWS, ids=[row.id[:18] for row, _ in ROWS])
def test_a_row_is_shown_by_its_sentence(small: Connection, row: Any, of: Any) -> None:
    found = end_of(small, KNOWN, row.id)
    start, end = of.sentences[row.sentence - 1]
    assert found.words == " ".join(of.article.text[start:end].split())
    assert found.ref is not None
    assert (found.ref.article, found.ref.sentence) == (of.article.id, row.sentence)
    assert found.article is not None
    assert (found.article.id, found.article.title) == (of.article.id, of.article.title)
    assert (found.id, found.name) == (row.id, "")


@pytest.mark.parametrize("of", [POST, GLOBE, REPRINT, LATER, OTHER], ids=lambda of: of.article.path)
def test_an_article_is_shown_by_its_headline(small: Connection, of: Any) -> None:
    found = end_of(small, KNOWN, of.article.id)
    assert (found.words, found.name) == (of.article.title, "")
    assert found.ref is not None
    assert found.ref.sentence == 1


GONE = [
    "article:gone", "statement:gone", "meeting:gone", "position:gone", "forecast:gone", "event:gone",
    "story:gone", "local:gone", "person:gone", "state:XYZ", "", "nonsense",
]  # fmt: skip


@pytest.mark.parametrize("id", GONE)
def test_what_is_gone_is_shown_by_its_id(small: Connection, id: str) -> None:
    found = end_of(small, KNOWN, id)
    assert found.id == id
    assert found.name in (id, "")
    assert (found.words, found.ref, found.article) == ("", None, None)


ENDS: list[Any] = [
    (POST.meetings[0].id, GLOBE.meetings[0].id, [POST, GLOBE]),
    (POST.article.id, REPRINT.article.id, [POST, REPRINT]),
    (POST.article.id, "story:any", [POST]),
    ("local:ada", "local:ada-2", [POST, GLOBE]),
    ("local:ada", "person:john-kerry", [POST]),
    (POST.meetings[0].id, POST.statements[0].id, [POST]),
    (POST.forecasts[0].id, LATER.events[0].id, [POST, LATER]),
    ("person:john-kerry", "state:USA", []),
    ("meeting:gone", "event:gone", []),
]


@pytest.mark.parametrize(("left", "right", "of"), ENDS)
def test_the_articles_behind_both_ends(small: Connection, left: str, right: str, of: Any) -> None:
    link = made.link(left, right)
    assert articles_of(small, link) == [one.article.id for one in of]
    found = proposal_of(small, KNOWN, link)
    assert (found.left.id, found.right.id) == (left, right)
