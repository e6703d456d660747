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
    print_open_outlook,
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
from detente.interfaces.words import count_words, shortened
from detente.query.forecasts import forecasts as list_forecasts
from detente.query.ledger import Book, ledger_of
from detente.query.meetings import meetings as list_meetings
from detente.query.names import article_id
from detente.query.pieces import split_sayings
from detente.query.positions import positions as list_positions
from detente.query.statements import statements as list_statements
from detente.query.terms import Term, quoted_terms
from detente.query.views import Form, Stand, Status

app = typer.Typer(add_completion=False, rich_markup_mode=None)
T = TypeVar("T")
_AROUND = 200
"""Characters of the line around a quoted term."""
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
    split: Annotated[
        bool, typer.Option("--split", help="Each unbroken piece of what was said as one of its own.")
    ] = False,
    terms: Annotated[
        bool, typer.Option("--terms", help="Of --article: words in marks that nobody is said to say.")
    ] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List who said what, in order of time, the same words of one speaker as one."""
    if terms:
        if article is None:
            raise typer.BadParameter("--terms lists those of one article; name it with --article")
        with asking(db) as archive:
            found_terms = quoted_terms(archive.conn, article_id(archive.conn, article))
        _print(found_terms, as_json, _show_term, "term", ())
        return
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
        found = split_sayings(found) if split else found
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
    ledger: Annotated[
        bool, typer.Option("--ledger", help="Two columns an issue: of two states, with the shifts.")
    ] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List where each stands on an issue, in order of time, the same claim of one actor as one."""
    if ledger and len(states or ()) != 2:
        raise typer.BadParameter("--ledger sets two states side by side; name both: USA RUS")
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
        found = list_positions(archive.conn, archive.reference, asked, each=ledger)
        issue_name = archive.reference.issue_name
        books = ledger_of(found, asked.states, archive.reference) if ledger else []
    if ledger:
        _print_ledger(books, as_json, issue_name, asked.states)
        return

    def show(page: Page, item: Stand, colour: Colour) -> None:
        print_stand(page, item, colour, issue_name(item.row.issue))

    _print(found, as_json, show, "position", asked.states)


def _print_ledger(
    books: Sequence[Book], as_json: bool, issue_name: Callable[[str], str], states: tuple[str, ...]
) -> None:
    """Print each issue with its two columns, one under the other, then shifts and contradictions."""
    if as_json:
        print_json(books)
        return
    page = Page()
    colour = colours(*states)
    for book in books:
        page.heading(issue_name(book.issue))
        for side in book.sides:
            page.heading(side.state)
            for item in side.stands:
                print_stand(page, item, colour, issue_name(item.row.issue))
        for words, pairs in (("Shift", book.shifts), ("Contradiction", book.contradictions)):
            for pair in pairs:
                page.heading(f"{words}: {pair.actor}")
                for item in (pair.before, pair.after):
                    print_stand(page, item, colour, issue_name(item.row.issue))
    typer.echo(count_words(len(books), "issue"), err=True)


@app.command()
def forecasts(
    states: States = None,
    by: By = None,
    issue: Issue = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due",
            metavar="DATE|DAYS",
            help="Only those due by that day, or with 30d in 30 days from the latest article.",
        ),
    ] = None,
    still_open: Annotated[
        bool, typer.Option("--open", help="Only those that no later report settles.")
    ] = False,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List what is said to come, in the order in which it was said, with the horizon."""
    days = int(due[:-1]) if due and due[-1] == "d" and due[:-1].isdigit() else None
    day = first_day(due) if due and days is None else None
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
        found = list_forecasts(
            archive.conn, archive.reference, asked, due_by=day, due_within=days, open_only=still_open
        )
    show = print_open_outlook if still_open else print_outlook
    _print(found, as_json, show, "forecast", asked.states)


def _show_term(page: Page, item: Term, _: Colour) -> None:
    page.entry(f"“{item.words}”", shortened(item.around, _AROUND))


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
