"""Refusals to speak: "said nothing", "had no comment", "would not say why"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.statements.candidate import Candidate, is_person, trimmed
from detente.extract.statements.tree import Tree

_TELL = frozenset(["say", "disclose", "reveal", "discuss", "confirm", "specify", "elaborate"])
_WOULD = frozenset(["would", "will", "wo", "'ll", "’ll", "'d", "’d"])
_ASKED = frozenset(["why", "who", "whom", "how", "when", "where", "whether", "if", "which", "what"])


def silent(tree: Tree, v: int) -> Iterator[Candidate]:
    """Yield a refusal to comment: "Holm said nothing.", "Holm had no comment.".

    Passing over one point ("said nothing of the list") is none.
    """
    if tree.lemma[v] in _TELL and tree.tag[v] == "VB" and "not" in _near(tree, v):
        yield from _withheld(tree, v)
    if tree.lemma[v] == "say" and tree.word[v + 1 : v + 2] != ["nothing"]:
        return
    _, last = tree.bounds(v)
    drawn = tree.word[v] == "drawn"
    speaker = tree.first_of(v, "nsubjpass" if drawn else "nsubj")
    if speaker < 0 or tree.inside[v] >= 0 or not is_person(tree, speaker):
        return
    lemma, end = tree.lemma[v], v + 1
    negated = any(tree.kids_of(v, "neg"))
    obj = next((k for k in tree.kids_of(v, "dobj") if k > v), -1)
    begin = min([v, *(k for k in tree.kids_of(v, "aux", "auxpass", "neg") if k < v)])
    if lemma == "say" and obj == v + 1 and tree.word[obj] == "nothing":
        end = obj + 1
    elif (
        lemma in ("have", "make", "offer", "give", "issue")
        and obj >= 0
        and tree.lemma[obj] in ("comment", "answer", "statement", "readout", "response", "reply")
    ):
        if not any(tree.word[k] == "no" for k in tree.kids_of(obj, "det", "neg")) and not negated:
            return
        end = tree.right[obj] if tree.lemma[obj] == "comment" else obj + 1
    elif lemma in ("comment", "reply", "respond", "answer") and negated:
        if obj >= 0 and tree.tag[obj] == "PRP":
            return  # "did not answer him": a quarrel, no question of the press
        end = max([v + 1, *(tree.right[k] for k in tree.kids_of(v, "prep") if k > v)])
    elif drawn and negated:
        end = v + 1
    elif lemma in ("remain", "keep", "stay") and v + 1 < last and tree.word[v + 1] == "silent":
        end = v + 2
    else:
        return
    if any(tree.dep[k] == "aux" and tree.word[k] in ("will", "may", "might") for k in tree.kids[v]):
        return
    if (
        lemma != "comment"
        and end < last
        and tree.word[end] in ("about", "of", "on", "to", "that", "whether")
    ):
        return
    tail = trimmed(tree, v + 1, end) if lemma == "comment" else (begin, end)
    if tail[0] >= tail[1]:
        tail = (begin, end)
    yield Candidate(v, begin, v + 1, lemma, "no-comment", (tail,), speaker, "subj")


def _near(tree: Tree, v: int) -> list[str]:
    return ["not" if word in ("not", "n't", "n’t") else word for word in tree.word[max(v - 3, 0) : v]]


def _withheld(tree: Tree, v: int) -> Iterator[Candidate]:
    """ "The ministry would not say why.", "He would not discuss his plans."."""
    _, last = tree.bounds(v)
    if tree.inside[v] >= 0 or v + 1 >= last:
        return
    helpers = [k for k in tree.kids_of(v, "aux", "neg") if k < v]
    speaker = tree.first_of(v, "nsubj")
    if not helpers or tree.word[helpers[0]] not in _WOULD or not is_person(tree, speaker):
        return
    if not helpers[0] > speaker or not any(tree.dep[k] == "neg" for k in helpers):
        return
    if tree.lemma[v] == "say" and tree.word[v + 1] not in _ASKED:
        return
    end = max([v + 1, *(tree.right[k] for k in tree.kids[v] if k > v and tree.dep[k] in _TOLD)])
    begin = helpers[0]
    yield Candidate(v, begin, v + 1, tree.lemma[v], "no-comment", ((begin, end),), speaker, "subj")


_TOLD = frozenset(["ccomp", "dobj", "prep", "advcl", "advmod", "xcomp"])
