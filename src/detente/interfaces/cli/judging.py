"""`detente merge`, `detente split`, `detente rename`: a reader's verdicts on who is who."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.archive import Archive
from detente.errors import UnknownName
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json
from detente.interfaces.cli.page import print_json

app = typer.Typer(add_completion=False, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="NAME", help="A full name, surname or id.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="A full name, surname or id.")]


@app.command()
def merge(name: Name, other: Other, as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """Judge that two names are of one actor, shown as the first; it holds until a split."""
    with Archive.open(db, create=False) as archive:
        made = archive.own.merge(name, other)
    if as_json:
        print_json(made)
    else:
        typer.echo(f"{other} is shown as {name} from now on. `detente split` takes it back.")


@app.command()
def split(name: Name, other: Other, as_json: Json = False, db: Db = DEFAULT_DB) -> None:
    """Judge that two are not one; a merge of them, by a reader or the machine, is undone."""
    with Archive.open(db, create=False) as archive:
        made = archive.own.split(name, other)
    if as_json:
        print_json(made)
    else:
        typer.echo(f"{name} and {other} are told apart from now on.")


@app.command()
def rename(
    name: Name,
    to: Annotated[
        str | None, typer.Argument(metavar="[NEW NAME]", help="The name to show from now on.")
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="Show the former name again.")] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Judge under which name an actor is shown; the former name still finds them."""
    if bool(to and to.strip()) == back:
        raise UnknownName(f"no new name for {name!r}", 'write it in quotation marks, or give "--back"')
    with Archive.open(db, create=False) as archive:
        made = archive.own.rename(name, "" if back else to or "")
    if as_json:
        print_json(made)
    else:
        shown = "under the former name" if back else f"as {to}"
        typer.echo(f"{name} is shown {shown} from now on.")
