"""The record of two states as pages of an editor's notebook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from detente.interfaces.cli.lines import (
    Colour,
    colours,
    guests,
    print_act,
    print_encounter,
    print_outlook,
    print_saying,
    print_stand,
    published_words,
)
from detente.interfaces.cli.page import FAINT, LEFT, RIGHT, STRONG, Page, styled
from detente.interfaces.words import count_words, day_words, flat, list_words, shortened, when_words
from detente.query.times import anchor
from detente.query.views import (
    Encounter,
    Holder,
    IssueSayings,
    IssueStands,
    OfficeView,
    Outlook,
    Question,
    QuestionKind,
    Relationship,
    Saying,
    Stand,
    StateView,
)

T = TypeVar("T")
_QUESTIONS: dict[QuestionKind, str] = {
    "differ": "Reports differ",
    "cut-off": "Cut off before the end",
    "undated-article": "No date of publication",
    "no-outlet": "Outlet not named",
    "undated-meeting": "No date of the meeting",
    "past-plan": "Planned, and no linked report that it was held",
    "due": "Forecast past its horizon, outcome not recorded",
    "speaker": "Speaker not found",
    "left-out": "Left out, for it may be later",
}
"""What each kind of open question is headed by, in the order in which they are printed."""


def print_record(page: Page, record: Relationship, most: int | None = None) -> None:
    """Print a record; of statements, positions and forecasts at most so many under one heading."""
    colour = colours(record.left.iso, record.right.iso)
    _header(page, record)
    _articles(page, record)
    _offices(page, record)
    if record.meetings:
        page.heading("Meetings")
        for item in record.meetings:
            print_encounter(page, item, colour)
    if record.contacts:
        page.heading("Calls and visits")
        for item in record.contacts:
            print_encounter(page, item, colour)
    if record.acts:
        page.heading("Measures", "acts of one state on the other")
        _some(page, record.acts, most, lambda item: print_act(page, item, colour), "measure")
    if record.statements:
        page.heading("Statements by issue")
        for group in record.statements:
            _statements(page, group, colour, most)
    if record.positions:
        page.heading("Where each side stands")
        for issue in record.positions:
            _stands(page, issue, record, colour, most)
    if record.forecasts:
        page.heading("Forecasts")
        _some(
            page,
            record.forecasts,
            most,
            lambda item: print_outlook(page, item, colour),
            "forecast",
            rank=_rank_outlook,
        )
    _questions(page, record, most)


def _header(page: Page, record: Relationship) -> None:
    title = styled(
        (record.left.name, f"{STRONG} {LEFT}"),
        (" and ", STRONG),
        (record.right.name, f"{STRONG} {RIGHT}"),
    )
    page.line(title)
    reports = record.reports
    outlets = count_words(reports.outlet_count, "outlet")
    if reports.unnamed:
        outlets += f" ({reports.unnamed} not named)"
    parts = [
        when_words(record.period) if record.period.known else "period unknown",
        count_words(reports.articles, "article"),
        outlets,
        count_words(reports.origins, "independent origin"),
    ]
    if record.cut_off:
        parts.append(f"{record.cut_off} cut off")
    if record.as_of:
        parts.append(f"as reported by {day_words(record.as_of)}")
    page.line(" · ".join(parts))


def _articles(page: Page, record: Relationship) -> None:
    if not record.articles:
        page.line()
        page.line("Nothing in the archive concerns these two states in this period.")
        return
    page.heading("Articles")
    for item in record.articles:
        parts: list[tuple[str, str] | str] = [flat(item.title or "(no title)")]
        parts.append((f", {item.outlet or 'outlet not named'}", FAINT))
        if item.origin.casefold() not in ((item.outlet or "").casefold(), item.id):
            parts.append((f", from {_origin(item.origin, record)}", FAINT))
        if item.cut_off:
            parts.append((" (cut off)", STRONG))
        page.entry(published_words(item.published), styled(*parts, (f" [{item.short}]", "yellow")))


def _origin(origin: str, record: Relationship) -> str:
    return next((item.short for item in record.articles if item.id == origin), origin)


def _offices(page: Page, record: Relationship) -> None:
    if not record.offices:
        return
    page.heading("Offices held at the time", "from the registry")
    names = {state.iso: (state.name, style) for state, style in _sides(record)}
    width = max(len(office.title) for office in record.offices) + 2
    for office in record.offices:
        name, style = names[office.state]
        holders = "; ".join(_holder(item, office) for item in office.holders)
        label = styled((office.title, FAINT))
        page.entry(label, styled((f"{name}: ", style), holders), gap=width)


def _sides(record: Relationship) -> tuple[tuple[StateView, str], tuple[StateView, str]]:
    return (record.left, LEFT), (record.right, RIGHT)


def _holder(holder: Holder, office: OfficeView) -> str:
    words = holder.name
    if holder.title != office.title:
        words += f" ({holder.title})"
    if holder.began_within and holder.start:
        words += f" from {day_words(holder.start)}"
    if holder.ended_within and holder.end:
        words += f" until {day_words(holder.end)}"
    return words


def _statements(page: Page, group: IssueSayings, colour: Colour, most: int | None) -> None:
    page.line()
    page.line(styled((group.name, STRONG), (f"  {len(group.sayings)}", FAINT)), indent=2)
    more = f"statements --issue {group.issue.removeprefix('issue:')}" if group.issue else ""
    _some(
        page,
        group.sayings,
        most,
        lambda item: print_saying(page, item, colour),
        "statement",
        more,
        _rank_saying,
    )


def _stands(
    page: Page, issue: IssueStands, record: Relationship, colour: Colour, most: int | None
) -> None:
    page.line()
    page.line(styled((issue.name, STRONG)), indent=2)
    more = f"positions --issue {issue.issue.removeprefix('issue:')}"
    for (state, style), found in zip(_sides(record), (issue.left, issue.right), strict=True):
        if found:
            page.line(styled((state.name, style)), indent=2)
            _some(
                page,
                found,
                most,
                lambda item: print_stand(page, item, colour),
                "position",
                more,
                _rank_stand,
            )


def _some(
    page: Page,
    items: Sequence[T],
    most: int | None,
    show: Callable[[T], None],
    noun: str,
    more: str = "",
    rank: Callable[[T], Any] | None = None,
) -> None:
    """Show the items of the lowest rank in their order, and say which command lists the others."""
    chosen = sorted(range(len(items)), key=lambda at: rank(items[at]) if rank else at)[:most]
    for at in sorted(chosen):
        show(items[at])
    if rest := len(items) - len(chosen):
        hint = f"`detente {more}`" if more else "`detente record --all`"
        page.entry("", styled((f"and {count_words(rest, f'more {noun}')}: {hint}", FAINT)))


def _rank_saying(item: Saying) -> tuple[int, bool, bool, float]:
    """Most origins first, then words of the two sides, then words in marks, then the surest."""
    return (-item.reports.origins, item.side is None, item.row.kind != "direct", -item.row.score)


def _rank_stand(item: Stand) -> tuple[int, int]:
    """The newest first: where a side stands is what it said last."""
    return (-anchor(item.row.date, item.reported).toordinal(), -item.reports.origins)


def _rank_outlook(item: Outlook) -> tuple[bool, int, float]:
    """With a horizon first, for those can be checked; then most origins, then the surest."""
    return (not item.row.horizon.known, -item.reports.origins, -item.row.score)


def _questions(page: Page, record: Relationship, most: int | None) -> None:
    if not record.questions:
        return
    page.heading("Open questions")
    met = {item.id: item for item in (*record.meetings, *record.contacts)}
    for kind, words in _QUESTIONS.items():
        found = [question for question in record.questions if question.kind == kind]
        if not found:
            continue
        page.line(styled((words, FAINT)), indent=2)
        for question in found[:most]:
            page.entry("", _question(question, met), question.refs, indent=4, gap=0)
        if rest := len(found) - len(found[:most]):
            hint = f"and {rest} more: `detente record --all`"
            page.entry("", styled((hint, FAINT)), indent=4, gap=0)


def _question(question: Question, met: dict[str, Encounter]) -> str:
    if question.kind == "differ" and question.difference:
        readings = [
            when_words(item.when) if item.when else flat(item.value)
            for item in question.difference.readings
        ]
        subject = _meeting(met[question.subject], question.difference.slot)
        return f"on the {question.difference.slot} of {subject}: {' or '.join(readings)}"
    if question.kind == "speaker":
        return count_words(question.count, "statement")
    if question.kind == "left-out":
        return count_words(question.count, "article")
    if question.subject in met:
        return _meeting(met[question.subject])
    return shortened(question.subject, 160)


def _meeting(item: Encounter, but: str = "") -> str:
    """Return a meeting as a few words, without the slot that is in question."""
    people = list_words([flat(person.name) for person in guests(item)])
    place = when = ""
    if item.place and but != "place":
        place = f" {'to' if item.form == 'visit' else 'in'} {item.place.name}"
    if item.date.known and but != "date":
        when = f", {when_words(item.date)}"
    return f"the {item.form} of {people}{place}{when}"
