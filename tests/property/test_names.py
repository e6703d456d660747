"""Properties of folding and of tenures."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.names import fold, fold_word, same_name
from detente.knowledge.registry import covers, registry
from detente.records import When

WORDS = st.text("abcdefghijklmnoprstuvyzABDKLMPSабвгдклмнопрсё", min_size=1, max_size=12)
DAYS = st.dates(date(1985, 1, 1), date(2025, 12, 31))


@given(WORDS)
def test_folding_ignores_case(word: str) -> None:
    assert fold_word(word.upper()) == fold_word(word.lower())


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_folding_ignores_space_around(words: list[str]) -> None:
    assert fold("  ".join(words)) == fold(" ".join(words))


@given(WORDS, WORDS, WORDS, WORDS)
def test_sameness_has_no_direction(a: str, b: str, c: str, d: str) -> None:
    assert same_name(f"{a} {b}", f"{c} {d}") == same_name(f"{c} {d}", f"{a} {b}")


@given(DAYS)
def test_the_office_on_a_day_was_running_then(day: date) -> None:
    known = registry()
    for person in ("person:sergei-lavrov", "person:hillary-clinton", "person:vladimir-putin"):
        held = known.office_on(person, When.day(day))
        running = [t for t in known.tenures_of(person) if covers(t, (day, day))]
        assert (held in running) if running else held is None


@given(DAYS)
def test_a_single_seat_has_one_holder_but_on_the_day_of_a_hand_over(day: date) -> None:
    holders = registry().holders("USA:head-of-state", None, When.day(day))
    assert len({t.person for t in holders}) == (
        2 if (day.month, day.day) == (1, 20) and len(holders) > 1 else 1
    )
