"""What is done over somebody's objections is also done to them: a refusal of what they asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract.clauses import key_of
from detente.extract.events.acting import Found
from detente.extract.events.pairing import Pairs
from detente.knowledge.plover import Act
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_OVER = frozenset(("over", "despite", "against"))
_OBJECTIONS = frozenset(
    ("objection", "protest", "opposition", "warning", "appeal", "plea", "complaint", "wish", "request",
     "demand", "resistance", "criticism")
)  # fmt: skip
_OWNS = ("amod", "compound", "poss", "nmod", "npadvmod")
_FRIENDLY = frozenset(("AID", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT", "AGREE"))
"""Types of acts that nobody does to those who object to them."""


def defying(found: Found, pairs: Pairs) -> tuple[Found, tuple[Participant, ...]] | None:
    """Return the refusal that an act is toward those over whose objections it is done.

    None where nobody's are named, where those who act object themselves, and for hostile acts, which
    keep their own type. "N gave him shelter over American objections" is a REJECT of the United States.
    """
    if found.act.type not in _FRIENDLY:
        return None
    mine = {key_of(one) for one in pairs.actors(found.verb)}
    for noun in _objections(found.verb):
        whose = [one for child in _owners(noun) for one in pairs.linked(child)]
        others = tuple(one for one in whose if key_of(one) not in mine)
        if others:
            act = Act("REJECT", None, "120")
            return replace(found, act=act, base=act, rule=f"over {noun.lemma_}"), others
    return None


def _objections(verb: Token) -> list[Token]:
    """Return the nouns of objection under a verb, or where the parser hangs them on its object."""
    places = [verb, *(child for child in verb.children if child.dep_ in ("dobj", "dative", "oprd"))]
    return [
        noun
        for place in places
        for prep in place.children
        if prep.dep_ == "prep" and prep.lower_ in _OVER
        for noun in prep.children
        if noun.dep_ == "pobj" and noun.lemma_ in _OBJECTIONS
    ]


def _owners(noun: Token) -> list[Token]:
    """Return whose objections they are: American objections, those of or from Washington."""
    found = [child for child in noun.children if child.dep_ in _OWNS]
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "by"):
            found += [child for child in prep.children if child.dep_ == "pobj"]
    return found
