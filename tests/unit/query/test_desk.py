"""Origins, references and reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from detente.query.desk import desk_of, origins_of
from detente.records import Article, Participant
from tests.factories import article_of
from tests.unit.query import factories as made


def _article(words: str, outlet: str | None, day: int | None, origin: str | None = None) -> Article:
    published = date(2013, 3, day) if day else None
    return replace(article_of(words, outlet=outlet, published=published), origin=origin)


ALONE = _article("alone", "The Post", 1)
AGAIN = _article("again", "the post", 2)
NAMELESS = _article("nameless", None, 3)
AGENCY = _article("agency", "The Globe", 4, "Example Agency")
COPY = _article("copy", "The Globe", 5)
OTHER_GLOBE = _article("another", "The Globe", 6)


@pytest.mark.parametrize(
    ("articles", "copies", "expected"),
    [
        pytest.param([ALONE, AGAIN], [], 1, id="two texts of one outlet"),
        pytest.param([ALONE, NAMELESS], [], 2, id="an unnamed outlet is nobody's copy"),
        pytest.param([AGENCY, OTHER_GLOBE], [], 2, id="an agency text is not its outlet's"),
        pytest.param([ALONE, COPY], [(ALONE, COPY)], 1, id="a copy"),
        pytest.param(
            [ALONE, COPY, OTHER_GLOBE],
            [(ALONE, COPY)],
            2,
            id="a copy does not fold its outlet's others",
        ),
        pytest.param([ALONE, AGENCY], [(ALONE, AGENCY)], 1, id="the credit names the origin of both"),
    ],
)
def test_origins(articles: list[Article], copies: list[tuple[Article, Article]], expected: int) -> None:
    links = [made.link(a.id, b.id, "same-text") for a, b in copies]
    assert len(set(origins_of(articles, links).values())) == expected


def test_the_origin_is_the_credit_else_the_first_outlet_else_the_article() -> None:
    links = [made.link(NAMELESS.id, COPY.id, "same-text")]
    origins = origins_of([COPY, NAMELESS, AGENCY, ALONE, AGAIN], links)
    assert origins[NAMELESS.id] == origins[COPY.id] == "The Globe"
    assert origins[AGENCY.id] == "Example Agency"
    assert origins[AGAIN.id] == origins[ALONE.id] == "The Post"
    assert origins_of([NAMELESS], []) == {NAMELESS.id: NAMELESS.id}


def test_only_copies_of_text_fold_origins() -> None:
    links = [made.link(ALONE.id, COPY.id, "same-meeting")]
    assert len(set(origins_of([ALONE, COPY], links).values())) == 2


def test_reports_name_outlets_once_and_count_the_nameless() -> None:
    desk = desk_of([ALONE, AGAIN, NAMELESS, AGENCY, OTHER_GLOBE], [], made.reference())
    reports = desk.reports([OTHER_GLOBE.id, AGENCY.id, ALONE.id, NAMELESS.id, AGAIN.id, ALONE.id])
    assert reports.articles == 5
    assert reports.outlets == ("The Post", "The Globe")
    assert (reports.unnamed, reports.outlet_count, reports.origins) == (1, 3, 4)


def test_refs_are_in_order_of_publication_and_text_and_each_once() -> None:
    first, second = made.post(), made.globe()
    desk = desk_of([second.article, first.article], [], made.reference())
    rows = [second.statements[0], *first.statements, first.statements[0]]
    short = desk.short
    assert [ref.label for ref in desk.refs(rows)] == [
        f"{short[first.article.id]}:3",
        f"{short[first.article.id]}:5",
        f"{short[first.article.id]}:6",
        f"{short[second.article.id]}:3",
    ]


@pytest.mark.parametrize(
    ("participant", "expected"),
    [
        pytest.param(made.LAVROV, "RUS", id="the row says it"),
        pytest.param(Participant("", "", "person:john-kerry"), "USA", id="the registry knows it"),
        pytest.param(
            Participant("", "", "body:fra-foreign-ministry"), "FRA", id="a body that every state has"
        ),
        pytest.param(Participant("", "", "body:un-council"), None, id="a body of no state"),
        pytest.param(made.SAMPLE, None, id="somebody of no state"),
    ],
)
def test_state_of(participant: Participant, expected: str | None) -> None:
    assert made.reference().state_of(participant) == expected
