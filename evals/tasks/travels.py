"""A diary of journeys: remark -> who was met, and the row's own place and days, kept through reading.

Gold files are `travels` (a row for each trip abroad) or `visits` (for each guest), known by their
columns. Wanted of a row are its days, its towns (one of them is enough) with the state, and the people
the remark says were met. A remark carries no labels: wanted of it are the names behind
a title after "met with", "meeting with", "audience with" and the like, by a plain pattern of this file
that shares nothing with the reader. So `participants_f1` says that nothing is lost or made up in
reading the lists; a found name behind a rarer title (an envoy, a mayor) is left out of the count, and
it does not say whom the clerk forgot. `dates` and `places` are shares of rows.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.knowledge.diaries import Assertion, DiaryFormat, read_diary
from evals.metrics.slots import Counts, fold

_MET = re.compile(
    r"(?:[Mm]et(?: \w+)? with|[Mm]et|(?:[Mm]eetings?|[Tt]alks|[Dd]iscussions|[Ss]ummit meeting"
    r"|[Aa]udience|[Cc]onferences?|[Cc]onsultations) with|[Dd]iscussed [^.;]* with) (?P<who>[^.;]*)"
)
_TITLED = re.compile(
    r"\b(?:President|Prime Minister|Foreign Minister|Foreign Secretary|King|Queen|Pope|Chancellor|"
    r"Premier|Emperor|Shah|Sultan|Emir|Amir|Chairman|General Secretary|Secretary-General|Crown Prince) "
    r"(?P<name>(?:[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]+|[IVX]+\b|de|la|van|von|bin|al-\w+))*)"
)
_AFTER = re.compile(
    r"\b(?:attend|sign|address|visit|deliver|accompan|participat|for the|memorial|funeral|to discuss|"
    r"while|during|inaugurat|on the|at the|in [A-Z])"
)


def run(paths: list[Path]) -> dict[str, object]:
    """Return F1 over all slots, and for participants, places and days by themselves."""
    counts = {slot: Counts() for slot in ("participants", "places", "dates")}
    n = 0
    missed: list[str] = []
    for path in paths:
        rows = list(rows_of(path))
        n += len(rows)
        form: DiaryFormat = "visits" if rows and "visitor" in rows[0] else "travels"
        by_line: dict[int, list[Assertion]] = {}
        for item in read_diary(rows, form, path.name):
            by_line.setdefault(item.line, []).append(item)
        for line, row in enumerate(rows, 1):
            score(row, form, by_line.get(line, []), counts, missed)
    whole = Counts()
    for one in counts.values():
        whole.add(one.right, one.found, one.wanted)
    return {
        "n": n,
        "f1": whole.f1,
        "participants_f1": counts["participants"].f1,
        "places_f1": counts["places"].f1,
        "dates_f1": counts["dates"].f1,
        "missed": missed[:40],
    }


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of JSON lines, packed or plain."""
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def score(
    row: dict[str, Any],
    form: DiaryFormat,
    found: list[Assertion],
    counts: dict[str, Counts],
    missed: list[str],
) -> None:
    """Add one row to the counts."""
    words = (row["remarks"] if form == "travels" else row["description"]) or ""
    wanted = met_in(words)
    said = Counter(last(p.text) for a in found if a.form == "meeting" for p in a.participants[1:])
    sure = [name for name in said if name in wanted or not sure_names(words, name)]
    right = sum(name in said for name in wanted)
    counts["participants"].add(right, len(sure), len(wanted))
    missed.extend(f"{row['id']} {name}" for name in wanted if name not in said)
    visit = next((a for a in found if a.form == "visit"), None)
    days = visit is not None and (str(visit.date.start), str(visit.date.end)) == (
        row["start"],
        row["end"],
    )
    counts["dates"].add(int(days), int(visit is not None), 1)
    if form == "travels":
        towns = [fold(town) for town in re.split(r"[,;]", row["locale"] or row["country"])]
        where = fold(visit.place.name) if visit and visit.place else ""
        near = any(town and (town in where or where in town) for town in towns if where)
        known = visit is not None and visit.place is not None and visit.place.state is not None
        counts["places"].add(int(near and known), int(visit is not None), 1)
        if not (near and known):
            missed.append(f"{row['id']} place {row['locale']}, {row['country']}")
    else:
        home = visit is not None and visit.participants[0].state is not None
        counts["places"].add(int(home), int(visit is not None), 1)
        if not home:
            missed.append(f"{row['id']} from {row['from']}")


def met_in(words: str) -> set[str]:
    """Return the last names of the titled people after words of contact.

    >>> sorted(met_in("Met with President Sample and Foreign Minister de la Case. Signed a treaty."))
    ['case', 'sample']
    """
    found: set[str] = set()
    for match in _MET.finditer(words):
        who = _AFTER.split(match["who"])[0]
        found |= {last(person["name"]) for person in _TITLED.finditer(who)}
        found |= {
            last(name) for name in re.findall(r"Foreign Minister ((?:de la |de |van )[A-Z]\w+)", who)
        }
    return found - {""}


def sure_names(words: str, name: str) -> bool:
    """Say whether a name stands in the remark: what is not in it was made up."""
    return name in fold(words).split()


def last(name: str) -> str:
    """Return the last word of a name without accents, case and numerals."""
    parts = [part for part in fold(name).split() if not re.fullmatch(r"[ivx]+|s|jr|sr", part)]
    return parts[-1] if parts else ""
