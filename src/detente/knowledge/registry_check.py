"""Tables of actors and tenures become a list of what contradicts itself, and of what looks odd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from detente.knowledge.states import states
from detente.records import Actor, Tenure

_ACTING = ("acting", "interim", "caretaker", "charg", "ad interim", "provisional")
_VACANT_DAYS = 400
"""Days without a holder that are worth a look: longer than any hand-over."""
_LONG_YEARS = 15
"""Years after which an open term is worth a look."""


def problems(
    actors: Mapping[str, Actor], tenures: Sequence[Tenure], many: frozenset[str]
) -> Iterator[str]:
    """Yield a sentence for each contradiction.

    A tenure whose holder nobody knows, without a beginning, or that ends before it begins; an office of
    a state or organisation nobody knows, or of a state before or after its time; two people in a
    single-seat office at once, or one person twice. One day on which one leaves and another comes is
    no overlap, nor are two terms that meet in the same month or year where the record is no more
    exact, and an acting holder may stand beside the one they act for.
    """
    known = states()
    for actor in actors.values():
        if actor.state is not None and actor.state not in known:
            yield f"{actor.id}: no state {actor.state!r}"
    for tenure in tenures:
        yield from _alone(tenure, actors)
    for office, held in _by_office(tenures).items():
        for index, left in enumerate(held):
            for right in held[index + 1 :]:
                if left.person == right.person:
                    at_once = _overlap(left, right) and left.title == right.title
                else:
                    single = office not in many and not acting(left) and not acting(right)
                    at_once = single and _overlap(left, right)
                if at_once:
                    yield (
                        f"{office}: {left.person} ({left.start.label()} to {left.end.label()}) and "
                        f"{right.person} ({right.start.label()} to {right.end.label()}) at once"
                    )


def remarks(tenures: Sequence[Tenure], many: frozenset[str], on: date) -> Iterator[str]:
    """Yield a sentence for what may be right and is worth a look.

    A single-seat office that nobody is known to have held for over a year between two holders; a term
    that began many years before `on` and has no end.
    """
    for office, held in _by_office(tenures).items():
        for tenure in held:
            start = tenure.start.start
            if start and not tenure.end.known and (on - start).days > _LONG_YEARS * 365:
                yield f"{office}: {tenure.person} since {tenure.start.label()}, with no end"
        if office in many:
            continue
        last: Tenure | None = None
        for tenure in held:
            gap = _days_between(last, tenure) if last is not None else 0
            if last is not None and gap > _VACANT_DAYS:
                yield (
                    f"{office}: nobody from {last.end.label()} ({last.person}) to "
                    f"{tenure.start.label()} ({tenure.person})"
                )
            if last is None or _ends(tenure) > _ends(last):
                last = tenure


def acting(tenure: Tenure) -> bool:
    """Say whether somebody held an office in the place of another, by the title.

    >>> from detente.knowledge.registry_load import when_of
    >>> deputy = ("person:a", "FRA:head-of-state", "Acting President", "FRA")
    >>> acting(Tenure(*deputy, when_of("2001"), when_of("2001"), "a note"))
    True
    """
    return tenure.title.lower().startswith(_ACTING)


def _alone(tenure: Tenure, actors: Mapping[str, Actor]) -> Iterator[str]:
    name = f"{tenure.office} of {tenure.person}"
    start, end = tenure.start, tenure.end
    if tenure.person not in actors:
        yield f"{name}: no such person"
    if start.start is None:
        yield f"{name}: no beginning"
    elif end.end is not None and end.end < start.start:
        yield f"{name}: ends {end.label()} before it begins {start.label()}"
    if not tenure.office.startswith(f"{tenure.state}:"):
        yield f"{name}: the key is not of {tenure.state}"
    state = states().get(tenure.state)
    if state is None and f"organisation:{tenure.state.lower()}" not in actors:
        yield f"{name}: no state or organisation {tenure.state!r}"
    elif state is not None and start.start is not None:
        if state.first_year and start.end and start.end.year < state.first_year:
            yield f"{name}: begins {start.label()}, {state.name} began in {state.first_year}"
        if state.last_year and start.start.year > state.last_year:
            yield f"{name}: begins {start.label()}, {state.name} ended in {state.last_year}"
    if not tenure.note:
        yield f"{name}: no note of what it rests on"


def _by_office(tenures: Sequence[Tenure]) -> dict[str, list[Tenure]]:
    """Return the dated tenures of each office in order of time."""
    offices: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        if tenure.start.start is not None:
            offices.setdefault(tenure.office, []).append(tenure)
    for held in offices.values():
        held.sort(key=lambda tenure: (tenure.start.start, tenure.start.end))
    return offices


def _overlap(left: Tenure, right: Tenure) -> bool:
    """Whether the later term surely begins before the earlier ends, to the precision of both."""
    if left.end.start is None:
        return True
    return right.start.end is not None and right.start.end < left.end.start


def _ends(tenure: Tenure) -> date:
    return tenure.end.end or date.max


def _days_between(left: Tenure, right: Tenure) -> int:
    """Days that surely lie between two terms."""
    if left.end.end is None or right.start.start is None:
        return 0
    return (right.start.start - left.end.end).days
