"""A raw line becomes readable words: markup, odd spaces and bullets left out, every character mapped.

Nothing is rewritten: a line's readable form is a list of stretches of the raw text with single
spaces put between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Piece = tuple[int, int]
"""(start, length) in the raw text; a start of -1 is a space that was put in."""

_HEAD = re.compile(r"(?:\s*(?:#{1,6}|>|[-*+•·▪‣◦●])(?=\s))*\s*")
_ODD = ("*", "_", "[", "  ", " .", " ,", " ;", " !", " ?")
"""Without one of these, and without invisible characters, a line is printed as it is read."""
_EDIT = re.compile(
    r"""
      (?P<image>!\[[^\[\]]*\]\([^()\s]*(?:\s+"[^"]*")?\))    # a Markdown picture
    | (?P<open>\[(?=[^\[\]]+\]\((?:[^()\s]*|<[^<>]*>)(?:\s+"[^"]*")?\)))  # a Markdown link ...
    | (?P<close>\]\((?:[^()\s]*|<[^<>]*>)(?:\s+"[^"]*")?\))   # ... and its end
    | (?P<bold>\*\*|__(?=\S)|(?<=\S)__)
    | (?P<italic>(?<![\w*])\*(?=[^\s*][^*]*\*(?![\w*]))|(?<=[^\s*])\*(?![\w*]))
    | (?P<hidden>[\u200b\u200c\u200d\u2060\ufeff\xad]+)
    | (?P<gap>\s+(?=[.,;!?](?:\s|$)))                         # a space lost link text left behind
    | (?P<space>\s{2,}|[^\S\ ])
    """,
    re.VERBOSE,
)


def pieces(raw: str, offset: int = 0) -> Iterator[Piece]:
    """Yield the stretches of a raw line that a reader would read, and the spaces between them.

    `offset` is where the line starts in the article. Reference links and HTML inside Markdown are
    left as they are.

    >>> list(pieces("**The  Post**"))
    [(2, 3), (-1, 1), (7, 4)]
    """
    head = _HEAD.match(raw)
    at = head.end() if head else 0
    last = len(raw.rstrip())
    if at >= last:
        return
    plain = raw[at:last]
    if plain.isprintable() and not any(mark in plain for mark in _ODD):
        yield offset + at, last - at
        return
    opened = 0
    fresh = True  # nothing readable yet, so no space is wanted
    pending = False
    for found in _EDIT.finditer(raw, at, last):
        kind = found.lastgroup
        if kind == "open":
            opened += 1
        elif kind == "close":
            if not opened:
                continue
            opened -= 1
        if found.start() > at:
            if pending and not fresh:
                yield -1, 1
            yield offset + at, found.start() - at
            fresh, pending = False, False
        pending = pending or kind == "space"
        at = found.end()
    if at < last:
        if pending and not fresh:
            yield -1, 1
        yield offset + at, last - at


def readable(raw: str) -> str:
    """Return the words of a raw line without markup and with single spaces.

    >>> readable("Contact [A. Writer](mailto:a@example.org) .")
    'Contact A. Writer.'
    """
    return "".join(" " if start < 0 else raw[start : start + length] for start, length in pieces(raw))
