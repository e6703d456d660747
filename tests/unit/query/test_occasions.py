"""Whether two phrases name one occasion."""

from __future__ import annotations

import pytest

from detente.query.occasions import akin

ONE = [
    ("the G-8 summit in Britain", "sidelines of the G8"),
    ("the Group of Eight summit", "the G8"),
    ("a Group of Twenty meeting", "the G-20 summit in Hangzhou"),
    ("the summit in Vienna", "Vienna"),
    ("talks in Vienna", "the Vienna talks"),
    ("the NATO summit", "a NATO session in Brussels"),
    ("a NATO gathering in Brussels", "the NATO meeting"),
    ("the Easter holiday", "Easter"),
    ("the meeting", "the Riga conference"),
    ("", "the Riga conference"),
    ("a session of ASEAN", "the ASEAN summit in Bali"),
]
TWO = [
    ("Easter", "May Day"),
    ("the G-8 summit", "the G-20 summit"),
    ("a funeral in Oslo", "a wedding in Oslo"),
    ("the Riga conference", "the Vilnius conference"),
    ("a NATO session", "an OSCE session"),
    ("a press conference", "a dinner"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_phrases_of_one_occasion(left: str, right: str) -> None:
    assert akin(left, right)
    assert akin(right, left)


@pytest.mark.parametrize(("left", "right"), TWO)
def test_phrases_of_two_occasions(left: str, right: str) -> None:
    assert not akin(left, right)
    assert not akin(right, left)


@pytest.mark.parametrize("words", ["the G-8 summit", "Easter", "", "talks at the Kremlin"])
def test_a_phrase_is_of_its_own_occasion(words: str) -> None:
    assert akin(words, words.upper())
