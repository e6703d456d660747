"""How well attributions are found: content by overlap of letters and digits, and the right speaker.

Two attributions match where at least four fifths of the letters and digits that either holds are held
by both (a leading "that" counts for neither); each is paired once, the best overlaps first. In the
fragment view every unbroken piece of content counts by itself, so that two projects that join
"A," he said. "B." differently compare.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.records import Statement

Span = tuple[int, int]

_ENOUGH = 0.8
_DOUBLE = frozenset('“”"„«»″')
_OPENING = _DOUBLE | frozenset("‘'")
_CLOSING = _DOUBLE | frozenset("’'")
_THAT = re.compile(r"[\s,]*that\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")
_SMALL = frozenset(
    """the a an of and in for to on at by with his her their its this that who which""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a text: where its content and its speaker stand."""

    content: tuple[Span, ...]
    """Ranges of the content."""
    source: tuple[Span, ...]
    """Ranges of the speaker's name; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Score:
    """F1 in percent: content alone, and content with the right speaker."""

    overlap: float
    end_to_end: float


def without_cue(statement: Statement) -> list[Span]:
    """Return the ranges of a statement's content without the words of its cue.

    The product keeps a cue that denies in the content ("does not believe that ..."), so that nothing
    reads as its opposite; annotators leave it out.
    """
    cues = [(e.start, e.end) for e in statement.evidence if e.role == "cue"]
    found: list[Span] = []
    for start, end in ((e.start, e.end) for e in statement.evidence if e.role == "content"):
        inner = next(((a, b) for a, b in cues if start <= a and b <= end), None)
        parts = [(start, end)] if inner is None else [(start, inner[0]), (inner[1], end)]
        found += [(a, b) for a, b in parts if a < b]
    return found


Article = tuple[str, Sequence[Attribution], Sequence[Attribution]]
"""A text, its gold and what was found."""


def letters(text: str, spans: Iterable[Span], *, content: bool = True) -> frozenset[int]:
    """Return the places of the letters and digits in ranges of a text."""
    places: set[int] = set()
    for number, (start, end) in enumerate(sorted(spans)):
        if content and number == 0 and (that := _THAT.match(text, start, end)):
            start = that.end()
        places.update(i for i in range(start, min(end, len(text))) if text[i].isalnum())
    return frozenset(places)


def is_direct(text: str, spans: Sequence[Span]) -> bool:
    """Say whether a content begins and ends with a quotation mark; marks just outside count."""
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    while start > 0 and text[start - 1] in _DOUBLE:
        start -= 1
    while end < len(text) and (text[end] in _DOUBLE or text[end] in ".,?!"):
        end += 1
    words = text[start:end].strip().rstrip(".,;:")
    last = words.rstrip(".,?!;: ")[-1:]
    return len(words) > 1 and words[0] in _OPENING and bool(last) and last in _CLOSING


def right_speaker(text: str, gold: Sequence[Span], found: Sequence[Span]) -> bool:
    """Say whether the found name is the gold one: half the same, a telling part, or not much more."""
    wanted = letters(text, gold, content=False)
    given = letters(text, found, content=False)
    common = wanted & given
    if not common:
        return False
    if 2 * len(common) >= len(wanted | given):
        return True
    if given <= wanted:
        words = [word for start, end in found for word in _WORD.findall(text[start:end])]
        return any(word.lower() not in _SMALL for word in words)
    return wanted <= given and 4 * len(wanted) >= len(given)


def matches(
    text: str, gold: Sequence[Attribution], found: Sequence[Attribution]
) -> list[tuple[float, int, int]]:
    """Return the pairs of gold and found contents that share letters, best first, each used once."""
    wanted = [letters(text, item.content) for item in gold]
    given = [letters(text, item.content) for item in found]
    scored = [
        (len(common) / len(left | right), i, j)
        for i, left in enumerate(wanted)
        for j, right in enumerate(given)
        if (common := left & right)
    ]
    scored.sort(reverse=True)
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for score, i, j in scored:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((score, i, j))
    return pairs


def items(articles: Iterable[Article], *, direct: bool = False) -> Score:
    """Return the score of whole attributions, of all or of the direct ones alone."""
    count: Counter[str] = Counter()
    for text, gold, found in articles:
        wanted = [a for a in gold if letters(text, a.content)]
        given = [a for a in found if letters(text, a.content)]
        if direct:
            wanted = [a for a in wanted if is_direct(text, a.content)]
            given = [a for a in given if is_direct(text, a.content)]
        count["gold"] += len(wanted)
        count["found"] += len(given)
        for score, i, j in matches(text, wanted, given):
            if score >= _ENOUGH:
                count["overlap"] += 1
                source = wanted[i].source
                count["right"] += not source or right_speaker(text, source, given[j].source)
    return Score(_f1(count, "overlap"), _f1(count, "right"))


def fragments(articles: Iterable[Article], *, direct: bool = False) -> Score:
    """Return the score of unbroken pieces of content, each with its attribution's speaker."""
    pieces = ((text, _pieces(text, gold), _pieces(text, found)) for text, gold, found in articles)
    return items(pieces, direct=direct)


def _pieces(text: str, attributions: Iterable[Attribution]) -> list[Attribution]:
    out = []
    for item in attributions:
        for start, end in item.content:
            for line in re.finditer(r"[^\n]+", text[start:end]):
                if any(char.isalnum() for char in line.group()):
                    piece = (start + line.start(), start + line.end())
                    out.append(Attribution((piece,), item.source))
    return out


def _f1(count: Counter[str], key: str) -> float:
    precision = count[key] / max(count["found"], 1)
    recall = count[key] / max(count["gold"], 1)
    return round(200 * precision * recall / max(precision + recall, 1e-9), 1)
