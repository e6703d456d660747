"""Who does what a verb of contact says, and the verb that a noun of contact is under.

The answers follow the dependencies, with the places where the parser is known to go wrong allowed for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.clauses import SUBJECTS, subject_of, verb_above
from detente.extract.meetings.words import LEAVES, LIGHT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_CRAFT = frozenset(
    ("aircraft", "plane", "jet", "airplane", "helicopter", "motorcade", "convoy", "train")
)
_ORDINALS = frozenset(("first", "second", "third", "last", "latest", "only"))
SHOWS = frozenset(("show", "depict", "picture", "portray", "photograph", "film"))
"""What a picture does."""
_TIMES = frozenset(("day", "week", "hour", "month", "minute", "year"))
_COMES_ABOUT = frozenset(
    (
        "take",
        "begin",
        "open",
        "end",
        "follow",
        "occur",
        "resume",
        "restart",
        "start",
        "collapse",
        "stall",
    )
)
SPANS = frozenset(("day", "hour", "round", "week", "minute", "night", "evening"))


def doer_of(verb: Token) -> Token | None:
    """Return who does what a verb says, as `clauses.subject_of`, where the parser hung it elsewhere.

    "X tried for days to reach Y": not the days. "At the end of May X and Y want": not the end. "X and
    Y, he said, were speaking": not he.
    """
    if (apart := _parted(verb)) is not None:
        return apart
    found = subject_of(verb)
    if found is not None and found.i + 1 < len(found.doc) and found.nbor().text == ":":
        # "MQ: The envoy, X, came": who asks is read as the subject
        found = next((c for c in found.rights if c.dep_ == "appos"), found)
    if found is not None and found.lemma_ in _CRAFT:
        return next((c for c in found.lefts if c.dep_ == "poss"), None)  # X's aircraft left
    if verb.tag_ == "VBG" and (pictured := _shown(verb)) is not None:
        return pictured
    if verb.dep_ in ("relcl", "acl") and verb.tag_ == "VB" and is_the_first(verb.head):
        return subject_of(verb.head.head)
    if verb.dep_ == "relcl" and verb.tag_ == "VB" and verb.head.lemma_ in _TIMES:
        above = verb_above(verb.head)
        return subject_of(above) if above is not None else None
    if found is not None and found.head.i == verb.i and found.dep_ in SUBJECTS:
        # A dateline glued to the sentence is read as one more subject: the nearest is it.
        return [c for c in verb.children if c.dep_ in SUBJECTS and (c.i < verb.i or c.i == found.i)][-1]
    if found is not None:
        return found
    top = verb.head if verb.dep_ == "xcomp" else verb
    helpers = [c.i for c in top.lefts if c.dep_ in ("aux", "auxpass", "neg")]
    at = min([top.i, *helpers])
    before = top.doc[at - 1] if at > top.sent.start else None
    if before is not None and before.dep_ == "conj" and before.pos_ == "PROPN":
        first = before.head
        while first.dep_ == "conj":
            first = first.head
        if first.pos_ == "PROPN" and first.dep_ in ("pobj", "npadvmod", "appos") and first.i < top.i:
            return first
    return None


def is_the_first(noun: Token) -> bool:
    """Say whether somebody "is the first holder of the office" to do it."""
    ordinal = any(c.lower_ in _ORDINALS for c in (noun, *noun.lefts))
    return ordinal and noun.dep_ == "attr" and noun.head.lemma_ == "be"


def _shown(verb: Token) -> Token | None:
    """Return who does what a picture shows: "it shows X and Y shaking hands"."""
    above = verb.head
    if verb.dep_ not in ("advcl", "acl", "xcomp", "ccomp") or above.lemma_ not in SHOWS:
        return None
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    return next((c for c in above.children if c.dep_ == "dobj" and above.i < c.i < verb.i), None)


def _parted(verb: Token) -> Token | None:
    """Return the subject that a parenthesis parts from its verb: "X and Y, he said, were speaking"."""
    if verb.dep_ != "ccomp" or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    start = verb.left_edge.i
    for child in verb.head.children:
        if child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.i < verb.head.i <= start:
            return child
    return None


def governor(noun: Token) -> Token | None:
    """Return the light verb that a noun is object or passive subject of: they held talks."""
    at = noun
    if at.dep_ == "conj":
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.lemma_ in SPANS:
        span = at.head.head  # twelve hours of talks ended
        at = span if span.dep_ in ("dobj", "nsubj", "nsubjpass") else at
    if (left := _withdrawn(at)) is not None:
        return left
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
    for child in at.head.children if at.head.lemma_ == "say" and at.i < at.head.i else ():
        told = child.dep_ == "ccomp" and child.lemma_ in LIGHT_VERBS and child.i > at.head.i
        if told and not any(c.dep_ in SUBJECTS for c in child.children):
            return child  # Talks, X said, have been suspended
    if at.dep_ == "nsubj" and at.head.lemma_ in _COMES_ABOUT:
        return at.head
    if at.dep_ == "nsubj" and at.head.lemma_ == "be":
        planned = (c for c in at.head.children if c.dep_ == "xcomp" and c.lemma_ in _COMES_ABOUT)
        off = any(
            c.lower_ == "off" and c.dep_ in ("advmod", "prt", "acomp", "prep") for c in at.head.children
        )
        return at.head if off else next(planned, None)
    return None


def _withdrawn(noun: Token) -> Token | None:
    """Return the verb of "pulled out of a meeting with X", "withdrew from it"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "from"):
        return None
    at = noun.head.head
    out = at.lower_ == "out"
    verb = at.head if out else at
    return verb if verb.lemma_ in LEAVES and verb.pos_ == "VERB" else None
