"""A reader's words find sentences and statements, and no input is a syntax error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from detente.records import Extraction
from detente.store import add_articles, drop_rows, encode, open_database, put, search
from detente.store.search import match_expression
from tests.factories import article_of
from tests.unit.store.records import SECOND, sample_article, sample_extraction


def sentences(*words: str) -> Extraction:
    article = article_of(*words)
    return Extraction(article, tuple((line.start, line.end) for line in article.lines))


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("search") / "a.db"
    database = open_database(path)
    extractions = [
        sample_extraction(sample_article()),
        sentences(
            "Missile defence was on the agenda.",
            "The agenda had no missile on it, and no defence.",
            "Genève is where they meet; the café was closed.",
        ),
    ]
    with database.write() as writing:
        add_articles(writing, [one.article for one in extractions])
        put(writing, [encode(one) for one in extractions], "1")
    with database.read() as reading:
        yield reading
    database.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("missile", 2),
        ('"missile defence"', 1),
        ("missiles", 2),
        ("agenda -on", 0),
        ("agenda -was", 1),
        ("missile OR Syria", 3),
        ("GENEVE", 1),
        ("Genev*", 2),
        ("cafe closed", 1),
        ("no-such-word", 0),
        ("", 0),
        ("?!", 0),
        ('"', 0),
        ("-missile", 0),
        ("OR", 0),
        ("OR missile", 2),
        ("text:missile", 0),
        ("missile NEAR(defence)", 0),
        ("missile AND", 1),
        ("(missile", 2),
        ("missile'; DROP TABLE article", 0),
        ('"unclosed missile', 0),
    ],
)
def test_words_find_sentences(conn: Connection, words: str, found: int) -> None:
    assert len(search(conn, words)) == found


def test_a_hit_is_the_words_where_they_are(conn: Connection) -> None:
    hit = search(conn, "Syria")[0]
    article = sample_article()
    assert (hit.article, hit.kind, hit.row_id, hit.sentence) == (article.id, "sentence", None, 2)
    assert article.text[hit.start : hit.end] == hit.text == SECOND


def test_a_statement_is_found_by_its_content(conn: Connection) -> None:
    extraction = sample_extraction(sample_article())
    hits = search(conn, "useful", kind="statement")
    assert [hit.row_id for hit in hits] == [extraction.statements[0].id]
    assert hits[0].text == extraction.statements[0].content
    assert len(search(conn, "useful", kind=None)) == 2


def test_the_best_comes_first(conn: Connection) -> None:
    ranks = [hit.rank for hit in search(conn, "missile agenda", kind=None)]
    assert ranks == sorted(ranks, reverse=True)


def test_limit_and_article(conn: Connection) -> None:
    assert len(search(conn, "missile", limit=1)) == 1
    assert search(conn, "missile", article=sample_article().id) == []


def test_what_is_deleted_is_found_no_more(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    one, two = sentences("A treaty on grain."), sentences("A treaty on fish.")
    with database.write() as writing:
        add_articles(writing, [one.article, two.article])
        put(writing, [encode(one), encode(two)], "1")
        put(writing, [encode(one)], "2")
        assert len(search(writing, "treaty")) == 2
        drop_rows(writing, [one.article.id])
        assert [hit.article for hit in search(writing, "treaty")] == [two.article.id]
        writing.exec_driver_sql("INSERT INTO passage_text(passage_text) VALUES('integrity-check')")
    database.close()


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("a b", '("a" AND "b")'),
        ("-a", None),
        ("a -b*", '("a" NOT "b"*)'),
        ("a OR -b OR c", '("a") OR ("c")'),
        ("U.S.", '("U S")'),
        ('"a ""b', '("a" AND "b")'),
    ],
)
def test_what_is_asked_of_the_index(words: str, expression: str | None) -> None:
    assert match_expression(words) == expression
