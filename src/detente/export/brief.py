"""Material becomes a briefing: lines in a language, each with the sentences that it rests on.

It reads like the note of a desk: what matters first, then what changed, who met, where each side
stands, what shifted, what had been foretold, where reports differ, and what lies ahead. Nothing is said
that no sentence says; how the sentences are chosen is said at each section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from detente.export.brief_words import Words, words
from detente.knowledge.state_names import in_a_sentence, state_name
from detente.query.brief import Material
from detente.query.brief_lines import Block, BlockKind, Brief, Footing, Line, Part
from detente.query.course_deeds import Deed
from detente.query.disagreements import RELATIONS, Disagreement
from detente.query.ledger import Pair, held_on
from detente.query.refs import Ref
from detente.query.series import Course
from detente.query.telling import (
    best,
    named,
    rank_issue,
    told_meetings,
    told_outlooks,
    told_stands,
    unresolved,
)
from detente.query.times import anchor, told_on
from detente.query.views import Encounter, Outlook, Stand
from detente.records import When

_FOOTINGS = 3
"""Sentences a line rests on at most: of independent origins, as far as there are."""
_LONGEST = 190
_SHORT = 40
"""A value that is longer is a sentence."""
_HEADLINES, _CHANGES, _MEETINGS, _ISSUES, _SHIFTS, _FORECASTS, _DIFFER, _CALLED, _AHEAD = (
    4, 10, 10, 6, 5, 6, 6, 5, 8,
)  # fmt: skip
"""Most lines of a section; of issues most issues."""
_PRONOUN = re.compile(r"[\"“„‘']?(?:it|they|he|she|this|that|we|you|i)\b", re.IGNORECASE)
"""How a claim begins that means little away from its place."""
_MET = re.compile(r"(meeting|call|visit|summit) of (.+?)(?: in ([^,]+))?")
"""How a disagreement calls a meeting."""
_WAITING = ("planned", "sought")
_HORIZON = timedelta(days=60)


def brief_of(found: Material, language: str = "en") -> Brief:
    """Return the briefing in a language (`en`, `de`). Sections with nothing in them are left out."""
    return _Writer(found, words(language)).brief()


class _Writer:
    """Puts material into words."""

    def __init__(self, found: Material, w: Words) -> None:
        self.found, self.w, self.record = found, w, found.record
        self.names = {
            one.iso: state_name(one.iso, w.language) for one in (found.record.left, found.record.right)
        }
        self.states = (found.record.left.iso, found.record.right.iso)
        self.first = found.record.since or found.record.period.start
        self.last = found.record.until or found.record.period.end

    def brief(self) -> Brief:
        """Return the whole of it."""
        record, w = self.record, self.w
        period = When(self.first, self.last, "range", "stated") if self.first and self.last else When()
        by = record.as_of or self.last
        counted = [
            w.count(record.reports.articles, "article"),
            w.count(record.reports.outlet_count, "outlet"),
            w.count(record.reports.origins, "origin"),
        ]
        if record.cut_off:
            counted.append(w("cut", n=record.cut_off))
        days = w.when(period) if self.first and self.last else ""
        if not days and self.first and self.last:
            days = w("to", start=w.day(self.first), end=w.day(self.last))
        parts = [days, w("asof", day=w.day(by)) if by else "", ", ".join(counted)]
        sections: list[tuple[BlockKind, list[Part], str]] = [
            ("brief", [Part("", tuple(self._headlines()))], ""),
            ("changed", [Part("", tuple(self._changes()))], ""),
            ("meetings", [Part("", tuple(self._meetings()))], ""),
            ("positions", self._positions(), w("positions_note")),
            ("shifts", self._shifts(), ""),
            ("forecasts", [Part("", tuple(self._forecasts()))], ""),
            ("disagreements", [Part("", tuple(self._differences()))], ""),
            ("called", [Part("", tuple(self._called()))], w("called_note")),
            ("ahead", [Part("", tuple(self._ahead()))], ""),
        ]
        blocks = []
        for kind, all_parts, note in sections:
            kept = tuple(part for part in all_parts if part.lines)
            if kept:
                blocks.append(Block(kind, w(kind), kept, note))
        return Brief(
            language=w.language,
            left=record.left,
            right=record.right,
            period=period,
            as_of=When.day(by) if by else When(),
            reports=record.reports,
            cut_off=record.cut_off,
            title=w("title", left=self.names[self.states[0]], right=self.names[self.states[1]]),
            subtitle=" · ".join(part for part in parts if part),
            blocks=tuple(blocks),
        )

    # Lines

    def line(self, text: str, refs: Iterable[Ref], *, lead: str = "", told: str = "") -> Line | None:
        """Return a line; None where none of its references has words (a picture's caption)."""
        footings = self._footings(refs)
        if not footings:
            return None
        return Line(text, (footings[0], *footings[1:]), lead, told)

    def _footings(self, refs: Iterable[Ref]) -> list[Footing]:
        """Return up to three sentences, each of another origin as long as there is one."""
        found = [one for ref in dict.fromkeys(refs) if (one := self._footing(ref))]
        seen: dict[str, int] = {}
        turns = []
        for at, one in enumerate(found):
            seen[one.origin] = seen.get(one.origin, 0) + 1
            turns.append((seen[one.origin], at))
        return [found[at] for _, at in sorted(sorted(turns)[:_FOOTINGS], key=lambda turn: turn[1])]

    def _footing(self, ref: Ref) -> Footing | None:
        article = self.found.desk.articles.get(ref.article)
        sentence = self.found.sentences.get((ref.article, ref.sentence))
        if article is None or not sentence:
            return None
        origin = self.found.desk.origins[ref.article]
        return Footing(
            ref, sentence, article.outlet, article.published, article.title, origin, article.url
        )

    def _quote(self, text: str) -> str:
        return self.w.quoted(shortened(text, _LONGEST))

    def _lead(self, day: date | None) -> str:
        return self.w.day(day, year=self._years) if day else ""

    @property
    def _years(self) -> bool:
        """Whether days need their year: the period reaches over several."""
        return not (self.first and self.last and self.first.year == self.last.year)

    # Sections

    def _headlines(self) -> list[Line]:
        """What most independent origins tell and scores furthest from nothing, and the two courses."""
        chosen = best(
            self.found.deeds,
            _HEADLINES,
            lambda deed: (-deed.reports.origins * abs(deed.value), deed.day, deed.id),
        )
        lines = [self._deed(deed) for deed in chosen]
        lines += [self._course(way) for way in self.found.series.courses]
        return [line for line in lines if line]

    def _course(self, way: Course) -> Line | None:
        mean = _mean(way)
        if mean is None:
            return None
        w = self.w
        text = w("course", by=self.names[way.by], to=self.names[way.to], score=w.score(mean))
        for other in self.found.earlier.courses if self.found.earlier else ():
            if other.by == way.by and (before := _mean(other)) is not None:
                text += w("course_before", score=w.score(before))
        deeds = [deed for point in way.points for deed in point.deeds]
        ranked = sorted(deeds, key=lambda deed: (-abs(deed.value), deed.day, deed.id))
        return self.line(f"{text}.", [deed.refs[0] for deed in ranked], lead=w("course_lead"))

    def _changes(self) -> list[Line]:
        """Acts, words and contacts called off: those of most weight, in order of days."""
        found = [deed for deed in self.found.deeds if deed.type != "CONSULT"]
        chosen = best(found, _CHANGES, lambda deed: (-deed.reports.origins, -abs(deed.value), deed.id))
        return [line for deed in chosen if (line := self._deed(deed))]

    def _deed(self, deed: Deed) -> Line | None:
        w = self.w
        who = [self.names[self.states[0 if side == "left" else 1]] for side in sorted(deed.sides)]
        told = w.told_by(deed.reports)
        if deed.kind == "contact":
            return self.line(
                f"{self._contact_words(deed)}.", self._surest(deed), lead=self._when(deed), told=told
            )
        sentence = self._first_sentence(deed.refs)
        if sentence is None:
            return None
        quote = self._quote(sentence)
        if deed.kind == "words":
            text = w(
                f"words_{deed.trigger}",
                who=w.series(deed.actors),
                whom=w.series(deed.toward),
                words=quote,
            )
        else:
            if len(who) > 1:
                what = w("joint", left=who[0], right=who[1])
            else:
                other = next(name for name in self.names.values() if name != who[0])
                what = w("toward", by=who[0], to=other)
            text = w("act", what=f"{what}, {w.type(deed.type)}", words=quote)
        return self.line(text, deed.refs, lead=self._when(deed), told=told)

    def _when(self, deed: Deed) -> str:
        """Return the day of a deed as the texts give it, else that of its first report."""
        return self.w.when(deed.when, year=self._years) or self._lead(deed.day)

    def _contact_words(self, deed: Deed) -> str:
        w = self.w
        form = deed.mode or "meeting"
        where = ""
        if deed.place:
            where = w.where(deed.place, to=form == "visit")
        what = f"{w(form)}{where}: {w.names(deed.actors)}"
        if deed.type == "CONSULT":
            return what
        what = f"{w(form)}{where} ({w.names(deed.actors)})"
        if len(deed.sides) == 1:
            by = self.states[0 if deed.sides[0] == "left" else 1]
            who = in_a_sentence(by) if w.language == "en" else self.names[by]
            return w("off_by", what=what, status=w(deed.trigger), who=who)
        return w("off", what=what, status=w(deed.trigger))

    def _surest(self, deed: Deed) -> list[Ref]:
        """Put what was printed on the day or after before what was printed ahead of it."""

        def late(ref: Ref) -> bool:
            published = self.found.desk.articles[ref.article].published
            return anchor(published) >= deed.day

        return sorted(deed.refs, key=lambda ref: not late(ref))

    def _first_sentence(self, refs: Sequence[Ref]) -> str | None:
        texts = (self.found.sentences.get((ref.article, ref.sentence)) for ref in refs)
        return next((text for text in texts if text), None)

    def _meetings(self) -> list[Line]:
        held = [
            one
            for one in (*self.record.meetings, *self.record.contacts)
            if one.status == "held" and one.date.start and one.date.end
        ]
        chosen = told_meetings(sorted(held, key=lambda one: anchor(one.date)), _MEETINGS)
        lines = []
        for one in chosen:
            text = f"{self._encounter(one)}."
            if one.agenda:
                text += f" {self.w('on', what=self.w.names(one.agenda[:4]))}"
            if outcome := next((words for words in one.outcome if len(words) <= 2 * _LONGEST), None):
                text += f" {self.w('outcome', words=self._quote(outcome))}"
            lead = self.w.when(one.date, year=self._years)
            lines.append(self.line(text, one.refs, lead=lead, told=self.w.told_by(one.reports)))
        return [line for line in lines if line]

    def _encounter(self, one: Encounter) -> str:
        w = self.w
        where = ""
        if one.place:
            where = w.where(one.place.name, to=one.form == "visit")
        people = [who.name for who in one.participants if named(who)]
        return f"{w(one.form)}{where}: {w.names(people)}"

    def _positions(self) -> list[Part]:
        """The newest stand of each side on the issues on which both stand, then on others."""
        parts = []
        for issue in sorted(self.record.positions, key=rank_issue)[:_ISSUES]:
            lines = []
            for state, stands in zip(self.states, (issue.left, issue.right), strict=True):
                # What was done is told above; here stands what is wanted or refused.
                newest = sorted(told_stands(stands), key=lambda one: one.row.basis == "did")
                lines += [self._stand(stand, self.names[state]) for stand in newest[:1]]
            parts.append(Part(self.w.name(issue.name), tuple(line for line in lines if line)))
        return parts

    def _stand(self, stand: Stand, state: str) -> Line | None:
        row = stand.row
        who = "" if row.actor.kind == "state" else f"{self.w.name(row.actor.name)}, "
        day = told_on(row.date, stand.reported)
        shown = f" ({self._lead(day)})" if day != date.max else ""
        text = f"{who}{self._quote(row.claim)}{shown}."
        return self.line(text, stand.refs, lead=state, told=self.w.told_by(stand.reports))

    def _shifts(self) -> list[Part]:
        changed: list[Line] = []
        both: list[Line] = []
        for book in self.found.books:
            name = self.w.name(self.found.desk.reference.issue_name(book.issue))
            for pairs, into in ((book.shifts, changed), (book.contradictions, both)):
                into += [
                    line
                    for pair in pairs
                    if self._within(held_on(pair.after)) and (line := self._shift(pair, name))
                ]
        return [Part("", tuple(changed[:_SHIFTS])), Part(self.w("both"), tuple(both[:_SHIFTS]))]

    def _shift(self, pair: Pair, issue: str) -> Line | None:
        before, after = pair.before, pair.after
        text = self.w(
            "shift",
            who=self.w.name(pair.actor),
            before=self.w.day(held_on(before)),
            words=self._quote(before.row.claim),
            after=self.w.day(held_on(after)),
            then=self._quote(after.row.claim),
        )
        return self.line(f"{text}.", [before.refs[0], after.refs[0]], lead=issue)

    def _within(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    def _forecasts(self) -> list[Line]:
        """Forecasts whose horizon ends in the period, and those that a report of it settles."""
        due = [
            one
            for one in self.found.forecasts
            if one.row.horizon.end
            and self._within(one.row.horizon.end)
            and not unresolved(one.row.forecaster)
        ]
        lines = []
        for one in told_outlooks(due, _FORECASTS):
            text = f"{self._outlook(one)}. {self._outcome(one)}"
            refs = [*one.refs[:2], *(one.outcome.refs[:1] if one.outcome else ())]
            lead = self.w.when(one.row.horizon, year=self._years)
            lines.append(self.line(text, refs, lead=lead, told=self.w.told_by(one.reports)))
        return [line for line in lines if line]

    def _outlook(self, one: Outlook) -> str:
        who = self.w.name(one.row.forecaster.name)
        if one.row.affiliation:
            who += f" ({shortened(one.row.affiliation, 60)})"
        return self.w("forecast", who=who, words=self._quote(one.row.claim))

    def _outcome(self, one: Outlook) -> str:
        if one.outcome is None:
            return self.w("open")
        return self.w(one.outcome.verdict, words=self._quote(one.outcome.words))

    def _differences(self) -> list[Line]:
        ranked = sorted(
            self.found.disagreements, key=lambda one: -sum(view.origins for view in one.views)
        )
        return [line for one in ranked[:_DIFFER] if (line := self._difference(one))]

    def _difference(self, one: Disagreement) -> Line | None:
        w = self.w
        sides = []
        for view in one.views[:_FOOTINGS]:
            who = view.said_by or w.series(view.outlets[:3]) or w("unnamed")
            value = self._value(view.value)
            sides.append(w("side", value=value, outlets=who))
        about = self._about(shortened(one.about, 90))
        if one.slot == RELATIONS:
            about = w("joint", left=self.names[self.states[0]], right=self.names[self.states[1]])
        text = w("differ", about=about, slot=w.slot(one.slot), sides=w("against").join(sides))
        refs = [view.refs[0] for view in one.views[:_FOOTINGS] if view.refs]
        return self.line(f"{text}.", refs) if len(refs) > 1 else None

    def _about(self, text: str) -> str:
        """Return what reports differ on; in another language than English its words stand in marks."""
        if self.w.language == "en":
            return text
        if found := _MET.fullmatch(text):
            form, people, place = found.groups()
            where = self.w.where(place) if place else ""
            return f"{self.w(form)}{where} ({self.w.names(people.split(', '))})"
        who, said, words = text.partition(": ")
        return f"{self.w.name(who)}: {self._quote(words)}" if said else self._quote(text)

    def _value(self, value: str) -> str:
        """Return a value as it is written: a day as a day, words in marks."""
        try:
            return self.w.day(date.fromisoformat(value))
        except ValueError:
            return self.w.name(value) if len(value) < _SHORT else self._quote(value)

    def _called(self) -> list[Line]:
        chosen = best(
            list(self.found.assessments), _CALLED, lambda one: (-one.reports.origins, not one.speaker)
        )
        lines = []
        for one in chosen:
            who = self.w.name(one.speaker or "") or one.article.outlet or self.w("unnamed")
            text = self.w(
                "verdict", direction=self.w(one.direction), who=who, words=self._quote(one.sentence)
            )
            lead = self.w.when(one.reported, year=self._years)
            lines.append(self.line(text, one.refs, lead=lead, told=self.w.told_by(one.reports)))
        return [line for line in lines if line]

    def _ahead(self) -> list[Line]:
        """Contacts that were planned for days after the period, and forecasts due within 60 days."""
        if self.last is None:
            return []
        dated: list[tuple[date, str, Line | None]] = []
        for one in (*self.found.before.meetings, *self.found.before.contacts):
            start = one.date.start
            if (
                one.status in _WAITING
                and start
                and start > self.last
                and any(map(named, one.participants))
            ):
                text = f"{self._encounter(one)}, {self.w(one.status)}."
                lead = self.w.when(one.date, year=start.year != self.last.year)
                told = self.w.told_by(one.reports)
                dated.append((start, one.id, self.line(text, one.refs, lead=lead, told=told)))
        waiting = [
            one
            for one in self.found.forecasts
            if (end := one.row.horizon.end)
            and not one.outcome
            and self.last < end <= self.last + _HORIZON
            and not _PRONOUN.match(one.row.claim)
        ]
        for due in told_outlooks(waiting, _AHEAD // 2):
            end = due.row.horizon.end or self.last
            words = self._quote(due.row.claim)
            text = self.w("forecast_ahead", who=self.w.name(due.row.forecaster.name), words=words)
            lead = self.w("by", day=self.w.day(end, year=end.year != self.last.year))
            dated.append((end, due.row.id, self.line(f"{text}.", due.refs, lead=lead)))
        return [line for _, _, line in sorted(dated, key=lambda one: one[:2])[:_AHEAD] if line]


def _mean(way: Course) -> float | None:
    scores = [point.score for point in way.points if point.score is not None]
    return sum(scores) / len(scores) if scores else None


def shortened(text: str, most: int) -> str:
    """Return words on one line, cut at a word with an ellipsis when there are too many.

    >>> shortened("one two three four", 10)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line.rfind(" ", 0, most - 1)
    return line[: cut if cut > 0 else most - 2].rstrip(" ,;:") + " …"
