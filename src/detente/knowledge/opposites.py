"""Words that take opposite sides of one matter: agreed and refused, constructive and fruitless.

A word of the table says which side of which axis it is on, nothing about whether the sentence asserts
it: negation, questions and hopes are for the reader of the sentence. The table is ours; a word with two
common senses (`back`, `support` as a noun of arms) is in it only where news uses it in one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.knowledge.tables import rows, several

Kind = Literal["act", "judgement"]
_KEY = 2
"""First letters by which entries are looked up."""
_STARTS = re.compile(r"\b\w")


@dataclass(frozen=True, slots=True)
class Pole:
    """A word of a text that is on one side of an axis."""

    axis: str
    """`accept`, `attend`, `outcome`, `relations` ...: see `knowledge/data/opposites.tsv`."""
    kind: Kind
    """`act` for what somebody did or will do, `judgement` for what somebody thinks of it."""
    sign: int
    """1 or -1: the side, before any negation."""
    start: int
    """First character."""
    end: int
    """One past the last character."""


def poles(text: str) -> list[Pole]:
    """Return the words of a text that are on one side of an axis, in order; the longest match wins.

    >>> [(one.axis, one.sign) for one in poles("The talks were constructive; Tehran refused to sign.")]
    [('outcome', 1), ('accept', -1)]
    """
    by_start, groups = _table()
    found = []
    done = 0
    for start in _STARTS.finditer(text):
        pattern = by_start.get(text[start.start() : start.start() + _KEY].casefold())
        match = pattern.match(text, start.start()) if pattern and start.start() >= done else None
        if match:
            axis, kind, sign = groups[match.lastgroup or ""]
            found.append(Pole(axis, kind, sign, match.start(), match.end()))
            done = match.end()
    return found


def axes() -> dict[str, Kind]:
    """Return the axes by name with their kind."""
    return {axis: kind for axis, kind, _ in _table()[1].values()}


@cache
def _table() -> tuple[dict[str, re.Pattern[str]], dict[str, tuple[str, Kind, int]]]:
    """Return a pattern for the entries of each two first letters, and what its named groups mean."""
    groups: dict[str, tuple[str, Kind, int]] = {}
    entries: list[tuple[str, tuple[str, Kind, int]]] = []
    for row in rows("opposites.tsv"):
        kind: Kind = "act" if row["kind"] == "act" else "judgement"
        for column, sign in (("plus", 1), ("minus", -1)):
            entries += [(entry, (row["axis"], kind, sign)) for entry in several(row[column])]
    entries.sort(key=lambda pair: -len(pair[0]))
    parts: dict[str, list[str]] = {}
    for number, (entry, meaning) in enumerate(entries):
        words = re.escape(entry).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        groups[f"g{number}"] = meaning
        parts.setdefault(entry[:_KEY].casefold(), []).append(rf"(?P<g{number}>{words})")
    return {
        start: re.compile(rf"(?:{'|'.join(found)})\b", re.IGNORECASE) for start, found in parts.items()
    }, groups
