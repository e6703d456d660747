"""What stands beside a meeting: what became of it in later reports, and what diaries assert of it.

The first are the links `becomes` and `cancelled-by` of its reports; the second are visits and meetings
of an imported diary whose days, traveller and state are those of the meeting. Neither changes the
meeting: a diary is a witness of its own kind, and a plan stays a plan in the article that told it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.knowledge.diaries import Assertion
from detente.knowledge.places import same_city
from detente.query.archived import bare_desk_for
from detente.query.desk import Desk, Reference
from detente.query.ends import of_relation
from detente.query.views import Asserted, Encounter, Fate
from detente.records import Meeting
from detente.store import load_ids, tables
from detente.store.diaries import assertions_between

_RELATIONS = ("becomes", "cancelled-by")
_CHUNK = 400
_SLACK = timedelta(days=1)


def with_what_is_beside(
    conn: Connection, found: Sequence[Encounter], reference: Reference
) -> list[Encounter]:
    """Return encounters with their fates and what diaries assert of them filled in."""
    fates = _fates(conn, found, reference)
    told = _asserted(conn, found)
    return [
        replace(item, fates=fates.get(item.id, ()), asserted=told.get(item.id, ())) for item in found
    ]


def _fates(
    conn: Connection, found: Sequence[Encounter], reference: Reference
) -> dict[str, tuple[Fate, ...]]:
    """Return by encounter what became of the plan that it is; of what was held nothing."""
    of_row = {row.id: item.id for item in found if item.status != "held" for row in item.rows}
    link = tables.link.c
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    rows = list(of_row)
    for first in range(0, len(rows), _CHUNK):
        query = sa.select(link.left, link.right, link.relation).where(
            link.left.in_(rows[first : first + _CHUNK]), of_relation(*_RELATIONS)
        )
        for left, right, relation in conn.execute(query):
            if of_row.get(right) != of_row[left]:  # what its own reports say is its status already
                ends[of_row[left]][right] = relation
    later = load_ids(conn, Meeting, sorted({right for each in ends.values() for right in each}))
    if not later:
        return {}
    desk = bare_desk_for(conn, (row.article for row in later), reference)
    by_id = {row.id: row for row in later}
    return {item: _told(each, by_id, desk) for item, each in ends.items()}


def _told(each: dict[str, str], by_id: dict[str, Meeting], desk: Desk) -> tuple[Fate, ...]:
    """Return the later reports of one plan as fates, those of one day, place and end as one."""
    groups: dict[object, list[Meeting]] = {}
    ordered = (by_id[key] for key in each if key in by_id)
    for row in sorted(ordered, key=lambda row: (desk.order(row.article), row.id)):
        groups.setdefault((each[row.id], row.status, row.date.label(), row.place), []).append(row)
    return tuple(
        Fate(each[rows[0].id], rows[0].status, rows[0].date, rows[0].place, desk.refs(rows))
        for rows in groups.values()
    )


def _asserted(conn: Connection, found: Sequence[Encounter]) -> dict[str, tuple[Asserted, ...]]:
    days = [(i.date.start, i.date.end) for i in found if i.date.start and i.date.end]
    if not days:
        return {}
    first, last = min(start for start, _ in days), max(end for _, end in days)
    entries = assertions_between(conn, first - _SLACK, last + _SLACK)
    made: dict[str, tuple[Asserted, ...]] = {}
    for item in found:
        fits = [one for one in entries if _of(one, item)]
        if fits:
            made[item.id] = tuple(
                Asserted(one.file, one.line, one.form, one.date, one.place, one.words) for one in fits
            )
    return made


def _of(one: Assertion, item: Encounter) -> bool:
    """Say whether a diary tells of an encounter: its days, its place, its traveller and one it met.

    A visit is asserted by its traveller and state; for the rest a second person must be the same, or
    the day and the town.
    """
    if (
        item.form == "call"
        or not one.date.overlaps(item.date, slack=1)
        or item.date.basis == "published"
    ):
        return False
    where = {place.state for place in (one.place, item.place) if place and place.state}
    if len(where) > 1:
        return False
    mine = {p.actor_id or p.name for p in item.participants if p.kind == "person"}
    theirs = {p.actor_id or p.name for p in one.participants if p.kind == "person"}
    if not mine & theirs:
        return False
    if one.form == "visit":
        return item.form == "visit" or bool(
            one.place and item.place and same_city(one.place, item.place)
        )
    return item.form != "visit" and len(mine & theirs) > 1
