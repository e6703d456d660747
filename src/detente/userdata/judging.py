"""A reader's judgements and registry, written: who is who, and terms laid over ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.knowledge.registry import Registry
from detente.knowledge.registry_export import day
from detente.knowledge.registry_layer import Layer
from detente.knowledge.roles import office_titles
from detente.knowledge.states import states
from detente.records import Judgement, make_id
from detente.store import own, own_layer, tables
from detente.store.entries import entry
from detente.store.search import WORD, Phrase, Some, matching
from detente.store.writing import EXTRACT, LINK

_CHUNK = 500
Verdict = Literal["same", "different", "name"]
"""What a reader can say."""


def judge_same(conn: Connection, kept: Sequence[str], others: Sequence[str]) -> list[Judgement]:
    """Write that these actors are one, shown as the first; what was said of them before is replaced.

    Raises UnknownName when both are the same already by their ids.
    """
    first = kept[0]
    rest = [one for one in dict.fromkeys((*kept[1:], *others)) if one != first]
    if not rest or not set(others) - set(kept):
        raise UnknownName(f"{first} is one with itself already", "name two actors")
    return [_judge(conn, "same", first, other) for other in rest]


def judge_different(conn: Connection, left: Sequence[str], right: Sequence[str]) -> list[Judgement]:
    """Write that no actor of the one is any of the other; a merge of them is undone.

    Raises UnknownName when the same actor is among both.
    """
    if both := set(left) & set(right):
        raise UnknownName(f"{sorted(both)[0]} is among both", "name each by its id")
    return [_judge(conn, "different", one, other) for one in left for other in right]


def judge_name(conn: Connection, actors: Sequence[str], name: str) -> list[Judgement]:
    """Write under which name actors are shown; an empty name brings back the one they had."""
    name = " ".join(name.split())
    return [_judge(conn, "name", one, None, name or None) for one in actors]


def forget(conn: Connection, judged: Iterable[str]) -> int:
    """Delete judgements by their ids; return how many there were."""
    gone = 0
    for chunk in _chunks(list(judged)):
        gone += conn.execute(sa.delete(own.judgement).where(own.judgement.c.id.in_(chunk))).rowcount
    return gone


def _judge(
    conn: Connection, verdict: Verdict, left: str, right: str | None, name: str | None = None
) -> Judgement:
    """Write one verdict; it replaces the earlier one on the same pair, or the same actor's name."""
    about = "name" if right is None else "pair"
    key = make_id("judgement", about, *sorted(filter(None, (left, right))))
    made = _now(conn)
    conn.execute(sa.delete(own.judgement).where(own.judgement.c.id == key))
    values = {"id": key, "verdict": verdict, "left": left, "right": right, "name": name, "made": made}
    conn.execute(sa.insert(own.judgement), [values])
    return Judgement(key, verdict, left, right, name, made)


def _now(conn: Connection) -> str:
    """Return the time, later than that of every judgement, so that they keep their order."""
    now = datetime.now(UTC)
    if last := conn.execute(sa.select(sa.func.max(own.judgement.c.made))).scalar():
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def put_layer(conn: Connection, layer: Layer) -> None:
    """Lay actors, names and tenures over the reader's registry; the later wins where both speak."""
    whole = own_layer(conn).and_then(layer)
    for table in (own.own_actor, own.own_name, own.own_tenure, own.own_office):
        conn.execute(sa.delete(table))
    actors = [
        {"id": a.id, "kind": a.kind, "name": a.name, "state": a.state, "gender": a.gender}
        for a in whole.actors
    ]
    names = [{"actor": form.actor_id, "text": form.text} for form in dict.fromkeys(whole.forms)]
    tenures = {
        (t.person, t.office, day(t.start), t.title): {
            "person": t.person,
            "office": t.office,
            "start": day(t.start),
            "title": t.title,
            "state": t.state,
            "end": day(t.end),
            "note": t.note,
        }
        for t in whole.tenures
    }
    offices = [{"office": office} for office in sorted(whole.many)]
    for table, rows in (
        (own.own_actor, actors),
        (own.own_name, names),
        (own.own_tenure, list(tenures.values())),
        (own.own_office, offices),
    ):
        if rows:
            conn.execute(sa.insert(table), rows)


def drop_layer(conn: Connection) -> Layer:
    """Delete the reader's registry and return what it was."""
    was = own_layer(conn)
    for table in (own.own_actor, own.own_name, own.own_tenure, own.own_office):
        conn.execute(sa.delete(table))
    return was


def touched_by(conn: Connection, layer: Layer, known: Registry) -> list[str]:
    """Return the ids of the articles whose rows a layer can change: those that hold a changed name.

    Names are those of the layer's actors and the surnames of those whose terms it gives; an office is
    named by one of its titles in an article that also names its state. Articles without rows are not
    among them: they are to be built anyway.
    """
    words = {form.text for form in layer.forms} | {actor.name for actor in layer.actors}
    people = {tenure.person for tenure in layer.tenures}
    words |= {known.actor(one).name for one in people}
    surnames = {word.split()[-1] for word in words if word.split()}
    found = set(holding(conn, sorted(surnames | {w for w in words if " " not in w})))
    for state, titles in _titles(layer).items():
        named = states().get(state)
        if named is None:
            continue
        calls = {named.name, *named.forms, *named.adjectives, *named.capitals}
        found |= set(holding(conn, sorted(titles))) & set(holding(conn, sorted(calls)))
    return sorted(found)


def _titles(layer: Layer) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for tenure in layer.tenures:
        titles = found.setdefault(tenure.state, set())
        titles.add(tenure.title)
        titles |= set(office_titles(tenure.office.partition(":")[2], tenure.state))
    return found


def holding(conn: Connection, phrases: Sequence[str]) -> Iterator[str]:
    """Yield articles that hold one of these words or phrases."""
    named = entry.c.kind == "article"
    for chunk in _chunks([phrase for phrase in phrases if any(map(str.isalnum, phrase))]):
        found = matching(conn, Some(tuple(Phrase(tuple(WORD.findall(one))) for one in chunk)))
        yield from conn.scalars(sa.select(entry.c.row_id).where(named, entry.c.n.in_(found)))


def reopen(conn: Connection, articles: Sequence[str], *, link_only: bool = False) -> None:
    """Note that articles are to be built again, or only compared with the others again."""
    work = tables.work
    stages = (LINK,) if link_only else (EXTRACT, LINK)
    for chunk in _chunks(articles):
        conn.execute(sa.delete(work).where(work.c.article.in_(chunk), work.c.stage.in_(stages)))


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
