"""What a search shows of a hit: the words that answer, where they are, and what the hits are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.query.desk import Desk, Reference, sentences_of
from detente.query.ranking import Sought, marked, score
from detente.query.refs import Ref
from detente.query.views import ArticleView
from detente.records import Forecast, Meeting, Participant, Position, Row, Statement
from detente.store import load_ids, own, tables
from detente.store.entries import entry, heading, listed

SearchKind = Literal["article", "statement", "meeting", "position", "forecast"]
_ROWS: dict[str, type[Row]] = {
    "statement": Statement,
    "meeting": Meeting,
    "position": Position,
    "forecast": Forecast,
}
FACETS = ("kind", "actor", "state", "issue", "outlet")
"""The fields that hits are counted by."""
_MOST = 12
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a search found, with the words of it that answer best."""

    kind: SearchKind
    """What it is."""
    id: str
    """Id of the row, or of the article."""
    text: str
    """The words: of a statement what was said, of a position or forecast the claim, of a meeting its
    sentence, of an article the sentence that answers best."""
    marks: tuple[tuple[int, int], ...]
    """Stretches of `text` that answer, in order."""
    ref: Ref
    """Where they are."""
    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character."""
    article: ArticleView
    """The article."""
    who: Participant | None
    """Who speaks, holds or foretells it; None for articles and meetings."""
    row: Statement | Meeting | Position | Forecast | None
    """The row; None for an article."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that some of the hits have."""

    field: str
    """One of `FACETS`; a field of the query language."""
    value: str
    """The value as the field takes it: an id, a code, a name."""
    label: str
    """As it is shown."""
    count: int
    """How many of the hits that were counted have it."""


def passages_of(
    conn: Connection,
    hits: Sequence[tuple[SearchKind, str, str]],
    desk: Desk,
    wanted: Sequence[Sought],
) -> list[Found]:
    """Return hits, given as kind, id and article, with the words of each that answer."""
    rows: dict[str, Any] = {}
    for kind, record in _ROWS.items():
        ids = [key for of, key, _ in hits if of == kind]
        rows |= {row.id: row for row in load_ids(conn, record, ids)} if ids else {}
    whole = _texts(conn, sorted({article for _, key, article in hits if _said(rows.get(key)) is None}))
    found: list[Found] = []
    for kind, key, article in hits:
        row = rows.get(key)
        text, sentences = whole.get(article, ("", ()))
        if row is None:
            number, start, end = _best(text, sentences, wanted)
        else:
            number, start, end = _place(row)
        said = " ".join((_said(row) or text[start:end]).split())
        found.append(
            Found(
                kind=kind,
                id=key,
                text=said,
                marks=marked(said, wanted),
                ref=desk.ref(article, number),
                start=start,
                end=end,
                article=desk.view(article),
                who=_who(row),
                row=row,
            )
        )
    return found


def _said(row: Any) -> str | None:
    if isinstance(row, Statement):
        return row.content
    return row.claim if isinstance(row, Position | Forecast) else None


def _who(row: Any) -> Participant | None:
    if isinstance(row, Statement):
        return row.speaker
    if isinstance(row, Position):
        return row.actor
    return row.forecaster if isinstance(row, Forecast) else None


def _place(row: Any) -> tuple[int, int, int]:
    """Return the sentence of a row and where its words are: those of its content, else all of them."""
    number = sentences_of(row)[0]
    told = [item for item in row.evidence if item.role == "content"]
    told = told or [item for item in row.evidence if item.role == "row"] or list(row.evidence)
    return number, min(item.start for item in told), max(item.end for item in told)


def _best(
    text: str, sentences: Sequence[tuple[int, int]], wanted: Sequence[Sought]
) -> tuple[int, int, int]:
    """Return the sentence of an article that answers best, the first of several."""
    if not sentences:
        return -1, 0, min(len(text), 300)
    ranked = [
        (-score(text[start:end], wanted), n, start, end) for n, (start, end) in enumerate(sentences, 1)
    ]
    _, number, start, end = min(ranked)
    return number, start, end


def _texts(
    conn: Connection, articles: Sequence[str]
) -> dict[str, tuple[str, tuple[tuple[int, int], ...]]]:
    """Return the texts of articles and the ranges of their sentences."""
    article = tables.article.c
    found: dict[str, tuple[str, tuple[tuple[int, int], ...]]] = {}
    for first in range(0, len(articles), _CHUNK):
        query = sa.select(article.id, article.text, article.sentences)
        chosen = query.where(article.id.in_(articles[first : first + _CHUNK]))
        for key, text, ranges in conn.execute(chosen):
            found[key] = text, tuple((start, end) for start, end in ranges or ())
    return found


def facets_of(
    conn: Connection,
    reference: Reference,
    headed: Mapping[tuple[str, str], int],
    kinds: Mapping[str, int],
    samples: Mapping[str, str],
) -> tuple[Facet, ...]:
    """Return what hits are about, given how many stand under which heading; most first in a field.

    `samples` has an article of each outlet: it says how the outlet writes its name.
    """
    found = [Facet("kind", kind, kind, count) for kind, count in _most(kinds)]
    for field in FACETS[1:]:
        counts = {value: count for (of, value), count in headed.items() if of == field}
        chosen = _most(counts)
        values = [value for value, _ in chosen]
        if field == "outlet":
            labels = _spelled(conn, {value: samples[value] for value in values})
        else:
            labels = labels_of(conn, reference, field, values)
        found += [Facet(field, value, labels.get(value, value), count) for value, count in chosen]
    return tuple(found)


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]


def labels_of(
    conn: Connection, reference: Reference, field: str, values: Sequence[str]
) -> dict[str, str]:
    """Return the names that values are shown under."""
    if field == "state":
        return {value: reference.states.get(value, value) for value in values}
    if field == "issue":
        return {value: reference.issue_name(value) for value in values}
    if field == "outlet":
        return _outlets(conn, values)
    names = {value: reference.actor_names[value] for value in values if value in reference.actor_names}
    actor, shown = tables.actor.c, own.identity.c
    part = tables.participant.c
    for value in values:
        if value not in names and not value.startswith("local:"):
            query = sa.select(part.name).where(part.actor_id == value).limit(1)
            names[value] = conn.scalar(query) or value
    for column, name in ((actor.id, actor.name), (shown.actor.label("id"), shown.name)):
        query = sa.select(column, name).where(column.in_(list(values)))
        names |= {one.id: one.name for one in conn.execute(query)}
    return names


def _spelled(conn: Connection, samples: Mapping[str, str]) -> dict[str, str]:
    """Return outlets as the article that is given for each writes them."""
    article = tables.article.c
    query = sa.select(article.id, article.outlet).where(article.id.in_(list(samples.values())))
    written = {row.id: row.outlet for row in conn.execute(query)}
    return {value: name for value, key in samples.items() if (name := written.get(key))}


def _outlets(conn: Connection, values: Sequence[str]) -> dict[str, str]:
    """Return outlets as one of their articles writes them."""
    return {value: written for value in values if (written := outlet_named(conn, value))}


def outlet_named(conn: Connection, outlet: str) -> str | None:
    """Return the name of an outlet as it is printed, given in any case of letters; None for none."""
    query = (
        sa.select(tables.article.c.outlet)
        .join(entry, entry.c.article == tables.article.c.id)
        .join(listed, listed.c.n == entry.c.n)
        .join(heading, heading.c.id == listed.c.heading)
        .where(heading.c.kind == "article", heading.c.field == "outlet")
        .where(heading.c.value == outlet.casefold())
        .limit(1)
    )
    return conn.execute(query).scalar()
