"""Reads that must not grow with the archive: which rows they give, and by which index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Connection

from detente.query.archived import bare_desk_for, copies_of, desk_for
from detente.query.bare import bare_articles
from detente.query.course_rows import course_rows, first_of_latest
from detente.query.directory import OUTCOME, page_of_links
from detente.query.filters import Filters
from detente.query.folding import WORD, _may_be_same, same_words
from detente.query.groups import grouped
from detente.query.kept import named_most
from detente.query.latest import latest
from detente.query.meetings import page_of_meetings
from detente.query.pairs import latest_printed
from detente.query.positions import page_of_positions
from detente.records import UNKNOWN_DATE, Article, Link, When
from detente.store import Database, add_articles, load_ids, open_database, put_links
from tests.factories import article_of
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

DAYS: dict[str, date | None] = {
    "a": date(2013, 5, 7),
    "b": date(2013, 5, 9),
    "c": None,
    "d": date(2013, 5, 9),
    "e": date(2012, 1, 2),
}


def _article(key: str, day: date | None) -> Article:
    words = f"Paper {key} reports that the talks in {key.upper()}ville went on for hours."
    published = When.day(day) if day else UNKNOWN_DATE
    return replace(article_of(words, published=published), id=f"article:{key * 16}", path=f"{key}.txt")


LINKS = [
    Link("link:3", "forecast:1", "event:1", "came-true", 0.9, "", "machine"),
    Link("link:1", "forecast:2", "event:2", "did-not", 0.9, "", "machine"),
    Link("link:2", "meeting:1", "meeting:2", "same-meeting", 0.9, "", "machine"),
    Link("link:5", "forecast:3", "event:1", "came-true", 0.9, "", "machine"),
    Link("link:4", "forecast:4", "event:1", "partly", 0.9, "", "machine"),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(tmp_path_factory.mktemp("small") / "a.db")
    with database.write() as conn:
        add_articles(conn, [_article(key, day) for key, day in DAYS.items()])
        put_links(conn, LINKS)
    yield database
    database.close()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = archive_at(tmp_path_factory.mktemp("told") / "a.db")
    database = open_database(path)
    yield database
    database.close()


LATEST: dict[str, tuple[date | None, int, str]] = {
    "all, without a day last": (None, 9, "bdaec"),
    "no more than asked for": (None, 3, "bda"),
    "exactly those with a day": (None, 4, "bdae"),
    "as of a day only what was surely out": (date(2013, 5, 8), 9, "ae"),
    "as of a day before all": (date(2000, 1, 1), 9, ""),
    "one": (None, 1, "b"),
}


@pytest.mark.parametrize("asked", LATEST.values(), ids=LATEST.keys())
def test_latest_printed(small: Database, asked: tuple[date | None, int, str]) -> None:
    as_of, most, keys = asked
    with small.read() as conn:
        found = latest_printed(conn, as_of, most)
    assert list(found) == [f"article:{key * 16}" for key in keys]
    assert found == {
        f"article:{key * 16}": (day.isoformat() if (day := DAYS[key]) else "") for key in keys
    }


OUT = {
    "all": (None, ["1", "2", "3", "4", "5"]),
    "one relation": ("came-true", ["3", "5"]),
    "outcomes, of several relations in one order": (OUTCOME, ["1", "3", "4", "5"]),
    "a relation that nothing has": ("same-text", []),
}


@pytest.mark.parametrize("asked", OUT.values(), ids=OUT.keys())
@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_links_a_page_at_a_time(
    small: Database, asked: tuple[str | None, list[str]], limit: int
) -> None:
    relation, expected = asked
    found: list[str] = []
    after: str | None = None
    with small.read() as conn:
        while True:
            page = page_of_links(conn, relation=relation, limit=limit, after=after)
            assert len(page.items) <= limit
            found += [one.id.removeprefix("link:") for one in page.items]
            after = page.next
            if after is None:
                break
    assert found == expected


def test_a_bare_article_has_all_but_its_words(told: Database) -> None:
    with told.read() as conn:
        ids = [of.article.id for of in made.extractions()]
        whole = {one.id: one for one in load_ids(conn, Article, ids)}
        bare = {one.id: one for one in bare_articles(conn, [*ids, "article:nobody"])}
    assert bare.keys() == whole.keys()
    for key, one in whole.items():
        names = (
            "path",
            "title",
            "outlet",
            "origin",
            "access",
            "cut_off",
            "language",
            "url",
            "published",
        )
        assert [getattr(bare[key], name) for name in names] == [getattr(one, name) for name in names]
        assert (bare[key].text, bare[key].lines) == ("", ())


@pytest.mark.parametrize("n", range(6))
def test_a_bare_desk_is_the_desk_of_lists(told: Database, n: int) -> None:
    with told.read() as conn:
        ids = [of.article.id for of in made.extractions()][:n]
        whole, bare = desk_for(conn, ids, made.reference()), bare_desk_for(conn, ids, made.reference())
    assert (whole.short, whole.origins) == (bare.short, bare.origins)
    assert whole.articles.keys() == bare.articles.keys()
    assert [whole.view(key) for key in ids] == [bare.view(key) for key in ids]
    assert whole.reports(ids) == bare.reports(ids)


BOTH = {frozenset((0, 1))}
TEXTS = {
    "nothing": "",
    "short": "We will talk.",
    "short again": "we will TALK",
    "inside": "He said we will talk in Geneva soon, and no more.",
    "the words inside": "we will talk in Geneva soon",
    "alike": "the treaty must be kept by both of the two sides now",
    "alike but one": "the treaty must be kept by both of the two parties now",
    "again and again": "no no no no no",
    "again once": "no no no no",
    "other": "Grain prices rose in the harbour towns of the north.",
}


@pytest.mark.parametrize("pair", list(permutations(TEXTS, 2)), ids=" / ".join)
def test_what_is_ruled_out_is_never_the_same(pair: tuple[str, str]) -> None:
    left, right = (WORD.findall(TEXTS[name].casefold()) for name in pair)
    if same_words(left, right):
        assert {frozenset(one) for one in _may_be_same([frozenset(left), frozenset(right)])} == BOTH


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=9), max_size=9))
def test_among_many_texts_none_that_is_the_same_is_ruled_out(texts: list[list[str]]) -> None:
    kept = {frozenset(one) for one in _may_be_same([frozenset(one) for one in texts])}
    every = combinations(range(len(texts)), 2)
    same = [(i, j) for i, j in every if same_words(texts[i], texts[j])]
    ids = [str(n) for n in range(len(texts))]
    groups = grouped(ids, [(str(i), str(j)) for i, j in same])
    assert grouped(ids, [(str(i), str(j)) for i, j in map(sorted, kept) if (i, j) in same]) == groups
    assert all(len(one) == 2 for one in kept)


def test_what_shares_nothing_is_ruled_out() -> None:
    other, alike = (frozenset(WORD.findall(TEXTS[name].casefold())) for name in ("other", "inside"))
    assert not [*_may_be_same([other, alike])]


def test_few_pairs_of_many_texts_are_compared() -> None:
    """Texts that share only what all of them say are not laid side by side."""
    texts = [frozenset(["the", "of", "and", *(f"{n}-{at}" for at in range(9))]) for n in range(60)]
    assert not [*_may_be_same(texts)]
    assert {*_may_be_same([*texts, texts[7]])} == {(7, 60)}


def _course(conn: Connection, since: date | None = None) -> object:
    return course_rows(conn, made.reference(), "USA", "RUS", since=since)


READS = {
    "links": lambda conn: page_of_links(conn),
    "links of a relation": lambda conn: page_of_links(conn, relation="same-meeting"),
    "outcomes": lambda conn: page_of_links(conn, relation=OUTCOME),
    "latest": lambda conn: latest_printed(conn),
    "latest as of a day": lambda conn: latest_printed(conn, date(2013, 5, 9)),
    "who is named most": lambda conn: named_most(conn, made.reference()),
    "the rows of a course": _course,
    "the rows of a course from a day": lambda conn: _course(conn, date(2013, 5, 1)),
    "where the latest acts begin": lambda conn: first_of_latest(conn, "USA", "RUS", most=1),
    "the record of the latest articles": lambda conn: latest(conn, made.reference(), "USA", "RUS"),
    "copies": lambda conn: copies_of(conn, [of.article.id for of in made.extractions()]),
    "meetings": lambda conn: page_of_meetings(conn, made.reference(), Filters(states=("USA", "RUS"))),
    "positions": lambda conn: page_of_positions(conn, made.reference(), Filters()),
}
GROWS = ("article", "link", "participant", "meeting", "event", "position", "attitude", "mention")


@pytest.mark.parametrize("read", READS.values(), ids=READS.keys())
def test_no_plan_reads_a_table_from_end_to_end(told: Database, read: Any) -> None:
    asked: list[tuple[str, Any]] = []

    def note(conn: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    with told.read() as conn:
        event.listen(told.engine, "before_cursor_execute", note)
        try:
            read(conn)
        finally:
            event.remove(told.engine, "before_cursor_execute", note)
        plans = [
            str(row[3])
            for statement, parameters in asked
            if statement.lstrip().startswith("SELECT")
            for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert plans
    assert not [line for line in plans if line.split()[0] == "SCAN" and line.split()[1] in GROWS]


def test_the_relation_of_links_has_an_index(told: Database) -> None:
    with told.read() as conn:
        indexes = {tuple(one["column_names"]) for one in sa.inspect(conn).get_indexes("link")}
        states = {tuple(one["column_names"]) for one in sa.inspect(conn).get_indexes("participant")}
    assert ("relation", "id") in indexes
    assert ("state", "kind") in states
