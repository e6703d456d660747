"""A statement while it is being found: ranges of the view and tokens, before it becomes a row."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.statements.candidate import Candidate
from detente.extract.statements.tree import Tree
from detente.records.swift import swift

Span = tuple[int, int]


@swift
@dataclass(frozen=True, slots=True)
class Found:
    """What is known of one statement so far."""

    spans: tuple[Span, ...]
    """Character ranges of the content in the view, in order."""
    cue: int
    """The cue's token; -1 where there is none (a floating quotation)."""
    cue_first: int
    """First token of the cue's words."""
    cue_last: int
    """One past the last token of them."""
    key: str
    """Lemma of the cue."""
    frame: str
    """The frame, or the rule that took the place of one."""
    speaker: int
    """Head of the speaker's phrase; -1 where nobody is named."""
    score: float
    """How sure, 0 to 1."""
    rule: str
    """What found it."""


def found_of(tree: Tree, cand: Candidate, score: float) -> Found:
    """Return a candidate as a statement with character ranges."""
    spans = tuple((tree.start[a], tree.end[b - 1]) for a, b in cand.spans)
    return Found(
        spans, cand.cue, cand.cue_first, cand.cue_last, cand.key, cand.frame, cand.speaker, score,
        f"cue {cand.frame}",
    )  # fmt: skip


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """Return ranges in order, those that touch or overlap made one.

    >>> joined([(5, 9), (0, 5), (12, 14)])
    ((0, 9), (12, 14))
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def contains(found: Found, start: int, end: int) -> bool:
    """Say whether one range of a statement's content holds a range of the view."""
    return any(a <= start and end <= b for a, b in found.spans)
