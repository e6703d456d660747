"""What became of a contact: held, planned, sought, put off, called off, declined, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from detente.document import Sent
from detente.extract.clauses import (
    is_negated,
)
from detente.extract.meetings.doers import is_the_first
from detente.extract.meetings.setting import is_futurate
from detente.extract.meetings.words import (
    LEAVES,
    STATUS_OF_ADJECTIVE,
    STATUS_OF_NOUN,
    STATUS_OF_VERB,
    TIME_PREPS,
    Status,
)
from detente.extract.tense import tense_at

if TYPE_CHECKING:
    from spacy.tokens import Token


_GUESSES = frozenset(("expect", "hope", "think", "suspect"))
_ANSWERS = frozenset(("reply", "return", "respond", "answer", "take"))
_NO_MORE = frozenset(
    (
        "condition",
        "basis",
        "framework",
        "readiness",
        "hope",
        "prospect",
        "chance",
        "appetite",
        "need",
        "pessimism",
        "optimism",
        "doubt",
        "idea",
        "possibility",
        "speculation",
        "immunity",
        "permission",
        "right",
        "visa",
    )
)
"""What is for talks without their being planned: hopes for a dialogue, conditions for one."""
_FORECASTS = frozenset(("predict", "forecast", "foresee", "bet", "guess", "doubt"))
_TOWARDS = frozenset(
    (
        "preparation",
        "plan",
        "call",
        "proposal",
        "groundwork",
        "date",
        "timetable",
    )
)


_ASKS = frozenset(
    ("ask", "propose", "suggest", "urge", "demand", "request", "insist", "recommend", "require")
)
"""Verbs whose "that" tells what is asked for."""
_WILLING = frozenset(("ready", "willing", "prepared", "open", "keen", "eager"))
_DIARIES = frozenset(("calendar", "card", "agenda", "programme", "program", "schedule", "diary"))
_AS_PLANNED = frozenset(("plan", "schedule", "arrange", "intend"))
_MERITS = frozenset(
    ("utility", "usefulness", "value", "wisdom", "merit", "idea", "notion", "worth", "need")
)
"""What is weighed of a contact that nobody says was held: the utility of a summit."""
_ARRANGED = frozenset(("plan", "schedule", "slate", "agree", "arrange", "foresee", "pencil"))
_HELD = frozenset(
    ("hold", "have", "attend", "host", "conclude", "finish", "begin", "open", "end", "close", "take",
     "last", "go", "produce", "yield", "bring")
)  # fmt: skip
"""Verbs that say of a contact, planned as it may have been, that it was held."""
_REFUSES = frozenset(("refuse", "rebuff", "reject", "turn", "snub", "spurn", "deny"))
_SINGLE = frozenset(("summit", "meeting", "visit", "trip"))
"""Contacts that whoever withdraws from them calls off; talks go on without one of several."""


def status_of_trigger(trigger: Token, verb: Token | None, sent: Sent) -> tuple[Status | None, bool]:
    """Return what became of a contact, and whether it was only expected at the time of a past sentence.

    None when the sentence does not say that there is, was or will be one: denied, merely possible,
    conditional.
    """
    for child in trigger.children:
        if child.dep_ in ("amod", "advmod") and child.lower_ in STATUS_OF_ADJECTIVE:
            return STATUS_OF_ADJECTIVE[child.lower_], False
    if (told := _of_clause(trigger)) is not None:
        return told, False
    if _off_too(trigger):
        return "cancelled", False
    if (listed := _on_calendar(trigger)) is not None:
        return listed or None, False
    at = verb if verb is not None else trigger
    if at.dep_ == "pcomp" and at.head.head.lemma_ in _NO_MORE:
        return None, False  # pessimism over holding talks
    if at.dep_ == "ccomp" and at.head.lemma_ in _FORECASTS:
        return None, False  # who predicts that two will meet has arranged nothing
    expected = False
    chain = []
    for _ in range(4):
        chain.append(at)
        if at.dep_ in ("xcomp", "acl", "oprd") or (
            at.dep_ in ("ccomp", "conj") and (at.tag_ in ("VB", "VBG") or _asked_that(at))
        ):
            at = at.head
        else:
            break
    negated = any(is_negated(token) or _not_yet(token) for token in chain)
    if any(_as_planned(t) for t in chain):
        return "planned", False
    if any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for t in chain for c in t.children
    ):
        return None, False
    if any(_is_ready(token) for token in chain):
        return "sought", False
    for token in chain:
        status = STATUS_OF_VERB.get(token.lemma_) or STATUS_OF_VERB.get(token.lower_)
        if trigger.pos_ == "NOUN" and not negated and _left(trigger, token, ("of", "from")):
            return "cancelled", False
        if status == "sought" and trigger is not token and _rebuffed(token):
            return "declined", False
        if token is trigger or status is None:
            if token.lemma_ == "call" and any(c.lower_ == "off" for c in token.children):
                return "cancelled", False
            if token.lemma_ == "put" and any(c.lower_ == "off" for c in token.children):
                return "postponed", False
            if token.lemma_ == "be" and any(c.lower_ == "off" for c in token.children):
                return "cancelled", False
            if token.lemma_ == "break" and any(c.lower_ == "off" for c in token.children):
                return "postponed", False
            if (
                trigger.pos_ == "NOUN"
                and token.lemma_ == "call"
                and any(c.lower_ == "for" for c in token.children)
            ):
                return "sought", False
            if token.lemma_ == "turn" and any(c.lower_ == "down" for c in token.children):
                return "declined", False
            continue
        if negated:
            return ("planned", False) if _but_until(chain) else (None, False)
        if token.lemma_ in _GUESSES and any(
            c.lower_ == "i" and c.dep_ == "nsubj" for c in token.children
        ):
            return None, False  # what somebody expects of others is a forecast
        if status in ("planned", "sought") and tense_at(token, sent.role) == "past":
            expected = True
        return status, expected
    if negated:
        if trigger.pos_ == "NOUN" and any(_came_about(token) for token in chain):
            return "cancelled", False  # planned or not, it did not take place
        if trigger.pos_ == "VERB" and any(_would_not(token) for token in chain):
            return "declined", False
        return ("planned", False) if _but_until(chain) else (None, False)
    if verb is not None and verb.dep_ == "advcl" and verb.tag_ == "VB" and _would_not(verb.head):
        return "declined", False  # would not come to see him
    if verb is not None and _when_they(verb):
        return "planned", False
    modals = {c.lower_ for token in chain for c in token.children if c.dep_ == "aux"}
    if modals & {"may", "might", "could", "can", "should"}:
        return None, False
    top = chain[-1]
    if modals & {"to"} and top.dep_ in ("ROOT", "ccomp", "xcomp") and top.lemma_ == "be":
        return "planned", tense_at(top, sent.role) == "past"
    if trigger.dep_ == "pobj" and trigger.head.lower_ in ("before", "ahead", "until"):
        return "planned", True
    if verb is not None and verb.dep_ == "advcl" and verb.tag_ == "VB" and is_futurate(verb.head, sent):
        return "planned", False  # they arrive on Friday to see
    tense = tense_at(verb if verb is not None else trigger, sent.role)
    if verb is not None and verb.tag_ == "VB" and is_the_first(verb.head):
        tense = tense_at(verb.head.head, sent.role)  # is the first to visit
    if tense == "future":
        past = any(c.tag_ == "VBD" for token in chain for c in (token, *token.children))
        return "planned", past
    return "held", False


def status_beside(noun: Token, verb: Token | None, sent: Sent) -> tuple[Status | None, bool]:
    """Return the status of a contact that is named in passing: after talks with, at a meeting with.

    What the verb denies is not the meeting ("did not raise it at a meeting with"). Under a bare
    infinitive ("no wish to ease talks between") there is none.
    """
    for child in noun.children:
        if child.dep_ in ("amod", "advmod") and child.lower_ in STATUS_OF_ADJECTIVE:
            return STATUS_OF_ADJECTIVE[child.lower_], False
    if (undone := _undone(noun) or _of_clause(noun)) is not None:
        return undone, False
    if _off_too(noun):
        return "cancelled", False
    if (listed := _on_calendar(noun)) is not None:
        return listed or None, False
    at = noun
    preps: list[str] = []
    while at.head.i != at.i and at.head.pos_ not in ("VERB", "AUX"):
        at = at.head
        if at.lemma_ in _TOWARDS and at.pos_ == "NOUN":
            return "planned", False
        if at.lemma_ in _MERITS and at.pos_ == "NOUN":
            return None, False
        if at.lemma_ in _NO_MORE and at.pos_ == "NOUN":
            return None, False  # conditions for a dialogue are none
        if at.dep_ in ("prep", "mark", "pcomp"):
            preps.append(at.lower_)
    if at.dep_ in ("prep", "mark"):
        preps.append(at.lower_)
    if (
        verb is not None
        and "for" in preps
        and any(c.dep_ == "nsubjpass" and c.lemma_ in _TOWARDS for c in verb.children)
    ):
        return "planned", False
    if "before" in preps or "ahead" in preps:
        return "planned", True
    if verb is not None and _left(noun, verb, preps):
        return "cancelled", False
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


def _asked_that(verb: Token) -> bool:
    """Say whether a clause says what is asked for: "has asked that he come"."""
    return (
        verb.tag_ in ("VBP", "VB")
        and verb.head.lemma_ in _ASKS
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def _would_not(verb: Token) -> bool:
    """Say whether one person would not: "N would not come to Z" is a refusal, told as a fact."""
    if verb.dep_ == "ccomp":
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return (
        subject is not None
        and (subject.tag_ in ("NNP", "NN") or subject.lower_ in ("he", "she"))
        and not any(c.dep_ == "conj" for c in subject.children)
        and any(c.dep_ == "aux" and c.lower_ == "would" for c in verb.children)
        and any(c.dep_ == "neg" for c in verb.children)
    )


def _is_ready(verb: Token) -> bool:
    """Say whether somebody only "is ready" or "would be willing" to: that is an offer."""
    above = verb.head
    if verb.dep_ != "xcomp":
        return False
    return any(t.pos_ == "ADJ" and t.lower_ in _WILLING for t in (above, *above.children))


def _on_calendar(noun: Token) -> Status | Literal[""] | None:
    """Return "planned" for what "is on the calendar" or "is not on it yet", "" for what is not on it.

    None where nothing is said of a calendar.
    """
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    on = any(
        c.dep_ == "prep" and c.lower_ == "on" and any(g.lemma_ in _DIARIES for g in c.children)
        for c in verb.children
    )
    if not on:
        return None
    out = is_negated(verb) and not any(c.lower_ == "yet" for c in verb.subtree)
    return "" if out else "planned"


def _came_about(verb: Token) -> bool:
    """Say whether a verb tells that something took place, came about, happened."""
    if verb.lemma_ == "take":
        return any(c.lower_ == "place" for c in verb.children)
    if verb.lemma_ == "come":
        return any(c.lower_ in ("about", "off") for c in verb.children)
    return verb.lemma_ in ("happen", "materialise", "materialize")


def _off_too(noun: Token) -> bool:
    """Say whether a contact is off like another: "is off, and so are the talks", "as are the talks"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i > noun.i:
        return False
    if not any(c.lower_ in ("so", "as") and c.i < noun.i for c in verb.children):
        return False
    return any(c.lower_ == "off" for c in verb.head.children)


def _as_planned(verb: Token) -> bool:
    """Say whether a clause says that something is as had been planned, whatever is not said of it."""
    return any(
        c.dep_ == "advcl" and c.lemma_ in _AS_PLANNED and any(m.lower_ == "as" for m in c.children)
        for c in verb.children
    )


def _not_yet(verb: Token) -> bool:
    """Say whether what one has "yet to" do has not been done."""
    return verb.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in verb.children)


def _rebuffed(verb: Token) -> bool:
    """Say whether who sought something "was refused": the clause goes on in the passive."""
    return any(
        c.lemma_ in _REFUSES and any(a.dep_ == "auxpass" for a in c.children)
        for c in verb.conjuncts
        if c.i > verb.i
    )


def _when_they(verb: Token) -> bool:
    """Say whether a present tense is a plan: "when they meet at the summit", under what lies ahead."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBP", "VBZ")
        and any(c.lower_ in ("when", "once", "before", "until") for c in verb.children)
    )


def _of_clause(noun: Token) -> Status | None:
    """Return what a clause on a noun says became of it: the summit, which X cancelled a month ago."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    for child in noun.children:
        status = STATUS_OF_VERB.get(child.lemma_)
        if status not in ("cancelled", "postponed", "declined") or is_negated(child):
            continue
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return status
        which = any(c.tag_ == "WDT" and c.dep_ in ("dobj", "nsubjpass") for c in child.children)
        if child.dep_ == "relcl" and which:
            return status
    told = noun.dep_ in ("dobj", "nsubjpass", "nsubj") and (
        noun.head.lemma_ in _HELD
        or STATUS_OF_VERB.get(noun.head.lemma_) is not None
        or any(c.lower_ == "off" for c in noun.head.children)
    )
    return "planned" if _arranged(noun) and not told else None


def _arranged(noun: Token) -> bool:
    """Say whether a clause on a contact, or on who is named in it, says that it was planned."""
    for token in noun.subtree:
        if token.dep_ != "acl" or token.tag_ != "VBN" or token.lemma_ not in _ARRANGED:
            continue
        at = token.head
        while at.i != noun.i and at.dep_ in ("pobj", "conj", "appos", "prep"):
            at = at.head
        if at.i == noun.i and not is_negated(token):
            return True
    return False


def _left(noun: Token, verb: Token, preps: Sequence[str]) -> bool:
    """Say whether somebody withdrew from a contact of two, which calls it off."""
    if verb.lemma_ not in LEAVES or noun.lemma_ not in _SINGLE:
        return False
    out = any(c.dep_ in ("prt", "advmod", "prep") and c.lower_ == "out" for c in verb.children)
    return (verb.lemma_ == "withdraw" and "from" in preps) or (
        out and bool({"of", "from"} & set(preps))
    )


def _undone(noun: Token) -> Status | None:
    """Return the status that a noun above gives: the cancellation of the visit."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    return STATUS_OF_NOUN.get(above.lemma_) if above.pos_ == "NOUN" else None


def _but_until(chain: Sequence[Token]) -> bool:
    """Not until September is a plan for September."""
    return any(
        c.lower_ in ("until", "till", "before") and c.dep_ in ("prep", "mark")
        for token in chain
        for c in token.subtree
    )  # fmt: skip
