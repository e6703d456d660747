"""The store on a real PostgreSQL server: the tests of the file, and what only a server can get wrong.

They are skipped where PostgreSQL or its driver is not installed; `apt install postgresql` on Debian.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from detente.archive import Archive
from detente.errors import ArchiveError, NotText
from detente.interfaces.cli.collecting import _beside
from detente.store import Database, counts, open_database, put, tables
from detente.store.writing import add_articles, encode
from tests.unit.store import server, test_rows, test_search, test_verify
from tests.unit.store.records import sample_article, sample_extraction
from tests.unit.test_archive import PAGES

pytest.importorskip("psycopg", reason="the driver psycopg is not installed")
pytestmark = pytest.mark.skipif(
    server.binaries() is None, reason="PostgreSQL is not installed: no initdb was found"
)
_NUMBER = count()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ExitStack() as stack:
        try:
            found = stack.enter_context(server.running())
        except (AssertionError, OSError) as error:
            pytest.skip(f"PostgreSQL is installed and its server did not start here: {error}")
        yield found


@pytest.fixture(scope="module")
def admin(address: str) -> Iterator[sa.Engine]:
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    yield engine
    engine.dispose()


@pytest.fixture
def url(address: str, admin: sa.Engine) -> Iterator[str]:
    """Give the address of an empty database, which is dropped afterwards."""
    name = f"t{next(_NUMBER)}"
    with admin.connect() as conn:
        conn.exec_driver_sql(f"CREATE DATABASE {name}")
    yield address.replace("/postgres?", f"/{name}?")
    with admin.connect() as conn:
        conn.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def extraction() -> object:
    return sample_extraction(sample_article())


@pytest.fixture
def database(url: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty archive, or one with a sample in it for the tests of `verify`."""
    opened = open_database(url)
    if "verify" in request.function.__module__:
        with opened.write() as conn:
            add_articles(conn, [sample_article()])
            put(conn, [encode(sample_extraction(sample_article()))], "1")
    yield opened
    opened.close()


def _shared(module: object) -> dict[str, object]:
    """Return the tests of a module that ask for a database and for nothing of a disk."""
    found: dict[str, object] = {}
    for name, test in vars(module).items():
        if name.startswith("test_") and callable(test):
            asked = inspect.signature(test).parameters
            if "database" in asked and "tmp_path" not in asked:
                found[name] = test
    return found


globals().update(_shared(test_rows))
globals().update(_shared(test_verify))


def test_the_shared_tests_are_here() -> None:
    assert len(_shared(test_rows)) > 15
    assert len(_shared(test_verify)) > 5


def test_the_tables_are_those_of_the_file(url: str) -> None:
    database = open_database(url)
    with database.read() as conn:
        found = sa.inspect(conn)
        assert set(found.get_table_names()) == set(tables.metadata.tables)
        for name, table in tables.metadata.tables.items():
            columns = {column["name"]: column["nullable"] for column in found.get_columns(name)}
            columns.pop("text_search", None)
            assert columns == {column.name: column.nullable for column in table.columns}, name
            key = found.get_pk_constraint(name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key], name
    database.close()
    open_database(url).close()


@pytest.mark.parametrize(
    ("node", "found"), [pytest.param(node, found, id=name) for name, node, found in test_search.FOUND]
)
def test_conditions_find_what_they_do_in_a_file(
    url: str, node: test_search.Node, found: set[int]
) -> None:
    database = open_database(url)
    with database.write() as conn:
        test_search.put_texts(conn)
    with database.read() as conn:
        assert test_search.texts_found(conn, node) == found
    database.close()


def test_an_archive_is_the_same_as_in_a_file(url: str, tmp_path: Path) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    told = []
    for where in (url, tmp_path / "a.db"):
        with Archive.open(where) as archive:
            report = archive.add([tmp_path / name for name in (*PAGES, "bad.txt")])
            assert [type(error) for error in report.failed] == [NotText]
            assert archive.build().built == 3
            assert archive.verify() == []
            told.append(
                (
                    archive.counts(),
                    [str(one) for one in archive.unread()],
                    archive.relationship("USA", "RUS"),
                    list(archive.meetings()),
                    list(archive.statements()),
                    list(archive.positions()),
                    list(archive.forecasts()),
                    list(archive.events()),
                    list(archive.articles()),
                    sorted(found.text for found in archive.search("Syria")),
                )
            )
            assert archive.add([tmp_path / name for name in PAGES]).new == ()
            assert archive.build().built == 0
    assert told[0] == told[1]


def test_writers_take_turns(url: str) -> None:
    """Entries are numbered from the largest there is: two writers at once would number alike."""
    open_database(url).close()
    found = [
        test_search.sentences(f"They met {number} times.", "Then no more.") for number in range(12)
    ]

    def write(number: int) -> None:
        database = open_database(url)
        for one in found[number::3]:
            with database.write() as conn:
                add_articles(conn, [one.article])
                put(conn, [encode(one)], "1")
        database.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database = open_database(url)
    with database.read() as conn:
        entries = list(conn.scalars(sa.select(tables.metadata.tables["entry"].c.n)))
        assert counts(conn)["article"] == 12
    database.close()
    assert len(set(entries)) == len(entries) == 12


def test_two_that_make_the_same_archive(url: str) -> None:
    errors: list[BaseException] = []

    def make() -> None:
        try:
            open_database(url).close()
        except ArchiveError as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_write_that_fails_leaves_nothing(url: str) -> None:
    database = open_database(url)

    def stopped() -> None:
        with database.write() as conn:
            add_articles(conn, [sample_article()])
            raise KeyError

    with pytest.raises(KeyError):
        stopped()
    with database.read() as conn:
        assert counts(conn)["article"] == 0
    database.close()


def test_a_database_of_another_program_is_left_as_it_is(url: str) -> None:
    engine = sa.create_engine(url)
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE other (id INTEGER)")
    with pytest.raises(ArchiveError, match="another program"):
        open_database(url)
    with engine.connect() as conn:
        assert sa.inspect(conn).get_table_names() == ["other"]
    engine.dispose()


def test_an_address_may_go_through_a_path(url: str) -> None:
    database = open_database(Path(url))
    assert database.dialect == "postgresql"
    database.close()
    assert str(_beside(Path(url))) == "detente-web"


@pytest.mark.parametrize("part", ["/no_such_database?", "/postgres?port=1&"])
def test_a_server_that_is_not_there(address: str, part: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        open_database(address.replace("/postgres?", part))
    assert caught.value.what.startswith("archive 'postgresql+psycopg://")
    assert "\n" not in str(caught.value).strip()


def test_a_password_is_not_told(address: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        open_database("postgresql+psycopg://user:hunter2@127.0.0.1:9/none?connect_timeout=2")
    assert "hunter2" not in str(caught.value)
