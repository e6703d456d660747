"""Reports of one meeting in several articles become links, each with a score and its reasons.

Who takes part, when, where and in which form are compared. A date or place that cannot be the same,
other people on the same side, or a call against a meeting in person is a veto, whatever else agrees:
the same ministers meet again and again, so likeness alone would make one meeting of many (on ECB+
matching words over-merges in the same way). Two days' difference is allowed where everything else
agrees and neither article tells a meeting of its own on the other's day: outlets do slip.

A vague report (no date, a wide one, or not two people by name) fits many meetings. It is linked only if
all the meetings that it fits can be one. So the links of a report depend on no order of reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from detente.knowledge.places import same_city
from detente.link.actors import folded_name
from detente.link.scored import scored_link
from detente.records import Link, Meeting, Participant, When, make_id

Fate = Literal["becomes", "cancelled-by"]
THRESHOLD = 0.75
"""Least score of a link."""
SLIP = 2
"""Days by which two reports of one meeting may differ."""
WIDE = 27
"""Days from which a date is vague: a month is."""
NEWS = 21
"""An undated meeting is taken to lie within so many days of its article, when articles are compared."""

_OPPOSED = ({"held", "cancelled"}, {"held", "declined"})
"""What cannot both have come of one meeting; one that was put off may be held later."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A meeting with what is compared, worked out once."""

    row: Meeting
    people: frozenset[str]
    states: frozenset[str]
    parties: frozenset[str]
    start: date
    end: date
    dated: bool
    vague: bool


def is_vague(meeting: Meeting) -> bool:
    """Say whether a report could be of many meetings: no narrow date, or not two people by name."""
    return not _narrow(meeting.date) or len(_people(meeting)) < 2


def link_meetings(
    meetings: Iterable[Meeting], published: Mapping[str, When] | None = None
) -> list[Link]:
    """Return a `same-meeting` link for each two reports, of different articles, of one meeting.

    `published` is the day of each article by its id, for reports without a date; one whose article
    has none either is compared with everything. Links come in order of their ids.
    """
    reports = [_report(row, published or {}) for row in meetings]
    pairs = _matches(reports)
    neighbours: dict[str, list[_Report]] = defaultdict(list)
    for one, other, _, _ in pairs:
        neighbours[one.row.id].append(other)
        neighbours[other.row.id].append(one)
    on_the_day = {
        (this.row.id, that.row.article)
        for one, other, _, apart in pairs
        if not apart
        for this, that in ((one, other), (other, one))
    }
    links: list[Link] = []
    for one, other, (score, reason), apart in pairs:
        if apart and (
            (one.row.id, other.row.article) in on_the_day
            or (other.row.id, one.row.article) in on_the_day
        ):
            continue
        if all(not report.vague or _agree(neighbours[report.row.id]) for report in (one, other)):
            links.append(scored_link(one.row.id, other.row.id, "same-meeting", score, reason))
    return sorted(links, key=lambda link: link.id)


def fate_of(plan: Meeting, later: Meeting) -> Fate | None:
    """Return what a later report says became of a meeting that the other plans; None if neither.

    >>> from types import SimpleNamespace as Row
    >>> fate_of(Row(status="planned"), Row(status="cancelled"))
    'cancelled-by'
    """
    if plan.status not in ("planned", "sought"):
        return None
    if later.status == "held":
        return "becomes"
    return "cancelled-by" if later.status in ("cancelled", "postponed", "declined") else None


def link_fates(
    meetings: Iterable[Meeting], links: Iterable[Link], published: Mapping[str, When]
) -> list[Link]:
    """Return, for reports linked as one meeting, which plan `becomes` which or is `cancelled-by` which.

    The plan is on the left. A report printed before the plan says nothing of what became of it.
    """
    rows = {row.id: row for row in meetings}
    found = []
    for link in links:
        left, right = rows.get(link.left), rows.get(link.right)
        if left is None or right is None:
            continue
        for plan, later in ((left, right), (right, left)):
            relation = fate_of(plan, later)
            if relation is None or not _in_order(published, plan, later):
                continue
            key = make_id("link", plan.id, later.id, relation)
            found.append(Link(key, plan.id, later.id, relation, link.score, link.reason, "machine"))
    return sorted(found, key=lambda link: link.id)


def _in_order(published: Mapping[str, When], plan: Meeting, later: Meeting) -> bool:
    """Say whether the plan was not printed after what became of it."""
    first, second = published.get(plan.article, When()), published.get(later.article, When())
    return first.start is None or second.end is None or first.start <= second.end


def _matches(
    reports: Sequence[_Report],
) -> list[tuple[_Report, _Report, tuple[float, str], bool]]:
    """Return the pairs that score enough, and whether their days are apart.

    Reports are swept in order of their first day; only those whose days can meet are compared.
    """
    ordered = sorted(reports, key=lambda report: (report.start, report.row.id))
    open_by: dict[str, list[_Report]] = defaultdict(list)
    found = []
    slack = timedelta(days=SLIP)
    for report in ordered:
        seen: set[str] = set()
        for key in sorted(report.people | report.states):
            still = [other for other in open_by[key] if other.end + slack >= report.start]
            for other in still:
                if other.row.id not in seen and other.row.article != report.row.article:
                    seen.add(other.row.id)
                    if score := _score(other, report):
                        found.append((other, report, score, _apart(other, report)))
            open_by[key] = [*still, report]
    return found


def _report(row: Meeting, published: Mapping[str, When]) -> _Report:
    start, end = row.date.start, row.date.end
    if not row.date.known:
        when = published.get(row.article, When())
        around = timedelta(days=NEWS)
        start = when.start - around if when.start else None
        end = when.end + around if when.end else None
    return _Report(
        row=row,
        people=_people(row),
        states=frozenset(one.state for one in row.participants if one.state),
        parties=frozenset(
            _key(one) for one in row.participants if one.kind in ("state", "body", "organisation")
        ),
        start=start or date.min,
        end=end or date.max - timedelta(days=SLIP),
        dated=row.date.known,
        vague=is_vague(row),
    )


def _people(row: Meeting) -> frozenset[str]:
    return frozenset(_key(one) for one in row.participants if one.kind == "person")


def _key(one: Participant) -> str:
    """Registry ids hold everywhere; a local id holds in its article only, so the name stands for it."""
    if one.actor_id and not one.actor_id.startswith("local:"):
        return one.actor_id
    return " ".join(folded_name(one.name))


def _narrow(when: When) -> bool:
    return when.start is not None and when.end is not None and (when.end - when.start).days < WIDE


def _apart(one: _Report, other: _Report) -> bool:
    return one.dated and other.dated and not one.row.date.overlaps(other.row.date)


def _agree(rows: Sequence[_Report]) -> bool:
    """Say whether what a vague report fits can all be one meeting."""
    return all(_compatible(rows[i], rows[j]) for i in range(len(rows)) for j in range(i))


def _compatible(one: _Report, other: _Report) -> bool:
    a, b = one.row, other.row
    if {a.status, b.status} in _OPPOSED:
        return False  # the plan that fits both is of one of them, and it does not say of which
    slip = 0 if a.article == b.article else SLIP
    return (
        _people_points(one, other) is not None
        and a.date.overlaps(b.date, slip)
        and _place_points(a, b, exact_day=True) is not None
    )


def _score(one: _Report, other: _Report) -> tuple[float, str] | None:
    """Return how sure it is that two reports are of one meeting, and why; None below the threshold."""
    a, b = one.row, other.row
    who = _people_points(one, other)
    when = _date_points(one, other)
    if who is None or when is None:
        return None
    where = _place_points(a, b, exact_day=when[0] >= 0.2)
    how = _form_points(one, other)
    if where is None or how is None:
        return None
    if _apart(one, other) and not (where[0] >= 0.1 and who[0] >= 0.6):
        return None
    occasion = bool(a.occasion and b.occasion and a.occasion.casefold() == b.occasion.casefold())
    fate = next((later.status for plan, later in ((a, b), (b, a)) if fate_of(plan, later)), None)
    parts = [
        who, when, where, how, (0.05 * occasion, "the same occasion" if occasion else ""),
        (0.1 * (fate is not None), f"planned, then {fate}" if fate else ""),
    ]  # fmt: skip
    score = sum(points for points, _ in parts)
    if score < THRESHOLD - 1e-9:
        return None
    return score, "; ".join(reason for _, reason in parts if reason)


def _people_points(one: _Report, other: _Report) -> tuple[float, str] | None:
    """Compare who takes part. People beyond those of the other report are a veto on both sides."""
    common = one.people & other.people
    names = _names(one, common)
    if one.people - other.people and other.people - one.people:
        both = len(common) / len(one.people | other.people)
        return (0.6, f"{names} in both") if len(common) > 1 and both >= 0.5 else None
    if len(common) > 1:
        return 0.6, f"{names} in both"
    if common and one.people == other.people and one.parties and one.parties == other.parties:
        return 0.6, f"{names} and the same other side in both"
    shared = one.states & other.states
    if len(shared) < 2 and not (shared == one.states == other.states and common):
        return None
    if common:
        return 0.45, f"{names} in both, for the same states"
    return 0.3, f"{' and '.join(sorted(shared))} in both"


def _names(report: _Report, keys: frozenset[str]) -> str:
    names = {one.name for one in report.row.participants if _key(one) in keys}
    return ", ".join(sorted(names))


def _date_points(one: _Report, other: _Report) -> tuple[float, str] | None:
    a, b = one.row.date, other.row.date
    if not one.dated or not other.dated:
        near = one.start <= other.end and other.start <= one.end
        return (0.05, "one without a date, printed at the time") if near else None
    if not a.overlaps(b, SLIP):
        return None
    if not a.overlaps(b):
        return 0.0, f"{a.label()} against {b.label()}"
    if a.precision == b.precision == "day" and a.start == b.start:
        return 0.3, f"both on {a.label()}"
    widths = [(w.end - w.start).days if w.start and w.end else 1 << 20 for w in (a, b)]
    if max(widths) <= 7:
        return 0.2, f"{a.label()} and {b.label()}"
    return (0.1 if max(widths) < WIDE else 0.05), f"{a.label()} and {b.label()}"


def _place_points(a: Meeting, b: Meeting, *, exact_day: bool) -> tuple[float, str] | None:
    """Compare where. Another state is a veto; another town of one state is, but on the very day (a
    suburb). A hall agrees with its town."""
    if a.place is None or b.place is None:
        return 0.0, ""
    if a.place.name.casefold() == b.place.name.casefold():
        return 0.15, f"both in {a.place.name}"
    if same_city(a.place, b.place):
        return 0.1, f"{a.place.name} and {b.place.name}"
    if a.place.state is None or a.place.state != b.place.state:
        return None
    return (0.0, f"{a.place.name} and {b.place.name}") if exact_day else None


def _form_points(one: _Report, other: _Report) -> tuple[float, str] | None:
    a, b = one.row.form, other.row.form
    if a == b:
        return 0.05, ""
    if "call" in (a, b):
        return None
    # A visit or a summit holds several meetings: it is one with a meeting of the very same people.
    if len(one.people) > 1 and one.people == other.people:
        return 0.0, f"{a} and {b}"
    # The visit that was planned is the summit that was called off.
    plan = fate_of(one.row, other.row) or fate_of(other.row, one.row)
    if plan == "cancelled-by" and one.people & other.people and one.states == other.states:
        return 0.0, f"{a} and {b}"
    return None
