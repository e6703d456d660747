"""An archive reads pages beside the others of their outlet: rows are made anew, judgements stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.archive import Archive
from detente.read import read_text
from detente.records import Article, Meeting
from detente.store import load, pending, verify

HOUSE = "Norwegian Foreign Minister Espen Barth Eide met U.S. Secretary of State John Kerry in Bergen."
"""A teaser that an outlet prints on all its pages."""
TEXTS = (
    "Russian Foreign Minister Sergei Lavrov and U.S. Secretary John Kerry met in Oslo on Monday.",
    "German Chancellor Angela Merkel met French President Francois Hollande in Berlin on Tuesday.",
    "British Prime Minister David Cameron met Turkish President Abdullah Gul in London on Friday.",
    "Canadian Prime Minister Stephen Harper met Mexican President Enrique Pena Nieto in Toronto.",
)
MORE = "The two spoke for an hour, and neither would say afterwards what had been decided in the room."


def page(number: int) -> Article:
    text = "\n\n".join((f"Talks number {number} of the spring", TEXTS[number], HOUSE, MORE))
    url = f"https://post.example/{number}"
    return read_text(text, path=f"{number}.txt", url=url, outlet="The Example Post")


def body(article: Article) -> list[str]:
    return [article.text[one.start : one.end] for one in article.lines if one.role == "body"]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "a.db") as opened:
        yield opened


def articles(archive: Archive) -> dict[str, Article]:
    with archive.reading() as conn:
        return {one.path: one for one in load(conn, Article)}


def places(archive: Archive) -> list[str | None]:
    with archive.reading() as conn:
        assert not list(verify(conn))
        return sorted(one.place.name if one.place else None for one in load(conn, Meeting))  # type: ignore[union-attr]


def waiting(archive: Archive) -> set[str]:
    with archive.reading() as conn:
        return set(pending(conn, "1"))


def test_what_the_outlet_repeats_is_no_news(archive: Archive) -> None:
    first = page(0)
    archive.add_read("a", [first, page(1)])
    archive.build()
    assert all(HOUSE in body(one) for one in articles(archive).values())
    assert waiting(archive) == set()
    archive.add_read("b", [page(2)])
    found = articles(archive)
    assert not any(HOUSE in body(one) for one in found.values())
    assert {one.id for one in found.values()} == {page(number).id for number in range(3)}
    assert waiting(archive) == {one.id for one in found.values()}
    report = archive.build()
    assert report.built == 3
    with archive.reading() as conn:
        assert not list(verify(conn))
        told = [" ".join(one.quote for one in row.evidence) for row in load(conn, Meeting)]
    assert told
    assert not any("Bergen" in words for words in told)


def test_a_page_of_another_outlet_changes_nothing(archive: Archive) -> None:
    archive.add_read("a", [page(0), page(1)])
    before = articles(archive)
    other = read_text(page(2).text, path="other.txt", url="https://other.example/2")
    archive.add_read("b", [other])
    assert {path: found for path, found in articles(archive).items() if path != "other.txt"} == before


def test_judgements_of_rows_survive(archive: Archive) -> None:
    archive.add_read("a", [page(0), page(1)])
    archive.build()
    archive.own.merge("Espen Barth Eide", "John Kerry")
    judged = archive.own.judgements()
    archive.add_read("b", [page(2), page(3)])
    archive.build()
    assert archive.own.judgements() == judged


def test_adding_a_page_again_reads_nothing_again(archive: Archive) -> None:
    archive.add_read("a", [page(number) for number in range(3)])
    archive.build()
    report = archive.add_read("a", [page(number) for number in range(3)])
    assert report.new == ()
    assert waiting(archive) == set()
