"""The short record on a page: what is folded, what is left out, what is said of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from detente.interfaces.cli.page import Page
from detente.interfaces.cli.record_page import MOST, REFS, Most, print_record
from detente.query.relation import relationship_of
from detente.records import Extraction, Participant, When
from tests.factories import article_of
from tests.unit.query import factories as made

LINES = [
    "Russia and the United States looked for a common plan.",
    "A first draft of it lay on every desk by noon.",
    "Nobody in either capital wanted to sign before the summer.",
    "The old quarrel over money was put off once more.",
    "Their experts counted warheads for eleven long days.",
    "What the press was told differed from hour to hour.",
]
THEY = Participant("They", "They")


def _article() -> Extraction:
    title = ("title", "Russia and the United States")
    article = article_of(title, *LINES, published=date(2013, 9, 1), outlet="The Daily Example")
    of = made.extraction(article)
    mentions = tuple(
        made.mention(of, words, key, "state")
        for words, key in (("Russia", "state:RUS"), ("United States", "state:USA"))
    )
    return made.replace(of, mentions=mentions)


def _page(capsys: pytest.CaptureFixture[str], most: Most | None = MOST, **rows: Any) -> str:
    """Return a record of one article with these rows, its lines joined."""
    of = made.replace(_article(), **rows)
    record = relationship_of([of], (), made.desk([of]), "USA", "RUS")
    print_record(Page(REFS), record, most)
    return " ".join(capsys.readouterr().out.split())


def _positions(*days: When | None) -> tuple[Any, ...]:
    of = _article()
    return tuple(
        made.position(of, LINES[at], made.RUSSIA, "issue:syria", date=when or When())
        for at, when in enumerate(days)
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        pytest.param(["2013-03-01"], "looked for a common plan", id="one"),
        pytest.param(
            ["2013-03-01", "2013-05-01"], "noon. · 1 May 2013 [%s:3] earlier: 1 Mar 2013 [%s:2]",
            id="the newest first",
        ),
        pytest.param(
            ["2013-05-01", "2013-05-01", "2013-03-01"],
            "]; earlier: 1 Mar 2013 [%s:4]", id="the same day",
        ),
        pytest.param(
            ["2013-08-01", "2013-07-01", "2013-06-01", "2013-05-01", "2013-04-01", "2013-03-01"],
            "earlier: 1 Jul 2013 [%s:3], 1 Jun 2013 [%s:4], 1 May 2013 [%s:5]; 2 more days", id="many",
        ),
    ],
)  # fmt: skip
def test_positions_are_folded(capsys: pytest.CaptureFixture[str], days: list[str], words: str) -> None:
    text = _page(capsys, positions=_positions(*(made.day(day) for day in days)))
    of = _article()
    short = made.desk([of]).short[of.article.id]
    assert words.replace("%s", short) in text


def test_all_positions_are_printed_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    rows = _positions(made.day("2013-03-01"), made.day("2013-05-01"))
    text = _page(capsys, None, positions=rows)
    assert text.index(LINES[1].rstrip(".")) < text.index(LINES[0].rstrip("."))
    assert "earlier:" not in text


def test_a_meeting_without_a_name_is_not_on_the_page_but_among_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    leader = Participant("a Russian leader", "a Russian leader", None, "anonymous", "RUS")
    president = Participant("a president", "a president", None, "anonymous", "USA")
    row = made.meeting(_article(), LINES[0], president, leader, date=made.day("2013-03-01"))
    text = _page(capsys, meetings=(row,))
    assert "a Russian leader" not in text
    assert "Meetings 0 of 1: `detente meetings USA RUS`" in text
    assert "a president, a Russian leader · held" in _page(capsys, None, meetings=(row,))


def test_meetings_without_a_date_are_one_line_with_those_of_the_same_people_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    of = _article()
    short = made.desk([of]).short[of.article.id]
    rows = (
        made.meeting(of, LINES[0], made.KERRY, made.LAVROV),
        made.meeting(of, LINES[1], made.LAVROV, made.KERRY),
        made.meeting(of, LINES[2], made.KERRY, made.PUTIN, status="planned"),
    )
    text = _page(capsys, meetings=rows)
    assert re.search(rf"\(held\) \[{short}:[23]\] \[{short}:[23]\]", text)
    assert f"John Kerry, Vladimir Putin (planned) [{short}:4]" in text
    assert text.count("undated") == 1


def test_statements_that_are_left_out_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    of = _article()
    speakers = [made.KERRY, made.LAVROV, made.KERRY, made.SAMPLE, THEY]
    rows = tuple(
        made.statement(of, LINES[at], who, issues=("issue:syria",)) for at, who in enumerate(speakers)
    )
    text = _page(capsys, statements=rows)
    assert "Syria 2 of 5" in text
    assert "Statements by issue all on one: `detente statements --issue ISSUE`" in text
    assert 'Experts and others Ada Sample 1: `detente statements --by "NAME"`' in text
    assert "Speaker not resolved: 1 statement" in text
    assert "They:" not in text
    assert "They:" in _page(capsys, None, statements=rows)


def test_nothing_is_said_to_be_left_out_where_nothing_is(capsys: pytest.CaptureFixture[str]) -> None:
    of = _article()
    row = made.statement(of, LINES[0], made.KERRY, issues=("issue:syria",))
    text = _page(capsys, statements=(row,))
    assert "detente" not in text


def test_the_articles_come_last(capsys: pytest.CaptureFixture[str]) -> None:
    text = _page(capsys, positions=_positions(made.day("2013-03-01")))
    assert text.index("Where each side stands") < text.index("Articles read")
    assert text.endswith("]")
