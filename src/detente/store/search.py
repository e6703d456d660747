"""A reader's words find passages: sentences of articles, and what was said.

SQLite's FTS5 ranks by BM25 with the Porter stemmer; PostgreSQL ranks by `ts_rank_cd` with its English
dictionary. The words may hold "quoted phrases", `OR`, `-word` and `word*`; everything else in them is a
plain word, so no input is a syntax error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import tables

PassageKind = Literal["sentence", "statement"]
_PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found."""

    article: str
    """`Article.id`."""
    kind: PassageKind
    """A sentence of the article, or the words of a statement."""
    row_id: str | None
    """`Statement.id`; None for a sentence."""
    sentence: int
    """Number of the sentence, from 1."""
    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character."""
    text: str
    """The words."""
    rank: float
    """The larger, the better; comparable within one search only."""


def search(
    conn: Connection,
    words: str,
    *,
    kind: PassageKind | None = "sentence",
    limit: int = 20,
    article: str | None = None,
) -> list[Hit]:
    """Return the passages with all the words, best first; `kind=None` searches both kinds.

    Nothing but marks and signs in `words` finds nothing.
    """
    passage = tables.passage
    conditions: list[sa.ColumnElement[bool]] = [passage.c.kind == kind] if kind else []
    rank: sa.ColumnElement[Any]
    if article:
        conditions.append(passage.c.article == article)
    if conn.dialect.name == "sqlite":
        query = match_expression(words)
        if query is None:
            return []
        index = sa.table("passage_text", sa.column("rowid"), sa.column("rank"))
        whole: sa.ColumnElement[Any] = sa.literal_column("passage_text")
        rank = -index.c.rank
        conditions += [index.c.rowid == passage.c.id, whole.op("MATCH")(sa.bindparam("words"))]
    else:
        query = words
        asked = sa.func.websearch_to_tsquery("english", sa.bindparam("words"))
        column: sa.ColumnElement[Any] = sa.literal_column("passage.text_search")
        rank = sa.func.ts_rank_cd(column, asked)
        conditions.append(column.op("@@")(asked))
    columns = [passage.c[name] for name in Hit.__slots__ if name != "rank"]
    chosen = sa.select(*columns, rank.label("found_rank")).where(*conditions)
    chosen = chosen.order_by(sa.desc("found_rank"), passage.c.id).limit(limit)
    return [Hit(*tuple(row)) for row in conn.execute(chosen, {"words": query})]


def match_expression(words: str) -> str | None:
    """Return the FTS5 query for a reader's words; None when there is no word in them.

    >>> match_expression('missile "New START" -Syria OR Iran*')
    '("missile" AND "New START" NOT "Syria") OR ("Iran"*)'
    >>> match_expression("U.S.-Russia")
    '("U S Russia")'
    """
    branches: list[tuple[list[str], list[str]]] = [([], [])]
    for minus, phrase, word in _PART.findall(words):
        if word == "OR" and not minus:
            branches.append(([], []))
            continue
        found = " ".join(_WORD.findall(phrase or word))
        if found:
            star = "*" if word.endswith("*") else ""
            branches[-1][1 if minus else 0].append(f'"{found}"{star}')
    made = [
        "(" + " AND ".join(wanted) + "".join(f" NOT {one}" for one in unwanted) + ")"
        for wanted, unwanted in branches
        if wanted
    ]
    return " OR ".join(made) or None
