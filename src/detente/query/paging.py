"""A list is read a page at a time: some items, and an opaque word that the next page begins with.

    asked = Filters(issue="issue:syria")
    page = page_of_statements(conn, reference, asked, sort="-day", limit=50)
    more = page_of_statements(conn, reference, asked, sort="-day", limit=50, after=page.next)

Every kind has its own read beside its list (`query.statements.page_of_statements` and so on), and all
take the same: filters, an order, a limit and where to go on. A page is found by where the last one
ended, never by counting rows over, so that the thousandth costs what the first does, and rows that are
added meanwhile move nothing.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, get_args

from detente.errors import UnknownName

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Sort = Literal["day", "-day", "reported", "-reported"]
"""By the day it happened, or the day it was first printed; with "-" the latest first. What has no day
stands after all that has one, and so comes first in an order that begins with the latest."""
SORTS: tuple[str, ...] = get_args(Sort)
USUAL = 50
"""Items of a page where nobody asks for another number."""
MOST = 500
"""Most items of a page."""
COUNTED = 10_000
"""Items up to which a page says how many there are in all."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """Some items of a list, in order."""

    items: tuple[T_co, ...]
    """The items; none where nothing fits."""
    next: str | None
    """What to give as `after` for the next page, with the same filters and order; None on the last."""
    total: int | None
    """How many items fit in all; None where there are more than `COUNTED`."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the key of its last item, and what is known of the whole list."""

    sort: str
    """The order that it belongs to."""
    key: tuple[int | str, ...]
    """The key of the last item, in the order's own parts."""
    total: int | None
    """How many items fit in all, counted for the first page."""


def write_cursor(cursor: Cursor) -> str:
    """Return a cursor as one word of letters, digits, "-" and "_".

    >>> read_cursor(write_cursor(Cursor("-day", (20130507, 4), None)), "-day").key
    (20130507, 4)
    """
    plain = json.dumps([cursor.sort, list(cursor.key), cursor.total], separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(word: str, sort: str) -> Cursor:
    """Return the cursor that a word holds; raises UnknownName for a word that is none of this order."""
    try:
        padded = word + "=" * (-len(word) % 4)
        order, key, total = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        sound = (
            isinstance(order, str)
            and isinstance(key, list)
            and all(type(part) in (int, str) for part in key)
            and (total is None or (type(total) is int and total >= 0))
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise _no_cursor(word, sort) from error
    if not sound or order != sort:
        raise _no_cursor(word, sort)
    return Cursor(order, tuple(key), total)


def _no_cursor(word: str, sort: str) -> UnknownName:
    return UnknownName(
        f"{word!r} is no place in a list sorted by {sort!r}",
        "give `next` of a page with the same filters and order, or nothing for the first page",
    )


def check_page(sort: str, limit: int) -> None:
    """Raise UnknownName for an order that there is not, and for a page of too many items or none."""
    if sort not in SORTS:
        raise UnknownName(f"no order {sort!r}", f"there are {', '.join(SORTS)}")
    if not 1 <= limit <= MOST:
        raise UnknownName(f"a page of {limit} items", f"ask for 1 to {MOST}")


def every(read: Callable[[int, str | None], Page[T]], limit: int | None = None) -> list[T]:
    """Return the items of all pages that `read` gives, called with a limit and where to go on.

    >>> every(lambda most, after: Page((1, 2), None, 2), 1)
    [1]
    """
    found: list[T] = []
    after: str | None = None
    while limit is None or len(found) < limit:
        most = MOST if limit is None else min(MOST, limit - len(found))
        page = read(max(1, most), after)
        found += page.items
        after = page.next
        if after is None:
            break
    return found[:limit]
