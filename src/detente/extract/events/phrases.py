"""A noun phrase becomes the parties that it stands for: who is tied to a state or an organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Parse
from detente.extract.cast import Cast, Named
from detente.extract.clauses import (
    objects,
    parties,
    place_at,
    places_under,
    subject_of,
    unique,
    verb_above,
)
from detente.extract.events.understood import Counterparts, Lately
from detente.extract.events.words import ABSTRACT, BODIES, PARTS, PEOPLES
from detente.knowledge.registry import registry
from detente.knowledge.roles import is_role
from detente.knowledge.states import states
from detente.records import Participant, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING = frozenset(
    ("say", "tell", "announce", "declare", "add", "state", "report", "warn", "vow", "pledge", "promise",
     "insist", "argue", "believe", "note", "claim", "confirm", "stress", "reiterate", "write", "remind",
     "maintain", "conclude", "decide", "quote")
)  # fmt: skip
"""Verbs whose subject may be meant by a pronoun in what they say."""
_INWARD = frozenset(
    ("of", "by", "on", "against", "from", "to", "with", "for", "between", "in", "among")
)
_ACCREDITED = frozenset(("ambassador",))
"""Who stands at an organisation for a state: "UN Ambassador N" is no official of the UN."""
_SEVERAL = frozenset(("a", "an", "any", "another", "other", "both", "all", "two", "each", "foreign"))
"""Words that part a phrase from the one state that a sentence speaks of."""
_LEANINGS = frozenset(("pro", "anti"))
_FROM = frozenset(("in", "at", "near", "inside", "outside", "from", "of"))
_TOWNS = ("capital", "city", "town")


class Phrases:
    """Whom the noun phrases of one article stand for, as parties of acts."""

    def __init__(self, parse: Parse, cast: Cast, statements: Sequence[Statement]) -> None:
        self.parse = parse
        self.cast = cast
        self.statements = statements
        self.counterparts = Counterparts(cast)
        self.lately = Lately()

    def linked(self, head: Token | None, things: bool = False) -> list[Participant]:
        """Return the actors of a phrase that belong to a state or are an organisation, joined ones too.

        With `things` also what a state acts through: its bulldozers, its hackers. A place where
        something happens is none of them.
        """
        if head is None or head.lower_ in _TOWNS:
            return []
        head = self._named_head(head)
        if head.lemma_ in PARTS:
            # "Thousands of Nigerians": who is counted, and not the count.
            counted = next((o for o in objects(head, "of")), None)
            if counted is not None and (found := self.linked(counted)):
                return found
        found = self._alone(head, things)
        for child in (*self._listed(head), *conjuncts(head), *self._joined_inside(head)):
            found = found + self._alone(self._named_head(child), things)
        return unique(found)

    def _joined_inside(self, head: Token) -> Iterator[Token]:
        """Yield what the parser joins to another word of a name: "N Surname and M" on the surname."""
        named = self.cast.at(head.i)
        for i in range(named.first, named.last) if named is not None else ():
            if i != head.i and head.doc[i].dep_ == "pobj":
                yield from conjuncts(head.doc[i])

    def _named_head(self, head: Token) -> Token:
        """Return the word that names somebody, where the parser hangs the name on a word beside it.

        "With President N Tuesday" (on the day), "N and M" (on the first name).
        """
        if self.cast.at(head.i) is not None or head.pos_ != "PROPN":
            return head
        for beside in (head.i - 1, head.i + 1):
            if 0 <= beside < len(head.doc):
                word = head.doc[beside]
                near = word.head.i == head.i or head.head.i == word.i
                named = self.cast.at(beside)
                person = named is not None and named.actor is not None and named.actor.kind == "person"
                if near and person and word.sent == head.sent:
                    return word
        return head

    def _listed(self, head: Token) -> Iterator[Token]:
        """Yield the rest of a list that the parser takes for an apposition: "the US, Russia and N"."""
        for child in head.rights:
            one, other = self.cast.at(head.i), self.cast.at(child.i)
            if child.dep_ == "appos" and one and other and one.actor and other.actor:
                states_ = one.actor.kind == other.actor.kind == "state"
                if states_ and one.actor.id != other.actor.id:
                    yield child
                    yield from conjuncts(child)

    def _alone(self, head: Token, things: bool) -> list[Participant]:
        """Return the parties of a phrase without what is joined to it."""
        if (side := _leaning(head)) is not None:
            # Pro-Russian rebels are not Russia's: they are of the one other state of the sentence.
            code = self._only_state(head, besides=_nations().get(side))
            led = replace(self.cast.of(head), actor_id=None, kind="group", state=code)
            return [led] if code else []
        if people := self._people(head):
            return people
        if several := self._of_several_states(head) or self._apposed_people(head):
            return several
        if (of_body := self._of_organisation(head)) is not None:
            return [of_body]
        found = [
            participant
            for participant in map(for_body, parties([head], self.parse, self.cast, self.statements))
            if participant.state or is_known_body(participant)
        ]
        if found and found[0].kind == "person" and head.pos_ in ("NOUN", "PROPN"):
            # "The Mexican ambassador, N", "Georgian President N": of the state that the phrase says,
            # whatever N was taken for.
            said = next((_nations()[c.text] for c in _titles(head) if c.text in _nations()), None)
            if said is not None and not found[0].office:
                found[0] = replace(found[0], state=said)
        if found:
            return found if len(found) < 2 else self._only(head, found)
        participant = self.cast.of(head)
        if participant.state and participant.kind not in ("unknown", "group", "anonymous"):
            return [participant]
        if participant.state is None and (code := self._carried(head)):
            return [replace(participant, state=code)]
        if participant.state and head.pos_ in ("NOUN", "PROPN"):
            owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)
            thing = things and not owned and head.lemma_ not in ABSTRACT
            return [participant] if participant.kind != "unknown" or is_body(head) or thing else []
        if participant.kind in ("group", "anonymous") or is_body(head):
            place = next(places_under(head, self.cast, _FROM), None)
            if place is not None and place.state:
                return [replace(participant, state=place.state)]
            if owner := self._owner(head):
                return owner
        titled = any(c.dep_ == "compound" and is_body(c) for c in head.children)
        if (titled or is_body(head)) and (code := self._only_state(head)):
            return [replace(participant, state=code)]
        return []

    def _apposed_people(self, head: Token) -> list[Participant]:
        """Return the people named after a plural: "her colleagues N and M", "two senators, N and M"."""
        if head.tag_ != "NNS" or self.cast.at(head.i) is not None:
            return []
        named = [c for c in head.children if c.dep_ == "appos" and self.cast.at(c.i) is not None]
        people = [self.cast.of(t) for c in named for t in (c, *conjuncts(c))]
        return [p for p in people if p.kind == "person" and p.state]

    def _only(self, head: Token, found: list[Participant]) -> list[Participant]:
        """Return those of joined parties that the head itself stands for: a group may be several."""
        named = self.cast.at(head.i)
        if named is not None and named.members:
            return found
        joined = {key.i for key in conjuncts(head)}
        offsets = {self.parse.token_evidence(i, i + 1).start for i in joined}
        return [p for p in found if not any(p.start <= at < p.end for at in offsets)] or found[:1]

    def _people(self, head: Token) -> list[Participant]:
        """Return the people of a nation within another: ethnic Albanians, Bosnian Serbs, Iraqi Kurds.

        They belong to the state they live in: the first word's, or the one place of the sentence.
        """
        word = head.lemma_.lower()
        own = self._state(head)
        if own is None and word not in PEOPLES and head.lower_ not in PEOPLES:
            return []
        ethnic = any(c.lower_ == "ethnic" and c.dep_ == "amod" for c in head.children)
        home = next(
            (
                s
                for c in head.children
                if c.dep_ in ("amod", "compound", "nmod") and (s := self._state(c))
            ),
            None,
        )
        if own is not None and not ethnic and (home is None or home[0] == own[0]):
            return []
        participant = self.cast._described(head, *_stretch(head)) if own else self.cast.of(head)
        if home is not None and (own is None or home[0] != own[0]):
            state: str | None = home[0]
        else:
            place = next(places_under(head, self.cast, _FROM), None)
            state = place.state if place else self._only_state(head, besides=own[0] if own else None)
        if state is None:
            return []
        return [replace(participant, actor_id=None, kind="group", state=state)]

    def _of_organisation(self, head: Token) -> Participant | None:
        """Return the organisation whose officials, troops or head a phrase names: NATO troops."""
        named = self.cast.at(head.i)
        known = named is not None and named.actor is not None
        person = (
            known and named is not None and named.actor is not None and named.actor.kind == "person"
        )
        if (known and not person) or (not known and not is_body(head)):
            return None
        if any(t.lemma_.lower() in _ACCREDITED for t in (head, *head.children)):
            return None
        for body in self._carried_bodies(head):
            participant = self.cast.of(head)
            if person:
                return replace(participant, state=None, kind="organisation")
            if participant.state is None:
                return replace(
                    participant, kind="organisation", actor_id=body.actor.id if body.actor else None
                )
        return None

    def _carried_bodies(self, head: Token) -> Iterator[Named]:
        for child in head.children:
            if child.i < head.i and child.dep_ in ("compound", "nmod", "amod", "poss"):
                named = self.cast.at(child.i)
                if named is not None and named.actor is not None and named.actor.kind == "organisation":
                    yield named
                elif named is None:
                    yield from self._carried_bodies(child)
            elif (
                child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN") and not self.cast.at(child.i)
            ):
                yield from self._carried_bodies(child)

    def _owner(self, head: Token) -> list[Participant]:
        """Return who "their" is in "said their forces had left": whoever speaks."""
        if not any(
            c.dep_ == "poss" and c.lower_ in ("their", "its", "his", "her") for c in head.children
        ):
            return []
        above = verb_above(head)
        for _ in range(3):
            if above is None:
                return []
            if above.lemma_ in SAYING and (speaker := subject_of(above)) and speaker.i != head.i:
                return self.linked(speaker)
            above = verb_above(above)
        return []

    def _only_state(self, head: Token, besides: str | None = None) -> str | None:
        """Return the one state that a sentence speaks of: its president, its police are meant.

        None where it speaks of several, or of an organisation of states.
        """
        if head.dep_ == "conj" or any(c.lower_ in _SEVERAL for c in head.subtree if c.i < head.i + 4):
            return None
        codes = self.states_in(head)
        codes.discard(besides or "")
        return codes.pop() or None if len(codes) == 1 else None

    def states_in(self, token: Token) -> set[str]:
        """Return the states that a token's sentence speaks of; "" for an organisation of states."""
        sent = self.parse.sent_of(token.i)
        codes: set[str] = set()
        for i in range(sent.first, sent.last):
            named = self.cast.at(i)
            if named is None:
                continue
            if named.actor is not None and named.actor.kind == "organisation":
                codes.add("")
            elif named.actor is not None and named.actor.state:
                codes.add(named.actor.state)
            elif named.mention.kind == "place" and (place := place_at(self.parse.doc[i], self.cast)):
                codes.add(place.state or "")
        return codes

    def _carried(self, head: Token) -> str | None:
        """Return the state in the title or owner of a phrase: Serbian President N, Morocco's king."""
        if head.pos_ not in ("PROPN", "NOUN"):
            return None
        if head.pos_ == "NOUN" and not is_body(head):
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
                if child.dep_ == "amod" and (code := _nations().get(child.text)):
                    return code
        return None

    def land(self, token: Token) -> Participant | None:
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

    def inside(self, head: Token) -> list[Participant]:
        """Return the actor named inside a phrase: its owner, adjective, or after its preposition."""
        found: list[Participant] = []
        for token in within(head):
            named = self.cast.at(token.i) if token.pos_ != "PRON" else None
            if named is not None and named.actor is not None and named.mention.kind != "place":
                participant = self._of_organisation(token) or self.cast.participant(named)
                if participant.state or is_known_body(participant):
                    found.append(participant)
                    for other in conjuncts(token):
                        found += self._alone(other, False)
                    break
        return unique(found)

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


def conjuncts(head: Token) -> Iterator[Token]:
    """Yield the heads of the phrases joined to a phrase, in order."""
    for child in head.rights:
        if child.dep_ == "conj":
            yield child
            yield from conjuncts(child)


def _leaning(head: Token) -> str | None:
    """Return the nation in "pro-Russian rebels", "anti-Assad fighters"; None where there is none."""
    for child in head.lefts if head.pos_ == "NOUN" else ():
        if child.dep_ not in ("amod", "compound", "nmod"):
            continue
        if child.i > 1 and child.nbor(-1).text in "-\u2013" and child.nbor(-2).lower_ in _LEANINGS:
            return child.text
    return None


def _titles(head: Token) -> Iterator[Token]:
    """Yield the words of the title before a name, and what qualifies them: Georgian President N."""
    for child in head.lefts:
        yield child
        if child.dep_ == "compound":
            yield from child.lefts


def within(head: Token) -> Iterator[Token]:
    """Yield the words that a phrase is qualified by: owners, adjectives, then after prepositions."""
    for child in head.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield child
            yield from within(child)
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in _INWARD:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    yield grandchild
                    yield from within(grandchild)


@lru_cache(maxsize=1)
def _nations() -> dict[str, str]:
    """Return the state of each adjective of one: Mexican, Dutch."""
    return {word: state.code for state in states().values() for word in state.adjectives}


def for_body(participant: Participant) -> Participant:
    """Return the organisation that an official without a state acts for: the head of NATO for NATO."""
    if participant.kind != "person" or participant.state or not participant.office:
        return participant
    words = participant.office.rpartition(" of ")[2].removeprefix("the ")
    body = next((a for a in registry().find(words) if a.kind == "organisation"), None)
    if body is None:
        return participant
    return replace(participant, name=body.name, actor_id=body.id, kind="organisation")


def is_known_body(participant: Participant) -> bool:
    """Say whether a participant is an organisation of the registry; another needs a state."""
    return participant.kind == "organisation" and participant.actor_id is not None


def is_body(head: Token) -> bool:
    """Say whether a noun names people or a body that can act."""
    lemma = head.lemma_.lower()
    return (
        lemma in BODIES
        or head.lower_ in BODIES
        or (head.pos_ == "NOUN" and (is_role(lemma, "office") or is_role(lemma, "profession")))
    )


def _stretch(head: Token) -> tuple[int, int]:
    first = head.i
    while first > 0 and head.doc[first - 1].head.i == head.i and head.doc[first - 1].dep_ != "det":
        first -= 1
    return first, head.i + 1
