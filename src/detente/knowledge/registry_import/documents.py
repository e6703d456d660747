"""Documents that are read as a whole become terms: pocom's XML, congress-legislators, Popolo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree import ElementTree

from detente.errors import RegistryError
from detente.knowledge.registry_import.tables import flat_pocom, gender, pocom_term
from detente.knowledge.registry_import.terms import Fault, Item, RawTerm, lines_of, whole

_CONGRESS = {
    "sen": ("senator", "Senator"),
    "rep": ("representative", "Representative"),
    "prez": ("head-of-state", "President"),
    "viceprez": ("vice-president", "Vice President"),
}
_SEAMLESS = 7
"""Days between two terms of a legislator that are one time in office."""
_RANKS = {
    "ambassador-e-p": "Ambassador Extraordinary and Plenipotentiary",
    "envoy-extraordinary-minister-plenipotentiary": "Envoy Extraordinary and Minister Plenipotentiary",
    "charge-daffaires-ad-interim": "Chargé d'Affaires ad interim",
    "charge-daffaires": "Chargé d'Affaires",
    "minister-resident": "Minister Resident",
}


def pocom_folder(folder: Path) -> Iterator[Item]:
    """Yield the terms of a copy of the repository of principal officers and chiefs of mission.

    Read are `people`, `positions-principals`, `missions-countries` and `missions-orgs` below it.
    """
    people = {}
    for path in sorted((folder / "people").rglob("*.xml")):
        root = _root(path)
        if isinstance(root, Fault):
            yield root
            continue
        people[_text(root, "id")] = " ".join(
            part for part in (_text(root, "persName/forename"), _text(root, "persName/surname")) if part
        )
    kinds = ("positions-principals", "missions-countries", "missions-orgs")
    for kind in kinds:
        for path in sorted((folder / kind).glob("*.xml")):
            root = _root(path)
            if isinstance(root, Fault):
                yield root
            else:
                yield from _pocom(root, kind, people)


def pocom(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of one XML file of pocom, or of a flat list of its rows (csv, or JSON lines).

    The names of an XML file's persons are looked for in `people` beside its folder.
    """
    if Path(name).suffix.lower() != ".xml":
        yield from flat_pocom(file, name)
        return
    path = Path(name)
    root = _root(path)
    if isinstance(root, Fault):
        yield root
        return
    people: dict[str, str] = {}
    folder = path.resolve().parent
    for node in root.iter("person-id"):
        key = (node.text or "").strip()
        beside = folder.parent / "people" / key[:1] / f"{key}.xml"
        if key and beside.is_file() and not isinstance(person := _root(beside), Fault):
            names = (_text(person, "persName/forename"), _text(person, "persName/surname"))
            people[key] = " ".join(part for part in names if part)
    yield from _pocom(root, folder.name, people)


def _pocom(root: ElementTree.Element, kind: str, people: dict[str, str]) -> Iterator[Item]:
    office = _text(root, "id") or _text(root, "territory-id") or _text(root, "org-id")
    title = _text(root, "names/singular")
    abroad = root.tag != "principal-position"
    for node in (*root.iter("principal"), *root.iter("chief")):
        key, rank = _text(node, "person-id"), _text(node, "role-title-id")
        where = f"{node.tag} {_text(node, 'id')}"
        if key not in people:
            yield Fault(where, f"no file of {key!r} in people")
            continue
        row = {
            "kind": kind if abroad and kind.startswith("missions") else "missions-countries",
            "office_id": office,
            "title": _RANKS.get(rank, rank.replace("-", " ").capitalize()),
            "receiver": _text(node, "contemporary-territory-id") or office,
            "person_id": key,
            "person": people[key],
            **{
                ours: _text(node, f"{ours}/date")
                for ours in ("appointed", "started", "ended")
            },
        }  # fmt: skip
        if not abroad:
            row |= {"kind": "principal", "title": title or office}
        yield pocom_term(where, row)


def _root(path: Path) -> ElementTree.Element | Fault:
    """Return the root of an XML file; one that declares entities of its own is not read."""
    with path.open("rb") as file:
        content = whole(file, str(path))
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return Fault(path.name, "declares entities, which a list of officers has no need of")
    try:
        return ElementTree.fromstring(content)  # entities are ruled out above
    except ElementTree.ParseError as error:
        return Fault(path.name, f"no XML: {error}")


def _text(node: ElementTree.Element, path: str) -> str:
    return " ".join((node.findtext(path) or "").split())


def congress(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of a file of legislators or executives of the United States, YAML or JSON.

    Terms that follow each other in one office are one time in office.
    """
    entries = _json_list(file, name) if Path(name).suffix.lower() == ".json" else _yaml(file, name)
    for where, entry in entries:
        if isinstance(entry, Fault):
            yield entry
            continue
        parts = entry.get("name")
        names = parts if isinstance(parts, dict) else {}
        person = str(names.get("official_full") or "") or _joined(names, "first", "last")
        others = {_joined(names, "first", "middle", "last"), _joined(names, "nickname", "last")}
        bio, ids, terms = (
            entry.get("bio") or {},
            entry.get("id") or {},
            entry.get("terms") or [],
        )
        if not person or not isinstance(terms, list):
            yield Fault(where, "no name or no terms")
            continue
        for kind, start, end in _runs(terms):
            office, title = _CONGRESS[kind]
            yield RawTerm(
                where=where,
                person=person,
                title=title,
                state="USA",
                start=start,
                end=end,
                key=str(ids.get("bioguide") or ids.get("govtrack") or ""),
                office=office,
                gender=gender(str(bio.get("gender") or "")),
                forms=tuple(sorted(one for one in others - {person} if " " in one)),
                note="biographical directory of Congress",
            )


def _joined(names: dict[str, Any], *keys: str) -> str:
    return " ".join(str(names[key]) for key in keys if names.get(key)) if names.get(keys[0]) else ""


def _runs(terms: list[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (type, start, end) of the times in office that terms make up."""
    under_way: list[str] | None = None
    for term in terms:
        kind = str(term.get("type") or "") if isinstance(term, dict) else ""
        if kind not in _CONGRESS:
            continue
        start, end = str(term.get("start") or ""), str(term.get("end") or "")
        if under_way and under_way[0] == kind and _seamless(under_way[2], start):
            under_way[2] = end
            continue
        if under_way:
            yield under_way[0], under_way[1], under_way[2]
        under_way = [kind, start, end]
    if under_way:
        yield under_way[0], under_way[1], under_way[2]


def _seamless(end: str, start: str) -> bool:
    try:
        return 0 <= (date.fromisoformat(start) - date.fromisoformat(end)).days <= _SEAMLESS
    except ValueError:
        return False


def _yaml(file: BinaryIO, name: str) -> Iterator[tuple[str, dict[str, Any] | Fault]]:
    """Yield the entries of a YAML list, each read by itself, so that a file may be long."""
    import srsly  # type: ignore[import-untyped]

    waiting: list[str] = []
    first = 0

    def entry() -> tuple[str, dict[str, Any] | Fault]:
        where = f"line {first}"
        try:
            found = srsly.yaml_loads("\n".join(waiting))
        except ValueError as error:
            return where, Fault(where, f"no YAML: {' '.join(str(error).split())[:200]}")
        one = found[0] if isinstance(found, list) and len(found) == 1 else None
        return where, one if isinstance(one, dict) else Fault(where, "no entry of a list")

    for number, line in lines_of(file, name):
        if line.startswith("- ") and waiting:
            yield entry()
            waiting = []
        if line.strip() and not line.startswith(("#", "---")):
            first = first if waiting else number
            waiting.append(line)
    if waiting:
        yield entry()


def _json_list(file: BinaryIO, name: str) -> Iterator[tuple[str, dict[str, Any] | Fault]]:
    content = _json(file, name)
    if not isinstance(content, list):
        raise RegistryError(f"{name}: no list of legislators", "give the file of legislators")
    for number, entry in enumerate(content, 1):
        where = f"entry {number}"
        yield where, entry if isinstance(entry, dict) else Fault(where, "no object")


def _json(file: BinaryIO, name: str) -> Any:
    try:
        return json.loads(whole(file, name))
    except (ValueError, RecursionError) as error:
        raise RegistryError(f"{name}: no JSON: {error}", "is it the format you named?") from error


def popolo(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of a Popolo document: persons, organizations, posts, memberships, events.

    The office is the post's label or role, else the membership's role with the organisation; a term
    without days of its own has those of its legislative period.
    """
    content = _json(file, name)
    if not isinstance(content, dict) or not isinstance(content.get("memberships"), list):
        raise RegistryError(f"{name}: no memberships", "give a Popolo document with persons in it")
    persons, organizations, posts, events = (
        {str(one.get("id")): one for one in content.get(kind) or () if isinstance(one, dict)}
        for kind in ("persons", "organizations", "posts", "events")
    )
    for number, membership in enumerate(content["memberships"], 1):
        where = f"membership {number}"
        if not isinstance(membership, dict):
            yield Fault(where, "no object")
            continue
        person = persons.get(str(membership.get("person_id")))
        if person is None:
            yield Fault(where, f"no person {membership.get('person_id')!r}")
            continue
        post = posts.get(str(membership.get("post_id")), {})
        body = organizations.get(str(membership.get("organization_id")), {})
        period = events.get(str(membership.get("legislative_period_id")), {})
        title = str(post.get("label") or post.get("role") or membership.get("label") or "")
        if not title:
            title = (
                f"{str(membership.get('role') or 'member').capitalize()} of {body.get('name') or '?'}"
            )
        others = [str(one.get("name")) for one in person.get("other_names") or () if _is_name(one)]
        yield RawTerm(
            where=where,
            person=str(person.get("name") or ""),
            title=title,
            start=str(membership.get("start_date") or period.get("start_date") or ""),
            end=str(membership.get("end_date") or period.get("end_date") or ""),
            key=str(person.get("id")),
            gender=gender(str(person.get("gender") or "")),
            forms=tuple(dict.fromkeys(others)),
            note="Popolo document",
        )


def _is_name(one: object) -> bool:
    return isinstance(one, dict) and " " in str(one.get("name") or "")
