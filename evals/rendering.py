"""The text that offsets of the own gold count in: a file as it is, or a page as plain lines.

A gold must not depend on how the product renders a page, or a better reader would make every offset
of it wrong. So a page is rendered here in the simplest way, and `aligned` carries offsets over to any
other rendering of the same words.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from bisect import bisect_right
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

_INLINE = frozenset([
    "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "input", "label", "mark", "q", "small",
    "span", "strong", "sub", "sup", "time", "u",
])  # fmt: skip
_DROPPED = frozenset(["head", "script", "style", "template"])
_TOKEN = re.compile(r"\w+|[^\w\s]")


class _Lines(HTMLParser):
    """The words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.dropped += tag in _DROPPED
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.dropped -= tag in _DROPPED
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            self.parts.append(re.sub(r"\s+", " ", data))


def plain(page: str) -> str:
    """Return the words of an HTML page: one line a block, white space single, entities decoded.

    The head, scripts and styles are left out; nothing else is: menus and notices are words too.

    >>> plain("<body><h1>A&amp;B</h1><p>One <b>two</b></p><script>x</script></body>")
    'A&B\\nOne two\\n'
    """
    reader = _Lines()
    reader.feed(page)
    reader.close()
    lines = (re.sub(r" +", " ", line).strip() for line in "".join(reader.parts).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def text_of(path: Path, row: int | None = None) -> str:
    """Return the text that a gold's offsets count in: of a file, a page, or row `row` of a table.

    Rows count from 1. Files are UTF-8. Raises `OSError`, and `IndexError` where there is no such row.
    """
    raw = path.read_bytes().decode("utf-8")
    if path.suffix in {".html", ".htm"}:
        return plain(raw)
    if row and path.suffix == ".jsonl":
        return str(json.loads(raw.splitlines()[row - 1])["text"])
    if row and path.suffix == ".csv":
        return str(list(csv.DictReader(raw.splitlines(keepends=True)))[row - 1]["text"])
    return raw


class Aligned:
    """Offsets of one text as offsets of another that holds the same words in the same order."""

    def __init__(self, left: str, right: str) -> None:
        """Pair the tokens of both texts by their longest common runs."""
        self.same = left == right
        if self.same:
            return
        one, two = list(_TOKEN.finditer(left)), list(_TOKEN.finditer(right))
        blocks = SequenceMatcher(
            None, [t.group() for t in one], [t.group() for t in two], autojunk=False
        ).get_matching_blocks()
        pairs = [(one[b.a + i], two[b.b + i]) for b in blocks for i in range(b.size)]
        self.starts = [a.start() for a, _ in pairs]
        self.pairs = [(a.span(), b.span()) for a, b in pairs]

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a range lies in the other text; None where none of its words do.

        >>> Aligned("a b c", "menu a  b c").range(2, 5)
        (8, 11)
        """
        if self.same:
            return start, end
        first = max(bisect_right(self.starts, start) - 1, 0)
        inside = []
        for (a, b), (c, d) in self.pairs[first:]:
            if a >= end:
                break
            if b > start:
                inside.append((c + max(start - a, 0), d - max(b - end, 0)))
        return (inside[0][0], inside[-1][1]) if inside else None


if __name__ == "__main__":
    sys.stdout.write(text_of(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None))
