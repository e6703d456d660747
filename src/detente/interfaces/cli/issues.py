"""`detente issues`: the matters between states, a reader's own laid over them, and what may be one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.archive import Archive
from detente.errors import ArchiveError
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, Db, Json, same_archive
from detente.interfaces.cli.page import FAINT, STRONG, Page, print_json, styled
from detente.interfaces.words import count_words
from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.issues import all_issues, laid_over, terms_of
from detente.query.issue_proposals import propose_issues
from detente.query.names import state_code
from detente.records import to_dict
from detente.userdata import own_issues

app = typer.Typer(add_completion=False, rich_markup_mode=None)
group = typer.Typer(
    name="issues",
    help="The matters between states: list them, add your own, see what may be one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(group)
_SHOWN = 6


@app.callback()
def _commands() -> None:
    """Hold the group below it, so that this module is loaded when it is asked for."""


@group.command("list")
def list_issues(
    mine: Annotated[bool, typer.Option("--mine", help="Only your own.")] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List issues family by family with the words that they are known by.

    Without an archive the built-in ones are listed.
    """
    own = _own(db)
    ids = {one.id for one in own}
    with laid_over(own):
        found = [
            OwnIssue(one.id, one.name, one.family, terms_of(one.id))
            for one in all_issues()
            if not mine or one.id in ids
        ]
    if as_json:
        print_json([to_dict(one) | {"mine": one.id in ids} for one in found])
        return
    page = Page()
    family = ""
    for one in found:
        if one.family != family:
            family = one.family
            page.heading(family)
        more = f" and {len(one.terms) - _SHOWN} more" if len(one.terms) > _SHOWN else ""
        parts: list[tuple[str, str] | str] = [one.name]
        if one.id in ids:
            parts.append((" · yours", STRONG))
        parts.append((f"  {', '.join(one.terms[:_SHOWN])}{more}", FAINT))
        page.entry(one.id.removeprefix("issue:"), styled(*parts), gap=28)
    typer.echo(count_words(len(found), "issue"), err=True)


@group.command("add")
def add_issue(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name: Grain quotas.")],
    term: Annotated[
        list[str] | None,
        typer.Option("--term", metavar="WORDS", help="Words it is known by; may be given again."),
    ] = None,
    family: Annotated[
        str, typer.Option("--family", metavar="WORDS", help="The family it belongs to.")
    ] = "",
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Add an issue of your own, or terms to a built-in one.

    The articles that hold its words are made anew by the next `detente build`, and no others.
    """
    with Archive.open(db) as archive:
        made, touched = archive.own.add_issue(name, term or (), family)
    if as_json:
        print_json({"issue": made, "articles": touched})
        return
    slug = made.id.removeprefix("issue:")
    typer.echo(f"{made.name} ({slug}): {', '.join(made.terms)}")
    _say_touched(touched, db)


@group.command("remove")
def remove_issue(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name or id of an issue of yours.")],
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Remove an issue of your own, or the terms you added to a built-in one."""
    with Archive.open(db, create=False) as archive:
        touched = archive.own.remove_issue(name)
    if as_json:
        print_json({"articles": touched})
        return
    _say_touched(touched, db)


@group.command()
def propose(
    left: Annotated[str, typer.Argument(metavar="STATE", help="A state: USA, Russia.")],
    right: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    origins: Annotated[
        int, typer.Option("--origins", min=1, metavar="N", help="Least independent origins.")
    ] = 2,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Most phrases.")] = 20,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """List phrases that recur near both states and that no issue covers yet."""
    with asking(db) as archive:
        found = propose_issues(
            archive.conn,
            archive.reference,
            state_code(left),
            state_code(right),
            own=own_issues(archive.conn),
            at_least=origins,
            limit=limit,
        )
    if as_json:
        print_json(found)
        return
    page = Page()
    for one in found:
        told = f"{count_words(one.articles, 'article')}, {count_words(one.origins, 'origin')}"
        page.entry(one.phrase, styled((told, FAINT)), one.refs, gap=34)
    typer.echo(count_words(len(found), "phrase"), err=True)


def _own(db: Path) -> list[OwnIssue]:
    """Return the reader's issues of an archive; none where there is no archive."""
    try:
        with asking(db) as archive:
            return own_issues(archive.conn)
    except ArchiveError:
        return []


def _say_touched(touched: int, db: Path) -> None:
    if touched:
        build = " ".join(filter(None, ("detente build", same_archive(db))))
        typer.echo(f"{count_words(touched, 'article')} to be made anew: `{build}`", err=True)
