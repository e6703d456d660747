"""A sentence becomes the contacts it tells, in order of their triggers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.document import Parse, Sent
from detente.extract.clauses import key_of
from detente.extract.meetings.bodies import at_the_summit
from detente.extract.meetings.journeys import of_stay
from detente.extract.meetings.nouns import of_noun
from detente.extract.meetings.partners import Context
from detente.extract.meetings.present import in_company
from detente.extract.meetings.telling import Telling
from detente.extract.meetings.together import pictured
from detente.extract.meetings.unnamed import is_next_round, undated
from detente.extract.meetings.verbs import of_verb
from detente.extract.meetings.visits import of_invitation_to
from detente.extract.meetings.words import NOUNS, TRIGGER_VERBS
from detente.knowledge.places import same_city
from detente.records import Place

if TYPE_CHECKING:
    from spacy.vocab import Vocab


_INVITATION = "invitation"


def triggers_of(parse: Parse) -> list[int]:
    """Return the tokens whose word may tell of a contact, read from the doc as one array of hashes."""
    doc = parse.doc
    lemmas, lowers = _hashed(doc.vocab)
    rows = doc.to_array(["LEMMA", "LOWER"]).tolist()
    return [i for i, (lemma, lower) in enumerate(rows) if lemma in lemmas or lower in lowers]


@lru_cache(maxsize=8)
def _hashed(vocab: Vocab) -> tuple[frozenset[int], frozenset[int]]:
    strings = vocab.strings
    lemmas = frozenset(int(strings[word]) for word in TRIGGER_VERBS | {_INVITATION, *NOUNS})
    return lemmas, frozenset(int(strings[word]) for word in NOUNS)


def tellings(context: Context, sent: Sent, triggers: Iterable[int]) -> list[Telling]:
    """Return what one sentence tells of contacts at the tokens worth a look, in order."""
    found: list[Telling] = []
    stays: list[Telling] = []
    doc = context.parse.doc
    for token in (doc[i] for i in triggers):
        if token.lemma_ == "be":
            if token.pos_ not in ("AUX", "VERB"):
                continue
            if (stay := of_stay(context, sent, token)) is not None:
                stays.append(stay)
            elif (guest := in_company(context, sent, token)) is not None:
                found.append(guest)
        elif token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ == "meet"):
            found += of_verb(context, sent, token)
        elif token.lemma_ == _INVITATION:
            asked = of_invitation_to(context, sent, token)
            found += [asked] if asked is not None else []
        elif token.lower_ == "round" and not is_next_round(token):
            continue
        elif token.lower_ in NOUNS or token.lemma_ in NOUNS:
            found += of_noun(context, sent, token)
    words = context.parse.view.text[sent.start : sent.end]
    told = {one.place for one in found}
    found += [one for one in stays if not found or (one.place not in told and one.date.known)]
    return _once([undated(words, one) for one in found])


def _once(found: list[Telling]) -> list[Telling]:
    """Drop what is told twice: a journey to the meeting of the sentence, a warning in its call."""
    kept: list[Telling] = []
    lent: dict[int, Place | None] = {}
    for one in found:
        keys = {key_of(p) for p in one.participants if p.kind == "person"}
        others = [o for o in found if o is not one and o.form != "visit" and not o.body]
        told = [o for o in others if keys and keys <= {key_of(p) for p in o.participants}]
        if one.form == "visit" and one.rule.startswith("verb"):
            meeting = next((o for o in told if _beside(one, o)), None)
            if meeting is not None:
                lent[meeting.trigger] = one.place
                continue
        if one.rule.startswith("told") and any(not o.rule.startswith("told") for o in told):
            continue
        kept.append(one)
    return [replace(o, place=o.place or lent[o.trigger]) if o.trigger in lent else o for o in kept]


def _beside(journey: Telling, meeting: Telling) -> bool:
    """Say whether a journey is told through the meeting: landed in Z and was embraced by Y."""
    if journey.status != meeting.status or len(meeting.participants) < 2:
        return False
    same = journey.date == meeting.date or not (journey.date.known and meeting.date.known)
    return same and same_city(journey.place, meeting.place)


def unhinted(context: Context, sent: Sent, found: list[Telling]) -> list[Telling]:
    """Return what a sentence shows without a word of contact: a caption of two, a summit at hand."""
    if sent.role == "caption" and not found:
        shown = pictured(context, sent)
    else:
        shown = at_the_summit(context, sent, found)
    return [shown] if shown is not None else []
