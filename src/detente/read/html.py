# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""An HTML page becomes an article: its rendering as text, a role for every line, its metadata."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.errors import EmptyInput
from detente.read.body import extracted, kept
from detente.read.byline import (
    byline_names,
    credit_names,
    names_in,
    pronoun_bio,
    signed_names,
    unique_names,
)
from detente.read.captions import caption_like
from detente.read.declared import access_of, authors_of, outlet_of, own_address, title_of, titled_by
from detente.read.lines import block_columns, review_blocks
from detente.read.page import Page
from detente.read.phrases import (
    COMMENTS,
    RELATED_HEAD,
    RELATED_LINE,
    phrase_of,
    said_twice,
    spoken,
)
from detente.read.pitches import is_pitch, strong_pitch
from detente.read.printed import clock_line, date_line
from detente.read.published import published_of
from detente.read.render import Block, blocks_of, check_html, parse_html
from detente.read.rows import POINTER, Row, body_like, key_of, lines_of
from detente.read.structured import Structured, structured_of
from detente.read.text import Format, Given, article_of_text, check_text, finish, lines_from
from detente.read.top import Top
from detente.records import Article, LineRole

if TYPE_CHECKING:
    import numpy as np
    from lxml.html import HtmlElement
    from numpy.typing import NDArray

_ROLE_OF_REGION: dict[str, LineRole] = {
    "comments": "menu", "related": "related", "paywall": "paywall", "promo": "promo", "ad": "ad", "byline": "byline",
    "bio": "bio", "date": "date", "dek": "dek", "caption": "caption", "menu": "menu", "legal": "legal",
}  # fmt: skip
_WEB = re.compile(r"https?://")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_CLOSING = "\"'”’»)]"
_NEAR = 12
"""How many rows below the text a pitch still speaks of it."""


def article_of_html(
    markup: str, path: str, digest: str, form: Format, encoding: str, given: Given
) -> Article:
    """Return the article of an HTML page; its text is a rendering, one line a block.

    Raises `TooLarge` and `EmptyInput`. A page in which trafilatura finds no text is read as its
    rendering would be.
    """
    check_html(markup, path)
    tree = parse_html(markup, path)
    about = structured_of(tree)
    blocks = blocks_of(tree)
    text = "\n\n".join(block.text for block in blocks)
    check_text(text, path)
    known = _known(tree, about, given, markup, blocks)
    main = extracted(tree, markup, about, news=_is_news(about))
    if len(main.split()) < 20:
        article = article_of_text(text, path, digest, form, encoding, known)
        return replace(
            article, warnings=(*article.warnings, "no main text stood out: the whole page was read")
        )
    spans = lines_of(text, path)
    page = Page([_row(text, span, block) for span, block in zip(spans, blocks, strict=True)])
    chosen = kept(blocks, main)
    title = _label(page, blocks, chosen, known)
    review_blocks(page, title, known.title, block_columns(page, blocks, chosen))
    known = _with_all_authors(known, page)
    lines = lines_from(text, spans, page)
    top = Top(title, known.title, None, 0)
    article = finish(text, path, digest, form, encoding, known, page, top, lines)
    return _with_word_count(article, about)


def _with_all_authors(known: Given, page: Page) -> Given:
    """What is known, with those too whom the byline names beside all declared authors."""
    declared = {key_of(name) for name in known.authors}
    for _, row in page.with_role("byline") if declared else ():
        names = unique_names(byline_names(row.text) or signed_names(row.text))
        joined = bool(names) and re.search(rf"(?:\band|&)\s+{re.escape(names[-1])}", row.text, re.I)
        if joined and declared < {key_of(name) for name in names}:
            return replace(known, authors=names, found={**known.found, "authors": "the byline"})
    return known


def ruled_page(markup: str, path: str) -> tuple[Page, int | None, str | None, NDArray[np.float32]]:
    """Return the rows of a page as trafilatura and the rules label them, the row of the title, the
    headline, and further columns of signs: what the model of blocks is trained on.

    Raises `TooLarge` and `EmptyInput`, the latter too when there is no main text.
    """
    check_html(markup, path)
    tree = parse_html(markup, path)
    about = structured_of(tree)
    blocks = blocks_of(tree)
    text = "\n\n".join(block.text for block in blocks)
    check_text(text, path)
    known = _known(tree, about, Given(), markup, blocks)
    chosen = kept(blocks, extracted(tree, markup, about, news=_is_news(about)))
    if not any(chosen):
        raise EmptyInput(f"{path}: no main text stood out", "read it as text")
    spans = lines_of(text, path)
    page = Page([_row(text, span, block) for span, block in zip(spans, blocks, strict=True)])
    title = _label(page, blocks, chosen, known)
    return page, title, known.title, block_columns(page, blocks, chosen)


def _row(text: str, span: tuple[int, int], block: Block) -> Row:
    words = text[span[0] : span[1]]
    return Row(
        spans=(span,),
        raw=words,
        text=words,
        gap=True,
        heading=_LEVELS.get(block.tag, 0),
        bullet=block.tag == "li",
        bold=block.bold,
        link=block.links >= 0.9 * len(words),
        words=len(words.split()),
        ends=words.rstrip(_CLOSING).endswith((".", "!", "?", "…")),
    )


def _is_news(about: Structured) -> bool:
    kind = str(about.article.get("@type", ""))
    if re.search(r"News|Report|Opinion|Analysis|LiveBlog", kind):
        return True
    return about.meta.get("og:type", "").lower() == "article" and "article:published_time" in about.meta


def _known(
    tree: HtmlElement, about: Structured, given: Given, markup: str, blocks: list[Block]
) -> Given:
    """What the page's metadata say, under what was given with it."""
    declared = (
        (about.canonical, "the canonical link"),
        (about.meta.get("og:url"), "og:url"),
        (own_address(about), "JSON-LD"),
    )
    address = next(((url, how) for url, how in declared if url and _WEB.match(url)), None)
    url = given.url or (address[0] if address else None)
    outlet = outlet_of(about) or titled_by(about, url)
    title = title_of(about, given.outlet or (outlet[0] if outlet else None))
    authors, by = authors_of(about)
    published, how = given.published, ""
    if not published.known:
        published, how = published_of(tree, about, url, markup, blocks)
    access = access_of(about)
    found = {
        "title": title[1] if title and not given.title else "",
        "outlet": outlet[1] if outlet and not given.outlet else "",
        "url": address[1] if address and not given.url else "",
        "authors": by if authors and not given.authors else "",
        "published": how if published.known else "",
        "access": "the page's metadata" if access != "unknown" else "",
    }
    return replace(
        given,
        title=given.title or (title[0] if title else None),
        outlet=given.outlet or (outlet[0] if outlet else None),
        url=url if url and _WEB.match(url) else None,
        published=published,
        authors=given.authors or authors,
        access=access,
        found={name: how for name, how in found.items() if how},
    )


def _label(page: Page, blocks: list[Block], chosen: list[bool], known: Given) -> int | None:
    """Give every row a role and return the index of the title's row."""
    chosen = list(chosen)
    keys = [row.key for row in page.rows]
    title = _title_row(keys, blocks, known.title)
    texts = [index for index, yes in enumerate(chosen) if yes and page.rows[index].words > 3]
    first, last = (texts[0], texts[-1]) if texts else (0, len(blocks) - 1)
    heading = key_of(known.title or "")
    for index, key in enumerate(keys if heading else ()):
        if key == heading and (index == title or blocks[index].tag in ("h1", "h2", "div", "p", "span")):
            page.give(index, "title", "the headline" if index == title else "the headline again")
    if title is not None and title > last:
        title = None
    if title is not None:
        _label_head(page, blocks, chosen, title)
    _label_chosen(page, blocks, chosen, last)
    for index, row in enumerate(page.rows):
        if page.labels[index] is None:
            role, reason, score = _chrome_role(page, blocks[index], row, index, title, first, last)
            page.give(index, role, reason, score)
    return title


def _label_head(page: Page, blocks: list[Block], chosen: list[bool], title: int) -> None:
    """What the extractor takes for text round the headline, and is none: the section of the paper over
    it, and under it a standfirst that ends in no stop, parted from the text by a byline, a day or a
    caption."""
    for index in range(title):
        row = page.rows[index]
        if chosen[index] and row.words <= 4 and not row.ends and not row.heading:
            page.give(index, "menu", "a short line above the title", 0.8)
    for index in range(title + 1, min(title + 6, len(page.rows))):
        if chosen[index] and len(signed_names(page.rows[index].text)) > 1:
            page.give(index, "byline", "names with an office or a place", 0.8)
    at = next((i for i in range(title + 1, len(page.rows)) if page.labels[i] is None), len(page.rows))
    if at >= min(title + 4, len(page.rows)):
        return
    line, block = page.rows[at], blocks[at]
    apart = not chosen[at] and (block.region not in ("", "dek") or block.links > 0.3 * len(line.text))
    if apart or line.ends or not 4 <= line.words <= 40 or _headed(line, block):
        return
    under = [(page.rows[i], blocks[i]) for i in range(at + 1, min(at + 4, len(page.rows)))]
    heads = [_headed(*one) for one in under]
    text = next((i for i, (one, _) in enumerate(under) if body_like(one) and not heads[i]), None)
    if text and any(heads[:text]):
        page.give(at, "dek", "a line between the title and the byline, day or picture", 0.8)


def _headed(row: Row, block: Block) -> bool:
    """Say whether a row is of the head of a page: a byline, a day, a caption."""
    text = row.text
    return (
        bool(byline_names(text) or date_line(text) or signed_names(text))
        or block.region in ("byline", "date", "caption")
        or block.tag == "figcaption"
    )


def _title_row(keys: list[str], blocks: list[Block], title: str | None) -> int | None:
    wanted = key_of(title or "")
    same = [index for index, key in enumerate(keys) if wanted and key == wanted]
    headings = [index for index in same if blocks[index].tag == "h1"]
    return next(iter(headings or same), None)


def _label_chosen(page: Page, blocks: list[Block], chosen: list[bool], last: int) -> None:
    """The lines trafilatura keeps are the text, but for those that give themselves away."""
    related = False
    for index, row in enumerate(page.rows):
        if not chosen[index] or page.labels[index] is not None:
            related = related and not chosen[index]
            continue
        block, text = blocks[index], row.text
        found = _gives_itself_away(row, block, index, last)
        if not found and index and page.role(index - 1) == "ad" and row.words <= 12 and not row.ends:
            found = ("ad", "under an advertisement's mark", 0.8)
        if found:
            page.give(index, *found)
            related = found[0] == "related"
        elif related and block.links >= 0.7 * len(text) and row.words <= 30:
            page.give(index, "related", "a link under a heading over links", 0.8)
        else:
            related = False
            if block.tag in _HEADINGS and row.words <= 25:
                page.give(index, "subhead", "a heading in the text", 0.9)
            else:
                page.give(index, "body", "in the main text (trafilatura)", 0.9)


def _gives_itself_away(
    row: Row, block: Block, index: int, last: int
) -> tuple[LineRole, str, float] | None:
    text, words = row.text, row.words
    if block.tag == "figcaption" or (block.region == "caption" and words <= 60 and not spoken(text)):
        return "caption", "in a figure's caption", 0.9
    phrase = phrase_of(text, words)
    if (
        phrase
        and phrase.role != "source-url"
        and (phrase.whole or phrase.reason != "cookies and consent")
    ):
        risky = phrase.reason in ("navigation", "log-in") and (block.tag in _HEADINGS or row.bullet)
        if not risky:
            return phrase.role, phrase.reason, 0.9
    if words <= 12 and COMMENTS.match(text):
        return "menu", "readers' comments", 0.8
    if words <= 9 and RELATED_HEAD.match(text) and not text.endswith("."):
        return "related", "a heading over links", 0.8
    linked = block.links / max(1, len(text))
    if linked > 0.4 and said_twice(text):
        return "related", "a headline said twice, a link", 0.8
    pointer = RELATED_LINE.match(text)
    if pointer and (not row.ends or linked > 0.4) and words <= 40:
        return "related", POINTER, 0.9
    if (
        linked >= 0.9
        and words >= 5
        and not row.ends
        and block.tag in ("p", "div", "li", "h3", "h4", "h5", "h6")
        and block.region != ""
    ):
        return "related", "nothing but a link", 0.6
    if is_pitch(text) and (
        block.region in ("paywall", "promo") or (index >= last - 3 and strong_pitch(text))
    ):
        return "paywall", "sells access", 0.8
    if credit_names(text) is not None and words <= 60:
        return "byline", "a reporting credit", 0.9
    if date_line(text) or clock_line(text):
        return "date", "nothing but a date or a time", 0.9
    if words <= 12 and not row.ends and byline_names(text):
        return "byline", "names after By", 0.8
    if words <= 40 and not spoken(text) and caption_like(text, text, words) and not row.heading:
        return "caption", "a credit at its end", 0.7
    return None


def _chrome_role(
    page: Page, block: Block, row: Row, index: int, title: int | None, first: int, last: int
) -> tuple[LineRole, str, float]:
    """The role of a line that is not the text, by its words, its place and what is around it."""
    text = row.text
    below = last < index <= last + _NEAR
    if is_pitch(text) and block.region not in ("menu", "legal", "comments"):
        if below or block.region == "paywall" or first < index < last:
            return "paywall", "sells access", 0.8
        return "menu", "sells access, away from the text", 0.7
    head = (title if title is not None else 0) <= index <= first + 3
    under = title is not None and title < index <= title + 12
    inside = (title if title is not None else first) <= index <= last
    named = block.region == "byline" and row.words <= 16 and names_in(text)
    if (head or under) and block.tag != "figcaption" and (byline_names(text) or named):
        return "byline", "names above the text", 0.8
    if block.region == "caption" and inside and row.words <= 70:
        return "caption", "in a figure's caption", 0.9
    if head and date_line(text):
        return "date", "nothing but a date", 0.9
    if (
        title is not None
        and title < index < first
        and block.region in ("dek", "")
        and row.words >= 6
        and body_like(row)
        and block.links < 0.3 * len(text)
    ):
        return "dek", "a sentence between the title and the text", 0.7
    phrase = phrase_of(text, row.words)
    if phrase and phrase.role != "source-url":
        role: LineRole = "menu" if phrase.role in ("login",) and not below else phrase.role
        return role, phrase.reason, 0.9
    if block.region == "bio" or (below and pronoun_bio(text)):
        return "bio", "in a note on the author", 0.7
    if block.region == "dek" and not (title is not None and title < index <= first):
        return "related", "a teaser away from the title", 0.5
    if block.region in ("byline", "date", "caption"):
        return "menu", f"a {block.region} away from the text", 0.5
    if block.region:
        return _ROLE_OF_REGION[block.region], f"in a part called {block.region}", 0.7
    if block.links >= 0.5 * len(text):
        return ("related" if row.words >= 5 else "menu"), "a link outside the text", 0.6
    return ("promo" if body_like(row) else "menu"), "outside the main text (trafilatura)", 0.5


def _with_word_count(article: Article, about: Structured) -> Article:
    """A page that says it is not free and holds far fewer words than it says is cut off."""
    if article.cut_off or article.access != "paywalled":
        return article
    count = about.article.get("wordCount")
    count = (
        int(count)
        if isinstance(count, (int, str)) and re.fullmatch(r"\d{2,6}", str(count).strip())
        else 0
    )
    words = sum(
        len(article.text[line.start : line.end].split())
        for line in article.lines
        if line.role in ("body", "subhead")
    )
    if count >= 150 and words < count * 0.6:
        return replace(article, cut_off=True)
    return article
