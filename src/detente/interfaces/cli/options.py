"""Options and arguments that several commands share, and how their values are read."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.interfaces import days


def first_day(text: str) -> date:
    """Return the first day of a day, month or year; for typer, what is no date is a bad parameter."""
    return _read(days.first_day, text)


def last_day(text: str) -> date:
    """Return the last day of a day, month or year; for typer, what is no date is a bad parameter."""
    return _read(days.last_day, text)


def _read(read: Callable[[str], date], text: str) -> date:
    try:
        return read(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


Db = Annotated[
    Path, typer.Option("--db", envvar="DETENTE_DB", metavar="PATH", help="The archive file.")
]
DEFAULT_DB = Path("detente.db")
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Since = Annotated[
    date | None,
    typer.Option("--from", parser=first_day, metavar="DATE", help="First day: 2013-02-26 or 2013-02."),
]
Until = Annotated[
    date | None, typer.Option("--to", parser=last_day, metavar="DATE", help="Last day, inclusive.")
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=last_day, metavar="DATE", help="Only what was reported by that day."
    ),
]
Issue = Annotated[
    str | None, typer.Option("--issue", metavar="ISSUE", help="An issue: syria, missile-defence.")
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Most lines to print.")]
Article = Annotated[str | None, typer.Option("--article", metavar="ID", help="Only from this article.")]


def same_archive(db: Path) -> str:
    """Return the option that a command to try next needs to find the archive; often nothing."""
    named = os.environ.get("DETENTE_DB") or str(DEFAULT_DB)
    return "" if str(db) == named else f"--db {shlex.quote(str(db))}"
