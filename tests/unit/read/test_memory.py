"""Lines that an outlet prints on page after page are told from the article by counting them."""

from __future__ import annotations

import pytest

from detente.read import read_text
from detente.read.memory import LineMemory, line_key, line_keys, memory_of, outlet_key, remembered
from detente.records import Article
from tests.unit.read.pages import FOURTH, LEAD, SECOND, THIRD, body, dump

HOUSE = (
    "The Example Post reports on the four seas and has done so since the harbour was built in stone."
)
TITLES = ("Ministers meet over fish", "Ferries late again", "Bridge opens in the north", "Storm ahead")
TEXTS = (
    (LEAD, SECOND, THIRD),
    (
        "The ferries between the islands were late for the third day because of ice in the sound.",
        "Captain Ivan Holm told passengers that the ice would hold until the end of the week.",
    ),
    (
        "The new bridge over the Sund opened on Friday after four years of work and two of quarrels.",
        "Engineers from Sudia built the pillars, and a choir from the valley sang at the ribbon.",
    ),
    (
        "A storm is expected on the coast tonight, and the harbour master has closed the outer pier.",
        "Fishermen were told to bring their boats in before dark, a notice on the quay said.",
    ),
)


def page(number: int, house: str = HOUSE) -> Article:
    return read_text(dump(TITLES[number], *TEXTS[number], house), outlet="The Example Post")


def test_a_line_of_every_page_leaves_the_text() -> None:
    others = memory_of(page(number) for number in (1, 2, 3))
    article = page(0)
    assert HOUSE in body(article)
    again = remembered(article, others)
    assert body(again) == [LEAD, SECOND, THIRD]
    (line,) = (line for line in again.lines if "other pages" in line.reason)
    assert (line.role, line.reason) == ("promo", "on 3 of 3 other pages of the outlet")
    assert again.text == article.text


def test_memory_is_an_argument_of_read_text() -> None:
    others = memory_of(page(number) for number in (1, 2, 3))
    article = read_text(dump(TITLES[0], *TEXTS[0], HOUSE), memory=others)
    assert body(article) == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize("pages", [0, 1])
def test_too_few_pages_prove_nothing(pages: int) -> None:
    others = memory_of(page(number) for number in range(1, 1 + pages))
    assert remembered(page(0), others) == page(0)


def test_a_line_of_one_other_page_stays() -> None:
    others = memory_of([page(1), page(2, house="Another house line that has many words in it too.")])
    assert remembered(page(0), others) == page(0)


def test_a_rare_line_of_many_pages_stays() -> None:
    memory = LineMemory(pages=500, seen={line_key(HOUSE): 20})
    assert remembered(page(0), memory) == page(0)
    memory = LineMemory(pages=500, seen={line_key(HOUSE): 30})
    assert remembered(page(0), memory) != page(0)


def test_a_new_version_of_an_article_keeps_its_text() -> None:
    # the same article was added twice before: its paragraphs repeat, and are still the article
    article = page(0)
    memory = memory_of([article, article, page(1), page(2), page(3)])
    assert body(remembered(article, memory)) == [LEAD, SECOND, THIRD]


def test_roles_that_rules_gave_stay() -> None:
    text = dump(TITLES[0], "By Jane Roe", LEAD, SECOND, THIRD, FOURTH)
    memory = memory_of([read_text(text)] * 4)
    roles = [line.role for line in remembered(read_text(text), memory).lines]
    assert roles[0] == "title"
    assert "byline" in roles


KEYS = [
    ("Sign up today!", "**Sign up** today", True),
    ("Sign up today!", "SIGN UP TODAY", True),
    ("  • Sign up today", "Sign up today", True),
    ("Sign up today", "Sign up tomorrow", False),
    ("Ministers meet in Oslo", "Ministers meet Oslo", False),
]


@pytest.mark.parametrize(("left", "right", "same"), KEYS, ids=[f"{a} | {b}" for a, b, _ in KEYS])
def test_keys(left: str, right: str, same: bool) -> None:
    assert (line_key(left) == line_key(right)) is same


def test_lines_without_a_word_have_no_key() -> None:
    assert line_key("---") == ""
    assert "" not in line_keys(read_text(dump("Title of it", "* * *", LEAD)))


@pytest.mark.parametrize(
    ("outlet", "url", "key"),
    [
        ("The Example Post", None, "example post"),
        ("The Example Post", "https://www.example.org/a", "example.org"),
        (None, "https://m.example.org/a", "example.org"),
        (None, None, None),
    ],
)
def test_outlet_key(outlet: str | None, url: str | None, key: str | None) -> None:
    assert outlet_key(read_text("They met in Oslo on Monday.", outlet=outlet, url=url)) == key


def test_a_page_counts_a_line_once() -> None:
    memory = memory_of([read_text(dump("Title here", HOUSE, LEAD, HOUSE))])
    assert memory.seen[line_key(HOUSE)] == 1
    assert memory.pages == 1
