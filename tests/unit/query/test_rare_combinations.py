"""What few entries have all of is found by the index of search: the same as by walking the headings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from detente.query import listing
from detente.query.ends import of_relation
from detente.query.filters import Filters
from detente.query.listing import find_page
from detente.store import open_database, tables
from tests.unit.query.archives import archive_at

PAIR = ("USA", "RUS")
ASKED = [
    pytest.param("meeting", {"states": PAIR}, id="meetings of a pair"),
    pytest.param("meeting", {"states": PAIR, "kind": "meeting"}, id="a form, which is no mark"),
    pytest.param("meeting", {"states": PAIR, "status": "planned"}, id="a status, which is no mark"),
    pytest.param("meeting", {"states": PAIR, "actors": ("person:john-kerry",)}, id="and a person"),
    pytest.param("statement", {"states": ("RUS",), "issue": "issue:syria"}, id="a state on an issue"),
    pytest.param("statement", {"by": ("person:sergei-lavrov",), "issue": "issue:syria"}, id="by"),
    pytest.param("statement", {"by_state": "RUS", "issue": "issue:syria"}, id="by a state"),
    pytest.param("position", {"states": PAIR, "any_state": True, "issue": "issue:syria"}, id="either"),
    pytest.param("forecast", {"actors": ("local:ada",), "issue": "issue:syria"}, id="forecasts"),
    pytest.param("article", {"states": PAIR, "outlet": "The Evening Sample"}, id="of an outlet"),
    pytest.param("event", {"states": PAIR, "actors": ("state:RUS",)}, id="events, which it has not"),
    pytest.param("meeting", {"states": PAIR, "as_of": date(2013, 3, 1)}, id="as of a day"),
    pytest.param("meeting", {"states": PAIR, "since": date(2013, 5, 1)}, id="from a day"),
    pytest.param("meeting", {"states": PAIR, "until": date(2013, 4, 1)}, id="to a day"),
    pytest.param("article", {"states": PAIR, "reported_since": date(2013, 5, 1)}, id="printed from"),
    pytest.param("meeting", {"states": ("USA", "DEU")}, id="nothing has both"),
]


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    database = open_database(archive_at(tmp_path_factory.mktemp("rare") / "a.db"))
    with database.read() as conn:
        yield conn
    database.close()


def paged(conn: Connection, kind: str, asked: Filters, sort: str, limit: int) -> list[Any]:
    """Return the pages of a list: items, and how many there are in all."""
    pages, after = [], None
    while True:
        page = find_page(conn, kind, asked, sort=sort, limit=limit, after=after)
        pages.append((page.items, page.total))
        after = page.next
        if after is None:
            return pages


@pytest.mark.parametrize("limit", [1, 2, 50])
@pytest.mark.parametrize("sort", ["day", "-day", "reported", "-reported"])
@pytest.mark.parametrize(("kind", "asked"), ASKED)
def test_both_ways_find_the_same(
    conn: Connection,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    asked: dict[str, Any],
    sort: str,
    limit: int,
) -> None:
    monkeypatch.setattr(listing, "_FEW", 0)
    monkeypatch.setattr(listing, "_RARE", -1)
    walked = paged(conn, kind, Filters(**asked), sort, limit)
    monkeypatch.setattr(listing, "_RARE", 10_000)
    assert paged(conn, kind, Filters(**asked), sort, limit) == walked


@pytest.mark.parametrize(("rare", "searches"), [(-1, False), (10_000, True)])
def test_the_index_of_search_is_asked(
    conn: Connection, monkeypatch: pytest.MonkeyPatch, rare: int, searches: bool
) -> None:
    asked: list[bool] = []
    real = listing.matching

    def noted(*given: Any) -> Any:
        asked.append(True)
        return real(*given)

    monkeypatch.setattr(listing, "matching", noted)
    monkeypatch.setattr(listing, "_FEW", 0)
    monkeypatch.setattr(listing, "_RARE", rare)
    found = find_page(conn, "meeting", Filters(states=PAIR), sort="day", limit=50)
    assert found.items
    assert asked  # How many have both is counted on it in either case.
    plan = listing._question(conn, "meeting", Filters(states=PAIR))
    assert plan is not None
    assert isinstance(plan.plan(conn, "day"), list) is not searches


@pytest.mark.parametrize(
    ("limit", "counts"), [pytest.param(50, 0, id="all on one page"), pytest.param(1, 1, id="more")]
)
def test_what_is_on_one_page_is_not_counted(
    conn: Connection, monkeypatch: pytest.MonkeyPatch, limit: int, counts: int
) -> None:
    made: list[int] = []
    real = listing._Question.count

    def noted(self: Any, *given: Any) -> Any:
        made.append(1)
        return real(self, *given)

    monkeypatch.setattr(listing._Question, "count", noted)
    page = find_page(conn, "meeting", Filters(states=PAIR), sort="day", limit=limit)
    assert len(made) == counts
    whole = find_page(conn, "meeting", Filters(states=PAIR), sort="day", limit=50)
    assert page.total == len(whole.items)


@pytest.mark.parametrize(
    ("relations", "found"),
    [
        pytest.param(("tells",), {"tells"}, id="one"),
        pytest.param(("tells", "same-meeting"), {"tells", "same-meeting"}, id="two"),
        pytest.param(("becomes",), set(), id="one that there is not"),
        pytest.param((), set(), id="none"),
    ],
)
def test_links_of_a_relation(conn: Connection, relations: tuple[str, ...], found: set[str]) -> None:
    query = tables.link.select().where(of_relation(*relations))
    assert {row.relation for row in conn.execute(query)} == found


def test_an_alias_has_its_own_condition(conn: Connection) -> None:
    mine = tables.link.alias("mine")
    words = str(mine.select().where(of_relation("tells", link=mine)))
    assert "coalesce(mine.relation" in words
