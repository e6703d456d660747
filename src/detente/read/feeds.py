"""RSS, Atom and JSON feeds become raw pages, where they carry texts, and addresses, where they link.

RSS 0.9 to 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0, Atom (RFC 4287) and JSON Feed 1
(https://www.jsonfeed.org/version/1.1/). An entry with a whole text is a page; one with a teaser is a
page that is cut off; one with a headline alone is counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from detente.errors import EmptyInput, InputError, TooLarge
from detente.read.inputs import Address, Passed, Raw
from detente.read.limits import MAX_BYTES, MAX_ENTRIES, MAX_XML
from detente.read.safe_xml import local, xml_tree
from detente.read.stamps import stamped
from detente.read.text import Given
from detente.records import UNKNOWN_DATE, When

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTRIES = frozenset({"item", "entry"})
_WHOLE = 150
"""Words from which a description is taken for the whole text."""
_ENCODED = 60
"""Words from which a field made for the whole text is taken for it."""
_TEASER = 12
"""Words from which a teaser is worth keeping."""
_TAGS = re.compile(r"<[^>]{0,2000}>")
_MORE = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.|(?:continue reading|read more)\W*)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, as written."""

    title: str | None = None
    """The headline as plain text."""
    url: str | None = None
    """The address of the page."""
    content: str = ""
    """HTML of the field that is made for the whole text; empty where there is none."""
    summary: str = ""
    """HTML of the description."""
    published: When = UNKNOWN_DATE
    """The day of publication."""
    authors: tuple[str, ...] = ()
    """Names."""
    language: str | None = None
    """ISO 639-1 code that the feed gives."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it says about itself, and its entries."""

    title: str | None
    """Name of the feed; often the outlet's."""
    entries: tuple[Entry, ...]
    """In the order of the file."""
    next_url: str | None = None
    """Where its older entries are (RFC 5005)."""


def feed_of(data: bytes, path: str) -> Feed:
    """Return the feed that these bytes are.

    Raises `InputError` where they are none, or none that may be read (`safe_xml.xml_tree`).
    """
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return _json_feed(data, path) if head == b"{" else _xml_feed(data, path)


def raws_of_feed(data: bytes, path: str) -> Iterator[Raw | InputError]:
    """Yield a raw page for each entry with a text, and one message on those without."""
    feed = feed_of(data, path)
    if not feed.entries:
        yield EmptyInput(f"{path}: the feed has no entry", "leave it out, or fetch it again")
        return
    passed = Passed(path)
    for number, entry in enumerate(feed.entries, 1):
        where = f"{path}#{number}"
        page, cut_off = _page_of(entry)
        if page is None:
            passed.add("headlines without text")
        elif len(page) > MAX_BYTES:
            yield TooLarge(f"{where}: the entry is over {MAX_BYTES // 1_000_000} MB", "leave it out")
        else:
            yield _raw(entry, feed, page, where, cut_off)
    yield from passed.told("`detente fetch` collects the pages themselves")


def addresses_of_feed(data: bytes, path: str) -> Iterator[Address]:
    """Yield the address of each entry's page. Raises as `feed_of` does."""
    feed = feed_of(data, path)
    for number, entry in enumerate(feed.entries, 1):
        if entry.url:
            where = f"{path}#{number}"
            yield Address(entry.url, where, "page", entry.title, feed.title, entry.published)


def _page_of(entry: Entry) -> tuple[str | None, bool]:
    """Return the HTML of an entry and whether it stops early."""
    for markup, enough in ((entry.content, _ENCODED), (entry.summary, _WHOLE)):
        text = plain(markup)
        if len(text.split()) >= enough and not _MORE.search(text):
            return markup, False
    teaser = max(entry.content, entry.summary, key=lambda markup: len(plain(markup)))
    return (teaser, True) if len(plain(teaser).split()) >= _TEASER else (None, False)


def _raw(entry: Entry, feed: Feed, page: str, where: str, cut_off: bool) -> Raw:
    title = entry.title or ""
    lang = f' lang="{escape(entry.language)}"' if entry.language else ""
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    body = page if re.search(r"<(?:p|div|br|li|h\d)\b", page, re.IGNORECASE) else f"<p>{page}</p>"
    markup = f"<!doctype html><html{lang}><body><article>{heading}{body}</article></body></html>"
    key = json.dumps([entry.url, entry.title, page], ensure_ascii=True)
    return Raw(
        markup,
        where,
        "html",
        "feed",
        Given(
            title=entry.title,
            outlet=feed.title,
            url=entry.url,
            published=entry.published,
            authors=entry.authors,
        ),
        sha256(key.encode()).hexdigest(),
        cut_off=cut_off,
        note="a teaser out of a feed, not the article: `detente fetch` gets the page"
        if cut_off
        else None,
    )


def plain(markup: str) -> str:
    """Return the words of a piece of HTML, to be counted or shown in one line.

    >>> plain("<p>Two &amp; two</p>")
    'Two & two'
    """
    return " ".join(unescape(_TAGS.sub(" ", markup)).split())


# RSS and Atom


def _xml_feed(data: bytes, path: str) -> Feed:
    root = xml_tree(data, path)
    if local(root) not in ("rss", "rdf", "feed"):
        raise InputError(f"{path}: no feed but <{local(root)[:40]}>", "give the address of a feed")
    channel = next((child for child in root if local(child) == "channel"), root)
    base = _base(root, channel)
    entries = [one for one in root.iter() if local(one) in _ENTRIES]
    if len(entries) > MAX_ENTRIES:
        raise TooLarge(f"{path}: more than {MAX_ENTRIES:,} entries", "split it")
    language = _language(_text(channel, "language") or root.get(f"{_XML}lang"))
    return Feed(
        _title(channel),
        tuple(_xml_entry(one, base, language) for one in entries),
        _links(channel, base).get("next"),
    )


_XML = "{http://www.w3.org/XML/1998/namespace}"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_MEDIA = "http://search.yahoo.com/mrss/"


def _base(root: _Element, channel: _Element) -> str | None:
    base = root.get(f"{_XML}base") or channel.get(f"{_XML}base")
    links = _links(channel, None)
    return base or links.get("") or links.get("alternate") or links.get("self")


def _xml_entry(entry: _Element, base: str | None, language: str | None) -> Entry:
    links = _links(entry, base)
    url = links.get("alternate") or links.get("")
    guid = next((one for one in entry if local(one) == "guid"), None)
    if not url and guid is not None and guid.get("isPermaLink", "true") != "false":
        url = _address((guid.text or "").strip(), base)
    content = summary = ""
    for child in entry:
        name, space = local(child), _space(child)
        if (name == "encoded" and space == _CONTENT) or (name == "content" and space != _MEDIA):
            content = content or _markup(child)
        elif name in ("description", "summary", "abstract") and space != _MEDIA:
            summary = summary or _markup(child)
    dates = {local(one): one.text for one in entry if one.text}
    when = UNKNOWN_DATE
    for name in ("pubdate", "published", "issued", "date", "created", "updated", "modified"):
        if (found := stamped(dates.get(name))).known:
            when = found
            break
    own = _language(entry.get(f"{_XML}lang"))
    return Entry(_title(entry), url, content, summary, when, _authors(entry), own or language)


def _links(element: _Element, base: str | None) -> dict[str, str]:
    """Return the addresses of an element by their relation; RSS's link has none."""
    found: dict[str, str] = {}
    for child in element:
        if local(child) != "link":
            continue
        href = child.get("href")
        relation = child.get("rel", "alternate") if href else ""
        kind = child.get("type", "text/html")
        if relation == "alternate" and "html" not in kind and "alternate" in found:
            continue
        if url := _address((href or child.text or "").strip(), base):
            found.setdefault(relation, url)
    return found


def _address(text: str, base: str | None) -> str | None:
    try:
        url = urljoin(base or "", text)
    except ValueError:
        return None
    return url if re.match(r"https?://\S+$", url, re.IGNORECASE) else None


def _title(element: _Element) -> str | None:
    for child in element:
        if local(child) == "title" and _space(child) != _MEDIA:
            return plain(_markup(child)) or None
    return None


def _text(element: _Element, name: str) -> str | None:
    for child in element:
        if local(child) == name and child.text and child.text.strip():
            return " ".join(child.text.split())
    return None


def _language(code: str | None) -> str | None:
    found = re.match(r"([A-Za-z]{2})(?:[-_]|$)", (code or "").strip())
    return found[1].lower() if found else None


def _space(element: _Element) -> str:
    tag = element.tag
    return tag[1:].split("}", 1)[0] if isinstance(tag, str) and tag.startswith("{") else ""


def _markup(element: _Element) -> str:
    """Return the HTML in an element: escaped, in CDATA, or (Atom's xhtml) as elements."""
    from lxml import etree

    if element.get("type") == "text":
        return escape("".join(element.itertext()))
    if len(element) == 0:
        return (element.text or "").strip()
    inner = [escape(element.text or "")]
    for child in element:
        for one in child.iter():
            if isinstance(one.tag, str):
                one.tag = re.sub(r"[^a-z0-9]|^[0-9]+", "", local(one)) or "span"
        inner.append(etree.tostring(child, encoding="unicode", method="html"))
    return re.sub(r'\sxmlns(?::\w+)?="[^"]*"', "", "".join(inner)).strip()


def _authors(entry: _Element) -> tuple[str, ...]:
    names: list[str] = []
    for child in entry:
        if local(child) not in ("author", "creator"):
            continue
        name = _text(child, "name") or plain(child.text or "")
        found = re.search(r"\(([^()@]{3,80})\)\s*$", name)  # RSS: "desk@example.org (Jane Roe)"
        if found and "@" in name:
            name = found[1]
        if name and "@" not in name:
            names += re.split(r"\s*(?:;|,|\band\b)\s*", re.sub(r"^[Bb]y\s+", "", name))
    return tuple(dict.fromkeys(name for name in names if 0 < len(name) <= 80))


# JSON Feed


def _json_feed(data: bytes, path: str) -> Feed:
    if len(data) > MAX_XML:
        raise TooLarge(f"{path}: more than {MAX_XML // 1_000_000} MB", "split it")
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{path}: no JSON feed: {str(error).splitlines()[0][:100]}", "fetch it again"
        ) from error
    if not is_json_feed(value):
        raise InputError(f"{path}: JSON, but no feed", "give the address of a feed")
    items = [item for item in value["items"] if isinstance(item, Mapping)]
    if len(items) > MAX_ENTRIES:
        raise TooLarge(f"{path}: more than {MAX_ENTRIES:,} entries", "split it")
    language = _language(_string(value, "language"))
    return Feed(
        _string(value, "title"),
        tuple(_json_entry(item, _string(value, "home_page_url"), language) for item in items),
        _string(value, "next_url"),
    )


def is_json_feed(value: object) -> bool:
    """Say whether parsed JSON is a JSON Feed."""
    if not isinstance(value, Mapping) or not isinstance(value.get("items"), list):
        return False
    return "jsonfeed.org/version" in str(value.get("version", ""))[:100]


def _json_entry(item: Mapping[str, Any], base: str | None, language: str | None) -> Entry:
    text = _string(item, "content_text")
    paragraphs = (escape(part) for part in re.split(r"\n\s*\n", str(item.get("content_text") or "")))
    made = "".join(f"<p>{part}</p>" for part in paragraphs) if text else ""
    html = item.get("content_html")
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_string(one, "name") for one in authors if isinstance(one, Mapping)]
        if isinstance(authors, list)
        else []
    )
    return Entry(
        _string(item, "title"),
        _address(_string(item, "url") or _string(item, "external_url") or "", base),
        html if isinstance(html, str) and html.strip() else made,
        escape(_string(item, "summary") or ""),
        stamped(item.get("date_published")),
        tuple(dict.fromkeys(name for name in names if name)),
        _language(_string(item, "language")) or language,
    )


def _string(item: Mapping[str, Any], name: str) -> str | None:
    value = item.get(name)
    return " ".join(value.split()) or None if isinstance(value, str) else None
