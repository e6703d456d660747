"""What lists are asked, in the query of an address: the same words for every kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, HTTPException, Query, Request

from detente.errors import UnknownName
from detente.interfaces.server.reading import FirstDay, LastDay, Reading, reading
from detente.query.filters import Filters
from detente.query.names import state_code
from detente.query.paging import MOST, USUAL, Sort

Include = Literal["evidence"]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Most items of the page.")]
Next = Annotated[
    str | None,
    Query(max_length=2000, description="`next` of the page before, with the same filters and order."),
]
Fields = Annotated[
    list[str] | None,
    Query(description="Only these fields of each item, and its id: repeated, or parted by commas."),
]


@contextmanager
def sound() -> Iterator[None]:
    """Make an UnknownName that a question raises the asker's mistake: 422, not 404."""
    try:
        yield
    except UnknownName as error:
        raise HTTPException(422, str(error)) from error


def period(since: date | None, until: date | None) -> None:
    """Refuse a period that ends before it begins."""
    if since and until and since > until:
        raise HTTPException(422, f"from: {since} is after to: {until}; a period begins before it ends")


def known_only(request: Request) -> None:
    """Refuse a parameter that the path does not have: one that is misspelt would filter nothing."""
    route = request.scope.get("route")
    dependant = getattr(route, "dependant", None)
    if dependant is None:
        return
    known = set(_names(dependant))
    if wrong := sorted(set(request.query_params) - known):
        there = f"parameters are {', '.join(sorted(known))}" if known else "it takes none"
        raise HTTPException(422, f"no parameter {', '.join(wrong)}; {there}")


def _names(dependant: Any) -> Iterator[str]:
    """Yield the names of the parameters that a path, and what it depends on, takes from the query."""
    yield from (field.alias for field in dependant.query_params)
    for below in dependant.dependencies:
        yield from _names(below)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list was asked."""

    at: Reading
    """The archive."""
    filters: Filters
    """Which items."""
    sort: Sort
    """In which order."""
    limit: int
    """How many."""
    next: str | None
    """Where to go on."""
    fields: tuple[str, ...]
    """Which fields; all where none is named."""
    evidence: bool
    """Whether with ranges of text."""

    def also(self, **more: Any) -> Asked:
        """Return the same with more filters."""
        return replace(self, filters=replace(self.filters, **more))


def split(fields: list[str] | None) -> tuple[str, ...]:
    """Return field names given one by one or parted by commas.

    >>> split(["id,date", "speaker"])
    ('id', 'date', 'speaker')
    """
    names = (name.strip() for part in fields or () for name in part.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def filters(
    at: Reading = Depends(reading),
    state: Annotated[
        list[str] | None,
        Query(description="A state that must take part, by code or name; repeated: all of them."),
    ] = None,
    actor: Annotated[
        list[str] | None,
        Query(description="Somebody who must take part, by name or id; repeated: any of them."),
    ] = None,
    by: Annotated[
        list[str] | None,
        Query(description="Who must speak, stand or foretell; repeated: any of them."),
    ] = None,
    by_state: Annotated[str | None, Query(description="The state that this one is of.")] = None,
    issue: Annotated[str | None, Query(description="An issue, by id or name: `syria`.")] = None,
    article: Annotated[str | None, Query(description="An article, by its id or short id.")] = None,
    outlet: Annotated[str | None, Query(description="The outlet, in any case of letters.")] = None,
    since: Annotated[
        FirstDay, Query(alias="from", description="First day on which it happened or was said.")
    ] = None,
    until: Annotated[LastDay, Query(alias="to", description="Last day, inclusive.")] = None,
    reported_from: Annotated[FirstDay, Query(description="First day of print.")] = None,
    reported_to: Annotated[LastDay, Query(description="Last day of print, inclusive.")] = None,
) -> Filters:
    """Give the filters of a question, names made ids; 422 for a name that nobody knows."""
    period(since, until)
    period(reported_from, reported_to)
    with sound():
        found = at.filters(states=state or [], issue=issue, article=article, since=since, until=until)
        return replace(
            found,
            actors=_ids(at, actor),
            by=_ids(at, by),
            by_state=state_code(by_state) if by_state else None,
            outlet=outlet or None,
            reported_since=reported_from,
            reported_until=reported_to,
        )


def asked(
    at: Reading = Depends(reading),
    filters: Filters = Depends(filters),
    sort: Annotated[
        Sort, Query(description="By the day it happened or was first printed; `-`: latest first.")
    ] = "day",
    limit: Limit = USUAL,
    next: Next = None,
    fields: Fields = None,
    include: Annotated[
        list[Include] | None, Query(description="`evidence`: the ranges of text behind each item.")
    ] = None,
) -> Asked:
    """Give what a list was asked."""
    return Asked(at, filters, sort, limit, next, split(fields), bool(include))


def _ids(at: Reading, names: list[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for name in names or () if name for one in at.actors(name)))
