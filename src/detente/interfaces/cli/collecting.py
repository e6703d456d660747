"""`detente fetch` and `detente watch`: pages of the web come into the archive, politely."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from detente.archive import Archive
from detente.collect import Collector, Guard, Report, Settings, pace
from detente.errors import FetchError, InputError
from detente.interfaces.cli.app import complain
from detente.interfaces.cli.intake import build_rows, report_build
from detente.interfaces.cli.options import DEFAULT_DB, Db, Since
from detente.interfaces.words import count_words
from detente.read import Address, read_addresses
from detente.records import Article
from detente.worker import read_whole

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_LONGEST_NAP = 60.0
"""Seconds between two looks at the time while nothing is due, so that a stop is not waited for."""

What = Annotated[
    list[str],
    typer.Argument(
        metavar="URL|FILE",
        help="Addresses of pages, feeds, sitemaps and front pages, or files that list addresses.",
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option("--folder", metavar="DIR", help="Where WARC files are kept; else beside the archive."),
]
Contact = Annotated[
    str,
    typer.Option(
        "--contact",
        envvar="DETENTE_CONTACT",
        metavar="ADDRESS",
        help="Your e-mail or web address, told to the sites with every request.",
    ),
]
PerList = Annotated[
    int, typer.Option("--limit", min=1, metavar="N", help="Most pages taken from one list in one run.")
]
NoBuild = Annotated[
    bool, typer.Option("--no-build", help="Only keep the articles; build their rows later.")
]


@app.command()
def fetch(
    what: What,
    contact: Contact = "",
    since: Since = None,
    limit: PerList = 200,
    no_build: NoBuild = False,
    folder: Folder = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Fetch pages, and those that feeds, sitemaps and lists name, into the archive.

    Every answer is written to a WARC file before it is read. robots.txt is kept to, one request at a
    time is made, five seconds apart for each site. What was fetched before and has not changed is not
    fetched again.
    """
    with Archive.open(db) as archive:
        addresses, bad = addresses_in(what)
        with _collector(archive, folder or _beside(db), contact, limit, since, _tell) as collector:
            report = collector.fetch(addresses)
        _told(report)
        well = not (bad or report.failed)
        if not no_build:
            well = report_build(build_rows(archive, 1)) and well
    if not well:
        raise typer.Exit(1)


@app.command()
def watch(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[URL|FILE]", help="What to watch from now on.")
    ] = None,
    contact: Contact = "",
    since: Since = None,
    limit: PerList = 200,
    rounds: Annotated[
        int, typer.Option("--rounds", min=0, metavar="N", help="Stop after N rounds; 0 never stops.")
    ] = 0,
    folder: Folder = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Ask feeds and sitemaps again and again, and take in what is new, until it is stopped.

    Each is asked every quarter of an hour to every day, as often as it has news. What is watched is
    remembered: without an argument a watch goes on with what it had. One line a round says how things
    stand. Ctrl-C or SIGTERM stops it after the request under way; what was fetched is kept.
    """
    with Archive.open(db) as archive:
        addresses, bad = addresses_in(what or [])
        with _collector(archive, folder or _beside(db), contact, limit, since, _tell) as collector:
            count = collector.follow(addresses)
            if not count:
                raise FetchError("nothing to watch", "name feeds: `detente watch URL...`")
            with _stoppable():
                _watch(archive, collector, count, rounds)
    if bad:
        raise typer.Exit(1)


def _watch(archive: Archive, collector: Collector, count: int, rounds: int) -> None:
    done = 0
    while True:
        report = collector.look()
        if report.new:
            archive.build()
        for problem in report.failed:
            typer.echo(f"detente: {problem}", err=True)
        due = collector.next_due()
        typer.echo(status_line(time.time(), count, report, due), err=True)
        done += 1
        if due is None or done == rounds:
            return
        while (wait := due - time.time()) > 0:
            time.sleep(min(wait, _LONGEST_NAP))


def status_line(now: float, count: int, report: Report, due: float | None) -> str:
    """Return one line on how a watch stands.

    >>> status_line(0.0, 2, Report(asked=3, new=1, unchanged=1), None).split(" ", 1)[1]
    'watching 2 addresses: 3 requests, 1 article new, 1 unchanged, 0 failed; nothing is due'
    """
    stamp = datetime.fromtimestamp(now).strftime("%H:%M")
    parts = [
        count_words(report.asked, "request"),
        f"{count_words(report.new, 'article')} new",
        f"{report.unchanged:,} unchanged",
        f"{len(report.failed):,} failed",
    ]
    next_at = "nothing is due"
    if due is not None:
        next_at = f"next at {datetime.fromtimestamp(due).strftime('%d %b %H:%M')}"
    addresses = f"{count:,} address{'' if count == 1 else 'es'}"
    return f"{stamp} watching {addresses}: {', '.join(parts)}; {next_at}"


def addresses_in(what: Sequence[str]) -> tuple[list[Address], int]:
    """Return the addresses that arguments stand for, and how many arguments could not be used."""
    found: list[Address] = []
    bad = 0
    for one in what:
        if "://" in one:
            found.append(Address(one, one, "unknown"))
            continue
        for item in read_addresses(one):
            if isinstance(item, InputError):
                bad += 1
                complain(item)
            else:
                found.append(item)
    return found, bad


def _collector(
    archive: Archive,
    folder: Path,
    contact: str,
    limit: int,
    since: date | None,
    tell: Callable[[str], None],
) -> Collector:
    from importlib.metadata import version

    if not contact.strip():
        raise FetchError(
            "nobody is named as the one who asks",
            "give your e-mail or web address with --contact, or in DETENTE_CONTACT",
        )
    agent = f"detente/{version('detente')} (+{' '.join(contact.split())})"
    settings = Settings(
        folder, agent, limit=limit, since=since, guard=GUARD, spacing=SPACING, tell=tell
    )

    def keep(name: str, items: Sequence[Article | InputError]) -> int:
        return len(archive.add_read(name, items).new)

    return Collector(settings, read_whole, keep)


SPACING = pace.SPACING
"""Seconds between two requests to one site."""
GUARD = Guard()
"""What may be asked: public addresses alone. Tests put one here that lets this machine be asked."""


def _beside(db: Path) -> Path:
    if str(db).startswith("postgresql"):
        return Path("detente-web")
    return db.with_name(f"{db.stem}-web")


def _tell(line: str) -> None:
    """Show on a terminal what is under way, on one line that the next takes the place of."""
    if sys.stderr.isatty():
        typer.echo(f"\r\x1b[2K{line[:100]}", nl=False, err=True)


def _told(report: Report) -> None:
    if sys.stderr.isatty():
        typer.echo("\r\x1b[2K", nl=False, err=True)
    for problem in report.failed:
        typer.echo(f"detente: {problem}", err=True)
    parts = [
        f"{count_words(report.new, 'article')} added",
        f"{report.known:,} there already",
        f"{report.unchanged:,} unchanged",
    ]
    if report.waiting:
        parts.append(f"{report.waiting:,} left for a later run")
    if report.failed:
        parts.append(f"{len(report.failed):,} failed")
    typer.echo(f"{count_words(report.asked, 'request')}: {', '.join(parts)}.", err=True)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Make SIGTERM stop a watch as Ctrl-C does."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
