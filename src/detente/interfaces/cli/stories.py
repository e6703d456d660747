"""`detente stories`, `compare` and `timeline`: what many articles tell together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from detente.errors import UnknownName
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.lines import colours, print_act, print_encounter, print_saying
from detente.interfaces.cli.options import (
    DEFAULT_DB,
    AsOf,
    Db,
    Issue,
    Json,
    Limit,
    Since,
    Until,
)
from detente.interfaces.cli.page import EVIDENCE, FAINT, Page, print_json, styled
from detente.interfaces.words import count_words, flat
from detente.query.archived import desk_for, extractions
from detente.query.names import state_code
from detente.query.relationship import articles_on
from detente.query.stories import Claim, StoryView
from detente.query.stories import compare as compare_story
from detente.query.stories import stories as list_stories
from detente.query.timeline import DENSE, Day, timeline_of
from detente.query.views import Act, ArticleView, Encounter

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_SHORT_ID = 8


@app.command()
def stories(
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    origins: Annotated[
        int, typer.Option("--origins", min=1, metavar="N", help="Least independent origins.")
    ] = 1,
    limit: Limit = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List happenings in order of time, each with the articles that tell it."""
    with asking(db) as archive:
        found = list_stories(
            archive.conn,
            archive.reference,
            since=since,
            until=until,
            as_of=as_of,
            at_least=origins,
            limit=limit,
        )
    if as_json:
        print_json(found)
        return
    page = Page()
    for view in found:
        _print_story(page, view)
    typer.echo(count_words(len(found), "story", "stories"), err=True)


@app.command()
def compare(
    story: Annotated[str, typer.Argument(metavar="STORY", help="Id of a story, or its beginning.")],
    everything: Annotated[
        bool, typer.Option("--all", help="Also what only one article tells.")
    ] = False,
    as_of: AsOf = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Lay a story side by side: who tells which meeting, act or remark, who is silent, what differs."""
    with asking(db) as archive:
        found = compare_story(archive.conn, archive.reference, story, as_of=as_of)
    if as_json:
        print_json(found)
        return
    page = Page()
    _print_story(page, found.story)
    articles = {article.id: article for article in found.story.articles}
    shown = [claim for claim in found.claims if everything or len(claim.told_by) > 1]
    for claim in shown:
        page.line()
        _print_claim(page, claim, articles)
    left = len(found.claims) - len(shown)
    if left:
        typer.echo(f"{count_words(left, 'claim')} of one article more; --all prints them", err=True)


@app.command()
def timeline(
    left: Annotated[str, typer.Argument(metavar="STATE", help="A state: USA, Russia.")],
    right: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    issue: Issue = None,
    days: Annotated[int, typer.Option("--days", min=1, metavar="N", help="Most days to tell.")] = DENSE,
    each: Annotated[int, typer.Option("--each", min=1, metavar="N", help="Most sentences a day.")] = 1,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Tell what happened between two states day by day, in sentences of the articles."""
    with asking(db) as archive:
        asked = archive.filters(issue=issue)
        states = (state_code(left), state_code(right))
        if states[0] == states[1]:
            raise UnknownName(f"a timeline of {states[0]} with itself", "name two states")
        chosen = articles_on(archive.conn, archive.reference, *states)
        found = timeline_of(
            extractions(archive.conn, chosen),
            desk_for(archive.conn, chosen, archive.reference),
            days=days,
            each=each,
            issue=asked.issue,
            since=since,
            until=until,
            as_of=as_of,
        )
    if as_json:
        print_json(found)
        return
    page = Page()
    for day in found:
        _print_day(page, day)
    typer.echo(count_words(len(found), "day"), err=True)


def _print_story(page: Page, view: StoryView) -> None:
    days = [day.isoformat() for day in (view.first, view.last) if day]
    title = styled((_headline(view.title), "bold"), (f"  {_short(view.id)}", EVIDENCE))
    page.entry(" to ".join(dict.fromkeys(days)) or "no date", title, indent=0)
    for article in view.articles:
        page.entry("", _article_words(article), indent=2)
    for article in view.possible:
        page.entry("perhaps", _article_words(article), indent=2)
    for part in view.parts:
        words = "a part of this is now" if part.off else "was a part of"
        page.entry("split", f"{words} {_story_words(part.id, part.title)}", indent=2)


def _story_words(key: str, title: str | None) -> str:
    return f"{_headline(title)} [{_short(key)}]"


def _headline(title: str | None) -> str:
    return flat(title or "without a headline")


def _short(key: str) -> str:
    return key.removeprefix("story:")[:_SHORT_ID]


def _article_words(article: ArticleView) -> str:
    return (
        f"{article.outlet or 'unnamed outlet'}: {flat(article.title or article.path)} [{article.short}]"
    )


def _print_claim(page: Page, claim: Claim, articles: dict[str, ArticleView]) -> None:
    if isinstance(claim.item, Encounter):
        print_encounter(page, claim.item, colours("", ""))
    elif isinstance(claim.item, Act):
        print_act(page, claim.item, colours("", ""))
    else:
        print_saying(page, claim.item, colours("", ""))
    if claim.silent:
        page.entry("silent", styled((_outlets(articles, claim.silent), FAINT)), indent=2)


def _outlets(articles: dict[str, ArticleView], ids: Sequence[str]) -> str:
    named = [articles[key].outlet or articles[key].path for key in ids if key in articles]
    return ", ".join(dict.fromkeys(named))


def _print_day(page: Page, day: Day) -> None:
    for number, line in enumerate(day.lines):
        support = tuple(other.ref for other in day.support) if number == 0 else ()
        page.entry(day.day.isoformat() if number == 0 else "", flat(line.text), (line.ref, *support))
