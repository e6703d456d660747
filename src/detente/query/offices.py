"""Who held which office, on a day or through a period, out of the registry's tenures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from detente.query.desk import Reference
from detente.query.views import Holder, OfficeView
from detente.records import Tenure, When

LEADING = ("head-of-state", "head-of-government", "foreign-minister")
"""The offices of a state that a record begins with."""


def holders(reference: Reference, state: str, role: str, period: When) -> tuple[Holder, ...]:
    """Return who held an office of a state in a period, in order of time; none where nobody knows.

    An unknown period is any time. Somebody who came back has a holder for each tenure.
    """
    held = [
        tenure
        for tenure in reference.tenures
        if tenure.office == f"{state}:{role}" and _tenure(tenure).overlaps(period)
    ]
    ordered = sorted(held, key=lambda tenure: (tenure.start.start or date.min, tenure.person))
    return tuple(_holder(tenure, reference, period) for tenure in ordered)


def offices(reference: Reference, states: Iterable[str], period: When) -> tuple[OfficeView, ...]:
    """Return the leading offices of states; an office whose holders are all shown already is not."""
    found: list[OfficeView] = []
    for state in states:
        shown: list[tuple[Holder, ...]] = []
        for role in LEADING:
            held = holders(reference, state, role, period)
            if not held or _persons(held) in map(_persons, shown):
                continue
            shown.append(held)
            found.append(OfficeView(state, f"{state}:{role}", held[0].title, held))
    return tuple(found)


def _persons(held: Sequence[Holder]) -> tuple[str, ...]:
    return tuple(holder.person for holder in held)


def _tenure(tenure: Tenure) -> When:
    return When(tenure.start.start, tenure.end.end)


def _holder(tenure: Tenure, reference: Reference, period: When) -> Holder:
    start, end = tenure.start.start, tenure.end.end
    return Holder(
        person=tenure.person,
        name=reference.actor_names.get(tenure.person, tenure.person),
        title=tenure.title,
        start=start,
        end=end,
        began_within=bool(start and period.start and start > period.start),
        ended_within=bool(end and period.end and end < period.end),
    )
