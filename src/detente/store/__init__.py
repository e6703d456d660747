"""The store: an archive's tables, what is written into them, and typed rows out of them.

    with open_database("archive.db").read() as conn:
        load(conn, Statement, tables.statement.c.speaker_state == "RUS")

SQL is written here and in `query/` only. Reading goes through `load` (records with their evidence) or
plain SQLAlchemy selects over `tables`.
"""

from detente.store import kept, tables
from detente.store.cataloguing import Item, catalogue, refresh_identities, set_items
from detente.store.database import Database, open_database
from detente.store.diaries import assertion_values, assertions_between, own_assertion
from detente.store.frames import Rows
from detente.store.linking import (
    alike,
    links_of,
    meetings_beside,
    meetings_of,
    namesakes,
    published_of,
    replace_links,
)
from detente.store.loading import (
    all_sentences,
    counts,
    failures,
    load,
    load_articles_as_read,
    load_ids,
    pending,
    sentences_of,
    texts_of,
    unlinked,
)
from detente.store.outlets import outlet_page
from detente.store.own import (
    judgements,
    own_layer,
    same_as,
    shown_ids,
    shown_names,
)
from detente.store.stories import (
    left_to_the_machine,
    put_stories,
    redirect,
    split_from,
    split_off,
    stories_between,
    tellings,
    untold,
)
from detente.store.unread import Unread, keep_failures, same_pages, unread
from detente.store.verify import Problem, verify
from detente.store.writing import LINK, Built, add_articles, drop_rows, encode, note, put, put_links

__all__ = [
    "LINK",
    "Built",
    "Database",
    "Item",
    "Problem",
    "Rows",
    "Unread",
    "add_articles",
    "alike",
    "all_sentences",
    "assertion_values",
    "assertions_between",
    "catalogue",
    "counts",
    "drop_rows",
    "encode",
    "failures",
    "judgements",
    "keep_failures",
    "kept",
    "left_to_the_machine",
    "links_of",
    "load",
    "load_articles_as_read",
    "load_ids",
    "meetings_beside",
    "meetings_of",
    "namesakes",
    "note",
    "open_database",
    "outlet_page",
    "own_assertion",
    "own_layer",
    "pending",
    "published_of",
    "put",
    "put_links",
    "put_stories",
    "redirect",
    "refresh_identities",
    "replace_links",
    "same_as",
    "same_pages",
    "sentences_of",
    "set_items",
    "shown_ids",
    "shown_names",
    "split_from",
    "split_off",
    "stories_between",
    "tables",
    "tellings",
    "texts_of",
    "unlinked",
    "unread",
    "untold",
    "verify",
]
