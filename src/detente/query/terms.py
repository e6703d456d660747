"""Words that an outlet puts in marks without anybody saying them: the “reset”, a so-called “ceasefire”.

They are no statements, and yet they tell how an outlet holds a word at arm's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from detente.extract.statements.marks import find_quotations
from detente.records import Article, Statement
from detente.store import load, tables

_MOST = 4
"""Words beyond which a quotation is no term."""
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_EDGES = " \t\r\n“”„«»\"‟″‘’‚'‛‹›,.;:!?…"


@dataclass(frozen=True, slots=True)
class Term:
    """A quoted term of an article."""

    article: str
    """`Article.id`."""
    words: str
    """The words between the marks."""
    start: int
    """First character in `Article.text`: the opening mark."""
    end: int
    """One past the closing mark."""
    around: str
    """The line in which it stands."""


def quoted_terms(conn: Connection, article_id: str) -> list[Term]:
    """Return the quoted terms of an article, in order; none for an article that is not there."""
    found = load(conn, Article, tables.article.c.id == article_id)
    said = load(conn, Statement, tables.statement.c.article == article_id)
    return [term for article in found for term in terms_of(article, said)]


def terms_of(article: Article, statements: Iterable[Statement]) -> Iterator[Term]:
    """Yield the quotations of a few words that are of no statement and not within another's marks.

    Of what stands in titles, captions and furniture nothing is taken. The time is linear in the text
    and in the statements.
    """
    said = sorted(
        (item.start, item.end)
        for statement in statements
        for item in statement.evidence
        if item.role == "content"
    )
    at = reach = 0
    lines = [(line.start, line.end) for line in article.lines if line.role == "body"]
    line = 0
    for quotation in find_quotations(article.text, lines):
        while line + 1 < len(lines) and lines[line + 1][0] <= quotation.start:
            line += 1
        while at < len(said) and said[at][0] < quotation.end:
            reach = max(reach, said[at][1])
            at += 1
        words = article.text[quotation.start : quotation.end].strip(_EDGES)
        count = len(_WORD.findall(words))
        if quotation.depth or quotation.start < reach or not 0 < count <= _MOST:
            continue
        around = " ".join(article.text[slice(*lines[line])].split())
        yield Term(article.id, words, quotation.start, quotation.end, around)
