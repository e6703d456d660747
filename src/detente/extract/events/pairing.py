"""A verb becomes its parties: who acts, and on whom, each tied to a state or an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.clauses import (
    agent_of,
    is_passive,
    key_of,
    objects,
    places_under,
    subject_of,
    verb_above,
)
from detente.extract.events.phrases import SAYING, Phrases, conjuncts, is_body, is_known_body
from detente.extract.events.words import WEAPONS
from detente.knowledge.places import gazetteer
from detente.knowledge.plover import act_nouns
from detente.knowledge.states import states
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARDS = (
    "against", "with", "on", "upon", "to", "at", "from", "toward", "towards", "for", "into",
    "between", "among", "of", "in",
)  # fmt: skip
_BLAMING = ("over", "about", "against", "at")
_PRONOUNS = frozenset(("it", "they", "he", "she", "who", "which", "that"))
_ABOUT = frozenset(("discuss", "negotiate"))
"""Verbs whose object is what it is about, and no party."""
_STATES = frozenset(("oppose", "commit", "prepare", "concern", "alarm", "outrage"))
"""Verbs whose passive says what its subject thinks or is about to do: "is opposed to"."""
_SHOOTS = frozenset(("fire", "launch", "lob", "shoot", "hurl", "throw", "drop", "aim"))
_OWNING = ("amod", "compound", "nmod", "poss")
_COMPLAINING = frozenset(("complain", "protest", "object"))
"""Verbs that name whom they blame after "over" or "about", and whom they turn to after "to"."""


class Pairs(Phrases):
    """Who does what to whom in one article."""

    def actors(self, verb: Token) -> list[Participant]:
        """Return who acts: the subject, the agent of a passive, joined names parted."""
        passive = verb.lemma_ not in _STATES and (is_passive(verb) or is_reduced(verb))
        head = agent_of(verb) if passive else subject_of(verb)
        found = self.linked(head, things=True)
        if found or head is None or passive:
            return found
        if head.lower_ in _PRONOUNS:
            above = verb_above(verb)
            while above is not None and above.lemma_ not in SAYING and above.dep_ in ("conj", "advcl"):
                above = verb_above(above)
            if above is not None and above.lemma_ in SAYING:
                return self.linked(subject_of(above))
        return []

    def attackers(self, verb: Token) -> list[Participant]:
        """Return the unnamed who struck by a bomb or a mine, of the place where it went off."""
        if verb.dep_ in ("relcl", "acl"):
            return []
        head = agent_of(verb) if is_passive(verb) else subject_of(verb)
        if head is None or head.lemma_ not in WEAPONS:
            return []
        place = self.territory(head, verb)
        if not place:
            return []
        evidence = self.parse.token_evidence(head.i, head.i + 1)
        return [
            Participant(
                name=head.text, text=head.text, kind="anonymous", state=place[0].state,
                start=evidence.start, end=evidence.end,
            )
        ]  # fmt: skip

    def strikers(self, verb: Token) -> list[Participant]:
        """Return whose strike it was that nobody is said to have led.

        Killed in an Israeli raid, in shelling by Turkish troops; rockets fired from Gaza.
        """
        for blow in objects(verb, "in", "by", "during"):
            act = act_nouns().get(_blow(blow))
            if act is None or act.type != "ASSAULT":
                continue
            for head in objects(blow, "by"):
                if found := self.linked(head):
                    return found
            for child in (*blow.lefts, *(c for each in blow.lefts for c in each.lefts)):
                named = self.cast.at(child.i) if child.dep_ in _OWNING else None
                if named is not None and named.actor is not None and named.actor.kind != "person":
                    return [self.cast.participant(named)]
        if verb.lemma_ in _SHOOTS:
            for head in objects(verb, "from"):
                if (land := self.land(head)) is not None:
                    return [land]
                if found := self.linked(head):
                    return found
        return []

    def struck(self, verb: Token) -> list[Participant]:
        """Return the land that a strike was on: killed in an Israeli raid on a school in Gaza."""
        for blow in objects(verb, "in", "by", "during"):
            for head in objects(blow, "on", "at", "against", "in", "near"):
                for token in (head, *objects(head, "in", "of", "near")):
                    if found := self.linked(token) or [p for p in [self.land(token)] if p]:
                        return found
                    if code := _region(token):
                        return [state_party(code, token.text)]
        return []

    def recipients(self, verb: Token, inner: Token | None, asks: bool) -> list[Participant]:
        """Return on whom: object, passive subject, then what prepositions and the inner clause name."""
        if is_reduced(verb):
            return self.linked(verb.head)
        if is_passive(verb):
            found = self.linked(next((c for c in verb.children if c.dep_ == "nsubjpass"), None))
            if found:
                return found
        direct = [c for c in verb.children if c.dep_ in ("dative", "dobj")]
        if verb.lemma_ in _SHOOTS:
            direct = [c for c in direct if c.lemma_ not in WEAPONS]  # at whom, and not with what
        if verb.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP") for c in direct):
            for head in objects(verb.head, "with", "between"):
                if found := self.linked(head):
                    return found  # the agreement with Y that X had initialled
        if verb.lemma_ in _ABOUT:
            direct = []
        if verb.lemma_ in _COMPLAINING:
            for head in objects(verb, *_BLAMING):
                if found := self.linked(head) or self.inside(head):
                    return found
        for head in direct:
            if found := self.linked(head):
                return found
        if any(is_body(head) or self.cast.of(head).kind == "person" for head in direct):
            return []
        if asks and inner is not None:
            subject = next((c for c in inner.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if found := self.linked(subject):
                return found
        if asks:
            for clause in (
                c for head in direct for c in head.children if c.dep_ in ("acl", "ccomp", "relcl")
            ):
                asked = next((c for c in clause.children if c.dep_ == "nsubj"), None)
                if found := self.linked(asked):
                    return found
        for head in objects(verb, *_TOWARDS[:-1]):
            if found := self.linked(head):
                rest = [c for c in conjuncts(head) if not self.linked(c)]
                return [*found, *(p for c in rest if (p := self.land(c)))]
        for head in (*direct, *objects(verb, *_TOWARDS[:-1])):
            if found := self.inside(head):
                return found
        done_to = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if done_to is not None and (found := self.inside(done_to)):
            return found
        for head in (*objects(verb, "to", "for", "with", "against", "from", "on"), *direct):
            lands = [p for token in (head, *conjuncts(head)) if (p := self.land(token))]
            nested = [
                p
                for o in objects(head, "to", "for", "with", "against", "from", "on")
                if (p := self.land(o))
            ]
            if lands or nested:
                return lands or nested
        if inner is not None and inner.i != verb.i:
            return self.recipients(inner, None, False)
        return []

    def partners(self, verb: Token) -> list[Participant]:
        """Return with whom somebody meets, talks or agrees: the object, or after "with" and "to"."""
        objected = ("dobj", "dative", "nsubjpass")
        for head in (
            *(c for c in verb.children if c.dep_ in objected and verb.lemma_ not in _ABOUT),
            *objects(verb, "with", "to", "between", "among"),
        ):
            if found := self.linked(head):
                return found
            nested = [p for o in objects(head, "with", "between") for p in self.linked(o)]
            if nested or (nested := [p for o in objects(head, "with") if (p := self.land(o))]):
                return nested
        return []

    def hosts(self, verb: Token) -> list[Participant]:
        """Return the states of the places that a verb goes to: visited Russia, arrived in Amman."""
        heads = [c for c in verb.children if c.dep_ == "dobj"]
        heads += list(objects(verb, "to", "in", "for"))
        heads += [goal for head in heads for goal in objects(head, "to")]
        for head in heads:
            found = [p for token in (head, *conjuncts(head)) if (p := self.land(token))]
            if found:
                return found
        return []

    def territory(self, *verbs: Token | None) -> list[Participant]:
        """Return the state of the place where an act on a territory is done: a curfew in Cizre.

        For acts that fall on whoever lives there, and never for talks: a venue is no party.
        """
        for verb in verbs:
            if verb is None:
                continue
            for goal in objects(verb, "to", "into"):
                if (land := self.land(goal)) is not None:
                    return [land]
            heads = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "prep"))]
            for head in heads:
                for token in (
                    head,
                    *(
                        objects(verb, "into", "on", "to", "at", "over", "against")
                        if head is verb
                        else ()
                    ),
                ):
                    place = next(places_under(token, self.cast), None)
                    if place is not None and place.state:
                        return [state_party(place.state, place.name)]
                    for region in objects(
                        token, "in", "into", "near", "around", "across", "outside", "of"
                    ):
                        if code := _region(region):
                            return [state_party(code, region.text)]
        return []

    def loose(self, verb: Token) -> list[Participant]:
        """Return who suffers an act and has no state of its own: the newspaper, the workers."""
        heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")]
        heads += list(objects(verb, "against", "on", "at", "with"))
        for head in tuple(heads):
            heads += list(objects(head, "by", "of", "from", "against", "for"))
        found = []
        for clause in verb.children:
            if clause.dep_ in ("ccomp", "xcomp", "pcomp"):
                heads += [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
                heads += list(objects(clause, "from", "to", "against"))
        for head in heads:
            participant = self.cast.of(head)
            if participant.state is None and (is_body(head) or participant.kind == "person"):
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
            if token.head.lemma_ in _GROUND and token.dep_ in ("amod", "compound", "poss"):
                continue  # in the Chinese capital
            participant = self.cast.participant(named)
            if (participant.state or is_known_body(participant)) and key_of(participant) not in besides:
                return [participant]
        return []


def _blow(noun: Token) -> str:
    """Return the lemma of a noun of attack; an air strike is no strike of workers."""
    return "airstrike" if noun.lemma_ == "strike" else noun.lemma_


def is_reduced(verb: Token) -> bool:
    """Say whether a participle stands for a passive clause: "soldiers killed in Mali"."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def state_party(code: str, text: str) -> Participant:
    """Return a state as a party, told by some words; by none where it is understood."""
    name = states()[code].name if code in states() else text
    return Participant(name=name, text=text, actor_id=f"state:{code}", kind="state", state=code)


_GROUND = frozenset(("capital", "city", "town", "soil", "territory", "waters"))
"""Of what an adjective of a people only says where it lies."""
_SETTLEMENTS = frozenset(
    ("town", "city", "village", "province", "region", "enclave", "area", "district", "suburb",
     "capital", "territory", "port")
)  # fmt: skip
_PEOPLED: dict[str, str] = {"West Bank": "PSE", "Gaza Strip": "PSE"}
"""Lands that lie in no state, with the code of those who live there."""


def _region(head: Token, sure: bool = True) -> str | None:
    """Return the state of a region or of "the town of X"; None where the name may be a person's."""
    if head.lemma_ in _SETTLEMENTS:
        return next((code for o in objects(head, "of") if (code := _region(o, sure=False))), None)
    first = head.i
    while first > 0 and head.doc[first - 1].head.i == head.i and head.doc[first - 1].pos_ == "PROPN":
        first -= 1
    name = head.doc[first : head.i + 1].text
    known = gazetteer().get(name)
    if known is None or (sure and not known.sure):
        return None
    return known.state or _PEOPLED.get(name)


def _in_aside(token: Token, verb: Token) -> bool:
    """Say whether a token stands in a relative or adverbial clause below a verb."""
    at = token
    while at.i != verb.i and at.head.i != at.i:
        if at.dep_ in ("relcl", "advcl", "appos", "parataxis") or (
            at.dep_ == "conj" and at.pos_ in ("VERB", "AUX")
        ):
            return True
        at = at.head
    return False
