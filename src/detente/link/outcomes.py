"""What came of a forecast: later rows that match its target, with a verdict that a reader can overrule.

A row matches by what a reader would look at: who is named in the claim, what kind of thing is to
happen, where, and whether it happened before the horizon. `came-true` and `did-not` need all of that;
a row that is merely about the same is `unclear`, and shows both sentences to whoever decides. Silence
is no outcome: a forecast that nothing matches stays open, also long after its horizon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from detente.knowledge.issues import issues_in
from detente.knowledge.states import states
from detente.link.lookbacks import (
    LookBack,
    best,
    look_backs,
    names_a_day,
    recalls,
    recalls_both,
    verdict,
    who,
)
from detente.records import Event, Forecast, Link, Meeting, Mention, Statement, When, make_id
from detente.records.swift import swift

Verdict = Literal["came-true", "did-not", "partly", "unclear"]
OUTCOMES: tuple[Verdict, ...] = ("came-true", "did-not", "partly", "unclear")
"""The relations of `Link` that say what came of a forecast."""
REACH = 400
"""Days after which a later row is no longer looked at where the text gives no horizon."""
_LATE = 120
"""Days past the horizon in which the thing itself, come late, makes a claim partly true."""
_MEETS = re.compile(
    r"\b(?:meet|meets|met|meeting|visits?|summit|travels?|come to|go to|comes to|goes to|set foot|"
    r"fly to|sit down|talks? with|receive|host|(?:be|comes?) (?:in|to) (?:the )?(?-i:[A-Z])\w+|"
    r"(?:will|won't|won’t|would|will not|would not|won't ever) come)\b",
    re.IGNORECASE,
)
_COMES = re.compile(r"\b(?:will|won't|won’t|will not|would|would not|wouldn['’]t) come$", re.IGNORECASE)
"""A claim that somebody comes, and no more: where to was said before."""
_SOON = 100
"""Days in which a visit settles that somebody "will come"."""
_NEAR = 500
"""Characters before a claim in which it may be said where to."""
_TALKS = re.compile(r"\b(?:talks?|speak|call|telephone|phone|contact)\b", re.IGNORECASE)
"""Words of a claim that a telephone call makes true."""
_NOT = re.compile(
    r"\b(?:not|no|never|nobody|nothing|neither|hardly|unlikely|doubts?|n't)\b|n[’']t\b", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:again and again|at least|half a dozen|twice|three times|\d+ times|only|minutes|hours|before|"
    r"unless|standing|longer|first|as president|as minister|ever|in office|in his lifetime)\b",
    re.IGNORECASE,
)
"""Words of a claim that say more than that some will meet: a meeting alone does not settle it."""
_PLACED = re.compile(
    r"\b(?:in|to|at) (?:the )?(?!January|February|March|April|May|June|July|August|"
    r"September|October|November|December)[A-Z]"
)
_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_LIGHT = """
    will would that this with from they them their have been there before after about into which
    when what more than only perhaps likely could might also over under between both such some year
    month week summer autumn spring winter january february march april june july august september
    october november december first last next again still very much many most states united
    take takes took taken place half right wrong
"""
_BEHIND = 60
"""Characters behind a verb in which the thing made stands."""
_STOP = frozenset(_LIGHT.split())
_UNREAL = frozenset({"planned", "promised", "hypothetical"})
_EXISTS = re.compile(
    r"^(?:[Ff]irst,? |[Tt]hen |[Aa]nd )?there (?:will|would|'ll|’ll) be (?:an? |the )?"
    r"(?:(?!no\b|not\b)[\w-]+ ){0,3}?(?P<thing>resolution|treaty|agreement|accord|ceasefire|truce|"
    r"referendum|election|embargo|inquiry|tariffs?|sanctions|pact|memorandum|declaration)\b",
    re.IGNORECASE,
)
"""A claim that a thing of a kind whose making is an act will come to be."""
_MADE = re.compile(
    r"\b(?:adopt(?:s|ed)|sign(?:s|ed)|pass(?:es|ed)|approv(?:es|ed)|agreed (?:on|to)|announced|reached|"
    r"conclud(?:es|ed)|impos(?:es|ed)|held|came into force|in force|voted unanimously|initialled)\b",
    re.IGNORECASE,
)
SHARED = 3
"""Words that an act and a claim share to be about the same."""
_PART = 0.5
_WEAK, _STRONG = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Target:
    """A forecast with what the claim names, read from the mentions of its article."""

    forecast: Forecast
    """The forecast."""
    made: When
    """When its article was published."""
    actors: frozenset[str]
    """Ids of the actors named in the claim."""
    names: tuple[str, ...] = ()
    """The names as the claim writes them, in lower case: words that say who and not what."""
    near: frozenset[str] = frozenset()
    """What is named right before the claim: where "he will come" may lead."""


@swift
@dataclass(frozen=True, slots=True)
class Named:
    """A mention, as far as forecasts ask: who is named where."""

    article: str
    """`Article.id`."""
    text: str
    """The words."""
    actor_id: str | None
    """`Actor.id`, where it is known."""
    ranges: tuple[tuple[int, int], ...]
    """The ranges of the words in the article."""


def link_outcomes(
    targets: Iterable[Target],
    meetings: Sequence[Meeting],
    events: Sequence[Event],
    published: Mapping[str, When],
    statements: Sequence[Statement] = (),
) -> list[Link]:
    """Return for each forecast the later row that says best what came of it; at most one link each.

    A row counts when its article was published after the forecast's, and when what it tells lies
    after the forecast too. Of several that match, the surest verdict stands, then the earliest row.
    A statement in which the forecaster looks back ("as he foretold", "I was wrong about the paper")
    goes before rows about the matter. Finds no outcome that is told only between the lines.
    """
    return settle(targets, Later(meetings, events, statements, published), published)


def settle(targets: Iterable[Target], later: Later, published: Mapping[str, When]) -> list[Link]:
    """Return what `link_outcomes` does, out of rows that are arranged already."""
    found: dict[str, Link] = {}
    beside: list[tuple[Target, Link]] = []
    wanted = list(targets)
    for target in wanted:
        met = later.met(target)
        where = target.near & {row.place.name for row in met if row.place}
        there = next(iter(where)) if len(where) == 1 else None
        links = [link for row in met if (link := _met(target, row, published, there))]
        close = later.told(target.forecast.claim)
        links += [link for row in close if (link := _happened(target, row, published))]
        links += [link for row in later.made(target) if (link := _came_to_be(target, row, published))]
        for back in later.recalled(target):
            if link := _recalled(target, back):
                links.append(link)
                if recalls_both(back.words) and link.relation != "unclear":
                    beside.append((target, link))
        if links:
            found[target.forecast.id] = surest(links)
    for target, link in beside:
        for other in wanted:
            old = found.get(other.forecast.id)
            if _one_breath(target.forecast, other.forecast) and (not old or old.relation == "unclear"):
                why = f"recalled with the other, {link.reason[-10:]}"
                same = next(one for one in OUTCOMES if one == link.relation)
                found[other.forecast.id] = _link(other, link.right, same, link.score - 0.05, why)
    return list(found.values())


def _one_breath(one: Forecast, other: Forecast) -> bool:
    """Say whether two forecasts were made in one sentence by one forecaster."""
    place = (one.article, one.sentence, who(one))
    return one.id != other.id and place == (other.article, other.sentence, who(other))


def surest(links: Iterable[Link]) -> Link:
    """Return the link that stands for one forecast: the surest, then the earliest row's."""
    return min(links, key=lambda link: (-link.score, link.reason[-10:], link.right))


class Later:
    """Later rows by what a claim can share with them, so that each claim meets few.

    Meetings by who is there, events by their words, statements by who looks back.
    """

    def __init__(
        self,
        meetings: Sequence[Meeting],
        events: Sequence[Event],
        statements: Sequence[Statement] = (),
        published: Mapping[str, When] | None = None,
    ) -> None:
        days = {key: when.start for key, when in (published or {}).items() if when.start}
        self._backs = look_backs(statements, days)
        spoken = [back.words for backs in self._backs.values() for back in backs]
        self._spoken = frozenset(stem for words in spoken for stem in stems(words))
        self._dated = any(names_a_day(words) for words in spoken)
        self._meetings = meetings
        self._events = events
        self._by_actor: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        for at, row in enumerate(meetings):
            for actor in {one.actor_id for one in row.participants if one.actor_id}:
                self._by_actor.setdefault(actor, []).append(at)
        for at, event in enumerate(events):
            for stem in _told(event):
                self._by_stem.setdefault(stem, []).append(at)

    def met(self, target: Target) -> list[Meeting]:
        """Return the meetings of all the persons that a claim names, if it speaks of meeting."""
        people = _people(target)
        if not people or not speaks_of_meeting(target.forecast.claim):
            return []
        rarest = min((self._by_actor.get(one, []) for one in people), key=len)
        return [self._meetings[at] for at in rarest]

    def told(self, claim: str) -> list[Event]:
        """Return the events whose sentence shares enough words with a claim to be about the same."""
        near = Counter(at for stem in stems(claim) for at in self._by_stem.get(stem, ()))
        return [self._events[at] for at, shared in near.items() if shared >= SHARED]

    def made(self, target: Target) -> list[Event]:
        """Return the events whose sentence names the thing that a claim says there will be."""
        thing = _EXISTS.match(target.forecast.claim)
        if thing is None or target.forecast.issue is None:
            return []
        (stem,) = stems(thing["thing"]) or ("",)
        return [self._events[at] for at in self._by_stem.get(stem, ())]

    def recalled(self, target: Target) -> list[LookBack]:
        """Return where the forecaster looks back, those that say how it went first."""
        return best(self._backs.get(who(target.forecast), ()))

    def may_settle(self, claim: str) -> bool:
        """Say, without a look at who is named, whether any row may tell what came of a claim."""
        met = bool(self._meetings and speaks_of_meeting(claim)) or _EXISTS.match(claim) is not None
        recalled = self._dated or not self._spoken.isdisjoint(stems(claim))
        return met or recalled or bool(self.told(claim))


def speaks_of_meeting(claim: str) -> bool:
    """Say whether a claim holds a word for meeting or going to meet."""
    return _MEETS.search(claim) is not None


def thing_of(claim: str) -> str | None:
    """Return the thing of which a claim says that there will be one: "treaty"; None for others."""
    found = _EXISTS.match(claim)
    return found["thing"].lower() if found else None


def _people(target: Target) -> set[str]:
    return {one for one in target.actors if one.startswith(("person:", "local:"))}


def _sentence(row: Event) -> str:
    return next((item.quote for item in row.evidence if item.role == "row"), "")


def _told(row: Event) -> frozenset[str]:
    return stems(_sentence(row))


def targets_of(
    rows: Iterable[Forecast], mentions: Iterable[Mention | Named], published: Mapping[str, When]
) -> list[Target]:
    """Return forecasts with the day they were made and the actors that their claims name."""
    by_article: dict[str, list[Named]] = {}
    for one in mentions:
        named = one if isinstance(one, Named) else _named(one)
        by_article.setdefault(named.article, []).append(named)
    found = []
    for row in rows:
        claim = [item for item in row.evidence if item.role == "content"]
        inside = [
            one
            for one in by_article.get(row.article, ())
            if any(p.start <= start and end <= p.end for p in claim for start, end in one.ranges)
        ]
        actors = frozenset(one.actor_id for one in inside if one.actor_id)
        names = tuple(one.text.lower() for one in inside)
        first = min((item.start for item in claim), default=0)
        near = frozenset(
            one.text
            for one in by_article.get(row.article, ())
            if any(first - _NEAR <= start and end <= first for start, end in one.ranges)
        )
        found.append(Target(row, published.get(row.article, When()), actors, names, near))
    return found


def _named(mention: Mention) -> Named:
    ranges = tuple((item.start, item.end) for item in mention.evidence)
    return Named(mention.article, mention.text, mention.actor_id, ranges)


def _met(
    target: Target, row: Meeting, published: Mapping[str, When], near: str | None = None
) -> Link | None:
    """Return the verdict that a meeting gives on a claim that some will meet, go or not go.

    `near` is the place that is named right before a claim that names none: "He will come".
    """
    claim = target.forecast.claim
    people = _people(target)
    there = {one.actor_id for one in row.participants if one.actor_id}
    if not speaks_of_meeting(claim) or not people or not people <= there:
        return None
    comes = not _PLACED.search(claim) and _COMES.search(claim) is not None
    led = comes and row.place is not None and row.place.name == near
    placed = led or _placed(claim, row)
    if len(people) < 2 and not placed:
        return None
    day = _day(row.date, target, published.get(row.article))
    if day is None or row.status in ("planned", "sought"):
        return None
    made = target.made.end or target.made.start
    if led and made is not None and (day - made).days > _SOON:
        return None
    if row.form == "call" and not _TALKS.search(claim):
        return None
    happened = row.status == "held"
    denied = bool(_NOT.search(claim))
    right = happened != denied
    verdict: Verdict = "came-true" if right else "did-not"
    due = target.forecast.horizon.end
    begins = target.forecast.horizon.start
    reason = f"{'held' if happened else row.status} with {len(people)} named"
    elsewhere = not placed and bool(_PLACED.search(claim))
    dated = row.date.known and row.date.basis != "published"
    bare = claim.replace(target.forecast.horizon.text or claim, " ")  # "before the end of May"
    more = _MORE.search(bare if target.forecast.horizon.text else claim)
    if target.forecast.condition or more or elsewhere or not dated:
        verdict, reason = "unclear", f"{reason}, the claim says more"
    elif due and happened and day > due:
        if (day - due).days > _LATE or denied or len(people) < 2:
            return None  # one man's later meeting somewhere is not what was foretold of him
        verdict, reason = "partly", f"{reason}, after the horizon"
    elif begins and happened and day < begins:
        return None
    score = _WEAK if verdict == "unclear" else _STRONG
    return _link(target, row.id, verdict, score, f"{reason}, {day.isoformat()}")


def _placed(claim: str, row: Meeting) -> bool:
    """Say whether the claim and the meeting name the same place: by name, or a seat for its capital."""
    if row.place is None:
        return False
    if row.place.name.lower() in claim.lower():
        return True
    home = states().get(row.place.state or "")
    if home is None or row.place.name not in (*home.capitals, *home.seats, home.name):
        return False
    return any(re.search(rf"\b{re.escape(seat)}\b", claim) for seat in (*home.capitals, *home.seats))


def _recalled(target: Target, back: LookBack) -> Link | None:
    """Return the verdict of a look back, if it is on this forecast and was told after it."""
    made = target.made.end or target.made.start
    if made is None or back.told <= made or back.statement.article == target.forecast.article:
        return None
    told = stems(back.matter()) - stems(target.forecast.forecaster.name)
    why = recalls(back, target.forecast, made, stems(target.forecast.claim), told)
    if why is None:
        return None
    reason, sure = why
    said = verdict(back.words) if sure else "unclear"
    score = _WEAK + 0.05 if said == "unclear" else _STRONG + 0.1
    return _link(target, back.statement.id, said, score, f"{reason}, {back.told.isoformat()}")


def _happened(target: Target, row: Event, published: Mapping[str, When]) -> Link | None:
    """Return the verdict that an act gives on a claim: of the same parties, about the same matter."""
    claim = target.forecast.claim
    if row.factuality in _UNREAL:
        return None
    parties = {one.actor_id for one in (*row.actors, *row.recipients) if one.actor_id}
    told = _sentence(row)
    names = {stem for name in target.names for stem in stems(name)}
    wanted = stems(claim) - names
    shared = wanted & _told(row)
    close = len(shared) >= SHARED and len(shared) >= _PART * len(wanted)
    same_act = bool(stems(row.trigger) & wanted)
    if not close or (target.actors and not parties & target.actors):
        return None
    day = _day(row.date, target, published.get(row.article))
    if day is None:
        return None
    verdict: Verdict = "unclear"
    words = ", ".join(sorted(shared))
    due = target.forecast.horizon.end
    plain = not (target.forecast.condition or _MORE.search(claim))
    happened = row.factuality in ("happened", "historical")
    if same_act and plain and happened and target.actors and len(shared) > SHARED:
        denied = bool(_NOT.search(claim)) != bool(_NOT.search(told))
        if due is None or day <= due:
            verdict = "did-not" if denied else "came-true"
        elif not denied and (day - due).days <= _LATE:
            verdict = "partly"
    score = (_WEAK if verdict == "unclear" else _STRONG) - 0.1 + 0.02 * min(len(shared), 5)
    return _link(target, row.id, verdict, score, f"shares {words}, {day.isoformat()}")


def _came_to_be(target: Target, row: Event, published: Mapping[str, When]) -> Link | None:
    """Return that a thing has come to be: made by an act on the forecast's issue, before its horizon.

    Only what a claim with a horizon says there *will* be, and a sentence that tells the making of it
    without a "not": the thing stands right behind the verb, or is what the verb is done to.
    """
    thing = _EXISTS.match(target.forecast.claim)
    told = _sentence(row)
    due = target.forecast.horizon.end
    if thing is None or due is None or row.factuality != "happened" or _NOT.search(told):
        return None
    claim = target.forecast.claim
    if target.forecast.condition or _MORE.search(
        claim.replace(target.forecast.horizon.text or "", " ")
    ):
        return None
    noun = re.escape(thing["thing"].lower().rstrip("s"))
    verb = next((found for found in _MADE.finditer(told) if _makes(found, noun, told.lower())), None)
    day = _day(row.date, target, published.get(row.article))
    if verb is None or day is None or target.forecast.issue not in issues_in(told):
        return None
    if day > due:
        late = (day - due).days <= _LATE
        return (
            _link(target, row.id, "partly", _STRONG - 0.1, f"made late, {day.isoformat()}")
            if late
            else None
        )
    if (due - day).days > REACH:
        return None
    reason = f"{thing['thing'].lower()} {verb.group(0).lower()}, {day.isoformat()}"
    return _link(target, row.id, "came-true", _STRONG - 0.05, reason)


def _makes(verb: re.Match[str], noun: str, told: str) -> bool:
    """Say whether a verb tells the making of a thing: "adopted a resolution", "it was adopted"."""
    after, before = told[verb.end() : verb.end() + _BEHIND], told[: verb.start()][-_BEHIND:]
    passive = re.search(rf"\b{noun}s?\b.*\b(?:was|were|is|are|been)(?: \w+)? $", before)
    return bool(re.search(rf"\b{noun}s?\b", after)) or passive is not None


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text that carry its meaning, cut to what inflection leaves alone.

    >>> sorted(stems("The treaty will be signed; signing it took years"))
    ['sign', 'treat']
    """
    found = set()
    for word in _WORD.findall(text.lower()):
        if word in _STOP:
            continue
        bare = re.sub(r"(?:ying|ied|ies|ing|ed|es|y|s|e)$", "", word)
        stem = bare if len(bare) > 3 else word
        if stem not in ("year",):
            found.add(stem)
    return frozenset(found)


def _day(when: When, target: Target, told: When | None) -> date | None:
    """Return the day a row tells of, if it lies after the forecast and was told after it; else None."""
    made = target.made.end or target.made.start
    printed = told.start if told else None
    if made is None or printed is None or printed <= made:
        return None
    day = when.start or printed
    last = (target.forecast.horizon.end or made) + timedelta(days=REACH)
    return day if made < day <= last else None


def _link(target: Target, row: str, verdict: Verdict, score: float, reason: str) -> Link:
    left = target.forecast.id
    key = make_id("link", left, row, "outcome")
    return Link(key, left, row, verdict, round(score, 3), reason, "machine")
