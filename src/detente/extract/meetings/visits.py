"""Visits that no verb of travel tells: invitations, attendance, a mission that somebody leads, company.

A visit needs a guest who is known or holds office in a state, and a place in another state. An
invitation to somebody's house, to a meal or to do something else is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Sent, dated_in
from detente.extract.clauses import is_negated, is_passive, objects, unique
from detente.extract.meetings.doers import doer_of
from detente.extract.meetings.journeys import host_of, is_of_a_state
from detente.extract.meetings.partners import Context, parties_of
from detente.extract.meetings.setting import place_in
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.words import STATUS_OF_VERB, VISIT_VERBS, Status
from detente.records import UNKNOWN_DATE, Participant, Place

if TYPE_CHECKING:
    from spacy.tokens import Token

_GO = VISIT_VERBS | {"come", "travel", "fly", "go"}
_TAKES = frozenset(("accept", "take", "welcome"))
_GETS = frozenset(("receive", "get", "have", "extend", "issue", "send", "renew", "repeat", "hand"))
_LEAVES = frozenset(("decline", "reject", "refuse", "turn", "spurn", "ignore"))
_CEREMONIES = frozenset(
    ("inauguration", "funeral", "wedding", "ceremony", "parade", "coronation", "burial", "memorial",
     "anniversary", "celebration", "opening", "commemoration", "unveiling", "swearing-in")
)  # fmt: skip
_MISSIONS = frozenset(("mission", "delegation", "team", "party", "group", "deputation"))
_UNDONE = frozenset(("postponed", "cancelled", "declined"))


def of_invitation_to(context: Context, sent: Sent, word: Token) -> Telling | None:
    """Return the visit that "X has invited Y to Z", "Y accepted an invitation to Z" tell of.

    The verb alone leaves it sought; accepted it is planned, turned down declined.
    """
    if word.pos_ == "VERB":
        guests = _guests(context, word)
        goals = _goals(word)
        status: Status | None = "sought"
        if any(c.lower_ in ("if", "unless", "whether") for c in word.children) or is_negated(word):
            return None
        verb = word
    else:
        taken = _taken(word)
        if taken is None:
            return None
        verb, status = taken
        offered = status == "sought" and verb.lemma_ not in ("receive", "get", "have")
        guests = parties_of(context, [*objects(word, "to")] if offered else [doer_of(verb)])
        goals = _goals(word)
        if offered and not guests:
            guests = parties_of(context, [*objects(verb, "to")])
    if status is None:
        return None
    found = _visit(context, sent, word, word, guests, goals, status, "invitation")
    if found is None:
        return None
    return found if _ahead(context, found) else replace(found, date=UNKNOWN_DATE)


def _ahead(context: Context, found: Telling) -> bool:
    """Say whether a day is one to come: the day of an invitation is not that of the visit."""
    printed = context.parse.article.published.end
    return found.date.end is None or printed is None or found.date.end >= printed


def _guests(context: Context, verb: Token) -> list[Participant]:
    deps = ("nsubjpass",) if is_passive(verb) else ("dobj", "dative")
    heads = [c for c in verb.children if c.dep_ in deps]
    return parties_of(context, heads)


def _goals(word: Token) -> list[Token]:
    """Return what follows "to" of an invitation, or is visited by its infinitive."""
    found = list(objects(word, "to"))
    for child in word.children:
        if child.dep_ in ("xcomp", "acl", "relcl", "advcl", "ccomp") and child.lemma_ in _GO:
            found += [c for c in child.children if c.dep_ == "dobj"]
            found += objects(child, "to", "in")
    return found


def _taken(noun: Token) -> tuple[Token, Status] | None:
    """Return the verb that says what became of an invitation, and the status of the visit."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.head.pos_ != "VERB":
        return None
    verb = noun.head
    lemma = verb.lemma_
    refused = any(c.lower_ in ("not", "never", "n't") for c in verb.children)
    if lemma in _LEAVES:
        if lemma == "turn" and not any(c.lower_ == "down" for c in verb.children):
            return None
        return None if refused else (verb, "declined")
    if lemma in _TAKES:
        return verb, "declined" if refused else "planned"
    return (verb, "sought") if lemma in _GETS and not refused else None


def of_attendance(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """Return the visit of who attended an inauguration, a funeral or the like in another state."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _CEREMONIES]
    if not things:
        return None
    goals = [*objects(things[0], "in", "at"), *objects(verb, "in", "at")]
    status, _ = status_of_trigger(verb, verb, sent)
    guests = parties_of(context, [doer_of(verb)])
    return _visit(context, sent, verb, verb, guests, goals, status, "verb attend") if status else None


def of_leading(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """Return the visit of who leads a mission abroad, with what became of the mission."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    at = verb
    while at.dep_ in ("xcomp", "conj"):
        at = at.head
    if at.dep_ == "relcl":
        things.append(at.head)
    mission = next((t for t in things if t.lemma_ in _MISSIONS), None)
    if mission is None:
        return None
    guests = [p for p in parties_of(context, [doer_of(verb)]) if p.kind == "person"]
    goals = [*objects(verb, "to"), *objects(mission, "to")]
    status, _ = status_of_trigger(verb, verb, sent)
    if mission.dep_ in ("nsubjpass", "dobj") and mission.head.i != verb.i:
        told = STATUS_OF_VERB.get(mission.head.lemma_)
        status = told if told in _UNDONE and not is_negated(mission.head) else status
    if status is None or not guests:
        return None
    found = _visit(context, sent, verb, verb, guests, goals, status, "verb lead", anybody=True)
    return replace(found, apart=True) if found is not None else None


def since_then(found: Telling, context: Context, sent: Sent, verb: Token) -> list[Telling]:
    """Part "the first to visit Z since Y in 2003" into the visit and the one of Y before it."""
    before = [t for t in objects(verb, "since") if t.pos_ == "PROPN"]
    others = [p for p in parties_of(context, before) if p.kind == "person"]
    if not before or len(others) != 1 or found.form not in ("visit", "meeting"):
        return [found]
    last = before[0].i
    days = [d for d in dated_in(context.dated, sent.first, sent.last) if d.first > last]
    if found.date.known and any(d.when == found.date for d in days):
        found = replace(found, date=UNKNOWN_DATE)
    if not days:
        return [found]
    hosts = [p for p in found.participants if p.kind == "state"] or found.participants[1:]
    earlier = replace(
        found, trigger=last, participants=tuple(unique([*others, *hosts])), date=days[0].when,
        status="held", expected=False, anaphoric=False, rule="since then", apart=True,
    )  # fmt: skip
    return [found, earlier]


def companion(context: Context, sent: Sent, told: Sequence[Telling]) -> Telling | None:
    """Return the visit of who "accompanied" or "travelled with" the guest of a visit told before."""
    for verb in context.parse.doc[sent.first : sent.last]:
        if verb.lemma_ != "accompany" or verb.pos_ != "VERB" or is_negated(verb):
            continue
        if is_passive(verb):
            who = [c for c in verb.children if c.dep_ == "agent" for c in c.children]
            with_whom = [doer_of(verb)]
        else:
            who = [doer_of(verb)]  # type: ignore[list-item]
            with_whom = [c for c in verb.children if c.dep_ == "dobj"]
        guests = [p for p in parties_of(context, who) if p.kind == "person" and p.actor_id]
        leads = {p.actor_id for p in parties_of(context, with_whom) if p.kind == "person"}
        if len(guests) != 1 or not leads:
            continue
        for visit in reversed(told):
            if visit.form != "visit" or visit.status not in ("held", "planned"):
                continue
            if leads & {p.actor_id for p in visit.participants} and visit.place is not None:
                hosts = [p for p in visit.participants if p.kind == "state"]
                return replace(
                    visit, trigger=verb.i, sent=sent, participants=(*guests, *hosts), apart=True,
                    rule="companion",
                )  # fmt: skip
    return None


def _visit(
    context: Context, sent: Sent, trigger: Token, verb: Token, guests: Iterable[Participant],
    goals: Sequence[Token], status: Status, rule: str, *, anybody: bool = False,
) -> Telling | None:  # fmt: skip
    """Return the visit of somebody of a state to a place in another; None without either."""
    people = [p for p in guests if anybody or is_of_a_state(p)]
    place: Place | None = next((p for goal in goals if (p := place_in(goal, context.cast))), None)
    if not people or place is None:
        return None
    hosts = host_of(context, place, goals, people)
    if not hosts:
        return None
    return telling(
        context, sent, trigger, verb, unique([*people, *hosts]), "visit", place, status, False, False,
        rule,
    )  # fmt: skip
