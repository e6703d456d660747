"""A noun that tells an act becomes that act with its parties: "an attack by X on Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract.clauses import key_of, objects, verb_above
from detente.extract.events.acting import PROMISES, REFUSALS, REQUESTS, THREATS
from detente.extract.events.listing import ENDING
from detente.extract.events.pairing import Pairs
from detente.extract.events.phrases import conjuncts
from detente.extract.voice import word_set
from detente.knowledge.plover import Act, act_nouns
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset(("CONSULT", "ASSAULT", "COERCE", "SANCTION", "RETREAT", "PROTEST", "ACCUSE"))
"""Types whose nouns tell a happening; "its support for", "their agreement with" tell a state."""
_VAGUE = word_set("contact emergency ban restriction test closure conflict violence war aggression")
"""Nouns of those types that stand for a condition as often as for an act."""
_ON: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("on", "against", "of", "in", "with"),
    "CONSULT": ("to", "with"),
    "COERCE": ("of", "on", "against"),
    "SANCTION": ("on", "against", "of"),
    "RETREAT": ("of", "from", "with"),
    "PROTEST": ("against", "at", "over"),
    "ACCUSE": ("of", "against", "into", "about"),
}
"""After which prepositions the recipient stands, by type."""
_UNREAL = word_set(
    """
    alleged another any expected fresh future further imminent new no possible potential planned
    proposed scheduled suspected threatened upcoming
    """
)
_UNREAL_VERBS = word_set("plan schedule cancel postpone expect propose set due")
_NOT_YET = (
    REQUESTS
    | THREATS
    | REFUSALS
    | PROMISES
    | ENDING
    | word_set(
        "avert avoid cancel consider deny discuss fear oppose postpone prevent propose rule support"
    )
)
"""Verbs above a noun that say that what it tells has not happened, or is no more."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """An act that a noun tells, with its parties."""

    noun: Token
    """The noun."""
    act: Act
    """Type and mode."""
    actors: tuple[Participant, ...]
    """Who does it; all who take part where nobody is the recipient."""
    recipients: tuple[Participant, ...]
    """On whom."""


def nominal(noun: Token, pairs: Pairs) -> Nominal | None:
    """Return the act of a noun whose phrase names who does it and on whom; None when it does not.

    What is only feared, asked for, planned, alleged or refused is none.
    """
    act = act_nouns().get(noun.lemma_)
    if act is None or act.type not in _TOLD or noun.lemma_ in _VAGUE:
        return None
    if noun.dep_ in ("compound", "amod", "nmod") or _is_unreal(noun):
        return None
    among = _among(noun, pairs)
    if act.type == "CONSULT" and len(among) > 1:
        return Nominal(noun, act, tuple(among), ())
    actors = _agents(noun, pairs)
    if not actors:
        return None
    mine = {key_of(p) for p in actors}
    own = {p.state for p in actors}
    recipients = [
        p
        for p in _recipients(noun, act, pairs)
        if key_of(p) not in mine and (p.state not in own or p.kind != "state")
    ]
    if not recipients:
        return None
    return Nominal(noun, act, tuple(actors), tuple(recipients))


def _among(noun: Token, pairs: Pairs) -> list[Participant]:
    """Return who takes part in what is "between X and Y"."""
    found: list[Participant] = []
    for head in objects(noun, "between", "among"):
        found += pairs.linked(head) or [p for t in (head, *conjuncts(head)) if (p := pairs.land(t))]
    return found


def _agents(noun: Token, pairs: Pairs) -> list[Participant]:
    """Return who does it: the owner, whom "by" names, or the nation in the adjective."""
    for head in objects(noun, "by"):
        if found := pairs.linked(head):
            return found
    for child in noun.children:
        if child.dep_ == "poss" and (found := pairs.linked(child)):
            return found
    for child in noun.children:
        named = pairs.cast.at(child.i)
        if child.dep_ in ("amod", "compound", "nmod") and named is not None and named.actor is not None:
            participant = pairs.cast.participant(named)
            if participant.state or participant.kind == "organisation":
                return [participant]
    return []


def _recipients(noun: Token, act: Act, pairs: Pairs) -> list[Participant]:
    for head in objects(noun, *_ON[act.type]):
        lands = list(_lands(head, pairs)) if act.mode or act.type != "CONSULT" else []
        if found := lands or pairs.linked(head) or pairs.inside(head):
            return found
    return []


def _lands(head: Token, pairs: Pairs) -> Iterator[Participant]:
    """Yield the states of places in a phrase: a visit to Amman, an attack on a base in Mali."""
    for token in (head, *conjuncts(head), *objects(head, "in", "of")):
        place = pairs.land(token)
        if place is not None:
            yield place


def _is_unreal(noun: Token) -> bool:
    if any(c.lower_ in _UNREAL for c in noun.children if c.dep_ in ("amod", "det")):
        return True
    if any(c.dep_ == "acl" and c.lemma_ in _UNREAL_VERBS for c in noun.children):
        return True
    above = verb_above(noun)
    if above is None or above.lemma_ not in _NOT_YET:
        return False
    return noun.dep_ in ("dobj", "pobj", "nsubjpass", "conj")
