"""Rows that other programs export, under their names, become rows under ours.

- Media Cloud, stories (`publish_date` beside `media_name`, `media_url` or `media_id`): addresses.
- Media Cloud, story index (`text_content` or `article_title` beside `url`): texts, where it has them.
- GDELT DOC 2.0, list of articles (`seendate` and `domain`, or `URL,MobileURL,Date,Title`): addresses.
- GDELT 1 and 2, events, mentions, GKG (tabs, no header, 57, 58, 61, 16 or 27 columns): addresses.
- Zotero and others, CSL-JSON (`type` beside `container-title`, `issued`, names in parts): abstracts.

Media Cloud and GDELT hold facts on articles, not the articles; the rows are then addresses to fetch.
Columns: https://blog.gdeltproject.org (GDELT 2.0 event and GKG codebooks),
https://docs.citationstyles.org/en/stable/specification.html (CSL 1.0.2, appendix IV).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Export = Literal["Media Cloud", "GDELT", "citation"]

_MEDIA_CLOUD = {
    "text": ("text_content", "story_text", "text"),
    "html": ("html",),
    "title": ("article_title", "title"),
    "outlet": ("media_name", "outlet", "canonical_domain"),
    "url": ("url", "original_url"),
    "published": ("publish_date", "publication_date"),
    "language": ("language", "full_language"),
}
_GDELT = {
    "title": ("title",),
    "outlet": ("outlet", "domain", "sourcecommonname"),
    "url": ("url", "documentidentifier", "mentionidentifier", "sourceurl"),
    "published": ("seendate", "date", "dateadded", "mentiontimedate"),
}
_HEADERLESS = {
    58: {0: "globaleventid", 56: "dateadded", 57: "sourceurl"},
    57: {0: "globaleventid", 56: "dateadded"},
    61: {0: "globaleventid", 59: "dateadded", 60: "sourceurl"},
    16: {0: "globaleventid", 2: "mentiontimedate", 4: "domain", 5: "mentionidentifier"},
    27: {0: "gkgrecordid", 1: "date", 3: "sourcecommonname", 4: "documentidentifier"},
}
"""Columns of GDELT's own tables that say something on the article, by how many columns there are."""
_CITED = frozenset({"container-title", "issued", "citation-key", "URL", "abstract", "accessed"})
_CITED_KINDS = """
article article-journal article-magazine article-newspaper bill book broadcast chapter dataset
document entry entry-dictionary entry-encyclopedia event hearing interview legal_case legislation
manuscript motion_picture pamphlet paper-conference patent periodical personal_communication post
post-weblog regulation report review speech standard thesis treaty webpage
"""
_KINDS = frozenset(_CITED_KINDS.split())
"""Types of CSL that a reader of news may have beside articles."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A row under our names, and what it came from."""

    row: dict[str, Any]
    """Fields of `tables.FIELDS`."""
    export: Export
    """Who made it."""


def gdelt_columns(line: str) -> list[str] | None:
    """Return names for the columns of a table of GDELT's own, which have no header; else None.

    >>> gdelt_columns("\\t".join(["1", *[""] * 59, "https://example.org/a"]))[60]
    'sourceurl'
    """
    cells = line.rstrip("\r\n").split("\t")
    names = _HEADERLESS.get(len(cells))
    if names is None or not re.fullmatch(r"\d{1,12}|\d{14}-T?\d{1,6}", cells[0].strip()):
        return None
    at = next((at for at, name in names.items() if name in _GDELT["url"]), None)
    if at is not None and not re.match(r"https?://", cells[at]):
        return None
    return [names.get(at, f"column {at + 1}") for at in range(len(cells))]


def renamed(row: Mapping[str, Any]) -> Renamed | None:
    """Return a row of a known export under our names; None for other rows.

    >>> renamed({"url": "https://a.org/x", "seendate": "20130226T101500Z", "domain": "a.org"}).row
    {'outlet': 'a.org', 'url': 'https://a.org/x', 'published': '20130226T101500Z'}
    """
    if is_citation(row):
        return Renamed(_cited(row), "citation")
    names = {str(name).strip().lower().lstrip("\ufeff"): value for name, value in row.items()}
    keys = names.keys()
    if "publish_date" in keys and keys & {"media_name", "media_url", "media_id"}:
        return Renamed(_picked(names, _MEDIA_CLOUD), "Media Cloud")
    if keys & {"text_content", "article_title"} and keys & {"url", "original_url"}:
        return Renamed(_picked(names, _MEDIA_CLOUD), "Media Cloud")
    told = {"seendate", "domain"} <= keys or {"url", "mobileurl", "date", "title"} >= keys > {
        "url",
        "date",
    }
    if (told and "url" in keys) or keys & {"globaleventid", "gkgrecordid"}:
        return Renamed(_picked(names, _GDELT), "GDELT")
    return None


def is_export_header(names: list[str]) -> bool:
    """Say whether the header of a table is that of a known export."""
    return renamed(dict.fromkeys(names, "x")) is not None


def _picked(row: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for ours, theirs in names.items():
        value = next((row[name] for name in theirs if row.get(name) not in (None, "")), None)
        if value is not None:
            found[ours] = value
    return found


def is_citation(row: Mapping[str, Any]) -> bool:
    """Say whether a row is an item of CSL-JSON."""
    if not isinstance(row.get("type"), str) or "text" in row or "html" in row:
        return False
    authors = row.get("author")
    parts = isinstance(authors, list) and any(
        isinstance(one, Mapping) and one.keys() & {"family", "literal"} for one in authors
    )
    known = row["type"] in _KINDS and {"id", "title"} <= row.keys()
    return parts or known or len(_CITED & row.keys()) >= 2


def _cited(item: Mapping[str, Any]) -> dict[str, Any]:
    """CSL's item under our names; the abstract is the text."""
    found = {
        "text": item.get("abstract"),
        "title": item.get("title"),
        "outlet": item.get("container-title") or item.get("publisher"),
        "url": item.get("URL"),
        "published": _issued(item.get("issued")),
        "authors": _names(item.get("author")),
        "language": item.get("language"),
    }
    language = found["language"]
    if isinstance(language, str) and not re.match(r"[a-zA-Z]{2}(?:[-_]|$)", language):
        found["language"] = {"english": "en", "eng": "en"}.get(language.strip().lower())
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _issued(value: object) -> str | None:
    """Return CSL's date, `{"date-parts": [[2013, 2, 26]]}` or raw words, as text.

    >>> _issued({"date-parts": [["2013", 2]]}), _issued({"raw": "26 February 2013"})
    ('2013-02', '26 February 2013')
    """
    if not isinstance(value, Mapping):
        return value if isinstance(value, str) else None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        numbers = [int(part) for part in parts[0][:3] if re.fullmatch(r"\d{1,4}", str(part))]
        if numbers:
            return "-".join([f"{numbers[0]:04}", *(f"{part:02}" for part in numbers[1:])])
    said = value.get("raw") or value.get("literal")
    return said if isinstance(said, str) else None


def _names(value: object) -> list[str]:
    names: list[str] = []
    for one in value if isinstance(value, list) else []:
        if not isinstance(one, Mapping):
            continue
        parts = [one.get(part) for part in ("given", "non-dropping-particle", "family", "suffix")]
        name = one.get("literal") or " ".join(part for part in parts if isinstance(part, str) and part)
        if isinstance(name, str) and name.strip():
            names.append(" ".join(name.split()))
    return names
