"""Where somebody takes a side in a sentence: the words, the side, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.extract.positions import words
from detente.extract.voice import clause, subject, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

Polarity = Literal["for", "against", "mixed", "unclear"]
Kind = Literal["verb", "act", "holder", "noun", "ready", "duty", "verdict", "refusal", "view"]
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_OBJECTS = ("dobj", "ccomp", "xcomp")
_BLOCKING = frozenset({"if", "unless", "whether", "lest", "before", "until"})


@dataclass(frozen=True, slots=True)
class Stance:
    """A side taken, before anybody has asked whether the one who takes it is an actor."""

    kind: Kind
    """The kind of words."""
    head: Token
    """The word that takes the side."""
    who: Token | None
    """Who takes it, as the grammar says; None: whoever speaks."""
    first: int
    """First token of the claim."""
    last: int
    """One past the last token of the claim."""
    polarity: Polarity
    """The side."""
    strong: bool = False
    """Whether the words themselves are strong ("will never")."""


def stances(tokens: Sequence[Token]) -> Iterator[Stance]:
    """Yield the stances of one sentence; a question has none."""
    if any(token.text == "?" for token in tokens[-3:]):
        return
    for token in tokens:
        tag = token.tag_
        if tag[:2] not in ("VB", "NN", "MD"):
            continue
        if tag[:2] == "VB" and token.pos_ != "AUX":
            yield from _of_verb(token)
        elif tag in ("NN", "NNS"):
            if token.lemma_ in words.NOUNS_FOR | words.NOUNS_AGAINST:
                yield from _of_noun(token)
            elif token.lemma_ in words.DECISIONS | words.VIEWS:
                yield from _of_held(token)
        if tag == "MD" and token.dep_ == "aux":
            yield from _of_modal(token)


def _of_verb(token: Token) -> Iterator[Stance]:
    lemma = token.lemma_
    if lemma == "be" or lemma == "remain":
        yield from _of_copula(token)
        return
    if lemma in ("need", "have") and _duty_verb(token):
        yield from _duty(token, token)
        return
    if lemma in words.BELIEVING and token.tag_ != "VBN":
        yield from _of_view(token)
    if lemma == "dig" and any(child.lemma_ == "heel" for child in _deep(token)):
        first, last = clause(token, frozenset(child.i for child in _droppable(token)))
        yield Stance("verb", token, _actor_of(token), first, last, "against", True)
        return
    if lemma not in words.VERBS and token.lower_ not in words.VERDICTS:
        return
    if not _asserted(token):
        return
    judged = token.lower_ in words.VERDICTS
    if judged and _passive(token):
        start, end = _verdict_span(token)
        bad = (token.lower_ in words.BAD) != _negated(token)
        yield Stance("verdict", token, None, start, end, "against" if bad else "for")
        return
    polarity = _verb_polarity(token)
    if polarity is None or _guessed(token):
        return
    who = _actor_of(token)
    if who is None:
        return
    first, last = _span(token)
    act = lemma in words.ACTS_FOR | words.ACTS_AGAINST
    yield Stance("act" if act and _done(token) else "verb", token, who, first, last, polarity)


def _deep(token: Token) -> Iterator[Token]:
    for child in token.rights:
        yield child
        yield from child.rights


def _duty_verb(token: Token) -> bool:
    """Say whether "has to", "needs to" bind somebody: with an infinitive and no modal before."""
    infinitive = any(
        child.dep_ == "xcomp" and any(low.tag_ == "TO" for low in child.lefts) for child in token.rights
    )
    plain = token.tag_ in ("VBZ", "VBP")
    return plain and infinitive and not any(child.tag_ == "MD" for child in token.lefts)


def _asserted(token: Token) -> bool:
    """Say whether a verb tells what is: finite, or a participle that hangs on a finite verb."""
    tag = token.tag_
    lefts = list(token.lefts)
    if any(child.lower_ in _BLOCKING and child.dep_ in ("mark", "advmod") for child in lefts):
        return False
    modal = [child.lower_ for child in lefts if child.tag_ == "MD"]
    if any(
        low in ("would", "could", "may", "might", "should", "'d", "’d", "must", "can") for low in modal
    ):
        return False
    if any(child.tag_ == "TO" for child in lefts):
        return False
    if tag in _FINITE or tag in ("VB", "VBN"):
        return (
            tag in _FINITE or any(child.dep_ in ("aux", "auxpass") for child in lefts) or _joined(token)
        )
    if tag == "VBG":
        if any(child.dep_ == "aux" and child.lemma_ == "be" for child in lefts):
            return True
        return token.dep_ in ("advcl", "conj") and not any(child.dep_ == "mark" for child in lefts)
    return False


def _guessed(token: Token) -> bool:
    """Say whether a clause is only taken, hinted or denied to be so: "a signal that it wants peace"."""
    while token.head.i != token.i:
        parent = token.head
        if token.dep_ in ("acl", "ccomp", "relcl", "csubj"):
            if parent.lemma_ in words.GUESSES:
                return True
            if token.dep_ == "ccomp" and any(c.lower_ in ("whether", "if") for c in token.lefts):
                return True
        token = parent
    return False


def _joined(token: Token) -> bool:
    return token.dep_ == "conj" and token.head.tag_[:2] == "VB" and _asserted(token.head)


def _negated(token: Token) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in ("never", "hardly", "no longer")
        for child in token.children
    )


def _passive(token: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in token.lefts)


def _actor_of(token: Token) -> Token | None:
    """Return who does it: the subject, or after a passive the one after "by"."""
    if _passive(token):
        for child in token.rights:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                return next((low for low in child.rights if low.dep_ == "pobj"), None)
        return None
    if token.dep_ in ("advcl", "acl") and token.tag_ == "VBG":
        return _actor_of(token.head) if token.head.tag_[:2] == "VB" else None
    if token.dep_ == "conj" and token.tag_ == "VBG" and token.head.tag_ == "VBG":
        return _actor_of(token.head)
    return subject(token) or _name_before(token)


def _name_before(token: Token) -> Token | None:
    """Return the noun right before a finite verb that the parse has left without a subject."""
    start = min((child.i for child in token.lefts if child.dep_ in ("aux", "neg")), default=token.i)
    before = token.doc[start - 1] if start > 0 else None
    if before is None or (not token.is_sent_start and before.sent != token.sent):
        return None
    return before if before.tag_ in ("NNP", "NNPS") else None


def _prepositions(token: Token) -> set[str]:
    return {
        child.lower_
        for child in token.rights
        if child.dep_ in ("prep", "prt", "agent", "dative") and child.i - token.i < 6
    }


def _verb_polarity(token: Token) -> Polarity | None:
    lemma = token.lemma_
    preps = _prepositions(token)
    negated = _negated(token)
    objects = any(child.dep_ in ("dobj", "ccomp", "xcomp", "nsubjpass") for child in token.children)
    will = any(child.tag_ == "MD" for child in token.lefts)
    if preps & words.FOR_WITH.get(lemma, set()):
        side: Polarity = "for"
    elif preps & words.AGAINST_WITH.get(lemma, set()):
        side = "against"
    elif lemma in words.FOR and objects:
        side = "for"
    elif lemma in words.AGAINST and (objects or lemma in ("refuse",)):
        if lemma == "refuse" and _only_silent(token):
            return None
        side = "against"
    elif lemma in words.ACTS_AGAINST and objects and _done(token):
        side = "against"
    elif lemma in words.ACTS_FOR and objects and _done(token) and not negated:
        side = "for"
    elif lemma in words.ACCEPT and negated and (objects or preps):
        return "against"
    else:
        return None
    if will and not negated and lemma not in ("veto", "block", "oppose", "reject", "support", "back"):
        return None  # what somebody is going to do is a plan
    if not negated:
        return side
    return "against" if side == "for" else "unclear"


def _only_silent(token: Token) -> bool:
    inner = next((child for child in token.rights if child.dep_ == "xcomp"), None)
    return inner is not None and inner.lemma_ in words.NO_STANCE_OBJECTS


def _done(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBN", "VBG")


def _span(token: Token) -> tuple[int, int]:
    """Return the words of a stance: from its verb (with "has", "not") to the end of its clause."""
    drop = frozenset(child.i for child in _droppable(token))
    first, last = clause(token, drop)
    if _passive(token):
        return first, last
    start = token.i
    for child in token.lefts:
        adverb = child.dep_ == "advmod" and child.tag_[0] != "W"
        if (child.dep_ in ("aux", "neg") or adverb) and token.i - 5 <= child.i < start:
            start = child.i
    if token.dep_ == "relcl" and not any(child.dep_ in _OBJECTS for child in token.rights):
        noun = token.head  # "the act, which the president signed": its object stands before it
        if noun.tag_ == "NN" and noun.lower_ in ("something", "anything", "nothing"):
            return _verdict_span(token)
        if noun.i not in (child.i for child in _subjects(token)):
            return trimmed(token.doc, noun.left_edge.i, last)
    return trimmed(token.doc, max(first, start), last)


def _subjects(token: Token) -> Iterator[Token]:
    """Yield the subject of a verb; of "the state that opposes it" the noun that "that" stands for."""
    for child in token.lefts:
        if child.dep_ in _SUBJECTS:
            yield token.head if child.tag_ in ("WDT", "WP") else child


def _droppable(token: Token) -> Iterator[Token]:
    """Yield what is joined to a stance without belonging to it: other stances, "while ...", asides."""
    stack = [token]
    while stack:
        for child in stack.pop().children:
            if (
                (child.dep_ == "conj" and child.tag_[:2] == "VB" and _verb_polarity(child) is not None)
                or (child.dep_ == "advcl" and child.i > token.i and _turns(child))
                or (child.dep_ in ("relcl", "acl") and child.i > token.i and _loose(child))
            ):
                yield child
            elif child.dep_ in ("conj", "prep", "pobj", "dobj", "attr"):
                stack.append(child)


def _turns(clause_head: Token) -> bool:
    opening = clause_head.left_edge.lower_
    return opening in ("while", "although", "though", "as", "because", "whereas") or (
        clause_head.tag_ == "VBG" and clause_head.doc[clause_head.left_edge.i - 1].text == ","
    )


def _loose(clause_head: Token) -> bool:
    """Say whether a relative clause stands behind a comma or a dash: it adds, it does not say which."""
    at = clause_head.left_edge.i
    return at > 0 and clause_head.doc[at - 1].text in (",", "-", "–", "—")


def _of_copula(token: Token) -> Iterator[Stance]:
    if not _asserted(token):
        return
    who = subject(token)
    negated = _negated(token)
    first, last = _span(token)
    for child in token.rights:
        lemma = child.lemma_.lower()
        following = {low.lower_ for low in child.rights if low.dep_ == "prep"}
        if (
            child.dep_ == "attr"
            and lemma in words.HOLDERS_FOR | words.HOLDERS_AGAINST
            and "of" in following
        ):
            for_it = (lemma in words.HOLDERS_FOR) != negated
            start, _ = trimmed(token.doc, child.left_edge.i, last)
            yield Stance("holder", token, who, start, last, "for" if for_it else "against")
        elif child.dep_ == "prep" and child.lower_ in ("for", "against") and who is not None:
            if who.lower_ in ("we", "i") or who.tag_ in ("NNP", "NNPS"):
                for_it = (child.lower_ == "for") != negated
                yield Stance("holder", token, who, first, last, "for" if for_it else "against")
        elif child.dep_ == "prep" and child.lower_ == "in" and _in_favour(child):
            yield Stance("holder", token, who, first, last, "against" if negated else "for")
        elif child.dep_ in ("acomp", "attr", "oprd"):
            yield from _of_adjective(token, child, who, first, last, negated)


def _in_favour(prep: Token) -> bool:
    return any(child.lower_ in ("favour", "favor", "support") for child in prep.rights)


def _of_adjective(
    token: Token, word: Token, who: Token | None, first: int, last: int, negated: bool
) -> Iterator[Stance]:
    lemma = word.lemma_.lower()
    infinitive = any(child.dep_ in ("xcomp", "ccomp") for child in word.rights)
    toward = any(child.dep_ == "prep" and child.lower_ == "to" for child in word.rights)
    if lemma in words.READY and (infinitive or (lemma == "committed" and toward)):
        yield Stance("ready", token, who, first, last, "against" if negated else "for")
    elif lemma in words.UNREADY and (infinitive or toward):
        yield Stance("ready", token, who, first, last, "unclear" if negated else "against")
    elif lemma in words.BAD or lemma in words.GOOD:
        start, end = _verdict_span(token)
        bad = (lemma in words.BAD) != negated
        yield Stance("verdict", token, None, start, end, "against" if bad else "for")


def _verdict_span(token: Token) -> tuple[int, int]:
    """Return the clause with what it judges: for "which is unacceptable" the sentence before it."""
    head = token
    if token.dep_ == "relcl":
        head = token.head
        while head.head.i != head.i and (
            head.tag_[:2] != "VB" or head.dep_ in ("xcomp", "ccomp", "pcomp")
        ):
            head = head.head
    return clause(head, frozenset(c.i for c in head.children if c.dep_ == "advcl" and _turns(c)))


def _of_noun(token: Token) -> Iterator[Stance]:
    """Find "U.S. plans for a shield", "Russia's opposition to the war", "its decision to ban ..."."""
    owner = _owner(token)
    object_ = next(
        (c for c in token.rights if c.dep_ == "prep" and c.lower_ in words.NOUN_PREPS), None
    ) or next((c for c in token.rights if c.dep_ == "acl" and c.tag_ == "VB"), None)
    if owner is None or object_ is None or _without(token):
        return
    first = token.left_edge.i
    last = object_.right_edge.i + 1
    for child in _droppable(object_):
        last = min(last, child.left_edge.i)
    for part in token.doc[object_.i : last]:
        if part.dep_ == "relcl" and _loose(part):
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
    first, last = clause(inner, frozenset(c.i for c in _droppable(inner)))
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
    for verb in (inner, *(c for c in inner.rights if c.dep_ in ("ccomp", "conj", "relcl", "attr"))):
        for child in verb.lefts:
            if child.lower_ in ("must", "should", "ought") and child.dep_ == "aux":
                return "against" if _negated(verb) else "for"
        if verb.lemma_ in ("need", "have") and _duty_verb(verb):
            return "against" if _negated(verb) else "for"
        if verb.lemma_ == "be":
            for child in verb.rights:
                lemma = child.lemma_.lower()
                if child.dep_ in ("acomp", "attr") and lemma in words.VERDICTS:
                    return "against" if (lemma in words.BAD) != _negated(verb) else "for"
    return None


def _without(token: Token) -> bool:
    """Say whether the support is missing: "without U.S. support", "lack of Russian backing"."""
    return token.dep_ == "pobj" and (
        token.head.lower_ == "without" or token.head.head.lemma_ in ("lack", "loss", "absence", "end")
    )


def _of_modal(token: Token) -> Iterator[Stance]:
    low = token.lower_
    head = token.head
    if head.tag_[:2] not in ("VB", "NN", "JJ"):
        return
    negated = _negated(head)
    if low in ("must", "should", "ought"):
        yield from _duty(head, token)
    elif low in ("will", "'ll", "’ll", "wo", "can", "ca", "shall") and negated:
        refused = head.lemma_ in words.ACCEPT | words.FOR or _prepositions(head) & words.FOR_WITH.get(
            head.lemma_, set()
        )
        who = subject(head)
        if refused and who is not None and not _conditional(head):
            first, last = clause(head, frozenset(c.i for c in _droppable(head)))
            yield Stance("refusal", head, who, first, last, "against", True)


def _conditional(head: Token) -> bool:
    return any(child.lower_ in _BLOCKING and child.dep_ in ("mark", "advmod") for child in head.lefts)


def _duty(head: Token, mark: Token) -> Iterator[Stance]:
    if _conditional(head) or head.lemma_ in words.NOT_OBLIGED:
        return
    if any(child.dep_ == "aux" and child.lemma_ == "have" and child.i > mark.i for child in head.lefts):
        return
    wh = any(child.tag_ in ("WP", "WRB", "WDT") for child in head.lefts)
    if wh or subject(head) is None:
        return
    first, last = clause(head, frozenset(c.i for c in _droppable(head)))
    yield Stance("duty", head, None, first, last, "against" if _negated(head) else "for")


def _of_view(token: Token) -> Iterator[Stance]:
    """Find "insists the other side needs to change": a believing verb over a duty or a verdict."""
    inner = next((child for child in token.rights if child.dep_ == "ccomp"), None)
    if inner is None or not _asserted(token) or _negated(token):
        return
    side = _judged(inner)
    if side is not None:
        yield from _view(token, inner, side)


def _view(token: Token, inner: Token, polarity: Polarity) -> Iterator[Stance]:
    low, last = clause(token, frozenset(c.i for c in _loose_below(token)))
    first, last = trimmed(token.doc, inner.left_edge.i, last)
    if low < last and first < last:
        yield Stance("view", token, subject(token), first, last, polarity, token.lemma_ == "insist")


def _loose_below(token: Token) -> Iterator[Token]:
    for part in token.subtree:
        if part.dep_ in ("relcl", "acl") and part.i > token.i and _loose(part):
            yield part
