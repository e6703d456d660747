"""What a briefing on two states is made of, read out of an archive: material, and no words yet.

What was printed after the last day of the period is not used unless an as-of day says so: a note on
August does not know of September. `export.brief` puts the material into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.engine import Connection

from detente.query.archived import desk_for, extractions, linked_rows, links_at
from detente.query.course_deeds import Deed
from detente.query.course_rows import first_of_latest
from detente.query.course_verdicts import Assessment, assessments
from detente.query.desk import Desk, Reference
from detente.query.disagreements import OPEN, Disagreement, disagreements
from detente.query.latest import latest_articles
from detente.query.ledger import Book, ledger_of
from detente.query.outcomes import with_outcomes
from detente.query.relation import relationship_of
from detente.query.relationship import articles_on
from detente.query.sentences import sentences_in
from detente.query.series import Series, series
from detente.query.times import reported_by
from detente.query.views import Outlook, Relationship, Stand


@dataclass(frozen=True, slots=True)
class Material:
    """What a briefing is made of."""

    record: Relationship
    """The record of the period."""
    before: Relationship
    """The record of all that was printed by the as-of day, for what came before and lies ahead."""
    series: Series
    """The course in the period."""
    earlier: Series | None
    """The course in as many days before; None where the period has no first or last day."""
    deeds: tuple[Deed, ...]
    """What each did toward the other in the period, in order."""
    forecasts: tuple[Outlook, ...]
    """All forecasts, with what came of them."""
    books: tuple[Book, ...]
    """The ledger of positions: columns, shifts, contradictions."""
    disagreements: tuple[Disagreement, ...]
    """Where reports differ."""
    assessments: tuple[Assessment, ...]
    """What the relationship was called in the period."""
    desk: Desk
    """The articles."""
    sentences: Mapping[tuple[str, int], str]
    """The words of every sentence, by article and number."""


def material(
    conn: Connection,
    reference: Reference,
    left: str,
    right: str,
    *,
    since: date | None = None,
    until: date | None = None,
    as_of: date | None = None,
    most: int | None = None,
) -> Material:
    """Return the material of a briefing on two states (ISO 3166-1 alpha-3) and a period.

    `as_of` is the last day of the period where it is not given. With `most` it rests on so many
    articles, of those on the two that were printed last, and on as many of the period; else on all.
    Raises UnknownName when both states are the same.
    """
    known_by = as_of or until
    if most is None:
        chosen = articles_on(conn, reference, left, right)
    else:
        last, _ = latest_articles(conn, reference, left, right, as_of=known_by, most=most)
        within, _ = latest_articles(conn, reference, left, right, since, until, known_by, most)
        chosen = sorted({*last, *within})
    among = None if most is None else chosen
    found = extractions(conn, chosen)
    links = links_at(conn, linked_rows(found), "same-meeting", "same-statement")
    desk = desk_for(conn, chosen, reference)

    def record(start: date | None, end: date | None) -> Relationship:
        return relationship_of(found, links, desk, left, right, since=start, until=end, as_of=known_by)

    period, whole = record(since, until), record(None, None)
    first = since
    if most is not None and since is None:
        first = first_of_latest(conn, left, right, most=most, as_of=known_by)
    course = series(conn, reference, left, right, since=first, until=until, as_of=known_by)
    earlier = None
    if since and until:
        length = until - since
        day = since - (since.resolution)
        earlier = series(conn, reference, left, right, since=day - length, until=day, as_of=known_by)
    differ = disagreements(
        conn, reference, states=(left, right), since=since, until=until, as_of=known_by, kinds=OPEN,
        among=among,
    )  # fmt: skip
    called = assessments(
        conn, reference, left, right, since=since, until=until, as_of=known_by, among=among
    )
    used = set(chosen)
    used |= {ref.article for one in differ for view in one.views for ref in view.refs}
    used |= {ref.article for one in called for ref in one.refs}
    used |= {ref.article for one in _deeds(course) for ref in one.refs}
    return Material(
        record=period,
        before=whole,
        series=course,
        earlier=earlier,
        deeds=_deeds(course),
        forecasts=tuple(_known(with_outcomes(conn, whole.forecasts, reference), desk, known_by)),
        books=tuple(ledger_of(_stands(whole), (left, right), reference)),
        disagreements=tuple(differ),
        assessments=tuple(called),
        desk=desk if used == set(chosen) else desk_for(conn, used, reference),
        sentences=sentences_in(conn, used),
    )


def _known(forecasts: Iterable[Outlook], desk: Desk, known_by: date | None) -> Iterator[Outlook]:
    """Yield forecasts without an outcome that no article on the two had printed by the day."""
    for one in forecasts:
        printed = [desk.articles.get(ref.article) for ref in one.outcome.refs] if one.outcome else []
        open_yet = not all(item and reported_by(item.published, known_by) for item in printed)
        yield replace(one, outcome=None) if open_yet else one


def _deeds(course: Series) -> tuple[Deed, ...]:
    """Return every deed of a course once, in order of days."""
    deeds = {deed.id: deed for way in course.courses for point in way.points for deed in point.deeds}
    return tuple(sorted(deeds.values(), key=lambda deed: (deed.day, deed.kind, deed.id)))


def _stands(record: Relationship) -> Iterable[Stand]:
    for issue in record.positions:
        yield from issue.left
        yield from issue.right
