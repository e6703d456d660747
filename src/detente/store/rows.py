"""Records become rows of tables and rows become records again, by the rules of `fields.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256
from operator import attrgetter
from typing import Any

from detente.errors import EvidenceError
from detente.records import Article, Evidence, Extraction, Participant, Row
from detente.store.fields import FieldSpec, fields_of, to_json, when_values
from detente.store.tables import RECORDS, ROW_KINDS

Values = tuple[Any, ...]
Batch = dict[str, list[Values]]
"""Rows to write: name of a table to values in the order of `columns_of`. Plain values only, so that a
worker process can hand it over cheaply."""

STORE_COLUMNS: dict[str, tuple[str, ...]] = {
    "evidence": ("row_id", "n", "kind", "article", "start", "end", "role", "sentence", "sha"),
    "participant": ("row_id", "role", "n", "kind", "article", "actor_id", "state", "name"),
    "row_issue": ("row_id", "issue", "kind", "article"),
    "sketch": ("hash", "article"),
    "telling": ("article", "day", "terms"),
}
"""Columns of the tables that are no record's, as a batch gives them."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How records of one class are written and read."""

    record: type
    """The class."""
    kind: str
    """Name of its table."""
    columns: tuple[str, ...]
    """Columns in the order of `encode`."""
    encode: Callable[[Any], Values]
    """A record to values."""
    decode: Callable[[Sequence[Any], Any], Any]
    """Values, in the order of `columns`, and the evidence to a record. Evidence is a tuple, or one or
    None for a field that holds a single range; JSON columns come parsed."""
    people: tuple[tuple[str, bool], ...]
    """Fields that hold participants, and whether they hold one only."""
    issues: tuple[str, ...]
    """Fields that hold issues."""


def codec_of(record: type) -> Codec:
    """Return the codec of a record class that has a table.

    >>> from detente.records import Actor
    >>> actor = Actor("local:1", "person", "Ann Alpha", "DNK")
    >>> codec_of(Actor).decode(codec_of(Actor).encode(actor), ()) == actor
    True
    """
    return _CODECS[record]


def _codec(record: type) -> Codec:
    fields = fields_of(record)
    # Scalars first: one attrgetter takes them all at the speed of C.
    plain = [field for field in fields if field.shape == "scalar"]
    other = [field for field in fields if field.shape in ("when", "json")]
    take = attrgetter(*(field.name for field in plain))
    takes = tuple((attrgetter(field.name), _encoder(field)) for field in other)
    columns = [field.name for field in plain]
    for field in other:
        columns += [column.name for column in field.columns]
        if field.participants and field.single:
            columns += [f"{field.name}_actor_id", f"{field.name}_state"]

    def encode(value: Any) -> Values:
        values = take(value)
        for get, encode_field in takes:
            values += encode_field(get(value))
        return values

    readers: list[tuple[str, int, int, FieldSpec]] = []
    for field in fields:
        first = columns.index(field.columns[0].name) if field.columns else 0
        readers.append((field.name, first, first + len(field.columns), field))

    def decode(values: Sequence[Any], evidence: Any) -> Any:
        return record(
            **{
                name: evidence if field.shape == "evidence" else field.decode(values[first:last])
                for name, first, last, field in readers
            }
        )

    return Codec(
        record=record,
        kind=RECORDS[record],
        columns=tuple(columns),
        encode=encode,
        decode=decode,
        people=tuple((field.name, field.single) for field in fields if field.participants),
        issues=tuple(f.name for f in fields if f.name in ("issue", "issues", "agenda")),
    )


def _encoder(field: FieldSpec) -> Callable[[Any], Values]:
    if not (field.participants and field.single):
        return field.encode
    encode = field.encode

    def with_actor(value: Participant | None) -> Values:
        if value is None:
            return (None, None, None)
        return (*encode(value), value.actor_id, value.state)

    return with_actor


_CODECS: dict[type, Codec] = {record: _codec(record) for record in RECORDS}


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table in the order in which a batch gives their values."""
    if table in STORE_COLUMNS:
        return STORE_COLUMNS[table]
    record = next(record for record, name in RECORDS.items() if name == table)
    extra = ("text_sha", "sentences", "published_read") if table == "article" else ()
    return codec_of(record).columns + extra


def quote_sha(quote: str) -> str:
    """Return the hash under which the words of an evidence range are kept: BLAKE2b, 8 bytes.

    >>> quote_sha("")
    'e4a6a0577479b2b4'
    """
    return blake2b(quote.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def text_sha(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def encode_article(article: Article) -> Batch:
    """Return the rows of an article as it was read: its own and those of its evidence.

    Raises EvidenceError when its evidence is not where it says it is.
    """
    batch: Batch = {"article": [], "evidence": []}
    read = to_json(list(when_values(article.published)))
    batch["article"].append((*codec_of(Article).encode(article), text_sha(article.text), "[]", read))
    if article.cut_off_evidence is not None:
        batch["evidence"] += _evidence(article, "article", article.id, (article.cut_off_evidence,))
    return batch


def encode_extraction(extraction: Extraction) -> Batch:
    """Return the rows that an article yields, those of the article itself not among them.

    A second row with the id of an earlier one says the same thing again and is left out. Raises
    EvidenceError when a row's words are not where its evidence says they are, or it has none.
    """
    article = extraction.article
    batch: Batch = {name: [] for name in (*STORE_COLUMNS, *ROW_KINDS, "actor")}
    batch["actor"] = [codec_of(type(actor)).encode(actor) for actor in extraction.actors]
    for kind, rows in _rows_by_kind(extraction):
        encode_rows(article, kind, rows, batch)
    return batch


def _rows_by_kind(extraction: Extraction) -> Iterable[tuple[str, Sequence[Row]]]:
    yield "mention", extraction.mentions
    yield "statement", extraction.statements
    yield "meeting", extraction.meetings
    yield "event", extraction.events
    yield "position", extraction.positions
    yield "forecast", extraction.forecasts
    yield "attitude", extraction.attitudes


def encode_rows(article: Article, kind: str, rows: Iterable[Row], batch: Batch) -> None:
    """Add the rows of one kind to a batch, with their evidence, participants and issues."""
    codec = codec_of(ROW_KINDS[kind])
    encode, out, people = codec.encode, batch[kind], batch["participant"]
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            continue
        seen.add(row.id)
        out.append(encode(row))
        batch["evidence"] += _evidence(article, kind, row.id, row.evidence)
        for role, single in codec.people:
            value = getattr(row, role)
            members = (value,) if single and value is not None else value or ()
            people += [
                (row.id, role, n, kind, article.id, one.actor_id, one.state, one.name)
                for n, one in enumerate(members)
            ]
        if codec.issues:
            batch["row_issue"] += [
                (row.id, issue, kind, article.id) for issue in _issues(row, codec.issues)
            ]


def _issues(row: Row, fields: Iterable[str]) -> Iterable[str]:
    """Return the issues a row names, each once; an agenda also holds words that are no issue."""
    found: dict[str, None] = {}
    for field in fields:
        value = getattr(row, field)
        for item in (value,) if isinstance(value, str) else value or ():
            if item.startswith("issue:"):
                found[item] = None
    return found


def _evidence(
    article: Article, kind: str, row_id: str, evidence: Sequence[Evidence]
) -> Iterable[Values]:
    if not evidence:
        raise EvidenceError(f"{row_id} of article {article.path!r} has no evidence")
    text = article.text
    rows = []
    for n, item in enumerate(evidence):
        start, end, quote = item.start, item.end, item.quote
        if not 0 <= start < end or text[start:end] != quote:
            raise EvidenceError(
                f"{row_id} of article {article.path!r}: characters {start} to {end} are not {quote!r}"
            )
        sha = quote_sha(quote)
        rows.append((row_id, n, kind, article.id, start, end, item.role, item.sentence, sha))
    return rows
