"""Items become a feed: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 of the same content.

Plain text only: what an outlet printed is never markup here. The same items give the same bytes; no
clock is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Literal
from xml.etree import ElementTree as ET

from detente.export.calendar import summary_of
from detente.export.cells import withheld
from detente.interfaces.server.links import path_of
from detente.interfaces.words import flat, list_words, shortened, told_by
from detente.query.hits import Found
from detente.query.views import Act, ArticleView, Encounter, Outlook, Saying, Stand
from detente.records import Participant, Row

Form = Literal["atom", "rss", "feed.json"]
MEDIA: dict[str, str] = {
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json",
}
"""Media type of each form."""
Item = Encounter | Saying | Stand | Outlook | Act | ArticleView | Found
_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = 160
_QUOTES = 4
_NEVER = date(1970, 1, 1)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of the text after them, in a title of another item too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed."""

    id: str
    """What tells it from others for ever; stays when more reports of it come in."""
    title: str
    """One line."""
    path: str
    """Its page on this server."""
    text: str
    """Its sentences, who reports it, where they stand."""
    published: date | None
    """Day of its first report; None when no day is known."""
    updated: date | None
    """Day of its latest report."""
    tags: tuple[str, ...] = ()
    """What kind it is."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it has a form."""

    title: str
    """What it is of."""
    base: str
    """Address of this server, with a slash at its end."""
    own: str
    """Address of the feed itself."""
    page: str
    """Path of the page that shows the same."""
    entries: tuple[Entry, ...]
    """The items, the newest first."""


def written(feed: Feed, form: Form) -> bytes:
    """Return a feed in one of its forms, as UTF-8."""
    forms: dict[str, Callable[[Feed], bytes]] = {"atom": _atom, "rss": _rss, "feed.json": _json}
    return forms[form](feed)


def entry_of(item: Item, days: Sequence[date]) -> Entry:
    """Return an item as an entry; `days` are those on which its reports were printed."""
    title, text, id = _told(item)
    tag = id.partition(":")[0]
    return Entry(
        id=f"urn:detente:{id}",
        title=_one_line(title),
        path=_path(item, id),
        text=_plain(text),
        published=min(days, default=None),
        updated=max(days, default=None),
        tags=(tag,),
    )


def _path(item: Item, id: str) -> str:
    if isinstance(item, Found):
        return f"{path_of(item.article.id)}#s{item.ref.sentence}"
    return path_of(item.id if isinstance(item, Encounter) else id)


def _told(item: Item) -> tuple[str, str, str]:
    """Return title, text and id of an item."""
    if isinstance(item, ArticleView):
        outlet = item.outlet or "outlet not named"
        return item.title or "(no title)", f"{outlet}.", item.id
    if isinstance(item, Found):
        title = f"{item.article.outlet or 'outlet not named'}: {item.article.title or '(no title)'}"
        return (
            title,
            f"“{item.text}”\n[{item.ref.label}]",
            f"{item.article.id}:{item.kind}:{item.start}",
        )
    if isinstance(item, Encounter):
        return summary_of(item), _text(item, item.rows), item.rows[0].id
    if isinstance(item, Saying):
        title = f"{item.row.speaker.name or 'Somebody'}: {item.row.content}"
    elif isinstance(item, Stand):
        issue = item.row.issue.removeprefix("issue:").replace("-", " ")
        title = f"{item.row.actor.name} on {issue}: {item.row.claim}"
    elif isinstance(item, Outlook):
        title = f"{item.row.forecaster.name or 'Somebody'} foretells: {item.row.claim}"
    else:
        title = _act(item)
    return title, _text(item, (item.row,)), item.same[0]


def _act(item: Act) -> str:
    row = item.row
    whom = f" → {_names(row.recipients)}" if row.recipients else ""
    return f"{_names(row.actors) or 'Somebody'}{whom}: {row.trigger} ({row.type.capitalize()})"


def _names(people: Sequence[Participant]) -> str:
    return list_words([one.name for one in people if one.name])


def _text(item: Encounter | Saying | Stand | Outlook | Act, rows: Sequence[Row]) -> str:
    quotes = dict.fromkeys(flat(one.quote) for row in rows for one in row.evidence if one.role == "row")
    lines = [f"“{quote}”" for quote in list(quotes)[:_QUOTES]]
    if told := told_by(item.reports):
        lines.append(f"{told}.")
    for difference in getattr(item, "differences", ()):
        values = " or ".join(reading.value for reading in difference.readings)
        lines.append(f"Reports differ on the {difference.slot}: {values}.")
    lines.append(" ".join(f"[{ref.label}]" for ref in item.refs))
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return shortened(" ".join(_TURNS.sub(" ", _plain(text)).split()), _TITLE)


def _plain(text: str) -> str:
    return _NOT_XML.sub(" ", withheld(text))


def _stamp(day: date | None) -> str:
    return datetime.combine(day or _NEVER, time(), UTC).strftime("%Y-%m-%dT00:00:00Z")


def _atom(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": _ATOM})
    _add(root, "title", _plain(feed.title))
    _add(root, "id", feed.own)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.own})
    ET.SubElement(root, "link", {"rel": "alternate", "href": _address(feed, feed.page)})
    newest = max((one.updated for one in feed.entries if one.updated), default=None)
    _add(root, "updated", _stamp(newest))
    _add(ET.SubElement(root, "author"), "name", "detente")
    for one in feed.entries:
        entry = ET.SubElement(root, "entry")
        _add(entry, "title", one.title)
        _add(entry, "id", one.id)
        ET.SubElement(entry, "link", {"rel": "alternate", "href": _address(feed, one.path)})
        if one.published:
            _add(entry, "published", _stamp(one.published))
        _add(entry, "updated", _stamp(one.updated))
        for tag in one.tags:
            ET.SubElement(entry, "category", {"term": tag})
        _add(entry, "content", one.text).set("type", "text")
    return _xml(root)


def _rss(feed: Feed) -> bytes:
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", _plain(feed.title))
    _add(channel, "link", _address(feed, feed.page))
    _add(channel, "description", f"{_plain(feed.title)}, each line with its sentence.")
    own = {"rel": "self", "type": "application/rss+xml", "href": feed.own}
    ET.SubElement(channel, "atom:link", own)
    for one in feed.entries:
        item = ET.SubElement(channel, "item")
        _add(item, "title", one.title)
        _add(item, "link", _address(feed, one.path))
        _add(item, "guid", one.id).set("isPermaLink", "false")
        if one.published:
            _add(item, "pubDate", format_datetime(datetime.combine(one.published, time(), UTC)))
        for tag in one.tags:
            _add(item, "category", tag)
        _add(item, "description", _escaped(one.text))
    return _xml(root)


def _json(feed: Feed) -> bytes:
    items = []
    for one in feed.entries:
        item = {
            "id": one.id,
            "url": _address(feed, one.path),
            "title": one.title,
            "content_text": one.text,
            "tags": list(one.tags),
        }
        if one.published:
            item["date_published"] = _stamp(one.published)
        if one.updated:
            item["date_modified"] = _stamp(one.updated)
        items.append(item)
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _plain(feed.title),
        "home_page_url": _address(feed, feed.page),
        "feed_url": feed.own,
        "items": items,
    }
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")


def _address(feed: Feed, path: str) -> str:
    return feed.base.rstrip("/") + path


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text
    return child


def _escaped(text: str) -> str:
    """Return a text as the HTML that readers of RSS take descriptions for."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>\n")


def _xml(root: ET.Element) -> bytes:
    raw: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return raw
