"""What an act needs to count: how it is told, whose things are meant, whether it takes another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.events.acting import WISHES, Found
from detente.extract.events.phrases import SAYING
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.document import Parse

_DEEDS = frozenset(
    ("agreement", "deal", "accord", "treaty", "declaration", "statement", "truce", "ceasefire",
     "summit",
     "meeting", "talk", "thaw", "rapprochement", "normalization", "normalisation", "plan", "handshake",
     "communique", "breakthrough", "decision", "step", "cease-fire", "outcome", "result", "dialogue",
     "visit", "trip", "journey", "process")
)  # fmt: skip
"""What two states do together, so that a third welcomes both."""
_POSTS = frozenset(("ambassador", "envoy", "embassy", "consulate", "mission", "diplomat", "attache"))
_CLOSES = frozenset(("recall", "withdraw", "close", "shut", "pull", "empty", "evacuate"))
_BORDERS = frozenset(("border", "frontier"))
_ADMITS = frozenset(("recognise", "recognize"))
_JOURNEYS = frozenset(("visit", "trip", "journey", "tour", "stop"))
_TOWARD = frozenset(("to", "around", "across"))
_ALL_ACT = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Types in which all who take part are actors, but for a visit."""


def is_own(party: Participant, mine: set[str | None]) -> bool:
    """Say whether a party is one's own: withdrew its ships."""
    return party.state in mine and party.text.lower().startswith(("its ", "their ", "his ", "her "))


def on_own_land(actors: list[Participant], recipients: list[Participant]) -> bool:
    """Say whether somebody acts on the state itself that he was taken to be of."""
    mine = {p.state for p in actors}
    return len(mine) == 1 and all(p.kind == "state" and p.state in mine for p in recipients)


def is_settled(found: Found) -> bool:
    """Say whether a verb tells what is told as done or planned, in a clause of its own."""
    verb = found.verb
    return found.factuality != "hypothetical" and verb.dep_ in (
        "ROOT",
        "conj",
        "ccomp",
        "relcl",
        "advcl",
    )


def is_wished(found: Found) -> bool:
    """Say whether an act is only wanted: "wants to fight it" threatens nobody who is not named."""
    return found.verb.lemma_ in WISHES and found.act.type == "THREATEN"


def of_deed(verb: Token) -> bool:
    """Say whether what is welcomed is something that states do together: the deal, their statement."""
    return any(c.dep_ == "dobj" and c.lemma_ in _DEEDS for c in verb.children)


def of_posts(verb: Token) -> bool:
    """Say whether a state recalls its envoy or closes its embassy: at the cost of the other state."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(c.lemma_ in _POSTS for c in things) and verb.lemma_ in _CLOSES


def on_a_border(verb: Token) -> bool:
    """Say whether troops are moved to a border, so that the neighbour is meant."""
    return any(token.lemma_ in _BORDERS for token in verb.subtree)


def leads_elsewhere(found: Found, parse: Parse) -> bool:
    """Say whether an act of two states has its own end: a visit "to allies in Western Europe", what is
    recognised as true, what somebody quoted says was shown to those he speaks for.

    Such an act is not one toward the other of the two states where it names no other side.
    """
    if found.verb.lemma_ in _ADMITS:
        return True
    goes = [verb for verb in (found.verb, found.inner) if verb is not None]
    if any(c.lower_ in _TOWARD for verb in goes for part in _visits(verb) for c in part.children):
        return True
    before = found.verb.doc[parse.sent_of(found.verb.i).first : found.verb.i].text
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _visits(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _JOURNEYS]


def needs_other(found: Found) -> bool:
    """Say whether an act is none without somebody else: a talk, a visit, a warning, a bare refusal."""
    if found.base.type == "CONSULT" or found.act.type == "CONSULT":
        return True
    if found.verb.lemma_ == "warn" and found.base == found.act:
        return True
    bare = found.inner is None and not any(c.dep_ in ("dobj", "prep") for c in found.verb.children)
    return bare and (found.act.type == "REJECT" or found.verb.lemma_ in ("warn", "agree", "accept"))


def points_back(verb: Token) -> bool:
    """Say whether the object of a verb is a pronoun."""
    return any(c.dep_ == "dobj" and c.lower_ in ("it", "them", "him", "her") for c in verb.children)


def is_mutual(found: Found) -> bool:
    """Say whether all who take part are actors: they meet, agree, work together.

    A visitor is the actor, and the host the recipient.

    What one promises another (aid, a withdrawal) has a giver and a taker.
    """
    if found.base.mode == "visit":
        return False
    return found.act.type in _ALL_ACT and found.base.type in _ALL_ACT


def depth(verb: Token) -> int:
    """Return under how many verbs a verb stands, five at most; verbs of saying do not count."""
    above = 0
    at = verb
    while at.head.i != at.i and above < 5:
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            above += 0 if at.lemma_ in SAYING else 1
    return above
