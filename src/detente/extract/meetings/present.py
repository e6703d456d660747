"""Two who are in one room though no word of contact says so: they dined, shook hands, faced each other.

Read are verbs of the body and of the table with people of several states on both sides: as one subject
("X and Y walked round the lake"), after "with" or "across from", or as what the other does something to
("walked him round the garden", "gave him dinner", "shook his hand"). Whoever stands by takes part too:
"with X between them", "as X looked on", "in the presence of X". Nothing is told by a verb that two do
each for himself ("face elections"), nor by people who are all of one state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import (
    SUBJECTS,
    agent_of,
    is_negated,
    is_passive,
    named_place,
    objects,
    place_of,
    subject_of,
    unique,
)
from detente.extract.meetings.doers import SHOWS, doer_of
from detente.extract.meetings.partners import Context, is_two, parties_of, they
from detente.extract.meetings.setting import place_in
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.words import APART, BODILY, GUIDES, MEALS, SHARED, TIMES
from detente.extract.tense import tense_at
from detente.records import Participant, Place

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = ("with", "beside", "alongside", "opposite", "behind", "facing")
_TO = ("to", "from", "of")
_TOGETHER = re.compile(
    r"\btogether\b|\beach other\b|\bone another\b|\bside by side\b|\b(?:hand in|arm in) (?:hand|arm)\b"
    r"|\bface[- ]to[- ]face\b|\bat (?:the same|one) table\b"
    r"|\bacross (?:a|the)\b|\bas (?:two|three|four)\b",
    re.IGNORECASE,
)
_COMPANY = frozenset(("presence", "company", "eye", "eyes", "gaze"))
_BY_THEM = re.compile(
    r"(?:between|beside|behind) (?:them|him|her)\b|(?:at|by) (?:their|his|her) sides?\b|looking on\b"
    r"|in (?:attendance|the chair|the room|tow)\b|as (?:(?:the|their) )?(?:hosts?|witness(?:es)?)\b"
    r"|(?:standing|sitting|watching|present|beaming)\b"
)
_WATCH = frozenset(("look", "watch", "stand", "applaud", "beam", "listen", "sit", "wait"))
_JOINED = frozenset(("join", "flank", "host", "watch", "witness", "applaud"))
_LEADING = frozenset(("walk", "stroll", "sit", "step", "get", "break", "drop", "fall", "stand", "pull"))
_AWAY = frozenset(("out", "away", "off", "down", "over", "back"))


def in_company(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """Return the meeting that a verb of the body or of the table tells; None where it tells none."""
    people = _people(context, sent, verb)
    if not people or is_negated(verb):
        return None
    status, expected = status_of_trigger(verb, verb, sent)
    pictured = verb.tag_ == "VBG" and verb.head.lemma_ in SHOWS
    if status is None or (status == "held" and tense_at(verb, sent.role) != "past" and not pictured):
        return None
    place = place_of(verb, None, context.cast) or _walked_to(context, verb)
    found = telling(
        context, sent, verb, verb, people, "meeting", place, status, expected, False,
        f"present {verb.lemma_}",
    )  # fmt: skip
    near = _TOGETHER.search(context.parse.view.text, sent.start, sent.end) is not None
    beside = any(_with(verb)) and verb.lemma_ not in APART
    if len(people) > 2 or near or beside or verb.lemma_ in GUIDES or verb.lemma_ in MEALS:
        return found
    # Two who did the same were only together if it was in one place, or (a signature apart) on one day.
    if verb.lemma_ in APART:
        return found if found.place is not None else None
    return found if found.date.known or found.place is not None else None


def _walked_to(context: Context, verb: Token) -> Place | None:
    """Return where a walk or a drive leads: across Z, to the temples of Z."""
    for head in objects(
        verb, "to", "across", "through", "round", "around", "along", "over", "past", "up"
    ):
        for token in (head, *objects(head, "of", "in", "at")):
            named = context.cast.at(token.i)
            if named is not None and named.mention.kind == "person":
                continue
            if found := place_in(token, context.cast) or named_place(token, context.cast):
                return found
    return None


def _people(context: Context, sent: Sent, verb: Token) -> list[Participant]:
    """Return who is together by a verb, of two states at least; empty where nobody is."""
    lemma = verb.lemma_
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "oprd")]
    nouns = {noun.lemma_ for thing in things for noun in (thing, *thing.conjuncts)}
    sides = _doers(context, sent, verb)
    other: list[Participant] = []
    if lemma in GUIDES and not is_passive(verb):
        other = parties_of(context, [c for c in things if c.pos_ == "PROPN" or c.pos_ == "PRON"])
    if lemma in SHARED and nouns & SHARED[lemma]:
        other += parties_of(context, [*_with(verb), *(w for c in things for w in _with(c))])
        other += parties_of(context, [w for c in things for w in _owners(c)])
        other += parties_of(context, [c for c in verb.children if c.dep_ == "dative"])
        other += parties_of(context, list(objects(verb, "for", "to")))
        if is_passive(verb):
            other += parties_of(context, [agent_of(verb)])
        alone = not other and len(sides) < 2
        if alone or (lemma in ("give", "offer", "serve", "throw") and not other):
            return []
    elif lemma in ("have", "invite", "take") and any(
        o.lemma_ in MEALS for o in objects(verb, "to", "for")
    ):
        other += parties_of(context, things)
    elif lemma in ("spend", "get", "have", "win", "snatch") and nouns & TIMES:
        other += parties_of(context, [*_with(verb), *(w for c in things for w in _with(c))])
    elif lemma == "be":
        beside = _beside(context, verb)
        return _guest(context, verb) or (_of_two_states([*sides, *beside]) if beside else [])
    elif lemma in BODILY or lemma in GUIDES:
        if _left(verb):
            return []
        other += parties_of(context, _with(verb))
    else:
        return []
    if not other and len(sides) < 2:
        return []
    return _of_two_states([*sides, *other])


def _of_two_states(people: list[Participant]) -> list[Participant]:
    """Return those known by name, if they are two at least and not all of one state."""
    named = [p for p in unique(people) if p.kind == "person" and p.actor_id]
    states = {p.state for p in named if p.state}
    strangers = sum(1 for p in named if p.state is None)
    return named if len(named) > 1 and (len(states) > 1 or (states and strangers)) else []


def _doers(context: Context, sent: Sent, verb: Token) -> list[Participant]:
    """Return who does it; all of "X and Y, who had dinner", of whom the parser takes the last."""
    subject = doer_of(verb)
    if subject is None:
        return []
    if subject.lower_ == "they":
        return they(context, sent, subject)
    found = parties_of(context, [subject])
    if len(found) < 2 and is_two(subject):
        return _two_here(context, sent, subject)
    if verb.dep_ == "relcl" and subject.dep_ == "conj":
        root = subject
        while root.dep_ == "conj":
            root = root.head
        found = unique([*parties_of(context, [root]), *found])
    return found


def _two_here(context: Context, sent: Sent, subject: Token) -> list[Participant]:
    """Return the two people whom a sentence names before "the two"."""
    doc = context.parse.doc
    heads = [doc[n.last - 1] for n in context.cast.within(sent.first, subject.i)]
    people = [p for p in parties_of(context, heads) if p.kind == "person" and p.actor_id]
    return people if len(people) == 2 else []


def _with(token: Token) -> list[Token]:
    """Return whom a verb or its object has beside it: with X, opposite X, across from X, next to X."""
    found = list(objects(token, *_NEAR))
    for child in token.children:
        if child.lower_ in ("next", "across", "close"):
            found += list(objects(child, *_TO))
            found += list(objects(token, "from")) if child.lower_ == "across" else []
    return found


def _owners(noun: Token) -> list[Token]:
    """Return whose hand it was: Y's hand, the hand of Y."""
    return [*(c for c in noun.children if c.dep_ == "poss"), *objects(noun, "of")]


def _guest(context: Context, verb: Token) -> list[Participant]:
    """X was Y's guest in Z: both were there."""
    for child in verb.children:
        if child.dep_ == "attr" and child.lemma_ in ("guest", "host"):
            other = parties_of(context, _owners(child))
            return _of_two_states([*parties_of(context, [subject_of(verb)]), *other])
    return []


def _beside(context: Context, verb: Token) -> list[Participant]:
    """X was with Y in Z: whom the verb has beside it, if people."""
    return parties_of(context, [t for t in objects(verb, "with") if t.pos_ == "PROPN"])


def _left(verb: Token) -> bool:
    """Say whether a verb of walking or sitting has a particle that makes it another: walked out."""
    return verb.lemma_ in _LEADING and any(
        c.lower_ in _AWAY
        and c.lower_ != "down"
        and (c.lower_ == "out" or not any(g.dep_ == "pobj" for g in c.children))
        for c in verb.children
        if c.dep_ in ("prt", "advmod", "prep")
    )


def standing_by(context: Context, sent: Sent, verb: Token) -> list[Participant]:
    """Return who else is there by the words of a sentence that tells of a meeting.

    "With X between them", "X standing beside them", "as X looked on", "in the presence of X", "joined
    by X". Who is only named in it ("after Y had left") is not.
    """
    heads = [head for token in _clause(verb) for head in _bystanders(token)]
    return [p for p in parties_of(context, heads) if p.kind == "person" and p.actor_id]


def _clause(verb: Token) -> Iterator[Token]:
    """Yield a verb, whom it is told of, and the clause above of which the parser makes it a part."""
    yield verb
    yield from (c for c in verb.children if c.dep_ in SUBJECTS)
    if verb.dep_ == "ccomp" and verb.head.tag_ == "VBG":
        yield verb.head


def _bystanders(token: Token) -> Iterator[Token]:
    doc = token.doc
    if token.tag_ == "VBG" and token.lemma_ in _WATCH:
        yield from (c for c in token.children if c.dep_ in SUBJECTS and c.i < token.i)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "in", "under"):
            for noun in child.children:
                if noun.dep_ not in ("pobj", "pcomp", "nsubj"):
                    continue
                if noun.lemma_ in _COMPANY:
                    yield from _owners(noun)
                elif child.lower_ == "with":
                    last = max([noun.right_edge.i, noun.i])
                    rest = doc[noun.i + 1 : min(last + 8, token.sent.end)].text
                    if _BY_THEM.search(rest):
                        yield noun
        elif child.dep_ == "advcl" and child.lemma_ in _WATCH:
            while_ = any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in child.children)
            if while_ or child.tag_ == "VBG":
                yield from (c for c in child.children if c.dep_ in SUBJECTS)
        elif child.dep_ in ("advcl", "acl") and child.lemma_ in _JOINED and child.tag_ == "VBN":
            agent = agent_of(child)
            if agent is not None:
                yield agent
