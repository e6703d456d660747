"""What is written comes back; writing twice changes nothing; a rebuild replaces."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from detente.errors import EvidenceError
from detente.records import (
    Actor,
    Article,
    Event,
    Evidence,
    Extraction,
    Forecast,
    Link,
    Meeting,
    Mention,
    Position,
    Statement,
    When,
)
from detente.store import (
    LINK,
    Database,
    add_articles,
    counts,
    drop_rows,
    encode,
    failures,
    load,
    load_articles_as_read,
    load_ids,
    note,
    open_database,
    pending,
    put,
    put_links,
    sentences_of,
    tables,
    unlinked,
)
from tests.unit.store.records import sample_article, sample_extraction

KINDS: dict[str, type] = {
    "mentions": Mention,
    "statements": Statement,
    "meetings": Meeting,
    "events": Event,
    "positions": Position,
    "forecasts": Forecast,
    "actors": Actor,
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "a.db")
    yield opened
    opened.close()


def stored(database: Database, *extractions: Extraction, version: str = "1") -> None:
    with database.write() as conn:
        add_articles(conn, [one.article for one in extractions])
        put(conn, [encode(one) for one in extractions], version)


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every table as it stands, passages without their running numbers."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with database.read() as conn:
        for name, table in tables.metadata.tables.items():
            if name == "meta":  # it counts writes
                continue
            columns = [column for column in table.c if (name, column.name) != ("passage", "id")]
            rows = [tuple(map(repr, row)) for row in conn.execute(sa.select(*columns))]
            found[name] = sorted(rows)
    return found


@pytest.mark.parametrize("field", KINDS)
def test_every_kind_comes_back(database: Database, field: str) -> None:
    extraction = sample_extraction(sample_article())
    stored(database, extraction)
    with database.read() as conn:
        assert tuple(load(conn, KINDS[field])) == getattr(extraction, field)


def test_an_article_comes_back(database: Database) -> None:
    article = sample_article()
    words = article.text[:5]
    article = dataclasses.replace(
        article, cut_off=True, cut_off_evidence=Evidence(0, 5, words), authors=("Ann Example",)
    )
    with database.write() as conn:
        assert add_articles(conn, [article]) == [article.id]
    with database.read() as conn:
        assert load(conn, Article) == [article]


def test_the_evidence_of_a_cut_survives_a_rebuild(database: Database) -> None:
    article = sample_article()
    cut = Evidence(0, 5, article.text[:5])
    article = dataclasses.replace(article, cut_off=True, cut_off_evidence=cut)
    stored(database, sample_extraction(article))
    stored(database, sample_extraction(article), version="2")
    with database.read() as conn:
        assert load(conn, Article)[0].cut_off_evidence == cut


def test_adding_twice_changes_nothing(database: Database) -> None:
    articles = [sample_article(1), sample_article(2)]
    with database.write() as conn:
        add_articles(conn, articles)
    before = contents(database)
    with database.write() as conn:
        moved = dataclasses.replace(articles[0], path="elsewhere.txt")
        assert add_articles(conn, [moved, *articles]) == []
    assert contents(database) == before


def test_building_twice_changes_nothing(database: Database) -> None:
    extractions = [sample_extraction(sample_article(n)) for n in (1, 2)]
    stored(database, *extractions)
    before = contents(database)
    stored(database, *reversed(extractions))
    after = contents(database)
    assert after["work"] != before["work"]  # one more attempt
    assert {name: rows for name, rows in after.items() if name != "work"} == {
        name: rows for name, rows in before.items() if name != "work"
    }


def test_a_rebuild_leaves_nothing_of_the_old_rows(database: Database) -> None:
    full = sample_extraction(sample_article())
    other = sample_extraction(sample_article(2))
    stored(database, full, other)
    empty = Extraction(full.article, full.sentences)
    stored(database, empty, version="2")
    with database.read() as conn:
        for kind in KINDS.values():
            assert {row.article for row in load(conn, kind)} == {other.article.id}  # type: ignore[attr-defined]
        for name in ("evidence", "participant", "row_issue"):
            column = tables.metadata.tables[name].c.article
            assert set(conn.scalars(sa.select(column))) == {other.article.id}
        assert sentences_of(conn, full.article.id) == full.sentences


def test_a_row_told_twice_is_kept_once(database: Database) -> None:
    extraction = sample_extraction(sample_article())
    stored(database, dataclasses.replace(extraction, meetings=extraction.meetings * 2))
    with database.read() as conn:
        assert load(conn, Meeting) == list(extraction.meetings)


@pytest.mark.parametrize(
    "evidence",
    [
        (),
        (Evidence(0, 5, "wrong"),),
        (Evidence(0, 0, ""),),
        (Evidence(-3, 5, "x"),),
        (Evidence(0, 10**9, "x"),),
    ],
    ids=["none", "other words", "empty", "before the text", "after the text"],
)
def test_a_row_whose_words_are_not_there_is_refused(evidence: tuple[Evidence, ...]) -> None:
    extraction = sample_extraction(sample_article())
    wrong = dataclasses.replace(extraction.meetings[0], evidence=evidence)
    with pytest.raises(EvidenceError, match=r"^meeting:.*sample-1.txt"):
        encode(dataclasses.replace(extraction, meetings=(wrong,)))


def test_a_narrowed_date_is_shown_and_the_one_read_is_kept(database: Database) -> None:
    article = dataclasses.replace(sample_article(), published=When())
    extraction = sample_extraction(article)
    narrowed = When(extraction.meetings[0].date.start, None, "range", "inferred")
    shown = dataclasses.replace(article, published=narrowed)
    with database.write() as conn:
        add_articles(conn, [article])
        put(conn, [encode(dataclasses.replace(extraction, article=shown))], "1")
    with database.read() as conn:
        assert load(conn, Article) == [shown]
        assert load_articles_as_read(conn, [article.id]) == [article]


def test_who_takes_part_and_in_which_role(database: Database) -> None:
    stored(database, sample_extraction(sample_article()))
    part = tables.participant.c
    with database.read() as conn:
        rows = conn.execute(sa.select(part.kind, part.role, part.n, part.state)).all()
    assert sorted(map(tuple, rows)) == [
        ("event", "actors", 0, "USA"),
        ("event", "actors", 1, "RUS"),
        ("forecast", "forecaster", 0, "USA"),
        ("meeting", "participants", 0, "USA"),
        ("meeting", "participants", 1, "RUS"),
        ("position", "actor", 0, "USA"),
        ("statement", "speaker", 0, "USA"),
    ]


def test_issues_of_rows_and_no_other_words(database: Database) -> None:
    stored(database, sample_extraction(sample_article()))
    about = tables.row_issue.c
    with database.read() as conn:
        rows = conn.execute(sa.select(about.kind, about.issue)).all()
    assert sorted(map(tuple, rows)) == [
        ("meeting", "issue:syria"),
        ("position", "issue:syria"),
        ("statement", "issue:syria"),
    ]


def test_a_speaker_is_a_column_too(database: Database) -> None:
    stored(database, sample_extraction(sample_article()))
    column = tables.statement.c
    with database.read() as conn:
        assert len(load(conn, Statement, column.speaker_actor_id == "person:ada-sample")) == 1
        assert load(conn, Statement, column.speaker_state == "RUS") == []


def test_load_ids_keeps_the_order_asked_for(database: Database) -> None:
    extractions = [sample_extraction(sample_article(n)) for n in range(1, 5)]
    stored(database, *extractions)
    ids = [one.meetings[0].id for one in extractions][::-1]
    with database.read() as conn:
        assert [row.id for row in load_ids(conn, Meeting, [*ids, "meeting:none", ids[0]])] == ids


def test_order_and_limit(database: Database) -> None:
    stored(database, *(sample_extraction(sample_article(n)) for n in range(1, 5)))
    path = tables.article.c.path
    with database.read() as conn:
        found = load(conn, Article, order_by=[path.desc()], limit=2)
    assert [article.path for article in found] == ["sample-4.txt", "sample-3.txt"]


def test_more_rows_than_one_query_takes(database: Database) -> None:
    extractions = [sample_extraction(sample_article(n)) for n in range(600)]
    stored(database, *extractions)
    with database.read() as conn:
        meetings = {row.id: row for row in load(conn, Meeting)}
        assert meetings == {one.meetings[0].id: one.meetings[0] for one in extractions}
        assert counts(conn)["event"] == 600


def test_what_is_left_to_do(database: Database) -> None:
    extractions = [sample_extraction(sample_article(n)) for n in (1, 2, 3)]
    first, second, third = (one.article.id for one in extractions)
    with database.write() as conn:
        add_articles(conn, [one.article for one in extractions])
        assert pending(conn, "1") == [first, second, third]
        put(conn, [encode(extractions[0])], "1")
        note(conn, [(second, "ValueError: no")], "1")
        assert pending(conn, "1") == [second, third]
        assert pending(conn, "2") == [first, second, third]
        assert failures(conn) == [(second, "sample-2.txt", "ValueError: no")]
        note(conn, [(second, "no")], "1")
        note(conn, [(second, "no")], "1")
        assert pending(conn, "1") == [third]
        note(conn, [(second, "no")], "2")
        assert pending(conn, "2") == [first, second, third]
        put(conn, [encode(extractions[1])], "2")
        assert failures(conn) == []


def test_an_article_is_unlinked_until_it_is_noted(database: Database) -> None:
    extraction = sample_extraction(sample_article())
    stored(database, extraction)
    key = extraction.article.id
    with database.write() as conn:
        assert unlinked(conn) == [key]
        note(conn, [(key, None)], "1", LINK)
        assert unlinked(conn) == []
        put(conn, [encode(extraction)], "2")
        assert unlinked(conn) == [key]


def test_rows_of_an_article_that_fails_go(database: Database) -> None:
    extraction = sample_extraction(sample_article())
    stored(database, extraction)
    with database.write() as conn:
        drop_rows(conn, [extraction.article.id])
        found = counts(conn)
    assert found == dict.fromkeys(found, 0) | {"article": 1}


def test_a_rebuild_takes_the_machines_links_of_its_rows_and_leaves_the_readers(
    database: Database,
) -> None:
    one, two = (sample_extraction(sample_article(n)) for n in (1, 2))
    stored(database, one, two)
    ends = sorted((one.meetings[0].id, two.meetings[0].id))
    machine = Link("link:1", *ends, "same-meeting", 0.9, "same day", "machine")
    reader = Link("link:2", *ends, "same-actor", 1.0, "I know", "reader")
    with database.write() as conn:
        put_links(conn, [machine, reader])
        assert load(conn, Link) == [machine, reader]
        put_links(conn, [dataclasses.replace(machine, score=0.8)], stale=["link:2"])
        assert [link.score for link in load(conn, Link)] == [0.8, 1.0]
        put(conn, [encode(one)], "2")
        assert load(conn, Link) == [reader]


def test_a_machines_link_never_takes_a_readers_place(database: Database) -> None:
    reader = Link("link:1", "meeting:1", "meeting:2", "same-meeting", 0.0, "no", "reader")
    with database.write() as conn:
        put_links(conn, [reader])
        put_links(conn, [dataclasses.replace(reader, score=0.9, decided_by="machine")])
        assert load(conn, Link) == [reader]
