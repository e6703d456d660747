"""Words on two sides of an axis: which are found, and that no two readings are of one place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from detente.knowledge.opposites import axes, poles

FOUND = [
    ("Zambia agreed to it.", [("accept", 1, "agreed")]),
    ("Zambia refused.", [("accept", -1, "refused")]),
    ("Zambia ruled out a loan.", [("accept", -1, "ruled out")]),
    ("They stayed away from it.", [("attend", -1, "stayed away")]),
    ("Malawi denied it.", [("confirm", -1, "denied")]),
    ("Chad backs the plan.", [("support", 1, "backs")]),
    ("The gate was reopened.", [("open", 1, "reopened")]),
    ("Troops pulled back.", [("leave", 1, "pulled back")]),
    ("The talks were constructive.", [("outcome", 1, "constructive")]),
    ("The talks were a waste of time.", [("outcome", -1, "waste of time")]),
    ("A dialogue of the deaf.", [("outcome", -1, "dialogue of the deaf")]),
    ("The mood was frosty.", [("warmth", -1, "frosty")]),
    ("A thaw has set in.", [("relations", 1, "thaw")]),
    ("Ties deteriorated.", [("relations", -1, "deteriorated")]),
    ("It was a step  forward.", [("outcome", 1, "step  forward")]),
    ("TRIUMPH in Oslo", [("outcome", 1, "TRIUMPH")]),
    ("Agreed, but refused.", [("accept", 1, "Agreed"), ("accept", -1, "refused")]),
    ("not credible", [("truth", -1, "not credible")]),
    ("the disagreement", []),
    ("a bridge over the river", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[row[0] or "nothing" for row in FOUND])
def test_words_of_an_axis_are_found_the_longest_first(
    text: str, wanted: list[tuple[str, int, str]]
) -> None:
    assert [(one.axis, one.sign, text[one.start : one.end]) for one in poles(text)] == wanted


def test_two_readings_are_never_of_one_place() -> None:
    text = (
        "In violation of international law, against international law, in line with international law."
    )
    found = poles(text)
    assert found
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("axis", "kind"),
    [("accept", "act"), ("attend", "act"), ("outcome", "judgement"), ("relations", "judgement")],
)
def test_an_axis_is_of_acts_or_of_judgements(axis: str, kind: str) -> None:
    assert axes()[axis] == kind
