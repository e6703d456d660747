"""Which side a verb takes by its own meaning and the words after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.extract.positions import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Polarity = Literal["for", "against", "mixed", "unclear"]
Kind = Literal[
    "verb", "act", "holder", "noun", "ready", "duty", "verdict", "refusal", "view", "pledge",
    "limit", "charge", "aimed", "law",
]  # fmt: skip
_NAMES = frozenset({"name", "signature", "pen"})
_OBJECTS = ("dobj", "ccomp", "xcomp", "nsubjpass")
_OVER = frozenset({"over", "about", "for", "after", "to"})
_GRANTED = frozenset({"asylum", "refuge", "recognition", "citizenship", "status"})
_ARMS = frozenset(
    {"arm", "arms", "weapon", "weaponry", "missile", "system", "ammunition", "aircraft", "jet"}
)
_OPENED = frozenset(
    {"relation", "relations", "tie", "ties", "dialogue", "cooperation", "trade", "flight", "visa",
     "border", "embassy", "consulate", "export", "import", "delivery", "aid", "whaling", "test",
     "enrichment"}
)  # fmt: skip
_GIVEN = {
    "grant": _GRANTED, "deliver": _ARMS, "supply": _ARMS,
    "restore": _OPENED, "resume": _OPENED, "reopen": _OPENED,
}  # fmt: skip
"""What is given or opened by those who are for it."""
_EMPTY = frozenset({"comment", "detail", "explanation", "condolence", "evidence", "word", "glimpse"})
PROCEDURE = frozenset(
    {
        "meet",
        "talk",
        "speak",
        "be",
        "say",
        "discuss",
        "sit",
        "comment",
        "see",
        "keep",
        "continue",
        "look",
        "find",
        "know",
        "learn",
        "show",
        "think",
        "try",
    }
)


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


_TALKS = frozenset(
    ("talk", "talks", "conversation", "meeting", "session", "discussion", "exchange", "call", "visit",
     "encounter", "atmosphere", "mood", "tone", "dialogue", "consultation", "negotiation")
)  # fmt: skip


def negated(token: Token) -> bool:
    """Say whether a verb has "not", "never" or "hardly" by it."""
    return (
        any(
            child.dep_ == "neg" or child.lower_ in ("never", "hardly", "no longer", "neither")
            for child in token.children
        )
        or _neither(token)
        or _nobody(token)
    )


def _nobody(token: Token) -> bool:
    """Say whether "no" opens the subject: "No text was signed"."""
    return any(
        child.dep_ in ("nsubj", "nsubjpass")
        and (
            child.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in child.lefts)
        )
        for child in token.lefts
    )


def _neither(token: Token) -> bool:
    """Say whether "neither ... nor" opens the object: "has welcomed neither the plan nor the offer"."""
    return any(
        part.lower_ == "neither"
        for child in token.rights
        if child.dep_ == "dobj"
        for part in child.lefts
    )


def done(token: Token) -> bool:
    """Say whether a verb form can tell what was done."""
    return token.tag_ in ("VBD", "VBN", "VBG")


def prepositions(token: Token) -> set[str]:
    """Return the prepositions and particles right after a verb."""
    return {
        child.lower_
        for child in token.rights
        if child.dep_ in ("prep", "prt", "agent", "dative") and child.i - token.i < 6
    } | {
        "for"  # "called for a conference to be held"
        for child in token.rights
        if child.dep_ in ("advcl", "xcomp", "ccomp") and child.left_edge.i == token.i + 1
        if child.left_edge.lower_ == "for" and child.left_edge.dep_ == "mark"
    }


def verb_side(token: Token) -> Polarity | None:
    """Return the side that a verb takes toward what stands after it; None when it takes none."""
    lemma = token.lemma_
    preps = prepositions(token)
    denied = negated(token)
    has_object = any(child.dep_ in _OBJECTS for child in token.children)
    side: Polarity
    if lemma in words.ASKING and (worded := _by_what_follows(token, preps)) is not None:
        side = worded
    elif lemma == "agree" and (token.dep_ == "relcl" or not _on_something(token)):
        return None
    elif preps & words.FOR_WITH.get(lemma, set()):
        side = "for"
    elif preps & words.AGAINST_WITH.get(lemma, set()):
        side = "against"
    elif lemma in words.ASKING - {"defend"}:
        return None
    elif lemma in words.FOR and has_object:
        if lemma in ("promise", "undertake", "vow", "pledge") and _bare_promise(token):
            return None
        side = "against" if _not_to(token) else "for"
    elif lemma in words.AGAINST and (has_object or lemma == "refuse"):
        if lemma == "refuse" and _only_silent(token):
            return None
        side = "against"
    elif lemma in words.DROPPING and done(token) and _with_object(token, words.OBSTACLES):
        return None if denied else "for"
    elif lemma == "accept" and has_object and "as" in preps and done(token) and not denied:
        return "for"  # "accepted it as a candidate"
    elif lemma in words.BREAKING:
        ends = lemma in words.BREAKING and _ends(token, words.BREAKING[lemma])
        if not ends or not done(token) or denied:
            return None
        side = "against"
    elif lemma == "announce":
        return _announced(token)
    elif lemma == "threaten":
        inner = next((c for c in token.rights if c.dep_ == "xcomp"), None)
        ending = words.AGAINST | words.ACTS_AGAINST | words.ENDING | {"cut"}
        return "against" if inner is not None and inner.lemma_ in ending and not denied else None
    elif lemma == "take":
        none = any(
            c.lemma_ in ("position", "side", "stand") and any(low.lower_ == "no" for low in c.lefts)
            for c in token.rights if c.dep_ == "dobj"
        )  # fmt: skip
        return "unclear" if none else None
    elif lemma == "summon":
        if not (has_object and preps & _OVER and done(token)):
            return None
        side = "against"
    elif lemma in words.ACTS_AGAINST and has_object and done(token):
        side = "against"
    elif lemma in words.ACTS_FOR and has_object and done(token) and not denied:
        if lemma in _GIVEN and not _with_object(token, _GIVEN[lemma]):
            return None
        side = "against" if lemma == "lift" and _with_object(token, words.RESTRAINTS) else "for"
    elif lemma in words.IMPOSING and done(token) and not denied:
        signed = lemma == "put" and _with_object(token, _NAMES) and preps & {"to", "under", "on"}
        if not signed and not _with_object(token, words.RESTRAINTS - {"measure", "restriction"}):
            return None
        side = "for"
    elif lemma in words.YIELDING:
        to_force = any(
            low.lemma_.lower() in words.PRESSURE
            for child in token.rights if child.lower_ == "to"
            for low in child.rights
        )  # fmt: skip
        return "against" if denied and to_force else None
    elif lemma in words.ACCEPT and denied and (has_object or preps):
        return "against"
    else:
        return None
    will = any(child.tag_ == "MD" for child in token.lefts)
    if will and not denied and lemma not in ("veto", "block", "oppose", "reject", "support", "back"):
        return None  # what somebody is going to do is a plan
    if not denied:
        return side
    return "against" if side == "for" else None  # who does not dispute it takes no side


def duty_side(verb: Token) -> Polarity:
    """Return the side of who says that something must be done, or must not be.

    What must not go on, or must not stop what is wanted, is *for* it: "must not remain on paper",
    "should not stop us from working together".
    """
    denied = negated(verb) or (
        verb.lemma_ == "be"
        and any(low.lower_ == "no" for c in verb.rights if c.dep_ == "attr" for low in c.lefts)
    )
    return "against" if denied and verb.lemma_ not in words.STALLING else "for"


def _by_what_follows(token: Token, preps: set[str]) -> Polarity | None:
    """Return the side of a verb that needs the right words: "asked X to", "called off"."""
    lemma = token.lemma_
    inner = next((c for c in token.rights if c.dep_ in ("xcomp", "ccomp", "advcl")), None)
    if lemma in ("ask", "agree", "wish", "vote", "apply", "offer"):
        if lemma == "ask" and preps & {"for"} and inner is None:
            return "for"
        if inner is not None and _wanted(inner) and (inner.lemma_ not in PROCEDURE or _sure(inner)):
            return "against" if negated(inner) else "for"
        if lemma == "offer":
            given = next((c for c in token.rights if c.dep_ == "dobj"), None)
            none = given is None or any(low.lower_ in ("no", "few", "little") for low in given.lefts)
            return None if none or (given and given.lemma_ in _EMPTY) else "for"
        return None
    if lemma in ("express", "voice"):
        if _with_object(token, words.CONCERNS):
            return "against"
        return "for" if _with_object(token, words.FAVOURS) else None
    if lemma == "see":
        for child in token.rights:
            few = any(low.lower_ in ("no", "little", "any") for low in child.lefts)
            if child.dep_ == "dobj" and child.lemma_ in words.REASONS and few:
                worry = any(w.lemma_ in words.WORRIES for p in child.rights for w in p.rights)
                return "for" if worry else "against"
        return None
    if lemma == "call":
        return "against" if "off" in preps else None if _judges_talks(token) else _called(token)
    if lemma == "describe":
        return None if _judges_talks(token) else _described(token)
    return None


def _sure(inner: Token) -> bool:
    """Say whether somebody is to be sure or rid of a thing: "wished to be sure of his departure"."""
    return inner.lemma_ == "be" and any(
        child.lemma_ in ("sure", "certain", "rid", "free")
        and any(c.dep_ == "prep" for c in child.rights)
        for child in inner.rights
        if child.dep_ == "acomp"
    )


def _bare_promise(token: Token) -> bool:
    """Say whether what is promised names nothing: "promised to help", "vowed to go on"."""
    inner = next((c for c in token.rights if c.dep_ == "xcomp"), None)
    bare = inner is not None and not any(c.dep_ in ("dobj", "prep", "ccomp") for c in inner.rights)
    return bare and inner is not None and inner.lemma_ not in ("help", "assist", "cooperate")


def _ends(token: Token, what: frozenset[str]) -> bool:
    return any(child.dep_ in ("dobj", "nsubjpass") and child.lower_ in what for child in token.children)


def _announced(token: Token) -> Polarity | None:
    """Return the side of who announces a deed, or that he himself will do or not do something."""
    if _with_object(token, words.ANNOUNCED):
        return "for"
    inner = next((c for c in token.rights if c.dep_ == "ccomp"), None)
    if inner is None or inner.lemma_ in PROCEDURE - {"be"}:
        return None
    own = any(
        low.dep_ == "nsubj" and low.lower_ in ("it", "they", "he", "she", "we") for low in inner.lefts
    )
    will = any(low.lower_ in ("will", "would", "'ll", "wo") for low in inner.lefts)
    if not own or not will or inner.lemma_ == "be":
        return None
    return "against" if negated(inner) != (inner.lemma_ in words.ENDING) else "for"


def _judges_talks(token: Token) -> bool:
    """Say whether what is judged is how people talked, which is no side of a matter."""
    judged = [child for child in token.rights if child.dep_ in ("dobj", "nsubj")]
    judged += [low for child in token.rights for low in child.lefts if low.dep_ == "nsubj"]
    return any(one.lemma_.lower() in _TALKS for one in judged)


def _described(token: Token) -> Polarity | None:
    """Return the side of "described the expulsions as completely unjustified"."""
    for child in token.rights:
        if child.lower_ == "as" or child.left_edge.lower_ == "as":
            for part in child.subtree:
                lemma = part.lemma_.lower()
                if part.dep_ == "relcl":
                    break
                if lemma in words.CALLED_BAD or lemma in words.CALLED_GOOD:
                    return "against" if lemma in words.CALLED_BAD else "for"
    return None


def _on_something(token: Token) -> bool:
    """Say whether what is agreed on is a thing: not "agree on as much as they can"."""
    return any(
        low.tag_[:2] in ("NN", "VB")
        for child in token.rights
        if child.dep_ == "prep"
        for low in child.rights
    )


def _wanted(inner: Token) -> bool:
    """Say whether a clause is what is asked for: "to ...", "that he add ..."; not "whether ..."."""
    if any(low.tag_ in ("WP", "WRB", "WDT") or low.lower_ in ("if", "whether") for low in inner.lefts):
        return False
    to_do = any(low.tag_ == "TO" for low in inner.lefts)
    return to_do or (inner.dep_ == "ccomp" and inner.tag_ in ("VB", "VBP"))


def _called(token: Token) -> Polarity | None:
    """Return the side of "called the offer a positive development"."""
    for child in token.rights:
        if child.dep_ in ("oprd", "ccomp", "acomp", "attr") and child.tag_[:1] in ("N", "J"):
            for part in child.subtree:
                if part.dep_ == "relcl":
                    break
                lemma = part.lemma_.lower()
                if lemma in words.CALLED_BAD or lemma in words.CALLED_GOOD:
                    return "against" if lemma in words.CALLED_BAD else "for"
    return None


def _not_to(token: Token) -> bool:
    """Say whether what is wanted is that something not be done: "urged Moscow not to sell"."""
    return any(c.dep_ in ("xcomp", "ccomp") and negated(c) for c in token.rights)


def _with_object(token: Token, nouns: frozenset[str]) -> bool:
    return any(
        part.lemma_.lower() in nouns
        for child in token.rights
        if child.dep_ in ("dobj", "nsubjpass")
        for part in (child, *child.conjuncts)
    )


def _only_silent(token: Token) -> bool:
    inner = next((child for child in token.rights if child.dep_ == "xcomp"), None)
    return inner is not None and inner.lemma_ in words.NO_STANCE_OBJECTS
