"""`detente related`: the articles that belong beside one, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.lines import published_words
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Json, Limit
from detente.interfaces.cli.page import FAINT, STRONG, Page, print_json, styled
from detente.interfaces.words import count_words
from detente.query.names import article_id
from detente.query.refs import Ref, label
from detente.query.related import Because, Neighbour
from detente.query.related import related as find_related

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_WHY: dict[Because, str] = {
    "story": "of one story",
    "cites": "cited",
    "cited-by": "cites it",
    "people": "both on",
}
_SHOWN = 12


@app.command()
def related(
    article: Annotated[str, typer.Argument(metavar="ID", help="An article, by its short id.")],
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List the articles that belong beside one: of its story, cited, on the same people and issue."""
    with asking(db) as archive:
        key = article_id(archive.conn, article)
        found = find_related(archive.conn, archive.reference, key, as_of=as_of, limit=limit or _SHOWN)
    if as_json:
        print_json(found)
        return
    page = Page()
    for item in found.neighbours:
        _print(page, item)
    if found.wanted:
        page.heading("Cited, and not in the archive")
        for title in found.wanted:
            page.entry("", styled(title), ())
    typer.echo(count_words(len(found.neighbours), "article"), err=True)


def _print(page: Page, item: Neighbour) -> None:
    view = item.article
    text = styled((view.title or view.path, STRONG), (f" · {view.outlet or 'outlet not named'}", FAINT))
    for why in item.reasons:
        words = "" if why.because == "story" else f" {why.words}"
        text.append_text(styled((f" · {_WHY[why.because]}{words}", FAINT)))
    ref = Ref(label(view.short, 1), view.id, 1)
    page.entry(published_words(view.published), text, (ref,))
