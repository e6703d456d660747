"""RSS, Atom and JSON feeds: what an entry gives, what is a teaser, what is refused."""

from __future__ import annotations

import json
from html import escape

import pytest

from detente.errors import EmptyInput, InputError, Skipped
from detente.read import open_bytes, read_bytes
from detente.read.feeds import Feed, addresses_of_feed, feed_of
from detente.read.inputs import Raw
from detente.records import Article
from tests.unit.read.pages import BODY, LEAD, SECOND
from tests.unit.read.samples import PARAGRAPHS, STAMP, atom, json_feed, rss, rss_item


def articles(data: bytes) -> list[Article]:
    return [item for item in read_bytes(data, "feed.xml") if isinstance(item, Article)]


def only(data: bytes) -> Feed:
    return feed_of(data, "feed.xml")


WHOLE = [
    pytest.param(rss(rss_item()), id="RSS, content:encoded"),
    pytest.param(
        rss(
            f"<title>Ministers meet over fish</title><link>https://post.example/fish</link>"
            f"<pubDate>{STAMP}</pubDate><author>desk@post.example (Jane Roe)</author>"
            f"<description>{escape(PARAGRAPHS + PARAGRAPHS)}</description>"
        ),
        id="RSS, a whole text in the description",
    ),
    pytest.param(
        atom(
            "<title>Ministers meet over fish</title><link href='https://post.example/fish'/>"
            "<published>2013-02-26T10:15:00Z</published><author><name>Jane Roe</name></author>"
            f"<content type='html'>{escape(PARAGRAPHS)}</content>"
        ),
        id="Atom, html",
    ),
    pytest.param(
        atom(
            "<title>Ministers meet over fish</title><link href='/fish'/><author><name>Jane Roe</name>"
            "</author><updated>2013-02-26T10:15:00Z</updated><content type='xhtml'>"
            f"<div xmlns='http://www.w3.org/1999/xhtml'>{PARAGRAPHS}</div></content>"
        ),
        id="Atom, xhtml and a relative link",
    ),
    pytest.param(json_feed(), id="JSON feed"),
    pytest.param(
        json_feed(content_html=None, content_text="\n\n".join((*BODY, SECOND))), id="JSON feed, text"
    ),
    pytest.param(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        b' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        b' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        b"<channel><title>The Example Post</title></channel><item>"
        b"<title>Ministers meet over fish</title>"
        b"<link>https://post.example/fish</link><dc:date>2013-02-26</dc:date><dc:creator>Jane Roe"
        b"</dc:creator><content:encoded><![CDATA["
        + PARAGRAPHS.encode()
        + b"]]></content:encoded></item>"
        b"</rdf:RDF>",
        id="RSS 1.0",
    ),
]


@pytest.mark.parametrize("data", WHOLE)
def test_a_whole_text(data: bytes) -> None:
    (article,) = articles(data)
    assert article.title == "Ministers meet over fish"
    assert article.outlet == "The Example Post"
    assert article.url == "https://post.example/fish"
    assert article.published.label() == "2013-02-26"
    assert article.authors == ("Jane Roe",)
    assert article.format == "feed"
    assert article.path == "feed.xml#1"
    assert not article.cut_off
    for part in BODY:
        assert part in article.text


TEASERS = [
    pytest.param(f"<p>{LEAD}</p>", id="a paragraph"),
    pytest.param(f"<p>{' '.join(BODY)} {SECOND} {LEAD} [&#8230;]</p>", id="an ellipsis in brackets"),
    pytest.param(f"<p>{' '.join(BODY)} {SECOND} {LEAD} Continue reading</p>", id="continue reading"),
]


@pytest.mark.parametrize("words", TEASERS)
def test_a_teaser_is_cut_off(words: str) -> None:
    item = f"<title>Fish</title><link>https://post.example/fish</link><description>{escape(words)}</description>"
    (article,) = articles(rss(item))
    assert article.cut_off
    assert any("teaser out of a feed" in warning for warning in article.warnings)


def test_headlines_are_counted_once() -> None:
    found = list(read_bytes(rss(*["<title>Fish</title>"] * 7), "feed.xml"))
    (skipped,) = found
    assert isinstance(skipped, Skipped)
    assert "headlines without text (7)" in skipped.what
    assert "detente fetch" in skipped.remedy


def test_a_feed_without_entries() -> None:
    (error,) = read_bytes(rss(), "feed.xml")
    assert isinstance(error, EmptyInput)


def test_the_same_entry_has_the_same_id_whatever_is_beside_it() -> None:
    one, two = articles(rss(rss_item())), articles(rss(rss_item("Another"), rss_item()))
    assert one[0].id == two[1].id
    assert one[0].id != two[0].id


MENDED = [
    pytest.param("AT&T and others", "AT&T and others", id="a bare ampersand"),
    pytest.param(
        "The Post&rsquo;s view &ndash; today", "The Post’s view – today", id="HTML's entities"
    ),
    pytest.param("Fish &amp;amp; chips", "Fish & chips", id="escaped twice"),
    pytest.param("<![CDATA[Fish & <em>chips</em>]]>", "Fish & chips", id="markup in CDATA"),
    pytest.param("Talks &lt;b&gt;now&lt;/b&gt;", "Talks now", id="escaped markup"),
    pytest.param("Norland\x0c talks", "Norland talks", id="a control character"),
    pytest.param("Norland&#xD800; &#55296;talks", "Norland\ufffd \ufffdtalks", id="half a character"),
    pytest.param("Norland&#0;&#x110000; &#8217;s", "Norland\ufffd\ufffd ’s", id="no character"),
    pytest.param("<urn:a:b>Norland</urn:a:b> talks", "Norland talks", id="a name that is none"),
    pytest.param("&nosuch; talks", "&nosuch; talks", id="an entity that nobody knows"),
]


@pytest.mark.parametrize(("written", "title"), MENDED)
def test_titles_are_mended(written: str, title: str) -> None:
    assert only(rss(f"<title>{written}</title>")).entries[0].title == title


def test_a_feed_that_is_not_well_formed() -> None:
    data = rss(rss_item()).replace(b"</channel></rss>", b"<item><title>Two<br></title>")
    assert [entry.title for entry in only(data).entries] == ["Ministers meet over fish", "Two"]


def test_addresses_in_a_query_keep_their_ampersands() -> None:
    item = "<title>Fish</title><link><![CDATA[https://post.example/?a=1&b=2]]></link>"
    (address,) = addresses_of_feed(rss(item), "feed.xml")
    assert address.url == "https://post.example/?a=1&b=2"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<guid>https://post.example/1</guid>", "https://post.example/1"),
        ('<guid isPermaLink="false">https://post.example/1</guid>', None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<link> /relative </link>", "https://post.example/relative"),
    ],
)
def test_the_address_of_an_entry(item: str, url: str | None) -> None:
    assert only(rss(f"<title>Fish</title>{item}")).entries[0].url == url


@pytest.mark.parametrize(
    ("creator", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Jane Roe, John Doe", ("Jane Roe", "John Doe")),
        ("desk@post.example", ()),
        ("desk@post.example (Jane Roe)", ("Jane Roe",)),
    ],
)
def test_authors_without_their_addresses(creator: str, names: tuple[str, ...]) -> None:
    assert (
        only(rss(f"<title>Fish</title><dc:creator>{creator}</dc:creator>")).entries[0].authors == names
    )


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Tue, 26 Feb 2013 10:15:00 GMT", "2013-02-26"),
        ("26 Feb 2013 23:59 +0300", "2013-02-26"),
        ("2013-02-26T10:15:00+03:00", "2013-02-26"),
        ("2013-02-26", "2013-02-26"),
        ("Feb 26, 2013", "2013-02-26"),
        ("yesterday", "unknown"),
        ("0001-01-01T00:00:00Z", "unknown"),
    ],
)
def test_dates(stamp: str, day: str) -> None:
    entry = only(rss(f"<title>Fish</title><pubDate>{stamp}</pubDate>")).entries[0]
    assert entry.published.label() == day


REFUSED = [
    pytest.param(
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x "y">]><rss><channel/></rss>',
        "DOCTYPE",
        id="entity",
    ),
    pytest.param(
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
        "DOCTYPE",
        id="a file of this machine",
    ),
    pytest.param(
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY x "y">]><rss/>'.encode("utf-16"),
        "DOCTYPE",
        id="in another encoding",
    ),
    pytest.param(b"<!doctype r\n[\n<!entity x 'y'>]><rss/>", "DOCTYPE", id="in small letters"),
    pytest.param(b"<rss><channel/></rss><!ENTITY x 'y'>", "DTD", id="a declaration elsewhere"),
    pytest.param(b"<urlset/>", "no feed", id="another root"),
    pytest.param(b"", "no XML", id="nothing"),
    pytest.param(b"{", "no JSON feed", id="half of a JSON feed"),
    pytest.param(b'{"version": "1", "items": []}', "no feed", id="JSON of another kind"),
    pytest.param(b"<rss>" + b"<a/>" * 700_000, "elements", id="too many elements"),
    pytest.param(b"<rss>" + b" " * 11_000_000, "MB", id="too long"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED)
def test_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        feed_of(data, "feed.xml")
    assert caught.value.what.startswith("feed.xml: ")


def test_a_doctype_without_declarations_is_read() -> None:
    head = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://post.example/rss-0.91.dtd">'
    assert only(head + b"<rss><channel><item><title>Fish</title></item></channel></rss>").entries


def test_an_entity_is_never_put_in() -> None:
    data = rss("<title>&amp;lol;</title><description>&lt;!ENTITY x&gt; talks</description>")
    assert only(data).entries[0].title == "&lol;"


def test_nesting_without_end_is_cut() -> None:
    feed = only(b"<rss><channel>" + b"<item>" * 100_000)
    assert len(feed.entries) < 300


def test_markup_of_an_attack_stays_words() -> None:
    item = rss_item(body=f"{PARAGRAPHS}<script>alert(1)</script><img src=x onerror=alert(2)>")
    (article,) = articles(rss(item))
    assert "alert" not in article.text


def test_json_feed_with_fields_of_the_wrong_kind() -> None:
    odd = {"title": 7, "url": ["x"], "authors": {"name": 1}, "date_published": 5, "summary": None}
    (raw,) = open_bytes(json_feed(**odd), "feed.json")
    assert isinstance(raw, Raw)
    assert raw.given.title is None


def test_a_json_feed_may_be_of_version_1_0_with_one_author() -> None:
    data = json.loads(json_feed(author={"name": "Jane Roe"}, authors=None))
    data["version"] = "https://jsonfeed.org/version/1"
    assert only(json.dumps(data).encode()).entries[0].authors == ("Jane Roe",)
