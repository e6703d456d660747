"""Pages of a list together are the list: against the same question asked of the rows themselves."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.archive.regrouping import regroup
from detente.errors import UnknownName
from detente.query import listing
from detente.query.articles import page_of_articles
from detente.query.filters import Filters, conditions
from detente.query.listing import find_page
from detente.query.paging import MOST, SORTS, Cursor, Page, every, read_cursor, write_cursor
from detente.query.positions import positions
from detente.query.statements import page_of_statements, statements
from detente.records import Extraction, Link, Participant, When
from detente.store import add_articles, encode, open_database, put, put_links, tables
from detente.store.entries import entry
from tests.factories import article_of
from tests.unit.query import factories as made

ANA = Participant("Ana Primera", "Primera", "person:ana-primera", "person", "USA")
BO = Participant("Bo Second", "Second", "person:bo-second", "person", "RUS")
CY = Participant("Cy Third", "Third", "local:cy", "person")
NORWAY = Participant("Norway", "Norway", "state:NOR", "state", "NOR")
PEOPLE = (ANA, ANA, BO, CY, NORWAY)
ISSUES = ("issue:syria", "issue:missile-defence")
OUTLETS = ("The Example Post", "Sample Wire", None)
FIRST = date(2012, 12, 1)
SENTENCES = 4
ARTICLES = 14


def _published(rng: random.Random) -> When:
    day = FIRST + timedelta(days=rng.randrange(120))
    return rng.choice(
        [When.day(day), When.day(day), When.day(day), When(day, day + timedelta(days=20), "range"),
         When(None, day), When(day, None), When()]
    )  # fmt: skip


def _date(rng: random.Random, published: When) -> When:
    day = FIRST + timedelta(days=rng.randrange(150))
    return rng.choice(
        [published, published, When.day(day), When(date(2013, 1, 1), date(2013, 12, 31), "year"),
         When(day, day + timedelta(days=9), "range"), When(date(2000, 1, 1), day, "range"), When()]
    )  # fmt: skip


def _article(number: int, rng: random.Random) -> Extraction:
    published = _published(rng)
    told_so = [f"Word {number % 7} says that matter {at} of {number % 7}." for at in range(SENTENCES)]
    article = article_of(
        ("title", f"Title {number}"), *told_so, published=published, outlet=rng.choice(OUTLETS),
        path=f"{number}.txt",
    )  # fmt: skip
    article = replace(article, id=f"article:{rng.getrandbits(64):016x}")
    of = made.extraction(article)
    said, held, met, done, told = [], [], [], [], []
    for at in range(SENTENCES):
        words = f"matter {at} of {number % 7}"
        who, other = rng.sample(PEOPLE, 2)
        when = _date(rng, published)
        issues = tuple(rng.sample(ISSUES, rng.randrange(3)))
        said.append(
            made.statement(
                of, words, who, date=when, issues=issues, kind=rng.choice(("direct", "indirect")),
                addressee=rng.choice((None, other)),
            )
        )  # fmt: skip
        held.append(
            made.position(
                of, words, who, rng.choice(ISSUES), date=when, polarity=rng.choice(("for", "against"))
            )
        )
        met.append(
            made.meeting(
                of, words, who, other, date=when, form=rng.choice(("meeting", "call")),
                status=rng.choice(("held", "planned")), agenda=issues,
            )
        )  # fmt: skip
        done.append(made.event(of, words, who, other, date=when, type=rng.choice(("AID", "ACCUSE"))))
        told.append(made.forecast(of, words, who, issue=rng.choice((None, *ISSUES)), horizon=when))
    return replace(
        of, statements=tuple(said), positions=tuple(held), meetings=tuple(met), events=tuple(done),
        forecasts=tuple(told),
    )  # fmt: skip


def _links(found: list[Extraction], rng: random.Random) -> list[Link]:
    pairs = [
        (a, b, relation)
        for relation, kind in (("same-meeting", "meetings"), ("same-statement", "statements"))
        for _ in range(12)
        for one, other in [rng.sample(found, 2)]
        for a, b in [(rng.choice(getattr(one, kind)).id, rng.choice(getattr(other, kind)).id)]
    ]
    return [made.link(a, b, relation) for a, b, relation in pairs]


@pytest.fixture(scope="module")
def conn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("listing") / "a.db"
    rng = random.Random(7)
    found = [_article(number, rng) for number in range(ARTICLES)]
    ids = [of.article.id for of in found]
    database = open_database(path)
    with database.write() as writing:
        add_articles(writing, [of.article for of in found])
        put(writing, [encode(of) for of in found], "1")
        put_links(writing, _links(found, rng))
        regroup(writing, ids[:7], made.reference())
        regroup(writing, ids[7:], made.reference())
    with database.read() as reading:
        yield reading
    database.close()


DAY = date(2013, 1, 20)
ASKED = {
    "everything": Filters(),
    "a state": Filters(states=("USA",)),
    "a pair": Filters(states=("USA", "RUS")),
    "one of two": Filters(states=("USA", "NOR"), any_state=True),
    "an actor": Filters(actors=("person:bo-second",)),
    "actors": Filters(actors=("person:bo-second", "local:cy")),
    "whoever speaks": Filters(by=("person:ana-primera",)),
    "the state of who speaks": Filters(by_state="RUS"),
    "an issue": Filters(issue="issue:syria"),
    "an outlet": Filters(outlet="the example POST"),
    "from": Filters(since=DAY),
    "to": Filters(until=DAY),
    "a month": Filters(since=date(2013, 1, 1), until=date(2013, 1, 31)),
    "a day": Filters(since=DAY, until=DAY),
    "as of": Filters(as_of=DAY),
    "as of, from": Filters(as_of=DAY, since=date(2013, 1, 10)),
    "as of, to": Filters(as_of=DAY, until=date(2013, 3, 10)),
    "printed from": Filters(reported_since=DAY),
    "printed to": Filters(reported_until=DAY),
    "printed in a week": Filters(reported_since=DAY, reported_until=date(2013, 1, 27)),
    "printed and happened": Filters(reported_since=DAY, until=DAY, states=("USA",)),
    "much": Filters(states=("USA",), issue="issue:syria", as_of=date(2013, 3, 1), outlet="Sample Wire"),
    "nobody": Filters(actors=("person:nobody",)),
    "no such issue": Filters(issue="issue:none", states=("USA",)),
}
OWN = {
    "statement": {
        "direct": Filters(kind="direct"),
        "direct of one": Filters(kind="direct", by_state="USA"),
    },
    "position": {"against": Filters(kind="against", issue="issue:syria")},
    "event": {"aid": Filters(kind="AID")},
    "forecast": {
        "due": Filters(due_since=date(2013, 1, 1), due_until=date(2013, 2, 1)),
        "due by": Filters(due_until=date(2013, 2, 1), states=("RUS",)),
        "due from": Filters(due_since=date(2013, 2, 1), as_of=DAY),
    },
    "meeting": {},
}  # fmt: skip
CASES = [
    pytest.param(kind, asked, id=f"{kind}, {name}")
    for kind in OWN
    for name, asked in (ASKED | OWN[kind]).items()
]


def expected(conn: Connection, kind: str, asked: Filters, sort: str) -> list[tuple[str, ...]]:
    """Return the items that fit by the conditions on rows, in the order of the list."""
    table = tables.metadata.tables[kind]
    rows = set(conn.scalars(sa.select(table.c.id).where(*conditions(kind, asked))))
    axis = sort.removeprefix("-")
    items: dict[tuple[int, int, int], list[tuple[int, str]]] = {}
    for line in conn.execute(sa.select(entry).where(entry.c.kind == kind)):
        if line.row_id in rows:
            key = (getattr(line, axis), line.at, line.head)
            items.setdefault(key, []).append((line.n, line.row_id))
    ordered = sorted(items, reverse=sort.startswith("-"))
    return [tuple(row for _, row in sorted(items[key])) for key in ordered]


def paged(conn: Connection, kind: str, asked: Filters, sort: str, limit: int) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    after = None
    while True:
        page = find_page(conn, kind, asked, sort=sort, limit=limit, after=after)
        assert len(page.items) <= limit
        found += page.items
        after = page.next
        if after is None:
            assert page.total == len(found)
            return found


@pytest.mark.parametrize(("kind", "asked"), CASES)
def test_pages_together_are_the_list(
    conn: Connection, monkeypatch: pytest.MonkeyPatch, kind: str, asked: Filters
) -> None:
    """Whether all entries of a heading are looked at, or they are walked between two days."""
    for few, sort in zip((0, 12, 0, 2_000), SORTS, strict=True):
        monkeypatch.setattr(listing, "_FEW", few)
        whole = expected(conn, kind, asked, sort)
        assert paged(conn, kind, asked, sort, 23) == whole


def test_items_have_reports_of_several_articles(conn: Connection) -> None:
    found = paged(conn, "meeting", Filters(), "day", 50)
    assert max(len(item) for item in found) > 1
    assert sum(len(item) for item in found) == ARTICLES * SENTENCES


@pytest.mark.parametrize("read", [statements, positions])
def test_a_list_is_its_pages(conn: Connection, read: Callable[..., list[Any]]) -> None:
    whole = read(conn, made.reference())
    assert len(whole) > 20
    assert read(conn, made.reference(), Filters(limit=9)) == whole[:9]
    days = [item.row.date for item in whole]
    assert len({day.label() for day in days}) > 5


def test_articles_by_what_they_name(conn: Connection) -> None:
    every_one = page_of_articles(conn, made.reference(), limit=MOST)
    assert every_one.total == len(every_one.items) == ARTICLES
    of_state = page_of_articles(conn, made.reference(), Filters(states=("NOR",)), limit=MOST)
    assert 0 < len(of_state.items) <= ARTICLES
    assert {item.outlet for item in page_of_articles(
        conn, made.reference(), Filters(outlet="sample wire"), limit=MOST
    ).items} == {"Sample Wire"}  # fmt: skip


def test_what_is_counted_has_an_end(conn: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "COUNTED", 10)
    first = page_of_statements(conn, made.reference(), limit=4)
    assert first.total is None
    assert page_of_statements(conn, made.reference(), limit=4, after=first.next).total is None


def test_rows_that_come_meanwhile_move_nothing(tmp_path: Path) -> None:
    rng = random.Random(3)
    before, later = _article(1, rng), _article(2, rng)
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [before.article])
        put(conn, [encode(before)], "1")
        first = page_of_statements(conn, made.reference(), limit=2)
        whole = statements(conn, made.reference())
        add_articles(conn, [later.article])
        put(conn, [encode(later)], "1")
        rest = page_of_statements(conn, made.reference(), limit=MOST, after=first.next)
        ours = [item for item in rest.items if item.row.article == before.article.id]
        assert [item.row.id for item in (*first.items, *ours)] == [item.row.id for item in whole]
    database.close()


@pytest.mark.parametrize(
    ("sort", "limit", "after", "said"),
    [
        pytest.param("night", 5, None, "no order 'night'", id="order"),
        pytest.param("day", 0, None, "a page of 0 items", id="none"),
        pytest.param("day", MOST + 1, None, "ask for 1 to 500", id="too many"),
        pytest.param("day", 5, "nonsense!", "'nonsense!' is no place in a list", id="no cursor"),
        pytest.param("day", 5, "e30", "is no place in a list", id="another thing"),
        pytest.param(
            "day", 5, write_cursor(Cursor("-day", (1, 2, 3), None)), "sorted by 'day'", id="other order"
        ),
        pytest.param(
            "day", 5, write_cursor(Cursor("day", (1, 2), None)), "is no place in a list", id="too short"
        ),
        pytest.param(
            "day", 5, write_cursor(Cursor("day", ("1", 2, 3), None)), "is no place", id="words for days"
        ),
    ],
)  # fmt: skip
def test_pages_that_there_are_not(
    conn: Connection, sort: Any, limit: int, after: str | None, said: str
) -> None:
    with pytest.raises(UnknownName, match=said):
        page_of_statements(conn, made.reference(), sort=sort, limit=limit, after=after)


@pytest.mark.parametrize("total", [None, 0, 12])
@pytest.mark.parametrize("key", [(20130507, 1 << 60, 4), ("a", 3)])
def test_a_cursor_comes_back(key: tuple[int | str, ...], total: int | None) -> None:
    cursor = Cursor("-reported", key, total)
    word = write_cursor(cursor)
    assert word.replace("-", "").replace("_", "").isalnum()
    assert read_cursor(word, "-reported") == cursor


@pytest.mark.parametrize(("limit", "count"), [(None, 5), (0, 0), (1, 1), (4, 4), (9, 5)])
def test_every_page(limit: int | None, count: int) -> None:
    items = list(range(5))

    def read(most: int, after: str | None) -> Page[int]:
        begin = int(after or 0)
        end = min(begin + min(most, 2), len(items))
        return Page(tuple(items[begin:end]), str(end) if end < len(items) else None, len(items))

    assert every(read, limit) == items[:count]


def test_no_question_reads_a_whole_table(conn: Connection) -> None:
    """With statistics of an archive a thousand times as large, as SQLite keeps them."""
    asked: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    sa.event.listen(conn.engine, "before_cursor_execute", note)
    try:
        for kind in OWN:
            for filters in (ASKED | OWN[kind]).values():
                find_page(conn, kind, filters, sort="-day", limit=5)
    finally:
        sa.event.remove(conn.engine, "before_cursor_execute", note)
    assert len(asked) > 200
    large = {"entry", "listed", "walked", *OWN}
    for statement, parameters in asked:
        for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters):
            words = str(row[3]).split()
            assert not (words[0] == "SCAN" and words[1] in large), (row[3], statement)
