"""Happenings become sagas: what runs on for months between the same parties over the same matter.

A story is a happening of days; a saga is the chain that a reader follows (a civil war between two
powers' ministers, a fugitive, a list of names). A happening joins the saga of which it shares the
matter and the parties, where that was told of in the last half year; rows that point back to an earlier
happening (a visit that was planned there, a remark repeated) count for it. Stories are taken in order
of time and never moved, so that a saga keeps its id however much is read later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from detente.records import make_id

REACH = timedelta(days=183)
"""Days after which a saga that nothing was told of is over."""
JOINS = 0.4
"""Likeness from which a happening joins."""
POINTS_BACK = 0.25
"""What a row that points back to a happening of the saga adds."""
MATTERS = 3
"""Issues by which a happening is known, the heaviest first."""
GENERAL = frozenset(
    {
        "issue:bilateral-relations",
        "issue:economic-governance",
        "issue:un-security-council",
        "issue:g8-g20",
    }
)
"""Issues that tell one saga from no other between two states."""
_PARTIES = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """A story as sagas compare it."""

    story: str
    """`Story.id`."""
    first: date | None
    """Day of its first report; one without is in no saga but its own."""
    last: date | None
    """Day of its last."""
    issues: Mapping[str, float]
    """`Issue.id` to the share of its rows that are about it."""
    parties: frozenset[str]
    """States and persons that take part in its rows."""
    back: frozenset[str] = frozenset()
    """Ids of stories whose rows its own rows point back to."""


@dataclass(frozen=True, slots=True)
class Saga:
    """A chain of happenings."""

    id: str
    """`saga:` and a hash of its first story."""
    stories: tuple[str, ...]
    """`Story.id`s in order of time."""
    issues: tuple[str, ...]
    """What it is about, the heaviest first; empty where its rows are about no issue."""
    parties: tuple[str, ...]
    """Who takes part in most of it."""
    first: date | None
    """Day of the first report."""
    last: date | None
    """Day of the last."""


@dataclass(slots=True)
class _Open:
    """A saga while it grows."""

    stories: list[str] = field(default_factory=list)
    issues: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None

    def add(self, one: Happening) -> None:
        self.stories.append(one.story)
        for issue, share in _matters(one).items():
            self.issues[issue] += share  # type: ignore[assignment]
        self.parties.update(one.parties)
        self.first = min((day for day in (self.first, one.first) if day), default=None)
        self.last = max((day for day in (self.last, one.last) if day), default=None)


def sagas(happenings: Iterable[Happening]) -> list[Saga]:
    """Return the sagas of some happenings, in order of their first day; each happening is in one.

    The order in which happenings come does not matter; a later one never changes where an earlier one
    is. A happening about no issue but a general one opens a saga of its own.
    """
    grown: list[_Open] = []
    for one in sorted(happenings, key=lambda one: (one.first or date.max, one.story)):
        best = max(grown, key=lambda saga: (likeness(one, saga), saga.stories[0]), default=None)
        if best is None or likeness(one, best) < JOINS:
            best = _Open()
            grown.append(best)
        best.add(one)
    return [_closed(saga) for saga in grown]


def likeness(one: Happening, saga: _Open) -> float:
    """Return how well a happening goes on with a saga, 0 to 1: what share of its matter is theirs."""
    if one.first is None or saga.last is None or one.first - saga.last > REACH:
        return 0.0
    shared = [party for party in one.parties if saga.parties[party]]
    if len(shared) < min(_PARTIES, len(one.parties)) or not shared:
        return 0.0
    ours, total = _matters(one), sum(saga.issues.values())
    if not ours or not total:
        return 0.0
    theirs = {issue: share / total for issue, share in saga.issues.items()}
    common = sum(min(share, theirs.get(issue, 0.0)) for issue, share in ours.items())
    heaviest = max(ours, key=lambda issue: (ours[issue], issue))
    if not theirs.get(heaviest) and heaviest != max(theirs, key=lambda i: (theirs[i], i)):
        common /= 2
    pointed = POINTS_BACK if one.back & set(saga.stories) and common else 0.0
    return min(1.0, common + pointed)


def _matters(one: Happening) -> dict[str, float]:
    """Return the shares of a happening's heaviest issues, general ones left out, adding up to one."""
    own = {issue: share for issue, share in one.issues.items() if issue not in GENERAL}
    kept = sorted(own, key=lambda issue: (-own[issue], issue))[:MATTERS]
    total = sum(own[issue] for issue in kept)
    return {issue: own[issue] / total for issue in kept} if total else {}


def _closed(saga: _Open) -> Saga:
    def heaviest(counted: Mapping[str, float]) -> Sequence[str]:
        return sorted(counted, key=lambda key: (-counted[key], key))

    half = len(saga.stories) / 2
    return Saga(
        id=make_id("saga", saga.stories[0]),
        stories=tuple(saga.stories),
        issues=tuple(heaviest(saga.issues)[:MATTERS]),
        parties=tuple(key for key in heaviest(saga.parties) if saga.parties[key] >= half),
        first=saga.first,
        last=saga.last,
    )
