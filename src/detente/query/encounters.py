"""Reports of one meeting in several articles become one line, and where they differ is kept.

What belongs together is decided by the `same-meeting` links; here the reports are only laid side by
side. A slot takes the value that most independent origins give; what contradicts it is a difference,
never a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date

from detente.query.desk import Desk
from detente.query.folding import in_order, who
from detente.query.groups import grouped
from detente.query.occasions import akin
from detente.query.times import anchor
from detente.query.views import Difference, Encounter, Form, Reading, Status
from detente.records import Link, Meeting, Participant, Place, When

_SPENT = ("postponed", "cancelled", "declined")
_LONGEST = 3
"""Days from the first to the last of one round of talks."""
_GO_ON = ("visit", "summit")
"""Forms of what as a rule lasts longer than a day."""


def encounters(rows: Iterable[Meeting], links: Iterable[Link], desk: Desk) -> list[Encounter]:
    """Return one encounter for each group of linked rows, in order of time; undated ones last."""
    found = [encounter_of(group, desk) for group in together(rows, links, desk)]
    return sorted(found, key=lambda item: (anchor(item.date), item.refs[0].article, item.id))


def together(rows: Iterable[Meeting], links: Iterable[Link], desk: Desk) -> list[list[Meeting]]:
    """Return the groups of rows that links make one meeting, each in order of publication.

    The surest links come first; one that would join two meetings of one article on two days does not.
    """
    ordered = in_order(rows, desk)
    by_id = {row.id: row for row in ordered}
    surest = sorted(links, key=lambda link: (-link.score, link.id))
    pairs = [(link.left, link.right) for link in surest if link.relation == "same-meeting"]

    def apart(left: str, right: str) -> bool:
        return _told_apart(by_id[left], by_id[right])

    return [[by_id[row] for row in group] for group in grouped(list(by_id), pairs, apart)]


def _told_apart(left: Meeting, right: Meeting) -> bool:
    """Say whether one article tells two meetings on two days: a vague third report cannot join them."""
    return left.article == right.article and not left.date.overlaps(right.date)


def encounter_of(group: Iterable[Meeting], desk: Desk) -> Encounter:
    """Return reports of one meeting as one, whatever their order."""
    rows = in_order(group, desk)
    date, dates = _date(rows, desk)
    place, places = _place(rows, desk)
    occasion, occasions = _occasion(rows, desk)
    status, statuses = _status(rows, desk)
    participants = _participants(rows, desk)
    differences = (dates, places, _attendance(rows, desk), occasions, statuses)
    return Encounter(
        id=max(rows, key=_fullness).id,
        rows=tuple(rows),
        form=_form(rows, desk),
        date=date,
        place=place,
        participants=participants,
        agenda=_agenda(rows, desk),
        outcome=tuple(dict.fromkeys(words for row in rows for words in row.outcome)),
        status=status,
        occasion=occasion,
        signals=tuple(dict.fromkeys(words for row in rows for words in row.signals)),
        differences=tuple(item for item in differences if item),
        reports=desk.reports(row.article for row in rows),
        refs=desk.refs(rows),
        duration=next((g[0].duration for g in _by(rows, lambda row: row.duration, desk)), None),
        press=next((g[0].press for g in _by(rows, lambda row: row.press, desk)), None),
    )


def _fullness(row: Meeting) -> tuple[int, int, str]:
    slots = (row.place, row.occasion, row.date.known or None, row.agenda or None)
    return (sum(slot is not None for slot in slots), len(row.participants), row.id)


def _origins(rows: Iterable[Meeting], desk: Desk) -> int:
    return len({desk.origins[row.article] for row in rows})


def _by(rows: Sequence[Meeting], key: Callable[[Meeting], Hashable], desk: Desk) -> list[list[Meeting]]:
    """Group rows by a value that is not None: what most origins give first, then what came first."""
    groups: dict[Hashable, list[Meeting]] = {}
    for row in rows:
        if (value := key(row)) is not None:
            groups.setdefault(value, []).append(row)
    return sorted(groups.values(), key=lambda group: -_origins(group, desk))


def _form(rows: Sequence[Meeting], desk: Desk) -> Form:
    """A visit in the course of which people met is a meeting; otherwise what most say."""
    return _by(rows, lambda row: row.form, desk)[0][0].form


def _date(rows: Sequence[Meeting], desk: Desk) -> tuple[When, Difference | None]:
    dated = [row for row in rows if row.date.known]
    if not dated:
        return When(), None
    camps = _camps(dated, lambda a, b: a.date.overlaps(b.date), desk)
    # A vague report that fits every camp ("in June") takes no side and does not count for one.
    exact = [min((row.date for row in camp), key=_width) for camp in camps]
    sides = [
        ([row for row in camp if not _fits_all(row, exact)], day)
        for camp, day in zip(camps, exact, strict=True)
    ]
    if len(camps) == 1:
        return exact[0], None
    if round_of := _round(dated, exact):
        return round_of, None
    sides.sort(key=lambda side: -_origins(side[0], desk))
    return sides[0][1], Difference("date", tuple(_reading(day, rows, desk) for rows, day in sides))


def _round(rows: Sequence[Meeting], days: Sequence[When]) -> When | None:
    """Return the days of talks that went on for several, where every report's day is one of them.

    "From Thursday to Saturday" in one report, Friday in another and Saturday in a third tell one round.
    A visit and a summit go on as well: neighbouring days of one are no difference.
    """
    for row in sorted((row for row in rows if row.status == "held"), key=lambda row: _width(row.date)):
        told = row.date
        several = told.precision == "range" and "weekend" not in (told.text or "").casefold()
        if several and 0 < _width(told)[0] <= _LONGEST and all(_within(day, told) for day in days):
            return told
    first, last = min(map(_first, days)), max(map(_last, days))
    if all(row.form in _GO_ON for row in rows) and (last - first).days == 1:
        return When(first, last, "range", days[0].basis)
    return None


def _within(day: When, told: When) -> bool:
    return _first(told) <= _first(day) and _last(day) <= _last(told)


def _first(when: When) -> date:
    return when.start or date.min


def _last(when: When) -> date:
    return when.end or date.max


def _fits_all(row: Meeting, dates: Sequence[When]) -> bool:
    return all(row.date.overlaps(day) for day in dates)


def _width(when: When) -> tuple[int, str]:
    if when.start and when.end:
        return ((when.end - when.start).days, when.label())
    return (1 << 30, when.label())


def _camps(
    rows: Sequence[Meeting], agree: Callable[[Meeting, Meeting], bool], desk: Desk
) -> list[list[Meeting]]:
    """Part rows into camps within which all agree: each row joins the first camp that takes it.

    Exact dates come first, so that a vague one ("in May") joins a camp and never makes two.
    """
    camps: list[list[Meeting]] = []
    for row in sorted(rows, key=lambda row: _width(row.date)[0]):
        for camp in camps:
            if all(agree(row, other) for other in camp):
                camp.append(row)
                break
        else:
            camps.append([row])
    return sorted(camps, key=lambda camp: -_origins(camp, desk))


def _place(rows: Sequence[Meeting], desk: Desk) -> tuple[Place | None, Difference | None]:
    """Take the most told place; two places are a difference only when they lie in two states."""
    groups = _by([row for row in rows if row.place], lambda row: row.place, desk)
    if not groups:
        return None, None
    place = groups[0][0].place
    by_state = _by(rows, lambda row: row.place.state if row.place else None, desk)
    if len(by_state) < 2:
        return place, None
    readings = tuple(
        _reading(group[0].place.name if group[0].place else "", group, desk) for group in by_state
    )
    return place, Difference("place", readings)


def _occasion(rows: Sequence[Meeting], desk: Desk) -> tuple[str | None, Difference | None]:
    """Take the most told occasion; two differ when neither's words are in the other's."""
    groups = _by(rows, lambda row: row.occasion, desk)
    if not groups:
        return None, None
    chosen = groups[0][0].occasion or ""
    apart = [group for group in groups if not akin(chosen, group[0].occasion or "")]
    if not apart:
        return chosen, None
    together = [row for group in groups if group not in apart for row in group]
    readings = (
        _reading(chosen, together, desk),
        *(_reading(g[0].occasion or "", g, desk) for g in apart),
    )
    return chosen, Difference("occasion", readings)


def _status(rows: Sequence[Meeting], desk: Desk) -> tuple[Status, Difference | None]:
    """Return `held` once a report says so, else what the last says; held and called off differ."""
    held = [row for row in rows if row.status == "held"]
    spent = [row for row in rows if row.status in _SPENT]
    status: Status = "held" if held else rows[-1].status
    if not held or not spent:
        return status, None
    return status, Difference(
        "status", (_reading("held", held, desk), _reading(spent[-1].status, spent, desk))
    )


def _reading(value: When | str, rows: Sequence[Meeting], desk: Desk) -> Reading:
    return Reading(
        value=value.label() if isinstance(value, When) else value,
        when=value if isinstance(value, When) else None,
        reports=desk.reports(row.article for row in rows),
        refs=desk.refs(rows),
    )


def _participants(rows: Sequence[Meeting], desk: Desk) -> tuple[Participant, ...]:
    """Return everybody named once, known actors before mere words; a state whose people are there
    and groups that only sum them up are left out."""
    told: dict[str, list[tuple[Meeting, Participant]]] = {}
    for row in rows:
        for item in row.participants:
            told.setdefault(who(item), []).append((row, item))
    best = [max((item for _, item in found), key=_known) for found in told.values()]
    counts = {who(item): _origins((row for row, _ in told[who(item)]), desk) for item in best}
    persons = {desk.reference.state_of(item) for item in best if item.kind == "person"} - {None}
    kept = [
        item
        for item in best
        if not (item.kind in ("state", "body", "group") and desk.reference.state_of(item) in persons)
        and not (item.kind in ("unknown", "group", "anonymous") and len(persons) > 1)
    ]
    return tuple(sorted(kept or best, key=lambda item: -counts[who(item)]))


def _attendance(rows: Sequence[Meeting], desk: Desk) -> Difference | None:
    """Return who is named, where two reports each name a person whom the other does not.

    A report that names fewer is only shorter; states, groups and mere words are not compared.
    """
    camps: list[tuple[frozenset[str], list[Meeting]]] = []
    for row in sorted(rows, key=lambda row: -len(_persons(row))):
        names = _persons(row)
        if not names:
            continue
        for known, camp in camps:
            if names <= known:
                camp.append(row)
                break
        else:
            camps.append((names, [row]))
    if len(camps) < 2:
        return None
    ordered = sorted((camp for _, camp in camps), key=lambda camp: -_origins(camp, desk))
    readings = tuple(_reading(_named(camp[0]), camp, desk) for camp in ordered)
    return Difference("participants", readings)


def _persons(row: Meeting) -> frozenset[str]:
    return frozenset(who(item) for item in row.participants if item.kind == "person" and item.actor_id)


def _named(row: Meeting) -> str:
    people = [item.name for item in row.participants if item.kind == "person" and item.actor_id]
    return ", ".join(dict.fromkeys(people))


def _known(item: Participant) -> tuple[bool, bool, int]:
    return (item.actor_id is not None, item.office is not None, len(item.text))


def _agenda(rows: Sequence[Meeting], desk: Desk) -> tuple[str, ...]:
    told: dict[str, list[Meeting]] = {}
    for row in rows:
        for matter in row.agenda:
            told.setdefault(matter, []).append(row)
    ordered = sorted(told, key=lambda matter: -_origins(told[matter], desk))
    return tuple(dict.fromkeys(desk.reference.issue_name(matter) for matter in ordered))
