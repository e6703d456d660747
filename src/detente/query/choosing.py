"""Dated sentences become a timeline: which days matter, and which sentences tell each.

After DATEWISE (Gholipour Ghalandari and Ifrim, "Examining the state-of-the-art in news timeline
summarization", ACL 2020): rank days, then choose for each the sentences whose sum is nearest to all
that is told of the day. Two things differ. A day counts by the articles that look back on it rather
than by all mentions: what is still told a week later mattered. And a sentence counts by how near it is
to what the whole collection is about, so that a remark in passing makes no day.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.link.stories.telling import Weights, weighed
from detente.link.stories.words import terms

NEWS, COMING = 0.5, 0.2
"""Weight of a sentence on its own day, and of one on a day to come; looking back weighs 1 + ln days."""
TOPIC_TERMS = 100
LEADS = 5
"""First sentences of an article, which may tell of the day before it without saying so."""
LEAD_WEIGHT = 0.5
COMPARED = 80
REPEATS = 0.6
"""Cosine from which a sentence repeats another."""
SAID = 0.85
"""Cosine from which a sentence is that of another day again."""
FRESH = 45
"""Days after a day up to which what is printed on it tells it, rather than looks back on it."""
SUPPORTS = 0.4
"""Cosine from which a sentence of another article supports one."""
SHORTEST, LONGEST = 6, 60
"""Words of a sentence that may stand in a timeline."""
_TERMS = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an article, and the day it is about."""

    article: str
    """`Article.id`, or any key of one."""
    number: int
    """Number of the sentence in it, from 1."""
    published: date
    """Day of publication of the article."""
    day: date | None
    """The day it tells of; None when it gives none to a day."""
    text: str
    """The sentence, verbatim."""
    origin: str = ""
    """What copies of one text share, so that they count once; empty for an article of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a timeline."""

    day: date
    """The day."""
    weight: float
    """How much the collection makes of it; the largest is 1."""
    sentences: tuple[Told, ...]
    """What tells it, best first."""
    support: tuple[Told, ...]
    """Sentences of other articles that say the like, one an article."""


@dataclass(slots=True)
class _Weighed:
    told: Told
    terms: Weights
    near: float = 0.0

    @property
    def fresh(self) -> bool:
        """Whether it was printed within days of the day that it tells."""
        day = self.told.day
        return day is None or abs((self.told.published - day).days) <= FRESH


def choose(
    told: Iterable[Told],
    *,
    days: int,
    each: int = 1,
    first: date | None = None,
    last: date | None = None,
    late: float = 1.0,
) -> list[Entry]:
    """Return the `days` days that matter most, in order of time, each with up to `each` sentences.

    Fewer where fewer are told. The order in which sentences come does not matter. `late` is what a
    sentence that looks back on a day (`FRESH`) counts as its line: on Timeline17 1 is best.

    >>> day, after = date(2013, 5, 7), date(2013, 5, 9)
    >>> said = "Kerry and Lavrov agreed in Moscow to call a conference on Syria."
    >>> [entry.day.isoformat() for entry in choose([Told("a", 1, after, day, said)], days=3)]
    ['2013-05-07']
    """
    ordered = sorted(told, key=lambda one: (one.published, one.article, one.number))
    every = [_Weighed(one, weighed(Counter(terms(one.text)), _TERMS)) for one in ordered if _fits(one)]
    topic = _topic(every)
    for one in every:
        one.near = _dot(one.terms, topic)
    by_day, leads = _by_day(every, first or date.min, last or date.max)
    weights = {day: _weight(day, about) for day, about in by_day.items()}
    ranked = sorted(weights, key=lambda day: (-weights[day], day))
    most = max(weights.values(), default=0.0) or 1.0
    entries: list[Entry] = []
    used: list[_Weighed] = []
    for day in ranked:
        if len(entries) == days:
            break
        about = [(one, 1.0) for one in by_day[day]]
        pool = about + [(one, LEAD_WEIGHT) for one in leads.get(day, ())]
        if chosen := _sentences([one for one in pool if not _said(one[0], used)], each, late):
            used += chosen
            support = _support(chosen, [one for one, _ in about])
            sentences = tuple(one.told for one in chosen)
            entries.append(Entry(day, round(weights[day] / most, 3), sentences, support))
    return sorted(entries, key=lambda entry: entry.day)


def _said(one: _Weighed, used: Sequence[_Weighed]) -> bool:
    """Say whether a sentence stands in the timeline already, for another day, in nearly these words."""
    return any(_dot(one.terms, other.terms) > SAID for other in used)


def _fits(told: Told) -> bool:
    return SHORTEST <= len(told.text.split()) <= LONGEST


def _topic(every: Sequence[_Weighed]) -> Weights:
    sums: Counter[str] = Counter()
    for one in every:
        sums.update(one.terms)
    length = math.sqrt(math.fsum(weight * weight for weight in sums.values())) or 1.0
    heavy = sorted(sums, key=lambda term: (-sums[term], term))[:TOPIC_TERMS]
    return {term: sums[term] / length for term in heavy}


def _by_day(
    every: Sequence[_Weighed], first: date, last: date
) -> tuple[dict[date, list[_Weighed]], dict[date, list[_Weighed]]]:
    """Return the sentences about each day, and the leads that may be about it without saying so."""
    about: defaultdict[date, list[_Weighed]] = defaultdict(list)
    leads: defaultdict[date, list[_Weighed]] = defaultdict(list)
    for one in every:
        told = one.told
        if told.day is not None and first <= told.day <= last:
            about[told.day].append(one)
        if told.number <= LEADS:
            for day in (told.published, told.published - timedelta(1)):
                if first <= day <= last and told.day != day:
                    leads[day].append(one)
    return about, leads


def _weight(day: date, about: Sequence[_Weighed]) -> float:
    """Return what a day counts: over origins, the root of what their sentences count, copies once."""
    by_sentence: defaultdict[tuple[str, str], float] = defaultdict(float)
    for one in about:
        back = (one.told.published - day).days
        share = COMING if back < 0 else NEWS if back <= 1 else 1 + math.log(back)
        key = (one.told.origin or one.told.article, one.told.text)
        by_sentence[key] = max(by_sentence[key], one.near * share)
    by_origin: defaultdict[str, float] = defaultdict(float)
    for (origin, _), count in by_sentence.items():
        by_origin[origin] += count
    return math.fsum(math.sqrt(count) for count in by_origin.values())


def _sentences(pool: Sequence[tuple[_Weighed, float]], each: int, late: float) -> list[_Weighed]:
    """Return the sentences whose sum is nearest to the day's, none of which repeats another."""
    centre: Counter[str] = Counter()
    for one, weight in pool:
        for term, value in one.terms.items():
            centre[term] += weight * value * (0.2 + one.near)  # type: ignore[assignment]
    near = sorted(pool, key=lambda item: (-_dot(item[0].terms, centre) * item[1], item[0].told.text))
    chosen: list[_Weighed] = []
    together: Counter[str] = Counter()
    while len(chosen) < each:
        best: tuple[float, _Weighed] | None = None
        for one, _ in near[:COMPARED]:
            if any(_dot(one.terms, other.terms) > REPEATS for other in chosen):
                continue
            tried = Counter(together)
            tried.update(one.terms)
            length = math.sqrt(math.fsum(value * value for value in tried.values())) or 1.0
            likeness = _dot(tried, centre) / length * (1.0 if one.fresh else late)
            if best is None or likeness > best[0]:
                best = (likeness, one)
        if best is None:
            break
        chosen.append(best[1])
        together.update(best[1].terms)
    return chosen


def _support(chosen: Sequence[_Weighed], about: Sequence[_Weighed]) -> tuple[Told, ...]:
    taken = {one.told.article for one in chosen}
    found: dict[str, tuple[float, Told]] = {}
    for one in about:
        likeness = max(_dot(one.terms, other.terms) for other in chosen)
        key = one.told.article
        if key not in taken and likeness >= SUPPORTS and likeness > found.get(key, (0.0,))[0]:
            found[key] = (likeness, one.told)
    return tuple(
        told for _, told in sorted(found.values(), key=lambda item: (-item[0], item[1].article))
    )


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return math.fsum(value * large[term] for term, value in small.items() if term in large)
