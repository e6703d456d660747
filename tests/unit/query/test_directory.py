"""Whom and what an archive names, a page at a time; what is new in it; its rows from first to last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.archive import Archive
from detente.errors import UnknownName
from detente.knowledge.issues import all_issues
from detente.knowledge.registry import registry
from detente.query import whole
from detente.query.changes import changes
from detente.query.directory import (
    OUTCOME,
    actor_view,
    issue_lines,
    page_of_actors,
    page_of_judgements,
    page_of_links,
    page_of_outlets,
    page_of_stories,
)
from detente.query.filters import Filters
from detente.query.paging import Page
from detente.query.reference import reference
from detente.store import open_database, tables
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

KNOWN = reference()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("directory") / "made.db")


@pytest.fixture
def conn(path: Path) -> Iterator[Connection]:
    database = open_database(path, create=False)
    with database.read() as found:
        yield found
    database.close()


PAGES: dict[str, Callable[..., Page[Any]]] = {
    "actors": lambda conn, **more: page_of_actors(conn, KNOWN, **more),
    "outlets": page_of_outlets,
    "stories": page_of_stories,
    "links": page_of_links,
    "links of a relation": lambda conn, **more: page_of_links(conn, relation="tells", **more),
    "links of an article": lambda conn, **more: page_of_links(conn, of=made.post().article.id, **more),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("limit", [1, 2, 3, 500])
def test_pages_to_the_end_are_the_whole(name: str, limit: int, conn: Connection) -> None:
    read = PAGES[name]
    every = read(conn, limit=500)
    assert every.next is None
    found: list[Any] = []
    after: str | None = None
    while True:
        page = read(conn, limit=limit, after=after)
        assert len(page.items) <= limit
        found += page.items
        after = page.next
        if after is None:
            break
    assert tuple(found) == every.items
    assert len({one.id for one in found}) == len(found) > 0


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("after", ["x", "", "WyJkYXkiLFsxXSxudWxsXQ", "W10"])
def test_a_place_of_another_list_is_refused(name: str, after: str, conn: Connection) -> None:
    if not after:
        assert PAGES[name](conn, after=after).items == PAGES[name](conn).items
        return
    with pytest.raises(UnknownName, match="no place in a list"):
        PAGES[name](conn, after=after)


def test_places_are_not_those_of_each_other(conn: Connection) -> None:
    words = [page.next for read in PAGES.values() if (page := read(conn, limit=1)).next]
    for word in words:
        taken = 0
        for read in PAGES.values():
            try:
                read(conn, after=word)
                taken += 1
            except UnknownName:
                pass
        assert 1 <= taken <= 3, "lists of links take each other's places, the others none"


def test_actors_are_those_that_articles_name(conn: Connection) -> None:
    items = {one.id: one for one in page_of_actors(conn, KNOWN, limit=500).items}
    named = set(conn.scalars(sa.select(tables.mention.c.actor_id).distinct()))
    assert named <= set(items)
    lavrov = items["person:sergei-lavrov"]
    assert (lavrov.name, lavrov.kind, lavrov.state) == ("Sergei Lavrov", "person", "RUS")
    assert lavrov.shown_as == lavrov.id
    assert lavrov.articles == 3


def test_an_actor_opened(conn: Connection) -> None:
    view = actor_view(conn, KNOWN, registry(), ["person:john-kerry"])
    assert view.actor.name == "John Kerry"
    assert view.same == ("person:john-kerry",)
    assert (view.called[0].text, view.called[0].times) == ("Kerry", 4)
    titles = [term.title for term in view.tenures]
    assert any("Secretary of State" in title for title in titles)
    starts = [term.start.start for term in view.tenures if term.start.start]
    assert starts == sorted(starts)


def test_a_person_whom_only_an_article_knows(conn: Connection) -> None:
    view = actor_view(conn, KNOWN, registry(), ["local:ada"])
    assert (view.actor.name, view.actor.kind, view.tenures) == ("Ada Sample", "person", ())


def test_outlets_are_spelled_as_printed(conn: Connection) -> None:
    items = page_of_outlets(conn).items
    assert [(one.id, one.name, one.articles) for one in items] == [
        ("outlet:the daily example", "The Daily Example", 1),
        ("outlet:the evening sample", "The Evening Sample", 1),
        ("outlet:the globe sample", "The Globe Sample", 2),
    ]


def test_every_issue_is_listed(conn: Connection) -> None:
    lines = issue_lines(conn, registry())
    assert {one.id for one in lines} == {one.id for one in all_issues()}
    assert [one.name for one in lines] == sorted(one.name for one in lines)
    by_id = {one.id: one.articles for one in lines}
    assert (by_id["issue:syria"] or 0) > 1
    assert by_id["issue:adoption"] == 0


@pytest.mark.parametrize(
    ("as_of", "titles"),
    [
        (None, 3),
        (date(2013, 3, 1), 1),
        (date(2013, 3, 10), 2),
        (date(2013, 2, 1), 0),
    ],
)
def test_stories_as_of_a_day(as_of: date | None, titles: int, conn: Connection) -> None:
    items = page_of_stories(conn, as_of=as_of).items
    assert len(items) == titles
    lasts = [one.last for one in items]
    assert lasts == sorted((day for day in lasts if day), reverse=True)
    if as_of:
        assert all(one.last is not None and one.last <= as_of for one in items)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 10),
        ({"relation": "same-meeting"}, 2),
        ({"relation": "same-text"}, 1),
        ({"relation": OUTCOME}, 0),
        ({"relation": "tells"}, 5),
        ({"of": "nobody"}, 0),
    ],
)
def test_links(asked: dict[str, Any], count: int, conn: Connection) -> None:
    items = page_of_links(conn, **asked).items
    assert len(items) == count
    assert [one.id for one in items] == sorted(one.id for one in items)


def test_judgements_and_changes_follow_each_other(tmp_path: Path) -> None:
    with Archive.open(archive_at(tmp_path / "own.db")) as archive:
        with archive.reading() as conn:
            before = changes(conn, limit=500)
            assert page_of_judgements(conn).items == ()
        for name in ("Lavrov", "Kerry"):
            archive.own.rename(name, f"X {name}")
        with archive.reading() as conn:
            judged = page_of_judgements(conn).items
            news = changes(conn, since=before.next)
            assert [one.name for one in judged] == ["X Lavrov", "X Kerry"]
            assert [one.id for one in news.items] == [one.id for one in judged]
            assert changes(conn, since=news.next).items == ()
            one = changes(conn, since=before.next, limit=1)
            two = changes(conn, since=one.next, limit=1)
            assert (*one.items, *two.items) == news.items
            assert (one.more, two.more) == (True, False)
        archive.own.undo(judged[0].id)
        with archive.reading() as conn:
            assert [one.name for one in page_of_judgements(conn).items] == ["X Kerry"]
        with pytest.raises(UnknownName, match="no judgement"):
            archive.own.undo(judged[0].id)


@pytest.mark.parametrize("limit", [1, 2, 7, 100, 500])
def test_changes_from_the_beginning_are_every_row(limit: int, conn: Connection) -> None:
    found: list[Any] = []
    since: str | None = None
    more = True
    while more:
        part = changes(conn, since=since, limit=limit)
        assert len(part.items) <= limit
        found += part.items
        since, more = part.next, part.more
    rows = [one.id for one in found if one.what == "row"]
    assert len(rows) == len(set(rows))
    for of in made.extractions():
        assert of.article.id in rows
        assert {row.id for row in (*of.statements, *of.meetings, *of.events)} <= set(rows)
    assert {one.kind for one in found if one.what == "story"} == {"opened"}


@pytest.mark.parametrize("since", ["x", "W10", "WyJkYXkiLFsxLDIsM10sbnVsbF0"])
def test_changes_since_no_place(since: str, conn: Connection) -> None:
    with pytest.raises(UnknownName):
        changes(conn, since=since)


@pytest.mark.parametrize("kind", ["mention", "statement", "meeting", "event", "position", "forecast"])
@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_rows_from_first_to_last(
    kind: str, at_once: int, conn: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many articles are read together, every row comes once, in order of publication."""
    monkeypatch.setattr(whole, "AT_ONCE", at_once)
    found = list(whole.rows_of(conn, kind, Filters()))
    ids = [row.id for row, _ in found]
    every = [row.id for of in made.extractions() for row in getattr(of, f"{kind}s")]
    assert sorted(ids) == sorted(every)
    assert all(row.article == article.id for row, article in found)
    days = [article.published.start or date.max for _, article in found]
    assert days == sorted(days)


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_a_limit_of_rows(limit: int, conn: Connection) -> None:
    every = [row.id for row, _ in whole.rows_of(conn, "statement", Filters())]
    some = [row.id for row, _ in whole.rows_of(conn, "statement", Filters(limit=limit))]
    assert some == every[:limit]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Filters(), 5),
        (Filters(limit=2), 2),
        (Filters(states=("USA", "RUS")), 3),
        (Filters(actors=("person:vladimir-putin",)), 1),
        (Filters(issue="issue:syria"), 2),
        (Filters(since=date(2013, 3, 1)), 3),
        (Filters(until=date(2013, 2, 27)), 3),
        (Filters(as_of=date(2013, 2, 27)), 2),
        (Filters(article="article:none"), 0),
    ],
)
def test_articles_in_order(asked: Filters, count: int, conn: Connection) -> None:
    found = list(whole.articles_in_order(conn, asked))
    days = [one.published.start or date.max for one in found]
    assert days == sorted(days)
    if asked.states or asked.actors or asked.issue:
        assert 0 < len(found) <= 5
    else:
        assert len(found) == count
