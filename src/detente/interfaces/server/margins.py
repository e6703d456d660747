"""An article to be read: paragraphs of sentences, what rests on which words, and cards beside them.

Pure. Every character of a sentence is as the outlet printed it; only runs of blanks become one blank.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.read import body_view
from detente.records import Article, Evidence, Extraction, LineRole, Row

KINDS = ("statement", "meeting", "event", "position", "forecast")
"""Kinds that are marked, in the order in which one goes before another where they overlap."""
_OF_WORDS = {"statement": ("content",), "event": ("trigger",), "position": ("content",),
             "forecast": ("content",)}  # fmt: skip
"""Which evidence of a kind is the words themselves; where a row has none, its whole range."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence on which the same rows rest."""

    text: str
    """The words."""
    rows: tuple[str, ...]
    """Ids of the rows, those of the first kind first; none for plain words."""

    @property
    def kind(self) -> str:
        """Return the kind of the first row; empty for plain words."""
        return self.rows[0].partition(":")[0] if self.rows else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, cut where marks begin and end."""

    number: int
    """From 1; 0 for words that are in no sentence."""
    pieces: tuple[Piece, ...]
    """In order."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the rows that begin in it."""

    role: LineRole
    """title, dek, caption, subhead or body."""
    sentences: tuple[Sentence, ...]
    """In order."""
    cards: tuple[Row, ...]
    """Rows whose first sentence is here, in order of the text; no mentions."""


def blocks_of(extraction: Extraction) -> list[Block]:
    """Return the paragraphs of an article; one without rows is its paragraphs alone."""
    article = extraction.article
    view = body_view(article)
    starts = [start for start, _ in extraction.sentences]
    rows = [row for row in extraction.rows() if row.id.partition(":")[0] in KINDS]
    marks = sorted(_marks(rows), key=lambda mark: mark[0])
    by_sentence: dict[int, list[Row]] = {}
    for row in rows:
        by_sentence.setdefault(_first_sentence(row), []).append(row)
    blocks: list[Block] = []
    for paragraph in view.paragraphs:
        start, end = view.to_raw(paragraph.start, paragraph.end)
        first = bisect_right(starts, start - 1)
        last = bisect_right(starts, end - 1)
        numbers = range(first + 1, last + 1)
        if numbers:
            sentences = tuple(
                Sentence(n, _pieces(article, *extraction.sentences[n - 1], marks)) for n in numbers
            )
        else:
            sentences = (Sentence(0, _pieces(article, start, end, ())),)
        cards = [row for n in numbers for row in by_sentence.get(n, ())]
        blocks.append(Block(paragraph.role, sentences, tuple(sorted(cards, key=_order))))
    return blocks


def _order(row: Row) -> tuple[int, int, str]:
    return row.sentence, KINDS.index(row.id.partition(":")[0]), row.id


def _first_sentence(row: Row) -> int:
    return min((one.sentence for one in row.evidence if one.sentence > 0), default=row.sentence)


def _marks(rows: Iterable[Row]) -> Iterable[tuple[int, int, str]]:
    for row in rows:
        for one in _shown(row):
            yield one.start, one.end, row.id


def _shown(row: Row) -> Sequence[Evidence]:
    """Return the evidence of a row that is marked: its words, else the sentences it rests on."""
    roles = _OF_WORDS.get(row.id.partition(":")[0], ())
    found = [one for one in row.evidence if one.role in roles]
    return found or [one for one in row.evidence if one.role == "row"]


def _pieces(
    article: Article, start: int, end: int, marks: Sequence[tuple[int, int, str]]
) -> tuple[Piece, ...]:
    here = [mark for mark in marks if mark[0] < end and start < mark[1]]
    cuts = sorted({start, end, *(min(max(at, start), end) for mark in here for at in mark[:2])})
    pieces: list[Piece] = []
    for left, right in pairwise(cuts):
        ids = {mark[2] for mark in here if mark[0] <= left and right <= mark[1]}
        rows = tuple(sorted(ids, key=lambda id: (KINDS.index(id.partition(":")[0]), id)))
        words = _one_line(article.text[left:right])
        if not words.strip():
            # Blanks between two marks are no link of their own.
            rows = pieces[-1].rows if pieces else ()
        if pieces and pieces[-1].rows == rows:
            pieces[-1] = Piece(pieces[-1].text + words, rows)
        elif words:
            pieces.append(Piece(words, rows))
    return tuple(pieces)


def _one_line(text: str) -> str:
    """Return words with runs of blanks as one, kept at the ends."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
