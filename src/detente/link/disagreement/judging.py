"""Two sentences of two reports laid side by side: do they agree, differ, or tell of two times?

No verdict says who is right. A difference is called a conflict only where both cannot hold of one
thing; a toll that grows, a later figure of the same outlet and a view that somebody has changed are
shown as then and later; two people who judge differently each keep their judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Literal, TypeVar

from detente.link.disagreement.claims import Claim
from detente.link.disagreement.telling import (
    Amount,
    Sentence,
    has_grown,
    one_day,
    same_measure,
    same_weekday,
    sentences_told,
)
from detente.link.disagreement.weighing import Facing, Weighed, facing, shares, turned, weigh
from detente.records import Extraction

T = TypeVar("T", Amount, Claim, Facing)
Kind = Literal["conflict", "assessment", "polarity", "update", "changed"]
_SAME_TIME = timedelta(days=4)
"""Days between two reports within which both speak of the same time."""
_LASTING = frozenset({"judgement", "opposite", "status"})
"""What is so for a time, so that two reports need not tell of one day to tell of one thing."""
_SURE_ODDS = 1.5
"""Odds from which two sentences of two short reports are laid side by side."""
_SHORT = 16
"""Pairs of sentences that two short reports have."""
_CROWD = 400
"""Sentences on one matter of which every pair is looked at; beyond, only those of neighbouring days."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of a difference."""

    sentence: Sentence
    """Where it stands."""
    text: str
    """The words that differ, as printed."""
    said_by: str | None
    """Who says so; None for the outlet itself."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that differ on one point."""

    kind: Kind
    """`conflict`: both numbers cannot hold; `polarity`: one says the opposite of the other;
    `assessment`: two people judge differently; `update`: the same outlet, later; `changed`: then and
    later."""
    slot: str
    """`number`, or the axis: `accept`, `outcome`, `relations` ..."""
    left: Reading
    """The earlier."""
    right: Reading
    """The later."""
    reason: str
    """Why they are laid side by side, in words."""

    @property
    def open(self) -> bool:
        """Whether it stands as a difference, rather than as then and later."""
        return self.kind in ("conflict", "assessment", "polarity")


def differences(extractions: Iterable[Extraction], origins: Mapping[str, str]) -> list[Pair]:
    """Return the points on which articles of one story differ in numbers and in the sides they take.

    `origins` maps `Article.id` to that of the origin of its text: copies are never compared, articles
    of one outlet only for what it tells anew. In order of the earlier sentence; each two sentences
    once for a point. Does not compare dates, places and people of meetings: `query.encounters` does.
    """
    numbers: dict[tuple[str, str], list[Amount]] = {}
    sides: dict[str, list[Claim]] = {}
    whole: list[Facing] = []
    seen: set[tuple[str, str]] = set()
    for one in extractions:
        origin = origins.get(one.article.id, one.article.id)
        for sentence in sentences_told(one, origin):
            if (origin, sentence.text) in seen:
                continue
            seen.add((origin, sentence.text))
            ready = facing(sentence, one.statements)
            whole.append(ready)
            for amount in ready.amounts:
                key = "" if amount.deeds else amount.quantity.counted
                numbers.setdefault((amount.quantity.unit, key), []).append(amount)
            for claim in ready.claims:
                sides.setdefault(claim.axis, []).append(claim)
    numbers = {key: _lone(group) for key, group in numbers.items()}
    found = [
        pair for group in numbers.values() for a, b in _pairs(group) if (pair := compare_amounts(a, b))
    ]
    found += [
        pair for group in sides.values() for a, b in _pairs(group) if (pair := compare_claims(a, b))
    ]
    found += _weighed(whole, found)
    return sorted(_once(found), key=_order)


def _weighed(told: Sequence[Facing], known: Iterable[Pair]) -> Iterator[Pair]:
    """Yield what sentences differ on by all that they share and say, the surest of two reports first.

    A sentence stands against one of another report, and two reports against each other on one slot: in
    long reports many sentences are alike, so more is asked of them (`_sure`).
    """
    taken = {(end, other) for pair in known for end, other in _ends(pair)}
    lengths = Counter(one.sentence.article for one in told)
    scored = []
    for left, right in _pairs([one for one in told if one.words.words]):
        if shares(left, right) and (found := weigh(left, right)):
            sizes = lengths[left.sentence.article] * lengths[right.sentence.article]
            if found.chance >= _sure(sizes):
                scored.append((found.chance, left, right, found))
                continue
        if _apart(left.sentence, right.sentence) > _SAME_TIME and shares(left, right):
            turn = turned(left, right)
            if turn:
                scored.append((0.0, left, right, turn))
    scored.sort(key=lambda one: -one[0])
    for _, left, right, found in scored:
        a, b = left.sentence, right.sentence
        ends = ((a.article, a.number), b.article), ((b.article, b.number), a.article)
        if not any(end in taken for end in ends) and (pair := compare_facing(left, right, found)):
            taken.update(ends)
            yield pair


def _ends(pair: Pair) -> Iterator[tuple[tuple[str, int], str]]:
    a, b = pair.left.sentence, pair.right.sentence
    yield (a.article, a.number), b.article
    yield (b.article, b.number), a.article


def _sure(sizes: int) -> float:
    """Return the least chance for sentences of reports with so many pairs of them.

    >>> _sure(9) < _sure(900) < 1
    True
    """
    odds = _SURE_ODDS * max(1.0, sizes / _SHORT)
    return odds / (1 + odds)


def compare_facing(left: Facing, right: Facing, found: Weighed) -> Pair | None:
    """Return two sentences that were weighed as a difference; None where they tell of two times.

    `left` is the earlier. What one tells as planned and the other as done, and what a report itself
    tells as changed, is then and later as soon as a day lies between.
    """
    a, b = left.sentence, right.sentence
    apart, anew = _apart(a, b), _told_anew(a, b)
    lasting = apart > _SAME_TIME and found.slot in _LASTING
    if not one_day(a, b) and found.slot != "date" and not lasting and not anew:
        return None
    sides = (Reading(a, found.left, left.said_by), Reading(b, found.right, right.said_by))
    moved = left.signs.planned != right.signs.planned or left.signs.later or right.signs.later
    if anew:
        return Pair("update", found.slot, *sides, "the same outlet says otherwise later")
    if apart > _SAME_TIME or (moved and apart >= timedelta(days=1)):
        if (
            found.slot == "judgement"
            and left.said_by
            and right.said_by
            and left.said_by != right.said_by
        ):
            return None  # Two people who judge at two times: nobody has changed a view.
        return Pair("changed", found.slot, *sides, "the same matter, told otherwise at another time")
    if found.slot == "judgement":
        return Pair("assessment", found.slot, *sides, "two judge the same matter differently")
    kind: Kind = "polarity" if found.slot == "opposite" else "conflict"
    return Pair(kind, found.slot, *sides, f"both cannot hold of one thing ({found.chance:.2f})")


def _pairs(group: Sequence[T]) -> Iterator[tuple[T, T]]:
    ordered = sorted(group, key=lambda one: _when(one.sentence))
    near = len(ordered) > _CROWD
    for a, b in combinations(ordered, 2):
        if a.sentence.origin == b.sentence.origin and not _told_anew(a.sentence, b.sentence):
            continue
        if near and _apart(a.sentence, b.sentence) > _SAME_TIME:
            continue
        yield a, b


def _lone(group: Sequence[Amount]) -> list[Amount]:
    """Mark the lengths that are the only one of their article, and the tolls."""
    counts = Counter(_of_article(one) for one in group if one.quantity.unit == "time" or one.toll)
    return [replace(one, alone=counts[_of_article(one)] == 1) for one in group]


def _of_article(one: Amount) -> tuple[str, bool]:
    return one.sentence.article, one.toll


def _told_anew(left: Sentence, right: Sentence) -> bool:
    """Say whether one outlet tells of a thing twice: what it says later may put right the earlier."""
    return bool(left.outlet) and left.outlet == right.outlet and left.published != right.published


def compare_amounts(left: Amount, right: Amount) -> Pair | None:
    """Return how two numbers differ; None where they measure two things or both can hold.

    `left` is the earlier. A toll may grow: a later report that gives more than an earlier one of
    another day does not contradict it.
    """
    a, b = left.sentence, right.sentence
    sides = (Reading(a, left.quantity.text, None), Reading(b, right.quantity.text, None))
    later = _apart(a, b) >= timedelta(days=1)
    if later and has_grown(left, right):
        kind: Kind = "update" if _told_anew(a, b) else "changed"
        return Pair(kind, "number", *sides, "a later report of a growing number (people)")
    if not same_measure(left, right) or left.quantity.fits(right.quantity):
        return None
    what = ", ".join(sorted(left.deeds & right.deeds)) or left.quantity.counted or left.quantity.unit
    if _told_anew(a, b):
        return Pair("update", "number", *sides, f"the same outlet gives another number later ({what})")
    if left.grows and later and right.quantity.low > left.quantity.low:
        return Pair("changed", "number", *sides, f"a later report of a growing number ({what})")
    return Pair("conflict", "number", *sides, f"two numbers of one thing ({what})")


def compare_claims(left: Claim, right: Claim) -> Pair | None:
    """Return how two sides differ; None where they are about two matters, or are the same side.

    `left` is the earlier. What somebody did must share its names and its words; what somebody thinks
    of it must be of the same subject.
    """
    a, b = left.sentence, right.sentence
    if left.axis != right.axis or left.sign == right.sign or not one_day(a, b):
        return None
    if not (_one_deed(left, right) if left.kind == "act" else _one_subject(left, right)):
        return None
    sides = (Reading(a, left.text, left.said_by), Reading(b, right.text, right.said_by))
    if _apart(a, b) > _SAME_TIME:
        if left.kind == "act" or (left.axis != "relations" and left.holder != right.holder):
            return None
        return Pair("changed", left.axis, *sides, "the same matter, seen otherwise at another time")
    if _told_anew(a, b):
        return Pair("update", left.axis, *sides, "the same outlet says otherwise later")
    if left.kind == "judgement" and left.holder != right.holder:
        return Pair("assessment", left.axis, *sides, "two judge the same matter differently")
    return Pair("polarity", left.axis, *sides, "one report says the opposite of the other")


def _one_deed(left: Claim, right: Claim) -> bool:
    shared = left.words & right.words
    fewer = min(len(left.words), len(right.words))
    return bool(left.names & right.names) and len(shared) >= 3 and len(shared) >= 0.4 * fewer


_SUBJECTS = {
    "talk": "talk meet sess discuss negoti conversat round summit visit trip",
    "tie": "ties tie relat relationship kremlin neighbour neighbor partner",
}  # fmt: skip
_ABOUT = {word: subject for subject, words in _SUBJECTS.items() for word in words.split()}


def _one_subject(left: Claim, right: Claim) -> bool:
    """Say whether two judgements are of one thing: talks of one people, ties of the same states."""
    about = _about(left), _about(right)
    people = left.sentence.people & right.sentence.people
    shared = left.names & right.names
    if left.axis == "relations":
        return bool(shared) or len(people) > 1
    if (
        same_weekday(left.sentence, right.sentence)
        and _apart(left.sentence, right.sentence) <= _SAME_TIME
    ):
        return True
    if all(about) and about[0] & about[1]:
        return bool(shared or people)
    return len(shared) >= 2 or (bool(shared) and len(left.words & right.words) >= 2)


def _about(claim: Claim) -> frozenset[str]:
    return frozenset(_ABOUT[word] for word in claim.words if word in _ABOUT)


def _apart(left: Sentence, right: Sentence) -> timedelta:
    """Return the least time between two printings; of a month any day may be meant."""
    a, b = left.published, right.published
    if not (a.start and b.start):
        return timedelta(0)
    between = max(b.start - (a.end or a.start), a.start - (b.end or b.start))
    return max(timedelta(0), between)


def _when(sentence: Sentence) -> tuple[date, str, int]:
    return (sentence.published.start or date.max, sentence.article, sentence.number)


def _order(pair: Pair) -> tuple[bool, tuple[date, str, int], tuple[date, str, int], str]:
    return (not pair.open, _when(pair.left.sentence), _when(pair.right.sentence), pair.slot)


def _once(found: Iterable[Pair]) -> list[Pair]:
    """Keep one pair for the same words of the same two origins on one slot."""
    kept: dict[tuple[str, ...], Pair] = {}
    for pair in found:
        a, b = pair.left, pair.right
        key = (pair.slot, a.sentence.origin, b.sentence.origin, a.text.casefold(), b.text.casefold())
        kept.setdefault(key, pair)
    return list(kept.values())
