"""The parse of an article as plain lists, with the quotations marked on its tokens.

spaCy's tokens make an object at every look; the rules for statements look many times at each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.document import Parse
from detente.extract.statements.marks import Quotation, find_quotations

if TYPE_CHECKING:
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

    def token_at(self, char: int) -> int:
        """Return the first token that begins at or after a character of the view."""
        return bisect_left(self.start, char)

    def token_before(self, char: int) -> int:
        """Return one past the last token that begins before a character of the view."""
        return bisect_left(self.start, char)

    def bounds(self, token: int) -> tuple[int, int]:
        """Return the first and one past the last token of a token's sentence."""
        sent = self.parse.sents[max(self.sent[token], 0)]
        return sent.first, sent.last


def tree_of(parse: Parse) -> Tree:
    """Return the tree of an article's parse. Captions, titles and body alike; nothing is left out."""
    doc = parse.doc
    columns = doc.to_array(["LOWER", "LEMMA", "TAG", "DEP"]).T.tolist()
    word, lemma, tag, dep = (_strings(doc, column, lower=i == 1) for i, column in enumerate(columns))
    offsets = doc.to_array(["HEAD", "IDX", "LENGTH"]).astype("int64").T
    count = len(word)
    head: list[int] = [i + step for i, step in enumerate(offsets[0].tolist())]
    start: list[int] = offsets[1].tolist()
    end: list[int] = (offsets[1] + offsets[2]).tolist()
    kids: list[list[int]] = [[] for _ in head]
    for i, above in enumerate(head):
        if above != i:
            kids[above].append(i)
    left, right = _edges(head, kids, count)
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


def _edges(head: list[int], kids: list[list[int]], count: int) -> tuple[list[int], list[int]]:
    """Return the first and one past the last token of every subtree, without recursion.

    A token hands its edges to the one above it when all below it have handed theirs.
    """
    left = list(range(count))
    right = list(range(1, count + 1))
    waiting = [len(below) for below in kids]
    for leaf in range(count):
        if kids[leaf]:
            continue
        i = leaf
        while (above := head[i]) != i:
            if left[i] < left[above]:
                left[above] = left[i]
            if right[i] > right[above]:
                right[above] = right[i]
            waiting[above] -= 1
            if waiting[above]:
                break
            i = above
    return left, right
