"""How far two sentences speak of one thing, whatever words they choose: each word finds its nearest.

A word of one sentence is matched with the nearest of the other (`knowledge.word_vectors`); a state, its
people and its capital are one; a name matches only itself. What is shared is weighed by rarity, so that
two sentences about ministers are not of one thing for that. Numbers, days, and who is said to have said
it take no part: they are what reports differ in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.places import venues
from detente.knowledge.states import states
from detente.knowledge.word_counts import rarity
from detente.knowledge.word_vectors import vector
from detente.link.stories.words import STOPWORDS, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR = 0.4
"""Nearness under which two words are not of one thing."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAID = frozenset(
    """according account added aide announced claim claimed confirmed correspondent declared explained
    insisted maintained noted official officials recalled remarked reported reporter reporters spokesman
    spokeswoman stated statement stressed told wrote writes complained judged argued warned calls called
    calling view opinion words spoke speaks saw sees thinks finds believes adviser analyst columnist
    professor jurist historian scholar expert deputy editor""".split()  # noqa: SIM905
)
"""Words that tell who says something: two reports name two people."""
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december day days week weeks night morning evening afternoon noon
    today yesterday tomorrow late early""".split()  # noqa: SIM905
)
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million billion dozen half third quarter""".split()  # noqa: SIM905
)
_SILENT = STOPWORDS | _DAYS | _SAID | _NUMBERS
"""Words that do not tell what a sentence is about."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence that says what it is about."""

    key: str
    """`=` and a state, `@` and a name, else the word in lower case."""
    weight: float
    """How rare it is."""
    start: int
    """Its first character in the sentence."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence as its words of content."""

    words: tuple[Word, ...]
    """In order, each key once."""
    vectors: NDArray[np.float32]
    """A row for each word; zeros for states, names and unknown words."""

    @property
    def states(self) -> frozenset[str]:
        """The states named, by ISO code."""
        return frozenset(word.key[1:] for word in self.words if word.key[0] == "=")

    @property
    def names(self) -> frozenset[str]:
        """The other names, in lower case."""
        return frozenset(word.key[1:] for word in self.words if word.key[0] == "@")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of each sentence the other says as well."""

    left: float
    """Share of the left one's weight that finds a match, 0 to 1."""
    right: float
    """The same of the right one."""
    names: float
    """Share of the rarer names that both have; 0 where one has none."""
    states: float
    """Share of states named in both among all that are named; 0 where none is."""
    missing: float
    """Share of names of the poorer one that the other lacks; 0 where one has none."""


def worded(text: str, blanks: Iterable[tuple[int, int]] = ()) -> Worded:
    """Return the words of content of a sentence, those in the ranges `blanks` left out.

    >>> [word.key for word in worded("Budapest expelled six Romanian diplomats on Monday.").words]
    ['=HUN', 'expelled', '=ROU', 'diplomats']
    """
    import numpy as np

    hidden = tuple(blanks)
    found: dict[str, Word] = {}
    for key, start in _keys(text):
        if key not in found and not any(a <= start < b for a, b in hidden):
            weight = 4.0 if key[0] in "=@" else max(0.5, rarity(stem(key)))
            found[key] = Word(key, weight, start)
    words = tuple(found.values())
    rows = np.zeros((len(words), 64), dtype=np.float32)
    for at, word in enumerate(words):
        if word.key[0] not in "=@" and (known := vector(word.key)) is not None:
            rows[at] = known
    return Worded(words, rows)


def likeness(left: Worded, right: Worded) -> Likeness:
    """Return how much of each sentence the other says as well.

    >>> one = worded("The two ministers held talks in Vienna.")
    >>> other = worded("In Vienna a meeting of the ministers took place.")
    >>> likeness(one, other).left > 0.7
    True
    """
    if not left.words or not right.words:
        return Likeness(0.0, 0.0, 0.0, 0.0, 0.0)
    best = matches(left, right)
    a, b = (_covered(one, best.max(axis=axis)) for one, axis in ((left, 1), (right, 0)))
    names = left.names, right.names
    shared = len(names[0] & names[1])
    fewer = min(len(names[0]), len(names[1]))
    named = left.states | right.states
    return Likeness(
        left=a,
        right=b,
        names=shared / fewer if fewer else 0.0,
        states=len(left.states & right.states) / len(named) if named else 0.0,
        missing=1 - shared / fewer if fewer else 0.0,
    )


def matches(left: Worded, right: Worded) -> NDArray[np.float32]:
    """Return how near each word of the left is to each of the right, 0 under `NEAR`."""
    import numpy as np

    near = left.vectors @ right.vectors.T
    near[near < NEAR] = 0
    keys = {word.key: at for at, word in enumerate(right.words)}
    stems = {stem(word.key): at for at, word in enumerate(right.words) if word.key[0] not in "=@"}
    for at, word in enumerate(left.words):
        if (other := keys.get(word.key, stems.get(stem(word.key)))) is not None:
            near[at, other] = 1.0
    return np.asarray(np.minimum(near, 1.0), dtype=np.float32)


def _covered(one: Worded, best: NDArray[np.float32]) -> float:
    whole = sum(word.weight for word in one.words)
    return sum(float(near) * word.weight for word, near in zip(one.words, best, strict=True)) / whole


def _keys(text: str) -> Iterator[tuple[str, int]]:
    """Yield the keys of a sentence's words of content with their first characters."""
    table, longest = _state_words()
    found = list(_WORD.finditer(text))
    skip = 0
    for at, match in enumerate(found):
        if skip:
            skip -= 1
            continue
        for size in range(min(longest, len(found) - at), 0, -1):
            end = found[at + size - 1].end()
            phrase = text[match.start() : end].replace("’", "'").removesuffix("'s")
            if match[0][0].isupper() and (code := table.get(phrase)):
                yield "=" + code, match.start()
                skip = size - 1
                break
        else:
            word = match[0].replace("’", "'")
            plain = word.lower().removesuffix("'s")
            if len(plain) < 3 or plain in _SILENT:
                continue
            inside = at > 0 and not _opens(text, match.start())
            named = word[0].isupper() and (inside or vector(plain) is None or plain in venues())
            yield ("@" + plain if named else plain), match.start()


def _opens(text: str, start: int) -> bool:
    return bool(re.search(r"[.!?:]['\"”’)]*\s*[\"“‘]?$|[\"“]$", text[:start]))


@cache
def _state_words() -> tuple[dict[str, str], int]:
    """Return names, adjectives, peoples and capitals with their states, and the most words of one."""
    found: dict[str, str] = {}
    for state in states().values():
        for name in (state.name, *state.forms, *state.adjectives, *state.people, *state.capitals):
            found.setdefault(name, state.code)
    return found, max(len(name.split()) for name in found)
