"""`detente series` as a person runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.interfaces.cli.course import bar, deed_words
from detente.query.course_deeds import deeds_of
from detente.query.series import FORMULA
from tests.unit.interfaces.factories import check_golden, data, run
from tests.unit.query.archives import archive_at
from tests.unit.query.course import (
    KERRY,
    LAVROV,
    MOSCOW,
    RUSSIA,
    USA,
    act,
    article,
    felt,
    met,
    told,
)

POST = article("Post", "2013-05-09")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("course") / "small.db")


@pytest.mark.parametrize(
    ("name", "more"),
    [("series", []), ("series_short", ["--short"]), ("series_issue", ["--issue", "syria"])],
)
def test_output_is_as_reviewed(db: Path, name: str, more: list[str]) -> None:
    check_golden(name, run("series", "USA", "Russia", *more, "--db", db).stdout)


def test_the_formula_is_printed_beside_it(db: Path) -> None:
    printed = " ".join(run("series", "USA", "RUS", "--db", db).stdout.split())
    assert " ".join(FORMULA.split()) in printed


def test_json_has_both_and_apart(db: Path) -> None:
    found = data("series", "USA", "RUS", "--db", db)
    assert set(found) == {"series", "assessments"}
    assert [way["by"] for way in found["series"]["courses"]] == ["USA", "RUS"]
    deeds = [
        deed for way in found["series"]["courses"] for point in way["points"] for deed in point["deeds"]
    ]
    assert deeds
    assert all(deed["refs"] for deed in deeds)
    assert found["series"]["formula"] == FORMULA


def test_a_gap_is_said_to_be_one(db: Path) -> None:
    assert "nothing reported that counts" in run("series", "USA", "RUS", "--db", db).stdout


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["USA", "Nowhereland"], "Nowhereland"),
        (["USA", "USA"], "toward itself"),
        (["USA", "RUS", "--issue", "nosuch"], "nosuch"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_1(db: Path, more: list[str], said: str) -> None:
    result = run("series", *more, "--db", db)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("score", "left", "right"),
    [(0.0, 0, 0), (3.2, 0, 3), (-2.0, 2, 0), (10.0, 0, 10), (-10.0, 10, 0), (0.4, 0, 0), (99.0, 0, 10)],
)
def test_a_bar_has_one_width(score: float, left: int, right: int) -> None:
    drawn = bar(score)
    before, _, after = drawn.partition("|")
    assert len(drawn) == 21
    assert (before.count("#"), after.count("#")) == (left, right)


WORDS: list[Any] = [
    (act(POST, "SANCTION", USA, RUSSIA, "2013-05-07", trigger="imposed"),
     "sanction: United States to Russia (“imposed”)"),
    (act(POST, "AGREE", (KERRY, LAVROV), (), "2013-05-07", trigger="agreed"),
     "agreement: John Kerry and Sergei Lavrov (“agreed”)"),
    (met(POST, KERRY, LAVROV, on="2013-05-07", place=MOSCOW),
     "meeting in Moscow: John Kerry and Sergei Lavrov"),
    (met(POST, KERRY, LAVROV, status="cancelled", form="visit", place=MOSCOW),
     "visit in Moscow, cancelled: John Kerry and Sergei Lavrov"),
    (felt(POST, LAVROV, USA), "words against United States: Sergei Lavrov"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "words"), WORDS)
def test_a_deed_in_words(row: Any, words: str) -> None:
    (deed,) = deeds_of(told(row, of=[POST]).course(), "USA", "RUS").deeds
    assert deed_words(deed) == words
