"""Files of entities become terms: FollowTheMoney, Wikidata's JSON dump. One entity a line, as a stream.

An office, its holder and the term are entities of their own in any order, so a file is read twice:
first for the terms, then for what they name. Only what they name is kept in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from detente.errors import RegistryError
from detente.knowledge.registry_import.tables import gender
from detente.knowledge.registry_import.terms import MAX_TERMS, Fault, Item, RawActor, RawTerm, lines_of
from detente.knowledge.state_codes import code_of

_BODIES = {"PublicBody": "body", "Organization": "organisation", "LegalEntity": "organisation"}
_MALE, _FEMALE = "Q6581097", "Q6581072"
_STATE_CODE, _JURISDICTION, _COUNTRY, _CITIZEN = "P298", "P1001", "P17", "P27"


def ftm(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield terms, persons and bodies of a FollowTheMoney file, a JSON object a line.

    Read are Occupancy (holder, post, startDate, endDate), Person and Position with the names and
    countries they give, PublicBody and Organization. Everything else is passed over.
    """
    terms: list[tuple[str, str, str, str, str]] = []
    wanted: set[str] = set()
    for where, entity in _entities(file, name):
        if isinstance(entity, Fault):
            yield entity
        elif entity.get("schema") == "Occupancy":
            holder, post = _first(entity, "holder"), _first(entity, "post")
            if not holder or not post:
                yield Fault(where, "an occupancy without holder or post")
                continue
            start = _first(entity, "startDate", "periodStart")
            terms.append((where, holder, post, start, _first(entity, "endDate", "periodEnd")))
            _check(len(terms), name, where)
            wanted |= {holder, post}
    file.seek(0)
    found: dict[str, dict[str, Any]] = {}
    for where, entity in _entities(file, name):
        if isinstance(entity, Fault):
            continue
        key, schema = str(entity.get("id") or ""), entity.get("schema")
        if key in found and found[key].get("schema") != schema:
            yield Fault(where, f"id {key!r} is a {found[key].get('schema')} and a {schema}")
        elif key in wanted:
            found[key] = entity
        elif schema == "Person":
            yield _person(where, entity, "", "", "", "", "")
        elif schema in _BODIES and (title := _first(entity, "name")):
            kind = "body" if _BODIES[schema] == "body" else "organisation"
            state = _first(entity, "country", "jurisdiction")
            yield RawActor(where, "body" if kind == "body" else "organisation", title,
                           state if code_of(state) else "", _others(entity))  # fmt: skip
    for where, holder, post, start, end in terms:
        if holder not in found or post not in found:
            missing = holder if holder not in found else post
            yield Fault(where, f"no entity {missing!r} in the file")
            continue
        office = found[post]
        state = _first(office, "country", "jurisdiction")
        yield _person(where, found[holder], holder, _first(office, "name"), state, start, end)


def _person(
    where: str, entity: dict[str, Any], key: str, title: str, state: str, start: str, end: str
) -> RawTerm:
    home = _first(entity, "nationality", "citizenship", "country")
    return RawTerm(
        where=where,
        person=_first(entity, "name"),
        title=title,
        state=state,
        start=start,
        end=end,
        key=key or str(entity.get("id") or ""),
        gender=gender(_first(entity, "gender")),
        forms=_others(entity),
        note="FollowTheMoney",
        home=home if code_of(home) else "",
    )


def _first(entity: dict[str, Any], *names: str) -> str:
    properties = entity.get("properties")
    for name in names:
        values = properties.get(name) if isinstance(properties, dict) else None
        for value in values if isinstance(values, list) else [values]:
            # A stream of nested entities gives the entity where another gives its id.
            if isinstance(value, dict):
                value = value.get("id")
            if isinstance(value, str) and value.strip():
                return value.strip()
    return ""


def _others(entity: dict[str, Any]) -> tuple[str, ...]:
    properties = entity.get("properties")
    if not isinstance(properties, dict):
        return ()
    found = [*_texts(properties.get("name"))[1:], *_texts(properties.get("alias"))]
    return tuple(name for name in dict.fromkeys(found) if " " in name)


def _texts(values: object) -> list[str]:
    return (
        [value.strip() for value in values if isinstance(value, str)]
        if isinstance(values, list)
        else []
    )


def wikidata(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of a JSON dump of Wikidata, whole or in part: an entity a line, in one list.

    Read are persons with a position held (P39) and its start and end (P580, P582), their gender and
    citizenship (P21, P27), and the label, jurisdiction and country (P1001, P17) of the positions and
    the code (P298) of the countries where the file has these too. A term of no value is passed over.
    """
    terms: list[RawTerm] = []
    wanted: set[str] = set()
    for where, entity in _entities(file, name):
        if isinstance(entity, Fault):
            yield entity
            continue
        claims = entity.get("claims")
        for claim in _claims(claims, "P39"):
            term = _held(where, entity, claim)
            if term is not None:
                terms.append(term)
                wanted |= {term.office, term.state, term.home} - {""}
        _check(len(terms), name, where)
    labels: dict[str, str] = {}
    places: dict[str, str] = {}
    codes: dict[str, str] = {}
    for _ in range(2):
        file.seek(0)
        for _, entity in _entities(file, name):
            if isinstance(entity, Fault) or (key := str(entity.get("id") or "")) not in wanted:
                continue
            labels[key] = _label(entity)
            claims = entity.get("claims")
            codes[key] = next(_values(claims, _STATE_CODE), "") or labels[key]
            if place := next(chain(_values(claims, _JURISDICTION), _values(claims, _COUNTRY)), ""):
                places[key] = place
        if set(places.values()) <= wanted:
            break
        wanted |= set(places.values())
    yield from (_named(term, labels, places, codes) for term in terms)


def _held(where: str, entity: dict[str, Any], claim: dict[str, Any]) -> RawTerm | None:
    position = _value(claim.get("mainsnak"))
    person = _label(entity)
    if not position or not person:
        return None
    qualifiers = claim.get("qualifiers")
    sex = next(_values(entity.get("claims"), "P21"), "")
    aliases = entity.get("aliases")
    english = aliases.get("en", []) if isinstance(aliases, dict) else []
    others = [one.get("value", "") for one in english if isinstance(one, dict)]
    return RawTerm(
        where=where,
        person=person,
        office=position,
        state=next(_values(qualifiers, _JURISDICTION), ""),
        home=next(_values(entity.get("claims"), _CITIZEN), ""),
        start=next(_values(qualifiers, "P580"), ""),
        end=next(_values(qualifiers, "P582"), ""),
        key=str(entity.get("id") or ""),
        gender="f" if sex == _FEMALE else "m" if sex == _MALE else None,
        forms=tuple(other for other in others if " " in other),
        note="Wikidata",
    )


def _named(
    term: RawTerm, labels: dict[str, str], places: dict[str, str], codes: dict[str, str]
) -> Item:
    """Return a term with labels for the ids of its office and states."""
    position = term.office
    if position not in labels:
        return Fault(term.where, f"position {position} is not in the file, so it has no name")
    place = term.state or places.get(position, "")
    home = codes.get(term.home, "")
    return RawTerm(
        where=term.where,
        person=term.person,
        title=labels[position],
        state=codes.get(place, ""),
        start=term.start,
        end=term.end,
        key=term.key,
        gender=term.gender,
        forms=term.forms,
        note=term.note,
        home=home if code_of(home) else "",
    )


def _claims(claims: object, name: str) -> Iterator[dict[str, Any]]:
    found = claims.get(name, []) if isinstance(claims, dict) else []
    yield from (one for one in found if isinstance(one, dict) and one.get("rank") != "deprecated")


def _values(claims: object, name: str) -> Iterator[str]:
    """Yield the values of a property, of claims or of qualifiers."""
    for claim in _claims(claims, name):
        if value := _value(claim.get("mainsnak", claim)):
            yield value


def _value(snak: object) -> str:
    if not isinstance(snak, dict) or snak.get("snaktype", "value") != "value":
        return ""
    held = snak.get("datavalue")
    value = held.get("value") if isinstance(held, dict) else None
    if isinstance(value, dict):
        if "time" in value:
            return _time(value)
        return str(value.get("id") or value.get("text") or "")
    return value if isinstance(value, str) else ""


def _time(value: dict[str, Any]) -> str:
    """Cut a time to its precision: 9 is a year, 10 a month, 11 a day; what is vaguer is none."""
    text = str(value["time"]).lstrip("+").partition("T")[0]
    width = {9: 4, 10: 7, 11: 10}.get(value.get("precision", 11), 0)
    return text[:width]


def _label(entity: dict[str, Any]) -> str:
    labels = entity.get("labels")
    for language in ("en", "mul"):
        found = labels.get(language) if isinstance(labels, dict) else None
        if isinstance(found, dict) and isinstance(found.get("value"), str):
            return str(found["value"]).strip()
    return ""


def _entities(file: BinaryIO, name: str) -> Iterator[tuple[str, dict[str, Any] | Fault]]:
    """Yield (place, entity) of a file with a JSON object a line, a comma at its end or not."""
    for number, line in lines_of(file, name):
        text = line.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        where = f"line {number}"
        try:
            entity = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield where, Fault(where, f"no JSON: {error}")
            continue
        if isinstance(entity, dict):
            yield where, entity
        else:
            yield where, Fault(where, "no JSON object")


def _check(count: int, name: str, where: str) -> None:
    if count > MAX_TERMS:
        raise RegistryError(
            f"{name} {where}: more than {MAX_TERMS} terms",
            "nothing was imported; import the part that your articles are about",
        )
