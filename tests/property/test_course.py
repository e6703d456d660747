"""Whatever is told, no order of articles and no reprint changes a score, and none leaves its scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from detente.query.series import Series, series_of
from detente.records import Article, make_id
from tests.unit.query.course import (
    KERRY,
    LAVROV,
    MOSCOW,
    OBAMA,
    PUTIN,
    RUSSIA,
    USA,
    Told,
    act,
    article,
    felt,
    link,
    met,
    told,
)

START = date(2013, 2, 1)
ARTICLES = [article(f"Paper {n}", (START + timedelta(days=9 * n)).isoformat()) for n in range(4)]
DAYS = st.none() | st.integers(0, 40).map(lambda n: (START + timedelta(days=n)).isoformat())
SIDES = st.sampled_from([(USA, RUSSIA), (RUSSIA, USA), (KERRY, LAVROV), (PUTIN, OBAMA)])
ISSUES = st.sampled_from([(), ("issue:syria",), ("issue:adoption", "issue:syria")])


@st.composite
def rows(draw: st.DrawFn) -> Any:
    where, (by, to) = draw(st.sampled_from(ARTICLES)), draw(SIDES)
    on, number = draw(DAYS), draw(st.integers(1, 3))
    kind = draw(st.sampled_from(["act", "joint", "met", "felt"]))
    if kind == "felt":
        return felt(where, by, to, draw(st.sampled_from(["for", "against"])), sentence=number)
    if kind == "met":
        status = draw(st.sampled_from(["held", "planned", "cancelled", "postponed"]))
        form = draw(st.sampled_from(["meeting", "call", "visit", "summit"]))
        return met(where, by, to, on=on, status=status, form=form, place=MOSCOW, sentence=number)
    type_ = draw(st.sampled_from(["AGREE", "ACCUSE", "REJECT", "SANCTION", "SUPPORT", "COERCE"]))
    parties = ((by, to), ()) if kind == "joint" else (by, to)
    return act(where, type_, *parties, on, issues=draw(ISSUES), sentence=number)


@st.composite
def archives(draw: st.DrawFn) -> Told:
    found = {row.id: row for row in draw(st.lists(rows(), max_size=14))}
    meetings = [row for row in found.values() if row.id.startswith("meeting:")]
    pairs = draw(st.lists(st.sampled_from(meetings), max_size=4)) if meetings else []
    links = [link(one, other) for one, other in pairwise(pairs) if one != other]
    return told(*found.values(), of=ARTICLES, links=links)


def reprinted(of: Told, one: Article, days: int) -> Told:
    """Return an archive with a reprint of one article, printed so many days later by another outlet."""
    assert one.published.start
    copy = article("Reprint", (one.published.start + timedelta(days=days)).isoformat())
    again = [
        replace(row, id=make_id(row.id.partition(":")[0], "copy", row.id), article=copy.id)
        for row in of.rows
        if row.article == one.id
    ]
    return told(
        *of.rows, *again, of=[*of.articles, copy], links=[*of.links, link(one, copy, "same-text")]
    )


def told_scores(of: Told) -> list[Any]:
    found = series_of(of.course(), "USA", "RUS")
    every = [found.courses, *(one.courses for one in found.issues)]
    return [
        (way.by, point.start, point.score, point.low, point.high)
        for courses in every
        for way in courses
        for point in way.points
    ]


@given(archives(), st.randoms(use_true_random=False))
def test_no_order_changes_a_score(of: Told, random: Any) -> None:
    shuffled = told(*of.rows, of=of.articles, links=of.links)
    random.shuffle(shuffled.rows)
    random.shuffle(shuffled.articles)
    random.shuffle(shuffled.links)
    assert told_scores(shuffled) == told_scores(of)


@given(archives(), st.sampled_from(ARTICLES), st.integers(1, 30))
def test_no_reprint_changes_a_score_or_a_band(of: Told, one: Article, days: int) -> None:
    assert told_scores(reprinted(of, one, days)) == told_scores(of)


@given(archives())
def test_every_point_has_deeds_with_rows_and_lies_in_its_band(of: Told) -> None:
    found: Series = series_of(of.course(), "USA", "RUS")
    for way in found.courses:
        for point in way.points:
            assert (point.score is None) == (not point.deeds)
            if point.score is not None:
                assert point.low is not None
                assert point.high is not None
                assert -10 <= point.low <= point.score <= point.high <= 10
            for deed in point.deeds:
                assert deed.rows
                assert deed.refs
                assert point.start <= deed.day <= point.end


@given(archives())
def test_a_row_tells_one_deed_at_most(of: Told) -> None:
    found = series_of(of.course(), "USA", "RUS")
    deeds = {deed.id: deed for way in found.courses for point in way.points for deed in point.deeds}
    rows = [row for deed in deeds.values() for row in deed.rows]
    assert len(rows) == len(set(rows))
