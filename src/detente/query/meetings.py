"""The meetings, calls and visits of an archive."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for, same_meeting
from detente.query.desk import Reference
from detente.query.encounters import encounters
from detente.query.filters import Filters, conditions
from detente.query.views import Encounter, Form, Status
from detente.records import Meeting
from detente.store import load


def meetings(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    form: Form | None = None,
    status: Status | None = None,
) -> list[Encounter]:
    """Return encounters in order of time: linked reports together, out of the rows that fit.

    A report that does not fit is not among the rows of its encounter. `form` and `status` are those
    of the encounter as a whole. Several states must all take part.
    """
    asked = asked or Filters()
    rows = load(conn, Meeting, *conditions("meeting", asked))
    desk = desk_for(conn, (row.article for row in rows), reference)
    found = [
        item
        for item in encounters(rows, same_meeting(conn), desk)
        if (form is None or item.form == form) and (status is None or item.status == status)
    ]
    return found[: asked.limit]
