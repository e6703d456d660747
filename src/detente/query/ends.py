"""Links are looked up by their ends, of which a page names few, and never by their relation."""

from __future__ import annotations

import sqlalchemy as sa

from detente.store import tables


def of_relation(*relations: str, link: sa.FromClause = tables.link) -> sa.ColumnElement[bool]:
    """Return the condition that a link is of one of some relations, given its ends beside it.

    There is an index by relation, for what waits to be reviewed, and one for each end. Knowing no
    counts, SQLite takes the first, and reads the links of all stories to show one. Written so, the
    condition is in no index: the ends lead, and the relation is looked at.

    >>> str(of_relation("tells").compile(compile_kwargs={"literal_binds": True}))
    "coalesce(link.relation, '') IN ('tells')"
    """
    return sa.func.coalesce(link.c.relation, "").in_(relations)
