"""A sentence becomes the contacts it tells: a trigger, who takes part, what became of it.

A `Telling` is not yet a meeting: several sentences tell the same one, and `merging` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent
from detente.extract.cast import Cast
from detente.extract.clauses import (
    SUBJECTS,
    agent_of,
    date_of,
    is_negated,
    is_passive,
    objects,
    parties,
    place_at,
    place_of,
    subject_of,
    unique,
    verb_above,
)
from detente.extract.meetings.words import (
    CALL_VERBS,
    HOST_VERBS,
    HYPOTHETICAL,
    LIGHT_VERBS,
    MEET_VERBS,
    NOUNS,
    OCCASION,
    PHONE,
    PLURAL_ONLY,
    SEE_VERBS,
    STATUS_OF_ADJECTIVE,
    STATUS_OF_VERB,
    TIME_PREPS,
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
from detente.knowledge.registry import registry
from detente.records import Participant, Place, Statement, When

if TYPE_CHECKING:
    from spacy.tokens import Token


_AHEAD = re.compile(r"\b(?:later this|next|coming|tomorrow|upcoming)\b", re.IGNORECASE)
_ANSWERS = frozenset(("reply", "return", "respond", "answer", "take"))
_TOWARDS = frozenset(
    ("preparation", "plan", "hope", "call", "proposal", "prospect", "chance", "groundwork")
)


@dataclass(frozen=True, slots=True)
class Context:
    """What every rule reads."""

    parse: Parse
    """The article."""
    cast: Cast
    """Who is named where."""
    dated: Sequence[Dated]
    """Its dates."""
    statements: Sequence[Statement]
    """Its statements: for "I" and "we"."""


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
    for i in range(sent.first, sent.last):
        token = doc[i]
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
    who = _parties(context, [subject])
    direct = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    partners: list[Token] = []
    form: Form = "meeting"
    if lemma in MEET_VERBS:
        partners = [*direct, *objects(verb, "with")] if lemma == "meet" else list(objects(verb, "with"))
        if is_passive(verb):
            partners = [token for token in [agent_of(verb)] if token is not None]
    elif lemma in WITH_VERBS:
        if lemma == "sit" and not any(c.lower_ == "down" for c in verb.children):
            return None
        partners = list(objects(verb, "with", "to") if lemma == "speak" else objects(verb, "with"))
        by_phone = bool(PHONE.search(_text(context, sent)))
        if not partners or (lemma in ("speak", "discuss", "chat") and not by_phone):
            return None
        form = "call" if by_phone else "meeting"
    elif lemma in HOST_VERBS:
        partners = direct
        if is_passive(verb):
            partners, subject_tokens = [t for t in [agent_of(verb)] if t is not None], subject
            who = _parties(context, [subject_tokens])
    elif lemma in CALL_VERBS or (lemma == "call" and _is_call(verb, direct)):
        partners, form = direct, "call"
    elif lemma == "spend" and any(c.lemma_ in ("hour", "minute", "day", "evening") for c in direct):
        partners = [*objects(verb, "with"), *(o for c in direct for o in objects(c, "with"))]
        direct = []
        if not _are_people(_parties(context, partners)):
            return None
    elif lemma in SEE_VERBS and _are_people(_parties(context, direct)) and _are_people(who):
        partners, form = direct, "call" if lemma == "reach" else "meeting"
    elif lemma == "get" and _gets_hold(verb):
        partners, form = [o for c in verb.children for o in objects(c, "of")], "call"
    elif lemma in VISIT_VERBS or lemma in TRAVEL_VERBS:
        return _of_journey(context, sent, verb, who)
    else:
        return None
    other = _parties(context, partners)
    if partners and not other and lemma != "meet":
        return None
    if direct and not other and lemma == "meet":
        return None
    people = unique([*who, *other])
    status, expected = _status(verb, verb, sent)
    if lemma == "reach" and status != "held":
        back = re.search(r"\b(?:called|rang|phoned) back\b|\breplied\b", _text(context, sent))
        status, expected = ("held" if back else "sought"), True
    if lemma == "get":
        status, expected = "sought", tense_at(verb, sent.role) != "future"
    if status is None:
        return None
    plural_subject = bool(subject is not None and subject.tag_ in ("NNS", "CD", "DT", "PRP", "NNPS"))
    anaphoric = not other and len(people) < 2
    if anaphoric and subject is not None and _is_two(subject) and not direct:
        people = _two_before(context, sent) or people
        anaphoric = len(people) < 2
    if anaphoric and not (lemma == "meet" and plural_subject and not direct):
        return None
    place = place_of(verb, None, context.cast)
    return _telling(
        context, sent, verb, verb, people, form, place, status, expected, anaphoric, f"verb {lemma}"
    )


def _of_journey(context: Context, sent: Sent, verb: Token, who: list[Participant]) -> Telling | None:
    """A visit has a visitor who is a person, and a host: the state that is visited."""
    people = [p for p in who if p.kind == "person"]
    goals = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ in VISIT_VERBS else []
    goals += list(objects(verb, "to", "in") if verb.lemma_ in TRAVEL_VERBS else [])
    place = next((p for goal in goals if (p := place_at(goal, context.cast))), None)
    hosts = [
        p for p in _parties(context, goals if verb.lemma_ in VISIT_VERBS else []) if p.kind == "person"
    ]
    if not people or (place is None and not hosts):
        return None
    status, expected = _status(verb, verb, sent)
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
            start, end = context.parse.view.to_raw(goal.idx, goal.idx + len(goal))
            return [
                Participant(
                    name=registry().actor(f"state:{place.state}").name,
                    text=goal.text, actor_id=f"state:{place.state}", kind="state",
                    state=place.state, start=start, end=end,
                )
            ]  # fmt: skip
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
    govern = _governor(noun)
    verb = govern if govern is not None else verb_above(noun)
    named = _beside(context, noun, verb if govern is not None else None, form)
    people = list(named)
    if len(people) < 2 and verb is not None:
        people = unique([*_understood(context, noun, verb, govern is not None), *named])
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children):
        return None
    if any(c.lower_ in HYPOTHETICAL for c in noun.children):
        return None
    status, expected = (
        _status(noun, verb, sent) if govern is not None else _status_beside(noun, verb, sent)
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
        people = _pair_before(context, noun, sent) or people
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


def _governor(noun: Token) -> Token | None:
    """Return the light verb that a noun is object or passive subject of: they held talks."""
    at = noun
    if at.dep_ == "conj":
        at = at.head
    if at.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and at.head.pos_ in ("VERB", "AUX"):
        away = any(c.dep_ == "prt" and c.lower_ in ("off", "down") for c in at.head.children)
        return at.head if away or at.head.lemma_ in LIGHT_VERBS else None
    if at.dep_ == "pobj" and at.head.lower_ in ("for", "to", "off", "up", "out", "in", "into"):
        verb = at.head.head
        if verb.pos_ == "VERB" and verb.lemma_ in (
            "call",
            "sit",
            "come",
            "go",
            "ask",
            "agree",
            "push",
            "attend",
        ):
            return verb
    if at.dep_ == "nsubj" and at.head.lemma_ in ("take", "begin", "open", "end", "follow", "occur"):
        return at.head
    return None


def _beside(context: Context, noun: Token, govern: Token | None, form: Form) -> list[Participant]:
    """Return who is named beside the noun: its possessor, those after with, between, of; A-B talks."""
    heads: list[Token | None] = []
    for child in noun.children:
        if child.dep_ == "poss":
            heads.append(child)
        elif child.dep_ in ("compound", "nmod", "amod", "npadvmod") and child.i < noun.i:
            pair = _pair(context, child, noun)
            heads += pair
        elif child.dep_ == "relcl":
            subject = next((c for c in child.children if c.dep_ in SUBJECTS), None)
            if subject is not None and subject.tag_ not in ("WDT", "WP"):
                heads.append(subject)
            heads += list(objects(child, "with", "between"))
        elif child.dep_ == "acl":
            heads += list(objects(child, "with", "between"))
    preps = ["with", "between", "among"]
    preps += ["from", "to"] if form == "call" else []
    preps += ["of", "by"] if form in ("meeting", "summit") else ["by"]
    heads += list(objects(noun, *preps))
    for token in noun.children:
        if token.dep_ == "prep":
            for inner in token.children:
                if inner.dep_ == "pobj" and inner.pos_ == "PROPN":
                    heads += list(objects(inner, "with"))
        if token.dep_ in ("appos", "conj") and token.lemma_ in NOUNS:
            heads += list(objects(token, "with", "between"))
    if govern is not None:
        heads += list(objects(govern, "with", "between"))
        for child in govern.children:
            if child.dep_ in ("prep", "npadvmod") and child.i > noun.i:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        heads += list(objects(inner, "with"))
    return _parties(context, heads)


def _pair(context: Context, child: Token, noun: Token) -> list[Token | None]:
    """Return two names joined by a hyphen before a noun: the Kerry-Putin meeting, US-Russia talks."""
    doc = context.parse.doc
    first = child.left_edge.i
    names = [i for i in range(first, noun.i) if context.cast.at(i) is not None]
    starts: list[Token | None] = []
    seen = set()
    for i in names:
        named = context.cast.at(i)
        if named is not None and named.first not in seen:
            seen.add(named.first)
            starts.append(doc[named.last - 1])
    if len(starts) == 2 and starts[0] is not None and starts[1] is not None:
        between = doc[starts[0].i + 1 : starts[1].i].text.strip()
        if between in ("-", "–", "—", "/", ""):
            return starts
    return []


def _pair_before(context: Context, noun: Token, sent: Sent) -> list[Participant]:
    """Return the last two people joined by "and" before "their" in the sentence."""
    for i in range(noun.i - 1, sent.first - 1, -1):
        token = context.parse.doc[i]
        if any(child.dep_ == "conj" for child in token.rights):
            people = [p for p in _parties(context, [token]) if p.kind == "person"]
            if len(people) == 2:
                return people
    return []


def _understood(context: Context, noun: Token, verb: Token, governed: bool) -> list[Participant]:
    """Return who takes part as the subject: X held a meeting with Y; X said after talks with Y."""
    if not governed:
        at = noun
        if at.dep_ == "conj":
            at = at.head
        if at.dep_ not in ("pobj", "pcomp") or at.head.lower_ not in TIME_PREPS:
            if not (
                at.dep_ == "pobj"
                and at.head.lower_ == "to"
                and at.head.head.lemma_ in ("reply", "return")
            ):
                return []
        elif at.head.dep_ not in ("prep", "mark", "advmod", "pcomp") and at.head.tag_ not in (
            "VBG",
            "IN",
        ):
            return []
    if verb.lower_ == "following" and verb.head.pos_ == "VERB":
        verb = verb.head
    if is_passive(verb) and governed:
        agent = agent_of(verb)
        return _parties(context, [agent] if agent is not None else [])
    return _parties(context, [subject_of(verb)])


def _status(trigger: Token, verb: Token | None, sent: Sent) -> tuple[Status | None, bool]:
    """Return what became of a contact, and whether it was only expected at the time of a past sentence.

    None when the sentence does not say that there is, was or will be one: denied, merely possible,
    conditional.
    """
    for child in trigger.children:
        if child.dep_ in ("amod", "advmod") and child.lower_ in STATUS_OF_ADJECTIVE:
            return STATUS_OF_ADJECTIVE[child.lower_], False
    at = verb if verb is not None else trigger
    expected = False
    chain = []
    for _ in range(4):
        chain.append(at)
        if at.dep_ in ("xcomp", "acl", "oprd") or (
            at.dep_ in ("ccomp", "conj") and at.tag_ in ("VB", "VBG")
        ):
            at = at.head
        else:
            break
    negated = any(is_negated(token) for token in chain)
    if any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for t in chain for c in t.children
    ):
        return None, False
    for token in chain:
        status = STATUS_OF_VERB.get(token.lemma_) or STATUS_OF_VERB.get(token.lower_)
        if token is trigger or status is None:
            if token.lemma_ == "call" and any(c.lower_ == "off" for c in token.children):
                return "cancelled", False
            if token.lemma_ == "put" and any(c.lower_ == "off" for c in token.children):
                return "postponed", False
            if token.lemma_ == "turn" and any(c.lower_ == "down" for c in token.children):
                return "declined", False
            continue
        if negated:
            return ("planned", False) if _but_until(chain) else (None, False)
        if status in ("planned", "sought") and tense_at(token, sent.role) == "past":
            expected = True
        return status, expected
    if negated:
        return ("planned", False) if _but_until(chain) else (None, False)
    modals = {c.lower_ for token in chain for c in token.children if c.dep_ == "aux"}
    if modals & {"may", "might", "could", "can", "should"}:
        return None, False
    top = chain[-1]
    if modals & {"to"} and top.dep_ in ("ROOT", "ccomp", "xcomp") and top.lemma_ == "be":
        return "planned", tense_at(top, sent.role) == "past"
    if trigger.dep_ == "pobj" and trigger.head.lower_ in ("before", "ahead", "until"):
        return "planned", True
    tense = tense_at(verb if verb is not None else trigger, sent.role)
    if tense == "future":
        past = any(c.tag_ == "VBD" for token in chain for c in (token, *token.children))
        return "planned", past
    return "held", False


def _status_beside(noun: Token, verb: Token | None, sent: Sent) -> tuple[Status | None, bool]:
    """Return the status of a contact that is named in passing: after talks with, at a meeting with.

    What the verb denies is not the meeting ("did not raise it at a meeting with"). Under a bare
    infinitive ("no wish to ease talks between") there is none.
    """
    for child in noun.children:
        if child.dep_ in ("amod", "advmod") and child.lower_ in STATUS_OF_ADJECTIVE:
            return STATUS_OF_ADJECTIVE[child.lower_], False
    at = noun
    preps: list[str] = []
    while at.head.i != at.i and at.head.pos_ not in ("VERB", "AUX"):
        at = at.head
        if at.lemma_ in _TOWARDS and at.pos_ == "NOUN":
            return "planned", False
        if at.dep_ in ("prep", "mark", "pcomp"):
            preps.append(at.lower_)
    if at.dep_ in ("prep", "mark"):
        preps.append(at.lower_)
    if "before" in preps or "ahead" in preps:
        return "planned", True
    timely = any(prep in TIME_PREPS for prep in preps)
    if verb is not None and any(c.lower_ in ("due", "expected", "scheduled") for c in verb.children):
        return "planned", False
    tense = tense_at(noun, sent.role)
    if verb is not None and verb.lemma_ in _ANSWERS:
        return "held", False
    if verb is not None and not timely and verb.tag_ == "VB":
        return None, False
    if verb is not None and any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in verb.children
    ):
        return None, False
    if verb is not None and any(
        c.dep_ == "aux" and c.lower_ in ("may", "might", "could", "should") for c in verb.children
    ):
        return None, False
    if tense == "future":
        return "planned", False
    return "held", False


def _but_until(chain: Sequence[Token]) -> bool:
    """Not until September is a plan for September."""
    return any(
        c.lower_ in ("until", "till", "before") and c.dep_ in ("prep", "mark")
        for token in chain
        for c in token.subtree
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


def _is_two(subject: Token) -> bool:
    """Say whether a subject means two: the two, both, the two presidents, the two men."""
    return subject.lower_ in ("two", "both", "pair") or any(
        c.lower_ in ("two", "both") for c in subject.children
    )


def _two_before(context: Context, sent: Sent) -> list[Participant]:
    """Return the two people named last before "the two", in the sentence or two before it."""
    for back in (1, 2):
        sents = context.parse.sents[max(0, sent.number - 1 - back) : sent.number - 1]
        sents = tuple(s for s in sents if s.role == "body")
        tokens = [context.parse.doc[i] for s in sents for i in range(s.first, s.last)]
        named = _parties(context, [t for t in tokens if context.cast.at(t.i)])
        people = unique(p for p in named if p.kind == "person" and p.actor_id)
        if len(people) == 2:
            return people
        if len(people) > 2:
            return []
    return []


def _are_people(participants: Sequence[Participant]) -> bool:
    return bool(participants) and all(p.kind == "person" and p.actor_id for p in participants)


def _gets_hold(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ == "hold" for c in verb.children)


def _parties(context: Context, heads: Sequence[Token | None]) -> list[Participant]:
    return parties(heads, context.parse, context.cast, context.statements)


def _text(context: Context, sent: Sent) -> str:
    return context.parse.view.text[sent.start : sent.end]


def _telling(
    context: Context, sent: Sent, trigger: Token, verb: Token | None, people: Sequence[Participant],
    form: Form, place: Place | None, status: Status, expected: bool, anaphoric: bool, rule: str,
) -> Telling:  # fmt: skip
    date = date_of(trigger, verb, context.parse, sent, context.dated)
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
    text = _text(context, sent)
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
