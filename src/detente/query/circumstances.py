"""What several reports of one remark say differently of its circumstances.

One remark told by three outlets may stand on three occasions: each day, channel, addressee and wording
that some reports give where others give another is a reading, with who gives it. Nobody is said to be
right. A report that is silent on a point contradicts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from detente.query.desk import Desk
from detente.query.occasions import akin
from detente.query.views import Difference, Reading
from detente.records import Statement, When

_WORD = re.compile(r"\w+")
_Slot = Literal["date", "occasion", "channel", "addressee", "words"]


def circumstances(rows: Sequence[Statement], desk: Desk) -> tuple[Difference, ...]:
    """Return the differences among reports of one remark, in a fixed order of slots.

    A day differs only where two ranges that texts give cannot be the same; words only where neither
    text holds the other. The reading that most reports give comes first.
    """
    if len({row.article for row in rows}) < 2:
        return ()
    found = (
        _dates(rows, desk),
        _occasions(rows, desk),
        _split("channel", rows, _channel, desk),
        _split("addressee", rows, lambda row: row.addressee.name if row.addressee else None, desk),
        _words(rows, desk),
    )
    return tuple(item for item in found if item is not None)


def _dates(rows: Sequence[Statement], desk: Desk) -> Difference | None:
    dated = [row for row in rows if row.date.known and row.date.basis != "published"]
    if all(a.date.overlaps(b.date) for a in dated for b in dated):
        return None
    return _difference("date", dated, lambda row: row.date.label(), desk, dates=True)


def _occasions(rows: Sequence[Statement], desk: Desk) -> Difference | None:
    """Return a difference where two reports put the remark on two occasions."""
    told = [row for row in rows if row.occasion]
    if all(akin(a.occasion or "", b.occasion or "") for a in told for b in told):
        return None
    return _difference("occasion", told, lambda row: row.occasion or "", desk)


def _channel(row: Statement) -> str | None:
    if row.channel is None or row.channel.medium == "unknown":
        return None
    return " of ".join(dict.fromkeys(part for part in (row.channel.medium, row.channel.via) if part))


def _split(
    slot: _Slot, rows: Sequence[Statement], value: Callable[[Statement], str | None], desk: Desk
) -> Difference | None:
    """Return a difference where two reports give two values of a slot."""
    told = [row for row in rows if value(row)]
    if len({(value(row) or "").casefold() for row in told}) < 2:
        return None
    return _difference(slot, told, lambda row: value(row) or "", desk)


def _words(rows: Sequence[Statement], desk: Desk) -> Difference | None:
    texts = {" ".join(_WORD.findall(row.content.casefold())) for row in rows}
    longest = max(texts, key=len)
    if all(text in longest for text in texts):
        return None
    return _difference("words", rows, lambda row: row.content, desk)


def _difference(
    slot: _Slot,
    rows: Sequence[Statement],
    value: Callable[[Statement], str],
    desk: Desk,
    dates: bool = False,
) -> Difference:
    groups: dict[str, list[Statement]] = {}
    names: dict[str, str] = {}
    for row in rows:
        key = value(row).casefold()
        groups.setdefault(key, []).append(row)
        names.setdefault(key, value(row))
    readings = []
    for key, group in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        when: When | None = group[0].date if dates else None
        reports = desk.reports(row.article for row in group)
        readings.append(Reading(names[key], when, reports, desk.refs(group)))
    return Difference(slot, tuple(readings))
