"""Journeys become visits: a traveller who is a person, the state that receives, the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Sent
from detente.extract.clauses import agent_of, objects, place_at, unique
from detente.extract.meetings.around import dateline_of
from detente.extract.meetings.doers import doer_of
from detente.extract.meetings.partners import Context, parties_of, state_at
from detente.extract.meetings.setting import is_futurate, place_in
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.words import CARRY_VERBS, SEE_VERBS, TRAVEL_VERBS, VISIT_VERBS, Status
from detente.extract.tense import tense_at
from detente.knowledge.places import venue_of
from detente.records import Participant, Place

if TYPE_CHECKING:
    from spacy.tokens import Token


_AHEAD = frozenset(("due", "expected", "scheduled"))
_OFFICES = frozenset(
    ("prince", "minister", "president", "king", "emir", "sultan", "premier", "chancellor", "queen",
     "secretary", "envoy", "ambassador", "pope")
)  # fmt: skip
_OCCASIONS = frozenset(
    ("assembly", "summit", "conference", "funeral", "ceremony", "session", "visit", "inauguration",
     "forum", "congress", "celebration")
)  # fmt: skip
"""What somebody is in another state for."""
_PUBLIC = re.compile(
    r"\b(?:minister|president|premier|chancellor|king|queen|prince|emir|sultan|pope|envoy|ambassador"
    r"|adviser|advisor|senator|lawmaker|governor|general|admiral|commissioner|diplomat|negotiator"
    r"|(?:foreign|defen[cs]e|home|treasury|cabinet|state) secretary|secretary (?:general|of state))\b",
    re.IGNORECASE,
)
"""What those are called who act for a state, where the article alone knows them."""
_PARTIES = frozenset(
    ("delegation", "team", "group", "mission", "chamber", "guild", "association", "orchestra",
     "squadron")
)  # fmt: skip


def of_journey(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """A visit has a visitor who is a person, and a host: the state that is visited."""
    if verb.lemma_ in CARRY_VERBS:
        who = parties_of(context, [agent_of(verb)])
    people = [p for p in who if p.kind == "person"]
    if not any(is_of_a_state(p) or p.actor_id is None for p in people):
        people = []
    goals = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ in VISIT_VERBS else []
    if verb.lemma_ in TRAVEL_VERBS or verb.lemma_ in CARRY_VERBS | {"expect"}:
        goals += list(objects(verb, "to", "in"))
    place = next((p for goal in goals if (p := place_in(goal, context.cast))), None)
    if verb.lemma_ == "leave":
        if verb.tag_ != "VBD":
            return None
        goals = [*objects(verb, "for")] or [c for c in verb.children if c.dep_ == "dobj"]
        place = next((p for goal in goals if (p := place_in(goal, context.cast))), None)
    if verb.lemma_ == "shuttle":
        return _shuttle(context, sent, verb, people)
    if verb.tag_ == "VB" and verb.head.lemma_ in ("invite", "invitation"):
        return None  # the invitation tells it
    if verb.lemma_ in TRAVEL_VERBS and _for_a_meeting(verb):
        return None  # a journey told through its one meeting is that meeting
    arrived = (
        verb.lemma_ in ("arrive", "land") and verb.tag_ != "VBG" and tense_at(verb, sent.role) == "past"
    )
    if place is None and verb.lemma_ in TRAVEL_VERBS and is_here(verb):
        place = dateline_of(context.parse)
    if place is None and not goals and people and arrived:
        place = _place_around(context, sent)
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
        hosts = host_of(context, place, goals, people)
        if not hosts:
            return None
    found = telling(
        context, sent, verb, verb, unique([*people, *hosts]), "visit", place, status, expected, False,
        f"verb {verb.lemma_}",
    )  # fmt: skip
    if status == "planned" and _is_to_a_summit(verb, goals):
        found = replace(found, form="summit")
    return None if verb.lemma_ == "leave" and found.date.precision != "day" else found


def _shuttle(context: Context, sent: Sent, verb: Token, people: list[Participant]) -> Telling | None:
    """Return one visit without a place for a tour of several capitals told in one breath."""
    stops = [t for head in objects(verb, "among", "between") for t in (head, *head.conjuncts)]
    places = [p for stop in stops if (p := place_in(stop, context.cast))]
    status, expected = status_of_trigger(verb, verb, sent)
    if len(people) != 1 or len(places) < 2 or status is None:
        return None
    above = verb.head if verb.dep_ in ("advcl", "xcomp") else verb
    found = telling(
        context, sent, verb, above, people, "visit", None, status, expected, False, "verb shuttle",
        body=True,
    )  # fmt: skip
    return replace(found, place=None) if found.date.known else None


def of_stay(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """X was in Z on a day, is due in Z in October: a visit, if Z is not X's own state.

    Where the sentence names whom X meets there, the meeting is the row.
    """
    due = next(
        (
            c
            for c in verb.children
            if c.dep_ == "acomp" and c.lower_ in ("due", "expected", "scheduled")
        ),
        None,
    )
    goals = list(objects(due if due is not None else verb, "in"))
    if not goals and not is_here(verb):
        return None
    subject = doer_of(verb)
    if subject is None or (subject.tag_ in ("NN", "NNS") and context.cast.at(subject.i) is None):
        return None
    people = [p for p in parties_of(context, [subject]) if p.kind == "person" and p.actor_id]
    people = people or _by_office(context, subject)
    place = next((p for goal in goals if (p := place_in(goal, context.cast))), None)
    if place is None and is_here(verb):
        place = dateline_of(context.parse)
    if len(people) != 1 or place is None or people[0].state == place.state:
        return None
    if not any(map(is_of_a_state, people)) and people[0].kind == "person" and people[0].actor_id:
        return None
    hosts = host_of(context, place, goals, people)
    status: Status = "planned" if due is not None else "held"
    if due is None and tense_at(verb, sent.role) != "past":
        return None
    found = telling(
        context,
        sent,
        verb,
        verb,
        unique([*people, *hosts]),
        "visit",
        place,
        status,
        False,
        False,
        "stay",
    )
    dated = found.date.known and found.date.basis != "inferred"
    there_for = any(head.lemma_.lower() in _OCCASIONS for head in objects(verb, "for"))
    return found if hosts and (dated or there_for) else None


def is_here(verb: Token) -> bool:
    """Say whether a verb has "here" beside it: where the article is reported from."""
    return any(c.lower_ == "here" and c.dep_ == "advmod" for c in verb.children)


def is_of_a_state(one: Participant) -> bool:
    """Say whether somebody is known or acts for a state: anybody else may be anywhere.

    >>> is_of_a_state(Participant("Jane Roe", "Jane Roe", "local:jane-roe", "person"))
    False
    """
    if one.kind != "person" or one.actor_id is None:
        return False
    known = not one.actor_id.startswith("local:")
    told = _PUBLIC.search(one.affiliation or "") is not None
    return known or one.state is not None or bool(one.office) or told


def _by_office(context: Context, subject: Token) -> list[Participant]:
    """Return somebody told by an office of a state alone: the crown prince of Abu Dhabi."""
    if subject.lemma_.lower() not in _OFFICES or subject.tag_ not in ("NN", "NNP"):
        return []
    one = context.cast.of(subject)
    return [replace(one, kind="person")] if one.state and one.actor_id is None else []


def of_visit(
    context: Context, sent: Sent, noun: Token, verb: Token | None, people: list[Participant],
    place: Place | None, status: Status, expected: bool,
) -> Telling | None:  # fmt: skip
    """Return the visit that a noun names, with who goes and who receives; None without either."""
    goals = [*objects(noun, "to")]
    if not goals and verb is not None and verb.lemma_ in ("make", "pay", "begin", "start", "plan"):
        goals = list(objects(verb, "to"))
    for child in noun.children:
        if child.dep_ == "appos":
            goals += list(objects(child, "to"))
    place = next((p for goal in goals if (p := place_at(goal, context.cast))), None) or (
        place if goals else None
    )
    people = [p for p in people if p.kind == "person"] or [
        p for p in parties_of(context, list(objects(noun, "of", "by"))) if p.kind == "person"
    ]
    people = people or _party(context, noun)
    if people and place is None and not goals:
        found = telling(
            context,
            sent,
            noun,
            verb,
            people,
            "visit",
            None,
            status,
            expected,
            False,
            f"noun {noun.lemma_}",
        )
        stated = found.date.known and found.date.basis in ("stated", "relative")
        return replace(found, body=True) if stated and status == "held" else None
    if not people or place is None:
        return None
    hosts = host_of(context, place, goals, people)
    if not hosts:
        return None
    return telling(
        context, sent, noun, verb, unique([*people, *hosts]), "visit", place, status, expected, False,
        f"noun {noun.lemma_}",
    )  # fmt: skip


def _party(context: Context, noun: Token) -> list[Participant]:
    """Return the visitor that is no person: a visit by a delegation, by a chamber of trade."""
    for head in objects(noun, "by"):
        one = context.cast.of(head)
        words = one.text
        if head.lemma_.lower() in _PARTIES or one.kind == "organisation" or head.pos_ == "PROPN":
            name = words.partition(",")[0].removeprefix("the ").strip(" ,.")
            return [replace(one, kind="group", name=name, actor_id=one.actor_id)]
    return []


def host_of(
    context: Context, place: Place, goals: Sequence[Token], guests: Sequence[Participant]
) -> list[Participant]:
    """The state a place lies in receives a visitor, unless the visitor is its own."""
    if place.state is None or any(guest.state == place.state for guest in guests):
        return []
    for goal in goals:
        participant = context.cast.of(goal)
        if participant.kind == "state" and participant.actor_id:
            return [participant]
    token = goals[0] if goals else None
    if token is None and guests and (named := context.cast.within(0, len(context.parse.doc))):
        token = context.parse.doc[named[0].first]
    return (
        [p for p in [state_at(context, token, place.state)] if p is not None]
        if token is not None
        else []
    )


def _is_to_a_summit(verb: Token, goals: Sequence[Token]) -> bool:
    """Say whether who is due goes to a summit: in Z for the summit, in Z, where they hold theirs."""
    for token in (verb, *goals, *(c for c in verb.children if c.dep_ == "acomp")):
        if any(head.lemma_ == "summit" for head in objects(token, "for")):
            return True
        for clause in token.children:
            where = any(c.lower_ == "where" for c in clause.children)
            if clause.dep_ == "relcl" and where and any(c.lemma_ == "summit" for c in clause.children):
                return True
    return False


def _for_a_meeting(verb: Token) -> bool:
    """Say whether a journey's purpose is named with it: arrive in Z to see X."""
    return any(
        child.dep_ in ("advcl", "xcomp")
        and child.tag_ == "VB"
        and (child.lemma_ in SEE_VERBS or child.lemma_ in ("meet", "confer"))
        and any(c.dep_ in ("dobj", "prep") for c in child.children)
        for child in verb.children
    )


def _place_around(context: Context, sent: Sent) -> Place | None:
    """Return the one city that the sentences around an arrival are about: "he arrived on 7 May"."""
    cities: dict[str, Place] = {}
    for near in context.parse.sents[max(0, sent.number - 3) : sent.number + 1]:
        for named in context.cast.within(near.first, near.last):
            venue = venue_of(named.mention.text)
            if venue is not None:
                cities[venue.city] = Place(venue.city, venue.state)
    return next(iter(cities.values())) if len(cities) == 1 else None
