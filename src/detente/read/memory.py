"""What an outlet prints on page after page is no article: its lines are counted, by their words.

On news sites nine lines in ten that are not the article stand on other pages of the same outlet too,
and one or two in a hundred that are. Counting lines is therefore the most precise sign of all, once a
few pages of an outlet are known. The counts are given; who keeps them is the caller's business, and
`read.again` reads a page with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import nsmallest

from detente.read.facts import host_of
from detente.read.markup import readable
from detente.read.rows import key_of
from detente.records import Article

LEAST = 2
"""Other pages on which a line must stand."""
_SHARE = 0.05
"""Share of the outlet's pages on which it must stand, so that a reprint or two makes no rule."""
_MOST = 0.5
"""Share of them from which on even running text is the outlet's: below it may be a paragraph of
background, which reporters carry from one article to the next."""
_KEPT = 1_000
"""Lines of a page that are counted, those with the smallest keys: a list of thousands is no article."""
_LONG = 14
"""Spaces in a paragraph with which a text may begin."""
_OVER = 0x5DEECE66D5DEECE6
SAMPLE = 200
"""Pages of an outlet that are counted: those whose keys are smallest, which is a fair sample, the same
whatever the order in which they came."""
LINE, HOUSE = 1, 2
"""How often a line repeats: often enough for a short line, and for running text too."""


@dataclass(frozen=True, slots=True)
class LineMemory:
    """How many pages of an outlet carry a line, by the line's key."""

    pages: int = 0
    """Pages that were counted."""
    seen: Mapping[int, int] = field(default_factory=dict)
    """Key of a line to the number of those pages that carry it."""

    def level(self, key: int, less: int = 0, fewer: int = 0) -> int:
        """Return how often a line repeats: 0, `LINE` or `HOUSE`.

        Of a page that was itself counted only the others tell: `less` is 1 when it has the line, and
        `fewer` is 1.

        >>> LineMemory(9, {7: 2, 8: 6}).level(7), LineMemory(9, {7: 2, 8: 6}).level(8)
        (1, 2)
        """
        times, pages = self.seen.get(key, 0) - less, self.pages - fewer
        if times < max(LEAST, _SHARE * pages):
            return 0
        return HOUSE if times >= _MOST * pages else LINE

    def levels(self, less: int = 0) -> dict[int, int]:
        """Return the level of every line that repeats."""
        return {key: level for key in self.seen if (level := self.level(key, less, less))}


def line_key(text: str) -> int:
    """Return the key of a line: a hash of its words, the same for every case and punctuation; 0 for a
    line without words.

    >>> line_key("**Sign up** today!") == line_key("Sign up today"), line_key("* * *")
    (True, 0)
    """
    words = key_of(readable(text))
    if not words:
        return 0
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def over_key(key: int) -> int:
    """Return the key under which a line counts that stands above the text of its page."""
    return key ^ _OVER


def line_keys(article: Article) -> frozenset[int]:
    """Return the keys of an article's lines, each once: what a memory counts of it.

    A line above the first paragraph has two, so that what stands over every page is told from what is
    listed below some: other articles' headlines.

    >>> from detente.read.text import read_text
    >>> len(line_keys(read_text("Ministers meet\\n\\nMenu\\n\\nThey met in Oslo on Monday.\\n\\nMenu")))
    6
    """
    text = article.text
    found: set[int] = set()
    above = True
    for line in article.lines:
        words = text[line.start : line.end]
        if key := line_key(words):
            above = above and not (line.role == "body" and words.count(" ") >= _LONG)
            found.update((key, over_key(key)) if above else (key,))
    return frozenset(found if len(found) <= _KEPT else nsmallest(_KEPT, found))


def memory_of(pages: Iterable[Iterable[int]]) -> LineMemory:
    """Return the memory of some pages of one outlet, each given by the keys of its lines.

    >>> memory_of([{1, 2}, {2}]).seen[2]
    2
    """
    seen: Counter[int] = Counter()
    count = 0
    for keys in pages:
        count += 1
        seen.update(set(keys))
    return LineMemory(count, seen)


def outlet_key(article: Article) -> str | None:
    """Return what tells an article's outlet from others: its host, else its name; None without both.

    >>> from detente.read.text import read_text
    >>> outlet_key(read_text("They met in Oslo.", outlet="The Example Post"))
    'example post'
    """
    host = host_of(article.url) if article.url else None
    return host or key_of(article.outlet or "").removeprefix("the ") or None


def page_key(article: Article) -> int:
    """Return the key of the page that an article was printed on, by its address, else by its id.

    Versions of one page have one key, so that they do not count against each other.

    >>> from detente.read.text import read_text
    >>> one, two = (read_text(text, url="https://example.org/a") for text in ("A word.", "Two words."))
    >>> page_key(one) == page_key(two)
    True
    """
    name = (article.url or article.id).partition("#")[0]
    digest = blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1
