"""What a sentence says of how two states get on; sentences of our own, one line a case."""

from __future__ import annotations

import pytest

from detente.knowledge.verdicts import verdict_of, verdict_words

VERDICTS = """
better | A thaw between Moscow and Washington is under way.
better | After Geneva relations between the two countries are improving.
better | Ties have grown warmer since the spring.
better | The two capitals have turned the page, and their relationship is on track.
better | There will be no return to the Cold War, the minister said.
better | There is no new Cold War.
better | The envoy sees a rapprochement.
better | Relations never soured over the case.
better | Both ministers tried to ease the strained ties.
better | The talks may reverse the deterioration of relations.
worse | The visit fails to thaw relations.
worse | The visit fails to thaw chilled relations.
worse | Relations are at their lowest point in years.
worse | It is the worst crisis in relations since the Cold War.
worse | There was no dispute of this kind since the Cold War.
worse | The reset is over.
worse | There will be no new reset, the deputy said.
worse | The thaw is over.
worse | Hopes of closer ties, raised in the spring, are being dashed.
worse | He does not expect relations to improve.
worse | There is little hope of better relations.
worse | A chill has settled on the relationship.
worse | The expulsion soured ties.
worse | The president spoke of a Cold War mentality.
worse | Relations haven't improved.
mixed | Relations remain strained, but they are improving.
mixed | After a warm spring, ties are frosty.
"""
NONE = """
The river froze.
Ministers met in Berlin.
It was a cold day, and the talks were long.
He pursued better relations with both.
The two want to improve relations.
The two presidents had agreed to bring their services closer together.
The two governments promised to warm their relations.
In the era of detente the two countries signed treaties.
Relations in the 1970s were warmer.
The button said reset.
The Cold War ended.
The economy improved.
New START was signed in Prague.
"""


@pytest.mark.parametrize("line", VERDICTS.strip().splitlines())
def test_a_verdict(line: str) -> None:
    wanted, _, text = line.partition(" | ")
    found = verdict_of(text)
    assert found is not None
    assert found.direction == wanted
    assert all(word in text for word in found.words)


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_no_verdict(text: str) -> None:
    assert verdict_of(text) is None


def test_a_small_thaw_is_a_thaw() -> None:
    found = verdict_of("At last relations thaw, if only a little.")
    assert found is not None
    assert found.direction == "better"


@pytest.mark.parametrize("text", ["", "   ", "…", "no", "a little", "relations", "ties ties ties"])
def test_scraps(text: str) -> None:
    assert verdict_of(text) is None


def test_the_words_to_search_for_have_no_stars() -> None:
    words = verdict_words()
    assert "thaw" in words
    assert not [word for word in words if "*" in word]
    assert len(words) == len(set(words))
