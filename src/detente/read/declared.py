# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""What a page declares of its article: headline, outlet, authors, address, who may read it."""

from __future__ import annotations

import re

from detente.read.byline import agency_of, lone_name, names_in, unique_names
from detente.read.facts import host_of, without_online
from detente.read.rows import key_of
from detente.read.structured import Structured, clean
from detente.read.top import is_media, split_outlet
from detente.records import Access

_AUTHOR_KEYS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article.author", "cxenseparse:author",
)  # fmt: skip


def own_address(about: Structured) -> str | None:
    """Return the address that the JSON-LD of a page gives its article; None without one."""
    value = about.article.get("url") or about.article.get("mainEntityOfPage")
    if isinstance(value, dict):
        value = value.get("@id")
    return value if isinstance(value, str) else None


def title_of(about: Structured, outlet: str | None) -> tuple[str, str] | None:
    """Return the headline a page declares, without the outlet's name, and where; None without one."""
    headings = [heading for heading in about.h1 if len(heading.split()) >= 2]
    declared = [
        (about.ld_text("headline"), "JSON-LD"),
        (clean(about.meta.get("og:title")), "og:title"),
        (clean(about.meta.get("twitter:title")), "twitter:title"),
        *(
            (clean(about.meta.get(name)), name)
            for name in ("parsely-title", "sailthru.title", "dc.title")
        ),
    ]
    names = [(split_outlet(title, outlet), how) for title, how in declared if title]
    keys = [key_of(name) for name, _ in names]
    for heading in headings:  # the headline on the page, when something declares it too
        key = key_of(heading)
        if key in keys or (about.head_title and key and key in key_of(about.head_title)):
            return heading, "the heading, declared too"
    if len(headings) == 1 and len(headings[0].split()) >= 3:
        return split_outlet(headings[0], outlet), "the heading"
    if names:
        return names[0]
    if about.head_title:
        return split_outlet(about.head_title, outlet), "the title element"
    return (headings[0], "the first heading") if headings else None


def outlet_of(about: Structured) -> tuple[str, str] | None:
    """Return the outlet's name that a page declares, and where; None when it declares none."""
    names = [(clean(about.meta.get("og:site_name")), "og:site_name")]
    names += [(name, "JSON-LD") for name in about.ld_names("publisher")]
    names += [(clean(about.meta.get(key)), key) for key in ("application-name", "publisher")]
    for name, how in names:
        if name and 1 <= len(name.split()) <= 8 and not name.startswith("http"):
            return re.sub(r"^www\.", "", name), how
    return None


def titled_by(about: Structured, url: str | None) -> tuple[str, str] | None:
    """Return the name beside the headline in the title element, and where it stands, when it reads as
    an outlet's or is in the address; None where there is none."""
    whole = about.head_title or ""
    heading = next((one for one in about.h1 if len(one.split()) >= 2 and one in whole), None)
    if heading is None:
        return None
    before, after = whole.split(heading, 1)
    for part in (before, after):
        parts = [one.strip() for one in re.split(r"[|»:•·—–]|\s-\s", part) if one.strip()]
        name = (parts[0] if part is before else parts[-1]) if parts else ""
        told = is_media(name) or key_of(name).replace(" ", "") in (host_of(url or "") or "").split(".")
        if name[:1].isupper() and len(name.split()) <= 6 and told:
            return without_online(name), "the title element"
    return None


def authors_of(about: Structured) -> tuple[tuple[str, ...], str]:
    """Return the persons a page declares as its authors, and where; agencies, desks and the outlet are
    none."""
    outlet = key_of((outlet_of(about) or ("", ""))[0])
    found: list[str] = []
    for name, kind in about.ld_parties("author"):
        if kind in ("Organization", "NewsMediaOrganization", "Corporation"):
            continue
        found.extend(_persons(name, outlet))
    if found:
        return unique_names(found), "JSON-LD"
    for key in _AUTHOR_KEYS:
        value = clean(about.meta.get(key))
        if value and "://" not in value and "@" not in value:
            found.extend(_persons(value, outlet))
            if found:
                return unique_names(found), key
    return (), ""


def _persons(value: str, outlet: str) -> list[str]:
    value = re.sub(r"^\s*(?:[Bb][Yy]\s+|By(?=[A-Z]))", "", value)
    value = re.sub(r"(?<=[a-z])(?:Published|Posted|Updated)\b.*$", "", value)
    if value.startswith(","):  # an office whose name was left out
        return []
    if agency_of(value) or key_of(value) == outlet or re.search(r"https?:|www\.", value):
        return []
    names = list(names_in(value))
    if not names and "," not in value and not re.search(r"\d", value):
        plain = lone_name(value.title() if value.islower() else value)
        names = [plain] if plain else []
    return [name for name in names if not _is_outlet(key_of(name), outlet)]


def _is_outlet(name: str, outlet: str) -> bool:
    """Say whether a name is the outlet's, whole or its beginning, or has an article before it."""
    return name == outlet or outlet.startswith(f"{name} ") or name.startswith("the ")


def access_of(about: Structured) -> Access:
    """Return who may read a page as it says itself; "unknown" where it says nothing."""
    free = about.article.get("isAccessibleForFree")
    if isinstance(free, str):
        free = {"true": True, "false": False}.get(free.strip().lower())
    tier = about.meta.get("article:content_tier", "").lower()
    if free is False or tier == "locked":
        return "paywalled"
    if tier == "metered":
        return "metered"
    return "free" if free is True or tier == "free" else "unknown"
