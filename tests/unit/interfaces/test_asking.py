"""The commands that ask an archive: what they print, as lines and as data."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.unit.interfaces.factories import check_golden, data, run
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

REF = re.compile(r"\[[0-9a-f]{4,16}:(?:\d+|page)\]( and \d+ more)?$")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("archive") / "small.db")


@pytest.fixture(autouse=True)
def _small_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offices and issues are those of the factory, so that a new tenure changes no golden file."""
    monkeypatch.setattr("detente.interfaces.cli.asking.reference", lambda _: made.reference())


SHORT = made.desk().short[made.post().article.id]
POSITION = made.post().positions[0].id


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("record", ["record", "USA", "RUS"]),
        ("record_all", ["record", "USA", "RUS", "--all"]),
        ("record_as_of", ["record", "usa", "Russia", "--as-of", "2013-02"]),
        ("record_none", ["record", "USA", "DEU", "--from", "2015"]),
        ("meetings", ["meetings", "USA", "RUS"]),
        ("statements", ["statements", "--issue", "syria"]),
        ("positions", ["positions"]),
        ("forecasts", ["forecasts"]),
        ("search", ["search", "syrian", "crisis"]),
        ("articles", ["show"]),
        ("sentence", ["show", f"{SHORT}:3"]),
        ("article", ["show", SHORT]),
        ("row", ["show", made.post().statements[2].id]),
    ],
)
def test_golden(db: Path, name: str, args: list[str]) -> None:
    result = run(*args, env={"DETENTE_DB": str(db)})
    assert result.exit_code == 0, result.stderr
    check_golden(name, result.stdout)


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["record", "USA", "RUS"], id="record"),
        pytest.param(["meetings"], id="meetings"),
        pytest.param(["statements"], id="statements"),
        pytest.param(["search", "Syria"], id="search"),
    ],
)
@pytest.mark.parametrize("columns", [40, 60, 100, 300])
def test_lines_fit_the_width_and_have_no_blanks_at_their_ends(
    db: Path, args: list[str], columns: int
) -> None:
    result = run(*args, "--db", db, env={"COLUMNS": str(columns)})
    for line in result.stdout.splitlines():
        assert len(line) <= min(columns, 110)
        assert line == line.rstrip()


@pytest.mark.parametrize(
    "args",
    [["meetings"], ["statements"], ["positions"], ["forecasts"], ["search", "Syria"]],
    ids=lambda args: args[0],
)
def test_every_item_of_a_list_ends_in_references(db: Path, args: list[str]) -> None:
    text = run(*args, "--db", db).stdout
    items = re.split(r"\n(?=  \S)", text.rstrip("\n"))
    assert items
    for item in items:
        assert REF.search(item), item


def test_every_reference_that_is_printed_opens(db: Path) -> None:
    text = run("record", "USA", "RUS", "--db", db).stdout
    refs = set(re.findall(r"\[([0-9a-f]{4,16}(?::\w+)?)\]", text))
    assert len(refs) > 8
    for ref in refs:
        assert run("show", ref, "--db", db).exit_code == 0


def test_a_short_record_shows_nobody_unresolved_and_counts_them(db: Path) -> None:
    text = run("record", "USA", "RUS", "--db", db).stdout
    assert "Kerry will visit Moscow in May" not in text
    assert re.search(r"Speaker not resolved: 1 statement \[", text)
    assert "Kerry will visit Moscow in May" in run("record", "USA", "RUS", "--all", "--db", db).stdout


@pytest.mark.parametrize("words", ["(for", "(against", "polarity"])
@pytest.mark.parametrize(
    "args",
    [["record", "USA", "RUS"], ["record", "USA", "RUS", "--all"], ["positions"], ["show", POSITION]],
    ids=["record", "all", "list", "row"],
)
def test_no_polarity_on_a_page(db: Path, args: list[str], words: str) -> None:
    assert words not in run(*args, "--db", db).stdout


def test_each_cut_names_a_command_that_runs_on_the_same_archive_and_days(db: Path) -> None:
    days = ["--from", "2013-02-01", "--as-of", "2013-12-31"]
    text = " ".join(run("record", "USA", "RUS", *days, "--db", db).stdout.split())
    commands = re.findall(r"`detente ([^`]+)`", text)
    assert commands
    for command in commands:
        words = shlex.split(command.replace("ISSUE", "syria").replace("NAME", "Ada Sample"))
        assert words[-2:] == ["--db", str(db)]
        assert "--from" in words
        assert "--as-of" in words
        result = run(*words)
        assert result.exit_code == 0, result.stderr
        assert result.stdout


def test_no_option_for_an_archive_that_is_found_anyhow(db: Path) -> None:
    text = run("record", "USA", "RUS", env={"DETENTE_DB": str(db)}).stdout
    assert "`detente statements" in text
    assert "--db" not in text


def test_nothing_on_standard_output_but_the_data(db: Path) -> None:
    result = run("statements", "--db", db)
    assert "6 statements" in result.stderr
    assert "6 statements" not in result.stdout


def test_no_escape_codes_where_nobody_looks(db: Path) -> None:
    assert "\x1b" not in run("record", "USA", "RUS", "--db", db).stdout


EVIDENCE = {"start", "end", "quote", "role", "sentence"}


def _evidence_of(value: Any) -> list[dict[str, Any]]:
    """Return all evidence in a document, wherever it is."""
    if isinstance(value, dict):
        own = value.get("evidence") or []
        return [*own, *(item for part in value.values() for item in _evidence_of(part))]
    if isinstance(value, list):
        return [item for part in value for item in _evidence_of(part)]
    return []


@pytest.mark.parametrize(
    ("args", "keys"),
    [
        pytest.param(
            ["record", "USA", "RUS"],
            {
                "left", "right", "since", "until", "as_of", "period", "articles", "reports", "cut_off",
                "offices", "meetings", "contacts", "acts", "statements", "positions", "forecasts",
                "questions",
            },
            id="record",
        ),
        pytest.param(
            ["meetings"],
            {
                "id", "rows", "form", "date", "place", "participants", "agenda", "outcome", "status",
                "occasion", "signals", "differences", "reports", "refs", "fates", "asserted",
                "duration", "press",
            },
            id="meetings",
        ),
        pytest.param(
            ["statements"],
            {"row", "same", "side", "reported", "reports", "refs", "differences"},
            id="statements",
        ),
        pytest.param(["positions"], {"row", "same", "reported", "reports", "refs"}, id="positions"),
        pytest.param(
            ["forecasts"],
            {"row", "same", "made", "due", "outcome", "waiting", "reports", "refs"},
            id="forecasts",
        ),
        pytest.param(
            ["search", "Syria"],
            {"kind", "id", "text", "marks", "ref", "start", "end", "article", "who", "row"},
            id="search",
        ),
        pytest.param(
            ["show"],
            {
                "id", "short", "title", "outlet", "published", "path", "access", "cut_off", "origin",
            },
            id="articles",
        ),
        pytest.param(["show", SHORT], {"article", "row", "rows", "passages", "found"}, id="show"),
    ],
)  # fmt: skip
def test_json(db: Path, args: list[str], keys: set[str]) -> None:
    document = data(*args, "--db", db)
    for item in document if isinstance(document, list) else [document]:
        assert item.keys() == keys
    texts = {of.article.text for of in made.extractions()}
    found = _evidence_of(document)
    assert found or args == ["show"]
    for evidence in found:
        assert evidence.keys() == EVIDENCE
        start, end = evidence["start"], evidence["end"]
        assert any(text[start:end] == evidence["quote"] for text in texts)


def test_the_record_as_data_holds_everything_the_lines_leave_out(db: Path) -> None:
    document = data("record", "USA", "RUS", "--db", db)
    assert sum(len(group["sayings"]) for group in document["statements"]) == 5
    assert document["meetings"][0]["differences"][0]["slot"] == "date"
    assert [row["id"].partition(":")[0] for row in document["meetings"][0]["rows"]] == ["meeting"] * 3


@pytest.mark.parametrize(
    ("args", "count"),
    [
        pytest.param(["meetings", "--status", "planned"], 1, id="status"),
        pytest.param(["meetings", "--form", "call"], 0, id="form"),
        pytest.param(["meetings", "--with", "putin"], 1, id="somebody"),
        pytest.param(["meetings", "--from", "2013-05-07", "--to", "2013-05-07"], 3, id="days"),
        pytest.param(["meetings", "--article", SHORT], 1, id="article"),
        pytest.param(["statements", "--by", "lavrov"], 1, id="speaker"),
        pytest.param(["statements", "--by", "Ada Sample"], 3, id="somebody of an article"),
        pytest.param(["statements", "RUS", "--limit", "1"], 1, id="limit"),
        pytest.param(["positions", "--by", "Russia"], 1, id="position of a state"),
        pytest.param(["forecasts", "--due", "2013-04-01"], 1, id="due"),
        pytest.param(["forecasts", "--due", "2013-03-30"], 0, id="not due"),
        pytest.param(["search", "breakthrough", "--outlet", "the globe sample"], 1, id="outlet"),
        pytest.param(["search", "Syria", "--kind", "article", "--limit", "2"], 2, id="kind"),
        pytest.param(["search", "shared interests"], 1, id="a phrase in one argument"),
        pytest.param(["search", "shared", "nowhere"], 0, id="all words are needed"),
    ],
)
def test_filters(db: Path, args: list[str], count: int) -> None:
    assert len(data(*args, "--db", db)) == count


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(["record", "USA", "Rusia"], "no state 'Rusia'; near it: Russia (RUS)", id="state"),
        pytest.param(["record", "USA", "USA"], "a relationship of USA with itself", id="same state"),
        pytest.param(
            ["statements", "--by", "Lavrow"], "nobody called 'Lavrow'; near it:", id="somebody"
        ),
        pytest.param(["positions", "--issue", "syra"], "no issue 'syra'", id="issue"),
        pytest.param(["show", "ffffffff"], "no article 'ffffffff'", id="article"),
        pytest.param(["show", f"{SHORT}:99"], "its sentences are 1 to 6", id="sentence"),
        pytest.param(["meetings", "--article", "zz"], "no article 'zz'", id="article option"),
        pytest.param(["search", "(Syria"], "at character 7 ) was expected", id="query"),
        pytest.param(["search", "x by:Lavrow"], "at character 3 nobody called 'Lavrow'", id="field"),
    ],
)
def test_a_name_that_nobody_knows_is_one_line_and_exit_1(
    db: Path, args: list[str], message: str
) -> None:
    result = run(*args, "--db", db)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("detente: ")
    assert result.stderr.count("\n") == 1
    assert message in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["record", "USA"], id="an argument is missing"),
        pytest.param(["meetings", "--from", "May"], id="no date"),
        pytest.param(["meetings", "--from", "2013-02-30"], id="no such day"),
        pytest.param(["forecasts", "--due", "soon"], id="no due date"),
        pytest.param(["meetings", "--form", "lunch"], id="no such form"),
        pytest.param(["search", "Syria", "--kind", "word"], id="no such kind"),
        pytest.param(["statements", "--limit", "0"], id="no lines at all"),
        pytest.param(["statements", "--wrong"], id="no such option"),
        pytest.param(["gossip"], id="no such command"),
    ],
)
def test_what_is_not_understood_is_exit_2(args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "no such file", id="not there"),
        pytest.param(b"not an archive at all", "it is not an archive", id="another file"),
        pytest.param(b"SQLite format 3\x00" + b"\x07" * 4096, "damaged", id="a damaged file"),
    ],
)
@pytest.mark.parametrize("args", [["record", "USA", "RUS"], ["meetings"], ["search", "x"], ["show"]])
def test_a_bad_archive_is_one_line_and_exit_1(
    tmp_path: Path, args: list[str], content: bytes | None, message: str
) -> None:
    path = tmp_path / "bad.db"
    if content is not None:
        path.write_bytes(content)
    result = run(*args, "--db", path)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert str(path) in result.stderr


def test_the_archive_may_be_named_by_the_environment(db: Path) -> None:
    result = run("meetings", "--json", env={"DETENTE_DB": str(db)})
    assert len(json.loads(result.stdout)) == 3
