"""`detente show`: an article, a sentence, or a row with its words in their place."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.digest import (
    kind_counts,
    print_article_header,
    print_row,
    print_row_line,
)
from detente.interfaces.cli.lines import published_words
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json
from detente.interfaces.cli.page import EVIDENCE, FAINT, STRONG, Page, print_json, styled
from detente.interfaces.words import count_words, flat
from detente.query.articles import articles
from detente.query.showing import Passage, Shown
from detente.query.showing import show as find

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="ID|REF",
            help="An article (1f3a), a sentence (1f3a:12) or a row (statement:1f3a...).",
        ),
    ] = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Open an article, a sentence or a row; without an id, list the articles of the archive."""
    with asking(db) as archive:
        if name is None:
            listed = articles(archive.conn, archive.reference)
        else:
            shown = find(archive.conn, archive.reference, name)
    if name is None:
        if as_json:
            print_json(listed)
            return
        page = Page()
        for item in listed:
            outlet = (f", {item.outlet or 'outlet not named'}", FAINT)
            words = styled(flat(item.title or "(no title)"), outlet, (f" [{item.short}]", EVIDENCE))
            page.entry(published_words(item.published), words)
        typer.echo(count_words(len(listed), "article"), err=True)
    elif as_json:
        print_json(shown)
    else:
        _print(Page(), shown)


def _print(page: Page, shown: Shown) -> None:
    print_article_header(page, shown.article)
    if shown.row is not None:
        page.line()
        print_row(page, shown.row)
    told = any(passage.told for passage in shown.passages)
    if not told and shown.rows:
        page.line(styled((kind_counts(shown.rows), FAINT)))
    page.line()
    for passage in shown.passages:
        _print_passage(page, passage, told)
    if told and shown.rows:
        page.heading("Rows that rest on it")
        for row in shown.rows:
            print_row_line(page, row)


def _print_passage(page: Page, passage: Passage, told: bool) -> None:
    """Print a sentence with its number; evidence is yellow, context faint."""
    text = styled((passage.text, FAINT if told and not passage.told else ""))
    for mark in passage.marks:
        text.stylize(f"{STRONG} {EVIDENCE}", mark.start, mark.end)
    if passage.told and not passage.marks:
        text.stylize(EVIDENCE)
    text.plain = text.plain.replace("\n", " ").replace("\t", " ")
    page.entry(styled((f"[{passage.ref.label}]", EVIDENCE)), text, gap=len(passage.ref.label) + 4)
