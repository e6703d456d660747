"""Scores of coded events: micro precision, recall and F1 of triples, dyads and types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Triple = tuple[str, str, str]
NOBODY = "---"
_ONE_TYPE = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}


def merged(type_: str) -> str:
    """Return the type as it is scored: CONCEDE and RETREAT are one."""
    return _ONE_TYPE.get(type_, type_)


def crossed(actors: Iterable[str], recipients: Iterable[str], type_: str) -> set[Triple]:
    """Return the triples of an event: actor by recipient; without a recipient all ordered pairs of
    different actors, and one actor alone with nobody.
    """  # fmt: skip
    sides, others = list(actors), list(recipients)
    if others:
        return {(a, b, merged(type_)) for a in sides for b in others}
    if len(sides) > 1:
        return {(a, b, merged(type_)) for a in sides for b in sides if a != b}
    return {(a, NOBODY, merged(type_)) for a in sides}


def gold_triples(row: Mapping[str, Any]) -> set[Triple]:
    """Return the triples of a gold row."""
    sides = []
    for key in ("source", "target"):
        # A few rows hold a bare word where the list of actors should be: nobody is coded there.
        listed = row[key] if isinstance(row[key], list) else []
        sides.append([side.get("code", "")[:3] for side in listed])
    return crossed(sides[0], sides[1], row["label"])


def scores(pairs: Iterable[tuple[set[Triple], set[Triple]]]) -> dict[str, float]:
    """Return `triple_f1`, `dyad_f1`, `type_f1` and their parts of (gold, predicted) per sentence."""
    views: dict[str, Callable[[Triple], object]] = {
        "triple": lambda t: t,
        "dyad": lambda t: t[:2],
        "type": lambda t: t[2],
    }
    both = list(pairs)
    result: dict[str, float] = {}
    for name, view in views.items():
        right = wanted = given = 0
        for gold, predicted in both:
            g, p = {view(t) for t in gold}, {view(t) for t in predicted}
            right, wanted, given = right + len(g & p), wanted + len(g), given + len(p)
        result[f"{name}_p"] = round(right / max(given, 1), 4)
        result[f"{name}_r"] = round(right / max(wanted, 1), 4)
        result[f"{name}_f1"] = round(2 * right / max(wanted + given, 1), 4)
    return result
