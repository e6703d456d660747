"""How well an article fits a story: a few likenesses, one weighted sum, and what rules it out.

The sum is a logistic regression over likenesses to the story's centroid, learned apart for headlines
and for whole articles by `tools/learn_stories.py`; above 0 the pair is more likely one happening than
not. Time and meetings are no part of what was learned, for the gold has no dates: a report loses with
each day after the story's last one, gains by telling a meeting that the story tells, and is ruled out
by telling another meeting of the same people and none of the story's: ministers meet again and again,
in the same words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from detente.link.stories.telling import Telling, Weights

VIEWS = ("words", "names", "lead")
FEATURES = ("words", "names", "lead", "cover", "firm", "size")
"""Cosines of the three views; the share of the article's weight that is established in the story; its
heaviest established term; the logarithm of the story's size."""
WHOLE: tuple[float, ...] = (4.28, 4.03, 7.89, 4.07, -2.11, -1.65)
WHOLE_BASE = -5.4
BRIEF: tuple[float, ...] = (2.37, 0.0, 3.56, 2.59, 6.05, -0.77)
BRIEF_BASE = -1.89
PER_DAY = 0.7
"""What each day between the story's last report and this one costs, after the first."""
UNDATED = 2.0
"""What it costs that of an article and a story only one has a day: two months may look alike."""
SAME_MEETING = 2.0
"""What a meeting that both tell is worth."""
WINDOW = 30
"""Days after which a story takes no more reports; what comes later opens a story of its own."""
SLIP = 1
"""Days by which two outlets may date one meeting differently."""
TALKS = 3
"""Days over which one round of talks may last."""
ESTABLISHED = 0.25
"""Share of a story's reports that must use a term for it to be established in the story."""
_LONGEST = 400
_PRUNED = 240
RULED_OUT = -math.inf
_ROUNDED = 1e-6
"""What rounding may take from a bound."""


@dataclass(slots=True)
class Centroid:
    """The sum of what a story's reports tell."""

    sums: dict[str, dict[str, float]] = field(default_factory=lambda: {view: {} for view in VIEWS})
    squares: dict[str, float] = field(default_factory=lambda: dict.fromkeys(VIEWS, 0.0))
    size: int = 0
    brief: int = 0
    first: date | None = None
    last: date | None = None
    meets: Counter[str] = field(default_factory=Counter)

    def add(self, told: Telling) -> None:
        """Add a report."""
        for view, weights in _views(told):
            self._sum(view, weights, 1.0)
        self.size += 1
        self.brief += told.brief
        self.meets.update(told.meets)
        if told.day:
            last = told.until or told.day
            self.first = min(self.first or told.day, told.day)
            self.last = max(self.last or last, last)

    def absorb(self, other: Centroid) -> None:
        """Add every report of another story."""
        for view in VIEWS:
            self._sum(view, other.sums[view], 1.0)
        self.size += other.size
        self.brief += other.brief
        self.meets.update(other.meets)
        self.first = min((day for day in (self.first, other.first) if day), default=None)
        self.last = max((day for day in (self.last, other.last) if day), default=None)

    def _sum(self, view: str, weights: Weights, sign: float) -> None:
        sums, square = self.sums[view], self.squares[view]
        for term, weight in weights.items():
            before = sums.get(term, 0.0)
            sums[term] = before + sign * weight
            square += sign * weight * (2 * before + sign * weight)
        if len(sums) > _LONGEST:
            kept = sorted(sums, key=lambda term: (-sums[term], term))[:_PRUNED]
            self.sums[view] = sums = {term: sums[term] for term in kept}
            square = math.fsum(weight * weight for weight in sums.values())
        self.squares[view] = max(square, 0.0)

    def unit(self, view: str) -> Weights:
        """Return a view of the story at unit length."""
        length = math.sqrt(self.squares[view])
        return {term: weight / length for term, weight in self.sums[view].items()} if length else {}


def likenesses(told: Telling, story: Centroid) -> tuple[float, ...]:
    """Return the features of an article and a story, in the order of `FEATURES`."""
    return _likenesses(
        told, story, _cosine(told.names, story, "names"), _cosine(told.lead, story, "lead")
    )


def _likenesses(told: Telling, story: Centroid, names: float, lead: float) -> tuple[float, ...]:
    sums, enough = story.sums["words"], max(1.0, ESTABLISHED * story.size)
    shared = [(weight, sums[term]) for term, weight in told.words.items() if term in sums]
    shares = [(weight, min(weight, there / enough)) for weight, there in shared]
    length = math.sqrt(story.squares["words"])
    return (
        math.fsum([weight * there for weight, there in shared]) / length if length else 0.0,
        names,
        lead,
        math.fsum([weight * share for weight, share in shares]),
        max([share for _, share in shares], default=0.0),
        math.log(max(story.size, 1)),
    )


def fit(told: Telling, story: Centroid, least: float = RULED_OUT, overlap: float = 1.0) -> float:
    """Return how well an article fits a story: above 0 rather one happening, RULED_OUT never.

    Where only one of them has a day, more must be shared (`UNDATED`). `overlap` is the most that the
    squared weights of the words they share can add up to; where no such words could bring the fit to
    `least`, it is RULED_OUT without looking at them, which is most of the work.
    """
    late = _gap(told.day, told.until or told.day, story.first, story.last)
    if late > WINDOW:
        return RULED_OUT
    meeting = meetings_agree(told.meets, story.meets) if told.meets and story.meets else 0
    if meeting < 0:
        return RULED_OUT
    weights, base = (BRIEF, BRIEF_BASE) if told.brief else (WHOLE, WHOLE_BASE)
    base += SAME_MEETING * meeting - PER_DAY * max(0, late - 1)
    if (told.day is None) != (story.last is None):
        base -= UNDATED
    names, lead = _cosine(told.names, story, "names"), _cosine(told.lead, story, "lead")
    if base + _most(weights, names, lead, overlap, story.size) < least:
        return RULED_OUT
    return base + sum(map(float.__mul__, weights, _likenesses(told, story, names, lead)))


def _most(weights: Sequence[float], names: float, lead: float, overlap: float, size: int) -> float:
    """Return what the features can add up to at most: no cosine and no share of single terms is more
    than the root of the squared weights that are shared (Cauchy and Schwarz)."""
    root = math.sqrt(overlap)
    bounds = (root, names, lead, overlap, root if weights[4] > 0 else 0.0, math.log(max(size, 1)))
    return sum(map(float.__mul__, weights, bounds)) + _ROUNDED


def meetings_agree(ours: Iterable[str], theirs: Mapping[str, int]) -> int:
    """Return 1 when a meeting is told by both, -1 when only others of the same parties are, else 0.

    Talks of several days are told under any of them, so a day or two apart proves nothing. A report
    that names more people than another can tell of the same meeting; one that names others cannot.

    >>> meetings_agree(("2013-02-26/Berlin/kerry+lavrov",), {"2013-02-27//kerry+lavrov": 1})
    1
    >>> meetings_agree(("2013-02-26/Berlin/kerry+lavrov",), {"2013-05-07/Moscow/kerry+lavrov": 1})
    -1
    """
    verdict = 0
    for one in ours:
        day, place, parties = one.split("/")
        for other in theirs:
            other_day, other_place, other_parties = other.split("/")
            if not day or not other_day or not _one_company(parties, other_parties):
                continue
            apart = _gap(*_span(day), *_span(other_day))
            if apart <= SLIP and _one_place(place, other_place):
                return 1
            if apart > TALKS:
                verdict = -1
    return verdict


@lru_cache(maxsize=4096)
def _span(day: str) -> tuple[date, date]:
    first, _, last = day.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def _one_company(ours: str, theirs: str) -> bool:
    """Say whether two lists of parties can be of one meeting: one holds all of the other."""
    left, right = set(ours.split("+")), set(theirs.split("+"))
    return left <= right or right <= left


def _one_place(ours: str, theirs: str) -> bool:
    """Say whether two places can be of one meeting: a building and its city are in one state."""
    name, _, state = ours.partition("@")
    other_name, _, other_state = theirs.partition("@")
    return not name or not other_name or name == other_name or bool(state and state == other_state)


def why(told: Telling, story: Centroid) -> str:
    """Return the reason of a fit in words that a reader can check: what is shared, and when."""
    sums = story.sums["names"] if story.sums["names"] and told.names else story.sums["words"]
    ours = told.names if sums is story.sums["names"] else told.words
    shared = sorted((term for term in ours if term in sums), key=lambda term: -ours[term] * sums[term])
    parts = ["shares " + ", ".join(term.lstrip("@") for term in shared[:5])] if shared else []
    if meetings_agree(told.meets, story.meets) > 0:
        parts.append("tells the same meeting")
    late = _gap(told.day, told.until or told.day, story.first, story.last)
    if told.day and story.last:
        parts.append("the same days" if late <= 1 else f"{late} days apart")
    return "; ".join(parts) or "nothing in common"


def _views(told: Telling) -> tuple[tuple[str, Weights], ...]:
    return (("words", told.words), ("names", told.names), ("lead", told.lead))


def _cosine(weights: Weights, story: Centroid, view: str) -> float:
    """Return the cosine of a view of an article and that of a story."""
    sums, square = story.sums[view], story.squares[view]
    if not square:
        return 0.0
    products = [weight * sums[term] for term, weight in weights.items() if term in sums]
    return math.fsum(products) / math.sqrt(square) if products else 0.0


def _gap(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> int:
    """Return the days between two stretches of time; 0 where they meet or one is unknown."""
    if first is None or last is None or other_first is None or other_last is None:
        return 0
    return max(0, (first - other_last).days, (other_first - last).days)
