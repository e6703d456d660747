"""Migrations and records say the same: what a new file holds is what the tables are derived to be."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from detente.store import migrations, open_database, tables
from detente.store.migrations import Migration


def test_a_migrated_file_has_the_derived_tables(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.read() as conn:
        found = sa.inspect(conn)
        names = {name for name in found.get_table_names() if not name.startswith("searched_text")}
        assert names == set(tables.metadata.tables)
        for name, table in tables.metadata.tables.items():
            columns = {
                column["name"]: (str(column["type"]), column["nullable"])
                for column in found.get_columns(name)
            }
            dialect = conn.dialect
            derived = {
                column.name: (column.type.compile(dialect), column.nullable) for column in table.columns
            }
            assert columns == derived, name
            key = found.get_pk_constraint(name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key], name
            indexes = {
                (index["name"], tuple(index["column_names"])) for index in found.get_indexes(name)
            }
            wanted = {
                (index.name, tuple(column.name for column in index.columns)) for index in table.indexes
            }
            assert indexes == wanted, name
            keys = {
                (
                    tuple(key["constrained_columns"]),
                    key["referred_table"],
                    key["options"].get("ondelete"),
                )
                for key in found.get_foreign_keys(name)
            }
            derived_keys = {
                ((key.parent.name,), key.column.table.name, key.ondelete) for key in table.foreign_keys
            }
            assert keys == derived_keys, name
    database.close()


def test_migrations_are_numbered_without_a_gap() -> None:
    found = migrations.migrations()
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert all(one.name.startswith(f"{one.number:04}_") for one in found)
    assert migrations.newest() == len(found)


def test_a_statement_for_another_database_is_left_out() -> None:
    step = Migration(1, "x", "-- note\nA\n  B;\n--: sqlite\nC;\n--: postgresql\nD;\n--: all\nE;\n")
    assert list(step.statements("sqlite")) == ["A\n  B", "C", "E"]
    assert list(step.statements("postgresql")) == ["A\n  B", "D", "E"]


def test_what_is_sqlites_own_is_not_sent_to_postgresql() -> None:
    text = "\n".join(migrations.migrations()[0].statements("postgresql"))
    assert "WITHOUT ROWID" not in text
    assert "fts5" not in text
    assert "tsvector" in text


@pytest.mark.parametrize("name", sorted(tables.metadata.tables))
def test_tables_can_be_made_in_postgresql(name: str) -> None:
    made = str(CreateTable(tables.metadata.tables[name]).compile(dialect=postgresql.dialect()))
    assert f"CREATE TABLE {name}" in made


def test_every_table_of_an_article_names_it() -> None:
    assert all("article" in tables.metadata.tables[name].c for name in tables.OF_ARTICLE)
    own = {"article", "failure", "link", "work", "meta", "identity", "judgement", "outlet_page"}
    own |= {"story", "story_change", "own_actor", "own_assertion", "own_issue", "own_name"}
    own |= {"own_office", "own_tenure"}
    own |= {"account", "token", "collection", "collected", "follow", "reviewed"}
    own |= {"correction", "visit", "gone"}
    own |= {"entry", "heading", "listed", "searched", "called"}
    assert set(tables.metadata.tables) == own | set(tables.OF_ARTICLE)
