"""A registry becomes a file: csv that can be imported again, JSON lines, FollowTheMoney.

FollowTheMoney has no kind for a state in office terms: an office is a Position with a country, a term
an Occupancy. Dates keep their precision ("2004-03").
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from hashlib import blake2b

from detente.knowledge.registry import Registry
from detente.knowledge.registry_import import OWN_COLUMNS
from detente.knowledge.state_codes import two_letters
from detente.records import Actor, Tenure, When


def as_csv(known: Registry, tenures: tuple[Tenure, ...]) -> Iterator[str]:
    """Yield the lines of tenures as our own csv; names are those of the persons, one row a tenure."""
    yield _line(OWN_COLUMNS)
    for tenure in tenures:
        actor = known.actor(tenure.person)
        others = [form.text for form in known.forms_of(actor.id) if form.text != actor.name]
        cells = (
            *(actor.name, actor.id, actor.gender or "", ";".join(others), tenure.office),
            *(tenure.title, tenure.state, day(tenure.start), day(tenure.end), tenure.note),
        )
        yield _line(cells)


def as_jsonl(known: Registry, tenures: tuple[Tenure, ...]) -> Iterator[str]:
    """Yield a JSON object for each tenure, with the name of its holder."""
    for tenure in tenures:
        row = {
            "person": tenure.person,
            "name": known.actor(tenure.person).name,
            "office": tenure.office,
            "title": tenure.title,
            "state": tenure.state,
            "start": day(tenure.start) or None,
            "end": day(tenure.end) or None,
            "note": tenure.note,
        }
        yield json.dumps(row, ensure_ascii=False)


def as_ftm(known: Registry, tenures: tuple[Tenure, ...]) -> Iterator[str]:
    """Yield FollowTheMoney entities as JSON lines: Person, Position and Occupancy."""
    told: set[str] = set()
    for tenure in tenures:
        actor = known.actor(tenure.person)
        post = f"detente-{_key(tenure.office)}"
        holder = f"detente-{_key(actor.id)}"
        if holder not in told:
            told.add(holder)
            yield _entity(holder, "Person", _of_person(known, actor))
        country = two_letters(tenure.state) or ""
        if post not in told:
            told.add(post)
            yield _entity(post, "Position", {"name": [tenure.title], "country": [country]})
        start, end = day(tenure.start), day(tenure.end)
        term = f"detente-{_key(actor.id, tenure.office, start)}"
        parts = {"holder": [holder], "post": [post], "startDate": [start], "endDate": [end]}
        yield _entity(term, "Occupancy", parts | {"summary": [tenure.note]})


def day(when: When) -> str:
    """Return a date as ISO text of its precision; empty for none.

    >>> from detente.knowledge.registry_load import when_of
    >>> [day(when_of(text)) for text in ("2004-03-09", "2004-03", "2004", "")]
    ['2004-03-09', '2004-03', '2004', '']
    """
    if when.start is None:
        return ""
    return when.start.isoformat()[: {"month": 7, "year": 4}.get(when.precision, 10)]


def _of_person(known: Registry, actor: Actor) -> dict[str, list[str]]:
    names = dict.fromkeys([actor.name, *(form.text for form in known.forms_of(actor.id))])
    gender = {"f": "female", "m": "male"}.get(actor.gender or "", "")
    country = two_letters(actor.state) if actor.state else None
    return {"name": list(names), "gender": [gender], "country": [country or ""]}


def _entity(key: str, schema: str, properties: dict[str, list[str]]) -> str:
    kept = {name: [v for v in values if v] for name, values in properties.items() if any(values)}
    return json.dumps({"id": key, "schema": schema, "properties": kept}, ensure_ascii=False)


def _key(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=10).hexdigest()


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
