"""Plain paragraphs of a gold set become an article and its parse, without any cleaning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from detente.annotate import annotate
from detente.document import Paragraph, Parse, View
from detente.records import UNKNOWN_DATE, Article, Line, When, make_id


def parse_paragraphs(paragraphs: Sequence[str], published: date | None = None) -> Parse:
    """Return the parse of paragraphs of body text; the view is the text itself."""
    lines: list[Line] = []
    text = ""
    for words in paragraphs:
        text += "\n\n" if text else ""
        lines.append(Line(len(text), len(text) + len(words), "body", "gold"))
        text += words
    article = Article(
        id=make_id("article", text),
        text=text,
        path="-",
        format="text",
        encoding="utf-8",
        lines=tuple(lines),
        published=When.day(published) if published else UNKNOWN_DATE,
    )
    whole = tuple(Paragraph(line.start, line.end, line.role) for line in lines)
    return annotate(article, View(text, ((0, 0, len(text)),) if text else (), whole))
