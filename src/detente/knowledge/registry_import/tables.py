"""Tables become terms: our own csv, lists of holders, query results of Wikidata, flat rows of pocom."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Literal

from detente.errors import RegistryError
from detente.knowledge.registry_import.terms import Fault, Item, RawTerm, lines_of
from detente.knowledge.state_codes import code_of
from detente.knowledge.tables import several

Cells = Mapping[str, str]
OWN_COLUMNS = (
    *("person", "person_id", "gender", "names", "office", "title", "state", "start", "end", "note"),
)
"""Columns of our own csv, in the order of an export. Needed are person, start, and office or title."""
_QUERY = {
    "person": ("personlabel", "itemlabel", "holderlabel", "humanlabel", "name"),
    "key": ("person", "item", "holder", "human", "qid"),
    "title": ("positionlabel", "officelabel", "postlabel", "position", "office"),
    "state": ("countrylabel", "statelabel", "jurisdictionlabel", "country", "state"),
    "start": ("start", "starttime", "p580", "startdate"),
    "end": ("end", "endtime", "p582", "enddate"),
    "gender": ("genderlabel", "sexlabel", "gender"),
    "forms": ("aliases", "alsoknownas", "altlabel", "personaltlabel", "itemaltlabel"),
}
"""Columns under which queries return what a term needs, in lower case, the usual first."""


def own_csv(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of our own csv; the columns are `OWN_COLUMNS` in any order."""

    def term(where: str, row: Cells) -> Item:
        return RawTerm(
            where=where,
            person=row["person"],
            title=row.get("title", ""),
            state=row.get("state", ""),
            start=row["start"],
            end=row.get("end", ""),
            key=row.get("person_id", ""),
            office=row.get("office", ""),
            gender=gender(row.get("gender", "")),
            forms=several(row.get("names", "")),
            note=row.get("note", ""),
        )

    needed = (("person",), ("start",), ("office", "title"))
    return _table(file, name, needed, OWN_COLUMNS, term)


def holders_csv(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of a list of holders: position, person, personID, start, end and more.

    Such a list is of one state, which is given when it is imported unless a position names it.
    """

    def term(where: str, row: Cells) -> Item:
        return RawTerm(
            where=where,
            person=row["person"],
            title=row["position"],
            start=row["start"],
            end=row["end"],
            key=row.get("personID", ""),
            gender=gender(row.get("gender", "")),
            note="list of office holders",
        )

    needed = (("position",), ("person",), ("start",), ("end",))
    return _table(file, name, needed, None, term)


def query_csv(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of a query result: personLabel, positionLabel, start, end, countryLabel."""

    def term(where: str, row: Cells) -> Item:
        plain = {key.replace("_", "").lower(): value for key, value in row.items()}

        def cell(what: str) -> str:
            return next((plain[key] for key in _QUERY[what] if plain.get(key)), "")

        return RawTerm(
            where=where,
            person=cell("person"),
            title=cell("title"),
            state=cell("state"),
            start=cell("start"),
            end=cell("end"),
            key=cell("key").rpartition("/")[2],
            gender=gender(cell("gender")),
            forms=several(cell("forms").replace("|", ";")),
            note="Wikidata",
        )

    needed = (_QUERY["person"], _QUERY["title"], _QUERY["start"])
    return _table(file, name, needed, None, term)


def flat_pocom(file: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the terms of a flat list of principal officers and chiefs of mission of the United States.

    Rows of csv, or a JSON object a line, with kind, office_id, title, receiver, person_id, person,
    appointed, started, ended.
    """
    lines = lines_of(file, name)
    number, first = next(lines, (0, ""))
    if not first.lstrip().startswith("{"):
        file.seek(0)
        needed = tuple((one,) for one in ("kind", "office_id", "person", "started", "ended"))
        yield from _table(file, name, needed, None, pocom_term)
        return
    yield _json_row(number, first)
    for number, line in lines:
        if line.strip():
            yield _json_row(number, line)


def _json_row(number: int, line: str) -> Item:
    where = f"line {number}"
    try:
        row = json.loads(line)
    except ValueError as error:
        return Fault(where, f"no JSON: {error}")
    if not isinstance(row, dict):
        return Fault(where, "no JSON object")
    return pocom_term(where, {key: str(value or "").strip() for key, value in row.items()})


def pocom_term(where: str, row: Cells) -> Item:
    """Return a term of a list of officers of the Department of State.

    The first day is that on which the post was taken up; for an officer at home the day of the
    appointment stands in for it. A chief of mission who was appointed and never arrived has neither
    first nor last day, and so no term in office.
    """
    abroad = row.get("kind", "").startswith("missions")
    started, ended, appointed = row.get("started", ""), row.get("ended", ""), row.get("appointed", "")
    if not started and (ended or not abroad):
        started = appointed
    title, office = row.get("title", ""), ""
    if abroad:
        host = row.get("receiver") or row.get("office_id", "")
        title, office = chief(title, host, row.get("kind", ""))
    return RawTerm(
        where=where,
        person=row.get("person", ""),
        title=title or row.get("office_id", ""),
        state="USA",
        start=started,
        end=ended,
        key=row.get("person_id", ""),
        office=office,
        note="list of principal officers and chiefs of mission",
    )


def chief(rank: str, host: str, kind: str) -> tuple[str, str]:
    """Return title and key of the office of a chief of mission, by rank and host.

    >>> chief("Ambassador Extraordinary and Plenipotentiary", "russia", "missions-countries")
    ('Ambassador to Russia', 'ambassador-to-RUS')
    >>> chief("Envoy Extraordinary and Minister Plenipotentiary", "two-sicilies", "missions-countries")
    ('Envoy Extraordinary and Minister Plenipotentiary to Two Sicilies', 'ambassador-to-two-sicilies')
    """
    if kind == "missions-orgs":
        return ("", host) if rank == host else (rank, f"acting-{host}" if _acting(rank) else host)
    place = " ".join(word.capitalize() for word in host.split("-"))
    code = code_of(host) or host
    if _acting(rank):
        return f"{rank} in {place}", f"charge-daffaires-in-{code}"
    rank = "Ambassador" if rank.startswith("Ambassador") else rank or "Chief of mission"
    return f"{rank} to {place}", f"ambassador-to-{code}"


def _acting(rank: str) -> bool:
    return rank.lower().startswith("charg")


def gender(text: str) -> Literal["f", "m"] | None:
    """Return `f` or `m` out of how files write it; None for anything else."""
    match text.strip().lower():
        case "f" | "female" | "woman" | "women":
            return "f"
        case "m" | "male" | "man" | "men":
            return "m"
    return None


def _table(
    file: BinaryIO,
    name: str,
    needed: tuple[tuple[str, ...], ...],
    only: tuple[str, ...] | None,
    term: Callable[[str, Cells], Item],
) -> Iterator[Item]:
    """Yield what `term` makes of each row.

    One column out of each group of `needed` must be there, and none beyond `only`. Raises
    RegistryError when the columns are others.
    """
    head: list[str] = []
    rows = csv.reader((line for _, line in lines_of(file, name)), strict=True)
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Fault(f"line {rows.line_num}", f"no csv: {error}")
            continue
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        where = f"line {rows.line_num}"
        if not head:
            head = [cell.strip() for cell in cells]
            _check_columns(head, f"{name} {where}", needed, only)
            continue
        if len(cells) != len(head):
            yield Fault(where, f"{len(cells)} cells, {len(head)} columns")
            continue
        yield term(where, {key: cell.strip() for key, cell in zip(head, cells, strict=True)})


def _check_columns(
    head: list[str], where: str, needed: tuple[tuple[str, ...], ...], only: tuple[str, ...] | None
) -> None:
    plain = {column.replace("_", "").lower() for column in head} | set(head)
    missing = [" or ".join(group[:2]) for group in needed if not plain & set(group)]
    strange = [column for column in head if only and column not in only]
    if not missing and not strange:
        return
    what = f"no column {', '.join(missing)}" if missing else f"no such column: {', '.join(strange)}"
    wanted = ", ".join(only) if only else "; ".join(" or ".join(group[:2]) for group in needed)
    raise RegistryError(
        f"{where}: {what}, only {', '.join(head[:12])}", f"the format has the columns {wanted}"
    )
