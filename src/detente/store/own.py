"""What a reader adds: a registry of their own and judgements, and whom the archive shows as one.

`own_*` and `judgement` are written by `userdata` alone and no rebuild touches them. `identity` is made
out of the judgements and the links between actors by `make_identities`: rows stay as they were
read, and `load` shows their participants as the identity says.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON, Column, Index, Table, Text
from sqlalchemy.engine import Connection

from detente.knowledge.issue_layer import OwnIssue
from detente.knowledge.registry import Registry
from detente.knowledge.registry_layer import Layer
from detente.knowledge.registry_load import Form, when_of
from detente.records import Actor, Judgement, Participant, Tenure
from detente.store.tables import actor as actor_table
from detente.store.tables import link as link_table
from detente.store.tables import metadata

_CHUNK = 500

own_actor = Table(
    "own_actor",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Text),
    Column("gender", Text),
    sqlite_with_rowid=False,
)
"""Actors of the reader's registry."""
own_name = Table(
    "own_name",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""Words that name actors, of the reader's registry or of the built-in one."""
own_tenure = Table(
    "own_tenure",
    metadata,
    Column("person", Text, primary_key=True),
    Column("office", Text, primary_key=True),
    Column("start", Text, primary_key=True),
    Column("title", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("end", Text, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Tenures of the reader's registry; days are ISO text of their precision, empty while one goes on."""
own_office = Table(
    "own_office", metadata, Column("office", Text, primary_key=True), sqlite_with_rowid=False
)
"""Offices of the reader's registry that several people hold at a time."""
own_issue = Table(
    "own_issue",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("terms", JSON, nullable=False),
    sqlite_with_rowid=False,
)
"""Issues of the reader, and terms that the reader adds to built-in ones."""
judgement = Table(
    "judgement",
    metadata,
    Column("id", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text),
    Column("name", Text),
    Column("made", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Verdicts of the reader; `made` is a time in UTC as ISO text."""
identity = Table(
    "identity",
    metadata,
    Column("actor", Text, primary_key=True),
    Column("canonical", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text),
    Index("ix_identity_canonical", "canonical"),
    sqlite_with_rowid=False,
)
"""Actors that are shown as another one, or under another name."""


def own_layer(conn: Connection) -> Layer:
    """Return the reader's registry; an empty layer when there is none."""
    actors = tuple(
        Actor(row.id, row.kind, row.name, row.state, gender=row.gender)
        for row in conn.execute(sa.select(own_actor).order_by(own_actor.c.id)).all()
    )
    named = conn.execute(sa.select(own_name).order_by(own_name.c.actor, own_name.c.text))
    forms = tuple(Form(row.text, row.actor, "name") for row in named)
    held = conn.execute(
        sa.select(own_tenure).order_by(own_tenure.c.office, own_tenure.c.start, own_tenure.c.person)
    )
    tenures = tuple(
        Tenure(t.person, t.office, t.title, t.state, when_of(t.start), when_of(t.end), t.note)
        for t in held
    )
    many = frozenset(conn.scalars(sa.select(own_office.c.office)).all())
    named_issues = conn.execute(sa.select(own_issue).order_by(own_issue.c.id))
    issues = tuple(OwnIssue(i.id, i.name, i.family, tuple(i.terms)) for i in named_issues)
    return Layer(actors, forms, tenures, many, issues)


def judgements(conn: Connection) -> list[Judgement]:
    """Return every judgement in the order in which they were made."""
    rows = conn.execute(sa.select(judgement).order_by(judgement.c.made, judgement.c.id))
    return [Judgement(row.id, row.verdict, row.left, row.right, row.name, row.made) for row in rows]


def same_as(conn: Connection, actors: Iterable[str]) -> tuple[str, ...]:
    """Return these actors and all that are shown as one with any of them, each once."""
    found = dict.fromkeys(actors)
    for chunk in _chunks(list(found)):
        canonical = sa.select(identity.c.canonical).where(identity.c.actor.in_(chunk))
        query = sa.select(identity.c.actor).where(
            sa.or_(identity.c.canonical.in_(chunk), identity.c.canonical.in_(canonical))
        )
        found |= dict.fromkeys(conn.scalars(query.order_by(identity.c.actor)).all())
    return tuple(found)


def shown_names(conn: Connection) -> dict[str, str]:
    """Return the names under which actors are shown that have another of their own."""
    return {
        row.actor: row.name for row in conn.execute(sa.select(identity.c.actor, identity.c.name)).all()
    }


def shown_ids(conn: Connection) -> dict[str, str]:
    """Return the actors that are shown as another, with that other."""
    query = sa.select(identity.c.actor, identity.c.canonical)
    rows = conn.execute(query.where(identity.c.actor != identity.c.canonical))
    return {row.actor: row.canonical for row in rows}


def identities(conn: Connection) -> dict[str, tuple[str, str, str | None]]:
    """Return whom actors are shown as that are shown as another: id, name and state of that other."""
    shown = identity.c
    query = sa.select(shown.actor, shown.canonical, shown.name, shown.state)
    return {
        actor: (canonical, name, state) for actor, canonical, name, state in conn.execute(query).all()
    }


def as_shown(conn: Connection, rows: Sequence[Any], people: Sequence[tuple[str, bool]]) -> list[Any]:
    """Return rows with their participants as they are shown; `people` are the fields they are in."""
    ids = {
        one.actor_id
        for row in rows
        for name, single in people
        for one in _members(getattr(row, name), single)
        if one.actor_id
    }
    ids |= {row.actor_id for row in rows if getattr(row, "actor_id", None)}
    known: dict[str, Any] = {}
    for chunk in _chunks(sorted(ids)):
        query = sa.select(identity).where(identity.c.actor.in_(chunk))
        known |= {row.actor: row for row in conn.execute(query).all()}
    if not known:
        return list(rows)
    return [_shown(row, people, known) for row in rows]


def _shown(row: Any, people: Sequence[tuple[str, bool]], known: Mapping[str, Any]) -> Any:
    changed: dict[str, Any] = {}
    for name, single in people:
        value = getattr(row, name)
        if any(one.actor_id in known for one in _members(value, single)):
            shown = [_participant(one, known) for one in _members(value, single)]
            changed[name] = shown[0] if single else tuple(shown)
    if getattr(row, "actor_id", None) in known:
        changed["actor_id"] = known[row.actor_id].canonical
    return dataclasses.replace(row, **changed) if changed else row


def _participant(one: Participant, known: Mapping[str, Any]) -> Participant:
    shown = known.get(one.actor_id or "")
    if shown is None:
        return one
    return dataclasses.replace(
        one, actor_id=shown.canonical, name=shown.name, state=one.state or shown.state
    )


def _members(value: Any, single: bool) -> Iterable[Participant]:
    return ((value,) if value is not None else ()) if single else value


def make_identities(conn: Connection, known: Registry) -> int:
    """Make `identity` afresh out of judgements and links; return how many actors it speaks of.

    A reader's verdicts come first, in the order in which they were made, then the machine's links,
    the surest first. What would bring together two whom the reader told apart is left out. Of those
    who are one, the registry's actor is shown, of two of those the one the reader kept, else the one
    of whom most is said.
    """
    verdicts = judgements(conn)
    apart = {frozenset((one.left, one.right)) for one in verdicts if one.verdict == "different"}
    groups = _Groups(apart)
    kept = {}
    for one in verdicts:
        if one.verdict == "same" and one.right:
            groups.join(one.left, one.right)
            kept[one.right] = one.left
    links = conn.execute(
        sa.select(link_table.c.left, link_table.c.right)
        .where(link_table.c.relation == "same-actor", link_table.c.decided_by == "machine")
        .order_by(sa.desc(link_table.c.score), link_table.c.id)
    )
    for left, right in links:
        groups.join(left, right)
    names = {one.left: one.name for one in verdicts if one.verdict == "name" and one.name}
    members = groups.members() | {key: (key,) for key in names if key not in groups.of}
    wanted = {one for group in members.values() for one in group}
    actors = _actors(conn, wanted, known)
    rows = []
    for group in members.values():
        there = [one for one in group if one in actors]
        if not there:
            continue
        canonical = min(there, key=lambda one: (_rank(one, actors[one], kept), one))
        renamed = next((names[one] for one in (canonical, *there) if one in names), None)
        name = renamed or actors[canonical].name
        rows += [
            {
                "actor": one,
                "canonical": canonical,
                "name": name,
                "kind": actors[canonical].kind,
                "state": actors[canonical].state,
            }
            for one in there
        ]
    conn.execute(sa.delete(identity))
    if rows:
        conn.execute(sa.insert(identity), rows)
    return len(rows)


def _rank(one: str, actor: Actor, kept: Mapping[str, str]) -> tuple[bool, bool, int]:
    return one in kept, one.startswith("local:"), -len(actor.affiliation or "")


def _actors(conn: Connection, ids: set[str], known: Registry) -> dict[str, Actor]:
    found = {one: known.actors[one] for one in ids if one in known.actors}
    for chunk in _chunks(sorted(ids - set(found))):
        rows = conn.execute(sa.select(actor_table).where(actor_table.c.id.in_(chunk)))
        for row in rows:
            found[row.id] = Actor(row.id, row.kind, row.name, row.state, row.affiliation)
    return found


class _Groups:
    """Actors that are one, kept apart where the reader said so."""

    def __init__(self, apart: set[frozenset[str | None]]) -> None:
        self.of: dict[str, list[str]] = {}
        self.apart: dict[str, set[str]] = defaultdict(set)
        for pair in apart:
            for one in pair:
                self.apart[one or ""] |= {other for other in pair if other and other != one}

    def join(self, left: str, right: str) -> None:
        """Bring two groups together unless the reader told members of them apart."""
        ours, theirs = self.of.get(left, [left]), self.of.get(right, [right])
        if ours is theirs or any(self.apart[one] & set(theirs) for one in ours if one in self.apart):
            return
        joined = [*ours, *theirs]
        for one in joined:
            self.of[one] = joined

    def members(self) -> dict[str, tuple[str, ...]]:
        """Return every group once, by its first member."""
        return {group[0]: tuple(group) for group in self.of.values()}


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
