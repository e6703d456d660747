"""CAMEO triples from the raw sentence, exactly: actor and recipient with their sectors, and the code.

Gold rows hold `text` and `gold`, a list of `{sourcecode, targetcode, eventcode}`, or of `{noevents}`
where nothing is to be coded. `root_f1` compares states and roots alone: the gold was made from the
output of another coder, whose third and fourth digits follow its own dictionary.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.annotate import annotate_many
from detente.export.cameo import dyads, party_code
from detente.knowledge.cameo import cameo_of
from detente.records import Event
from evals.gold import rows
from evals.tasks.events import code, pair

Triple = tuple[str, str, str]


def run(paths: list[Path]) -> dict[str, object]:
    """Return F1 of exact triples, and of states with roots, over the rows of the files."""
    gold = [row for row in rows(paths) if row["text"].strip()]
    wanted = [triples_of(row) for row in gold]
    found = [
        {triple for event in code(parse) for triple in coded(event)}
        for parse in annotate_many(pair(row["text"]) for row in gold)
    ]
    rough_wanted = [{rough(t) for t in one} for one in wanted]
    rough_found = [{rough(t) for t in one} for one in found]
    return {
        "n": len(gold),
        "triple_f1": f1(wanted, found),
        "root_f1": f1(rough_wanted, rough_found),
        "silent": round(
            sum(not f for w, f in zip(wanted, found, strict=True) if not w)
            / max(1, sum(not w for w in wanted)),
            4,
        ),
    }


def triples_of(row: dict[str, Any]) -> set[Triple]:
    """Return the triples of a gold row; none where it says that there is nothing to code."""
    return {
        (one["sourcecode"], one["targetcode"], one["eventcode"])
        for one in row["gold"]
        if one.get("eventcode")
    }


def coded(event: Event) -> set[Triple]:
    """Return the triples of an event; none for one that did not happen."""
    if event.factuality in ("hypothetical", "denied"):
        return set()
    digits = cameo_of(event.type, event.mode, event.rule)
    return {(party_code(one), party_code(other), digits) for one, other in dyads(event)}


def rough(triple: Triple) -> Triple:
    """Return a triple with states and the root alone.

    >>> rough(("RUSGOV", "USAMIL", "0874"))
    ('RUS', 'USA', '08')
    """
    return triple[0][:3], triple[1][:3], triple[2][:2]


def f1(wanted: list[set[Triple]], found: list[set[Triple]]) -> float:
    """Return the micro F1 of sets, sentence by sentence."""
    right = sum(len(w & f) for w, f in zip(wanted, found, strict=True))
    return round(2 * right / max(1, sum(map(len, wanted)) + sum(map(len, found))), 4)
