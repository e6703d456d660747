"""Articles are read beside the other pages of their outlets, whatever the order in which they come.

After every call each article of the archive reads as `read_again` says for the pages that the
archive has. A page that comes may make lines of others the outlet's own: those pages
are read again too, and no more than those, and their rows are made anew by the next build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.engine import Connection

from detente.read import read_again
from detente.read.again import FIELDS
from detente.read.memory import LEAST, SAMPLE, LineMemory, line_keys, outlet_key, page_key
from detente.records import Article
from detente.store import load_articles_as_read
from detente.store.outlets import Sampled, alone, pages_with, put_again, put_pages, sampled
from detente.userdata import reopen

_AT_ONCE = 200


def read_beside(conn: Connection, new: Sequence[Article]) -> list[str]:
    """Read new articles, which were written as they read alone, beside the pages of their outlets.

    Returns the ids of other articles that read otherwise now. An article whose outlet nobody knows
    is left as it is.
    """
    of: dict[str, list[Article]] = defaultdict(list)
    for article in new:
        if outlet := outlet_key(article):
            of[outlet].append(article)
    return [one for outlet, articles in of.items() for one in _of_outlet(conn, outlet, articles)]


def _of_outlet(conn: Connection, outlet: str, new: Sequence[Article]) -> list[str]:
    before = sampled(conn, outlet, SAMPLE)
    put_pages(conn, ((outlet, page_key(one), one.id, line_keys(one)) for one in new))
    now = sampled(conn, outlet, SAMPLE) if _enters(before, new) else before
    memory = _memory(now)
    stale: list[str] = []
    if now is not before:
        earlier = _memory(before)
        changed = {
            key
            for less in (0, 1)
            for key, _ in earlier.levels(less).items() ^ memory.levels(less).items()
        }
        moved = before.pages.keys() ^ now.pages.keys()
        ids = {one.id for one in new}
        stale = [one for one in pages_with(conn, outlet, changed, moved) if one not in ids]
    put_again(conn, _differing(new, memory, now), FIELDS)
    touched: list[str] = []
    for first in range(0, len(stale), _AT_ONCE):
        chunk = load_articles_as_read(conn, stale[first : first + _AT_ONCE])
        found = alone(conn, [one.id for one in chunk])
        read = [replace(one, **found.get(one.id, {})) for one in chunk]
        shown = {one.id: one for one in chunk}
        again = [(one, _again(one, memory, now)) for one in read]
        again = [(one, other) for one, other in again if other != shown[one.id]]
        put_again(conn, again, FIELDS)
        touched += [other.id for _, other in again]
    reopen(conn, touched)
    return touched


def _enters(before: Sampled, new: Sequence[Article]) -> bool:
    """Say whether new pages are among those that are counted."""
    return not before.full or any(page_key(one) <= max(before.pages) for one in new)


def _memory(found: Sampled) -> LineMemory:
    return LineMemory(len(found.pages), found.counted(LEAST))


def _differing(
    articles: Sequence[Article], memory: LineMemory, found: Sampled
) -> list[tuple[Article, Article]]:
    """Return (article as it reads alone, as it reads now) where the two differ."""
    pairs = ((one, _again(one, memory, found)) for one in articles)
    return [(one, other) for one, other in pairs if other != one]


def _again(article: Article, memory: LineMemory, found: Sampled) -> Article:
    own = found.pages.get(page_key(article))
    return read_again(article, memory, frozenset() if own is None else frozenset(own.tolist()))
