"""An archive holds the same rows in whatever order and batches they came, after a stop half-way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.records import Extraction
from detente.store import (
    Database,
    add_articles,
    counts,
    drop_rows,
    encode,
    open_database,
    pending,
    put,
    tables,
    verify,
)
from tests.unit.store.records import sample_article, sample_extraction

MANY = 5
RUNNING = {"n", "head", "id", "heading", "attempts", "headings", "marks"}
"""Columns of numbers that are given out as rows come, and of what is made of them."""


@cache
def made(number: int) -> Extraction:
    return sample_extraction(sample_article(number))


def contents(database: Database) -> dict[str, list[str]]:
    """Return what every table holds, without the numbers that depend on who came first."""
    found: dict[str, list[str]] = {}
    with database.read() as conn:
        for name, table in tables.metadata.tables.items():
            if name == "meta":
                continue  # counts of what was written, which grow however often the same comes
            given_out = name in ("entry", "heading", "listed", "searched", "passage")
            columns = [one for one in table.c if not (given_out and one.name in RUNNING)]
            columns = [one for one in columns if (name, one.name) != ("work", "attempts")]
            found[name] = sorted(repr(tuple(row)) for row in conn.execute(sa.select(*columns)))
    return found


def written(path: Path, batches: Sequence[Sequence[int]]) -> dict[str, list[str]]:
    """Return an archive into which articles came in these batches."""
    database = open_database(path)
    for batch in batches:
        with database.write() as conn:
            add_articles(conn, [made(n).article for n in batch])
            put(conn, [encode(made(n)) for n in batch], "1")
    found = contents(database)
    with database.read() as conn:
        assert list(verify(conn)) == []
    database.close()
    return found


@cache
def whole() -> dict[str, list[str]]:
    with TemporaryDirectory() as folder:
        return written(Path(folder) / "a.db", [range(MANY)])


@st.composite
def batches(draw: st.DrawFn) -> list[list[int]]:
    order = draw(st.permutations(range(MANY)))
    cuts = sorted(draw(st.sets(st.integers(1, MANY - 1))))
    ends = [0, *cuts, MANY]
    return [order[a:b] for a, b in zip(ends, ends[1:], strict=False)]  # noqa: RUF007


@given(batches())
@settings(max_examples=10, deadline=None)
def test_order_and_batches_do_not_matter(found: list[list[int]]) -> None:
    with TemporaryDirectory() as folder:
        assert written(Path(folder) / "a.db", found) == whole()


@given(batches(), st.data())
@settings(max_examples=10, deadline=None)
def test_what_comes_again_changes_nothing(found: list[list[int]], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(range(MANY)), min_size=1, max_size=4, unique=True))
    with TemporaryDirectory() as folder:
        assert written(Path(folder) / "a.db", [*found, again]) == whole()


class Stopped(Exception):
    """The power went out."""


STEPS = ["before anything", "articles", "rows", "dropped", "rows of another version"]


def stopped(database: Database, step: str) -> None:
    """Write a batch and stop after a step of it."""
    with database.write() as conn:
        for name in STEPS:
            if name == "articles":
                add_articles(conn, [made(n).article for n in range(MANY)])
            elif name == "dropped":
                drop_rows(conn, [made(n).article.id for n in range(MANY)])
            elif name != "before anything":
                version = "1" if name == "rows" else "2"
                put(conn, [encode(made(n)) for n in range(MANY)], version)
            if name == step:
                raise Stopped


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("before", [0, 1, 3])
def test_a_batch_that_stops_half_way_leaves_nothing(tmp_path: Path, step: str, before: int) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [made(n).article for n in range(before)])
        put(conn, [encode(made(n)) for n in range(before)], "1")
    kept = contents(database)
    with pytest.raises(Stopped):
        stopped(database, step)
    assert contents(database) == kept
    with database.write() as conn:
        add_articles(conn, [made(n).article for n in range(MANY)])
        put(conn, [encode(made(n)) for n in range(MANY)], "1")
    assert contents(database) == whole()
    database.close()


@pytest.mark.parametrize("gone", [[0], [1, 3], list(range(MANY))], ids=["one", "two", "all"])
def test_rows_that_are_dropped_come_back_as_they_were(tmp_path: Path, gone: list[int]) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [made(n).article for n in range(MANY)])
        put(conn, [encode(made(n)) for n in range(MANY)], "1")
        full = counts(conn)
        drop_rows(conn, [made(n).article.id for n in gone])
        left = counts(conn)
    assert left["article"] == MANY
    for kind in ("statement", "meeting", "event", "position", "forecast", "mention"):
        assert left[kind] == full[kind] - len(gone)
    with database.write() as conn:
        put(conn, [encode(made(n)) for n in gone], "1")
        assert counts(conn) == full
    assert contents(database) == whole()
    database.close()


@pytest.mark.parametrize("version", ["1", "2"])
def test_what_is_done_waits_only_for_another_version(tmp_path: Path, version: str) -> None:
    database = open_database(tmp_path / "a.db")
    with database.write() as conn:
        add_articles(conn, [made(n).article for n in range(MANY)])
        assert len(list(pending(conn, version))) == MANY
        put(conn, [encode(made(n)) for n in range(3)], "1")
        waits = {one if isinstance(one, str) else one[0] for one in pending(conn, version)}
    done = {made(n).article.id for n in range(3)}
    everything = {made(n).article.id for n in range(MANY)}
    assert waits == (everything - done if version == "1" else everything)
    database.close()
