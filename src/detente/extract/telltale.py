"""Which sentences hold a word worth a look, and at which tokens. It is no extractor itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Parse, Sent

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Telltale:
    """Which tokens are worth a look: by tag, by lemma, or by the word in lower case."""

    tags: frozenset[str]
    """Tags that are enough by themselves."""
    lemmas: frozenset[str]
    """Lemmas."""
    lowers: frozenset[str]
    """Words as written, in lower case."""


def telling(parse: Parse, what: Telltale) -> Iterator[tuple[Sent, list[Token]]]:
    """Yield each body sentence that is no question, with its tokens worth a look, if it has any.

    The doc is read as one array of hashes, for a Token object is made at every look at one.
    """
    doc = parse.doc
    tags, lemmas, lowers = _hashed(doc.vocab, what)
    hits = [
        i
        for i, (tag, lemma, lower) in enumerate(doc.to_array(["TAG", "LEMMA", "LOWER"]).tolist())
        if lemma in lemmas or lower in lowers or tag in tags
    ]
    for sent in parse.sents:
        if sent.role == "body":
            here = hits[bisect_left(hits, sent.first) : bisect_left(hits, sent.last)]
            if here and "?" not in parse.view.text[max(sent.start, sent.end - 3) : sent.end]:
                yield sent, [doc[i] for i in here]


@lru_cache(maxsize=8)
def _hashed(vocab: Vocab, what: Telltale) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    strings = vocab.strings
    tags, lemmas, lowers = (
        frozenset(int(strings[word]) for word in group)
        for group in (what.tags, what.lemmas, what.lowers)
    )
    return tags, lemmas, lowers
