# ruff: noqa: E501 -- tables of cases keep one case on one line
"""How far two sentences speak of one thing, whatever words they choose."""

from __future__ import annotations

import pytest

from detente.link.disagreement.wording import Likeness, likeness, matches, worded

KEYS = [
    ("a capital is its state", "Budapest expelled six Romanian diplomats.", ["=HUN", "expelled", "=ROU", "diplomats"]),
    ("two words of one state", "Norway and the Norwegian envoy agreed.", ["=NOR", "envoy", "agreed"]),
    ("a state of two words", "Sri Lanka signed.", ["=LKA", "signed"]),
    ("a name", "The envoy Aino Rantala left.", ["envoy", "@aino", "@rantala", "left"]),
    ("no days", "On Monday night they met.", ["met"]),
    ("no speakers' words", "The spokesman said the bridge was open.", ["bridge", "open"]),
    ("no numbers", "Twelve ships and 40 boats left.", ["ships", "boats", "left"]),
    ("each once", "The bridge, that bridge, a bridge.", ["bridge"]),
    ("a genitive", "Finland's answer came.", ["=FIN", "answer", "came"]),
    ("nothing", "", []),
    ("short words", "It is on.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), [row[1:] for row in KEYS], ids=[row[0] for row in KEYS])
def test_a_sentence_is_its_words_of_content(text: str, keys: list[str]) -> None:
    assert [word.key for word in worded(text).words] == keys


def test_hidden_ranges_carry_no_word() -> None:
    text = "The seizure was lawful, argued the jurist Siri Haugland."
    found = worded(text, [(text.index("argued"), len(text))])
    assert [word.key for word in found.words] == ["seizure", "lawful"]


def test_states_and_names_are_told_apart() -> None:
    found = worded("In Vilnius the Lithuanian envoy met Rasa Vilkaite.")
    assert found.states == {"LTU"}
    assert found.names == {"rasa", "vilkaite"}


ONE_THING = [
    ("passive", "Norway expelled six envoys of Chad.", "Six envoys of Chad were expelled by Norway."),
    ("noun and verb", "Norway expelled six envoys of Chad.", "The expulsion of six Chadian envoys by Oslo."),
    ("synonyms", "Soldiers were killed in the fighting.", "Troops died in the battle."),
    ("held and took place", "The two ministers held talks in Vienna.", "In Vienna a meeting of the ministers took place."),
]  # fmt: skip
TWO_THINGS = [
    ("two matters", "Norway expelled six envoys.", "The price of fish has fallen."),
    ("two states", "Chad banned the import of rice.", "Peru opened a museum of trains."),
    ("two people", "The envoy Rasa Vilkaite wept.", "The envoy Aino Rantala laughed."),
]


@pytest.mark.parametrize(("left", "right"), [r[1:] for r in ONE_THING], ids=[r[0] for r in ONE_THING])
def test_sentences_of_one_thing_cover_each_other(left: str, right: str) -> None:
    found = likeness(worded(left), worded(right))
    assert max(found.left, found.right) > 0.6
    assert min(found.left, found.right) > 0.4


@pytest.mark.parametrize(("left", "right"), [r[1:] for r in TWO_THINGS], ids=[r[0] for r in TWO_THINGS])
def test_sentences_of_two_things_do_not(left: str, right: str) -> None:
    found = likeness(worded(left), worded(right))
    assert min(found.left, found.right) < 0.4


@pytest.mark.parametrize(
    ("left", "right"), [("", "The bridge is open."), ("The bridge is open.", ""), ("", ""), ("It is.", "It is.")]
)  # fmt: skip
def test_nothing_is_like_nothing(left: str, right: str) -> None:
    assert likeness(worded(left), worded(right)) == Likeness(0.0, 0.0, 0.0, 0.0, 0.0)


def test_a_sentence_is_covered_by_itself() -> None:
    one = worded("Six envoys of Chad left Oslo on the night train, Rasa Vilkaite among them.")
    found = likeness(one, one)
    assert (found.left, found.right) == pytest.approx((1.0, 1.0), abs=0.01)
    assert (found.names, found.states, found.missing) == (1.0, 1.0, 0.0)


def test_likeness_turned_round_has_its_sides_turned() -> None:
    one, other = (
        worded("Envoys of Chad left Oslo."),
        worded("Oslo sent the Chadian envoys home by train."),
    )
    there, back = likeness(one, other), likeness(other, one)
    assert (there.left, there.right) == pytest.approx((back.right, back.left))


@pytest.mark.parametrize(
    ("left", "right", "names", "missing"),
    [
        ("The envoy Rasa Vilkaite left.", "Then Rasa Vilkaite spoke.", 1.0, 0.0),
        ("The envoy Rasa Vilkaite left.", "Then Aino Rantala spoke.", 0.0, 1.0),
        ("The envoy left.", "Then Aino Rantala spoke.", 0.0, 0.0),
    ],
)
def test_names_are_shared_missing_or_not_there(
    left: str, right: str, names: float, missing: float
) -> None:
    found = likeness(worded(left), worded(right))
    assert (found.names, found.missing) == (names, missing)


def test_words_match_by_stem_though_no_vector_knows_them() -> None:
    best = matches(worded("The grombolids left."), worded("A grombolid left."))
    assert best[0, 0] == 1.0
