"""Names of states in two languages, and in a sentence."""

from __future__ import annotations

import pytest

from detente.knowledge.state_names import in_a_sentence, state_name
from detente.knowledge.states import states
from detente.knowledge.tables import rows


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [
        ("USA", "United States", "Vereinigte Staaten"),
        ("RUS", "Russia", "Russland"),
        ("DEU", "Germany", "Deutschland"),
        ("CHN", "China", "China"),
        ("SUN", "Soviet Union", "Sowjetunion"),
        ("XYZ", "XYZ", "XYZ"),
    ],
)
def test_a_name_in_two_languages(code: str, english: str, german: str) -> None:
    assert (state_name(code), state_name(code, "de")) == (english, german)


def test_every_state_has_a_german_name() -> None:
    named = {row["state"]: row["name"] for row in rows("states_de.tsv")}
    assert set(named) == set(states())
    assert all(name.strip() for name in named.values())


def test_a_language_without_names_has_the_english_ones() -> None:
    assert state_name("RUS", "fr") == "Russia"


@pytest.mark.parametrize(
    ("code", "words"),
    [("USA", "the United States"), ("GBR", "the United Kingdom"), ("RUS", "Russia"),
     ("NLD", "the Netherlands"), ("SUN", "the Soviet Union"), ("IND", "India")],
)  # fmt: skip
def test_in_a_sentence(code: str, words: str) -> None:
    assert in_a_sentence(code) == words
