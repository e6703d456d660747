"""How likely it is that two sentences of two reports cannot both hold.

Two sentences are weighed only where they share enough rare words, and differ on a sign (`signs`): a
number, a day that one insists on, a place, what one denies, an occasion, who led, a judgement. The
weights are a logistic regression's, learned on pairs written for it (`data/difference_model.md`).
Nothing here knows the time between two reports: whether a difference is then and later is for
`judging`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from detente.knowledge.tables import weights
from detente.knowledge.word_vectors import near
from detente.link.disagreement.claims import Claim, claims
from detente.link.disagreement.signs import Mark, Signs, signs
from detente.link.disagreement.telling import PEOPLE, Amount, Sentence, amounts, dateline_of
from detente.link.disagreement.wording import Worded, likeness, matches, worded
from detente.link.stories.words import stem
from detente.records import Statement

Slot = Literal["number", "date", "place", "status", "opposite", "occasion", "participants", "judgement"]
FEATURES = (
    "cover", "mass", "rarest", "names", "states", "one_day", "other_day", "number", "number_day", "day",
    "place", "place_day", "place_set", "denied", "denied_mass", "denied_day", "only", "only_day", "off",
    "off_day", "pole", "pole_day", "verdict", "verdict_day", "verdict_mass",
    "verdict_said", "occasion", "occasion_day",
    "rank", "rank_day", "set", "set_day", "swap_set", "fits", "planned", "mass_day", "later",
)  # fmt: skip
"""What is looked at, in the order of the weights."""
SIGNS = ("number", "day", "place", "only", "off", "pole", "verdict", "occasion", "rank", "set")
"""Features that are signs: at least one is needed, or a denial of what the other says."""
LEAST_MASS = 0.35
"""Shared rare words, as `mass`, below which two sentences are of two things."""
LEAST_SCENE = 0.7
"""Shared rare words, as `mass`, below which two places are those of two scenes."""
LEAST_DENIED = 0.3
"""Share of what is denied that the other sentence must speak of."""
LEAST_TURNED = 0.9
"""Shared rare words, as `mass`, below which what turned is another thing."""
LEAST_NOUN = 0.45
"""Nearness of two counted nouns below which two numbers are of two things."""
_TURNS = re.compile(
    r"\b(?:no longer|any ?more|after all|as yet|not yet|has since|have since|given up|gave up|"
    r"originally|at first|instead of|still had|reversed|withdrawn|withdrew|postponed|corrections?)\b",
    re.IGNORECASE,
)
"""Words that tell of a turn by themselves; "now" and "again" tell of none."""
_CLAUSE = re.compile(r"[;:]\s|(?<=[a-z]{4})\.\s|, (?:and|but|while|which|who)\b")
"""Where a clause ends; a stop after few letters may be that of "Mr." or "U.S."."""


@dataclass(frozen=True, slots=True)
class Facing:
    """A sentence made ready to be laid beside others."""

    sentence: Sentence
    """Where it is."""
    words: Worded
    """What it is about."""
    signs: Signs
    """What it says that another may say otherwise."""
    amounts: tuple[Amount, ...]
    """Its numbers."""
    claims: tuple[Claim, ...]
    """The sides it takes."""
    said_by: str | None
    """Who says it; None for the outlet itself."""
    keys: frozenset[str]
    """Its states, names and stems."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two sentences that may not both hold."""

    chance: float
    """How likely that is, 0 to 1."""
    slot: Slot
    """What they differ on most."""
    left: str
    """The words that differ, of the left one."""
    right: str
    """Those of the right one."""


def facing(sentence: Sentence, statements: Sequence[Statement] = ()) -> Facing:
    """Return a sentence made ready, with the numbers, sides and signs that it holds."""
    here = [row for row in statements if any(item.sentence == sentence.number for item in row.evidence)]
    hidden = [
        (item.start - sentence.start, item.end - sentence.start)
        for row in here
        for item in row.evidence
        if item.sentence == sentence.number and item.role in ("speaker", "cue")
    ]
    if opens := dateline_of(sentence.text):
        hidden.append((0, opens))
    holding = [
        row
        for row in here
        if any(item.role == "content" and item.sentence == sentence.number for item in row.evidence)
    ]
    words = worded(sentence.text, hidden)
    return Facing(
        sentence=sentence,
        words=words,
        keys=frozenset(one.key if one.key[0] in "=@" else stem(one.key) for one in words.words),
        signs=signs(sentence.text, hidden),
        amounts=tuple(amounts(sentence)),
        claims=tuple(claims(sentence, here)),
        said_by=holding[0].speaker.name if holding else None,
    )


def shares(left: Facing, right: Facing) -> bool:
    """Say whether two sentences share a name, a state or a word: the cheap question before `weigh`."""
    return not left.keys.isdisjoint(right.keys)


def weigh(left: Facing, right: Facing) -> Weighed | None:
    """Return how likely two sentences cannot both hold; None where too little is shared or differs."""
    if not left.words.words or not right.words.words:
        return None
    found = features(left, right)
    if not sits(found):
        return None
    mean, scale, learned, base = _model()
    sum_ = base + sum(
        w * (found[name] - m) / s for name, m, s, w in zip(FEATURES, mean, scale, learned, strict=True)
    )
    slot = _slot(found)
    a, b = _texts(left, right, slot)
    return Weighed(1 / (1 + math.exp(-sum_)), slot, a, b)


def turned(left: Facing, right: Facing) -> Weighed | None:
    """Return what one of two sentences tells otherwise than the other, where it tells of a turn.

    "No longer", "as yet" or a denial of what the other says is one; that something was planned and then
    took place is none. For reports of different times: at one time these are differences, if anything.
    """
    a, b = left.signs, right.signs
    turns = _TURNS.search(left.sentence.text) or _TURNS.search(right.sentence.text)
    if not (turns or a.off != b.off or bool(a.denials) != bool(b.denials)):
        return None
    if not left.words.words or not right.words.words:
        return None
    found = features(left, right)
    denied = found["denied"] >= LEAST_DENIED
    if found["mass"] < LEAST_TURNED or not (turns or found["off"] or denied):
        return None
    slot: Slot = "status" if found["off"] else "opposite"
    return Weighed(found["cover"], slot, *_texts(left, right, slot))


def sits(found: dict[str, float]) -> bool:
    """Say whether two sentences are to be weighed at all: of one thing, of one day, and with a sign.

    Two sentences that name two days are of two days, unless one insists on its own.
    """
    if found["mass"] < LEAST_MASS or (found["other_day"] and not found["day"]):
        return False
    if found["fits"] and not any(found[sign] for sign in SIGNS if sign not in ("number", "set")):
        return False
    return found["denied"] >= LEAST_DENIED or any(found[sign] for sign in SIGNS)


def features(left: Facing, right: Facing) -> dict[str, float]:
    """Return what two sentences share and differ on, by name (`FEATURES`)."""
    a, b = left.signs, right.signs
    best = matches(left.words, right.words)
    like = likeness(left.words, right.words)
    hits = [
        word.weight * float(one)
        for word, one in zip(left.words.words, best.max(axis=1), strict=True)
        if one >= 0.5
    ]
    cover, mass = max(like.left, like.right), min(sum(hits), 30.0) / 10
    days = _values(a.days), _values(b.days)
    one_day = float(bool(days[0] & days[1]))
    other_day = float(bool(days[0] and days[1]) and not one_day)
    on_day = cover * one_day
    set_right = float(a.contrast or b.contrast)
    number, fits = _numbers(left.amounts, right.amounts)
    denied, denied_mass = _denied(left, right)
    place = _apart(a.places, b.places) * float(one_day or set_right) * float(mass >= LEAST_SCENE)
    rank, occasion = _differ(a.ranks, b.ranks), _differ(a.settings, b.settings)
    pole = float(
        any(
            one.kind == "act" and one.axis == other.axis and one.sign != other.sign
            for one in left.claims
            for other in right.claims
        )
    )
    sides = _side(left), _side(right)
    verdict = float(len(sides[0]) == 1 and len(sides[1]) == 1 and sides[0] != sides[1])
    only, off = float(a.only != b.only), float(a.off != b.off)
    values = (
        cover, mass, max(hits, default=0.0) / 7, like.names, like.states, one_day, other_day,
        number * mass, number * on_day, other_day * set_right * cover,
        place * cover, place * on_day, place * set_right * cover,
        denied, denied_mass, denied * one_day, only * cover, only * on_day, off * cover, off * on_day,
        pole * mass, pole * on_day, verdict * cover, verdict * on_day, verdict * mass,
        verdict * float(left.said_by != right.said_by and bool(left.said_by and right.said_by)),
        occasion * cover, occasion * on_day, rank * cover, rank * on_day,
        set_right * cover, set_right * on_day, _swapped(left.words, right.words) * set_right * cover,
        fits, float(a.planned != b.planned), mass * one_day, float(a.later or b.later),
    )  # fmt: skip
    return dict(zip(FEATURES, values, strict=True))


def _values(marks: Iterable[Mark]) -> frozenset[str]:
    return frozenset(mark.value for mark in marks)


def _apart(left: Sequence[Mark], right: Sequence[Mark]) -> float:
    return float(bool(left and right) and not _values(left) & _values(right))


def _differ(left: Sequence[Mark], right: Sequence[Mark]) -> float:
    return float(bool(left and right) and _values(left) != _values(right))


def _side(one: Facing) -> frozenset[str]:
    """Return which sides a sentence's judgements take: `good`, `bad`, both or none."""
    judged = {"good" if c.sign > 0 else "bad" for c in one.claims if c.kind == "judgement"}
    return _values(one.signs.verdicts) | judged


def _numbers(left: Sequence[Amount], right: Sequence[Amount]) -> tuple[float, float]:
    """Return how surely two numbers of one thing exclude each other, and whether any two agree."""
    worst, fits = 0.0, 0.0
    for one in left:
        for other in right:
            a, b = one.quantity, other.quantity
            if a.unit != b.unit:
                continue
            if a.fits(b):
                fits = 1.0
                continue
            alike = 0.8
            if a.unit == "count":
                alike = 1.0 if a.counted == b.counted else max(0.0, near(a.counted, b.counted))
                if {a.counted, b.counted} <= PEOPLE:
                    alike = 1.0
                if alike < LEAST_NOUN:
                    continue
            if one.deeds and other.deeds and not one.deeds & other.deeds:
                alike *= 0.5
            if one.summed != other.summed:
                alike *= 0.5
            worst = max(worst, alike)
    return worst, fits


def _denied(left: Facing, right: Facing) -> tuple[float, float]:
    """Return the share of what only one of them denies that the other speaks of, and its weight."""
    if bool(left.signs.denials) == bool(right.signs.denials):
        return 0.0, 0.0
    one, other = (left, right) if left.signs.denials else (right, left)
    marks = one.signs.denials
    inside = [
        at
        for at, word in enumerate(one.words.words)
        if any(mark.start <= word.start < mark.end for mark in marks)
    ]
    if not inside:
        return 0.0, 0.0
    best = matches(one.words, other.words).max(axis=1)
    whole = sum(one.words.words[at].weight for at in inside)
    met = sum(float(best[at]) * one.words.words[at].weight for at in inside)
    return met / whole, min(met, 20.0) / 10


def _swapped(left: Worded, right: Worded) -> float:
    """Return 1 where both name a state that is first in one and not in the other."""
    first = [next((w.key for w in one.words if w.key[0] == "="), "") for one in (left, right)]
    return float(bool(all(first) and first[0] != first[1] and left.states & right.states))


_SLOTS: tuple[tuple[str, Slot], ...] = (
    ("occasion", "occasion"), ("number", "number"), ("verdict", "judgement"), ("day", "date"),
    ("off", "status"), ("rank", "participants"), ("place", "place"), ("denied", "opposite"),
    ("pole", "opposite"), ("only", "opposite"), ("set", "opposite"),
)  # fmt: skip


def _slot(found: dict[str, float]) -> Slot:
    return next(slot for name, slot in _SLOTS if found[name] > 0)


def _texts(left: Facing, right: Facing, slot: Slot) -> tuple[str, str]:
    """Return the words of both sentences that show the difference; where none does, the clause."""
    pairs: dict[str, Any] = {
        "occasion": lambda one: one.signs.settings,
        "judgement": lambda one: one.signs.verdicts,
        "date": lambda one: one.signs.days,
        "place": lambda one: one.signs.places,
        "participants": lambda one: one.signs.ranks,
        "status": lambda one: one.signs.denials,
        "opposite": lambda one: one.signs.denials,
    }
    if slot == "number":
        a, b = next(
            (one.quantity.text, other.quantity.text)
            for one in left.amounts
            for other in right.amounts
            if one.quantity.unit == other.quantity.unit and not one.quantity.fits(other.quantity)
        )
        return a, b
    a, b = (_shown(one, pairs[slot](one)) for one in (left, right))
    return a, b


def _shown(one: Facing, marks: Sequence[Mark]) -> str:
    text = one.sentence.text
    if opens := dateline_of(text):
        text = text[opens:]
        marks = [Mark(m.start - opens, m.end - opens, m.value) for m in marks]
    if not marks:
        return _CLAUSE.split(text, maxsplit=1)[0].strip()
    return text[marks[0].start : marks[0].end].strip()


@cache
def _model() -> tuple[list[float], list[float], list[float], float]:
    kept = weights("difference_model.npz")
    return (
        kept["mean"].tolist(),
        kept["scale"].tolist(),
        kept["weights"].tolist(),
        float(kept["base"]),
    )
