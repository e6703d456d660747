"""Sides that a sentence takes: who is said to have agreed or refused, what is called a success or not.

A word on one side of an axis (`knowledge.opposites`) makes a claim only where the sentence asserts it:
"no progress" is on the other side, "hoped for progress", "whether it succeeds" and "if they refuse" are
on none. Whose claim it is: the speaker of the statement that holds the words, else the outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.knowledge.opposites import Kind, Pole, poles
from detente.link.disagreement.telling import Sentence
from detente.link.stories.words import names, terms
from detente.records import Participant, Statement

_NOT = re.compile(
    r"(?:\b(?:no|not|never|neither|nor|without|hardly|barely|little|cannot|nothing|none|nobody|few|"
    r"far from|"
    r"short of|lack of|lacked|absence of|stopped short of)|n['’]t)(?:\W+(?:\w+\W+){0,3}|\W+)$",
    re.IGNORECASE,
)
_DOUBLE = re.compile(r"\b(?:not|n['’]t) (?:only|just|merely|simply)\b", re.IGNORECASE)
_UNSAID = re.compile(
    r"\b(?:if|whether|unless|could|would|may|might|should|must|hope[ds]?|hoping|want(?:s|ed)?|wish\w*|"
    r"urge[ds]?|urging|call(?:s|ed|ing)? (?:on|for)|ask(?:s|ed|ing)?|need(?:s|ed)?|seek\w*|"
    r"sought|try\w*|tried|expect\w*|chance|prospect\w*|possib\w+|likely|unlikely|to make|in order|"
    r"towards?|demand\w*|until|before|despite|fear\w*|risk\w*|threat\w*|will)\b(?:\W+\w+){0,6}\W+$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\s+(?:effect|advice|advis|opinion|team|counsel|bas[ei]s|status|department|office|affairs|system|"
    r"case|action|challenge|proceeding|expert|scholar|framework|ground|argument|question|matter|issue|"
    r"code|analysis|battle|obligation|document|text|term)",
    re.IGNORECASE,
)
"""What "legal" says the kind of, without judging it: legal advice."""
_MONTH_NAMES = """
    january february march april june july august september october november december
"""
_MONTHS = frozenset(f"@{name}" for name in _MONTH_NAMES.split())
"""Months as names: two claims that both name one share nothing by it."""
_STARTS = re.compile(r"[;:]|,? (?:while|whereas|although|but|which|who|where|because|so that)\b|\. ")
_CLEAN = 12
"""Words on either side of the axis word that make its surroundings."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A side that a sentence takes on an axis."""

    sentence: Sentence
    """Where it is."""
    axis: str
    """`accept`, `outcome`, `relations` ..."""
    kind: Kind
    """What somebody did, or what somebody thinks of it."""
    sign: int
    """1 or -1."""
    holder: str | None
    """`Actor.id` or name of whoever says so; None for the outlet itself."""
    said_by: str | None
    """The holder's name as shown; None for the outlet itself."""
    text: str
    """The words that take the side, with what negates them."""
    names: frozenset[str]
    """Names near them."""
    words: frozenset[str]
    """The other stems near them, those of the axis left out."""


def claims(sentence: Sentence, statements: Iterable[Statement] = ()) -> list[Claim]:
    """Return the sides that a sentence takes, in order.

    `statements` are those of the same article, for who says it; `no_comment`s take no side.

    >>> from datetime import date
    >>> from detente.records import When
    >>> words = "The talks made no progress, though both hoped for success."
    >>> told = Sentence("a", 1, 0, words, "a", None, When(), (), frozenset(), True)
    >>> [(one.axis, one.sign, one.text) for one in claims(told)]
    [('outcome', -1, 'no progress')]
    """
    text = sentence.text
    if text.rstrip().endswith("?"):
        return []
    found = []
    said = [row for row in statements if _in(row, sentence)]
    marked = poles(text)
    for pole in marked:
        start = max((m.end() for m in _STARTS.finditer(text, 0, pole.start)), default=0)
        before = text[start : pole.start]
        if _UNSAID.search(before) or (pole.axis == "legality" and _ATTRIBUTE.match(text, pole.end)):
            continue
        negated = _NOT.search(before) if not _DOUBLE.search(before) else None
        holder = _holder(said, text[pole.start : pole.end], sentence.start + pole.start)
        near = _near(text, pole)
        found.append(
            Claim(
                sentence=sentence,
                axis=pole.axis,
                kind=pole.kind,
                sign=-pole.sign if negated else pole.sign,
                holder=_key(holder),
                said_by=holder.name if holder else None,
                text=text[start + negated.start() if negated else pole.start : pole.end],
                names=frozenset(name for name in names("x " + near) if not name[1:2].isdigit())
                - _MONTHS,
                words=frozenset(terms(near)) - _said_words(marked, text),
            )
        )
    return _whole(found)


def _in(row: Statement, sentence: Sentence) -> bool:
    return row.kind != "no_comment" and any(
        item.sentence == sentence.number for item in row.evidence if item.role in ("content", "row")
    )


def _holder(said: Sequence[Statement], word: str, at: int) -> Participant | None:
    """Return who says the words at a place of the text: whose content, or whose cue, holds them."""
    for row in said:
        if any(item.role == "content" and item.start <= at < item.end for item in row.evidence):
            return row.speaker
        if row.cue and word.casefold() in row.cue.casefold():
            return row.speaker
    return None


def _key(holder: Participant | None) -> str | None:
    if holder is None:
        return None
    actor = holder.actor_id
    return holder.name.casefold() if actor is None or actor.startswith("local:") else actor


def _near(text: str, pole: Pole) -> str:
    before = text[: pole.start].split()[-_CLEAN:]
    after = text[pole.end :].split()[:_CLEAN]
    return " ".join((*before, *after))


def _said_words(marked: Iterable[Pole], text: str) -> frozenset[str]:
    return frozenset(word for pole in marked for word in terms(text[pole.start : pole.end]))


def _whole(found: Sequence[Claim]) -> list[Claim]:
    """Leave out the axes on which a sentence takes both sides: it tells of two, or of a change."""
    sides: dict[str, set[int]] = {}
    for one in found:
        sides.setdefault(one.axis, set()).add(one.sign)
    return [one for one in found if len(sides[one.axis]) == 1]
