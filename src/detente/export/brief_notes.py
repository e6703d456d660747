"""How a footing of a briefing is cited: outlet, day, headline, sentence, reference."""

from __future__ import annotations

from detente.export.brief_words import Words
from detente.query.brief_lines import Brief, Footing, Line


def cited(one: Footing, w: Words) -> tuple[str, str, str, str]:
    """Return who printed it and when, the headline, the sentence and the reference, as text.

    The day is left out where it is not known, never guessed.
    """
    where = one.outlet or w("unnamed")
    day = w.when(one.published)
    title = f"{w.quoted(one.title)}" if one.title else w("untitled")
    return (f"{where}, {day}" if day else where), title, w.quoted(one.sentence), f"[{one.ref.label}]"


def numbered(brief: Brief) -> dict[Footing, int]:
    """Return the number of each footing: 1 for the first that is used."""
    return {one: number for number, one in enumerate(brief.notes(), 1)}


def marks(line: Line, numbers: dict[Footing, int]) -> list[int]:
    """Return the numbers of a line's footings, in order."""
    return sorted(numbers[one] for one in line.evidence)
