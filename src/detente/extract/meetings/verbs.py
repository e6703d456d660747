"""A verb of contact becomes tellings: met, received, telephoned, spent an hour with, kept waiting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import (
    agent_of,
    is_passive,
    objects,
    place_of,
    places_under,
    unique,
)
from detente.extract.meetings.bodies import of_body_verb
from detente.extract.meetings.journeys import of_journey
from detente.extract.meetings.partners import (
    Context,
    are_people,
    doer_of,
    is_two,
    parties_of,
    state_at,
    text_of,
    they,
    two_before,
)
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.together import joined_by, of_joint_act, side_by_side, then_with
from detente.extract.meetings.words import (
    CALL_VERBS,
    CARRY_VERBS,
    HOST_VERBS,
    JOINT_VERBS,
    MEET_VERBS,
    PHONE,
    SEE_VERBS,
    TRAVEL_VERBS,
    VISIT_VERBS,
    WITH_VERBS,
    Form,
)
from detente.extract.tense import tense_at
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_verb(context: Context, sent: Sent, verb: Token) -> list[Telling]:
    """Return what a verb tells of contacts: none, one, or two for "with X and then with Y"."""
    if verb.lemma_ == "join":
        found = joined_by(context, sent, verb)
    elif verb.lemma_ in ("stand", "appear"):
        found = side_by_side(context, sent, verb)
    else:
        found = _of_verb(context, sent, verb) or of_body_verb(context, sent, verb)
    if found is None:
        return []
    return then_with(found, context, sent, verb) if verb.lemma_ == "spend" else [found]


def _of_verb(context: Context, sent: Sent, verb: Token) -> Telling | None:
    lemma = verb.lemma_
    subject = doer_of(verb)
    who = parties_of(context, [subject])
    direct = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    partners: list[Token] = []
    form: Form = "meeting"
    if lemma in MEET_VERBS:
        if lemma == "convene" and direct:
            return None  # to convene a conference is no meeting of those who want it
        partners = [*direct, *objects(verb, "with")] if lemma == "meet" else list(objects(verb, "with"))
        if is_passive(verb):
            partners = [token for token in [agent_of(verb)] if token is not None]
    elif lemma in WITH_VERBS:
        if lemma == "sit" and not any(c.lower_ in ("down", "together", "there") for c in verb.children):
            return None
        partners = list(objects(verb, "with", "to") if lemma == "speak" else objects(verb, "with"))
        by_phone = bool(PHONE.search(text_of(context, sent)))
        long = any(o.lemma_ in ("hour", "minute", "half") for o in objects(verb, "for"))
        two = are_people(who) and len(who) == 2 and len({p.state for p in who}) == 2
        together = (
            lemma == "sit"
            or (lemma in ("speak", "talk") and (by_phone or long))
            or (lemma == "talk" and two and not any(objects(verb, "to")))
        )
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
    elif lemma == "see" and _each_other(direct) and are_people(who) and len(who) == 2:
        direct = []
    elif lemma in SEE_VERBS and are_people(parties_of(context, direct)) and are_people(who):
        partners, form = direct, "call" if lemma == "reach" else "meeting"
    elif lemma == "get" and _gets_hold(verb):
        partners, form = [o for c in verb.children for o in objects(c, "of")], "call"
    elif (
        lemma in VISIT_VERBS
        or lemma in TRAVEL_VERBS
        or (lemma in CARRY_VERBS | {"expect"} and is_passive(verb))
    ):
        return of_journey(context, sent, verb, who)
    elif lemma in JOINT_VERBS:
        return of_joint_act(context, sent, verb, who)
    else:
        return None
    other = parties_of(context, partners)
    if lemma == "sit" and not other:
        partners = []
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
        people = they(context, sent, subject) if subject.lower_ == "they" else two_before(context, sent)
        people = people or who
        anaphoric = len(people) < 2
    if anaphoric and not (lemma in ("meet", "speak", "talk", "sit") and plural_subject and not direct):
        return None
    if status == "sought" and len(who) >= 2 and len({p.state for p in who}) >= 2:
        status = "planned"  # what both sides want is their plan
    place = place_of(verb, None, context.cast)
    found = telling(
        context, sent, verb, verb, people, form, place, status, expected, anaphoric, f"verb {lemma}"
    )
    alone = any(c.lower_ in ("separately", "privately", "alone") for c in verb.children)
    return replace(found, apart=True) if alone and len(people) == 2 else found


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


def _each_other(direct: Sequence[Token]) -> bool:
    """Say whether an object is "each other"."""
    return any(token.lower_ in ("other", "another") for token in direct)


def _kept_waiting(verb: Token) -> Token | None:
    """Return who is kept waiting: object of "keep" or subject of the "waiting" under it."""
    waiting = next((c for c in verb.children if c.lower_ == "waiting"), None)
    if waiting is None:
        return None
    tokens = (*waiting.children, *verb.children)
    return next((c for c in tokens if c.dep_ in ("nsubj", "dobj") and c.i > verb.i), None)


def _gets_hold(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ == "hold" for c in verb.children)
