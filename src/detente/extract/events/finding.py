"""A parse becomes its events: acts of verbs, their parties, place, date and how real they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from detente.document import Dated, Parse, Sent
from detente.extract.cast import Cast
from detente.extract.clauses import date_of, key_of, place_of, speaker_of, subject_of, unique
from detente.extract.events.acting import Found, quad, read, should
from detente.extract.events.pairing import Pairs
from detente.extract.tense import tense_at
from detente.knowledge.plover import Act, value_of
from detente.records import Event, Evidence, Participant, Statement, When, make_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY = frozenset(("body", "title", "dek", "subhead"))
_OUTWARD = frozenset(("SUPPORT", "AID", "CONSULT", "COOPERATE", "MOBILIZE"))
"""Types in which nobody is his own aim."""
_AIMED = frozenset(("SUPPORT", "ACCUSE", "REQUEST"))
"""Types that are no event, but a statement, without somebody they are aimed at."""
_ALL_ACT = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Types in which all who take part are actors, but for a visit."""
_DOMESTIC = frozenset(
    ("COERCE", "PROTEST", "CONCEDE", "RETREAT", "REQUEST", "ASSAULT", "SANCTION", "REJECT", "ACCUSE")
)
_SAYING = frozenset(
    (
        "say", "tell", "declare", "state", "insist", "add", "argue", "write", "announce", "reiterate",
        "stress", "warn", "remind", "note", "maintain",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Coded:
    found: Found
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    score: float


def find_events(
    parse: Parse, cast: Cast, dated: Sequence[Dated], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """Return who did what to whom, an event a verb that tells an act between political actors.

    Plain statements and appeals are no events but statements. Kept is only what has an actor and a
    party tied to a state or an international organisation; a venue is neither. An act that is only
    announced has the type that PLOVER gives the announcement (a planned visit is AGREE, a threatened
    strike THREATEN); one in somebody's words has that speaker in `reported_by`. Acts told by nouns
    alone ("the bombing of") are not found.
    """
    pairs = Pairs(parse, cast, statements)
    events: list[Event] = []
    seen: set[tuple[object, ...]] = set()
    for sent in parse.sents:
        if sent.role not in _BODY:
            continue
        for coded in _of_sentence(pairs, parse, sent):
            event = _row(coded, parse, cast, dated, statements, sent)
            key = (
                event.type, frozenset(key_of(p) for p in event.actors),
                frozenset(key_of(p) for p in event.recipients), event.date.label(), event.trigger,
            )  # fmt: skip
            if key not in seen:
                seen.add(key)
                events.append(event)
    return tuple(events)


def _of_sentence(pairs: Pairs, parse: Parse, sent: Sent) -> list[_Coded]:
    found: list[_Coded] = []
    consumed: set[int] = set()
    doc = parse.doc
    for i in range(sent.first, sent.last):
        verb = doc[i]
        if verb.pos_ not in ("VERB", "AUX") or i in consumed:
            continue
        act = read(verb)
        if should(verb) and verb.dep_ == "ccomp" and verb.head.lemma_ in _SAYING:
            base = Act("REQUEST", None)
            coded = _demanded(pairs, act or Found(verb, base, base, "happened", "should"))
            if coded is not None:
                found.append(coded)
            continue
        if act is None:
            continue
        if act.inner is not None and (
            act.act.type in ("REQUEST", "REJECT", "THREATEN", "ACCUSE") or act.base != act.act
        ):
            consumed.add(act.inner.i)
            consumed |= {c.i for c in act.inner.children if c.dep_ in ("conj", "xcomp")}
        coded = _parties(pairs, act)
        if coded is not None:
            found.append(coded)
    return found


def _parties(pairs: Pairs, found: Found) -> _Coded | None:
    verb, act = found.verb, found.act
    actors = pairs.actors(verb)
    asks = act.type == "REQUEST"
    recipients = pairs.recipients(verb, found.inner, asks)
    if not recipients and found.base.mode == "visit":
        recipients = pairs.hosts(found.inner if found.inner is not None and act != found.base else verb)
    mine = {key_of(p) for p in actors}
    recipients = [p for p in recipients if key_of(p) not in mine]
    if not recipients and act.type in _DOMESTIC and actors and actors[0].state:
        loose = pairs.loose(verb) or (pairs.loose(found.inner) if found.inner is not None else [])
        recipients = [replace(p, state=actors[0].state) for p in loose if key_of(p) not in mine]
    if (
        not recipients
        and actors
        and not _is_mutual(found)
        and verb.lemma_ not in ("discuss", "negotiate")
    ):
        recipients = pairs.anywhere(verb, mine)
    if not actors:
        return None
    mine_too = {p.state for p in actors}
    own = ("state",) if act.type != "MOBILIZE" else ("state", "group", "anonymous", "unknown")
    abroad = [p for p in recipients if p.kind not in own or p.state not in mine_too]
    if abroad or act.type in _OUTWARD:
        # Who defends the interests of his own state does nothing to it.
        recipients = abroad
    if act.type in _AIMED and not recipients:
        return None
    if _is_mutual(found):
        actors, recipients = unique([*actors, *recipients]), []
        if len(actors) < 2 and act.type != "AGREE":
            return None
    score = 0.8 - 0.1 * _depth(verb) + (0.1 if recipients or len(actors) > 1 else 0.0)
    return _Coded(found, tuple(actors), tuple(recipients), round(max(0.2, min(0.95, score)), 2))


def _demanded(pairs: Pairs, found: Found) -> _Coded | None:
    """X said that Y must stop: a REQUEST of X to Y."""
    above = found.verb.head
    actors = pairs.linked(subject_of(above))
    own = {p.state for p in actors}
    recipients = [
        p for p in pairs.linked(subject_of(found.verb)) if p.kind != "state" or p.state not in own
    ]
    if not actors or not recipients or {key_of(p) for p in actors} & {key_of(p) for p in recipients}:
        return None
    asked = replace(found, act=Act("REQUEST", None), factuality="happened", rule="said that should")
    return _Coded(asked, tuple(actors), tuple(recipients), 0.7)


def _is_mutual(found: Found) -> bool:
    """Say whether all who take part are actors: they meet, agree, work together.

    A visitor is the actor, and the host the recipient.

    What one promises another (aid, a withdrawal) has a giver and a taker.
    """
    if found.base.mode == "visit":
        return False
    return found.act.type in _ALL_ACT and found.base.type in _ALL_ACT


def _depth(verb: Token) -> int:
    depth = 0
    at = verb
    while at.head.i != at.i and depth < 5:
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            depth += 0 if at.lemma_ in _SAYING else 1
    return depth


def _row(
    coded: _Coded,
    parse: Parse,
    cast: Cast,
    dated: Sequence[Dated],
    statements: Sequence[Statement],
    sent: Sent,
) -> Event:
    found = coded.found
    verb, act = found.verb, found.act
    when = date_of(verb, verb, parse, sent, dated)
    factuality = found.factuality
    published = parse.article.published
    if when.known and when.end and published.start and when.end < published.start - timedelta(days=366):
        factuality = "historical" if factuality in ("happened", "ongoing") else factuality
    told = factuality == "happened" and tense_at(verb, sent.role) == "past"
    if told and not when.known and published.end:
        when = When(None, published.end, "range", "published")
    trigger = parse.token_evidence(verb.i, verb.i + 1, "trigger")
    named = [Evidence(p.start, p.end, parse.article.text[p.start : p.end], "actor", sent.number)
             for p in (*coded.actors, *coded.recipients) if p.start >= 0]  # fmt: skip
    return Event(
        id=make_id(
            "event", parse.article.id, trigger.start, act.type,
            *(key_of(p) for p in coded.actors), "to", *(key_of(p) for p in coded.recipients),
        ),
        article=parse.article.id,
        sentence=sent.number,
        type=act.type,
        mode=act.mode,
        quad=quad(act.type),
        value=value_of(act.type, act.mode),
        actors=coded.actors,
        recipients=coded.recipients,
        trigger=trigger.quote,
        place=place_of(verb, None, cast),
        date=when,
        factuality=factuality,
        reported_by=speaker_of(verb, parse, statements),
        score=coded.score,
        rule=found.rule,
        evidence=(parse.sentence_evidence(sent), trigger, *named),
    )  # fmt: skip
