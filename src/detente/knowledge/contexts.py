"""Words of a sentence become the contexts of an act: what sphere of life it belongs to.

The 37 contexts are PLOVER's (manual 2.0 draft); the words are ours. A context says what an act is
about, not of what type it is: expelling a diplomat is `diplomatic`, a tariff `economic`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.knowledge.tables import rows, several


@lru_cache(maxsize=1)
def contexts() -> tuple[str, ...]:
    """Return the 37 contexts in the order of the manual.

    >>> len(contexts()), contexts()[0]
    (37, 'military')
    """
    return tuple(row["context"] for row in rows("plover_contexts.tsv"))


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("plover_contexts.tsv"):
        for word in several(row["words"]):
            found[word] = (*found.get(word, ()), row["context"])
    return found


def contexts_of(lemmas: Sequence[str]) -> tuple[str, ...]:
    """Return the contexts that lower-case lemmas show, up to three in a row, in the manual's order.

    >>> contexts_of(["the", "foreign", "minister", "discuss", "chemical", "weapon"])
    ('military', 'diplomatic', 'cbrn')
    """
    table = _by_word()
    shown: set[str] = set()
    for i, lemma in enumerate(lemmas):
        shown.update(table.get(lemma, ()))
        for width in (2, 3):
            if i + width <= len(lemmas):
                shown.update(table.get(" ".join(lemmas[i : i + width]), ()))
    return tuple(context for context in contexts() if context in shown)
