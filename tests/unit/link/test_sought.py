"""What is looked for to settle a forecast, in words that a reader can check by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.link.outcomes import Target, thing_of
from detente.link.sought import sought
from detente.records import Participant, When
from tests.unit.query import factories as made

KERRY, LAVROV = "John Kerry", "Sergei Lavrov"


def target(claim: str, *names: str, issue: str | None = "issue:syria",
           by: Participant = made.SAMPLE) -> Target:  # fmt: skip
    row = made.forecast(made.post(), "no breakthrough on Syria was near", by)
    row = replace(row, claim=claim, issue=issue)
    return Target(row, When(), frozenset(), tuple(name.lower() for name in names))


LOOKED = [
    ("two who will meet", "Kerry and Lavrov will meet in Vienna", (KERRY, LAVROV),
     "a meeting of John Kerry and Sergei Lavrov"),
    ("one who will come", "Kerry will come to Moscow", (KERRY,), "a visit or meeting of John Kerry"),
    ("a thing", "There will be a treaty by June", (), "a report that a treaty was made"),
    ("a resolution", "Then there would be a new resolution", (), "a report that a resolution was made"),
    ("its words", "the centrifuges never stopped turning quietly", (),
     "an act told with 3 of these words: centrifuges, never, stopped, turning, quietly"),
    ("whoever said it", "It is over", (), "a statement in which Ada Sample looks back on it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "people", "wanted"), [row[1:] for row in LOOKED], ids=[row[0] for row in LOOKED]
)
def test_what_is_looked_for(claim: str, people: tuple[str, ...], wanted: str) -> None:
    assert wanted in sought(target(claim), people)


NOT_LOOKED = [
    ("nobody named meets", "They will meet in Vienna", (), "meeting"),
    ("a quarrel is no meeting", "Kerry will quarrel with Lavrov", (KERRY, LAVROV), "meeting"),
    ("no thing", "There will be no treaty by June", (), "was made"),
    ("a mood", "There will be a thaw by June", (), "was made"),
    ("too few words", "It will rain", (), "an act"),
]


@pytest.mark.parametrize(
    ("claim", "people", "words"), [row[1:] for row in NOT_LOOKED], ids=[row[0] for row in NOT_LOOKED]
)
def test_what_is_not_looked_for(claim: str, people: tuple[str, ...], words: str) -> None:
    assert not [one for one in sought(target(claim), people) if words in one]


def test_a_name_is_no_word_of_an_act() -> None:
    (act, _) = sought(target("Kerry foresees railways reaching harbours", "Kerry"))
    assert act == "an act told with 3 of these words: foresees, railways, reaching, harbours"


def test_without_an_issue_no_thing_is_looked_for() -> None:
    assert not [one for one in sought(target("There will be a treaty", issue=None)) if "made" in one]


def test_a_body_does_not_look_back() -> None:
    paper = Participant("The Daily Example", "the paper", None, "body")
    assert sought(target("It is over", by=paper)) == ()


@pytest.mark.parametrize(
    ("claim", "thing"),
    [
        pytest.param("There will be a ceasefire", "ceasefire", id="will be"),
        pytest.param("First, there will be new sanctions", "sanctions", id="after a number"),
        pytest.param("there would be an agreement by May", "agreement", id="would be"),
        pytest.param("There will not be a ceasefire", None, id="not"),
        pytest.param("There was a ceasefire", None, id="was"),
        pytest.param("They will sign a ceasefire", None, id="signed by somebody"),
    ],
)
def test_the_thing_that_there_will_be(claim: str, thing: str | None) -> None:
    assert thing_of(claim) == thing
