"""`detente stories`, `compare` and `timeline` as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.interfaces.factories import check_golden, data, run
from tests.unit.query.archives import archive_at


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("stories") / "small.db")


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("stories", ["stories"]),
        ("timeline", ["timeline", "USA", "Russia", "--days", "3"]),
    ],
)
def test_output_is_as_reviewed(db: Path, name: str, command: list[str]) -> None:
    check_golden(name, run(*command, "--db", db).stdout)


def test_a_story_is_compared_by_the_beginning_of_its_id(db: Path) -> None:
    view = max(data("stories", "--db", db), key=lambda one: len(one["articles"]))
    short = view["id"].removeprefix("story:")[:8]
    printed = run("compare", short, "--db", db)
    assert printed.exit_code == 0
    assert short in printed.stdout
    assert data("compare", short, "--db", db)["story"]["id"] == view["id"]


def test_compare_says_what_it_leaves_out(db: Path) -> None:
    view = max(data("stories", "--db", db), key=lambda one: len(one["articles"]))
    brief, whole = (
        run("compare", view["id"], "--db", db),
        run("compare", view["id"], "--all", "--db", db),
    )
    assert len(whole.stdout) >= len(brief.stdout)
    assert ("--all" in brief.stderr) == (whole.stdout != brief.stdout)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["compare", "nosuch"], "detente stories"),
        (["timeline", "USA", "Nowhereland"], "Nowhereland"),
        (["timeline", "USA", "Russia", "--issue", "nosuch"], "nosuch"),
    ],
)
def test_an_unknown_name_is_one_line_and_exit_1(db: Path, command: list[str], said: str) -> None:
    result = run(*command, "--db", db)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_to_tell_is_said(db: Path) -> None:
    result = run("timeline", "USA", "Russia", "--to", "1900", "--db", db)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "0 days" in result.stderr


def test_json_holds_every_story(db: Path) -> None:
    found = data("stories", "--db", db)
    assert all(one["id"].startswith("story:") for one in found)
    assert data("stories", "--limit", "1", "--db", db) == found[:1]
