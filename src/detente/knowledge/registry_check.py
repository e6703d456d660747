"""Tables of actors and tenures become a list of what contradicts itself in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from detente.knowledge.states import states
from detente.records import Actor, Tenure


def problems(
    actors: Mapping[str, Actor], tenures: Sequence[Tenure], many: frozenset[str]
) -> Iterator[str]:
    """Yield a sentence for each contradiction.

    A tenure whose holder nobody knows, without a beginning, or that ends before it begins; an office of
    a state or organisation nobody knows; two people in a single-seat office at once. One day on which
    one leaves and another comes is no overlap, nor are two terms that meet in the same month or year
    where the record is no more exact. Gaps are none: an office can be vacant.
    """
    known = set(states())
    for actor in actors.values():
        if actor.state is not None and actor.state not in known:
            yield f"{actor.id}: no state {actor.state!r}"
    for tenure in tenures:
        yield from _alone(tenure, actors, known)
    for office, held in _single_seats(tenures, many).items():
        for left, right in itertools.pairwise(held):
            if left.person != right.person and _overlap(left, right):
                yield (
                    f"{office}: {left.person} ({left.start.label()} to {left.end.label()}) and "
                    f"{right.person} ({right.start.label()} to {right.end.label()}) at once"
                )


def _alone(tenure: Tenure, actors: Mapping[str, Actor], known: set[str]) -> Iterator[str]:
    name = f"{tenure.office} of {tenure.person}"
    if tenure.person not in actors:
        yield f"{name}: no such person"
    if tenure.start.start is None:
        yield f"{name}: no beginning"
    elif tenure.end.end is not None and tenure.end.end < tenure.start.start:
        yield f"{name}: ends {tenure.end.label()} before it begins {tenure.start.label()}"
    if not tenure.office.startswith(f"{tenure.state}:"):
        yield f"{name}: the key is not of {tenure.state}"
    if tenure.state not in known and f"organisation:{tenure.state.lower()}" not in actors:
        yield f"{name}: no state or organisation {tenure.state!r}"
    if not tenure.note:
        yield f"{name}: no note of what it rests on"


def _single_seats(tenures: Sequence[Tenure], many: frozenset[str]) -> dict[str, list[Tenure]]:
    offices: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        if tenure.office not in many and tenure.start.start is not None:
            offices.setdefault(tenure.office, []).append(tenure)
    for held in offices.values():
        held.sort(key=lambda tenure: (tenure.start.start, tenure.start.end))
    return offices


def _overlap(left: Tenure, right: Tenure) -> bool:
    """Whether the later term surely begins before the earlier ends, to the precision of both."""
    if left.end.start is None:
        return True
    return right.start.end is not None and right.start.end < left.end.start
