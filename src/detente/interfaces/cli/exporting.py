"""`detente export events`: rows as the files that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import UnknownName
from detente.export import cameo_lines, plover_lines
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Since, Until
from detente.interfaces.words import count_words
from detente.knowledge.plover import EVENT_TYPES
from detente.query.events import articles_of, event_rows
from detente.records import Article, Event

app = typer.Typer(add_completion=False, rich_markup_mode=None)
group = typer.Typer(
    name="export",
    help="Write rows as files that other programs read.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(group)
_Lines = Callable[[Iterable[Event], Mapping[str, Article]], Iterator[str]]
_FORMATS: dict[str, _Lines] = {"plover": plover_lines, "cameo": cameo_lines}


@app.callback()
def _commands() -> None:
    """Hold the group below it, so that this module is loaded when it is asked for."""


@group.callback()
def _formats() -> None:
    """Keep the kind of row a word of its own, also while there is one."""


@group.command()
def events(
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="STATE", help="States that must all take part: USA, Russia."),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="One of plover, cameo.")
    ] = "plover",
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only events of this PLOVER type.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Without it, print them.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Write every event of an archive: PLOVER JSON lines, or a CAMEO table of dyads."""
    if format not in _FORMATS:
        raise UnknownName(f"no format {format!r}", f"formats are {', '.join(_FORMATS)}")
    kind = type.upper() if type else None
    if kind and kind not in EVENT_TYPES:
        raise UnknownName(f"no event type {type!r}", f"types are {', '.join(EVENT_TYPES)}")
    with asking(db) as archive:
        asked = archive.filters(states=states, since=since, until=until, as_of=as_of)
        rows = event_rows(archive.conn, asked, type=kind)
        lines = _FORMATS[format](rows, articles_of(archive.conn, rows))
        if out is None:
            for line in lines:
                typer.echo(line)
            return
        with out.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    typer.echo(f"{count_words(len(rows), 'event')} in {out}.", err=True)
