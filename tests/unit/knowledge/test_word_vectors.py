"""How near words are in meaning, and which side a word of judgement is on."""

from __future__ import annotations

import numpy as np
import pytest

from detente.knowledge.valence import valence
from detente.knowledge.word_vectors import near, vector

NEARER = [
    ("session", "meeting", "trawler"),
    ("expelled", "expulsion", "harvest"),
    ("soldiers", "troops", "tulips"),
    ("detained", "arrested", "painted"),
    ("killed", "died", "sang"),
    ("cancelled", "postponed", "counted"),
    ("signed", "signature", "river"),
    ("dinner", "banquet", "frontier"),
    ("proposed", "proposal", "fish"),
    ("border", "frontier", "breakfast"),
    ("call", "telephone", "glacier"),
    ("accord", "agreement", "weather"),
]


@pytest.mark.parametrize(("word", "akin", "other"), NEARER, ids=[row[0] for row in NEARER])
def test_a_word_is_nearer_to_one_of_its_meaning(word: str, akin: str, other: str) -> None:
    assert near(word, akin) > near(word, other) + 0.15


@pytest.mark.parametrize("word", ["talks", "zzyzx", "", "Ankara"])
def test_a_word_is_one_with_itself_known_or_not(word: str) -> None:
    assert near(word, word) == 1.0


@pytest.mark.parametrize("word", ["zzyzx", "", "é", "42"])
def test_an_unknown_word_has_no_vector_and_is_near_to_nothing(word: str) -> None:
    assert vector(word) is None
    assert near(word, "talks") == 0.0


@pytest.mark.parametrize("word", ["talks", "river", "ambassador", "ceasefire"])
def test_a_vector_has_unit_length(word: str) -> None:
    found = vector(word)
    assert found is not None
    assert np.linalg.norm(found) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize(
    ("left", "right"), [("talks", "meeting"), ("river", "dam"), ("success", "failure")]
)
def test_nearness_goes_both_ways(left: str, right: str) -> None:
    assert near(left, right) == pytest.approx(near(right, left), abs=1e-6)


@pytest.mark.parametrize(
    ("form", "base"), [("rapprochements", "rapprochement"), ("mediates", "mediate")]
)
def test_a_form_that_is_not_listed_has_the_vector_of_its_base(form: str, base: str) -> None:
    assert near(form, base) > 0.6


GOOD = ["success", "triumph", "fruitful", "cordial", "sincere", "rapprochement", "courageous"]
BAD = ["failure", "flop", "fiasco", "frosty", "hostile", "betrayal", "blunder", "farce"]
NEITHER = ["bridge", "minister", "river", "talks", "summit", "soldiers", "agreement", "Monday", "zzyzx"]


@pytest.mark.parametrize(
    ("word", "side"),
    [*((word, 1) for word in GOOD), *((word, -1) for word in BAD), *((word, 0) for word in NEITHER)],
)
def test_words_of_judgement_take_a_side_and_others_none(word: str, side: int) -> None:
    assert valence(word) == side


@pytest.mark.parametrize(
    ("word", "opposite"),
    [("success", "failure"), ("warm", "hostile"), ("trust", "mistrust"), ("lawful", "unlawful")],
)
def test_opposites_are_near_in_use_and_on_two_sides(word: str, opposite: str) -> None:
    assert valence(word) == -valence(opposite) == 1
