"""`detente export KIND`: rows as the files that other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import UnknownName
from detente.export.exporting import Order, pieces, write
from detente.export.files import bytes_of
from detente.export.kinds import BINARY, FORMATS, KINDS, checked_format, kind_named
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, Article, AsOf, Db, Issue, Limit, Since, Until
from detente.interfaces.words import count_words
from detente.knowledge.plover import EVENT_TYPES

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of {', '.join(KINDS)}.")],
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="STATE", help="States that must all take part: USA, Russia."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Without it, print them.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="Somebody who must take part.")
    ] = None,
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only events of this PLOVER type.")
    ] = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Limit = None,
    db: Db = DEFAULT_DB,
) -> None:
    """Write a kind of the archive as a file: a table, a bibliography, a calendar, codings, event data.

    Nothing is folded, except in a calendar: what three outlets tell is three rows. E-mail addresses are
    withheld, and no cell of a CSV file is taken for a formula.
    """
    chosen = kind_named(kind)
    form = checked_format(chosen, format)
    event = type.upper() if type else None
    if event and (event not in EVENT_TYPES or chosen.name != "events"):
        raise UnknownName(
            f"no event type {type!r}" if chosen.name == "events" else f"{kind} have no event type",
            f"types of events are {', '.join(EVENT_TYPES)}",
        )
    if out is None and form in BINARY and sys.stdout.isatty():
        raise UnknownName(f"{form} is nothing for a terminal", "name a file with --out")
    with asking(db) as archive:
        asked = archive.filters(
            states=states,
            actor=actor,
            issue=issue,
            article=article,
            since=since,
            until=until,
            as_of=as_of,
            limit=limit,
        )
        order = Order(chosen, form, asked, event)
        if out is not None:
            count = write(archive.conn, archive.reference, order, out)
            typer.echo(f"{count_words(count, chosen.one, chosen.name)} in {out}.", err=True)
        elif form in BINARY:
            whole = bytes_of(lambda path: write(archive.conn, archive.reference, order, path))
            typer.echo(whole, nl=False)
        else:
            for piece in pieces(archive.conn, archive.reference, order):
                typer.echo(piece, nl=False)
