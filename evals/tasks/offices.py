"""Who held an office on a day, after its holders were imported with the code of `registry import`.

Gold is a list of terms of principal officers and chiefs of mission, read as `pocom`. For every term
that has a beginning: the person is among the holders on the first, a middle and the last day, and is
not on the day before and the day after, unless another row of the same person and office says so. A
person without any beginning holds that office on no day. `builtin_agreement` compares the terms of
the United States in the built-in registry with the gold: the same day, or the same month or year
where ours is no more exact.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from detente.errors import RegistryError
from detente.knowledge.names import fold
from detente.knowledge.registry import Registry, covers, registry
from detente.knowledge.registry_import import RawTerm, read_layer
from detente.knowledge.registry_import.tables import pocom_term
from detente.knowledge.registry_import.terms import iso
from detente.knowledge.registry_layer import layered
from detente.knowledge.registry_load import when_of
from detente.records import Tenure, When
from evals import gold

_SHOWN = 12


@dataclass(frozen=True)
class Term:
    """A term as gold gives it."""

    person: str
    key: str
    office: tuple[str, str, str]
    start: When
    end: When


def run(paths: list[Path]) -> dict[str, object]:
    """Return the share of right answers, on all days and on boundary days."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "offices.jsonl"
        rows = list(gold.rows(paths))
        file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        imported = read_layer(file, "pocom", registry(), keep_going=True)
    known = layered(registry(), imported.layer)
    terms = [term for row in rows if (term := term_of(row)) is not None]
    bearers, builtin = bearers_of(known), bearers_of(registry())
    held: dict[tuple[str, tuple[str, str, str]], list[Term]] = defaultdict(list)
    namesakes: dict[tuple[str, tuple[str, str, str]], set[str]] = defaultdict(set)
    for term in terms:
        held[term.key, term.office].append(term)
        namesakes[fold(term.person), term.office].add(term.key)
    right = asked = boundary_right = boundary = never = undated = 0
    missed: list[str] = []
    for (key, office), own in held.items():
        dated = [term for term in own if term.start.start]
        name = own[0].person
        if not dated:
            # A namesake of the same post is another person; what the built-in registry dates, it dates.
            alone = namesakes[fold(name), office] == {key}
            if alone and not holds(registry(), builtin, name, office, None):
                undated += 1
                if not holds(known, bearers, name, office, None):
                    never += 1
                else:
                    missed.append(f"{name} ({key}), {office[1]}: in office, gold has no beginning")
            continue
        for term in dated:
            for day, at_boundary in days_of(term):
                wanted = any(inside(one, day) for one in dated)
                found = holds(known, bearers, name, office, day)
                asked += 1
                right += found == wanted
                boundary += at_boundary
                boundary_right += at_boundary and found == wanted
                if found != wanted and len(missed) < _SHOWN:
                    missed.append(f"{name} ({key}), {office[1]}, {day}: {found}, gold says {wanted}")
    agreeing, compared, apart = agreement(known, imported.layer.tenures)
    return {
        "n": len(rows),
        "terms": len(imported.layer.tenures),
        "left_out": [str(fault) for fault in imported.faults],
        "accuracy": round(right / asked, 5) if asked else 0.0,
        "boundary_accuracy": round(boundary_right / boundary, 5) if boundary else 0.0,
        "undated_never_in_office": round(never / undated, 5) if undated else 1.0,
        "builtin_compared": compared,
        "builtin_agreement": round(agreeing / compared, 4) if compared else 1.0,
        "apart": apart,
        "missed": missed,
    }


def term_of(row: dict[str, str]) -> Term | None:
    """Return a term of a gold row; None for one that is wrong in itself or names nobody."""
    raw = pocom_term("", {key: value or "" for key, value in row.items()})
    if not isinstance(raw, RawTerm) or not raw.person:
        return None
    try:
        start, end = when_of(iso(raw.start)), when_of(iso(raw.end))
    except RegistryError:
        return None
    if start.start and end.end and end.end < start.start:
        return None
    office = (row["kind"], row["office_id"], raw.office or raw.title)
    return Term(raw.person, raw.key, office, start, end)


def days_of(term: Term) -> Iterator[tuple[date, bool]]:
    """Yield days on which to ask, and whether they are the first or last of the term."""
    assert term.start.start
    first, last = term.start.start, term.end.end
    yield first, True
    yield first - timedelta(days=1), False
    if last:
        yield last, True
        yield first + (last - first) // 2, False
        if last < date(9999, 12, 31):
            yield last + timedelta(days=1), False
    else:
        yield first + timedelta(days=30), False


def inside(term: Term, day: date) -> bool:
    """Say whether a day lies in a term, both its ends included."""
    first, last = term.start.start, term.end.end
    return first is not None and first <= day and (last is None or day <= last)


def bearers_of(known: Registry) -> dict[str, list[str]]:
    """Return the ids of persons by every folded name."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in known.forms:
        if form.actor_id.startswith("person:"):
            found[fold(form.text)].append(form.actor_id)
    return found


def holds(
    known: Registry,
    bearers: dict[str, list[str]],
    name: str,
    office: tuple[str, str, str],
    day: date | None,
) -> bool:
    """Say whether somebody of a name holds an office on a day; without a day, on any day at all."""
    keys = _keys(known, office[2])
    for person in bearers.get(fold(name), ()):
        for tenure in known.tenures_of(person):
            if tenure.office in keys and (day is None or covers(tenure, (day, day))):
                return True
    return False


@lru_cache(maxsize=4096)
def _keys(known: Registry, office: str) -> frozenset[str]:
    return frozenset((*known.offices(f"USA:{office}", "USA"), *known.offices(office, "USA")))


def agreement(known: Registry, imported: tuple[Tenure, ...]) -> tuple[int, int, list[str]]:
    """Compare the built-in terms of the United States with those of the gold."""
    theirs: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in imported:
        theirs[tenure.person, tenure.office].append(tenure)
    right = compared = 0
    apart: list[str] = []
    for ours in registry().tenures:
        others = theirs.get((ours.person, ours.office), [])
        if ours.state != "USA" or not others:
            continue
        compared += 1
        if any(_same(ours.start, one.start) and _same(ours.end, one.end) for one in others):
            right += 1
        else:
            days = " or ".join(f"{one.start.label()} to {one.end.label()}" for one in others)
            apart.append(
                f"{ours.office} {ours.person}: {ours.start.label()} to {ours.end.label()}, gold {days}"
            )
    return right, compared, apart


def _same(ours: When, theirs: When) -> bool:
    if not ours.known or not theirs.known:
        return True
    return ours.overlaps(theirs)
