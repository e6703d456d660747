"""What would settle a forecast: the rows that are looked for in what is printed later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.link.outcomes import SHARED, Target, speaks_of_meeting, stems, thing_of

_SHOWN = 5
_WORD = re.compile(r"[^\W\d_]{4,}")


def sought(target: Target, people: Sequence[str] = ()) -> tuple[str, ...]:
    """Return in words which later rows would settle a forecast, the surest first.

    A meeting of the `people` whom the claim names, if it speaks of meeting; a report that the thing was
    made that it says there will be; an act told in its words; a statement in which the forecaster looks
    back. Empty for a claim of too few words by nobody who has a name.

    >>> from detente.records import Forecast, Participant, When
    >>> who = Participant("Ida Lund", "Lund", "local:lund", "person")
    >>> row = Forecast("f", "a", 1, who, None, "There will be a treaty", "issue:trade", When(),
    ...                None, None, None, 0.5, "rule", ())
    >>> sought(Target(row, When(), frozenset()))
    ('a report that a treaty was made', 'a statement in which Ida Lund looks back on it')
    """
    row = target.forecast
    found = []
    if people and speaks_of_meeting(row.claim):
        kind = "meeting" if len(people) > 1 else "visit or meeting"
        found.append(f"a {kind} of {' and '.join(people)}")
    if (thing := thing_of(row.claim)) and row.issue:
        found.append(f"a report that a {thing} was made")
    names = {stem for name in target.names for stem in stems(name)}
    words = [word for word in dict.fromkeys(_WORD.findall(row.claim)) if stems(word) - names]
    if len(words) >= SHARED:
        found.append(f"an act told with {SHARED} of these words: {', '.join(words[:_SHOWN])}")
    if row.forecaster.kind == "person":
        found.append(f"a statement in which {row.forecaster.name} looks back on it")
    return tuple(found)
