"""A page is read again with what is known of its outlet's other pages.

Reading is a function of a page's bytes; reading again is one of the article that came of them and the
memory of its outlet. It says which lines are the outlet's own, and with that a text dump finds its
headline below a masthead it had taken for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from detente.read.memory import HOUSE, LEAST, LineMemory, line_key, line_keys, over_key
from detente.read.rows import OWN, body_like, rows_of
from detente.read.text import Given, article_of_text
from detente.read.view import WRAPPED
from detente.records import Article, Line

FIELDS = ("lines", "title", "dek", "authors", "captions", "related", "found")
"""What may differ when an article is read again."""
_COPY = 0.5
"""Share of a page's text that repeats: from here on the page is a copy or a new version of others."""


def read_again(article: Article, memory: LineMemory, own: frozenset[int] = frozenset()) -> Article:
    """Return an article as it reads beside the other pages of its outlet.

    `article` is as it was read alone. `own` has the keys of the lines that the memory counted of this
    very page, none where it did not count it: only other pages tell. Nothing but the `FIELDS` changes.
    Lines that repeat leave the text and are no headline; running text does so only where half the
    pages carry it. A page most of whose text repeats is a copy or a new version of others: it loses
    only what half the pages carry.
    """
    house = _house(article, memory, own)
    if not house:
        return article
    if article.format == "html":
        return _without(article, house)
    titles = [n for n, line in enumerate(article.lines) if line.role == "title"]
    known = Given(
        title=None if titles and all(house.get(n) for n in titles) else article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        authors=article.authors,
        language=article.language,
        found={one.name: one.how for one in article.found},
    )
    starts = {article.lines[number].start: over for number, over in house.items()}
    again = article_of_text(
        article.text, article.path, "", article.format, article.encoding, known, starts
    )
    found = replace(article, **{name: getattr(again, name) for name in FIELDS})
    return found if any(line.role == "body" for line in found.lines) else article


def _house(article: Article, memory: LineMemory, own: frozenset[int]) -> dict[int, bool]:
    """Return the numbers of the lines that are the outlet's own, and which stand over its pages."""
    if memory.pages - bool(own) < LEAST:
        return {}
    text = article.text
    levels: dict[int, int] = {}
    over: dict[int, bool] = {}
    counted = line_keys(article)
    for number, line in enumerate(article.lines):
        key = line_key(text[line.start : line.end])
        if key in counted and (level := memory.level(key, key in own, bool(own))):
            levels[number] = level
            at_top = over_key(key)
            over[number] = memory.level(at_top, at_top in own, bool(own)) > 0
    if not levels:
        return {}
    sizes = [
        (number in levels, line.end - line.start)
        for number, line in enumerate(article.lines)
        if line.role in ("body", "subhead")
    ]
    copied = sum(size for again, size in sizes if again)
    copy = copied >= _COPY * max(1, sum(size for _, size in sizes))
    return {
        number: over[number]
        for number, level in levels.items()
        if level == HOUSE or not (copy or _running(article, article.lines[number]))
    }


def _running(article: Article, line: Line) -> bool:
    """Say whether a line reads as running text; see `body_like`."""
    rows = rows_of(article.text, [(line.start, line.end)])
    return any(body_like(row) for row in rows)


def _without(article: Article, own: Mapping[int, bool]) -> Article:
    """Return an article whose text is without some lines; their other roles stay."""
    lines = tuple(
        _outlets_own(line) if number in own and line.role in ("body", "subhead") else line
        for number, line in enumerate(article.lines)
    )
    return replace(article, lines=lines)


def _outlets_own(line: Line) -> Line:
    wrapped = WRAPPED if line.reason.endswith(WRAPPED) else ""
    return replace(line, role="promo", reason=OWN + wrapped, score=0.95)
