"""Where and when a contact took place when its own sentence does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.document import Parse, Sent, dated_in
from detente.extract.clauses import only_date, verb_above
from detente.extract.meetings.merging import Contact
from detente.extract.meetings.partners import Context
from detente.extract.meetings.setting import WHERE, place_in
from detente.extract.meetings.telling import Telling
from detente.extract.meetings.words import TRAVEL_VERBS, VISIT_VERBS
from detente.extract.tense import tense_at
from detente.knowledge.landmarks import summits_on
from detente.knowledge.places import same_city, venue_of
from detente.records import UNKNOWN_DATE, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Span

_DATELINE = re.compile(
    r"^(?P<city>[A-Z][\w.'’ ]{2,30}?)(?:,[^—–\n]{0,60}?)?\s*(?:\([^)\n]*\)\s*)?(?:—|–|--?\s)",
    re.MULTILINE,
)
_BYLINE = re.compile(
    r"\b[Bb]y\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,2},\s*(?P<city>[A-Z][\w.'’ ]{2,30}?)\s*$",
    re.MULTILINE,
)
_PLACE_AND_DAY = re.compile(
    r"^(?P<city>[A-Z][\w.'’ ]{2,30}?),\s+(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2},)"
    r"\s+\d{4}\s*$",
    re.MULTILINE,
)
_OWNERS = frozenset(
    ("talk", "meeting", "summit", "gathering", "dinner", "session", "capital", "hall", "edge", "palace")
)
_HISTORY = 183
_FEW = 4
_PAIR = 2
_LEAD = 2
"""How many sentences make the lead."""
_DATELINE_WORDS = 8
"""Within how many words of its beginning the day of print belongs to a dateline."""
_FRESH = 3
"""How many days news is news."""
_OPENING = 8
"""Among how many sentences, of titles too, the body begins."""
_STAND_ALONE = re.compile(r"^(?P<city>[A-Z][A-Z.'’ ]{3,30})(?:,[^\n]{0,60})?$", re.MULTILINE)


def dateline_of(parse: Parse) -> Place | None:
    """Return the city from which an article is reported; None where it does not say.

    The dateline stands right before the first sentence of the body, or opens it.
    """
    opening = [sent for sent in parse.sents[:_OPENING] if sent.role == "body"]
    text = parse.article.text
    for sent in opening[:2]:  # a line under the title may pass for the first sentence
        start, _ = parse.view.to_raw(sent.start, sent.end)
        head = text[max(0, start - 400) : start + 80]
        for pattern in (_DATELINE, _STAND_ALONE, _BYLINE, _PLACE_AND_DAY):
            for match in pattern.finditer(head):
                city = match["city"].strip()
                venue = venue_of(city.split(",")[0])
                if venue is not None and not venue.building:
                    return Place(venue.name, venue.state)
    return None


def _is_ahead(when: When, published: When) -> bool:
    return when.end is not None and published.end is not None and when.end > published.end


def _is_long_ago(when: When, published: When) -> bool:
    """Say whether a date of its own lies half a year back: no place is lent to history."""
    if when.end is None or published.start is None or when.basis not in ("stated", "relative"):
        return False
    return (published.start - when.end).days > _HISTORY


def _is_short(when: When) -> bool:
    """Say whether a date is a day, or the few days of one occasion: "on September 9 and 10"."""
    if when.start is None or when.end is None:
        return False
    return when.precision == "day" or (
        when.precision == "range" and (when.end - when.start).days < _FEW
    )


def _is_parted(words: Span) -> bool:
    """Say whether a colon or semicolon stands among words."""
    return any(token.text in (":", ";") for token in words)


class Settings:
    """What an article says around its contacts about day and place."""

    def __init__(self, context: Context, contacts: Sequence[Contact]) -> None:
        self._context = context
        self._contacts = contacts
        self._dateline = dateline_of(context.parse)

    def date(self, contact: Contact) -> When:
        """Return the one day that the sentence before gives to the same telling; else unknown."""
        for telling in contact.tellings:
            if telling.status not in ("held", "planned"):
                continue
            if self._free(contact, telling.sent):
                sent = telling.sent
                day = only_date(sent.first, sent.last, self._context.dated, self._context.parse)
                if day.precision == "day" and day.known:
                    return day
            before = self._before(telling.sent)
            if before is None:
                continue
            days = {
                item.when.start: item.when
                for item in dated_in(self._context.dated, before.first, before.last)
                if _is_short(item.when) and item.when.basis in ("stated", "relative")
            }
            published = self._context.parse.article.published
            if telling.status == "planned" and published.start is not None:
                days = {day: when for day, when in days.items() if day and day >= published.start}
            if not days and telling.status == "planned" and self._same_people(contact, before):
                months = [
                    item.when
                    for item in dated_in(self._context.dated, before.first, before.last)
                    if item.when.precision == "month" and _is_ahead(item.when, published)
                ]
                if len(months) == 1:
                    return replace(months[0], basis="inferred")
            if len(days) == 1 and (
                self._same_people(contact, before)
                or self._also(telling.sent)
                or telling.status == "planned"
            ):
                return replace(next(iter(days.values())), basis="inferred")
        found = self._day_of_both(contact)
        return found if found.known else self._day_of_news(contact)

    def _day_of_news(self, contact: Contact) -> When:
        """Return the day of the lead for what was held, in the same city, with somebody from there.

        The article must be reported from that city within three days; what "had" been held before is
        another matter.
        """
        here, first = self._dateline, contact.tellings[0]
        if here is None or here.state is None or first.status != "held" or first.form == "call":
            return UNKNOWN_DATE
        if any(self._also(t.sent) for t in contact.tellings):
            return UNKNOWN_DATE
        states = {p.state for p in contact.participants}
        local = here.state in states if first.form != "visit" else same_city(first.place, here)
        verb = self._context.parse.doc[first.trigger]
        above = verb if verb.pos_ in ("VERB", "AUX") else verb_above(verb)
        before = above is None or any(c.lower_ in ("had", "'d") for c in above.children)
        if not local or len(states) < _PAIR or before or first.sent.role != "body":
            return UNKNOWN_DATE
        if any(not same_city(t.place, here) for t in contact.tellings):
            return UNKNOWN_DATE
        printed = self._context.parse.article.published.end
        lead = [s for s in self._context.parse.sents[:_OPENING] if s.role == "body"][:_LEAD]
        days = {
            item.when.start: item.when
            for sent in lead
            for item in dated_in(self._context.dated, sent.first, sent.last)
            if item.when.precision == "day" and item.when.basis in ("stated", "relative")
            if item.first >= sent.first + _DATELINE_WORDS or item.when.end != printed
        }
        fresh = [
            when
            for day, when in days.items()
            if day is not None and printed is not None and 0 <= (printed - day).days <= _FRESH
        ]
        return replace(fresh[0], basis="inferred") if len(fresh) == 1 else UNKNOWN_DATE

    def _day_of_both(self, contact: Contact) -> When:
        """Return the one day of a sentence shortly before that names all who met."""
        first = contact.tellings[0]
        if first.status != "held" or first.form != "meeting":
            return UNKNOWN_DATE
        for near in reversed(
            self._context.parse.sents[max(0, first.sent.number - 4) : first.sent.number]
        ):
            if near.role != "body" or not contact.keys <= self._named(near):
                continue
            if not self._free(contact, near):
                return UNKNOWN_DATE
            days = [
                item.when
                for item in dated_in(self._context.dated, near.first, near.last)
                if item.when.precision == "day" and item.when.basis in ("stated", "relative")
            ]
            if len(days) == 1:
                return replace(days[0], basis="inferred")
        return UNKNOWN_DATE

    def beside(self, contact: Contact, sent: Sent) -> list[int]:
        """Return where, in a sentence, other contacts are told than this one."""
        return [
            self._context.parse.doc[t.trigger].idx - sent.start
            for other in self._contacts
            if other is not contact
            for t in other.tellings
            if t.sent is sent
        ]

    def place(self, contact: Contact, when: When) -> Place | None:
        """Return the place of the sentence before or after, else the dateline of fresh news."""
        first = contact.tellings[0]
        if first.form in ("call", "visit") or first.sent.role not in ("body", "caption"):
            return None
        if first.status not in ("held", "planned"):
            return None
        for telling in contact.tellings:
            for near in (telling.sent, self._before(telling.sent), self._after(telling.sent)):
                if near is None or (near is not telling.sent and not self._goes_on(contact, near)):
                    continue
                places = self._places(near, telling.trigger if near is telling.sent else None)
                apart = near is not telling.sent and _is_long_ago(
                    when, self._context.parse.article.published
                )
                if len(places) == 1 and self._free(contact, near) and not apart:
                    return places[0]
        if _is_long_ago(when, self._context.parse.article.published):
            return None
        if first.status == "held" and (scene := self._scene(first)) is not None:
            return scene
        if first.status == "held" and (found := self._summit(contact, when)) is not None:
            return found
        if first.status == "held" and self._is_news(contact, when):
            return self._dateline
        return None

    def narrowed(self, place: Place | None, when: When) -> Place | None:
        """Return the city of the dateline for a visit of these days to its state; else the place."""
        here = self._dateline
        if here is None or place is None or when.basis != "inferred" or venue_of(place.name):
            return place
        return here if place.state is not None and place.state == here.state else place

    def _scene(self, telling: Telling) -> Place | None:
        """Return the city with which a sentence of the paragraph opens: "In Paris one hears more"."""
        sent = telling.sent
        opened = self._context.parse.doc[sent.first : telling.trigger]
        for near in reversed(self._context.parse.sents[: sent.number]):
            if near.paragraph != sent.paragraph:
                return None
            if near is sent and _is_parted(opened):
                continue
            first = self._context.parse.doc[near.first]
            if first.lower_ in ("in", "at") and first.dep_ == "prep":
                head = next((c for c in first.children if c.dep_ == "pobj"), None)
                found = place_in(head, self._context.cast) if head is not None else None
                if found is not None and venue_of(found.name):
                    return found
        return None

    def _summit(self, contact: Contact, when: When) -> Place | None:
        """Return the place of the summit that the article is about, for leaders who met on its days."""
        if when.start is None or when.end is None or when.precision != "day":
            return None
        if not all(p.kind == "person" and p.actor_id for p in contact.participants):
            return None
        marks = summits_on(self._context.parse.view.text, when.start)
        places = {Place(mark.place, mark.state) for mark in marks if mark.place}
        return places.pop() if len(places) == 1 else None

    def _before(self, sent: Sent) -> Sent | None:
        near = self._context.parse.sents[max(0, sent.number - 2) : sent.number - 1]
        return next((s for s in near if s.role == "body" and s.paragraph == sent.paragraph), None)

    def _after(self, sent: Sent) -> Sent | None:
        near = self._context.parse.sents[sent.number : sent.number + 1]
        return next((s for s in near if s.role == "body" and s.paragraph == sent.paragraph), None)

    def _same_people(self, contact: Contact, sent: Sent) -> bool:
        return bool(self._named(sent) & contact.keys)

    def _named(self, sent: Sent) -> set[str]:
        """Return the keys of everybody whom a sentence names, of groups each member."""
        found: set[str] = set()
        for named in self._context.cast.within(sent.first, sent.last):
            if named.actor is not None:
                found.add(named.actor.id)
            found |= {one.actor_id for one in named.members if one.actor_id}
        return found

    def _goes_on(self, contact: Contact, sent: Sent) -> bool:
        return self._same_people(contact, sent)

    def _also(self, sent: Sent) -> bool:
        words = self._context.parse.view.text[sent.start : sent.end].lower()
        return " also " in words or " later " in words or "afterwards" in words

    def _free(self, contact: Contact, sent: Sent) -> bool:
        """Say whether no other contact is told in the sentence."""
        return not any(
            t.sent.number == sent.number and not t.body
            for c in self._contacts
            if c is not contact
            for t in c.tellings
        )

    def _places(self, sent: Sent, trigger: int | None = None) -> list[Place]:
        """Return the cities and halls after "in" or "at" that no journey or speech owns.

        With a trigger only those of its part of the sentence: a colon or semicolon ends another's.
        """
        found: list[Place] = []
        doc = self._context.parse.doc
        for i in range(sent.first, sent.last):
            token = doc[i]
            if token.dep_ != "pobj" or token.head.lower_ not in WHERE:
                continue
            if trigger is not None and _is_parted(doc[min(i, trigger) : max(i, trigger)]):
                continue
            above = verb_above(token)
            if above is not None and above.lemma_ in TRAVEL_VERBS | VISIT_VERBS:
                continue
            if (
                above is not None
                and above.dep_ == "acl"
                and above.lemma_ in ("agree", "plan", "announce")
            ):
                continue
            if tense_at(token, sent.role) == "future":
                continue
            place = place_in(token, self._context.cast)
            if place is None or not venue_of(place.name) or place in found:
                continue
            owner = token.head.head
            if owner.pos_ in ("VERB", "AUX") or owner.lemma_ in _OWNERS:
                found.append(place)
        return found

    def _is_news(self, contact: Contact, when: When) -> bool:
        """Say whether a held contact is the day's news: dated within three days of print."""
        published = self._context.parse.article.published
        if self._dateline is None or published.end is None or when.start is None or when.end is None:
            return False
        if when.basis == "published" or (published.end - when.end).days > 3:
            return False
        here = [c for c in self._contacts if c is not contact and c.tellings[0].status == "held"]
        return all(
            same_city(t.place, self._dateline)
            for c in here
            for t in c.tellings
            if c.keys == contact.keys and t.date.overlaps(when)
        )
