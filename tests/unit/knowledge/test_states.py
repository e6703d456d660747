"""States, their peoples, capitals and seats."""

from __future__ import annotations

import pytest

from detente.errors import UnknownName
from detente.knowledge.states import state, states


def test_about_two_hundred_and_the_ones_that_are_no_more() -> None:
    assert 200 <= len(states()) <= 240
    assert {"SUN", "YUG", "CSK", "DDR"} <= states().keys()
    assert state("SUN").last_year == 1991
    assert state("FRA").last_year is None


@pytest.mark.parametrize(
    ("code", "field", "word"),
    [
        ("USA", "forms", "the States"), ("USA", "adjectives", "American"),
        ("USA", "people", "Americans"),
        ("USA", "seats", "Foggy Bottom"), ("USA", "capitals", "Washington"),
        ("RUS", "seats", "Kremlin"),
        ("RUS", "people", "Russians"), ("NLD", "adjectives", "Dutch"), ("NLD", "capitals", "The Hague"),
        ("GBR", "seats", "Downing Street"), ("GBR", "people", "Britons"), ("FRA", "seats", "Elysee"),
        ("UKR", "capitals", "Kiev"), ("UKR", "capitals", "Kyiv"), ("DNK", "people", "Danes"),
        ("CHN", "adjectives", "Chinese"), ("COD", "forms", "Zaire"),
        ("PRK", "adjectives", "North Korean"),
    ],
)  # fmt: skip
def test_words_of_a_state(code: str, field: str, word: str) -> None:
    assert word in getattr(state(code), field)


@pytest.mark.parametrize("code", ["CHN", "FRA", "NLD", "JPN", "CHE"])
def test_adjectives_that_make_no_plural(code: str) -> None:
    assert not any(word.endswith(("eses", "ishs", "chs", "sss")) for word in state(code).people)


def test_codes_are_three_capitals_and_years_in_order() -> None:
    for code, one in states().items():
        assert code == one.code
        assert len(code) == 3
        assert code.isupper()
        if one.first_year and one.last_year:
            assert one.first_year < one.last_year


def test_no_two_states_share_a_name() -> None:
    seen: dict[str, str] = {}
    for one in states().values():
        for form in (one.name, *one.forms):
            assert seen.setdefault(form, one.code) == one.code, form


def test_an_unknown_code_says_what_is_near() -> None:
    with pytest.raises(UnknownName, match="RUS"):
        state("RUX")
