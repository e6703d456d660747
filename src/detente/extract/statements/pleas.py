"""What somebody is asked to do: "asked for it to be removed", "appealed to the rebels to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.candidate import Candidate, is_person, one
from detente.extract.statements.speaker import can_speak, speaker_of
from detente.extract.statements.tree import Tree

_APPEAL = frozenset(["appeal", "plead"])
_URGE = frozenset(
    """urge advise counsel implore beg exhort entreat beseech press lobby encourage admonish
    petition""".split()  # noqa: SIM905
)
_NOUNS = frozenset(
    """pledge promise vow demand appeal plea refusal threat call offer proposal warning
    request""".split()  # noqa: SIM905
)
_HELD_BY = frozenset(["noun:to", "noun:for", "noun:that"])


def is_plea(tree: Tree, cand: Candidate) -> bool:
    """Say whether a reading is a plea by its form: "urging Russia to co-operate", whom and what.

    Or by its noun and whose it is: "Berg's call for a ceasefire", "a pledge by the council to pay".
    """
    if cand.frame in _HELD_BY and cand.via in ("agent", "poss") and cand.key in _NOUNS:
        return can_speak(tree, cand.speaker) and tree.dep[cand.cue] not in ("compound", "poss")
    if cand.frame != "obj+" or cand.key not in _URGE:
        return False
    first, last = cand.spans[0]
    whom = tree.first_of(cand.cue, "dobj")
    if not first <= whom < last or not (can_speak(tree, whom) or tree.tag[whom] in ("NNP", "NNS")):
        return False
    return any(
        tree.word[i] == "to" and tree.tag[i] == "TO" and tree.tag[i + 1] == "VB"
        for i in range(whom + 1, min(last, len(tree) - 1))
    )


def asked_for(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield a plea for something to be done: "asked for the tweet to be removed"."""
    speaker, _ = speaker_of(tree, v, passive=False)
    if v + 2 >= len(tree) or tree.word[v + 1] != "for" or not is_person(tree, speaker):
        return
    for k in tree.kids_of(v, "advcl", "ccomp", "xcomp"):
        if (
            k > v
            and tree.left[k] == v + 1
            and any(tree.word[x] == "to" for x in tree.kids_of(k, "aux"))
        ):
            more = [tree.right[x] for x in tree.kids_of(v, "prep") if x > k and tree.word[x] == "for"]
            span = (v + 2, max([tree.right[k], *more]))
            yield from one(tree, v, v + 2, f"{tree.lemma[v]} for", "asked-for", span, speaker)


def pleaded(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield a plea to somebody: "appealed to both sides for calm", "appealed to them to leave"."""
    if tree.lemma[v] not in _APPEAL or tree.word[v + 1 : v + 2] != ["to"]:
        return
    speaker, _ = speaker_of(tree, v, passive=False)
    to = tree.first_of(v, "prep", "dative")
    whom = tree.first_of(to, "pobj") if to == v + 1 else -1
    if whom < 0 or not is_person(tree, speaker):
        return
    rest = [k for k in tree.kids[v] if k > to and tree.dep[k] in ("prep", "xcomp", "advcl")]
    rest = [k for k in rest if tree.word[k] == "for" or tree.word[tree.left[k]] == "to"]
    end = max([tree.right[whom], *(tree.right[k] for k in rest)])
    wanted = bool(rest) or any(tree.word[i] in ("to", "for") for i in range(whom + 1, end))
    if wanted:
        span = (tree.left[whom], end)
        yield from one(tree, v, v + 2, f"{tree.lemma[v]} to", "pleaded", span, speaker)
