"""A build in a process of its own, with cheap rows, so that a test can kill it.

python -m tests.unit.archive_child ARCHIVE FOLDER
"""

from __future__ import annotations

import sys
import time

from detente.archive import Archive, building
from detente.records import Article
from detente.store import Built, encode
from tests.unit.store.records import sample_extraction


def cheap_chunk(articles: tuple[Article, ...]) -> list[Built | str]:
    """Return the sample rows of each article, slowly enough to be caught between two transactions."""
    time.sleep(0.01)
    return [encode(sample_extraction(article)) for article in articles]


def main() -> None:
    path, folder = sys.argv[1:]
    building.build_chunk = cheap_chunk  # type: ignore[assignment]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with Archive(path) as opened:
        opened.add([folder])
        opened.build()
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main()
