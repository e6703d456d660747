"""Where somebody takes a side in a sentence: the words, the side, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.extract.positions import words
from detente.extract.positions.grammar import (
    actor_of,
    asserted,
    droppable,
    duty_verb,
    guessed,
    loose,
    of_what_may_come,
    only_goes_on,
    passive,
    span,
    verdict_span,
)
from detente.extract.positions.modals import duty, of_copula, of_modal, wondered_at
from detente.extract.positions.sides import Polarity, Stance, done, duty_side, negated, verb_side
from detente.extract.telltale import Telltale
from detente.extract.voice import clause, subject, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token


TELLTALE = Telltale(
    tags=frozenset({"MD"}),
    lemmas=words.VERBS
    | words.BELIEVING
    | words.NOUNS_FOR
    | words.NOUNS_AGAINST
    | words.DECISIONS
    | words.VIEWS
    | frozenset({"be", "remain", "need", "have", "dig"}),
    lowers=words.VERDICTS | words.LAWS | words.ALARMED,
)
"""The words at which somebody can take a side."""


def stances(tokens: Sequence[Token]) -> Iterator[Stance]:
    """Yield the stances at those tokens of a sentence that can hold one."""
    for token in tokens:
        tag = token.tag_
        if tag[:2] not in ("VB", "NN", "MD"):
            continue
        if tag[:2] == "VB" and token.pos_ != "AUX":
            yield from _of_verb(token)
        elif tag == "NNP" and token.lower_ in words.LAWS:
            yield from _of_law(token)
        elif tag in ("NN", "NNS"):
            if token.lemma_ in words.NOUNS_FOR | words.NOUNS_AGAINST:
                yield from _of_noun(token)
            elif token.lemma_ in words.DECISIONS | words.VIEWS:
                yield from _of_held(token)
        if tag == "MD" and token.dep_ == "aux":
            yield from of_modal(token)


def _of_verb(token: Token) -> Iterator[Stance]:
    lemma = token.lemma_
    if lemma == "be" or lemma == "remain":
        yield from of_copula(token)
        return
    if lemma in ("need", "have") and duty_verb(token):
        yield from duty(token, token)
        return
    if lemma == "have" and _nothing_to(token):
        first, last = clause(token, frozenset(child.i for child in droppable(token)))
        yield Stance("refusal", token, subject(token), first, last, "against")
        return
    agreed = lemma == "agree" and (token.tag_ != "VBN" or passive(token))
    if agreed or (lemma in words.BELIEVING and token.tag_ != "VBN"):
        yield from _of_view(token)
    if lemma == "dig" and any(child.lemma_ == "heel" for child in _deep(token)):
        first, last = clause(token, frozenset(child.i for child in droppable(token)))
        yield Stance("verb", token, actor_of(token), first, last, "against", True)
        return
    if lemma in words.AIMED and (victim := _victim(token)) is not None:
        above = token.head if token.dep_ == "advcl" else token  # "is, in fact, aimed at"
        first, last = clause(above, frozenset(child.i for child in droppable(token)))
        yield Stance("aimed", token, victim, first, last, "against")
        return
    harmed = lemma in words.HARMS and asserted(token) and _harmed(token)
    alarmed = token.lower_ in words.ALARMED and passive(token) and not negated(token)
    if harmed or (alarmed and not of_what_may_come(token)):
        first, last = clause(token, frozenset(child.i for child in droppable(token)))
        who = None if harmed else subject(token)
        yield Stance("verdict" if harmed else "verb", token, who, first, last, "against")
        return
    charged = lemma in words.CHARGES and verb_side(token) is None
    charged = charged or (lemma == "break" and _broken(token))
    if charged and (blamed := subject(token)) is not None and asserted(token):
        first, last = clause(token, frozenset(child.i for child in droppable(token)))
        yield Stance("charge", token, blamed, first, last, "against")
        return
    if lemma not in words.VERBS and token.lower_ not in words.VERDICTS:
        return
    if not asserted(token):
        return
    if lemma in ("find", "seek") and _ways(token):
        first, last = clause(token, frozenset(child.i for child in droppable(token)))
        yield Stance("pledge", token, subject(token), first, last, "for")
        return
    judged = token.lower_ in words.VERDICTS
    if judged and passive(token):
        start, end = verdict_span(token)
        bad = (token.lower_ in words.BAD) != negated(token)
        yield Stance("verdict", token, None, start, end, "against" if bad else "for")
        return
    polarity = verb_side(token)
    if polarity is None or guessed(token):
        return
    who = actor_of(token)
    if who is None:
        return
    first, last = span(token)
    act = lemma in words.ACTS_FOR | words.ACTS_AGAINST | frozenset(words.BREAKING)
    yield Stance("act" if act and done(token) else "verb", token, who, first, last, polarity)


def _harmed(token: Token) -> bool:
    """Say whether a thing harms what is wanted: "the decision damaged the prospects of the talks"."""
    who = subject(token)
    thing = who is not None and who.tag_ in ("NN", "NNS") and not negated(token)
    return thing and any(c.dep_ == "dobj" and c.lemma_ in words.HARMED for c in token.rights)


def _ways(token: Token) -> bool:
    """Say whether somebody is after ways to do a thing: "was finding ways to go on supporting it"."""
    for child in token.rights:
        if child.dep_ == "dobj" and child.lemma_ == "way":
            return any(
                low.lemma_ in words.PLEDGES and any(to.tag_ == "TO" for to in low.lefts)
                for low in child.rights
                if low.dep_ in ("relcl", "acl")
            )
    return False


def _of_law(token: Token) -> Iterator[Stance]:
    """Find a law that its name says is a state's own: "the U.S. Magnitsky Act"."""
    owner = next((c for c in token.lefts if c.dep_ in ("compound", "poss") and c.tag_ == "NNP"), None)
    if owner is not None and token.i - owner.i > 1:
        first, last = trimmed(token.doc, token.left_edge.i, token.right_edge.i + 1)
        yield Stance("law", token, owner, first, last, "for")


def _victim(token: Token) -> Token | None:
    """Return at whom a thing "is aimed", as a fact and not as a denial."""
    above = token.head if token.head.lemma_ == "be" and token.dep_ == "advcl" else token
    if token.tag_ != "VBN" or negated(above) or not asserted(above):
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("at", "against"):
            return next((low for low in child.rights if low.dep_ == "pobj"), None)
    return None


def _broken(token: Token) -> bool:
    return any(child.dep_ == "dobj" and child.lemma_ in words.BROKEN for child in token.rights)


def _nothing_to(token: Token) -> bool:
    """Say whether somebody has "nothing to apologise for", "nothing to negotiate"."""
    return asserted(token) and any(
        child.lower_ == "nothing" and any(low.lemma_ in words.OWED for low in child.rights)
        for child in token.rights
        if child.dep_ == "dobj"
    )


def _deep(token: Token) -> Iterator[Token]:
    for child in token.rights:
        yield child
        yield from child.rights


def _of_noun(token: Token) -> Iterator[Stance]:
    """Find "U.S. plans for a shield", "Russia's opposition to the war", "its decision to ban ..."."""
    owner = _owner(token)
    above = token.head
    over = token.dep_ == "pobj" and above.lower_ in ("over", "despite")
    if owner is not None and over and token.lemma_ in words.NOUNS_AGAINST:
        first, last = clause(above.head)
        yield Stance("noun", token, owner, first, last, "against")
        return
    object_ = next(
        (c for c in token.rights if c.dep_ == "prep" and c.lower_ in words.NOUN_PREPS), None
    ) or next((c for c in token.rights if c.dep_ == "acl" and c.tag_ == "VB"), None)
    if owner is None or object_ is None or _without(token):
        return
    first = token.left_edge.i
    last = object_.right_edge.i + 1
    for child in droppable(object_):
        last = min(last, child.left_edge.i)
    for part in token.doc[object_.i : last]:
        if part.dep_ == "relcl" and loose(part):
            last = min(last, part.left_edge.i)
    first, last = trimmed(token.doc, first, last)
    side: Polarity = "for" if token.lemma_ in words.NOUNS_FOR else "against"
    yield Stance("noun", token, owner, first, last, side)


def _owner(token: Token) -> Token | None:
    """Return the name or possessive before a noun: whose plan, whose support it is."""
    for child in token.lefts:
        named = child.dep_ in ("compound", "amod", "nmod") and child.text[:1].isupper()
        if child.tag_ == "PRP$":
            return _governor(token) or child  # "Moscow made plain its view"
        if child.dep_ == "poss" or named:
            return child
    return None


def _governor(noun: Token) -> Token | None:
    """Return the subject of the verbs above a noun, where it is a noun itself."""
    token = noun
    for _ in range(3):
        if token.head.i == token.i:
            return None
        token = token.head
        who = subject(token) if token.tag_[:2] == "VB" else None
        if who is not None and who.i < noun.i and who.tag_[:2] == "NN":
            return who
    return None


def _of_held(token: Token) -> Iterator[Stance]:
    """Find "its decision to ban adoptions" and "its view that such aid is naive"."""
    owner = _owner(token)
    inner = next((c for c in token.rights if c.dep_ in ("acl", "ccomp", "relcl")), None)
    if owner is None or inner is None or _without(token):
        return
    first, last = clause(inner, frozenset(c.i for c in droppable(inner)))
    if token.lemma_ in words.DECISIONS:
        to_do = any(child.tag_ == "TO" for child in inner.lefts)
        against = inner.lemma_ in words.AGAINST | words.ACTS_AGAINST
        if to_do and (against or inner.lemma_ in words.FOR | words.ACTS_FOR):
            start, _ = trimmed(token.doc, token.left_edge.i, last)
            yield Stance("act", token, owner, start, last, "against" if against else "for")
        return
    side = _judged(inner)
    if side is not None:
        yield Stance("view", token, owner, first, last, side)


def _judged(inner: Token) -> Polarity | None:
    """Return the side a clause takes by its duty or its verdict; None when it takes none."""
    if only_goes_on(inner):
        return None
    for verb in (inner, *(c for c in inner.rights if c.dep_ in ("ccomp", "conj", "relcl", "attr"))):
        for child in verb.lefts:
            if child.lower_ in ("must", "should", "ought") and child.dep_ == "aux":
                return "against" if wondered_at(verb) else duty_side(verb)
        if verb.lemma_ in ("need", "have") and duty_verb(verb):
            return "against" if negated(verb) else "for"
        if verb.lemma_ == "be":
            for child in verb.rights:
                lemma = child.lemma_.lower()
                if child.dep_ in ("acomp", "attr") and lemma in words.VERDICTS:
                    return "against" if (lemma in words.BAD) != negated(verb) else "for"
    return None


def _without(token: Token) -> bool:
    """Say whether the support is missing: "without U.S. support", "lack of Russian backing"."""
    return token.dep_ == "pobj" and (
        token.head.lower_ == "without" or token.head.head.lemma_ in ("lack", "loss", "absence", "end")
    )


def _of_view(token: Token) -> Iterator[Stance]:
    """Find "insists the other side needs to change": a believing verb over a duty or a verdict."""
    inner = next((child for child in token.rights if child.dep_ == "ccomp"), None)
    if inner is None or not asserted(token) or negated(token):
        return
    side = _judged(inner)
    if side is None and token.lemma_ in ("insist", "demand") and _to_stay(inner):
        side = "against" if negated(inner) else "for"
    if side is not None:
        yield from _view(token, inner, side)


def _to_stay(inner: Token) -> bool:
    """Say whether a clause is what is insisted on: "that sanctions stay", "that it be lifted"."""
    modal = any(low.tag_ == "MD" for low in inner.lefts)
    bare = inner.tag_ == "VB" or any(
        low.lower_ == "be" and low.dep_ == "auxpass" for low in inner.lefts
    )
    return not modal and (bare or (inner.tag_ == "VBP" and inner.lemma_ in words.STAYING))


def _view(token: Token, inner: Token, polarity: Polarity) -> Iterator[Stance]:
    low, last = clause(token, frozenset(c.i for c in _loose_below(token)))
    first, last = trimmed(token.doc, inner.left_edge.i, last)
    if low < last and first < last:
        yield Stance("view", token, subject(token), first, last, polarity, token.lemma_ == "insist")


def _loose_below(token: Token) -> Iterator[Token]:
    for part in token.subtree:
        if part.dep_ in ("relcl", "acl") and part.i > token.i and loose(part):
            yield part
