from __future__ import annotations

import pytest
from evals.metrics.quotes import (
    Attribution,
    Score,
    fragments,
    is_direct,
    items,
    letters,
    matches,
    right_speaker,
)
from evals.tasks.quotes import merged

from detente.records import Evidence, Participant, Statement, When

TEXT = 'Berg said that the road is open. "It is," Holm said. "Really."\nNew line here.'


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def attribution(content: str, source: str = "") -> Attribution:
    return Attribution((span(content),), (span(source),) if source else ())


def test_letters_are_letters_and_digits_without_a_leading_that() -> None:
    assert len(letters(TEXT, [span("that the road")])) == len("theroad")
    assert len(letters(TEXT, [span("that the road")], content=False)) == len("thattheroad")


@pytest.mark.parametrize(
    ("content", "expected"),
    [('"It is,"', True), ("It is", True), ("the road is open", False), ('said. "Really."', False)],
)
def test_direct(content: str, expected: bool) -> None:
    assert is_direct(TEXT, [span(content)]) is expected


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        pytest.param("Holm", "Holm", True, id="same"),
        pytest.param("Holm said", "Holm", True, id="a telling part"),
        pytest.param("that the road", "the", False, id="a small word"),
        pytest.param("Berg", "Holm", False, id="another"),
        pytest.param("Berg", "Berg said that", True, id="a little more"),
        pytest.param("Berg", "Berg said that the road is open", False, id="much more"),
    ],
)
def test_speaker(gold: str, found: str, expected: bool) -> None:
    assert right_speaker(TEXT, [span(gold)], [span(found)]) is expected


def test_nobody_found_is_wrong() -> None:
    assert not right_speaker(TEXT, [span("Berg")], [])


def test_each_is_paired_once_the_best_first() -> None:
    gold = [attribution("the road is open"), attribution("the road")]
    found = [attribution("the road is open")]
    assert matches(TEXT, gold, found) == [(1.0, 0, 0)]


@pytest.mark.parametrize(
    ("found", "score"),
    [
        pytest.param([attribution("the road is open", "Berg")], Score(100.0, 100.0), id="right"),
        pytest.param([attribution("the road is open", "Holm")], Score(100.0, 0.0), id="wrong speaker"),
        pytest.param([attribution("that the road is open", "Berg")], Score(100.0, 100.0), id="that"),
        pytest.param([attribution("the road", "Berg")], Score(0.0, 0.0), id="half of it"),
        pytest.param([], Score(0.0, 0.0), id="nothing"),
        pytest.param(
            [attribution("the road is open", "Berg"), attribution("New line", "Holm")],
            Score(66.7, 66.7),
            id="one too many",
        ),
    ],
)
def test_items(found: list[Attribution], score: Score) -> None:
    assert items([(TEXT, [attribution("the road is open", "Berg")], found)]) == score


def test_a_gold_without_a_speaker_is_right_with_any() -> None:
    assert items(
        [(TEXT, [attribution("the road is open")], [attribution("the road is open", "Holm")])]
    ) == Score(100.0, 100.0)


def test_fragments_forgive_how_halves_are_joined() -> None:
    halves = (span('"It is,"'), span('"Really."'))
    source = (span("Holm"),)
    joined = [Attribution(halves, source)]
    split = [Attribution((half,), source) for half in halves]
    assert fragments([(TEXT, joined, split)]) == Score(100.0, 100.0)
    assert items([(TEXT, joined, split)]).overlap < 100.0


def test_fragments_are_cut_at_line_breaks() -> None:
    gold = [Attribution((span('"Really."\nNew line here.'),), ())]
    found = [attribution('"Really."'), attribution("New line here.")]
    assert fragments([(TEXT, gold, found)]) == Score(100.0, 100.0)


def test_direct_ones_alone() -> None:
    gold = [attribution('"It is,"', "Holm"), attribution("the road is open", "Berg")]
    found = [attribution('"It is,"', "Holm")]
    assert items([(TEXT, gold, found)], direct=True) == Score(100.0, 100.0)
    assert items([(TEXT, gold, found)]).overlap == 66.7


def test_two_speakers_of_the_same_words_are_one_attribution() -> None:
    def row(name: str) -> Statement:
        content, source = span("the road is open"), span(name)
        evidence = (
            Evidence(*content, "the road is open", "content"),
            Evidence(*source, name, "speaker"),
        )
        who = Participant(name, name)
        values = ("", "indirect", "said", None, None, When(), (), 1.0, "", evidence)
        return Statement("statement:x", "article:x", 1, who, *values)  # type: ignore[arg-type]

    [one] = merged([row("Berg"), row("Holm")])
    assert len(one.source) == 2
