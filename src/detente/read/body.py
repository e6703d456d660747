# ruff: noqa: E501 -- tables of patterns keep one pattern on one line
"""Which blocks of a rendered HTML page are the article: trafilatura's choice, found again on the page."""

from __future__ import annotations

import logging
import re
from collections import Counter

from detente.read.render import Block

_GRAM = 4
_COVERED = 0.6


def extracted(markup: str, *, news: bool) -> str:
    """Return the main text as trafilatura finds it, "" when it finds none.

    News pages are read in its precision mode, others in the standard one; comments are left out.
    Barbaresi (2021), Trafilatura, ACL demo.
    """
    import trafilatura

    for name in ("trafilatura", "trafilatura.core", "trafilatura.utils", "trafilatura.xml"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(
            markup,
            favor_precision=news,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
    except Exception:  # noqa: BLE001 (arbitrary markup; the rendered page is then read as text)
        return ""
    return found or ""


def kept(blocks: list[Block], main: str) -> list[bool]:
    """Say for each block whether its words are in the extracted main text, each word used once.

    A block is found by its runs of four words; one of fewer words must stand where the last one
    found ends, or be a line of its own.

    >>> kept([Block("Home", "li", "", 4), Block("The talks in Oslo failed.", "p", "", 0)], "The talks in Oslo failed.")
    [False, True]
    """
    words = _words(main)
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - _GRAM + 1):
        places.setdefault(tuple(words[at : at + _GRAM]), []).append(at)
    lines = Counter(tuple(_words(line)) for line in main.splitlines())
    used: set[int] = set()
    at = 0
    chosen = []
    for block in blocks:
        own = _words(block.text)
        runs = len(own) - _GRAM + 1
        if runs <= 0:
            here = bool(own) and words[at : at + len(own)] == own
            if here:
                at += len(own)
            is_kept = here or lines[tuple(own)] > 0
        else:
            hits: list[int] = []
            cursor = at
            for start in range(runs):
                spots = places.get(tuple(own[start : start + _GRAM]), ())
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


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
