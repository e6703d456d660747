"""Words become passages of an archive: sentences and statements, each with its reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for
from detente.query.desk import Reference
from detente.query.refs import Ref
from detente.query.times import reported_by, within
from detente.query.views import ArticleView
from detente.records import Statement
from detente.store import load_ids, search

_POOL = 500
"""Passages that are looked at when filters leave some out."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that has the words."""

    kind: Literal["sentence", "statement"]
    """Which of the two it is."""
    text: str
    """The passage, as printed."""
    ref: Ref
    """Where it is."""
    start: int
    """First character, in `Article.text`."""
    end: int
    """One past the last character."""
    article: ArticleView
    """The article."""
    statement: Statement | None
    """The statement; None for a sentence."""
    rank: float
    """The larger, the better; comparable within one search only."""


def find(
    conn: Connection,
    reference: Reference,
    words: str,
    *,
    kind: Literal["sentence", "statement"] | None = None,
    by: tuple[str, ...] = (),
    outlet: str | None = None,
    article: str | None = None,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    limit: int = 20,
) -> list[Found]:
    """Return the passages with all the words, best first.

    The words may hold "quoted phrases", OR, -word and word*. Of a sentence and a statement in it only
    the statement is kept, unless a kind is asked for. `by` keeps statements of these `Actor.id`s, and
    no sentences; `since` and `until` bound the day of publication.
    """
    kind = "statement" if by else kind
    hits = search(conn, words, kind=kind, limit=_POOL, article=article)
    desk = desk_for(conn, (hit.article for hit in hits), reference)
    said = {row.id: row for row in load_ids(conn, Statement, (h.row_id for h in hits if h.row_id))}
    spoken = {(hit.article, hit.sentence) for hit in hits if hit.kind == "statement"}
    found: list[Found] = []
    for hit in hits:
        statement = said.get(hit.row_id or "")
        printed = desk.articles[hit.article]
        if (
            (kind is None and hit.kind == "sentence" and (hit.article, hit.sentence) in spoken)
            or (by and (statement is None or statement.speaker.actor_id not in by))
            or (outlet and (printed.outlet or "").casefold() != outlet.casefold())
            or not within(printed.published, since, until)
            or not reported_by(printed.published, as_of)
        ):
            continue
        found.append(
            Found(
                kind=hit.kind,
                text=hit.text,
                ref=desk.ref(hit.article, hit.sentence),
                start=hit.start,
                end=hit.end,
                article=desk.view(hit.article),
                statement=statement,
                rank=hit.rank,
            )
        )
    return found[:limit]
