"""What an outlet prints on page after page is no article: lines counted, and articles read again.

On news sites nine lines in ten that are not the article stand on other pages of the same outlet too,
and one or two in a hundred that are. Counting lines is therefore the most precise sign of all, once a
few pages of an outlet are known. The counts are given; who keeps them is the caller's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from detente.read.facts import host_of
from detente.read.markup import readable
from detente.read.rows import key_of
from detente.read.view import WRAPPED
from detente.records import Article, Line

_LEAST = 2
"""Other pages on which a line must stand."""
_SHARE = 0.05
"""Share of the outlet's pages on which it must stand, so that a reprint or two makes no rule."""
_COPY = 0.5
"""Share of a page's text that repeats: from here on the page is a copy or a new version of others."""


@dataclass(frozen=True, slots=True)
class LineMemory:
    """How many pages of an outlet carry a line, by the line's key."""

    pages: int = 0
    """Pages that were counted."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """Key of a line to the number of those pages that carry it."""

    def repeats(self, key: str) -> int:
        """Return on how many pages a line stands when that makes it the outlet's own, else 0."""
        times = self.seen.get(key, 0)
        return times if times >= max(_LEAST, _SHARE * self.pages) else 0


def line_key(text: str) -> str:
    """Return the key of a line: a hash of its words, the same for every case and punctuation.

    >>> line_key("**Sign up** today!") == line_key("Sign up today")
    True
    """
    words = key_of(readable(text))
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest() if words else ""


def line_keys(article: Article) -> frozenset[str]:
    """Return the keys of an article's lines, each once: what a memory counts of it.

    >>> from detente.read.text import read_text
    >>> len(line_keys(read_text("Ministers meet\\n\\nMenu\\n\\nThey met in Oslo on Monday.\\n\\nMenu")))
    3
    """
    return frozenset(
        key for line in article.lines if (key := line_key(article.text[line.start : line.end]))
    )


def memory_of(articles: Iterable[Article]) -> LineMemory:
    """Return the memory of some pages of one outlet."""
    seen: dict[str, int] = {}
    pages = 0
    for article in articles:
        pages += 1
        for key in line_keys(article):
            seen[key] = seen.get(key, 0) + 1
    return LineMemory(pages, seen)


def outlet_key(article: Article) -> str | None:
    """Return what tells an article's outlet from others: its host, else its name; None without both.

    >>> from detente.read.text import read_text
    >>> outlet_key(read_text("They met in Oslo.", outlet="The Example Post"))
    'example post'
    """
    host = host_of(article.url) if article.url else None
    return host or key_of(article.outlet or "").removeprefix("the ") or None


def remembered(article: Article, memory: LineMemory) -> Article:
    """Return an article whose text is without the lines that its outlet repeats on other pages.

    Only `body` and `subhead` lines change, to `promo`; their reason says on how many pages they stand.
    A page most of whose text repeats is a copy or a new version of others and stays as it is. The
    memory must not count the article itself.
    """
    if memory.pages < _LEAST:
        return article
    text = article.text
    repeats = {
        number: times
        for number, line in enumerate(article.lines)
        if line.role in ("body", "subhead")
        and (times := memory.repeats(line_key(text[line.start : line.end])))
    }
    if not repeats:
        return article
    sizes = [
        (number in repeats, line.end - line.start)
        for number, line in enumerate(article.lines)
        if line.role in ("body", "subhead")
    ]
    whole = sum(size for _, size in sizes)
    if sum(size for again, size in sizes if again) >= _COPY * whole:
        # a copy: only lines that most pages carry are surely not the article
        repeats = {n: times for n, times in repeats.items() if times >= max(3, _COPY * memory.pages)}
    lines = tuple(
        _outlets_own(line, repeats[number], memory.pages) if number in repeats else line
        for number, line in enumerate(article.lines)
    )
    return replace(article, lines=lines)


def _outlets_own(line: Line, times: int, pages: int) -> Line:
    wrapped = WRAPPED if line.reason.endswith(WRAPPED) else ""
    return replace(
        line,
        role="promo",
        reason=f"on {times} of {pages} other pages of the outlet{wrapped}",
        score=0.95,
    )
