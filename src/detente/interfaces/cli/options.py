"""Options and arguments that several commands share, and how their values are read."""

from __future__ import annotations

import calendar
import os
import re
import shlex
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def first_day(text: str) -> date:
    """Return the first day of a day, month or year in ISO form.

    >>> first_day("2013-02-26"), first_day("2013-02"), first_day("2013")
    (datetime.date(2013, 2, 26), datetime.date(2013, 2, 1), datetime.date(2013, 1, 1))
    """
    return _days(text)[0]


def last_day(text: str) -> date:
    """Return the last day of a day, month or year in ISO form.

    >>> last_day("2013-02"), last_day("2013")
    (datetime.date(2013, 2, 28), datetime.date(2013, 12, 31))
    """
    return _days(text)[1]


def _days(text: str) -> tuple[date, date]:
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        if year and month and day:
            return date(year, month, day), date(year, month, day)
        if year and month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year or 0, 1, 1), date(year or 0, 12, 31)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise typer.BadParameter(f"{text!r} is no date; write 2013-02-26, 2013-02 or 2013") from error


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
