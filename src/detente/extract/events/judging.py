"""Words of blame become ACCUSE: "called the raid a crime", "said that the purchase was illegal".

Read only in an article about two states, and only of one of them about the other or its doings: what a
third says about somebody is a statement. The words are the project's own list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.clauses import is_negated, subject_of
from detente.extract.events.counting import of_deed
from detente.extract.events.domestic import other_clause
from detente.extract.events.pairing import Pairs
from detente.extract.events.phrases import SAYING
from detente.extract.voice import word_set
from detente.records import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_BLAME = word_set(
    """
    violation farce lie crime aggression provocation outrage disgrace insult betrayal theft hypocrisy
    interference illegal unlawful invalid unacceptable unjustified repugnant shameful outrageous
    disgraceful absurd baseless groundless criminal barbaric inadmissible intolerable provocative
    irresponsible ashamed stab treachery acceptable
    """
)
"""What is said of somebody's act to blame it; `acceptable` only where it is denied."""
_PRAISE = frozenset(
    ("good", "great", "important", "historic", "constructive", "positive", "encouraging", "welcome",
     "courageous", "brave", "promising", "breakthrough", "milestone", "success", "step", "excellent",
     "generous", "wise", "triumph")
)  # fmt: skip
"""What is said of somebody's act to praise it."""
_LABELS = frozenset(("call", "describe", "brand", "label", "denounce", "decry", "regard"))


_MISDEEDS = frozenset(
    ("break", "violate", "breach", "lie", "mislead", "betray", "cheat", "interfere", "meddle",
     "provoke", "renege", "distort", "trample", "deceive", "sabotage", "undermine")
)  # fmt: skip
"""What one says of another to blame him: that he broke his word."""
_WITH_OBJECT = frozenset(("break",))
_PLEDGES = frozenset(
    ("word", "promise", "law", "agreement", "treaty", "truce", "ceasefire", "pledge", "rule")
)


def _wronged(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_ in _PLEDGES for c in verb.children)


def _names(verb: Token) -> list[Token]:
    """Return what something is called."""
    found = [c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp")]
    found += [g for c in verb.children if c.lower_ == "as" for g in c.children]
    # "Called the picture repugnant": the parser makes a clause of the last two words.
    return found + [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("ADJ", "NOUN")]


def praised(verb: Token, pairs: Pairs) -> tuple[list[Participant], list[Participant]] | None:
    """Return who praises whom: one of two states what the other did; None otherwise.

    "Called the letter a good step", "described the answer as constructive". Who praises his own deed
    or what both did together praises nobody.

    >>> from types import SimpleNamespace
    >>> praised(SimpleNamespace(lemma_="eat", children=()), None) is None
    True
    """
    if verb.lemma_ not in _LABELS or is_negated(verb) or of_deed(verb):
        return None
    named = _names(verb)
    if not any(c.lemma_.lower() in _PRAISE for c in named) or any(
        c.lemma_.lower() in _BLAME for token in named for c in token.subtree
    ):
        return None
    actors = pairs.linked(subject_of(verb))
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if {p.state for thing in things for p in pairs.linked(thing)} & {p.state for p in actors}:
        return None
    recipients = pairs.counterparts.of(actors)
    return (actors, recipients) if actors and recipients else None


def judged(verb: Token, pairs: Pairs) -> tuple[list[Participant], list[Participant]] | None:
    """Return who blames whom with a verb: the speaker and the other of two states; None otherwise.

    >>> from types import SimpleNamespace
    >>> judged(SimpleNamespace(lemma_="eat", children=()), None) is None
    True
    """
    if verb.lemma_ in _LABELS:
        named = _names(verb)
        if is_negated(verb) or not any(c.lemma_.lower() in _BLAME for c in named):
            return None
        actors = pairs.linked(subject_of(verb))
    elif verb.lemma_ == "be" and verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING:
        words = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
        words += [x for c in words for x in c.conjuncts]
        blamed = [c for c in words if c.lemma_.lower() in _BLAME]
        if not blamed or (is_negated(verb) != any(c.lower_ == "acceptable" for c in blamed)):
            return None
        actors = pairs.linked(subject_of(verb.head))
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and {p.state for p in pairs.linked(subject)} & {p.state for p in actors}:
            return None  # of itself
    elif verb.lemma_ in _MISDEEDS and verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING:
        if is_negated(verb) or (verb.lemma_ in _WITH_OBJECT and not _wronged(verb)):
            return None
        actors = pairs.linked(subject_of(verb.head))
        blamed_ = pairs.linked(next((c for c in verb.children if c.dep_ == "nsubj"), None))
        apart = [p for p in blamed_ if p.state not in {a.state for a in actors}]
        return (actors, apart) if actors and apart else None
    else:
        return None
    sentence = pairs.parse.sent_of(verb.i).number
    recipients = pairs.lately.answered(actors, sentence, "ACCUSE") or pairs.counterparts.of(actors)
    recipients = recipients or other_clause(pairs, verb, actors)
    return (actors, recipients) if actors and recipients else None
