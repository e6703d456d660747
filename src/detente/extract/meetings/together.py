"""People who act or stand together become a telling: agreed in Z on a day, side by side, pictured."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import (
    date_of,
    is_passive,
    key_of,
    named_place,
    objects,
    place_at,
    place_of,
    places_under,
    unique,
    verb_above,
)
from detente.extract.meetings.doers import doer_of
from detente.extract.meetings.partners import Context, are_people, parties_of, they
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.tense import tense_at
from detente.records import Participant, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = ("beside", "alongside")
_HOUSES = frozenset(("hotel", "airport", "palace", "villa", "residence", "restaurant", "embassy"))
_PAIR = 2
_PARTED = frozenset(("verb receive", "verb meet", "verb host", "verb see", "verb welcome"))
_SINGLY = frozenset(("separately", "individually"))
_EACH_OTHER = frozenset(("other", "another"))


def of_joint_act(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """X and Y agreed in Z on a day; X raised it with Y in Z on a day: they met there.

    A text "settled between the two on Thursday" is enough without a place. Where only the place is
    told ("announced it together in Z") the telling is weak: it counts with a day from elsewhere.
    """
    subject = doer_of(verb)
    between = list(objects(verb, "between"))
    if subject is not None and subject.lower_ == "they":
        who = they(context, sent, subject)
    elif is_passive(verb):
        who = parties_of(context, between)
    people = unique([*who, *parties_of(context, list(objects(verb, "with")))])
    if len(people) != 2 or not _two_sides(people):
        return None
    place = place_of(verb, None, context.cast) or _place_before_noun(verb, context)
    day = date_of(verb, verb, context.parse, sent, context.dated)
    status, _ = status_of_trigger(verb, verb, sent)
    if status != "held" or day.basis == "inferred":
        return None
    if place is None and not between and not (verb.lemma_ == "agree" and day.precision == "day"):
        return None
    together = " together " in f" {sent_text(context, sent)} " or "joint " in sent_text(context, sent)
    if not day.known and not (together and place is not None):
        return None
    found = telling(
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
    return replace(found, weak=not day.known or (place is None and not between), date=day)


def _place_before_noun(verb: Token, context: Context) -> Place | None:
    """Return the city before its hotel or airport: "announced it in a Geneva hotel"."""
    for token in verb.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in ("in", "at") and token.lemma_ in _HOUSES:
            for child in token.lefts:
                if child.dep_ == "compound" and (found := place_at(child, context.cast)):
                    return found
    return None


def side_by_side(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """X stood beside Y; X and Y appeared next to each other, side by side, together."""
    subject = doer_of(verb)
    who = parties_of(context, [subject])
    near = list(objects(verb, *_BESIDE))
    for child in verb.children:
        if child.dep_ in ("advmod", "prep") and child.lower_ == "next":
            near += list(objects(child, "to"))
    each_other = any(token.lower_ in _EACH_OTHER for token in near) or any(
        child.lower_ == "together" or (child.lower_ == "by" and child.head.lower_ == "side")
        for child in verb.subtree
    )
    people = unique([*who, *parties_of(context, near)])
    if len(people) != 2 or not _two_sides(people) or not (near or each_other):
        return None
    if near and each_other and len(who) != 2:
        return None
    if tense_at(verb, sent.role) != "past":
        return None
    place = next(
        (p for token in near if (p := next(places_under(token, context.cast), None))), None
    ) or place_of(verb, None, context.cast)
    return telling(
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
        f"beside {verb.lemma_}",
    )


def pictured(context: Context, sent: Sent) -> Telling | None:
    """A caption that shows two people of two states, and says where and on which day."""
    doc = context.parse.doc
    heads = [
        doc[named.last - 1]
        for named in context.cast.within(sent.first, sent.last)
        if named.actor is not None and named.actor.kind == "person"
    ]
    people = parties_of(context, heads)
    days = [d.when for d in context.dated if sent.first <= d.first < sent.last]
    if len(people) != 2 or not _two_sides(people) or not any(day.precision == "day" for day in days):
        return None
    first = heads[0]
    if not any(child.dep_ == "conj" for child in first.rights):
        return None
    verb = verb_above(first)
    place = place_of(first, verb, context.cast) or next(
        (
            p
            for i in range(sent.first, sent.last)
            if (p := next(places_under(doc[i], context.cast), None))
        ),
        None,
    )
    if place is None:
        return None
    found = telling(
        context, sent, first, verb, people, "meeting", place, "held", False, False, "pictured"
    )
    return replace(found, date=next(day for day in days if day.precision == "day"), place=place)


def joined_by(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """They were later joined by Z: one more meeting, with Z."""
    who = parties_of(context, [doer_of(verb)])
    guests = parties_of(context, list(objects(verb, "by")))
    people = unique([*who, *guests])
    if not is_passive(verb) or len(who) < 2 or len(people) <= len(who) or not are_people(people):
        return None
    above = verb.head if verb.dep_ == "conj" else verb
    place = place_of(verb, above, context.cast)
    status, expected = status_of_trigger(verb, verb, sent)
    if status is None:
        return None
    found = telling(
        context, sent, verb, verb, people, "meeting", place, status, expected, False, "joined by"
    )
    if found.place is None and above is not verb:
        from_above = telling(
            context, sent, above, above, people, "meeting", None, status, expected, False, "joined by"
        )
        found = replace(found, place=from_above.place)
    return replace(found, apart=True)


def then_with(found: Telling, context: Context, sent: Sent, verb: Token) -> list[Telling]:
    """Part "spent an hour with X and then two with Y" into two contacts; one stays one."""
    parts = [token for token in verb.subtree if token.dep_ == "prep" and token.lower_ == "with"]
    text = context.parse.doc
    if len(parts) != 2 or "then" not in {t.lower_ for t in text[parts[0].i : parts[1].i]}:
        return [found]
    who = parties_of(context, [doer_of(verb)])
    tellings = []
    for part in parts:
        other = parties_of(context, [c for c in part.children if c.dep_ == "pobj"])
        people = unique([*who, *other])
        if len(people) > len(who):
            tellings.append(replace(found, trigger=part.i, participants=tuple(people)))
    return tellings if len(tellings) == 2 else [found]


def each_by_itself(found: Telling, context: Context, sent: Sent, verb: Token) -> list[Telling]:
    """Part what one verb tells of two meetings: received by X and by Y; met X in June and Y in July.

    Two agents after two prepositions are two meetings, and so are two objects of whom each has a day
    after it. Everything else stays one.
    """
    if found.anaphoric or len(found.participants) < _PAIR:
        return [found]
    if any(c.lower_ in _SINGLY for c in verb.children) and found.rule in _PARTED:
        return _singly(found, context, verb)
    bys = [c for by in verb.children if by.dep_ == "agent" for c in (by, *by.conjuncts)]
    heads = [c for by in bys if by.lower_ == "by" for c in by.children if c.dep_ == "pobj"]
    days = [found.date] * _PAIR
    if len(bys) != _PAIR or len(heads) != _PAIR:
        heads, days = _each_dated(found, context, sent, verb)
    others = [parties_of(context, [head])[:1] for head in heads]
    keys = {key_of(p) for other in others for p in other}
    who = [p for p in found.participants if key_of(p) not in keys]
    if not who or not others or not all(others):
        return [found]
    places = [_place_of_each(head, context) for head in heads]
    if places[0] is None or places[0] == places[1]:
        places = [found.place] * _PAIR
    return [
        replace(
            found, trigger=head.i, participants=tuple(unique([*who, *other])), date=day,
            place=place or found.place, apart=True,
        )
        for head, other, day, place in zip(heads, others, days, places, strict=True)
    ]  # fmt: skip


def _singly(found: Telling, context: Context, verb: Token) -> list[Telling]:
    """Part "saw the ministers of A and B separately" into one meeting with each."""
    keys = {key_of(p) for p in parties_of(context, [c for c in verb.children if c.dep_ == "dobj"])}
    others = [p for p in found.participants if key_of(p) in keys]
    who = [p for p in found.participants if key_of(p) not in keys]
    if len(others) < _PAIR or not who:
        return [found]
    return [
        replace(found, trigger=verb.i + i, participants=(*who, other), apart=True)
        for i, other in enumerate(others)
    ]


def _place_of_each(head: Token, context: Context) -> Place | None:
    """Return the first place after one of two whom somebody saw: X in Y and Z in W."""
    for token in head.doc[head.i + 1 : head.i + 6]:
        if context.cast.at(token.i) is not None and context.cast.of(token).kind == "person":
            return None
        if token.dep_ == "pobj" and token.head.lower_ in ("in", "at"):
            return place_at(token, context.cast) or named_place(token, context.cast)
    return None


def separately(found: Telling, context: Context, noun: Token) -> list[Telling]:
    """Part "separate meetings with X and Y" into one with each; everything else stays one."""
    apart = any(c.lower_ in ("separate", "bilateral", "individual") for c in noun.children)
    if noun.tag_ != "NNS" or not apart or found.anaphoric:
        return [found]
    others = parties_of(context, list(objects(noun, "with")))
    keys = {key_of(p) for p in others}
    who = [p for p in found.participants if key_of(p) not in keys]
    if len(others) < _PAIR or not who:
        return [found]
    return [
        replace(found, trigger=noun.i + i, participants=(*who, other), plural=False, apart=True)
        for i, other in enumerate(others)
    ]


def _each_dated(
    found: Telling, context: Context, sent: Sent, verb: Token
) -> tuple[list[Token], list[When]]:
    """Return the two met and their days, for "met X in June 2000 and Y in October 2007"."""
    if found.rule not in _PARTED:
        return [], []
    doc = context.parse.doc
    people = [n for n in context.cast.within(verb.i + 1, sent.last) if n.mention.kind == "person"]
    dated = [d for d in context.dated if sent.first <= d.first < sent.last]
    if len(people) != _PAIR or len(dated) != _PAIR or people[1].first == 0:
        return [], []
    order = verb.i < people[0].first < dated[0].first < people[1].first < dated[1].first
    if not order or doc[people[1].first - 1].lower_ != "and":
        return [], []
    return [doc[n.last - 1] for n in people], [d.when for d in dated]


def sent_text(context: Context, sent: Sent) -> str:
    """Return the words of a sentence, in lower case."""
    return context.parse.view.text[sent.start : sent.end].lower()


def _two_sides(people: list[Participant]) -> bool:
    return are_people(people) and len({p.state for p in people}) == 2
