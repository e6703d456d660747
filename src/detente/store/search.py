"""Conditions on words and marks find entries: the full-text index, in the language of each database.

SQLite's FTS5 with the Porter stemmer (https://www.sqlite.org/fts5.html), PostgreSQL's `tsvector` with
Snowball's English one; neither leaves a word out, so that a phrase is found as it stands. Marks are
words of the index as well (`entries.searched`), so that everything that is asked for, names and days
among them, is one expression, and its rarest part decides the work.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.engine import Connection

from detente.store.days import EVER, NEVER
from detente.store.entries import searched

WORD = re.compile(r"\w+")
"""A word, as both indexes part a text."""
ANY_MARK = "any"
"""The mark that everything has."""
_CONFIG: sa.ColumnElement[Any] = sa.literal_column("'plain_english'::regconfig")
"""PostgreSQL's English without its list of words that are left out."""
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row."""

    words: tuple[str, ...]
    """The words, at least one."""
    begins: bool = False
    """Whether the last is only the beginning of one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One of several marks."""

    marks: tuple[str, ...]
    """The marks; with none of them nothing is found."""


@dataclass(frozen=True, slots=True)
class Every:
    """All of several conditions; with none of them everything is found."""

    parts: tuple[Node, ...]
    """The conditions."""


@dataclass(frozen=True, slots=True)
class Some:
    """One of several conditions."""

    parts: tuple[Node, ...]
    """The conditions."""


@dataclass(frozen=True, slots=True)
class Without:
    """What does not fulfil a condition."""

    part: Node
    """The condition."""


Node = Phrase | Marked | Every | Some | Without


def matching(conn: Connection, node: Node) -> sa.Select[Any]:
    """Return the selection of the numbers of the entries that fulfil a condition, in no order."""
    if conn.dialect.name == "sqlite":
        index_of = sa.table("searched_text", sa.column("rowid", sa.Integer))
        whole: sa.ColumnElement[Any] = sa.literal_column("searched_text")
        return sa.select(index_of.c.rowid).where(whole.op("MATCH")(sa.literal(match_of(node))))
    column: sa.ColumnElement[Any] = sa.literal_column("searched.text_search")
    return sa.select(searched.c.n).where(column.op("@@")(_tsquery(node)))


def match_of(node: Node) -> str:
    """Return a condition as FTS5 is asked.

    >>> match_of(Every((Phrase(("New", "START")), Without(Phrase(("Syria",))), Marked(("h1", "h2")))))
    '((words : "New START" AND marks : ("h1" OR "h2")) NOT words : "Syria")'
    """
    if isinstance(node, Phrase):
        return f'words : "{unaccented(" ".join(node.words))}"{" *" if node.begins else ""}'
    if isinstance(node, Marked):
        # No text has this mark: an empty choice finds nothing.
        return f"marks : ({' OR '.join(_quoted(mark) for mark in node.marks or ('none',))})"
    if isinstance(node, Some):
        return f"({' OR '.join(match_of(part) for part in node.parts)})"
    parts = node.parts if isinstance(node, Every) else (node,)
    wanted = [match_of(part) for part in parts if not isinstance(part, Without)]
    found = " AND ".join(wanted or [f'marks : "{ANY_MARK}"'])
    found = f"({found})" if len(wanted) > 1 else found
    for part in parts:
        if isinstance(part, Without):
            found = f"({found} NOT {match_of(part.part)})"
    return found


def _quoted(word: str) -> str:
    return f'"{word}"'


def _tsquery(node: Node) -> sa.ColumnElement[Any]:
    """Return a condition as PostgreSQL is asked."""
    if isinstance(node, Phrase):
        words = unaccented(" ".join(node.words))
        if node.begins:
            return sa.func.to_tsquery(_CONFIG, f"{words.replace(' ', ' <-> ')}:*")
        return sa.func.phraseto_tsquery(_CONFIG, words)
    if isinstance(node, Marked):
        return sa.cast(sa.literal(" | ".join(node.marks or ("none",))), TSQUERY)
    if isinstance(node, Without):
        return sa.func.tsquery_not(_tsquery(node.part))
    join = sa.func.tsquery_or if isinstance(node, Some) else sa.func.tsquery_and
    if not node.parts:
        return sa.cast(sa.literal(ANY_MARK), TSQUERY)
    found = _tsquery(node.parts[0])
    for part in node.parts[1:]:
        found = join(found, _tsquery(part))
    return found


def day_marks(axis: str, number: int) -> list[str]:
    """Return the marks of a day, given as a whole number; those of an unknown one say so.

    >>> day_marks("h", 20130507), day_marks("r", 99991231)
    (['hd20130507', 'hm201305', 'hy2013'], ['rnone'])
    """
    if number in (EVER, NEVER):
        return [f"{axis}none"]
    return [f"{axis}d{number}", f"{axis}m{number // 100}", f"{axis}y{number // 10_000}"]


def period_marks(axis: str, first: date, last: date) -> tuple[str, ...]:
    """Return the fewest marks that cover the days from one to another: years, months and days.

    >>> period_marks("h", date(2012, 12, 31), date(2014, 1, 31))
    ('hd20121231', 'hy2013', 'hm201401')
    """
    return tuple(_covering(axis, first, last))


def _covering(axis: str, day: date, last: date) -> Iterator[str]:
    while day <= last:
        month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        if day.month == day.day == 1 and date(day.year, 12, 31) <= last:
            yield f"{axis}y{day.year}"
            ends = date(day.year, 12, 31)
        elif day.day == 1 and month_end <= last:
            yield f"{axis}m{day.year}{day.month:02}"
            ends = month_end
        else:
            yield f"{axis}d{day.year}{day.month:02}{day.day:02}"
            ends = day
        if ends == date.max:
            return
        day = ends + timedelta(days=1)


_FIRST_MARK = "\u0300"
"""No character before it is a mark upon another; nearly all of a text are before it."""


def unaccented(text: str) -> str:
    """Return a text without its accents, as it is indexed and asked for.

    >>> unaccented("Genève")
    'Geneve'
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if char < _FIRST_MARK or not unicodedata.combining(char))


def index(conn: Connection, texts: Sequence[tuple[int, str, str]]) -> None:
    """Put entries into the index, given as number, words and marks."""
    rows = [
        {"n": n, "words": unaccented(words), "marks": f"{ANY_MARK} {marks}"}
        for n, words, marks in texts
    ]
    if not rows:
        return
    conn.execute(sa.insert(searched), rows)
    if conn.dialect.name == "sqlite":
        for chunk in _chunks([n for n, _, _ in texts]):
            _fts(conn, chunk, "")


def unindex(conn: Connection, numbers: Sequence[int]) -> None:
    """Take entries out of the index.

    FTS5 keeps no text of its own here, so what is taken out must be named with the words that it was
    put in with (https://www.sqlite.org/fts5.html, section 4.4.3).
    """
    for chunk in _chunks(numbers):
        if conn.dialect.name == "sqlite":
            _fts(conn, chunk, "'delete', ")
        conn.execute(sa.delete(searched).where(searched.c.n.in_(chunk)))


def _fts(conn: Connection, numbers: Sequence[int], what: str) -> None:
    into = "searched_text, " if what else ""
    marks = ",".join("?" * len(numbers))
    conn.exec_driver_sql(
        f"INSERT INTO searched_text({into}rowid, words, marks) "
        f"SELECT {what}n, words, marks FROM searched WHERE n IN ({marks})",
        tuple(numbers),
    )


def _chunks(items: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
