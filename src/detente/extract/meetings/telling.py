"""What one sentence says of a contact, and how its slots are filled from that sentence.

A `Telling` is not yet a meeting: several sentences tell the same one, and `merging` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from detente.document import Dated, Sent, dated_in
from detente.extract.clauses import SUBJECTS, date_of, objects, place_of, places_under
from detente.extract.meetings.partners import Context, text_of
from detente.extract.meetings.setting import hall_of, is_futurate, place_in, place_told
from detente.extract.meetings.words import COUNTS, FORMAT, OCCASION, PLURAL_ONLY, Form, Status
from detente.knowledge.landmarks import find_landmarks
from detente.knowledge.places import place as listed_place
from detente.records import Participant, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Token


_NIGHT = re.compile(r"\b(?:through|throughout|all through) the night\b|\ball night\b|\bovernight\b")
_AHEAD = re.compile(
    r"\b(?:later this|next(?! (?:day|morning|evening))|coming|tomorrow|upcoming)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's words about a contact."""

    trigger: int
    """The token that names it."""
    sent: Sent
    """Its sentence."""
    participants: tuple[Participant, ...]
    """Who takes part, as far as this sentence says."""
    form: Form
    """Meeting, call, visit or summit."""
    place: Place | None
    """Where."""
    date: When
    """When."""
    status: Status
    """What became of it."""
    occasion: str | None
    """What it was part of."""
    plural: bool
    """Whether it speaks of several at once ("upcoming meetings")."""
    expected: bool
    """Whether it was expected in the past: it may have been held by now."""
    anaphoric: bool
    """Whether it points back ("their meeting", "the two met") instead of naming who met."""
    rule: str
    """The rule that found it."""
    again: bool = False
    """Whether it is told as one more meeting of the same people ("will meet again")."""
    apart: bool = False
    """Whether it is no part of a meeting of fewer people ("were later joined by")."""
    body: bool = False
    """Whether it is a body in session, which takes part as itself."""
    dateless: bool = False
    """Whether the sentence says that no date has been set."""
    weak: bool = False
    """Whether it is only seen from what they did together: it needs a day from elsewhere."""


def telling(
    context: Context, sent: Sent, trigger: Token, verb: Token | None, people: Sequence[Participant],
    form: Form, place: Place | None, status: Status, expected: bool, anaphoric: bool, rule: str, *,
    body: bool = False,
) -> Telling:  # fmt: skip
    """Return a telling with the date, place and occasion that its sentence gives it."""
    dated = _past(context) if status == "held" else context.dated
    date = _own(date_of(trigger, verb, context.parse, sent, dated), trigger, sent, dated)
    if status in ("cancelled", "postponed", "declined") and verb is not trigger:
        # The day beside the verb is the day of the refusal.
        plan = next((c for c in trigger.children if c.dep_ == "acl"), None) or _planned(trigger, verb)
        date = date_of(trigger, plan, context.parse, sent, context.dated)
        if plan is not None and place is None:
            goals = (place_in(goal, context.cast) for goal in objects(plan, "for"))
            place = place_of(trigger, plan, context.cast) or next(filter(None, goals), None)
    elif place is None:
        place = place_told(context, sent, trigger)
        if place is None and form != "call":
            place = _place_shared(trigger, context)
    if form != "call":
        place = hall_of(trigger, verb, place) or place
    if not date.known and verb is not None and status == "held":
        date = _until_now(verb, sent, context)
    date = _overnight(trigger, _days_of(trigger, date))
    if not body:
        people = [p for p in people if not FORMAT.match(p.name)]
    after = _after(trigger, context, sent)
    if after is not None and form == "call":
        date = after
    occasion, occasion_place = occasion_of(context, sent, trigger)
    if place is None and occasion_place is not None:
        place = occasion_place
    if date.text and status == "held" and _AHEAD.search(date.text):
        status = "planned"
    if status == "held" and verb is trigger and (day := _to_come(context, sent, verb)) is not None:
        status, date = "planned", day
    plural = trigger.tag_ in ("NNS", "NNPS") and trigger.lemma_ not in PLURAL_ONLY
    again = any(c.lower_ in ("again", "another", "next") for c in trigger.children)
    return Telling(
        trigger.i,
        sent,
        tuple(people),
        form,
        place,
        date,
        status,
        occasion,
        plural,
        expected,
        anaphoric,
        rule,
        again,
        body=body,
    )


def _to_come(context: Context, sent: Sent, verb: Token) -> When | None:
    """Return the day, that of print or later, on which somebody "meets" somebody: a plan."""
    printed = context.parse.article.published
    if printed.start is None or not is_futurate(verb, sent):
        return None
    day = date_of(verb, verb, context.parse, sent, context.dated)
    return day if day.start is not None and day.start >= printed.start else None


def _place_shared(verb: Token, context: Context) -> Place | None:
    """Return the place of the clause that a second verb goes on from: sat in Z and shook hands."""
    at = verb
    for _ in range(3):
        own = any(c.dep_ in SUBJECTS for c in at.children)
        if at.dep_ != "conj" or own or at.pos_ != "VERB" or at.head.pos_ != "VERB":
            return None
        at = at.head
        if found := place_of(at, None, context.cast):
            return found
        for head in objects(at, "across", "into", "through", "over", "out"):
            if found := next(places_under(head, context.cast), None):
                return found
    return None


def _past(context: Context) -> Sequence[Dated]:
    """Return the dates that do not lie after the article: what was held has none of those."""
    printed = context.parse.article.published.end
    if printed is None:
        return context.dated
    return [d for d in context.dated if d.when.start is None or d.when.start <= printed]


def _own(date: When, trigger: Token, sent: Sent, dated: Sequence[Dated]) -> When:
    """Return a date unless it is that of the clause which this one came before or after."""
    if trigger.dep_ != "advcl" or not any(
        c.dep_ == "mark" and c.lower_ in ("before", "after", "until") for c in trigger.children
    ):
        return date
    first, last = trigger.left_edge.i, trigger.right_edge.i
    inside = any(
        d.when == date and first <= d.first <= last for d in dated_in(dated, sent.first, sent.last)
    )
    return date if inside else When()


def _planned(trigger: Token, verb: Token | None) -> Token | None:
    """Return the participle after a noun that says for when it was planned, hung where it may be."""
    heads = {trigger.i, verb.i if verb is not None else trigger.i}
    heads |= {token.i for token in trigger.subtree if token.i > trigger.i}
    for token in trigger.doc[trigger.i + 1 : trigger.sent.end]:
        if token.lower_ in ("planned", "scheduled", "set", "slated", "due") and token.head.i in heads:
            return token
    return None


def _until_now(verb: Token, sent: Sent, context: Context) -> When:
    """Return the days of what still goes on: they have been sitting there since Thursday."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    going_on = verb.tag_ == "VBG" and "been" in auxiliaries
    # Who "has been in Z since August" lives there.
    perfect = verb.lemma_ != "be" and verb.tag_ == "VBN" and bool(auxiliaries & {"have", "has", "'ve"})
    if not (going_on or perfect):
        return When()
    printed = context.parse.article.published.end
    for item in dated_in(context.dated, sent.first, sent.last):
        when = item.when
        if (when.text or "").lower().startswith("since") or _after_since(item, context):
            if perfect and when.start is not None and printed is not None:
                return replace(when, end=printed, precision="range")
            return when
    return When()


def _after_since(item: Dated, context: Context) -> bool:
    return item.first > 0 and context.parse.doc[item.first - 1].lower_ == "since"


def _days_of(trigger: Token, date: When) -> When:
    """Let "three days of talks" that ended or began on a day last three days."""
    above = trigger.head
    days = above.head if trigger.dep_ == "pobj" and above.lower_ == "of" else None
    if days is None or days.lower_ != "days" or date.precision != "day" or date.start is None:
        return date
    count = next((COUNTS.get(c.lower_, 0) for c in days.children if c.dep_ == "nummod"), 0)
    if count < 2:
        return date
    span = timedelta(days=count - 1)
    if days.head.lower_ in ("after", "following"):
        return replace(date, start=date.start - span, precision="range")
    if days.head.lemma_ in ("begin", "start", "open"):
        return replace(date, end=date.start + span, precision="range")
    return date


def _overnight(trigger: Token, date: When) -> When:
    """Let talks that went on through the night last two days, of which the day told is one."""
    if date.precision != "day" or date.start is None or date.end is None:
        return date
    words = " ".join(token.lower_ for token in trigger.subtree if token.i >= trigger.i)
    if not _NIGHT.search(words):
        return date
    if trigger.dep_ == "pobj" and trigger.head.lower_ in ("after", "following"):
        return replace(date, start=date.start - timedelta(days=1), precision="range")
    return replace(date, end=date.end + timedelta(days=1), precision="range")


def _after(trigger: Token, context: Context, sent: Sent) -> When | None:
    """A call "following the test on 11 February" was after that day; the day is not its own."""
    for item in context.dated:
        if not (trigger.i < item.first and item.last <= sent.last) or item.when.start is None:
            continue
        between = context.parse.doc[trigger.i : item.first]
        if any(t.lower_ in ("following", "after") for t in between) and any(
            t.pos_ == "NOUN" and t.i > trigger.i for t in between
        ):
            return replace(item.when, end=None, precision="range", basis="relative")
    return None


def occasion_of(context: Context, sent: Sent, trigger: Token) -> tuple[str | None, Place | None]:
    """Return what a contact is part of, in the words of the sentence, and where that is."""
    text = text_of(context, sent)
    words = None
    for match in OCCASION.finditer(text):
        start = sent.start + match.start("what")
        if start <= trigger.idx < sent.start + match.end("what"):
            continue
        words = " ".join(match["what"].split()).rstrip(" .,")
        break
    for mark in find_landmarks(text.replace("\xa0", " ")):
        name = text[mark.start : mark.end]
        if (
            mark.landmarks[0].kind != "summit"
            or sent.start + mark.start <= trigger.idx < sent.start + mark.end
        ):
            continue
        if words is None or name in words:
            place = None
            if mark.certain and mark.landmarks[0].place:
                place = Place(mark.landmarks[0].place, mark.landmarks[0].state)
            return (words or name.strip(" .,")), place
    inside = re.search(r"\bin\s+((?:[A-Z][\w.'’-]+\s?)+)$", words or "")
    return words, listed_place(inside[1]) if inside else None
