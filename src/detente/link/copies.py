"""Articles that print the same text: a reprint, an agency's copy, a shortened version.

Copies are found so that origins are counted, not outlets. A text is taken as the set of its runs of
five words (shingles; Broder, "On the resemblance and containment of documents", 1997), out of the lines
that are its body, so that a menu that two pages share makes no copy. A fixed fraction of the shingles'
hashes is kept as a sketch by which candidates are looked up; unlike a sketch of fixed size it still
finds a short text inside a long one. A translation is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from detente.link.scored import scored_link
from detente.records import Article, Link

RUN = 5
"""Words in a shingle."""
FRACTION = 16
"""One of so many shingles goes into the sketch."""
SKETCH_LIMIT = 256
"""Most hashes in a sketch: the smallest are kept."""
SHARED_HASHES = 2
"""Hashes that two sketches must share for their texts to be compared."""
LEAST = 30
"""Shingles below which a text is too short to be told for a copy."""
ALIKE = 0.5
"""Share of common shingles among all from which two texts are one."""
CONTAINED = 0.75
"""Share of the shorter text's shingles in the longer from which it is a copy of a part."""
_WORD = re.compile(r"\w+")


def shingles(article: Article) -> frozenset[int]:
    """Return the hashes of every run of five words in the body of an article, as signed 64-bit numbers.

    A body of fewer than five words has none.
    """
    lines = (article.text[line.start : line.end] for line in article.lines if line.role == "body")
    words = _WORD.findall(" ".join(lines).lower())
    return frozenset(_hashes(words))


def _hashes(words: Sequence[str]) -> Iterator[int]:
    for first in range(len(words) - RUN + 1):
        run = " ".join(words[first : first + RUN]).encode("utf-8", "surrogatepass")
        yield int.from_bytes(blake2b(run, digest_size=8).digest(), "big", signed=True)


def sketch(article: Article) -> tuple[int, ...]:
    """Return the hashes by which an article's copies are looked up, in order; none for few words."""
    kept = sorted(value for value in shingles(article) if value % FRACTION == 0)
    return tuple(kept[:SKETCH_LIMIT])


def link_copies(pairs: Iterable[tuple[Article, Article]]) -> list[Link]:
    """Return a `same-text` link for each pair whose texts are one, or one of which holds the other.

    Every pair is compared in full; how pairs are chosen is the caller's: those that share hashes of
    their sketches are enough.
    """
    known: dict[str, frozenset[int]] = {}
    found: list[Link] = []
    for left, right in pairs:
        if left.id == right.id or left.language != right.language:
            continue
        for article in (left, right):
            if article.id not in known:
                known[article.id] = shingles(article)
        if link := _compared(left.id, known[left.id], right.id, known[right.id]):
            found.append(link)
    return found


def _compared(left: str, ours: frozenset[int], right: str, theirs: frozenset[int]) -> Link | None:
    shorter = min(len(ours), len(theirs))
    if shorter < LEAST:
        return None
    common = len(ours & theirs)
    alike, contained = common / len(ours | theirs), common / shorter
    if alike >= ALIKE:
        reason = f"{alike:.0%} of their runs of {RUN} words are the same"
        return scored_link(left, right, "same-text", alike, reason)
    if contained >= CONTAINED:
        reason = f"{contained:.0%} of the shorter text stands in the longer"
        return scored_link(left, right, "same-text", contained, reason)
    return None
