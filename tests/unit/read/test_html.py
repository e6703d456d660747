# ruff: noqa: E501 -- tables of cases keep one case on one line
"""HTML: a rendering with a role for every line, and what the page declares."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from detente.read import body_view
from detente.read.declared import authors_of, outlet_of, title_of
from detente.read.published import day_of
from detente.read.render import blocks_of, parse_html
from detente.read.structured import structured_of
from tests.unit.read.pages import BODY, body, html_page, one

TITLE = "Ministers meet over fishing dispute"
PARAGRAPHS = "".join(f"<p>{part}</p>" for part in BODY)
LD = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": "2013-02-26T10:00:00Z",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Organization", "name": "Reuters"}],
    "publisher": {"@type": "Organization", "name": "The Example Post"}, "isAccessibleForFree": True,
}  # fmt: skip
HEAD = f'<title>{TITLE} | The Example Post</title><script type="application/ld+json">{json.dumps(LD)}</script>'
PAGE = (
    '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/w">World news today</a></li></ul></nav>'
    f"<article><h1>{TITLE}</h1><p class='byline'>By Jane Roe</p><time datetime='2013-02-26'>Feb 26, 2013</time>"
    "<figure><img src='x.jpg'><figcaption>Lind and Orso in Oslo. (AP Photo/John Doe)</figcaption></figure>"
    f"{PARAGRAPHS}<p>Advertisement</p><p><a href='/y'>Read more: What the fishermen want</a></p></article>"
    "<footer class='footer'><p>© 2013 The Example Post. All rights reserved.</p></footer>"
)


def test_a_news_page() -> None:
    article = one(html_page(PAGE, HEAD), "page.html")
    assert article.title == TITLE
    assert article.authors == ("Jane Roe",)
    assert article.outlet == "The Example Post"
    assert (article.published.label(), article.published.basis) == ("2013-02-26", "stated")
    assert article.access == "free"
    assert not article.cut_off
    assert body(article) == list(BODY)
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        ("Lind and Orso in Oslo.", "AP Photo/John Doe")
    ]


def test_every_line_of_the_rendering_has_a_role() -> None:
    article = one(html_page(PAGE, HEAD), "page.html")
    found = {article.text[line.start : line.end]: line.role for line in article.lines}
    assert found[TITLE] == "title"
    assert found["Home"] == "menu"
    assert found["By Jane Roe"] == "byline"
    assert found["© 2013 The Example Post. All rights reserved."] == "legal"
    covered = {at for line in article.lines for at in range(line.start, line.end)}
    assert all(char == "\n" or at in covered for at, char in enumerate(article.text))
    assert body_view(article).text.count(TITLE) == 1


TITLES = [
    pytest.param(f"<title>{TITLE} - Example Times</title>", "", TITLE, id="title element"),
    pytest.param(f'<meta property="og:title" content="{TITLE}">', "", TITLE, id="OpenGraph"),
    pytest.param("<title>Example Times</title>", f"<h1>{TITLE}</h1>", TITLE, id="heading"),
    pytest.param(
        f'<meta property="og:title" content="Short">{HEAD}', f"<h1>{TITLE}</h1>", TITLE, id="JSON-LD"
    ),
]


@pytest.mark.parametrize(("head", "inner", "title"), TITLES)
def test_title(head: str, inner: str, title: str) -> None:
    about = structured_of(parse_html(html_page(inner + "<p>x</p>", head).decode(), "page"))
    found = title_of(about, None)
    assert (found[0] if found else None) == title


AUTHORS = [
    pytest.param('<meta name="author" content="Jane Roe">', ("Jane Roe",), id="meta"),
    pytest.param('<meta name="author" content="By Jane Roe and John Doe">', ("Jane Roe", "John Doe"), id="two"),
    pytest.param('<meta name="author" content="Reuters">', (), id="agency"),
    pytest.param('<meta name="author" content="Example Post"><meta property="og:site_name" content="Example Post">',
                 (), id="outlet"),
    pytest.param('<meta property="article:author" content="https://example.org/jane">', (), id="address"),
    pytest.param("", (), id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "names"), AUTHORS)
def test_authors(head: str, names: tuple[str, ...]) -> None:
    assert (
        authors_of(structured_of(parse_html(html_page("<p>x</p>", head).decode(), "page")))[0] == names
    )


def test_broken_json_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": </script><meta property="og:site_name" content="Post">'
    assert outlet_of(structured_of(parse_html(html_page("<p>x</p>", head).decode(), "page"))) == (
        "Post",
        "og:site_name",
    )


DAYS = [
    ("2013-02-26T23:30:00-05:00", "2013-02-26"),
    ("20130226T101500Z", "2013-02-26"),
    ("February 26, 2013 10:15", "2013-02-26"),
    ("1361875500", "2013-02-26"),
    ("2013-02-31", None),
    ("1970-01-01", None),
    ("yesterday", None),
    (None, None),
]


@pytest.mark.parametrize(("words", "day"), DAYS, ids=[str(row[0]) for row in DAYS])
def test_day_of(words: str | None, day: str | None) -> None:
    found = day_of(words)
    assert (found.isoformat() if found else None) == day


def test_blocks() -> None:
    page = "<p>One <b>two</b>,<br>three</p><table><tr><td>a1</td><td>b2</td></tr></table><script>no()</script>tail"
    assert [block.text for block in blocks_of(parse_html(page, "page"))] == [
        "One two,",
        "three",
        "a1 b2",
        "tail",
    ]


def test_date_contradicted_by_the_address_is_not_certain() -> None:
    head = '<link rel="canonical" href="https://example.org/2011/05/01/talks">' + HEAD
    article = one(html_page(PAGE.replace("Feb 26, 2013", "today"), head), "page.html")
    assert article.published.basis == "inferred"


def test_text_needs_no_html_library() -> None:
    code = (
        "import sys; from detente.read import read_text; read_text('Ministers met in Oslo on Monday.');"
        "print([name for name in ('trafilatura', 'htmldate', 'resiliparse', 'lxml', 'spacy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


DECLARED = [
    ("By Jane Roe", ("Jane Roe",)),
    ("ByJane Roe", ("Jane Roe",)),
    ("Jane RoePublished 5 May", ("Jane Roe",)),
    ("The Sound Daily Reporter", ()),
    ("Sound Daily", ()),
    ("ByThe Associated Press", ()),
    ("Byron Roe", ("Byron Roe",)),
]


@pytest.mark.parametrize(("value", "names"), DECLARED, ids=[value for value, _ in DECLARED])
def test_declared_author(value: str, names: tuple[str, ...]) -> None:
    head = (
        f'<meta name="author" content="{value}">'
        '<meta property="og:site_name" content="Sound Daily Reporter">'
    )
    inner = "<h1>Ministers meet over fishing dispute</h1>" + "".join(f"<p>{part}</p>" for part in BODY)
    assert one(html_page(inner, head), "page.html").authors == names


def test_the_block_model_leaves_an_article_whole() -> None:
    inner = "<h1>Ministers meet</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    teasers = "".join(
        f"<div><a href='/{number}'>Ferries late again after ice in the sound</a></div>"
        for number in range(8)
    )
    article = one(html_page(f"<article>{inner}</article><div>{teasers}</div>"), "a.html")
    assert body(article) == list(BODY)
    for line in article.lines:
        assert line.role != "body" or "Ferries" not in article.text[line.start : line.end]


def roles_of(inner: str) -> dict[str, str]:
    """Role by the words of the line, of a page with an article around these blocks."""
    parts = "".join(f"<p>{part}</p>" for part in BODY)
    page = html_page(
        f"<article><h1>{TITLE}</h1>{parts}{inner}{parts.replace('Oslo', 'Bergen')}</article>", HEAD
    )
    article = one(page, "a.html")
    return {article.text[line.start : line.end]: line.role for line in article.lines}


INSIDE = [
    pytest.param("<p>Sign in to bookmark this article</p>", "Sign in to bookmark this article", "login", id="log in to bookmark"),
    pytest.param("<h3>Subscribe to Example Plus to bookmark this article</h3>", "Subscribe to Example Plus to bookmark this article", "promo", id="pay to bookmark"),
    pytest.param("<p>Want to bookmark your favourite articles and stories?</p>", "Want to bookmark your favourite articles and stories?", "promo", id="bookmark all"),
    pytest.param("<h2>Join our commenting forum</h2>", "Join our commenting forum", "menu", id="a forum"),
    pytest.param("<p>Join lively conversations, follow other readers and see their replies</p>", "Join lively conversations, follow other readers and see their replies", "menu", id="conversations"),
    pytest.param("<p>See also: Why the fishermen stay in port this week</p>", "See also: Why the fishermen stay in port this week", "related", id="a pointer"),
    pytest.param("<p><strong>SEE ALSO: </strong><a href='/x'>Why the fishermen stay in port</a></p>", "SEE ALSO: Why the fishermen stay in port", "related", id="a pointer with a link"),
    pytest.param("<h4><a href='/x'><span>The herring has come back</span> The herring has come back</a></h4>", "The herring has come back The herring has come back", "related", id="a headline for the eye and one for readers of screens"),
    pytest.param("<p>The minister wanted to bookmark the day for the fishermen.</p>", "The minister wanted to bookmark the day for the fishermen.", "body", id="a sentence that bookmarks a day"),
    pytest.param("<p>Both states will join the conversations in Geneva and wait for replies from Sudia.</p>", "Both states will join the conversations in Geneva and wait for replies from Sudia.", "body", id="a sentence about conversations"),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "line", "role"), INSIDE)
def test_a_line_inside_the_text(inner: str, line: str, role: str) -> None:
    assert roles_of(inner)[line] == role


def test_a_long_paragraph_stays_whatever_stands_around_it() -> None:
    long = "In the autumn the two of them walked along the quay every evening, past the ice works and the old customs house, and talked about boats, prices and the weather, since there was nothing else to be done in that town once the season was over and the last of the herring had been salted, barrelled and sent south by rail to the markets where nobody had ever heard of the place."
    assert roles_of(f"<p>{long}</p>")[long] == "body"
