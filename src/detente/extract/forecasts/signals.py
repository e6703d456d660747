"""Where a sentence speaks of the future: each signal with the verb it stands at.

A signal is only a candidate; `traps` says which of them are plans, promises, hopes or no future at
all. Questions give none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.extract.forecasts import words
from detente.extract.telltale import Telltale
from detente.extract.voice import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal[
    "will",
    "would",
    "may",
    "likely",
    "going",
    "chances",
    "outlook",
    "away",
    "predict",
    "bode",
    "surprise",
]


_STARTLED = frozenset({"surprised", "astonished", "see", "imagine"})
TELLTALE = Telltale(
    tags=frozenset({"MD"}),
    lemmas=words.PREDICT | words.CHANCES | words.OUTLOOKS | frozenset({"bode", "augur"}),
    lowers=words.LIKELY | words.AWAY | words.PROMISE | _STARTLED | frozenset({"going"}),
)
"""The words that can speak of the future."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A verb that speaks of the future, and by what."""

    kind: Kind
    """The kind of signal."""
    head: Token
    """The verb (or copula) of the clause that is the claim."""
    verb: Token
    """The verb whose doing lies in the future: of "is likely to fail" `head` is "is", `verb` "fail"."""
    marks: tuple[Token, ...]
    """The words that make it a signal, in order."""


def signals(tokens: Sequence[Token]) -> Iterator[Signal]:
    """Yield the signals at those tokens of a sentence that can be one, in order of their marks."""
    for token in tokens:
        found = None
        tag = token.tag_
        if tag == "MD":
            found = _modal(token)
        elif tag[:2] in ("JJ", "VB", "RB") and token.lower_ in words.LIKELY:
            found = _likely(token)
        elif tag[:2] == "NN" and token.lemma_.lower() in words.CHANCES | words.OUTLOOKS:
            found = _chances(token)
        elif tag[:2] == "VB":
            found = _verb(token)
        elif token.lower_ in words.AWAY:
            found = _away(token)
        elif tag == "JJ" and token.lower_ in words.PROMISE:
            found = _outlook(token)
        if found is None and token.lower_ in _STARTLED:
            found = _surprise(token)
        if found is not None:
            yield found


def _modal(token: Token) -> Signal | None:
    low = token.lower_
    head = token.head
    own = any(child.dep_ == "nsubj" for child in token.lefts)
    own = own and not any(child.lower_ in words.WILL for child in token.head.lefts)  # says it again
    if token.dep_ in ("ROOT", "ccomp", "parataxis") or (token.dep_ == "conj" and own):
        if subject(token) is None:
            return None
        verbs = any(
            child.tag_[:2] == "VB" and child.dep_ not in ("ccomp", "advcl") for child in token.children
        )
        bare = low in words.WILL | words.MAY and not verbs
        kept: Kind = "will" if low in words.WILL else "may"
        return Signal(kept, token, token, (token,)) if bare else None  # "Beijing might.", "He won't."
    if token.dep_ != "aux" or head.tag_[:2] not in ("VB", "NN", "JJ"):
        return None
    if low in words.WILL:
        kind: Kind = "will"
    elif low in words.MAY:
        kind = "may"
    elif low in words.WOULD and head.tag_ in ("VB", "VBP", "VBN"):
        kind = "would"
    else:
        return None
    if any(child.dep_ == "aux" and child.lower_ in ("have", "'ve", "’ve") for child in head.children):
        return None
    if any(child.lower_ == "likely" and child.dep_ == "acomp" for child in head.children):
        return None  # "would likely be" is adverbial; "would be likely to" is a signal of "likely"
    return Signal(kind, head, _complement(head), (token,))


def _surprise(token: Token) -> Signal | None:
    """Find "I would be surprised if ..." and "I do not see him leaving"."""
    who = subject(token)
    if who is None or who.lower_ not in ("i", "we", "he", "she", "they"):
        who = subject(token.head) if token.dep_ == "acomp" else None
    if who is None or who.lower_ not in ("i", "we", "he", "she", "they"):
        return None
    head = token.head if token.dep_ == "acomp" and token.head.lemma_ == "be" else token
    if token.lower_ in ("surprised", "astonished"):
        would = any(child.lower_ in words.WOULD | words.WILL for child in head.lefts)
        if_ = any(low.lower_ == "if" for child in (*token.rights, *head.rights) for low in child.lefts)
        return Signal("surprise", head, head, (token,)) if would and if_ else None
    inner = next((c for c in token.rights if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VBG"), None)
    no = next((c for c in token.lefts if c.dep_ == "neg"), None)
    if inner is None or no is None or token.tag_ not in ("VB", "VBP"):
        return None
    return Signal("surprise", token, inner, (no, token))


def _complement(head: Token) -> Token:
    """Return the verb that counts: of "will have to come", "will be able to change" the last one."""
    if head.lemma_ in ("have", "be", "need"):
        for child in head.rights:
            if child.dep_ == "xcomp" and child.tag_ in ("VB", "VBN"):
                return child
            if child.dep_ == "acomp" and child.lower_ in ("able", "unable", "forced", "obliged"):
                return next((low for low in child.rights if low.dep_ == "xcomp"), head)
    return head


def _likely(token: Token) -> Signal | None:
    """Find "is (un)likely to fall", "relations expected to worsen", "it is likely that ..."."""
    if token.tag_ == "VBD" and any(child.dep_ == "nsubj" for child in token.lefts):
        return _verb(token)  # "analysts expected it to fail": somebody's prediction
    inner = next(
        (c for c in token.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_[:2] == "VB"), None
    )
    if inner is None and token.dep_ == "xcomp":  # "were to be expected"
        return _to_be_expected(token)
    if inner is None:
        if any(child.dep_ == "auxpass" for child in token.lefts) and token.lower_ == "expected":
            return _to_be_expected(token)
        if token.dep_ in ("advmod",) or token.tag_ == "RB":
            return None
        if token.dep_ == "acomp" and token.lower_ in ("likely", "unlikely", "certain"):
            head = token.head
            beside = [c for c in head.rights if c.dep_ in ("ccomp", "advcl") and c.i > token.i]
            if token.lower_ == "certain" and any(map(_of_today, beside)):
                return None
            return Signal("likely", head, head, (token,)) if head.lemma_ in words.COPULAS else None
        if token.dep_ == "acomp" and token.head.lemma_ == "be":
            inner = next((c for c in token.head.rights if c.dep_ == "xcomp" and c.i > token.i), None)
        if inner is None:
            return None
    to_do = any(child.tag_ == "TO" for child in inner.lefts)
    that = inner.dep_ == "ccomp" or not to_do
    if that and token.lower_ not in ("likely", "unlikely", "certain", "expected"):
        return None
    if that and token.lower_ == "certain" and _of_today(inner):
        return None  # "it is not even certain that they like it"
    if token.lower_ in ("set", "sure", "apt") and not to_do:
        return None
    head = token
    if token.dep_ in ("acomp", "attr", "oprd", "xcomp") and token.head.lemma_ in words.COPULAS:
        head = token.head
    return Signal("likely", head, inner, (token,))


def _of_today(verb: Token) -> bool:
    """Say whether a clause is in the present or the past, without will, may or would."""
    return verb.tag_ in ("VBZ", "VBP", "VBD") and not any(low.tag_ == "MD" for low in verb.lefts)


def _to_be_expected(token: Token) -> Signal | None:
    if token.lower_ != "expected":
        return None
    lefts = [token.doc[i].lower_ for i in range(max(0, token.i - 3), token.i)]
    if lefts[-2:] != ["to", "be"]:
        return None
    head = token.head if token.dep_ == "xcomp" else token
    return Signal("likely", head, token, (token,))


def _chances(token: Token) -> Signal | None:
    """Find "the chances of X are not great", "there is little hope of X", "prospects look dim"."""
    head = token.head
    lemma = token.lemma_.lower()
    if token.dep_ == "nsubj" and head.lower_ in words.GRADES and lemma in words.OUTLOOKS:
        return Signal("chances", head, head, (token, head))
    if token.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in words.COPULAS:
        if lemma not in words.OUTLOOKS and lemma not in ("hope", "possibility", "risk", "danger"):
            return None
        grade = _predicate(head)
        if grade is not None and grade.lower_ in words.GRADES:
            return Signal("chances", head, head, (token, grade))
        return None
    if token.dep_ in ("attr", "nsubj", "dobj") and lemma != "outlook" and lemma != "future":
        there = any(child.dep_ == "expl" or child.lower_ == "there" for child in head.lefts)
        have = head.lemma_ in ("have", "stand") and token.dep_ == "dobj"
        see = head.lemma_ in ("see", "hold") and token.dep_ == "dobj"
        amount = next(
            (c for c in token.lefts if c.lower_ in words.AMOUNTS and c.dep_ in ("amod", "det", "neg")),
            None,
        )
        follows = any(
            (c.dep_ == "prep" and c.lower_ in ("of", "for")) or c.dep_ in ("acl", "relcl", "ccomp")
            for c in token.rights
        ) or any(c.dep_ in ("prep", "ccomp", "advcl") and c.i > token.i for c in head.rights)
        if (there or have or see) and amount is not None and (follows or have):
            return Signal("chances", head, head, (amount, token))
    return None


def _predicate(head: Token) -> Token | None:
    return next((c for c in head.rights if c.dep_ in ("acomp", "attr", "oprd", "advmod")), None)


def _verb(token: Token) -> Signal | None:
    lemma = token.lemma_.lower()
    if token.lower_ == "going" and token.dep_ != "aux":
        inner = next((c for c in token.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if inner is not None and any(c.dep_ == "aux" and c.lemma_ == "be" for c in token.lefts):
            return Signal("going", token, inner, (token,))
        return None
    if lemma in ("bode", "augur"):
        how = next((c for c in token.rights if c.lower_ in ("well", "ill", "badly", "poorly")), None)
        return Signal("bode", token, token, (token, how) if how is not None else (token,))
    finite = token.tag_ in ("VBZ", "VBP", "VBD") or any(
        child.lower_ in ("should", "would", "'d", "’d", "do", "does", "did") for child in token.lefts
    )
    if lemma in words.PREDICT and finite and token.dep_ != "relcl":
        told = [c for c in token.rights if c.dep_ in ("ccomp", "xcomp", "dobj")]
        inner = next((c for c in told if c.tag_[:2] in ("VB", "MD")), told[0] if told else None)
        who = subject(token)
        pointing = inner is not None and inner.tag_ in ("DT", "PRP") and inner.dep_ == "dobj"
        if inner is not None and who is not None and who.i < token.i and not pointing:
            return Signal("predict", token, inner, (token,))
    return None


def _away(token: Token) -> Signal | None:
    """Find "is some time off", "is years away", "lies a long way ahead"."""
    head = token.head
    if head.lemma_ != "be" and head.dep_ == "advmod":
        head = head.head
    if head.lemma_ not in ("be", "remain", "lie", "seem") or token.i < head.i:
        return None
    span = token.doc[head.i + 1 : token.i]
    if any(
        word.lower_ in ("time", "way", "years", "months", "weeks", "decades", "far") for word in span
    ):
        return Signal("away", head, head, (*span[-2:], token))
    return None


def _outlook(token: Token) -> Signal | None:
    head = token.head
    if any(child.dep_ == "aux" and child.lemma_ in ("look", "seem", "appear") for child in token.lefts):
        return Signal("outlook", token, token, (token,))
    if token.dep_ not in ("acomp", "oprd") or head.lemma_ not in (
        "look",
        "seem",
        "appear",
        "be",
        "remain",
    ):
        return None
    if head.lemma_ == "be" and token.lower_ != "inevitable":
        return None
    return Signal("outlook", head, head, (token,))
