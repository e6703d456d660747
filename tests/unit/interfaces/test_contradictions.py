# ruff: noqa: E501 -- articles of a made-up world, one string a paragraph
"""`detente contradictions` and `detente sagas` as a person and a program read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.archive import open_archive
from tests.unit.interfaces.factories import data, run

PAGES = [
    {
        "outlet": "The Oslo Post",
        "published": "2020-10-11",
        "title": "Ministers of Norway and Serbia talk in Doha",
        "text": "DOHA - The foreign ministers of Norway and Serbia met in Doha on Sunday to talk about the port "
        "of Narvik. The talks in Doha lasted an hour, officials said.",
    },
    {
        "outlet": "The Bergen Globe",
        "published": "2020-10-11",
        "title": "Norway and Serbia: ministers meet in Doha on Narvik port",
        "text": "DOHA - Foreign ministers of Serbia and Norway met in Doha on Sunday about the port of Narvik. "
        "In Doha they talked for three hours.",
    },
    {
        "outlet": "The Oslo Post",
        "published": "2020-10-12",
        "title": "Ministers of Norway and Serbia talked in Doha for two hours",
        "text": "DOHA - The foreign ministers of Norway and Serbia met in Doha on Sunday about the port of "
        "Narvik. The talks in Doha lasted two hours, officials said on Monday.",
    },
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contradictions")
    pages = folder / "pages.jsonl"
    pages.write_text("\n".join(map(json.dumps, PAGES)), encoding="utf-8")
    path = folder / "a.db"
    with open_archive(path) as archive:
        archive.add([pages])
        archive.build()
    return path


def test_open_differences_are_printed_with_who_prints_which(db: Path) -> None:
    result = run("contradictions", "--db", db)
    assert result.exit_code == 0
    assert "cannot both be" in result.stdout
    assert "an hour · The Oslo Post" in result.stdout
    assert "three hours · The Bergen Globe" in result.stdout
    assert "then and later" not in result.stdout
    assert "--later prints them" in result.stderr


def test_later_adds_what_only_changed(db: Path) -> None:
    out = run("contradictions", "--later", "--db", db).stdout
    assert "told anew" in out
    assert out.index("cannot both be") < out.index("told anew")


def test_states_and_days_narrow(db: Path) -> None:
    assert "an hour" in run("contradictions", "Norway", "SRB", "--db", db).stdout
    assert run("contradictions", "JPN", "CHN", "--db", db).stdout == ""
    assert run("contradictions", "--to", "2019", "--db", db).stdout == ""


@pytest.mark.parametrize("states", [("NOR",), ("NOR", "SRB", "RUS")])
def test_one_state_or_three_are_refused(db: Path, states: tuple[str, ...]) -> None:
    result = run("contradictions", *states, "--db", db)
    assert result.exit_code == 1
    assert "no state or two" in result.stderr


def test_as_json_each_side_has_its_sentence(db: Path) -> None:
    found = data("contradictions", "--later", "--db", db)
    assert {one["kind"] for one in found} <= {"slot", "assessment", "polarity", "update", "changed"}
    for one in found:
        assert one["id"].startswith("disagreement:")
        assert len(one["views"]) > 1
        assert all(view["refs"] and view["outlets"] for view in one["views"])


def test_of_one_story(db: Path) -> None:
    key = data("stories", "--db", db)[0]["id"]
    assert data("contradictions", "--story", key, "--db", db)


def test_limit(db: Path) -> None:
    assert len(data("contradictions", "--later", "--limit", "1", "--db", db)) == 1


def test_sagas_of_an_archive(db: Path) -> None:
    found = data("sagas", "--happenings", "1", "--db", db)
    assert sum(len(one["stories"]) for one in found) == len(data("stories", "--db", db))
    assert data("sagas", "JPN", "--happenings", "1", "--db", db) == []
    printed = run("sagas", "--happenings", "1", "--db", db)
    assert "2020-10-11" in printed.stdout
    assert "saga" in printed.stderr


def test_one_state_twice_is_refused(db: Path) -> None:
    result = run("sagas", "NOR", "Norway", "--db", db)
    assert result.exit_code == 1
    assert "named twice" in result.stderr
