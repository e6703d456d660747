"""`detente registry`, `merge`, `split` and `rename` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.interfaces.factories import run

HOLDERS = "person,office,state,start,end\nVilly Sample,foreign-minister,DNK,2011-10-03,2013-12-12\n"


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "a.db")
    assert run("init", path).exit_code == 0
    return path


def test_the_built_in_registry_is_sound(db: str) -> None:
    result = run("registry", "check", "--db", db)
    assert result.exit_code == 0
    assert "no contradiction" in result.stdout
    found = json.loads(run("registry", "check", "--json", "--db", db).stdout)
    assert found["ok"]
    assert found["problems"] == []
    assert found["tenures"] > 2000


def test_what_is_imported_is_known_and_written_out(db: str, tmp_path: Path) -> None:
    file = tmp_path / "h.csv"
    file.write_text(HOLDERS, encoding="utf-8")
    result = run("registry", "import", str(file), "--format", "csv", "--db", db)
    assert "1 tenure, 1 new person, 0 known already." in result.stdout
    asked = ("who", "foreign minister", "DNK", "--on", "2012-01-01", "--db", db)
    assert "Villy Sample" in run(*asked).stdout
    mine = run("registry", "export", "--mine", "--db", db).stdout.splitlines()
    assert len(mine) == 2
    out = tmp_path / "all.jsonl"
    assert run("registry", "export", str(out), "-f", "jsonl", "--db", db).exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) > 2000


def test_a_wrong_file_names_line_and_reason(db: str, tmp_path: Path) -> None:
    file = tmp_path / "h.csv"
    file.write_text(HOLDERS + "Bo Beta,foreign-minister,DNK,2013,2011\n", encoding="utf-8")
    result = run("registry", "import", str(file), "--db", db)
    assert result.exit_code == 1
    assert "line 3: ends 2011, before it begins 2013" in result.stderr
    kept = json.loads(run("registry", "import", str(file), "--keep-going", "--json", "--db", db).stdout)
    assert (kept["tenures"], len(kept["faults"])) == (1, 1)


def test_a_term_is_added(db: str) -> None:
    result = run("registry", "add", "Villy Sample", "foreign minister", "Denmark", "--from", "2011",
                 "--to", "2013", "--name", "Willy Sample", "--db", db)  # fmt: skip
    assert result.exit_code == 0
    assert "2011 to 2013" in run("who", "Willy Sample", "--db", db).stdout


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("registry", "export", "-f", "xls"), "formats are csv, ftm, jsonl"),
        (("registry", "import", "none.csv"), "No such file"),
        (("registry", "add", "Ann Alpha", "x", "Denmark", "--from", "soon"), "is no date"),
        (("merge", "Nobody There", "Lavrov"), "nobody called 'Nobody There'"),
        (("split", "Lavrov", "Lavrov"), "is among both"),
        (("rename", "Lavrov"), "no new name"),
        (("rename", "Lavrov", "X", "--back"), "no new name"),
    ],
)
def test_what_cannot_be_done(db: str, command: tuple[str, ...], said: str) -> None:
    result = run(*command, "--db", db)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_new_name_is_shown_until_it_is_taken_back(db: str) -> None:
    assert run("rename", "Lavrov", "Sergey Lavrov", "--db", db).exit_code == 0
    asked = ("who", "foreign minister", "RUS", "--on", "2013-02-26", "--db", db)
    assert run(*asked).stdout.startswith("Sergey Lavrov")
    assert run("rename", "Lavrov", "--back", "--db", db).exit_code == 0
    assert run(*asked).stdout.startswith("Sergei Lavrov")


def test_two_of_the_registry_are_merged_and_split(db: str) -> None:
    asked = ("who", "Igor Ivanov", "--on", "2000-01-01", "--db", db)
    assert run("merge", "person:sergei-lavrov", "person:igor-ivanov", "--db", db).exit_code == 0
    assert "Sergei Lavrov, Foreign Minister" in run(*asked).stdout
    made = json.loads(
        run("split", "person:sergei-lavrov", "person:igor-ivanov", "--json", "--db", db).stdout
    )
    assert [one["verdict"] for one in made] == ["different"]
    assert "Igor Ivanov, Foreign Minister" in run(*asked).stdout
