"""The tables of an archive: one a record class, and those that the store keeps for itself.

Tables of records have the columns that `fields.py` derives. A field with one participant has two
columns more, `<field>_actor_id` and `<field>_state`, which repeat what its JSON says so that they can
be indexed. Days are ISO text. Column names are the records' field names.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

from detente.records import (
    Actor,
    Article,
    Attitude,
    Event,
    Forecast,
    Link,
    Meeting,
    Mention,
    Position,
    Row,
    Statement,
)
from detente.store.fields import ColumnType, FieldSpec, fields_of

_TYPES: dict[ColumnType, type[Text | Integer | Float[float] | Boolean | JSON]] = {
    "text": Text,
    "integer": Integer,
    "float": Float,
    "boolean": Boolean,
    "json": JSON,
}
RECORDS: dict[type, str] = {
    Article: "article",
    Actor: "actor",
    Mention: "mention",
    Statement: "statement",
    Meeting: "meeting",
    Event: "event",
    Position: "position",
    Forecast: "forecast",
    Attitude: "attitude",
    Link: "link",
}
"""Record class to name of its table."""
ROW_KINDS: dict[str, type[Row]] = {
    "mention": Mention,
    "statement": Statement,
    "meeting": Meeting,
    "event": Event,
    "position": Position,
    "forecast": Forecast,
    "attitude": Attitude,
}
"""The kinds of rows that one article yields, by the name of their table."""
_INDEXED: dict[str, tuple[str, ...]] = {
    "article": ("published_start", "path", "url"),
    "actor": ("article", "name"),
    "mention": ("article", "actor_id"),
    "statement": ("article", "speaker_actor_id", "speaker_state", "date_start"),
    "meeting": ("article", "date_start"),
    "event": ("article", "date_start", "type"),
    "position": ("article", "actor_actor_id", "actor_state", "issue", "date_start"),
    "forecast": ("article", "forecaster_actor_id", "issue", "horizon_end"),
    "attitude": ("article", "actor_state", "toward_state"),
    "link": ("left", "right"),
}

metadata = MetaData()
"""All tables; migrations make them in a file, this says how they look when all have run."""


def _columns(field: FieldSpec) -> list[Column[Any]]:
    columns: list[Column[Any]] = [
        Column(spec.name, _TYPES[spec.type], primary_key=spec.name == "id", nullable=spec.nullable)
        for spec in field.columns
    ]
    if field.participants and field.single:
        columns += [Column(f"{field.name}_{part}", Text) for part in ("actor_id", "state")]
    return columns


def _record_table(record: type, *extra: Column[Any]) -> Table:
    name = RECORDS[record]
    columns: list[Column[Any]] = []
    for field in fields_of(record):
        if field.name == "article":
            nullable = field.columns[0].nullable
            columns.append(Column("article", Text, _article_key(), nullable=nullable))
        else:
            columns += _columns(field)
    indexes = [Index(f"ix_{name}_{column}", column) for column in _INDEXED[name]]
    return Table(name, metadata, *columns, *extra, *indexes)


def _article_key() -> ForeignKey:
    return ForeignKey("article.id", ondelete="CASCADE")


article = _record_table(
    Article,
    Column("text_sha", Text, nullable=False),
    Column("sentences", JSON, nullable=False),
    Column("published_read", JSON, nullable=False),
)
"""An article; `text_sha` is the SHA-256 of its text, `sentences` the ranges of its sentences once it
is built, `published_read` the five parts of the date as the page gives it: `published_*` may be
narrowed by the pipeline, and a rebuild starts from what was read."""
actor = _record_table(Actor)
"""Persons whom only one article knows."""
mention = _record_table(Mention)
"""Who is named where."""
statement = _record_table(Statement)
"""Who said what."""
meeting = _record_table(Meeting)
"""Who met whom."""
event = _record_table(Event)
"""Who did what to whom."""
position = _record_table(Position)
"""Where each stands."""
forecast = _record_table(Forecast)
"""What is said to come."""
attitude = _record_table(Attitude)
"""Who is for or against whom."""
link = _record_table(Link)
"""What relates rows of several articles."""
Index("ix_link_waiting", link.c.relation, link.c.decided_by, link.c.score)
Index("ix_link_relation", link.c.relation, link.c.id)

evidence = Table(
    "evidence",
    metadata,
    Column("article", Text, _article_key(), primary_key=True),
    Column("row_id", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("sentence", Integer, nullable=False),
    Column("sha", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Ranges that support rows, numbered from 0 within the row. The article comes first in the key, so that
what one article yields lies together and is written and deleted together. `kind` is the name of the
row's table. The words are not here: they are cut from the article; `sha` is the hash they must have."""

participant = Table(
    "participant",
    metadata,
    Column("article", Text, _article_key(), primary_key=True),
    Column("row_id", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("actor_id", Text),
    Column("state", Text),
    Column("name", Text, nullable=False),
    Index("ix_participant_actor_id", "actor_id"),
    Index("ix_participant_state", "state", "kind"),
    sqlite_with_rowid=False,
)
"""Who takes part in which row: `role` is the field (speaker, participants, actors ...), `n` the place
in it from 0, `kind` the name of the row's table."""

row_issue = Table(
    "row_issue",
    metadata,
    Column("article", Text, _article_key(), primary_key=True),
    Column("row_id", Text, primary_key=True),
    Column("issue", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Index("ix_row_issue_issue", "issue"),
    sqlite_with_rowid=False,
)
"""Which row is about which issue (`Issue.id`), out of `issue`, `issues` and `agenda`."""

sketch = Table(
    "sketch",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, _article_key(), primary_key=True),
    Index("ix_sketch_article", "article"),
    sqlite_with_rowid=False,
)
"""Hashes of some of an article's runs of words: articles that share several may be copies."""

telling = Table(
    "telling",
    metadata,
    Column("article", Text, _article_key(), primary_key=True),
    Column("day", Text),
    Column("terms", JSON, nullable=False),
    Index("ix_telling_day", "day"),
)
"""What an article tells, as stories compare it (`link.stories`); `day` is that of publication."""

story = Table(
    "story",
    metadata,
    Column("id", Text, primary_key=True),
    Column("first", Text),
    Column("last", Text),
    Column("size", Integer, nullable=False),
    Index("ix_story_first", "first", "id"),
    Index("ix_story_last", "last"),
)
"""A happening that articles tell: days of its first and last article, and how many it has. Which they
are is in `link` (`tells`, `may-tell`)."""

story_change = Table(
    "story_change",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("story", Text, nullable=False),
    Column("into", Text, nullable=False),
    Index("ix_story_change_story", "story"),
    Index("ix_story_change_into", "into"),
)
"""The log of stories (`StoryChange`), in order of `n`; lines are only ever added."""

work = Table(
    "work",
    metadata,
    Column("article", Text, _article_key(), primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    sqlite_with_rowid=False,
)
"""What was done with each article: `state` is done or failed, at which version of the stage."""

failure = Table(
    "failure",
    metadata,
    Column("input", Text, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What could not be read of which input (`input` is a path or address), `n` from 0 within it; `kind` is
the class of the error. An input that is read again takes the place of what is here."""

gone = Table(
    "gone",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("row_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("article", Text, nullable=False),
    Index("ix_gone_article", "article"),
)
"""Rows that were in lists and are in none any more, in order of `n` (`store.numbers`): what a rebuild
no longer yields. A row that comes back is taken out."""

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts on the archive itself: `schema`, the number of the last migration; `change`, that of the last
change (`store.numbers`)."""

OF_ARTICLE = (
    "evidence",
    "participant",
    "row_issue",
    "mention",
    "statement",
    "meeting",
    "event",
    "position",
    "forecast",
    "attitude",
    "actor",
    "sketch",
    "telling",
)
"""Tables whose rows one article yields and a rebuild replaces."""


def table_of(record: type) -> Table:
    """Return the table of a record class.

    >>> table_of(Meeting).name
    'meeting'
    """
    return metadata.tables[RECORDS[record]]
