"""What an outlet printed: the article, its lines and its captions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.records.swift import swift
from detente.records.values import UNKNOWN_DATE, Evidence, When

LineRole = Literal[
    "title", "dek", "byline", "date", "dateline", "outlet", "body", "subhead", "caption", "related",
    "menu", "login", "paywall", "promo", "bio", "contact", "ad", "source-url", "legal", "blank",
]  # fmt: skip
Access = Literal["free", "metered", "paywalled", "unknown"]


@swift
@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the raw text with the role it has on the page; every character is in one."""

    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character, the line break not included."""
    role: LineRole
    """What the line is; only `body` and `subhead` lines are the text of the article."""
    reason: str
    """The rule or model that gave the role, in a few words."""
    score: float = 1.0
    """How sure the rule is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a picture, and who took it. A photographer is never a speaker."""

    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character."""
    text: str
    """The words, without the credit."""
    credit: str | None = None
    """Photographer or agency as printed; None when there is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """How a fact on an article was found: what one may think of it when it looks wrong."""

    name: str
    """The field of `Article`: title, authors, outlet, published, url, access, language."""
    how: str
    """Where it was read, in a few words: `JSON-LD`, `og:title`, `a byline`, `the masthead` ..."""


@swift
@dataclass(frozen=True, slots=True)
class Article:
    """One text as one outlet printed it. Its `text` is never rewritten; cleaning labels its lines."""

    id: str
    """`article:` and a hash of the input's bytes."""
    text: str
    """The decoded text of the page: of a text file all of it, of an HTML page its rendering."""
    path: str
    """Where it was read from: a path, `path#row` in a table, or `-` for standard input."""
    format: Literal["text", "html", "jsonl", "csv", "feed", "mail", "pdf", "citation"]
    """What kind of input it was; a page out of a ZIP or WARC file is `html` or `text`."""
    encoding: str
    """The encoding the bytes were decoded with."""
    lines: tuple[Line, ...]
    """Every line of `text` in order, with its role."""
    title: str | None = None
    """The headline once, without the outlet's name; None when there is none."""
    dek: str | None = None
    """The line under the headline; None when there is none."""
    authors: tuple[str, ...] = ()
    """Names of the authors as printed, without "By", office and address."""
    outlet: str | None = None
    """Name of the outlet; None when the page does not say it."""
    published: When = UNKNOWN_DATE
    """The day of publication with its basis; an open range where only a bound is known."""
    language: str = "en"
    """ISO 639-1 code of the body."""
    url: str | None = None
    """The address the page gives for itself; None when it gives none."""
    captions: tuple[Caption, ...] = ()
    """Captions in order."""
    related: tuple[str, ...] = ()
    """Titles of the articles that the page points to."""
    access: Access = "unknown"
    """Whether the outlet lets everyone read it."""
    cut_off: bool = False
    """Whether this copy stops before the article does."""
    cut_off_evidence: Evidence | None = None
    """The words that show it; None when it is not cut off, or when only metadata say so."""
    origin: str | None = None
    """The agency or outlet this text is credited to (a reprint, a translation); None if none."""
    translated_from: str | None = None
    """ISO 639-1 code of the language it was translated from, where the page says so."""
    found: tuple[Found, ...] = ()
    """How each of its facts was found; a field without a value is not there."""
    warnings: tuple[str, ...] = ()
    """What was odd about the input, one sentence each."""
