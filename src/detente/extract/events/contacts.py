"""Meetings become events: held is CONSULT, arranged AGREE, stayed away from REJECT, summoned ACCUSE.

The rules of meetings see more than a verb and its objects (who "the two" are, who was host, what was
only planned), so a contact that they tell goes before what a verb of the same sentence tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from detente.document import Parse
from detente.extract.clauses import key_of, speaker_at
from detente.extract.events.phrases import for_body
from detente.extract.events.understood import Counterparts
from detente.knowledge.contexts import contexts_of
from detente.knowledge.issues import issues_in
from detente.knowledge.plover import EVENT_TYPES, value_of
from detente.records import Event, Evidence, Factuality, Meeting, Participant, Statement, make_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset(("cancellation", "postponement", "suspension", "collapse", "breakdown", "end"))
_SINCE = frozenset(("after", "since", "following", "before", "despite", "until"))
_TYPES = {"held": "CONSULT", "planned": "AGREE", "declined": "REJECT"}
_OFF = ("cancelled", "postponed")
_MODES = {"visit": "visit", "call": "phone"}
_YEAR = timedelta(days=366)
_SCORE = 0.7
"""How sure an act is that a meeting tells."""


def with_contacts(
    parse: Parse,
    events: Sequence[Event],
    meetings: Sequence[Meeting],
    statements: Sequence[Statement],
    counterparts: Counterparts,
) -> list[Event]:
    """Return the events of an article with those that its meetings tell, in order of the text.

    A meeting adds nothing where a verb tells it as fully; it takes the place of one that names fewer
    parties, or that takes what was put off for held. Sought meetings are appeals, and so no events.
    """
    kept = list(events)
    for found in meetings:
        meeting = _with_states(found, counterparts)
        told = {e.sentence for e in meeting.evidence if e.role == "row"}
        if meeting.status in _OFF:
            kept = [_refused(e, meeting) if e.sentence in told else e for e in kept]
        told_off = meeting.form == "visit" or any(
            e.type == "REJECT" and e.sentence in told for e in kept
        )
        made = _event(parse, meeting, statements, told_off)
        if made is None:
            continue
        mine = _codes((*made.actors, *made.recipients))
        rivals = [
            e
            for e in kept
            if e.sentence in told and not e.rule.startswith("meeting ") and _is_rival(e, made, mine)
        ]
        fuller = [e for e in rivals if e.type == made.type and _codes(_all(e)) >= mine]
        if fuller:  # what further sentences tell of the same contact adds no event
            kept = [e for e in kept if e not in rivals or e is fuller[0] or e.type != made.type]
            continue
        kept = [e for e in kept if e not in rivals]
        kept.append(made)
    return sorted(kept, key=lambda e: (e.sentence, e.evidence[1].start if len(e.evidence) > 1 else 0))


def _with_states(meeting: Meeting, counterparts: Counterparts) -> Meeting:
    """Return a meeting whose one stranger is of the other of the two states the article is about."""
    people = [p for p in meeting.participants if p.kind == "person"]
    strangers = [p for p in people if p.state is None]
    known = [p for p in people if p.state is not None]
    if len(meeting.participants) == 2 and len(people) == 1 and len(strangers) == 1:
        known = [p for p in meeting.participants if p.kind == "state"]  # whom he visits
        people = [*people, *known]
    if len(strangers) != 1 or len(known) != 1 or len(people) != 2:
        return meeting
    if strangers[0].actor_id is None or not strangers[0].actor_id.startswith("local:"):
        return meeting  # of a UN envoy the registry knows that he is of none
    other = counterparts.of(known)
    if not other:
        return meeting
    filled = replace(strangers[0], state=other[0].state)
    return replace(
        meeting,
        participants=tuple(filled if p is strangers[0] else p for p in meeting.participants),
    )


def _refused(event: Event, meeting: Meeting) -> Event:
    """Return a refusal that names nobody with whom the talks were: "suspended all dialogue"."""
    if event.type != "REJECT" or event.recipients:
        return event
    mine = _codes(event.actors)
    others = [p for p in meeting.participants if (p.state or key_of(p)) not in mine]
    return replace(event, recipients=tuple(others)) if others else event


def _is_rival(event: Event, made: Event, mine: frozenset[str]) -> bool:
    """Say whether an event tells the same contact: a talk or a visit between no others than met."""
    if event.type == made.type:
        return bool(_codes(_all(event)) & mine)
    same = _codes(_all(event)) <= mine
    if made.type == "CONSULT":
        return same and event.type == "SUPPORT" and event.rule in ("embrace", "welcome")
    return same and event.type == "CONSULT"


def _is_looked_back_on(token: Token) -> bool:
    """Say whether a contact's end only dates something else: "two days after the cancellation of"."""
    of = token.head
    if token.dep_ != "pobj" or of.lower_ != "of" or of.head.lemma_ not in _ENDS:
        return False
    dated = of.head.head
    return of.head.dep_ == "pobj" and dated.lower_ in _SINCE


def _event(
    parse: Parse, meeting: Meeting, statements: Sequence[Statement], told_off: bool
) -> Event | None:
    trigger = next((e for e in meeting.evidence if e.role == "trigger"), None)
    if trigger is None or meeting.sentence < 1 or parse.sents[meeting.sentence - 1].role != "body":
        return None
    actors, recipients = _sides(meeting)
    type_ = "ACCUSE" if meeting.rule == "verb summon" and meeting.status == "held" else None
    type_ = type_ or _TYPES.get(meeting.status)
    both = False
    group = meeting.form == "visit" and any(p.kind == "group" for p in actors)
    if type_ is None and meeting.status in _OFF and group:
        type_ = "REJECT"  # who was to go has stayed at home
    sent = parse.sents[meeting.sentence - 1]
    # Whose act it is, an active verb would have said: "China suspended talks".
    told_off = told_off or any(
        t.text == trigger.quote and t.dep_ == "dobj" for t in parse.doc[sent.first : sent.last]
    )
    if type_ is None and meeting.status in _OFF and not told_off:
        here = [t for t in parse.doc[sent.first : sent.last] if t.text == trigger.quote]
        if any(_is_looked_back_on(token) for token in here):
            return None
        type_ = "REJECT"
        speaker = speaker_at(trigger.start, statements)
        whose = [p for p in actors if speaker is not None and p.state and p.state == speaker.state]
        if whose and len(actors) == 2:  # talks, X said, have been suspended: by X
            actors, recipients = whose, [p for p in actors if p not in whose]
        else:
            recipients = recipients or []
            both = True
    if type_ is None or len(_codes((*actors, *recipients))) < 2 - any(
        p.kind == "organisation" for p in actors
    ):
        return None
    if type_ in ("ACCUSE", "REJECT") and not recipients and not both:
        actors, recipients = actors[:1], actors[1:]
    mode = _MODES.get(meeting.form) if type_ == "CONSULT" else "meet" if type_ == "REJECT" else None
    words = parse.doc[sent.first : sent.last]
    named = [
        Evidence(p.start, p.end, parse.article.text[p.start : p.end], "actor", sent.number)
        for p in (*actors, *recipients)
        if p.start >= 0
    ]
    keys = (*map(key_of, actors), "to", *map(key_of, recipients))
    return Event(
        id=make_id("event", parse.article.id, trigger.start, type_, *keys),
        article=parse.article.id,
        sentence=meeting.sentence,
        type=type_,
        mode=mode,
        quad=EVENT_TYPES[type_].quad,
        value=value_of(type_, mode),
        actors=tuple(actors),
        recipients=tuple(recipients),
        trigger=trigger.quote,
        place=meeting.place,
        date=meeting.date,
        factuality=_factuality(parse, meeting),
        reported_by=speaker_at(trigger.start, statements),
        score=_SCORE,
        rule=f"meeting {meeting.rule}",
        evidence=(parse.sentence_evidence(sent), replace(trigger, sentence=sent.number), *named),
        contexts=contexts_of([token.lemma_.lower() for token in words]),
        magnitudes=(),
        issues=issues_in(parse.view.text[sent.start : sent.end]),
    )


def _sides(meeting: Meeting) -> tuple[list[Participant], list[Participant]]:
    """Return who acts and on whom: of a visit guest and host, else all who take part."""
    if meeting.form != "visit":
        return [for_body(p) for p in meeting.participants], []
    guests = [for_body(p) for p in meeting.participants if p.kind != "state"]
    return guests, [p for p in meeting.participants if p.kind == "state"]


def _factuality(parse: Parse, meeting: Meeting) -> Factuality:
    """Return how real it is; what lies more than a year before the article is history."""
    if meeting.status == "planned":
        return "planned"
    printed, last = parse.article.published.start, meeting.date.end
    old = printed is not None and last is not None and last < printed - _YEAR
    return "historical" if old else "happened"


def _all(event: Event) -> tuple[Participant, ...]:
    return (*event.actors, *event.recipients)


def _codes(participants: Iterable[Participant]) -> frozenset[str]:
    return frozenset(p.state or key_of(p) for p in participants)
