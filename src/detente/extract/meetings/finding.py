"""A parse becomes its meetings: what sentences tell, put together, with their slots filled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.document import Dated, Parse, Sent
from detente.extract.cast import Cast
from detente.extract.clauses import key_of, parties, unique
from detente.extract.meetings.around import Settings
from detente.extract.meetings.lending import at_venue, at_visit, day_of_all, visit_days, with_companion
from detente.extract.meetings.length import length_at, minutes_in, press_in
from detente.extract.meetings.merging import Contact, date_of_contact, merge, status_of
from detente.extract.meetings.partners import Context
from detente.extract.meetings.sentences import tellings, triggers_of, unhinted
from detente.extract.meetings.setting import is_hall
from detente.extract.meetings.telling import Telling
from detente.extract.meetings.unnamed import declined
from detente.extract.meetings.visits import companion
from detente.extract.meetings.words import AGENDA, OUTCOME, REPLY, SIGNAL, SIGNALS, STRONG, Form
from detente.knowledge.issues import issues_in
from detente.knowledge.landmarks import find_landmarks
from detente.knowledge.places import venue_of
from detente.records import (
    UNKNOWN_DATE,
    Evidence,
    Meeting,
    Participant,
    Place,
    Statement,
    When,
    make_id,
)

_WAIT = re.compile(r"\b[Ww]ait(?:s|ed|ing)?\s+(?:at|in|inside)\s+(?P<where>(?:the\s+)?[A-Z]\w+)")
_SEVERAL = re.compile(
    r"\b(?:they|their|here|two|both|three|four|talks|meetings?|sides|ministers|presidents|leaders|officials)\b",
    re.IGNORECASE,
)
_NO_NEWS = re.compile(r"\?[\"”’“']*\s*$|^\W*Correction\b|\bearlier version of this (?:article|story)\b")
"""Questions assert nothing; a correction tells what was wrong."""
_LEADER = re.compile(
    r"(?:President|Prime Minister|Chancellor|King|Queen|Emir|Premier|Sultan|Supreme|Leader)\b"
)
_SUMMIT_OF = 4
_LEADERS_OF = re.compile(r"\b(?:leaders|heads of (?:state|government)) of (?:the )?[A-Z]")
_THE_SUMMIT = re.compile(r"The(?:ir)? (?:\w+ )?summit\b")
"""A sentence that goes on about what was just told."""
_BODY = frozenset(("body", "title", "dek", "caption", "subhead"))
_ONE_OF_THEM = frozenset(
    ("first", "second", "third", "other", "latter", "former", "one", "next", "last")
)


def find_meetings(
    parse: Parse, cast: Cast, dated: Sequence[Dated], statements: Sequence[Statement]
) -> tuple[Meeting, ...]:
    """Return one row for each contact that an article tells of: meeting, call, visit or summit.

    Participants are those who meet, joined names parted; a venue is never one. Sentences that tell of
    the same contact are evidence of one row. A meeting that somebody only wishes for, plans or calls
    off has that status. No row is made for meetings in general, for one that is denied or merely
    possible, or where fewer than two sides are known.
    """
    context = Context(parse, cast, dated, statements)
    told: list[Telling] = []
    triggers = triggers_of(parse)
    for sent in parse.sents:
        if sent.role not in _BODY or _NO_NEWS.search(parse.view.text[sent.start : sent.end]):
            continue
        here = triggers[bisect_left(triggers, sent.first) : bisect_left(triggers, sent.last)]
        found = tellings(context, sent, here) if here and _may_tell(context, sent, here) else []
        found += unhinted(context, sent, found)
        if not found and (listed := _listed(context, sent, told)) is not None:
            found = [listed]
        if "accompan" in parse.view.text[sent.start : sent.end] and (
            beside := companion(context, sent, [*told, *found])
        ):
            found = [*found, beside]
        if (refused := declined(context, sent, [*told, *found])) is not None:
            found = [*found, refused]
        told += found
    # The body names people in full; a headline or caption only adds to what it says.
    told.sort(key=lambda item: (item.sent.role != "body", item.trigger))
    contacts = merge(told)
    for contact in contacts:
        _one_of_them(context, contact)
        contact.extra += _captions(context, contact)
        contact.extra += _told_on(context, contact, {t.sent.number for t in told})
    settings = Settings(context, contacts)
    rows = [_row(context, contact, settings) for contact in contacts]
    apart = {row.id for row, contact in zip(rows, contacts, strict=True) if contact.tellings[0].apart}
    rows = [day_of_all(row, rows) if row.id in apart else row for row in rows]
    rows = [visit_days(row, rows, parse.article.published) for row in rows]
    rows = [at_visit(row, rows) for row in rows]
    rows = [at_venue(row, rows) for row in rows]
    rows = [with_companion(row, rows) for row in rows]
    return tuple(sorted(rows, key=lambda row: (row.sentence < 0, row.evidence[0].start)))


def _may_tell(context: Context, sent: Sent, triggers: Sequence[int]) -> bool:
    """Say whether a sentence names two, or a body, or points to several: else no contact is told."""
    named = context.cast.within(sent.first, sent.last)
    if len(named) >= 2 or any(one.members or one.mention.kind == "organisation" for one in named):
        return True
    if named and any(context.parse.doc[i].lemma_ in STRONG for i in triggers):
        return True
    return _SEVERAL.search(context.parse.view.text, sent.start, sent.end) is not None


def _listed(context: Context, sent: Sent, told: Sequence[Telling]) -> Telling | None:
    """The first of them is the G-8 summit: one of the meetings that the sentence before spoke of."""
    if not any(t.plural for t in told[-4:]):
        return None
    doc = context.parse.doc
    subject = next((doc[i] for i in range(sent.first, sent.last) if doc[i].dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in _ONE_OF_THEM or subject.head.lemma_ != "be":
        return None
    before = next((t for t in reversed(told) if t.plural and len(t.participants) >= 2), None)
    if before is None or sent.number - before.sent.number > 2:
        return None
    text = context.parse.view.text[sent.start : sent.end].replace("\xa0", " ")
    mark = next((m for m in find_landmarks(text) if m.landmarks[0].kind == "summit"), None)
    if mark is None:
        return None
    item = mark.landmarks[0] if mark.certain else None
    inside = [d for d in context.dated if sent.first <= d.first < sent.last]
    span = doc.char_span(sent.start + mark.start, sent.start + mark.end, alignment_mode="expand")
    trigger = span.root.i if span is not None else subject.i
    named = [d.when for d in inside if span is not None and d.first < span.end and d.last > span.start]
    place = Place(item.place, item.state) if item and item.place else None
    if item is not None:
        for other in item.names:
            if other in text and venue_of(other):
                place = Place(other, item.state)
    return replace(
        before, trigger=trigger, sent=sent, form="summit", place=place,
        date=named[0] if named else UNKNOWN_DATE, occasion=text[mark.start : mark.end], plural=False,
        rule="listed",
    )  # fmt: skip


def _one_of_them(context: Context, contact: Contact) -> None:
    """Let somebody named as one of a group that was met take part: "One of them, the lawyer X"."""
    telling = contact.tellings[0]
    if not any(p.kind == "group" and p.actor_id is None for p in telling.participants):
        return
    for sent in context.parse.sents[telling.sent.number : telling.sent.number + 2]:
        opening = context.parse.view.text[sent.start : sent.start + 12].lower()
        if not opening.startswith(("one of them", "among them")):
            continue
        for named in context.cast.within(sent.first, min(sent.last, sent.first + 12)):
            one = context.cast.participant(named)
            if one.kind == "person":
                contact.tellings[0] = replace(telling, participants=(*telling.participants, one))
                contact.extra.append(sent.number)
                return


def _captions(context: Context, contact: Contact) -> list[int]:
    """Return captions that show the participants on that day: they are evidence and may say where."""
    found = []
    when = date_of_contact(contact)
    for sent in context.parse.sents:
        if sent.role != "caption" or any(t.sent is sent for t in contact.tellings):
            continue
        people, others = _shown(context, sent)
        keys = {key_of(p) for p in people}
        if not keys or not keys <= contact.keys or len(people) + others != len(contact.participants):
            continue
        days = [d.when for d in context.dated if sent.first <= d.first < sent.last]
        if days and when.known and all(day.overlaps(when) for day in days):
            found.append(sent.number)
    return found


def _shown(context: Context, sent: Sent) -> tuple[list[Participant], int]:
    """Return the people of a caption, and how many more it shows without naming them."""
    heads = [context.parse.doc[i] for i in range(sent.first, sent.last)]
    named = parties([t for t in heads if context.cast.at(t.i)], context.parse, context.cast, ())
    people = unique(p for p in named if p.kind == "person")
    more = sum(1 for t in heads if t.lemma_ == "counterpart" and context.cast.of(t).kind != "person")
    return people, more


def _told_on(context: Context, contact: Contact, telling_sents: set[int]) -> list[int]:
    """Return the sentences after a telling that go on about it: a gesture, its agenda, its length.

    Only where both sides are named or meant, and no other contact is told in between.
    """
    found = []
    for telling in contact.tellings:
        if telling.status not in ("held", "planned"):
            continue
        for sent in context.parse.sents[telling.sent.number : telling.sent.number + 4]:
            if sent.number in telling_sents or sent.role != "body":
                continue
            text = context.parse.view.text[sent.start : sent.end]
            near = sent.number <= telling.sent.number + 2 and sent.paragraph == telling.sent.paragraph
            goes_on = (sent.number == telling.sent.number + 1 and "discuss" in text) or (
                near and OUTCOME.search(text)
            )
            if not goes_on and not SIGNAL.search(text):
                continue
            tokens = [context.parse.doc[i] for i in range(sent.first, sent.last)]
            people = parties(
                [t for t in tokens if context.cast.at(t.i)], context.parse, context.cast, ()
            )
            named = {key_of(p) for p in people if p.kind == "person"}
            pair = re.search(r"\bthe two\b|\bboth\b|\btheir\b|\bthey\b", text, re.IGNORECASE)
            if len(named & contact.keys) >= 2 or (pair and named <= contact.keys):
                found.append(sent.number)
    return found


def _row(context: Context, contact: Contact, settings: Settings) -> Meeting:
    parse = context.parse
    numbers = sorted({t.sent.number for t in contact.tellings} | set(contact.extra))
    sents = [parse.sents[number - 1] for number in numbers]
    texts = [parse.view.text[sent.start : sent.end] for sent in sents]
    first = min(contact.tellings, key=lambda t: (t.sent.role != "body", t.weak, t.trigger))
    place = _place(contact, context, sents)
    when = date_of_contact(contact)
    dateless = any(t.dateless for t in contact.tellings)
    if not when.known and not dateless:
        when = settings.date(contact)
    if place is None:
        place = settings.place(contact, when)
    if first.form == "call":
        place = None
    elif first.form == "visit":
        place = settings.narrowed(place, when)
    if first.rule == "verb keep":
        place = _waited_at(parse) or place
    status = status_of(contact)
    published = parse.article.published
    past = when.end is not None and published.end is not None and when.end <= published.end
    if past and status == "planned" and first.sent.role == "caption" and first.expected:
        status = "held"  # the two before their talks of that day
    if not when.known and published.known:
        if status == "held" and published.end:
            when = When(None, published.end, "range", "published")
        elif status in ("planned", "sought") and published.start and not first.expected:
            when = When(published.start, None, "range", "published")
    form = _form(contact, context)
    took_place = form != "visit" and status == "held"
    participants = tuple(contact.participants)
    evidence = _evidence(parse, sents)
    span = parse.token_evidence(first.trigger, first.trigger + 1, "trigger")
    ordered = sorted(evidence, key=lambda item: item.start)
    return Meeting(
        id=make_id("meeting", parse.article.id, span.start, form, *(key_of(p) for p in participants)),
        article=parse.article.id,
        sentence=-1 if first.sent.role == "caption" else first.sent.number,
        participants=participants,
        form=form,
        place=place,
        date=when,
        agenda=_agenda(texts),
        outcome=_outcome(context, contact, sents),
        status=status,
        occasion=next((t.occasion for t in contact.tellings if t.occasion), None),
        signals=_signals(contact, texts),
        score=min(0.95, 0.6 + 0.1 * len(contact.tellings)),
        rule=first.rule,
        evidence=(*ordered, span),
        duration=_duration(context, contact, settings) if took_place else None,
        press=next((p for text in texts if (p := press_in(text))), None) if took_place else None,
    )


def _duration(context: Context, contact: Contact, settings: Settings) -> int | None:
    """Return how many minutes it lasted: what the words nearest to a telling say, else what goes on."""
    view = context.parse.view.text
    for told in contact.tellings:
        near = context.parse.doc[told.trigger].idx - told.sent.start
        if (found := length_at(view[told.sent.start : told.sent.end], near)) is None:
            continue
        others = settings.beside(contact, told.sent)
        if all(abs(found[0] - near) <= abs(found[0] - other) for other in others):
            return found[1]
    for number in contact.extra:
        sent = context.parse.sents[number - 1]
        if (minutes := minutes_in(view[sent.start : sent.end])) is not None:
            return minutes
    return None


def _waited_at(parse: Parse) -> Place | None:
    """Return the building that a heading names as the place of a wait."""
    for sent in parse.sents:
        if sent.role in ("title", "dek"):
            match = _WAIT.search(parse.view.text[sent.start : sent.end])
            venue = venue_of(match["where"]) if match else None
            if venue is not None and venue.building:
                return Place(venue.name, venue.state)
    return None


def _evidence(parse: Parse, sents: Iterable[Sent]) -> list[Evidence]:
    return [parse.sentence_evidence(sent) for sent in sents]


def _form(contact: Contact, context: Context) -> Form:
    """A meeting of four who lead their states is a summit, and so is one of two that is called so."""
    forms = [t.form for t in contact.tellings]
    leaders = {p.state for p in contact.participants if p.state and _LEADER.match(p.office or "")}
    if forms[0] == "meeting" and 1 < len(leaders) < _SUMMIT_OF and len(contact.participants) == 2:
        last = contact.tellings[0].sent
        near = context.parse.sents[last.number : last.number + 2]
        if any(_THE_SUMMIT.match(context.parse.view.text[s.start : s.end]) for s in near):
            return "summit"
    told = contact.tellings[0]
    if told.rule == "body meet":
        text = context.parse.view.text
        if _LEADERS_OF.search(text, told.sent.start, context.parse.doc[told.trigger].idx):
            return "summit"
    many = forms[0] == "meeting" and len(leaders) >= _SUMMIT_OF
    return "summit" if "summit" in forms or many else forms[0]


def _place(contact: Contact, context: Context, sents: Sequence[Sent]) -> Place | None:
    """The most exact place told: a hall before its city; then what a caption says."""
    places = [t.place for t in contact.tellings if t.place is not None]
    halls = [p for p in places if (v.building if (v := venue_of(p.name)) else is_hall(p.name))]
    cities = [p for p in places if venue_of(p.name)]
    if found := (halls or cities or places):
        return found[0]
    for sent in sents:
        if sent.role == "caption":
            for i in range(sent.first, sent.last):
                token = context.parse.doc[i]
                if (
                    token.dep_ == "pobj"
                    and token.head.lower_ in ("in", "at")
                    and (venue := venue_of(token.text))
                ):
                    return Place(venue.name, venue.state)
    return None


def _agenda(texts: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        if AGENDA.search(text):
            found.update(dict.fromkeys(issues_in(text)))
    return tuple(found)


def _outcome(context: Context, contact: Contact, sents: Sequence[Sent]) -> tuple[str, ...]:
    """Return the sentences that say what came of a contact, without those about talks with others."""
    if status_of(contact) != "held":
        return ()
    states = {p.state for p in contact.participants if p.state}
    found = []
    for sent in sents:
        text = context.parse.view.text[sent.start : sent.end]
        if not OUTCOME.search(text):
            continue
        named = {
            state
            for one in context.cast.within(sent.first, sent.last)
            for state in [one.state or (one.actor.state if one.actor is not None else None)]
            if state and one.mention.kind in ("person", "state", "body")
        }
        if named - states and states - named and named & states:
            continue  # one of them and somebody else
        found.append(" ".join(text.split()))
    return tuple(found)


def _signals(contact: Contact, texts: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        plain = text.replace("\xa0", " ")
        for pattern in SIGNALS:
            for match in pattern.finditer(plain):
                found[" ".join(match.group(0).split())] = None
        reply = REPLY.search(plain)
        if reply and any(t.form == "call" for t in contact.tellings):
            found[f"reply took {reply['n']} {reply['u']}"] = None
    return tuple(found)
