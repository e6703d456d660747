"""What a speaker tells of his own side is part of his statement, and no statement of the side's.

In "Lund said Norway wanted the talks to go on" Lund speaks; "Norway wanted" is how he puts it. What he
says that somebody else wants, and what his own side has said elsewhere ("said that Oslo had warned"),
are statements of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.statements.found import Found, contains
from detente.extract.statements.near import ByCharacter
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words
from detente.records import Participant

_SIDES = frozenset(
    """government side country ministry nation cabinet administration people""".split()  # noqa: SIM905
)
_HIS = frozenset(["his", "her", "their", "our", "its"])
_BOTH = frozenset(["both", "two"])

Spoken = tuple[Found, tuple[Participant, ...]]


def without_own_side(tree: Tree, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Return statements with their speakers, less those a speaker makes his own side give."""
    told: ByCharacter | None = None
    kept = []
    say = cue_words()["say"]
    for item, speakers in spoken:
        if item.cue < 0 or item.speaker < 0 or tree.inside[item.cue] >= 0 or item.key in say:
            kept.append((item, speakers))
            continue
        told = told or ByCharacter([found for found, _ in spoken])
        at = tree.start[item.cue]
        outer = (spoken[number] for number in told.at(at))
        if not any(
            _holds(tree, found, item, at) and _own(tree, item, speakers, who) for found, who in outer
        ):
            kept.append((item, speakers))
    return kept


def _holds(tree: Tree, outer: Found, item: Found, at: int) -> bool:
    """Say whether a statement tells another's cue in its own indirect words."""
    if outer is item or outer.cue < 0 or outer.cue == item.cue or outer.key not in cue_words()["say"]:
        return False
    return tree.sent[outer.cue] == tree.sent[item.cue] and contains(outer, at, at + 1)


def _own(tree: Tree, item: Found, inner: Sequence[Participant], outer: Sequence[Participant]) -> bool:
    """Say whether a speaker inside the words of another is the same one, or his side."""
    if len(outer) != 1 or outer[0].start < 0:
        return False
    who, head = outer[0], item.speaker
    if tree.lemma[head] in _SIDES and any(tree.word[k] in _HIS | _BOTH for k in tree.kids[head]):
        return True
    if len(inner) != 1 or inner[0].actor_id is None:
        return False
    return inner[0].actor_id == who.actor_id or (
        who.state is not None and inner[0].actor_id == f"state:{who.state}"
    )
