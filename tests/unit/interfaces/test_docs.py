"""The pages for users: commands that they show exist with their options, and links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

import detente
from detente.interfaces.cli.app import app

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("tutorial/*.md"), *DOCS.glob("how-to/*.md")])
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def _commands() -> list[str]:
    """Return every command line of detente in the shell blocks of the pages."""
    found: list[str] = []
    for page in PAGES:
        for kind, block in BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind == "sh":
                lines = (line.strip() for line in block.splitlines())
                found += [line for line in lines if line.startswith("detente ")]
    return sorted(set(found))


@pytest.mark.parametrize("line", _commands())
def test_a_command_that_is_shown_is_understood(line: str) -> None:
    words = shlex.split(re.split(r" [|>] ", line)[0])[1:]
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    with group.make_context("detente", ["--help"], resilient_parsing=True) as ctx:
        command = group.get_command(ctx, words[0])
        assert command is not None
        command.make_context(words[0], words[1:], parent=ctx).close()


def test_there_are_commands_on_the_pages() -> None:
    assert len(_commands()) > 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_to_files(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        if page.parent != DOCS:
            assert str(page.relative_to(DOCS)) in index


def test_what_the_python_page_calls_exists() -> None:
    page = (DOCS / "how-to" / "python.md").read_text(encoding="utf-8")
    called = set(re.findall(r"archive\.(\w+)\(", page))
    assert len(called) > 10
    for name in called:
        assert callable(getattr(detente.Archive, name))
    for name in re.findall(r"detente\.(\w+)\(", page):
        assert callable(getattr(detente, name))
