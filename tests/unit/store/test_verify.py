"""Verify finds every row whose words are not where they are said to be, and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from detente.records import Extraction
from detente.store import Database, add_articles, encode, open_database, put, tables, verify
from tests.unit.store.records import sample_article, sample_extraction


@pytest.fixture
def extraction() -> Extraction:
    return sample_extraction(sample_article())


@pytest.fixture
def database(tmp_path: Path, extraction: Extraction) -> Iterator[Database]:
    opened = open_database(tmp_path / "a.db")
    with opened.write() as conn:
        add_articles(conn, [extraction.article])
        put(conn, [encode(extraction)], "1")
    yield opened
    opened.close()


def problems(database: Database) -> list[tuple[str, str]]:
    with database.read() as conn:
        return [(problem.row_id, problem.what) for problem in verify(conn)]


def change(database: Database, statement: sa.Executable) -> None:
    with database.write() as conn:
        conn.execute(statement)


def test_a_sound_archive_has_no_problem(database: Database) -> None:
    assert problems(database) == []


def test_a_text_that_was_changed(database: Database, extraction: Extraction) -> None:
    text = extraction.article.text.replace("Boris", "Bruno")
    change(database, sa.update(tables.article).values(text=text))
    found = problems(database)
    assert (extraction.article.id, "its text is not the text that was stored") in found
    assert any(row_id == extraction.meetings[0].id for row_id, _ in found)
    assert not any(row_id == extraction.mentions[0].id for row_id, _ in found)


@pytest.mark.parametrize("column", ["start", "end"])
def test_a_range_that_was_moved(database: Database, extraction: Extraction, column: str) -> None:
    key = extraction.mentions[0].id
    table = tables.evidence
    moved = sa.update(table).where(table.c.row_id == key).values({column: table.c[column] + 1})
    change(database, moved)
    assert ("are not its words" in what for row_id, what in problems(database) if row_id == key)
    assert {row_id for row_id, _ in problems(database)} == {key}


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (0, 10**6)])
def test_a_range_outside_the_text(
    database: Database, extraction: Extraction, start: int, end: int
) -> None:
    key = extraction.meetings[0].id
    table = tables.evidence
    change(database, sa.update(table).where(table.c.row_id == key).values(start=start, end=end))
    assert [row_id for row_id, _ in problems(database)] == [key]


def test_a_row_without_evidence(database: Database, extraction: Extraction) -> None:
    key = extraction.forecasts[0].id
    change(database, sa.delete(tables.evidence).where(tables.evidence.c.row_id == key))
    assert problems(database) == [(key, "it has no evidence")]


@pytest.mark.parametrize(
    ("table", "column"),
    [(tables.statement, "content"), (tables.mention, "text")],
    ids=["said", "named"],
)
def test_words_that_no_evidence_has(database: Database, table: sa.Table, column: str) -> None:
    change(database, sa.update(table).values({column: "something else"}))
    assert [what for _, what in problems(database)] == ["its evidence does not say 'something else'"]


def test_words_of_a_repaired_line_are_its_words(database: Database, extraction: Extraction) -> None:
    content = extraction.statements[0].content.replace(" ", "\n ")
    change(database, sa.update(tables.statement).values(content=content))
    assert problems(database) == []


def test_a_problem_names_the_row_and_the_page(database: Database, extraction: Extraction) -> None:
    change(database, sa.delete(tables.evidence))
    with database.read() as conn:
        told = [str(problem) for problem in verify(conn)]
    assert len(told) == 6
    assert all("of sample-1.txt: it has no evidence" in line for line in told)


def test_only_what_is_wrong_is_told(tmp_path: Path, extraction: Extraction) -> None:
    database = open_database(tmp_path / "b.db")
    others = [sample_extraction(sample_article(n)) for n in range(2, 6)]
    with database.write() as conn:
        add_articles(conn, [one.article for one in (extraction, *others)])
        put(conn, [encode(one) for one in (extraction, *others)], "1")
    key = others[2].events[0].id
    table = tables.evidence
    change(database, sa.update(table).where(table.c.row_id == key).values(sha="0" * 16))
    assert {row_id for row_id, _ in problems(database)} == {key}
    database.close()


def test_a_rewritten_row_is_dropped_with_its_evidence(
    database: Database, extraction: Extraction
) -> None:
    with database.write() as conn:
        put(conn, [encode(dataclasses.replace(extraction, events=()))], "2")
    assert problems(database) == []
