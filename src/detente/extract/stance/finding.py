"""Pairs of actors in one sentence become who is for or against whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from detente.document import Parse, Sent
from detente.extract.cast import Cast, Named
from detente.extract.stance.traits import QUOTES, meeting_word, traits
from detente.knowledge.stance import FIRST_AGAINST, FIRST_FOR, NEUTRAL, SECOND_FOR, stance_of
from detente.records import Evidence, Participant

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MANY = 8
"""A sentence that names more than this is a list; its pairs are not asked about."""

_LEAST = 0.7
"""A reading that leads the next by less is no row: in the articles read most such rows were wrong."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor is for or against another, as one sentence tells it."""

    holder: Participant
    """Who is for or against."""
    toward: Participant
    """Whom that is about."""
    sign: Literal[1, -1]
    """1 for, -1 against."""
    score: float
    """By how much this reading leads the next one; 0 is a draw, no probability."""
    evidence: Evidence
    """The sentence."""


def find_stances(parse: Parse, cast: Cast) -> tuple[Stance, ...]:
    """Return who is for or against whom in every sentence, in order.

    Both must be known actors named in the sentence. It does not find what takes two sentences to tell,
    what both hold against each other (one direction at most), an actor toward the state it acts for,
    nor what stands wholly inside a quotation: that is what the speaker says of others. A verb that is
    negated takes its approval or blame away ("did not accuse"). The rows are not stored.
    """
    return tuple(row for sent in parse.sents for row in _of_sentence(parse, cast, sent))


def _of_sentence(parse: Parse, cast: Cast, sent: Sent) -> Iterator[Stance]:
    named = [one for one in cast.within(sent.first, sent.last) if one.actor is not None]
    if not 2 <= len(named) <= _MANY:
        return
    span = parse.doc[sent.first : sent.last]
    quoted = _quoted(span.doc, sent)
    for first, second in combinations(named, 2):
        one, other = _tokens(first, sent), _tokens(second, sent)
        if _same_side(cast, first, second) or (one[0] in quoted and other[0] in quoted):
            continue
        given, lead = stance_of(traits(span, one, other))
        if given == NEUTRAL or lead < _LEAST or _undone(span.doc, one, other):
            continue
        pair = [cast.participant(item) for item in (first, second)]
        holder, toward = pair if given in (FIRST_FOR, FIRST_AGAINST) else pair[::-1]
        sign: Literal[1, -1] = 1 if given in (FIRST_FOR, SECOND_FOR) else -1
        yield Stance(holder, toward, sign, round(lead, 3), parse.sentence_evidence(sent))


def _tokens(named: Named, sent: Sent) -> range:
    return range(max(named.first, sent.first), min(named.last, sent.last))


def _same_side(cast: Cast, first: Named, second: Named) -> bool:
    """Say whether two names are one actor, or an actor and the state it acts for."""
    one, other = cast.participant(first), cast.participant(second)
    if one.actor_id == other.actor_id:
        return True
    states = {item.state for item in (one, other)}
    return "state" in (one.kind, other.kind) and len(states) == 1 and None not in states


def _quoted(doc: Doc, sent: Sent) -> frozenset[int]:
    """Return the tokens of a sentence that stand inside double quotation marks."""
    inside, found = False, set()
    for token in doc[sent.first : sent.last]:
        if token.text in QUOTES:
            inside = token.text in ("“", "``") or (token.text == '"' and not inside)
        elif inside:
            found.add(token.i)
    return frozenset(found)


def _undone(doc: Doc, one: range, other: range) -> bool:
    """Say whether the verb that joins two actors is negated or tells only that they meet."""
    joined = _joining(doc[one[-1]], doc[other[-1]])
    if joined is None:
        return False
    negated = any(child.dep_ == "neg" for child in joined.children)
    return negated or meeting_word(joined.lemma_)


def _joining(one: Token, other: Token) -> Token | None:
    above = [one, *one.ancestors]
    return next((token for token in (other, *other.ancestors) if token in above), None)
