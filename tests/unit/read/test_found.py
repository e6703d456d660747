"""Each fact on an article says how it was found."""

from __future__ import annotations

import json
from datetime import date

import pytest

from detente.read import read_bytes, read_text
from detente.records import Article
from tests.unit.read.pages import LEAD, SECOND, THIRD, dump, html_page, one

TITLE = "Ministers meet over fish in Oslo"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in (LEAD, SECOND, THIRD))
_TOLD = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "author": {"@type": "Person", "name": "Jane Roe"},
    "publisher": {"name": "The Example Post"},
    "datePublished": "2013-02-26T10:00:00+01:00",
    "isAccessibleForFree": True,
}
LD = f'<script type="application/ld+json">{json.dumps(_TOLD)}</script>'


def hows(article: Article) -> dict[str, str]:
    return {found.name: found.how for found in article.found}


DUMPS = [
    ("headline", (TITLE, LEAD), "title", "the headline on the page"),
    ("byline", (TITLE, "By Jane Roe", LEAD), "authors", "a byline"),
    (
        "note",
        (TITLE, LEAD, SECOND, THIRD, "Jane Roe is a correspondent of the Example Post in Oslo."),
        "authors",
        "a note on the author",
    ),
    ("date line", (TITLE, "26 February 2013", LEAD), "published", "printed at the headline"),
    ("updated", (TITLE, "Updated 26 February 2013", LEAD), "published", "the day of the last change"),
    ("dateline", (TITLE, f"OSLO, Feb. 26, 2013 (Northern Wire) - {LEAD}"), "published", "the dateline"),
    ("beside", (f"{TITLE} | The Example Post", LEAD), "outlet", "beside the headline"),
    ("copyright", (TITLE, LEAD, SECOND, "© 2013 The Example Post"), "outlet", "the copyright line"),
    (
        "address",
        (TITLE, LEAD, SECOND, "Original url: https://post.example/2013/02/26/fish"),
        "url",
        "printed on the page",
    ),
    (
        "day in the address",
        (TITLE, LEAD, SECOND, "Original url: https://post.example/2013/02/26/fish"),
        "published",
        "the address",
    ),
    (
        "host",
        (TITLE, LEAD, SECOND, "Original url: https://post.example/2013/02/26/fish"),
        "outlet",
        "the address",
    ),
    ("words", (TITLE, LEAD), "language", "its commonest words"),
    ("pitch", (TITLE, LEAD, "Subscribe to continue reading"), "access", "a pitch"),
]


@pytest.mark.parametrize(
    ("lines", "name", "how"), [case[1:] for case in DUMPS], ids=[case[0] for case in DUMPS]
)
def test_of_a_dump(lines: tuple[str, ...], name: str, how: str) -> None:
    assert hows(read_text(dump(*lines)))[name] == how


def test_a_fact_that_nothing_tells_is_not_there() -> None:
    assert set(hows(read_text(LEAD))) == {"language"}


def test_what_was_given_says_so() -> None:
    article = read_text(
        dump(TITLE, "By Jane Roe", LEAD),
        url="https://post.example/a",
        outlet="The Example Post",
        published=date(2013, 2, 26),
    )
    found = hows(article)
    given = {"url", "outlet", "published"}
    assert {name for name, how in found.items() if how == "given with the page"} == given
    assert found["authors"] == "a byline"


PAGES = [
    ("JSON-LD", LD, "", "authors", "JSON-LD"),
    ("JSON-LD title", LD, "", "title", "JSON-LD"),
    ("heading and JSON-LD", LD, f"<h1>{TITLE}</h1>", "title", "the heading, declared too"),
    ("heading", "", f"<h1>{TITLE}</h1>", "title", "the heading"),
    ("title element", f"<title>{TITLE} - The Example Post</title>", "", "title", "the title element"),
    ("og:title", f'<meta property="og:title" content="{TITLE}">', "", "title", "og:title"),
    ("publisher", LD, "", "outlet", "JSON-LD"),
    ("site", '<meta property="og:site_name" content="Post">', "", "outlet", "og:site_name"),
    ("declared day", LD, "", "published", "declared"),
    (
        "time element",
        "",
        f"<h1>{TITLE}</h1><time datetime='2013-02-26'>Tuesday</time>",
        "published",
        "a time element",
    ),
    (
        "printed day",
        "",
        f"<h1>{TITLE}</h1><p>26 February 2013</p>",
        "published",
        "printed at the headline",
    ),
    (
        "day of the address",
        '<link rel="canonical" href="https://post.example/2013/02/26/fish">',
        "",
        "published",
        "the address",
    ),
    (
        "canonical",
        '<link rel="canonical" href="https://post.example/a">',
        "",
        "url",
        "the canonical link",
    ),
    ("og:url", '<meta property="og:url" content="https://post.example/a">', "", "url", "og:url"),
    ("meta author", '<meta name="author" content="Jane Roe">', "", "authors", "author"),
    ("byline", "", f"<h1>{TITLE}</h1><p class='byline'>By Jane Roe</p>", "authors", "a byline"),
    ("free", LD, "", "access", "the page's metadata"),
]


@pytest.mark.parametrize(
    ("head", "inner", "name", "how"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES]
)
def test_of_a_page(head: str, inner: str, name: str, how: str) -> None:
    (article,) = read_bytes(html_page(f"<article>{inner}{TEXT}</article>", head), "page.html")
    assert isinstance(article, Article)
    assert hows(article)[name] == how


def test_of_a_row_of_a_table() -> None:
    row = {"title": TITLE, "text": LEAD, "published": "2013-02-26"}
    article = one(json.dumps(row).encode(), "a.jsonl")
    found = hows(article)
    assert found["title"] == found["published"] == "given with the page"


def test_every_value_is_explained() -> None:
    article = one(html_page(f"<article>{TEXT}</article>", LD), "page.html")
    found = hows(article)
    for name in ("title", "authors", "outlet", "published", "url", "language"):
        value = getattr(article, name)
        known = value.known if name == "published" else bool(value)
        assert (name in found) == known, name
