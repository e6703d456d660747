"""What outlets and speakers call the state of a relationship: attributed assessments, never a score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.knowledge.verdicts import Direction, verdict_of, verdict_words
from detente.query.archived import bare_desk_for
from detente.query.desk import Desk, Reference
from detente.query.refs import Ref
from detente.query.relationship import articles_on
from detente.query.sentences import sentences_in
from detente.query.times import reported_by, within
from detente.query.views import ArticleView, Reports
from detente.records import Statement, When
from detente.store import load, tables
from detente.store.entries import entry
from detente.store.search import WORD, Phrase, Some, matching

_CHUNK = 300
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Assessment:
    """A sentence that says how two states get on, and whose word it is."""

    direction: Direction
    """better, worse, or mixed where it says both."""
    words: tuple[str, ...]
    """The words that say so."""
    sentence: str
    """The sentence, verbatim."""
    speaker: str | None
    """Who says it; None where the outlet does in its own words."""
    statement: str | None
    """`Statement.id` of the speaker's words."""
    authors: tuple[str, ...]
    """Who signs the article."""
    article: ArticleView
    """The first article that printed it."""
    reported: When
    """When that was."""
    reports: Reports
    """Who printed it: reprints are of one origin."""
    refs: tuple[Ref, ...]
    """Where."""


def assessments(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    among: Sequence[str] | None = None,
) -> list[Assessment]:
    """Return the verdicts on two states (ISO 3166-1 alpha-3), in order of publication.

    A sentence counts that names both or, in an article that names no third state as often, none but
    them. Days are those of publication. A verdict in other words than the table's is not found. With
    `among`, only these articles are read.
    """
    chosen = set(articles_on(conn, reference, left, right) if among is None else among)
    found = _candidates(conn, chosen)
    named = _states_named(conn, reference, sorted({article for article, _, _ in found}))
    told = [
        (article, number, text)
        for article, number, text in found
        if _is_theirs(named[article], number, {left, right}) and verdict_of(text)
    ]
    desk = bare_desk_for(conn, {article for article, _, _ in told}, reference)
    told = [
        one
        for one in told
        if within(desk.articles[one[0]].published, since, until)
        and reported_by(desk.articles[one[0]].published, as_of)
    ]
    said = _said(conn, sorted({article for article, _, _ in told}))
    return _folded(told, said, desk)


def _candidates(conn: Connection, chosen: set[str]) -> list[tuple[str, int, str]]:
    """Return article, number and text of the sentences that hold one of the words."""
    words = sorted({word.split()[0].lower() for word in verdict_words()})
    asked = Some(tuple(Phrase(tuple(WORD.findall(word)), begins=True) for word in words))
    there = chosen
    if len(chosen) > _CHUNK:
        holding = sa.select(entry.c.row_id).where(
            entry.c.kind == "article", entry.c.n.in_(matching(conn, asked))
        )
        there = chosen & set(conn.scalars(holding))
    hint = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
    return [
        (article, number, text)
        for (article, number), text in sentences_in(conn, there).items()
        if hint.search(text)
    ]


def _states_named(
    conn: Connection, reference: Reference, articles: Sequence[str]
) -> dict[str, dict[int, Counter[str]]]:
    """Return how often each state is named in which sentence of which article."""
    mention = tables.mention.c
    found: dict[str, dict[int, Counter[str]]] = {article: {} for article in articles}
    for first in range(0, len(articles), _CHUNK):
        query = sa.select(mention.article, mention.sentence, mention.actor_id).where(
            mention.article.in_(articles[first : first + _CHUNK]), mention.actor_id.is_not(None)
        )
        for article, number, actor in conn.execute(query):
            if state := reference.state_of_actor(actor):
                found[article].setdefault(number, Counter())[state] += 1
    return found


def _is_theirs(named: dict[int, Counter[str]], number: int, pair: set[str]) -> bool:
    here = set(named.get(number, ()))
    if pair <= here:
        return True
    if here - pair:
        return False
    counts: Counter[str] = Counter()
    for one in named.values():
        counts.update(one)
    return {state for state, _ in counts.most_common(_PAIR)} == pair


def _said(conn: Connection, articles: Sequence[str]) -> dict[tuple[str, int], list[Statement]]:
    found: dict[tuple[str, int], list[Statement]] = {}
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        for row in load(conn, Statement, tables.statement.c.article.in_(chunk)):
            for number in {item.sentence for item in row.evidence if item.role == "content"}:
                found.setdefault((row.article, number), []).append(row)
    return found


def _folded(
    told: Sequence[tuple[str, int, str]],
    said: dict[tuple[str, int], list[Statement]],
    desk: Desk,
) -> list[Assessment]:
    """Return one assessment for each sentence of one origin, in order of publication."""
    groups: dict[tuple[str, str], list[tuple[str, int, str]]] = {}
    for one in sorted(told, key=lambda one: (*desk.order(one[0]), one[1])):
        article, _, text = one
        groups.setdefault((desk.origins[article], " ".join(text.split()).casefold()), []).append(one)
    return [_assessment(group, said, desk) for group in groups.values()]


def _assessment(
    group: Sequence[tuple[str, int, str]],
    said: dict[tuple[str, int], list[Statement]],
    desk: Desk,
) -> Assessment:
    article, number, text = group[0]
    verdict = verdict_of(text)
    assert verdict is not None
    own = next(
        (
            row
            for row in said.get((article, number), ())
            if row.speaker.name and any(word in row.content for word in verdict.words)
        ),
        None,
    )
    return Assessment(
        direction=verdict.direction,
        words=verdict.words,
        sentence=" ".join(text.split()),
        speaker=own.speaker.name if own else None,
        statement=own.id if own else None,
        authors=desk.articles[article].authors,
        article=desk.view(article),
        reported=desk.articles[article].published,
        reports=desk.reports(one for one, _, _ in group),
        refs=tuple(desk.ref(one, at) for one, at, _ in group),
    )
