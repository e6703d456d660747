"""Laying sentences beside each other: what holds whatever they say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.link.disagreement.signs import signs
from detente.link.disagreement.weighing import features, weigh
from detente.link.disagreement.wording import likeness, worded
from tests.unit.link.test_weighing import ready

WORDS = st.sampled_from(
    """Norway Chad Oslo minister envoys bridge maize talks Monday Friday six twelve not no never only
    refused signed met called off president dinner press conference success flop frosty in the of and
    , . ;""".split()  # noqa: SIM905
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_marks_lie_inside_their_sentence(text: str) -> None:
    found = signs(text)
    for marks in (found.denials, found.days, found.places, found.settings, found.ranks, found.verdicts):
        assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_likeness_is_a_share_and_goes_both_ways(left: str, right: str) -> None:
    there, back = likeness(worded(left), worded(right)), likeness(worded(right), worded(left))
    for value in (there.left, there.right, there.names, there.states, there.missing):
        assert -1e-6 <= value <= 1 + 1e-6
    assert abs(there.left - back.right) < 1e-4
    assert abs(there.right - back.left) < 1e-4


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_a_sentence_never_stands_against_itself(text: str) -> None:
    one, same = ready(text), ready(text, "Globe")
    assert weigh(one, same) is None or not any(
        features(one, same)[sign]
        for sign in ("number", "day", "place", "only", "off", "verdict", "rank")
    )


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_a_chance_is_one(left: str, right: str) -> None:
    found = weigh(ready(left), ready(right, "Globe"))
    assert found is None or 0 <= found.chance <= 1
