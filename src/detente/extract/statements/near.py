"""Statements by place: whose words hold a character, whose cue stands close by in the same sentence.

Without it every statement would be held against every other, and a long article would take the square
of its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import is_

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
        self._chars: ByCharacter | None = None
        self._by_sent: dict[int, list[tuple[int, int]]] = {}
        for number, item in enumerate(items):
            if item.cue >= 0:
                self._by_sent.setdefault(tree.sent[item.cue], []).append((item.cue, number))
        for cues in self._by_sent.values():
            if len(cues) > 1:
                cues.sort()

    def of(self, items: Sequence[Found]) -> Near:
        """Return these statements looked up by place: itself where they are its own, all of them."""
        own = self._items
        if len(items) == len(own) and all(map(is_, items, own)):
            return self
        return Near(self._tree, items)

    def around(self, item: Found, sentences_before: int = 0) -> list[Found]:
        """Return the other statements with a cue near an item's in its sentence, in their order.

        With `sentences_before`, those of as many sentences before as well.
        """
        if item.cue < 0:
            return []
        sent = self._tree.sent[item.cue]
        numbers: list[int] = []
        for at in range(sent - sentences_before, sent + 1):
            cues = self._by_sent.get(at, ())
            if len(cues) > 1 or at != sent:
                first = bisect_left(cues, (item.cue - FAR, -1))
                last = bisect_right(cues, (item.cue + FAR, len(self._items)))
                numbers += [number for _, number in cues[first:last]]
        return [other for n in sorted(numbers) if (other := self._items[n]) is not item]

    def holding(self, char: int) -> Iterator[Found]:
        """Yield the statements whose content holds a character of the view, in their order."""
        if self._chars is None:
            self._chars = ByCharacter(self._items)
        for number in sorted(set(self._chars.at(char))):
            item = self._items[number]
            if any(a <= char < b for a, b in item.spans):
                yield item
