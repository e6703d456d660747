"""What the labelled lines of a page say about the whole: authors, outlet, day, origin."""

from __future__ import annotations

import re

from detente.read.byline import (
    agency_of,
    bio_name,
    byline_names,
    closing_credit,
    credit_names,
    helped,
    lone_name,
    name_list,
    names_in,
    signed_names,
    talkers,
    unique_names,
)
from detente.read.language import NAMES
from detente.read.masthead import as_printed, copyright_name, pitched_name, years_of
from detente.read.page import Page
from detente.read.phrases import ORIGIN, says_origin
from detente.read.printed import date_in_url, date_line, dates_in, yearless
from detente.read.rows import key_of
from detente.read.top import DATELINE, bureau
from detente.records import UNKNOWN_DATE, When

_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_HOST = re.compile(r"https?://(?:www\d?\.|m\.|amp\.)?([^/:\s]+)")
_PITCHED = re.compile(
    r"(?i:subscri(?:ption|be|bing)|subscribers|access|membership|welcome)\s+(?:(?i:now|today)\s+)?(?i:to|with)\s+"
    r"(?P<name>(?:[Tt]he\s+)?[A-Z][\w'’&.-]*(?:\s+(?:of|the|and|for|on|&|[A-Z][\w'’&.-]*))*)"
)
_EDITION_OF = re.compile(r"\b(?:edition|issue|number|paper)\s+(?:of|dated|from)\b", re.IGNORECASE)
_MEMO_HEAD = re.compile(r"^\W*(?:from|von)\s*:\s*", re.IGNORECASE)


def authors_on(page: Page) -> tuple[str, ...]:
    """Return the persons that a page names as its authors; see `authors_found`."""
    return authors_found(page)[0]


def authors_found(page: Page) -> tuple[tuple[str, ...], str]:
    """Return the persons that a page names as its authors, and where it does.

    Asked in this order: bylines and credits, the end of the standfirst, a talk of two persons of whom
    one is spoken of nowhere else, a note on the author at the foot.
    """
    names: list[str] = []
    for _, row in page.with_role("byline"):
        found = byline_names(row.text)
        if found is None:
            if names and helped(row.text):
                continue
            found = credit_names(row.text)
        if found is None and not agency_of(row.text) and not bureau(row.text):
            words = _MEMO_HEAD.sub("", row.text)
            name = lone_name(words)
            found = (name,) if name else signed_names(words) or name_list(words)
            found = found or names_in(words.split(",")[0])
        names.extend(found or ())
    if names:
        return unique_names(names), "a byline"
    for _, row in page.with_role("dek"):
        closing = closing_credit(row.text) if not names else None
        names.extend(closing[1] if closing else ())
    if not names:
        names.extend(_interviewer(page))
    how = "the standfirst"
    if not names:
        how = "a note on the author"
        rows = [row for _, row in page.with_role("bio")]
        for row in rows:
            name = bio_name(row.text)
            over = next((lone_name(other.text) for other in rows if lone_name(other.text)), None)
            if name:
                names.append(over or lone_name(name) or name)
                break
    return unique_names(names), how


def _interviewer(page: Page) -> list[str]:
    """Of two who talk, the one that the page never speaks of."""
    for at, row in page.with_role("dek"):
        pair = talkers(row.text)
        if pair is None:
            continue
        rest = "\n".join(other.text for index, other in enumerate(page.rows) if index != at)
        silent = [name for name in pair if not re.search(rf"\b{re.escape(name.split()[-1])}\b", rest)]
        if len(silent) == 1:
            return silent
    return []


def dek_on(page: Page) -> str | None:
    """Return the line under the headline, without a credit at its end; None when there is none."""
    for _, row in page.with_role("dek"):
        closing = closing_credit(row.text)
        return row.text[: closing[0]].rstrip() if closing else row.text
    return None


def outlet_found(page: Page, beside: str | None, text: str) -> tuple[str, str] | None:
    """Return the outlet's name and where it stands: beside the title, in the masthead, in a pitch or a
    copyright line; None when it is in none of them."""
    if beside:
        return without_online(as_printed(beside, text)), "beside the headline"
    for _, row in page.with_role("outlet"):
        return without_online(as_printed(row.text, text)), "a name of its own over the text"
    for _, row in page.with_role("paywall", "login", "promo"):
        found = _PITCHED.search(row.text)
        name = pitched_name(found["name"]) if found else None
        if name:
            return name, "a pitch"
    for _, row in page.with_role("legal"):
        name = copyright_name(row.text)
        if name and not date_line(name):
            return as_printed(name, text), "the copyright line"
    return None


def without_online(name: str) -> str:
    """Return the name of a paper out of that of its edition on the web.

    >>> without_online("The Example Post Online"), without_online("Example Online")
    ('The Example Post', 'Example Online')
    """
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 and words[-1].lower() == "online" else name


def host_of(url: str) -> str | None:
    """Return the host of an address without `www`.

    >>> host_of("https://www.example.org/a")
    'example.org'
    """
    found = _HOST.match(url)
    return found[1].lower() if found else None


def url_on(page: Page) -> str | None:
    """Return the article's own address when the page prints it."""
    for _, row in page.with_role("source-url"):
        found = _URL.search(row.text)
        if found:
            return found[0].rstrip(".,;")
    return None


def _datelines(page: Page, text: str) -> list[str]:
    found = [text[page.rows[index].start : cut] for index, cut in page.splits.items()]
    return found + [row.text for _, row in page.with_role("dateline")]


def published_found(page: Page, url: str | None, text: str) -> tuple[When, str]:
    """Return the day of publication that a page prints or its address carries, and where; unknown
    without one.

    A day without a year gets it from a copyright line or another line that is not the text, a day
    with its weekday from any year on the page that fits; such a day is inferred.
    """
    updated = UNKNOWN_DATE
    for _, row in page.with_role("date", "byline", "dateline"):
        found = date_line(row.text)
        if found is None:
            inside = [when for _, when in dates_in(row.text) if when.precision == "day"]
            found = (inside[0], False) if inside else None
        if found and found[0].known:
            if not found[1]:
                return found[0], "printed at the headline"
            updated = updated if updated.known else found[0]
    datelines = _datelines(page, text)
    editions = [row.text for _, row in page.with_role("source-url") if _EDITION_OF.search(row.text)]
    for words in (*datelines, *editions):
        for _, when in dates_in(words):
            return when, "the dateline" if words in datelines else "the edition that is named"
    if url:
        when = date_in_url(url)
        if when.known:
            return when, "the address"
    if updated.known:
        return updated, "the day of the last change"
    return _without_year(page, datelines, url, text), "printed without its year"


def _without_year(page: Page, datelines: list[str], url: str | None, text: str) -> When:
    days = [row.text for _, row in page.with_role("date", "byline")] + datelines
    if not days:
        return UNKNOWN_DATE
    around = (row.text for index, row in enumerate(page.rows) if page.role(index) not in _TEXT)
    years = years_of(around) + years_of([url or ""])
    anywhere = years_of([text])
    for words in days:
        when = yearless(words, years) or (yearless(words, anywhere) if _WEEKDAY.search(words) else None)
        if when:
            return when
    return UNKNOWN_DATE


_TEXT = frozenset({"body", "subhead", "title", "dek", "caption", "related"})
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def agency_on(page: Page, text: str) -> str | None:
    """Return the news agency that a byline or a dateline credits, by its fullest name on the page."""
    name: str | None = None
    for _, row in page.with_role("byline"):
        name = name or agency_of(row.text)
    if name is None:
        for words in _datelines(page, text):
            found = DATELINE.match(words)
            if found and found["agency"]:
                name = agency_of(found["agency"]) or found["agency"].strip("()[]/ ")
                break
    if name is None:
        return None
    words = r"\s+".join(map(re.escape, name.split()))
    fuller = re.search(
        rf"\b{words}\s+(?:(?:News|Press)\s+)?(?:Agency|Service|Newswire)\b", text, re.IGNORECASE
    )
    return as_printed(fuller[0] if fuller else name, text)


def same_outlet(left: str, right: str) -> bool:
    """Say whether two names are one outlet's: equal, one the beginning of the other, or its initials.

    >>> same_outlet("Northern Wire", "The Northern Wire Agency"), same_outlet("AP", "Associated Press")
    (True, True)
    """
    one, two = (key_of(name).removeprefix("the ") for name in (left, right))
    if one == two or one.startswith(f"{two} ") or two.startswith(f"{one} "):
        return True
    initials = ["".join(word[0] for word in name.split()) for name in (one, two)]
    return one == initials[1] or two == initials[0]


def origin_on(page: Page) -> tuple[str | None, str | None]:
    """Return the outlet that a note says the text first appeared in, and its first language."""
    origin = language = None
    for _, row in page.with_role("source-url", "legal", "promo", "bio", "byline", "dek", "body"):
        if row.words > 45 or page.rows[0] is row or not says_origin(row.text):
            continue
        for found in ORIGIN.finditer(row.text):
            named = found["in"] or found["in2"] or found["re"]
            if named and named.strip()[:1].isupper():
                origin = origin or _without_date(named)
            tongue = found["lang1"] or found["lang2"] or found["lang3"] or found["lang4"]
            if tongue and tongue.lower() in NAMES:
                language = language or NAMES[tongue.lower()]
    return origin, language


def _without_date(name: str) -> str:
    for at, _ in dates_in(name):
        name = name[:at]
    return re.sub(r"\s+(?:on|in|under|and|as|at|with|by)\b\s*.*$", "", name).strip(" .,")
