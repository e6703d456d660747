"""What an archive reads of a set of pages does not depend on the order in which they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.archive import Archive, beside
from detente.read import read_again, read_text
from detente.read.memory import line_keys, memory_of, outlet_key, page_key
from detente.records import Article
from detente.store import load, note, pending

NAMES = ("Oslo", "Bergen", "Moss", "Hamar", "Voss", "Molde", "Narvik", "Vardø")
HOUSE = (
    "All times in this report are those of Oslo, and all sums are given in the crowns of Norland.",
    "Read the Post at the quay",
    "More of the sea",
    "The Harbour Edition in Pictures and Words for the Week",
)


def page(number: int, house: Sequence[int], outlet: int, address: bool) -> Article:
    """Return a page that has some of the outlet's own lines, above and below its text."""
    name = NAMES[number % len(NAMES)]
    above = [HOUSE[one] for one in house if one > 1]
    text = [
        f"Ministers talk in {name} about ship number {number}",
        f"The ministers of Norland met the owners of ship number {number} in {name} on Monday, "
        "and parted without a word to those who had waited on the quay.",
        f"A clerk said that the {number} crates on board would be opened on Tuesday at noon.",
    ]
    lines = [*above, *text, *(HOUSE[one] for one in house)]
    url = f"https://post{outlet}.example/{number}" if address else None
    return read_text("\n\n".join(lines), path=f"{number}.txt", url=url, outlet=f"Post {outlet}")


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[list[Article], list[list[Article]], list[list[Article]]]:
    """Return pages, and two orders in which they may come, each in chunks."""
    count = draw(st.integers(2, 9))
    pages = [
        page(
            number,
            draw(st.lists(st.integers(0, 3), max_size=3, unique=True)),
            draw(st.integers(0, 1)),
            draw(st.booleans()),
        )
        for number in range(count)
    ]
    return pages, chunks(draw, pages), chunks(draw, pages)


def chunks(draw: st.DrawFn, pages: Sequence[Article]) -> list[list[Article]]:
    order = draw(st.permutations(pages))
    size = draw(st.integers(1, len(order)))
    return [list(order[at : at + size]) for at in range(0, len(order), size)]


def added(archive: Archive, parts: Sequence[Sequence[Article]]) -> dict[str, Article]:
    for part in parts:
        archive.keep(part, {})
    with archive.reading() as conn:
        return {one.id: one for one in load(conn, Article)}


@given(arrivals(), st.integers(2, 12))
@settings(max_examples=40, deadline=None)
def test_the_order_of_arrival_does_not_matter(
    come: tuple[list[Article], list[list[Article]], list[list[Article]]], sample: int
) -> None:
    pages, one, two = come
    with TemporaryDirectory() as folder, patch.object(beside, "SAMPLE", sample):
        with Archive.open(Path(folder) / "one.db") as archive:
            first = added(archive, one)
        with Archive.open(Path(folder) / "two.db") as archive:
            second = added(archive, two)
    assert first == second
    assert first.keys() == {one.id for one in pages}


@given(arrivals())
@settings(max_examples=25, deadline=None)
def test_an_archive_reads_what_the_pages_together_say(
    come: tuple[list[Article], list[list[Article]], list[list[Article]]],
) -> None:
    pages, one, _ = come
    with TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.db") as archive:
        found = added(archive, one)
    for article in pages:
        counted = {
            page_key(other): line_keys(other)
            for other in pages
            if outlet_key(other) == outlet_key(article)
        }
        expected = read_again(article, memory_of(counted.values()), line_keys(article))
        assert found[article.id] == replace(expected, published=found[article.id].published)


@given(arrivals())
@settings(max_examples=5, deadline=None)
def test_pages_that_read_otherwise_are_built_again_and_no_others(
    come: tuple[list[Article], list[list[Article]], list[list[Article]]],
) -> None:
    _, one, _ = come
    with TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.db") as archive:
        for part in one:
            before = added(archive, [])
            after = added(archive, [part])
            with archive.reading() as conn:
                waiting = set(pending(conn, "1"))
            changed = {key for key, article in before.items() if after[key] != article}
            with archive._writing() as conn:  # as if they had been built
                note(conn, [(key, None) for key in after], "1")
            assert waiting == changed | (after.keys() - before.keys())
