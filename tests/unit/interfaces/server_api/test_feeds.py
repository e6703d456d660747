"""Feeds and calendars, read back by parsers, by the rules of each format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from detente.interfaces.server.feeds import MEDIA, Entry, Feed, written
from tests.unit.interfaces.server_api.serving import ADDRESS, Served, is_problem, served
from tests.unit.query import factories as made
from tests.unit.query.archives import archive_at

ATOM = "{http://www.w3.org/2005/Atom}"
WHERE = [
    "/r/USA-RUS", "/r/russia-united states", "/search", "/articles", "/statements", "/meetings",
    "/positions", "/forecasts", "/events",
]  # fmt: skip
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(archive_at(tmp_path_factory.mktemp("feeds") / "made.db")) as found:
        yield found


def of(where: str, form: str) -> str:
    return f"{where}.{form}" + ("?q=Syria" if where == "/search" else "")


def items_of(raw: bytes, form: str) -> list[dict[str, str]]:
    """Return the items of a feed, having checked what its format demands."""
    return {"atom": _atom, "rss": _rss, "feed.json": _json}[form](raw)


def _text(parent: ET.Element, name: str) -> str:
    found = parent.findall(name)
    assert len(found) == 1, f"{name} stands {len(found)} times"
    return found[0].text or ""


def _atom(raw: bytes) -> list[dict[str, str]]:
    """RFC 4287: id, title and updated of feed and entries; an author; one alternate link."""
    root = ET.fromstring(raw)
    assert root.tag == f"{ATOM}feed"
    assert STAMP.fullmatch(_text(root, f"{ATOM}updated"))
    assert _text(root, f"{ATOM}id").startswith("http")
    assert _text(root, f"{ATOM}title")
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    items = []
    for entry in root.findall(f"{ATOM}entry"):
        assert STAMP.fullmatch(_text(entry, f"{ATOM}updated"))
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "text"
        assert len(list(content)) == 0
        link = entry.find(f"{ATOM}link")
        assert link is not None
        items.append(
            {
                "id": _text(entry, f"{ATOM}id"),
                "title": _text(entry, f"{ATOM}title"),
                "url": link.get("href") or "",
                "text": content.text or "",
                "day": (entry.findtext(f"{ATOM}published") or "")[:10],
            }
        )
    return items


def _rss(raw: bytes) -> list[dict[str, str]]:
    """RSS 2.0: title, link and description of the channel; dates of RFC 822."""
    root = ET.fromstring(raw)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for name in ("title", "link", "description"):
        assert _text(channel, name)
    items = []
    for item in channel.findall("item"):
        when = item.findtext("pubDate")
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        items.append(
            {
                "id": guid.text or "",
                "title": _text(item, "title"),
                "url": _text(item, "link"),
                "text": _unescaped(_text(item, "description")),
                "day": parsedate_to_datetime(when).date().isoformat() if when else "",
            }
        )
    return items


def _unescaped(html: str) -> str:
    assert set(re.findall(r"<[^>]*>", html)) <= {"<br>"}
    text = html.replace("<br>\n", "\n")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _json(raw: bytes) -> list[dict[str, str]]:
    """JSON Feed 1.1: version and title; id and content of each item; dates of RFC 3339."""
    body = json.loads(raw)
    assert body["version"] == "https://jsonfeed.org/version/1.1"
    assert body["title"]
    assert body["feed_url"].startswith("http")
    items = []
    for item in body["items"]:
        assert "content_html" not in item
        for name in ("date_published", "date_modified"):
            assert name not in item or STAMP.fullmatch(item[name])
        items.append(
            {
                "id": item["id"],
                "title": item["title"],
                "url": item["url"],
                "text": item["content_text"],
                "day": item.get("date_published", "")[:10],
            }
        )
    return items


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("form", MEDIA)
def test_a_feed_is_sound(where: str, form: str, site: Served) -> None:
    answer = site.reader.get(of(where, form))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == MEDIA[form]
    items = items_of(answer.content, form)
    assert items
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids))
    for item in items:
        assert item["id"].startswith("urn:detente:")
        assert item["title"]
        assert "\n" not in item["title"]


@pytest.mark.parametrize("where", WHERE)
def test_the_three_forms_say_the_same(where: str, site: Served) -> None:
    found = [items_of(site.reader.get(of(where, form)).content, form) for form in MEDIA]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("where", WHERE)
def test_the_newest_comes_first(where: str, site: Served) -> None:
    days = [item["day"] for item in items_of(site.reader.get(of(where, "atom")).content, "atom")]
    if where != "/r/USA-RUS":
        assert days[0] == max(days)


@pytest.mark.parametrize("where", WHERE)
def test_every_link_opens(where: str, site: Served) -> None:
    """The page of each item is there, for whoever may read."""
    for item in items_of(site.reader.get(of(where, "atom")).content, "atom"):
        assert item["url"].startswith(ADDRESS)
        assert site.reader.get(item["url"].partition("#")[0]).status_code == 200, item["url"]


@pytest.mark.parametrize("form", MEDIA)
def test_a_tag_saves_the_body(form: str, site: Served) -> None:
    tag = site.reader.get(of("/r/USA-RUS", form)).headers["etag"]
    again = site.reader.get(of("/r/USA-RUS", form), headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/r/USA-RUS.atom", "/statements.rss", "/meetings.ics", "/r/USA-RUS.ics"]
)
def test_nobody_reads_a_feed(path: str, site: Served) -> None:
    assert site.nobody.get(path, headers={"Accept": "*/*"}, follow_redirects=False).status_code in (
        303,
        401,
    )


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ("/statements.atom?by=Lavrov", lambda one: one["title"].startswith("Sergei Lavrov: ")),
        ("/statements.atom?issue=syria&by=Ada Sample", lambda one: "Syria" in one["text"]),
        ("/meetings.atom?status=planned", lambda one: True),
        ("/articles.atom?outlet=the globe sample", lambda one: "Globe" in one["text"]),
        ("/statements.atom?limit=1", lambda one: True),
        ("/r/USA-RUS.atom?as_of=2013-02-26", lambda one: one["day"] == "2013-02-26"),
    ],
)
def test_filters(path: str, holds: Any, site: Served) -> None:
    if "status" in path:
        assert site.reader.get(path).status_code == 422
        return
    items = items_of(site.reader.get(path).content, "atom")
    assert items
    assert all(holds(item) for item in items)
    assert "limit" not in path or len(items) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/r/USA-XXX.atom", 404), ("/r/USA.rss", 404), ("/r/USA-USA.feed.json", 404),
        ("/statements.atom?actr=x", 422), ("/statements.atom?limit=0", 422), ("/search.atom", 422),
        ("/search.atom?q=by:", 422), ("/meetings.ics?state=Atlantis", 422), ("/r/USA-RUS.pdf", 404),
    ],
)  # fmt: skip
def test_mistakes(path: str, status: int, site: Served) -> None:
    assert site.reader.get(path).status_code == status


def test_a_meeting_is_one_entry_with_its_reports(site: Served) -> None:
    items = items_of(site.reader.get("/meetings.atom").content, "atom")
    (berlin,) = [one for one in items if "Sergei Lavrov, John Kerry" in one["title"]]
    first = made.post().meetings[0].id
    assert berlin["id"] == f"urn:detente:{first}"
    assert "3 outlets, 2 origins" in berlin["text"]
    assert "Reports differ on the date: 2013-02-26 or 2013-02-27." in berlin["text"]


@pytest.mark.parametrize("path", ["/meetings.ics", "/r/USA-RUS.ics"])
def test_a_calendar(path: str, site: Served) -> None:
    answer = site.reader.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    urls = re.findall(r"^URL:(.*)\r$", text, re.MULTILINE)
    assert urls
    for url in urls:
        assert site.reader.get(url).status_code == 200


def entry(**fields: Any) -> Entry:
    values = {
        "id": "urn:detente:x:1", "title": "A title", "path": "/row/x:1", "text": "A text",
        "published": date(2013, 2, 26), "updated": date(2013, 2, 27), "tags": ("x",),
    } | fields  # fmt: skip
    return Entry(**values)


def feed(*entries: Entry, title: str = "All") -> Feed:
    return Feed(title, ADDRESS + "/", f"{ADDRESS}/x.atom?a=1&b=2", "/x", entries)


@pytest.mark.parametrize("form", MEDIA)
@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>", "]]>", "&amp; &lt;", "a & b < c > d", '"quotes" \'both\'',
        "<![CDATA[x]]>", "<!-- x -->", "line\nbreak", "😀 مرحبا", "&#0;", "<a href='js:1'>x</a>",
    ],
)  # fmt: skip
def test_markup_stays_text(words: str, form: Any) -> None:
    raw = written(feed(entry(title=words, text=words), title=words), form)
    (item,) = items_of(raw, form)
    assert item["text"] == words
    assert item["title"] == words
    if form != "feed.json":
        assert b"<script" not in raw


@pytest.mark.parametrize("form", MEDIA)
def test_an_item_without_a_day(form: Any) -> None:
    (item,) = items_of(written(feed(entry(published=None, updated=None)), form), form)
    assert item["day"] == ""


@pytest.mark.parametrize("form", MEDIA)
def test_a_feed_of_nothing(form: Any) -> None:
    assert items_of(written(feed(), form), form) == []


@pytest.mark.parametrize("form", MEDIA)
def test_the_same_items_give_the_same_bytes(form: Any) -> None:
    assert written(feed(entry()), form) == written(feed(entry()), form)


def test_a_problem_of_a_feed_is_told_to_programs(site: Served) -> None:
    is_problem(site.reader.get("/api/v1/statements?actr=x"), 422)
