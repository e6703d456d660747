"""Makers of pages for the tests of `read`: invented outlets, invented people."""

from __future__ import annotations

from detente.read import body_view, read_bytes, read_text
from detente.records import Article

LEAD = (
    "The foreign ministers of Norland and Sudia met in Oslo on Monday to discuss the fishing "
    "dispute that has divided the two neighbours since the spring."
)
SECOND = (
    "Minister Tova Lind said after the talks that Norland was ready to return to the table, and "
    "that Minister Rafael Orso had promised an answer by Friday."
)
THIRD = (
    "Diplomats in Oslo described the mood as cautious, noting that Lind and Orso had not spoken "
    "since the winter and that neither side had dropped its conditions."
)
FOURTH = "“We are not there yet,” Lind told reporters. “But we are closer than we were.”"
BODY = (LEAD, SECOND, THIRD, FOURTH)


def dump(*lines: str) -> str:
    """Join lines to a page dump with an empty line between each two."""
    return "\n\n".join(lines)


def roles(text: str) -> dict[str, str]:
    """Return role by the words of the line."""
    article = read_text(text)
    return {text[line.start : line.end].strip(): line.role for line in article.lines}


def body(article: Article) -> list[str]:
    """Return the paragraphs of the body as a reader sees them."""
    view = body_view(article)
    return [view.text[part.start : part.end] for part in view.paragraphs if part.role == "body"]


def one(data: bytes, name: str = "page.txt") -> Article:
    """Return the one article of these bytes; fail when it is an error."""
    (found,) = read_bytes(data, name)
    assert isinstance(found, Article), found
    return found


def html_page(inner: str, head: str = "", lang: str = "en") -> bytes:
    """Return an HTML page with this body and head."""
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{inner}</body></html>'.encode()
