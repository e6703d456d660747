"""Where reports cannot all be right, where people judge one thing differently, what changed since.

Three things come together: slots of one meeting (`encounters`), circumstances of one remark
(`circumstances`), and numbers and sides of sentences (`link.disagreement`). Copies of one text count
once and are never compared. Nobody is said to be right; a growing toll, a correction and a view that
changed with time are shown as then and later, apart from what is open.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Literal

from sqlalchemy.engine import Connection

from detente.link.disagreement import Pair, differences
from detente.link.disagreement import Reading as Told
from detente.query.archived import (
    bare_desk_for,
    extractions,
    linked_rows,
    links_at,
    same_meeting,
    same_statement,
)
from detente.query.course_verdicts import Assessment, assessments
from detente.query.desk import Desk, Reference
from detente.query.encounters import encounters
from detente.query.folding import sayings
from detente.query.refs import Ref
from detente.query.relationship import articles_on
from detente.query.stories import StoryView, stories, stories_of, story
from detente.query.times import anchor, reported_by
from detente.query.views import Difference, Encounter, Reading, Saying
from detente.records import Extraction, Link, Participant, Statement, When
from detente.store import load, tables
from detente.store.remarks import statements_of

Kind = Literal["slot", "assessment", "polarity", "update", "changed"]
RELATIONS = "relations"
"""The slot of what is said of a relationship as a whole."""
_PAIR = 2
_EXPECTED = re.compile(
    r"\b(?:expect\w*|hope[ds]?|hoping|could|may|might|would|should|if|whether|will|prospects?|chance)\b",
    re.IGNORECASE,
)
_SAME_TIME = timedelta(days=4)
_AGAINST = {"better": "worse", "worse": "better"}
OPEN: tuple[Kind, ...] = ("slot", "assessment", "polarity")
"""Kinds that stand as differences; the others are then and later."""
_CALM = frozenset({"words", "channel"})
"""Circumstances of a remark that no desk would call a contradiction: two wordings, two channels."""


@dataclass(frozen=True, slots=True)
class View:
    """One side of a disagreement."""

    value: str
    """The value or the words, as printed."""
    said_by: str | None
    """Who says so; None for the outlet itself."""
    first: date | None
    """Day of the first report that gives it."""
    outlets: tuple[str, ...]
    """Who prints it."""
    origins: int
    """Independent origins among them."""
    refs: tuple[Ref, ...]
    """The sentences."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which reports differ."""

    id: str
    """`disagreement:` and a hash of the point and its sentences: the same after a rebuild."""
    kind: Kind
    """`slot`: values of one thing that cannot all hold; `assessment`: people judge differently;
    `polarity`: one report says the opposite of another; `update`: the same outlet later; `changed`:
    then and later."""
    slot: str
    """`date`, `place`, `participants`, `status`, `occasion`, `addressee`, `number`, or what is
    judged."""
    about: str
    """The meeting, the remark or the happening, in words."""
    story: str
    """`Story.id`; empty for a remark that several stories tell."""
    reason: str
    """Why they are laid side by side."""
    views: tuple[View, ...]
    """The sides: of an open one what most origins say first; else in order of time."""

    @property
    def open(self) -> bool:
        """Whether it stands as a difference, rather than as then and later."""
        return self.kind in OPEN


def disagreements(
    conn: Connection,
    reference: Reference,
    *,
    story_name: str | None = None,
    states: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    kinds: Sequence[Kind] = (),
    limit: int | None = None,
    among: Sequence[str] | None = None,
) -> list[Disagreement]:
    """Return what reports of one story differ on, story by story in order of time.

    Of one story where `story_name` is given (see `query.stories.story`), else of all that two origins
    tell, `states` narrowing them to those with an article on both, and `among` to those with one of
    these articles: then nothing beyond them is read. Raises UnknownName for a story that is not there.
    """
    on: frozenset[str] = frozenset(among or ())
    if story_name:
        views = [story(conn, reference, story_name, as_of=as_of)]
    elif among is not None:
        views = stories_of(conn, reference, among, as_of=as_of, at_least=2)
        views = [view for view in views if _told_within(view, since, until)]
    else:
        views = stories(conn, reference, since=since, until=until, as_of=as_of, at_least=2)
        if states:
            on = frozenset(articles_on(conn, reference, *states))
            views = [view for view in views if any(one.id in on for one in view.articles)]
    every = not story_name and among is None
    meetings = same_meeting(conn) if every else []
    remarks = same_statement(conn) if every else []
    found: list[Disagreement] = []
    seen: set[str] = set()
    for view in views:
        ids = [article.id for article in view.articles]
        desk = bare_desk_for(conn, ids, reference)
        read = extractions(conn, ids)
        rows = linked_rows(read)
        seen |= rows
        if not every:
            meetings = remarks = links_at(conn, rows, "same-meeting", "same-statement")
        found += disagreements_of(view, read, desk, meetings, remarks, as_of=as_of)
    if not story_name:
        if among is not None:
            remarks = links_at(conn, statements_of(conn, among), "same-statement")
        found += _remarks(conn, reference, _beyond(remarks, seen), on, as_of)
    if len(states) == _PAIR:
        found = [one for one in found if one.slot != RELATIONS]
        asked = assessments(
            conn, reference, *states, since=since, until=until, as_of=as_of, among=among
        )
        found += moods(asked, " and ".join(states))
    return [one for one in _widest(found) if not kinds or one.kind in kinds][:limit]


def _told_within(view: StoryView, since: date | None, until: date | None) -> bool:
    """Say whether a story was told in a period; one without a day may have been."""
    late = since and view.last and view.last < since
    return not late and not (until and view.first and view.first > until)


def _widest(found: Sequence[Disagreement]) -> list[Disagreement]:
    """Leave out what another disagreement on the same slot shows with more reports."""
    refs = [(one.slot, frozenset(ref for view in one.views for ref in view.refs)) for one in found]
    return [
        one
        for one, (slot, own) in zip(found, refs, strict=True)
        if not any(slot == other and own < more for other, more in refs)
    ]


def disagreements_of(
    view: StoryView,
    read: Iterable[Extraction],
    desk: Desk,
    meetings: Iterable[Link] = (),
    remarks: Iterable[Link] = (),
    *,
    as_of: date | None = None,
) -> list[Disagreement]:
    """Return the disagreements of one story, open ones first.

    `meetings` and `remarks` are the links that say which rows tell one thing; links between rows of
    other stories do no harm.
    """
    out = [one for one in read if reported_by(one.article.published, as_of)]
    found: list[Disagreement] = []
    met = encounters((row for one in out for row in one.meetings), _among(meetings, out), desk)
    for item in met:
        found += [_of_slot(view.id, _meeting_words(item), slot) for slot in item.differences]
    rows = [row for one in out for row in one.statements]
    for saying in sayings(rows, desk, _no_side, _among(remarks, out)):
        found += [
            _of_slot(view.id, _saying_words(saying), slot)
            for slot in saying.differences
            if slot.slot not in _CALM
        ]
    found += [_of_pair(view, pair, desk) for pair in differences(out, desk.origins)]
    apart = [one for one in found if one.kind == "update" or _origins(one, desk) > 1]
    return sorted(apart, key=lambda one: (not one.open, one.views[0].first or date.max, one.id))


def _beyond(links: Iterable[Link], seen: set[str]) -> list[Link]:
    """Return the links of remarks whose reports are not all in the stories that were looked at."""
    return [link for link in links if not (link.left in seen and link.right in seen)]


def _remarks(
    conn: Connection,
    reference: Reference,
    links: Sequence[Link],
    on: frozenset[str],
    as_of: date | None,
) -> list[Disagreement]:
    """Return where reports of one remark in several stories place it differently."""
    ids = {end for link in links for end in (link.left, link.right)}
    rows = load(conn, Statement, tables.statement.c.id.in_(sorted(ids))) if ids else []
    desk = bare_desk_for(conn, {row.article for row in rows}, reference)
    out = [row for row in rows if reported_by(desk.articles[row.article].published, as_of)]
    found = [
        _of_slot("", _saying_words(item), slot)
        for item in sayings(out, desk, _no_side, links)
        if not on or any(ref.article in on for ref in item.refs)
        for slot in item.differences
        if slot.slot not in _CALM
    ]
    return [one for one in found if _origins(one, desk) > 1]


def moods(verdicts: Iterable[Assessment], about: str) -> list[Disagreement]:
    """Return where verdicts on a relationship stand against each other: two minds, or then and later.

    An article's own verdict is that of its first sentence that gives one, as a rule the headline; each
    is laid beside the next article's that goes the other way. Verdicts of speakers are compared within
    four days, one pair of speakers once. What is only expected, and what has no day, is left out.
    """
    dated = [
        one
        for one in sorted(verdicts, key=lambda one: (anchor(one.reported), one.article.id, _place(one)))
        if one.reported.known and one.direction in _AGAINST and not _EXPECTED.search(one.sentence)
    ]
    own = {one.article.id: one for one in reversed(dated) if one.speaker is None}
    said = [one for one in dated if one.speaker is not None]
    told = sorted(own.values(), key=lambda one: (anchor(one.reported), one.article.id))
    pairs = [(a, b) for a, b in pairwise(told) if _AGAINST[a.direction] == b.direction]
    pairs += [
        (a, b)
        for a, b in combinations(said, 2)
        if _AGAINST[a.direction] == b.direction and _near(a, b) and a.speaker != b.speaker
    ]
    found: dict[frozenset[str], tuple[Assessment, Assessment]] = {}
    for one, two in pairs:
        holders = frozenset((one.speaker or one.article.id, two.speaker or two.article.id))
        found.setdefault(holders, (one, two))
    return [_mood(one, two, about) for one, two in found.values()]


def _mood(left: Assessment, right: Assessment, about: str) -> Disagreement:
    sides, near = (_verdict(left), _verdict(right)), _near(left, right)
    return Disagreement(
        id=_id(about, RELATIONS, sides),
        kind="assessment" if near else "changed",
        slot=RELATIONS,
        about=about,
        story="",
        reason="two judge the relationship differently" if near else "then and later",
        views=sides,
    )


def _near(left: Assessment, right: Assessment) -> bool:
    return anchor(right.reported) - anchor(left.reported) <= _SAME_TIME


def _place(one: Assessment) -> int:
    return min((ref.sentence for ref in one.refs if ref.article == one.article.id), default=0)


def _verdict(one: Assessment) -> View:
    return View(
        value=one.sentence,
        said_by=one.speaker,
        first=_day(one.reported),
        outlets=one.reports.outlets,
        origins=one.reports.origins,
        refs=one.refs,
    )


def _among(links: Iterable[Link], read: Sequence[Extraction]) -> list[Link]:
    ids = linked_rows(read)
    return [link for link in links if link.left in ids and link.right in ids]


def _no_side(_: Participant) -> None:
    return None


def _origins(one: Disagreement, desk: Desk) -> int:
    return len({desk.origins[ref.article] for view in one.views for ref in view.refs})


def _meeting_words(item: Encounter) -> str:
    people = ", ".join(dict.fromkeys(one.name for one in item.participants[:4]))
    where = f" in {item.place.name}" if item.place else ""
    return f"{item.form} of {people}{where}" if people else item.form


def _saying_words(item: Saying) -> str:
    words = " ".join(item.row.content.split())
    cut = words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + " …"
    return f"{item.row.speaker.name}: {cut}"


def _of_slot(story_id: str, about: str, slot: Difference) -> Disagreement:
    sides = tuple(_view(reading) for reading in slot.readings)
    return Disagreement(
        id=_id(story_id, slot.slot, sides),
        kind="slot",
        slot=slot.slot,
        about=about,
        story=story_id,
        reason=f"two values of one {slot.slot}",
        views=sides,
    )


def _view(reading: Reading) -> View:
    return View(
        value=reading.value,
        said_by=None,
        first=None,
        outlets=reading.reports.outlets,
        origins=reading.reports.origins,
        refs=reading.refs,
    )


def _of_pair(view: StoryView, pair: Pair, desk: Desk) -> Disagreement:
    sides = (_side(pair.left, desk), _side(pair.right, desk))
    return Disagreement(
        id=_id(view.id, pair.slot, sides),
        kind="slot" if pair.kind == "conflict" else pair.kind,
        slot=pair.slot,
        about=view.title or "",
        story=view.id,
        reason=pair.reason,
        views=sides,
    )


def _side(told: Told, desk: Desk) -> View:
    sentence = told.sentence
    reports = desk.reports([sentence.article])
    return View(
        value=told.text,
        said_by=told.said_by,
        first=_day(sentence.published),
        outlets=reports.outlets,
        origins=reports.origins,
        refs=(desk.ref(sentence.article, sentence.number),),
    )


def _day(when: When) -> date | None:
    return when.start or when.end


def _id(story_id: str, slot: str, sides: Iterable[View]) -> str:
    parts = [
        story_id,
        slot,
        *sorted(f"{ref.article}:{ref.sentence}" for one in sides for ref in one.refs),
    ]
    return f"disagreement:{hashlib.blake2b('|'.join(parts).encode(), digest_size=8).hexdigest()}"
