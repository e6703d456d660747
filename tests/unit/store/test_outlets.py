"""Pages of outlets in the archive: their lines, the sample that is counted, and what read otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.read.again import FIELDS
from detente.records import Article, Caption
from detente.store import add_articles, load_ids, open_database, tables
from detente.store.outlets import (
    Sampled,
    alone,
    outlet_page,
    pages_with,
    put_again,
    put_pages,
    sampled,
)
from tests.factories import article_of

ARTICLES = [article_of(("title", f"Page {n}"), f"Something happened in town {n}.") for n in range(6)]
HIGH = 2**64 - 1
"""The largest key: keys are unsigned."""


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[Connection]:
    database = open_database(tmp_path / "a.db")
    with database.write() as opened:
        add_articles(opened, ARTICLES)
        yield opened
    database.close()


def put(conn: Connection, *pages: tuple[str, int, int, set[int]]) -> None:
    put_pages(conn, ((outlet, page, ARTICLES[n].id, keys) for outlet, page, n, keys in pages))


def lines_of(found: Sampled) -> dict[int, list[int]]:
    return {page: keys.tolist() for page, keys in found.pages.items()}


def test_what_was_put_is_sampled(conn: Connection) -> None:
    put(conn, ("example.org", 5, 0, {3, 1, HIGH}), ("example.org", 7, 1, {2}), ("other.org", 1, 2, {9}))
    found = sampled(conn, "example.org", 10)
    assert lines_of(found) == {5: [1, 3, HIGH], 7: [2]}
    assert not found.full


def test_an_outlet_that_nobody_knows_has_no_pages(conn: Connection) -> None:
    assert sampled(conn, "example.org", 10) == Sampled({}, False)


SAMPLES = [
    (1, {2}, True),
    (2, {2, 4}, True),
    (3, {2, 4, 6}, False),
    (4, {2, 4, 6}, False),
]


@pytest.mark.parametrize(("most", "pages", "full"), SAMPLES)
def test_the_pages_with_the_smallest_keys_are_counted(
    conn: Connection, most: int, pages: set[int], full: bool
) -> None:
    put(conn, ("o", 6, 0, {1}), ("o", 2, 1, {2}), ("o", 4, 2, {3}))
    found = sampled(conn, "o", most)
    assert set(found.pages) == pages
    assert found.full is full


def test_versions_of_a_page_are_one_page(conn: Connection) -> None:
    put(conn, ("o", 2, 0, {1, 2}), ("o", 2, 1, {2, 3}), ("o", 4, 2, {2}))
    found = sampled(conn, "o", 2)
    assert lines_of(found) == {2: [1, 2, 3], 4: [2]}
    assert found.counted(1) == {1: 1, 2: 2, 3: 1}
    assert not found.full


@pytest.mark.parametrize(("least", "counted"), [(1, {1: 3, 2: 2, 3: 1}), (2, {1: 3, 2: 2}), (4, {})])
def test_lines_that_stand_on_some_pages(conn: Connection, least: int, counted: dict[int, int]) -> None:
    put(conn, ("o", 1, 0, {1, 2, 3}), ("o", 2, 1, {1, 2}), ("o", 3, 2, {1}))
    assert sampled(conn, "o", 9).counted(least) == counted


def test_nothing_is_counted_of_no_pages() -> None:
    assert Sampled({}, False).counted(1) == {}


WITH = [
    ({1}, set(), {0, 1}),
    ({HIGH}, set(), {2}),
    (set(), {3}, {2}),
    ({7}, {1, 2}, {0, 1}),
    (set(), set(), set()),
    ({8}, {9}, set()),
]


@pytest.mark.parametrize(("keys", "pages", "found"), WITH)
def test_pages_with_a_line(conn: Connection, keys: set[int], pages: set[int], found: set[int]) -> None:
    put(conn, ("o", 1, 0, {1, 2}), ("o", 2, 1, {1}), ("o", 3, 2, {HIGH}), ("other", 1, 3, {1, HIGH}))
    assert set(pages_with(conn, "o", keys, pages)) == {ARTICLES[n].id for n in found}


def test_a_page_is_put_once(conn: Connection) -> None:
    put(conn, ("o", 1, 0, {1}))
    put(conn, ("o", 1, 0, {1, 2}), ("o", 2, 1, {3}))
    assert lines_of(sampled(conn, "o", 9)) == {1: [1], 2: [3]}


def test_a_page_without_words_is_a_page(conn: Connection) -> None:
    put(conn, ("o", 1, 0, set()), ("o", 2, 1, {4}))
    found = sampled(conn, "o", 9)
    assert lines_of(found) == {1: [], 2: [4]}
    assert found.counted(1) == {4: 1}


def test_what_read_otherwise_is_kept_and_given_back(conn: Connection) -> None:
    before = ARTICLES[0]
    line = replace(before.lines[1], role="promo", reason="on other pages")
    now = replace(
        before,
        title=None,
        dek="A standfirst",
        authors=("Ann Alpha",),
        lines=(before.lines[0], line),
        captions=(Caption(0, 4, "Page"),),
        related=("Another article",),
    )
    put(conn, ("o", 1, 0, {1}), ("o", 2, 1, {2}))
    put_again(conn, [(before, now)], FIELDS)
    assert load_ids(conn, Article, [before.id]) == [now]
    kept = alone(conn, [before.id, ARTICLES[1].id])
    assert replace(now, **kept[before.id]) == before
    assert kept[ARTICLES[1].id] == {}


def test_what_reads_again_as_alone_keeps_nothing(conn: Connection) -> None:
    before = ARTICLES[0]
    put(conn, ("o", 1, 0, {1}))
    put_again(conn, [(before, replace(before, dek="A standfirst"))], FIELDS)
    assert set(alone(conn, [before.id])[before.id]) == {"dek"}
    put_again(conn, [(before, before)], FIELDS)
    assert alone(conn, [before.id]) == {before.id: {}}
    assert load_ids(conn, Article, [before.id]) == [before]


def test_pages_go_with_their_article(conn: Connection) -> None:
    put(conn, ("o", 1, 0, {1}), ("o", 2, 1, {2}))
    conn.execute(sa.delete(tables.article).where(tables.article.c.id == ARTICLES[0].id))
    assert list(conn.scalars(sa.select(outlet_page.c.page))) == [2]
