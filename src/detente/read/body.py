# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Which blocks of a rendered HTML page are the article: trafilatura's choice, found again on the page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from detente.read.render import Block, parse_html
from detente.read.rows import key_of
from detente.read.structured import Structured

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_WORD = re.compile(r"\w+")
_GRAM = 4
_SHORT = 0.5
"""Share of the words that a page declares, below which its text is asked for once more."""
_SPARSE = 0.15
"""The same for the words of its paragraphs, among which there may be readers' comments."""
_FEW = 60
"""Words below which it always is."""
_MOST = 20_000
_NOTHING = """
    style svg noscript iframe template button input select link picture canvas object embed map math aside footer
"""
_UNREAD = tuple(_NOTHING.split())
"""Elements in which no extractor finds text: without them it has half as much to search."""
_NO_NEWS = "nav menu dialog fieldset label legend textarea audio video time"
_UNREAD_IN_NEWS = tuple(_NO_NEWS.split())
"""Elements that its precision mode leaves out before anything is measured."""
_PLENTY, _LONG = 1_000, 3_200
"""Characters of paragraphs from which on a part of a page may be all of its text; and of a text, from
which on the standard mode does not ask how much of the page it is."""
_FORUM = "DiscussionForumPosting"
"""What it looks for in scripts: a page of a forum, whose comments are its text."""
_COVERED = 0.6
_FRAMES = ("article", "div", "main", "section")
_CALLED = ("class", "id", "role", "itemprop")
"""Elements that trafilatura's paths lead to, and the attributes they are chosen by."""


def extracted(tree: HtmlElement, markup: str, about: Structured, *, news: bool) -> str:
    """Return the main text as trafilatura finds it, "" when it finds none.

    News pages are read in its precision mode, others in the standard one; comments are left out. It is
    given only the part of the page that it would choose, where that part is long enough to be the text.
    Its comparison with readability and jusText, which costs as much again, is asked for only where its
    own text is short beside what the page declares or what stands in its paragraphs. The tree is used
    up. Barbaresi (2021), Trafilatura, ACL demo.
    """
    printed = sum(len(one.text_content().split()) for one in tree.iter("p"))
    due = max(_SHORT * _declared(about), _SPARSE * printed, _FEW)
    forum = _FORUM in markup
    _strip(tree, news=news, forum=forum)
    if not forum and _narrow(tree, _PLENTY if news else _LONG + _PLENTY):
        found = _trafilatura(tree, news=news, fast=True)
        enough = len(found) >= (0 if news else _LONG) and "\n" in found
        if enough and len(found.split()) >= due:
            return found
        tree = parse_html(markup, "")
        _strip(tree, news=news, forum=forum)
    found = _trafilatura(tree, news=news, fast=True)
    if len(found.split()) < due:
        found = _trafilatura(markup, news=news, fast=False) or found
    return found


def _strip(tree: HtmlElement, *, news: bool, forum: bool) -> None:
    from lxml import etree

    unread = (*_UNREAD, *(_UNREAD_IN_NEWS if news else ()), *(() if forum else ("script",)))
    etree.strip_elements(tree, *unread, with_tail=False)


def _narrow(tree: HtmlElement, least: int) -> bool:
    """Cut away all that is outside the part of a page which trafilatura would choose, and say whether it
    was done: not where the paragraphs of that part have fewer than so many characters."""
    part = _part(tree)
    if part is None or sum(len(one.text_content()) for one in part.iter("p")) < least:
        return False
    inner = part
    for outer in list(part.iterancestors()):
        for other in list(outer):
            if other is not inner:
                outer.remove(other)
        inner = outer
    return True


def _part(tree: HtmlElement) -> HtmlElement | None:
    """The part of a page that trafilatura would choose; None where none of its paths leads to one.

    Its paths ask of each element what it calls itself, at some cost: so each way of calling oneself is
    asked of once, on an element made for that.
    """
    from lxml import etree

    first: dict[tuple[str | None, ...], HtmlElement] = {}
    asked = etree.Element("body")
    for element in tree.iter(*_FRAMES):
        own = (element.tag, *map(element.get, _CALLED))
        if own not in first:
            first[own] = element
            named = zip(_CALLED, own[1:], strict=True)
            etree.SubElement(asked, own[0], {name: value for name, value in named if value is not None})
    found = next((one for choose in _choices() for one in choose(asked)), None)
    return None if found is None else list(first.values())[asked.index(found)]


@lru_cache(maxsize=1)
def _choices() -> tuple[Callable[[HtmlElement], list[HtmlElement]], ...]:
    """The paths by which trafilatura looks for the text, in its order; () where a version has none."""
    from trafilatura import xpaths

    return tuple(getattr(xpaths, "BODY_XPATH", ()))


@lru_cache(maxsize=4)
def _options(*, news: bool, fast: bool) -> Extractor:
    from trafilatura.settings import Extractor as Options

    for name in ("trafilatura", "trafilatura.core", "trafilatura.utils", "trafilatura.xml"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return Options(precision=news, fast=fast, comments=False, tables=True)


def _trafilatura(page: HtmlElement | str, *, news: bool, fast: bool) -> str:
    import trafilatura

    try:
        found = trafilatura.extract(page, options=_options(news=news, fast=fast))
    except Exception:  # noqa: BLE001 (arbitrary markup; the rendered page is then read as text)
        return ""
    return found or ""


def _declared(about: Structured) -> int:
    """How many words the page says its text has; 0 when it does not."""
    count = about.article.get("wordCount")
    words = int(count) if isinstance(count, int) or (isinstance(count, str) and count.isdigit()) else 0
    body = about.article.get("articleBody")
    return max(min(words, _MOST), len(body.split()) if isinstance(body, str) else 0)


def kept(blocks: list[Block], main: str) -> list[bool]:
    """Say for each block whether its words are in the extracted main text, each word used once.

    A block is found by its runs of four words; one of fewer words must stand where the last one
    found ends, or be a line of its own.

    >>> kept([Block("Home", "li", "", 4), Block("The talks in Oslo failed.", "p", "", 0)], "The talks in Oslo failed.")
    [False, True]
    """
    printed = [_words(line) for line in main.splitlines()]
    words = list(chain.from_iterable(printed))
    places: dict[tuple[str, ...], list[int]] = {}
    for at, gram in enumerate(_grams(words)):
        places.setdefault(gram, []).append(at)
    lines = Counter(map(tuple, printed))
    used: set[int] = set()
    at = 0
    chosen = []
    for block in blocks:
        own = key_of(block.text).split()
        runs = len(own) - _GRAM + 1
        is_kept = False
        if runs <= 0:
            follows = bool(own) and words[at : at + len(own)] == own
            if follows:
                at += len(own)
            is_kept = follows or lines[tuple(own)] > 0
        else:
            here = _whole(own, words, places, at, used)
            if here is not None:
                used.update(range(here, here + runs))
                at = here + len(own)
                lines[tuple(own)] -= 1
                chosen.append(True)
                continue
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


def _whole(
    own: list[str], words: list[str], places: dict[tuple[str, ...], list[int]], at: int, used: set[int]
) -> int | None:
    """Where all words of a block stand in a row from `at` on, none of them used; None where they do not."""
    spots = places.get((own[0], own[1], own[2], own[3]), ())
    spot = next((s for s in spots if s >= at and s not in used), None)
    if spot is None or words[spot : spot + len(own)] != own:
        return None
    return spot if used.isdisjoint(range(spot, spot + len(own) - _GRAM + 1)) else None


def _grams(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
