"""Conditions on words and marks find entries, in either database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.engine import Connection

from detente.records import Extraction
from detente.store import add_articles, drop_rows, encode, open_database, put
from detente.store.entries import entry, heading, searched
from detente.store.search import (
    Every,
    Marked,
    Node,
    Phrase,
    Some,
    Without,
    day_marks,
    match_of,
    matching,
    period_marks,
    unaccented,
)
from tests.factories import article_of
from tests.unit.store.records import sample_article, sample_extraction


def sentences(*words: str) -> Extraction:
    article = article_of(*words)
    return Extraction(article, tuple((line.start, line.end) for line in article.lines))


def word(*words: str, begins: bool = False) -> Phrase:
    return Phrase(words, begins)


TEXTS = (
    "Missile defence was on the agenda.",
    "The agenda had no missile on it, and no defence.",
    "Genève is where they meet; the café was closed.",
    "Nothing was said.",
)
PLAIN = tuple(unaccented(text) for text in TEXTS)
FOUND: list[tuple[str, Node, set[int]]] = [
    ("a word", word("missile"), {0, 1}),
    ("another form of it", word("missiles"), {0, 1}),
    ("words in a row", word("missile", "defence"), {0}),
    ("the other way round", word("defence", "missile"), set()),
    ("all of several", Every((word("agenda"), word("defence"))), {0, 1}),
    ("one of several", Some((word("closed"), word("said"))), {2, 3}),
    ("without", Every((word("missile"), Without(word("nothing")), Without(word("had")))), {0}),
    ("nothing but without", Without(word("agenda")), {2, 3}),
    ("without, among others", Some((word("closed"), Without(word("agenda")))), {2, 3}),
    ("everything", Every(()), {0, 1, 2, 3}),
    ("the beginning of a word", word("genev", begins=True), {2}),
    ("capitals", word("AGENDA"), {0, 1}),
    ("no such word", word("sanction"), set()),
    ("no mark", Every((word("agenda"), Marked(()))), set()),
    ("a mark is no word of the text", word("any"), set()),
    ("the mark of all", Marked(("any",)), {0, 1, 2, 3}),
    ("a day that is not known", Marked(("hnone", "hy2013")), {0, 1, 2, 3}),
    ("another year", Marked(("hy2014",)), set()),
    ("deep", Every((Some((word("missile"), word("cafe"))), Without(Every((word("no"),))))), {0, 2}),
]


def put_texts(conn: Connection) -> None:
    """Write an article of each text."""
    found = [sentences(text) for text in TEXTS]
    add_articles(conn, [one.article for one in found])
    put(conn, [encode(one) for one in found], "1")


def texts_found(conn: Connection, node: Node) -> set[int]:
    """Return which of the texts fulfil a condition."""
    chosen = sa.select(searched.c.words).where(searched.c.n.in_(matching(conn, node)))
    return {PLAIN.index(words) for words in conn.scalars(chosen)}


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("search") / "a.db"
    database = open_database(path)
    with database.write() as writing:
        put_texts(writing)
    with database.read() as reading:
        yield reading
    database.close()


@pytest.mark.parametrize(
    ("node", "found"), [pytest.param(node, found, id=name) for name, node, found in FOUND]
)
def test_conditions(conn: Connection, node: Node, found: set[int]) -> None:
    assert texts_found(conn, node) == found


def test_accents_are_no_difference(conn: Connection) -> None:
    assert texts_found(conn, word("geneve")) == texts_found(conn, word("cafe")) == {2}


def test_a_row_is_found_by_its_words_and_its_names(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    extraction = sample_extraction(sample_article())
    with database.write() as conn:
        add_articles(conn, [extraction.article])
        put(conn, [encode(extraction)], "1")

        def kinds(node: Node) -> set[str]:
            return set(conn.scalars(sa.select(entry.c.kind).where(entry.c.n.in_(matching(conn, node)))))

        said = extraction.statements[0]
        assert kinds(word(*said.content.split()[:1])) >= {"statement", "article"}
        assert "statement" in kinds(word(*said.speaker.name.split()))
        assert "event" not in kinds(Every(()))
    database.close()


def test_marks_are_headings_and_days(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    extraction = sample_extraction(sample_article())
    with database.write() as conn:
        add_articles(conn, [extraction.article])
        put(conn, [encode(extraction)], "1")
        number = conn.scalar(
            sa.select(heading.c.id).where(heading.c.kind == "article", heading.c.field == "outlet")
        )
        node = Every((Marked((f"h{number}",)), Marked(("rm201305",)), Marked(("hd20130508",))))
        kinds = set(conn.scalars(sa.select(entry.c.kind).where(entry.c.n.in_(matching(conn, node)))))
        assert kinds == {"article"}
    database.close()


def test_what_is_deleted_is_found_no_more(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    one = sample_extraction(sample_article())
    with database.write() as conn:
        add_articles(conn, [one.article])
        put(conn, [encode(one)], "1")
        put(conn, [encode(one)], "2")
        before = set(conn.scalars(matching(conn, Every(()))))
        drop_rows(conn, [one.article.id])
        after = set(conn.scalars(matching(conn, Every(()))))
        assert len(before) > len(after) == 1
        conn.exec_driver_sql("INSERT INTO searched_text(searched_text) VALUES('integrity-check')")
    database.close()


@pytest.mark.parametrize(
    ("node", "expression"),
    [
        (word("U", "S"), 'words : "U S"'),
        (word("iran", begins=True), 'words : "iran" *'),
        (Marked(("h1",)), 'marks : ("h1")'),
        (Marked(()), 'marks : ("none")'),
        (Without(word("a")), '(marks : "any" NOT words : "a")'),
        (Some((word("a"), word("b"))), '(words : "a" OR words : "b")'),
        (Every((word("a"),)), 'words : "a"'),
    ],
)
def test_what_is_asked_of_the_index(node: Node, expression: str) -> None:
    assert match_of(node) == expression


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        pytest.param("2013-05-07", "2013-05-07", ["hd20130507"], id="a day"),
        pytest.param("2013-05-01", "2013-05-31", ["hm201305"], id="a month"),
        pytest.param("2012-02-01", "2012-02-29", ["hm201202"], id="a leap month"),
        pytest.param("2013-01-01", "2013-12-31", ["hy2013"], id="a year"),
        pytest.param("2012-12-31", "2013-02-01", ["hd20121231", "hm201301", "hd20130201"], id="over"),
        pytest.param("2013-05-07", "2013-05-06", [], id="nothing"),
        pytest.param("9999-12-01", "9999-12-31", ["hm999912"], id="the end of time"),
    ],
)
def test_the_marks_of_a_period(first: str, last: str, marks: list[str]) -> None:
    assert list(period_marks("h", date.fromisoformat(first), date.fromisoformat(last))) == marks


@given(
    first=st.dates(date(2010, 1, 1), date(2016, 1, 1)),
    days=st.integers(0, 900),
    other=st.dates(date(2009, 1, 1), date(2019, 1, 1)),
)
def test_a_day_has_a_mark_of_a_period_when_it_lies_in_it(first: date, days: int, other: date) -> None:
    last = first + timedelta(days=days)
    number = other.year * 10_000 + other.month * 100 + other.day
    held = set(day_marks("h", number)) & set(period_marks("h", first, last))
    assert len(held) == (first <= other <= last)
