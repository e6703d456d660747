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
    key_of,
    objects,
    parties,
    place_at,
    places_under,
    subject_of,
    unique,
    verb_above,
)
from detente.extract.events.words import ABSTRACT, BODIES, PARTS
from detente.knowledge.states import states
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
        found = self.linked(head, things=True)
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
        if verb.lemma_ in _ABOUT:
            direct = []
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
        for head in (*objects(verb, "to", "for", "with", "against", "from", "on"), *direct):
            lands = [p for token in (head, *_conj(head)) if (p := self._land(token))]
            nested = [
                p
                for o in objects(head, "to", "for", "with", "against", "from", "on")
                if (p := self._land(o))
            ]
            if lands or nested:
                return lands or nested
        if inner is not None and inner.i != verb.i:
            return self.recipients(inner, None, False)
        return []

    def linked(self, head: Token | None, things: bool = False) -> list[Participant]:
        """Return the actors of a phrase that belong to a state or are an organisation.

        With `things` also what a state acts through: its bulldozers, its hackers.
        """
        if head is None or head.lower_ in ("capital", "city", "town"):
            return []
        if head.lemma_ in PARTS:
            # "Thousands of Nigerians": who is counted, and not the count.
            counted = next((o for o in objects(head, "of")), None)
            if counted is not None and (found := self.linked(counted)):
                return found
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
        if participant.state and participant.kind not in ("unknown", "group", "anonymous"):
            return [participant]
        if participant.state is None and (code := self._carried(head)):
            return [replace(participant, state=code)]
        if participant.state and head.pos_ in ("NOUN", "PROPN"):
            owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)
            thing = things and not owned and head.lemma_ not in ABSTRACT
            return [participant] if participant.kind != "unknown" or _is_body(head) or thing else []
        if participant.kind in ("group", "anonymous") or _is_body(head):
            place = next(places_under(head, self.cast), None)
            if place is not None and place.state:
                return [replace(participant, state=place.state)]
        titled = any(c.dep_ == "compound" and _is_body(c) for c in head.children)
        if (titled or _is_body(head)) and (code := self._only_state(head)):
            return [replace(participant, state=code)]
        return []

    def _only_state(self, head: Token) -> str | None:
        """Return the one state that a sentence speaks of: its president, its police are meant.

        None where it speaks of several, or of an organisation of states.
        """
        sent = self.parse.sent_of(head.i)
        codes: set[str] = set()
        for i in range(sent.first, sent.last):
            named = self.cast.at(i)
            if named is None:
                continue
            if named.actor is not None and named.actor.kind == "organisation":
                return None
            if named.actor is not None and named.actor.state:
                codes.add(named.actor.state)
            elif named.mention.kind == "place" and (place := place_at(self.parse.doc[i], self.cast)):
                codes.add(place.state or "")
        return codes.pop() if len(codes) == 1 else None

    def _carried(self, head: Token) -> str | None:
        """Return the state in the title or owner of a phrase: Serbian President N, Morocco's king."""
        if head.pos_ not in ("PROPN", "NOUN"):
            return None
        if head.pos_ == "NOUN" and not _is_body(head):
            return None
        for child in head.subtree:
            if child.i > head.i and child.dep_ not in ("pobj", "appos"):
                continue
            if child.dep_ in ("amod", "compound", "nmod", "poss", "pobj"):
                if child.dep_ == "pobj" and child.head.lower_ != "of":
                    continue
                named = self.cast.at(child.i)
                if named is not None and named.actor is not None and named.actor.kind == "state":
                    return named.actor.state
        return None

    def hosts(self, verb: Token) -> list[Participant]:
        """Return the states of the places that a verb goes to: visited Russia, arrived in Amman."""
        heads = [c for c in verb.children if c.dep_ == "dobj"]
        heads += list(objects(verb, "to", "in", "for"))
        heads += [goal for head in heads for goal in objects(head, "to")]
        for head in heads:
            found = [p for token in (head, *_conj(head)) if (p := self._land(token))]
            if found:
                return found
        return []

    def _land(self, token: Token) -> Participant | None:
        """Return the state that a place name lies in, as a party."""
        place = place_at(token, self.cast)
        if place is None or place.state is None:
            return None
        evidence = self.parse.token_evidence(token.i, token.i + 1)
        return Participant(
            name=states()[place.state].name if place.state in states() else place.name,
            text=token.text, actor_id=f"state:{place.state}", kind="state", state=place.state,
            start=evidence.start, end=evidence.end,
        )  # fmt: skip

    def loose(self, verb: Token) -> list[Participant]:
        """Return who suffers an act and has no state of its own: the newspaper, the workers."""
        heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")]
        heads += list(objects(verb, "against", "on", "at", "with"))
        found = []
        for clause in verb.children:
            if clause.dep_ in ("ccomp", "xcomp", "pcomp"):
                heads += [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
        for head in heads:
            participant = self.cast.of(head)
            if participant.state is None and (_is_body(head) or participant.kind == "person"):
                found.append(participant)
        return found[:1]

    def anywhere(self, verb: Token, besides: set[str]) -> list[Participant]:
        """Return the first party named after a verb in its clause or what hangs on it, no place.

        The last resort: in "rejected a fresh offer from N for talks" the party lies deep.
        """
        for token in verb.subtree:
            if token.i <= verb.i or _in_aside(token, verb):
                continue
            named = self.cast.at(token.i)
            if named is None or named.actor is None or named.mention.kind == "place":
                continue
            participant = self.cast.participant(named)
            if (participant.state or participant.kind == "organisation") and key_of(
                participant
            ) not in besides:
                return [participant]
        return []

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
        """Return the actor named inside a phrase: its owner, adjective, or after its preposition."""
        found: list[Participant] = []
        for token in _within(head):
            named = self.cast.at(token.i)
            if named is not None and named.actor is not None and named.mention.kind != "place":
                participant = self.cast.participant(named)
                if participant.state or participant.kind == "organisation":
                    found.append(participant)
        return unique(found)[:1]


def _in_aside(token: Token, verb: Token) -> bool:
    """Say whether a token stands in a relative or adverbial clause below a verb."""
    at = token
    while at.i != verb.i and at.head.i != at.i:
        if at.dep_ in ("relcl", "advcl", "appos", "parataxis"):
            return True
        at = at.head
    return False


def _conj(head: Token) -> Iterator[Token]:
    for child in head.rights:
        if child.dep_ == "conj":
            yield child
            yield from _conj(child)


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


_ABOUT = frozenset(("discuss", "negotiate"))
"""Verbs whose object is what it is about, and no party."""


def _is_body(head: Token) -> bool:
    return head.lemma_.lower() in BODIES or head.lower_ in BODIES


def states_of(participants: Iterable[Participant]) -> frozenset[str]:
    """Return the states that participants belong to."""
    return frozenset(p.state for p in participants if p.state)
