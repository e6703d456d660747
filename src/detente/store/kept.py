"""What a reader keeps beside the record, and who may enter: tables that `userdata` alone writes.

No rebuild touches them. Nothing here holds a password or a token: only what tells whether one is right.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, Table, Text

from detente.store.tables import metadata

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("secret", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("made", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Who may log in from another machine; `secret` is a salted scrypt hash, `scope` read or write."""
token = Table(
    "token",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("made", Text, nullable=False),
    Index("ix_token_digest", "digest", unique=True),
    sqlite_with_rowid=False,
)
"""Keys of programs that use the HTTP API; `digest` is the SHA-256 of a key of 256 random bits."""
collection = Table(
    "collection",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("share", Text),
    Column("made", Text, nullable=False),
    Index("ix_collection_share", "share", unique=True),
    sqlite_with_rowid=False,
)
"""Lists that a reader makes; `share` is the unguessable end of the link that opens one to others."""
collected = Table(
    "collected",
    metadata,
    Column("collection", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("made", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What is in a collection: `item` is the id of an article, row, story or actor, `n` its place."""
follow = Table(
    "follow",
    metadata,
    Column("item", Text, primary_key=True),
    Column("made", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What a reader follows: two states (`USA-RUS`) or an actor's id."""
reviewed = Table(
    "reviewed",
    metadata,
    Column("item", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("was", JSON, nullable=False),
    Column("made", Text, nullable=False),
    Index("ix_reviewed_made", "made"),
    sqlite_with_rowid=False,
)
"""What a reader said of a link that the machine proposed (its id): yes, no or unsure; `was` is the link
as it was, so that the verdict can be taken back. The machine never writes one again that got a no."""
correction = Table(
    "correction",
    metadata,
    Column("id", Text, primary_key=True),
    Column("row_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", JSON, nullable=False),
    Column("was", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("made", Text, nullable=False),
    Index("ix_correction_row_id", "row_id"),
    Index("ix_correction_article", "article"),
    sqlite_with_rowid=False,
)
"""What a reader says of one slot of a row: `value` and `was` are the values of the slot's columns, the
reader's and what was read from the article. `start` and `end` are a range of the row's own words: by it
a row is found again whose id has changed. `by` is the account, empty for the person at this machine."""
visit = Table(
    "visit",
    metadata,
    Column("reader", Text, primary_key=True),
    Column("seen", Integer, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("before", Integer, nullable=False),
    Column("before_at", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""How far a reader has seen the record: `seen` is the number of the last change (`store.numbers`) when
they looked last, `before` that at the end of the visit before; `reader` is the account, empty for the
person at this machine."""
