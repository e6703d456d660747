"""The store: an archive's tables, what is written into them, and typed rows out of them.

    with open_database("archive.db").read() as conn:
        load(conn, Statement, tables.statement.c.speaker_state == "RUS")

SQL is written here and in `query/` only. Reading goes through `load` (records with their evidence) or
plain SQLAlchemy selects over `tables`.
"""

from detente.store import tables
from detente.store.database import Database, open_database
from detente.store.loading import (
    counts,
    failures,
    load,
    load_articles_as_read,
    load_ids,
    pending,
    sentences_of,
    texts_of,
)
from detente.store.search import Hit, search
from detente.store.writing import Built, add_articles, encode, note, put, put_links

__all__ = [
    "Built",
    "Database",
    "Hit",
    "add_articles",
    "counts",
    "encode",
    "failures",
    "load",
    "load_articles_as_read",
    "load_ids",
    "note",
    "open_database",
    "pending",
    "put",
    "put_links",
    "search",
    "sentences_of",
    "tables",
    "texts_of",
]
