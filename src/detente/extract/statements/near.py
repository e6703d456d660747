"""Statements by place: whose words hold a character, whose cue stands close by in the same sentence.

Without it every statement would be held against every other, and a long article would take the square
of its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from detente.extract.statements.found import Found
from detente.extract.statements.tree import Tree

_BUCKET = 256
FAR = 120
"""Tokens beyond which two cues of one sentence have nothing to do with one another."""


class ByCharacter:
    """Numbers of statements, looked up by a character of their contents."""

    def __init__(self, items: Iterable[Found] = ()) -> None:
        self._buckets: dict[int, list[int]] = {}
        for number, item in enumerate(items):
            self.add(number, item.spans)

    def add(self, number: int, spans: Iterable[tuple[int, int]]) -> None:
        """Enter the ranges of a statement's content under its number; twice does no harm."""
        for start, end in spans:
            for bucket in range(start // _BUCKET, max(start, end - 1) // _BUCKET + 1):
                numbers = self._buckets.setdefault(bucket, [])
                if not numbers or numbers[-1] != number:
                    numbers.append(number)

    def at(self, char: int) -> Sequence[int]:
        """Return the numbers of the statements that may hold a character, near ones too."""
        return self._buckets.get(char // _BUCKET, ())


class Near:
    """The statements of an article, looked up by place."""

    def __init__(self, tree: Tree, items: Sequence[Found]) -> None:
        self._tree = tree
        self._items = items
        self._chars = ByCharacter(items)
        self._cues = sorted((item.cue, n) for n, item in enumerate(items) if item.cue >= 0)

    def around(self, item: Found, sentences_before: int = 0) -> Iterator[Found]:
        """Yield the other statements with a cue near an item's in its sentence, in their order.

        With `sentences_before`, those of as many sentences before as well.
        """
        if item.cue < 0:
            return
        sent = self._tree.sent[item.cue]
        first = bisect_left(self._cues, (item.cue - FAR, -1))
        last = bisect_right(self._cues, (item.cue + FAR, len(self._items)))
        for number in sorted(n for _, n in self._cues[first:last]):
            other = self._items[number]
            if other is not item and sent - sentences_before <= self._tree.sent[other.cue] <= sent:
                yield other

    def holding(self, char: int) -> Iterator[Found]:
        """Yield the statements whose content holds a character of the view, in their order."""
        for number in sorted(set(self._chars.at(char))):
            item = self._items[number]
            if any(a <= char < b for a, b in item.spans):
                yield item
