"""Whether the words of a date look back or ahead: the tense of their clause, and what overrides it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.extract.tense import Tense, tense_at
from detente.records import LineRole

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLANNED = frozenset(
    (
        "plan",
        "schedule",
        "slate",
        "set",
        "due",
        "expect",
        "arrange",
        "tentatively",
        "pencil",
        "book",
        "fix",
    )
)
_MOVED = frozenset(("postpone", "delay", "defer", "put", "move", "reschedule", "adjourn", "extend"))
_FORESEEN = frozenset(("expect", "anticipate", "foresee", "predict", "forecast", "envisage"))
_PICTURES = frozenset(("show", "depict", "picture", "portray", "photograph"))
_REMEMBERED = frozenset(("recall", "remember", "recollect", "relive"))
_A_TRUCE = re.compile(
    r"\b(?:agree\w*|announce\w*|declare\w*|order\w*|accept\w*|propose\w*|promise\w*)\b[^.;:]*\b"
    r"(?:cease-?\s?-?\s?fire|truce|halt|pause|ban|embargo|curfew|withdrawal|blockade|boycott)\b[^.;:,]*"
    r"\b(?:from|starting|beginning|effective)\s+(?:midnight\s+|noon\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
"""What has been agreed on from a day on begins after it was: a cease-fire from midnight Saturday."""
_AHEAD_PREPS = frozenset(("for", "until", "till", "to"))
_HAPPENINGS = frozenset(
    (
        "meeting", "summit", "talk", "visit", "trip", "conference", "election", "vote", "referendum",
        "deadline", "hearing", "session", "round", "parade", "ceremony", "forum", "gathering", "tour",
        "poll", "inauguration", "negotiation", "exercise", "congress", "olympic", "game", "anniversary",
    )
)  # fmt: skip
_COARSE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|"
    r"Aug|Sept|Oct|Nov|Dec|spring|summer|autumn|fall|winter|Easter|Christmas)\b",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\d", re.IGNORECASE)


def direction(span: Span, words: str, role: LineRole) -> Tense | None:
    """Return the tense by which the words of a date are to be read; None where the nearest is meant.

    What was "planned for early September" or "put off until Friday" lies ahead whatever the tense
    above. A month that belongs to a happening ("spoke of the meetings in June") is the nearest one.
    """
    root = span.root
    first = span[0]
    if _A_TRUCE.search(f"{span.doc[max(0, span.start - 16) : span.start].text} "):
        return "future"
    prep = _prep_of(root, first)
    over = prep.head if prep is not None else root.head
    if prep is not None and _opens_ahead(prep):
        return "future"
    if root.dep_ == "dobj" and over.lemma_ in _REMEMBERED:
        return "past"
    if over.pos_ in ("VERB", "AUX", "ADJ") and over.i != root.i:
        word = prep.lower_ if prep is not None else ""
        subject = any(c.dep_ in ("nsubj", "dobj") for c in over.children)
        planned = over.lemma_ in _PLANNED and (over.tag_ in ("VBN", "VBD") or over.pos_ == "ADJ")
        planned = planned and not (over.tag_ == "VBD" and subject)
        if planned and word in ("on", "in") and any(c.lower_ == "had" for c in over.children):
            return "past"  # "had been arranged in May" is when it was arranged
        if over.lemma_ == "invite" and word == "for":
            return "future"
        if (planned or over.lower_ == "due") and word in _AHEAD_PREPS | {"on", "in"}:
            return "future"
        if over.lemma_ == "be" and any(
            c.dep_ == "acomp" and c.lower_ in ("due", "expected", "scheduled", "set", "likely")
            for c in over.children
        ):
            return "future"
        if over.lemma_ in _MOVED and word in ("until", "till", "to"):
            return "future"
        if over.lemma_ in _FORESEEN and _coarse(words):
            return "future"
    if over.pos_ in ("NOUN", "PROPN") and _coarse(words):
        above = over.head
        if over.lemma_ == "invitation" and prep is not None and prep.lower_ == "for":
            return "future"
        if above.lemma_ in _FORESEEN and over.dep_ in ("dobj", "nsubjpass"):
            return "future"
        if over.lemma_.lower() in _HAPPENINGS and over.dep_ != "nsubj":
            tense = tense_at(span.root, role)
            return tense if tense == "future" else None
    if _is_condition(root):
        return "future"
    verb = next((t for t in root.ancestors if t.pos_ == "VERB"), None)
    if verb is not None and _is_pictured(verb):
        return "past"
    if verb is not None and _was_to(verb):
        return None
    return "past" if _before_a_fact(span) else tense_at(root, role)


def _before_a_fact(span: Span) -> bool:
    """Say whether "after X did" follows: "agreed to let them go on Friday after X handed a letter"."""
    doc, end = span.doc, span.end
    if end >= len(doc) or doc[end].lower_ != "after" or doc[end].dep_ != "mark":
        return False
    return doc[end].head.tag_ in ("VBD", "VBN")


def _opens_ahead(prep: Token) -> bool:
    """Say whether a preposition alone looks ahead: "Not before the autumn"."""
    if prep.lower_ in ("before", "until", "till") and prep.i:
        return prep.doc[prep.i - 1].text == "Not"
    return False


def _is_condition(root: Token) -> bool:
    """Say whether a date stands in a condition in the present: "if there is no attack before May"."""
    for verb in root.ancestors:
        if verb.pos_ in ("VERB", "AUX"):
            lowers = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "aux")}
            present = verb.tag_ in ("VBZ", "VBP") or lowers & {"has", "have"}
            return bool(present and lowers & {"if", "unless", "once"})
    return False


def _was_to(verb: Token) -> bool:
    """Say whether somebody "was to" do it: as likely before the article as after it."""
    above = verb.head
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and above.lemma_ == "be" and above.tag_ == "VBD"


def _is_pictured(verb: Token) -> bool:
    """Say whether a picture "shows X and Y shaking hands"."""
    return verb.tag_ == "VBG" and verb.head.lemma_ in _PICTURES


def _coarse(words: str) -> bool:
    return _COARSE.search(words) is not None and _A_DAY.search(words) is None


def _prep_of(root: Token, first: Token) -> Token | None:
    """Return the preposition that a date hangs on, through "the beginning of" and the like."""
    at = root
    for _ in range(3):
        if at.head.i == at.i:
            return None
        if at.dep_ == "conj":
            at = at.head
            continue
        at = at.head
        if at.dep_ in ("prep", "mark") or at.pos_ in ("ADP", "SCONJ"):
            return at if at.i < root.i or at.i < first.i else None
        if at.pos_ in ("VERB", "AUX"):
            return None
    return None
