"""`detente sagas`: what runs on for months, as chains of happenings."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.errors import InputError
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Json, Limit
from detente.interfaces.cli.page import EVIDENCE, FAINT, Page, print_json, styled
from detente.interfaces.words import count_words, flat
from detente.query.names import state_code
from detente.query.sagas import sagas_of

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_SHORT_ID = 8


@app.command()
def sagas(
    states: Annotated[
        list[str] | None, typer.Argument(metavar="STATE", help="States that take part.")
    ] = None,
    at_least: Annotated[
        int, typer.Option("--happenings", min=1, metavar="N", help="Least happenings.")
    ] = 2,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List what runs on for months between the same parties over the same matter."""
    with asking(db) as archive:
        codes = [state_code(state) for state in states or ()]
        if len(set(codes)) != len(codes):
            raise InputError("sagas: one state named twice", "name each state once")
        found = sagas_of(archive.conn, archive.reference, states=codes, at_least=at_least, as_of=as_of)[
            :limit
        ]
    if as_json:
        print_json(found)
        return
    page = Page()
    for number, saga in enumerate(found):
        if number:
            page.line()
        days = " to ".join(dict.fromkeys(day.isoformat() for day in (saga.first, saga.last) if day))
        matter = ", ".join(saga.issues) or "no issue of ours"
        between = f"  {', '.join(saga.parties)}"
        page.entry(days or "no date", styled((matter, "bold"), (between, FAINT)), indent=0)
        for story in saga.stories:
            key = story.id.removeprefix("story:")[:_SHORT_ID]
            title = flat(story.title or "without a headline")
            words = styled(
                (f"{title} · {count_words(story.articles, 'article')}", ""), (f"  {key}", EVIDENCE)
            )
            page.entry(str(story.first or "no date"), words)
    typer.echo(count_words(len(found), "saga"), err=True)
