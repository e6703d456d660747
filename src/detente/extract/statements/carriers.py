"""Where an article names what carries words: a tweet, a note, an agency. Looked up once an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.extract.statements.tree import Tree
from detente.knowledge.cues import media

_NAME_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Carriers:
    """What carries words in one article, by place."""

    nouns: tuple[int, ...]
    """The common nouns and names that say a medium, as tokens in order."""
    medium: dict[int, str]
    """The medium of each of them."""
    outlets: dict[int, tuple[str, int]]
    """The medium of each outlet named, and one past its last token, by its first token."""
    named: tuple[int, ...]
    """Those first tokens, in order."""
    addressing: tuple[int, ...]
    """Where the text says "addressing", in order."""


def between(tokens: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Return those of some tokens in order that lie from one token to another, the last not included.

    >>> between((3, 8), 4, 9)
    (8,)
    """
    return tokens[bisect_left(tokens, first) : bisect_left(tokens, last)]


@lru_cache(maxsize=1)
def carriers_of(tree: Tree) -> Carriers:
    """Return where the text of a tree names media and outlets; the last tree's are remembered."""
    nouns, names = media()["noun"], media()["name"]
    medium: dict[int, str] = {}
    outlets: dict[int, tuple[str, int]] = {}
    addressing: list[int] = []
    firsts, lasts = _firsts(), _lasts()
    text, start = tree.parse.view.text, tree.start
    for i in tree.having(tree.lemma, lasts):
        if tree.tag[i][:1] == "N":
            lemma = tree.lemma[i]
            two = f"{tree.word[i - 1]} {lemma}" if i else ""
            if kind := nouns.get(two) or nouns.get(lemma):
                medium[i] = kind
    for i in tree.having(tree.word, firsts):
        if tree.word[i] == "addressing" and tree.inside[i] < 0 and i not in medium:
            addressing.append(i)
        if text[start[i]].isupper() and not _goes_before(tree, i):
            most = min(_NAME_LENGTH, tree.bounds(i)[1] - i)
            run = tree.text(i, i + most).replace("’", "'").replace("\u00a0", " ")
            for last in range(i + most, i, -1):
                kind = names.get(run[: tree.end[last - 1] - start[i]].lower())
                if kind is not None:
                    outlets[i] = kind, last
                    break
    return Carriers(tuple(medium), medium, outlets, tuple(outlets), tuple(addressing))


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    """The first word of each outlet's name, whole and up to its first mark ("al" of "al-jazeera").

    With "addressing", which is looked for in the same pass.
    """
    words = [name.split()[0] for name in media()["name"]]
    return frozenset(["addressing", *words, *(re.split(r"\W", word)[0] for word in words)])


@lru_cache(maxsize=1)
def _lasts() -> frozenset[str]:
    """The last word of each noun that says a medium."""
    return frozenset(noun.split()[-1] for noun in media()["noun"])


def _goes_before(tree: Tree, i: int) -> bool:
    """Say whether a name began before a token: "the Centre for Foreign Policy", "the Baltic Times"."""
    if not i:
        return False
    if tree.tag[i - 1][:3] == "NNP" and tree.parse.view.text[tree.start[i - 1]].isupper():
        return True
    return tree.word[i - 1] in ("for", "of", "on", "and") and i > 1 and tree.tag[i - 2][:3] == "NNP"
