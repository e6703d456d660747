"""A verb becomes its parties: who acts, and on whom, each tied to a state or an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Parse
from detente.extract.cast import Cast
from detente.extract.clauses import (
    agent_of,
    is_passive,
    objects,
    parties,
    places_under,
    subject_of,
    unique,
    verb_above,
)
from detente.records import Participant, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARDS = (
    "against", "with", "on", "upon", "to", "at", "from", "toward", "towards", "for", "into", "over",
    "between", "of", "in",
)  # fmt: skip
_INWARD = frozenset(("of", "by", "on", "against", "from", "to", "with", "for", "between", "in"))
_PRONOUNS = frozenset(("it", "they", "he", "she", "who", "which", "that"))
_SAYING = frozenset(
    ("say", "tell", "announce", "declare", "add", "state", "report", "warn", "vow", "pledge", "promise",
     "insist", "argue", "believe", "note")
)  # fmt: skip


class Pairs:
    """Who does what to whom in one article."""

    def __init__(self, parse: Parse, cast: Cast, statements: Sequence[Statement]) -> None:
        self.parse = parse
        self.cast = cast
        self.statements = statements

    def actors(self, verb: Token) -> list[Participant]:
        """Return who acts: the subject, the agent of a passive, joined names parted."""
        head = agent_of(verb) if is_passive(verb) else subject_of(verb)
        found = self.linked(head)
        if found or head is None or is_passive(verb):
            return found
        if head.lower_ in _PRONOUNS:
            above = verb_above(verb)
            if above is not None and above.lemma_ in _SAYING:
                return self.linked(subject_of(above))
        return []

    def recipients(self, verb: Token, inner: Token | None, asks: bool) -> list[Participant]:
        """Return on whom: object, passive subject, then what prepositions and the inner clause name."""
        if is_passive(verb):
            found = self.linked(next((c for c in verb.children if c.dep_ == "nsubjpass"), None))
            if found:
                return found
        direct = [c for c in verb.children if c.dep_ in ("dative", "dobj")]
        for head in direct:
            if found := self.linked(head):
                return found
        if asks and inner is not None:
            subject = next((c for c in inner.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if found := self.linked(subject):
                return found
        for head in objects(verb, *_TOWARDS[:-1]):
            if found := self.linked(head):
                return found
        for head in (*direct, *objects(verb, *_TOWARDS[:-1])):
            if found := self._inside(head):
                return found
        if inner is not None and inner.i != verb.i:
            return self.recipients(inner, None, False)
        return []

    def linked(self, head: Token | None) -> list[Participant]:
        """Return the actors of a phrase that belong to a state or are an organisation."""
        if head is None:
            return []
        several = self._of_several_states(head)
        if several:
            return several
        found = []
        for participant in parties([head], self.parse, self.cast, self.statements):
            if participant.state or participant.kind == "organisation":
                found.append(participant)
        if found:
            return found
        participant = self.cast.of(head)
        if participant.state and participant.kind != "unknown":
            return [participant]
        if participant.state and head.pos_ in ("NOUN", "PROPN"):
            return [participant] if _is_body(head) else []
        if participant.kind in ("group", "anonymous") or _is_body(head):
            place = next(places_under(head, self.cast), None)
            if place is not None and place.state:
                return [replace(participant, state=place.state)]
        return []

    def loose(self, verb: Token) -> list[Participant]:
        """Return who suffers an act without a state of its own: the opposition newspaper, the workers."""
        heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")]
        heads += list(objects(verb, "against", "on", "at", "with"))
        found = []
        for head in heads:
            participant = self.cast.of(head)
            if participant.state is None and _is_body(head):
                found.append(participant)
        return found[:1]

    def _of_several_states(self, head: Token) -> list[Participant]:
        """Hungarian and Romanian officials: one of each."""
        for child in head.children:
            if child.dep_ in ("amod", "compound", "nmod") and (first := self._state(child)):
                others = [s for c in child.children if c.dep_ == "conj" and (s := self._state(c))]
                if others:
                    base = self.cast.of(head)
                    return [
                        replace(base, state=state, actor_id=None, name=f"{word} {head.text}")
                        for state, word in (first, *others)
                    ]
        return []

    def _state(self, token: Token) -> tuple[str, str] | None:
        named = self.cast.at(token.i)
        if named is None or named.actor is None or named.actor.kind != "state" or not named.actor.state:
            return None
        return named.actor.state, token.text

    def _inside(self, head: Token) -> list[Participant]:
        """Return the actors named inside a phrase: its owner, its adjective, those after its prepositions."""
        found: list[Participant] = []
        for token in _within(head):
            named = self.cast.at(token.i)
            if named is not None and named.actor is not None and named.mention.kind != "place":
                participant = self.cast.participant(named)
                if participant.state or participant.kind == "organisation":
                    found.append(participant)
        return unique(found)[:1]


def _within(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield child
            yield from _within(child)
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _INWARD:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    yield grandchild
                    yield from _within(grandchild)


_BODIES = frozenset(
    (
        "people", "troop", "soldier", "army", "force", "police", "policeman", "guerrilla", "rebel", "government",
        "official", "authority", "protester", "demonstrator", "worker", "student", "farmer", "miner",
        "civilian", "refugee", "citizen", "villager", "militant", "militia", "gunman", "opposition",
        "party", "leader", "minister", "president", "parliament", "court", "judge", "newspaper", "paper",
        "journalist", "reporter", "union", "teacher", "doctor", "lawyer", "activist", "prisoner",
        "detainee", "hostage", "diplomat", "embassy", "company", "bank", "group", "crowd", "resident",
        "immigrant", "settler", "insurgent", "separatist", "fighter", "commander", "general", "navy",
        "warplane", "jet", "plane", "helicopter", "warship", "ship", "tank", "missile", "air", "troops",
        "man", "woman", "child", "boy", "girl", "youth", "lawmaker", "deputy", "senator", "congress",
        "senate", "ministry", "office", "agency", "organization", "organisation", "council", "committee",
        "state", "country", "nation", "capital", "side", "administration", "regime", "spokesman",
        "spokeswoman", "ambassador", "envoy", "premier", "king", "prince", "queen", "secretary", "chief",
        "delegation", "member", "dissident", "priest", "monk", "bishop", "church", "prosecutor", "bomber",
        "terrorist", "driver", "trucker", "employee", "staff", "business", "businessman", "industry",
        "team", "peacekeeper", "inspector", "observer", "victim", "family", "relative", "muslim", "christian",
        "jew", "serb", "croat", "kurd", "palestinian", "shiite", "sunni", "albanian", "islamist", "communist",
    )
)  # fmt: skip


def _is_body(head: Token) -> bool:
    return head.lemma_.lower() in _BODIES or head.lower_ in _BODIES


def states_of(participants: Iterable[Participant]) -> frozenset[str]:
    """Return the states that participants belong to."""
    return frozenset(p.state for p in participants if p.state)
