"""What `make chromium` does and says: one line and no error in every case."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tools import install_chromium
from tools.install_chromium import chromium, install, run


class Apt:
    """Takes commands down; fails as often as it is told, and puts a browser there when it does not."""

    def __init__(self, folder: Path, fails: int = 0, brings: bool = True) -> None:
        self.folder, self.fails, self.brings = folder, fails, brings
        self.asked: list[str] = []

    def __call__(self, command: Sequence[str]) -> str:
        self.asked.append(command[1])
        if len(self.asked) <= self.fails:
            return "E: Unable to locate package chromium"
        if command[1] == "install" and self.brings:
            program(self.folder / "chromium")
        return ""


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A path on which nothing lies."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DETENTE_CHROMIUM", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", install_chromium.NAMES)
def test_a_browser_that_is_there_is_found_and_nothing_is_installed(bare: Path, name: str) -> None:
    path = program(bare / name)
    apt = Apt(bare)
    assert chromium() == str(path)
    assert install(apt, root=True, apt=True) == f"chromium: {path}"
    assert apt.asked == []


def test_the_environment_names_another(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium")
    other = program(bare / "other")
    monkeypatch.setenv("DETENTE_CHROMIUM", str(other))
    assert chromium() == str(other)


def test_what_the_environment_names_must_be_there(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium")
    monkeypatch.setenv("DETENTE_CHROMIUM", "/nowhere/browser")
    apt = Apt(bare)
    assert chromium() is None
    assert "'/nowhere/browser', which is no program" in install(apt, root=True, apt=True)
    assert apt.asked == []


CASES = [
    (False, True, [], "as root installs it"),
    (True, False, [], "no apt-get here"),
    (False, False, [], "no apt-get here"),
    (True, True, ["install"], "installed, "),
]


@pytest.mark.parametrize(("root", "apt", "asked", "says"), CASES)
def test_only_root_with_apt_installs(
    bare: Path, root: bool, apt: bool, asked: list[str], says: str
) -> None:
    runs = Apt(bare)
    line = install(runs, root=root, apt=apt)
    assert runs.asked == asked
    assert says in line
    assert "\n" not in line
    assert ("skipped" in line) == (not asked)


def test_old_lists_of_packages_are_fetched_anew(bare: Path) -> None:
    apt = Apt(bare, fails=1)
    assert "installed, " in install(apt, root=True, apt=True)
    assert apt.asked == ["install", "update", "install"]


@pytest.mark.parametrize(
    ("fails", "brings", "why"), [(9, True, "Unable to locate"), (0, False, "nothing came")]
)
def test_what_cannot_be_installed_is_said(bare: Path, fails: int, brings: bool, why: str) -> None:
    line = install(Apt(bare, fails=fails, brings=brings), root=True, apt=True)
    assert why in line
    assert "will be skipped" in line


def test_commands_say_why_they_failed() -> None:
    assert run([sys.executable, "-c", "pass"]) == ""
    assert run([sys.executable, "-c", "import sys; sys.exit('no room left')"]) == "no room left"
    assert run([sys.executable, "-c", "import sys; sys.exit(3)"]) == "exit code 3"
    assert "/nowhere/apt-get" in run(["/nowhere/apt-get", "update"])


def test_as_a_command_it_ends_well_and_says_one_line(tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path), "DETENTE_CHROMIUM": "/nowhere/browser"}
    path = Path(install_chromium.__file__)
    done = subprocess.run([sys.executable, path], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
