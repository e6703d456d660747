"""`detente init`, `add`, `build`: an archive is made and filled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.adding import AddReport
from detente.archive import Archive, BuildReport
from detente.errors import InputError
from detente.interfaces.cli.app import complain
from detente.interfaces.cli.options import DEFAULT_DB, Db
from detente.interfaces.cli.progress import progress
from detente.interfaces.words import count_words

app = typer.Typer(add_completion=False, rich_markup_mode=None)
Processes = Annotated[
    int, typer.Option("--processes", min=1, metavar="N", help="Processes that build rows at a time.")
]


@app.command()
def init(
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="The archive file; else that of --db.")
    ] = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Make an empty archive; one that is there already is left as it is."""
    where = path or db
    there = where.exists()
    with Archive.open(where) as archive:
        count = archive.counts()["article"]
    if there:
        typer.echo(f"{where} is an archive already, with {count_words(count, 'article')}.")
    else:
        typer.echo(f"Made the archive {where}. Next: detente add PATH... --db {where}")


@app.command()
def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files of any format that is read, folders, or - for standard input.",
        ),
    ],
    no_build: Annotated[
        bool, typer.Option("--no-build", help="Only keep the articles; build their rows later.")
    ] = False,
    processes: Processes = 1,
    db: Db = DEFAULT_DB,
) -> None:
    """Add articles to the archive, which is made if need be, and build their rows.

    Text, HTML, PDF, JSONL, JSON, CSV, RSS, Atom and JSON feeds, WARC, e-mail (EML, mbox), CSL-JSON,
    story exports of Media Cloud and GDELT, and ZIP or gzip of these. Adding the same article twice
    changes nothing. An input that cannot be read, within its limits of size, time and memory, is named
    on standard error, the others go on, and the exit code is 1; what is no article is named as skipped.
    """
    with Archive.open(db) as archive:
        added = add_articles(archive, paths)
        well = not added.failed
        if not no_build:
            well = report_build(build_rows(archive, processes)) and well
    if not well:
        raise typer.Exit(1)


@app.command()
def build(processes: Processes = 1, db: Db = DEFAULT_DB) -> None:
    """Build the rows of every article that has none of this version, and link them.

    A build that was interrupted goes on where it stopped.
    """
    with Archive.open(db, create=False) as archive:
        well = report_build(build_rows(archive, processes))
    if not well:
        raise typer.Exit(1)


def add_articles(archive: Archive, paths: list[str]) -> AddReport:
    """Add inputs with a bar, say what became of them, and complain about those that failed."""
    with progress("Reading") as advance:
        report = archive.add(paths, advance)
    tell_add(report)
    return report


def tell_add(report: AddReport) -> None:
    """Name what failed and what was skipped, and say what became of the inputs."""
    for error in report.failed:
        complain(error)
    for skipped in report.skipped:
        typer.echo("skipped: " + " ".join(str(skipped).split()), err=True)
    parts = [f"{count_words(len(report.new), 'article')} added"]
    if report.known:
        parts.append(f"{len(report.known):,} there already")
    if report.failed:
        parts.append(f"{count_words(len(report.failed), 'input')} could not be read")
    if report.skipped:
        parts.append(f"{len(report.skipped):,} skipped")
    typer.echo(f"{', '.join(parts)}.", err=True)


def build_rows(archive: Archive, processes: int) -> BuildReport:
    """Build what is left to build, with a bar."""
    with progress("Building") as advance:
        return archive.build(advance, processes)


def report_build(report: BuildReport) -> bool:
    """Say what was built and complain about what broke; return whether nothing did."""
    for path, error in report.failed:
        complain(
            InputError(f"{path}: no rows could be built ({error})", "please report it as a defect")
        )
    articles, links = count_words(report.built, "article"), count_words(report.links, "link")
    typer.echo(f"{articles} built, {links}.", err=True)
    return not report.failed
