"""Which rows concern two states.

The rule, in order. A participant is of a state when the row says so, or when the registry knows the
actor as one of its people, bodies or the state itself.

- An article is *about the pair* when both states are named in it: each at least twice, or at least
  once in the title or the dek.
- A meeting, call or summit concerns the pair when it has participants of both. A visit also does
  when its guests are of one of them and it leads to the other.
- A statement in an article about the pair concerns it, unless its speaker is of a third state and
  its sentence names neither of the two. In any other article it must join the two: a speaker of one
  who addresses or names the other.
- A position concerns the pair when its actor is of one of the two and its article is about the pair.
- A forecast concerns the pair when its article is about the pair; in any other article its sentence
  must name both.
- An act concerns the pair when one of the two does it to the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.query.desk import Reference, ranges_of
from detente.query.views import Side
from detente.records import (
    Event,
    Extraction,
    Forecast,
    Meeting,
    Participant,
    Position,
    Row,
    Statement,
)

_NAMED_TWICE = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states, and which participants belong to them."""

    left: str
    """ISO 3166-1 alpha-3 of the first."""
    right: str
    """Of the second."""
    reference: Reference
    """The tables of knowledge."""

    def side(self, participant: Participant) -> Side | None:
        """Return whose side a participant is of; None for neither."""
        return self._side(self.reference.state_of(participant))

    def sides(self, participants: Iterable[Participant]) -> set[Side]:
        """Return the sides that participants are of."""
        return {side for item in participants if (side := self.side(item))}

    def _side(self, state: str | None) -> Side | None:
        if state == self.left:
            return "left"
        return "right" if state == self.right else None


@dataclass(frozen=True, slots=True)
class Concern:
    """What concerns a pair among the rows of one article."""

    extraction: Extraction
    """The article and its rows."""
    pair: Pair
    """The two states."""
    _named: tuple[tuple[int, int, int, Side], ...] = field(init=False, repr=False, compare=False)
    _about: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        local = {actor.id: actor.state for actor in self.extraction.actors}
        known = self.pair.reference.state_of_actor
        named: list[tuple[int, int, int, Side]] = []
        for mention in self.extraction.mentions:
            actor = mention.actor_id
            side = self.pair._side(known(actor) or local.get(actor or ""))
            if side and mention.evidence:
                span = mention.evidence[0]
                named.append((span.start, span.end, mention.sentence, side))
        object.__setattr__(self, "_named", tuple(named))
        object.__setattr__(self, "_about", self._is_about())

    @property
    def about_pair(self) -> bool:
        """Return whether the article is about the pair."""
        return self._about

    def meetings(self) -> list[Meeting]:
        """Return the meetings that concern the pair."""
        return [row for row in self.extraction.meetings if self._joins(row)]

    def statements(self) -> list[Statement]:
        """Return the statements that concern the pair."""
        return [row for row in self.extraction.statements if self._spoken(row)]

    def positions(self) -> list[Position]:
        """Return the positions that concern the pair."""
        if not self._about:
            return []
        return [row for row in self.extraction.positions if self.pair.side(row.actor)]

    def forecasts(self) -> list[Forecast]:
        """Return the forecasts that concern the pair."""
        return [
            row for row in self.extraction.forecasts if self._about or len(self._sides_named(row)) > 1
        ]

    def acts(self) -> list[Event]:
        """Return the events in which one of the two does something to the other."""
        return [row for row in self.extraction.events if self._directed(row)]

    def _is_about(self) -> bool:
        top = [line for line in self.extraction.article.lines if line.role in ("title", "dek")]
        counts: Counter[Side] = Counter()
        for start, _, _, side in self._named:
            counts[side] += _NAMED_TWICE if any(x.start <= start < x.end for x in top) else 1
        return min(counts["left"], counts["right"]) >= _NAMED_TWICE

    def _directed(self, row: Event) -> bool:
        by, to = self.pair.sides(row.actors), self.pair.sides(row.recipients)
        return len(by) == len(to) == 1 and by != to

    def _joins(self, row: Meeting) -> bool:
        sides = self.pair.sides(row.participants)
        if len(sides) > 1:
            return True
        if row.form != "visit" or not sides or row.place is None:
            return False
        host = self.pair._side(row.place.state)
        return host is not None and host not in sides

    def _spoken(self, row: Statement) -> bool:
        side = self.pair.side(row.speaker)
        named = self._sides_named(row)
        if self._about:
            third = side is None and self.pair.reference.state_of(row.speaker) is not None
            return bool(named) or not third
        to = self.pair.side(row.addressee) if row.addressee else None
        others = (named | ({to} if to else set())) - {side}
        return side is not None and bool(others)

    def _sides_named(self, row: Row) -> set[Side]:
        """Return the sides that are named in the sentences of a row."""
        spans = ranges_of(row, "row", "content")
        return {
            side
            for start, end, _, side in self._named
            if any(span.start <= start and end <= span.end for span in spans)
        }
