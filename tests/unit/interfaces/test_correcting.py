"""`detente correct`: a slot corrected, listed and taken back on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.interfaces.factories import data, run
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

FOUND = made.extractions()
MEETING = FOUND[0].meetings[0].id
STATEMENT = FOUND[0].statements[0].id


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return archive_at(tmp_path / "made.db")


def correct(db: Path, *args: str) -> str:
    result = run("correct", *args, "--db", db)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def wrong(db: Path, *args: str) -> str:
    result = run("correct", *args, "--db", db)
    assert result.exit_code == 1, result.stdout
    assert result.stderr.count("\n") == 1
    return result.stderr


@pytest.mark.parametrize(
    ("row", "slot", "value", "shown"),
    [
        (MEETING, "date", "2013-02-25", "2013-02-25"),
        (MEETING, "place", "Bergen", "Bergen"),
        (MEETING, "place", "unknown", "unknown"),
        (MEETING, "participants", "John Kerry;Norway", "John Kerry; Norway"),
        (MEETING, "form", "call", "call"),
        (STATEMENT, "speaker", "kerry", "John Kerry"),
        (STATEMENT, "date", "2013-02-01..2013-02-03", "2013-02-01..2013-02-03"),
    ],
)
def test_a_slot_is_corrected_and_taken_back(
    db: Path, row: str, slot: str, value: str, shown: str
) -> None:
    told = correct(db, row, slot, value)
    assert told.startswith(f"{slot} of {row} is {shown} from now on; it was read as ")
    was = told.partition("it was read as ")[2].partition(". `--back`")[0]
    (line,) = correct(db).splitlines()
    assert line.startswith(f"{row}  {slot}: {shown} (read as {was}; 20")
    back = correct(db, row, slot, "--back")
    assert back == f"{slot} of {row} is {was} again, as it was read.\n"
    assert correct(db) == "Nothing is corrected.\n"


def test_who_did_it_is_told(db: Path) -> None:
    correct(db, MEETING, "place", "Bergen", "--by", "Anna")
    assert " by Anna)" in correct(db)
    (one,) = data("correct", "--db", db)
    assert (one["by"], one["slot"], one["there"]) == ("Anna", "place", True)


def test_the_list_of_one_row(db: Path) -> None:
    correct(db, MEETING, "place", "Bergen")
    correct(db, STATEMENT, "date", "2013")
    assert len(correct(db).splitlines()) == 2
    assert correct(db, MEETING).startswith(MEETING)
    assert correct(db, "meeting:none") == "Nothing of meeting:none is corrected.\n"


def test_as_json(db: Path) -> None:
    result = run("correct", MEETING, "date", "2013-02-25", "--json", "--db", db)
    one = json.loads(result.stdout)
    assert one["value"]["start"] == one["value"]["end"] == "2013-02-25"
    assert one["was"]["start"] != "2013-02-25"
    back = json.loads(run("correct", MEETING, "date", "--back", "--json", "--db", db).stdout)
    assert back == one


@pytest.mark.parametrize(
    ("args", "what"),
    [
        pytest.param((MEETING, "date"), "nothing is said of 'date'", id="no value"),
        pytest.param((MEETING, "date", "2013", "--back"), "nothing is said of", id="value and back"),
        pytest.param((MEETING, "--back"), "slots are date, place", id="back of no slot"),
        pytest.param((MEETING, "date", "soon"), "'soon' is no date", id="no date"),
        pytest.param((MEETING, "weather", "fair"), "no slot 'weather'", id="no slot"),
        pytest.param((MEETING, "date", "--back"), "nobody corrected 'date'", id="nothing to take back"),
        pytest.param(("meeting:none", "date", "2013"), "no row 'meeting:none'", id="no row"),
        pytest.param(("x", "date", "2013"), "no row 'x'", id="no kind"),
        pytest.param((STATEMENT, "speaker", "Nobody Atall"), "nobody called", id="nobody"),
    ],
)
def test_what_cannot_be_done_is_told_on_one_line(db: Path, args: tuple[str, ...], what: str) -> None:
    assert what in wrong(db, *args)
    assert correct(db) == "Nothing is corrected.\n"


def test_lists_show_it(db: Path) -> None:
    correct(db, STATEMENT, "speaker", "Norway")
    (one,) = data("statements", "Norway", "--db", db)
    assert one["row"]["id"] == STATEMENT
