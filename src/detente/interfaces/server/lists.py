"""What every list is asked with: states, an issue, days, an order, and where the page begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from fastapi import Query

from detente.interfaces.server.reading import FirstDay, LastDay

LIMIT = 50
"""Items of a page where nobody asks for another number."""
MOST = 200
Order = Literal["day", "-day", "reported", "-reported"]


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list is asked for."""

    states: tuple[str, ...]
    """States that must take part, as written."""
    issue: str
    """An issue, as written; empty for all."""
    since: date | None
    """First day."""
    until: date | None
    """Last day."""
    sort: Order
    """The order."""
    limit: int
    """Most items."""
    after: str | None
    """Where the page begins; None for the first."""

    @property
    def pair(self) -> tuple[str, str] | None:
        """Return the two states that are told apart by colour; None where there are not two."""
        return (self.states[0], self.states[1]) if len(self.states) == 2 else None


def listing(
    states: Annotated[list[str] | None, Query(description="States, each of which takes part.")] = None,
    issue: str = "",
    since: Annotated[FirstDay, Query(alias="from")] = None,
    until: Annotated[LastDay, Query(alias="to")] = None,
    days: Annotated[int | None, Query(ge=1, le=3660)] = None,
    sort: Order = "-reported",
    limit: Annotated[int, Query(ge=1, le=MOST)] = LIMIT,
    after: str | None = None,
) -> Listing:
    """Give how a list is asked for; `days` is another way to write `to`, counted from `from`."""
    if since and days and until is None:
        until = since + timedelta(days=days - 1)
    given = tuple(state for state in states or () if state.strip())
    return Listing(given, issue, since, until, sort, limit, after or None)
