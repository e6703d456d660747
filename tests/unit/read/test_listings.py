"""Lists of addresses, and exports that name articles: what they hold, and that it is no article."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from detente.errors import InputError, Skipped
from detente.read import Address, read_addresses, read_bytes
from detente.read.exports import gdelt_columns, renamed
from detente.read.listings import feeds_on_page, is_list_of_addresses
from detente.records import Article
from tests.unit.read.pages import LEAD, SECOND
from tests.unit.read.samples import (
    CITATION,
    GDELT_CSV,
    GDELT_EVENTS,
    GDELT_LIST,
    MEDIA_CLOUD,
    OPML,
    SAMPLES,
    SITEMAP,
    SITEMAP_INDEX,
    STORY_INDEX,
    zipped,
)

FISH, TALK = "https://post.example/fish", "https://sudia.example/talk"


def addresses(tmp_path: Path, name: str, data: bytes) -> list[Address | InputError]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_addresses(path))


GKG = "\t".join(["20130226101500-1", "20130226101500", "1", "post.example", FISH, *[""] * 22]) + "\n"
MENTIONS = "\t".join(["1", "20130226101500", "20130226101500", "1", "post.example", FISH, *[""] * 10])
LISTS = [
    pytest.param(
        "a.opml",
        OPML,
        ["https://post.example/feed", "https://sudia.example/rss.xml"],
        "feed",
        id="OPML",
    ),
    pytest.param("a.xml", SITEMAP, [FISH, "https://post.example/nets"], "page", id="sitemap"),
    pytest.param(
        "a.xml.gz",
        gzip.compress(SITEMAP),
        [FISH, "https://post.example/nets"],
        "page",
        id="packed sitemap",
    ),
    pytest.param(
        "a.xml",
        SITEMAP_INDEX,
        ["https://post.example/map-1.xml", "https://post.example/map-2.xml.gz"],
        "sitemap",
        id="sitemap of sitemaps",
    ),
    pytest.param(
        "a.txt", f"# mine\n- {FISH}\n\n{TALK}\n".encode(), [FISH, TALK], "unknown", id="one a line"
    ),
    pytest.param("a.csv", MEDIA_CLOUD, [FISH, TALK], "page", id="Media Cloud"),
    pytest.param("a.json", GDELT_LIST, [FISH, TALK], "page", id="GDELT list, JSON"),
    pytest.param("a.csv", GDELT_CSV, [FISH], "page", id="GDELT list, CSV"),
    pytest.param("a.export.CSV", GDELT_EVENTS, [FISH, TALK], "page", id="GDELT events"),
    pytest.param("a.gkg.csv", GKG.encode(), [FISH], "page", id="GDELT GKG"),
    pytest.param("a.mentions.CSV", MENTIONS.encode(), [FISH], "page", id="GDELT mentions"),
    pytest.param("a.json", json.dumps([CITATION]).encode(), [FISH], "page", id="citations"),
    pytest.param("rss.xml", SAMPLES["rss.xml"], [FISH, FISH], "page", id="a feed"),
    pytest.param(
        "a.csv", f"url,title\n{FISH},Fish\n{TALK},Talk\n".encode(), [FISH, TALK], "page", id="own table"
    ),
]


@pytest.mark.parametrize(("name", "data", "urls", "kind"), LISTS)
def test_addresses_of_a_list(
    tmp_path: Path, name: str, data: bytes, urls: list[str], kind: str
) -> None:
    found = addresses(tmp_path, name, data)
    good = [one for one in found if isinstance(one, Address)]
    assert [one.url for one in good] == urls
    assert {one.kind for one in good} == {kind}
    assert all(one.path.startswith(str(tmp_path)) for one in good)


NOT_ARTICLES = [param for param in LISTS if param.id not in ("citations", "a feed", "own table")]


@pytest.mark.parametrize(("name", "data", "urls", "kind"), NOT_ARTICLES)
def test_a_list_holds_no_article_and_says_what_to_do(
    name: str, data: bytes, urls: list[str], kind: str
) -> None:
    (skipped,) = read_bytes(data, name)
    assert isinstance(skipped, Skipped)
    assert "detente fetch" in skipped.remedy


@pytest.mark.parametrize("name", ["a.html", "a.warc.gz", "a.pdf", "a.zip", "a.eml", "a.mbox", "a.txt"])
def test_what_is_no_list_names_no_address(tmp_path: Path, name: str) -> None:
    (skipped,) = addresses(tmp_path, name, SAMPLES[name])
    assert isinstance(skipped, Skipped)


def test_what_a_list_says_of_a_page(tmp_path: Path) -> None:
    first, second = addresses(tmp_path, "a.xml", SITEMAP)
    assert isinstance(first, Address)
    assert isinstance(second, Address)
    assert (first.title, first.outlet) == ("Ministers meet over fish", "The Example Post")
    assert first.published.label() == "2013-02-26"
    assert not second.published.known  # `lastmod` is no day of publication
    (story, _) = addresses(tmp_path, "m.csv", MEDIA_CLOUD)
    assert isinstance(story, Address)
    assert (story.outlet, story.published.label()) == ("post.example", "2013-02-26")


def test_lists_of_lists_that_are_damaged(tmp_path: Path) -> None:
    for data in (b"<opml>", b"<urlset><url></url></urlset>", OPML[:40], b""):
        (error,) = addresses(tmp_path, "a.xml", data)
        assert isinstance(error, InputError)
        (read,) = read_bytes(data, "a.xml")
        assert isinstance(read, InputError)


@pytest.mark.parametrize("where", ["folder", "nothing"])
def test_a_path_that_is_no_file(tmp_path: Path, where: str) -> None:
    (error,) = read_addresses(tmp_path if where == "folder" else tmp_path / "none.xml")
    assert isinstance(error, InputError)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"{FISH}\n{TALK}", True),
        (f"* {FISH}", True),
        (f"See {FISH}", False),
        (f"{FISH}\nThe ministers met.", False),
        ("", False),
        ("# a comment", False),
    ],
)
def test_a_list_is_nothing_but_addresses(text: str, is_one: bool) -> None:
    assert is_list_of_addresses(text) is is_one


@pytest.mark.parametrize(
    ("tag", "feeds"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" href="/feed">',
            ["https://post.example/feed"],
        ),
        (
            "<link href='//feeds.example/a?x=1&amp;y=2' type='application/atom+xml' rel='alternate'>",
            ["https://feeds.example/a?x=1&y=2"],
        ),
        ('<link rel="alternate" type="text/html" hreflang="de" href="/de">', []),
        ('<link rel="stylesheet" type="application/rss+xml" href="/feed">', []),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:x">', []),
        (
            "<link rel=alternate type=application/feed+json href=/feed.json>",
            ["https://post.example/feed.json"],
        ),
    ],
)
def test_feeds_that_a_page_names(tag: str, feeds: list[str]) -> None:
    assert list(feeds_on_page(f"<html><head>{tag}{tag}</head>", "https://post.example/")) == feeds


# Exports with texts


def test_a_row_of_a_story_index_is_an_article() -> None:
    (article,) = read_bytes(STORY_INDEX, "stories.jsonl")
    assert isinstance(article, Article)
    assert article.text == f"{LEAD}\n\n{SECOND}"
    assert (article.outlet, article.published.label()) == ("post.example", "2013-02-26")
    assert article.warnings == ()


def test_an_abstract_is_cut_off() -> None:
    (article,) = read_bytes(json.dumps([CITATION]).encode(), "library.json")
    assert isinstance(article, Article)
    assert article.format == "citation"
    assert article.cut_off
    assert article.authors == ("Jane Roe", "Sudia Desk")
    assert article.outlet == "The Example Post"
    assert any("abstract" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    ("issued", "label"),
    [
        ({"date-parts": [[2013, 2, 26]]}, "2013-02-26"),
        ({"date-parts": [["2013", "2"]]}, "2013-02"),
        ({"date-parts": [[2013]]}, "2013"),
        ({"raw": "26 February 2013"}, "2013-02-26"),
        ({"date-parts": [[]]}, "unknown"),
        ({"date-parts": [[2013, 44, 1]]}, "unknown"),
        ("2013-02-26", "2013-02-26"),
        (None, "unknown"),
    ],
)
def test_when_a_citation_was_issued(issued: object, label: str) -> None:
    (article,) = read_bytes(json.dumps([{**CITATION, "issued": issued}]).encode(), "a.json")
    assert isinstance(article, Article)
    assert article.published.label() == label


def test_citations_without_abstract_are_counted() -> None:
    bare = {name: value for name, value in CITATION.items() if name != "abstract"}
    found = list(read_bytes(json.dumps([bare, CITATION, bare]).encode(), "a.json"))
    assert [type(item) for item in found] == [Article, Skipped]
    assert "citations without abstract (2)" in str(found[1])


@pytest.mark.parametrize(
    ("row", "export"),
    [
        ({"publish_date": "2013-02-26", "media_name": "x", "url": FISH}, "Media Cloud"),
        ({"text_content": "x", "url": FISH}, "Media Cloud"),
        ({"url": FISH, "seendate": "20130226T101500Z", "domain": "post.example"}, "GDELT"),
        (CITATION, "citation"),
        ({"id": "y", "type": "book", "title": "Fish", "ISBN": "1"}, "citation"),
        ({"id": "y", "type": "motion_picture", "title": "Fish"}, "citation"),
        ({"id": "y", "type": "teaser", "title": "Fish"}, None),
        ({"id": "y", "type": "article", "title": "Fish", "text": "x"}, None),
        ({"text": "x", "title": "y"}, None),
        ({"url": FISH, "title": "y"}, None),
        ({"type": "article", "text": "x", "issued": 1, "URL": FISH}, None),
    ],
)
def test_exports_told_apart(row: dict[str, object], export: str | None) -> None:
    found = renamed(row)
    assert (found.export if found else None) == export


@pytest.mark.parametrize(
    "line", ["a\tb\tc", "1\t2", "\t".join(["x"] * 61), "\t".join(["1", *["y"] * 60]), ""]
)
def test_tables_that_are_not_gdelts(line: str) -> None:
    assert gdelt_columns(line) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"text,title"),
        ("a.csv", b"URL,MobileURL,Date,Title\n"),
        ("a.zip", zipped({".hidden": b"x", "__MACOSX/x": b"x"})),
        ("a.json", b"[]"),
        ("a.json", b'{"articles": []}'),
    ],
)
def test_a_file_with_nothing_in_it_says_so(name: str, data: bytes) -> None:
    (error,) = read_bytes(data, name)
    assert isinstance(error, InputError)
    assert not isinstance(error, Skipped)
    assert name in error.what
