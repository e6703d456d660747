"""Text becomes rows: what a reader sees as one line, be it printed on one line or wrapped over many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from detente.errors import TooLarge
from detente.read.limits import MAX_LINE, MAX_LINES
from detente.read.markup import readable
from detente.records import LineRole
from detente.records.swift import swift

_LINE = re.compile(r"[^\r\n]+")
_HEADING = re.compile(r"\s*(#{1,6})\s+\S")
_BULLET = re.compile(r"\s*[-*+•·▪‣◦●]\s+\S")
_BOLD = re.compile(r"\s*(\*\*|__)[^*_]+\1\s*")
_LINK = re.compile(r"\s*(?:[-*+•·▪‣◦●#]+\s+)*\[[^\[\]]+\]\([^()]*\)\s*")
_ENDS = re.compile(r"""[.!?…](?:["'”’»)\]]|\s|\*)*$""")
_TOKEN = re.compile(r"\w+")
_SHORT = 2_000
"""Characters of a text whose key is remembered: it is asked for several times."""
_CLOSING = " *\"'”’»)]"
_STOPS = (".", "!", "?", "…")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*(?=\s|$)""")


@swift
@dataclass(frozen=True, slots=True)
class Row:
    """One line as a reader sees it."""

    spans: tuple[tuple[int, int], ...]
    """The raw lines it is printed on, as ranges of the text; several where lines were wrapped."""
    raw: str
    """Its first raw line, with the markup."""
    text: str
    """Its words without markup."""
    gap: bool
    """Whether an empty line, or the start of the text, comes before it."""
    heading: int = 0
    """Level of a Markdown heading; 0 when it is none."""
    bullet: bool = False
    """Whether it is an item of a list."""
    bold: bool = False
    """Whether all of it is bold."""
    link: bool = False
    """Whether all of it is one link."""
    words: int = 0
    """How many words it has."""
    ends: bool = False
    """Whether it ends as a sentence does."""
    own: bool = False
    """Whether it is the outlet's own: other pages of the outlet carry it too."""
    over: bool = False
    """Whether they carry it above their text: then it is no headline here."""

    @property
    def start(self) -> int:
        """First character in the text."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.spans[-1][1]

    @property
    def key(self) -> str:
        """The words in lower case without punctuation, to compare rows by."""
        return key_of(self.text)


@dataclass(frozen=True, slots=True)
class Label:
    """The role of a row, the rule that gave it, and how sure the rule is."""

    role: LineRole
    """The role."""
    reason: str
    """The rule."""
    score: float = 1.0
    """0 to 1."""


def key_of(text: str) -> str:
    """Return the words of a text in lower case, parted by single spaces.

    >>> key_of("Kerry’s “reset”: dead?")
    'kerry s reset dead'
    """
    return _short_key(text) if len(text) <= _SHORT else " ".join(_TOKEN.findall(text.lower()))


@lru_cache(maxsize=8_192)
def _short_key(text: str) -> str:
    return " ".join(_TOKEN.findall(text.lower()))


OWN = "on other pages of the outlet too"
"""The reason of a line that is the outlet's own."""
POINTER = "points to another article"
"""The reason of a line that names another article after "See also:"."""


def body_like(row: Row) -> bool:
    """Say whether a row reads as running text rather than as a heading, a name or a menu entry."""
    if row.words >= 22:
        return True
    if row.ends and row.words >= 6:
        return any(word.islower() for word in row.text.split()[1:])
    return row.words >= 12 and bool(_SENTENCE_END.search(row.text))


def lines_of(text: str, path: str) -> list[tuple[int, int]]:
    """Return the range of every line that has characters; line breaks are LF, CR LF and CR.

    Raises `TooLarge` when a line or their number is over the limit.
    """
    spans = [found.span() for found in _LINE.finditer(text)]
    if len(spans) > MAX_LINES:
        remedy = "split it into one file an article"
        raise TooLarge(f"{path}: {len(spans):,} lines, the limit is {MAX_LINES:,}", remedy)
    for number, (start, end) in enumerate(spans, 1):
        if end - start > MAX_LINE:
            what = f"{path}: line {number} has {end - start:,} characters, the limit is {MAX_LINE:,}"
            raise TooLarge(what, "break it into paragraphs, or check that it is an article")
    return spans


def rows_of(
    text: str, spans: list[tuple[int, int]], own: Mapping[int, bool] | None = None
) -> list[Row]:
    """Return the rows of a text in order; lines of white space are in none.

    `own` has the starts of the lines that are the outlet's own, and whether it prints them above the
    text of other pages.

    Lines are put together to rows only where the text as a whole is wrapped at a fixed width.

    >>> [row.text for row in rows_of("# A title\\n\\nA line.", [(0, 9), (11, 18)])]
    ['A title', 'A line.']
    """
    filled = [(start, end) for start, end in spans if text[start:end].strip()]
    width = _wrap_width(text, filled)
    groups = _groups(text, filled, width) if width else ([span] for span in filled)
    rows = []
    last = -1
    for group in groups:
        gap = last < 0 or _empty_line_between(text, last, group[0][0])
        last = group[-1][1]
        row = _row(text, tuple(group), gap)
        if row and own and all(start in own for start, _ in group):
            row = replace(row, own=True, over=all(own[start] for start, _ in group))
        if row:
            rows.append(row)
    return rows


def _empty_line_between(text: str, end: int, start: int) -> bool:
    between = text[end:start].replace("\r\n", "\n")
    return between.count("\n") + between.count("\r") > 1


def _row(text: str, spans: tuple[tuple[int, int], ...], gap: bool) -> Row | None:
    raw = text[spans[0][0] : spans[0][1]]
    words = readable(raw)
    if len(spans) > 1:
        words = " ".join([words, *(readable(text[start:end]) for start, end in spans[1:])])
    heading = _HEADING.match(raw)
    return Row(
        spans=spans,
        raw=raw,
        text=words,
        gap=gap,
        heading=len(heading[1]) if heading else 0,
        bullet=bool(_BULLET.match(raw)),
        bold=len(spans) == 1 and bool(_BOLD.fullmatch(raw)),
        link=len(spans) == 1 and bool(_LINK.fullmatch(raw)),
        words=len(words.split()),
        ends=words.rstrip(_CLOSING)[-1:] in _STOPS and bool(words),
    )


def _wrap_width(text: str, spans: list[tuple[int, int]]) -> int:
    """Return the width that a text is wrapped at, 0 when it is not.

    Wrapped text has many neighbouring lines of nearly the same length that stop in mid-sentence;
    poems and lists have short ones, page dumps have one line a paragraph.
    """
    lengths = sorted(end - start for start, end in spans)
    if len(spans) < 6 or lengths[-1] > 120:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    if not 50 <= width <= 100:
        return 0
    broken = 0
    for (start, end), (following, _) in pairwise(spans):
        close = not _empty_line_between(text, end, following)
        if close and end - start >= width * 0.75 and not _ENDS.search(text[start:end]):
            broken += 1
    return width if broken >= 4 and broken >= len(spans) * 0.4 else 0


def _groups(text: str, spans: list[tuple[int, int]], width: int) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    for start, end in spans:
        raw = text[start:end]
        if group:
            before = group[-1]
            full = before[1] - before[0] >= width * 0.65
            joins = full or raw.lstrip()[:1].islower()
            new = _HEADING.match(raw) or _BULLET.match(raw)
            indented = raw[:1].isspace() and not text[before[0] : before[1]][:1].isspace()
            if _empty_line_between(text, before[1], start) or not joins or new or indented:
                yield group
                group = []
        group.append((start, end))
    if group:
        yield group
