"""Statements as a database of the Discourse Network Analyzer, read back as that program reads it."""

from __future__ import annotations

import dataclasses
import sqlite3
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from detente.export.dna import coded, counted, write_dna
from detente.export.dna_tables import PASSWORD, password_digest
from detente.records import Article, Evidence, Participant, Position, Statement, When
from tests.factories import article_of
from tests.unit.query import factories as made

STATES = {"USA": "United States", "RUS": "Russia"}
ISSUES = {"issue:syria": "Syria", "issue:missile-defence": "Missile defence"}
POST = made.post()
LAVROV_SAID = POST.statements[2]
TABLES = {
    "SETTINGS", "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "VARIABLELINKS", "REGEXES",
    "CODERRELATIONS", "STATEMENTS", "DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT",
    "ENTITIES", "ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES",
}  # fmt: skip


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    try:
        yield conn
    finally:
        conn.close()


def written(path: Path, *rows: tuple[Statement, Article], positions: tuple[Position, ...] = ()) -> Path:
    write_dna(path, [(rows, positions)], STATES, ISSUES)
    return path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [(row, of.article) for of in made.extractions() for row in of.statements]
    positions = tuple(row for of in made.extractions() for row in of.positions)
    return written(tmp_path_factory.mktemp("dna") / "made.dna", *rows, positions=positions)


def java(text: str, start: int, stop: int) -> str:
    """Return a substring as Java's `String.substring` gives it: places are UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * stop].decode("utf-16-le", "surrogatepass")


def test_it_has_the_tables(demo: Path) -> None:
    with opened(demo) as conn:
        found = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert found == TABLES
        assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_statement_lies_where_its_words_are(demo: Path) -> None:
    said = {row.id: row.content for of in made.extractions() for row in of.statements}
    query = """
        SELECT s.Start, s.Stop, d.Text, l.Value AS note FROM STATEMENTS s
        JOIN DOCUMENTS d ON d.ID = s.DocumentId JOIN DATALONGTEXT l ON l.StatementId = s.ID
    """
    with opened(demo) as conn:
        rows = conn.execute(query).fetchall()
    assert len(rows) >= len(said)
    for row in rows:
        assert java(row["Text"], row["Start"], row["Stop"]) == said[row["note"].split(";")[0]]


def values(conn: sqlite3.Connection, statement: int) -> dict[str, Any]:
    """Return what the program shows of a statement."""
    query = """
        SELECT v.Variable AS name, e.Value AS value FROM DATASHORTTEXT t
        JOIN VARIABLES v ON v.ID = t.VariableId JOIN ENTITIES e ON e.ID = t.Entity
        WHERE t.StatementId = ? AND e.VariableId = v.ID
        UNION SELECT v.Variable, b.Value FROM DATABOOLEAN b JOIN VARIABLES v ON v.ID = b.VariableId
        WHERE b.StatementId = ?
    """
    return {row["name"]: row["value"] for row in conn.execute(query, (statement, statement))}


def test_a_statement_has_its_four_variables(tmp_path: Path) -> None:
    with opened(written(tmp_path / "a.dna", (LAVROV_SAID, POST.article))) as conn:
        assert values(conn, 1) == {
            "person": "Sergei Lavrov", "organization": "Russia", "concept": "Syria", "agreement": 1,
        }  # fmt: skip


def test_the_document(tmp_path: Path) -> None:
    article = dataclasses.replace(
        POST.article, authors=("Ann Alpha", "Ben Beta"), url="https://a.example"
    )
    with opened(written(tmp_path / "a.dna", (LAVROV_SAID, article))) as conn:
        (row,) = conn.execute("SELECT * FROM DOCUMENTS").fetchall()
    assert (row["Title"], row["Author"], row["Source"]) == (
        "Kerry and Lavrov meet in Berlin", "Ann Alpha; Ben Beta", "The Daily Example",
    )  # fmt: skip
    assert row["Text"] == article.text
    assert row["Date"] == 1361836800  # 2013-02-26, midnight in UTC
    assert row["Notes"] == f"{article.id}; https://a.example"


@pytest.mark.parametrize(
    ("when", "seconds"),
    [
        (made.day("1970-01-02"), 86400),
        (When(date(2013, 2, 1), date(2013, 2, 28), "month"), 1359676800),
        (When(None, date(1969, 12, 31), "range"), -86400),
        (When(), 0),
    ],
)
def test_days_of_documents(when: When, seconds: int, tmp_path: Path) -> None:
    article = dataclasses.replace(POST.article, published=when)
    with opened(written(tmp_path / "a.dna", (LAVROV_SAID, article))) as conn:
        (row,) = conn.execute("SELECT Date, Notes FROM DOCUMENTS").fetchall()
    assert row["Date"] == seconds
    assert ("day of publication is not known" in row["Notes"]) == (not when.known)


def position(polarity: Any, issue: str = "issue:syria", statement: str = LAVROV_SAID.id) -> Position:
    row = POST.positions[0]
    return dataclasses.replace(row, polarity=polarity, issue=issue, statement=statement)


def code(row: Statement, *held: Position) -> list[Any]:
    return list(coded(row, POST.article, held, STATES, ISSUES))


@pytest.mark.parametrize(
    ("polarity", "agreement", "note"),
    [
        ("for", True, "agreement was read (for)"),
        ("against", False, "agreement was read (against)"),
        ("mixed", True, "agreement was not read (mixed)"),
        ("unclear", True, "agreement was not read (unclear)"),
    ],
)
def test_agreement_is_that_of_the_position(polarity: str, agreement: bool, note: str) -> None:
    (one,) = code(LAVROV_SAID, position(polarity))
    assert one.agreement is agreement
    assert one.note == f"{LAVROV_SAID.id}; {note}"


def test_without_a_position_the_note_says_that_nothing_was_read() -> None:
    (one,) = code(LAVROV_SAID)
    assert one.note.endswith("agreement was not read")


def test_a_statement_on_two_issues_is_coded_twice() -> None:
    row = dataclasses.replace(LAVROV_SAID, issues=("issue:syria", "issue:missile-defence"))
    found = code(row, position("against", "issue:missile-defence"))
    assert [(one.concept, one.agreement) for one in found] == [
        ("Syria", True),
        ("Missile defence", False),
    ]
    assert [one.start for one in found] == [found[0].start] * 2


@pytest.mark.parametrize(
    ("issues", "held", "concepts"),
    [
        ((), (), [""]),
        ((), ("issue:syria",), ["Syria"]),
        (("issue:syria",), ("issue:syria",), ["Syria"]),
        (("issue:of-no-table",), (), ["of-no-table"]),
    ],
)
def test_concepts(issues: tuple[str, ...], held: tuple[str, ...], concepts: list[str]) -> None:
    row = dataclasses.replace(LAVROV_SAID, issues=issues)
    found = code(row, *(position("for", issue) for issue in held))
    assert [one.concept for one in found] == concepts


@pytest.mark.parametrize(
    ("speaker", "person", "organization"),
    [
        (made.LAVROV, "Sergei Lavrov", "Russia"),
        (made.RUSSIA, "", "Russia"),
        (made.SAMPLE, "Ada Sample", ""),
        (made.NOBODY, "", ""),
        (Participant("NATO", "NATO", "organisation:nato", "organisation"), "", "NATO"),
        (Participant("officials", "officials", None, "anonymous", "USA"), "officials", "United States"),
        (Participant("x", "x", None, "person", "XKX"), "x", "XKX"),
    ],
)
def test_speakers(speaker: Participant, person: str, organization: str) -> None:
    (one,) = code(dataclasses.replace(LAVROV_SAID, speaker=speaker))
    assert (one.person, one.organization) == (person, organization)


def test_the_range_is_that_of_what_was_said_from_first_to_last() -> None:
    parts = (
        Evidence(0, 90, "x", "row", 1),
        Evidence(60, 70, "x", "content", 1),
        Evidence(20, 30, "x", "content", 1),
        Evidence(5, 9, "x", "speaker", 1),
    )
    (one,) = code(dataclasses.replace(LAVROV_SAID, evidence=parts))
    assert (one.start, one.stop) == (20, 70)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words of Lavrov.",
        "Ünïcödé “quotes” and words of Lavrov.",
        "😀 before, 🇷🇺 and after: words of Lavrov 😀.",
        "line\r\nbreaks\r\nof Windows, words of Lavrov",
        "x\n\n\ty words of Lavrov",
    ],
)
def test_places_are_counted_as_java_counts_them(text: str, tmp_path: Path) -> None:
    article = article_of(text, published=date(2013, 2, 26))
    start = article.text.index("words")
    stop = start + len("words of Lavrov")
    row = dataclasses.replace(
        LAVROV_SAID,
        article=article.id,
        evidence=(Evidence(start, stop, article.text[start:stop], "content", 1),),
    )
    with opened(written(tmp_path / "a.dna", (row, article))) as conn:
        (found,) = conn.execute(
            "SELECT Start, Stop, Text FROM STATEMENTS JOIN DOCUMENTS ON DOCUMENTS.ID = DocumentId"
        ).fetchall()
    assert java(found["Text"], found["Start"], found["Stop"]) == "words of Lavrov"
    assert "\r" not in found["Text"]


@pytest.mark.parametrize(
    ("text", "place", "number"), [("abc", 0, 0), ("a\U0001f600b", 2, 3), ("", 0, 0)]
)
def test_counted(text: str, place: int, number: int) -> None:
    assert counted(text, place) == number


def test_names_and_titles_are_short_enough_and_on_one_line(tmp_path: Path) -> None:
    long = "word \n " * 100
    article = dataclasses.replace(POST.article, title=long, outlet=long, authors=(long,))
    row = dataclasses.replace(LAVROV_SAID, speaker=Participant(long, long, None, "person"))
    with opened(written(tmp_path / "a.dna", (row, article))) as conn:
        (document,) = conn.execute("SELECT Title, Author, Source FROM DOCUMENTS").fetchall()
        names = [entity["Value"] for entity in conn.execute("SELECT Value FROM ENTITIES")]
    for text in (*document, *names):
        assert len(text) <= 190
        assert "\n" not in text
    assert document["Title"].endswith("…")


def test_an_article_is_one_document_and_a_name_one_entity(demo: Path) -> None:
    with opened(demo) as conn:
        names = conn.execute("SELECT VariableId, Value FROM ENTITIES").fetchall()
        titles = conn.execute("SELECT Notes FROM DOCUMENTS").fetchall()
    assert len({tuple(row) for row in names}) == len(names)
    assert len({tuple(row) for row in titles}) == len(titles)


def test_entities_have_their_attributes(tmp_path: Path) -> None:
    query = """
        SELECT a.AttributeVariable, v.AttributeValue FROM ATTRIBUTEVALUES v
        JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId
        JOIN ENTITIES e ON e.ID = v.EntityId WHERE e.Value = 'Sergei Lavrov' ORDER BY a.ID
    """
    with opened(written(tmp_path / "a.dna", (LAVROV_SAID, POST.article))) as conn:
        assert [tuple(row) for row in conn.execute(query)] == [
            ("Type", "Foreign Minister"), ("Alias", ""), ("Notes", ""),
        ]  # fmt: skip


def test_addresses_are_withheld_and_ranges_still_hold(tmp_path: Path) -> None:
    text = "By Ann (ann@example.org). Lavrov said the mood was better."
    article = article_of(text)
    start = text.index("the mood")
    row = dataclasses.replace(
        LAVROV_SAID, evidence=(Evidence(start, len(text) - 1, text[start:-1], "content", 2),)
    )
    with opened(written(tmp_path / "a.dna", (row, article))) as conn:
        (found,) = conn.execute(
            "SELECT Start, Stop, Text FROM STATEMENTS JOIN DOCUMENTS ON DOCUMENTS.ID = DocumentId"
        ).fetchall()
    assert "@" not in found["Text"]
    assert found["Text"][found["Start"] : found["Stop"]] == "the mood was better"


def test_the_password_opens_it(demo: Path) -> None:
    """As Jasypt's StrongPasswordEncryptor checks one: salt first, then 100,000 rounds."""
    with opened(demo) as conn:
        (kept,) = conn.execute("SELECT Password FROM CODERS WHERE Name = 'Admin'").fetchone()
    raw = b64decode(kept)
    salt, digest = raw[:16], raw[16:]
    found = salt + PASSWORD.encode()
    for _ in range(100_000):
        found = sha256(found).digest()
    assert (len(digest), found) == (32, digest)
    assert password_digest("another", rounds=2) != password_digest(PASSWORD, rounds=2)


def test_the_same_rows_give_the_same_tables(tmp_path: Path) -> None:
    dumps = []
    for name in ("a.dna", "b.dna"):
        with opened(written(tmp_path / name, (LAVROV_SAID, POST.article))) as conn:
            dumps.append(list(conn.iterdump()))
    assert dumps[0] == dumps[1]


def test_no_statements_are_an_empty_database(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    assert write_dna(path, [], STATES, ISSUES) == 0
    with opened(path) as conn:
        assert conn.execute("SELECT COUNT(*) FROM DOCUMENTS").fetchone()[0] == 0
        assert conn.execute("SELECT COUNT(*) FROM VARIABLES").fetchone()[0] == 5


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    path.write_text("something else")
    written(path, (LAVROV_SAID, POST.article))
    with opened(path) as conn:
        assert conn.execute("SELECT COUNT(*) FROM STATEMENTS").fetchone()[0] == 1
    assert [one.name for one in tmp_path.iterdir()] == ["a.dna"]
