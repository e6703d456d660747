# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Which blocks of a rendered HTML page are the article: trafilatura's choice, found again on the page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.render import Block
from detente.read.structured import Structured

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_GRAM = 4
_SHORT = 0.5
"""Share of the words that a page declares, below which its text is asked for once more."""
_SPARSE = 0.15
"""The same for the words of its paragraphs, among which there may be readers' comments."""
_FEW = 60
"""Words below which it always is."""
_MOST = 20_000
_UNREAD = (
    "style",
    "svg",
    "noscript",
    "iframe",
    "template",
    "button",
    "input",
    "select",
    "link",
    "picture",
    "canvas",
    "object",
    "embed",
    "map",
    "math",
)
"""Elements in which no extractor finds text: without them it has half as much to search."""
_COVERED = 0.6


def extracted(tree: HtmlElement, markup: str, about: Structured, *, news: bool) -> str:
    """Return the main text as trafilatura finds it, "" when it finds none.

    News pages are read in its precision mode, others in the standard one; comments are left out. Its
    comparison with readability and jusText, which costs as much again, is asked for only where its own
    text is short beside what the page declares or what stands in its paragraphs. The tree is used up.
    Barbaresi (2021), Trafilatura, ACL demo.
    """
    from lxml import etree

    printed = sum(_words_in(one) for one in tree.iter("p"))
    due = max(_SHORT * _declared(about), _SPARSE * printed)
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    found = _trafilatura(tree, news=news, fast=True)
    if len(found.split()) < max(due, _FEW):
        found = _trafilatura(markup, news=news, fast=False) or found
    return found


def _trafilatura(page: HtmlElement | str, *, news: bool, fast: bool) -> str:
    import trafilatura

    for name in ("trafilatura", "trafilatura.core", "trafilatura.utils", "trafilatura.xml"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(
            page,
            fast=fast,
            favor_precision=news,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001 (arbitrary markup; the rendered page is then read as text)
        return ""
    return found or ""


def _declared(about: Structured) -> int:
    """How many words the page says its text has; 0 when it does not."""
    count = about.article.get("wordCount")
    words = int(count) if isinstance(count, int) or (isinstance(count, str) and count.isdigit()) else 0
    body = about.article.get("articleBody")
    return max(min(words, _MOST), len(body.split()) if isinstance(body, str) else 0)


def _words_in(element: HtmlElement) -> int:
    return len("".join(element.itertext()).split())


def kept(blocks: list[Block], main: str) -> list[bool]:
    """Say for each block whether its words are in the extracted main text, each word used once.

    A block is found by its runs of four words; one of fewer words must stand where the last one
    found ends, or be a line of its own.

    >>> kept([Block("Home", "li", "", 4), Block("The talks in Oslo failed.", "p", "", 0)], "The talks in Oslo failed.")
    [False, True]
    """
    words = _words(main)
    places: dict[tuple[str, ...], list[int]] = {}
    for at, gram in enumerate(_grams(words)):
        places.setdefault(gram, []).append(at)
    lines = Counter(tuple(_words(line)) for line in main.splitlines())
    used: set[int] = set()
    at = 0
    chosen = []
    for block in blocks:
        own = _words(block.text)
        runs = len(own) - _GRAM + 1
        is_kept = False
        if runs <= 0:
            here = bool(own) and words[at : at + len(own)] == own
            if here:
                at += len(own)
            is_kept = here or lines[tuple(own)] > 0
        else:
            found = [spots for gram in _grams(own) if (spots := places.get(gram))]
            hits: list[int] = []
            cursor = at
            for spots in found if len(found) >= _COVERED * runs else ():
                spot = next((s for s in spots if s >= cursor and s not in used), None)
                if spot is None:
                    spot = next((s for s in spots if s not in used), None)
                if spot is not None:
                    hits.append(spot)
                    cursor = spot
            is_kept = len(hits) >= _COVERED * runs
            if is_kept:
                used.update(hits)
                at = hits[-1] + _GRAM
        if is_kept:
            lines[tuple(own)] -= 1
        chosen.append(is_kept)
    return chosen


def _grams(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
