"""Articles that print the same text: a reprint, an agency's copy, a shortened version.

Copies are found so that origins are counted, not outlets. A text is taken as the set of its runs of
five words (shingles; Broder, "On the resemblance and containment of documents", 1997), out of the lines
that are its body, so that a menu that two pages share makes no copy. A fixed fraction of the shingles'
hashes is kept as a sketch by which candidates are looked up; unlike a sketch of fixed size it still
finds a short text inside a long one. A translation is not found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.link.scored import scored_link
from detente.records import Article, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.int64]

RUN = 5
"""Words in a shingle."""
FRACTION = 16
"""One of so many shingles goes into the sketch; a power of two."""
SKETCH_LIMIT = 256
"""Most hashes in a sketch: the smallest are kept."""
SHARED_HASHES = 2
"""Hashes that two sketches must share for their texts to be compared."""
LIKELY = 0.2
"""Share of the smaller sample of shingles that must be in the other before all are compared, where a
sample was cut short."""
HELD = 0.66
"""Share of the shorter text's shingles that the other holds at least where two texts are one: texts of
one length that are `ALIKE` share two thirds of each."""
LEAST = 30
"""Shingles below which a text is too short to be told for a copy."""
ALIKE = 0.5
"""Share of common shingles among all from which two texts are one."""
CONTAINED = 0.75
"""Share of the shorter text's shingles in the longer from which it is a copy of a part."""
_ASCII = 127
_BASE, _MIX = 0x100000001B3, 0xBF58476D1CE4E5B9


def shingles(article: Article) -> Shingles:
    """Return the hashes of the runs of five words in an article's body: 64 bits, sorted, each once.

    A body of fewer than five words has none. All words of an article are hashed at once, out of sums
    over its bytes, and all runs out of those of their words (Karp and Rabin 1987); the hashes are mixed
    so that their bits are even. Case and punctuation do not count.
    """
    import numpy as np

    lines = (article.text[line.start : line.end] for line in article.lines if line.role == "body")
    text = " ".join(lines).lower()
    if not text.isascii():
        for mark in {sign for sign in set(text) if sign > "\x7f" and not sign.isalnum()}:
            text = text.replace(mark, " ")
    words = _words(text.encode("utf-8", "surrogatepass"))
    if len(words) < RUN:
        return np.array([], dtype=np.int64)
    runs = words[: len(words) - RUN + 1].copy()
    for first in range(1, RUN):
        runs *= np.uint64(_BASE)
        runs += words[first : first + len(runs)]
    found = _mixed(runs).view(np.int64)
    found.sort()
    return found[np.concatenate(([True], found[1:] != found[:-1]))]


def _words(octets: bytes) -> NDArray[np.uint64]:
    """Return a hash of each word of a text: the sum of its bytes, each times a power of its place."""
    import numpy as np

    text = np.frombuffer(octets, dtype=np.uint8)
    inside = np.zeros(len(text) + 2, dtype=bool)
    _in_word().take(text, out=inside[1:-1], mode="clip")
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    up, down = _powers(len(text))
    sums = np.zeros(len(text) + 1, dtype=np.uint64)
    values = text.astype(np.uint64)
    values += np.uint64(1)
    values *= up
    values.cumsum(out=sums[1:])
    return _mixed((sums[ends] - sums[starts]) * down[starts])


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return numbers mixed so that each bit depends on all; the array that is given holds them."""
    import numpy as np

    values ^= values >> np.uint64(29)
    values *= np.uint64(_MIX)
    values ^= values >> np.uint64(32)
    return values


@lru_cache(maxsize=1)
def _in_word() -> NDArray[np.bool_]:
    """Return for each byte whether it is part of a word; marks beyond ASCII are blanks by then."""
    import numpy as np

    plain = [chr(byte).isalnum() or byte == ord("_") or byte > _ASCII for byte in range(256)]
    return np.array(plain, dtype=bool)


def _powers(length: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the powers of a base, modulo 2**64, and those of its inverse, from the 0th on."""
    up, down = _table(1 << max(length, 1 << 14).bit_length())
    return up[:length], down[:length]


@lru_cache(maxsize=2)
def _table(length: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    def powers(base: int) -> NDArray[np.uint64]:
        found = np.full(length, base, dtype=np.uint64)
        found[0] = 1
        return np.cumprod(found)

    return powers(_BASE), powers(pow(_BASE, -1, 1 << 64))


def sketch(article: Article) -> tuple[int, ...]:
    """Return the hashes by which an article's copies are looked up, in order; none for few words."""
    found = shingles(article)
    return tuple(found[(found & (FRACTION - 1)) == 0][:SKETCH_LIMIT].tolist())


def likely(shared: int, left: int, right: int) -> bool:
    """Say whether two sketches of these sizes that share so many hashes can be of one text.

    The hashes are a sample: of a text that holds the other three standard deviations fewer may be
    shared than are expected. Two hashes may come of one phrase ("the Centers for Disease Control and
    Prevention").

    >>> likely(2, 60, 60), likely(2, 5, 60), likely(40, 60, 60)
    (False, True, True)
    """
    fewer = min(left, right)
    if shared < SHARED_HASHES or shared < LIKELY * fewer:
        return False
    if max(left, right) >= SKETCH_LIMIT:
        return True
    return shared >= HELD * fewer - 3 * math.sqrt(HELD * (1 - HELD) * fewer)


def link_copies(pairs: Iterable[tuple[Article, Article]]) -> list[Link]:
    """Return a `same-text` link for each pair whose texts are one, or one of which holds the other.

    Every pair is compared in full; how pairs are chosen is the caller's: those that share hashes of
    their sketches are enough.
    """
    known: dict[str, tuple[Shingles, frozenset[int]]] = {}
    found: list[Link] = []
    for left, right in pairs:
        if left.id == right.id or left.language != right.language:
            continue
        for article in (left, right):
            if article.id not in known:
                every = shingles(article)
                known[article.id] = every, frozenset(every[(every & (FRACTION - 1)) == 0].tolist())
        (ours, some), (theirs, others) = known[left.id], known[right.id]
        if not likely(len(some & others), len(some), len(others)):
            continue
        if link := _compared(left.id, ours, right.id, theirs):
            found.append(link)
    return found


def _compared(left: str, ours: Shingles, right: str, theirs: Shingles) -> Link | None:
    import numpy as np

    shorter = min(len(ours), len(theirs))
    if shorter < LEAST:
        return None
    few, many = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    at = many.searchsorted(few)
    common = int(np.count_nonzero(many.take(at, mode="clip") == few))
    alike, contained = common / (len(ours) + len(theirs) - common), common / shorter
    if alike >= ALIKE:
        reason = f"{alike:.0%} of their runs of {RUN} words are the same"
        return scored_link(left, right, "same-text", alike, reason)
    if contained >= CONTAINED:
        reason = f"{contained:.0%} of the shorter text stands in the longer"
        return scored_link(left, right, "same-text", contained, reason)
    return None
