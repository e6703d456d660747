"""Links are the same whether articles come at once or chunk by chunk, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from detente.link.outcomes import OUTCOMES
from detente.linking import relink
from detente.pipeline import build_chunk
from detente.read import find_inputs, read_path
from detente.records import Article, Link
from detente.store import Built, add_articles, load, open_database, put

DEMO = Path(__file__).parents[2] / "examples" / "demo"
MANY = 16
Page = tuple[Article, Built]


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """Return articles of the demo with their rows."""
    found = [item for path in find_inputs([str(DEMO)]) for item in read_path(path)]
    articles = tuple(item for item in found if isinstance(item, Article))[:MANY]
    built = build_chunk(articles)
    return [(one, rows) for one, rows in zip(articles, built, strict=True) if isinstance(rows, Built)]


def links_of(pages: Sequence[Page], chunks: Sequence[Sequence[int]], *, at_once: bool) -> set[Link]:
    """Return the links that relinking chunks makes; `at_once` writes all rows before the first."""
    with TemporaryDirectory() as folder:
        database = open_database(str(Path(folder) / "a.db"))
        with database.write() as conn:
            if at_once:
                add_articles(conn, [one for one, _ in pages])
                put(conn, [rows for _, rows in pages], "1")
            for chunk in chunks:
                if not at_once:
                    add_articles(conn, [pages[n][0] for n in chunk])
                    put(conn, [pages[n][1] for n in chunk], "1")
                relink(conn, [pages[n][0].id for n in chunk])
            found = set(load(conn, Link))
        database.close()
    return found


def parted(order: Sequence[int], size: int) -> list[Sequence[int]]:
    return [order[first : first + size] for first in range(0, len(order), size)]


@pytest.fixture(scope="module")
def once(pages: list[Page]) -> set[Link]:
    """Return the links of one pass over everything."""
    return links_of(pages, [range(len(pages))], at_once=True)


@pytest.mark.parametrize("at_once", [True, False], ids=["all written before", "written as they come"])
@pytest.mark.parametrize(("seed", "size"), [(1, 5), (2, 2)])
def test_chunks_in_any_order_give_the_links_of_one_pass(
    pages: list[Page], once: set[Link], seed: int, size: int, at_once: bool
) -> None:
    order = list(range(len(pages)))
    Random(seed).shuffle(order)
    assert links_of(pages, parted(order, size), at_once=at_once) == once


def test_relinking_what_is_linked_changes_nothing(pages: list[Page], once: set[Link]) -> None:
    chunks = [range(len(pages)), *parted(range(len(pages)), 4)]
    assert links_of(pages, chunks, at_once=True) == once


def test_the_demo_has_links_to_lose(once: set[Link]) -> None:
    assert any(link.relation in OUTCOMES for link in once)
    assert {"same-meeting", "same-actor", "same-statement"} <= {link.relation for link in once}


def test_the_demo_has_remarks_of_people_without_a_name_to_lose(once: set[Link]) -> None:
    """What "officials" said is found beside by who said it, not by the very same words alone."""
    assert [one for one in once if one.relation == "same-statement" and "partial" in one.reason]
