"""Meetings become a calendar (iCalendar, RFC 5545): whole days, and what came of each.

A meeting whose day is not known within two months is in no calendar. One that is known to a month is an
entry over that month. What was planned, sought or put off is TENTATIVE, what was called off or declined
CANCELLED.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from detente.export.cells import withheld
from detente.query.times import vague
from detente.query.views import Encounter, Status
from detente.records import When

_STATUS: dict[Status, str] = {
    "held": "CONFIRMED", "planned": "TENTATIVE", "sought": "TENTATIVE", "postponed": "TENTATIVE",
    "cancelled": "CANCELLED", "declined": "CANCELLED",
}  # fmt: skip
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_OCTETS = 75
"""Most octets of a line, its end not counted (RFC 5545, 3.1)."""
_QUOTES = 6
"""Most sentences in a description."""
_NEVER = date(1970, 1, 1)


def calendar_lines(
    encounters: Iterable[Encounter], name: str = "Meetings", address: str | None = None
) -> Iterator[str]:
    """Yield a calendar, folded, each line without its end, which must be CR LF.

    `address` is a page on a meeting with its `{id}`, or the `{key}` of that after the colon. The same
    meetings give the same bytes: no clock is asked. A UID is that of the first report, which stays when
    others join it; with each that does SEQUENCE is one more, so that a calendar takes the change over.
    """
    head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//detente//meetings//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for line in head:
        yield from folded(line)
    for item in encounters:
        if days := days_of(item.date):
            for line in _event(item, days, address):
                yield from folded(line)
    yield "END:VCALENDAR"


def days_of(when: When) -> tuple[date, date] | None:
    """Return first and last day of an entry, both inclusive; None when the date is too vague for one.

    >>> days_of(When.day(date(2013, 2, 26)))
    (datetime.date(2013, 2, 26), datetime.date(2013, 2, 26))
    """
    if when.start is None or when.end is None or vague(when) or when.end == date.max:
        return None
    return when.start, when.end


def folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, all but the first with a blank before them.

    No character is cut in two.

    >>> [len(piece) for piece in folded("x" * 100)]
    [75, 26]
    """
    piece, size = "", 0
    for char in line:
        octets = len(char.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece += char
        size += octets
    yield piece


def _event(item: Encounter, days: tuple[date, date], address: str | None) -> Iterator[str]:
    first, last = days
    yield "BEGIN:VEVENT"
    yield f"UID:{item.rows[0].id.replace(':', '-')}@detente"
    yield f"DTSTAMP:{_stamp(item):%Y%m%d}T000000Z"
    yield f"SEQUENCE:{len(item.rows) - 1}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary_of(item))}"
    if item.place:
        yield f"LOCATION:{_text(item.place.name)}"
    yield f"DESCRIPTION:{_text(_description(item))}"
    yield f"STATUS:{_STATUS[item.status]}"
    yield f"CATEGORIES:{item.form.upper()}"
    yield "TRANSP:TRANSPARENT"
    if address:
        yield f"URL:{address.format(id=item.id, key=item.id.partition(':')[2])}"
    yield "END:VEVENT"


def summary_of(item: Encounter) -> str:
    """Return one line on a meeting: who, what, and what became of it where it was not held."""
    names = ", ".join(one.name for one in item.participants if one.name) or "somebody"
    words = f"{item.form.capitalize()}: {names}"
    return words if item.status == "held" else f"{words} ({item.status})"


def _description(item: Encounter) -> str:
    outlets = ", ".join(item.reports.outlets)
    count = item.reports.outlet_count
    told = f"{count} {'outlet' if count == 1 else 'outlets'}, {item.reports.origins} independent"
    lines = [f"Reported by {told}{f': {outlets}' if outlets else ''}."]
    if item.occasion:
        lines.append(f"Occasion: {item.occasion}.")
    if item.date.precision != "day":
        lines.append(f"The day is not told; {item.date.label()}.")
    for difference in item.differences:
        values = " or ".join(reading.value for reading in difference.readings)
        lines.append(f"Reports differ on the {difference.slot}: {values}.")
    quotes = dict.fromkeys(
        " ".join(one.quote.split()) for row in item.rows for one in row.evidence if one.role == "row"
    )
    lines += [f"“{quote}”" for quote in list(quotes)[:_QUOTES]]
    lines.append(" ".join(f"[{ref.label}]" for ref in item.refs))
    return "\n".join(lines)


def _stamp(item: Encounter) -> date:
    """Return the last day that a report gives it: DTSTAMP must be there, and be the same again."""
    days = [
        day for row in item.rows for day in (row.date.end, row.date.start) if day and day != date.max
    ]
    return max(days, default=_NEVER)


def _text(text: str) -> str:
    plain = _CONTROL.sub(" ", withheld(text.replace("\r\n", "\n").replace("\r", "\n")))
    return "".join(_ESCAPED.get(char, char) for char in plain)
