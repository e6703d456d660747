"""Rows of many articles become the record of two states: a pure function, and no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from detente.errors import UnknownName
from detente.query.concern import Concern, Pair
from detente.query.desk import Desk
from detente.query.encounters import encounters
from detente.query.folding import acts, outlooks, sayings, stands
from detente.query.offices import offices
from detente.query.questions import questions
from detente.query.times import reported_by, span, within
from detente.query.views import (
    IssueSayings,
    IssueStands,
    Relationship,
    Saying,
    Stand,
    StateView,
)
from detente.records import (
    Event,
    Extraction,
    Forecast,
    Link,
    Meeting,
    Position,
    Statement,
    When,
)

_CONTACTS = ("call", "visit")
_MATERIAL = (2, 4)
"""Quad classes of acts that are more than words."""
_REAL = ("happened", "ongoing")
NO_ISSUE = "Other matters"
"""What statements on no issue of the table stand under."""


def relationship_of(
    extractions: Sequence[Extraction],
    links: Sequence[Link],
    desk: Desk,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
) -> Relationship:
    """Return the record of two states out of the rows of articles and the links between them.

    Which rows concern the two is said in `detente.query.concern`. `since` and `until` bound when things
    happened, were said or were held, both inclusive; a row that does not say when is taken at the day
    of its article, and one without either is kept. `as_of` leaves out articles that were not surely
    out by that day, whatever they tell of. Raises UnknownName when both states are the same.
    """
    if left == right:
        raise UnknownName(f"a relationship of {left} with itself", "name two states")
    pair = Pair(left, right, desk.reference)
    in_time = [item for item in extractions if reported_by(item.article.published, as_of)]
    left_out = [item for item in extractions if not reported_by(item.article.published, as_of)]
    concerns = [Concern(item, pair) for item in in_time]

    def timely(row: Meeting | Statement | Position | Event | Forecast) -> bool:
        published = desk.articles[row.article].published
        when = published if isinstance(row, Forecast) or not row.date.known else row.date
        return within(when, since, until)

    met = [row for item in concerns for row in item.meetings() if timely(row)]
    said = [row for item in concerns for row in item.statements() if timely(row)]
    held = [row for item in concerns for row in item.positions() if timely(row)]
    expected = [row for item in concerns for row in item.forecasts() if timely(row)]
    done = [row for item in concerns for row in item.acts() if timely(row) and _material(row)]

    used = {row.article for rows in (met, said, held, expected, done) for row in rows}
    used |= {
        item.extraction.article.id
        for item in concerns
        if item.about_pair and within(item.extraction.article.published, since, until)
    }
    shown = tuple(desk.view(key) for key in sorted(used, key=desk.order))
    period = _period(since, until, as_of, [item.published for item in shown])

    told = encounters(met, links, desk)
    spoken = sayings(said, desk, pair.side, links)
    forecasts = outlooks(expected, desk, period)
    unsure = [
        item.article
        for item in left_out
        if item.article.published.end is None and Concern(item, pair).about_pair
    ]
    return Relationship(
        left=StateView(left, desk.reference.states.get(left, left)),
        right=StateView(right, desk.reference.states.get(right, right)),
        since=since,
        until=until,
        as_of=as_of,
        period=period,
        articles=shown,
        reports=desk.reports(used),
        cut_off=sum(item.cut_off for item in shown),
        offices=offices(desk.reference, (left, right), period) if period.known else (),
        meetings=tuple(item for item in told if item.form not in _CONTACTS),
        contacts=tuple(item for item in told if item.form in _CONTACTS),
        acts=tuple(acts(done, desk)),
        statements=_by_issue(spoken, desk),
        positions=_stands_by_issue(stands(held, desk), pair, desk),
        forecasts=tuple(forecasts),
        questions=questions(shown, told, spoken, forecasts, unsure, period, desk),
    )


def _material(row: Event) -> bool:
    return row.quad in _MATERIAL and row.factuality in _REAL


def _period(
    since: date | None, until: date | None, as_of: date | None, published: Sequence[When]
) -> When:
    """Return what the record covers: what was asked for, and where open, what the articles reach."""
    reach = span(published)
    start = since or reach.start
    end = until or reach.end
    if as_of and (end is None or end > as_of):
        end = as_of
    if start and end and start > end:
        start = end
    return When(start, end, "range", "inferred") if start or end else When()


def _by_issue(found: Sequence[Saying], desk: Desk) -> tuple[IssueSayings, ...]:
    """Put each statement under the first of its issues; the largest group first, no issue last."""
    groups: dict[str | None, list[Saying]] = {}
    for item in found:
        groups.setdefault(item.row.issues[0] if item.row.issues else None, []).append(item)
    ordered = sorted(groups, key=lambda issue: (issue is None, -len(groups[issue]), issue or ""))
    return tuple(
        IssueSayings(
            issue, desk.reference.issue_name(issue) if issue else NO_ISSUE, tuple(groups[issue])
        )
        for issue in ordered
    )


def _stands_by_issue(found: Sequence[Stand], pair: Pair, desk: Desk) -> tuple[IssueStands, ...]:
    groups: dict[str, list[Stand]] = {}
    for item in found:
        groups.setdefault(item.row.issue, []).append(item)
    ordered = sorted(groups, key=lambda issue: (-len(groups[issue]), issue))
    return tuple(
        IssueStands(
            issue,
            desk.reference.issue_name(issue),
            tuple(item for item in groups[issue] if pair.side(item.row.actor) == "left"),
            tuple(item for item in groups[issue] if pair.side(item.row.actor) == "right"),
        )
        for issue in ordered
    )
