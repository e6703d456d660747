"""An invitation to a meeting becomes who would meet and what became of it: accepted, declined, open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.clauses import is_negated, subject_of, unique
from detente.extract.meetings.partners import Context, parties_of
from detente.extract.meetings.words import Status
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFERS = frozenset(("invitation", "offer", "request", "proposal", "call", "appeal", "bid"))
_TAKES = frozenset(("accept", "welcome", "take", "agree"))
_LEAVES = frozenset(
    ("decline", "reject", "refuse", "spurn", "rebuff", "dismiss", "snub", "ignore", "turn")
)


def of_invitation(context: Context, noun: Token) -> tuple[list[Participant], Status] | None:
    """Return both sides and the status for "X accepted Y's invitation to a meeting"; else None.

    Found is only an offer whose owner is named, under a verb that says what the other made of it, or,
    without one, "Y's offer of talks to X".
    """
    offer = noun.head.head if noun.dep_ == "pobj" else noun.head
    if offer.lemma_ not in _OFFERS or offer.pos_ != "NOUN":
        return None
    owners = parties_of(context, [c for c in offer.children if c.dep_ == "poss"])
    verb = offer.head if offer.dep_ in ("dobj", "nsubjpass") else None
    if not owners or verb is None:
        return None
    people = unique([*parties_of(context, [subject_of(verb)]), *owners])
    known = [p for p in people if p.actor_id]
    if len(known) < 2 or len({p.state for p in known}) < 2:
        return None
    if verb.lemma_ in _LEAVES or (verb.lemma_ in _TAKES and is_negated(verb)):
        return known, "declined"
    return (known, "planned") if verb.lemma_ in _TAKES else None
