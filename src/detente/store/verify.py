"""Every row's words are read again where its evidence says they are; what is not there is a problem."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.store import tables
from detente.store.rows import quote_sha, text_sha

_NOT_A_WORD = re.compile(r"[\W_]+")
_OWN_WORDS = {"mention": ("text", "row"), "statement": ("content", "content")}
"""Columns that repeat words of the text, and the role of the evidence that must hold them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is not supported by the text it names."""

    row_id: str
    """Id of the row or article."""
    path: str
    """Where the article was read from."""
    what: str
    """What is wrong, in one sentence."""

    def __str__(self) -> str:
        return f"{self.row_id} of {self.path}: {self.what}"


def verify(conn: Connection, only: Sequence[str] | None = None) -> Iterator[Problem]:
    """Yield every problem of an archive, article by article; a sound archive yields none.

    With `only`, those of these articles; the file as a whole is not checked then.

    Checked are: the text of each article against the hash it was stored with, the words of each
    evidence range against theirs, that each row has evidence, that a mention and a statement say what
    their evidence says, and the database's own integrity. That a row *means* what its words say is not
    checked.
    """
    if conn.dialect.name == "sqlite" and only is None:
        for (message,) in conn.exec_driver_sql("PRAGMA integrity_check"):
            if message != "ok":
                yield Problem("archive", "the file", message)
    article = tables.article
    query = sa.select(article.c.id, article.c.path, article.c.text, article.c.text_sha)
    if only is not None:
        query = query.where(article.c.id.in_(only))
    for key, path, text, sha in conn.execute(query.order_by(article.c.path, article.c.id)):
        if text_sha(text) != sha:
            yield Problem(key, path, "its text is not the text that was stored")
        ranges = _ranges(conn, key)
        for row_id, row_ranges in ranges.items():
            for start, end, sha_of_quote, _ in row_ranges:
                if not 0 <= start < end <= len(text) or quote_sha(text[start:end]) != sha_of_quote:
                    yield Problem(
                        row_id, path, f"the words at characters {start} to {end} are not its words"
                    )
        for kind in tables.ROW_KINDS:
            yield from _rows(conn, kind, key, path, text, ranges)


def _rows(
    conn: Connection,
    kind: str,
    article: str,
    path: str,
    text: str,
    ranges: dict[str, list[tuple[int, int, str, str]]],
) -> Iterator[Problem]:
    table = tables.metadata.tables[kind]
    column, role = _OWN_WORDS.get(kind, ("id", ""))
    query = sa.select(table.c.id, table.c[column]).where(table.c.article == article)
    for row_id, words in conn.execute(query.order_by(table.c.id)).all():
        found = ranges.get(row_id)
        if not found:
            yield Problem(row_id, path, "it has no evidence")
        elif role:
            quotes = [text[start:end] for start, end, _, is_role in found if is_role == role]
            quotes = quotes or [text[start:end] for start, end, _, _ in found]
            if _plain(words) not in _plain("".join(quotes)):
                yield Problem(row_id, path, f"its evidence does not say {words!r}")


def _plain(text: str) -> str:
    """Return letters and digits only: joined lines and repaired blanks are no difference."""
    return _NOT_A_WORD.sub("", text)


def _ranges(conn: Connection, article: str) -> dict[str, list[tuple[int, int, str, str]]]:
    table = tables.evidence
    columns: list[sa.Column[Any]] = [
        table.c[name] for name in ("row_id", "start", "end", "sha", "role")
    ]
    query = sa.select(*columns).where(table.c.article == article)
    found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for row_id, start, end, sha, role in conn.execute(
        query.order_by(table.c.row_id, table.c.start)
    ).all():
        found[row_id].append((start, end, sha, role))
    return found
