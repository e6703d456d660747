"""What folding a pair's rows into deeds works with: sides, days, copies, who acts for a state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal, TypeVar

from detente.query.concern import Pair
from detente.query.course_rows import CourseRows
from detente.query.folding import who
from detente.query.groups import grouped
from detente.query.views import Side
from detente.records import Attitude, Event, Meeting, Participant, Tenure, When

Told = Event | Attitude
"""A row that tells an act or words."""
Dated = Literal["own", "report"]
"""Whether a text says the day of a deed, or it is that of its report."""
R = TypeVar("R", Event, Meeting, Attitude)
_LONGEST = 6
"""Days; a range longer than this is in no week."""
_OFFICIAL = re.compile(
    r"\b(?:officials?|diplomats?|ministers?|ministry|ministries|presidents?|governments?|authorities|"
    r"lawmakers?|senators?|congress|parliament|duma|spokes(?:man|woman|person)|advis[eo]rs?|aides?|"
    r"secretar(?:y|ies)|ambassadors?|envoys?|troops|forces|military|army|navy|police|agents?|services?|"
    r"delegations?|leaders?|negotiators?|administration|counterparts?|prosecutors?|courts?|agency)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:civil society|opposition|rights groups?|activists?|business|former)\b", re.I
)


class Bench:
    """The rows of a pair while they are folded; `unplaced` counts what has no week."""

    def __init__(self, rows: CourseRows, pair: Pair) -> None:
        self.pair, self.desk, self.links = pair, rows.desk, rows.links
        pairs = [(link.left, link.right) for link in rows.links if link.relation == "same-text"]
        groups = grouped(sorted(rows.desk.articles), pairs)
        self._copies = {one: group[0] for group in groups for one in group}
        self._twins: dict[str, list[Event | Meeting | Attitude]] = defaultdict(list)
        self._tenures: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in rows.desk.reference.tenures:
            self._tenures[tenure.person].append(tenure)
        self.unplaced = 0

    def first(self, rows: Sequence[R], key: Callable[[R], object]) -> list[R]:
        """Return rows without those that an earlier printed copy of their text has too."""
        kept: dict[object, R] = {}
        found = []
        for row in sorted(rows, key=lambda row: (*self.desk.order(row.article), row.id)):
            first = kept.setdefault((self._copies[row.article], key(row)), row)
            if first.article == row.article:
                found.append(row)
            else:
                self._twins[first.id].append(row)
        return found

    def with_copies(
        self, rows: Iterable[Event | Meeting | Attitude]
    ) -> list[Event | Meeting | Attitude]:
        """Return rows, each once, with what copies of their texts say in the same words."""
        found = {one.id: one for row in rows for one in (row, *self._twins[row.id])}
        return list(found.values())

    def placed(self, row: Told) -> tuple[date, Dated] | None:
        """Return the day a row counts on, and whose it is; None when it is in no week.

        What is agreed for a day to come was agreed by the day on which it was printed.
        """
        published = self.printed(row.article)
        own = day_of(row.date) if row.date.basis != "published" else None
        if own is not None:
            return (min(own, published) if published else own), "own"
        if published is None or (row.date.known and row.date.basis != "published"):
            return None
        return published, "report"

    def when(self, row: Told | Meeting) -> When:
        """Return when a row lies in time; of one that does not say so, when it was printed."""
        if row.date.known and row.date.basis != "published":
            return row.date
        return self.desk.articles[row.article].published

    def printed(self, article: str) -> date | None:
        """Return the day an article was printed on; None where it is not known to a week."""
        return day_of(self.desk.articles[article].published)

    def sides(self, participants: Iterable[Participant], when: When) -> set[Side]:
        """Return the sides that somebody among participants acts for."""
        return {
            side
            for one in participants
            if (side := self.pair.side(one)) and self.acts_for_state(one, when)
        }

    def acts_for_state(self, one: Participant, when: When) -> bool:
        """Say whether somebody acts for their state: it, its bodies, who is in office, its officials.

        An expert, a former minister, the people of a country and its civil society do not.
        """
        if one.kind in ("state", "body"):
            return True
        if one.office or self.offices(one, when):
            return True
        if one.kind == "person" and one.actor_id and not one.actor_id.startswith("local:"):
            # Whom the registry knows without a term on that day: out of office, if terms are known.
            return one.actor_id not in self._tenures
        name = f"{one.name} {one.text}"
        return bool(_OFFICIAL.search(name)) and not _PRIVATE.search(name)

    def offices(self, one: Participant, when: When) -> list[str]:
        """Return the keys of the offices that somebody holds at a time."""
        return [
            tenure.office
            for tenure in self._tenures.get(one.actor_id or "", ())
            if When(tenure.start.start, tenure.end.end).overlaps(when)
        ]


def day_of(when: When) -> date | None:
    """Return the last day of a date that is exact to a week; None of any other."""
    if when.start is None or when.end is None or (when.end - when.start).days > _LONGEST:
        return None
    return when.end


def named(participants: Iterable[Participant]) -> frozenset[str]:
    """Return what tells participants from others."""
    return frozenset(who(one) for one in participants)


def people(participants: Iterable[Participant]) -> frozenset[str]:
    """Return the persons known among participants; two acts of different persons are two."""
    return frozenset(who(one) for one in participants if one.kind == "person" and one.actor_id)
