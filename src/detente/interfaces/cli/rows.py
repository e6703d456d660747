"""`detente meetings`, `statements`, `positions`, `forecasts`: lists of one kind of row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.lines import (
    Colour,
    colours,
    no_colour,
    print_encounter,
    print_outlook,
    print_saying,
    print_stand,
)
from detente.interfaces.cli.options import (
    DEFAULT_DB,
    Article,
    AsOf,
    Db,
    Issue,
    Json,
    Limit,
    Since,
    Until,
    first_day,
)
from detente.interfaces.cli.page import Page, print_json
from detente.interfaces.words import count_words
from detente.query.forecasts import forecasts as list_forecasts
from detente.query.meetings import meetings as list_meetings
from detente.query.positions import positions as list_positions
from detente.query.statements import statements as list_statements
from detente.query.views import Form, Stand, Status

app = typer.Typer(add_completion=False, rich_markup_mode=None)
T = TypeVar("T")
States = Annotated[
    list[str] | None,
    typer.Argument(metavar="STATE", help="States that must all take part: USA, Russia."),
]
WithActor = Annotated[
    str | None, typer.Option("--with", metavar="NAME", help="Somebody who must take part.")
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who must have said it.")]


@app.command()
def meetings(
    states: States = None,
    actor: WithActor = None,
    form: Annotated[Form | None, typer.Option("--form", help="Only contacts of this form.")] = None,
    status: Annotated[Status | None, typer.Option("--status", help="Only what came to this.")] = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List meetings, calls, visits and summits in order of time, linked reports as one."""
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
        found = list_meetings(archive.conn, archive.reference, asked, form=form, status=status)
    _print(found, as_json, print_encounter, "meeting", asked.states)


@app.command()
def statements(
    states: States = None,
    by: By = None,
    actor: WithActor = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List who said what, in order of time, the same words of one speaker as one."""
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
        found = list_statements(archive.conn, archive.reference, asked, by=archive.actors(by))
    _print(found, as_json, print_saying, "statement", asked.states)


@app.command()
def positions(
    states: States = None,
    by: By = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List where each stands on an issue, in order of time, the same claim of one actor as one."""
    with asking(db) as archive:
        asked = archive.filters(
            states=states,
            actor=by,
            issue=issue,
            article=article,
            since=since,
            until=until,
            as_of=as_of,
            limit=limit,
        )
        found = list_positions(archive.conn, archive.reference, asked)
        issue_name = archive.reference.issue_name

    def show(page: Page, item: Stand, colour: Colour) -> None:
        print_stand(page, item, colour, issue_name(item.row.issue))

    _print(found, as_json, show, "position", asked.states)


@app.command()
def forecasts(
    states: States = None,
    by: By = None,
    issue: Issue = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="DATE", help="Only those whose horizon has passed by that day."),
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List what is said to come, in the order in which it was said, with the horizon."""
    day = first_day(due) if due else None
    with asking(db) as archive:
        asked = archive.filters(
            states=states,
            actor=by,
            issue=issue,
            article=article,
            since=since,
            until=until,
            as_of=as_of,
            limit=limit,
        )
        found = list_forecasts(archive.conn, archive.reference, asked, due_by=day)
    _print(found, as_json, print_outlook, "forecast", asked.states)


def _print(
    found: Sequence[T],
    as_json: bool,
    show: Callable[[Page, T, Colour], None],
    noun: str,
    states: tuple[str, ...],
) -> None:
    """Print the items, those of two states in their colours, and on standard error how many."""
    if as_json:
        print_json(found)
        return
    page = Page()
    colour = colours(*states) if len(states) == 2 else no_colour
    for item in found:
        show(page, item, colour)
    typer.echo(count_words(len(found), noun), err=True)
