"""Every command that prints an archive, on narrow and wide terminals, as data, and when it cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.unit.interfaces.factories import data, run
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

SHORT = made.desk().short[made.post().article.id]
GLOBE = made.desk().short[made.globe().article.id]
PAIR = ["USA", "RUS"]
COMMANDS: list[list[str]] = [
    ["record", *PAIR],
    ["record", *PAIR, "--all"],
    ["record", *PAIR, "--from", "2013-03"],
    ["record", "DEU", "FRA"],
    ["meetings"],
    ["meetings", *PAIR],
    ["meetings", "--form", "visit"],
    ["statements"],
    ["statements", "--by", "Ada Sample"],
    ["positions"],
    ["positions", *PAIR, "--ledger"],
    ["forecasts"],
    ["forecasts", "--open"],
    ["expert", "Ada Sample"],
    ["timeline", *PAIR],
    ["series", *PAIR],
    ["series", *PAIR, "--short"],
    ["stories"],
    ["sagas"],
    ["contradictions"],
    ["search", "Syria"],
    ["search", "kind:meeting"],
    ["related", SHORT],
    ["show"],
    ["show", SHORT],
    ["show", f"{SHORT}:2"],
    ["show", made.post().statements[2].id],
    ["show", made.post().meetings[0].id],
    ["show", made.later().events[0].id],
    ["who", "Lavrov"],
    ["who", "foreign minister", "RUS"],
    ["issues", "list"],
    ["registry", "check"],
    ["verify"],
]
NAMES = [" ".join(words if len(words) < 20 else words[:12] for words in args) for args in COMMANDS]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("archive") / "small.db")


PAGES = [args for args in COMMANDS if args[0] not in ("registry", "verify")]
"""What is laid out; the lines of a check are left whole, for `grep`."""


@pytest.mark.parametrize("args", PAGES, ids=" ".join)
@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_terminal(db: Path, args: list[str], columns: int) -> None:
    result = run(*args, "--db", db, env={"COLUMNS": str(columns)})
    assert result.exit_code == 0, result.stderr
    assert [line for line in result.stdout.splitlines() if len(line) > columns] == []
    assert [line for line in result.stdout.splitlines() if line != line.rstrip()] == []
    assert "\t" not in result.stdout
    assert "\x1b" not in result.stdout
    assert "\n\n\n" not in result.stdout
    assert not result.stdout.strip() or result.stdout.endswith("\n")


@pytest.mark.parametrize("args", COMMANDS, ids=NAMES)
def test_data_is_one_document_that_survives_a_round_trip(db: Path, args: list[str]) -> None:
    result = run(*args, "--json", "--db", db)
    assert result.exit_code == 0, result.stderr
    document = json.loads(result.stdout)
    assert json.loads(json.dumps(document)) == document
    assert json.dumps(document, ensure_ascii=False, indent=2) + "\n" == result.stdout
    assert run(*args, "--json", "--db", db, env={"COLUMNS": "40"}).stdout == result.stdout


REFS = re.compile(r"\[([0-9a-f]{4,}:\d+)\]")
REFERRING = [args for args in COMMANDS if args[0] in ("record", "meetings", "statements", "timeline")]


@pytest.mark.parametrize("args", REFERRING, ids=[" ".join(args) for args in REFERRING])
def test_a_reference_stays_whole_on_a_narrow_page(db: Path, args: list[str]) -> None:
    wide = run(*args, "--db", db, env={"COLUMNS": "110"}).stdout
    narrow = run(*args, "--db", db, env={"COLUMNS": "40"}).stdout
    assert sorted(REFS.findall(narrow)) == sorted(REFS.findall(wide))


ERRORS: list[tuple[list[str], str]] = [
    (["record", "USA", "Rusia"], "no state 'Rusia'"),
    (["record", "", "RUS"], "no state"),
    (["record", "RUS", "Russia"], "with itself"),
    (["meetings", "Ruritania"], "no state 'Ruritania'"),
    (["meetings", "--with", "Nobody There"], "nobody called 'Nobody There'"),
    (["meetings", "--issue", "gardening"], "no issue 'gardening'"),
    (["meetings", "--article", "zzzz"], "no article 'zzzz'"),
    (["statements", "--by", "Kerryman"], "nobody called 'Kerryman'"),
    (["statements", "Ruritania"], "no state 'Ruritania'"),
    (["positions", "--by", "Kerryman"], "nobody called 'Kerryman'"),
    (["positions", "USA", "Rusia", "--ledger"], "no state 'Rusia'"),
    (["forecasts", "--by", "Kerryman"], "nobody called 'Kerryman'"),
    (["forecasts", "--article", "0"], "article '0'"),
    (["expert", "Nobody There"], "nobody called 'Nobody There'"),
    (["expert", "Ada Sample", "--issue", "gardening"], "no issue 'gardening'"),
    (["timeline", "USA", "Rusia"], "no state 'Rusia'"),
    (["timeline", "USA", "USA"], "itself"),
    (["series", "USA", "USA"], "toward itself"),
    (["series", "USA", "Rusia"], "no state 'Rusia'"),
    (["series", *PAIR, "--issue", "gardening"], "no issue 'gardening'"),
    (["compare", "ffffffff"], "no story"),
    (["contradictions", "USA", "Ruritania"], "no state 'Ruritania'"),
    (["contradictions", "USA"], "takes no state or two"),
    (["sagas", "Ruritania"], "no state 'Ruritania'"),
    (["search", "("], "detente: "),
    (["search", '"open'], "detente: "),
    (["search", "issue:gardening"], "no issue 'gardening'"),
    (["search", "state:Ruritania"], "no state 'Ruritania'"),
    (["related", "ffffffff"], "no article 'ffffffff'"),
    (["show", "statement:ffff"], "statement:ffff"),
    (["show", f"{SHORT}:0"], "its sentences are 1 to 6"),
    (["show", f"{SHORT}:7"], "its sentences are 1 to 6"),
    (["show", "nonsense:1"], "nonsense"),
    (["who", "nobody at all"], "no office and no person called"),
    (["merge", "Nobody There", "John Kerry"], "nobody called 'Nobody There'"),
    (["merge", "John Kerry", "John Kerry"], "one with itself already"),
    (["split", "Nobody There", "John Kerry"], "nobody called 'Nobody There'"),
    (["split", "John Kerry", "John Kerry"], "among both"),
    (["rename", "Nobody There", "X"], "nobody called 'Nobody There'"),
    (["rename", "John Kerry", " "], "no new name"),
    (["registry", "add", "A B", "foreign minister", "Ruritania", "--from", "2011"], "Ruritania"),
    (["registry", "export", "-f", "docx"], "formats are"),
    (["brief", "USA", "Rusia"], "no state 'Rusia'"),
    (["brief", "USA", "USA"], "USA"),
]


@pytest.mark.parametrize(("args", "said"), ERRORS, ids=[" ".join(args)[:50] for args, _ in ERRORS])
def test_what_cannot_be_answered_is_one_line_and_exit_1(db: Path, args: list[str], said: str) -> None:
    result = run(*args, "--db", db, env={"COLUMNS": "40"})
    assert result.exit_code == 1, (result.exit_code, result.stdout, result.stderr)
    assert result.stdout == ""
    assert result.stderr.startswith("detente: ")
    assert (result.stderr.count("\n"), result.stderr[-1]) == (1, "\n")
    assert said in result.stderr


DATA = [(args, said) for args, said in ERRORS if args[0] != "brief" and "export" not in args]


@pytest.mark.parametrize(("args", "said"), DATA, ids=[" ".join(args)[:50] for args, _ in DATA])
def test_asking_for_data_changes_no_error(db: Path, args: list[str], said: str) -> None:
    result = run(*args, "--json", "--db", db)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


NOT_THERE = [args for args in COMMANDS if args[0] not in ("who", "registry", "issues")]


@pytest.mark.parametrize("args", NOT_THERE, ids=[" ".join(args)[:40] for args in NOT_THERE])
def test_an_archive_that_is_not_there_is_said_and_not_made(tmp_path: Path, args: list[str]) -> None:
    path = tmp_path / "none.db"
    result = run(*args, "--db", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert str(path) in result.stderr
    assert result.stderr.count("\n") == 1
    assert not path.exists()


EMPTY = [args for args in COMMANDS if not {SHORT, f"{SHORT}:2", "Ada Sample"} & set(args)]
EMPTY = [args for args in EMPTY if not any(":" in one for one in args) or args[0] == "search"]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    assert run("init", path).exit_code == 0
    return path


@pytest.mark.parametrize("args", EMPTY, ids=[" ".join(args)[:40] for args in EMPTY])
def test_an_empty_archive_has_nothing_to_say_and_says_so(empty: Path, args: list[str]) -> None:
    result = run(*args, "--db", empty)
    assert result.exit_code == 0, result.stderr
    assert result.stdout or result.stderr
    document = data(*args, "--db", empty)
    assert isinstance(document, list | dict)
