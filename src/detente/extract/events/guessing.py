"""A verb that no table holds becomes an act by the model, where both parties are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.clauses import agent_of, is_negated, is_passive, key_of, subject_of
from detente.extract.events.acting import Found, factuality_of, is_listed
from detente.extract.events.pairing import Pairs
from detente.extract.events.traits import traits
from detente.extract.voice import word_set
from detente.knowledge.event_types import type_of
from detente.knowledge.plover import Act
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAD = 0.5
"""By how much a type must lead the next to be believed."""
_NO_ACT = word_set(
    """
    be have do become remain seem appear include involve represent mean know see hear feel need like
    love know think believe consider regard describe call say tell mention name quote cite follow
    precede resemble own lead head cover watch understand remember forget show reflect succeed replace
    outnumber border contain face join enter beat defeat win lose play host know trust
    """
)
"""Verbs of states, of thought and of sport, whatever stands around them."""


def guessed(verb: Token, pairs: Pairs) -> tuple[Found, list[Participant], list[Participant]] | None:
    """Return the act, who does it and on whom, of a verb that no table holds; None when unsure.

    Asked for are a subject and an object (or, in the passive, an agent and a subject) that belong to
    different states, and a type that leads the next clearly. Negated and infinitive verbs tell none.
    """
    lemma = verb.lemma_
    if verb.pos_ != "VERB" or lemma in _NO_ACT or is_listed(lemma) or is_negated(verb):
        return None
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    passive = is_passive(verb)
    object_ = next((c for c in verb.children if c.dep_ == ("nsubjpass" if passive else "dobj")), None)
    subject = agent_of(verb) if passive else subject_of(verb)
    if object_ is None or subject is None:
        return None
    actors = pairs.linked(subject)
    recipients = pairs.linked(object_) if actors else []
    own = {p.state or key_of(p) for p in actors}
    recipients = [p for p in recipients if (p.state or key_of(p)) not in own]
    if not recipients:
        return None
    type_, lead = type_of(
        traits(verb.doc[verb.sent.start : verb.sent.end], _under(subject), _under(object_))
    )
    if lead < _LEAD:
        return None
    act = Act("CONCEDE" if type_ == "YIELD" else type_, None)
    return Found(verb, act, act, factuality_of(verb), f"model {lemma}"), actors, recipients


def _under(head: Token) -> list[int]:
    return [token.i for token in head.subtree]
