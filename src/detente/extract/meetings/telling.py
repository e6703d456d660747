"""A sentence becomes the contacts it tells: a trigger, who takes part, what became of it.

A `Telling` is not yet a meeting: several sentences tell the same one, and `merging` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import (
    agent_of,
    date_of,
    is_passive,
    objects,
    place_at,
    place_of,
    places_under,
    subject_of,
    unique,
    verb_above,
)
from detente.extract.meetings.partners import (
    Context,
    are_people,
    beside,
    governor,
    is_two,
    pair_before,
    parties_of,
    state_at,
    text_of,
    two_before,
    understood,
)
from detente.extract.meetings.setting import is_futurate, place_in, place_told
from detente.extract.meetings.status import status_beside, status_of_trigger
from detente.extract.meetings.words import (
    CALL_VERBS,
    FORMAT,
    HOST_VERBS,
    HYPOTHETICAL,
    JOINT_VERBS,
    MEET_VERBS,
    NOUNS,
    OCCASION,
    PHONE,
    PLURAL_ONLY,
    SEE_VERBS,
    TRAVEL_VERBS,
    VISIT_VERBS,
    WEAK_NOUNS,
    WITH_VERBS,
    Form,
    Status,
)
from detente.extract.tense import tense_at
from detente.knowledge.landmarks import find_landmarks
from detente.knowledge.places import place as listed_place
from detente.records import Participant, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Token


_AHEAD = re.compile(r"\b(?:later this|next|coming|tomorrow|upcoming)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's words about a contact."""

    trigger: int
    """The token that names it."""
    sent: Sent
    """Its sentence."""
    participants: tuple[Participant, ...]
    """Who takes part, as far as this sentence says."""
    form: Form
    """Meeting, call, visit or summit."""
    place: Place | None
    """Where."""
    date: When
    """When."""
    status: Status
    """What became of it."""
    occasion: str | None
    """What it was part of."""
    plural: bool
    """Whether it speaks of several at once ("upcoming meetings")."""
    expected: bool
    """Whether it was expected in the past: it may have been held by now."""
    anaphoric: bool
    """Whether it points back ("their meeting", "the two met") instead of naming who met."""
    rule: str
    """The rule that found it."""
    again: bool = False
    """Whether it is told as one more meeting of the same people ("will meet again")."""


def tellings(context: Context, sent: Sent) -> list[Telling]:
    """Return what one sentence tells of contacts, in order of their triggers."""
    found = []
    doc = context.parse.doc
    for token in doc[sent.first : sent.last]:
        if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ == "meet"):
            telling = _of_verb(context, sent, token)
        elif token.lower_ in NOUNS or token.lemma_ in NOUNS:
            telling = _of_noun(context, sent, token)
        else:
            continue
        if telling is not None:
            found.append(telling)
    return found


def _of_verb(context: Context, sent: Sent, verb: Token) -> Telling | None:
    lemma = verb.lemma_
    subject = subject_of(verb)
    who = parties_of(context, [subject])
    direct = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    partners: list[Token] = []
    form: Form = "meeting"
    if lemma in MEET_VERBS:
        partners = [*direct, *objects(verb, "with")] if lemma == "meet" else list(objects(verb, "with"))
        if is_passive(verb):
            partners = [token for token in [agent_of(verb)] if token is not None]
    elif lemma in WITH_VERBS:
        if lemma == "sit" and not any(c.lower_ in ("down", "together") for c in verb.children):
            return None
        partners = list(objects(verb, "with", "to") if lemma == "speak" else objects(verb, "with"))
        by_phone = bool(PHONE.search(text_of(context, sent)))
        long = any(o.lemma_ in ("hour", "minute", "half") for o in objects(verb, "for"))
        together = lemma == "sit" or (lemma in ("speak", "talk") and (by_phone or long))
        if not (partners or (together and subject is not None)):
            return None
        if lemma in ("speak", "discuss", "chat") and not (by_phone or (long and lemma == "speak")):
            return None
        form = "call" if by_phone else "meeting"
    elif lemma in HOST_VERBS:
        partners = direct
        if is_passive(verb):
            partners, subject_tokens = [t for t in [agent_of(verb)] if t is not None], subject
            who = parties_of(context, [subject_tokens])
    elif lemma in CALL_VERBS or (lemma == "call" and _is_call(verb, direct)):
        partners, form = direct, "call"
    elif lemma == "spend" and any(c.lemma_ in ("hour", "minute", "day", "evening") for c in direct):
        partners = [*objects(verb, "with"), *(o for c in direct for o in objects(c, "with"))]
        direct = []
        if not are_people(parties_of(context, partners)):
            return None
    elif lemma == "keep" and (guest := _kept_waiting(verb)) is not None:
        partners, direct = [guest], []
        if not (are_people(who) and are_people(parties_of(context, partners))):
            return None
    elif lemma in SEE_VERBS and are_people(parties_of(context, direct)) and are_people(who):
        partners, form = direct, "call" if lemma == "reach" else "meeting"
    elif lemma == "get" and _gets_hold(verb):
        partners, form = [o for c in verb.children for o in objects(c, "of")], "call"
    elif lemma in VISIT_VERBS or lemma in TRAVEL_VERBS or (lemma == "expect" and is_passive(verb)):
        return _of_journey(context, sent, verb, who)
    elif lemma in JOINT_VERBS:
        return _of_joint_act(context, sent, verb, who)
    else:
        return None
    other = parties_of(context, partners)
    if lemma == "summon":
        who, other = _summoned(context, verb, subject, who, partners)
    if partners and not other and lemma != "meet":
        return None
    if direct and not other and lemma == "meet":
        return None
    people = unique([*who, *other])
    status, expected = status_of_trigger(verb, verb, sent)
    if lemma == "reach" and status != "held":
        back = re.search(r"\b(?:called|rang|phoned) back\b|\breplied\b", text_of(context, sent))
        status, expected = ("held" if back else "sought"), True
    if lemma == "get":
        status, expected = "sought", tense_at(verb, sent.role) != "future"
    if status is None:
        return None
    if status != "held" and any(c.dep_ == "npadvmod" and c.lemma_ == "time" for c in verb.children):
        return None  # how often they will meet is no meeting
    plural_subject = bool(subject is not None and subject.tag_ in ("NNS", "CD", "DT", "PRP", "NNPS"))
    anaphoric = not other and len(people) < 2
    if anaphoric and subject is not None and is_two(subject) and not direct:
        people = two_before(context, sent) or people
        anaphoric = len(people) < 2
    if anaphoric and not (lemma in ("meet", "speak", "talk", "sit") and plural_subject and not direct):
        return None
    place = place_of(verb, None, context.cast)
    return _telling(
        context, sent, verb, verb, people, form, place, status, expected, anaphoric, f"verb {lemma}"
    )


def _of_journey(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """A visit has a visitor who is a person, and a host: the state that is visited."""
    people = [p for p in who if p.kind == "person"]
    goals = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ in VISIT_VERBS else []
    if verb.lemma_ in TRAVEL_VERBS or verb.lemma_ == "expect":
        goals += list(objects(verb, "to", "in"))
    place = next((p for goal in goals if (p := place_in(goal, context.cast))), None)
    hosts = [
        p
        for p in parties_of(context, goals if verb.lemma_ in VISIT_VERBS else [])
        if p.kind == "person"
    ]
    if not people or (place is None and not hosts):
        return None
    status, expected = status_of_trigger(verb, verb, sent)
    if status == "held" and is_futurate(verb, sent):
        status = "planned"
    if status is None:
        return None
    if not hosts and place is not None:
        hosts = _host(context, place, goals, people)
        if not hosts:
            return None
    return _telling(
        context, sent, verb, verb, unique([*people, *hosts]), "visit", place, status, expected, False,
        f"verb {verb.lemma_}",
    )  # fmt: skip


def _host(
    context: Context, place: Place, goals: Sequence[Token], guests: Sequence[Participant]
) -> list[Participant]:
    """The state a place lies in receives a visitor, unless the visitor is its own."""
    if place.state is None or any(guest.state == place.state for guest in guests):
        return []
    for goal in goals:
        participant = context.cast.of(goal)
        if participant.kind == "state" and participant.actor_id:
            return [participant]
        if place_at(goal, context.cast) is not None:
            return [p for p in [state_at(context, goal, place.state)] if p is not None]
    return []


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
    compounds = {c.lower_ for c in noun.children if c.dep_ in ("compound", "amod", "nmod")}
    by_phone = bool(compounds & {"phone", "telephone", "video"})
    if form == "call" and not by_phone and not any(objects(noun, "with", "from")):
        return None
    if by_phone:
        form = "call"
    if lemma == "conversation" and not by_phone:
        return None
    govern = governor(noun)
    verb = govern if govern is not None else verb_above(noun)
    named = beside(context, noun, verb if govern is not None else None, form)
    people = list(named)
    if len(people) < 2 and verb is not None:
        people = unique([*understood(context, noun, verb, govern is not None), *named])
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
        return _visit(context, sent, noun, verb, people, place, status, expected)
    own = any(c.dep_ == "poss" and c.lower_ == "their" for c in noun.children)
    if own and len(people) < 2:
        people = pair_before(context, noun, sent) or people
    pointed = any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in noun.children)
    anaphoric = len(people) < 2 and (own or (pointed and lemma in ("meeting", "talks", "talk", "call")))
    if len(people) < 2 and not anaphoric:
        return None
    if lemma in WEAK_NOUNS and govern is None and form != "call":
        day = date_of(noun, None, context.parse, sent, context.dated)
        if len(named) < 2 or (place is None and not day.known):
            return None
    return _telling(
        context, sent, noun, verb, people, form, place, status, expected, anaphoric, f"noun {lemma}"
    )


def _gone_to(context: Context, verb: Token) -> Place | None:
    """Return the place of "arrived in X for talks", "is due in X for the meeting"."""
    if verb.lemma_ not in TRAVEL_VERBS | {"be", "stay", "stop", "remain"}:
        return None
    for token in (verb, *(c for c in verb.children if c.dep_ in ("acomp", "attr"))):
        for head in objects(token, "in", "to", "at"):
            if found := place_at(head, context.cast):
                return found
    return None


def _visit(
    context: Context, sent: Sent, noun: Token, verb: Token | None, people: list[Participant],
    place: Place | None, status: Status, expected: bool,
) -> Telling | None:  # fmt: skip
    goals = [*objects(noun, "to")]
    if not goals and verb is not None and verb.lemma_ in ("make", "pay", "begin", "start", "plan"):
        goals = list(objects(verb, "to"))
    for child in noun.children:
        if child.dep_ == "appos":
            goals += list(objects(child, "to"))
    place = next((p for goal in goals if (p := place_at(goal, context.cast))), None) or (
        place if goals else None
    )
    people = [p for p in people if p.kind == "person"]
    if not people or place is None:
        return None
    hosts = _host(context, place, goals, people)
    if not hosts:
        return None
    return _telling(
        context, sent, noun, verb, unique([*people, *hosts]), "visit", place, status, expected, False,
        f"noun {noun.lemma_}",
    )  # fmt: skip


def _is_call(verb: Token, direct: Sequence[Token]) -> bool:
    """To call somebody, and not to call somebody something or call on somebody."""
    return (
        bool(direct)
        and direct[0].pos_ in ("PROPN", "NOUN")
        and not any(c.dep_ in ("oprd", "xcomp", "ccomp", "acomp", "prt") for c in verb.children)
        and not any(objects(verb, "for", "on"))
        and bool({"phone", "telephone"} & {t.lower_ for t in verb.sent})
    )


def _summoned(
    context: Context, verb: Token, subject: Token | None, who: list[Participant], guests: list[Token]
) -> tuple[list[Participant], list[Participant]]:
    """A ministry that summons an envoy: the state of the place it is in, and the envoy's state."""
    place = next(iter(places_under(verb, context.cast)), None)
    if subject is not None and place is not None and not any(p.actor_id for p in who):
        who = [p for p in [state_at(context, subject, place.state)] if p is not None]
    envoys = []
    for guest in guests:
        code = next((c for t in guest.lefts if (c := context.cast.of(t).state)), None)
        envoys += [p for p in [state_at(context, guest, code)] if p is not None]
    return who, envoys or parties_of(context, guests)


def _of_joint_act(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """X and Y agreed in Z on a day; X raised it with Y in Z on a day: they met there."""
    people = unique([*who, *parties_of(context, list(objects(verb, "with")))])
    if len(people) != 2 or not are_people(people) or len({p.state for p in people}) != 2:
        return None
    place = place_of(verb, None, context.cast)
    day = date_of(verb, verb, context.parse, sent, context.dated)
    status, _ = status_of_trigger(verb, verb, sent)
    if place is None or not day.known or day.basis == "inferred" or status != "held":
        return None
    return _telling(
        context,
        sent,
        verb,
        verb,
        people,
        "meeting",
        place,
        "held",
        False,
        False,
        f"joint {verb.lemma_}",
    )


def _kept_waiting(verb: Token) -> Token | None:
    """Return who is kept waiting: object of "keep" or subject of the "waiting" under it."""
    waiting = next((c for c in verb.children if c.lower_ == "waiting"), None)
    if waiting is None:
        return None
    tokens = (*waiting.children, *verb.children)
    return next((c for c in tokens if c.dep_ in ("nsubj", "dobj") and c.i > verb.i), None)


def _gets_hold(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ == "hold" for c in verb.children)


def _telling(
    context: Context, sent: Sent, trigger: Token, verb: Token | None, people: Sequence[Participant],
    form: Form, place: Place | None, status: Status, expected: bool, anaphoric: bool, rule: str,
) -> Telling:  # fmt: skip
    date = date_of(trigger, verb, context.parse, sent, context.dated)
    if status in ("cancelled", "postponed", "declined") and verb is not trigger:
        # The day beside the verb is the day of the refusal.
        plan = next((c for c in trigger.children if c.dep_ == "acl"), None)
        date = date_of(trigger, plan, context.parse, sent, context.dated)
        if plan is not None and place is None:
            place = place_of(trigger, plan, context.cast)
    elif place is None:
        place = place_told(context, sent, trigger)
    people = [p for p in people if not FORMAT.match(p.name)]
    after = _after(trigger, context, sent)
    if after is not None and form == "call":
        date = after
    occasion, occasion_place = occasion_of(context, sent, trigger)
    if place is None and occasion_place is not None:
        place = occasion_place
    if date.text and status == "held" and _AHEAD.search(date.text):
        status = "planned"
    plural = trigger.tag_ in ("NNS", "NNPS") and trigger.lemma_ not in PLURAL_ONLY
    again = any(c.lower_ in ("again", "another", "next") for c in trigger.children)
    return Telling(
        trigger.i,
        sent,
        tuple(people),
        form,
        place,
        date,
        status,
        occasion,
        plural,
        expected,
        anaphoric,
        rule,
        again,
    )


def _after(trigger: Token, context: Context, sent: Sent) -> When | None:
    """A call "following the test on 11 February" was after that day; the day is not its own."""
    for item in context.dated:
        if not (trigger.i < item.first and item.last <= sent.last) or item.when.start is None:
            continue
        between = context.parse.doc[trigger.i : item.first]
        if any(t.lower_ in ("following", "after") for t in between) and any(
            t.pos_ == "NOUN" and t.i > trigger.i for t in between
        ):
            return replace(item.when, end=None, precision="range", basis="relative")
    return None


def occasion_of(context: Context, sent: Sent, trigger: Token) -> tuple[str | None, Place | None]:
    """Return what a contact is part of, in the words of the sentence, and where that is."""
    text = text_of(context, sent)
    words = None
    for match in OCCASION.finditer(text):
        start = sent.start + match.start("what")
        if start <= trigger.idx < sent.start + match.end("what"):
            continue
        words = " ".join(match["what"].split()).rstrip(" .,")
        break
    for mark in find_landmarks(text.replace("\xa0", " ")):
        name = text[mark.start : mark.end]
        if (
            mark.landmarks[0].kind != "summit"
            or sent.start + mark.start <= trigger.idx < sent.start + mark.end
        ):
            continue
        if words is None or name in words:
            place = None
            if mark.certain and mark.landmarks[0].place:
                place = Place(mark.landmarks[0].place, mark.landmarks[0].state)
            return (words or name.strip(" .,")), place
    inside = re.search(r"\bin\s+((?:[A-Z][\w.'’-]+\s?)+)$", words or "")
    return words, listed_place(inside[1]) if inside else None
