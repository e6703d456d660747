"""The article reader: the text with its marks, cards in the margin, and the raw page."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Depends

from detente.errors import UnknownName
from detente.interfaces.server.margins import KINDS, blocks_of
from detente.interfaces.server.page import page
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.showing import Content
from detente.query.archived import desk_for, extractions
from detente.query.kept import story_of, titled
from detente.query.names import article_id
from detente.query.times import reported_by
from detente.query.views import ArticleView
from detente.records import Extraction, Line

router = APIRouter()
_MOST_CARDS = 4


@page(router, "/a/{id}")
def article(id: str, at: Reading = Depends(reading)) -> Content:
    """Show an article, its rows marked in its text."""
    extraction, view = _found(at, id)
    found = extraction.article
    counts = {kind: sum(row.id.startswith(f"{kind}:") for row in extraction.rows()) for kind in KINDS}
    blocks = blocks_of(extraction)
    captions = [block for block in blocks if block.role == "caption"]
    shown = {
        "article": found,
        "view": view,
        "blocks": [one for one in blocks if one.role in ("body", "subhead")],
        "captions": captions,
        "caption_credits": [one.credit for one in found.captions if one.credit],
        "apart": _apart(found.lines, found.text),
        "counts": counts,
        "most_cards": _MOST_CARDS,
        "related": [(title, titled(at.conn, title)) for title in found.related],
        "story": story_of(at.conn, found.id),
        "kinds": KINDS,
    }
    rows = [
        {
            "id": row.id,
            "kind": row.id.partition(":")[0],
            "sentence": row.sentence,
            "start": row.evidence[0].start,
            "end": row.evidence[0].end,
            "words": row.evidence[0].quote,
            "score": row.score,
            "rule": getattr(row, "rule", ""),
        }
        for row in extraction.rows()
        if row.evidence
    ]
    return Content("article.html", extraction, rows, shown)


@page(router, "/a/{id}/raw")
def raw(id: str, at: Reading = Depends(reading)) -> Content:
    """Show the page as it was read: every line with its role and the reason for it."""
    extraction, view = _found(at, id)
    text = extraction.article.text
    lines = [
        {
            "n": n,
            "start": line.start,
            "end": line.end,
            "role": line.role,
            "reason": line.reason,
            "text": text[line.start : line.end],
        }
        for n, line in enumerate(extraction.article.lines, 1)
    ]
    shown = {"article": extraction.article, "view": view, "lines": lines}
    return Content("raw.html", {"article": view, "lines": lines}, lines, shown)


def _found(at: Reading, id: str) -> tuple[Extraction, ArticleView]:
    key = article_id(at.conn, id)
    extraction = extractions(at.conn, [key])[0]
    if not reported_by(extraction.article.published, at.as_of):
        raise UnknownName(f"article {id!r} was not surely out by {at.as_of}", "ask as of a later day")
    return extraction, desk_for(at.conn, [key], at.reference).view(key)


def _apart(lines: Sequence[Line], text: str) -> list[tuple[str, str]]:
    """Return what stands on the page beside the text: role and words of each such line."""
    beside = ("bio", "related", "promo", "paywall", "login", "menu", "ad", "legal", "contact")
    return [
        (line.role, text[line.start : line.end].strip())
        for line in lines
        if line.role in beside and text[line.start : line.end].strip()
    ]
