"""Rows of one article lend each other what their own sentences leave out: days and places of a stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.clauses import key_of
from detente.knowledge.places import same_city
from detente.records import Meeting, When

_COMPANY = 30
"""How many sentences back a journey is told that somebody was with."""


def day_of_all(row: Meeting, rows: Sequence[Meeting]) -> Meeting:
    """Let two who "also talked separately" have done so on the day when all of them met."""
    keys = {key_of(p) for p in row.participants}
    if row.date.basis not in ("published", "unknown"):
        return row
    for other in rows:
        if keys < {key_of(p) for p in other.participants} and other.date.precision == "day":
            return replace(row, date=replace(other.date, basis="inferred"))
    return row


def visit_days(row: Meeting, rows: Sequence[Meeting], published: When) -> Meeting:
    """Let a visit that is told without a day last from the first to the last meeting held on it."""
    if row.form != "visit" or row.status != "held" or row.place is None:
        return row
    if row.date.basis not in ("published", "unknown"):
        return row
    guests = {key_of(p) for p in row.participants if p.kind == "person"}
    days = [
        other.date
        for other in rows
        if other.form in ("meeting", "summit")
        and other.status == "held"
        and other.date.precision == "day"
        and other.date.start is not None
        and guests <= {key_of(p) for p in other.participants}
        and other.place is not None
        and same_city(row.place, other.place)
        and (published.end is None or (published.end - other.date.start).days <= 10)
    ]
    starts, ends = [d.start for d in days if d.start], [d.end for d in days if d.end]
    if not starts or not ends:
        return row
    first, last = min(starts), max(ends)
    precision = "day" if first == last else "range"
    return replace(row, date=When(first, last, precision, "inferred", days[0].text))  # type: ignore[arg-type]


def at_visit(row: Meeting, rows: Sequence[Meeting]) -> Meeting:
    """Let a meeting without place or day have those of the visit that it is told as part of.

    The visitor must be one who meets, and another who meets must be of the state visited.
    """
    if row.form != "meeting" or row.status != "held" or (row.place and row.date.precision == "day"):
        return row
    keys = {key_of(p) for p in row.participants}
    states = {p.state for p in row.participants}
    for visit in rows:
        if visit.form != "visit" or visit.status != "held" or visit.place is None:
            continue
        guests = {key_of(p) for p in visit.participants if p.kind == "person"}
        hosts = [p for p in row.participants if key_of(p) not in guests]
        local = visit.place.state in states or all(p.state is None for p in hosts)
        if not guests <= keys or not local:
            continue
        if (
            row.date.known
            and row.date.basis != "published"
            and not row.date.overlaps(visit.date, slack=1)
        ):
            continue
        date = row.date
        if date.basis in ("published", "unknown") and visit.date.basis not in ("published", "unknown"):
            date = replace(visit.date, basis="inferred")
        return replace(row, place=row.place or visit.place, date=date)
    return row


def at_venue(row: Meeting, rows: Sequence[Meeting]) -> Meeting:
    """Let a meeting without a place be in the one city where its people's other meetings were then.

    One who meets must be of the state of that city, the others of states whose people met there or
    had come, and the days may be one apart, or two before somebody left.
    """
    if row.form != "meeting" or row.status != "held" or row.place or row.date.precision != "day":
        return row
    states = {p.state for p in row.participants}
    near = [
        other
        for other in rows
        if other is not row
        and other.form != "call"
        and other.status == "held"
        and other.place is not None
        and other.place.state in states
        and other.date.precision in ("day", "range")
        and other.date.overlaps(row.date, slack=2 if other.rule == "verb leave" else 1)
        and states <= {p.state for p in other.participants}
    ]
    if not near or None in states or len(states) < 2:
        return row
    if not all(same_city(near[0].place, other.place) for other in near):
        return row
    return replace(row, place=near[0].place)


def with_companion(row: Meeting, rows: Sequence[Meeting]) -> Meeting:
    """Let who accompanied somebody to a city have been there on the day of what is told just before."""
    if row.rule != "verb accompany" or row.status != "held" or row.place is None:
        return row
    if row.date.basis not in ("published", "unknown"):
        return row
    states = {p.state for p in row.participants}
    days = [
        other.date
        for other in rows
        if other is not row
        and other.status == "held"
        and other.date.precision == "day"
        and 0 <= row.sentence - other.sentence <= _COMPANY
        and same_city(row.place, other.place)
        and other.place is not None
        and states <= {p.state for p in other.participants}
    ]
    return replace(row, date=replace(days[-1], basis="inferred")) if days else row
