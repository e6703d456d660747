"""An id or a reference becomes what it names: an article, a sentence, or a row, with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import desk_for, extractions
from detente.query.desk import Desk, Reference
from detente.query.names import article_id, beginning
from detente.query.refs import Ref, parse_ref
from detente.query.views import ArticleView
from detente.records import Article, EvidenceRole, Extraction, Found, Row
from detente.store import load_ids, sentences_of, tables

_AROUND = 1
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Words within a passage that a row rests on."""

    start: int
    """First character, in `Passage.text`."""
    end: int
    """One past the last character."""
    role: EvidenceRole
    """What they show."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article, or words outside them, with the words that are evidence marked."""

    ref: Ref
    """Where it is."""
    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character."""
    text: str
    """The words as printed."""
    told: bool
    """Whether it is what was asked for, not only the context of it."""
    marks: tuple[Mark, ...]
    """What to highlight, in order."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an id or a reference names."""

    article: ArticleView
    """The article it is in."""
    row: Row | None
    """The row; None for an article or a sentence."""
    rows: tuple[Row, ...]
    """For a sentence, the rows that rest on it; for an article, all its rows but mentions."""
    passages: tuple[Passage, ...]
    """Sentences in order: of an article all, else the ones meant and one on each side."""
    found: tuple[Found, ...] = ()
    """Of an article, how its title, authors, outlet, day and address were found."""


def show(conn: Connection, reference: Reference, text: str) -> Shown:
    """Return what a short id, a reference (`1f3a:12`), a row's id or a beginning of one names.

    Raises UnknownName when nothing is called so, and when several things are; the message lists them.
    """
    parsed = parse_ref(text)
    if parsed and parsed[1] is not None:
        return _sentence(conn, reference, article_id(conn, text), parsed[1])
    row = _row(conn, text)
    if row is not None:
        return _of_row(conn, reference, row)
    return _article(conn, reference, article_id(conn, text))


def show_extraction(extraction: Extraction, desk: Desk) -> Shown:
    """Return an article with all its sentences and rows, archive or not."""
    article = extraction.article
    numbers = range(1, len(extraction.sentences) + 1)
    rows = tuple(row for row in extraction.rows() if not row.id.startswith("mention:"))
    passages = tuple(_passages(desk, article, extraction.sentences, numbers, set(), ()))
    return Shown(desk.view(article.id), None, rows, passages, article.found)


def _article(conn: Connection, reference: Reference, key: str) -> Shown:
    desk = desk_for(conn, [key], reference)
    return show_extraction(extractions(conn, [key])[0], desk)


def _sentence(conn: Connection, reference: Reference, key: str, number: int) -> Shown:
    extraction = extractions(conn, [key])[0]
    desk = desk_for(conn, [key], reference)
    article = extraction.article
    count = len(extraction.sentences)
    rows = tuple(
        row
        for row in extraction.rows()
        if any(item.sentence == number for item in row.evidence) and not row.id.startswith("mention:")
    )
    if number == -1:
        passages = tuple(_outside(desk, article, rows))
        if not passages:
            raise UnknownName(
                f"no evidence outside the sentences of article {desk.short[key]}", "name a sentence"
            )
    elif 1 <= number <= count:
        numbers = range(max(1, number - _AROUND), min(count, number + _AROUND) + 1)
        passages = tuple(_passages(desk, article, extraction.sentences, numbers, {number}, rows))
    else:
        raise UnknownName(
            f"no sentence {number} in article {desk.short[key]}", f"its sentences are 1 to {count}"
        )
    return Shown(desk.view(key), None, rows, passages)


def _of_row(conn: Connection, reference: Reference, row: Row) -> Shown:
    desk = desk_for(conn, [row.article], reference)
    article = desk.articles[row.article]
    sentences = sentences_of(conn, row.article)
    told = {item.sentence for item in row.evidence if item.sentence > 0}
    near = {n for number in told for n in range(number - _AROUND, number + _AROUND + 1)}
    numbers = sorted(n for n in near if 1 <= n <= len(sentences))
    passages = list(_passages(desk, article, sentences, numbers, told, (row,)))
    if any(item.sentence < 1 for item in row.evidence):
        passages += [
            Passage(desk.ref(article.id, -1), item.start, item.end, item.quote, True, ())
            for item in row.evidence
            if item.sentence < 1
        ]
    return Shown(desk.view(row.article), row, (), tuple(passages))


def _passages(
    desk: Desk,
    article: Article,
    sentences: Sequence[tuple[int, int]],
    numbers: Sequence[int],
    told: set[int],
    rows: Sequence[Row],
) -> list[Passage]:
    found: list[Passage] = []
    for number in numbers:
        start, end = sentences[number - 1]
        found.append(
            Passage(
                ref=desk.ref(article.id, number),
                start=start,
                end=end,
                text=article.text[start:end],
                told=number in told,
                marks=_marks(start, end, rows) if number in told else (),
            )
        )
    return found


def _outside(desk: Desk, article: Article, rows: Sequence[Row]) -> list[Passage]:
    """Return the words outside the sentences that rows rest on, captions, and what cuts it off."""
    spans = {(item.start, item.end) for row in rows for item in row.evidence if item.sentence < 1}
    spans |= {(caption.start, caption.end) for caption in article.captions}
    if article.cut_off_evidence and article.cut_off_evidence.sentence < 1:
        spans.add((article.cut_off_evidence.start, article.cut_off_evidence.end))
    return [
        Passage(desk.ref(article.id, -1), start, end, article.text[start:end], True, ())
        for start, end in sorted(spans)
    ]


def _marks(start: int, end: int, rows: Sequence[Row]) -> tuple[Mark, ...]:
    """Return the evidence inside a sentence; a range that is all of it marks nothing."""
    marks = {
        Mark(max(item.start, start) - start, min(item.end, end) - start, item.role)
        for row in rows
        for item in row.evidence
        if item.role != "row" and item.start < end and start < item.end
    }
    if not marks:
        marks = {
            Mark(max(item.start, start) - start, min(item.end, end) - start, item.role)
            for row in rows
            for item in row.evidence
            if item.start < end and start < item.end and (item.start > start or item.end < end)
        }
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.role)))


def _row(conn: Connection, text: str) -> Row | None:
    """Return the row whose id begins with a text; the kind may be left out."""
    kind, _, digits = text.strip().strip("[]").rpartition(":")
    if kind and kind not in tables.ROW_KINDS:
        return None
    if not digits or any(digit not in "0123456789abcdef" for digit in digits.lower()):
        return None
    found: list[tuple[str, str]] = []
    for name in [kind] if kind else tables.ROW_KINDS:
        column = tables.metadata.tables[name].c.id
        query = beginning(column, f"{name}:{digits.lower()}").limit(_NEAR)
        found += [(name, key) for key in conn.scalars(query)]
    if not kind and found:
        column = tables.article.c.id
        query = beginning(column, f"article:{digits.lower()}").limit(_NEAR)
        articles = list(conn.scalars(query))
        if articles:
            # A short id is what every line ends in, so an article goes before rows.
            return None
    if kind and not found:
        raise UnknownName(f"no row {text!r} in the archive", "`--json` on a list prints the ids")
    if len(found) > 1:
        raise UnknownName(
            f"{text!r} is the beginning of several: {', '.join(key for _, key in found)}",
            "write more digits",
        )
    if not found:
        return None
    name, key = found[0]
    rows: list[Row] = load_ids(conn, tables.ROW_KINDS[name], [key])
    return rows[0]
