"""A noun of contact becomes tellings: talks between A and B, their meeting, a summit with C."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import SUBJECTS, date_of, objects, place_at, place_of, unique, verb_above
from detente.extract.meetings.bodies import of_session
from detente.extract.meetings.doers import SPANS, governor
from detente.extract.meetings.invited import of_invitation
from detente.extract.meetings.journeys import of_visit
from detente.extract.meetings.partners import (
    Context,
    beside,
    named_for,
    pair_before,
    two_before,
    understood,
)
from detente.extract.meetings.setting import place_in
from detente.extract.meetings.status import status_beside, status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.together import separately
from detente.extract.meetings.unnamed import of_talks
from detente.extract.meetings.words import (
    FORMAT,
    HYPOTHETICAL,
    MEET_VERBS,
    NOUNS,
    PLURAL_ONLY,
    TRAVEL_VERBS,
    WEAK_NOUNS,
    WEEKDAYS,
    Form,
    Status,
)
from detente.records import Participant, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARRANGES = frozenset(("agree", "announce", "arrange", "propose", "decide", "settle", "confirm"))
"""What is done about a contact elsewhere, and on another day than its own."""
_BESIDE_A_SUMMIT = frozenset(("before", "after", "during", "at", "following"))
_ATTENDS = frozenset(("attend", "cut", "leave", "join", "address", "skip", "miss", "interrupt"))
_LEADS = re.compile(
    r"(?:President|Prime Minister|Chancellor|King|Queen|Emir|Premier|General Secretary)\b"
)


def of_noun(context: Context, sent: Sent, noun: Token) -> list[Telling]:
    """Return what a noun tells of contacts: none, one, or several for "talks in A and B"."""
    found = _of_noun(context, sent, noun) or of_session(context, sent, noun, governor(noun))
    if found is None:
        return []
    found = _without_arrangement(found, context, sent, noun)
    parted = separately(found, context, noun)
    if len(parted) > 1:
        return parted
    return [*spread(found, context, sent, noun), *_agreed_at(found, context, sent, noun)]


def _of_noun(context: Context, sent: Sent, noun: Token) -> Telling | None:
    lemma = noun.lemma_ if noun.lemma_ in NOUNS else noun.lower_
    if noun.pos_ not in ("NOUN", "PROPN") or (
        lemma in PLURAL_ONLY and noun.tag_ not in ("NNS", "NNPS")
    ):
        return None
    if noun.dep_ == "compound" and noun.head.lemma_ in NOUNS:
        return None
    if noun.dep_ == "compound" or (
        lemma == "session" and noun.i > sent.first and noun.nbor(-1).lower_ == "joint"
    ):
        return None
    form: Form = NOUNS[lemma]
    if form == "summit" and _is_occasion(noun):
        form = "meeting"  # those who meet at a summit have a meeting
    compounds = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}
    if "summit" in compounds and form == "meeting":
        form = "summit"
    by_phone = bool(compounds & {"phone", "telephone", "video"})
    if form == "call" and not by_phone and not any(objects(noun, "with", "from")):
        return None
    if by_phone:
        form = "call"
    if lemma == "conversation" and not by_phone:
        return None
    govern = governor(noun)
    above = verb_above(noun)
    beside_it = form == "summit" and noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE_A_SUMMIT
    occasion = beside_it or _is_occasion(noun)
    if occasion and above is not None and above.lemma_ in MEET_VERBS:
        return None  # the verb tells it
    verb = govern if govern is not None else verb_above(noun)
    named = beside(context, noun, verb if govern is not None else None, form)
    people = list(named)
    apart = any(c.lower_ in ("separate", "bilateral", "individual") for c in noun.children)
    if (len(people) < 2 or apart) and verb is not None:
        people = unique([*understood(context, noun, verb, govern is not None), *named])
    if len(people) < 2 and (asked := of_invitation(context, noun)) is not None:
        people, reply = asked
        return telling(
            context, sent, noun, verb, people, form, place_of(noun, None, context.cast), reply, False,
            False, "invited",
        )  # fmt: skip
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children):
        return None
    if any(c.lower_ in HYPOTHETICAL for c in noun.children):
        return None
    status, expected = (
        status_of_trigger(noun, verb, sent) if govern is not None else status_beside(noun, verb, sent)
    )
    if status is None:
        return None
    place = place_of(noun, govern, context.cast)
    if place is None and govern is None and verb is not None:
        place = _gone_to(context, verb)
    if form == "visit":
        return of_visit(context, sent, noun, verb, people, place, status, expected)
    own = any(c.dep_ == "poss" and c.lower_ == "their" for c in noun.children)
    if own and len(people) < 2:
        people = pair_before(context, noun, sent) or people
    if not people and noun.dep_ == "pobj" and noun.head.lower_ in ("following", "after"):
        around = {token.lower_ for token in context.parse.doc[sent.first : noun.i]}
        if around & {"their", "they"} and place is not None:
            people = two_before(context, sent)
    if _due_for(verb, people) and not any(objects(noun, "with")):
        return None  # due in Z for a meeting of unnamed leaders: the visit is told
    format_named = any(FORMAT.match(c.text) for c in noun.children)
    if form == "summit" and len(people) == 1 and place is not None and not format_named:
        people = unique([*people, *_other_leader(context, people[0], place)])
    attends = govern is not None and govern.lemma_ in _ATTENDS and not named
    if form == "summit" and len(people) == 1 and place is not None and attends and not format_named:
        return telling(
            context, sent, noun, verb, people, form, place, status, expected, False, "summit of one",
            body=True,
        )  # fmt: skip
    pointed = any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in noun.children)
    pointed = pointed or any(c.dep_ == "poss" and c.lower_ in WEEKDAYS for c in noun.children)
    if len(people) < 2 and not own and (states := of_talks(context, noun, govern, status, people)):
        people = states
    known = [p for p in people if p.actor_id]
    if status == "sought" and len(known) < 2 and govern is not None and govern.lemma_ == "call":
        return None  # who calls for a summit of unnamed states meets nobody
    anaphoric = len(people) < 2 and (own or (pointed and lemma in ("meeting", "talks", "talk", "call")))
    if len(people) < 2 and not anaphoric:
        return None
    if lemma in WEAK_NOUNS and govern is None and form != "call":
        day = date_of(noun, None, context.parse, sent, context.dated)
        told = people if noun.head.lower_ == "of" and noun.head.head.lemma_ in SPANS else named
        if len(told) < 2 or (place is None and not day.known):
            return None
    return telling(
        context, sent, noun, verb, people, form, place, status, expected, anaphoric, f"noun {lemma}"
    )


def _due_for(verb: Token | None, people: Sequence[Participant]) -> bool:
    """Say whether a noun names why somebody is due somewhere, and nobody known is met."""
    if verb is None or verb.lemma_ not in ("be", "due", "expect"):
        return False
    due = any(c.lower_ in ("due", "expected") for c in (verb, *verb.children))
    return due and sum(1 for p in people if p.actor_id) < 2


def _is_occasion(noun: Token) -> bool:
    """Say whether a summit is where a meeting takes place: "meet at the G-20 summit"."""
    format_named = any(c.dep_ == "compound" and FORMAT.match(c.text) for c in noun.children)
    return format_named and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during", "of", "in")


def _other_leader(context: Context, leader: Participant, place: Place) -> list[Participant]:
    """Return the leader of the state where a summit of two was to be, if the article names one."""
    if leader.kind != "person" or leader.state in (None, place.state):
        return []
    other = named_for(context, place.state, _LEADS)
    return [other] if other is not None else []


def spread(found: Telling, context: Context, sent: Sent, word: Token) -> list[Telling]:
    """Part "their meetings in June and September", "have met in A, B and C" into one telling each."""
    if word.pos_ == "NOUN" and word.tag_ not in ("NNS", "NNPS"):
        return [found]
    if found.form == "visit" and word.pos_ == "VERB":
        return [found]
    light = governor(word) if word.pos_ == "NOUN" else None
    for prep in (*word.children, *(light.children if light is not None else ())):
        if prep.dep_ != "prep" or prep.lower_ not in ("in", "at", "on"):
            continue
        heads = [c for c in prep.children if c.dep_ == "pobj"]
        heads += [c for head in heads for c in (*head.conjuncts, *_listed(head))]
        places = list(dict.fromkeys(p for head in heads if (p := place_in(head, context.cast))))
        days = [
            item.when
            for item in context.dated
            if sent.first <= item.first < sent.last
            and any(item.first <= head.i < item.last for head in heads)
        ]
        if len(places) >= 2:
            return [replace(found, trigger=word.i + i, place=one) for i, one in enumerate(places)]
        if len(days) >= 2 and word.pos_ == "NOUN":
            return [
                replace(
                    found, trigger=word.i + i, date=day, plural=False, status=_when(day, found, context)
                )
                for i, day in enumerate(days)
            ]
    return [found]


def _listed(head: Token) -> list[Token]:
    """Return the rest of a list that the parser takes for appositions: in A, B and C."""
    found = [c for c in head.rights if c.dep_ == "appos"]
    return [*found, *(c for each in found for c in (*each.conjuncts, *_listed(each)))]


def _arrangements(noun: Token) -> list[Token]:
    """Return the participles that say how a contact came about: the summit, agreed on at Z in June."""
    found = []
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lemma_ not in _ARRANGES or token.tag_ not in ("VBN", "VBD"):
            continue
        if token.dep_ != "acl":
            # Between commas and without a subject of its own, whatever the parser made of it.
            if token.nbor(-1).text == "," and not any(c.dep_ in SUBJECTS for c in token.children):
                found.append(token)
            continue
        at = token.head
        while at.i != noun.i and at.dep_ in ("pobj", "conj", "appos", "prep"):
            at = at.head
        if at.i == noun.i:
            found.append(token)
    return found


def _reach(verb: Token) -> range:
    """Return the words of such a clause: up to the next comma."""
    end = next((t.i for t in verb.doc[verb.i : verb.sent.end] if t.text in (",", ".")), verb.sent.end)
    return range(verb.i, end)


def _without_arrangement(found: Telling, context: Context, sent: Sent, noun: Token) -> Telling:
    """Return a telling without the place and the day on which it was only agreed on or announced."""
    for verb in _arrangements(noun):
        inside = _reach(verb)
        if found.place is not None and found.place == place_of(verb, None, context.cast):
            found = replace(found, place=None)
        rest = [d for d in context.dated if d.first not in inside]
        date = date_of(noun, governor(noun), context.parse, sent, rest)
        if not any(d.first in inside and d.when == found.date for d in context.dated) and date.known:
            continue
        found = replace(found, date=date, status=_when(date, found, context))
    if found.status == "held" and found.date.start is not None and _arrangements(noun):
        arranged = date_of(_arrangements(noun)[0], None, context.parse, sent, context.dated)
        printed = context.parse.article.published.end
        later = arranged.start is not None and found.date.start > arranged.start
        if later and (printed is None or printed < found.date.start):
            found = replace(found, status="planned")
    return found


def _agreed_at(found: Telling, context: Context, sent: Sent, noun: Token) -> list[Telling]:
    """Return the meeting at which another was agreed on: the visit, agreed on at Z on June 17."""
    if len(found.participants) < 2 or found.status not in ("planned", "sought", "held", "cancelled"):
        return []
    for child in _arrangements(noun):
        if child.lemma_ != "agree":
            continue
        place = place_of(child, None, context.cast)
        date = date_of(child, None, context.parse, sent, context.dated)
        if place is not None and date.known:
            return [
                replace(
                    found, trigger=child.i, form="meeting", place=place, date=date, status="held",
                    expected=False, occasion=None, rule="agreed at",
                )
            ]  # fmt: skip
    return []


def _when(day: When, found: Telling, context: Context) -> Status:
    """Return "planned" for a day that lies after the article; a noun alone has no tense."""
    published = context.parse.article.published.end
    ahead = published is not None and day.start is not None and day.start > published
    return "planned" if ahead and found.status == "held" else found.status


def _gone_to(context: Context, verb: Token) -> Place | None:
    """Return the place of "arrived in X for talks", "is due in X for the meeting"."""
    if verb.lemma_ not in TRAVEL_VERBS | {"be", "stay", "stop", "remain"}:
        return None
    heads = [
        head
        for token in (verb, *(c for c in verb.children if c.dep_ in ("acomp", "attr")))
        for head in objects(token, "in", "to", "at")
    ]
    for head in sorted(heads, key=lambda token: token.i):
        if found := place_at(head, context.cast):
            return found
    return None
