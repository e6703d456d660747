"""`detente search`: articles, statements, meetings, positions and forecasts by a query."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.lines import no_colour, published_words, speaker_parts
from detente.interfaces.cli.options import DEFAULT_DB, Article, AsOf, Db, Json, Limit, Since, Until
from detente.interfaces.cli.page import EVIDENCE, FAINT, STRONG, Page, print_json, styled
from detente.interfaces.words import count_words
from detente.query.hits import Facet, Found, SearchKind
from detente.query.known import registry_of
from detente.query.searching import KINDS, SearchSort
from detente.query.searching import search as find_words

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_SHOWN = 20


@app.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help='Words; "a phrase", AND, OR, NOT, ( ), begin* and fields such as by:Lavrov, '
            "actor:, state:, issue:, outlet:, kind:, from:, to:, printed-from:, printed-to:.",
        ),
    ],
    kind: Annotated[
        SearchKind | None, typer.Option("--kind", help="Only these; kind: in the query takes more.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Only what this one says or holds.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Only from this outlet.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    article: Article = None,
    sort: Annotated[
        SearchSort, typer.Option("--sort", help="Best, latest or earliest first.")
    ] = "best",
    facets: Annotated[
        bool, typer.Option("--facets", help="Print whom and what the hits are about, counted.")
    ] = False,
    limit: Limit = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="NEXT", help="Go on: `next` of the last page.")
    ] = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Find what fulfils a query, best first; days are those on which it happened."""
    query = " ".join(f'"{word}"' if _is_phrase(word, words) else word for word in words)
    with asking(db) as archive:
        asked = archive.filters(article=article, since=since, until=until, as_of=as_of)
        asked = replace(asked, by=archive.actors(by), outlet=outlet)
        found = find_words(
            archive.conn, archive.reference, registry_of(archive.conn), query, asked,
            kinds=(kind,) if kind else KINDS, sort=sort, limit=limit or _SHOWN, after=after,
        )  # fmt: skip
    if as_json:
        print_json(found if facets else found.items)
        return
    page = Page()
    for item in found.items:
        _print(page, item)
    if facets:
        _print_facets(page, found.facets)
    there = f"of {found.total}" if found.total is not None else "of very many"
    more = f"; go on with --after {found.next}" if found.next else ""
    typer.echo(f"{count_words(len(found.items), 'hit')} {there}{more}", err=True)


def _is_phrase(word: str, words: list[str]) -> bool:
    """Say whether an argument was one phrase to the shell: several words beside other arguments."""
    return len(words) > 1 and " " in word and not any(sign in word for sign in '":()')


def _print(page: Page, item: Found) -> None:
    text = styled()
    if item.who:
        text.append_text(styled(*speaker_parts(item.who, no_colour), ": "))
    start = len(text)
    text.append(item.text)
    for first, last in item.marks:
        text.stylize(f"{STRONG} {EVIDENCE}", start + first, start + last)
    outlet = item.article.outlet or "outlet not named"
    what = "" if item.kind == "statement" else f"{item.kind}, "
    text.append_text(styled((f" · {what}{outlet}", FAINT)))
    page.entry(published_words(item.article.published), text, (item.ref,))


def _print_facets(page: Page, facets: tuple[Facet, ...]) -> None:
    for field in dict.fromkeys(facet.field for facet in facets):
        page.heading(field)
        for facet in facets:
            if facet.field == field:
                page.entry(f"{facet.count:>5}", styled(facet.label, (f" {facet.value}", FAINT)), ())
