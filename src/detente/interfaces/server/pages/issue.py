"""An issue between two states: two columns of positions over time, what shifted, what contradicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fastapi import APIRouter, Depends, Request

from detente.interfaces.server.page import page
from detente.interfaces.server.pages.relationship import two_states
from detente.interfaces.server.reading import Reading, reading
from detente.interfaces.server.remembered import memory_of
from detente.interfaces.server.rows import position_row
from detente.interfaces.server.showing import Content
from detente.query.ledger import Book, held_on, ledger_of
from detente.query.meetings import page_of_meetings
from detente.query.positions import page_of_positions
from detente.query.telling import latest_first
from detente.query.views import Stand

router = APIRouter()
_MOST = 100


@page(router, "/r/{pair}/issues")
def issues(request: Request, pair: str, at: Reading = Depends(reading)) -> Content:
    """List the issues on which the two stand somewhere, most first."""
    states = two_states(pair)
    books = _books(request, at, states)
    rows = [
        {
            "issue": book.issue,
            "name": at.reference.issue_name(book.issue),
            states[0]: len(book.sides[0].stands),
            states[1]: len(book.sides[1].stands),
            "shifts": len(book.shifts),
            "contradictions": len(book.contradictions),
        }
        for book in books
    ]
    shown = {"books": books, "pair": states, "names": _names(at, states)}
    return Content("issues.html", books, rows, shown)


@page(router, "/r/{pair}/i/{issue}")
def issue(request: Request, pair: str, issue: str, at: Reading = Depends(reading)) -> Content:
    """Show where each side stood on an issue, in order of time."""
    states = two_states(pair)
    filters = at.filters(issue=issue)
    key = filters.issue or issue
    books = _books(request, at, states, key)
    book = next((one for one in books if one.issue == key), Book(key, (), (), ()))
    met = page_of_meetings(
        at.conn, at.reference, replace(filters, states=states), sort="-reported", limit=12
    )
    lines = _lines(book)
    rows = [position_row(stand) for line in lines for stand in line[1] + line[2]]
    turned = {pair.after.row.id: pair.before for pair in book.shifts}
    shown = {
        "book": book,
        "lines": lines,
        "turned": turned,
        "pair": states,
        "names": _names(at, states),
        "name": at.reference.issue_name(key),
        "meetings": latest_first(met.items),
    }
    return Content("issue.html", book, rows, shown)


def _books(
    request: Request, at: Reading, states: tuple[str, str], issue: str | None = None
) -> list[Book]:
    """Return the books of two states out of their latest positions, kept until the archive changes."""
    return memory_of(request).get(
        ("books", states, issue, at.as_of),
        lambda: ledger_of(_stands(at, states, issue), states, at.reference),
    )


def _stands(at: Reading, states: tuple[str, str], issue: str | None = None) -> tuple[Stand, ...]:
    filters = at.filters(states=states, issue=issue, any_state=True)
    return page_of_positions(at.conn, at.reference, filters, sort="-reported", limit=_MOST).items


def _names(at: Reading, states: tuple[str, str]) -> tuple[str, str]:
    left, right = states
    return at.reference.states.get(left, left), at.reference.states.get(right, right)


def _lines(book: Book) -> list[tuple[date, list[Stand], list[Stand]]]:
    """Return the days with the stands of both sides on each, the latest first."""
    days: dict[date, tuple[list[Stand], list[Stand]]] = {}
    for at, side in enumerate(book.sides):
        for stand in side.stands:
            days.setdefault(held_on(stand), ([], []))[at].append(stand)
    return [(day, *days[day]) for day in sorted(days, reverse=True)]
