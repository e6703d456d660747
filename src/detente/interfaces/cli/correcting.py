"""`detente correct`: a reader's judgement on one slot of a row."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.archive import Archive
from detente.errors import UnknownName
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json
from detente.interfaces.cli.page import print_json
from detente.query.corrections import slot_names, written
from detente.store.correcting import Corrected

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def correct(
    row: Annotated[
        str | None, typer.Argument(metavar="[ROW]", help="The id of a row: meeting:0f3a...")
    ] = None,
    slot: Annotated[
        str | None, typer.Argument(metavar="[SLOT]", help="date, place, speaker ...")
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]", help="What it is.")] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges so.")] = "",
    back: Annotated[bool, typer.Option("--back", help="Take the correction back.")] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Correct one slot of a row, or list what was corrected; it holds through every rebuild."""
    if row and not slot and (value or back):
        raise UnknownName(f"no slot of {row} is named", f"slots are {', '.join(slot_names(row))}")
    with Archive.open(db, create=False) as archive:
        if row is None or slot is None:
            _list(archive, row, as_json)
            return
        if bool(value is not None) == back:
            raise UnknownName(f"nothing is said of {slot!r}", 'give its value, or "--back"')
        made = (
            archive.own.uncorrect(row, slot)
            if back
            else archive.own.correct(row, slot, value or "", by)
        )
    if as_json:
        print_json(made)
    elif back:
        typer.echo(f"{slot} of {row} is {_value(made.was)} again, as it was read.")
    else:
        typer.echo(
            f"{slot} of {row} is {_value(made.value)} from now on; it was read as {_value(made.was)}. "
            "`--back` takes it back."
        )


def _list(archive: Archive, row: str | None, as_json: bool) -> None:
    found = archive.own.corrections(row)
    if as_json:
        print_json(found)
    elif not found:
        typer.echo(f"Nothing of {row} is corrected." if row else "Nothing is corrected.")
    else:
        for one in found:
            typer.echo(_line(one))


def _line(one: Corrected) -> str:
    who = f" by {one.by}" if one.by else ""
    lost = "" if one.there else "; no such row now: it waits"
    return (
        f"{one.row}  {one.slot}: {_value(one.value)} (read as {_value(one.was)}; "
        f"{one.made[:10]}{who}{lost})"
    )


def _value(value: object) -> str:
    return written(value) or "unknown"  # type: ignore[arg-type]
