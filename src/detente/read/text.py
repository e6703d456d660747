"""A page dump as text or Markdown becomes an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Literal

from detente.errors import EmptyInput, TooLarge
from detente.read.access import gate_of
from detente.read.byline import agency_of
from detente.read.captions import split_credit
from detente.read.facts import (
    agency_on,
    authors_found,
    authors_on,
    dek_on,
    host_of,
    origin_on,
    outlet_found,
    published_found,
    same_outlet,
    url_on,
)
from detente.read.language import language_of
from detente.read.limits import MAX_TEXT
from detente.read.lines import review
from detente.read.markup import readable
from detente.read.page import Page
from detente.read.phrases import RELATED_HEAD, RELATED_LINE
from detente.read.regions import label_text
from detente.read.rows import OWN, Label, Row, body_like, key_of, lines_of, rows_of
from detente.read.top import DATELINE, Top, label_top
from detente.read.view import WRAPPED
from detente.records import UNKNOWN_DATE, Access, Article, Caption, Evidence, Found, Line, When, make_id

_TURN = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}[.:]\s")
Format = Literal["text", "html", "jsonl", "csv", "feed", "mail", "pdf", "citation"]


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article from outside its text; it wins over what the text says."""

    title: str | None = None
    """The headline."""
    dek: str | None = None
    """The line under it."""
    outlet: str | None = None
    """The outlet's name."""
    url: str | None = None
    """Its address."""
    published: When = UNKNOWN_DATE
    """The day of publication."""
    authors: tuple[str, ...] = ()
    """Names of the authors."""
    language: str | None = None
    """ISO 639-1 code."""
    access: Access = "unknown"
    """What the page's metadata say about who may read it."""
    warnings: tuple[str, ...] = field(default=())
    """What was odd about the input."""
    found: Mapping[str, str] = field(default_factory=dict)
    """How what is given was found, by the field; "given with the page" where it is not said."""


def read_text(
    text: str,
    *,
    path: str = "-",
    url: str | None = None,
    outlet: str | None = None,
    published: date | When | None = None,
) -> Article:
    """Return the article that a text is: a page dump, Markdown, or plain paragraphs.

    What is given by name wins over what the text says. Raises `EmptyInput` when there is no word in
    the text, `TooLarge` when it is longer than any article.

    >>> article = read_text("Ministers meet\\n\\nBy Jane Roe\\n\\nTwo of them met in Oslo on Monday.")
    >>> article.title, article.authors
    ('Ministers meet', ('Jane Roe',))
    >>> [(line.role, line.start) for line in article.lines]
    [('title', 0), ('byline', 16), ('body', 29)]
    """
    when = published if isinstance(published, When) else None
    if isinstance(published, date):
        when = When.day(published, "stated")
    given = Given(outlet=outlet, url=url, published=when or UNKNOWN_DATE)
    data = text.encode("utf-8", "surrogatepass")
    return article_of_text(text, path, sha256(data).hexdigest(), "text", "utf-8", given)


def article_of_text(
    text: str,
    path: str,
    digest: str,
    form: Format,
    encoding: str,
    given: Given,
    own: Mapping[int, bool] | None = None,
) -> Article:
    """Return the article of a decoded text; `digest` is that of the input it came from.

    `own` has the starts of the lines that are the outlet's own, and whether it prints them above the
    text of other pages. Raises `EmptyInput` and `TooLarge`.
    """
    check_text(text, path)
    spans = lines_of(text, path)
    page, top = _ruled(text, spans, given, own)
    review(page, top.title, top.words)
    _split_datelines(text, page)
    lines = lines_from(text, spans, page)
    return finish(text, path, digest, form, encoding, given, page, top, lines)


def ruled_text(text: str, path: str) -> tuple[Page, Top]:
    """Return the rows of a text as the rules alone label them: what the line model is trained on.

    Raises `EmptyInput` and `TooLarge`.
    """
    check_text(text, path)
    return _ruled(text, lines_of(text, path), Given())


def _ruled(
    text: str, spans: list[tuple[int, int]], given: Given, own: Mapping[int, bool] | None = None
) -> tuple[Page, Top]:
    page = Page(rows_of(text, spans, own))
    top = _head(page, given.title) if own else label_top(page, given.title)
    label_text(page, top.body, given.authors or authors_on(page))
    return page, top


def _head(page: Page, title: str | None) -> Top:
    """Label the top of a page, as if the rows were not there that stand over other pages too."""
    others = [index for index, row in enumerate(page.rows) if not row.over]
    rest = Page([page.rows[index] for index in others])
    top = label_top(rest, title)
    for index, label in zip(others, rest.labels, strict=True):
        page.labels[index] = label
    body = others[top.body] if top.body < len(others) else len(page.rows)
    for index in range(body):
        if page.rows[index].over:
            page.give(index, "promo" if body_like(page.rows[index]) else "menu", OWN, 0.95)
    return replace(top, title=None if top.title is None else others[top.title], body=body)


def check_text(text: str, path: str) -> None:
    """Refuse a text without a word and one that is longer than any article."""
    if not re.search(r"\w", text):
        raise EmptyInput(f"{path}: there is no text in it", "leave it out, or check how it was saved")
    if len(text) > MAX_TEXT:
        what = f"{path}: {len(text):,} characters, the limit for one article is {MAX_TEXT:,}"
        raise TooLarge(what, "split it into one file an article")


def finish(
    text: str,
    path: str,
    digest: str,
    form: Format,
    encoding: str,
    given: Given,
    page: Page,
    top: Top,
    lines: tuple[Line, ...],
) -> Article:
    """Return the article once every row has its role: what the rows say about the whole."""
    gate = gate_of(page)
    evidence = None
    if gate.row is not None:
        row = page.rows[gate.row]
        start, end = _trimmed(text, row.start, row.end)
        evidence = Evidence(start, end, text[start:end])
    body = " ".join(row.text for _, row in page.with_role("body", "subhead"))
    language = given.language or language_of(body or text)
    url = given.url or url_on(page)
    origin, original = origin_on(page)
    agency = agency_on(page, text)
    warnings = list(given.warnings)
    if language != "en":
        warnings.append(f"the text is not English but {language}: only English is read further")
    if not body:
        warnings.append("no running text was found")
    access = gate.access if gate.access != "unknown" else given.access
    named = None if given.outlet else outlet_found(page, top.outlet, text)
    host = host_of(url) if url else None
    outlet = given.outlet or (named[0] if named else None) or host or agency
    if agency and not origin and not same_outlet(agency, outlet or ""):
        origin = agency
    if agency and outlet and outlet != given.outlet and same_outlet(agency, outlet):
        outlet = max(agency, outlet, key=len)
    title = given.title or top.words
    authors, by = (given.authors, "") if given.authors else authors_found(page)
    published, printed = given.published, ""
    if not published.known:
        published, printed = published_found(page, url, text)
    hows = {
        "title": "" if given.title or not title else "the headline on the page",
        "authors": by if authors else "",
        "outlet": named[1]
        if named
        else ""
        if given.outlet
        else "the address"
        if host
        else "the agency",
        "published": printed if published.known else "",
        "url": "" if given.url or not url else "printed on the page",
        "access": "a pitch" if gate.access != "unknown" else "",
        "language": "" if given.language else "its commonest words",
    }
    return Article(
        id=make_id("article", digest),
        text=text,
        path=path,
        format=form,
        encoding=encoding,
        lines=lines,
        title=" ".join(title.split()) if title else None,
        dek=given.dek or dek_on(page),
        authors=authors,
        outlet=outlet,
        published=published,
        language=language,
        url=url,
        captions=_captions(text, page),
        related=_related(page),
        access=access,
        cut_off=gate.cut_off,
        cut_off_evidence=evidence,
        origin=origin,
        translated_from=original,
        found=_found(given, hows, outlet, access),
        warnings=tuple(warnings),
    )


def _found(
    given: Given, hows: Mapping[str, str], outlet: str | None, access: Access
) -> tuple[Found, ...]:
    """Return how each fact was found: as given, else as read from the page."""
    held = {
        "title": given.title, "authors": given.authors, "outlet": outlet, "url": given.url,
        "published": given.published.known, "access": access != "unknown", "language": given.language,
    }  # fmt: skip
    out = []
    for name, on_page in hows.items():
        how = on_page or given.found.get(name) or ("given with the page" if held[name] else "")
        if how and (name not in ("outlet", "access") or held[name]):
            out.append(Found(name, how))
    return tuple(out)


def lines_from(text: str, spans: list[tuple[int, int]], page: Page) -> tuple[Line, ...]:
    """Return the line records: those of the rows, and blank ones for white space between."""
    roles: dict[tuple[int, int], Line] = {}
    extra: dict[tuple[int, int], list[Line]] = {}
    for index, row in enumerate(page.rows):
        label = page.labels[index] or Label("body", "the default", 0.5)
        for number, (start, end) in enumerate(row.spans):
            reason = label.reason + (WRAPPED if number else "")
            roles[start, end] = Line(start, end, label.role, reason, label.score)
        cut = page.splits.get(index)
        if cut is not None:
            start, end = row.spans[0]
            extra[start, end] = [
                Line(start, cut, "dateline", "place and agency before a dash", 0.9),
                Line(cut, end, label.role, label.reason, label.score),
            ]
    out: list[Line] = []
    for span in spans:
        if span in extra:
            out.extend(extra[span])
        else:
            out.append(roles.get(span) or Line(*span, "blank", "white space"))
    return tuple(out)


def _split_datelines(text: str, page: Page) -> None:
    """Cut "BERLIN, Feb 26 (Reuters) - " off the paragraph it opens."""
    for index, row in list(page.with_role("body"))[:3]:
        found = DATELINE.match(text[row.spans[0][0] : row.spans[0][1]])
        if not found or found.end() > 90:
            continue
        rest = row.text[len(readable(found[0])) :]
        place = found["place"].split(",")[0].strip(" .")
        told = found["agency"] or found["day"] or found["day2"]
        if found["dash"] == ":" or found["dash"] == "/":
            continue
        hyphen = found["dash"] == "-" and (len(place) < 6 or found[0][-3:] != " - ")
        if found["dash"] == "." and (len(place) < 6 or told or _speakers(page)):
            continue
        if not (told or (place.isupper() and len(place) > 2 and not hyphen)):
            continue
        if found["agency"] and not (place.isupper() or agency_of(found["agency"])):
            continue
        if not rest.strip():
            page.replace(index, "dateline", "place and agency before a dash", 0.9)
        else:
            page.splits[index] = row.spans[0][0] + found.end()
            return


def _speakers(page: Page) -> bool:
    """Say whether several paragraphs begin with a word in capitals, as the turns of a talk do."""
    turns = sum(bool(_TURN.match(row.text)) for _, row in page.with_role("body"))
    return turns > 1


def _captions(text: str, page: Page) -> tuple[Caption, ...]:
    captions = []
    for _, row in page.with_role("caption"):
        start, end = _trimmed(text, row.start, row.end)
        words, credit = split_credit(text[start:end], markup=True)
        shown = readable(words)
        if not shown and credit is None:
            continue
        captions.append(Caption(start, start + len(words), shown, credit))
    return tuple(captions)


def _related(page: Page) -> tuple[str, ...]:
    titles: list[str] = []
    for _, row in page.with_role("related"):
        inline = RELATED_LINE.match(row.text)
        if inline:
            titles.append(inline["title"].strip())
        elif not RELATED_HEAD.match(row.text) and 3 <= row.words <= 30:
            titles.append(row.text)
    return tuple(dict.fromkeys(titles))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def with_warnings(article: Article, warnings: Iterable[str]) -> Article:
    """Return the article with more warnings."""
    return replace(article, warnings=(*article.warnings, *warnings))


def titles_equal(left: str | None, right: str | None) -> bool:
    """Say whether two headlines have the same words."""
    return bool(left and right) and key_of(left or "") == key_of(right or "")


__all__ = [
    "Format",
    "Given",
    "Row",
    "article_of_text",
    "check_text",
    "finish",
    "lines_from",
    "read_text",
]
