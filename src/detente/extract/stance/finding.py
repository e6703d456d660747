"""Pairs of actors in one sentence become who is for or against whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from detente.document import Parse, Sent
from detente.extract.cast import Cast, Named
from detente.extract.stance.traits import QUOTES, meeting_word, traits
from detente.knowledge.issues import issues_in
from detente.knowledge.stance import FIRST_AGAINST, FIRST_FOR, NEUTRAL, SECOND_FOR, stance_of
from detente.records import Attitude, Evidence, Participant, Statement, make_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Polarity = Literal["for", "against"]
_MANY = 8
"""A sentence that names more than this is a list; its pairs are not asked about."""

_LEAST = 0.7
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
    found: dict[str, Attitude] = {}
    for sent in parse.sents:
        for row in _of_sentence(parse, cast, sent, said.get(sent.number, ())):
            if row.id not in found or found[row.id].score < row.score:
                found[row.id] = row
    return tuple(found.values())


def _of_sentence(parse: Parse, cast: Cast, sent: Sent, said: Sequence[Statement]) -> Iterator[Attitude]:
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
        polarity: Polarity = "for" if given in (FIRST_FOR, SECOND_FOR) else "against"
        yield _row(parse, sent, holder, toward, polarity, lead, said)


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
