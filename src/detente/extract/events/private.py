"""What looks like an act between states and is none: a match that is won, travellers who visit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.extract.clauses import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEATS = frozenset(
    ("beat", "crush", "defeat", "edge", "hammer", "overcome", "overwhelm", "punish", "rout", "stun",
     "thrash", "upset")
)  # fmt: skip
_SPORT = frozenset(
    ("championship", "goal", "match", "medal", "penalty", "qualifier", "tournament", "wicket")
)
_CUPS = re.compile(
    r"\b(?:World|Asian|Africa|Nations|Davis|Gold) Cup\b|\bOlympics?\b|\b(?:semi|quarter)-?finals?\b"
)
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-\u2013]\d{1,3}(?![\d-])")
_TRAVEL = frozenset(("tour", "travel", "visit"))
_CROWD = frozenset(("dozen", "hundred", "million", "thousand"))
_MANY = frozenset(("few", "fewer", "many", "more", "most", "numerous"))


def is_private(verb: Token) -> bool:
    """Say whether a verb tells of a match, of travellers, or of trying to do something.

    A team is known by a score, a cup or a word of sport in its sentence; travellers by how many they
    are. A match of which only the winner and the loser are told is not seen.
    """
    if verb.lemma_ == "try":
        deps = {child.dep_ for child in verb.children}
        return "xcomp" in deps or not deps & {"dobj", "nsubjpass"}
    if verb.lemma_ in _BEATS:
        sent = verb.sent
        played = any(token.lemma_.lower() in _SPORT for token in sent)
        return played or bool(_SCORE.search(sent.text) or _CUPS.search(sent.text))
    subject = subject_of(verb) if verb.lemma_ in _TRAVEL else None
    if subject is None:
        return False
    if subject.text[0].isupper() and any(child.dep_ == "nummod" for child in subject.children):
        return True  # two Greeks; two ministers are somebody
    counted = subject.lemma_.lower() in _CROWD
    return counted or any(child.lower_ in _MANY for child in subject.children if child.dep_ == "amod")
