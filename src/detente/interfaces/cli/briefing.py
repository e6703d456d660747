"""`detente brief`: a briefing on two states and a period, every line with its evidence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import UnreadableInput
from detente.export.brief import brief_of
from detente.export.brief_docx import docx
from detente.export.brief_html import html
from detente.export.brief_markdown import markdown
from detente.export.brief_pdf import pdf
from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import DEFAULT_DB, AsOf, Db, Json, Since, Until
from detente.interfaces.cli.page import print_json
from detente.interfaces.words import count_words
from detente.query.brief import material
from detente.query.brief_lines import Brief
from detente.query.names import state_code

app = typer.Typer(add_completion=False, rich_markup_mode=None)
WRITERS: dict[str, Callable[[Brief], bytes]] = {
    ".md": lambda brief: markdown(brief).encode("utf-8"),
    ".html": lambda brief: html(brief).encode("utf-8"),
    ".pdf": pdf,
    ".docx": docx,
}
"""What writes a briefing, by the ending of the file."""


@app.command()
def brief(
    left: Annotated[str, typer.Argument(metavar="STATE", help="A state: USA, Russia.")],
    right: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="A .md, .html, .pdf or .docx file."),
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    language: Annotated[
        str, typer.Option("--language", metavar="LANGUAGE", help="Words of the note: en or de.")
    ] = "en",
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Write a briefing: what changed, who met, where each side stands, what is due, what lies ahead.

    Every line rests on sentences, which are cited with outlet, day and headline. What was printed after
    the last day is not used unless --as-of says so.
    """
    if out is not None and out.suffix.lower() not in WRITERS:
        raise typer.BadParameter(f"{out}: write to a file that ends in {', '.join(WRITERS)}")
    with asking(db) as archive:
        found = material(
            archive.conn,
            archive.reference,
            state_code(left),
            state_code(right),
            since=since,
            until=until,
            as_of=as_of,
        )
    made = brief_of(found, language)
    if as_json:
        print_json(made)
        return
    if out is None:
        sys.stdout.write(markdown(made))
        return
    content = WRITERS[out.suffix.lower()](made)
    try:
        out.write_bytes(content)
    except OSError as error:
        raise UnreadableInput(f"{out}: {error.strerror}", "choose another file") from error
    lines, notes = count_words(len(made.lines()), "line"), count_words(len(made.notes()), "sentence")
    typer.echo(f"{out}: {lines}, {notes} cited", err=True)
