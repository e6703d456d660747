"""`detente who`: holders of an office, offices of a person, and people whom only articles know."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from detente.archive import Archive
from detente.errors import UnknownName
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json, first_day
from detente.interfaces.cli.page import FAINT, STRONG, Page, print_json, styled
from detente.interfaces.words import day_words, when_words
from detente.knowledge.registry import Registry, registry
from detente.query.met import Met, people_met
from detente.query.names import state_code
from detente.query.reference import reference
from detente.query.who import Held
from detente.query.who import who as ask
from detente.records import Tenure

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def who(
    words: Annotated[str, typer.Argument(metavar="OFFICE|NAME", help='"foreign minister", "lavrov".')],
    state: Annotated[
        str | None, typer.Argument(metavar="STATE", help="The state or organisation (UN, NATO).")
    ] = None,
    on: Annotated[
        date | None,
        typer.Option("--on", parser=first_day, metavar="DATE", help="On this day; else ever."),
    ] = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Say who held an office, or which offices somebody held, as the registry knows it.

    No archive is needed; where there is one, what was imported and judged in it counts, and of people
    whom only its articles know it says what these say of them.
    """
    owner = _owner(state) if state else None
    try:
        found = ask(_registry(db), words, owner, on)
    except UnknownName:
        people = _met(db, words, owner)
        if not people:
            raise
        _show_met(people, as_json)
        return
    if as_json:
        print_json(found)
        return
    page = Page()
    for held in found:
        _print(page, held)
    if not found:
        day = f" on {day_words(on)}" if on else ""
        typer.echo(f"Nobody is known to have held it{day}.", err=True)


def _owner(text: str) -> str:
    """Return the code of a state, or the key of an organisation that offices are held in (UN, NATO)."""
    key = text.upper().replace(" ", "-")
    if f"organisation:{key.lower()}" in registry().actors:
        return key
    return state_code(text)


def _registry(db: Path) -> Registry:
    if db == DEFAULT_DB and not db.exists():
        return registry()
    with Archive.open(db, create=False) as archive:
        return archive.own.registry()


def _met(db: Path, words: str, state: str | None) -> list[Met]:
    if not db.exists():
        return []
    with Archive.open(db, create=False) as archive, archive.reading() as conn:
        return people_met(conn, words, state)


def _show_met(people: list[Met], as_json: bool) -> None:
    if as_json:
        print_json(people)
        return
    page = Page()
    for one in people:
        page.line(styled((one.name, STRONG), *(f", {said}" for said in one.affiliations[:1])))
        for said in one.affiliations[1:]:
            page.line(styled(("also: ", FAINT), said))
        page.line(styled((_where(one), FAINT)))


def _where(one: Met) -> str:
    """Return in how many articles somebody is named, of which outlets and days."""
    count = f"{one.articles} article{'s' if one.articles != 1 else ''}"
    outlets = f" of {', '.join(one.outlets)}" if one.outlets else ""
    days = {day_words(day): None for day in (one.first, one.last) if day}
    when = " to ".join(days) or "undated"
    return f"not in the registry; named in {count}{outlets}, {when} ({one.person})"


def _print(page: Page, held: Held) -> None:
    if held.tenure is None:
        page.line(styled((held.name, STRONG), (" held no office that the registry knows then", FAINT)))
        return
    tenure = held.tenure
    names = reference().states
    body = registry().actors.get(f"organisation:{tenure.state.lower()}")
    place = body.name if body is not None else names.get(tenure.state, tenure.state)
    page.line(
        styled(
            (held.name, STRONG),
            f", {tenure.title}, {place}, ",
            _days(tenure),
            (f" ({tenure.note})", FAINT),
        )
    )


def _days(tenure: Tenure) -> str:
    start = when_words(tenure.start) if tenure.start.known else "an unknown day"
    return f"{start} to {when_words(tenure.end)}" if tenure.end.known else f"since {start}"
