"""A cue with one reading of what it reports, and the trimming of its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.statements.speaker import can_speak
from detente.extract.statements.tree import Tree
from detente.records.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with one reading of what it reports."""

    cue: int
    """The token of the cue."""
    cue_first: int
    """First token of the cue's words."""
    cue_last: int
    """One past the last token of them."""
    key: str
    """Lemma of the cue, with its particle ("point out")."""
    frame: str
    """How the content hangs on the cue: that, bare, wh, inv, inf, obj, prep:for, noun:that ..."""
    spans: tuple[tuple[int, int], ...]
    """Token ranges of the content, in order."""
    speaker: int
    """Head of the speaker's phrase; -1 where the clause names none."""
    via: str
    """How the speaker was reached: subj, conj, advcl, acl, xcomp, agent, poss, none."""


_TRIM = frozenset([",", ".", ";", ":", "—", "–", "--", "-", ")", "?", "!"]) | {"\n", "\n\n"}

_TRIM_END = _TRIM | {"and", "but"}
_OPEN = frozenset(["that", "as", "only", "however", "though"])
_ASIDES = frozenset([("only", "that"), ("however", ","), ("though", ",")])
"""How a clause opens that begins behind its first word: "said only that", "said, however, that"."""


def trimmed(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Drop what is no word at both ends, and a leading "that"."""
    word, tag = tree.word, tree.tag
    while first < last and (word[first] in _TRIM or tag[first] == "_SP"):
        first += 1
    while first < last and (word[last - 1] in _TRIM_END or tag[last - 1] == "_SP"):
        last -= 1
    if first + 1 >= last or word[first] not in _OPEN:
        return first, last
    if first + 2 < last and (word[first], word[first + 1]) in _ASIDES:
        return trimmed(tree, first + 1, last)
    is_that = word[first] == "that" and (tree.dep[first] == "mark" or tag[first] == "IN")
    if is_that or (word[first] == "as" and tag[first] == "IN"):
        return trimmed(tree, first + 1, last)
    return first, last


def one(
    tree: Tree, v: int, last: int, key: str, frame: str, span: tuple[int, int], speaker: int
) -> Iterator[Candidate]:
    """Yield the candidate of a cue that ends before `last` with one range; none without a speaker."""
    a, b = trimmed(tree, *span)
    if a + 1 < b and tree.word[a] == "only" and tree.word[a + 1] == "that":
        a, b = trimmed(tree, a + 1, b)
    if a < b and speaker >= 0:
        yield Candidate(v, v, last, key, frame, ((a, b),), speaker, "subj")


def is_person(tree: Tree, speaker: int) -> bool:
    """Say whether a subject is somebody: a name, he, she, they, or a noun of people."""
    if speaker < 0 or tree.word[speaker] in ("it", "i", "you", "one", "we"):
        return False
    return can_speak(tree, speaker)
