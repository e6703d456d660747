"""A sentence becomes the contacts it tells, in order of their triggers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Parse, Sent
from detente.extract.meetings.bodies import at_the_summit
from detente.extract.meetings.journeys import of_stay
from detente.extract.meetings.nouns import of_noun
from detente.extract.meetings.partners import Context
from detente.extract.meetings.telling import Telling
from detente.extract.meetings.together import pictured
from detente.extract.meetings.verbs import of_verb
from detente.extract.meetings.words import NOUNS, TRIGGER_VERBS

if TYPE_CHECKING:
    from spacy.vocab import Vocab


def triggers_of(parse: Parse) -> list[int]:
    """Return the tokens whose word may tell of a contact, read from the doc as one array of hashes."""
    doc = parse.doc
    lemmas, lowers = _hashed(doc.vocab)
    rows = doc.to_array(["LEMMA", "LOWER"]).tolist()
    return [i for i, (lemma, lower) in enumerate(rows) if lemma in lemmas or lower in lowers]


@lru_cache(maxsize=8)
def _hashed(vocab: Vocab) -> tuple[frozenset[int], frozenset[int]]:
    strings = vocab.strings
    lemmas = frozenset(int(strings[word]) for word in TRIGGER_VERBS | frozenset(NOUNS))
    return lemmas, frozenset(int(strings[word]) for word in NOUNS)


def tellings(context: Context, sent: Sent, triggers: Iterable[int]) -> list[Telling]:
    """Return what one sentence tells of contacts at the tokens worth a look, in order."""
    found: list[Telling] = []
    stays: list[Telling] = []
    doc = context.parse.doc
    for token in (doc[i] for i in triggers):
        if token.lemma_ == "be":
            if token.pos_ in ("AUX", "VERB") and (stay := of_stay(context, sent, token)) is not None:
                stays.append(stay)
        elif token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ == "meet"):
            found += of_verb(context, sent, token)
        elif token.lower_ in NOUNS or token.lemma_ in NOUNS:
            found += of_noun(context, sent, token)
    return found or stays


def unhinted(context: Context, sent: Sent, found: list[Telling]) -> list[Telling]:
    """Return what a sentence shows without a word of contact: a caption of two, a summit at hand."""
    if sent.role == "caption" and not found:
        shown = pictured(context, sent)
    else:
        shown = at_the_summit(context, sent, found)
    return [shown] if shown is not None else []
