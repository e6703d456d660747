"""A page as blocks: where each stands, by what the elements around it call themselves."""

from __future__ import annotations

import re

import pytest

from detente.errors import EmptyInput, TooLarge
from detente.read.body import extracted, kept
from detente.read.render import _BY_STEM, _REGIONS, Block, blocks_of, check_html, parse_html
from detente.read.structured import structured_of
from tests.unit.read.pages import BODY, html_page

LONG = " ".join(BODY)
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def blocks(inner: str) -> list[Block]:
    return blocks_of(parse_html(html_page(inner).decode(), "page"))


NAMED = [
    pytest.param("class='nav-bar'", "menu", id="first word"),
    pytest.param("class='site-nav'", "menu", id="last word"),
    pytest.param("class='siteNavigation'", "menu", id="a hump"),
    pytest.param("class='site_nav'", "menu", id="an underscore"),
    pytest.param("class='css-1x2 read-more'", "related", id="two words with a hyphen"),
    pytest.param("class='readmore'", "related", id="two words in one"),
    pytest.param("class='ReadMore'", "related", id="two words with a hump"),
    pytest.param("id='newsletter'", "promo", id="an id"),
    pytest.param("role='navigation'", "menu", id="a role"),
    pytest.param("itemprop='author'", "byline", id="an itemprop"),
    pytest.param("data-testid='Byline'", "byline", id="a test id"),
    pytest.param("class='comments-section'", "comments", id="comments"),
    pytest.param("class='postcomment-list'", "comments", id="comments inside a word"),
    pytest.param("class='related author'", "related", id="the first in the table wins"),
    pytest.param("class='author related'", "related", id="whatever the order"),
    pytest.param("class='img/caption'", "caption", id="a slash"),
    pytest.param("class='light-box'", "promo", id="a box that opens over the page"),
    pytest.param("class='bookmark-lightbox'", "promo", id="the same in one word"),
    pytest.param("class='badge'", "", id="no word of its own: badge holds ad"),
    pytest.param("class='update-notes shadow'", "", id="shadow holds ad, notes nothing"),
    pytest.param("class='unrelated'", "", id="not at the start of a word"),
    pytest.param("class='thread'", "", id="thread holds read"),
    pytest.param("class='story-text'", "", id="nothing known"),
    pytest.param("data-x='nav'", "", id="an attribute that names nothing"),
    pytest.param(f"class='{'x ' * 160}nav'", "", id="too many classes"),
]


@pytest.mark.parametrize(("attributes", "region"), NAMED)
def test_region_of_an_element(attributes: str, region: str) -> None:
    (block,) = blocks(f"<div {attributes}>Ministers meet</div>")
    assert (block.text, block.region) == ("Ministers meet", region)


@pytest.mark.parametrize(
    ("word", "region"),
    [
        (word, name)
        for name, pattern in _REGIONS
        for word in re.findall(r"(?<=[(|])[a-z]{2,}(?=[|)])", pattern.pattern.split(r")\b")[0])
        if pattern.fullmatch(word)
    ],
)
def test_every_word_of_the_table_is_found_by_its_first_letters(word: str, region: str) -> None:
    assert word[:3] in _BY_STEM or word[:2] in _BY_STEM
    (block,) = blocks(f"<div class='{word}'>Ministers meet</div>")
    ranks = [name for name, _ in _REGIONS]
    assert ranks.index(block.region) <= ranks.index(region)


WRAPPERS = [
    pytest.param("page-ad", "", id="a whole page named after its advertisement"),
    pytest.param("subscriber promo", "", id="a whole page named after who may read it"),
    pytest.param("has-comments", "", id="a whole page that has comments"),
    pytest.param("topic-page", "menu", id="menus do hold headlines"),
]


@pytest.mark.parametrize(("name", "region"), WRAPPERS)
def test_what_holds_a_headline_and_a_text_is_no_part_of_the_page(name: str, region: str) -> None:
    found = blocks(f"<div class='{name}'><h1>Ministers meet</h1>{TEXT}</div>")
    assert {block.region for block in found} == {region}


def test_a_box_without_a_headline_is_a_part() -> None:
    found = blocks(f"<div class='promo'><h2>Read our letter</h2>{TEXT}</div>")
    assert {block.region for block in found} == {"promo"}


def test_a_headline_over_too_little_text_is_in_its_part() -> None:
    found = blocks("<div class='related'><h1>Ministers meet</h1><p>One line.</p></div>")
    assert {block.region for block in found} == {"related"}


BLOCKS = [
    pytest.param("<p>One <b>two</b> three</p>", [("p", "One two three")], id="inline elements"),
    pytest.param("<p>One<br>two</p>", [("p", "One"), ("p", "two")], id="line breaks"),
    pytest.param(
        "One<p>two</p>three",
        [("body", "One"), ("p", "two"), ("body", "three")],
        id="text around blocks",
    ),
    pytest.param(
        "<div>One<p>two</p>three</div>", [("div", "One"), ("p", "two"), ("div", "three")], id="tails"
    ),
    pytest.param(
        "<p>One</p><script>two</script>three",
        [("p", "One"), ("body", "three")],
        id="a script and its tail",
    ),
    pytest.param("<p>One</p><p>One</p><p>two</p>", [("p", "One"), ("p", "two")], id="twice in a row"),
    pytest.param(
        "<p>One</p><p>two</p><p>One</p>", [("p", "One"), ("p", "two"), ("p", "One")], id="twice, apart"
    ),
    pytest.param("<p> … </p><p>One</p>", [("p", "One")], id="no word"),
    pytest.param("<table><tr><td>One</td><td>two</td></tr></table>", [("tr", "One two")], id="cells"),
    pytest.param(
        "<p>One <span class='byline'>By Jane Roe</span></p>",
        [("p", "One By Jane Roe")],
        id="a span in the middle",
    ),
    pytest.param(
        "<div><span class='byline'>By Jane Roe</span> 3 May</div>",
        [("div", "By Jane Roe"), ("div", "3 May")],
        id="a span that is a line",
    ),
    pytest.param("<ul><li>One</li><li>two</li></ul>", [("li", "One"), ("li", "two")], id="a list"),
]


@pytest.mark.parametrize(("inner", "found"), BLOCKS)
def test_blocks(inner: str, found: list[tuple[str, str]]) -> None:
    assert [(block.tag, block.text) for block in blocks(inner)] == found


@pytest.mark.parametrize(
    ("inner", "links", "bold"),
    [
        ("<p><a href='x'>One</a></p>", 3, False),
        ("<p><a href='x'>One <b>two</b></a> three</p>", 6, False),
        ("<p><b>One two</b></p>", 0, True),
        ("<p><strong>One <i>two</i></strong></p>", 0, True),
        ("<p><b>One</b> two three four</p>", 0, False),
    ],
)
def test_links_and_bold_type(inner: str, links: int, bold: bool) -> None:
    (block,) = blocks(inner)
    assert (block.links, block.bold) == (links, bold)


REFUSED = [
    pytest.param("", EmptyInput, id="nothing"),
    pytest.param("<p>x" * 25_001, TooLarge, id="elements"),
    pytest.param("<div>" * 251, TooLarge, id="nested blocks"),
    pytest.param("<DIV>" * 251, TooLarge, id="nested blocks in capitals"),
    pytest.param("<span>" * 1_501, TooLarge, id="nested inline elements"),
    pytest.param("x" * 5_000_001, TooLarge, id="characters"),
]


@pytest.mark.parametrize(("markup", "error"), REFUSED)
def test_a_page_is_refused(markup: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_html(markup, "page.html")


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>x</div>" * 5_000, id="many, none in another"),
        pytest.param("</div>" * 5_000 + "<div>" * 250, id="closed before they are opened"),
        pytest.param("<divan>" * 300, id="another element whose name begins alike"),
        pytest.param("<b-card>" * 2_000, id="elements of a site's own"),
        pytest.param("a < b " * 30_000, id="no elements"),
    ],
)
def test_a_page_is_let_through(markup: str) -> None:
    check_html(markup, "page.html")


NEWS = '<script type=\'application/ld+json\'>{"@type": "NewsArticle"}</script>'
ASIDE = (
    "<div><p>Ferries were late again after ice in the sound, the harbour said on Sunday.</p></div>" * 3
)


def main_text(inner: str, *, news: bool = True) -> str:
    markup = html_page(inner, NEWS).decode()
    tree = parse_html(markup, "page")
    return extracted(tree, markup, structured_of(tree), news=news)


@pytest.mark.parametrize("news", [True, False])
def test_what_is_outside_the_part_that_calls_itself_the_article_is_not_its_text(news: bool) -> None:
    found = main_text(f"{ASIDE}<div class='article-body'>{TEXT * 4}</div>{ASIDE}", news=news)
    assert BODY[0] in found
    assert "Ferries" not in found


def test_a_part_that_is_too_short_to_be_the_text_is_not_taken_for_it() -> None:
    found = main_text(f"<article><p>Share this.</p></article><div class='story'>{TEXT}</div>")
    assert BODY[1] in found


def test_a_page_without_such_a_part_has_a_text() -> None:
    assert BODY[2] in main_text(f"<div>{TEXT}</div>")


def test_a_block_said_twice_is_kept_once() -> None:
    one, two = Block(BODY[0], "p", "", 0), Block(BODY[1], "p", "", 0)
    assert kept([one, two, one], f"{BODY[0]}\n{BODY[1]}") == [True, True, False]


@pytest.mark.parametrize(
    ("text", "main", "found"),
    [
        pytest.param(BODY[0], f"Before. {BODY[0]} After.", True, id="inside a line"),
        pytest.param(BODY[0], BODY[1], False, id="elsewhere"),
        pytest.param(f"{BODY[0]} Read more", BODY[0], True, id="with a tail"),
        pytest.param(f"{BODY[0]} {LONG}", BODY[0], False, id="mostly something else"),
        pytest.param("Oslo", f"Oslo\n{BODY[0]}", True, id="a short line of its own"),
        pytest.param("Oslo", BODY[0], False, id="a short line inside others"),
    ],
)
def test_a_block_is_found_in_the_main_text(text: str, main: str, found: bool) -> None:
    assert kept([Block(text, "p", "", 0)], main) == [found]
