"""`detente search`: sentences and statements by their words."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.lines import no_colour, published_words, speaker_parts
from detente.interfaces.cli.options import DEFAULT_DB, Article, AsOf, Db, Json, Since, Until
from detente.interfaces.cli.page import EVIDENCE, FAINT, STRONG, Page, print_json, styled
from detente.interfaces.words import count_words, flat
from detente.query.names import article_id
from detente.query.searching import Found, find

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_WORD = re.compile(r"\w+")


@app.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY", help='Words; "a phrase", OR, -without and begin* are understood.'
        ),
    ],
    kind: Annotated[
        Literal["sentence", "statement"] | None, typer.Option("--kind", help="Only these.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Only statements of this speaker.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Only from this outlet.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Most passages.")] = 20,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Find sentences and statements by their words, best first; dates are those of publication."""
    query = " ".join(f'"{word}"' if " " in word and len(words) > 1 else word for word in words)
    with asking(db) as archive:
        found = find(
            archive.conn,
            archive.reference,
            query,
            kind=kind,
            by=archive.actors(by),
            outlet=outlet,
            article=article_id(archive.conn, article) if article else None,
            since=since,
            until=until,
            as_of=as_of,
            limit=limit,
        )
    if as_json:
        print_json(found)
        return
    page = Page()
    for item in found:
        _print(page, item, query)
    typer.echo(count_words(len(found), "passage"), err=True)


def _print(page: Page, item: Found, query: str) -> None:
    text = styled()
    if item.statement:
        text.append_text(styled(*speaker_parts(item.statement.speaker, no_colour), ": "))
    start = len(text)
    text.append(flat(item.text))
    for word in _WORD.findall(query):
        if word != "OR":
            for match in re.finditer(rf"\b{re.escape(word)}\w*", text.plain[start:], re.IGNORECASE):
                text.stylize(f"{STRONG} {EVIDENCE}", start + match.start(), start + match.end())
    outlet = item.article.outlet or "outlet not named"
    text.append_text(styled((f" · {outlet}", FAINT)))
    page.entry(published_words(item.article.published), text, (item.ref,))
