"""The command line as tests run it: plain, 100 columns, over the small archive."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from detente.interfaces.cli.app import app

GOLDEN = Path(__file__).parent / "golden"


def run(
    *args: str | Path, input: str | bytes | None = None, env: dict[str, str] | None = None
) -> Result:
    """Return what a command does; an exception that is not an exit fails the test."""
    result = CliRunner().invoke(
        app,
        [str(arg) for arg in args],
        input=input,
        env={"COLUMNS": "100", "DETENTE_DB": ""} | (env or {}),
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def data(*args: str | Path) -> Any:
    """Return the JSON document that a command prints with --json."""
    result = run(*args, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def check_golden(name: str, text: str) -> None:
    """Compare output with the kept one; with UPDATE_GOLDEN set, keep it instead."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
