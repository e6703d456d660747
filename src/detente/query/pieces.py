"""A statement in the pieces in which it was printed: "...," he said. "..." as two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from detente.query.views import Saying
from detente.records import Statement, make_id

_DOUBLE = ("“", "„", "«", '"', "‟")
_OPENING = (*_DOUBLE, "‘", "'", "‹")


def split_sayings(found: Iterable[Saying]) -> list[Saying]:
    """Return each saying once for each unbroken piece of its words, in order; most have one."""
    return [replace(saying, row=piece) for saying in found for piece in pieces_of(saying.row)]


def pieces_of(statement: Statement) -> Iterator[Statement]:
    """Yield a statement for each unbroken piece of its content, in order; itself where it has one.

    A piece keeps speaker, cue and circumstances; its id is a hash of the whole's and of its place. A
    piece in marks is direct, one without any is indirect.
    """
    contents = [item for item in statement.evidence if item.role == "content"]
    if len(contents) < 2:
        yield statement
        return
    others = tuple(item for item in statement.evidence if item.role != "content")
    for item in contents:
        words = " ".join(item.quote.split())
        kind: Literal["direct", "indirect", "mixed"] = "indirect"
        if words.startswith(_OPENING):
            kind = "direct"
        elif any(mark in words for mark in _DOUBLE):
            kind = "mixed"
        yield replace(
            statement,
            id=make_id("statement", statement.id, item.start, item.end),
            sentence=item.sentence,
            content=words,
            kind=kind,
            evidence=(*others[:1], item, *others[1:]),
        )
