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
from detente.extract.meetings.doers import doer_of
from detente.extract.meetings.journeys import of_journey
from detente.extract.meetings.nouns import spread
from detente.extract.meetings.partners import (
    Context,
    are_people,
    is_two,
    parties_of,
    several_before,
    state_at,
    text_of,
    they,
    two_before,
    two_states,
)
from detente.extract.meetings.present import in_company, standing_by
from detente.extract.meetings.setting import place_in, summoned_to
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.together import (
    each_by_itself,
    joined_by,
    of_joint_act,
    side_by_side,
    then_with,
)
from detente.extract.meetings.unnamed import nationals
from detente.extract.meetings.visits import of_attendance, of_invitation_to, of_leading, since_then
from detente.extract.meetings.words import (
    CALL_VERBS,
    CARRY_VERBS,
    EMBRACES,
    HANDS,
    HOST_VERBS,
    JOINT_VERBS,
    MEET_VERBS,
    PHONE,
    SEE_VERBS,
    TELLS,
    TRAVEL_VERBS,
    VISIT_VERBS,
    WITH_VERBS,
    Form,
)
from detente.extract.tense import tense_at
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token


_WRITTEN = re.compile(r"\b(?:letter|statement|interview|article|tweet|note|message|telegram|cable)s?\b")


_NEAR = 4
"""How near the name of a state is to the office that it is part of."""
_PAIR = 2
_ASIDE = frozenset(("sideline", "margin", "fringe"))
_VISITS = {"invite": of_invitation_to, "attend": of_attendance, "lead": of_leading}
"""Verbs that may tell of a visit where they tell of nothing else."""


def of_verb(context: Context, sent: Sent, verb: Token) -> list[Telling]:
    """Return what a verb tells of contacts: none, one, or two for "with X and then with Y"."""
    if verb.lemma_ == "join":
        found = joined_by(context, sent, verb)
    elif verb.lemma_ in ("stand", "appear"):
        found = side_by_side(context, sent, verb)
    else:
        found = of_body_verb(context, sent, verb) or _of_verb(context, sent, verb)
    found = found or in_company(context, sent, verb)
    if found is None and (kind := _VISITS.get(verb.lemma_)) is not None:
        found = kind(context, sent, verb)
    if found is None:
        return []
    found = _with_bystanders(found, context, sent, verb)
    if verb.lemma_ == "spend":
        return then_with(found, context, sent, verb)
    if (
        any(c.lower_ == "since" for c in verb.children)
        and len(then := since_then(found, context, sent, verb)) > 1
    ):
        return then
    parted = each_by_itself(found, context, sent, verb)
    if len(parted) > 1 or found.body or verb.lemma_ not in MEET_VERBS | WITH_VERBS:
        return parted
    return spread(found, context, sent, verb)


def _with_bystanders(found: Telling, context: Context, sent: Sent, verb: Token) -> Telling:
    """Add who stands by, where people met and their sentence names others beside them."""
    if found.form not in ("meeting", "summit") or found.body or found.status not in ("held", "planned"):
        return found
    more = standing_by(context, sent, verb)
    if not more or len(found.participants) < 2:
        return found
    return replace(found, participants=tuple(unique([*found.participants, *more])))


def _of_verb(context: Context, sent: Sent, verb: Token) -> Telling | None:
    lemma = verb.lemma_
    subject = doer_of(verb)
    who = parties_of(context, [subject])
    direct = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    if lemma == "call" and not direct:
        # "X called Y on Friday" is read as if Y were what X was called.
        named = [c for c in verb.children if c.dep_ == "oprd" and c.pos_ == "PROPN"]
        direct = [c for c in named if _two_sides(who, parties_of(context, [c]))]
    partners: list[Token] = []
    form: Form = "meeting"
    if lemma in MEET_VERBS:
        if lemma == "convene" and direct:
            return None  # to convene a conference is no meeting of those who want it
        partners = [*direct, *objects(verb, "with")] if lemma == "meet" else list(objects(verb, "with"))
        if is_passive(verb):
            partners = _agents(verb)
    elif lemma in WITH_VERBS:
        made = _partners_of(context, sent, verb, who, subject)
        if made is None:
            return None
        partners, form = made
    elif lemma in HOST_VERBS:
        partners = direct
        if is_passive(verb) and lemma == "summon":
            partners = [subject] if subject is not None else []
            who = parties_of(context, _agents(verb))
        elif is_passive(verb):
            partners = _agents(verb)
            if partners and not who:
                return None
    elif lemma in CALL_VERBS or (lemma == "call" and _is_call(context, verb, who, direct)):
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
    elif lemma == "see" and _each_other(direct) and subject is not None:
        who = they(context, sent, subject) if subject.lower_ == "they" and not who else who
        direct = []
        if not are_people(who) or len(who) != _PAIR:
            return None
    elif lemma in EMBRACES and is_passive(verb) and are_people(parties_of(context, _agents(verb))):
        partners, direct = _agents(verb), []
        if not are_people(who):
            return None
    elif lemma in SEE_VERBS | EMBRACES and are_people(who) and _can_be_seen(context, lemma, direct):
        partners, form = direct, "call" if lemma == "reach" else "meeting"
    elif lemma == "ring" and are_people(parties_of(context, direct)) and are_people(who):
        partners, form = direct, "call"
    elif lemma == "get" and _gets_hold(verb):
        partners, form = [o for c in verb.children for o in objects(c, "of")], "call"
    elif (
        lemma in VISIT_VERBS
        or lemma in TRAVEL_VERBS
        or ((lemma in CARRY_VERBS | {"expect"}) and is_passive(verb))
    ):
        return of_journey(context, sent, verb, who)
    elif lemma in TELLS and (told := _told(context, sent, verb, who)) is not None:
        return told
    elif lemma in HANDS and (handed := _handed(context, sent, verb, who)) is not None:
        return handed
    elif lemma == "bring" and (brought := _brought(context, sent, verb, who)) is not None:
        return brought
    elif lemma in JOINT_VERBS:
        return of_joint_act(context, sent, verb, who)
    else:
        return None
    other = parties_of(context, partners)
    if lemma in HOST_VERBS | SEE_VERBS and len(other) > 1 and len({p.state for p in who}) == 1:
        abroad = [p for p in other if p.state != who[0].state]
        other = abroad or other  # of a group that is received, the host's own people are none
    if lemma == "sit" and not other:
        partners = []
    if lemma == "summon":
        who, other = _summoned(context, verb, subject, who, partners)
        if not who:
            return None
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
    often = [c for c in verb.children if c.dep_ == "npadvmod" and c.lemma_ == "time"]
    if often and (status != "held" or any(c.dep_ == "nummod" for c in often[0].children)):
        return None  # how often they met or will meet is no meeting
    plural_subject = bool(subject is not None and subject.tag_ in ("NNS", "CD", "DT", "PRP", "NNPS"))
    anaphoric = not other and len(people) < 2
    if lemma == "meet" and not other and subject is not None and subject.lower_ == "two":
        people = _told_since(context, sent, people) or people
    if anaphoric and subject is not None and is_two(subject) and not direct:
        people = they(context, sent, subject) if subject.lower_ == "they" else two_before(context, sent)
        people = people or who
        anaphoric = len(people) < 2
    if anaphoric and subject is not None and (several := several_before(context, sent, subject)):
        people, anaphoric = several, False
    if anaphoric and not (lemma in ("meet", "speak", "talk", "sit") and plural_subject and not direct):
        return None
    if status == "sought" and len(who) >= 2 and len({p.state for p in who}) >= 2:
        status = "planned"  # what both sides want is their plan
    place = place_of(verb, None, context.cast)
    if place is None and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in TRAVEL_VERBS:
        goals = objects(verb.head, "in", "to", "at")  # he stopped in Z to see Y
        place = next((p for goal in goals if (p := place_in(goal, context.cast))), None)
    if place is None and lemma in HOST_VERBS and not is_passive(verb):
        place = next((p for goal in objects(verb, "to") if (p := place_in(goal, context.cast))), None)
    if lemma == "summon" and place is None:
        place = summoned_to(verb, context.cast)
    if place is None and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ in TRAVEL_VERBS:
        place = summoned_to(verb.head, context.cast)  # went to the ministry to talk to Y
    found = telling(
        context, sent, verb, verb, people, form, place, status, expected, anaphoric, f"verb {lemma}"
    )
    alone = any(c.lower_ in ("separately", "privately", "alone") for c in verb.children)
    return replace(found, apart=True) if alone and len(people) == 2 else found


def _partners_of(
    context: Context, sent: Sent, verb: Token, who: list[Participant], subject: Token | None
) -> tuple[list[Token], Form] | None:
    """Return with whom somebody talks, speaks or sits, and the form; None where it is no contact."""
    lemma = verb.lemma_
    by_phone = bool(PHONE.search(text_of(context, sent)))
    long = any(o.lemma_ in ("hour", "minute", "half") for o in objects(verb, "for"))
    partners = list(objects(verb, "with"))
    if lemma == "sit":
        partners += list(objects(verb, "opposite"))
        known = are_people(parties_of(context, partners))
        if not known and not any(c.lower_ in ("down", "together", "there") for c in verb.children):
            return None
    if lemma in ("talk", "speak"):
        other = [t for t in objects(verb, "to", "with") if _apart(who, parties_of(context, [t]), long)]
        partners = other or (list(objects(verb, "with", "to")) if lemma == "speak" else partners)
        if other and not by_phone and not long and lemma == "speak":
            # "Spoke to Y on Monday" is by telephone, unless it is told where.
            placed = place_of(verb, None, context.cast) is not None
            return other, "meeting" if placed else "call"
    two = len(who) == 2 and _apart(who[:1], who[1:], True)
    aside = any(o.lemma_ in _ASIDE for o in objects(verb, "on", "at"))
    together = (
        lemma == "sit"
        or (aside and not partners)
        or (lemma in ("speak", "talk") and (by_phone or long))
        or (lemma in ("speak", "talk") and any(c.lower_ == "again" for c in verb.children))
        or (lemma == "talk" and two and not any(objects(verb, "to")))
    )
    if not (partners or (together and subject is not None)):
        return None
    if lemma in ("speak", "discuss", "chat") and not (by_phone or aside or (long and lemma == "speak")):
        return None
    return partners, "call" if by_phone else "meeting"


def _two_sides(left: list[Participant], right: list[Participant]) -> bool:
    """Say whether people known by name, of different states, are on both sides."""
    if not (are_people(left) and are_people(right)):
        return False
    mine, other = {p.state for p in left}, {p.state for p in right}
    return None not in mine | other and not mine & other


def _apart(left: list[Participant], right: list[Participant], long: bool) -> bool:
    """Say whether two people can be of two states: told so of one at least, or by hours of talk."""
    if _two_sides(left, right):
        return True
    if not (are_people(left) and are_people(right)) or len(left) != 1 or len(right) != 1:
        return False
    mine, other = left[0].state, right[0].state
    return (mine != other or (long and mine is None)) and None in (mine, other)


def _agents(verb: Token) -> list[Token]:
    """Return all whom a passive names as doers: received by X and by Y."""
    found: list[Token | None] = [agent_of(verb)]
    for child in verb.children:
        if child.dep_ == "agent":
            found += [c for by in child.conjuncts for c in by.children if c.dep_ == "pobj"]
    if found == [None]:  # "met at the foot of the steps by X": the parser hangs it deep
        found = [
            *[
                c
                for by in verb.subtree
                if by.lower_ == "by" and by.dep_ == "prep" and by.i > verb.i
                for c in by.children
                if c.dep_ == "pobj" and c.pos_ == "PROPN"
            ][:1]
        ]
    return [token for token in found if token is not None]


def _is_call(context: Context, verb: Token, who: list[Participant], direct: Sequence[Token]) -> bool:
    """To call somebody, and not to call somebody something or call on somebody."""
    return (
        bool(direct)
        and direct[0].pos_ in ("PROPN", "NOUN")
        and not any(
            c.dep_ in ("oprd", "xcomp", "ccomp", "acomp", "prt") and c.i != direct[0].i
            for c in verb.children
        )
        and not any(context.cast.at(t.i) for t in objects(verb, "for", "on"))
        and (
            bool({"phone", "telephone"} & {t.lower_ for t in verb.sent})
            or _two_sides(who, parties_of(context, direct))
        )
    )


def _told(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """X told Y, of another state, on a day or in a place: they were in contact.

    Without either, or in a letter or statement, it is no more than evidence for a contact told by
    itself.
    """
    direct = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    other = parties_of(context, direct)
    if len(who) != 1 or len(other) != 1 or not _two_sides(who, other) or sent.role != "body":
        return None
    words = text_of(context, sent).lower()
    if re.search(
        r"\b(?:letter|statement|interview|article|tweet|note|message|telegram|cable)s?\b", words
    ):
        return None
    status, expected = status_of_trigger(verb, verb, sent)
    if status != "held" or tense_at(verb, sent.role) != "past":
        return None
    form: Form = "call" if PHONE.search(words) else "meeting"
    place = place_of(verb, None, context.cast)
    found = telling(
        context,
        sent,
        verb,
        verb,
        [*who, *other],
        form,
        place,
        status,
        expected,
        False,
        f"told {verb.lemma_}",
    )
    when = found.date
    return replace(found, weak=not (when.known and (found.place or when.precision in ("day", "week"))))


def _handed(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """X handed Y a letter: they met."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if not any(c.lemma_ in ("letter", "message", "note", "invitation", "list") for c in things):
        return None
    takers = [
        *objects(verb, "to"),
        *(c for c in verb.children if c.dep_ == "dative" and c.pos_ == "PROPN"),
    ]
    other = parties_of(context, takers)
    status, expected = status_of_trigger(verb, verb, sent)
    if not _two_sides(who, other) or status is None:
        return None
    place = place_of(verb, None, context.cast)
    return telling(
        context, sent, verb, verb, unique([*who, *other]), "meeting", place, status, expected, False,
        f"handed {verb.lemma_}",
    )  # fmt: skip


def _brought(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """X brought Y and Z together: they met, and X with them where it is somebody."""
    table = any(
        o.lemma_ in ("table", "room", "roof") for o in objects(verb, "to", "into", "around", "under")
    )
    if not table and not any(c.lower_ == "together" and c.i > verb.i for c in verb.subtree):
        return None
    guests = parties_of(context, [c for c in verb.children if c.dep_ == "dobj"])
    status, expected = status_of_trigger(verb, verb, sent)
    if len(guests) < 2:
        guests = nationals(context, [c for c in verb.children if c.dep_ == "dobj"])
    if len(guests) < 2 or status is None:
        return None
    people = unique([*guests, *(p for p in who if p.kind == "person" and p.actor_id)])
    place = place_of(verb, None, context.cast)
    return telling(
        context, sent, verb, verb, people, "meeting", place, status, expected, False, "brought together"
    )


def _summoned(
    context: Context, verb: Token, subject: Token | None, who: list[Participant], guests: list[Token]
) -> tuple[list[Participant], list[Participant]]:
    """A ministry that summons an envoy: the state of the place it is in, and the envoy's state."""
    place = next(iter(places_under(verb, context.cast)), None)
    if subject is not None and place is not None and not any(p.actor_id for p in who):
        who = [p for p in [state_at(context, subject, place.state)] if p is not None]
    if subject is not None and who and who[0].kind != "state" and who[0].state:
        who = [p for p in [state_at(context, subject, who[0].state)] if p is not None]
    envoys = []
    for guest in guests:
        code = next((c for t in guest.lefts if (c := context.cast.of(t).state)), None)
        code = code or next(
            (
                n.actor.state
                for n in context.cast.inside
                if n.actor is not None and n.last <= guest.i < n.first + _NEAR
            ),
            None,
        )
        envoys += [p for p in [state_at(context, guest, code)] if p is not None]
    envoys = envoys or parties_of(context, guests)
    if is_passive(verb) and envoys and not any(p.actor_id for p in who):
        # Nobody says who summoned: the other of the two states that the article is about.
        who = [p for p in two_states(context) if p.state not in {e.state for e in envoys}][:1]
    return who, envoys


def _told_since(context: Context, sent: Sent, members: Sequence[Participant]) -> list[Participant]:
    """Return the two of two states told right before "the two" where its group was told long before."""
    near = context.parse.sents[max(0, sent.number - 3) : sent.number - 1]
    told = {
        context.cast.participant(n).actor_id for s in near for n in context.cast.within(s.first, s.last)
    }
    if any(one.actor_id in told for one in members):
        return []
    recent = two_before(context, sent)
    return recent if len({one.state for one in recent}) > 1 else []


def _can_be_seen(context: Context, lemma: str, direct: Sequence[Token]) -> bool:
    """Say whether objects are people known by name, or the ministers of named states."""
    seen = parties_of(context, direct)
    if are_people(seen):
        return True
    states = lemma == "see" and all(p.kind == "state" for p in seen)
    return bool(seen) and states and all(t.tag_ == "NNS" for t in direct)


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
