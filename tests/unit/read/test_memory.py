"""Lines that an outlet prints on page after page are counted, by their words and the outlet's key."""

from __future__ import annotations

import pytest

from detente.read import read_text
from detente.read.memory import (
    HOUSE,
    LINE,
    LineMemory,
    line_key,
    line_keys,
    memory_of,
    outlet_key,
    over_key,
    page_key,
)
from tests.unit.read.pages import LEAD, SECOND, dump

KEYS = [
    ("Sign up today!", "**Sign up** today", True),
    ("Sign up today!", "SIGN UP TODAY", True),
    ("  • Sign up today", "Sign up today", True),
    ("[Sign up today](https://example.org/a)", "Sign up today", True),
    ("Sign up today", "Sign up tomorrow", False),
    ("Ministers meet in Oslo", "Ministers meet Oslo", False),
    ("Переговоры в Осло", "переговоры  в осло", True),
]


@pytest.mark.parametrize(("left", "right", "same"), KEYS, ids=[f"{a} | {b}" for a, b, _ in KEYS])
def test_keys(left: str, right: str, same: bool) -> None:
    assert (line_key(left) == line_key(right)) is same


@pytest.mark.parametrize("text", ["", "---", "* * *", "•", "  "])
def test_lines_without_a_word_have_no_key(text: str) -> None:
    assert line_key(text) == 0


def test_keys_fit_into_eight_bytes() -> None:
    assert all(0 <= line_key(word) < 2**64 for word in ("a", "b", "c", LEAD))


def test_lines_without_a_word_are_not_counted() -> None:
    article = read_text(dump("Title of it", "* * *", LEAD))
    title, lead = line_key("Title of it"), line_key(LEAD)
    assert line_keys(article) == {title, over_key(title), lead}


def test_lines_above_the_text_are_counted_as_such() -> None:
    article = read_text(
        dump("Home and harbour", "Ministers meet", LEAD, SECOND, "Home and harbour two")
    )
    over = {
        text: over_key(line_key(text)) for text in ("Home and harbour", "Home and harbour two", SECOND)
    }
    assert {text for text, key in over.items() if key in line_keys(article)} == {"Home and harbour"}


def test_a_list_of_thousands_is_counted_in_part() -> None:
    lines = [f"Entry number {number} of the list" for number in range(1_500)]
    keys = line_keys(read_text(dump(*lines)))
    assert len(keys) == 1_000
    every = {key for line in lines for key in (line_key(line), over_key(line_key(line)))}
    assert keys == set(sorted(every)[:1_000])


LEVELS = [
    # pages, pages with the line, level for other pages, level for one of them
    ("none", 0, 0, 0, 0),
    ("one of two", 2, 1, 0, 0),
    ("two of two", 2, 2, HOUSE, 0),
    ("three of three", 3, 3, HOUSE, HOUSE),
    ("two of nine", 9, 2, LINE, 0),
    ("three of nine", 9, 3, LINE, LINE),
    ("five of nine", 9, 5, HOUSE, HOUSE),
    ("nine of two hundred", 200, 9, 0, 0),
    ("ten of two hundred", 200, 10, LINE, 0),
    ("eleven of two hundred", 200, 11, LINE, LINE),
    ("a hundred of two hundred", 200, 100, HOUSE, LINE),
    ("a hundred and one of two hundred", 200, 101, HOUSE, HOUSE),
]


@pytest.mark.parametrize(
    ("pages", "times", "other", "own"), [case[1:] for case in LEVELS], ids=[case[0] for case in LEVELS]
)
def test_levels(pages: int, times: int, other: int, own: int) -> None:
    memory = LineMemory(pages, {7: times})
    assert memory.level(7) == other
    assert memory.level(7, 1, 1) == own
    assert memory.levels() == ({7: other} if other else {})
    assert memory.levels(1) == ({7: own} if own else {})


def test_a_line_that_nobody_saw_has_no_level() -> None:
    assert LineMemory(9, {7: 9}).level(8) == 0


def test_a_page_counts_a_line_once() -> None:
    memory = memory_of([[1, 1, 2], [2]])
    assert memory == LineMemory(2, {1: 1, 2: 2})


def test_no_pages_are_no_memory() -> None:
    assert memory_of([]) == LineMemory()


@pytest.mark.parametrize(
    ("outlet", "url", "key"),
    [
        ("The Example Post", None, "example post"),
        ("The Example Post", "https://www.example.org/a", "example.org"),
        (None, "https://m.example.org/a", "example.org"),
        (None, "https://amp.example.org/a", "example.org"),
        ("Example Post", None, "example post"),
        (None, None, None),
    ],
)
def test_outlet_key(outlet: str | None, url: str | None, key: str | None) -> None:
    assert outlet_key(read_text("They met in Oslo on Monday.", outlet=outlet, url=url)) == key


PAGES = [
    ("https://example.org/a", "https://example.org/a", True),
    ("https://example.org/a", "https://example.org/a#comments", True),
    ("https://example.org/a", "https://example.org/b", False),
    ("https://example.org/a", None, False),
    (None, None, False),
]


@pytest.mark.parametrize(("left", "right", "same"), PAGES)
def test_versions_of_a_page_have_one_key(left: str | None, right: str | None, same: bool) -> None:
    one = read_text("They met in Oslo on Monday.", url=left)
    two = read_text("They met in Oslo on Monday and parted on Tuesday.", url=right)
    assert (page_key(one) == page_key(two)) is same
    assert 0 <= page_key(one) < 2**63
