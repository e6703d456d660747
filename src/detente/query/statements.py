"""The statements of an archive."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for, same_statement
from detente.query.desk import Reference
from detente.query.filters import Filters, conditions, of_state
from detente.query.folding import sayings
from detente.query.views import Saying
from detente.records import Participant, Statement
from detente.store import load, tables


def statements(
    conn: Connection,
    reference: Reference,
    asked: Filters | None = None,
    *,
    by: tuple[str, ...] = (),
    speaker_state: str | None = None,
) -> list[Saying]:
    """Return statements in order of when they were said, the reports of one remark together.

    `by` are `Actor.id`s of which one must speak, `speaker_state` the state that the speaker is of;
    `asked.actors` and `asked.states` are also fulfilled by an addressee.
    """
    asked = asked or Filters()
    where = conditions("statement", asked)
    if by:
        where.append(tables.statement.c.speaker_actor_id.in_(by))
    if speaker_state:
        where.append(of_state(tables.statement, speaker_state, "speaker_"))
    rows = load(conn, Statement, *where)
    desk = desk_for(conn, (row.article for row in rows), reference)
    return sayings(rows, desk, _no_side, same_statement(conn))[: asked.limit]


def _no_side(_: Participant) -> None:
    return None
