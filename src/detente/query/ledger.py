"""The ledger of positions: an issue's two columns over time, what shifted, and what contradicts itself.

A shift is a change between two days; a contradiction stands on both sides at the same time. Neither is
a verdict: each comes with the two stands, and they with their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.link.outcomes import stems
from detente.query.desk import Reference
from detente.query.folding import who
from detente.query.times import anchor
from detente.query.views import Stand

_SAME_TIME = timedelta(days=3)
"""Days within which two stands are held at one time: reports of one day are printed over three."""
_SHARED = 2
"""Words that two claims share, besides the names, before they are about the same proposal."""
_MOST = 0.4
"""Share of the shorter claim's words that both must share."""
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*")
"""Names in a claim: who and where, not what."""
_ENDS = re.compile(
    r"\b(?:end|ends|ending|lift|lifts|lifting|lifted|stop|stops|stopping|halt|removal|remove|removed|"
    r"withdraw\w*|without|cancel\w*|abolish\w*|ban|bans|freeze|suspend\w*|no|refus\w+)\b",
    re.IGNORECASE,
)
"""Words that turn a proposal round: who is for an end to a thing is against the thing."""
_OPPOSITE = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Side:
    """One column: where a state, its officials and bodies stand on an issue."""

    state: str
    """ISO 3166-1 alpha-3."""
    stands: tuple[Stand, ...]
    """In order of time; none is left out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stands of one actor on one proposal that are on opposite sides."""

    actor: str
    """Whose."""
    before: Stand
    """The earlier; of two at one time the one printed first."""
    after: Stand
    """The later."""
    shared: tuple[str, ...]
    """The stems that both claims share: what makes them one proposal."""


@dataclass(frozen=True, slots=True)
class Book:
    """One issue between two states."""

    issue: str
    """`Issue.id`."""
    sides: tuple[Side, ...]
    """A column for each state, in the order asked for; one may be empty."""
    shifts: tuple[Pair, ...]
    """Changes over time."""
    contradictions: tuple[Pair, ...]
    """Opposite stands at overlapping times: a mistake of a report or of ours, or two minds."""


def ledger_of(items: Iterable[Stand], states: Sequence[str], reference: Reference) -> list[Book]:
    """Return a book for each issue on which one of the states stands somewhere, fullest first.

    An actor shifts where two claims share what they are about, names aside, and take opposite sides; an
    actor who speaks of another side of the issue does not, nor one who is against a thing and later for
    its end. `mixed` and `unclear` are no sides.
    """
    by_issue: dict[str, dict[str, list[Stand]]] = {}
    for item in items:
        state = reference.state_of(item.row.actor)
        if state in states:
            by_issue.setdefault(item.row.issue, {}).setdefault(state or "", []).append(item)
    books = []
    for issue, columns in by_issue.items():
        sides = tuple(Side(state, _ordered(columns.get(state, ()))) for state in states)
        pairs = [pair for side in sides for pair in _opposite(side.stands)]
        shifts = tuple(pair for pair in pairs if not _at_once(pair))
        books.append(Book(issue, sides, shifts, tuple(pair for pair in pairs if _at_once(pair))))
    return sorted(books, key=lambda book: (-_weight(book), book.issue))


def _weight(book: Book) -> int:
    """Return how much an issue is between the two: both columns filled go before one long one."""
    counts = [len(side.stands) for side in book.sides]
    return sum(counts) + (1000 if all(counts) else 0)


def _ordered(items: Iterable[Stand]) -> tuple[Stand, ...]:
    return tuple(sorted(items, key=lambda item: (held_on(item), item.row.id)))


def held_on(item: Stand) -> date:
    """Return the day a stand is put at: when it was held, else when it was printed."""
    return item.row.date.start or item.row.date.end or anchor(item.reported)


def _opposite(stands: Sequence[Stand]) -> list[Pair]:
    """Return each stand with the next of the same actor that takes the other side of the same."""
    found = []
    for at, before in enumerate(stands):
        for after in stands[at + 1 :]:
            if who(after.row.actor) != who(before.row.actor):
                continue
            left, right = _proposal(before), _proposal(after)
            shared = left & right
            same = len(shared) >= max(_SHARED, _MOST * min(len(left), len(right)))
            turned = _turned(before) != _turned(after)
            opposite = after.row.polarity == _OPPOSITE.get(before.row.polarity)
            if same and opposite and not turned:
                found.append(Pair(before.row.actor.name, before, after, tuple(sorted(shared))))
                break
    return found


def _proposal(item: Stand) -> frozenset[str]:
    """Return the stems of a claim without those of names: of its actor, of others, of countries."""
    names = " ".join((item.row.actor.name, *_NAME.findall(item.row.claim)))
    return stems(item.row.claim) - stems(names)


def _turned(item: Stand) -> bool:
    """Say whether a claim is about the end of a thing."""
    return _ENDS.search(item.row.claim) is not None


def _at_once(pair: Pair) -> bool:
    return held_on(pair.after) - held_on(pair.before) <= _SAME_TIME
