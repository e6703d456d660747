# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""The day an HTML page was published: what it declares, what its address says, what it shows.

A declared date is `stated`. A date that only an address, the layout or a guess over the page gives is
`inferred`, and an interface must not show it as certain: on web pages at large one such guess in ten
is wrong (Barbaresi 2020, htmldate).
"""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from detente.read.printed import HAS_YEAR, date_in_url, date_line, dates_in
from detente.read.render import Block
from detente.read.structured import Structured
from detente.records import UNKNOWN_DATE, When
from detente.records.values import Basis

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
_CHANGED = ("article:modified_time", "og:updated_time", "lastmod", "last-modified")
_UNIVERSAL = ("Z", "+00:00", "+0000")
_DAY = timedelta(days=1)
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
    day: date | None = None
    try:
        if found:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        elif re.fullmatch(r"\s*1\d{9}(?:\d{3})?\s*", value):
            day = datetime.fromtimestamp(int(value.strip()[:10]), UTC).date()
        else:
            days = (when.start for _, when in dates_in(value[:200]) if when.precision == "day")
            day = next(days, None)
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def published_of(
    tree: HtmlElement, page: Structured, url: str | None, markup: str, blocks: list[Block]
) -> tuple[When, str]:
    """Return when a page was published, with its basis, and where it says so; unknown when nothing on
    it does.

    `stated`: declared by the page, or in its address, or printed at the headline, and not contradicted
    by what else it shows; a contradiction is outvoted by two that agree. `inferred`: all else. A day
    declared in universal time gives way to the local day that the address or the headline prints. A
    page that prints, at its headline, only the day of its last change is dated by it, inferred.
    """
    in_url = date_in_url(url or "")
    from_url = in_url.start if in_url.precision == "day" else None
    declared = _declared(page)
    shown = _times(tree)
    printed, near, close = _printed(blocks)
    if declared:
        day, words = declared[0]
        changed = _changed(page)
        apart = bool(near) and day not in near[:3]
        if from_url and abs(from_url - day) == _DAY and not _zoned(words):
            day = from_url
        elif not from_url and apart and abs(near[0] - day) == _DAY:
            day = near[0]
        elif not from_url and words.endswith(_UNIVERSAL) and shown and shown[0] == day - _DAY:
            day = shown[0]
        elif apart and near[0] > day and (near[0] in changed or _filled_in(day, words)):
            return When.day(near[0], "inferred", near[0].isoformat()), "printed at the headline"
        doubted = (
            any(abs(other - day) > _DAY for other, _ in declared)
            or (from_url is not None and abs(from_url - day) > _DAY)
            or (bool(shown) and day not in shown and day not in near[:3])
            or any(other - day > _DAY for other in changed)
            or (not shown and day not in printed and bool(near) and day not in near[:3])
        )
        same = (day in near[:3]) + (day in shown) + (day == from_url)
        agreed = len(declared) > 1 and all(other == day for other, _ in declared)
        basis: Basis = "inferred" if doubted and same + agreed < 2 else "stated"
        return When.day(day, basis, words), "declared"
    if from_url:
        return When.day(from_url, "stated", in_url.text), "the address"
    if near and shown and near[0] not in shown:
        return When.day(near[0], "inferred", near[0].isoformat()), "printed at the headline"
    if shown:
        sure = shown[0] in printed or len(set(shown)) == 1
        basis = "stated" if sure else "inferred"
        return When.day(shown[0], basis, shown[0].isoformat()), "a time element"
    if near:
        basis = "stated" if close or printed == {near[0]} else "inferred"  # the only day on the page
        return When.day(near[0], basis, near[0].isoformat()), "printed at the headline"
    guess = _guess(markup, url)
    if not guess.known or (guess.start == in_url.start and in_url.precision == "month"):
        # the first of the month is filled in
        return (in_url, "the address") if in_url.known else (UNKNOWN_DATE, "")
    return guess, "a guess over the page"


def _filled_in(day: date, words: str) -> bool:
    """Say whether a declared day is the first of January without an hour, as systems fill it in."""
    return (day.month, day.day) == (1, 1) and not re.search(r"T(?!00:00)\d\d:", words)


def _zoned(words: str) -> bool:
    """Say whether a declared time has a zone that is not universal: its day is the outlet's own."""
    return bool(re.search(r"[+-](?!00:?00)\d\d:?\d\d$", words))


def _changed(page: Structured) -> list[date]:
    """Days on which the page says it was changed."""
    words = [page.ld_text("dateModified"), *(page.meta.get(name) for name in _CHANGED)]
    return [day for day in map(day_of, words) if day]


def _printed(blocks: list[Block]) -> tuple[set[date], list[date], bool]:
    """All days printed in short lines, those of lines that are a date near the headline, and whether
    these are one day and stand right at it or in a part of the page that calls itself a date."""
    headline = next((index for index, block in enumerate(blocks) if block.tag == "h1"), None)
    at = headline or 0
    every: set[date] = set()
    near: list[date] = []
    close = False
    for index, block in enumerate(blocks):
        if len(block.text) > 150 or not HAS_YEAR.search(block.text):
            continue
        days = [
            when.start for _, when in dates_in(block.text) if when.precision == "day" and when.start
        ]
        every.update(days)
        told = date_line(block.text) if days else None
        line = told is not None
        if days and ((-8 <= index - at < 25 and line) or -2 <= index - at <= 4):
            first = told[0] if told else None  # of a change and of the publication: the latter
            near.append(first.start if first and first.start in days and first.start else days[0])
            by = headline is not None and -3 <= index - at <= 6
            named = block.region in ("date", "byline")
            close = close or (line and (by or named)) or (by and named)
    return every, near, close and len(set(near)) == 1


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
