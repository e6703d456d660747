"""A token becomes the tense of its clause: past, present or future, or none that can be told.

It is no extractor: dates, meetings and events all ask it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from detente.records import LineRole

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future"]
_AHEAD = frozenset(
    (
        "plan", "schedule", "expect", "due", "set", "slate", "hope", "intend", "aim", "want", "prepare",
        "agree", "arrange", "promise", "vow", "pledge", "threaten", "invite", "ask", "propose", "call",
        "urge", "likely", "ready", "bind", "poise", "about", "going", "wait", "anticipate",
    )
)  # fmt: skip
_AHEAD_ADJECTIVES = frozenset(
    ("upcoming", "forthcoming", "planned", "scheduled", "coming", "expected", "next")
)
_FUTURE_AUX = frozenset(("will", "shall", "would", "'ll", "’ll", "wo"))
_PRESENT_AS_PAST = frozenset(("caption", "title", "dek"))


def tense_at(token: Token, role: LineRole = "body") -> Tense | None:
    """Return the tense of the clause a token stands in; None when no verb says.

    "Would meet" after "said" and "is to meet", "is expected to meet" are future. A caption or a
    headline tells the past in the present tense.
    """
    at = token
    for _ in range(12):
        if at.pos_ in ("NOUN", "PROPN") and any(
            child.lower_ in _AHEAD_ADJECTIVES and child.dep_ == "amod" and child.i not in (token.i,)
            for child in at.children
        ):
            return "future"
        if at.pos_ in ("VERB", "AUX"):
            tense = _of_verb(at)
            if tense is not None:
                return "past" if tense == "present" and role in _PRESENT_AS_PAST else tense
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _of_verb(verb: Token) -> Tense | None:
    aux = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lowers = {child.lower_ for child in aux}
    if lowers & _FUTURE_AUX:
        return "past" if "have" in lowers and "would" in lowers else "future"
    if verb.lemma_ == "go" and verb.tag_ == "VBG":
        return "future"
    to_infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in aux)
    if to_infinitive or (lowers & {"to"}):
        return _of_infinitive(verb)
    if lowers & {"can", "could", "may", "might", "should", "must"}:
        return "future" if "have" not in lowers else "past"
    if verb.tag_ in ("VBD", "VBN") or lowers & {"had", "was", "were", "did", "has", "have", "been"}:
        if verb.tag_ == "VBN" and not aux:
            return "past" if verb.dep_ in ("ROOT", "acl", "relcl", "advcl") else None
        if (
            verb.tag_ == "VBN"
            and lowers & {"is", "are", "'s", "be"}
            and not lowers & {"has", "have", "had", "was", "were"}
        ):
            return "future" if verb.lemma_ in _AHEAD else "present"
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if verb.tag_ == "VBG" and lowers & {"is", "are", "am", "'s", "'re"}:
        return "present"
    return None


def _of_infinitive(verb: Token) -> Tense | None:
    """An infinitive looks ahead under "plans to", "is to", "is expected to"; else its verb decides."""
    head = verb.head
    if head.i == verb.i:
        return "future"
    if any(c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in head.children):
        return "past"  # had been expected to
    if head.lemma_ in _AHEAD or head.lower_ in ("due", "likely", "set", "ready", "about", "bound"):
        return "future"
    if verb.dep_ in ("relcl", "acl"):
        return "future"
    if head.lemma_ == "be" and head.pos_ in ("VERB", "AUX"):
        return "future"
    return None
