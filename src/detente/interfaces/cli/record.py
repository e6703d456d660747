"""`detente record`: the record of two states."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Json, Since, Until, same_archive
from detente.interfaces.cli.page import Page, print_json
from detente.interfaces.cli.record_page import MOST, REFS, print_record
from detente.query.names import state_code
from detente.query.relationship import relationship

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def record(
    left: Annotated[str, typer.Argument(metavar="STATE", help="A state: USA, Russia.")],
    right: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All of it, not only what tells most.")
    ] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Print the record of two states: offices, meetings, statements, positions, forecasts.

    Every line about an article ends in references that `detente show` opens.
    """
    with asking(db) as archive:
        found = relationship(
            archive.conn,
            archive.reference,
            state_code(left),
            state_code(right),
            since=since,
            until=until,
            as_of=as_of,
        )
    if as_json:
        print_json(found)
    else:
        page = Page() if everything else Page(REFS)
        print_record(page, found, None if everything else MOST, same_archive(db))
