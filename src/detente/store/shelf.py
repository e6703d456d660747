"""Rows that several steps of one transaction ask for, opened once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from sqlalchemy.engine import Connection

from detente.store.loading import load_ids

R = TypeVar("R")


class Shelf:
    """The records that were opened through it; good as long as nobody writes rows.

    Every kind of link asks for the meetings or statements of the same articles: opening a record with
    its evidence costs more than comparing it.
    """

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._open: dict[type, dict[str, Any]] = {}

    def take(self, record: type[R], ids: Iterable[str]) -> list[R]:
        """Return the records with these ids, each once, in the order of the ids; unknown ids are left
        out."""
        wanted = list(dict.fromkeys(ids))
        there = self._open.setdefault(record, {})
        missing = [key for key in wanted if key not in there]
        if missing:
            there |= {one.id: one for one in load_ids(self._conn, record, missing)}  # type: ignore[attr-defined]
        return [cast("R", there[key]) for key in wanted if key in there]
