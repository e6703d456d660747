"""`detente brief` as a person runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.interfaces.factories import check_golden, data, run
from tests.unit.query.archives import archive_at

PERIOD = ["--from", "2013-02", "--to", "2013-05"]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_at(tmp_path_factory.mktemp("brief") / "small.db")


@pytest.mark.parametrize(
    ("name", "more"),
    [("brief", []), ("brief_de", ["--language", "de"]), ("brief_march", ["--to", "2013-03"])],
)
def test_output_is_as_reviewed(db: Path, name: str, more: list[str]) -> None:
    check_golden(name, run("brief", "USA", "Russia", *PERIOD, *more, "--db", db).stdout)


@pytest.mark.parametrize(
    ("ending", "begins"),
    [(".md", b"# "), (".html", b"<!DOCTYPE"), (".pdf", b"%PDF"), (".docx", b"PK"), (".PDF", b"%PDF")],
)
def test_a_file_of_each_kind(db: Path, tmp_path: Path, ending: str, begins: bytes) -> None:
    out = tmp_path / f"note{ending}"
    result = run("brief", "USA", "RUS", *PERIOD, "--out", out, "--db", db)
    assert result.exit_code == 0
    assert out.read_bytes().startswith(begins)
    assert "cited" in result.stderr
    assert result.stdout == ""


def test_json_has_every_line_with_its_evidence(db: Path) -> None:
    found = data("brief", "USA", "RUS", *PERIOD, "--db", db)
    lines = [line for block in found["blocks"] for part in block["parts"] for line in part["lines"]]
    assert lines
    assert all(line["evidence"] for line in lines)


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        (["USA", "Nowhereland"], 1, "Nowhereland"),
        (["USA", "USA"], 1, "itself"),
        (["USA", "RUS", "--language", "fr"], 1, "fr"),
        (["USA", "RUS", "--out", "note.txt"], 2, ".docx"),
        (["USA", "RUS", "--out", "no/such/folder/note.md"], 1, "note.md"),
    ],
)
def test_what_cannot_be_done_is_said(db: Path, more: list[str], code: int, said: str) -> None:
    result = run("brief", *more, "--db", db)
    assert result.exit_code == code
    assert said in result.stderr


def test_nothing_in_a_period_is_said(db: Path) -> None:
    result = run("brief", "USA", "RUS", "--from", "2001", "--to", "2001", "--db", db)
    assert "Nothing on the two in this period." in result.stdout
