"""A verb becomes the act it tells, with its object and particle, and how real the act is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.extract.clauses import is_negated
from detente.extract.events.listing import DOING, ENDING, act_of, told_by_lemma
from detente.extract.tense import tense_at
from detente.knowledge.plover import EVENT_TYPES, Act
from detente.records import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

PROMISES = frozenset(
    ("agree", "promise", "pledge", "offer", "plan", "intend", "prepare", "commit", "undertake",
     "decide",
     "hope", "expect", "schedule", "consent", "volunteer", "resolve", "aim", "set", "move")
)  # fmt: skip
_VOWED = frozenset(("promise", "pledge", "commit", "undertake", "volunteer"))
WISHES = frozenset(("seek", "want", "wish", "try", "attempt", "aim"))
"""Verbs that tell only what their subject would do, where they take an infinitive."""
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
_NOT_DONE = frozenset(
    (
        "stop",
        "cease",
        "avoid",
        "refrain",
        "deny",
        "fail",
        "count",
        "nothing",
        "end",
        "consider",
        "mull",
        "weigh",
        "contemplate",
        "discuss",
        "propose",
        "suggest",
    )
)
"""Words whose gerund or infinitive is not done."""
_THINKING = frozenset(("hope", "expect", "believe", "think", "fear", "doubt", "wish", "predict"))
"""Verbs whose clause is not told as a fact."""
_REPORTS = frozenset(("say", "tell", "announce", "declare", "promise", "pledge", "add", "warn"))
"""Under these a condition is part of an offer: "said they would meet him if"."""
_BRINGS = frozenset(("persuade", "convince", "get", "push", "help", "lead", "bring", "cause"))
_MOODS = frozenset(
    ("pessimism", "optimism", "hope", "doubt", "concern", "fear", "idea", "possibility", "prospect",
     "thought", "chance", "option", "debate", "speculation", "work", "task", "goal", "cost", "aim")
)  # fmt: skip
"""Nouns of thought: what hangs on them has not been done."""
_DEMANDS = frozenset(("demand", "call", "appeal", "request", "plea", "ultimatum", "insistence"))
_PAPERS = frozenset(
    ("deal", "ceremony", "agreement", "statement", "letter", "report", "clause", "speech", "article")
)  # fmt: skip
"""What allows, honours or condemns by its words; who wrote it is another matter."""
_WORDS = frozenset(
    ("accusation", "allegation", "charge", "claim", "report", "suggestion", "criticism", "assertion")
)
_WHETHER = frozenset(("whether", "if", "what", "how", "why", "who", "when", "where"))
_NONE = frozenset(("no", "neither", "nothing", "nobody", "none"))
_OF_OTHERS = frozenset(("expect", "hope", "prepare", "set", "plan"))
_PERHAPS = frozenset(("may", "might", "could"))
_SHOULD = frozenset(("should", "must", "ought"))
_COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"))
_CHANGES: dict[str, str] = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "AGREE",
    "CONCEDE": "AGREE",
    "SANCTION": "THREATEN", "COERCE": "THREATEN", "ASSAULT": "THREATEN", "PROTEST": "THREATEN",
    "MOBILIZE": "THREATEN",
}  # fmt: skip
"""What an act becomes while it is only announced (the manual's rules for future acts).

The manual has a future RETREAT as CONCEDE and CAMEO has it as an intent to yield (035), which is
AGREE; coded data follow CAMEO, and so does this.
"""


_ALLOWS = frozenset(("allow", "permit", "enable", "authorize", "authorise"))


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


def is_listed(lemma: str) -> bool:
    """Say whether the table of words holds a verb, alone or with an object or preposition."""
    return lemma in _leading()


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    """Return every verb that an act may hang on."""
    modal = PROMISES | REQUESTS | WISHES | THREATS | REFUSALS
    return frozenset(told_by_lemma()) | DOING | ENDING | modal | {"hold", "assure"}


def read(verb: Token) -> Found | None:
    """Return the act a verb tells as it counts; None when it tells none."""
    lemma = verb.lemma_
    ready = lemma == "be" and any(c.dep_ == "acomp" and c.lower_ in READY for c in verb.children)
    if lemma == "be" and any(c.dep_ == "acomp" and c.lower_ == "sorry" for c in verb.children):
        sorry = Act("SUPPORT", None, "055")
        told_of = factuality_of(verb)
        return Found(verb, sorry, sorry, told_of, "sorry") if told_of == "happened" else None
    if not ready and not is_listed(lemma):
        return None
    if _is_needed(verb) or _instead(verb) or _is_a_demand(verb):
        return None  # "need to let them in", "rather than allowing it", "demands he quit"
    things = {c.dep_ for c in verb.children}
    if lemma == "search" and "dobj" not in things and any(c.lower_ == "for" for c in verb.children):
        return None
    if lemma == "set" and {"dobj", "prt"} & things:
        return None  # set up a site to help
    inner = _inner(verb)
    found = act_of(verb)
    told = act_of(inner) if inner is not None else None
    if inner is not None and lemma in REFUSALS and inner.lemma_ in _SPEAKING:
        return None
    if found is not None and _of_itself(verb, found[0]):
        return None  # regrets its own step, received it with a smile
    if verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).lower_ == "as" and lemma == "oppose":
        return None
    negated = is_negated(verb) or _nothing(verb)
    factuality = factuality_of(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return None  # "an effort to end the violence": nothing is ended
    if _of_thought(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.lemma_ in _PAPERS):
        return None  # "pessimism over holding talks", "a deal allowing them to enter"
    if _not_done(verb) or _only_allowed(verb) or _of_the_asked(verb):
        return None  # "stopped harming", "said nothing of sending anybody"
    if inner is not None and lemma in REFUSALS and inner.dep_ == "pcomp":
        inner = told = None  # "rejected it after referring to" refuses no reference
    if lemma == "assure" and inner is not None and _lies_ahead(inner):
        return Found(verb, Act("AGREE", None), Act("AGREE", None, "030"), "promised", "assure", inner)
    if lemma == "ask" and inner is not None and any(c.lower_ in _WHETHER for c in inner.children):
        return None
    if inner is not None and lemma in WISHES and inner.dep_ == "xcomp":
        if told is None or _has_subject(inner):
            return None if not _has_subject(inner) else _found(verb, found, factuality, inner)
        hoped: Factuality = "hypothetical" if factuality == "hypothetical" else "promised"
        return Found(verb, promised(told[0]), told[0], hoped, f"{lemma} to {told[1]}", inner)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and is_negated(verb.head.head):
        return None  # "will not be talked into accepting": nothing is accepted
    words = any(c.dep_ == "dobj" and c.lemma_ in _WORDS for c in verb.children)
    if inner is not None and lemma in REFUSALS and (lemma != "fail" or told) and not words:
        return Found(verb, Act("REJECT", None), Act("REJECT", None), factuality, f"{lemma} to", inner)
    if inner is not None and told is None and lemma in ("vow", "swear") and not is_negated(inner):
        return None  # vowed to win; who vows not to give it back refuses
    friendly = told is not None and told[0].type in _COOPERATIVE and lemma in ("vow", "swear")
    if inner is not None and told is not None and friendly:
        return Found(verb, promised(told[0]), told[0], "promised", f"{lemma} to {told[1]}", inner)
    if inner is not None and lemma in THREATS and told is not None and told[0].type in _CHANGES:
        return Found(verb, Act("THREATEN", None), told[0], factuality, f"{lemma} to {told[1]}", inner)
    if lemma in _OF_OTHERS and inner is not None and _has_subject(inner):
        return None  # "expects the ministers to meet" is a forecast
    if inner is not None and (lemma in PROMISES or ready):
        if told is None:
            real = "promised" if factuality == "happened" and lemma in _VOWED else factuality
            return _found(verb, found, real, inner)
        act = promised(told[0])
        if negated:
            act = Act("REJECT", None) if told[0].type in _COOPERATIVE else act
            return Found(verb, act, told[0], "happened", f"not {lemma} to {told[1]}", inner)
        return Found(verb, act, told[0], "promised", f"{lemma} to {told[1]}", inner)
    if found is None:
        return None
    act, rule = found
    if act.type == "REQUEST" and negated:
        return None
    counted = act
    if negated:
        if act.type not in _COOPERATIVE or not (_refusing(verb) or _withheld(verb)):
            return None
        counted, rule = Act("REJECT", None), f"not {rule}"
    elif factuality in ("planned", "promised"):
        counted = promised(act)
        rule = f"future {rule}"
        if any(
            c.dep_ == "advcl" and any(m.lower_ == "unless" for m in c.children) for c in verb.children
        ):
            counted, rule = Act("THREATEN", None, "130"), f"{rule} unless"
    return Found(verb, counted, act, factuality, rule, inner)


def _is_needed(verb: Token) -> bool:
    """Say whether somebody only needs to do it."""
    at = verb
    while at.dep_ == "conj" and at.tag_ == "VB":
        at = at.head
    return at.dep_ == "xcomp" and at.tag_ == "VB" and at.head.lemma_ == "need"


def _instead(verb: Token) -> bool:
    """Say whether it is what is done instead of: rather than allowing, instead of freeing."""
    if verb.tag_ != "VBG" or verb.i < 2:
        return False
    return verb.doc[verb.i - 2 : verb.i].text.lower() in ("rather than", "instead of")


def _is_a_demand(verb: Token) -> bool:
    """Say whether a clause says what a noun demands: calls that he step down, demands he quit."""
    above = verb.head
    return (
        verb.dep_ in ("acl", "ccomp", "relcl")
        and above.pos_ == "NOUN"
        and above.lemma_ in _DEMANDS
        and verb.tag_ in ("VB", "VBP")
    )


def _found(
    verb: Token, found: tuple[Act, str] | None, factuality: Factuality, inner: Token | None
) -> Found | None:
    return None if found is None else Found(verb, found[0], found[0], factuality, found[1], inner)


def _lies_ahead(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in verb.children)


def _of_itself(verb: Token, act: Act) -> bool:
    """Say whether one regrets what one did, or receives a thing: neither is done to anybody."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_ == "regret":
        return any(
            c.dep_ == "poss" and c.lower_ in ("his", "her", "its", "their")
            for t in things
            for c in t.children
        )
    return act.mode == "visit" and any(t.lower_ in ("it", "this", "that") for t in things)


def _refusing(verb: Token) -> bool:
    """Say whether "not" is a refusal: will not, would not. What was not done is no act."""
    return any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in verb.children)


def _withheld(verb: Token) -> bool:
    """Say whether what is not done is thereby refused: did not accept, does not recognise."""
    return verb.lemma_ in ("accept", "recognise", "recognize") and any(
        c.dep_ == "dobj" for c in verb.children
    )


def _not_done(verb: Token) -> bool:
    """Say whether a verb stands under another that says that it is not done, at most three above."""
    at = verb
    for _ in range(3):
        if at.dep_ in ("xcomp", "pcomp") and _verb_of(at.head).lemma_ in _NOT_DONE:
            return True
        if at.dep_ not in ("xcomp", "pcomp", "advcl", "conj") or at.head.pos_ not in ("VERB", "ADP"):
            return False
        at = _verb_of(at.head) if at.head.pos_ == "ADP" else at.head
    return False


def _only_allowed(verb: Token) -> bool:
    """Say whether an infinitive is only allowed: "a deal allowing them to enter and question"."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ == "VERB":
        at = at.head
    return verb.tag_ == "VB" and at.dep_ in ("xcomp", "ccomp") and at.head.lemma_ in _ALLOWS


def _of_the_asked(verb: Token) -> bool:
    """Say whether a verb is part of what is asked: to crack down on groups obstructing."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        at = verb.head
        for _ in range(5):
            if at.head.i == at.i:
                return False
            at = at.head
            if at.pos_ == "VERB":
                return (
                    at.dep_ in ("xcomp", "ccomp", "advcl")
                    and at.tag_ == "VB"
                    and at.head.lemma_ in REQUESTS
                )
        return False
    bare = verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)
    above = verb.head
    while bare and above.dep_ == "conj" and above.tag_ == "VB":
        above = above.head
    return bare and above.tag_ != "VB" and above.lemma_ in REQUESTS


def _verb_of(token: Token) -> Token:
    """Return the word that a clause hangs on, past its preposition."""
    return token.head if token.dep_ == "prep" else token


def _nothing(verb: Token) -> bool:
    """Say whether a verb has no object: "promised nothing", "gave no help", "agreed on nothing"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and (
            child.lower_ in _NONE or any(c.lower_ in _NONE for c in child.children if c.dep_ != "prep")
        ):
            return True
        if child.lower_ in ("for", "on", "to") and any(c.lower_ in _NONE for c in child.children):
            return True
    return False


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


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


def factuality_of(verb: Token) -> Factuality:
    """Return how real the act of a verb is by its auxiliaries, marks and the verb above it."""
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if not aux and verb.dep_ == "conj" and verb.tag_ == "VB":
        # "Will sign and accept": the second verb shares the auxiliary of the first.
        aux = {c.lower_ for c in verb.head.children if c.dep_ in ("aux", "auxpass")}
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if _thought(verb) or _conditional(verb, aux):
        return "hypothetical"
    if verb.dep_ in ("ccomp", "pcomp", "xcomp") and _verb_of(verb.head).lemma_ == "deny":
        return "denied"
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


def _conditional(verb: Token, aux: set[str]) -> bool:
    """Say whether an act hangs on what is not so: "would if", "it may be that", "until"."""
    said = verb.dep_ == "ccomp" and verb.head.lemma_ in _REPORTS
    if (
        "would" in aux
        and not said
        and any(
            c.dep_ in ("advcl", "ccomp")
            and any(m.dep_ == "mark" and m.lower_ == "if" for m in c.children)
            for c in verb.children
        )
    ):
        return True
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_ == "be":
        return any(c.dep_ == "aux" and c.lower_ in _PERHAPS for c in above.children)
    until = any(c.dep_ == "mark" and c.lower_ == "until" for c in verb.children)
    return until and (verb.tag_ in ("VBZ", "VBP") or bool(aux & {"has", "have"}))


def _thought(verb: Token) -> bool:
    """Say whether a clause is hoped, feared or expected, or what one is brought to is."""
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _THINKING:
        return True
    above = verb.head
    brought = verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and verb.tag_ == "VB")
    return (
        brought and above.lemma_ in _BRINGS and above.dep_ == "ccomp" and above.head.lemma_ in _THINKING
    )


def _of_thought(verb: Token) -> bool:
    """Say whether a gerund is only thought about: hopes of opening, doubts about signing."""
    above = verb.head
    return verb.dep_ == "pcomp" and above.dep_ == "prep" and above.head.lemma_ in _MOODS


def should(verb: Token) -> bool:
    """Say whether a clause says what somebody should do."""
    return any(c.dep_ == "aux" and c.lower_ in _SHOULD for c in verb.children)


def quad(type_: str) -> int:
    """Return the quad class of a type."""
    return EVENT_TYPES[type_].quad
