"""Bodies in session become tellings: a council that votes, ministers of a union, leaders of the G-20.

A body takes part as itself, with those who are named as attending. A body that merely holds a view
("the Union regrets") is none, nor is one that meets nobody on no day.
"""

from __future__ import annotations

import re
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
from detente.extract.meetings.doers import doer_of
from detente.extract.meetings.partners import Context, parties_of, text_of
from detente.extract.meetings.status import status_of_trigger
from detente.extract.meetings.telling import Telling, telling
from detente.extract.meetings.words import BODY_VERBS, Form, Status
from detente.extract.tense import tense_at
from detente.knowledge.landmarks import Landmark, summit_around
from detente.records import UNKNOWN_DATE, Participant, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEETS = frozenset(("meet", "convene", "gather", "confer", "assemble", "sit"))
_COUNCIL = re.compile(
    r"\b(?:Council|Assembly|Board|Committee|Commission|Conference|Congress|Coalition)\b", re.IGNORECASE
)
_OF_MEMBERS = frozenset(
    ("minister", "leader", "ambassador", "envoy", "council", "board", "committee", "president", "chief")
)
_SESSIONS = frozenset(("session", "meeting", "summit", "consultation"))
_ON_THE_DAY = re.compile(r"\bon the (?:same )?day of\b", re.IGNORECASE)
_AT_A_FORMAT = re.compile(r"\bat\s+the\s+(?:G|NATO|North|APEC|Asia|BRICS|SCO|Shanghai|OSCE)")
_LAST_DAYS = 7


def of_body_verb(context: Context, sent: Sent, verb: Token) -> Telling | None:
    """The council voted late on Friday; ministers of the union failed to agree in Z; the body meets."""
    if verb.lemma_ not in _MEETS and verb.lemma_ not in BODY_VERBS:
        return None
    subject = doer_of(verb)
    if subject is None or (subject.head.i != verb.i and subject.dep_ not in ("nsubj", "nsubjpass")):
        return None
    body = _body_of(context, subject)
    if body is None:
        return None
    direct = any(child.dep_ == "dobj" for child in verb.children)
    members = subject.lemma_ in _OF_MEMBERS
    meets = verb.lemma_ in _MEETS and not direct and not any(objects(verb, "with"))
    decides = verb.lemma_ in BODY_VERBS and (members or _COUNCIL.search(body.name) is not None)
    if not (meets or decides) or agent_of(verb) is not None or is_passive(verb):
        return None
    status, expected = status_of_trigger(verb, verb, sent)
    if decides and (status != "held" or tense_at(verb, sent.role) != "past" or sent.role != "body"):
        return None
    if status is None:
        return None
    place = place_of(verb, None, context.cast)
    found = telling(
        context, sent, verb, verb, [body], "meeting", place, status, expected, False,
        f"body {verb.lemma_}", body=True,
    )  # fmt: skip
    if members and (mark := _summit_of(context, body, tense_at(verb, sent.role))) is not None:
        return _at_landmark(found, mark)
    if decides and not found.date.known:
        return None
    if meets and not (found.date.known or found.place):
        return None
    return found


def of_session(context: Context, sent: Sent, noun: Token, govern: Token | None) -> Telling | None:
    """The session of a council; to attend, address or open the summit of a format, with who does."""
    if noun.lemma_ not in _SESSIONS:
        return None
    heads = [*objects(noun, "of"), *(c for c in noun.children if c.dep_ in ("compound", "nmod"))]
    body = next((b for head in heads if (b := _body_of(context, head)) is not None), None)
    attends = govern is not None and govern.lemma_ in (
        "attend",
        "join",
        "address",
        "chair",
        "skip",
        "host",
    )
    if body is None or not (attends or (noun.lemma_ == "session" and _COUNCIL.search(body.name))):
        return None
    who: list[Participant] = []
    status: Status = "held"
    expected = False
    if govern is not None and attends:
        who = [p for p in parties_of(context, [doer_of(govern)]) if p.kind == "person"]
        if not who:
            return None
        found_status, expected = status_of_trigger(noun, govern, sent)
        if found_status is None:
            return None
        status = found_status
    place = place_of(noun, govern, context.cast)
    same_day = _ON_THE_DAY.search(text_of(context, sent)) is not None
    if same_day and place is None and sent.number > 1:
        place = _place_before(context, sent)
    form: Form = "summit" if noun.lemma_ == "summit" else "meeting"
    found = telling(
        context, sent, noun, govern, unique([*who, body]), form, place, status, expected, False,
        f"session {noun.lemma_}", body=True,
    )  # fmt: skip
    if not found.date.known and same_day:
        found = replace(found, date=_day_before(context, sent))
    if not found.date.known and found.place is None:
        return None
    return found


def at_the_summit(context: Context, sent: Sent, found: list[Telling]) -> Telling | None:
    """At the G-20 everyone wished to see: the news is told from a summit that has just been held."""
    if sent.role != "body" or any(t.body for t in found):
        return None
    if _AT_A_FORMAT.search(context.parse.view.text, sent.start, sent.end) is None:
        return None
    doc = context.parse.doc
    for named in context.cast.within(sent.first, sent.last):
        first = doc[named.first]
        body = context.cast.participant(named)
        if body.kind != "organisation" or named.first < sent.first + 2:
            continue
        before = doc[named.first - 2 : named.first].text.lower()
        if before != "at the" or tense_at(first, sent.role) != "past":
            continue
        mark = _summit_of(context, body, "past")
        if mark is None:
            continue
        made = telling(
            context, sent, doc[named.last - 1], None, [body], "summit", None, "held", False, False,
            "at the summit", body=True,
        )  # fmt: skip
        return _at_landmark(made, mark)
    return None


def _at_landmark(found: Telling, mark: Landmark) -> Telling:
    when = When(mark.start, mark.end, "day" if mark.start == mark.end else "range", "inferred", None)
    place = Place(mark.place, mark.state) if mark.place else found.place
    return replace(found, form="summit", date=when, place=place)


def _body_of(context: Context, head: Token) -> Participant | None:
    """Return the body that a phrase is, or that the members it names are of."""
    named = context.cast.at(head.i)
    if named is not None and named.actor is not None:
        found = context.cast.participant(named)
        return found if found.kind == "organisation" else None
    if head.lemma_.lower() not in _OF_MEMBERS:
        return None
    for token in head.subtree:
        if token.dep_ in ("relcl", "acl"):
            break
        here = context.cast.at(token.i)
        if here is None or here.actor is None or here.actor.kind != "organisation":
            continue
        if token.i < head.i or any(c.lower_ == "of" and c.i < token.i for c in head.children):
            return context.cast.participant(here)
    return None


def _summit_of(context: Context, body: Participant, tense: str | None) -> Landmark | None:
    """Return the summit of a format that was being held or had just ended when the article appeared."""
    published = context.parse.article.published
    if published.end is None or published.precision != "day" or tense != "past":
        return None
    return summit_around(f"{body.text} {body.name}", published.end, _LAST_DAYS)


def _place_before(context: Context, sent: Sent) -> Place | None:
    """Return the one place of the sentence before."""
    before = context.parse.sents[sent.number - 2]
    doc = context.parse.doc
    places = {
        place for i in range(before.first, before.last) for place in places_under(doc[i], context.cast)
    }
    return places.pop() if len(places) == 1 else None


def _day_before(context: Context, sent: Sent) -> When:
    """Return the last day told before a sentence."""
    days = [d.when for d in context.dated if d.last <= sent.first and d.when.precision == "day"]
    return replace(days[-1], basis="inferred") if days else UNKNOWN_DATE
