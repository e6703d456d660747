"""The parse of an article as plain lists, with the quotations marked on its tokens.

spaCy's tokens make an object at every look; the rules for statements look many times at each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from detente.document import Parse
from detente.extract.statements.marks import Quotation, find_quotations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_PLAIN: dict[int, str] = {}
_LOWER: dict[int, str] = {}
_MOST = 200_000
"""Strings remembered before all are forgotten."""


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Tokens of one article as parallel lists; an index into one is an index into all."""

    parse: Parse
    """The parse it was made of."""
    word: list[str]
    """The words, lower case."""
    lemma: list[str]
    """The lemmas, lower case."""
    tag: list[str]
    """Penn tags."""
    dep: list[str]
    """Dependency labels."""
    head: list[int]
    """Index of the head; its own for a root."""
    kids: list[list[int]]
    """The dependents of each token, in order."""
    left: list[int]
    """First token of each subtree."""
    right: list[int]
    """One past the last token of each subtree."""
    start: list[int]
    """First character of each token in the view."""
    end: list[int]
    """One past its last character."""
    sent: list[int]
    """Index of each token's sentence in `parse.sents`; -1 between sentences."""
    quotations: tuple[Quotation, ...]
    """The quotations of the view."""
    inside: list[int]
    """Index of the outermost quotation that holds each token, -1 outside any."""

    def __len__(self) -> int:
        return len(self.word)

    def text(self, first: int, last: int) -> str:
        """Return the words of the tokens from `first` to `last`, the last not included."""
        return self.parse.view.text[self.start[first] : self.end[last - 1]]

    def kids_of(self, token: int, *deps: str) -> Iterator[int]:
        """Yield the dependents of a token that have one of these labels."""
        dep = self.dep
        for kid in self.kids[token]:
            if dep[kid] in deps:
                yield kid

    def first_of(self, token: int, *deps: str) -> int:
        """Return the first dependent of a token that has one of these labels; -1 for none."""
        dep = self.dep
        for kid in self.kids[token]:
            if dep[kid] in deps:
                return kid
        return -1

    def token_at(self, char: int) -> int:
        """Return the first token that begins at or after a character of the view."""
        return bisect_left(self.start, char)

    def token_before(self, char: int) -> int:
        """Return one past the last token that begins before a character of the view."""
        return bisect_left(self.start, char)

    def quoted(self, first: int, last: int) -> bool:
        """Say whether one of the tokens from `first` to `last`, the last not included, is quoted."""
        return max(self.inside[first:last], default=-1) >= 0

    def having(self, column: Sequence[str], wanted: frozenset[str]) -> list[int]:
        """Return the tokens whose string in a column (`word`, `lemma` ...) is one of some, in order."""
        return list(compress(range(len(column)), map(wanted.__contains__, column)))

    def bounds(self, token: int) -> tuple[int, int]:
        """Return the first and one past the last token of a token's sentence."""
        sent = self.parse.sents[max(self.sent[token], 0)]
        return sent.first, sent.last


def tree_of(parse: Parse) -> Tree:
    """Return the tree of an article's parse. Captions, titles and body alike; nothing is left out."""
    doc = parse.doc
    columns = doc.to_array(["LOWER", "LEMMA", "TAG", "DEP", "HEAD", "IDX", "LENGTH"]).T
    word = _strings(doc, columns[0].tolist(), lower=False)
    lemma = _strings(doc, columns[1].tolist(), lower=True)
    tag = _strings(doc, columns[2].tolist(), lower=False)
    dep = _strings(doc, columns[3].tolist(), lower=False)
    offsets = columns[4:].astype("int64")
    count = len(word)
    offsets[0] += range(count)
    head: list[int] = offsets[0].tolist()
    start: list[int] = offsets[1].tolist()
    end: list[int] = (offsets[1] + offsets[2]).tolist()
    kids = _kids(offsets[0])
    left, right = _edges(offsets[0])
    sent = [-1] * count
    for number, item in enumerate(parse.sents):
        sent[item.first : item.last] = [number] * (item.last - item.first)
    quotations = find_quotations(parse.view.text, [(p.start, p.end) for p in parse.view.paragraphs])
    inside = [-1] * count
    for number, quotation in enumerate(quotations):
        if quotation.depth == 0:
            first = bisect_left(start, quotation.start)
            last = bisect_right(start, quotation.end - 1)
            inside[first:last] = [number] * (last - first)
    return Tree(
        parse, word, lemma, tag, dep, head, kids, left, right, start, end, sent, quotations, inside
    )


def _strings(doc: Doc, column: list[int], *, lower: bool) -> list[str]:
    """Return the strings of a column of hashes, in lower case where asked.

    A hash stands for one string in every vocabulary, so strings are remembered from doc to doc.
    """
    known = _LOWER if lower else _PLAIN
    if len(known) > _MOST:
        known.clear()
    try:
        return list(map(known.__getitem__, column))
    except KeyError:
        strings = doc.vocab.strings
        new = set(column).difference(known)
        known.update((key, strings[key].lower() if lower else strings[key]) for key in new)
        return list(map(known.__getitem__, column))


def _kids(head: NDArray[np.int64]) -> list[list[int]]:
    """Return the dependents of every token, in order."""
    import numpy as np

    below = np.flatnonzero(head != np.arange(len(head)))
    above = head[below]
    found: list[int] = below[np.argsort(above, kind="stable")].tolist()
    ends: list[int] = np.cumsum(np.bincount(above, minlength=len(head))).tolist()
    return [found[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def _edges(head: NDArray[np.int64]) -> tuple[list[int], list[int]]:
    """Return the first and one past the last token of every subtree, also where branches cross.

    In each round a token hands its edges to one twice as far above it, so that the rounds are the
    logarithm of the depth of the deepest tree (pointer jumping: Wyllie 1979).
    """
    import numpy as np

    left = np.arange(len(head))
    right = left + 1
    above = head
    while True:
        np.minimum.at(left, above, left.copy())
        np.maximum.at(right, above, right.copy())
        farther = above[above]
        if (farther == above).all():
            return left.tolist(), right.tolist()
        above = farther
