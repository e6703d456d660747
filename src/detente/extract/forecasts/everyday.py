"""Claims that only look like forecasts: what a page tells its reader, and what anybody would see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.forecasts.setting import Reason, Setting
from detente.extract.forecasts.signals import Signal
from detente.extract.voice import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERCEIVED = word_set(
    """
    see hear feel smell tell say imagine find think notice guess argue call sense count
    """
)
"""With "you could" and "you would", how things are: "you could see the smoke"."""
_REQUIRED = frozenset({"require", "need"})


def of_the_reader(signal: Signal, setting: Setting, who: Token | None) -> Reason | None:
    """Return a trap for what is said to the reader, or of anybody who stood there.

    "Your comments may be published", "you may need another browser", "the streets you would find in
    any town", "you could see the smoke".
    """
    if who is None:
        return None
    if signal.kind == "may" and signal.marks[0].lower_ == "may" and signal.verb.lemma_ == "choose":
        return "present"  # "they may choose which": it is allowed
    turned = signal.verb.lemma_ == "turn" and any(c.dep_ == "prt" for c in signal.verb.rights)
    if signal.kind == "may" and turned and any(c.dep_ == "xcomp" for c in signal.verb.rights):
        return "judgement"  # "it may turn out to weigh more": nothing that could be checked
    if setting.fragment is None and (_yours(who) or any(map(_yours, signal.verb.rights))):
        return "present"
    anybody = who.lower_ == "you" and signal.kind in ("may", "would")
    if anybody and (signal.head.dep_ == "relcl" or signal.verb.lemma_ in _PERCEIVED):
        return "present"
    return None


def of_what_it_takes(signal: Signal, setting: Setting) -> Reason | None:
    """Return a trap for what an official says that a step takes: "any mission would need a mandate"."""
    takes = signal.kind == "would" and signal.verb.lemma_ in _REQUIRED
    return "wish" if takes and setting.standing in ("official", "political") else None


def _yours(token: Token) -> bool:
    """Say whether words are of the reader: you, your comments."""
    return token.lower_ == "you" or any(child.lower_ == "your" for child in token.lefts)
