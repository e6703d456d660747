"""The commands as a whole: each is documented, helps, is quick to load, and fails politely."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from detente.errors import DetenteError
from detente.interfaces.cli.app import COMMANDS, app, complain
from tests.unit.interfaces.factories import run

ROOT = Path(__file__).resolve().parents[3]
REFERENCE = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


def _group() -> TyperGroup:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def _names() -> list[str]:
    """Return every command; of a group, each of its commands with the group's name before it."""
    found: list[str] = []
    group = _group()
    with group.make_context("detente", ["--help"], resilient_parsing=True) as ctx:
        for name in group.list_commands(ctx):
            command = group.get_command(ctx, name)
            below = command.commands if isinstance(command, TyperGroup) else {}
            found += [f"{name} {one}" for one in below] or [name]
    return found


NAMES = _names()


def _section(name: str) -> str:
    """Return what the reference says on a command, its heading included."""
    match = re.search(rf"^### `detente {name}[ `].*?(?=^#|\Z)", REFERENCE, re.MULTILINE | re.DOTALL)
    assert match, f"docs/reference/cli.md has no heading for `detente {name}`"
    return match[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_is_documented(name: str) -> None:
    group = _group()
    with group.make_context("detente", ["--help"], resilient_parsing=True) as ctx:
        command = group.get_command(ctx, name.split()[0])
    if isinstance(command, TyperGroup):
        command = command.commands[name.split()[1]]
    assert command is not None
    heading = _section(name).splitlines()[0]
    options = {option for param in command.params for option in param.opts if option.startswith("--")}
    assert options
    for option in options:
        assert re.search(rf"[\[ ]{option}\b", heading), f"{option} is not in the heading of {name}"


@pytest.mark.parametrize("name", NAMES)
def test_every_documented_option_is_there(name: str) -> None:
    help_text = run(*name.split(), "--help").stdout
    for option in re.findall(r"--[a-z-]+", _section(name).splitlines()[0]):
        assert option in help_text


def test_every_documented_command_is_there() -> None:
    assert set(re.findall(r"^### `detente (\w+)", REFERENCE, re.MULTILINE)) == {
        name.split()[0] for name in NAMES
    }


@pytest.mark.parametrize("option", ["--version", "--help", "--install-completion", "--show-completion"])
def test_options_of_the_program_are_documented(option: str) -> None:
    assert option in REFERENCE
    assert option in run("--help").stdout


def test_the_help_lists_every_command_with_its_summary() -> None:
    text = " ".join(run("--help").stdout.split())
    for entries in COMMANDS.values():
        for name, entry in entries.items():
            assert f"{name} {entry.summary}" in text


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command(name: str) -> None:
    result = run(*name.split(), "-h")
    assert result.exit_code == 0
    assert f"{name} [OPTIONS]" in result.stdout


def test_version() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"detente \d+\.\d+\.\d+\n", result.stdout)


def test_no_command_prints_the_help_and_is_a_mistake() -> None:
    result = run()
    assert result.exit_code == 2
    assert "record" in result.stdout + result.stderr


@pytest.mark.parametrize("args", [["--version"], ["--help"]])
def test_nothing_heavy_is_loaded_for_version_and_help(args: list[str]) -> None:
    heavy = ["spacy", "sqlalchemy", "numpy", "trafilatura", "detente.archive", "detente.store"]
    code = (
        "import sys\n"
        "from detente.interfaces.cli import main\n"
        f"sys.argv = ['detente', *{args!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_an_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain(DetenteError("a name\nin two lines: no", "write\tit again"))
    assert capsys.readouterr().err == "detente: a name in two lines: no; write it again\n"


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    """`detente who ... | head -1` closes the pipe early."""
    command = (
        f'"{sys.executable}" -c "from detente.interfaces.cli import main; main()" who lavrov --json'
    )
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -c 1"], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr


def test_a_terminal_without_the_characters_gets_question_marks() -> None:
    code = (
        "import sys; from detente.interfaces.cli import main; "
        "sys.argv = ['detente', 'who', 'gül']; main()"
    )
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_interrupting_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("detente.interfaces.cli.who.ask", interrupt)
    result = run("who", "lavrov")
    assert result.exit_code == 130
    assert result.stdout == ""
    assert result.stderr == "detente: interrupted; what was finished is kept\n"


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        pytest.param(
            ["foreign minister", "RUS", "--on", "2013-02-26"],
            ["Sergei Lavrov, Foreign Minister, Russia, since 9 Mar 2004"],
            id="office on a day",
        ),
        pytest.param(
            ["lavrov", "--on", "2003-01-01"],
            ["Sergei Lavrov, Ambassador to the United Nations, Russia,"],
            id="person on a day",
        ),
        pytest.param(
            ["foreign minister", "USA", "--on", "2013-02-01"],
            ["Hillary Clinton, Secretary of State", "John Kerry, Secretary of State"],
            id="a hand-over",
        ),
        pytest.param(["john kerry", "--on", "1950"], ["John Kerry held no office"], id="out of office"),
    ],
)
def test_who(args: list[str], lines: list[str]) -> None:
    result = run("who", *args, env={"COLUMNS": "200"})
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    at = -1
    for line in lines:
        at = text.index(line, at + 1)
    assert text.startswith(lines[0])


def test_who_as_data() -> None:
    (held,) = json.loads(run("who", "foreign minister", "RUS", "--on", "2013-02-26", "--json").stdout)
    assert held["name"] == "Sergei Lavrov"
    assert held["tenure"]["office"] == "RUS:foreign-minister"


def test_who_is_somebody_whom_only_articles_know(tmp_path: Path) -> None:
    page = tmp_path / "one.txt"
    page.write_text(
        "The Harbour Post\n\nTalks on the lake go on\n\n12 May 2013\n\nAnna Berg, a professor at Hill "
        "College, said on Sunday that the talks had failed. Berg spoke to reporters in Oslo.\n",
        encoding="utf-8",
    )
    db = str(tmp_path / "met.db")
    assert run("add", str(page), "--db", db).exit_code == 0
    shown = " ".join(run("who", "berg", "--db", db).stdout.split())
    assert shown.startswith(
        "Anna Berg, a professor at Hill College not in the registry; named in 1 article"
    )
    assert "12 May 2013" in shown
    (one,) = json.loads(run("who", "Anna Berg", "--json", "--db", db).stdout)
    assert (one["name"], one["articles"], one["first"]) == ("Anna Berg", 1, "2013-05-12")
    unknown = run("who", "Nobody Here", "--db", db)
    assert unknown.exit_code == 1
    assert "no person called" in unknown.stderr


def test_who_was_it_when_there_was_nobody() -> None:
    result = run("who", "foreign minister", "USA", "--on", "1492-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nobody is known to have held it on 1 Jan 1492." in result.stderr


@pytest.mark.parametrize("words", ["foreign minster", "Lavrof", "xyzzy"])
def test_who_is_nobody(words: str) -> None:
    result = run("who", words)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"detente: no office and no person called '{words}'")
