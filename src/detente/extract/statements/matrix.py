"""What the cue itself says no to is kept with the content, so that no statement becomes its opposite.

"He does not believe that it will hold" holds "does not believe that it will hold"; "denied that it had
sent them" holds "denied that ..."; what somebody did not say, or may say, is no statement at all.
"""

from __future__ import annotations

from dataclasses import replace

from detente.extract.statements.found import Found, joined
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cue_words

_DENY = frozenset(["deny", "doubt", "dispute", "refute", "disbelieve", "rule out", "question"])
_REFUSE = frozenset(["refuse", "decline", "fail", "hesitate", "neglect", "forget", "cease", "stop"])
_STILL_SAID = frozenset(
    ["rule out", "exclude", "deny", "confirm", "acknowledge", "admit", "concede", "hide", "conceal"]
)
_NOBODY = frozenset(["neither", "no", "none", "nobody", "nothing", "few"])
_NEVER = frozenset(["never", "hardly", "scarcely", "nowhere", "nor"])
_MAYBE = frozenset(["may", "might", "could", "should", "must"])
_CLAUSES = ("that", "bare", "wh", "inf", "xcomp", "c-inf", "noun")


def with_matrix(tree: Tree, found: Found, no_comment: bool) -> Found | None:
    """Return a statement whose content keeps what its cue denies; None where nothing was said."""
    if found.cue < 0 or no_comment or tree.tag[found.cue][:1] != "V":
        return found
    said = found.key in cue_words()["say"] and found.key not in _STILL_SAID
    first = _negation(tree, found.cue)
    if said and (_is_supposed(tree, found.cue) or first >= 0):
        return None
    if first < 0 and _no_speaker(tree, found):
        return None
    base = found.frame.split("/")[0].split(":")[0].rstrip("+<?")
    if first < 0 and found.key in _DENY and base in _CLAUSES:
        first = found.cue
    if first < 0 and found.key in _REFUSE and base == "inf":
        first = found.cue
    if first < 0:
        return found
    after = [span for span in found.spans if span[0] > tree.start[found.cue]]
    if len(after) != len(found.spans):
        return None if said else found
    group = (tree.start[first], tree.end[found.cue])
    rest = (tree.start[found.cue], after[0][1])
    return replace(found, spans=joined([group, rest, *after[1:]]))


def _negation(tree: Tree, cue: int) -> int:
    """Return the first token of a negated verb group; -1 where the cue is not negated."""
    negated = any(tree.kids_of(cue, "neg")) or any(
        tree.word[k] in _NEVER for k in tree.kids_of(cue, "advmod", "preconj", "cc") if k < cue
    )
    if not negated:
        return -1
    group = [k for k in tree.kids_of(cue, "aux", "auxpass", "neg", "advmod") if k < cue]
    return min(group, default=cue)


def _is_supposed(tree: Tree, cue: int) -> bool:
    """Say whether a cue is only thought of: "may say", "if he says"."""
    for kid in tree.kids[cue]:
        if tree.dep[kid] == "aux" and tree.word[kid] in _MAYBE:
            return True
        if tree.dep[kid] == "mark" and tree.word[kid] in ("if", "unless", "whether"):
            return True
    return False


def _no_speaker(tree: Tree, found: Found) -> bool:
    """Say whether the subject is nobody: "neither side", "no official", "none of them"."""
    who = found.speaker
    if who < 0:
        return False
    return tree.word[who] in _NOBODY - {"few"} or any(
        tree.word[k] in _NOBODY and tree.dep[k] in ("det", "preconj", "neg") for k in tree.kids[who]
    )
