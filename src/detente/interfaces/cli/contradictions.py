"""`detente contradictions`: where reports cannot all be right, and what only changed since."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.errors import InputError
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Json, Limit, Since, Until
from detente.interfaces.cli.page import FAINT, Page, print_json, styled
from detente.interfaces.words import count_words, flat
from detente.query.disagreements import Disagreement, View, disagreements
from detente.query.names import state_code

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_KINDS = {
    "slot": "cannot both be",
    "assessment": "judged differently",
    "polarity": "says the opposite",
    "update": "told anew",
    "changed": "then and later",
}
_LONGEST = 160


@app.command()
def contradictions(
    states: Annotated[
        list[str] | None, typer.Argument(metavar="STATE", help="None, or two states.")
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="Of this story only.")
    ] = None,
    later: Annotated[bool, typer.Option("--later", help="Also what only changed with time.")] = False,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List where reports of one thing differ, each side with who prints it."""
    if states and len(states) != 2:
        raise InputError("contradictions takes no state or two", "detente contradictions USA Russia")
    with asking(db) as archive:
        found = disagreements(
            archive.conn,
            archive.reference,
            story_name=story,
            states=[state_code(state) for state in states or ()],
            since=since,
            until=until,
            as_of=as_of,
        )
    shown = [one for one in found if later or one.open][:limit]
    if as_json:
        print_json(shown)
        return
    page = Page()
    for one in shown:
        _print(page, one)
    left = len(found) - len(shown)
    more = f"; {left} then and later, --later prints them" if left and not later and not limit else ""
    typer.echo(count_words(len(shown), "difference") + more, err=True)


def _print(page: Page, one: Disagreement) -> None:
    page.line()
    page.entry(_KINDS[one.kind], styled((flat(one.about), "bold"), (f"  {one.slot}", FAINT)), indent=0)
    for view in one.views:
        page.entry(str(view.first or ""), _words(view), view.refs)


def _words(view: View) -> str:
    value = flat(view.value)
    cut = value if len(value) <= _LONGEST else value[: _LONGEST - 1].rsplit(" ", 1)[0] + " \u2026"
    said = f", {view.said_by}" if view.said_by else ""
    outlets = ", ".join(view.outlets) or "an unnamed outlet"
    return f"{cut}{said} \u00b7 {outlets}"
