"""A verb becomes the act it tells, with its object and particle, and how real the act is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.extract.clauses import is_negated
from detente.extract.tense import tense_at
from detente.knowledge.plover import EVENT_TYPES, Act, acts
from detente.records import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

PROMISES = frozenset(
    ("agree", "promise", "pledge", "offer", "plan", "intend", "prepare", "commit", "undertake",
     "decide",
     "hope", "expect", "schedule", "consent", "volunteer", "resolve", "aim", "set", "move")
)  # fmt: skip
THREATS = frozenset(("threaten", "vow", "warn", "swear"))
REQUESTS = frozenset(
    ("ask", "urge", "request", "demand", "call", "appeal", "press", "want", "implore", "insist", "beg",
     "exhort", "require", "advise", "encourage", "recommend", "propose", "push", "plead", "pressure",
     "suggest", "tell", "order", "lobby")
)  # fmt: skip
REFUSALS = frozenset(("refuse", "decline", "reject", "fail"))
READY = frozenset(("ready", "willing", "prepared", "poised", "set", "likely", "keen", "eager", "due"))
_SPEAKING = frozenset(("comment", "say", "speak", "answer", "elaborate", "discuss", "name", "identify"))
"""To refuse to comment is a statement, and no act."""
_FUTURE = frozenset(("will", "would", "shall", "'ll", "’ll", "wo"))
_PERHAPS = frozenset(("may", "might", "could"))
_SHOULD = frozenset(("should", "must", "ought"))
_COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"))
_CHANGES: dict[str, str] = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE",
    "SANCTION": "THREATEN", "COERCE": "THREATEN", "ASSAULT": "THREATEN", "PROTEST": "THREATEN",
    "MOBILIZE": "THREATEN",
}  # fmt: skip
"""What an act becomes while it is only announced (the manual's rules for future acts)."""


@dataclass(frozen=True, slots=True)
class Found:
    """An act that a verb tells, and how real it is."""

    verb: Token
    """The verb."""
    act: Act
    """Its type and mode, as it counts: a promised visit is an AGREE."""
    base: Act
    """Type and mode of the words themselves."""
    factuality: Factuality
    """Whether it happened."""
    rule: str
    """Which rule gave the type."""
    inner: Token | None = None
    """The verb of what is asked, refused, promised or threatened; None when there is none."""


@lru_cache(maxsize=1)
def _by_lemma() -> dict[str, dict[str, Act]]:
    found: dict[str, dict[str, Act]] = {}
    for (lemma, key), act in acts().items():
        found.setdefault(lemma, {})[key] = act
    return found


def act_of(verb: Token) -> tuple[Act, str] | None:
    """Return the act of a verb and the key that fired, the most exact first; None when it tells none.

    With object and particle ("cut off aid"), object ("cut aid"), particle or preposition ("call on"),
    then alone. A verb whose lemma is listed only with objects tells nothing without one.
    """
    listed = _by_lemma().get(verb.lemma_)
    if listed is None:
        return None
    small: list[str] = []
    nouns: list[str] = []
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "advmod") or (
            child.dep_ in ("aux", "acomp") and child.tag_ == "RP"
        ):
            small.append(child.lower_)
            if child.dep_ == "prep":
                nouns += [c.lemma_ for c in child.children if c.dep_ == "pobj"]
        elif child.dep_ in ("dobj", "nsubjpass", "acomp", "attr", "oprd", "dative"):
            nouns.append(child.lemma_ if child.pos_ != "PROPN" else child.lower_)
            nouns += [c.lemma_ for c in child.children if c.dep_ in ("conj", "compound")]
            nouns += [
                c.lemma_
                for p in child.children
                if p.lower_ == "of"
                for c in p.children
                if c.dep_ == "pobj"
            ]
    for word in small:
        for noun in nouns:
            if act := listed.get(f"+{word}~{noun}"):
                return act, f"{verb.lemma_} {word} {noun}"
    for noun in nouns:
        if act := listed.get(f"~{noun}"):
            return act, f"{verb.lemma_} {noun}"
    for word in small:
        if act := listed.get(f"+{word}"):
            return act, f"{verb.lemma_} {word}"
    if act := listed.get(""):
        return act, verb.lemma_
    return None


def read(verb: Token) -> Found | None:
    """Return the act a verb tells as it counts; None when it tells none."""
    inner = _inner(verb)
    found = act_of(verb)
    lemma = verb.lemma_
    told = act_of(inner) if inner is not None else None
    if inner is not None and lemma in REFUSALS and inner.lemma_ in _SPEAKING:
        return None
    if verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).lower_ == "as" and lemma == "oppose":
        return None
    negated = is_negated(verb)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and is_negated(verb.head.head):
        return None  # "will not be talked into accepting": nothing is accepted
    factuality = _factuality(verb)
    if inner is not None and lemma in REFUSALS and (lemma != "fail" or told):
        return Found(verb, Act("REJECT", None), Act("REJECT", None), factuality, f"{lemma} to", inner)
    if inner is not None and lemma in THREATS and told is not None and told[0].type in _CHANGES:
        return Found(verb, Act("THREATEN", None), told[0], factuality, f"{lemma} to {told[1]}", inner)
    ready = lemma == "be" and any(c.dep_ == "acomp" and c.lower_ in READY for c in verb.children)
    if inner is not None and (lemma in PROMISES or ready):
        if told is None:
            return (
                None if found is None else Found(verb, found[0], found[0], factuality, found[1], inner)
            )
        act = promised(told[0])
        if act.type == "CONCEDE" and lemma not in ("decide", "plan", "intend", "prepare"):
            # Who agrees to yield has agreed; to announce it without being asked is to concede.
            act = Act("AGREE", None)
        if negated:
            act = Act("REJECT", None) if told[0].type in _COOPERATIVE else act
            return Found(verb, act, told[0], "happened", f"not {lemma} to {told[1]}", inner)
        return Found(verb, act, told[0], "promised", f"{lemma} to {told[1]}", inner)
    if found is None:
        return None
    act, rule = found
    if act.type == "REQUEST" and negated:
        return None
    if inner is None and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        inner = None
    counted = act
    if negated:
        if act.type not in _COOPERATIVE:
            return None
        counted, rule = Act("REJECT", None), f"not {rule}"
    elif factuality in ("planned", "promised"):
        counted = promised(act)
        rule = f"future {rule}"
    return Found(verb, counted, act, factuality, rule, inner)


def promised(act: Act) -> Act:
    """Return what an act counts as while it lies ahead.

    >>> promised(Act("AID", None)).type, promised(Act("ASSAULT", "aerial")).type
    ('AGREE', 'THREATEN')
    """
    changed = _CHANGES.get(act.type)
    return Act(changed, None) if changed else act


def _inner(verb: Token) -> Token | None:
    """Return the verb of the infinitive, clause or gerund that a verb takes."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX"):
            return child
        if child.dep_ in ("acomp", "prep", "oprd"):
            for grandchild in child.children:
                if grandchild.dep_ in ("xcomp", "pcomp") and grandchild.pos_ == "VERB":
                    return grandchild
        if child.dep_ == "advcl" and child.tag_ == "VB" and verb.lemma_ in REQUESTS | PROMISES:
            return child
    return None


def _factuality(verb: Token) -> Factuality:
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if not aux and verb.dep_ == "conj" and verb.tag_ == "VB":
        # "Will sign and accept": the second verb shares the auxiliary of the first.
        aux = {c.lower_ for c in verb.head.children if c.dep_ in ("aux", "auxpass")}
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if aux & _PERHAPS or marks & {"if", "unless", "whether"}:
        return "hypothetical"
    if is_negated(verb):
        return "negated"
    if aux & _FUTURE and not aux & {"have"}:
        return "planned"
    if verb.tag_ == "VB" and "to" in aux and tense_at(verb) == "future":
        return "planned"
    if verb.tag_ == "VBG" and aux & {"is", "are", "'s", "was", "were"}:
        return "ongoing"
    return "happened"


def should(verb: Token) -> bool:
    """Say whether a clause says what somebody should do."""
    return any(c.dep_ == "aux" and c.lower_ in _SHOULD for c in verb.children)


def quad(type_: str) -> int:
    """Return the quad class of a type."""
    return EVENT_TYPES[type_].quad
