"""On what occasion something was said, in the words of the text: "during a final meeting with him".

One remark is placed by each outlet where its writer was or remembers it; laid side by side the
occasions differ, and a reader must see it. An occasion is an adjunct of the words that tell the saying
(in, at, during, before, after ... and something that takes place); how words travelled is the channel.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.found import Found, contains
from detente.extract.statements.tree import Tree

_PREPOSITIONS = frozenset(["in", "at", "during", "before", "after", "on", "upon", "throughout"])
_TAKES_PLACE = frozenset(
    """address anniversary appearance assembly banquet briefing call campaign ceremony conference
    congress conversation council debate dinner discussion encounter exchange farewell forum funeral
    gathering hearing inauguration inspection interview lecture luncheon meal meeting negotiation parade
    rally reception retreat round seminar session sidelines signing speech stop stopover summit talk
    testimony toast tour trip visit vote""".split()  # noqa: SIM905
)
_PART_OF = frozenset(
    [
        "end",
        "beginning",
        "start",
        "eve",
        "course",
        "close",
        "margin",
        "outset",
        "sideline",
        "one",
        "last",
    ]
)
_OFFICE = frozenset(["term", "time", "tenure", "career", "presidency", "mandate", "reign"])
_TOLD_BY = frozenset(["advcl", "pcomp", "prep", "xcomp", "conj", "dobj"])
_LONGEST = 14
"""Tokens beyond which a phrase is no longer an occasion but a story."""
_CUT = frozenset(["who", "which", "that", "where", "when"])


def occasion_of(tree: Tree, found: Found) -> str | None:
    """Return the occasion of a statement in the words of the text; None where its sentence has none.

    Does not find an occasion told in another sentence, nor one that is part of what was said.
    """
    if found.cue < 0:
        return None
    for verb in _tellers(tree, found.cue):
        for prep in tree.kids_of(verb, "prep", "advmod", "mark"):
            if tree.word[prep] in _PREPOSITIONS and (words := _phrase(tree, found, prep)):
                return words
    return _leading(tree, found)


def _leading(tree: Tree, found: Found) -> str | None:
    """Return the occasion that opens the sentence, where the speaker is the subject of it all."""
    first, _ = tree.bounds(found.cue)
    top = found.cue
    while tree.head[top] != top:
        top = tree.head[top]
    if tree.word[first] not in _PREPOSITIONS or tree.head[first] != top or found.speaker < 0:
        return None
    subject = tree.first_of(top, "nsubj")
    return _phrase(tree, found, first) if subject == found.speaker else None


def _tellers(tree: Tree, cue: int) -> Iterator[int]:
    """Yield the cue and the verbs above it that tell the saying: "took aim ..., describing it as"."""
    at = cue
    for _ in range(4):
        yield at
        if tree.head[at] == at or tree.dep[at] not in (
            "advcl",
            "pcomp",
            "prep",
            "xcomp",
            "conj",
            "dobj",
        ):
            return
        at = tree.head[at]


def _phrase(tree: Tree, found: Found, prep: int) -> str | None:
    objects = list(tree.kids_of(prep, "pobj"))
    if not objects or contains(found, tree.start[prep], tree.end[prep]) or tree.inside[prep] >= 0:
        return None
    thing = objects[0]
    if not _takes_place(tree, thing):
        return None
    last = tree.right[thing]
    for at in range(thing + 1, last):
        if tree.word[at] in _CUT or tree.word[at] in (",", ";", ":", "—", "–", "(", '"', "“"):
            last = at
            break
    if last - prep > _LONGEST or any(
        contains(found, tree.start[at], tree.end[at]) for at in range(prep, last)
    ):
        return None
    return " ".join(tree.text(prep, last).split())


def _takes_place(tree: Tree, noun: int) -> bool:
    """Say whether a noun takes place: a meeting, the end of a term, one of the talks."""
    lemma = tree.lemma[noun]
    if lemma in _TAKES_PLACE:
        return True
    if lemma not in _PART_OF and tree.word[noun] not in _PART_OF:
        return False
    inner = [kid for of in tree.kids_of(noun, "prep") for kid in tree.kids_of(of, "pobj")]
    return any(tree.lemma[one] in _TAKES_PLACE | _OFFICE for one in inner)
