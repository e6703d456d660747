"""The course of a relationship and its lanes as geometry: places on one time axis.

Pure: the template draws what is here and decides nothing. Uncertainty keeps its shape: what is planned
is open, a range of days is a line, weeks without a deed are a gap, what lies outside is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from detente.query.series import Course, Series
from detente.query.telling import named, told_outlooks
from detente.query.times import anchor, told_on, vague
from detente.query.views import Act, Encounter, Outlook, Relationship, Saying, Side
from detente.records import When

LEFT, RIGHT, WIDTH = 74.0, 18.0, 900.0
"""Where the axis begins, what is free at its end, and the whole width."""
COURSE_TOP, COURSE_HEIGHT = 14.0, 150.0
LANE = 30.0
_SCALE = 10.0
_AHEAD, _LEAST_AHEAD = 4, timedelta(days=45)
"""Planned meetings and horizons lengthen the axis by a fourth of the period, or so many days."""
_TOUCH = 10.0
"""Marks that are nearer than this lie on each other."""
_LETTER = 5.9
"""Width of a letter of a label."""
_MOST_OUTLOOKS, _OUTLOOK_ROWS = 9, 3
_PLANNED = ("planned", "sought")
_OFF = ("cancelled", "declined", "postponed")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a place of the axis."""

    id: str
    """Id of the row that it opens; of a week of statements the ISO text of its Monday."""
    x: float
    """Where it is; of a range its middle."""
    y: float
    """Where it is."""
    start: float
    """First day of a range; `x` where the day is known."""
    end: float
    """Last day of a range."""
    shape: str
    """held, open, off, measure, said, outlook."""
    side: Side | None
    """Whose it is; None for both or neither."""
    item: Encounter | Act | Outlook | None
    """What it stands for; None for a week of statements."""
    count: int = 1
    """Statements of a week."""
    height: float = 0.0
    """Height of a bar."""
    label: str = ""
    """Words beside it; empty where there is no room for them."""
    goes_on: bool = False
    """Whether it ends after the axis does."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of thing along the axis."""

    kind: str
    """meetings, calls, visits, statements, measures, forecasts."""
    y: float
    """Its line."""
    marks: tuple[Mark, ...]
    """In order of time."""
    outside: int
    """How many have no day on this axis."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A week of one state toward the other."""

    x: float
    """Its Thursday."""
    y: float
    """Its score."""
    low: float
    """Lower end of the band."""
    high: float
    """Upper end of the band."""
    score: float
    """The score, -10 to 10."""
    week: date
    """Its Monday."""
    deeds: int
    """Of how many deeds."""
    origins: int
    """By how many origins."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One state's course: runs of weeks without a gap."""

    side: Side
    """Whose."""
    runs: tuple[tuple[Dot, ...], ...]
    """In order of time; a run of one week is a lone dot."""

    @property
    def dots(self) -> tuple[Dot, ...]:
        """Return all weeks."""
        return tuple(dot for run in self.runs for dot in run)


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing."""

    first: date
    """First day of the axis."""
    last: date
    """Last day."""
    height: float
    """Height of the whole."""
    ticks: tuple[tuple[float, date], ...]
    """Places and first days of months, or of years where months are too many."""
    courses: tuple[Drawn, ...]
    """Of the first state and of the second; none where nothing is counted."""
    zero: float
    """Where the score is 0."""
    lanes: tuple[Lane, ...]
    """From top to bottom."""
    cursor: float | None
    """Where what is open lies; None where nothing is, or it has no day."""

    def x(self, day: date) -> float:
        """Return where a day lies."""
        return _x(day, self.first, self.last)


def chart_of(record: Relationship, course: Series | None, open_day: date | None = None) -> Chart | None:
    """Return the drawing of a record; None where nothing of it has a day."""
    ends = _axis(record, course)
    if ends is None:
        return None
    first, last = ends

    def x(day: date) -> float:
        return _x(day, first, last)

    top = COURSE_TOP + COURSE_HEIGHT + 34 if course and course.first else 26.0
    contacts = record.contacts
    lanes = [
        _met("meetings", record.meetings, x, ends),
        _met("calls", [one for one in contacts if one.form == "call"], x, ends),
        _met("visits", [one for one in contacts if one.form == "visit"], x, ends),
        _said([one for group in record.statements for one in group.sayings], x, ends),
        _done(record, x, ends),
    ]
    placed: list[Lane] = []
    y = top
    for lane in lanes:
        if lane.marks or lane.outside or lane.kind in ("meetings", "statements"):
            placed.append(_at(lane, y))
            y += LANE
    if outlooks := _outlooks(record.forecasts, x, ends, y):
        placed.append(outlooks)
        y += 16.0 * (1 + max((round((mark.y - y) / 16) for mark in outlooks.marks), default=0)) + 14
    return Chart(
        first=first,
        last=last,
        height=y + 14,
        ticks=_ticks(first, last, x),
        courses=_courses(course, x) if course and course.first else (),
        zero=_score_y(0),
        lanes=tuple(placed),
        cursor=x(open_day) if open_day and first <= open_day <= last else None,
    )


def _x(day: date, first: date, last: date) -> float:
    width = WIDTH - LEFT - RIGHT
    return round(LEFT + width * (day - first).days / max(1, (last - first).days), 1)


def _score_y(score: float) -> float:
    return round(COURSE_TOP + COURSE_HEIGHT * (_SCALE - score) / (2 * _SCALE), 1)


def _axis(record: Relationship, course: Series | None) -> tuple[date, date] | None:
    """Return the days at the ends: those of the period, and what is planned soon after it."""
    days = [day for day in (record.period.start, record.period.end) if day]
    if course and course.first and course.last and not (record.since or record.until):
        days += [course.first, course.last]
    if not days:
        return None
    first, last = min(days), max(days)
    if record.until is None:
        ahead = [
            one.date.end
            for one in (*record.meetings, *record.contacts)
            if one.status in _PLANNED and one.date.start and one.date.end
        ]
        ahead += [one.row.horizon.end for one in record.forecasts if one.row.horizon.end]
        most = last + max((last - first) // _AHEAD, _LEAST_AHEAD)
        last = max([last, *(day for day in ahead if last < day <= most)])
    short = timedelta(days=max(2, (last - first).days // 60))
    return first - short, last + short


def _ticks(first: date, last: date, x: Callable[[date], float]) -> tuple[tuple[float, date], ...]:
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= 14 else 3 if months <= 42 else 12
    found: list[tuple[float, date]] = []
    year, month = first.year, first.month
    while (day := date(year, month, 1)) <= last:
        if day >= first and (month - 1) % step == 0:
            found.append((x(day), day))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(found)


def _met(
    kind: str,
    items: Sequence[Encounter],
    x: Callable[[date], float],
    ends: tuple[date, date],
) -> Lane:
    marks: list[Mark] = []
    outside = 0
    for one in sorted(items, key=lambda item: anchor(item.date)):
        place = _place(one.date, x, ends)
        if place is None or not any(named(who) for who in one.participants):
            outside += 1
            continue
        middle, start, end = place
        shape = "open" if one.status in _PLANNED else "off" if one.status in _OFF else "held"
        label = one.place.name.removeprefix("the ") if one.place else ""
        marks.append(Mark(one.id, middle, 0, start, end, shape, None, one, label=label))
    return Lane(kind, 0, tuple(_labelled(_apart(marks))), outside)


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """Move a mark that would lie on an earlier one down, else up, so that both can be clicked."""
    found: list[Mark] = []
    for mark in marks:
        taken = {one.y for one in found if abs(one.x - mark.x) < _TOUCH}
        y = next((y for y in (0.0, _TOUCH, -_TOUCH) if y not in taken), 0.0)
        found.append(_changed(mark, y=y))
    return found


def _place(
    when: When, x: Callable[[date], float], ends: tuple[date, date]
) -> tuple[float, float, float] | None:
    """Return the middle and both ends of a date on the axis; None for one that is vague or outside."""
    if vague(when):
        return None
    start, end = when.start or when.end, when.end or when.start
    if start is None or end is None or end < ends[0] or start > ends[1]:
        return None
    left, right = x(max(start, ends[0])), x(min(end, ends[1]))
    return round((left + right) / 2, 1), left, right


def _labelled(marks: Sequence[Mark]) -> list[Mark]:
    """Leave out labels that would run into another mark or out of the drawing.

    A label stands beside the upper edge of its mark; what was moved down has none, or it would stand
    on that of the mark above.
    """
    found: list[Mark] = []
    for mark in marks:
        beside = [one.x for one in marks if one.x > mark.x and mark.y - _TOUCH <= one.y <= mark.y]
        room = min(beside, default=WIDTH) - mark.end - 18
        keep = mark.y <= 0 and len(mark.label) * _LETTER <= room
        found.append(mark if keep else _changed(mark, label=""))
    return found


def _changed(mark: Mark, **changes: object) -> Mark:
    values = {name: getattr(mark, name) for name in Mark.__slots__}
    return Mark(**{**values, **changes})


def _said(items: Iterable[Saying], x: Callable[[date], float], ends: tuple[date, date]) -> Lane:
    """Count the statements of each side by weeks."""
    weeks: dict[tuple[date, Side], int] = {}
    outside = 0
    for one in items:
        day = told_on(one.row.date, one.reported)
        if one.side is None:
            continue
        if not ends[0] <= day <= ends[1]:
            outside += 1
            continue
        key = (day - timedelta(days=day.weekday()), one.side)
        weeks[key] = weeks.get(key, 0) + 1
    most = max(weeks.values(), default=1)
    marks = []
    for (monday, side), count in sorted(weeks.items()):
        middle = x(min(max(monday + timedelta(days=3), ends[0]), ends[1]))
        at = middle - 3.4 if side == "left" else middle + 0.4
        tall = round(3 + 17 * count / most, 1)
        marks.append(Mark(monday.isoformat(), at, 0, at, at + 3, "said", side, None, count, tall))
    return Lane("statements", 0, tuple(marks), outside)


def _done(record: Relationship, x: Callable[[date], float], ends: tuple[date, date]) -> Lane:
    marks: list[Mark] = []
    outside = 0
    for one in sorted(record.acts, key=lambda act: told_on(act.row.date, act.reported)):
        when = one.reported if vague(one.row.date) else one.row.date
        place = _place(when, x, ends)
        if place is None:
            outside += 1
            continue
        states = {who.state for who in one.row.actors}
        side: Side | None = (
            "left" if record.left.iso in states else "right" if record.right.iso in states else None
        )
        marks.append(
            Mark(
                one.row.id, place[0], 0, place[0], place[0], "measure", side, one, label=one.row.trigger
            )
        )
    return Lane("measures", 0, tuple(_labelled(_apart(marks))), outside)


def _outlooks(
    items: Sequence[Outlook], x: Callable[[date], float], ends: tuple[date, date], y: float
) -> Lane | None:
    """Lay the forecasts that tell most from the day they were made to their horizon, in a few rows."""
    with_end = [one for one in items if one.row.horizon.end and one.made.start]
    chosen = told_outlooks(with_end, _MOST_OUTLOOKS)
    marks: list[Mark] = []
    free = [0.0] * _OUTLOOK_ROWS
    for one in sorted(chosen, key=lambda item: (anchor(item.made), item.row.id)):
        made, due = one.made.start, one.row.horizon.end
        if made is None or due is None or not (ends[0] <= made <= ends[1]) or due < made:
            continue
        start, end = x(made), x(min(due, ends[1]))
        row = next((at for at in range(_OUTLOOK_ROWS) if free[at] + 8 <= start), None)
        if row is None:
            continue
        name = one.row.forecaster.name if named(one.row.forecaster) else ""
        room = WIDTH - end - 10
        label = name if len(name) * _LETTER <= room else ""
        free[row] = end + 8 + len(label) * _LETTER
        marks.append(Mark(one.row.id, end, y + row * 16, start, end, "outlook", None, one, label=label))
    return Lane("forecasts", y, tuple(marks), len(items) - len(marks)) if marks else None


def _at(lane: Lane, y: float) -> Lane:
    return Lane(lane.kind, y, tuple(_changed(mark, y=y + mark.y) for mark in lane.marks), lane.outside)


def _courses(course: Series, x: Callable[[date], float]) -> tuple[Drawn, ...]:
    first, second = course.courses
    return Drawn("left", _runs(first, x)), Drawn("right", _runs(second, x))


def _runs(course: Course, x: Callable[[date], float]) -> tuple[tuple[Dot, ...], ...]:
    runs = []
    for there, points in groupby(course.points, key=lambda point: point.score is not None):
        if there:
            runs.append(
                tuple(
                    Dot(
                        x(point.start + timedelta(days=3)),
                        _score_y(point.score or 0),
                        _score_y(point.low or 0),
                        _score_y(point.high or 0),
                        point.score or 0,
                        point.start,
                        len(point.deeds),
                        point.origins,
                    )
                    for point in points
                )
            )
    return tuple(runs)
