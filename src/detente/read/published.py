"""The day an HTML page was published: what it declares, what its address says, what it shows.

A declared date is `stated`. A date that only an address, the layout or a guess over the page gives is
`inferred`, and an interface must not show it as certain: on web pages at large one such guess in ten
is wrong (Barbaresi 2020, htmldate).
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

from detente.read.printed import date_in_url, dates_in
from detente.read.structured import Structured
from detente.records import UNKNOWN_DATE, When

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate",
    "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "published", "publication_date", "publicationdate", "published_time", "published-date", "rnews:datepublished",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "dc:date",
    "date.published", "originalpublicationdate", "article_date_original", "article.published", "bt:pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "ptime", "date", "datecreated", "article.created",
    "hdl_p", "shareaholic:article_published_time", "bt:moddate", "timestamp", "sdate", "created", "issued",
)  # fmt: skip
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_FIRST_YEAR = 1995


def day_of(value: object) -> date | None:
    """Return the day of a machine-readable or printed date; None when it is none.

    The day is that of the zone it is printed in.

    >>> day_of("2013-02-26T23:30:00-05:00")
    datetime.date(2013, 2, 26)
    """
    if not isinstance(value, str):
        return None
    found = _ISO.match(value)
    try:
        if found:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        else:
            day = next(
                (when.start for _, when in dates_in(value) if when.precision == "day" and when.start),
                None,
            )
            if day is None:
                number = value.strip()
                if re.fullmatch(r"1\d{9}(?:\d{3})?", number):
                    day = datetime.utcfromtimestamp(int(number[:10])).date()
        return day if day is None or day.year >= _FIRST_YEAR else None
    except ValueError:
        return None


def published_of(tree: HtmlElement, page: Structured, url: str | None, markup: str) -> When:
    """Return when a page was published, with its basis; unknown when nothing on it says so.

    `stated`: declared by the page, or shown in a `time` element with a date that its address
    confirms. `inferred`: all else. It does not tell a first publication from a republication.
    """
    from_url = date_in_url(url or "")
    declared = _declared(page)
    shown = _times(tree)
    votes = Counter(day for day, _ in declared) + Counter(set(shown))
    if from_url.precision == "day" and from_url.start:
        votes[from_url.start] += 1
    if declared:
        day, words = declared[0]
        agreeing = votes[day] >= 2 or not _contradicted(day, from_url, declared)
        return When.day(day, "stated" if agreeing else "inferred", words)
    if from_url.precision == "day" and from_url.start:
        confirmed = votes[from_url.start] >= 2
        return When.day(from_url.start, "stated" if confirmed else "inferred", from_url.text)
    if shown:
        return When.day(shown[0], "inferred", shown[0].isoformat())
    guess = _guess(markup, url)
    return guess if guess.known else (from_url if from_url.known else UNKNOWN_DATE)


def _declared(page: Structured) -> list[tuple[date, str]]:
    found: list[tuple[date, str]] = []
    for name in ("datePublished", "dateCreated", "uploadDate"):
        words = page.ld_text(name)
        day = day_of(words)
        if day and words:
            found.append((day, words))
    for name in _DECLARED:
        words = page.meta.get(name)
        day = day_of(words)
        if day and words:
            found.append((day, words))
    return found


def _contradicted(day: date, from_url: When, declared: list[tuple[date, str]]) -> bool:
    """Say whether the address, or another declaration, gives a day far from this one."""
    if from_url.start and from_url.end and not from_url.overlaps(When.day(day), slack=2):
        return True
    return any(abs((other - day).days) > 2 for other, _ in declared)


def _times(tree: HtmlElement) -> list[date]:
    """Days of the page's `time` elements, those that call themselves published first."""
    first: list[date] = []
    rest: list[date] = []
    for element in tree.iter("time", "abbr", "span", "div", "meta"):
        if element.tag in ("span", "div", "meta") and element.get("itemprop") != "datePublished":
            continue
        if element.tag == "abbr" and "published" not in (element.get("class") or ""):
            continue
        words = (
            element.get("datetime")
            or element.get("content")
            or element.get("title")
            or element.text_content()
        )
        day = day_of(words)
        if day is None:
            continue
        named = " ".join(
            filter(None, (element.get("itemprop"), element.get("class"), element.get("pubdate")))
        ).lower()
        if "modif" in named or "updat" in named:
            continue
        (first if "publish" in named or "pubdate" in named or "entry-date" in named else rest).append(
            day
        )
    return (first + rest)[:5]


def _guess(markup: str, url: str | None) -> When:
    """htmldate's look over the whole page."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(markup, extensive_search=True, original_date=True, url=url)
    except Exception:  # noqa: BLE001 (a guess over arbitrary markup must not stop the reading)
        return UNKNOWN_DATE
    day = day_of(found)
    return When.day(day, "inferred", found) if day else UNKNOWN_DATE
