"""The commands that read and build, over small articles and the real pipeline."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from detente.errors import UnreadableInput
from detente.interfaces.cli.corpus import _files_in, demo_files
from tests.unit.interfaces.factories import data, run

PAGE = """Ministers meet in Vienna

By Ada Example

March 4, 2013

Russian Foreign Minister Sergei Lavrov met U.S. Secretary of State John Kerry in Vienna on Monday.

The two discussed Syria, said Ada Sample, an analyst at the Example Institute.

"The talks were useful," Sample said.
"""
OTHER = PAGE.replace("Vienna", "Paris").replace("useful", "of little use")
KINDS = ["mentions", "statements", "meetings", "events", "positions", "forecasts"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "vienna.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_read_as_data(page: Path) -> None:
    result = run("read", page, "--json")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == ["article", "sentences", "actors", *KINDS]
    assert found["article"]["title"] == "Ministers meet in Vienna"
    assert found["article"]["published"]["start"] == "2013-03-04"
    (meeting,) = found["meetings"]
    assert {person["actor_id"] for person in meeting["participants"]} == {
        "person:sergei-lavrov",
        "person:john-kerry",
    }
    assert meeting["place"]["name"] == "Vienna"
    quoted = next(row for row in found["statements"] if row["kind"] == "direct")
    assert quoted["speaker"].keys() >= {"name", "actor_id", "text", "office", "state"}
    assert quoted["speaker"]["name"] == "Ada Sample"
    for kind in KINDS:
        for row in found[kind]:
            assert row["evidence"]
            for evidence in row["evidence"]:
                start, end = evidence["start"], evidence["end"]
                assert found["article"]["text"][start:end] == evidence["quote"]


def test_read_as_a_digest(page: Path) -> None:
    result = run("read", page)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert text.startswith("Ministers meet in Vienna [")
    assert "4 Mar 2013" in text
    assert "By Ada Example" in text
    assert "Vienna · Sergei Lavrov, John Kerry · held · 1 outlet" in text
    assert re.search(r'Ada Sample\b[^"]*"The talks were useful,"', text), text


def test_read_standard_input() -> None:
    found = json.loads(run("read", "-", "--json", input=PAGE).stdout)
    assert found["article"]["path"] == "-"
    assert found["meetings"]


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    """Return inputs that cannot be read, by what is wrong with them."""
    found = {
        "missing": tmp_path / "missing.txt",
        "empty": tmp_path / "empty.txt",
        "binary": tmp_path / "binary.txt",
    }
    found["empty"].write_bytes(b"")
    found["binary"].write_bytes(bytes(range(256)) * 40)
    return found


@pytest.mark.parametrize("what", ["missing", "empty", "binary"])
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_bad_input_is_one_line_and_the_others_go_on(
    tmp_path: Path, page: Path, bad: dict[str, Path], what: str, command: str
) -> None:
    args = ["--json"] if command == "read" else ["--db", str(tmp_path / "a.db")]
    result = run(command, bad[what], page, *args)
    assert result.exit_code == 1
    complaints = [line for line in result.stderr.splitlines() if line.startswith("detente: ")]
    assert len(complaints) == 1
    assert bad[what].name in complaints[0]
    assert "; " in complaints[0]
    if command == "read":
        assert json.loads(result.stdout)["article"]["path"] == str(page)
    else:
        assert len(data("show", "--db", tmp_path / "a.db")) == 1


def test_init_makes_an_archive_and_leaves_one_that_is_there(tmp_path: Path, page: Path) -> None:
    db = tmp_path / "new.db"
    first = run("init", db)
    assert first.exit_code == 0
    assert "Made the archive" in first.stdout
    assert run("add", page, "--no-build", "--db", db).exit_code == 0
    assert "with 1 article" in run("init", "--db", db).stdout
    assert len(data("show", "--db", db)) == 1


def test_add_builds_and_adding_twice_changes_nothing(tmp_path: Path, page: Path) -> None:
    db = tmp_path / "a.db"
    first = run("add", page, "--db", db)
    assert first.exit_code == 0
    assert "1 article added." in first.stderr
    assert "1 article built" in first.stderr
    before = data("record", "USA", "RUS", "--db", db)
    again = run("add", page, "--db", db)
    assert "0 articles added, 1 there already." in again.stderr
    assert "0 articles built" in again.stderr
    assert data("record", "USA", "RUS", "--db", db) == before
    assert len(before["meetings"]) == 1


def test_add_without_building_and_build_later(tmp_path: Path, page: Path) -> None:
    db = tmp_path / "a.db"
    run("add", page, "--no-build", "--db", db)
    assert data("meetings", "--db", db) == []
    assert run("build", "--db", db).exit_code == 0
    assert len(data("meetings", "--db", db)) == 1


def test_build_needs_an_archive(tmp_path: Path) -> None:
    result = run("build", "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "no such file" in result.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.fixture
def built(tmp_path: Path, page: Path) -> Path:
    db = tmp_path / "built.db"
    other = tmp_path / "paris.txt"
    other.write_text(OTHER, encoding="utf-8")
    assert run("add", page, other, "--db", db).exit_code == 0
    return db


def test_verify_a_sound_archive(built: Path) -> None:
    result = run("verify", "--db", built)
    assert result.exit_code == 0
    assert "of 2 articles read again: every word is where it should be." in result.stdout
    document = data("verify", "--db", built)
    assert document["ok"] is True
    assert document["articles"] == 2
    assert document["rows"] > 10
    assert document["problems"] == []


def test_verify_names_the_rows_whose_words_are_not_there(built: Path) -> None:
    with sqlite3.connect(built) as conn:
        conn.execute("UPDATE article SET text = replace(text, 'useful', 'USEFUL')")
    conn.close()
    statements = [row["row"]["id"] for row in data("statements", "--db", built)]
    result = run("verify", "--db", built)
    assert result.exit_code == 1
    assert any(row in result.stdout for row in statements)
    as_data = run("verify", "--json", "--db", built)
    assert as_data.exit_code == 1
    document = json.loads(as_data.stdout)
    assert document["ok"] is False
    assert {problem["row_id"] for problem in document["problems"]} & set(statements)


def test_doctor(built: Path) -> None:
    document = data("doctor", "--db", built)
    assert document["ok"] is True
    names = {check["name"] for check in document["checks"]}
    assert names >= {"Python", "spacy", "SQLite", "registry", "archive", "builds", "evidence"}
    text = run("doctor", "--db", built).stdout
    assert "PROBLEM" not in text
    assert "2 articles" in " ".join(text.split())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "no such file", id="not there"),
        pytest.param(b"something else", "it is not an archive", id="another file"),
    ],
)
def test_doctor_finds_a_bad_archive(tmp_path: Path, content: bytes | None, message: str) -> None:
    db = tmp_path / "bad.db"
    if content is not None:
        db.write_bytes(content)
    result = run("doctor", "--db", db, env={"COLUMNS": "300"})
    assert result.exit_code == 1
    assert "PROBLEM" in result.stdout
    assert message in " ".join(result.stdout.split())


def test_doctor_without_an_archive_checks_the_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_DB", raising=False)
    result = run("doctor", env={"DETENTE_DB": "detente.db"})
    assert result.exit_code == 0
    assert "`detente init` makes one" in " ".join(result.stdout.split())


def test_the_demo_corpus_is_found_and_has_no_readme_in_it() -> None:
    files = demo_files()
    assert len(files) > 20
    assert files == sorted(files)


def test_the_demo_corpus_of_the_package_goes_before_that_of_the_checkout(tmp_path: Path) -> None:
    for folder in ("package", "checkout"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    assert _files_in([tmp_path / "package", tmp_path / "checkout"])[0].parent.name == "package"
    assert _files_in([tmp_path / "nowhere", tmp_path / "checkout"])[0].parent.name == "checkout"
    with pytest.raises(UnreadableInput, match="nowhere"):
        _files_in([tmp_path / "nowhere"])


@pytest.fixture
def small_demo(monkeypatch: pytest.MonkeyPatch, page: Path) -> Path:
    """Make the demo a corpus of one article."""
    monkeypatch.setattr("detente.interfaces.cli.demo.demo_files", lambda: [page])
    return page


def test_demo_builds_prints_the_record_and_names_commands_that_work(
    tmp_path: Path, small_demo: Path
) -> None:
    db = tmp_path / "demo.db"
    result = run("demo", "--db", db)
    assert result.exit_code == 0
    assert result.stdout.startswith("United States and Russia\n")
    assert "Vienna · Sergei Lavrov, John Kerry" in result.stdout
    commands = [line.strip() for line in result.stderr.splitlines() if "  detente show" in line]
    assert len(commands) == 1
    assert run(*commands[0].split()[1:]).exit_code == 0


def test_demo_again_is_made_anew(tmp_path: Path, small_demo: Path) -> None:
    db = tmp_path / "demo.db"
    run("demo", "--db", db)
    assert "1 article added." in run("demo", "--db", db).stderr
    assert "1 there already" in run("demo", "--keep", "--db", db).stderr


def test_demo_never_touches_an_archive_of_somebodys_own(tmp_path: Path, small_demo: Path) -> None:
    db, own = tmp_path / "own.db", tmp_path / "own.txt"
    own.write_text(OTHER, encoding="utf-8")
    run("add", own, "--no-build", "--db", db)
    result = run("demo", "--db", db)
    assert result.exit_code == 1
    assert "own.txt" in result.stderr
    assert "--keep" in result.stderr
    assert len(data("show", "--db", db)) == 1
    assert run("demo", "--keep", "--db", db).exit_code == 0
    assert len(data("show", "--db", db)) == 2
