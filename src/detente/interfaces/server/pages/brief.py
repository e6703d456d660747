"""A briefing on two states as a page, and as a file: Markdown, HTML, PDF, Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from detente.errors import DetenteError
from detente.export.brief import brief_of
from detente.export.brief_docx import docx
from detente.export.brief_html import html
from detente.export.brief_markdown import markdown
from detente.export.brief_notes import marks, numbered
from detente.export.brief_pdf import pdf
from detente.interfaces.server.language import language_of
from detente.interfaces.server.page import page
from detente.interfaces.server.pages.relationship import two_states
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.showing import Content, file_answer
from detente.query.brief import material
from detente.query.brief_lines import Brief

router = APIRouter()
_MOST = 40
"""Articles printed last on two states, and as many of a period, that a briefing on a page rests on; the
command reads all."""


@dataclass(frozen=True, slots=True)
class File:
    """A form in which a briefing is handed on."""

    name: str
    """What people call it."""
    media: str
    """Its media type."""
    write: Callable[[Brief], bytes]
    """Makes its bytes."""


FILES = {
    "docx": File(
        "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx
    ),
    "pdf": File("PDF", "application/pdf", pdf),
    "md": File("Markdown", "text/markdown; charset=utf-8", lambda one: markdown(one).encode()),
    "html": File("HTML", "text/html; charset=utf-8", lambda one: html(one).encode()),
}
"""By the ending of the file."""


def brief_for(
    request: Request, at: Reading, pair: str, since: date | None, until: date | None
) -> tuple[tuple[str, str], Brief]:
    """Return two states and the briefing on them in the language of a request.

    It is kept until the archive changes. Raises UnknownName for what names no two states.
    """
    left, right = states = two_states(pair)
    language = language_of(request)

    def made() -> Brief:
        found = material(
            at.conn, at.reference, left, right, since=since, until=until, as_of=at.as_of, most=_MOST
        )
        return brief_of(found, language)

    key = ("brief", left, right, since, until, at.as_of, language)
    return states, memory_of(request).get(key, made)


@page(router, "/r/{pair}/brief")
def show(
    request: Request,
    pair: str,
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    at: Reading = Depends(reading),
) -> Content:
    """Show a briefing on two states and a period."""
    states, brief = brief_for(request, at, pair, since, until)
    numbers = numbered(brief)
    rows = [
        {
            "section": block.kind,
            "heading": part.heading,
            "lead": line.lead,
            "text": line.text,
            "told": line.told,
            "references": " ".join(one.ref.label for one in line.evidence),
        }
        for block in brief.blocks
        for part in block.parts
        for line in part.lines
    ]
    shown = {
        "brief": brief,
        "pair": states,
        "numbers": numbers,
        "marks": marks,
        "files": FILES,
        "since": since,
        "until": until,
    }
    return Content("brief.html", brief, rows, shown)


def _file(end: str, kind: File) -> None:
    @router.get(f"/r/{{pair}}/brief.{end}", name=f"brief {end}")
    def download(
        request: Request,
        pair: str,
        since: Annotated[FirstDay, Query(alias="from")] = None,
        until: Annotated[LastDay, Query(alias="to")] = None,
        at: Reading = Depends(reading),
    ) -> Response:
        """Hand out a briefing as a file."""
        (left, right), brief = brief_for(request, at, pair, since, until)
        try:
            body = kind.write(brief)
        except ModuleNotFoundError as error:
            raise DetenteError(
                f"{kind.name} needs the package {error.name!r}", 'install `"detente[exports]"`'
            ) from error
        return file_answer(request, body, kind.media, f"brief-{left}-{right}.{end}")


for _end, _kind in FILES.items():
    _file(_end, _kind)
