"""Contacts whose parties their own words leave out: suspended talks, a second round, one who declined.

"Talks resumed in March" in an article about two states are theirs. Nobody is filled in where a third
state is as near, or where the talks are somebody's own ("party talks").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import is_negated, objects, unique
from detente.extract.meetings.doers import doer_of
from detente.extract.meetings.partners import Context, parties_of, state_at, two_states
from detente.extract.meetings.telling import Telling
from detente.extract.meetings.words import Status
from detente.records import UNKNOWN_DATE, Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

TALKS = frozenset(("talk", "talks", "negotiation", "negotiations", "dialogue", "round"))
_TURNS = frozenset(
    ("begin", "start", "resume", "follow", "suspend", "reopen", "restart", "collapse", "stall", "be",
     "freeze", "halt", "break", "call", "postpone", "cancel", "continue", "plan", "adjourn", "place")
)  # fmt: skip
"""Verbs that say what became of talks, so that talks of states are meant."""
_NEXT = frozenset(("second", "third", "fourth", "fifth", "next", "new", "another", "final"))
_INNER = frozenset(
    (
        "coalition",
        "party",
        "wage",
        "pay",
        "trade-union",
        "labour",
        "labor",
        "budget",
        "merger",
        "church",
    )
)
_REFUSES = frozenset(("decline", "refuse", "reject", "spurn", "snub"))
_AT_LEAST = 2


def of_talks(
    context: Context, noun: Token, verb: Token | None, status: Status, said: Sequence[Participant]
) -> list[Participant]:
    """Return the two states of an article for talks that name nobody, or one of the two alone.

    >>> of_talks(None, None, None, "held", ())
    []
    """
    if verb is None or noun.lemma_ not in TALKS or verb.lemma_ not in _TURNS:
        return []
    if verb.lemma_ == "be" and not any(c.lower_ == "off" for c in verb.children):
        return []  # there was a dialogue
    words = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "det", "nmod")}
    if words & _INNER or (noun.lemma_ == "round" and not words & _NEXT):
        return []
    if any(context.cast.at(c.i) for c in noun.children):
        return []  # Norwegian talks, the talks of the two: somebody is named
    both = two_states(context)
    if len(both) < _AT_LEAST:
        both = _named_with(context, noun, said)
    if len(both) < _AT_LEAST:
        return []
    states = {one.state for one in both}
    if any(one.state not in states for one in said):
        return []
    return unique([*both])


def _named_with(context: Context, noun: Token, said: Sequence[Participant]) -> list[Participant]:
    """Return who breaks off talks, if a state, and the one other state of the sentence."""
    mine = {p.state for p in said}
    if len(said) != 1 or said[0].kind != "state":
        return []
    sent = context.parse.sent_of(noun.i)
    others = {
        p.state: p
        for named in context.cast.within(sent.first, sent.last)
        for p in [context.cast.participant(named)]
        if p.kind == "state" and p.state not in mine
    }
    return [*said, *others.values()] if len(others) == 1 else []


def is_next_round(noun: Token) -> bool:
    """Say whether "round" is one of talks: a second round, another round of negotiations."""
    if any(c.lower_ in TALKS for c in objects(noun, "of")):
        return True
    of_what = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    return not of_what and any(c.lower_ in _NEXT for c in noun.children)


def declined(context: Context, sent: Sent, told: Sequence[Telling]) -> Telling | None:
    """Return the refusal to come to what was just told: "Y declined the invitation", "Y has refused".

    The one who met or was to meet is the first of those told by the sentence itself or the one before.
    """
    before = next((t for t in reversed(told) if sent.number - t.sent.number <= 1 and not t.body), None)
    if before is None or before.status not in ("held", "planned", "sought"):
        return None
    for verb in context.parse.doc[sent.first : sent.last]:
        if verb.lemma_ not in _REFUSES or verb.pos_ != "VERB" or is_negated(verb):
            continue
        if before.sent is sent and verb.i < before.trigger:
            continue
        things = [c for c in verb.rights if c.dep_ in ("dobj", "xcomp", "ccomp")]
        asked = any(c.lemma_ == "invitation" for c in things)
        who = [p for p in parties_of(context, [doer_of(verb)]) if p.kind == "person"]
        host = [p for p in before.participants if p.kind == "person" and p.actor_id][-1:]
        if before.status == "held":
            host = [p for p in before.participants if p.kind == "person" and p.actor_id][:1]
        if not (asked or not things) or len(who) != 1 or not host:
            continue
        people = unique([*who, *host])
        if len(people) < _AT_LEAST or {p.actor_id for p in who} <= {
            p.actor_id for p in before.participants
        }:
            continue
        return replace(
            before, trigger=verb.i, sent=sent, participants=tuple(people), status="declined",
            expected=False, anaphoric=False, plural=False, rule="declined", body=False, apart=True,
        )  # fmt: skip
    return None


_CUT = re.compile(
    r"\bno\s+(?:other\s+|new\s+|further\s+)?date\b[^.;]*\b(?:set|fixed|named|agreed|given)\b"
)


def undated(text: str, found: Telling) -> Telling:
    """Return a telling without a day where the sentence says that none has been set."""
    if found.status == "held" or not _CUT.search(text.lower()):
        return found
    return replace(found, date=UNKNOWN_DATE, dateless=True)


def nationals(context: Context, heads: Sequence[Token]) -> list[Participant]:
    """Return the states of unnamed people who are told by nation: "brought Americans and Iranians".

    Only for plurals; a single American is somebody.
    """
    found = []
    for head in heads:
        for token in (head, *head.conjuncts):
            named = context.cast.at(token.i)
            if named is None or named.actor is None or named.mention.form != "demonym":
                continue
            if token.tag_ in ("NNS", "NNPS"):
                found += [p for p in [state_at(context, token, named.actor.state)] if p is not None]
    return unique(found)
