"""`detente series`: the course of a relationship, week by week and each way, and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from detente.interfaces.cli.asking import asking
from detente.interfaces.cli.options import (
    DEFAULT_DB,
    AsOf,
    Db,
    Issue,
    Json,
    Since,
    Until,
)
from detente.interfaces.cli.page import FAINT, LEFT, RIGHT, STRONG, Page, print_json, styled
from detente.interfaces.words import (
    count_words,
    day_words,
    list_words,
    shortened,
    told_by,
    when_words,
)
from detente.query.course_deeds import Deed
from detente.query.course_verdicts import Assessment, assessments
from detente.query.names import state_code
from detente.query.series import Point, Series, series
from detente.records import When

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_LONGEST = 200
_BAR = 10
"""Columns of a bar on either side of nothing: one for each unit of PLOVER's scale."""
_DONE = {
    "AGREE": "agreement", "SUPPORT": "support", "CONCEDE": "concession", "COOPERATE": "cooperation",
    "AID": "aid", "RETREAT": "withdrawal or release", "REQUEST": "request", "ACCUSE": "accusation",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanction",
    "MOBILIZE": "mobilisation", "COERCE": "coercion", "ASSAULT": "assault", "CONSULT": "talks",
}  # fmt: skip
"""PLOVER's types in words."""


@app.command("series")
def series_command(
    left: Annotated[str, typer.Argument(metavar="STATE", help="A state: USA, Russia.")],
    right: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    short: Annotated[bool, typer.Option("--short", help="Only the weeks, not what they hold.")] = False,
    as_json: Json = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Print the course of a relationship: a score a week each way, and every deed behind it.

    Under it, apart, what outlets and speakers call the state of the relationship.
    """
    with asking(db) as archive:
        asked = archive.filters(issue=issue)
        pair = (state_code(left), state_code(right))
        conn, known = archive.conn, archive.reference
        found = series(conn, known, *pair, since=since, until=until, as_of=as_of, issue=asked.issue)
        said: list[Assessment] = []
        if not issue:
            said = assessments(conn, known, *pair, since=since, until=until, as_of=as_of)
        names = {code: archive.reference.states[code] for code in pair}
    if as_json:
        print_json({"series": found, "assessments": said})
        return
    page = Page()
    page.line(styled((f"{names[found.left]} and {names[found.right]}, week by week", STRONG)))
    page.line(styled((found.formula, FAINT)))
    _print_weeks(page, found, names, short)
    if found.unplaced:
        many = count_words(found.unplaced, "row")
        typer.echo(f"{many} left out: without a day, or with one too vague for a week", err=True)
    if said:
        page.heading("What it was called", "verdicts of outlets and speakers; no part of the score")
        for one in said:
            _print_assessment(page, one)


def _print_weeks(page: Page, found: Series, names: dict[str, str], short: bool) -> None:
    gap: list[Point] = []
    for there, back in zip(found.courses[0].points, found.courses[1].points, strict=True):
        if there.score is None and back.score is None:
            gap.append(there)
            continue
        _print_gap(page, gap)
        gap = []
        page.line()
        for way, point, colour in ((found.courses[0], there, LEFT), (found.courses[1], back, RIGHT)):
            label = day_words(point.start) if colour == LEFT else ""
            towards = f"{names[way.by]} to {names[way.to]}"
            page.entry(label, styled((f"{towards:28}", colour), *_score_parts(point)), indent=0)
        if not short:
            deeds = {deed.id: deed for deed in (*there.deeds, *back.deeds)}
            for deed in sorted(deeds.values(), key=lambda deed: (deed.day, deed.kind, deed.id)):
                _print_deed(page, deed)
    _print_gap(page, gap)


def _print_gap(page: Page, gap: Sequence[Point]) -> None:
    if gap:
        page.line()
        days = when_words(When(gap[0].start, gap[-1].end, "range", "stated"))
        page.line(styled((f"{days}: nothing reported that counts", FAINT)))


def _score_parts(point: Point) -> list[tuple[str, str] | str]:
    if point.score is None or point.low is None or point.high is None:
        return [("nothing reported that counts", FAINT)]
    origins = count_words(point.origins, "origin")
    return [
        f"{point.score:+5.1f}  {bar(point.score)}",
        (f"  {point.low:+.1f} to {point.high:+.1f} · {origins}", FAINT),
    ]


def bar(score: float) -> str:
    """Return a score as a bar to the left or right of a middle line.

    >>> bar(3.2), bar(-2)
    ('          |###       ', '        ##|          ')
    """
    size = max(0, min(_BAR, round(abs(score))))
    left, right = ("#" * size, "") if score < 0 else ("", "#" * size)
    return f"{left:>{_BAR}}|{right:<{_BAR}}"


def _print_deed(page: Page, deed: Deed) -> None:
    parts: list[tuple[str, str] | str] = [(f"{deed.value:+.1f}", STRONG), f"  {deed_words(deed)}"]
    parts.append((f" · {told_by(deed.reports)}", FAINT))
    if deed.dated == "report":
        parts.append((" · day of the report", FAINT))
    page.entry(_day(deed.day), styled(*parts), deed.refs, gap=10, indent=4)


def _day(day: date) -> str:
    return day_words(day).rpartition(" ")[0]


def deed_words(deed: Deed) -> str:
    """Return what a deed is, in a line: who, what kind, to whom."""
    who = list_words(deed.actors)
    if deed.kind == "contact":
        where = f" in {deed.place}" if deed.place else ""
        form = deed.mode or "contact"
        became = "" if deed.trigger == "held" else f", {deed.trigger}"
        return f"{form}{where}{became}: {who}"
    toward = f" to {list_words(deed.toward)}" if deed.toward else ""
    if deed.kind == "words":
        return f"words {deed.trigger} {list_words(deed.toward)}: {who}"
    return f"{_DONE[deed.type]}: {who}{toward} (“{deed.trigger}”)"


def _print_assessment(page: Page, one: Assessment) -> None:
    who = one.speaker or one.article.outlet or "unnamed outlet"
    parts: list[tuple[str, str] | str] = [(one.direction, STRONG), f"  {who}: "]
    parts.append(shortened(one.sentence, _LONGEST))
    if one.reports.outlet_count > 1:
        parts.append((f" · {told_by(one.reports)}", FAINT))
    page.entry(when_words(one.reported), styled(*parts), one.refs)
