"""What a clause around a stance says: whether it is asserted, who is its subject, which words it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.extract.positions import words
from detente.extract.positions.sides import PROCEDURE, Stance, verb_side
from detente.extract.voice import TELLING, clause, subject, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBZ", "VBP", "VBD", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_OBJECTS = ("dobj", "ccomp", "xcomp")
_UNREAL = frozenset({"would", "could", "may", "might", "should", "'d", "’d", "must", "can"})
UNSURE = _UNREAL - {"would", "'d", "’d"}
"""Modals under which a verdict is no longer one."""
_DASHES = frozenset({"-", "–", "—", "--"})
_TOWN = 4
"""Letters of a town in a dateline at least, and tokens before it at most."""
_BINDING = frozenset({"will", "'ll", "’ll", "would"})
"""What makes of "have to" a duty still to come."""
_SHARED = PROCEDURE | {"work", "live", "wait", "learn"}
"""What everybody will have to do, which binds nobody."""
_BLOCKING = frozenset({"if", "unless", "whether", "lest", "before", "until"})


def duty_verb(token: Token) -> bool:
    """Say whether "has to", "needs to", "will have to" bind somebody: with an infinitive after it."""
    infinitive = any(
        child.dep_ == "xcomp" and any(low.tag_ == "TO" for low in child.lefts) for child in token.rights
    )
    modals = [child.lower_ for child in token.lefts if child.tag_ == "MD"]
    if any(low.lower_ == "yet" for child in token.rights for low in (child, *child.lefts)):
        return False  # "have yet to settle"
    if token.lemma_ == "have" and modals and modals[0] in _BINDING:
        loose_ = any(c.dep_ == "advcl" or c.lemma_ in _SHARED for c in token.children)
        return infinitive and not loose_
    return infinitive and not modals and token.tag_ in ("VBZ", "VBP")


def asserted(token: Token, modals: frozenset[str] = _UNREAL) -> bool:
    """Say whether a verb tells what is: finite, or a participle that hangs on a finite verb."""
    tag = token.tag_
    lefts = list(token.lefts)
    if any(child.lower_ in _BLOCKING and child.dep_ in ("mark", "advmod") for child in lefts):
        return False
    modal = [child.lower_ for child in lefts if child.tag_ == "MD"]
    if any(low in modals for low in modal):
        return False
    if any(child.tag_ == "TO" and child.dep_ != "prep" for child in lefts):
        return False
    if tag in _FINITE or tag in ("VB", "VBN"):
        return (
            tag in _FINITE
            or any(child.dep_ in ("aux", "auxpass") for child in lefts)
            or _joined(token)
            or headless(token)
        )
    if tag == "VBG":
        if any(child.dep_ == "aux" and child.lemma_ == "be" for child in lefts):
            return True
        return token.dep_ in ("advcl", "conj") and not any(child.dep_ == "mark" for child in lefts)
    return False


def guessed(token: Token) -> bool:
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
    return token.dep_ == "conj" and token.head.tag_[:2] == "VB" and asserted(token.head)


def passive(token: Token) -> bool:
    """Say whether a verb is in the passive."""
    return any(child.dep_ == "auxpass" for child in token.lefts)


def actor_of(token: Token) -> Token | None:
    """Return who does it: the subject, or after a passive the one after "by"."""
    if passive(token):
        for child in token.rights:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                return next((low for low in child.rights if low.dep_ == "pobj"), None)
        return None
    if token.dep_ in ("advcl", "acl") and token.tag_ == "VBG":
        return actor_of(token.head) if token.head.tag_[:2] == "VB" else None
    if token.dep_ == "conj" and token.tag_ == "VBG" and token.head.tag_ == "VBG":
        return actor_of(token.head)
    return _past_dateline(subject(token)) or _headless(token) or _name_before(token)


def _past_dateline(who: Token | None) -> Token | None:
    """Return the subject behind a dateline that the parse has taken for it: "MINSK - The leaders"."""
    if who is None or not who.is_upper or len(who) < _TOWN:
        return who
    sent = who.sent
    if who.i - sent.start > _TOWN:
        return who
    dash = next((t.i for t in who.doc[who.i : min(who.i + 12, sent.end)] if t.text in _DASHES), None)
    if dash is None:
        return who
    for token in who.doc[dash + 1 : sent.end]:
        if token.tag_[:2] in ("VB", "MD"):
            break
        if token.tag_[:2] == "NN" and token.dep_ not in ("compound", "poss", "pobj", "conj"):
            return token
    return who


def _headless(token: Token) -> Token | None:
    """Return the noun that a past form hangs on where its sentence has no other verb: its subject."""
    return token.head if headless(token) else None


def headless(token: Token) -> bool:
    """Say whether the parse took the verb of a sentence for a participle of its subject."""
    return (
        token.dep_ == "acl"
        and token.tag_ in ("VBN", "VBD")
        and token.head.dep_ == "ROOT"
        and token.head.tag_[:2] == "NN"
        and token.i > token.head.i
        and token.sent[-1].text in (".", "!", "”", '"')
        and not any(c.tag_ in _FINITE and c.dep_ not in ("relcl", "ccomp") for c in token.head.children)
    )


def _name_before(token: Token) -> Token | None:
    """Return the noun right before a finite verb that the parse has left without a subject."""
    start = min((child.i for child in token.lefts if child.dep_ in ("aux", "neg")), default=token.i)
    before = token.doc[start - 1] if start > 0 else None
    if before is None or (not token.is_sent_start and before.sent != token.sent):
        return None
    return before if before.tag_ in ("NNP", "NNPS") else None


def span(token: Token) -> tuple[int, int]:
    """Return the words of a stance: from its verb (with "has", "not") to the end of its clause."""
    drop = frozenset(child.i for child in droppable(token))
    first, last = clause(token, drop)
    if passive(token):
        return first, last
    start = token.i
    left = {
        child.i
        for child in token.lefts
        if child.dep_ in ("aux", "neg") or (child.dep_ == "advmod" and child.tag_[0] != "W")
    }
    while start - 1 in left:
        start -= 1
    whom = any(low.lower_ == "whom" for child in token.lefts for low in (child, *child.rights))
    if token.dep_ == "relcl" and whom:
        return trimmed(token.doc, token.head.left_edge.i, last)  # "the man, whom it granted asylum"
    if token.dep_ == "relcl" and not any(child.dep_ in _OBJECTS for child in token.rights):
        noun = token.head  # "the act, which the president signed": its object stands before it
        if noun.tag_ == "NN" and noun.lower_ in ("something", "anything", "nothing"):
            return verdict_span(token)
        if noun.i not in (child.i for child in _subjects(token)):
            return trimmed(token.doc, noun.left_edge.i, last)
    return trimmed(token.doc, max(first, start), last)


def _subjects(token: Token) -> Iterator[Token]:
    """Yield the subject of a verb; of "the state that opposes it" the noun that "that" stands for."""
    for child in token.lefts:
        if child.dep_ in _SUBJECTS:
            yield token.head if child.tag_ in ("WDT", "WP") else child


def droppable(token: Token) -> Iterator[Token]:
    """Yield what is joined to a stance without belonging to it: other stances, "while ...", asides."""
    stack = [token]
    while stack:
        for child in stack.pop().children:
            if (
                (child.dep_ == "conj" and child.tag_[:2] == "VB" and _apart(child))
                or (child.dep_ == "advcl" and child.i > token.i and _turns(child))
                or (child.dep_ in ("relcl", "acl") and child.i > token.i and loose(child))
            ):
                yield child
            elif child.dep_ in ("conj", "prep", "pobj", "dobj", "attr"):
                stack.append(child)


def _apart(conj: Token) -> bool:
    """Say whether a joined verb is another side taken, or something said: "... and said that"."""
    but = any(t.lower_ == "but" for t in conj.head.children if t.dep_ == "cc")
    return but or conj.lemma_ in TELLING or verb_side(conj) is not None


def _turns(clause_head: Token) -> bool:
    opening = clause_head.left_edge.lower_
    return opening in ("while", "although", "though", "as", "because", "whereas") or (
        clause_head.tag_ == "VBG" and clause_head.doc[clause_head.left_edge.i - 1].text == ","
    )


def loose(clause_head: Token) -> bool:
    """Say whether a relative clause stands behind a comma or a dash: it adds, it does not say which."""
    at = clause_head.left_edge.i
    return at > 0 and clause_head.doc[at - 1].text in (",", "-", "–", "—")


def verdict_span(token: Token) -> tuple[int, int]:
    """Return the clause with what it judges: for "which is unacceptable" the sentence before it."""
    head = token
    if token.dep_ == "relcl":
        head = token.head
        while head.head.i != head.i and (
            head.tag_[:2] != "VB" or head.dep_ in ("xcomp", "ccomp", "pcomp")
        ):
            head = head.head
    return clause(head, frozenset(c.i for c in head.children if c.dep_ == "advcl" and _turns(c)))


def conditional(head: Token) -> bool:
    """Say whether a clause opens with "if", "unless", "before"."""
    return any(child.lower_ in _BLOCKING and child.dep_ in ("mark", "advmod") for child in head.lefts)


_VOID = frozenset({"one", "ones", "anything", "nothing", "something", "everything", "little", "more"})
_GOING = frozenset({"move", "go", "proceed", "act", "work", "continue", "start", "begin", "listen"})


def wants_nothing(stance: Stance) -> bool:
    """Say whether a stance names nothing that is wanted: "was ready to move ahead", "wants one".

    "It", "them" and the like do name it, and so does "ready to talk".
    """
    head = stance.head
    if stance.kind in ("verb", "act", "noun", "pledge", "refusal") and _of_contact(head):
        return True
    if stance.kind == "duty":
        return only_goes_on(head)
    if stance.kind == "ready":
        todo = [low for child in head.rights for low in child.rights if low.dep_ == "xcomp"]
        return any(
            verb.lemma_ in _GOING and not any(c.dep_ in ("dobj", "prep") for c in verb.rights)
            for verb in todo
        )
    if stance.kind not in ("verb", "act") or head.dep_ == "relcl":
        return False
    if any(child.dep_ == "dobj" and child.tag_ == "WP" for child in head.lefts):
        return True  # "not what he does not want"
    named = [child for child in head.rights if child.dep_ == "dobj"]
    preps = [child for child in head.rights if child.dep_ == "prep"]
    bare = [prep for prep in preps if not any(low.dep_ in ("pobj", "pcomp") for low in prep.rights)]
    if bare and not named and len(preps) == len(bare) and bare[0].i == head.i + 1:
        return True  # "what they have been asking for"
    named += [low for prep in preps[:1] for low in prep.rights if low.dep_ == "pobj" and not named]
    return bool(named) and named[0].lower_ in _VOID


def _of_contact(head: Token) -> bool:
    """Say whether what is wanted or refused is a contact, or a person: "asked for the call".

    What it is about makes a matter of it ("a meeting on Syria").
    """
    thing = _object_of(head)
    inner = next((c for c in head.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if inner is not None and _only_meets(inner):
        return True
    if thing is None:
        return False
    if any(low.lower_ in _WIRED for low in thing.lefts):
        return True
    if head.lemma_ in _PRAISING and thing.tag_ != "NNP" and not is_named(thing):
        return True
    about = any(c.dep_ == "prep" and c.lower_ in ("on", "about", "over") for c in thing.rights)
    person = (
        thing.tag_ == "NNP" and thing.ent_type_ == "" and head.lemma_ in ("praise", "thank", "want")
    )
    person = person and not any(
        c.dep_ in ("prep", "xcomp", "ccomp", "oprd") or c.tag_ == "VBN"
        for c in (*head.rights, *thing.subtree)
    )
    if head.lemma_ in ("deny", "dismiss", "back", "support") and thing.lemma_ in _TOLD:
        return not any(c.dep_ == "prep" and c.lower_ != "of" for c in head.rights)
    return (thing.lemma_.lower() in words.CONTACTS and not about) or person


def only_goes_on(verb: Token) -> bool:
    """Say whether a duty is no more than to go on: "people should go on working"."""
    below = [verb, *(c for c in verb.rights if c.dep_ in ("prep", "xcomp", "prt"))]
    below += [low for part in below[1:] for low in part.rights if low.tag_ == "VBG"]
    rights = [child for part in below for child in part.rights if child.tag_ != "VBG"]
    objects = [child for child in rights if child.dep_ in ("dobj", "pobj", "ccomp")]
    return verb.lemma_ in _GOING and not objects


def _only_meets(inner: Token) -> bool:
    """Say whether what is wanted or denied is to meet, or how people get along: no matter."""
    if inner.lemma_ == "get":
        return any(child.lower_ in ("along", "on") for child in inner.rights)
    about = any(c.lower_ in ("on", "about", "over") for c in inner.rights if c.dep_ == "prep")
    return inner.lemma_ in ("sit", "meet") and not about and inner.dep_ == "xcomp"


def is_named(thing: Token) -> bool:
    """Say whether a thing that is praised says what it is: "the cooperation of the services"."""
    said = any(c.dep_ in ("prep", "relcl", "acl", "appos") and c.lower_ != "to" for c in thing.rights)
    return said or any(c.dep_ in ("amod", "compound", "poss") for c in thing.lefts)


def _object_of(head: Token) -> Token | None:
    """Return the thing a verb is done to, through "the cancellation of" and "asked that he add"."""
    if head.dep_ == "relcl" and not any(c.dep_ == "dobj" and c.i > head.i for c in head.children):
        thing: Token | None = head.head if any(c.dep_ == "dobj" for c in head.lefts) else None
    else:
        thing = next((c for c in head.rights if c.dep_ == "dobj"), None)
    if thing is None:
        inner = next((c for c in head.rights if c.dep_ in ("ccomp", "xcomp")), None)
        if inner is not None:
            return next((c for c in inner.rights if c.dep_ == "dobj"), None)
        prep = next((c for c in head.rights if c.dep_ == "prep" and c.i - head.i < _NEAR), None)
        thing = next((c for c in prep.rights if c.dep_ == "pobj"), None) if prep is not None else None
    if thing is not None and thing.lemma_.lower() in _DROPPING:
        of = next((c for c in thing.rights if c.lower_ == "of"), None)
        thing = next((c for c in of.rights if c.dep_ == "pobj"), thing) if of is not None else thing
    return thing


_NEAR = 3
_WIRED = frozenset({"video", "telephone", "phone", "press", "news"})
"""What makes a contact of a conference."""
_PRAISING = frozenset({"praise", "applaud", "hail"})
_TOLD = frozenset({"report", "rumour", "rumor", "government", "president", "minister", "party"})
"""What is denied without taking a side (a report), or backed without saying in what."""
_DROPPING = frozenset({"cancellation", "postponement", "delay", "failure", "success", "date"})
_TAKING_UP = frozenset(
    {"it", "them", "him", "this", "that", "they", "these", "those", "he", "so", "its"}
)


def points_back(head: Token, first: int, last: int) -> bool:
    """Say whether the words around a verb have no object of their own, or one that was named before.

    "Regretted the cancellation", "denies it", "sees no cause for alarm", "is ready to talk" do;
    "castigated Clinton", "wants a communique with eight signatures" do not.
    """
    tokens = head.doc[first:last]
    nouns = [
        token
        for token in tokens
        if token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "attr") and token.i != head.i
        if token.dep_ != "nsubj" or token.tag_ != "NNP"  # who says or does it
    ]
    if not any(token.tag_[:2] == "NN" for token in nouns):
        return True
    for token in nouns:
        if token.lower_ in _TAKING_UP and token.tag_ not in ("WDT", "WP"):
            return True
        bare = not any(child.dep_ in ("prep", "relcl", "acl") for child in token.rights)
        if bare and token.tag_ in ("NN", "NNS"):
            lefts = list(token.lefts)
            if any(child.lower_ in _TAKING_UP | {"the", "such"} for child in lefts):
                return True
            if any(child.lower_ == "no" for child in lefts):
                return True
    return False


def of_what_may_come(token: Token) -> bool:
    """Say whether somebody is alarmed at no thing but at what may follow: "about what might happen"."""
    return any(
        low.dep_ == "pcomp" or low.tag_ in ("WP", "WRB")
        for child in token.rights
        if child.dep_ == "prep"
        for low in child.rights
    )
