"""How well a text answers, and which words of it do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.query.language import parse, positive
from detente.query.ranking import SHORT, marked, plain, score, score_row, sought, stem_of


def answers(query: str, text: str) -> float:
    return score(text, sought(positive(parse(query))))


def words(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in marked(text, sought(positive(parse(query))))]


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        pytest.param("missile", "The missile talks.", "The talks.", id="the word"),
        pytest.param("missile", "Missile after missile.", "A missile.", id="more often"),
        pytest.param("missile", "A missile.", "A missile" + " and so on" * 60, id="in fewer words"),
        pytest.param("missile the", "A missile.", "The the the.", id="the rarer word"),
        pytest.param('"missile defence"', "Missile defence.", "Defence, missile.", id="the phrase"),
        pytest.param("missiles", "The missile.", "The miss.", id="another form"),
        pytest.param("geneve", "A Genève.", "A Vienna.", id="accents"),
    ],
)
def test_what_answers_better(query: str, better: str, worse: str) -> None:
    assert answers(query, better) > answers(query, worse)


ROWS = [
    pytest.param("syria", "Talks on Syria go on.\nRussia", "Denies it.\nSyria", id="said, not named"),
    pytest.param("syria", "On Syria.\nSyria", "On Syria.\nRussia", id="said and named"),
    pytest.param("syria", "Denies it.\nSyria", "Denies it.\nRussia", id="named, not at all"),
    pytest.param("syria", "Syria and Syria again.\nRussia", "Syria.\nRussia", id="said twice"),
    pytest.param("syria", "Of Syria.", "Nothing.\nSyria\nSyria\nSyria", id="named by several"),
]


@pytest.mark.parametrize(("query", "better", "worse"), ROWS)
def test_which_row_answers_better(query: str, better: str, worse: str) -> None:
    wanted = sought(positive(parse(query)))
    assert score_row(better, wanted) > score_row(worse, wanted)


@pytest.mark.parametrize("length", [8, 20, SHORT - 1, SHORT])
def test_a_short_text_is_no_better_for_being_short(length: int) -> None:
    assert answers("syria", "Syria".ljust(length, ".")) == answers("syria", "Syria".ljust(SHORT, "."))
    assert answers("syria", "Syria".ljust(length, ".")) > answers("syria", "Syria".ljust(400, "."))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("missile", "Missiles and a missile.", ["Missiles", "missile"]),
        ('"missile defence"', "Missile  defence, not defence missile.", ["Missile  defence"]),
        ("sanction*", "Sanctions, sanctioned; sanctity.", ["Sanctions", "sanctioned"]),
        ("Syria -Assad", "Assad of Syria", ["Syria"]),
        ("geneve", "In Genève.", ["Genève"]),
        ("talks talk", "They talk.", ["talk"]),
        ('talks "useful talks"', "useful talks", ["useful talks"]),
        ("nothing", "Something.", []),
        ("", "Something.", []),
    ],
)
def test_what_is_marked(query: str, text: str, found: list[str]) -> None:
    assert words(query, text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talks", "talk"),
        ("sanctioned", "sanctions"),
        ("agreement", "agreements"),
        ("policies", "policy"),
    ],
)
def test_forms_of_a_word(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@given(st.text(max_size=60), st.lists(st.text("abcxyz", min_size=1, max_size=6), max_size=3))
def test_marks_are_in_order_and_apart(text: str, asked: list[str]) -> None:
    found = marked(text, sought(positive(parse(" ".join(asked)))))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert plain(text) == plain(plain(text))
