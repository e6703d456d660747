"""The tables that lists are read from: what is shown together, when it was, and what it is asked by.

They repeat what rows and links say, in whole numbers and in the order of lists, so that a page of any
list is a few steps along an index. Nothing is kept here alone: `cataloguing` makes them afresh out of
the rows of an article at any time.

An *entry* is a row as lists show it. Entries of one item, reports of one meeting say, have the same
`head`, the number of one of them, and the same `day`, `at` and `reported`, so that an item stands at
one place in a list whichever of its reports are asked for. A *heading* is a value that entries are
asked by: a state that takes part, an issue, an outlet. *Listed* says which entries stand under a
heading, in the order of lists.
"""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from detente.store.tables import metadata

entry = Table(
    "entry",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    Column("head", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("reported", Integer, nullable=False),
    Column("own_day", Integer, nullable=False),
    Column("own_at", BigInteger, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("out_first", Integer, nullable=False),
    Column("out_last", Integer, nullable=False),
    Column("who", BigInteger),
    Column("words", BigInteger),
    Column("headings", JSON, nullable=False),
    Index("ix_entry_row_id", "row_id"),
    Index("ix_entry_article", "article"),
    Index("ix_entry_head", "head"),
    Index("ix_entry_words", "words"),
)
"""A row (or an article) as lists show it. `kind` is the name of its table. `day` puts its item in order
of what happened, `reported` is the day its item was first printed, `at` the place among those of a day;
`own_day` and `own_at` are those of the row alone. `first` to `last` is when it can have happened,
`out_first` to `out_last` when its article can have been printed. `who` and `words` are hashes: rows
with the same `words` say the same of the same actor; `who` tells the actor alone. Days are whole
numbers (20130507); an open side is 0 or 99991231."""

heading = Table(
    "heading",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("ix_heading_value", "kind", "field", "value", unique=True),
)
"""A value that entries of a kind are asked by: `field` says of what (actor, state, issue ...)."""

listed = Table(
    "listed",
    metadata,
    Column("heading", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("at", BigInteger, primary_key=True),
    Column("head", Integer, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("reported", Integer, nullable=False),
    Index("ix_listed_reported", "heading", "reported", "at", "head", "n"),
    sqlite_with_rowid=False,
)
"""The entries under a heading, in order of what happened and, by its index, in that of print."""

searched = Table(
    "searched",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
    Column("marks", Text, nullable=False),
)
"""What search finds an entry by, indexed beside it by each database in its own way: its words, and
marks for its headings (`h12`) and days (`hd20130507 hm201305 hy2013`; with `r` those of print)."""

called = Table(
    "called",
    metadata,
    Column("word", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Index("ix_called_actor", "actor"),
    sqlite_with_rowid=False,
)
"""Names, and surnames alone, of actors whom only articles know, as they are compared."""
