"""Quotation marks become quotations: which stretch of each paragraph stands in marks.

Every paragraph is segmented by itself, so a stray mark spoils nothing beyond it. The exception is the
printers' rule for a quotation of several paragraphs: each opens with a mark and only the last closes
(Chicago Manual of Style, 13.30).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

_MARKS = re.compile(r"[“”„«»\"‟″‘’‚'‛‹›]")
_DOUBLE = frozenset('“”„«»"‟″')
_ELISION = re.compile(r"(?:\d\d(?:s\b|\b)|(?:em|til|cause|tis|twas|bout|n|round)\b)", re.IGNORECASE)
_OPENS_AFTER = frozenset("([{—–-/\u2015…")
_CLOSES_BEFORE = frozenset(")]}—–-/,.;:?!…\u2015")
_END = frozenset(",.;:?!…")

_Act = Literal["open", "close", "either", "none"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included.

    >>> [text] = find_quotations('He spoke of a "reset" again.', [(0, 28)])
    >>> (text.start, text.end, text.closed)
    (14, 21, True)
    """

    start: int
    """The opening mark."""
    end: int
    """One past the closing mark, or the end of the paragraph where none closes it."""
    double: bool
    """Whether the marks are double ones."""
    depth: int
    """0 outside any other quotation, 1 inside one, and so on."""
    closed: bool
    """False where the quotation goes on in the next paragraph."""
    continued: bool
    """Whether it goes on from the paragraph before."""


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    double: bool
    act: _Act
    possessive: bool
    """A closing single mark that may as well be the apostrophe of a plural (the ministers’ talks)."""


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order of their first character.

    Marks pair within a paragraph. An apostrophe (`leaders’ talks`, `the ’90s`) is no mark; a mark
    without a partner is dropped, except a double one that opens and is taken up again by a mark at
    the start of the next paragraph. Marks of one width close each other whatever their shape
    (`“signal"`). The time is linear in the text.
    """
    found: list[Quotation] = []
    running = False
    at = -1
    for number, (start, end) in enumerate(paragraphs):
        if at < start:
            mark = _MARKS.search(text, start)
            at = mark.start() if mark else len(text)
        if at >= end:
            running = False  # no mark in it: nothing opens, nothing goes on
            continue
        closed, unclosed = _segment(text, start, end)
        follows = number + 1 < len(paragraphs) and _opens(text, *paragraphs[number + 1])
        opens_here = _opens(text, start, end)
        here = list(closed)
        goes_on = False
        if unclosed is not None and (follows or (running and unclosed == _first(text, start, end))):
            last = end
            while last > unclosed + 1 and text[last - 1].isspace():
                last -= 1
            if last > unclosed + 1:
                here.append(Quotation(unclosed, last, True, 0, not follows, False))
                goes_on = follows
        if running and opens_here:
            first = _first(text, start, end)
            here = [replace(q, continued=True) if q.start == first else q for q in here]
        found += _with_depth(here)
        running = goes_on
    return tuple(found)


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _opens(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph begins with a double mark that can open."""
    at = _first(text, start, end)
    return at + 1 < end and text[at] in _DOUBLE and not text[at + 1].isspace()


def _with_depth(quotations: list[Quotation]) -> list[Quotation]:
    quotations.sort(key=lambda q: (q.start, -q.end))
    ends: list[int] = []
    out: list[Quotation] = []
    for q in quotations:
        while ends and ends[-1] <= q.start:
            ends.pop()
        out.append(replace(q, depth=len(ends)))
        ends.append(q.end)
    return out


def _segment(text: str, start: int, end: int) -> tuple[list[Quotation], int | None]:
    """Return the quotations that close inside a paragraph, and the first double mark left open."""
    marks = [_read(text, m.start(), start, end) for m in _MARKS.finditer(text, start, end)]
    strong_next = _strong_closings(marks)
    stack: list[_Mark] = []
    open_of = {True: 0, False: 0}
    found: list[Quotation] = []
    for i, mark in enumerate(marks):
        act = _decide(text, mark, stack, open_of, strong_next[i])
        if act == "open":
            stack.append(mark)
            open_of[mark.double] += 1
        elif act == "close":
            while stack:
                top = stack.pop()
                open_of[top.double] -= 1
                if top.double == mark.double:
                    if mark.at > top.at + 1:
                        found.append(Quotation(top.at, mark.at + 1, mark.double, 0, True, False))
                    break
    unclosed = next((mark.at for mark in stack if mark.double), None)
    return found, unclosed


def _strong_closings(marks: list[_Mark]) -> list[bool]:
    """Say for each mark whether the next single mark surely closes."""
    out = [False] * len(marks)
    ahead = False
    for i in range(len(marks) - 1, -1, -1):
        out[i] = ahead
        mark = marks[i]
        if not mark.double and mark.act != "none":
            ahead = mark.act == "close" and not mark.possessive
    return out


def _decide(
    text: str, mark: _Mark, stack: list[_Mark], open_of: dict[bool, int], strong_next: bool
) -> _Act:
    act = mark.act
    is_open = open_of[mark.double] > 0
    if act == "either":
        return "close" if is_open else "open"
    if act != "close":
        if act == "open" and text[mark.at] == "“" and stack and text[stack[-1].at] == "„":
            return "close"
        return act
    if not is_open:
        return "none"
    if mark.possessive and strong_next:
        return "none"
    if not mark.double and stack[-1].double:
        # A double mark opened after the single one: the single mark closes only what lies inside.
        return "none"
    return "close"


def _read(text: str, at: int, start: int, end: int) -> _Mark:
    """Read one mark by the characters beside it."""
    char = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    can_open = (
        before.isspace() or before in _OPENS_AFTER or _MARKS.match(before)
    ) and not after.isspace()
    can_close = not before.isspace() and (
        after.isspace() or after in _CLOSES_BEFORE or bool(_MARKS.match(after))
    )
    if char in _DOUBLE:
        if char in "”»" and at == _first(text, start, end):
            return _Mark(at, True, "open", False)  # a slip: nothing can close at the start
        return _Mark(at, True, _double(char, before, after, bool(can_open), can_close), False)
    if before.isalnum() and after.isalnum():
        return _Mark(at, False, "none", False)
    if can_open and char in "‘'‛‚‹" and not _ELISION.match(text, at + 1):
        return _Mark(at, False, "open", False)
    if can_close and char in "’'›":
        possessive = before in "sSzx" and after == " " and text[at + 2 : at + 3].islower()
        return _Mark(at, False, "close", possessive)
    if can_close and char in "‘‛" and not can_open:
        return _Mark(at, False, "close", False)
    return _Mark(at, False, "none", False)


def _double(char: str, before: str, after: str, can_open: bool, can_close: bool) -> _Act:
    if char in "„«‟":
        return "either" if char == "«" and can_close and not can_open else "open"
    if char == "“":
        return "either" if can_close and not can_open else "open"
    if char in "”»":
        return "either" if can_open and not can_close else "close"
    if can_open and not can_close:
        return "open"
    if can_close and not can_open:
        return "close"
    if not can_open and not before.isspace() and before in _END:
        return "close"
    return "either"
