"""Lists of addresses: OPML, sitemaps, plain lists; what `detente fetch` can be given.

OPML 2 (http://opml.org/spec2.opml) lists feeds, a sitemap (https://www.sitemaps.org/protocol.html)
pages or further sitemaps; Google's news extension adds title and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from detente.errors import InputError, TooLarge
from detente.read.inputs import Address
from detente.read.limits import MAX_ENTRIES
from detente.read.safe_xml import local, xml_tree
from detente.read.stamps import stamped

if TYPE_CHECKING:
    from lxml.etree import _Element

_URL = re.compile(r"https?://[^\s<>\"']{3,2000}", re.IGNORECASE)
_LINE = re.compile(r"\s*(?:[-*•]\s+)?(https?://\S{3,2000})\s*$", re.IGNORECASE)
_FEED_LINK = re.compile(r"<link\b[^>]{0,1000}>", re.IGNORECASE)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def addresses_of_opml(data: bytes, path: str) -> Iterator[Address]:
    """Yield the feeds that an OPML file lists. Raises as `safe_xml.xml_tree` does."""
    root = xml_tree(data, path)
    _expect(root, ("opml",), path)
    number = 0
    for outline in root.iter():
        if local(outline) != "outline":
            continue
        attributes = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        url = attributes.get("xmlurl", "").strip()
        if not _URL.fullmatch(url):
            continue
        number = _counted(number, path)
        name = attributes.get("title") or attributes.get("text")
        yield Address(url, f"{path}#{number}", "feed", " ".join(name.split()) if name else None)


def addresses_of_sitemap(data: bytes, path: str) -> Iterator[Address]:
    """Yield the pages, or further sitemaps, that a sitemap lists.

    Raises as `safe_xml.xml_tree` does.
    """
    root = xml_tree(data, path)
    _expect(root, ("urlset", "sitemapindex"), path)
    index = local(root) == "sitemapindex"
    number = 0
    for entry in root:
        facts: dict[str, str] = {}
        for element in entry.iter():
            if element.text and element.text.strip():
                facts.setdefault(local(element), " ".join(element.text.split()))
        url = facts.get("loc", "")
        if not _URL.fullmatch(url):
            continue
        number = _counted(number, path)
        where = f"{path}#{number}"
        if index:
            yield Address(url, where, "sitemap", published=stamped(facts.get("lastmod")))
        else:
            # Only the news extension says when a page was published; `lastmod` says when it changed.
            when = stamped(facts.get("publication_date"))
            yield Address(url, where, "page", facts.get("title"), facts.get("name"), when)


def addresses_of_lines(text: str, path: str) -> Iterator[Address]:
    """Yield the addresses of a text with one a line; other lines are passed over."""
    number = 0
    for row, line in enumerate(text.splitlines(), 1):
        if found := _LINE.match(line):
            number = _counted(number, path)
            yield Address(found[1], f"{path}#{row}", "unknown")


def is_list_of_addresses(text: str) -> bool:
    """Say whether a text is nothing but addresses, one a line, comments after # apart.

    >>> is_list_of_addresses("# mine\\nhttps://example.org/a\\n"), is_list_of_addresses("See https://a.org")
    (True, False)
    """
    lines = [line for line in text.splitlines()[:1000] if line.strip() and not line.startswith("#")]
    return bool(lines) and all(_LINE.match(line) for line in lines)


def feeds_on_page(markup: str, url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that an HTML page names in its head, in order.

    >>> feeds_on_page('<link rel="alternate" type="application/rss+xml" href="/feed">', "https://a.org/x")
    ('https://a.org/feed',)
    """
    found: dict[str, None] = {}
    for tag in _FEED_LINK.findall(markup[:500_000]):
        values = {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(tag)
        }
        kind = values.get("type", "").split(";")[0].strip().lower()
        if "alternate" in values.get("rel", "").lower().split() and kind in _FEED_TYPES:
            try:
                address = urljoin(url, values.get("href", "").strip())
            except ValueError:
                continue
            if _URL.fullmatch(address):
                found[address] = None
    return tuple(found)


_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{2,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def _counted(number: int, path: str) -> int:
    if number >= MAX_ENTRIES:
        raise TooLarge(f"{path}: more than {MAX_ENTRIES:,} addresses", "split it")
    return number + 1


def _expect(root: _Element, names: tuple[str, ...], path: str) -> None:
    if local(root) not in names:
        wanted = " or ".join(f"<{name}>" for name in names)
        raise InputError(
            f"{path}: <{local(root)[:40]}> where {wanted} was expected", "give another file"
        )
