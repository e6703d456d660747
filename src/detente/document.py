"""What every extractor reads: one article's view, its parse, and who is named where.

The raw text of an article is never changed. A `View` is the text that a reader would read (title, dek,
captions, paragraphs; no menus, no pitch), with broken lines joined and glued words parted, and with a
map from every character back to the raw text. A `Parse` is the view with spaCy's tokens, tags and
dependencies. A `Cast` says which tokens name which actor.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.records import Article, Evidence, EvidenceRole, LineRole, When
from detente.records.swift import swift

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a view, with the role of the lines it was made of."""

    start: int
    """First character, in `View.text`."""
    end: int
    """One past the last character."""
    role: LineRole
    """`title`, `dek`, `caption`, `subhead` or `body`."""


@dataclass(frozen=True, slots=True)
class View:
    """The readable text of an article, and the way from each character back to the raw text.

    >>> view = View("the United States", ((0, 10, 3), (4, 13, 13)), ())
    >>> view.to_raw(4, 10)
    (13, 19)
    """

    text: str
    """Paragraphs parted by an empty line."""
    segments: tuple[tuple[int, int, int], ...]
    """(start in the view, start in the raw text, length) of each stretch taken over unchanged, in
    order. What lies between two segments was put in (a lost space, a paragraph break)."""
    paragraphs: tuple[Paragraph, ...]
    """The paragraphs in order."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(segment[0] for segment in self.segments))

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the raw text that a non-empty range of the view was taken from.

        What was put in belongs to neither side: a range that begins or ends there is narrowed.
        """
        return self._first(start), self._last(end - 1) + 1

    def _first(self, at: int) -> int:
        i = bisect_right(self._starts, at) - 1
        if i >= 0:
            seen, raw, length = self.segments[i]
            if at < seen + length:
                return raw + at - seen
        return self.segments[i + 1][1]

    def _last(self, at: int) -> int:
        seen, raw, length = self.segments[bisect_right(self._starts, at) - 1]
        return raw + min(at - seen, length - 1)


@swift
@dataclass(frozen=True, slots=True)
class Sent:
    """A sentence: its number, its characters in the view, its tokens in the doc."""

    number: int
    """From 1, through the whole view."""
    start: int
    """First character, in `View.text`."""
    end: int
    """One past the last character."""
    first: int
    """First token, in `Parse.doc`."""
    last: int
    """One past the last token."""
    paragraph: int
    """Index of its paragraph in `View.paragraphs`."""
    role: LineRole
    """Role of its paragraph."""


@dataclass(frozen=True, slots=True)
class Parse:
    """An article with its view parsed: what `annotate` makes and `extract` reads."""

    article: Article
    """The article."""
    view: View
    """Its readable text."""
    doc: Doc
    """spaCy's Doc over `view.text` with `lemma_`, `pos_`, `tag_`, `dep_` and `head`; no entities."""
    sents: tuple[Sent, ...]
    """The sentences; none crosses a paragraph."""
    _firsts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_firsts", tuple(sent.first for sent in self.sents))
        object.__setattr__(self, "_starts", tuple(sent.start for sent in self.sents))

    def sent_of(self, token: int) -> Sent:
        """Return the sentence that holds the token of this index."""
        return self.sents[max(0, bisect_right(self._firsts, token) - 1)]

    def sent_at(self, char: int) -> Sent:
        """Return the sentence that holds a character of the view (or the one before it)."""
        return self.sents[max(0, bisect_right(self._starts, char) - 1)]

    def evidence(self, start: int, end: int, role: EvidenceRole = "row") -> Evidence:
        """Return the evidence for a range of the view: its range and words in the raw text."""
        raw_start, raw_end = self.view.to_raw(start, end)
        quote = self.article.text[raw_start:raw_end]
        return Evidence(raw_start, raw_end, quote, role, self.sent_at(start).number)

    def token_evidence(self, first: int, last: int, role: EvidenceRole = "row") -> Evidence:
        """Return the evidence for the tokens `first` to `last`, the last not included."""
        end = self.doc[last - 1]
        return self.evidence(self.doc[first].idx, end.idx + len(end), role)

    def sentence_evidence(self, sent: Sent) -> Evidence:
        """Return the evidence of a whole sentence."""
        return self.evidence(sent.start, sent.end)

    def raw_sentences(self) -> tuple[tuple[int, int], ...]:
        """Return the range of every sentence in the raw text, in order of their numbers."""
        return tuple(self.view.to_raw(sent.start, sent.end) for sent in self.sents)


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of the doc that say when, and the range of days they stand for."""

    first: int
    """First token."""
    last: int
    """One past the last token."""
    when: When
    """The days; `when.text` is the words."""


def dated_in(dated: Sequence[Dated], first: int, last: int) -> list[Dated]:
    """Return the dates that lie wholly between two tokens, in order."""
    return [item for item in dated if first <= item.first and item.last <= last]


def subtree(token: Token) -> tuple[int, int]:
    """Return the token range `[first, last)` that a token and all below it span."""
    return token.left_edge.i, token.right_edge.i + 1
