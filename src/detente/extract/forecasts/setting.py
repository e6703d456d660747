"""What a signal of the future stands in, and small questions about its verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.extract.cast import Cast
from detente.extract.forecasts import words
from detente.extract.forecasts.signals import Signal
from detente.extract.voice import Fragment, Standing
from detente.records import UNKNOWN_DATE, Participant, When

if TYPE_CHECKING:
    from spacy.tokens import Token

Reason = Literal[
    "plan", "promise", "wish", "question", "condition", "present", "past", "judgement", "content",
    "own act",
]  # fmt: skip
"""Why a signal is no forecast."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a signal stands in: whose words, who speaks, and which dates are near."""

    cast: Cast
    """The article's cast."""
    fragment: Fragment | None
    """The reported words it is in; None for the outlet's own."""
    speaker: Participant | None
    """Whose claim it is, as far as the words say; None for the outlet's."""
    standing: Standing
    """What the speaker speaks as."""
    future: When = UNKNOWN_DATE
    """By when, as far as the clause says."""
    condition: str | None = None
    """The condition of the claim, if it has one."""


def observer(setting: Setting) -> bool:
    """Say whether the speaker watches: an expert, or a person of no known office.

    What watchers say of others' calendars is a forecast ("he will not come"), not a plan.
    """
    if setting.speaker is None:
        return False
    unknown = setting.speaker.kind == "person" and setting.standing == "unknown"
    return setting.standing == "expert" or unknown


def has_subject(token: Token) -> bool:
    """Say whether a verb has a subject of its own before it."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.lefts)


def negated(token: Token) -> bool:
    """Say whether a verb has "not" or "never" by it."""
    return any(child.dep_ == "neg" for child in token.children)


def past_copula(signal: Signal) -> bool:
    """Say whether "was expected", "were likely", "was going" looks back."""
    for token in (signal.head, *signal.head.children):
        if token.lemma_ == "be" and token.tag_ == "VBD":
            return True
    had = any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in signal.head.children)
    return had or (signal.head.tag_ == "VBD" and signal.head.lemma_ in words.COPULAS)


def reported_past(setting: Setting) -> bool:
    """Say whether the words are an indirect report, in which past forms stand for present ones."""
    return setting.fragment is not None and setting.fragment.statement.kind != "direct"


def denies(token: Token) -> bool:
    """Say whether a clause says no: "it will not move", "it will say nothing"."""
    return negated(token) or any(
        child.lower_ in ("nothing", "nobody", "none", "neither") and child.dep_ in ("dobj", "nsubj")
        for child in token.children
    )
