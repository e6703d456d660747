"""`detente read`: articles and what they hold, without an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from detente.errors import InputError, Skipped
from detente.interfaces.cli.app import complain
from detente.interfaces.cli.digest import print_digest
from detente.interfaces.cli.page import Page, print_json_lines
from detente.pipeline import Failure, extract_each
from detente.query.desk import desk_of
from detente.query.reference import reference
from detente.read import find_inputs
from detente.records import Article, Extraction, to_dict
from detente.worker import read_each

app = typer.Typer(add_completion=False, rich_markup_mode=None)
KINDS = ("mentions", "statements", "meetings", "events", "positions", "forecasts")
"""Kinds of rows, in the order of the JSON object."""


@app.command()
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files of any format that is read, folders, or - for standard input.",
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object an article, one a line.")
    ] = False,
) -> None:
    """Read articles and print what they hold; no archive is made or needed.

    An input that cannot be read is named on standard error, the others go on, and the exit code is 1.
    """
    failed: list[str] = []
    found = _extracted(paths, failed)
    if as_json:
        print_json_lines(as_object(extraction) for extraction in found)
    else:
        page = Page()
        for number, extraction in enumerate(found):
            if number:
                page.line()
                page.line("─" * page.width)
            print_digest(page, extraction, desk_of([extraction.article], (), reference()))
    if failed:
        raise typer.Exit(1)


def as_object(extraction: Extraction) -> dict[str, Any]:
    """Return the JSON object of an article: the article, its sentences, and its rows by kind."""
    return {
        "article": to_dict(extraction.article),
        "sentences": to_dict(extraction.sentences),
        "actors": to_dict(extraction.actors),
        **{kind: to_dict(getattr(extraction, kind)) for kind in KINDS},
    }


def _extracted(paths: list[str], failed: list[str]) -> Iterator[Extraction]:
    """Yield what each article holds; complain about inputs that hold none, and note them."""
    for found in extract_each(_articles(paths, failed)):
        if isinstance(found, Failure):
            failed.append(found.article.path)
            complain(InputError(f"{found.article.path}: {found.error}", "please report it as a defect"))
        else:
            yield found


def _articles(paths: list[str], failed: list[str]) -> Iterator[Article]:
    inputs = find_inputs(paths)
    for at, item in read_each(inputs):
        if isinstance(item, Skipped):
            typer.echo("skipped: " + " ".join(str(item).split()), err=True)
        elif isinstance(item, InputError):
            failed.append(inputs[at])
            complain(item)
        else:
            yield item
