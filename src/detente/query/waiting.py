"""Why a forecast is still open: how far the archive knows, and what was looked for in vain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.engine import Connection

from detente.link.outcomes import Named, targets_of
from detente.link.sought import sought
from detente.query.views import Outlook, Waiting
from detente.store.foretold import named_in

_PERSONS = ("person:", "local:")


def with_reasons(conn: Connection, items: Sequence[Outlook], latest: date | None) -> list[Outlook]:
    """Return forecasts, those without an outcome with why none is known; the others as they are.

    `latest` is the last day on which an article of the archive was surely printed. A forecast of an
    article without a date waits for nothing: no report can be told to be later.
    """
    waiting = [item.row for item in items if item.outcome is None]
    named = [Named(*one) for one in named_in(conn, {row.article for row in waiting})]
    longest: dict[tuple[str, str], str] = {}
    for one in named:
        key = (one.article, one.actor_id or "")
        longest[key] = max(longest.get(key, ""), one.text, key=len)
    targets = {one.forecast.id: one for one in targets_of(waiting, named, {})}
    done = []
    for item in items:
        target = targets.get(item.row.id)
        if target is None:
            done.append(item)
            continue
        people = sorted(one for one in target.actors if one.startswith(_PERSONS))
        names = [longest[item.row.article, one] for one in people]
        dated = item.made.known
        done.append(
            replace(
                item,
                waiting=Waiting(
                    known_until=latest,
                    due=item.row.horizon.end,
                    issue=item.row.issue,
                    sought=sought(target, names) if dated else (),
                    why=_why(item, latest),
                ),
            )
        )
    return done


def _why(item: Outlook, latest: date | None) -> str:
    """Return in one line why nothing settles a forecast."""
    if not item.made.known:
        return "its article has no date, so no report can be told to be later"
    made, due = item.made.end or item.made.start, item.row.horizon.end
    if latest is None or (made is not None and latest <= made):
        return "the archive holds nothing printed later"
    if due is None:
        return "no later row matches, and the claim names no day by which it would be settled"
    if due >= latest:
        return "no later row matches, and its horizon has not passed in the archive"
    return "its horizon has passed, and no later row matches"
