"""The hand-made records written into an archive file, through the store and no parser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.archive.regrouping import regroup
from detente.linking import StoryDesk
from detente.pipeline import encoded
from detente.records import Extraction, Link
from detente.store import add_articles, open_database, put, put_links, untold
from tests.unit.query import factories as made


def archive_at(
    path: Path, found: Sequence[Extraction] | None = None, links: Sequence[Link] | None = None
) -> Path:
    """Write the small archive, or some articles with their rows and links, to a path and return it."""
    if found is None:
        found = made.extractions()
        links = made.links(found)
    database = open_database(path)
    with database.write() as conn:
        add_articles(conn, [of.article for of in found])
        put(conn, [encoded(of) for of in found], "test")
        put_links(conn, links or ())
        regroup(conn, [of.article.id for of in found], made.reference())
        StoryDesk().place(conn, untold(conn))
    database.close()
    return path
