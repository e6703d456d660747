"""How well a text answers, and which words of it do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.query.language import parse, positive
from detente.query.ranking import marked, plain, score, sought, stem_of


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
