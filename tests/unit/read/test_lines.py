# ruff: noqa: E501 -- tables of cases keep one case on one line
"""The second look at every line: what the model corrects, and what it must leave alone."""

from __future__ import annotations

import numpy as np
import pytest

from detente.read import read_text
from detente.read.lines import GROUPS, LineModel, likelihoods, model_named, review, ruled
from detente.read.page import Page
from detente.read.rows import Label
from detente.read.signs import HASHED, NAMES, REACH, in_context, signs_of
from detente.read.text import ruled_text
from tests.unit.read.pages import BODY, FOURTH, LEAD, SECOND, THIRD, body, dump, roles

TITLE = "Ministers meet over fishing dispute"
MENU = "Home\nNews\nWorld\nOpinion\nSport\nCulture\nTravel\nWeather"
TEASERS = (
    "Ferries late again after ice in the sound",
    "Five things to know about the herring",
    "Why the bridge may never open",
    "Storm closes the outer pier",
    "Our picks of the week",
    "The ten best walks in the north",
)
FOOT = "About us\nContact\nAdvertise\nJobs\nPrivacy\nTerms of use\nSite map\n© 2013 The Example Post"


def stump() -> LineModel:
    """Two trees of one question each: words above 1, and the score of the words above 0."""
    return LineModel(
        words=np.zeros(HASHED, dtype=np.float32),
        bias=0.0,
        roots=np.array([0, 3], dtype=np.int32),
        feature=np.array([0, 0, 0, 1, 0, 0], dtype=np.int32),
        threshold=np.array([1.0, 0, 0, 0.0, 0, 0], dtype=np.float32),
        child=np.array([1, 2, 1, 1, 2, 2, 4, 5, 4, 4, 5, 5], dtype=np.int32),
        value=np.array([0, -2.0, 2.0, 0, -1.0, 1.0], dtype=np.float32),
        base=0.0,
        depth=2,
    )


@pytest.mark.parametrize(
    ("row", "total"),
    [
        ((0.0, -1.0), -3.0),
        ((2.0, -1.0), 1.0),
        ((0.0, 1.0), -1.0),
        ((2.0, 1.0), 3.0),
        ((1.0, 0.0), -3.0),
    ],
)
def test_forest(row: tuple[float, float], total: float) -> None:
    (found,) = stump().likely(np.array([row], dtype=np.float32))
    assert found == pytest.approx(1 / (1 + np.exp(-total)))


def test_rows_do_not_see_each_other_in_the_forest() -> None:
    rows = np.array([(0.0, -1.0), (2.0, 1.0)], dtype=np.float32)
    both = stump().likely(rows)
    assert both[0] == stump().likely(rows[:1])[0]
    assert both[1] == stump().likely(rows[1:])[0]


def test_shipped_model_has_the_columns_that_are_made() -> None:
    model = model_named("line_model")
    page, top = ruled_text(dump(TITLE, *BODY), "a.txt")
    signs = signs_of(page.rows, top.title, top.words)
    assert signs.own.shape == (len(page.rows), len(NAMES))
    columns = in_context(signs.own, model.lexical(signs.words), ruled(page))
    assert int(model.feature.max()) < columns.shape[1]
    assert model.words.shape == (HASHED,)
    assert np.isfinite(columns).all()


def test_context_reaches_so_far_and_no_farther() -> None:
    page, top = ruled_text(dump(TITLE, *BODY, LEAD, SECOND, THIRD, FOURTH, LEAD), "a.txt")
    own = signs_of(page.rows, top.title, top.words).own
    score = np.zeros(len(own), dtype=np.float32)
    before = in_context(own, score)
    score[-1] = 5.0
    after = in_context(own, score)
    changed = np.flatnonzero((before != after).any(axis=1))
    near = len(NAMES) + 1 + 12 * 2 * REACH  # own, score, and the neighbours' columns
    seen = np.flatnonzero((before[:, :near] != after[:, :near]).any(axis=1))
    assert set(seen) == set(range(len(own) - 1 - REACH, len(own)))
    assert set(seen) <= set(changed)


def test_ruled_columns_say_role_and_score() -> None:
    page, _ = ruled_text(dump(TITLE, LEAD, SECOND), "a.txt")
    found = ruled(page)
    assert found.shape == (3, GROUPS)
    assert found[:, :-1].sum(axis=1).tolist() == [1.0, 1.0, 1.0]
    assert found[0, 8] == 1.0
    assert found[1, 0] == 1.0


def test_full_page_dump() -> None:
    text = dump(
        "The Example Post",
        MENU,
        TITLE,
        "By Jane Roe",
        "26 February 2013",
        *BODY,
        "\n".join(TEASERS),
        FOOT,
    )
    article = read_text(text)
    assert article.title == TITLE
    assert body(article)[: len(BODY)] == list(BODY)
    assert not set(body(article)) & set(MENU.splitlines())
    assert not set(body(article)) & set(FOOT.splitlines())


KEPT = [
    pytest.param(FOURTH, id="a quotation"),
    pytest.param("“No,” said Orso.", id="a short quotation"),
    pytest.param("Lind laughed.", id="three words"),
    pytest.param("Orso told reporters that he would not sign up for anything before Friday.", id="words of a pitch in somebody's mouth"),
    pytest.param("The talks are to go on in Sudia in the spring, both sides said in a statement.", id="the last paragraph"),
    pytest.param("In 2012 the two states had agreed on 14,000 tonnes of herring and 3,500 of cod.", id="figures"),
]  # fmt: skip


@pytest.mark.parametrize("line", KEPT)
def test_text_stays(line: str) -> None:
    assert line in body(read_text(dump(TITLE, LEAD, SECOND, line, THIRD)))
    assert line in body(read_text(dump(TITLE, LEAD, SECOND, THIRD, line)))


def test_every_correction_says_so() -> None:
    page, top = ruled_text(dump(TITLE, MENU, *BODY, "\n".join(TEASERS), FOOT), "a.txt")
    before = list(page.labels)
    review(page, top.title, top.words)
    for old, new in zip(before, page.labels, strict=True):
        if old != new:
            assert new is not None
            assert "line model" in new.reason
            assert 0.0 <= new.score <= 1.0


def test_standfirst_caption_and_title_are_never_made_text() -> None:
    page, top = ruled_text(dump(TITLE, *BODY), "a.txt")
    for role in ("title", "dek", "caption", "byline", "date"):
        again = Page(list(page.rows), list(page.labels))
        again.labels[2] = Label(role, "made for a test", 0.9)
        review(again, top.title, top.words)
        assert again.role(2) == role


def test_pitches_are_never_made_text() -> None:
    found = roles(
        dump(
            TITLE,
            *BODY,
            "Keep reading for free!",
            "You will get three articles of your choice.",
            "Log in here.",
        )
    )
    assert found["Keep reading for free!"] == "paywall"


def test_a_page_without_an_article_stays_as_the_rules_left_it() -> None:
    page, top = ruled_text("Home\n\nNews\n\nWorld\n\nSport", "a.txt")
    before = list(page.labels)
    review(page, top.title, top.words)
    assert page.labels == before


def test_no_rows() -> None:
    assert likelihoods(Page([]), None, None) == []


def test_likelihoods_part_text_from_menus() -> None:
    page, top = ruled_text(dump(MENU, TITLE, *BODY, FOOT), "a.txt")
    scores = likelihoods(page, top.title, top.words)
    text = [score for score, row in zip(scores, page.rows, strict=True) if row.text in BODY]
    menu = [
        score for score, row in zip(scores, page.rows, strict=True) if row.text in MENU.splitlines()
    ]
    assert min(text) > max(menu)
