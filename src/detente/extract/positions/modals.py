"""Sides taken by "is", "must", "will not", "cannot": verdicts, duties, refusals, promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.extract.positions import words
from detente.extract.positions.grammar import (
    UNSURE,
    asserted,
    conditional,
    droppable,
    of_what_may_come,
    passive,
    span,
    verdict_span,
)
from detente.extract.positions.sides import (
    PROCEDURE,
    Kind,
    Polarity,
    Stance,
    duty_side,
    negated,
    prepositions,
)
from detente.extract.voice import clause, subject, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"})
_CAN = frozenset({"can", "ca", "could"})
_CLASSES = frozenset({"act", "form", "matter", "kind", "case", "sign", "source", "piece"})


def of_copula(token: Token) -> Iterator[Stance]:
    """Yield the sides that "is" takes: "is an ally of", "is ready to", "is unacceptable"."""
    if not asserted(token):
        if asserted(token, UNSURE):
            yield from _willing(token)
            yield from _verdicts(token)
        return
    who = subject(token)
    denied = negated(token)
    first, last = span(token)
    for child in token.rights:
        lemma = child.lemma_.lower()
        following = {low.lower_ for low in child.rights if low.dep_ == "prep"}
        if (
            child.dep_ == "attr"
            and lemma in words.HOLDERS_FOR | words.HOLDERS_AGAINST
            and "of" in following
        ):
            for_it = (lemma in words.HOLDERS_FOR) != denied
            start, _ = trimmed(token.doc, child.left_edge.i, last)
            yield Stance("holder", token, who, start, last, "for" if for_it else "against")
        elif child.dep_ == "prep" and child.lower_ in ("for", "against") and _right_after(child, who):
            for_it = (child.lower_ == "for") != denied
            yield Stance("holder", token, who, first, last, "for" if for_it else "against")
        elif child.dep_ == "prep" and child.lower_ == "in" and _in_favour(child):
            yield Stance("holder", token, who, first, last, "against" if denied else "for")
        elif child.dep_ == "acomp" and child.lower_ in words.ALARMED and not denied:
            if of_what_may_come(child):
                continue
            yield _clause_stance("verb", token, who, "against")
        elif child.dep_ in ("acomp", "attr", "oprd"):
            yield from _of_adjective(token, child, who, first, last)
        elif child.dep_ == "xcomp" and _aim(who, child):
            yield _clause_stance("duty", token, None, "against" if denied else "for")
    yield from _verdicts(token)


def _willing(token: Token) -> Iterator[Stance]:
    """Yield "would be willing to", where no "if" makes it unreal."""
    if any(child.dep_ == "advcl" for child in token.children):
        return
    for child in token.rights:
        ready = child.dep_ in ("acomp", "attr") and child.lemma_.lower() in words.READY
        if ready and any(low.dep_ in ("xcomp", "prep") for low in child.rights):
            side: Polarity = "against" if negated(token) else "for"
            yield _clause_stance("ready", token, subject(token), side)


def _right_after(prep: Token, who: Token | None) -> bool:
    """Say whether "for" says what somebody is for: not "at odds for almost two years"."""
    between = prep.doc[prep.head.i + 1 : prep.i]
    direct = all(token.dep_ in ("neg", "advmod") for token in between)
    return direct and who is not None and (who.lower_ in ("we", "i") or who.tag_ in ("NNP", "NNPS"))


def _aim(who: Token | None, inner: Token) -> bool:
    """Say whether a subject and an infinitive tell an aim: "the aim was to hold it"."""
    to_do = any(low.tag_ == "TO" for low in inner.lefts)
    to_do = to_do and inner.lemma_ not in PROCEDURE
    return to_do and who is not None and who.lemma_.lower() in words.AIMS


def _in_favour(prep: Token) -> bool:
    return any(child.lower_ in ("favour", "favor", "support") for child in prep.rights)


def _of_adjective(
    token: Token, word: Token, who: Token | None, first: int, last: int
) -> Iterator[Stance]:
    lemma = word.lemma_.lower()
    denied = negated(token)
    infinitive = any(child.dep_ in ("xcomp", "ccomp") for child in word.rights)
    toward = any(child.dep_ == "prep" and child.lower_ == "to" for child in word.rights)
    talks = any(child.dep_ == "prep" and child.lower_ == "for" for child in word.rights)
    if any(low.lower_ in ("more", "less", "too") for low in word.lefts):
        return
    if lemma in words.READY and (infinitive or talks or (lemma == "committed" and toward)):
        yield Stance("ready", token, who, first, last, "against" if denied else "for")
        if denied:
            yield _clause_stance("charge", token, None, "against")
    elif lemma in words.UNREADY and (infinitive or toward):
        yield Stance("ready", token, who, first, last, "unclear" if denied else "against")


def _verdicts(token: Token) -> Iterator[Stance]:
    """Yield "is unacceptable", "would be an act of aggression", "there is no military solution"."""
    denied = negated(token)
    for child in token.rights:
        if child.dep_ not in ("acomp", "attr", "oprd"):
            continue
        lemma = child.lemma_.lower()
        if lemma in _CLASSES:
            lemma = _of_what(child) or lemma
        if lemma in words.VERDICTS:
            start, end = verdict_span(token)
            bad = (lemma in words.BAD) != denied
            yield Stance("verdict", token, None, start, end, "against" if bad else "for")
        elif child.dep_ == "attr" and lemma in words.REASONS and _none(child):
            yield _clause_stance("verdict", token, None, "against")


def _of_what(noun: Token) -> str | None:
    return next((low.lemma_.lower() for c in noun.rights if c.lower_ == "of" for low in c.rights), None)


def _none(noun: Token) -> bool:
    return any(low.lower_ == "no" for low in noun.lefts)


def of_modal(token: Token) -> Iterator[Stance]:
    """Yield what a modal makes of its verb: a duty, a refusal, a promise, something ruled out."""
    low = token.lower_
    head = token.head
    if head.tag_[:2] not in ("VB", "NN", "JJ"):
        return
    if low in ("must", "should", "ought"):
        yield from duty(head, token)
        return
    if conditional(head) or low not in _WILL | _CAN:
        return
    who = subject(head)
    if who is None or _perfect(head):
        return
    denied = negated(head)
    if denied and (low not in ("would", "could", "'d", "’d") and _refused(head)):
        yield _clause_stance("refusal", head, who, "against", strong=True)
    elif low in ("would", "'d", "’d") and head.lemma_ == "like" and not passive(head):
        wanted = any(c.dep_ == "dobj" for c in head.rights)
        if wanted and not denied:
            first, last = span(head)
            yield Stance("verb", head, who, first, last, "for")
    elif low in _WILL and head.lemma_ in (words.WILLED if denied else words.PLEDGES):
        if not passive(head):
            yield _clause_stance(
                "refusal" if denied else "pledge", head, who, "against" if denied else "for"
            )
    elif low in _WILL and head.lemma_ in words.OWN_DEEDS and not passive(head):
        against = denied != (head.lemma_ in words.AGAINST | words.ACTS_AGAINST)
        if any(child.dep_ in ("dobj", "prep", "prt") for child in head.rights):
            yield _clause_stance("pledge", head, who, "against" if against else "for")
    elif low in _CAN and (
        _ruled_out(head, who) or (denied and (_barred(head) or head.lemma_ in words.ACCEPT))
    ):
        side: Polarity = "for" if _nothing_less(head) else "against"
        yield _clause_stance("limit", head, None, side, strong=True)


def _perfect(head: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in head.lefts)


def _refused(head: Token) -> bool:
    return head.lemma_ in words.ACCEPT | words.FOR or bool(
        prepositions(head) & words.FOR_WITH.get(head.lemma_, set())
    )


def _ruled_out(head: Token, who: Token) -> bool:
    """Say whether "no" rules it out: "there can be no games", "he could have no part in it"."""
    if head.lemma_ not in ("be", "have", "play"):
        return False
    there = who.lower_ == "there"
    return (there or head.lemma_ != "be") and any(
        _none(child) for child in head.rights if child.dep_ in ("attr", "dobj")
    )


def _nothing_less(head: Token) -> bool:
    """Say whether what is ruled out is less than what is wanted: "no room for anything less than"."""
    low, high = head.i, head.right_edge.i
    return any(token.lower_ == "less" and token.nbor().lower_ == "than" for token in head.doc[low:high])


def _barred(head: Token) -> bool:
    """Say whether something is barred: "cannot be left out", "cannot be a condition"."""
    return passive(head) or (
        head.lemma_ == "be" and any(c.dep_ in ("attr", "prep") for c in head.rights)
    )


def _clause_stance(
    kind: Kind, head: Token, who: Token | None, side: Polarity, *, strong: bool = False
) -> Stance:
    first, last = clause(head, frozenset(c.i for c in droppable(head)))
    return Stance(kind, head, who, first, last, side, strong)


def wondered_at(head: Token) -> bool:
    """Say whether "should" tells what somebody wonders at: "it was surprising that it should go on"."""
    above = head.head
    adjective = next((c for c in above.rights if c.dep_ == "acomp"), above)
    return head.dep_ == "ccomp" and adjective.lemma_.lower() in words.WONDERED


def duty(head: Token, mark: Token) -> Iterator[Stance]:
    """Yield the duty that "must", "should", "has to" lays on somebody."""
    if conditional(head) or head.lemma_ in words.NOT_OBLIGED:
        return
    if any(child.dep_ == "aux" and child.lemma_ == "have" and child.i > mark.i for child in head.lefts):
        return
    wh = any(child.tag_ in ("WP", "WRB", "WDT") for child in head.lefts)
    if wh or subject(head) is None:
        return
    first, last = clause(head, frozenset(c.i for c in droppable(head)))
    shame = any(c.dep_ == "acomp" and c.lower_ == "ashamed" for c in head.rights)
    if mark.lower_ == "should" and (shame or wondered_at(head)):
        yield Stance("verdict", head, None, first, last, "against")
        return
    yield Stance("duty", head, None, first, last, duty_side(head))
