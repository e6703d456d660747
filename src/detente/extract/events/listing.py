"""The table of words says which act a verb tells: alone, with its object, with its particle or both.

What the words mean together is decided here; how real the act is, `acting` decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.extract.clauses import objects, subject_of
from detente.extract.voice import word_set
from detente.knowledge.plover import NO_ACT, Act, act_nouns, acts

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan. feb. aug. sept. oct. nov. dec. behalf day
    week weekend
    """
)
DOING = word_set(
    """
    begin carry complete conduct continue declare deliver extend give hold impose intensify issue
    launch make mount open order perform prosecute re-impose reimpose renew reopen resume stage
    start step tighten undertake wage
    """
)
"""Verbs that say of an act told by a noun that it is done."""
GETS = frozenset(("receive", "get", "obtain", "secure", "win"))
"""Verbs of who is given something."""
ENDING = word_set("abandon cancel cease drop end freeze halt lift postpone revoke scrap stop suspend")
"""Verbs that say of an act told by a noun that it is done no more."""
_ORDERS = frozenset(("order", "announce", "declare", "call", "proclaim"))
_HALTS = frozenset(("halt", "end", "stop", "pause", "suspension", "freeze", "cessation"))
_SPANS = frozenset(("hour", "day", "week", "month"))
_EXERCISES = frozenset(("exercise", "drill", "maneuver", "manoeuvre", "game", "patrol"))
_ARMED = frozenset(("air", "missile", "drone", "rocket", "artillery", "military", "retaliatory"))
"""Words before a strike that is no strike of workers."""
_ENDED: dict[str, tuple[str, str | None, str]] = {
    "CONSULT": ("REJECT", "meet", "125"),
    "AID": ("SANCTION", "discontinue", "162"),
    "COOPERATE": ("SANCTION", "discontinue", "161"),
    "SUPPORT": ("SANCTION", "discontinue", "161"),
    "AGREE": ("REJECT", None, "120"),
    "ASSAULT": ("RETREAT", "ceasefire", "0871"),
    "MOBILIZE": ("RETREAT", "withdraw", "087"),
    "PROTEST": ("RETREAT", "ceasefire", "0871"),
    "SANCTION": ("RETREAT", "access", "085"),
    "COERCE": ("CONCEDE", None, "0811"),
    "ACCUSE": ("CONCEDE", None, "0841"),
    "RETREAT": ("REJECT", None, "120"),
}
"""What it is to end an act."""


@lru_cache(maxsize=1)
def told_by_lemma() -> dict[str, dict[str, Act]]:
    """Return what the table of words has for each lemma, by key."""
    found: dict[str, dict[str, Act]] = {}
    for (lemma, key), act in acts().items():
        found.setdefault(lemma, {})[key] = act
    return found


def act_of(verb: Token) -> tuple[Act, str] | None:
    """Return the act of a verb and the key that fired; None when it tells none."""
    found = _listed(verb)
    return None if found is None or found[0] == NO_ACT else found


def _listed(verb: Token) -> tuple[Act, str] | None:
    """Return the act of a verb and the key that fired, the most exact first; None when it tells none.

    With object and particle ("cut off aid"), object ("cut aid"), particle or preposition ("call on"),
    then alone. A verb whose lemma is listed only with objects tells nothing without one.
    """
    if (joint := _joint(verb) or _told_to_leave(verb) or _given(verb)) is not None:
        return joint
    listed = told_by_lemma().get(verb.lemma_)
    if listed is None:
        return _light(verb, _around(verb)[1])
    small, nouns = _around(verb)
    for word in small:
        for noun in nouns:
            if act := listed.get(f"+{word}~{noun}"):
                return act, f"{verb.lemma_} {word} {noun}"
    for noun in nouns:
        if act := listed.get(f"~{noun}"):
            return act, f"{verb.lemma_} {noun}"
    if (light := _light(verb, nouns)) is not None:
        return light
    for word in small:
        if act := listed.get(f"+{word}"):
            return act, f"{verb.lemma_} {word}"
    if act := listed.get(""):
        return act, verb.lemma_
    return None


def _joint(verb: Token) -> tuple[Act, str] | None:
    """Return the act of an exercise: held together it is cooperation, alone a show of force."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.lemma_ in _EXERCISES:
            together = any(c.lower_ in ("joint", "combined", "bilateral") for c in child.children)
            subject = subject_of(verb) if not together else None
            if together or (subject is not None and any(c.dep_ == "conj" for c in subject.children)):
                return Act("COOPERATE", None, "062"), f"joint {child.lemma_}"
    return None


def _given(verb: Token) -> tuple[Act, str] | None:
    """Return what somebody gave: "received tanks from Poland" is aid of Poland."""
    if verb.lemma_ not in GETS or not any(True for _ in givers(verb)):
        return None
    listed = told_by_lemma()["give"]
    for noun in _around(verb)[1]:
        if act := listed.get(f"~{noun}"):
            return act, f"give {noun}"
    return None


def givers(verb: Token) -> Iterator[Token]:
    """Yield from whom somebody gets something: after "from", hung on the verb or on the thing."""
    yield from objects(verb, "from")
    for thing in verb.children:
        if thing.dep_ == "dobj":
            yield from objects(thing, "from")


def _around(verb: Token) -> tuple[list[str], list[str]]:
    """Return the particles and prepositions of a verb, and the nouns it acts on, the nearest first.

    A noun in a compound stands before its head ("hunger strike"), what is counted after the count.
    """
    small: list[str] = []
    nouns: list[str] = []
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "advmod", "dative", "agent") or (
            child.dep_ in ("aux", "acomp") and child.tag_ == "RP"
        ):
            if child.dep_ == "prep" and any(
                c.lower_ in _DAYS or c.pos_ == "NUM" for c in child.children
            ):
                continue  # "called N on Tuesday" is no call on anybody
            small.append(child.lower_)
            if child.dep_ == "prep":
                nouns += [c.lemma_ for c in child.children if c.dep_ in ("pobj", "pcomp")]
        elif child.dep_ in ("dobj", "nsubjpass", "acomp", "attr", "oprd", "dative"):
            nouns += [c.lemma_.lower() for c in child.children if c.dep_ == "compound"]
            nouns.append(_noun_of(child, verb))
            nouns += [c.lemma_ for c in child.children if c.dep_ in ("conj", "nmod")]
            for prep in child.children:
                if prep.lower_ == "of":
                    for counted in prep.children:
                        if counted.dep_ == "pobj":
                            nouns += [counted.lemma_]
                            nouns += [c.lemma_ for c in counted.children if c.dep_ == "conj"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        nouns.append(verb.head.lemma_)  # the declaration, signed in Z
    if verb.lemma_ in ENDING:
        for child in verb.children:
            if child.dep_ == "xcomp" and child.tag_ == "VBG":  # stopped issuing visas
                nouns += [c.lemma_ for c in child.children if c.dep_ == "dobj"]
    return small, nouns


def _noun_of(child: Token, verb: Token) -> str:
    """Return what a verb acts on: of "the accord that they signed" the accord."""
    if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head.lemma_
    if child.lemma_ == "strike" and any(c.lower_ in _ARMED for c in child.lefts):
        return "airstrike"
    if child.i > 1 and child.nbor(-1).text == "-" and child.nbor(-2).lower_ == "co":
        return f"co{child.lemma_}"
    return child.lemma_ if child.pos_ != "PROPN" else child.lower_


def _light(verb: Token, nouns: list[str]) -> tuple[Act, str] | None:
    """Return the act of a noun under a verb that only says that it is done, announced or ended."""
    lemma = verb.lemma_
    if (halted := _halt(verb)) is not None:
        return halted
    if lemma not in DOING and lemma not in ENDING:
        return None
    for noun in nouns:
        act = act_nouns().get(noun)
        if act is None:
            continue
        if lemma in DOING:
            return act, f"{lemma} {noun}"
        ended = _ENDED.get(act.type)
        if ended is not None:
            return Act(*ended), f"{lemma} {noun}"
    return None


def _halt(verb: Token) -> tuple[Act, str] | None:
    """Return what "ordered a halt to its offensive" ends."""
    if verb.lemma_ not in _ORDERS:
        return None
    for thing in verb.children:
        if thing.dep_ not in ("dobj", "nsubjpass") or thing.lemma_ not in _HALTS:
            continue
        for prep in (*thing.children, *(c for c in verb.children if c.i > thing.i)):
            for noun in prep.children if prep.lower_ in ("to", "of", "in") else ():
                act = act_nouns().get(noun.lemma_)
                if act is not None and (ended := _ENDED.get(act.type)) is not None:
                    return Act(*ended), f"{verb.lemma_} {thing.lemma_} {noun.lemma_}"
    return None


def _told_to_leave(verb: Token) -> tuple[Act, str] | None:
    """Return an expulsion for "gave its diplomats two days to leave", an ultimatum for another time."""
    if verb.lemma_ not in ("give", "allow", "grant"):
        return None
    if not any(c.dep_ in ("dobj", "npadvmod", "oprd") and c.lemma_ in _SPANS for c in verb.children):
        return None
    for inner in verb.subtree:
        if inner.tag_ == "VB" and inner.dep_ in ("xcomp", "relcl", "acl", "advcl") and inner.i > verb.i:
            if inner.lemma_ in ("leave", "depart", "go", "quit"):
                return Act("SANCTION", "expel", "166"), f"{verb.lemma_} days to leave"
            return Act("THREATEN", None, "136"), f"{verb.lemma_} days"
    return None
