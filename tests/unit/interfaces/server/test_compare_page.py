"""A claim across origins: who has its very words, whose slots differ, who is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.interfaces.server.pages.stories import Line, columns_of, line_of
from detente.query.desk import Desk, desk_of
from detente.query.encounters import encounters
from detente.query.folding import act_of, saying_of
from detente.query.stories import Claim
from detente.records import Event, Extraction, Link, Meeting, Place, Statement, When
from tests.factories import article_of
from tests.unit.query import factories as made


def told(outlet: str, *lines: str, origin: str | None = None) -> Extraction:
    article = article_of(
        ("title", f"What {outlet} tells"), *lines, published=date(2013, 6, 1), outlet=outlet,
        path=f"{outlet}.txt",
    )  # fmt: skip
    return made.extraction(replace(article, origin=origin))


POST = told("The Post", "Kerry said the talks would go on.", "The ministers met in Berlin.")
GLOBE = told("The Globe", "Kerry said the talks would go on.", "They met in Berlin again.")
WIRE = told("The Wire", "Nothing of it was told here by anybody.")
ALL = (POST, GLOBE, WIRE)


def desk_over(*those: Extraction) -> Desk:
    return desk_of([of.article for of in those], (), made.reference())


def columns(*those: Extraction) -> Any:
    desk = desk_over(*those)
    return columns_of([desk.view(of.article.id) for of in those])


def said(of: Extraction, words: str, content: str) -> Statement:
    return replace(made.statement(of, words, made.KERRY), content=content)


def remark(post: str, globe: str) -> Line:
    rows = [said(POST, "the talks would go on", post), said(GLOBE, "the talks would go on", globe)]
    desk = desk_over(*ALL)
    item = saying_of(rows, desk, lambda _: None)
    item = replace(item, row=rows[0], same=tuple(row.id for row in rows))
    claim = Claim(item, (POST.article.id, GLOBE.article.id), (WIRE.article.id,))
    return line_of(claim, columns(*ALL), {row.id: row for row in rows})


REMARKS = [
    pytest.param("we will go on", "we will go on", (True, True), False, id="letter for letter"),
    pytest.param("we will go on", "We Will GO on", (True, True), False, id="in other case"),
    pytest.param("“we will go on,”", '"We will go on."', (True, True), False, id="other marks"),
    pytest.param("we will\n  go on", "we will go on", (True, True), False, id="over two lines"),
    pytest.param("we will go on", "we will not go on", (True, False), True, id="one word more"),
    pytest.param("we will go on", "the talks go on", (True, False), True, id="other words"),
    pytest.param("we will go on", "we will go", (True, False), True, id="cut short"),
]


@pytest.mark.parametrize(("post", "globe", "same", "differs"), REMARKS)
def test_a_remark(post: str, globe: str, same: tuple[bool, bool], differs: bool) -> None:
    line = remark(post, globe)
    assert line.same == (*same, False)
    assert line.differs is differs
    assert [cell is None for cell in line.cells] == [False, False, True]
    assert [cell.differs for cell in line.cells if cell] == [False, differs]


def test_a_cell_has_the_reference_of_its_sentence() -> None:
    line = remark("we will go on", "we will stop")
    for cell, of in zip(line.cells[:2], ALL[:2], strict=True):
        assert cell is not None
        assert cell.article == of.article.id
        assert cell.label == f"{of.article.id.partition(':')[2][:4]}:2"


def meeting(of: Extraction, words: str, **more: Any) -> Meeting:
    return made.meeting(of, words, made.KERRY, made.LAVROV, **more)


MEETINGS = [
    pytest.param({}, {}, False, id="neither tells a slot"),
    pytest.param({"place": made.BERLIN}, {"place": made.BERLIN}, False, id="one place"),
    pytest.param({"place": made.BERLIN}, {"place": Place("Bonn", "DEU")}, True, id="two places"),
    pytest.param({"date": made.day("2013-05-31")}, {"date": When()}, True, id="one has the day"),
    pytest.param({"status": "held"}, {"status": "planned"}, True, id="planned in one"),
    pytest.param({"duration": 60}, {"duration": 90}, False, id="lengths stand on its own page"),
]


@pytest.mark.parametrize(("post", "globe", "differs"), MEETINGS)
def test_a_meeting(post: dict[str, Any], globe: dict[str, Any], differs: bool) -> None:
    rows = [meeting(POST, "met in Berlin", **post), meeting(GLOBE, "met in Berlin again", **globe)]
    links = [Link("link:1", rows[0].id, rows[1].id, "same-meeting", 0.9, "", "machine")]
    (item,) = encounters(rows, links, desk_over(*ALL))
    claim = Claim(item, (POST.article.id, GLOBE.article.id), (WIRE.article.id,))
    line = line_of(claim, columns(*ALL), {})
    assert line.differs is differs
    assert line.same == (False, False, False)
    assert line.cells[2] is None
    assert [cell.row for cell in line.cells if cell] == rows


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        pytest.param({}, False, id="told in other words"),
        pytest.param({"type": "AGREE"}, True, id="of another type"),
        pytest.param({"factuality": "negated"}, True, id="that it did not happen"),
    ],
)
def test_an_act_is_told_by_its_sentence(other: dict[str, str], differs: bool) -> None:
    rows: list[Event] = [
        made.event(POST, "met", made.KERRY, made.RUSSIA),
        replace(made.event(GLOBE, "met", made.KERRY, made.RUSSIA), **other),
    ]
    item = replace(act_of(rows, desk_over(*ALL)), row=rows[0], same=tuple(row.id for row in rows))
    claim = Claim(item, (POST.article.id, GLOBE.article.id), ())
    line = line_of(claim, columns(*ALL), {row.id: row for row in rows})
    assert line.differs is differs
    assert [cell.words for cell in line.cells if cell] == [
        "The ministers met in Berlin", "They met in Berlin again",
    ]  # fmt: skip
    assert line.same == (True, False, False)


def test_copies_of_one_origin_share_a_column() -> None:
    copy = told("The Courier", "Kerry said so.", origin="The Wire")
    wire = told("The Wire", "Kerry said so.", origin="The Wire")
    found = columns(POST, copy, wire)
    assert [[one.outlet for one in column.articles] for column in found] == [
        ["The Post"], ["The Courier", "The Wire"],
    ]  # fmt: skip
