"""Which blocks are the text: trafilatura's answer found again on the page, and the part it is given."""

from __future__ import annotations

import numpy as np
import pytest

from detente.read.body import _choices, _part, kept
from detente.read.lines import model_named, ruled
from detente.read.render import Block, parse_html
from detente.read.signs import NAMES, in_context, signs_of
from detente.read.text import ruled_text
from tests.unit.read.pages import BODY, dump

PARTS = {
    "an article": "<div><article id=a><p>x</p></article><article id=b><p>y</p></article></div>",
    "a named body before an article": "<article><div class='article-body'><p>x</p></div></article>",
    "the same class twice": "<div class='entry-content'></div><div class='entry-content'>b</div>",
    "a property": "<div id=x><section itemprop=articleBody><p>x</p></section></div>",
    "a role": "<div role=article><p>x</p></div>",
    "the content": "<div class=top></div><div id=content><p>x</p></div>",
    "main": "<div class=top></div><main><p>x</p></main>",
    "a name in capitals": "<div class='StoryFullText'><p>x</p></div>",
    "nothing": "<div><p>x</p></div>",
    "no frame at all": "<p>x</p>",
    "a span so called": "<span class='article-body'>x</span>",
}


@pytest.mark.parametrize("name", PARTS)
def test_the_part_is_the_one_that_trafilatura_chooses(name: str) -> None:
    tree = parse_html(f"<html><body>{PARTS[name]}</body></html>", "page")
    assert _part(tree) is next((one for choose in _choices() for one in choose(tree)), None)


def test_some_page_has_a_part() -> None:
    tree = parse_html(f"<html><body>{PARTS['a property']}</body></html>", "page")
    part = _part(tree)
    assert part is not None
    assert part.get("itemprop") == "articleBody"


def blocks(*texts: str) -> list[Block]:
    return [Block(text, "p", "", 0) for text in texts]


LONG = "The two ministers met in Sudia on Monday and agreed to meet again in May."
OTHER = "Fishermen on both sides of the sound had waited for an answer since the winter."
FOUND = [
    pytest.param((LONG, OTHER), f"{LONG}\n{OTHER}", [True, True], id="all"),
    pytest.param((OTHER, LONG), LONG, [False, True], id="one of two"),
    pytest.param((LONG, LONG), LONG, [True, False], id="each word is used once"),
    pytest.param(
        (LONG, "He left.", OTHER), f"{LONG}\nHe left.\n{OTHER}", [True] * 3, id="a short line"
    ),
    pytest.param(("He left.", LONG), LONG, [False, True], id="a short line elsewhere"),
    pytest.param((LONG.upper(),), LONG, [True], id="capitals do not matter"),
    pytest.param((LONG.replace(",", " ;"),), LONG, [True], id="marks do not matter"),
    pytest.param((LONG,), LONG.replace("Monday", "Tuesday"), [True], id="a word that differs"),
    pytest.param((LONG,), " ".join(LONG.split()[:6]), [False], id="too little of it"),
    pytest.param((f"{LONG} {OTHER}",), f"{LONG}\n{OTHER}", [True], id="one block, two lines"),
    pytest.param((LONG,), "", [False], id="no text"),
    pytest.param(("—",), LONG, [False], id="no word in the block"),
    pytest.param((), LONG, [], id="no block"),
]


@pytest.mark.parametrize(("texts", "main", "expected"), FOUND)
def test_blocks_found_again(texts: tuple[str, ...], main: str, expected: list[bool]) -> None:
    assert kept(blocks(*texts), main) == expected


MENU = tuple(f"Entry {number}" for number in range(40))


def page_of(*above: str):  # type: ignore[no-untyped-def]
    return ruled_text(dump("Ministers meet", *above, *BODY), "a.txt")


def test_rows_asked_for_have_the_columns_they_had() -> None:
    page, top = page_of(*MENU)
    asked = [index for index, row in enumerate(page.rows) if row.words >= 6]
    assert asked
    assert len(asked) < len(page.rows)
    model = model_named("line_model")
    every, some = (signs_of(page.rows, top.title, top.words, which) for which in (None, asked))
    both = [in_context(one.own, model.lexical(one.words), ruled(page))[asked] for one in (every, some)]
    assert np.allclose(both[0], both[1], atol=1e-5)


def test_rows_out_of_sight_cost_nothing() -> None:
    page, top = page_of(*MENU)
    last = len(page.rows) - 1
    signs = signs_of(page.rows, top.title, top.words, [last])
    place = NAMES.index("words")
    assert signs.own[last - 12, place] > 0
    assert signs.own[last - 13, place] == 0
    assert signs.words[last - 13] == []
    assert signs.words[last - 12] != []


@pytest.mark.parametrize("asked", [[], [0], None], ids=["none", "one", "all"])
def test_every_row_has_its_signs(asked: list[int] | None) -> None:
    page, top = page_of()
    signs = signs_of(page.rows, top.title, top.words, asked)
    assert signs.own.shape == (len(page.rows), len(NAMES))
    assert len(signs.words) == len(page.rows)
    assert np.isfinite(signs.own).all()
