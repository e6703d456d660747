"""Makers of small records for tests: an article, its view and its parse out of plain paragraphs."""

from __future__ import annotations

from datetime import date

from detente.annotate import annotate
from detente.document import Paragraph, Parse, View
from detente.records import UNKNOWN_DATE, Article, Line, LineRole, When, make_id


def article_of(
    *paragraphs: str | tuple[LineRole, str],
    published: date | When | None = None,
    outlet: str | None = "The Example Post",
    path: str = "example.txt",
) -> Article:
    """Return an article of these paragraphs, each `body` unless given as (role, text)."""
    lines: list[Line] = []
    text = ""
    title = None
    for paragraph in paragraphs:
        role, words = ("body", paragraph) if isinstance(paragraph, str) else paragraph
        if text:
            text += "\n\n"
        lines.append(Line(len(text), len(text) + len(words), role, "made for a test"))  # type: ignore[arg-type]
        text += words
        if role == "title" and title is None:
            title = words
    when = When.day(published) if isinstance(published, date) else published or UNKNOWN_DATE
    return Article(
        id=make_id("article", text),
        text=text,
        path=path,
        format="text",
        encoding="utf-8",
        lines=tuple(lines),
        title=title,
        outlet=outlet,
        published=when,
    )


def view_of(article: Article) -> View:
    """Return the view in which every line of the article is a paragraph, unchanged."""
    paragraphs = tuple(Paragraph(line.start, line.end, line.role) for line in article.lines)
    return View(article.text, ((0, 0, len(article.text)),), paragraphs)


def parse_of(
    *paragraphs: str | tuple[LineRole, str],
    published: date | When | None = None,
    outlet: str | None = "The Example Post",
) -> Parse:
    """Return the parse of an article of these paragraphs."""
    article = article_of(*paragraphs, published=published, outlet=outlet)
    return annotate(article, view_of(article))
