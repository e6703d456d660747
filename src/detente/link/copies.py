"""Articles that print the same text: a reprint, an agency's copy, a shortened version.

Copies are found so that origins are counted, not outlets. A text is taken as the set of its runs of
five words (shingles; Broder, "On the resemblance and containment of documents", 1997), out of the lines
that are its body, so that a menu that two pages share makes no copy. A fixed fraction of the shingles'
hashes is kept as a sketch by which candidates are looked up; unlike a sketch of fixed size it still
finds a short text inside a long one. A translation is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from detente.link.scored import scored_link
from detente.records import Article, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.int64]

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
_BASE, _MIX, _SECOND = 0x100000001B3, 0xBF58476D1CE4E5B9, 0x9E3779B9


def shingles(article: Article) -> Shingles:
    """Return the hashes of the runs of five words in an article's body: 64 bits, sorted, each once.

    A body of fewer than five words has none. A run's hash is a polynomial of its words' hashes (Karp
    and Rabin 1987), mixed so that its bits are even; all runs of an article are hashed at once.
    """
    import numpy as np

    lines = (article.text[line.start : line.end] for line in article.lines if line.role == "body")
    words = np.array([_hash(word) for word in _WORD.findall(" ".join(lines).lower())], dtype=np.uint64)
    if len(words) < RUN:
        return np.array([], dtype=np.int64)
    runs = np.zeros(len(words) - RUN + 1, dtype=np.uint64)
    for first in range(RUN):
        runs = runs * _BASE + words[first : first + len(runs)]
    runs ^= runs >> np.uint64(29)
    runs *= np.uint64(_MIX)
    runs ^= runs >> np.uint64(32)
    return np.unique(runs.view(np.int64))


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    octets = word.encode("utf-8", "surrogatepass")
    return crc32(octets) << 32 | crc32(octets, _SECOND)


def sketch(article: Article) -> tuple[int, ...]:
    """Return the hashes by which an article's copies are looked up, in order; none for few words."""
    found = shingles(article)
    return tuple(found[found % FRACTION == 0][:SKETCH_LIMIT].tolist())


def link_copies(pairs: Iterable[tuple[Article, Article]]) -> list[Link]:
    """Return a `same-text` link for each pair whose texts are one, or one of which holds the other.

    Every pair is compared in full; how pairs are chosen is the caller's: those that share hashes of
    their sketches are enough.
    """
    known: dict[str, Shingles] = {}
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


def _compared(left: str, ours: Shingles, right: str, theirs: Shingles) -> Link | None:
    import numpy as np

    shorter = min(len(ours), len(theirs))
    if shorter < LEAST:
        return None
    common = len(np.intersect1d(ours, theirs, assume_unique=True))
    alike, contained = common / (len(ours) + len(theirs) - common), common / shorter
    if alike >= ALIKE:
        reason = f"{alike:.0%} of their runs of {RUN} words are the same"
        return scored_link(left, right, "same-text", alike, reason)
    if contained >= CONTAINED:
        reason = f"{contained:.0%} of the shorter text stands in the longer"
        return scored_link(left, right, "same-text", contained, reason)
    return None
