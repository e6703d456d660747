"""Stories as articles arrive: each joins the story it fits best or opens one.

The cost of an article does not grow with the archive: candidates come out of an inverted index over the
heaviest terms of the stories that are still open, terms that many stories share are not looked up, and
no more than `CANDIDATES` stories are compared. Weights of terms come from a fixed table, so what two
articles have in common depends on no third; only the order of days matters, not that within a day
(`assign` sorts a day by ids).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from detente.link.stories.scoring import RULED_OUT, WINDOW, Centroid, fit, why
from detente.link.stories.telling import Telling
from detente.records import StoryChange, make_id

JOINS = {True: -1.0, False: -1.5}
"""Least fit with which an article joins a story; brief articles apart."""
GREY = 1.0
"""So far under that, a story is kept as one that the article may tell."""
MERGES = {True: 0.5, False: 1.5}
"""Fit beyond that of joining from which one story is taken for another's."""
CANDIDATES = 24
"""Stories that are compared with an article; of its like 50 find no more (`evals stories`)."""
LOOKED_UP = {True: 12, False: 40}
"""Heaviest terms of a headline or a whole article by which stories are looked up."""
CROWD = 200
"""Stories from which a term tells none of them."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A story that an article tells, or may tell."""

    article: str
    """`Article.id`."""
    story: str
    """Id of the story: `story:` and a hash of the article that opened it."""
    sure: bool
    """Whether it joined it; else the story is kept as a possible one."""
    score: float
    """How well it fits, 0 to 1; 1 for the article that opened it."""
    reason: str
    """What they share."""
    opens: bool = False
    """Whether the article opened it."""


@dataclass(slots=True)
class StoryIndex:
    """The stories that are open. Not safe for several threads."""

    stories: dict[str, Centroid] = field(default_factory=dict)
    split: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What was split off a story; the two are not made one again."""
    _by_term: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _terms: dict[str, set[str]] = field(default_factory=dict)

    def assign(self, tellings: Iterable[Telling]) -> Iterator[tuple[Fit, ...]]:
        """Yield for each article, in order of days and ids, the story it joined or opened first, then
        those it may tell as well. Articles without a day come last.
        """
        for told in sorted(tellings, key=lambda one: (one.day or date.max, one.article)):
            yield self.place(told)

    def place(self, told: Telling) -> tuple[Fit, ...]:
        """Put one article into its story; return that and those it may tell as well, best first."""
        least = JOINS[told.brief]
        scored = self.rank(told, least - GREY)
        best, story = scored[0] if scored else (RULED_OUT, "")
        if best >= least:
            joined = Fit(told.article, story, True, _share(best, least), why(told, self.stories[story]))
            scored = scored[1:]
        else:
            story = make_id("story", told.article)
            self.stories[story] = Centroid()
            joined = Fit(told.article, story, True, 1.0, "opens the story", opens=True)
        possible = tuple(
            Fit(told.article, other, False, _share(score, least), why(told, self.stories[other]))
            for score, other in scored
        )
        self.add(story, told)
        return (joined, *possible)

    def add(self, story: str, told: Telling) -> None:
        """Add an article to a story that it is known to tell, as when an archive is opened again."""
        self.stories.setdefault(story, Centroid()).add(told)
        known = self._terms.setdefault(story, set())
        for term in told.words:
            if term not in known:
                known.add(term)
                self._by_term[term].add(story)

    def rank(self, told: Telling, least: float = RULED_OUT) -> list[tuple[float, str]]:
        """Return the open stories that an article has terms in common with, best fit first; none that
        fits less than `least`, which is found out without comparing all their terms."""
        counted: dict[str, float] = {}
        told_apart, heaviest = 0.0, 0.0
        for term, weight in islice(told.words.items(), LOOKED_UP[told.brief]):
            holders = self._by_term.get(term, ())
            if len(holders) > CROWD:
                continue
            told_apart += weight * weight
            heaviest = max(heaviest, weight)
            for story in holders:
                counted[story] = counted.get(story, 0.0) + weight
        others = sum(weight * weight for weight in told.words.values()) - told_apart
        scored = []
        for weight, story in _first(counted, CANDIDATES):
            # Of the terms looked up it has these and no more; of the others it may have all.
            overlap = min(1.0, others + weight * heaviest)
            score = fit(told, self.stories[story], least, overlap)
            if score > RULED_OUT and score >= least:
                scored.append((score, story))
        return sorted(scored, key=lambda one: (-one[0], one[1]))

    def close(self, before: date) -> list[str]:
        """Forget the stories whose last report is more than `WINDOW` days older; return their ids."""
        limit = before - timedelta(days=WINDOW)
        old = [key for key, story in self.stories.items() if story.last and story.last < limit]
        for key in old:
            self._forget(key)
        return old

    def merge(self, keep: str, gone: str) -> StoryChange:
        """Make two stories one; the other's id redirects through the change that is returned."""
        self.stories[keep].absorb(self.stories[gone])
        for off in self.split.values():
            if gone in off:
                off.remove(gone)
                off.add(keep)
        for term in self._terms.get(gone, ()):
            self._terms.setdefault(keep, set()).add(term)
            self._by_term[term].add(keep)
        self._forget(gone)
        return StoryChange("merged", gone, keep)

    def part(
        self, story: str, stays: Iterable[Telling], goes: Iterable[Telling], into: str
    ) -> StoryChange:
        """Make of a story two: it keeps some of its reports, `into` is the story of the others."""
        off = self.split[story]
        self._forget(story)
        self.split[story] = off | {into}
        for key, told in ((story, stays), (into, goes)):
            for one in told:
                self.add(key, one)
        return StoryChange("split", story, into)

    def _forget(self, story: str) -> None:
        del self.stories[story]
        self.split.pop(story, None)
        for term in self._terms.pop(story, ()):
            holders = self._by_term[term]
            holders.discard(story)
            if not holders:
                del self._by_term[term]


def _first(counted: Mapping[str, float], most: int) -> list[tuple[float, str]]:
    """Return what weighs most with its weight; of equals the first by name."""
    floor = sorted(counted.values())[-most:][0] if counted else 0.0
    found = [(-weight, key) for key, weight in counted.items() if weight >= floor]
    return [(-weight, key) for weight, key in sorted(found)[:most]]


def _share(score: float, least: float) -> float:
    """Return a fit as a share: .5 at the least with which an article joins."""
    return round(min(1.0, max(0.0, 0.5 + (score - least) / 8)), 3)
