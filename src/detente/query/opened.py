"""One thing of an archive, opened: a meeting, remark, position, forecast or act with all its reports.

What other rows belong to it is read along its links, so that nothing but it is loaded. Every report
comes with its sentence and its article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.query.archived import bare_desk_for
from detente.query.desk import Desk, Reference, sentences_of
from detente.query.encounters import encounters
from detente.query.ends import of_relation
from detente.query.folding import acts, outlooks, sayings, stands
from detente.query.outcomes import with_outcomes
from detente.query.refs import Ref
from detente.query.times import reported_by
from detente.query.views import Act, ArticleView, Encounter, Outlook, Saying, Stand
from detente.records import (
    Event,
    Forecast,
    Link,
    Meeting,
    Participant,
    Position,
    Row,
    Statement,
    When,
)
from detente.store import load, load_ids, tables, texts_of
from detente.store import sentences_of as ranges_in
from detente.store.correcting import Corrected, corrections

Item = Encounter | Saying | Stand | Outlook | Act
_MOST_ROWS = 200
"""Reports of one thing that are looked at."""
_MOST_SAID = 8
_LINKS = {"meeting": "same-meeting", "statement": "same-statement"}
_KINDS: dict[str, type[Row]] = {
    "meeting": Meeting,
    "statement": Statement,
    "position": Position,
    "forecast": Forecast,
    "event": Event,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells something, and who printed it."""

    ref: Ref
    """Where it is."""
    words: str
    """The sentence, as printed; of words outside sentences, they alone."""
    article: ArticleView
    """The article."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One thing with all its reports."""

    item: Item
    """The thing."""
    tellings: tuple[Telling, ...]
    """Its sentences, in order of publication."""
    said: tuple[Statement, ...]
    """Of a meeting: what those who were there said that day, in the articles that tell it."""
    corrected: tuple[Corrected, ...] = ()
    """What readers corrected in any of its reports, in the order in which they did."""


def opened(conn: Connection, reference: Reference, id: str, *, as_of: date | None = None) -> Opened:
    """Return what a row's id names, with the reports that are linked to it and were out by a day.

    Raises UnknownName for an id that the archive has not, and for what was printed later.
    """
    kind = id.partition(":")[0]
    record = _KINDS.get(kind)
    if record is None:
        raise UnknownName(f"{id!r} is no row that can be opened", f"rows are {', '.join(_KINDS)}")
    ids, links = _linked(conn, id, _LINKS.get(kind))
    rows: list[Row] = load_ids(conn, record, ids)
    if not any(row.id == id for row in rows):
        raise UnknownName(f"no row {id!r} in the archive", "`.json` of a list has the ids")
    desk = bare_desk_for(conn, (row.article for row in rows), reference)
    out = [row for row in rows if reported_by(desk.articles[row.article].published, as_of)]
    if not any(row.id == id for row in out):
        if not out:
            raise UnknownName(f"nothing of {id} was printed by {as_of}", "ask as of a later day")
        id = out[0].id
    item = _item(conn, id, out, links, desk)
    same = set(item.same) if not isinstance(item, Encounter) else {row.id for row in item.rows}
    shown = [row for row in out if row.id in same]
    said = _said(conn, item) if isinstance(item, Encounter) else ()
    judged = corrections(conn, [row.id for row in shown])
    return Opened(item, tuple(_tellings(conn, shown, desk)), said, tuple(judged))


def _linked(conn: Connection, id: str, relation: str | None) -> tuple[list[str], list[Link]]:
    """Return the ids of the rows that links join to one, and the links."""
    found: dict[str, None] = {id: None}
    links: dict[str, Link] = {}
    edge = [id]
    link = tables.link.c
    while relation and edge and len(found) < _MOST_ROWS:
        both = sa.or_(link.left.in_(edge), link.right.in_(edge))
        near = load(conn, Link, of_relation(relation), both)
        links |= {one.id: one for one in near}
        ends = [end for one in near for end in (one.left, one.right)]
        edge = [end for end in dict.fromkeys(ends) if end not in found][:_MOST_ROWS]
        found |= dict.fromkeys(edge)
    return list(found), list(links.values())


def told_with(conn: Connection, row: str) -> list[str]:
    """Return the ids of the rows that links join to a meeting or remark, it itself not among them."""
    found, _ = _linked(conn, row, _LINKS.get(row.partition(":")[0]))
    return [one for one in found if one != row]


def _item(conn: Connection, id: str, rows: Sequence[Row], links: Sequence[Link], desk: Desk) -> Item:
    found: list[Item] = []
    if id.startswith("meeting:"):
        met = encounters((row for row in rows if isinstance(row, Meeting)), links, desk)
        found = [one for one in met if any(row.id == id for row in one.rows)]
    elif id.startswith("statement:"):
        told = (row for row in rows if isinstance(row, Statement))
        found = [one for one in sayings(told, desk, _no_side, links) if id in one.same]
    elif id.startswith("position:"):
        found = [*stands((row for row in rows if isinstance(row, Position)), desk)]
    elif id.startswith("forecast:"):
        made = outlooks((row for row in rows if isinstance(row, Forecast)), desk, When())
        found = [*with_outcomes(conn, made, desk.reference)]
    else:
        found = [*acts((row for row in rows if isinstance(row, Event)), desk)]
    return found[0]


def _no_side(_: Participant) -> None:
    return None


def _tellings(conn: Connection, rows: Sequence[Row], desk: Desk) -> list[Telling]:
    """Return each sentence that rows rest on once, in order of publication."""
    found: dict[tuple[str, int], str] = {}
    for row in rows:
        quotes = {one.sentence: one.quote for one in row.evidence if one.role == "row"}
        for number in sentences_of(row):
            words = quotes.get(number) or next((e.quote for e in row.evidence), "")
            found.setdefault((row.article, number), words)
    whole = sentence_texts(conn, [at for at in found if at[1] > 0])
    ordered = sorted(found, key=lambda at: (*desk.order(at[0]), at[1] if at[1] > 0 else 1 << 30))
    return [
        Telling(desk.ref(*at), " ".join(whole.get(at, found[at]).split()), desk.view(at[0]))
        for at in ordered
    ]


def sentence_texts(conn: Connection, wanted: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return sentences by article and number, as printed; those that are not there are left out."""
    texts = texts_of(conn, {article for article, _ in wanted})
    ranges = {article: ranges_in(conn, article) for article in texts}
    return {
        (article, number): texts[article][slice(*ranges[article][number - 1])]
        for article, number in wanted
        if article in texts and 1 <= number <= len(ranges[article])
    }


def _said(conn: Connection, item: Encounter) -> tuple[Statement, ...]:
    """Return what those who met said on that day, in the articles that tell of the meeting."""
    day = item.date.start
    people = {one.actor_id for one in item.participants if one.kind == "person" and one.actor_id}
    if day is None or not people or item.date.end != day:
        return ()
    statement = tables.statement.c
    rows = load(
        conn,
        Statement,
        statement.article.in_(sorted({row.article for row in item.rows})),
        statement.date_start == day.isoformat(),
        statement.speaker_actor_id.in_(sorted(people)),
        limit=_MOST_SAID * 4,
    )
    direct = sorted(rows, key=lambda row: (row.kind != "direct", -len(row.content), row.id))
    return tuple(direct[:_MOST_SAID])
