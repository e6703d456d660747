"""Acts at home, and acts whose other side stands in the clause beside: who opposes his own government.

A senator, a party or a candidate who "opposes it" does so to the government of his own state; crowds
act by their noun. Where a sentence has another clause with one other state in it ("Turkey put off the
drilling, and Greece welcomed the pause"), that state is meant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract.clauses import agent_of, is_passive, objects, subject_of
from detente.extract.events.pairing import Pairs, state_party
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_OPPONENTS = frozenset(("SUPPORT", "REJECT", "ACCUSE", "REQUEST", "THREATEN"))
"""Types of acts that lawmakers, parties and candidates do to a government."""
_AGAINST = frozenset(
    ("senator", "lawmaker", "legislator", "congressman", "congresswoman", "mp", "backbencher",
     "candidate", "party", "opposition", "politician", "deputy", "dissident", "critic", "republican",
     "democrat", "conservative", "labour", "labor", "liberal", "socialist", "parliamentarian",
     "opponent")
)  # fmt: skip
"""Who does not act for the government of his state; a parliament as such does."""
_CROWDS = frozenset(
    ("protester", "demonstrator", "crowd", "mob", "rioter", "marcher", "student", "activist", "gunman",
     "gunmen", "militant", "rebel", "insurgent", "attacker", "bomber", "guerrilla")
)  # fmt: skip
_DEEDS = frozenset(
    ("raid", "attack", "assault", "violation", "bombing", "invasion", "strike", "killing", "seizure",
     "expulsion", "arrest", "incursion", "shelling", "blockade", "annexation", "crackdown", "storming")
)  # fmt: skip
"""What one condemns without saying whose it was."""


def whose_government(
    pairs: Pairs, verb: Token, actors: list[Participant], sentence: int
) -> list[Participant]:
    """Return whom lawmakers and parties act on where they name nobody; empty for anybody else.

    Of a deed ("condemned the raid") whoever did it last, for everybody; of all else their own
    government.
    """
    deed = any(c.dep_ == "dobj" and c.lemma_ in _DEEDS for c in verb.children)
    if deed and not pairs.counterparts.of(actors) and (blamed := pairs.lately.blamed(actors, sentence)):
        return blamed
    states = {p.state for p in actors}
    if len(states) != 1 or None in states or not all(_is_opponent(p, verb) for p in actors):
        return []
    return [state_party(actors[0].state or "", "")]


def _is_opponent(actor: Participant, verb: Token) -> bool:
    """Say whether somebody is told of as a lawmaker, a party or a candidate."""
    if actor.kind == "state":
        return False
    head = agent_of(verb) if is_passive(verb) else subject_of(verb)
    words = f"{actor.office or ''} {actor.text}".lower().split()
    for token in (head, *head.conjuncts) if head is not None else ():
        near = (token, *(c for c in token.children if c.dep_ in ("compound", "appos", "amod")))
        words += [word.lemma_.lower() for word in near]
    return bool(_AGAINST & set(words))


def with_crowds(verb: Token) -> bool:
    """Say whether a talk is with those who rise against their state: its protesters, its rebels."""
    heads = [subject_of(verb), agent_of(verb) if is_passive(verb) else None]
    heads += [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    heads += list(objects(verb, "with"))
    heads += [o for c in verb.children if c.dep_ == "dobj" for o in objects(c, "with")]
    return any(head is not None and head.lemma_ in _CROWDS for head in heads)


def opponents(pairs: Pairs, verb: Token, type_: str) -> list[Participant]:
    """Return a crowd that acts by its noun; empty where the subject is anything else.

    It is of the state where it gathers, if the sentence says where.
    """
    head = subject_of(verb) if not is_passive(verb) else None
    if head is None or type_ not in ("PROTEST", "ASSAULT"):
        return []
    counted = next((c for p in head.children if p.lower_ == "of" for c in p.children), head)
    if counted.lemma_ not in _CROWDS:
        return []
    crowd = pairs.cast.of(head)
    where = pairs.territory(verb)
    return [replace(crowd, kind="group", state=where[0].state if where else crowd.state)]


def other_clause(pairs: Pairs, verb: Token, actors: list[Participant]) -> list[Participant]:
    """Return the one other state that the clauses joined to a verb's tell of as acting or acted on."""
    mine = {p.state for p in actors}
    if len(mine) != 1 or None in mine:
        return []
    found: dict[str, Participant] = {}
    for other in verb.conjuncts:
        if other.pos_ != "VERB":
            continue
        heads = [subject_of(other)] if any(c.dep_ == "nsubj" for c in other.children) else []
        heads += [c for c in other.children if c.dep_ in ("dobj", "nsubjpass")]
        for head in heads:
            for party in pairs.linked(head):
                if party.state and party.state not in mine:
                    found.setdefault(party.state, party)
    return [state_party(code, "") for code in found] if len(found) == 1 else []
