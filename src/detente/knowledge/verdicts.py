"""A sentence becomes a verdict on a relationship: getting better, worse, or both.

What outlets and experts call the state of a relationship ("a thaw", "the worst since the Cold War") is
an assessment of theirs. It is found by words; what denies or ends them turns them round: "fails to
thaw" and "the reset is over" are worse, "no return to the Cold War" is better.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from detente.knowledge.tables import rows, several

Direction = Literal["better", "worse", "mixed"]
_TIE = re.compile(
    r"\b(?:relations(?:hip)?s?|ties|rapport|partnership|friendship|climate between|mood between|"
    r"the two (?:countries|capitals|governments|states|nations|powers|presidents|sides|neighbou?rs))\b",
    re.IGNORECASE,
)
_UNDOES = frozenset(
    ["no", "not", "never", "without", "hardly", "nothing", "neither", "nor", "cannot", "far", "lack",
     "fail", "fails", "failed", "failing", "failure", "denied", "denies", "deny", "refused", "unlikely",
     "dashed", "doubt", "doubts", "little", "stop", "stopped", "prevent", "prevented", "avoid", "avert"]
)  # fmt: skip
"""Words before a verdict that turn it round."""
_MENDS = frozenset(
    ["arrest", "halt", "halted", "reverse", "reversed", "stem", "repair", "overcome", "overcame",
     "ease", "eased", "eases", "easing", "defuse", "defused", "reduce", "reduced", "relax", "end",
     "ended"]
)  # fmt: skip
"""Words before an unhappy one that turn it round."""
_ENDS = frozenset(["over", "ended", "ends", "died", "failed", "fails", "failing", "gone"])
"""Words soon after a hopeful one that end it."""
_DASHES = frozenset(
    ["dashed", "dead", "dying", "collapsed", "stalled", "buried", "fading", "faltered", "faltering",
     "unravelled", "unraveled"]
)  # fmt: skip
"""Words anywhere in its clause after a hopeful one that end it."""
_AIMS = frozenset(
    ["pursue", "pursuing", "pursued", "seek", "seeks", "seeking", "sought", "want", "wants", "wanted",
     "wish", "wishes", "wished", "need", "needs", "needed", "desire", "if", "whether"]
)  # fmt: skip
"""Words before a verdict that make it an aim, and none."""
_PROMISED = re.compile(
    r"\b(?:agreed|promised|vowed|pledged|undertook|decided|planned|hoped?|hopes|ready|meant) to\b",
    re.IGNORECASE,
)
"""What makes of a verdict right behind it a promise, and none."""
_REACH = 60
_PAST = re.compile(r"\b(?:era|Soviet Union|decades? ago|in the (?:19|20)\d0s)\b")
_BEFORE, _AFTER = 4, 4
_WORD = re.compile(r"[\w’']+")
_SMALL = re.compile(r"\ba little\b|\ba few\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence says of how two states get on."""

    direction: Direction
    """`mixed` where it says both."""
    words: tuple[str, ...]
    """The words that say it, as they stand in the text."""


def verdict_of(text: str) -> Verdict | None:
    """Return the verdict of a sentence; None where it gives none.

    It does not say on whose relationship, nor find irony or a verdict without any of its words.

    >>> verdict_of("Kerry's visit fails to thaw chilled relations.").direction
    'worse'
    >>> verdict_of("There is no return to the Cold War, the minister said.").direction
    'better'
    >>> verdict_of("The river froze.") is None
    True
    """
    if _PAST.search(text):
        return None
    tie = _TIE.search(text) is not None
    found: dict[tuple[int, int], str] = {}
    for direction, needs_tie, pattern in _patterns():
        if needs_tie and not tie:
            continue
        for match in pattern.finditer(text):
            span = (match.start(), match.end())
            if not any(a <= span[0] and span[1] <= b for a, b in found):
                found[span] = direction
    found = {
        span: one
        for span, one in found.items()
        if not any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in found)
    }
    if not found:
        return None
    told: set[str] = set()
    words: list[str] = []
    last = 0
    for span in sorted(found):
        # What denies one word does not deny the next as well: it fails to thaw chilled relations.
        if turned := _turned(text, span, found[span], last):
            told.add(turned)
            words.append(text[span[0] : span[1]])
        last = span[1]
    if not told:
        return None
    if told == {"better"}:
        return Verdict("better", tuple(words))
    return Verdict("worse" if told == {"worse"} else "mixed", tuple(words))


def verdict_words() -> tuple[str, ...]:
    """Return the words of the table without their stars: what a search for verdicts asks for."""
    return tuple(
        dict.fromkeys(
            word.rstrip("*") for row in rows("verdicts.tsv") for word in several(row["words"])
        )
    )


def _turned(text: str, span: tuple[int, int], direction: str, last: int) -> str | None:
    """Return the direction of a word, the other where what stands around undoes it, None for an aim.

    `last` is where the verdict before it ends: what stands before that belongs to that one.
    """
    before = re.split(r"[;:.!?—]|\bbut\b", _SMALL.sub("", text[last : span[0]]))[-1]
    after = re.split(r"[;:.!?—]|\bbut\b", text[span[1] :])[0]
    near = [word.lower() for word in _WORD.findall(before)[-_BEFORE:]]
    then = [word.lower() for word in _WORD.findall(after)]
    if _AIMS & set(near) or _PROMISED.search(before[-_REACH:]):
        return None
    if "since the cold war" in text[span[0] : span[1]].lower():
        return direction  # none of this kind since: what is denied is that there was the like
    undone = any(word in _UNDOES or word.endswith(("n't", "n’t")) for word in near)
    if direction == "better":
        ended = bool(_ENDS & set(then[:_AFTER]) or _DASHES & set(then))
        return "worse" if undone != ended else "better"
    return "better" if undone != bool(_MENDS & set(near)) else "worse"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    made = []
    for row in rows("verdicts.tsv"):
        parts = [
            re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")
            for word in sorted(several(row["words"]), key=len, reverse=True)
        ]
        pattern = re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
        made.append((row["direction"], row["needs"] == "tie", pattern))
    return tuple(made)
