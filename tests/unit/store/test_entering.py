"""Entries: what lists are read from follows rows, judgements and rebuilds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.records import When
from detente.store import Item, add_articles, drop_rows, encode, open_database, put, set_items
from detente.store.calling import call, called_nearly, called_so, plain_name, surname
from detente.store.days import EVER, NEVER, anchor, number_of, told_on, vague
from detente.store.entering import anchored, apart, title_key, years
from detente.store.entries import entry, heading, listed
from tests.unit.store.lists import lists_of
from tests.unit.store.records import sample_article, sample_extraction


@pytest.mark.parametrize(
    ("entries", "headings"),
    [
        pytest.param((20130507, 20130508, 20130507, 20130507, 20130508, 20130508), [], id="plain"),
        pytest.param(
            (20130507, 20130508, 20121230, 20130507, 20130508, 20130508),
            [("vague", "2012"), ("vague", "2013")], id="over a year's end",
        ),
        pytest.param(
            (20130507, 20130401, 20130507, 20130507, 20130508, 20130508),
            [("late", "2013")], id="a later report",
        ),
        pytest.param(
            (20140101, 20130508, 20140101, 20140101, 20130508, 20130508),
            [("coming", "")], id="told before it happens",
        ),
        pytest.param(
            (20130507, EVER, 20130507, 20130507, NEVER, EVER), [("late", "*")], id="no day of print"
        ),
        pytest.param(
            (EVER, 20130508, NEVER, EVER, 20130508, 20130508),
            [("vague", "*"), ("coming", "")], id="no day at all",
        ),
        pytest.param(
            (20130507, 20130508, 20050101, 20130507, 20130508, 20130508), [("vague", "*")], id="years"
        ),
    ],
)  # fmt: skip
def test_entries_that_a_period_may_hold(
    entries: tuple[int, int, int, int, int, int], headings: list[tuple[str, str]]
) -> None:
    assert apart(*entries) == headings


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (20130101, 20131231, ["2013"]),
        (20111231, 20140101, ["2011", "2012", "2013", "2014"]),
        (20101231, 20140101, ["*"]),
        (NEVER, 20130101, ["*"]),
        (20130101, EVER, ["*"]),
    ],
)
def test_years(first: int, last: int, found: list[str]) -> None:
    assert years(first, last) == found


def test_days_as_numbers() -> None:
    assert number_of(date(2013, 5, 7)) == 20130507
    assert (number_of(None), number_of(None, NEVER)) == (EVER, NEVER)
    assert (anchored(NEVER, 20130508), anchored(20130507, EVER)) == (20130508, 20130507)
    year = When(date(2013, 1, 1), date(2013, 12, 31), "year")
    assert vague(year)
    assert told_on(year, When.day(date(2013, 5, 9))) == date(2013, 5, 9)
    assert anchor(When(), When()) == date.max


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Kerry, Lavrov: talks", "kerry lavrov talks"),
        ("  ", ""),
        ("‘Thaw’ – a little", "thaw a little"),
    ],
)
def test_titles_are_compared_by_their_words(title: str, key: str) -> None:
    assert title_key(title) == key


def stored(conn: Connection, numbers: tuple[int, ...] = (1, 2)) -> list[str]:
    found = [sample_extraction(sample_article(number)) for number in numbers]
    add_articles(conn, [of.article for of in found])
    put(conn, [encode(of) for of in found], "1")
    return [of.article.id for of in found]


def kinds(conn: Connection) -> dict[str, int]:
    query = sa.select(entry.c.kind, sa.func.count().label("many")).group_by(entry.c.kind)
    return {row.kind: row.many for row in conn.execute(query)}


def test_every_row_that_is_listed_has_an_entry_and_stands_under_its_headings(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        ids = stored(conn)
        assert kinds(conn)["article"] == kinds(conn)["statement"] == 2
        for line in conn.execute(sa.select(entry)):
            held = sa.select(listed.c.heading).where(
                listed.c.n == line.n, listed.c.day == line.day, listed.c.at == line.at,
                listed.c.head == line.head, listed.c.reported == line.reported,
            )  # fmt: skip
            assert sorted(conn.scalars(held)) == sorted(line.headings)
        drop_rows(conn, ids)
        assert kinds(conn) == {"article": 2}
        lines = conn.scalar(sa.select(sa.func.count()).select_from(listed))
        kept = conn.scalars(sa.select(entry.c.headings))
        assert lines == sum(len(headings) for headings in kept)
    database.close()


def test_what_is_one_item_stands_at_one_place_and_comes_apart_again(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        ids = stored(conn)
        before = lists_of(conn)
        rows = sorted(conn.scalars(sa.select(entry.c.row_id).where(entry.c.kind == "meeting")))
        item = Item(tuple(rows), 20130501, 20130502, {"kind": "summit", "status": "planned"})
        set_items(conn, [item])
        lines = list(conn.execute(sa.select(entry).where(entry.c.row_id.in_(rows))))
        assert len({(line.day, line.at, line.head, line.reported) for line in lines}) == 1
        named = {row.id: (row.field, row.value) for row in conn.execute(sa.select(heading))}
        for line in lines:
            fields = {named[number] for number in line.headings}
            assert {("kind", "summit"), ("status", "planned"), ("late", "2013")} <= fields
        assert lists_of(conn) != before
        put(conn, [encode(sample_extraction(sample_article(1)))], "2")
        assert lists_of(conn) == before
        assert len(ids) == 2
    database.close()


def test_people_whom_only_articles_know_are_found_by_their_names(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        extraction = sample_extraction(sample_article())
        add_articles(conn, [extraction.article])
        put(conn, [encode(extraction)], "1")
        for actor in extraction.actors:
            assert actor.id in called_so(conn, actor.name)
            assert actor.id in called_so(conn, surname(actor.name))
            assert plain_name(actor.name) in called_nearly(conn, actor.name[:3])
            call(conn, [actor.id])
            assert called_so(conn, actor.name.upper()) == [actor.id]
        drop_rows(conn, [extraction.article.id])
        assert all(called_so(conn, actor.name) == [] for actor in extraction.actors)
        assert called_nearly(conn, "") == []
    database.close()


@pytest.mark.parametrize(
    ("name", "plain", "last"),
    [
        ("J.-P. Example", "j p example", "example"),
        ("Ada  SAMPLE", "ada sample", "sample"),
        (".", "", ""),
    ],
)
def test_names_as_they_are_compared(name: str, plain: str, last: str) -> None:
    assert (plain_name(name), surname(name)) == (plain, last)
