"""What a reader writes for a slot of a row becomes its value: a day, a place, people, a word of a few.

    value_for(conn, known, load_ids(conn, Meeting, [id])[0], "date", "2013-05-07")

Nothing is guessed: a name that nobody knows must stand in the article, letter for letter.
"""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy.engine import Connection

from detente.errors import UnknownName
from detente.extract.mentions.find import office_text
from detente.knowledge.places import place
from detente.knowledge.registry import Registry
from detente.query.names import actor_ids, state_code
from detente.query.periods import first_day, last_day
from detente.records import Actor, Participant, Place, Row, When
from detente.records.values import Precision
from detente.store import load_ids, tables, texts_of
from detente.store.correcting import REQUIRED, SLOTS, choices

Value = When | Place | Participant | tuple[Participant, ...] | str | None
NOTHING = frozenset({"", "-", "none", "unknown", "unbekannt", "niemand", "keiner"})
"""What says that a slot is empty."""
_KINDS = ("person", "state", "organisation", "body", "group")
_LONGEST = 120


def slot_names(row_id: str) -> tuple[str, ...]:
    """Return the slots of a row that can be corrected; none for a row that has none.

    >>> slot_names("event:0f")
    ('actors', 'recipients', 'date', 'place')
    """
    return tuple(SLOTS.get(row_id.partition(":")[0], ()))


def row_of(conn: Connection, row_id: str) -> Row:
    """Return a row whose slots can be corrected, by its id; raises UnknownName where there is none."""
    kind = row_id.partition(":")[0]
    found = load_ids(conn, tables.ROW_KINDS[kind], [row_id]) if kind in SLOTS else []
    if not found:
        raise UnknownName(
            f"no row {row_id!r} that can be corrected", f"rows are {', '.join(SLOTS)}, by their ids"
        )
    return found[0]


def value_for(conn: Connection, known: Registry, row: Row, slot: str, text: str) -> Value:
    """Return what a text says of a slot of a row.

    Days are a day, month, year or two of them with ".." between; people are parted by ";". A text such
    as "unknown" empties a slot that may be empty. Raises UnknownName for a slot that the row has not,
    and for a text that says nothing of it.
    """
    slots = SLOTS.get(row.id.partition(":")[0], {})
    if slot not in slots:
        there = f"slots are {', '.join(slots)}" if slots else "nothing of it can be corrected"
        raise UnknownName(f"no slot {slot!r} of {row.id}", there)
    words, shape = " ".join(text.split()), slots[slot]
    if words.casefold() in NOTHING:
        if slot in REQUIRED or shape == "choice":
            raise UnknownName(f"{slot!r} of {row.id} cannot be empty", "say what it is")
        return When() if shape == "when" else () if shape == "people" else None
    if shape == "when":
        return when_for(words)
    if shape == "place":
        return place_for(words)
    if shape == "choice":
        allowed = choices(row.id.partition(":")[0], slot)
        if words.casefold() not in allowed:
            raise UnknownName(f"{words!r} is no {slot}", f"it is one of {', '.join(allowed)}")
        return words.casefold()
    on = getattr(row, "date", When())
    found = tuple(_person(conn, known, row, one.strip(), on) for one in words.split(";") if one.strip())
    if not found:
        raise UnknownName(f"{text!r} names nobody", "part names by a semicolon")
    if shape == "people":
        return found
    if len(found) != 1:
        raise UnknownName(f"{slot!r} is one, and {words!r} names {len(found)}", "name one")
    return found[0]


def written(value: Value) -> str:
    """Return what a slot holds as a reader would write it; nothing where it is empty.

    >>> written(When(date(2013, 5, 1), date(2013, 5, 31), "month")), written(Place("Bergen"))
    ('2013-05', 'Bergen')
    """
    match value:
        case When():
            return value.label() if value.known else ""
        case Place() | Participant():
            return value.name
        case tuple():
            return "; ".join(one.name for one in value)
        case _:
            return value or ""


def when_for(text: str) -> When:
    """Return a date as a reader writes it.

    >>> when_for("2013-05").label(), when_for("2013-05-07..2013-05-08").label()
    ('2013-05', '2013-05-07..2013-05-08')

    Raises UnknownName for what is no date, and for a range that ends before it starts.
    """
    start, mark, end = (part.strip() for part in text.partition(".."))
    if mark:
        first = first_day(start) if start else None
        last = last_day(end) if end else None
        if first is None and last is None:
            raise UnknownName(f"{text!r} is no date", "write 2013-05-07..2013-05-08")
        if first and last and first > last:
            raise UnknownName(f"{text!r} ends before it starts", "write the first day first")
        return When(first, last, "range", "judged")
    first, last = first_day(text), last_day(text)
    return When(first, last, _precision(first, last), "judged")


def _precision(first: date, last: date) -> Precision:
    if first == last:
        return "day"
    return "month" if first.month == last.month else "year"


def place_for(text: str) -> Place:
    """Return a place by its name; one that the gazetteer does not know keeps the name as written.

    >>> place_for("kremlin"), place_for("Lower Primerovo")
    (Place(name='the Kremlin', state='RUS'), Place(name='Lower Primerovo', state=None))
    """
    if len(text) > _LONGEST:
        raise UnknownName(f"{text[:40]!r} ... is no name of a place", "write its name alone")
    return place(text) or Place(text)


def _person(conn: Connection, known: Registry, row: Row, name: str, on: When) -> Participant:
    try:
        code = state_code(name)
    except UnknownName:
        code = ""
    if code:
        return Participant(known.state(code).name, name, f"state:{code}", "state", code)
    try:
        ids = actor_ids(name, known, conn)
    except UnknownName as error:
        return _printed(conn, row, name, error)
    actor = next((known.actors[one] for one in ids if one in known.actors), None)
    actor = actor or next(iter(load_ids(conn, Actor, ids)), None)
    if actor is None:
        raise UnknownName(f"nobody called {name!r}", "write a full name, a surname or an id")
    return Participant(
        name=actor.name,
        text=name,
        actor_id=actor.id,
        kind=actor.kind if actor.kind in _KINDS else "unknown",  # type: ignore[arg-type]
        state=actor.state,
        office=_office(known, actor, on),
    )


def _office(known: Registry, actor: Actor, on: When) -> str | None:
    """Return the office that somebody held on a day, as rows write it."""
    held = known.office_on(actor.id, on) if actor.kind == "person" and on.known else None
    return office_text(held, known) if held else None


def _printed(conn: Connection, row: Row, name: str, error: UnknownName) -> Participant:
    """Return somebody whom nobody knows but the article, which has the name letter for letter."""
    text = texts_of(conn, [row.article]).get(row.article, "")
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    if found is None:
        raise error
    return Participant(name, name, None, "person", start=found.start(), end=found.end())
