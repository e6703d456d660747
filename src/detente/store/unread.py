"""Inputs that could not be read, kept until they are read or given again; and pages known already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import InputError
from detente.records import Article
from detente.store import tables
from detente.store.rows import text_sha

_CHUNK = 500
_KEPT = 1_000
"""Errors that are kept of one input: a table may have a million bad rows."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read, and why."""

    input: str
    """The path or address that was given, or found in a folder."""
    kind: str
    """Class of the error, of `detente.errors`: `TooLarge`, `NotText`, `Poison`, ..."""
    what: str
    """What was wrong, and on which entry."""
    remedy: str
    """What to do about it."""


def keep_failures(conn: Connection, found: Mapping[str, Sequence[InputError]]) -> None:
    """Replace what is kept on these inputs: an input that was read without an error has nothing."""
    table = tables.failure
    found = {_printable(name): errors for name, errors in found.items()}
    names = list(found)
    for first in range(0, len(names), _CHUNK):
        conn.execute(sa.delete(table).where(table.c.input.in_(names[first : first + _CHUNK])))
    rows = [
        {
            "input": name,
            "n": number,
            "kind": type(error).__name__,
            "what": _printable(error.what),
            "remedy": _printable(error.remedy),
        }
        for name, errors in found.items()
        for number, error in enumerate(errors[:_KEPT])
    ]
    if rows:
        conn.execute(sa.insert(table), rows)


def unread(conn: Connection) -> list[Unread]:
    """Return everything that could not be read, by input."""
    columns = [tables.failure.c[name] for name in ("input", "kind", "what", "remedy")]
    order = (tables.failure.c.input, tables.failure.c.n)
    return [Unread(*row) for row in conn.execute(sa.select(*columns).order_by(*order)).all()]


def same_pages(conn: Connection, articles: Iterable[Article]) -> dict[str, str]:
    """Return the ids of articles whose page the archive has already, with the id that it has there.

    A page that is fetched again often differs in bytes that nobody reads (a counter, a token). The same
    address with the same text is the same page.
    """
    of = {article.id: (article.url, text_sha(article.text)) for article in articles if article.url}
    table = tables.article.c
    known: dict[tuple[str, str], str] = {}
    urls = sorted({url for url, _ in of.values() if url})
    for first in range(0, len(urls), _CHUNK):
        query = sa.select(table.url, table.text_sha, table.id).where(
            table.url.in_(urls[first : first + _CHUNK])
        )
        known |= {(url, sha): one for url, sha, one in conn.execute(query).all()}
    twins: dict[str, str] = {}
    for one, (url, sha) in of.items():
        there = known.setdefault((url or "", sha), one)
        if there != one:
            twins[one] = there
    return twins


def _printable(text: str) -> str:
    """Return a text that any database keeps: no NUL, no half of a character."""
    return text.replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")
