"""Where and when a contact took place when its own words do not say: the rest of its sentence does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.cast import Cast
from detente.extract.clauses import named_place, place_at, places_under, verb_above
from detente.extract.meetings.partners import Context
from detente.extract.meetings.words import TIMES, WEEKDAYS
from detente.knowledge.places import place as listed_place
from detente.knowledge.places import venue_of
from detente.knowledge.states import states
from detente.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

WHERE = frozenset(("in", "at", "near", "inside"))
_HALLS = frozenset(
    (
        "department", "ministry", "palace", "house", "residence", "airport", "hotel", "embassy", "hall",
        "headquarters", "villa", "castle", "dacha", "mansion", "chancellery", "parliament", "monastery",
        "guesthouse", "office", "club", "suite", "pavilion", "lobby",
        "residency", "consulate", "ranch", "estate",
    )
)  # fmt: skip
"""Buildings in which people meet."""
_FURNITURE = frozenset(("table", "sofa", "desk", "bench", "couch"))
"""What people sit at in a building."""
_WHILE = frozenset(("for", "since", "until", "till", "on", "through"))
_AIRPORT = re.compile(r"\b(?P<name>[A-Z][\w'\u2019-]+)(?:\s+[Ii]nternational)?\s+[Aa]irport\b")
_APART = frozenset(("before", "after", "following", "since", "until", "from", "to", "about", "against"))


def is_futurate(verb: Token, sent: Sent) -> bool:
    """Say whether a present tense tells the plan of a journey: "he goes on to Oslo".

    In a headline the present is the past; so it is only read in the body, in a main clause.
    """
    return (
        sent.role in ("body", "dek")
        and verb.tag_ in ("VBZ", "VBP")
        and verb.dep_ in ("ROOT", "conj")
        and not any(
            c.dep_ in ("aux", "mark") or (c.dep_ == "advcl" and c.tag_ != "VB") for c in verb.children
        )
        and not any(c.lower_ in ("often", "usually", "always", "rarely") for c in verb.children)
    )


def place_in(token: Token, cast: Cast) -> Place | None:
    """Return the place of a phrase; "the Norwegian capital" is the city.

    >>> from types import SimpleNamespace
    >>> place_in(SimpleNamespace(lower_="hat", pos_="VERB"), None) is None
    True
    """
    if token.lower_ == "capital":
        for child in token.lefts:
            if child.dep_ in ("amod", "poss", "compound") and (code := cast.of(child).state):
                capitals = states()[code].capitals
                return (listed_place(capitals[0]) or Place(capitals[0], code)) if capitals else None
        return None
    return place_at(token, cast)


def hall_of(trigger: Token, verb: Token | None, city: Place | None) -> Place | None:
    """Return the building a contact took place in, in the words of the sentence; else None.

    The list of places need not hold it: "at the State Department", "in the prince's residence".
    """
    for token in (trigger, verb, *_guests(trigger), *_guests(verb)):
        for child in token.children if token is not None else ():
            if child.dep_ != "prep" or child.lower_ not in WHERE:
                continue
            for head in child.children:
                if head.dep_ == "pobj" and head.lemma_.lower() in _HALLS:
                    if (town := _town_of(head)) is not None:
                        return town
                    name = _hall_name(head) or _the_airport(head)
                    return (
                        (listed_place(name) or Place(name, city.state if city else None))
                        if name
                        else None
                    )
    return None


def _the_airport(head: Token) -> str | None:
    """Return the airport that "the airport" means, where the text names one and no other."""
    if head.lower_ != "airport" or not any(c.lower_ == "the" for c in head.lefts):
        return None
    names = {match["name"] for match in _AIRPORT.finditer(head.doc.text)}
    return names.pop() if len(names) == 1 else None


def _town_of(hall: Token) -> Place | None:
    """Return the city that "a London club", "a Geneva hotel" is in."""
    if hall.pos_ != "NOUN" or not any(c.lower_ in ("a", "an", "the") for c in hall.lefts):
        return None
    for child in hall.lefts:
        if child.dep_ == "compound" and child.pos_ == "PROPN" and (found := listed_place(child.text)):
            return found
    return None


def _guests(token: Token | None) -> list[Token]:
    """Return those after "with", on whom the parser hangs the place: breakfast with X at the hall."""
    if token is None:
        return []
    return [
        c
        for w in token.children
        if w.lower_ in ("with", "at", "around", "round", "across", "on", "over")
        or (w.lower_ in _WHILE and token.pos_ == "VERB")
        for c in w.children
        if c.dep_ == "pobj"
        and (w.lower_ == "with" or c.lemma_ in TIMES | _FURNITURE or c.lower_ in WEEKDAYS)
    ]


def _hall_name(head: Token) -> str | None:
    """Return the words of a building without article; None for one that is only a common noun."""
    first = min([head.i, *(c.left_edge.i for c in head.lefts if _names(c))])
    last = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.right_edge.i - head.i < 9:
            last = child.right_edge.i + 1
    words = head.doc[first:last]
    if len(words) == 1 and head.tag_ != "NNP":
        return None
    return words.text.removeprefix("the ").removeprefix("The ").strip(" ,.")


def summoned_to(verb: Token, cast: Cast) -> Place | None:
    """Return the place that somebody is called or goes to, a building by its words: to the ministry.

    A proper name without a known word for a building is taken as it stands ("to the Werderscher
    Markt") only of somebody who is summoned.
    """
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ != "to":
            continue
        for head in child.children:
            if head.dep_ != "pobj":
                continue
            if found := place_in(head, cast):
                return found
            named = cast.at(head.i)
            hall = head.lemma_.lower() in _HALLS
            proper = verb.lemma_ == "summon" and head.pos_ == "PROPN" and verb.dep_ != "xcomp"
            if (hall or proper) and (named is None or named.mention.kind in ("place", "body")):
                name = _hall_name(head)
                if name:
                    return listed_place(name) or Place(name, None)
    return None


def _names(token: Token) -> bool:
    """Say whether a word before a building is part of what it is called: the presidential palace."""
    return (token.dep_ in ("compound", "nmod", "poss") and token.pos_ != "PRON") or token.lower_ in (
        "presidential", "royal", "state", "imperial", "governmental", "papal", "ministerial",
    )  # fmt: skip


def is_hall(name: str) -> bool:
    """Say whether a name is that of a building.

    >>> is_hall("State Department"), is_hall("Geneva")
    (True, False)
    """
    return bool(_HALLS & set(name.lower().split()))


def place_told(context: Context, sent: Sent, trigger: Token) -> Place | None:
    """Return where a contact was by the rest of its clause, or by the city that its "where" means."""
    if (cleft := _cleft(trigger, context)) is not None:
        return cleft
    if (pointed := _there(context, sent, trigger)) is not None:
        return pointed
    if trigger.dep_ == "relcl" and any(c.lower_ == "where" for c in trigger.children):
        if found := place_in(trigger.head, context.cast):
            return found
        if trigger.head.lower_ in WEEKDAYS:  # in Z on Friday, where
            above = verb_above(trigger.head)
            near = above.subtree if above is not None else ()
            spots = [
                p
                for t in near
                if t.i < trigger.head.i and t.dep_ == "pobj" and (p := place_in(t, context.cast))
            ]
            if spots:
                return spots[-1]
        for each in trigger.head.conjuncts:
            if found := place_in(each, context.cast):
                return found
        if found := named_place(trigger.head, context.cast):
            return found
        if found := next(places_under(trigger.head, context.cast), None):
            return found  # at a festival in Z, where he received
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else verb_above(trigger)
    doc = context.parse.doc
    for i in range(sent.first, sent.last):
        token = doc[i]
        if token.dep_ != "pobj" or token.head.lower_ not in WHERE:
            continue
        found = place_in(token, context.cast)
        if found and venue_of(found.name) and verb is not None and _reaches(token, verb, trigger):
            return found
    return None


def _there(context: Context, sent: Sent, trigger: Token) -> Place | None:
    """Return the place that "there" means: the last one told before it, one sentence back at most."""
    if not any(c.lower_ == "there" and c.dep_ == "advmod" for c in trigger.children):
        return None
    before = context.parse.sents[max(0, sent.number - 2)]
    for i in range(trigger.i, before.first, -1):
        token = context.parse.doc[i - 1]
        if token.dep_ == "pobj" and token.head.lower_ in (*WHERE, "to"):
            found = place_in(token, context.cast)
            if found is not None and venue_of(found.name):
                return found
    return None


def _cleft(verb: Token, context: Context) -> Place | None:
    """Return the place of "It was in Z that X and Y sat down"."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "advcl") or above.lemma_ != "be" or above.i > verb.i:
        return None
    if not any(c.lower_ == "it" for c in above.children):
        return None
    return next(places_under(above, context.cast), None)


def _reaches(token: Token, verb: Token, trigger: Token) -> bool:
    """Say whether a phrase hangs on a verb by prepositions, or on a participle or "while" under it."""
    at = token
    for _ in range(12):
        if at.head.i == at.i:
            return False
        if at.dep_ == "prep" and at.lower_ in _APART and at.head.i != trigger.i:
            return False
        at = at.head
        if at.i in (verb.i, trigger.i):
            return True
        if at.pos_ in ("VERB", "AUX") and not (at.dep_ == "advcl" and at.tag_ == "VBG"):
            return False
        if at.dep_ in ("relcl", "acl", "nsubj", "appos"):
            return False
        if at.dep_ in ("dobj", "conj") and trigger.pos_ == "NOUN":
            return False  # the war in Z, which they discussed at their meeting
    return False
