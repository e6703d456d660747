"""A match that is won and a journey of many are no acts between states; a beating and a visit are."""

from __future__ import annotations

import pytest

from detente.extract.events.private import is_private
from tests.factories import parse_of

CASES = [
    ("Brazil beat Argentina 2-0 on Sunday.", "beat", True),
    ("Brazil beat Argentina 101–99 after an extra quarter.", "beat", True),
    ("India thrashed Bangladesh by six wickets.", "thrash", True),
    ("France defeated Croatia at the World Cup.", "defeat", True),
    ("Ghana stunned Uruguay at the Olympics.", "stun", True),
    ("Japan beat Cameroon in the quarter-final.", "beat", True),
    ("Police beat a Dutch reporter on Sunday.", "beat", False),
    ("Vietnam defeated France in 1954.", "defeat", False),
    ("Russia defeated Sweden in the war of 1808-1809.", "defeat", False),
    ("Iran criticised Iraq after the match.", "criticise", False),
    ("Many Greeks visit Turkey in the summer.", "visit", True),
    ("Thousands of Britons visited Spain last year.", "visit", True),
    ("The Greek minister visited Turkey.", "visit", False),
    ("Two ministers visited Turkey.", "visit", False),
    ("Thousands of Russian soldiers attacked Georgia.", "attack", False),
    ("Visit Turkey in the summer!", "visit", False),
    ("Norway tried for days to reach the Serbian minister.", "try", True),
    ("Iran tried two Americans for espionage.", "try", False),
    ("Two Americans were tried for espionage in Iran.", "try", False),
]


@pytest.mark.parametrize(("text", "lemma", "private"), CASES, ids=[case[0] for case in CASES])
def test_what_is_private(text: str, lemma: str, private: bool) -> None:
    verbs = [token for token in parse_of(text).doc if token.lemma_.lower() == lemma]
    assert verbs
    assert is_private(verbs[0]) is private
