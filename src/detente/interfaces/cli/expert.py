"""What somebody has foretold: each forecast with its sentence beside what came of it, and the count."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.lines import print_outlook
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Issue, Json
from detente.interfaces.cli.page import Page, print_json
from detente.interfaces.words import count_words
from detente.query.forecasts import expert as read_record

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def expert(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who foretold it.")],
    issue: Issue = None,
    as_of: AsOf = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Print what somebody has foretold and what came of it, with how often and how surely.

    The hit rate is of the settled forecasts alone and stands with their number; the Brier score is of
    those whose words give a chance ("likely", "perhaps"), 0 is best.
    """
    with asking(db) as archive:
        asked = archive.filters(actor=name, issue=issue, as_of=as_of)
        found = read_record(archive.conn, archive.reference, asked)
    if as_json:
        print_json(found)
        return
    page = Page()
    for item in found.forecasts:
        print_outlook(page, item)
    rate = "none settled"
    if found.hit_rate is not None:
        rate = f"{found.came_true} of {found.settled} settled came true"
    brier = f"; Brier score {found.brier} over {found.scored}" if found.brier is not None else ""
    typer.echo(f"{count_words(len(found.forecasts), 'forecast')}, {rate}{brier}", err=True)
