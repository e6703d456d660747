"""What somebody feels, offers or denies, told by a noun: "expressed regret", "offered help"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.candidate import Candidate, is_person, one
from detente.extract.statements.speaker import speaker_of
from detente.extract.statements.tree import Tree
from detente.knowledge.cues import cues_in

_ABOUT = frozenset(["at", "over", "about", "for", "with", "in", "to", "from", "until"])
_ONCE = frozenset(["once", "if", "until", "unless", "provided", "when"])


def felt(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield what somebody feels, offers or denies.

    "expressed regret", "advises patience", "offered help", "denied having met them".
    """
    lemma = tree.lemma[v]
    speaker, _ = speaker_of(tree, v, passive=False)
    if not is_person(tree, speaker) or _is_passive(tree, v):
        return
    if lemma == "deny":
        for k in tree.kids_of(v, "xcomp", "pcomp"):
            if tree.left[k] == v + 1 and tree.word[v + 1][-3:] == "ing":
                yield from one(tree, v, v + 1, lemma, "denied", (k, tree.right[k]), speaker)
        return
    if lemma in ("apologise", "apologize"):
        for k in tree.kids_of(v, "prep"):
            if k > v and tree.word[k] in ("for", "over") and tree.word[k + 1] != "nothing":
                yield from one(tree, v, v + 1, lemma, "felt", (k + 1, tree.right[k]), speaker)
        return
    obj = next((k for k in tree.kids_of(v, "dobj") if k > v), -1)
    if lemma == "rule" and v + 1 < len(tree) and tree.word[v + 1] == "out":
        if obj >= 0 and is_person(tree, speaker):
            yield from one(
                tree, v, v + 2, "rule out", "denied", (tree.left[obj], tree.right[obj]), speaker
            )
        return
    if obj < 0 or tree.lemma[obj] not in cues_in("felt", "worry"):
        return
    end = tree.right[obj]
    for k in tree.kids[v]:
        about = tree.dep[k] == "prep" and tree.word[k] in _ABOUT
        once = tree.dep[k] == "advcl" and tree.word[end : end + 1] == [tree.word[tree.left[k]]]
        if tree.left[k] == end and (about or (once and tree.word[end] in _ONCE)):
            end = tree.right[k]
    yield from one(tree, v, v + 1, lemma, "felt", (tree.left[obj], end), speaker)


def _is_passive(tree: Tree, v: int) -> bool:
    return any(tree.dep[k] in ("nsubjpass", "auxpass") for k in tree.kids[v])
