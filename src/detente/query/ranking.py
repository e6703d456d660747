"""How well a text answers the words of a search, and which words in it do: pure, and alike everywhere.

After BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with one change:
how rare a word is comes from a fixed table of news, so that both databases and every archive rank
alike, and an archive that grows ranks as it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.knowledge.word_counts import rarity
from detente.query.language import Text
from detente.store.search import unaccented

SATURATION, LENGTH = 1.2, 0.75
"""BM25's k1 and b, as they are usually set."""
USUAL_LENGTH = 400
"""Characters of a text of usual length: between a sentence and an article."""
SHORT = 40
"""Characters up to which a text is no better for being short: "Syria" is no answer to Syria."""
OF_NAMES = 0.3
"""What words in the names of who takes part count, beside those of what was said."""
_PHRASE = 1.5
"""Weight of a phrase beyond that of its words."""
_ENDINGS = re.compile(r"(?:ations?|ements?|ingly|ings?|edly|ed|ies|es|s|y|e|ly)$")
_LEAST = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to look for, as they are compared."""

    stem: str
    """What every form of the word begins with; of a phrase, all of it."""
    phrase: tuple[str, ...]
    """The words in a row, in lower case; one for a single word."""
    begins: bool
    """Whether the last is the beginning of a word."""
    weight: float
    """How much finding it says."""


def sought(texts: Iterable[Text]) -> list[Sought]:
    """Return what a query's words are looked for by, each once.

    >>> [one.stem for one in sought([Text(("sanctions",), False), Text(("Missile", "defence"), False)])]
    ['sanction', 'missile defence']
    """
    found: dict[tuple[str, ...], Sought] = {}
    for text in texts:
        words = tuple(plain(word) for word in text.words)
        weight = max(rarity(word) for word in words) * (_PHRASE if len(words) > 1 else 1.0)
        stem = " ".join(words) if len(words) > 1 or text.begins else stem_of(words[0])
        found.setdefault(words, Sought(stem, words, text.begins, max(weight, 0.1)))
    return list(found.values())


def plain(text: str) -> str:
    """Return a text in lower case and without accents, as it is compared.

    >>> plain("Genève")
    'geneve'
    """
    return unaccented(text).lower()


@lru_cache(maxsize=16_384)
def stem_of(word: str) -> str:
    """Return what the forms of a word begin with; no word is cut below three letters.

    >>> stem_of("negotiations"), stem_of("talks"), stem_of("gas")
    ('negoti', 'talk', 'gas')
    """
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) > _LEAST else word


def score(text: str, wanted: Sequence[Sought]) -> float:
    """Return how well a text answers, 0 for not at all; the larger, the better."""
    lower = plain(text)
    norm = SATURATION * (1 - LENGTH + LENGTH * max(len(lower), SHORT) / USUAL_LENGTH)
    total = 0.0
    for one in wanted:
        count = lower.count(one.stem)
        if not count and len(one.phrase) > 1:
            # Signs stand between: "U.S.", "no-fly zone".
            count = len(_in_a_row(one.phrase, one.begins).findall(lower))
        if count:
            total += one.weight * count * (SATURATION + 1) / (count + norm)
    return total


@lru_cache(maxsize=256)
def _in_a_row(words: tuple[str, ...], begins: bool) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + ("" if begins else r"\b"))


def score_row(text: str, wanted: Sequence[Sought]) -> float:
    """Return how well a row answers: its words on the first line, names of who takes part under it."""
    said, _, names = text.partition("\n")
    return score(said, wanted) + OF_NAMES * score(names, wanted)


def marked(text: str, wanted: Sequence[Sought]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that answer, in order and apart.

    >>> marked("New sanctions were sanctioned.", sought([Text(("sanction",), False)]))
    ((4, 13), (19, 29))
    """
    words = _words(text)
    found: list[tuple[int, int]] = []
    for one in wanted:
        width = len(one.phrase)
        for at in range(len(words) - width + 1):
            if all(
                _same(words[at + n][2], word, one.begins and n == width - 1)
                for n, word in enumerate(one.phrase)
            ):
                found.append((words[at][0], words[at + width - 1][1]))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _words(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text with their places, as they are compared."""
    lower, places = plain(text), [match.span() for match in _WORD.finditer(text)]
    if len(lower) == len(text):
        return [(start, end, lower[start:end]) for start, end in places]
    return [(start, end, plain(text[start:end])) for start, end in places]


def _same(word: str, wanted: str, begins: bool) -> bool:
    return word.startswith(wanted) if begins else stem_of(word) == stem_of(wanted)
