"""Words of blame become ACCUSE: "called the raid a crime", "said that the purchase was illegal".

Read only in an article about two states, and only of one of them about the other or its doings: what a
third says about somebody is a statement. The words are the project's own list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.clauses import is_negated, subject_of
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


def judged(verb: Token, pairs: Pairs) -> tuple[list[Participant], list[Participant]] | None:
    """Return who blames whom with a verb: the speaker and the other of two states; None otherwise.

    >>> from types import SimpleNamespace
    >>> judged(SimpleNamespace(lemma_="eat", children=()), None) is None
    True
    """
    if verb.lemma_ in _LABELS:
        named = [c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp")]
        named += [g for c in verb.children if c.lower_ == "as" for g in c.children]
        # "Called the picture repugnant": the parser makes a clause of the last two words.
        named += [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("ADJ", "NOUN")]
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
