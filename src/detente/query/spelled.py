"""The words of a search are looked for in either spelling: "defense" finds "defence"."""

from __future__ import annotations

from itertools import product

from detente.knowledge.spelling import other_spelling
from detente.query.language import Both, Either, Field, Not, Text, Tree

_MOST = 2
"""Words of a phrase that are looked for in both spellings."""


def either_spelling(tree: Tree) -> Tree:
    """Return a query whose words may be spelled the British or the American way.

    The beginning of a word (`defen*`) is looked for as it stands.

    >>> either_spelling(Text(("defence",), False)).parts[1].words
    ('defense',)
    """
    if isinstance(tree, Text):
        return _text(tree)
    if isinstance(tree, Field):
        return tree
    if isinstance(tree, Not):
        return Not(either_spelling(tree.part))
    parts = tuple(either_spelling(part) for part in tree.parts)
    return Both(parts) if isinstance(tree, Both) else Either(parts)


def _text(text: Text) -> Tree:
    last = len(text.words) - text.begins
    other = {at: found for at, word in enumerate(text.words[:last]) if (found := other_spelling(word))}
    if not other or len(other) > _MOST:
        return text
    ways = [(word, other[at]) if at in other else (word,) for at, word in enumerate(text.words)]
    return Either(tuple(Text(words, text.begins) for words in product(*ways)))
