"""Pairs of actors in one sentence become who is for or against whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from detente.document import Parse, Sent
from detente.extract.cast import Cast, Named
from detente.extract.stance.traits import Line, Traits, meeting_word, traits
from detente.knowledge.issues import issues_in
from detente.knowledge.stance import (
    FIRST_AGAINST,
    FIRST_FOR,
    NEUTRAL,
    SECOND_FOR,
    may_tell,
    stances_of,
)
from detente.records import Attitude, Evidence, Participant, Statement, make_id

Polarity = Literal["for", "against"]
_MANY = 8
"""A sentence that names more than this is a list; its pairs are not asked about."""

_LEAST = 1.4
"""A reading that leads the next by less is no row: in the articles read most such rows were wrong."""


def find_stances(
    parse: Parse, cast: Cast, statements: Sequence[Statement] = ()
) -> tuple[Attitude, ...]:
    """Return who is for or against whom in every sentence, in order, each pair once a sentence.

    Both must be known actors named in the sentence. It does not find what takes two sentences to tell,
    what both hold against each other (one direction at most), an actor toward the state it acts for,
    nor what stands wholly inside a quotation: that is what the speaker says of others. A verb that is
    negated takes its approval or blame away ("did not accuse").
    """
    said: dict[int, list[Statement]] = {}
    for one in statements:
        said.setdefault(one.sentence, []).append(one)
    pairs = [pair for sent in parse.sents for pair in _pairs(parse, cast, sent)]
    found: dict[str, Attitude] = {}
    for pair, (given, lead) in zip(pairs, stances_of([pair.traits for pair in pairs]), strict=True):
        if given == NEUTRAL or lead < _LEAST:
            continue
        own = said.get(pair.sent.number, ())
        holder, toward = pair.actors if given in (FIRST_FOR, FIRST_AGAINST) else pair.actors[::-1]
        polarity: Polarity = "for" if given in (FIRST_FOR, SECOND_FOR) else "against"
        row = _row(parse, pair.sent, holder, toward, polarity, lead, own)
        if row.id not in found or found[row.id].score < row.score:
            found[row.id] = row
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two actors of a sentence that the model is asked about."""

    sent: Sent
    actors: tuple[Participant, Participant]
    traits: Traits


def _pairs(parse: Parse, cast: Cast, sent: Sent) -> Iterator[_Pair]:
    """Yield the pairs of a sentence that may tell a stance; what is cheap to see is asked first."""
    named = [one for one in cast.within(sent.first, sent.last) if one.actor is not None]
    if not 2 <= len(named) <= _MANY:
        return
    line = Line(parse.doc[sent.first : sent.last])
    if not may_tell(line.words):
        return
    who = [(_tokens(one, sent), cast.participant(one)) for one in named]
    for (one, first), (other, second) in combinations(who, 2):
        if _same_side(first, second) or (one[0] in line.quoted and other[0] in line.quoted):
            continue
        if not _undone(line, one, other):
            yield _Pair(sent, (first, second), traits(line, one, other))


def _row(
    parse: Parse,
    sent: Sent,
    holder: Participant,
    toward: Participant,
    polarity: Polarity,
    lead: float,
    said: Sequence[Statement],
) -> Attitude:
    article = parse.article
    own = next((one for one in said if one.speaker.actor_id == holder.actor_id), None)
    named = tuple(
        Evidence(one.start, one.end, article.text[one.start : one.end], "actor", sent.number)
        for one in (holder, toward)
        if one.start >= 0
    )
    return Attitude(
        id=make_id("attitude", article.id, sent.number, holder.actor_id, toward.actor_id),
        article=article.id,
        sentence=sent.number,
        actor=holder,
        toward=toward,
        polarity=polarity,
        date=own.date if own and own.date.known else article.published,
        issues=issues_in(parse.view.text[sent.start : sent.end]),
        statement=own.id if own else None,
        score=round(lead, 3),
        rule="stance model",
        evidence=(parse.sentence_evidence(sent), *named),
    )


def _tokens(named: Named, sent: Sent) -> range:
    return range(max(named.first, sent.first), min(named.last, sent.last))


def _same_side(one: Participant, other: Participant) -> bool:
    """Say whether two names are one actor, or an actor and the state it acts for."""
    if one.actor_id == other.actor_id:
        return True
    states = {item.state for item in (one, other)}
    return "state" in (one.kind, other.kind) and len(states) == 1 and None not in states


def _undone(line: Line, one: range, other: range) -> bool:
    """Say whether the verb that joins two actors is negated or tells only that they meet."""
    above = {token.i for token in line.chain(line.doc[one[-1]])}
    chain = line.chain(line.doc[other[-1]])
    joined = next((token for token in chain if token.i in above), None)
    if joined is None:
        return False
    negated = any(child.dep_ == "neg" for child in joined.children)
    return negated or meeting_word(joined.lemma_)
